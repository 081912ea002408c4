"""A key in a frame whose rows alone are ruled: the grounds of its signs all end where the words about them begin."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.geometry import Box
from parsers.grids.grid import SNAP, TOUCH, Grid, Span
from parsers.page import Fill, Token, standing_in
from parsers.text import phrases

FRAME = 2  # sides of a frame without columns
LEAST = 3  # rows with a ground of its own
MOST = 10  # rows of a key
WIDEST = 0.5  # of the frame's width: what means something stands beside its sign
OVER = 1.0  # points by which a letter may stand over an edge


def columned(grid: Grid, fills: Sequence[Fill], tokens: Sequence[Token]) -> Grid:
    """The frame in two columns, where the first cells of its rows, three or more, have a ground each that is as high as
    the row and of no other's colour, all end at one edge, and words stand behind each that cross it nowhere."""
    if (
        len(grid.xs) != FRAME
        or not LEAST < len(grid.ys) <= MOST + 1
        or any(s.row_span > 1 for s in grid.cells)
    ):
        return grid
    grounds = [_ground(grid.box_of(span), fills) for span in grid.cells]
    own = [ground for ground in grounds if ground]
    edge = own[0].box.x1 if own else 0.0
    if len(own) < max(LEAST, len(grounds) - 1) or len({f.colour for f in own}) < len(own):
        return grid
    if any(abs(f.box.x1 - edge) > OVER for f in own):
        return grid
    if not all(_are_parted(grid.box_of(span), edge, tokens) for span in grid.cells):
        return grid
    cells = [Span(row, col, 1, 1) for row in range(len(grid.ys) - 1) for col in range(FRAME)]
    return grid._replace(xs=(grid.xs[0], edge, grid.xs[-1]), cells=tuple(cells))


def _ground(row: Box, fills: Sequence[Fill]) -> Fill | None:
    """The ground at a row's left that is as high as the row and covers less than half of it."""
    for fill in fills:
        box = fill.box
        high = abs(box.top - row.top) <= SNAP and abs(box.bottom - row.bottom) <= SNAP
        if high and abs(box.x0 - row.x0) <= TOUCH and TOUCH < box.width < WIDEST * row.width:
            return fill
    return None


def _are_parted(row: Box, edge: float, tokens: Sequence[Token]) -> bool:
    """True for a row with words behind an edge and none across it."""
    told = [p for line in phrases.rows(standing_in(row, tokens), (edge,)) for p in line]
    crossed = any(p.x0 + OVER < edge < p.x1 - OVER for p in told)
    return not crossed and any(p.x0 >= edge - OVER for p in told)
