"""Headings whose words say what figures they head only beside an indicator: `Goal for 2028` what is aimed at,
`Achieved` or `Current level` what was reached, `Previous position` what was reached before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from normalise.columns import content
from normalise.language import moments, vocabulary, welsh, words
from parsers.block import Cell

YEAR = re.compile(r"[1-4]\d")  # behind a month: `Trajectory Sep-25`
#: roles that the words of an aim may have by themselves, and those of what was reached
AIMED = ("", "activity", "priority", "plan", "good_is")
REACHED = ("", "activity", "progress", "period", "ref", "indicator", "complete")


def told(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[str]:
    """Roles of a table with indicators, where figures stand below such a heading."""
    found = list(roles)
    if "target" not in found:
        for col in (k for k, role in enumerate(found) if role in AIMED):
            if _is_aim(headings[col]) and _are_aims(below[col]):
                found[col] = "target"
    behind = range(found.index("indicator") + 1, len(found))
    figured = [k for k in behind if found[k] in REACHED and content.are_figures(below[k])]
    for col in figured:
        if moments.is_bare(headings[col]) or (found[col] == "ref" and _says(headings[col], alone=True)):
            found[col] = ""  # `Position at 31 December` is no narrative, and `Number` over 64% no reference
    for col, role in _reached(figured, headings, found):
        found[col] = role
    return found


def _is_aim(heading: str) -> bool:
    """True for the word of an aim, whatever time it is for: `Goal for 2028`, `2025/26 plan`."""
    heading = welsh.english(heading)
    said = vocabulary.undated(heading).split()
    times = vocabulary.load("headings")["times"]["words"]
    years = {k for k in range(1, len(said)) if said[k - 1] in times and YEAR.fullmatch(said[k])}
    left = (word for k, word in enumerate(said) if k not in years)
    aim = " ".join(word for word in left if word not in (*_prepositions(), *times))
    if not words.shades()["aims"].isdisjoint((aim, vocabulary.plain(heading))):
        return True
    return said[-1:] != [] and said[-1] in words.shades()["aimed"] and words.shades()["off"].isdisjoint(said)


def _are_aims(column: Sequence[Cell]) -> bool:
    """True for figures that do not count on from row to row, as the numbers of goals do."""
    if not content.are_figures(column):
        return False
    texts = [c.text for c in column if c.text]
    counted = [int(text) for text in texts if text.isdigit()]
    steps = (after - before for before, after in pairwise(counted))
    return len(counted) < len(texts) or not all(step in (0, 1) for step in steps)


def _reached(columns: Sequence[int], headings: Sequence[str], roles: Sequence[str]) -> list[tuple[int, str]]:
    """The columns of the latest figure and of the one before, by their headings; of several for one neither is known.
    Beside figures for parts of a year what has no date is their sum or mean as likely."""
    dated = [moment for heading in headings if (moment := moments.of(heading))]
    parts = {moment for moment in dated if moment.span < moments.YEAR_MONTHS}
    said = [(col, _says(headings[col], alone=not dated)) for col in columns if not moments.of(headings[col])]
    told = [role for _, role in said]
    return [
        (col, role)
        for col, role in said
        if role and role not in roles and told.count(role) == 1 and (not parts or role == "previous")
    ]


def _says(heading: str, *, alone: bool) -> str:
    """`latest` or `previous` for a heading of nothing but words for a figure; where none beside it is dated, they may
    be as weak as `%`."""
    heading = welsh.english(heading)
    told = vocabulary.load("headings")["told_figures"]
    times = vocabulary.load("headings")["times"]
    if vocabulary.plain(heading) in told["said"]:
        return "latest"
    parts = vocabulary.plain(heading).replace("'s", "").split()
    said = [w for w in parts if w not in _prepositions() and not w.isdigit()]
    past = [w for w in said if w in times["past"]]
    left = [w for w in said if w not in (*past, *told["now"], *times["words"])]
    known = {*told["nouns"], *(told["weak"] if alone or len(left) > 1 else ())}
    if not left or not known.issuperset(left):
        return ""
    return "previous" if past else "latest"


def _prepositions() -> list[str]:
    found: list[str] = vocabulary.load("headings")["times"]["prepositions"]
    return found
