"""Parts of words: which are written with a hyphen between them, and which stand apart only where a line has ended."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources

EDGES = ".,;:()[]'\"‘’“”"
LONG_PART = (
    4  # letters of a word that is no mere beginning (`in`, `un`, `dis`) or end (`ing`, `ed`) of others
)


def of(kind: str) -> frozenset[str]:
    """The words of one kind."""
    return _kinds()[kind]


def is_unhyphenated(word: str) -> bool:
    """True for a word that nobody writes with a hyphen: `September`."""
    return word.strip(EDGES).lower() in of("unhyphenated")


def is_suffix(part: str) -> bool:
    """True for an end of words that is none itself: `fund` / `ing`."""
    return part.rstrip(EDGES) in of("suffixes")


def cannot_be_two(head: str, tail: str) -> bool:
    """True for parts of one word that nobody writes with a hyphen: by the word, by its end, or by a short beginning
    with which no compound begins: `vil` / `lages`."""
    if is_unhyphenated(head + tail) or is_suffix(tail):
        return True
    first, behind = head.lstrip(EDGES), tail.strip(EDGES)
    short = (
        1 < len(first) <= LONG_PART and first.isalpha() and first.islower()
    )  # names are not told by their length
    return short and behind.isalpha() and first not in of("firsts") and behind not in of("after_plural")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    data = tomllib.loads(resources.files("parsers").joinpath("data/compounds.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items()}
