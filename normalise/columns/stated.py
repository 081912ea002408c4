"""Tables below a heading that says how all of their rows stand, `Completed actions`: they need no column that does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from normalise.columns import content, year_parts
from normalise.columns.content import Columns
from normalise.columns.headers import Header
from normalise.columns.roles import Meaning
from normalise.language import phrases, vocabulary
from parsers.block import Block, Heading, Table

#: how many there are: `(7)`, `: 7`
COUNT = re.compile(r"\s*(?:[\[(]\s*\d{1,3}\s*[\])]|[:–—-]\s*\d{1,3})\s*$")
LONGEST = 12  # words; a longer line is a sentence
#: what numbers a heading: `3.`, `2.1`, `Table 3.`, `Section B:`, `(c)`, `Appendix 2 –`
NUMBER = re.compile(
    r"\s*(?:(?:table|section|part|appendix|annexe?|schedule)\s+(?:[A-Z]|\d{1,2}(?:\.\d{1,2})?)\s*[.:)–—-]?"
    r"|\(?(?:[A-Z]|\d{1,2})[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?)\s+(?=\w)",
    re.IGNORECASE,
)
BESIDE = ("lead", "group", "due_date", "start_date", "completed_date", "complete", "progress")


@lru_cache(maxsize=256)
def status(heading: str) -> str | None:
    """The status of a heading that says nothing but it, of what, and when."""
    heading = NUMBER.sub("", heading, count=1)
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


def above(blocks: Sequence[Block], place: int) -> Heading | None:
    """The heading right above a table, whose place that is, with no table between; None where it names no status."""
    for block in reversed(blocks[:place]):
        if isinstance(block, Table):
            return None
        if isinstance(block, Heading):
            return block if status(block.text) else None
    return None


def is_rated(roles: Sequence[str]) -> bool:
    """True for a table with ratings of its own."""
    return any(role == "status" or year_parts.is_part(role) for role in roles)


def as_actions(meant: Meaning, header: Header, columns: Columns) -> Meaning:
    """The meaning of a table below such a heading: rows of what is done beside who does it or when are actions, and
    what came of it is their progress. Any other table means what it did."""
    roles = list(meant.roles)
    foreign = {*vocabulary.load("headings")["kinds"]["not_a_review"]}
    said = {word for heading in header.headings for word in vocabulary.plain(heading).split()}
    item = next((role for role in ("action", "activity") if role in roles), None)
    if meant.kind != "other" or item is None or foreign & said or {*roles}.isdisjoint(BESIDE):
        return meant
    below = columns.below(header.headings, header.roles)
    if content.are_counts(below[roles.index(item)]):
        return meant
    roles = ["action" if role == item else role for role in roles]
    told = vocabulary.load("headings")["stated"]["progress"]
    came = [
        col
        for col, heading in enumerate(header.headings)
        if roles[col] in ("", "latest") and vocabulary.plain(heading) in told
    ]
    if "progress" not in roles and len(came) == 1 and not content.are_figures(below[came[0]]):
        roles[came[0]] = "progress"
    return meant._replace(kind="actions", roles=tuple(roles))
