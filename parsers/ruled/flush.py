"""Merged cells of a ruled grid whose texts stand as those of the columns do: one cell each, where a rule is missing."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Sequence
from functools import cache

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Token, standing_in
from parsers.text import phrases

FLUSH = 1.5  # points between the left edges of texts of one column
#: columns but the first in which a cell over all has texts flush with the columns' own by no chance
BANDED = 2
HEADED = 3  # the same where a single cell of each column tells, as that of its heading

#: the texts that stand in a box
Held = Callable[[Box], list[phrases.Phrase]]


def taken_apart(grid: Grid, tokens: Sequence[Token]) -> Grid:
    """Cells over several columns are taken apart where each of their texts is set flush with one column's others.

    A cell that begins flush in its first column alone may be merged, and stays whole; so may one over all columns, if
    not texts in two more are flush, or in one more beside rows of which this is true.
    """
    cols = len(grid.xs) - 1
    several = [span for span in grid.cells if span.col_span > 1 and (span.col_span < cols or cols > 2)]
    if not several:
        return grid
    lines = phrases.rows(within_sides(grid, tokens), grid.xs)
    held = cache(lambda box: _within(lines, box))  # asked again in each round, and for each column
    bold = {span for span in several if _is_bold(grid.box_of(span), tokens)}
    while (found := _apart(grid, bold, held)) is not grid:
        grid = found  # what is apart tells more of others
    return grid


def _apart(grid: Grid, bold: Container[Span], held: Held) -> Grid:
    """The grid with those merged cells taken apart whose texts are flush with those of columns."""
    cols = len(grid.xs) - 1
    several = [span for span in grid.cells if span.col_span > 1 and (span.col_span < cols or cols > 2)]
    starts = [_starts(grid, col, held) for col in range(cols)]
    flush = {span: _flush_in(grid, span, held, starts) for span in several}
    rows = any(span.col_span == cols and more >= BANDED for span, more in flush.items())
    heads = cache(lambda: [_starts(grid, col, held, 1) for col in range(cols)])
    cells: list[Span] = []
    for span in grid.cells:
        whole = span.col_span == cols
        apart = flush.get(span, 0) >= (BANDED if whole and not rows else 1)
        if whole and span in bold:
            apart = False
        elif whole and not apart and cols > HEADED:
            apart = _flush_in(grid, span, held, heads()) >= max(HEADED, cols // 2)
        if apart:
            cells += [span._replace(col=col, col_span=1) for col in range(span.col, span.col + span.col_span)]
        else:
            cells.append(span)
    return grid._replace(cells=tuple(cells)) if len(cells) > len(grid.cells) else grid


def _is_bold(box: Box, tokens: Sequence[Token]) -> bool:
    """True for texts all in bold, as headings of rows are."""
    own = [t for t in standing_in(box, tokens) if not t.text.isspace()]
    return bool(own) and all(t.style.bold for t in own)


def _within(lines: Sequence[phrases.Row], box: Box) -> list[phrases.Phrase]:
    return [p for row in lines for p in inside(row, box) if box.top < p.middle < box.bottom]


def _starts(grid: Grid, col: int, held: Held, least: int = 2) -> set[float]:
    """Where texts begin in cells of one column, to the point, if in as many at least."""
    own = [held(grid.box_of(span)) for span in grid.cells if span.col == col and span.col_span == 1]
    first = Counter(round(min(p.x0 for p in line)) for line in own if line)
    return {float(x) for x, times in first.items() if times >= least}


def _flush_in(grid: Grid, span: Span, held: Held, starts: Sequence[set[float]]) -> int:
    """In how many of a merged cell's columns but the first texts begin as those columns' do; 0 where one does not, but
    for a cell over all columns: some of these may have no other text.
    """
    first: dict[int, float] = {}
    for phrase in held(grid.box_of(span)):
        col = min(bisect_right(grid.xs, phrase.x0 + 1), len(grid.xs) - 1) - 1
        if phrase.x1 > grid.xs[col + 1] + 1:
            return 0
        first[col] = min(first.get(col, phrase.x0), phrase.x0)
    flush = {col for col, x in first.items() if any(abs(x - start) <= FLUSH for start in starts[col])}
    whole = span.col_span == len(grid.xs) - 1
    return len(flush - {span.col}) if whole or flush == first.keys() else 0


def within_sides(grid: Grid, tokens: Sequence[Token]) -> list[Token]:
    """The tokens that end inside the grid."""
    x0, top, x1, bottom = grid.box
    return [t for t in tokens if top < (box := t.box).bottom <= bottom and x0 < box.x1 <= x1]


def inside(row: phrases.Row, box: Box) -> phrases.Row:
    return [p for p in row if box.x0 <= (p.x0 + p.x1) / 2 <= box.x1]
