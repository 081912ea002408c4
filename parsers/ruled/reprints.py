"""Frames of one column whose headings are printed again between their rows, as of a table that had several pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.grids.grid import Grid
from parsers.page import Token, standing_in

AS_HIGH = 1.5  # points that a row of headings may be higher or lower than the first
SAME_EDGE = 1.5  # points between the edges of one column


def parted(grid: Grid, tokens: Sequence[Token]) -> list[Grid]:
    """The frame cut above each row that prints its first one again."""
    heights = [b - a for a, b in pairwise(grid.ys)]
    alike = [k for k in range(2, len(heights)) if abs(heights[k] - heights[0]) < AS_HIGH]
    said = {k: _said(grid, k, tokens) for k in (0, *alike)} if alike else {}
    cuts = [0, *(k for k in alike if said[k] == said[0] != ""), len(heights)]
    return [
        grid._replace(
            ys=grid.ys[first : last + 1],
            cells=tuple(s._replace(row=s.row - first) for s in grid.cells if first <= s.row < last),
        )
        for first, last in pairwise(cuts)
    ]


def joined(parts: Sequence[Grid]) -> Grid | None:
    """Parts with the same columns, one right below the other, as one grid; None where their columns differ."""
    if not parts or any(len(p.xs) != len(parts[0].xs) for p in parts):
        return None
    whole = parts[0]
    for part in parts[1:]:
        if any(abs(a - b) > SAME_EDGE for a, b in zip(whole.xs, part.xs, strict=True)):
            return None
        rows = len(whole.ys) - 1
        cells = (*whole.cells, *(s._replace(row=s.row + rows) for s in part.cells))
        guessed = whole.guessed | part.guessed
        whole = whole._replace(
            ys=(*whole.ys, *part.ys[1:]), cells=cells, guessed=guessed, doubt=whole.doubt or part.doubt
        )
    return whole


def _said(grid: Grid, row: int, tokens: Sequence[Token]) -> str:
    box = grid.box._replace(top=grid.ys[row], bottom=grid.ys[row + 1])
    return "".join(t.text for t in standing_in(box, tokens) if not t.text.isspace())
