"""Wording: what a printed text says to a reader, apart from how it happens to be set."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

_VOCABULARY: Mapping[str, Any] = tomllib.loads(
    files("warehouse").joinpath("words.toml").read_text(encoding="utf-8")
)
#: counts in words
NUMBER_WORDS: Mapping[str, int] = _VOCABULARY["numbers"]
#: words that say how much, not what; a single hub may be one hub
HOW_MUCH = frozenset((*_VOCABULARY["how_much"].split(), *NUMBER_WORDS))

_MARKS = str.maketrans("‘’‚‛“”„´–—―‐‑−", "''''\"\"\"'------", "\u00ad\u200b\u200c\u200d\ufeff")
_BULLET = re.compile(r"(^|\n)\s*[•●▪·◦‣]\s*")
#: signs that stand for a bullet where a blank follows: a dash, a star, the letter that is a hollow bullet in Courier
_DASH_FOR_BULLET = re.compile(r"(^|\n)[ \t]*(?:[-*]|o(?=[ \t]+[A-Z(]))[ \t]+(?=\S)")
_HYPHEN_IN_WORD = re.compile(r"(?<=[^\W\d_])-\s?(?=[^\W\d_])")
_BLANKS = re.compile(r"\s+")

#: words that turn a sentence round; "on track" and "not on track" must never be taken for one text
_NEGATION = re.compile(rf"\b(?:{'|'.join(_VOCABULARY['negations'].split())}|\w+n't)\b")
#: quarters and years say when, not what: they roll on from review to review
_PERIOD = re.compile(r"\bq[1-4]\b|\b(?:19|20)\d\d(?:\s?[-/]\s?(?:20)?\d\d)?\b")
#: letters with digits name a thing (KS2, FSM6): another code is another thing
_CODE = re.compile(r"\b(?=\w*[a-z])(?=\w*\d)\w{2,}\b")
_NUMBER = re.compile(r"[<>≤≥£$€]?\s?\d[\d,]*(?:\.\d+)?\s?%?")
#: a place, a person or a body; another name in the same words is another thing
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+\b")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
#: words too common to tell two actions apart
_COMMON = frozenset(_VOCABULARY["common"].split())
#: words are compared by their beginning, so that "reporting" and "reports" are one, and "ward" and "wards"
_STEM = 5
_PLURAL = re.compile(r"(?<=[^\W\d_]{3})(?<!s)s$")


class Wording(NamedTuple):
    """A text taken apart for comparison. `masked` has neither numbers nor periods in it; `words` are the
    stems of the words that tell it from other texts; `names` are words with a capital inside a sentence."""

    plain: str
    masked: str
    numbers: tuple[str, ...]
    codes: frozenset[str]
    negations: int
    words: frozenset[str]
    names: frozenset[str]


def plain(printed: str) -> str:
    """The text without differences of quotes, dashes, blanks, bullets, ligatures or of a hyphen inside a
    word."""
    text = printed
    if not text.isascii():
        text = _BULLET.sub(r"\1", unicodedata.normalize("NFKC", text.translate(_MARKS)))
    if "\n" in text:
        text = _DASH_FOR_BULLET.sub(r"\1", text)
    if "-" in text:
        text = _HYPHEN_IN_WORD.sub("", text)
    return " ".join(text.split())


@lru_cache(maxsize=20_000)
def wording(printed: str) -> Wording:
    """Take a printed text apart."""
    said = plain(printed)
    text, names = said.lower(), frozenset(name.lower() for name in _NAME.findall(said))
    codes = frozenset(_CODE.findall(text)) - frozenset(_PERIOD.findall(text))
    timeless = _PERIOD.sub(" ", text)
    uncoded = _CODE.sub(" ", timeless)
    masked = _BLANKS.sub(" ", _NUMBER.sub("#", timeless)).strip()
    numbers = tuple(sorted(number.replace(" ", "").replace(",", "") for number in _NUMBER.findall(uncoded)))
    return Wording(text, masked, numbers, codes, len(_NEGATION.findall(text)), frozenset(_stems(text)), names)


def telling_words(printed: str) -> list[str]:
    """The words that tell a text from others, in their order, without figures."""
    words = _WORD.findall(wording(printed).masked)
    return [word for word in words if word not in _COMMON]


def stem(word: str) -> str:
    """The beginning that all forms of a word share."""
    return _PLURAL.sub("", word)[:_STEM]


def _stems(text: str) -> Iterable[str]:
    return (stem(word) for word in _WORD.findall(text) if word not in _COMMON)
