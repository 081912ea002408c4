"""Signs at the flanks of a table that no rule draws: icons beside its texts stand in a column that has no text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Token

BESIDE = 60.0  # points from a table's texts within which such a column stands
SMALLEST, LARGEST = 6.0, 40.0  # points of a sign's longer side: bullets are smaller, pictures larger
MARGIN = 2.0  # points of air between a sign and the edge of its column


def widened(grid: Grid, signs: Iterable[Box], tokens: Sequence[Token]) -> Grid:
    """The grid with a column at a side where signs, and no text, stand beside half of its rows or more."""
    small = [box for box in signs if SMALLEST <= max(box.width, box.height) <= LARGEST]
    box = grid.box
    left = _column([b for b in small if box.x0 - BESIDE <= b.x0 and b.x1 <= box.x0 + MARGIN], grid, tokens)
    right = _column([b for b in small if box.x1 - MARGIN <= b.x0 and b.x1 <= box.x1 + BESIDE], grid, tokens)
    rows = range(len(grid.ys) - 1)
    cells = [span._replace(col=span.col + bool(left)) for span in grid.cells]
    cells += [Span(row, 0, 1, 1) for row in rows if left]
    cells += [Span(row, len(grid.xs) - 1 + bool(left), 1, 1) for row in rows if right]
    xs = (*(left[:1] if left else ()), *grid.xs, *(right[1:] if right else ()))
    return grid._replace(xs=xs, cells=tuple(sorted(cells)))


def _column(signs: Sequence[Box], grid: Grid, tokens: Sequence[Token]) -> tuple[float, float] | None:
    """Left and right of a column of signs beside half of the rows or more, two at least; None where there is none."""
    inside = [b for b in signs if grid.ys[0] < b.centre[1] < grid.ys[-1]]
    rows = {bisect_right(grid.ys, b.centre[1]) for b in inside}
    if len(rows) < 2 or 2 * len(rows) < len(grid.ys) - 1:
        return None
    x0, x1 = min(b.x0 for b in inside) - MARGIN, max(b.x1 for b in inside) + MARGIN
    room = Box(x0, grid.ys[0], x1, grid.ys[-1])
    held = any(
        room.holds(*t.box.centre) and not grid.box.holds(*t.box.centre) for t in tokens if t.text != " "
    )
    return None if held else (x0, x1)
