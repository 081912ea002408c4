"""The status that the heading above a table says of its rows: `Actions completed this quarter (4)`, `On track`."""

from __future__ import annotations

import re
from functools import lru_cache

from normalise import phrases, vocabulary, year_parts
from normalise.decision import Decision
from normalise.levels import OF_SECTION
from normalise.records import Record

#: how many there are: `(7)`, `: 7`
COUNT = re.compile(r"\s*(?:[\[(]\s*\d{1,3}\s*[\])]|[:–—-]\s*\d{1,3})\s*$")
LONGEST = 12  # words; a longer line is a sentence


def read(record: Record) -> Decision | None:
    """The status that the nearest heading above a row names; None where the table has ratings of its own, or where no
    heading names one."""
    role = source(record)
    heading = record.text(role) if role else ""
    status = _status(heading)
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
    if _is_rated(record):
        return None
    return next((role for role in OF_SECTION if _status(record.text(role))), None)


def _is_rated(record: Record) -> bool:
    return any(role == "status" or year_parts.is_part(role) for role in record.strip.roles)


@lru_cache(maxsize=256)
def _status(heading: str) -> str | None:
    """The status of a heading that says nothing but it, of what, and when."""
    words = vocabulary.plain(COUNT.sub("", heading)).split()
    themes = vocabulary.load("statuses")["headed"]["themes"]
    if heading.endswith(".") or not 0 < len(words) <= LONGEST or heading.strip().casefold() in themes:
        return None
    data = vocabulary.load("headings")
    nouns = {*data["heads"]["action"], *data["heads"]["activity"]}
    fillers = {*vocabulary.load("statuses")["headed"]["words"]}
    times = {word for name in ("words", "past", "since", "prepositions") for word in data["times"][name]}
    times |= {*data["told"]["times"], *fillers, *nouns}
    while words and words[0] in nouns | fillers:
        del words[0]
    for end in range(len(words), 0, -1):
        if end < len(words) and words[end] not in times and not words[end].isdigit():
            return None
        if said := phrases.status_of(" ".join(words[:end])):
            return said
    return None
