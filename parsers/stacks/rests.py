"""Where the parts of merged cells begin that no rule parts: beside the first lines of a row.

A page break that cuts a merged cell leaves its rest at the head of the next page, empty, and fused with the cell below
where the page draws no rule between them. Stripes of shading leave out merged cells, so that all of a column are one.
Both are told where the text begins beside the first lines of a lower row, in a table that sets its texts to the top of
their cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from parsers.geometry import union
from parsers.grids.grid import Grid, Span
from parsers.page import Token, standing_in
from parsers.text import heights, phrases
from parsers.text.phrases import Phrase, Row

HEADINGS = 2  # rows of headings that may stand above a rest
BESIDE = 1.0  # points between the tops of lines that begin rows side by side
ROOM = 1.5  # lines of room above and below a text that does not fill its cell
DOUBT_MERGED = "nothing draws how far the cells beside the shaded rows reach, and their text does not tell"
AIR = 0.3  # of the font size: how much more white stands above a part of its own than above a line

Held = dict[Span, list[Phrase]]


def parted(grid: Grid, tokens: Sequence[Token]) -> Grid:
    """The grid with the rests of merged cells apart from what begins below them."""
    merged = [s for s in grid.cells if s.row_span > 1 and s.row <= HEADINGS and s.col_span == 1]
    if not merged or not _may_be_rests(merged, grid, tokens):
        return grid
    held = _held(grid, phrases.rows(tokens, grid.xs))
    wide = {
        s.row for s in grid.cells if s.col_span > 1
    }  # headings stand over several columns, no rest beside them
    rests = [
        s
        for s in merged
        if s in held
        and s.row not in wide
        and held[s][0].top >= grid.ys[s.row + 1] - BESIDE
        and not _is_of_middles(s, grid, held)
    ]
    return _cut(grid, {s: _beginnings(s, grid, held)[:1] for s in rests})


def _is_of_middles(rest: Span, grid: Grid, held: Held) -> bool:
    """True in a column where another merged cell has its text in the middle of its height: browsers set them there."""
    others = [s for s in held if s.row_span > 1 and s.col == rest.col and s.row > rest.row]
    return any(held[s][0].top - grid.ys[s.row] > ROOM * held[s][0].size for s in others)


def begun(grid: Grid, lines: Sequence[Row]) -> Grid:
    """The grid with cells apart that no rule parts in the first merged column, and those beside them.

    It is in doubt where they are not set to the top, as the texts beside them are.
    """
    merged = [s for s in grid.cells if s.row_span > 1 and s.col_span == 1]
    if not merged:
        return grid
    held = _held(grid, lines)
    first = min(s.col for s in merged)
    cuts: dict[Span, list[int]] = {}
    doubt = ""
    for lead in merged:
        if lead.col != first or lead not in held:
            continue
        rows = _beginnings(lead, grid, held)
        cuts |= {s: rows for s in merged if (s.row, s.row_span) == (lead.row, lead.row_span)}
        first_text = held[lead][0]
        if not _set_to_the_top(grid, held, lead) or not _is_level(first_text, _row(first_text, grid), held):
            doubt = DOUBT_MERGED
    return _cut(grid, cuts)._replace(doubt=grid.doubt or doubt)


def _cut(grid: Grid, cuts: dict[Span, list[int]]) -> Grid:
    cells: list[Span] = []
    for span in grid.cells:
        edges = [span.row, *cuts.get(span, ()), span.row + span.row_span]
        cells += [span._replace(row=a, row_span=b - a) for a, b in pairwise(edges)]
    return grid._replace(cells=tuple(sorted(cells)))


def _held(grid: Grid, lines: Sequence[Row]) -> Held:
    """The phrases that each cell holds, from the top down."""
    squares = {
        (row, col): s
        for s in grid.cells
        for row in range(s.row, s.row + s.row_span)
        for col in range(s.col, s.col + s.col_span)
    }
    held: Held = {}
    for phrase in sorted((p for row in lines for p in row), key=lambda p: p.top):
        middle = (phrase.x0 + phrase.x1) / 2
        at = bisect_right(grid.ys, phrase.middle) - 1, bisect_right(grid.xs, middle) - 1
        if at in squares:
            held.setdefault(squares[at], []).append(phrase)
    return held


def _may_be_rests(merged: Sequence[Span], grid: Grid, tokens: Sequence[Token]) -> bool:
    """True where one of these merged cells has text, but none in its first row."""
    boxes = [grid.box_of(span) for span in merged]
    # most words of a page stand beside the merged column, or below it: their middles are not asked for one by one
    near = standing_in(union(boxes), tokens)
    places = [token.box.centre for token in near if not token.text.isspace()]
    for span, (x0, top, x1, bottom) in zip(merged, boxes, strict=True):
        first = grid.ys[span.row + 1]
        held = [y for x, y in places if x0 <= x <= x1 and top <= y <= bottom]
        if held and min(held) > first:
            return True
    return False


def _beginnings(span: Span, grid: Grid, held: Held) -> list[int]:
    """Rows below a merged cell's first with which a part of its text begins, as other cells do."""
    if not _set_to_the_top(grid, held, span):
        return []
    texts = held[span]
    usual = min((gap for s, own in held.items() if s.row_span == 1 for gap in _gaps(own)), default=0.0)
    usual = min([usual + texts[0].size / 2, *_gaps(texts)])
    return [
        row
        for k, phrase in enumerate(texts)
        if (row := _row(phrase, grid)) > span.row
        and (not k or phrase.top - texts[k - 1].bottom > usual + AIR * phrase.size)
        and _is_level(phrase, row, held)
    ]


def _gaps(texts: Sequence[Phrase]) -> list[float]:
    """The white between lines of one cell."""
    return [b.top - a.bottom for a, b in pairwise(texts) if b.top - a.top > BESIDE]


def _row(phrase: Phrase, grid: Grid) -> int:
    return bisect_right(grid.ys, phrase.top + BESIDE) - 1


def _is_level(phrase: Phrase, row: int, held: Held) -> bool:
    """True for a line beside the first lines of all others cells that begin in its row; a sign alone may be larger."""
    firsts = [own[0] for s, own in held.items() if s.row == row and s.row_span == 1]
    beside = [p.top for p in firsts if len(p.text) > 1 or p.text.isalnum()]
    return len(beside) > 1 and all(abs(top - phrase.top) <= BESIDE for top in beside)


def _set_to_the_top(grid: Grid, held: Held, own: Span) -> bool:
    """True where other cells with room to spare have it below their text."""
    high = low = 0
    for span, texts in held.items():
        box = grid.box_of(span)
        above = texts[0].top - box.top
        below = box.bottom - heights.foot_of(texts)
        beside = (span.row, span.row_span) == (own.row, own.row_span)  # a rest may stand in it, too
        if not beside and above + below > ROOM * texts[0].size:
            high, low = high + (above < below / 2), low + (above >= below / 2)
    return high > 1 and high > 4 * low
