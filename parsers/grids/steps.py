"""Rows that upright rules are drawn for one by one, with nothing drawn between them.

Writers of tables draw the sides of each cell by themselves: where the sides of all columns end at one height, and go on
below it, a row ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from parsers.grids import flowing
from parsers.grids.grid import Grid, Span
from parsers.page import Rule, Token

COLUMNS = 3  # of a table whose rows are parted so
TALL = 20.0  # points: a lower row holds no two
SAME = 4.0  # points between a row's edge and the end of sides that is the same
NEAR = 1.0  # points between a side and the edge of its column, and between the ends of sides that meet


def parted(grid: Grid, rules: Sequence[Rule], tokens: Sequence[Token]) -> Grid:
    """The grid with a row wherever the sides of all its columns end at one height; a cell whose text runs over such an
    end is merged over both rows."""
    tall = [row for row, (a, b) in enumerate(pairwise(grid.ys)) if b - a > TALL]
    if len(grid.xs) <= COLUMNS or not tall:
        return grid
    single = Counter(s.row for s in grid.cells if s.row_span == s.col_span == 1)
    plain = [row for row in tall if single[row] == len(grid.xs) - 1]
    if not plain:
        return grid
    sides = [r for r in rules if not r.horizontal]
    own = [[r for r in sides if abs(r.x0 - x) <= NEAR] for x in grid.xs]
    drawn = [column for column in own[:1] + own[-1:] if column]  # the outermost may not be
    first, *others = [_ends(column) for column in (*own[1:-1], *drawn)]
    if not first or not all(others):
        return grid
    heights = [y for y in first if all(any(abs(y - other) <= NEAR for other in own) for own in others)]
    cuts = {row: [y for y in heights if grid.ys[row] + NEAR < y < grid.ys[row + 1] - NEAR] for row in plain}
    found = _cut(grid, {row: own for row, own in cuts.items() if own})
    return flowing.joined(found, set(found.ys) - set(grid.ys), tokens) if found is not grid else grid


def of_frame(grid: Grid, rules: Sequence[Rule]) -> Grid:
    """A frame of one column with a row wherever both its sides end at one height and go on below it."""
    sides = [r for r in rules if not r.horizontal]
    left, right = (_ends(r for r in sides if abs(r.x0 - x) <= NEAR) for x in (grid.xs[0], grid.xs[-1]))
    both = [y for y in left if any(abs(y - other) <= NEAR for other in right)]
    inner = [y for y in both if all(abs(y - at) > SAME for at in grid.ys) and grid.ys[0] < y < grid.ys[-1]]
    if not inner:
        return grid
    ys = sorted([*grid.ys, *inner])
    return grid._replace(ys=tuple(ys), cells=tuple(Span(row, 0, 1, 1) for row in range(len(ys) - 1)))


def _ends(sides: Iterable[Rule]) -> list[float]:
    """Where the sides of a column end and others go on."""
    own = {(round(r.top, 1), round(r.bottom, 1)) for r in sides}
    tops = sorted({top for top, _ in own})
    return sorted({foot for _, foot in own if any(abs(foot - top) <= NEAR for top in tops)})


def _cut(grid: Grid, cuts: dict[int, list[float]]) -> Grid:
    if not cuts:
        return grid
    ys = sorted([*grid.ys, *(y for own in cuts.values() for y in own)])
    at = {row: ys.index(y) for row, y in enumerate(grid.ys)}
    cells = [
        Span(row, s.col, 1, s.col_span)
        for s in grid.cells
        if s.row in cuts
        for row in range(at[s.row], at[s.row + 1])
    ]
    cells += [
        s._replace(row=at[s.row], row_span=at[s.row + s.row_span] - at[s.row])
        for s in grid.cells
        if s.row not in cuts
    ]
    return grid._replace(ys=tuple(ys), cells=tuple(sorted(cells)))
