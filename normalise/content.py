"""What a column holds, where its heading does not say what it is.

"Progress to date" is text in one council and an icon in another; "How it is going" is in no vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from normalise import vocabulary
from parsers.block import Cell, Table

NARRATIVE = 35.0  # characters on average from which a column's text is a narrative
SIGN = 16  # characters up to which a cell's text can be a status of its own
PART = "part:"  # opens the role of a column that rates one part of the year; behind it stands its rank, 01 the earliest
MOSTLY = 0.5  # share of a column's cells that must show a sign


def settled(table: Table, body: int, roles: Sequence[str]) -> tuple[str, ...]:
    """Roles corrected by content: a progress column of signs is the status, an unknown narrative the progress."""
    found = list(roles)
    if "status" not in found:
        signs = [
            col
            for col, role in enumerate(found)
            if role == "progress" and _is_signs(_cells(table, body, col))
        ]
        for col in signs:
            found[col] = "status"
    if "progress" not in found and any(role == "status" or role.startswith(PART) for role in found):
        unknown = [(_length(_cells(table, body, col)), col) for col, role in enumerate(found) if not role]
        longest = max(unknown, default=(0.0, 0))
        if longest[0] >= NARRATIVE:
            found[longest[1]] = "progress"
    return tuple(found)


def is_short(table: Table, body: int, col: int) -> bool:
    """True for a column of signs or short words, none of them a narrative: what a column of statuses looks like."""
    return all(len(cell.text) <= NARRATIVE for cell in _cells(table, body, col))


def are_ratings(table: Table, body: int, columns: Sequence[int]) -> bool:
    """True for columns whose filled cells are signs, letters of colours or words of a status."""
    cells = [c for col in columns for c in _cells(table, body, col) if c.text or c.marks]
    return sum(map(_is_rating, cells)) > MOSTLY * len(cells)


def _is_rating(cell: Cell) -> bool:
    if cell.text and len(cell.text) > SIGN:
        return False
    words = vocabulary.colour_word(cell.text) or vocabulary.status_of(cell.text)
    return bool(cell.marks) or words is not None


def _cells(table: Table, body: int, col: int) -> list[Cell]:
    """Cells of a column below the header that do not spread over other columns."""
    return [c for c in table.cells if c.row >= body and c.col == col and c.col_span == 1]


def _is_signs(cells: Sequence[Cell]) -> bool:
    shown = [c for c in cells if c.text or c.marks or c.fill]
    signs = [c for c in shown if (c.marks or c.fill) and len(c.text) <= SIGN]
    return bool(signs) and len(signs) > MOSTLY * len(shown)


def _length(cells: Sequence[Cell]) -> float:
    return mean(len(c.text) for c in cells) if cells else 0.0
