"""Sentences right below cards that are in none of them: where it happens again and again they are what cards tell."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.cards.heads import FAR
from normalise.language import phrases
from normalise.prose import footnotes
from normalise.prose.labelled import READER
from parsers.block import Block, Heading, Paragraph, Table

LEAST = 2  # cards of a document with such a text; below the last one stands what closes a report
WORDS = 4  # of a sentence that tells something


def found(blocks: Sequence[Block], left: Sequence[Paragraph]) -> list[Paragraph]:
    """Those of the texts that are `left` which stand right below a card, where several do."""
    cards = [b for b in blocks if isinstance(b, Table) and b.reader == READER]
    below = [text for text in left if cards and _tells(text) and _is_below(text, cards, blocks)]
    return below if len(below) >= LEAST else []


def _tells(text: Paragraph) -> bool:
    words = text.text.strip()
    sentence = len(words.split()) >= WORDS and words.endswith(phrases.SENTENCE_END)
    return sentence and not footnotes.FOOTNOTE.match(words)


def _is_below(text: Paragraph, cards: Sequence[Table], blocks: Sequence[Block]) -> bool:
    """True for a text with a card right above it, and no other text between the two."""
    above = [b for b in blocks if b.page == text.page and b is not text and _is_over(b, text)]
    nearest = max(above, key=lambda b: b.box.bottom, default=None)
    if nearest is None or isinstance(nearest, Heading | Paragraph):
        return False
    near = text.box.top - nearest.box.bottom < FAR * text.size
    return near and any(nearest is card for card in cards)


def _is_over(block: Block, text: Paragraph) -> bool:
    beside = block.box.x0 < text.box.x1 and text.box.x0 < block.box.x1
    return beside and block.box.bottom <= text.box.centre[1] and block.box.top < text.box.top
