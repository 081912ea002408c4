"""References of activities and numbers of actions as they are printed in front of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from normalise.words import load

#: `1.3.1 Text`, `A1.2 Text`, `1.2: Text`; at least one dot, so that a plain number stays an action's number
REFERENCE = re.compile(r"(?P<ref>[A-Z]{0,4}\d+(?:\.\d+)+[a-z]?)(?P<end>[.:)]?)(?=\s|[A-Z]|$)\s*")
INNER_REFERENCE = re.compile(
    r"(?:(?<=\s)|(?<=^))(?P<ref>[A-Z]{0,4}\d+(?:\.\d+)+[a-z]?)[.:)]?\s+(?=['‘“\"(]?[A-Z])"
)
#: `1. Text`, `2) Text`, `(3) Text`, `1 a. Text`, `a) Text`, `1.Integrate`
NUMBER = re.compile(r"\(?(?P<number>\d{1,3}(?: ?[a-z])?|[a-z]|[ivx]{1,4})(?:\.(?!\d)|\))\s*")
REFERENCE_AS_NUMBER = re.compile(r"(?P<number>(?:[A-Z]{1,4} ?)?\d+(?:\.\d+)+[a-z]?)[.:)]?\s+(?=\S)")


#: a figure that only looks like a reference: `2.5 million`, `3.4% of`, `1.5m visits`
QUANTITY = re.compile(r"\d+(?:\.\d+)+\s*(?:%|per cent|[mk]\b|bn\b|[a-z]{2,})")


#: `SO1 Text`: a reference only where all activities of a plan have one of the same letters
CODED = re.compile(r"(?P<ref>(?P<letters>[A-Z]{1,4})\d{1,2})(?P<end>[.:)]| [-–—])?\s+(?=\S)")
SERIES = 2  # such codes that make a series


class Referred(NamedTuple):
    """One reference with its text."""

    ref: str
    text: str


def unnamed(text: str) -> str:
    """A text without the word that says what its reference numbers: `1.1 Adopt a plan` of `Action 1.1 Adopt a plan`."""
    found = _named().match(text) if text[:1].isalpha() else None
    return text[found.end() :] if found else text


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    nouns = "|".join(load("headings")["items"]["numbered"])
    return re.compile(
        rf"(?:{nouns})\s+(?:no\.?\s+)?(?=[a-z]{{0,4}}\d+(?:\.\d+)+[a-z]?[.:)]?\s+\S)", re.IGNORECASE
    )


def leading_reference(text: str) -> str | None:
    """The reference that opens a text, None where there is none."""
    text = unnamed(text)
    found = REFERENCE.match(text)
    return found["ref"] if found and not QUANTITY.match(text) else None


def split_references(text: str) -> list[Referred]:
    """A cell that holds one or several references, taken apart.

    A reference inside the text counts only if it follows the one before it in number (1.3.1, 1.3.2), so that a mention
    of another activity does not split a sentence.
    """
    first = leading_reference(text)
    if first is None:
        return []
    text = unnamed(text)
    found = REFERENCE.match(text)
    begin = found.end() if found else 0
    out: list[Referred] = []
    ref = first
    for inner in INNER_REFERENCE.finditer(text, begin):
        if _follows(ref, inner["ref"]):
            out.append(Referred(ref, text[begin : inner.start()].strip()))
            ref, begin = inner["ref"], inner.end()
    return [*out, Referred(ref, text[begin:].strip())]


def series(texts: Sequence[str]) -> str | None:
    """The letters of the codes that open all of a plan's activities, one each: `SO` of `SO1 Homes`, `SO2 Jobs`."""
    found = [CODED.match(text) for text in texts]
    letters = {m["letters"] for m in found if m}
    refs = {m["ref"] for m in found if m}
    return letters.pop() if None not in found and len(letters) == 1 and len(refs) >= SERIES else None


def coded(text: str, letters: str | None) -> list[Referred]:
    """A text apart from its code of those letters."""
    found = CODED.match(text)
    if found is None or found["letters"] != letters:
        return []
    return [Referred(found["ref"], text[found.end() :].strip())]


def _follows(a: str, b: str) -> bool:
    """True if b is the next reference after a on the same level."""
    head_a, _, last_a = a.rpartition(".")
    head_b, _, last_b = b.rpartition(".")
    return head_a == head_b and last_a.isdigit() and last_b.isdigit() and int(last_b) == int(last_a) + 1


class Numbered(NamedTuple):
    number: str | None
    text: str


def numbered(text: str) -> Numbered:
    """An action's text apart from the number printed before it, whose dot or brackets are dropped, and so is the word
    that says what it numbers."""
    bare = unnamed(text)
    found = NUMBER.match(bare) or REFERENCE_AS_NUMBER.match(bare)
    if found is None or QUANTITY.match(bare):
        return Numbered(None, text)
    rest = bare[found.end() :].strip()
    return Numbered(found["number"], rest if bare == text else rest.lstrip(":-–— "))
