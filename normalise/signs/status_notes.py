"""A status with what a cell prints behind it: the date that it holds since or until, or why it is so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from normalise.language import dates, moments, phrases, terms
from normalise.language.vocabulary import colour_word, load, plain

LETTERS = 1  # of a colour's letter, which may stand for something else
WELL, ILL = (
    ("green", "blue"),
    ("amber", "red", "yellow", "orange"),
)  # what colours say of a row by all conventions
LONGEST = 16  # words of a cell that is a status and a note
DEGREE = re.compile(r"(?P<note>\d{1,3} ?%)\s*(?:[-–—:,(]\s*)?(?P<status>[^\d%]+)")  # `60% - On track`
PARTING = re.compile(r"\s+[-–—]\s+|\s*[–—:;]\s+|[.]\s+|,\s+")  # marks between a status and why it is so
DATES = (
    dates.DAY_MONTH_YEAR,
    dates.DAY_MONTH_YEAR_JOINED,
    dates.MONTH_DAY_YEAR,
    dates.ISO,
    dates.MONTH_FIRST,
    dates.MONTH_NUMBER,
    dates.MONTH_YEAR,
    dates.YEARS,
    moments.QUARTER,
    terms.SEASON,
    moments.MONTH,
    dates.LONE_YEAR,
)


class Noted(NamedTuple):
    """A status in the cell's own words, and the words that stand beside it."""

    words: str
    note: str


def beside(status: str, words: str) -> str:
    """What a cell prints beside the words of a status that was decided."""
    noted = parted(" ".join(words.split()))
    told = noted is not None and (phrases.status_of(noted.words) == status or colour_word(noted.words))
    return noted.note if noted and told else ""


@lru_cache(maxsize=4096)
def parted(words: str) -> Noted | None:
    """A status and the note beside it, where the status holds whatever the note says: a date, or the reason why
    something does not go well. None where the words are a status as they stand, or may say something else.
    """
    if phrases.status_of(words) or not 1 < len(words.split()) <= LONGEST:
        return None
    found = DEGREE.fullmatch(words)
    status = phrases.status_of(found["status"].rstrip(") ")) if found else None
    if found and status == "completed":  # `60% complete` says how far it has come, not that it is done
        return None
    if found and status:
        return Noted(found["status"].rstrip(") "), found["note"])
    return _dated(words) or _reasoned(words)


def _dated(words: str) -> Noted | None:
    """A status with a date behind it, with the words before a date: `Delayed – now expected Feb 2026`."""
    own = words.split()
    for end in range(len(own) - 1, 0, -1):
        head, note = " ".join(own[:end]).rstrip(" -–—:;,."), " ".join(own[end:]).lstrip(" -–—:;,.")
        status = phrases.status_of(head) if note else None
        if status is not None and is_date(note, status):
            return Noted(head, note)
    return None


def is_date(note: str, status: str) -> bool:
    """True for a date behind the status, with the words before a date, and nothing else."""
    left = note if status == "completed" else moments.YEARS.sub(" ", note)  # `Completed 11/12` is a count
    for pattern in DATES:
        left = pattern.sub(" ", left)
    if left == note:
        return False
    told = load("statuses")["note"]
    known = {*told["dated"], *(() if status == "completed" else told["expected"])}
    return {*plain(left).split()} <= known


def _reasoned(words: str) -> Noted | None:
    """What does not go well, or not yet, with its reason, which names no other status; of what goes well no more than
    where to read on."""
    found = PARTING.search(words)
    head, note = (words[: found.start()], words[found.end() :]) if found else _before_a_cause(words)
    status = phrases.status_of(head)
    if not note:
        return None
    if status is None:
        return _coloured(head, note)
    told = load("statuses")["note"]
    harmless = (*told["harmless"], *told["well"]) if status == "on_schedule" else ()
    if plain(note) in (*told["elsewhere"], *harmless) or phrases.status_of(note) == status:
        return Noted(head, note)
    parts = [note, *PARTING.split(note)]
    others = {phrases.status_of(part) or phrases.opening(part).status for part in parts} - {None, status}
    return Noted(head, note) if status not in phrases.GOOD and not others else None


def _coloured(head: str, note: str) -> Noted | None:
    """A colour's word with one of the few notes that leave it as it is: `Amber – improving`. What the colour means is
    the key's to say, and what any other note means is not known."""
    colour = colour_word(head) if len(head) > LETTERS else None
    if colour is None:
        return None
    told = load("statuses")["note"]
    harmless = (
        *told["harmless"],
        *(told["well"] if colour in WELL else told["ill"] if colour in ILL else ()),
    )
    return Noted(head, note) if plain(note) in (*told["elsewhere"], *harmless) else None


def _before_a_cause(words: str) -> tuple[str, str]:
    """A status before the word that opens its reason: `On hold pending funding`."""
    own = words.split()
    causes = load("statuses")["note"]["causes"]
    at = next((k for k in range(1, len(own) - 1) if plain(" ".join(own[k : k + 2])) in causes), None)
    at = at or next((k for k in range(1, len(own) - 1) if plain(own[k]) in causes), None)
    return (" ".join(own[:at]), " ".join(own[at:])) if at else ("", "")
