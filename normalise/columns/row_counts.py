"""Columns that count the rows without saying so: `a`, `b`, `c` left of what is done under the heading of both, or `1.`,
`2.` under none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.block import Cell

ITEMS = ("action", "activity", "indicator")
COUNT = re.compile(r"\(?(?P<count>\d{1,2}|[a-z]{1,4}|[A-Z]{1,4})[.)]{0,2}")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def found(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The column right before that of the items that has its heading or none, or the first one without a heading, where
    it counts the rows."""
    if "ref" in roles:
        return []
    items = [col for col, role in enumerate(roles) if role in ITEMS and col]
    beside = [
        col - 1
        for col in items
        if (headings[col - 1], roles[col - 1]) in (("", ""), (headings[col], roles[col]))
        if count(below[col - 1]) and not count(below[col])
    ]
    first = [0] if items and not (headings[0] or roles[0]) and count(below[0]) else []
    return (beside or first)[:1]


def count(column: Sequence[Cell]) -> bool:
    """True for numbers or letters that go up by one, and may begin anew."""
    told = [COUNT.fullmatch(cell.text) for cell in column if cell.text]
    said = [one["count"] for one in told if one]
    if len(said) < max(2, len(told)):
        return False
    return any(_go_up(list(map(read, said))) for read in READINGS)


def _go_up(counted: Sequence[int]) -> bool:
    steps = zip((0, *counted), counted, strict=False)
    return 2 in counted and all(after > 0 and after in (1, before + 1) for before, after in steps)


def _letter(text: str) -> int:
    return ord(text.lower()) - ord("a") + 1 if len(text) == 1 and text.isalpha() else 0


def _roman(text: str) -> int:
    return ROMAN.index(text.lower()) + 1 if text.lower() in ROMAN else 0


def _figure(text: str) -> int:
    return int(text) if text.isdigit() else 0


READINGS: tuple[Callable[[str], int], ...] = (_figure, _letter, _roman)
