"""Texts without a label between the labels of a card: below who leads stands what is told, below that the status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from normalise.cards import ends
from normalise.cards.deck_labels import CARDS, COMMON
from normalise.cards.entries import Card, Entry

LABEL = "Progress"  # what such texts are

Place = tuple[int, int]  # of the entry that they stand below, and of their first line


def parted(cards: Sequence[Card], wide: float) -> None:
    """Part what stands below a short value from it, where most of the cards have one such text."""
    found = [list(_texts(card, wide)) for card in cards]
    if sum(map(bool, found)) < max(CARDS, COMMON * len(cards)):
        return
    for card, places in zip(cards, found, strict=True):
        for k, n in places[:1]:
            entry = card.entries[k]
            first, *more = entry.lines[n:]
            del entry.lines[n:]
            card.entries.insert(k + 1, Entry(LABEL, "progress", "", first, more))
        if len(places) > 1:
            card.doubt = "texts without a label stand below several of its labels"


def _texts(card: Card, wide: float) -> Iterator[Place]:
    """Where texts begin below a value that ended above them, the last one's own apart."""
    right = card.entries[0].opens.line.box.x0 + wide
    for k, entry in enumerate(card.entries[:-1]):
        ended = (n for n in range(len(entry.lines)) if ends.ended(entry, n, right, True))
        yield from ((k, n) for n in islice(ended, 1))
