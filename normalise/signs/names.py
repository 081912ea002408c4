"""How signs are named: in findings, and in a publisher's profile."""

from __future__ import annotations

import hashlib

from normalise.language import colours, vocabulary
from parsers.block import Mark


def seen(mark: Mark) -> str:
    """A mark as a person would call it: `green disc`."""
    return " ".join(filter(None, (colours.name(mark.colour), mark.shape)))


def signs(mark: Mark) -> tuple[str, ...]:
    """The names by which a profile may mean a mark, the most particular first: `green star #3fa2c1`, ..., `star`."""
    digest = hashlib.sha256(mark.identity.encode()).hexdigest()[:6]
    colour = colours.name(mark.colour)
    names = (f"{seen(mark)} #{digest}", seen(mark), colour, mark.shape)
    return tuple(name for name in names if name)


def fill_signs(fill: str) -> tuple[str, ...]:
    """The names by which a profile may mean a cell's background: `green cell`, `green`."""
    return (f"{colours.name(fill)} cell", colours.name(fill) or "")


def written(text: str) -> str:
    """A sign as a person writes it: lower case, single blanks, letters and words of colours by the colour's name."""
    words = " ".join(text.lower().split())
    return vocabulary.colour_word(words) or words
