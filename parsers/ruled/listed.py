"""Rows between drawn columns that nothing parts, where every line is one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from parsers.grids import grid as ruling
from parsers.grids.grid import Grid
from parsers.page import Token
from parsers.ruled import flush
from parsers.stacks import openings
from parsers.stacks.bands import between
from parsers.text import phrases

LEAST = 3  # rows


def parted(grid: Grid, tokens: Sequence[Token]) -> Grid:
    """The grid with a row for each line of those bands in which every line is one."""
    if not _may_list(grid, tokens):
        return grid
    lines = phrases.rows(flush.within_sides(grid, tokens))
    bands = [between(lines, top, bottom) for top, bottom in pairwise(grid.ys)]
    found = [at for band in bands if openings.is_listing(band, grid.xs) for at in openings.of_lines(band)]
    if len(found) < LEAST - 1:
        return grid
    ys = sorted([*grid.ys, *found])
    every = {(level, col) for level in range(len(ys)) for col in range(len(grid.xs) - 1)}
    right = {(col, row) for row in range(len(ys) - 1) for col in range(len(grid.xs))}
    return Grid(grid.xs, tuple(ys), tuple(ruling.merged(len(ys) - 1, len(grid.xs) - 1, every, right)))


def _may_list(grid: Grid, tokens: Sequence[Token]) -> bool:
    """False where each band of several lines has one with nothing in the first column, where lines that are rows begin:
    so it is with most tables of texts, and it is told before any line is made."""
    own = [
        t
        for t in flush.within_sides(grid, tokens)
        if not (t.text.isspace() or t.style.hidden or t.style.turn)
    ]
    first = sorted({_middle(t) for t in own if t.box.x0 < grid.xs[1]})
    reach = 3 * phrases.SAME_ROW * max((t.style.size for t in own), default=0.0)
    middles = {_middle(t) for t in own}
    alone = [y for y in middles if bisect_right(first, y - reach) == bisect_right(first, y + reach)]
    return any(
        sum(top <= y < bottom for y in middles) > 2
        and not any(top + reach < y < bottom - reach for y in alone)
        for top, bottom in pairwise(grid.ys)
    )


def _middle(token: Token) -> float:
    return (token.box.top + token.box.bottom) / 2
