"""Grids that are a part of another table: shaded cells inside it, or rules over some of its columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from parsers.grids.grid import Grid
from parsers.grids.levels import DOUBLE
from parsers.stacks.bands import between
from parsers.stacks.part import Part
from parsers.text.phrases import Row

LEAST = 3  # lines below a head that tell whether labels stand beside it
LABEL = 30  # characters of a label on average; running text beside a table has longer lines
LABELLED = 0.6  # share of a table's lines that have a label
WITHIN = 0.9  # share of shaded cells that a table around them must hold


def is_part_of(grid: Grid, around: Grid) -> bool:
    """True for shaded cells that touch and so look like a table: each of their columns is one of the table around."""
    if grid is around or len(grid.xs) >= len(around.xs):
        return False
    if around.box.overlap(grid.box) < WITHIN * grid.box.area:
        return False
    held = [bisect_right(around.xs, (a + b) / 2) for a, b in pairwise(grid.xs)]
    return len({*held}) == len(held)


def is_head_alone(part: Part, grid: Grid, lines: Sequence[Row]) -> bool:
    """True for rules over some of a table's columns: labels stand left of them on most lines below."""
    closed = grid.ys[-1] > max(part.stack.inked, default=0.0) + DOUBLE
    own = between(lines, grid.ys[0], grid.ys[-1])
    if not closed or len(own) < LEAST:
        return False
    beside = [row[0] for row in own if row[0].x1 < grid.xs[0]]
    short = sum(len(p.text) for p in beside) <= LABEL * len(beside)
    return short and len(beside) >= LABELLED * len(own)
