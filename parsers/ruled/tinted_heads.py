"""Headings of several levels that only their shading draws, above the first rule of a table: they are its first rows.

Where columns are shaded in turn, the headings of one group are a grid of their own above that of the table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from parsers.grids.grid import Grid, Span
from parsers.grids.levels import SAME_END

MOST_LEVELS = 3  # of headings


def joined(grids: Sequence[Grid], shaded: Sequence[Grid]) -> tuple[list[Grid], list[Grid]]:
    """The grids of tables with the headings that stand on their first rule, found among those that shading alone draws;
    and what is left of these."""
    whole, left = list(grids), []
    for head in shaded:
        k, own = next(
            ((k, made) for k, grid in enumerate(whole) if (made := _topped(grid, head)) is not grid),
            (0, None),
        )
        if own is None:
            left.append(head)
        else:
            whole[k] = own
    return whole, left


def _topped(grid: Grid, head: Grid) -> Grid:
    """The grid with headings in place of its first row, or above this where they end; itself where they are none."""
    foot, levels = head.ys[-1], len(head.ys) - 1
    row = next((k for k in (0, 1) if abs(grid.ys[k] - foot) <= SAME_END), None)
    if row is None or levels > MOST_LEVELS or len(head.xs) == len(grid.xs) or head.ys[0] > grid.ys[0]:
        return grid
    places = [_nearest(grid.xs, x) for x in head.xs]
    if any(abs(grid.xs[k] - x) > SAME_END for k, x in zip(places, head.xs, strict=True)):
        return grid
    first, last = places[0], places[-1]
    upper = [s for s in grid.cells if s.row < row]
    beside = [s for s in upper if s.col + s.col_span <= first or s.col >= last]
    within = [s for s in upper if first <= s.col and s.col + s.col_span <= last]
    if (
        len(places) - 1 != last - first
        or len(beside) + len(within) < len(upper)
        or any(s.row_span > 1 for s in upper)
    ):
        return grid
    outer = beside if row else [Span(0, k, 1, 1) for k in range(len(grid.xs) - 1) if not first <= k < last]
    cells = [s._replace(row_span=levels) for s in outer]
    cells += [s._replace(col=s.col + first) for s in head.cells]
    cells += [s._replace(row=s.row - row + levels) for s in grid.cells if s.row >= row]
    return grid._replace(ys=(*head.ys[:-1], *grid.ys[row:]), cells=tuple(sorted(cells)))


def _nearest(xs: Sequence[float], x: float) -> int:
    at = bisect_left(xs, x)
    return min((k for k in (at - 1, at) if 0 <= k < len(xs)), key=lambda k: abs(xs[k] - x))
