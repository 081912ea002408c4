"""Rows of one text whose number opens those of all rows below them: `1. Homes for everyone` above `1.1.1` is a
priority, though no word says so; and so is one above rows that have their activity in a column, or no number
but a code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from normalise.prose import texts
from normalise.review import Priority
from normalise.rows.groups import CONTINUED
from normalise.rows.joining import Item
from normalise.rows.records import Record, Theme

COUNTED = re.compile(r"(?P<number>\d{1,2})(?:\s*[-–—:.)]\s*|\s+)(?P<title>[^\W\d].*)")
COUNTS = re.compile(r"\s*\d{1,2}\s*[-–—:.)]")  # a number that is no part of what is said
#: the first part of a number of several: `1.2`, `CP1.1(a)`
OPENING = re.compile(r"[A-Z]{0,4} ?(?P<first>\d{1,2})\.\d")
CODE = re.compile(
    r"[A-Z]{1,4}[ -]?\d{1,3}(?:-\d{1,3})?"
)  # of a row, which no number of a row across the table opens
LONGEST = 200  # characters of such a row
PLACES = ("ref", "activity", "action")  # columns in which a row's number stands


def named(items: Sequence[Item]) -> dict[int, Priority]:
    """The priorities that rows of one text name by their number, by the row's identity; none where one has other
    numbers below it, where most have none and the rows have neither an activity each nor codes alone at most, or where
    the numbers do not count on."""
    below: dict[int, set[str]] = {}
    rows: list[Record] = []
    found: dict[int, Priority] = {}
    last: int | None = None
    others = False  # rows of one text without a number that counts
    for item in items:
        if isinstance(item, Theme) and texts.priority(item.text):
            return {}
        if isinstance(item, Theme) and not item.tally and (counted := said(item.text)):
            last = id(item)
            found[last], below[last] = counted, set()
            others |= not COUNTS.match(item.text)  # `1 April 2025 to 30 June 2025`
            continue
        others |= isinstance(item, Theme) and not item.tally
        if last is not None:
            below[last].update(_numbers(item))
            rows += [item] if isinstance(item, Record) else []
    told = [key for key, numbers in below.items() if numbers]
    agree = all(below[key] == {found[key].number} for key in told)
    numbers = [int(priority.number) for priority in found.values()]
    counts = all(b in (a, a + 1) for a, b in pairwise(numbers))
    first, several = numbers[:1] == [1], len(set(numbers)) > 1
    apart = first and all(row.text("activity") for row in rows)
    coded = all(CODE.fullmatch(ref) for row in rows if (ref := row.text("ref")))
    bare = first and (several or not others) and not told and coded
    return found if agree and counts and (apart or bare or 2 * len(told) > len(found)) else {}


def said(text: str) -> Priority | None:
    """The priority that a row of one text is, if it counts."""
    found = COUNTED.fullmatch(" ".join(CONTINUED.sub("", text).split()))
    short = len(text) <= LONGEST and not text.endswith(".")
    return Priority(found["number"], found["title"]) if found and short else None


def _numbers(item: Item) -> Iterator[str]:
    """The first parts of the dotted numbers of a row."""
    said = [item.text] if isinstance(item, Theme) else [item.text(role) for role in PLACES]
    return (found["first"] for text in said if (found := OPENING.match(text)))
