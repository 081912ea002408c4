"""Headings that stand beside their column: set in the middle of it over texts set to its left, as `#` over `1.1`.

Where no rule parts the columns, the white between the two looks like that between columns: one has a heading and
nothing below it, the next one texts and no heading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from parsers.block import Cell, Table

UNTOLD = "status"  # whose column may say all it has to say with grounds alone


def moved(table: Table, body: int, headings: Sequence[str], roles: Sequence[str]) -> tuple[int, ...]:
    """For each column the one whose heading it has: its own, or where two change places each other's."""
    order = list(range(len(headings)))
    known = [col for col, role in enumerate(roles) if role and role != UNTOLD]
    if all(headings) or not known:
        return tuple(order)
    below: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.row >= body and cell.col_span == 1:
            below[cell.col].append(cell)
    for col in known:
        if not below[col] or any(c.text or c.marks for c in below[col]):
            continue
        beside = [
            k
            for k in (col - 1, col + 1)
            if 0 <= k < len(headings) and not headings[k] and any(c.text for c in below[k])
        ]
        if len(beside) == 1 and order[beside[0]] == beside[0]:
            order[col], order[beside[0]] = beside[0], col
    return tuple(order)
