"""What a printed phrase says of how something stands: named as a whole, or opening a longer sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from normalise.language.vocabulary import BRACKETS, colour_word, load, plain
from normalise.profile import in_force
from normalise.review import SCALE

SENTENCE_END = (".", "!", "?")  # marks behind the last word of a sentence
GOOD = SCALE[:2]
GOING = SCALE[1:]  # how well something goes that has begun: `Started, behind schedule`
TWO = 16  # words of two phrases for one thing; a longer text is a sentence
TOKEN = 3  # characters of a status that is a letter or a sign
#: `Delayed but expected to be delivered`: what stands on either side limits the other
CONCEDING = re.compile(r" (?:but|though|although|however|albeit) ")
JOINED = re.compile(r"\s*/\s*|\s+and/or\s+|\s+or\s+", re.IGNORECASE)
LISTED = re.compile(r"\s*[,;]\s+(?:and\s+)?|\s+[-–—]\s+|\s+and\s+", re.IGNORECASE)
#: "Was Red, now Green", "Red to Amber": what it is today stands behind
CHANGED = re.compile(
    r"(?:was |from )?(?P<then>[\w ]+?)(?:[,;]? (?:is )?now |\s*(?:→|->)\s*| to )(?P<now>[\w ]+)", re.I
)


class Said(NamedTuple):
    """A status that words name. `plain`: the phrase as a whole is known, so that nothing in it was left unread;
    `reserved`: words behind the opening ones take something back, and they are not understood. `before`: the status
    that was named before a `but` of mere trouble, which is worse for it unless a colour says otherwise."""

    status: str | None
    plain: bool = False
    reserved: bool = False
    before: str | None = None


NOTHING = Said(None)


def status_of(phrase: str) -> str | None:
    """The status that a printed phrase names as a whole: by the publisher's profile, else by the common vocabulary.

    None where neither knows it. Words of colours name none: what a colour means is the legend's to say.
    """
    told = in_force().words
    return told.get(plain(phrase)) or _status_of(phrase) if told else _status_of(phrase)


def whole(phrase: str) -> str | None:
    """The status of a phrase that is listed just so, none of its parts apart."""
    return _whole(plain(phrase))


@lru_cache(maxsize=4096)
def _status_of(phrase: str) -> str | None:
    words = plain(phrase)
    whole = _whole(words)
    if whole is None:
        return _of_parts(phrase)
    return None if any(_denies(aside, whole) for aside in asides(phrase)) else whole


def _whole(words: str) -> str | None:
    whole = _known().whole
    return whole.status(whole.pattern.fullmatch(words))


def _of_parts(phrase: str) -> str | None:
    """What two languages or two words for one thing say: `Under way, on time`, `Ar y trywydd / On track`; of what has
    begun, how it goes."""
    for joint in (JOINED, LISTED):
        parts = [part for part in joint.split(phrase) if plain(part)]
        if len(parts) > 1:
            said = {_status_of(part) for part in parts}
            if joint is JOINED and "/" in phrase:
                said.discard(None)  # of two languages one may be unknown
            if joint is LISTED and plain(parts[0]) in load("statuses")["degree"]["under_way"]:
                said = {_status_of(part) for part in parts[1:]}
                return said.pop() if len(said) == 1 and said <= {*GOING} else None
            return said.pop() if len(said) == 1 else None
    return _said_twice(plain(phrase).split())


def _said_twice(words: list[str]) -> str | None:
    """What two phrases for one thing say that nothing parts: `Wedi'i gwblhau Completed`."""
    if len(words) > TWO:
        return None
    for k in range(1, len(words)):
        first = _whole(" ".join(words[:k]))
        if first and first == _whole(" ".join(words[k:])):
            return first
    return None


def may_rate(words: str) -> bool:
    """True for words that a status cell may print: a status's, a colour's, or a letter or sign that stands for one."""
    told = words.strip()
    return bool(status_of(told) or colour_word(told)) or 0 < len(told) <= TOKEN


def asides(phrase: str) -> list[str]:
    """What a phrase says in brackets about today: `Green (last quarter: Red)` says nothing of today there."""
    past = load("statuses")["past"]["words"]
    inner = [aside[1:-1] for aside in BRACKETS.findall(phrase)]
    return [aside for aside in inner if not set(plain(aside).split()) & set(past)]


def _denies(aside: str, status: str) -> bool:
    """True where brackets say another status than the words before them: `On track (some delay)`.

    What is done stays done when it was late.
    """
    said = _status_of(aside)
    return said is not None and said != status and (status, said) != ("completed", "behind_schedule")


def of_today(phrase: str) -> str:
    """What a phrase that tells of a change says of today: `Green` of `Was Red, now Green`."""
    found = CHANGED.fullmatch(phrase.strip())
    if found is None:
        return phrase
    rated = load("statuses")["colours"]["words"]
    return found["now"] if all(plain(found[part]) in rated for part in ("then", "now")) else phrase


@lru_cache(maxsize=4096)
def opening(phrase: str) -> Said:
    """What the words that open a sentence or definition say, with the words behind a `but` weighed against them.

    Two statuses joined by `or` say neither: of two that are behind, the worse is taken.
    """
    if (alternatives := _alternatives(phrase)) is not None:
        return alternatives
    head, but, tail = _conceded(plain(phrase))
    said = _weighed(head, tail) if but else _opening(head)
    for aside in asides(phrase) if said.status else ():
        if (then := _status_of(aside)) and said.status:
            both = together(said.status, then)
            said = Said(both, reserved=both is None)
    return said


def _conceded(words: str) -> tuple[str, str, str]:
    found = CONCEDING.search(words)
    return (words[: found.start()], found[0], words[found.end() :]) if found else (words, "", "")


def _opening(words: str) -> Said:
    opening = _known().opening
    found = opening.pattern.match(words)
    if found is None:
        return NOTHING
    status = opening.status(found)
    return Said(status, reserved=status in GOOD and takes_back(words[found.end() :], status))


def takes_back(words: str, status: str = "") -> bool:
    """True for words of trouble, or of less than all; `no delays` is none, nor `not complete` of what is under way."""
    left = _telling("harmless").sub(" ", words)
    return bool(
        _telling("patterns").search(left if status == "completed" else _telling("unfinished").sub(" ", left))
    )


def _alternatives(phrase: str) -> Said | None:
    """Of a phrase that joins statuses by `or`: what they have in common; None where it joins none."""
    parts = [part for part in JOINED.split(BRACKETS.sub(" ", phrase)) if part.strip()]
    said = (
        [s for part in parts if (s := _status_of(part) or _opening(plain(part)).status)] if parts[1:] else []
    )
    if len(set(said)) < 2:
        return None
    if all(status in SCALE and status not in GOOD for status in said):
        return Said(max(said, key=SCALE.index))
    return NOTHING._replace(reserved=True)


def _weighed(head: str, tail: str) -> Said:
    first, then = (Said(_whole(part)) if _whole(part) else opening(part) for part in (head, tail))
    if then.status is None:
        if first.status is None or first.status in (*GOOD, "not_started"):
            troubled = first.status != "completed" and _telling("trouble").search(
                _telling("harmless").sub(" ", tail)
            )
            return (
                Said("behind_schedule", before=first.status)
                if troubled
                else first._replace(plain=False, reserved=takes_back(tail, first.status or ""))
            )
        return first._replace(plain=False)
    if first.status is None:
        limited = then.status in GOOD and takes_back(head)
        return Said("behind_schedule") if limited else then._replace(plain=False)
    if first.status == "off_track" and then.status in SCALE[:3]:
        return Said("behind_schedule")  # `Off track but recoverable`
    status = together(first.status, then.status)
    return Said(status, reserved=status is None)


def together(first: str, then: str) -> str | None:
    """What two statuses said of one thing come to; None where they cannot both be.

    What is done stays done when it was late, and what has not begun, or rests, may be as planned.
    """
    pair = {first, then}
    if len(pair) == 1 or pair <= {*GOOD}:
        return first
    if "completed" in pair:
        return "completed" if "behind_schedule" in pair else None
    if pair <= {*SCALE}:
        return max(pair, key=SCALE.index)
    if "not_started" in pair and pair & {*SCALE}:
        other = (pair - {"not_started"}).pop()
        return "not_started" if other in GOOD else other
    return then if first in SCALE else first


class Words(NamedTuple):
    """Phrases that name a status, as one pattern with a group for each entry of the vocabulary, tried in its order."""

    pattern: re.Pattern[str]
    statuses: tuple[str, ...]

    def status(self, found: re.Match[str] | None) -> str | None:
        return self.statuses[found.lastindex - 1] if found and found.lastindex else None


class Known(NamedTuple):
    whole: Words
    opening: Words


@lru_cache(maxsize=1)
def _known() -> Known:
    data = load("statuses")
    return Known(_compiled(data["whole"]), _compiled(data["opening"]))


def _compiled(entries: list[dict[str, Any]]) -> Words:
    groups = "|".join(f"({_any_of(entry['patterns'])})" for entry in entries)
    return Words(re.compile(groups), tuple(entry["status"] for entry in entries))


def _any_of(patterns: list[str]) -> str:
    return "(?:" + "|".join(patterns) + r")(?!\w)"


@lru_cache(maxsize=4)
def _telling(what: str) -> re.Pattern[str]:
    """Words that take something back, or that only seem to: an entry of the vocabulary's reservations."""
    return re.compile(r"\b" + _any_of(load("statuses")["reservation"][what]))


def parted(text: str) -> tuple[str, str]:
    """A status that stands alone on a text's first line, and the lines behind it, which say why; else the whole text
    and nothing."""
    status, _, reason = text.partition("\n")
    return (status, reason) if reason and status_of(status) else (text, "")
