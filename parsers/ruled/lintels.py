"""Headings that stand on a ruled grid without upright rules or shading of their own: its first rows.

Producers rule the cells of the body and leave a row of headings bare, or draw a rule below it and none at its sides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids import grid as ruling
from parsers.grids.grid import SHORTEST, Edge, Grid
from parsers.grids.levels import DOUBLE, SAME_END
from parsers.page import Rule, Token, standing_in
from parsers.stacks import overheads
from parsers.stacks.bands import LOOK_AHEAD, Band, between, opens
from parsers.stacks.part import Part, begun_by, standing_on
from parsers.stacks.stack import Stack
from parsers.text import phrases
from parsers.text.phrases import Row

HIGHEST = 80.0  # points that headings may reach above a grid
LEAST = 3  # columns that headings must stand over


def topped(grids: Sequence[Grid], rules: Sequence[Rule], tokens: Sequence[Token]) -> list[Grid]:
    """The ruled grids of a page with the headings that stand on them, where their own first rows are none."""
    if all(len(grid.xs) <= LEAST for grid in grids):
        return list(grids)
    taken = [grid.box for grid in grids]
    return [_topped(grid, rules, taken, tokens) if len(grid.xs) > LEAST else grid for grid in grids]


def _topped(grid: Grid, rules: Sequence[Rule], taken: Sequence[Box], tokens: Sequence[Token]) -> Grid:
    left, top, right, _ = grid.box
    near = standing_in(Box(left, top - HIGHEST, right, top), tokens)
    free = [t for t in near if not any(box.holds(*t.box.centre) for box in taken)]
    if not free:
        return grid
    above = phrases.rows(free, grid.xs)
    stack = _stack(grid, rules)
    band = standing_on(stack, above)
    if not _head(band, grid.xs):
        return grid
    body = phrases.rows(standing_in(grid.box._replace(bottom=grid.ys[: LOOK_AHEAD + 2][-1]), tokens), grid.xs)
    bands = [between(body, a, b) for a, b in pairwise(grid.ys[: LOOK_AHEAD + 2])]
    if opens(bands, 0) or not (opens([band, *bands], 0) or _fills(band, grid.xs)):
        return grid
    head = _grid_of(begun_by(Part(stack, (), 0), band), grid.xs)
    high = len(head.ys) - 1
    cells = (*head.cells, *(span._replace(row=span.row + high) for span in grid.cells))
    return grid._replace(ys=(*head.ys[:-1], *grid.ys), cells=cells)


def _stack(grid: Grid, rules: Sequence[Rule]) -> Stack:
    """The grid's levels, with the pieces of rules above them."""
    left, top, right, _ = grid.box
    over = (
        Edge(r.top, r.x0, r.x1)
        for r in rules
        if r.horizontal and r.x1 - r.x0 >= SHORTEST and top - HIGHEST < r.top < top - DOUBLE
        and left - SAME_END <= r.x0 and r.x1 <= right + SAME_END
    )  # fmt: skip
    whole = frozenset(grid.ys)
    return Stack(left, right, grid.ys, whole, whole, (), (), over=tuple(sorted(over)))


def _head(band: Band, xs: Sequence[float]) -> bool:
    """True for lines over most of the columns, of which none runs over an edge that does not head several of them."""
    rows = overheads.without(band, xs)
    held = _held(rows, xs)
    crossed = any(p.x0 + 1 < x < p.x1 - 1 for row in rows for p in row for x in xs)
    return not crossed and len(held) >= LEAST and 2 * len(held) > len(xs) - 1


def _fills(band: Band, xs: Sequence[float]) -> bool:
    """True for lines over all of many columns: headings also where they are set as the rows below them."""
    return len(_held(band, xs)) == len(xs) - 1 > LEAST


def _held(rows: Sequence[Row], xs: Sequence[float]) -> set[int]:
    return {bisect_right(xs, (p.x0 + p.x1) / 2) for row in rows for p in row}


def _grid_of(part: Part, xs: tuple[float, ...]) -> Grid:
    """The grid of headings, in two levels where pieces of rules stand between them or they lie across edges below."""
    bands = part.bands[: part.headed]
    ys, edges = part.stack.levels[: part.headed + 1], part.stack.edges
    clear = {
        (col, row)
        for col, x in enumerate(xs)
        for row, band in enumerate(bands)
        if not any(p.x0 + 1 < x < p.x1 - 1 for line in band for p in line)
    }
    cells = ruling.merged(len(bands), len(xs) - 1, ruling.parted(list(edges), ys, xs), clear)
    head = overheads.joined(Grid(xs, ys, tuple(cells)), bands, edges)
    return overheads.parted(head, bands[-1], xs)
