"""A colour's word that qualifies the name of a status: `On target – amber`, `Amber – on track`, `On track (red)`."""

from __future__ import annotations

import re

from normalise.language import phrases, vocabulary
from normalise.signs import scale

PARTED = re.compile(r"\s+[–—-]+\s*|\s*[–—]\s+|\s*[:,()\[\]]\s*")


def apart(words: str, status: str) -> str | None:
    """The colour that a part of the words names, where it is used for what goes worse or better than what the others
    say, or the status that all are read as; None where none does."""
    parts = [part for part in PARTED.split(words) if part]
    for part in parts if len(parts) > 1 else ():
        colour = vocabulary.colour_word(part) if len(part) > 1 else None
        said = phrases.status_of(" ".join(other for other in parts if other != part)) or status
        if colour and scale.apart(scale.usual(colour) or "", said):
            return colour
    return None


def belying(words: str, status: str) -> str | None:
    """The colour in the words that is not used for the status which was found for them."""
    colour = apart(words, status)
    return colour if colour and scale.apart(scale.usual(colour) or "", status) else None


def doubts(words: str, status: str) -> tuple[tuple[str, str, str], ...]:
    """What a cell's words that say so are worth a person's look for, where no key tells which of the two holds."""
    colour = apart(words, status)
    message = f"{words!r} is taken as {status} although it says {colour}"
    return (("warning", "mark_contradicts_words", message),) if colour else ()
