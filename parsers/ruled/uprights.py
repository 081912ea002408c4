"""Rows that upright rules part into columns and nothing parts from each other, as statistical tables are often drawn.

Figures do not wrap, so each line of them with a label beside it is a row; the labels tell where their further lines
belong. A row of few lines may be one cell's text, and stays whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Token
from parsers.stacks import openings
from parsers.text import phrases
from parsers.text.phrases import Row
from parsers.whitespace import stubs, tallies
from parsers.whitespace.tallies import Body

TALL = 24.0  # points; three lines of the smallest print are higher
LEAST = 3  # lines of figures beside labels that are rows for sure
COLUMNS = 3  # labels, and figures in two columns and more
FEWEST = LEAST * (COLUMNS - 1)  # figures in such lines
DENSE = 0.1  # figures for each point of height: two columns of them on every other line of the usual print
LABELS = 2  # columns of labels: the first may be blank beside the further rows of a group
FULL = 0.6  # share of the columns of figures that such a line fills
FIGURES = 0.9  # share of the texts beside labels that are figures, or words that stand for one
MOST = 0.8  # share of the lines with figures that have a label and fill most columns


def figures_of(tokens: Sequence[Token]) -> list[Box]:
    """Where a page's figures stand: most tables hold texts, which is told by these before any line is made."""
    return [box for text, box, _, _ in tokens if text[-1].isdigit() or text[0].isdigit()]


def parted(grid: Grid, tokens: Sequence[Token], figures: Sequence[Box]) -> Grid:
    """The grid with a row for each line of figures in those of its rows that hold several; `figures` are the page's."""
    cols = len(grid.xs) - 1
    tall = [row for row, (a, b) in enumerate(pairwise(grid.ys)) if b - a > TALL]
    if cols < COLUMNS or not tall or len(figures) < FEWEST:
        return grid
    single = Counter(span.row for span in grid.cells if span.row_span == span.col_span == 1)
    held = _held(grid, [row for row in tall if single[row] == cols], tokens, figures)
    found = {row: _rows(grid, row, own) for row, own in held.items()}
    rows = {row: own for row, (own, _) in found.items() if own}
    doubt = max((doubt for _, doubt in found.values()), default="")
    return _cut(grid, rows)._replace(doubt=grid.doubt or doubt) if rows else grid


def _held(
    grid: Grid, rows: Sequence[int], tokens: Sequence[Token], figures: Sequence[Box]
) -> dict[int, list[Token]]:
    """The tokens of those of a grid's rows that hold more figures than words beside their labels."""
    left, _, right, _ = grid.box
    beside, ys = grid.xs[1], grid.ys
    valued = Counter(bisect_right(ys, bottom) - 1 for x0, _, _, bottom in figures if beside < x0 < right)
    held: dict[int, list[Token]] = {
        row: [] for row in rows if valued[row] >= max(FEWEST, DENSE * (ys[row + 1] - ys[row]))
    }
    if not held:
        return held
    words: Counter[int] = Counter()
    for token in tokens:
        text, (x0, upper, x1, lower), _, _ = token
        row = bisect_right(ys, (upper + lower) / 2) - 1
        if row in held and left <= (x0 + x1) / 2 <= right:
            held[row].append(token)
            words[row] += x0 > beside and text[:1].isalpha()
    return {row: own for row, own in held.items() if valued[row] > words[row]}


def _rows(grid: Grid, row: int, own: Sequence[Token]) -> tuple[list[tuple[float, bool]], str]:
    """Where each row among the tokens of a grid's row begins, whether it is a heading of rows over all columns, and
    what is doubtful about them; none where the lines may be one row's texts."""
    lines = [tallies.joined(line) for line in phrases.rows(own, grid.xs)]
    edges = tuple((x, x) for x in grid.xs[1:-1])
    body = Body(0, len(lines) - 1, edges, grid.xs[0], grid.xs[-1])
    if len(lines) < LEAST or not _are_rows(lines, body):
        return [], ""
    opening, doubt = stubs.rows(lines, body, 0, len(lines))
    levels = [grid.ys[row], *openings.levels_above(lines, opening[1:])]
    return [(at, tallies.is_band(lines[k], body)) for at, k in zip(levels, opening, strict=True)], doubt


def _are_rows(lines: Sequence[Row], body: Body) -> bool:
    """True where lines of figures have labels beside them, none of which goes on from the line above."""
    own = [row for row in lines if not tallies.is_band(row, body)]
    beside = [p for row in own for p in row if body.of(p)]
    if sum(map(tallies.may_stand_beside, beside)) < FIGURES * len(beside):
        return False
    valued = [row for row in own if any(tallies.is_value(p) for p in row if body.of(p))]
    full = [
        row
        for row in valued
        if body.of(row[0]) < LABELS and len({*map(body.of, row)}) > FULL * len(body.rivers)
    ]
    return len(full) >= max(LEAST, MOST * len(valued)) and not any(
        below[0].text[0].islower() and above in valued and below in valued for above, below in pairwise(lines)
    )


def _cut(grid: Grid, rows: dict[int, list[tuple[float, bool]]]) -> Grid:
    """The grid with these rows inside its own."""
    cols = len(grid.xs) - 1
    ys: list[float] = []
    starts: list[int] = []
    cells: list[Span] = []
    for row, top in enumerate(grid.ys):
        starts.append(len(ys))
        for at, wide in rows.get(row, ()):
            cells += (
                [Span(len(ys), 0, 1, cols)] if wide else [Span(len(ys), col, 1, 1) for col in range(cols)]
            )
            ys.append(at)
        ys += [] if row in rows else [top]
    for span in grid.cells:
        if span.row not in rows:
            first, end = starts[span.row], starts[span.row + span.row_span]
            cells.append(span._replace(row=first, row_span=end - first))
    return grid._replace(ys=tuple(ys), cells=tuple(sorted(cells)))
