"""Headings that print the same in Welsh and in English, one behind the other: the English half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from normalise.language.words import load

#: how many of its longer words end, and none of English
ENDING = re.compile(r"(?:iad|iadau|aeth|edd|ydd|adau|wyr|wydd|iaid|wch|wyd|iant)$")
LONG = 5  # letters from which on a word's end tells
LETTERS = re.compile(r"[jkqvxz]")  # that no Welsh word has


def english_half(words: Sequence[str]) -> Iterator[str]:
    """What is left of a heading's plain words where those before it, or behind it, are all Welsh."""
    welsh = [is_welsh(word) for word in words]
    numbers = [word.isdigit() for word in words]
    for cut in range(1, len(words)):
        for own, other in ((slice(cut), slice(cut, None)), (slice(cut, None), slice(cut))):
            said = [told or number for told, number in zip(welsh[own], numbers[own], strict=True)]
            if all(said) and any(welsh[own]) and not all(welsh[other]):
                yield " ".join(words[other])


def is_welsh(word: str) -> bool:
    """True for a word of Welsh headings, or one that ends as only Welsh words do."""
    ends = len(word) >= LONG and ENDING.search(word) is not None and LETTERS.search(word) is None
    return word in _words() or ends


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    languages = load("headings")["languages"]
    return frozenset((*languages["words"], *(w for heading in languages["welsh"] for w in heading.split())))
