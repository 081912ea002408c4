"""Merged cells that hold several texts, each beside the first lines of a row: one cell each, where a rule is missing.

Some of Word's own styles draw the sides of every other row only, or a first column in one colour without rules. Nothing
then parts what is merged over one group of rows from what is merged over the next. A cell with rules at all its sides
is merged on purpose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from parsers.cells.cell import SeenTable
from parsers.geometry import Box
from parsers.grids.grid import SNAP, Grid, Span
from parsers.page import Fill, Rule, Token, standing_in
from parsers.ruled import stubs
from parsers.text import phrases
from parsers.text.phrases import Phrase

LINES = 2  # by which the white below a text is more than that above it where it is not set to the middle
MISSING = 6.0  # points of a cell's side without a rule: the gaps between dashes are smaller
DARK = 3 * 160  # sum of a colour's red, green and blue
DOUBT_ONE = "one cell stands beside these rows, and the texts in it begin with several of them"
SEVERAL = 2  # columns with texts that begin in one row: no paragraphs of two cells stand level by chance


def parted(
    grid: Grid, tokens: Sequence[Token], rules: Sequence[Rule] = (), dark: Sequence[Fill] = ()
) -> Grid:
    """The grid with merged cells apart at rows with which texts of several of them begin; or of one, where the cells of
    all other columns end. Only where a rule may be missing: a side of theirs is open in part, or painted.
    """
    merged = [s for s in grid.cells if s.row_span > 1 and s.col_span == 1 and s.row]
    if not merged or not any(_has_white(grid, span, tokens) for span in merged):
        return grid
    begins = stubs.firsts(grid, tokens, {s.col for s in grid.cells} - {s.col for s in merged})
    merged = [s for s in merged if _is_open(grid.box_of(s), rules) or _is_painted(grid.box_of(s), dark)]
    begun: defaultdict[int, list[Span]] = defaultdict(list)
    for span in merged:
        for row in _begun(grid, span, tokens, begins):
            begun[row].append(span)
    cuts: defaultdict[Span, list[int]] = defaultdict(list)
    for row, spans in begun.items():
        crossing = [s for s in grid.cells if s.row < row < s.row + s.row_span]
        if len({s.col for s in spans}) >= SEVERAL:
            own = {(s.row, s.row_span) for s in spans}
            spans = [s for s in merged if (s.row, s.row_span) in own]
        elif spans != crossing:
            continue
        for span in spans:
            cuts[span].append(row)
    if not cuts:
        return grid
    cells = [
        span._replace(row=a, row_span=b - a)
        for span in grid.cells
        for a, b in pairwise([span.row, *sorted(cuts.get(span, ())), span.row + span.row_span])
    ]
    return grid._replace(cells=tuple(sorted(cells)))


def doubt(tables: Iterable[SeenTable], tokens: Sequence[Token]) -> None:
    """Put in doubt the merged cells that are left and may be several: a text of theirs begins, below white, beside the
    first lines of a row at which the cells of all other columns end."""
    for table in tables:
        grid = table.grid
        alone = _rows_alone(grid)
        merged = [s for s in grid.cells if s.row_span > 1 and s.col_span == 1 and s.row and s in alone]
        merged = [s for s in merged if _has_white(grid, s, tokens)]
        if not merged:
            continue
        begins = stubs.firsts(grid, tokens, {s.col for s in grid.cells if s.row_span == 1})
        unsure = {s for s in merged if not alone[s].isdisjoint(_begun(grid, s, tokens, begins))}
        for seen in (seen for seen in table.cells if seen.span in unsure):
            seen.doubt = seen.doubt or DOUBT_ONE


def _rows_alone(grid: Grid) -> dict[Span, set[int]]:
    """The rows at whose upper edges the cells of all columns end but one, by that one."""
    over: defaultdict[int, list[Span]] = defaultdict(list)
    for span in grid.cells:
        for row in range(span.row + 1, span.row + span.row_span):
            over[row].append(span)
    alone: defaultdict[Span, set[int]] = defaultdict(set)
    for row, spans in over.items():
        if len(spans) == 1:
            alone[spans[0]].add(row)
    return alone


def _is_open(box: Box, rules: Sequence[Rule]) -> bool:
    """True for a cell with a part of its left or right side along which no upright rule stands."""
    upright = [r for r in rules if not r.horizontal]
    sides = ([(r.top, r.bottom) for r in upright if abs(r.x0 - x) <= SNAP] for x in (box.x0, box.x1))
    return not all(_reach(box, side) for side in sides)


def _is_painted(box: Box, dark: Sequence[Fill]) -> bool:
    """True for a cell in one dark colour, piece by piece or as one, which may hide rules."""
    x, _ = box.centre
    own: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for fill, colour, _ in dark:
        if fill.x0 <= x <= fill.x1 and sum(bytes.fromhex(colour[1:])) < DARK:
            own[colour].append((fill.top, fill.bottom))
    return any(_reach(box, pieces) for pieces in own.values())


def _reach(box: Box, pieces: Sequence[tuple[float, float]]) -> bool:
    """True for pieces from a cell's top to its foot, but for gaps as those of dashes."""
    foot = box.top
    for top, bottom in sorted(pieces):
        if top - foot > MISSING:
            break
        foot = max(foot, bottom)
    return box.bottom - foot <= MISSING


def _has_white(grid: Grid, span: Span, tokens: Sequence[Token]) -> bool:
    """True for a cell with more white between two lines than those of one text have, or above all."""
    inside = [t for t in standing_in(grid.box_of(span), tokens) if not t.text.isspace()]
    middles = sorted({t.box.centre[1] for t in inside})
    if not middles or middles[0] > grid.ys[span.row + 1]:
        return bool(middles)
    room = stubs.ROOM * min(t.style.size for t in inside)
    return any(b - a > room for a, b in pairwise(middles))


def _begun(grid: Grid, span: Span, tokens: Sequence[Token], begins: dict[int, float]) -> Iterator[int]:
    """The rows behind a cell's first with which a text of it begins, below white."""
    box = grid.box_of(span)
    lines = [p for row in phrases.rows(standing_in(box, tokens), grid.xs) for p in row]
    for row in range(span.row + 1, span.row + span.row_span):
        level = [
            k for k, p in enumerate(lines) if row in begins and abs(p.middle - begins[row]) <= stubs.BESIDE
        ]
        if any(_is_clear(lines[:k], lines[k]) if k else _is_at_the_top(lines, box) for k in level):
            yield row


def _is_clear(above: Sequence[Phrase], line: Phrase) -> bool:
    return line.middle - above[-1].middle > stubs.ROOM * line.size


def _is_at_the_top(lines: Sequence[Phrase], box: Box) -> bool:
    """True for lines below white that stand neither in the middle of their cell nor at its foot."""
    return box.bottom - lines[-1].bottom - (lines[0].top - box.top) > LINES * lines[0].size
