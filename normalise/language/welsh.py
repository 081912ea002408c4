"""Headings that print the same in Welsh and in English, one behind the other: the English half."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from normalise.language.words import load, plain

STROKE = "/"  # between the two languages, on both sides of it blanks

#: how many of its longer words end, and none of English
ENDING = re.compile(r"(?:iad|iadau|aeth|edd|ydd|adau|wyr|wydd|iaid|wch|wyd|ormiant|gwelliant)$")
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


@lru_cache(maxsize=4096)
def english(heading: str) -> str:
    """The English half of a heading in two languages as it is printed, `Outturn 2024/25` of `Alldro 2024/25 / Outturn
    2024/25`; any other heading as it stands. Where both halves name a year each keeps its own."""
    tokens = heading.split()
    said = [plain(token).split() for token in tokens]
    welsh = [any(map(is_welsh, parts)) for parts in said]
    if not any(welsh) or all(welsh):
        return heading
    stroke = [k for k, token in enumerate(tokens) if token == STROKE]
    halves = []
    for cut in stroke if len(stroke) == 1 else range(1, len(tokens)):
        before, behind = range(cut), range(cut, len(tokens))
        halves += [
            (
                Counter(_numbers(said, own)) != Counter(_numbers(said, other)),
                " ".join(tokens[k] for k in other),
            )
            for own, other in ((before, behind), (behind, before))
            if all(welsh[k] or _is_number(said[k]) for k in own)
            and not any(welsh[k] for k in other)
            and any(welsh[k] for k in own)
            and any(part.isalpha() for k in other for part in said[k])
        ]
    return min(halves, key=lambda half: half[0], default=(False, heading))[1].strip(f"{STROKE} ")


def _numbers(said: Sequence[Sequence[str]], half: range) -> list[str]:
    return [part for k in half for part in said[k] if part.isdigit()]


def _is_number(parts: Sequence[str]) -> bool:
    return all(part.isdigit() for part in parts)


def is_welsh(word: str) -> bool:
    """True for a word of Welsh headings, or one that ends as only Welsh words do."""
    ends = len(word) >= LONG and ENDING.search(word) is not None and LETTERS.search(word) is None
    return word in _words() or ends


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    languages = load("headings")["languages"]
    return frozenset((*languages["words"], *(w for heading in languages["welsh"] for w in heading.split())))
