"""Rows that print one text in one of their first cells and nothing else, set apart from the others by their look.

What a producer does not merge over the table is a heading inside it all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from normalise.strips import Strip
from parsers.block import Cell

LEADING = 2  # columns in one of which a heading stands: the first, or the one behind a column of references
USUAL = 0.5  # share of the other rows below which a look is not the usual one


def is_band(strip: Strip, row: int, starting: Sequence[Cell]) -> bool:
    """True for a row of one text that is set bold, or on a ground of its own, where the other rows are not."""
    inked = [c for c in starting if c.text or c.marks]
    if len(inked) != 1 or inked[0].marks or inked[0].col >= LEADING:
        return False
    if sum(c.col_span for c in starting) < strip.table.cols or strip.table.cols <= LEADING:
        return False
    column = [
        c
        for c in strip.table.cells
        if c.col == inked[0].col and c.text and c.row != row and strip.body <= c.row < strip.end
    ]
    apart = [_is_bold(c) for c in column] if _is_bold(inked[0]) else [True]
    grounds = {c.fill for c in starting}
    shaded = [c.fill in grounds for c in column] if len(grounds) == 1 and None not in grounds else [True]
    return _are_rare(apart) or _are_rare(shaded)


def _is_bold(cell: Cell) -> bool:
    return bool(cell.lines) and all(line.bold for line in cell.lines)


def _are_rare(alike: Sequence[bool]) -> bool:
    return sum(alike) < USUAL * len(alike)
