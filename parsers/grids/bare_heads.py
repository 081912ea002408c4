"""Headings over ruled rows that nothing parts from each other and nothing shades: one row over all columns."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from parsers.grids.grid import Grid, Span
from parsers.page import Token, standing_in
from parsers.text import phrases

COLUMNS = 3  # over each of which a text stands by no chance
OVER = 1.0  # points that a text may reach over a column's edge


def parted(grid: Grid, tokens: Sequence[Token]) -> Grid:
    """The grid with its first row in columns where that is one cell and texts far from each other stand in it, one at
    least over each column of the rows below, and none over two."""
    cols = len(grid.xs) - 1
    if cols < COLUMNS or grid.cells[0] != (0, 0, 1, cols):
        return grid
    single = Counter(s.row for s in grid.cells if s.row_span == s.col_span == 1)
    if cols not in single.values():
        return grid
    lines = phrases.rows(standing_in(grid.box_of(grid.cells[0]), tokens))
    texts = [phrase for line in lines for phrase in line]
    starts = [bisect_right(grid.xs, p.x0 + OVER) - 1 for p in texts]
    if {*starts} != {*range(cols)} or any(
        p.x1 - OVER > grid.xs[col + 1] for p, col in zip(texts, starts, strict=True)
    ):
        return grid
    return grid._replace(cells=(*(Span(0, col, 1, 1) for col in range(cols)), *grid.cells[1:]))
