"""When an action begins and is due, of the columns that print a date for it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from normalise.language import dates
from normalise.rows.records import Record

#: columns that say when an action is due, the one that holds first: a date that was moved replaces the one before
DUE = ("revised_date", "due_date", "original_date")
ROLES = (*DUE, "start_date")


class Deadlines(NamedTuple):
    """The two dates, the column that `due` was read from, and what other columns print, by the name it goes under."""

    due: dt.date | None
    start: dt.date | None
    source: str
    left: tuple[tuple[str, str], ...]


def read(record: Record, month_first: bool) -> Deadlines:
    """The dates of a row. What is printed and is no date, or was replaced by a later one, stays as it is printed."""
    found = {role: dates.date_of(record.text(role), month_first=month_first) for role in DUE}
    source = next((role for role in DUE if found[role]), "due_date")
    start = dates.date_of(record.text("start_date"), month_first=month_first, opening=True)
    read_off = {"start_date": start, "due_date": found["due_date"] and source == "due_date"}
    left = tuple(
        (_name(role, source, record), text)
        for role in ROLES
        if (text := record.text(role)) and not read_off.get(role)
    )
    return Deadlines(found[source], start, source, left)


def _name(role: str, source: str, record: Record) -> str:
    """The name that a column's text goes under: a due date that was moved is the original one."""
    moved = role == "due_date" and source == "revised_date" and record.blank("original_date")
    return "original_date" if moved else role
