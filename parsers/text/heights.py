"""Where lines of phrases begin and end on a page, and what stands between two of them, in points from its top."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.text.phrases import Phrase, Row

Texts = Iterable[Phrase]


def top_of(texts: Texts) -> float:
    """The upper edge of the highest text."""
    return min([p.top for p in texts])


def foot_of(texts: Texts) -> float:
    """The lower edge of the lowest text."""
    return max([p.bottom for p in texts])


def white(above: Texts, below: Texts) -> float:
    """The white between two lines."""
    return top_of(below) - foot_of(above)


def air(above: Row, below: Row) -> float:
    """The white between two lines, of the larger one's font size."""
    return white(above, below) / max(above[0].size, below[0].size)


def halfway(above: Texts, below: Texts) -> float:
    """The level half way between two lines."""
    return (foot_of(above) + top_of(below)) / 2
