"""Two rules in an L, one below headings and one beside the first column of what stands below: they part no rows."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.geometry import Box
from parsers.grids.grid import Grid
from parsers.page import Token, standing_in
from parsers.text import phrases

HIGH = 24.0  # points above a rule in which headings stand
LEAST = 3  # headings side by side


def without(grids: Sequence[Grid], tokens: Sequence[Token]) -> list[Grid]:
    """The grids but those of two such rules alone."""
    return [grid for grid in grids if len(grid.ys) > 2 or not _is_bent(grid, tokens)]


def _is_bent(grid: Grid, tokens: Sequence[Token]) -> bool:
    """True for a row of two cells right below a line of headings in bold, of which several stand over the second."""
    left, top, right, _ = grid.box
    if len(grid.xs) > LEAST:
        return False
    near = [t for t in standing_in(Box(left, top - HIGH, right, top), tokens) if not t.text.isspace()]
    if not near or not all(t.style.bold for t in near[-LEAST:]):
        return False
    line = phrases.rows(near)[-1]
    over = sum(p.x0 > grid.xs[-2] for p in line)
    return len(line) >= LEAST and over > 1 and all(p.style.bold for p in line)
