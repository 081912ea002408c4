"""The lines of a key held against each other: where red is the worst, amber is not as bad."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from normalise.language import phrases, vocabulary
from normalise.review import SCALE

GOOD = SCALE[:2]
COLOURED = "coloured"  # how surely words name a status: not at all, by the step of the scale that is left
LOST = "lost"  # how surely words name a status: by what a risk's definition says of its end
TARGET = re.compile(r"\btargets?\b")
NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "fifteen": "15", "twenty": "20",
}  # fmt: skip


class Line(NamedTuple):
    """A line of a key: the name of its sign's colour, its label, what the label alone is read as, and how surely."""

    colour: str | None
    label: str
    status: str
    sure: str = "plain"


def graded(lines: Sequence[Line]) -> list[str]:
    """The status of each line. Words of degree (`Significant issues`) leave open how bad it is: an amber line that
    has them is behind schedule where the key has a red line below it that is off track or not understood, and so is
    one that goes on behind words of the worst (`Off track, recovery plan in place`). Words that are not
    understood to their end (`On track with risks`) are taken where the colour says so too."""
    worst = any(
        usual(line.colour) == "off_track" and line.status in ("off_track", "unknown") for line in lines
    )
    read = [
        "behind_schedule"
        if worst and _is_middle(line)
        else _trusted(line, [k for k in lines if k is not line])
        for line in lines
    ]
    ambers = [vocabulary.plain(line.label) for line in lines if _is_amber_behind(line)]
    if "off_track" in read or not ambers:
        return read
    return [
        "off_track" if _is_last(line, ambers) else status for line, status in zip(lines, read, strict=True)
    ]


def told_apart(lines: Sequence[Line]) -> list[str]:
    """The status of each line of a key, which tells its steps apart: where none is worse than an amber one that is
    behind schedule, a red one is off track, though by its words it is not (`Delayed` beside `Caution`); and what words
    that are not understood stand for where the other steps are what their colours are used for."""
    ambers = any(map(_is_amber_behind, lines)) and all(line.status != "off_track" for line in lines)
    read = ["off_track" if ambers and _is_red_behind(line) else line.status for line in lines]
    missing = _missing_step([line._replace(status=s) for line, s in zip(lines, read, strict=True)])
    return [
        missing if missing and status == "unknown" and usual(line.colour) == missing else status
        for line, status in zip(lines, read, strict=True)
    ]


def _missing_step(lines: Sequence[Line]) -> str | None:
    """The step of trouble of a scale of green, amber and red that a line's colour alone tells, as its words are not
    understood and all others say what their colours are used for; None where none or more than one is missing."""
    placed = {line.status for line in lines if line.status == usual(line.colour)}
    troubled = [status for status in SCALE[2:] if status not in placed]
    told = [line for line in lines if line.status == "unknown" and usual(line.colour) in troubled]
    clear = GOOD[1] in placed and len(troubled) == len(told) == 1 and not any(map(contradicts, lines))
    return troubled[0] if clear and all(line.status != troubled[0] for line in lines) else None


def is_by_colour_alone(line: Line, lines: Sequence[Line]) -> bool:
    """True for a line that is what it is only because the key tells its red from amber: `told_apart`."""
    if line.sure == COLOURED:
        return True
    ambers = [vocabulary.plain(k.label) for k in lines if _is_amber_behind(k)]
    behind = line._replace(status="behind_schedule")
    red = bool(ambers) and line.status == "off_track" and _is_red_behind(behind)
    return red and phrases.status_of(line.label) == behind.status and not _is_last(behind, ambers)


def by_target(lines: Sequence[Line]) -> list[str]:
    """The status of each line; those without a colour that are not understood by what they say of a target that another
    line says is met (`On target`, `Within 5% of target`, `More than 5% from target`)."""
    met, near, far = (_of_degree()[status] for status in (GOOD[1], "behind_schedule", "off_track"))
    bare = [line for line in lines if line.status == "unknown" and usual(line.colour) is None]
    reached = any(line.status in GOOD and met.fullmatch(_in_figures(line.label)) for line in lines)
    middle = [line for line in bare if near.fullmatch(_in_figures(line.label))] if reached else []
    worst = [line for line in bare if far.fullmatch(_in_figures(line.label))] if middle else []
    return [
        "behind_schedule" if line in middle else "off_track" if line in worst else line.status
        for line in lines
    ]


def contradicts(line: Line) -> bool:
    """True where a line says of its colour what that is never used for: that red is completed, or green not started."""
    meant = usual(line.colour)
    if meant is None:
        return False
    if line.status == "unknown":
        return is_step(line.label) and by_degree([line.label], line.colour) is None
    return line.status not in SCALE or (line.status in GOOD) != (meant in GOOD)


def by_degree(texts: Sequence[str], colour: str | None) -> str | None:
    """What words of degree say beside a colour that is used for it: `Alert` is behind on amber and off track on red."""
    meant = _used_for(colour)
    pattern = _of_degree().get(meant or "")
    return meant if pattern and any(pattern.fullmatch(_in_figures(text)) for text in texts) else None


def by_tone(texts: Sequence[str], colour: str | None) -> str | None:
    """The status for which a colour is used, where words without a status in them tell the same and nothing else:
    `Expected to miss the date by up to a month` is behind on amber, and nothing on green."""
    meant = _used_for(colour)
    return meant if meant and _has_tone(" ".join(map(vocabulary.plain, texts)), meant) else None


