"""A first row that is set apart from the others by its weight or its times: headings, whatever they say."""

from __future__ import annotations

import re

from normalise.language import moments
from parsers.block import Cell, Table

COUNT = re.compile(r"\d{1,3}")  # of a total


def has_unknown_header(table: Table) -> bool:
    """True where the first row is set bold and others are not, or names several times: column headings that no
    vocabulary knows.

    A number alone heads no column: such a row is a total.
    """
    first = [c for c in table.cells if c.row == 0 and c.lines]
    if sum(moments.up_to(c.text) is not None for c in first) > 1:
        return True
    if len(first) < 2 or not all(map(_is_bold, first)) or any(COUNT.fullmatch(c.text) for c in first):
        return False
    rest = [_is_bold(c) for c in table.cells if c.row > 0 and c.lines]
    return sum(rest) < len(rest) / 2


def _is_bold(cell: Cell) -> bool:
    return all(line.bold for line in cell.lines)
