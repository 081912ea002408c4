"""References of activities and numbers of actions as they are printed in front of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from string import ascii_uppercase
from typing import NamedTuple

from normalise.language.words import headings, plain

#: the last part of `1.1.A Text`; `1.1.A new hall` has an article there
LAST = r"(?:[a-z]|\.[A-Z](?=[.:)]?(?:\s+['‘“\"(]?[A-Z\d]|\s*$)))?"
#: `1.3.1 Text`, `A1.2 Text`, `1.2: Text`; at least one dot, so that a plain number stays an action's number
REFERENCE = re.compile(rf"(?P<ref>[A-Z]{{0,4}}\d+(?:\.\d+)+{LAST})(?P<end>[.:)]?)(?=\s|[A-Z]|$)\s*")
INNER_REFERENCE = re.compile(
    r"(?:(?<=\s)|(?<=^))(?P<ref>[A-Z]{0,4}\d+(?:\.\d+)+[a-z]?)[.:)]?\s+(?=['‘“\"(]?[A-Z])"
)
#: `1. Text`, `2) Text`, `(3) Text`, `1 a. Text`, `a) Text`, `1.Integrate`
NUMBER = re.compile(r"\(?(?P<number>\d{1,3}(?: ?[a-z])?|[a-z]|[ivx]{1,4})(?:\.(?!\d)|\))\s*")
#: `CP1.2(a) Text`, `A1-1 Text`: what is no date and no figure
PARTED = r"(?:[A-Z]{1,4} ?)?\d+(?:\.\d+)+\([a-z]\)|[A-Z]{1,4}\d{1,3}-\d{1,3}[a-z]?(?=[.:)]?\s+['‘“\"(]?[A-Z])"
REFERENCE_AS_NUMBER = re.compile(
    rf"(?P<number>{PARTED}|(?:[A-Z]{{1,4}} ?)?\d+(?:\.\d+)+{LAST})[.:)]?\s+(?:[-–—]\s+(?=['‘“\"(]?[A-Z]))?(?=\S)"
)


#: a figure that only looks like a reference: `2.5 million`, `3.4% of`, `1.5m visits`
QUANTITY = re.compile(r"\d+(?:\.\d+)+\s*(?:%|per cent|[mk]\b|bn\b|[a-z]{2,})")


#: `SO1 Text`, `1 Text`: a reference only where all activities of a plan have one of the same letters, or none
CODED = re.compile(
    r"(?P<ref>(?P<letters>[A-Z]{0,4})(?P<count>\d{1,2}))(?P<end>[.:)]| [-–—])?\s+(?=\S)(?P<titled>(?=['‘“\"(]?[A-Z]))?"
)
#: `Activity 1 Text`: no sign parts the number from the text
NOUN = re.compile(r"(?P<item>[^\W\d]+(?: [^\W\d]+)?) (?=\d{1,2}\s)")
SERIES = 2  # such codes that make a series
OR = "/"  # between the letters of one that goes through the alphabet
#: `Objective 1.1: Text`, `Output: 2.1.1 Text`, `Action A1 Text`, `Project 7 - Text`: without a dot or a letter the
#: number ends in a sign
WORDED = re.compile(
    r"(?P<item>[^\W\d][^\W\d ]*(?: [^\W\d]+){0,3}?):?\s+(?:no\.?\s+)?(?P<ref>[A-Z]{0,4}\d{1,3}(?:\.\d{1,3})*[a-z]?)"
    r"(?:\s*(?:[:.–—]|\s-)\s*|(?<=[A-Z.]\d)\s+|(?<=[A-Z.]\d\d)\s+)(?=[^\W\d_])",
)


#: what parts the references of one cell: `1.3.1 / 1.3.2`, `A1, A2 and A4`
BETWEEN = re.compile(r"\s*(?:[,;/&+\s]|\band\b|\ba(?=\s))\s*")
#: one of several in a cell: a dotted number or letters with one, never a plain number
ONE = re.compile(r"(?:[A-Z]{1,4}[- ]?\d{1,3}|[A-Z]{0,4}\d{1,3}(?:\.\d{1,3})+)[a-z]?")

#: `a)`, `(ii)`, `(3)`: brackets around all of a number
BRACKETED = re.compile(r"\(?(?P<number>[a-z]|[ivx]{1,4}|\d{1,3})\)")

LONGEST = 16  # characters of a number in which words stand
WORD = re.compile(r"[^\W\d_]{2,}")
FEW_WORDS = 1  # of a longer one: `Recommendation 3.1 (a)`


def is_text(number: str) -> bool:
    """True for what stands as a number and is a sentence or a name."""
    words = [part for part in re.split(r"[\s/,;]+", number) if WORD.fullmatch(part.strip("().:"))]
    return len(number) > LONGEST and len(words) > FEW_WORDS


def listed(cell: str) -> tuple[str, ...]:
    """The references that a cell for them prints: `1.3.1 / 1.3.2` are two; anything that is not plainly several is
    one."""
    whole = cell.strip(" .,;:")
    parts = [part.strip(".:") for part in BETWEEN.split(whole) if part.strip(".:")]
    several = len(parts) > 1 and len({*parts}) == len(parts) and all(map(ONE.fullmatch, parts))
    return tuple(parts) if several else (whole,)


#: a code with a figure in it: `A1-1`, `HW14`, `1.2`
CODE = re.compile(r"[A-Z]{0,5}[-/.]?\d+(?:[-./]\d+)*[a-z]?")


def run_together(cell: str) -> tuple[str, ...]:
    """The codes that open a cell with blanks between them, all of one form: `B1-1 B1-2`, `1.2 1.3 Text`."""
    codes = tuple(takewhile(lambda part: CODE.fullmatch(part) and not part.isdigit(), cell.split()))
    forms = {re.sub(r"\d+", "1", code) for code in codes}
    return codes if len(forms) == 1 and len({*codes}) == len(codes) else ()


class Referred(NamedTuple):
    """One reference with its text."""

    ref: str
    text: str


def worded(text: str) -> Referred | None:
    """The reference that opens a text behind the word for what it numbers, as plans do: `Objective 1.1: Text`."""
    found = WORDED.match(text)
    role = headings().get(plain(found["item"])) if found else None
    if found is None or QUANTITY.match(text, found.start("ref")):
        return None
    if role not in ("activity", "action") and not (role in ("priority", "plan") and "." in found["ref"]):
        return None
    return Referred(found["ref"], text[found.end() :].strip())


def leading_reference(text: str) -> str | None:
    """The reference that opens a text, None where there is none."""
    found = REFERENCE.match(text)
    if found:
        return None if QUANTITY.match(text) else found["ref"]
    named = worded(text)
    return named.ref if named else None


def split_references(text: str) -> list[Referred]:
    """A cell that holds one or several references, taken apart.

    A reference inside the text counts only if it follows the one before it in number (1.3.1, 1.3.2), so that a mention
    of another activity does not split a sentence.
    """
    first = leading_reference(text)
    if first is None:
        return []
    found = REFERENCE.match(text) or WORDED.match(text)
    begin = found.end() if found else 0
    out: list[Referred] = []
    ref = first
    for inner in INNER_REFERENCE.finditer(text, begin):
        if _follows(ref, inner["ref"]):
            out.append(Referred(ref, text[begin : inner.start()].strip()))
            ref, begin = inner["ref"], inner.end()
    return [*out, Referred(ref, text[begin:].strip())]


def series(texts: Sequence[str]) -> str | None:
    """The letters of the codes that open all of a plan's activities, one each: `SO` of `SO1 Homes`, `SO2 Jobs`, or
    with a stroke between them where they go through the alphabet: `A/B` of `A1 Homes`, `A2 Jobs`, `B1 Parks`.

    Numbers alone, of no letters, count on from one and stand before a capital: `1 Homes`, `2 Jobs`, or behind the same
    noun, `Activity 1 Homes`, `Activity 2 Jobs`.
    """
    if len({_noun(text) for text in texts}) > 1:
        return None
    found = [m for text in texts if (m := CODED.match(text, len(_noun(text))))]
    letters = {m["letters"] for m in found}
    refs = list(dict.fromkeys(m["ref"] for m in found))
    if len(found) < len(texts) or len(refs) < SERIES:
        return None
    if len(letters) != 1:
        return OR.join(sorted(letters)) if _go_through_the_alphabet(found) else None
    counted = all(m["titled"] is not None for m in found) and refs == [str(n + 1) for n in range(len(refs))]
    return letters.pop() if counted or "" not in letters else None


def _go_through_the_alphabet(found: Sequence[re.Match[str]]) -> bool:
    """True for `A1`, `A2`, `B1`: the letters in order from the first on, the numbers of each counting on from one."""
    refs = list(dict.fromkeys((m["letters"], int(m["count"])) for m in found))
    counted = {letter: [n for own, n in refs if own == letter] for letter, _ in refs}
    in_order = "".join(counted) == ascii_uppercase[: len(counted)]
    return in_order and all(own == [*range(1, len(own) + 1)] for own in counted.values())


def _noun(text: str) -> str:
    """The word for an activity before its bare number, with the blank behind it; "" where there is none."""
    found = NOUN.match(text)
    return found[0] if found and headings().get(plain(found["item"])) == "activity" else ""


def coded(text: str, letters: str | None) -> list[Referred]:
    """A text apart from its code of those letters."""
    found = CODED.match(text, len(_noun(text)))
    if found is None or letters is None or found["letters"] not in letters.split(OR):
        return []
    return [Referred(found["ref"], text[found.end() :].strip())]


def parent(text: str, numbers: Sequence[str]) -> list[Referred]:
    """A text apart from the code that opens it, which all numbers of what stands below it go on from: `H1 Homes` above
    `H1.1` and `H1.2`."""
    found = CODED.match(text)
    if found is None or not numbers or not (found["letters"] or found["titled"] is not None):
        return []
    below = all(re.match(rf"{found['ref']}[.\-/(][\da-z]", number) for number in numbers)
    return [Referred(found["ref"], text[found.end() :].strip())] if below else []


def unbracketed(number: str) -> str:
    """A number of its own without the brackets that it stands in: `a` of `a)`, `3` of `(3)`."""
    found = BRACKETED.fullmatch(number)
    return found["number"] if found else number


def _follows(a: str, b: str) -> bool:
    """True if b is the next reference after a on the same level."""
    head_a, _, last_a = a.rpartition(".")
    head_b, _, last_b = b.rpartition(".")
    return head_a == head_b and last_a.isdigit() and last_b.isdigit() and int(last_b) == int(last_a) + 1


class Numbered(NamedTuple):
    number: str | None
    text: str


def numbered(text: str) -> Numbered:
    """An action's text apart from the number printed before it, whose dot or brackets are dropped."""
    found = NUMBER.match(text) or REFERENCE_AS_NUMBER.match(text)
    if found is None and (named := worded(text)):
        return Numbered(named.ref, named.text)
    if found is None or QUANTITY.match(text):
        return Numbered(None, text)
    return Numbered(found["number"], text[found.end() :].strip())
