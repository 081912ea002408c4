"""Codes and bare numbers in front of all actions of a review: `CP001 Buy land`, `1 Buy land`, `1a Buy land`, `1/1 Buy
land`; and in a column of their own before indicators."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.columns import content
from normalise.review import Action
from parsers.block import Cell

NEARLY_ALL = 0.9  # share of the actions that have a code: a stray text may be among them
GAPS = 2  # times as many as there are codes of some letters that their figures may go up to
SERIES = 3  # such numbers that make a series: two actions may both begin with a figure
CODE = re.compile(
    r"(?P<ref>(?P<letters>[A-Z]{0,5})(?:(?<=[A-Z])[ ./-])?(?P<count>\d{1,3}(?:/\d{1,3}|[a-z])?))(?:[.:)]|\s[-–—])?\s+"
    r"(?=['‘“\"(]?[A-Z])"
)
LETTERED = re.compile(r"(?P<letters>[A-Z]{1,5})[ ./-]?(?P<count>\d{1,3})[a-z]?")  # a code alone


def apart(actions: Sequence[Action]) -> tuple[Action, ...]:
    """The actions with the numbers that open their texts apart, where all have one and none has another: codes with
    letters, all different, or figures that count from one, anew for each priority, as their last parts do. Codes of the
    same letters that count on from one are apart also beside actions without any: projects above their milestones; and
    so are codes beside actions of which each has another such code as its number."""
    opened = [None if a.action_number else CODE.match(a.action) for a in actions]
    found = [m for m in opened if m is not None]
    none_has = not any(a.action_number for a in actions)
    if len(found) < SERIES:
        return tuple(actions)
    if len(found) == len(actions):
        told = _is_series(found)
    else:
        told = _counts_on(found) if none_has else _are_coded(actions, found)
    if not told:
        return tuple(actions)
    return tuple(
        replace(action, action_number=m["ref"], action=action.action[m.end() :]) if m else action
        for action, m in zip(actions, opened, strict=True)
    )


def of_indicators(roles: tuple[str, ...], below: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Roles where of several columns of indicators (`PI | Indicator`) one holds codes alone: these number them."""
    named = [col for col, role in enumerate(roles) if role == "indicator"]
    if len(named) < 2 or "ref" in roles:
        return roles
    texts = {col: [c.text for c in below[col] if c.text] for col in named}
    coded = [col for col in named if texts[col] and all(map(content.CODE.fullmatch, texts[col]))]
    return tuple("ref" if coded == [col] else role for col, role in enumerate(roles))


def _is_series(found: Sequence[re.Match[str]]) -> bool:
    differ = len({m["ref"] for m in found}) == len(found)
    if any(m["letters"] for m in found):
        return differ and all(m["letters"] for m in found)
    parted = {not m["count"].isdigit() for m in found}
    if len(parted) > 1 or (parted == {True} and not differ):
        return False
    counts = [_last(m["count"]) for m in found]
    return counts[0] == 1 and all(after in (1, before + 1) for before, after in pairwise(counts))


def _are_coded(actions: Sequence[Action], found: Sequence[re.Match[str]]) -> bool:
    """True where nearly all actions have a code with letters, all different: some as their number, others before the
    text. The figures behind the same letters count on with few gaps; those of roads (`A14`, `A505`) do not."""
    alone = [LETTERED.fullmatch(a.action_number) for a in actions if a.action_number]
    before = [LETTERED.fullmatch(m["ref"]) for m in found]
    told = [m for m in (*alone, *before) if m is not None]
    counts: defaultdict[str, list[int]] = defaultdict(list)
    for m in told:
        counts[m["letters"]].append(int(m["count"]))
    counting = all(max(own) <= GAPS * len(own) for own in counts.values())
    whole = len(told) == len({m[0] for m in told}) == len(alone) + len(before)
    return counting and whole and len(told) >= NEARLY_ALL * len(actions)


def _counts_on(found: Sequence[re.Match[str]]) -> bool:
    """True for codes of the same letters, two or more, whose figures count on from one without a gap."""
    alike = len({m["letters"] for m in found}) == 1 and len(found[0]["letters"]) > 1
    counts = [int(m["count"]) for m in found if m["count"].isdigit()]
    return alike and counts == list(range(1, len(found) + 1))


def _last(count: str) -> int:
    """The last part of a number: 2 of `1/2` and of `1b`."""
    return ord(count[-1]) - ord("a") + 1 if count[-1].isalpha() else int(count.rsplit("/", 1)[-1])
