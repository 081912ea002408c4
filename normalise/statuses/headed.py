"""The status that the heading above a table says of its rows: `Actions completed this quarter (4)`, `On track`."""

from __future__ import annotations

from normalise.columns import stated
from normalise.columns.levels import OF_SECTION
from normalise.rows.records import Record
from normalise.signs.decision import Decision


def read(record: Record) -> Decision | None:
    """The status that the nearest heading above a row names; None where the table has ratings of its own, or where no
    heading names one."""
    role = source(record)
    heading = record.text(role) if role else ""
    status = stated.status(heading)
    if status is None:
        return None
    note = (
        "info",
        "status_from_heading",
        f"the table has no status column; the heading says it: {heading!r}",
    )
    return Decision(status, heading, "words", None, 0.8, (note,))


def source(record: Record) -> str | None:
    """The role of the heading that says the status; None for none, or where the table has ratings of its own."""
    if stated.is_rated(record.strip.roles):
        return None
    return next((role for role in OF_SECTION if stated.status(record.text(role))), None)
