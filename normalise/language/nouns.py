"""What the noun of a heading says of its column, whatever qualifies it: `Officer update`, `Progress since May`."""

from __future__ import annotations

import re
from functools import lru_cache

from normalise.language.words import BRACKETS, known, load, neutral, plain, unbracketed

ITEMS = ("action", "activity", "indicator")
LONGEST = 3  # words of such a noun: "direction of travel"
FIGURES = ("latest", "previous")  # roles of two figures of one thing
IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")


def told_in_brackets(heading: str) -> tuple[str, str | None]:
    """What stands before the brackets at a heading's end, and which of two figures they say that it heads:
    `Performance at Q4 (latest)`; None where they say no such thing."""
    found = IN_BRACKETS.search(heading)
    said = known(plain(found[1])) if found else None
    return (heading[: found.start()], said) if found and said in FIGURES else (heading, None)


def is_no_field(heading: str, undated: str) -> bool:
    """True for a heading that is known to be none of a row's fields, or of which one of two parts is."""
    return not _without().isdisjoint((plain(heading), undated, *map(plain, heading.split("/"))))


@lru_cache(maxsize=1024)
def is_beside(heading: str) -> bool:
    """True for a heading that names neither what is done nor how it went: `Key risks`, `Next steps`. What it says of
    progress too, it does name."""
    if tells(heading):
        return False
    words = {*unbracketed(heading).split()}
    if "rationale" in words and any(_heads().get(word) == "status" for word in words):
        return False
    return is_no_field(heading, plain(heading)) or not words.isdisjoint(
        load("headings")["no_field"]["beside"]
    )


@lru_cache(maxsize=1024)
def is_hoped(heading: str) -> bool:
    """True for a heading that is beside what is done by a word for what is to come of it alone, `Expected output`: it
    names what is done where nothing else does."""
    words = {*unbracketed(heading).split()}
    beside = words.intersection(load("headings")["no_field"]["beside"])
    hoped = bool(beside) and beside.issubset(load("headings")["no_field"]["hoped"])
    return hoped and not is_no_field(heading, plain(heading))


def tells(heading: str) -> bool:
    """True for a heading with a word for how it went: `Director's comment`."""
    return any(_heads().get(word) == "progress" for word in unbracketed(heading).split())


def moved(words: str, heading: str) -> str | None:
    """The role of a date that was moved or met: `Revised target date`, `Date original`, `Completion date (actual)`."""
    first, _, rest = words.partition(" ")
    main, _, last = words.rpartition(" ")
    bracketed = [plain(found[1:-1]) for found in BRACKETS.findall(heading)]
    for word, date in ((first, rest), (last, main), *((word, words) for word in bracketed)):
        role = _moving().get(word)
        if role and (date in ("date", "dates") or (known(date) or _heads().get(date)) == "due_date"):
            return role
    return None


def spanned(words: str) -> str | None:
    """The role of the first or the last day of a time over which something is done: `Timeline From`, `Timeline To`."""
    first, _, last = words.rpartition(" ")
    if (known(first) or _heads().get(first)) not in ("due_date", "start_date") and first not in _plans():
        return None
    return _ends_of_time().get(last)


def rated_at(words: str) -> str | None:
    """`status` or `previous_status` for a rating beside the time at which it is told, `BRAG this report`, else None."""
    found = next((m for pattern in _told() if (m := pattern.fullmatch(words))), None)
    if found is None:
        return None
    return (
        "status"
        if found["which"] in load("headings")["told"]["now"]
        else load("headings")["earlier"]["status"]
    )


def headed(words: str) -> str | None:
    """The role of the noun that a heading ends with, or that stands before `of` or `since`, where all else only
    qualifies it; empty where its time makes it none of a row's fields, None where there is no such noun."""
    times = load("headings")["times"]
    words = _to_be_done().sub("", words)
    parts = words.replace("year to date", "ytd").removesuffix(" to date").split()
    cut = next((k for k, w in enumerate(parts) if w in (*times["since"], *times["prepositions"])), len(parts))
    main, behind = parts[:cut], parts[cut + 1 :]
    said = [w for w in main if w not in _moments() and not w.isdigit()]
    length = next((k for k in range(LONGEST, 0, -1) if " ".join(said[-k:]) in _heads()), 0)
    role = _heads()[" ".join(said[-length:])] if length else ""
    qualifying = _qualifiers(role) | _moments() | neutral()
    if not role or not qualifying.issuperset(w for w in (*said[:-length], *behind) if not w.isdigit()):
        return None
    at = behind if role == "status" and cut < len(parts) and parts[cut] not in times["since"] else []
    if set(times["future"]).intersection((*main, *behind)):
        return ""
    past = set(times["past"]).intersection((*main, *at))
    return load("headings")["earlier"].get(role, "") if past else role


def named_first(heading: str) -> str:
    """What the first word for items in a heading names: `How we will measure these actions` is about measures."""
    told = (_heads().get(word, "") for word in plain(heading).split())
    return next((role for role in told if role in ITEMS), "")


@lru_cache(maxsize=1)
def _without() -> frozenset[str]:
    return frozenset(load("headings")["no_field"]["headings"])


@lru_cache(maxsize=1)
def _heads() -> dict[str, str]:
    return {noun: role for role, nouns in load("headings")["heads"].items() for noun in nouns}


@lru_cache(maxsize=1)
def _told() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a rating before and behind the time at which it is told."""
    told = load("headings")["told"]
    rating = "|".join(noun for noun, role in _heads().items() if role == "status")
    time = rf"(?P<which>{'|'.join((*told['now'], *told['before']))}) (?:{'|'.join(told['times'])})"
    return re.compile(rf"(?:{rating}) (?:(?:at|in|for) )?(?:the )?{time}"), re.compile(
        rf"(?:the )?{time}(?:'s)? (?:{rating})"
    )


@lru_cache(maxsize=1)
def _to_be_done() -> re.Pattern[str]:
    """Pattern of what stands behind the noun of what is done: `Activity to be delivered`, `Steps that we will take`."""
    qualifiers = load("headings")["qualifiers"]
    to_be = rf"(?:(?:still )?to be|that will be|we will) (?:{'|'.join(qualifiers['done'])})"
    ours = rf"(?:(?:that|which) )?(?:{'|'.join(qualifiers['ours'])}) (?:{'|'.join(qualifiers['do'])})"
    return re.compile(rf" (?:{to_be}|{ours})$")


@lru_cache(maxsize=1)
def _ends_of_time() -> dict[str, str]:
    spans = load("headings")["spans"]
    return {word: role for role in ("start_date", "due_date") for word in spans[role]}


@lru_cache(maxsize=1)
def _plans() -> frozenset[str]:
    return frozenset(load("headings")["spans"]["over"])


@lru_cache(maxsize=1)
def _moving() -> dict[str, str]:
    return {word: role for role, words in load("headings")["moved"].items() for word in words}


@lru_cache(maxsize=16)
def _qualifiers(role: str) -> frozenset[str]:
    words = load("headings")["qualifiers"]
    return frozenset(
        (
            *words["words"],
            *(words["ahead"] if role in ("due_date", "action", "activity") else ()),
            *((*words["readers"], *words["writers"]) if role == "progress" else ()),
            *(words["led"] if role == "lead" else ()),
        )
    )


@lru_cache(maxsize=1)
def _moments() -> frozenset[str]:
    times = load("headings")["times"]
    return frozenset((*times["words"], *times["past"], *times["future"]))
