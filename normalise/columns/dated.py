"""Which date of what is done a column of dates holds, where its heading's words alone do not say so: `Target`, or one
that no vocabulary knows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from normalise.columns import content
from normalise.language import nouns, vocabulary
from parsers.block import Cell

#: roles of words that may stand over a figure or a date
UNSAID = ("", "target", "latest", "baseline", "plan", "lead", "activity", "complete")
#: roles of columns of dates that tell when something is due or done
DATED = ("due_date", "original_date", "revised_date", "completed_date", "period")

DATE = 24  # characters of a date that stands by itself: `End of September 2026`


def told(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Roles where a word such as `Target`, `Forecast` or `Actual` says which date of what is done its column holds:
    dates stand below it, and no other column has that date."""
    found = list(roles)
    if not {"action", "activity"}.isdisjoint(roles):
        for col, heading in enumerate(headings):
            date = _dates().get(
                vocabulary.plain(heading), "original_date" if roles[col] == "baseline" else ""
            )
            if date and date not in found and roles[col] in UNSAID and content.are_dates(below[col]):
                found[col] = date
        for col in (k for k in range(1, len(roles)) if roles[k - 1 : k + 1] == ("lead", "period")):
            if "due_date" not in found and content.are_dates(below[col]):  # `Who | Date`
                found[col] = "due_date"
        due = [col for col, role in enumerate(found) if role == "due_date"]
        foreseen = {*vocabulary.load("headings")["foreseen"]["words"]}
        later = [col for col in due if not foreseen.isdisjoint(vocabulary.plain(headings[col]).split())]
        if len(due) == 2 and len(later) == 1 and "revised_date" not in found:
            found[later[0]] = "revised_date"
        if "revised_date" in found and not {"due_date", "original_date"} & {*found}:
            beside = (found.index("revised_date") - 1, found.index("revised_date") + 1)
            for col in (k for k in beside if 0 <= k < len(found) and not found[k]):
                if content.are_dates(below[col]):  # what was revised, however it is headed
                    found[col] = "original_date"
                    break
    return tuple(found)


def unnamed(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> int | None:
    """The only column of dates of a table of things done, under a heading that no vocabulary knows."""
    if {"action", "activity"}.isdisjoint(roles) or not {*DATED}.isdisjoint(roles):
        return None
    unknown = [
        col
        for col, heading in enumerate(headings)
        if heading and not roles[col] and not nouns.is_no_field(heading, vocabulary.plain(heading))
    ]
    short = [col for col in unknown if all(len(c.text) <= DATE for c in below[col])]
    columns = [col for col in short if content.are_dates(below[col])]
    return columns[0] if len(columns) == 1 else None


def says_until(heading: str) -> bool:
    """True for a heading that, over dates, can only say up to when: `To be met by`."""
    return vocabulary.plain(heading).split()[-1:] in (["by"], ["before"])


@lru_cache(maxsize=1)
def _dates() -> dict[str, str]:
    """Words that say which date is meant, with its role."""
    said = vocabulary.load("headings")["of_dates"]
    return {word: role for role, words in said.items() for word in words}
