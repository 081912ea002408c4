"""Headings on shading right above a frame, at a distance of their own from it: nothing else says that they are its."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.grids.grid import TOUCH, Grid, Span
from parsers.grids.shading import LEAST, TALLEST
from parsers.page import Fill, Token, standing_in
from parsers.text import phrases

NEAR = 6.0  # points between the headings' foot and the frame
FRAME = 2  # sides of a frame without columns
HEADINGS = 3  # texts of a row of headings
OVER = 1.0  # points by which texts of two lines that are level may differ


def put(grid: Grid, fills: Sequence[Fill], tokens: Sequence[Token]) -> Grid:
    """The frame with a first row for headings on one ground as wide as it, of three texts and more; as it is where
    there are none."""
    left, top, right, _ = grid.box
    if len(grid.xs) != FRAME:
        return grid
    for box in (f.box for f in fills):
        wide = abs(box.x0 - left) <= TOUCH >= abs(box.x1 - right)
        if not wide or not LEAST <= box.height <= TALLEST or not -OVER <= top - box.bottom <= NEAR:
            continue
        lines = phrases.rows(standing_in(box, tokens))
        if max((len(line) for line in lines), default=0) >= HEADINGS:
            cells = (Span(0, 0, 1, 1), *(s._replace(row=s.row + 1) for s in grid.cells))
            return grid._replace(ys=(box.top, *grid.ys), cells=cells)
    return grid
