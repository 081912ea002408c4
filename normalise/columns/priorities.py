"""Columns headed `Priority` that say what is done: each row's own sentence, where no other column does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import mean

from normalise.columns import content, unnamed
from normalise.columns.marked import Told
from normalise.language import vocabulary
from parsers.block import Cell

PRIORITY = "priority"
DONE = ("action", "activity")
FEW = 2  # rows that such a column has at least
LONG = 35.0  # characters on average of what is done; names of priorities are shorter
TOLD = frozenset(("lead", "due_date", "progress"))  # what is told of what is done


def acting(
    headings: Sequence[str], told: Told, below: Sequence[Sequence[Cell]], named: Iterable[str]
) -> Told:
    """Roles with the action in the only column of priorities, where that has a long text of its own on each row beside
    a status and who answers for it or how it goes. `named` are the headings of all of the document's tables: where one
    of them names what is done the table sums that up."""
    columns = [col for col, role in enumerate(told.roles) if role == PRIORITY]
    if len(columns) != 1 or not _is_rated(told.roles) or any(map(_says_done, named)):
        return told
    col = columns[0]
    others = (k for k, role in enumerate(told.roles) if not role)
    if not _are_own(below[col]) or any(unnamed.can_name(headings[k], "", below[k], 0) for k in others):
        return told
    roles = ("action" if k == col else role for k, role in enumerate(told.roles))
    return Told(tuple(roles), (*told.sure, headings[col]))


def _is_rated(roles: Sequence[str]) -> bool:
    """True beside a status and what is told of what is done, where no column names an item."""
    return "status" in roles and not TOLD.isdisjoint(roles) and {*content.ITEMS}.isdisjoint(roles)


def _says_done(heading: str) -> bool:
    return vocabulary.role_of(heading) in DONE or unnamed.says_done(heading)


def _are_own(column: Sequence[Cell]) -> bool:
    """True for long texts, each on one row only."""
    texts = [c.text for c in column if c.text]
    alone = all(c.row_span == 1 for c in column) and len({*texts}) == len(texts) >= FEW
    return alone and len(texts) >= unnamed.OWN * len(column) and mean(map(len, texts)) >= LONG
