"""Columns whose heading asks how a row stands, and which answer it: `Target met (Y/N)` over `Yes` and `No`."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.language import questions, values
from parsers.block import Cell

STATUS = "status"
FEW = 2  # answers that a column has at least
#: roles that a heading which asks may have by its words alone
UNSAID = ("", "complete", "ref", "latest", "target", "year")


def told(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Roles with the status in such a column, where no other has it."""
    if STATUS in roles:
        return tuple(roles)
    may = [k for k, heading in enumerate(headings) if heading and roles[k] in UNSAID]
    asked = [k for k in may if _are_answers(below[k]) and questions.asked(headings[k])]
    return tuple(STATUS if k in asked[:1] else role for k, role in enumerate(roles))


def _are_answers(column: Sequence[Cell]) -> bool:
    first = next((c.text for c in column if c.text and not values.is_absent(c.text)), "")
    if not questions.is_answer(first):
        return False
    texts = [c.text for c in column if c.text and not values.is_absent(c.text)]
    return len(texts) >= FEW and all(map(questions.is_answer, texts))