@lru_cache(maxsize=4096)
def _has_tone(words: str, status: str) -> bool:
    tone = _tones().get(status)
    return bool(tone and tone[0].search(words) and not tone[1].search(words))


def is_step(words: str) -> bool:
    """True for words of degree that may be a step of a scale: `OK`."""
    return any(pattern.fullmatch(_in_figures(words)) for pattern in _of_degree().values())


def meets_target(words: str) -> bool:
    """True for words that say no more than that a target is met: `Target met or exceeded`."""
    return bool(TARGET.search(vocabulary.plain(words))) and phrases.status_of(words) == GOOD[1]


def _in_figures(text: str) -> str:
    """Plain words with shares in figures: `within ten per cent of target` is `within 10 percent of target`."""
    words = vocabulary.plain(text).replace("per cent", "percent").split()
    named = zip(words, [*words[1:], ""], strict=False)
    return " ".join(
        NUMBERS.get(word, word) if behind.startswith("percent") else word for word, behind in named
    )


def belied(line: Line) -> bool:
    """True where the colour of a line's sign is never used for what its words, not plain ones, are read as, or where
    they are read as the worst although amber is not used for that."""
    worse = line.status == "off_track" and usual(line.colour) == "behind_schedule"
    return line.sure != "plain" and line.status in SCALE and (worse or _borne_out(line) is False)


def apart(one: str, other: str) -> bool:
    """True where one status is on schedule or done and the other behind."""
    return one in SCALE and other in SCALE and (one in GOOD) != (other in GOOD)


def _borne_out(line: Line) -> bool | None:
    """Whether the colour is used for what goes as well or as badly as the words say; None where it says neither."""
    meant = usual(line.colour)
    return None if meant is None or line.status not in SCALE else (meant in GOOD) == (line.status in GOOD)


def _trusted(line: Line, others: Sequence[Line]) -> str:
    """A line's status; unknown where that hangs on its colour, which says otherwise or is another step's too. A risk of
    which the definition says that all is lost is the milder step beside one that is lost by its name."""
    if line.sure == LOST and any(k.status == line.status and k.sure != LOST for k in others):
        return "behind_schedule"
    if _is_little(line, others):
        return "behind_schedule"
    shared = line.sure == "toned" and any(k.colour == line.colour and k.status in SCALE for k in others)
    return "unknown" if shared or (line.sure == "reserved" and not _borne_out(line)) else line.status


def _is_little(line: Line, others: Sequence[Line]) -> bool:
    """True for a line that says that there is little of what another says that there is none of, and no sign of the
    worst: `Limited progress` beside `No progress`."""
    if line.status != "off_track" or usual(line.colour) == line.status:
        return False
    little, none = (vocabulary.load("statuses")["degree"][name] for name in ("little", "none"))
    first, _, rest = vocabulary.plain(line.label).partition(" ")
    worse = {f"{word} {rest}" for word in none}
    return first in little and any(
        vocabulary.plain(k.label) in worse and k.status == line.status for k in others
    )


def _is_middle(line: Line) -> bool:
    open_how_bad = line.sure == "opening" or _degrees().fullmatch(vocabulary.plain(line.label)) is not None
    return line.status == "off_track" and usual(line.colour) == "behind_schedule" and open_how_bad


def _is_amber_behind(line: Line) -> bool:
    return line.status == usual(line.colour) == "behind_schedule"


def _is_last(line: Line, ambers: Sequence[str]) -> bool:
    """True for a red line that says `Below target` or `Overdue` and no more, whose label names none (`Poor`), or says
    without reserve what amber lines say with one: `Late` beside `Late but recoverable`."""
    label = vocabulary.plain(line.label)
    known = vocabulary.load("statuses")
    told = (*known["degree"]["worst"], *known["legend"]["past_due"])
    vague = label in told or phrases.status_of(line.label) is None
    vague = vague or any(amber.startswith(f"{label} ") for amber in ambers)
    return _is_red_behind(line) and vague


def _is_red_behind(line: Line) -> bool:
    return line.status == "behind_schedule" and usual(line.colour) == "off_track"


def usual(colour: str | None) -> str | None:
    """What the colour means by convention."""
    convention: dict[str, str] = vocabulary.load("statuses")["convention"]
    return convention.get(colour or "")


def _used_for(colour: str | None) -> str | None:
    """What a colour means in a key by convention; blue too, which means nothing where there is no key."""
    used = vocabulary.load("statuses")
    meant: str | None = {**used["degree"]["colours"], **used["convention"]}.get(colour or "")
    return meant


@lru_cache(maxsize=1)
def _tones() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each status the words that a line of that tone has, and those that it never has."""
    told: dict[str, dict[str, list[str]]] = vocabulary.load("statuses")["degree"]["tone"]
    return {status: (_any_of(tone["has"]), _any_of(tone["never"])) for status, tone in told.items()}


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + r")(?!\w)")


@lru_cache(maxsize=1)
def _of_degree() -> dict[str, re.Pattern[str]]:
    told: dict[str, list[str]] = vocabulary.load("statuses")["degree"]["beside"]
    return {status: re.compile("|".join(patterns)) for status, patterns in told.items()}


@lru_cache(maxsize=1)
def _degrees() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary.load("statuses")["degree"]["patterns"]))
