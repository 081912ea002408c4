"""Headings that fill their cells, so that between two of them stands no more than a blank: a sheet that is printed
without its gridlines has such. The text of a cell is set in one go, and the rows below keep a river between columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.stacks.bands import is_free
from parsers.stacks.part import Part
from parsers.text import phrases
from parsers.text.phrases import BLANK, LEAST, Phrase, Row

CROSSING = 0.06  # share of the lines below that may run over a river


def parted(part: Part, like: Sequence[Part]) -> Part:
    """The part with its headings cut where another one was set, above a river in it and in the parts `like` it."""
    heads = part.bands[: part.headed]
    pairs = [pair for band in heads for row in band for p in row for pair in pairwise(p.words)]
    if not any(_are_apart(*pair) for pair in pairs) or not any(a.run == b.run for a, b in pairs):
        return part  # a producer that sets each word by itself says nothing of cells
    body = [row for p in like for band in p.bands[p.headed :] if not is_free(band, p.stack) for row in band]
    rivers = phrases.nearly_clear(body, int(CROSSING * len(body)))
    cut = tuple(tuple(_cut(row, rivers) for row in band) for band in heads)
    return part._replace(bands=(*cut, *part.bands[part.headed :]))


def _are_apart(word: Phrase, following: Phrase) -> bool:
    """True for words that were set in two goes, with a gap between them."""
    return 0 < word.run != following.run > 0 and following.x0 - word.x1 > LEAST * word.size


def _cut(row: Row, rivers: Sequence[tuple[float, float]]) -> Row:
    return [part for p in row for part in (_pieces(p, rivers) if p.words else (p,))]


def _pieces(heading: Phrase, rivers: Sequence[tuple[float, float]]) -> Iterator[Phrase]:
    group = [heading.words[0]]
    for word, following in pairwise(heading.words):
        if _are_apart(word, following) and any(_meet(word, following, *river) for river in rivers):
            yield phrases.phrase(group)
            group = []
        group.append(following)
    yield phrases.phrase(group)


def _meet(word: Phrase, following: Phrase, left: float, right: float) -> bool:
    """True where a river as wide as between columns lies below the gap between two words."""
    wide = right - left > BLANK * word.size
    return wide and max(left, word.x1) < min(right, following.x0)
