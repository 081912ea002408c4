"""A key in columns that nothing draws: colours' words below each other and, beside them, what each means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalise import key, key_words, phrases, vocabulary
from normalise.key import Key
from parsers.block import Block, Heading, Paragraph, Table
from parsers.geometry import Box

BULLET = "• "
LEVEL = 6.0  # points between the middles of a sign's word and of the words beside it
ALIGNED = 8.0  # points between the middles or left edges of signs that stand below each other
NEAR = 40.0  # points between the lines of one column of signs
REACH = 250.0  # points from a sign's word to the words beside it


class Entry(NamedTuple):
    """A line of a key with the blocks that print it."""

    key: Key
    blocks: tuple[int, ...]


class Piece(NamedTuple):
    """One printed line outside tables."""

    text: str
    box: Box
    block: Heading | Paragraph


def entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """The entries on one page: each sign is a letter or colour's word that stands in a column of such."""
    pieces = _pieces(blocks)
    colours = [p for p in pieces if vocabulary.colour_word(p.text)]
    signs = [p for p in pieces if p in colours or (phrases.status_of(p.text) and _stands_among(p, colours))]
    for sign in signs:
        if sum(_below(sign, other) for other in colours) < 2:  # itself and one more
            continue
        words = min(
            (p for p in pieces if _beside(sign, p)), key=lambda p: (p.box.x0, p.box.top), default=None
        )
        if words is not None:
            yield Entry(_said(sign, words.text), (id(sign.block), id(words.block)))


def _said(sign: Piece, words: str) -> Key:
    """The line of a colour's word, or of a status that stands among such and is explained as they are."""
    page, x0 = sign.block.page, sign.box.x0
    if vocabulary.colour_word(sign.text):
        return key.of_words(*key_words.split([words]), None, None, sign.text, page, x0)
    return key.of_words(sign.text, words, None, None, None, page, x0)


def _stands_among(piece: Piece, colours: Sequence[Piece]) -> bool:
    """True for a text in a column of two colours' words at least, one of them near."""
    column = [c for c in colours if abs(c.box.x0 - piece.box.x0) < ALIGNED]
    return len(column) > 1 and any(abs(c.box.top - piece.box.top) < NEAR for c in column)


def unsigned(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Names of statuses below the heading of a key whose signs were not seen: they say which sign is explained not."""
    below = False
    for block in blocks:
        if isinstance(block, Table):
            below = False
        elif _is_title(block.text) or _introduces(block.text):
            below = True
        elif below:
            for piece in _pieces([block]):
                label, definition = key_words.split([piece.text.removeprefix(BULLET)])
                if phrases.status_of(label):
                    yield Entry(key.of_words(label, definition, None, None, None, block.page), (id(block),))


def _is_title(text: str) -> bool:
    told = vocabulary.load("statuses")["legend"]
    words = vocabulary.plain(text)
    return words in told["titles"] or any(re.fullmatch(pattern, words) for pattern in told["questions"])


def _introduces(text: str) -> bool:
    """True for a sentence that a list of ratings completes: `The status of an action means:`."""
    last = text.strip().rsplit(". ", 1)[-1]
    rating = vocabulary.load("headings")["shades"]["rating"]
    return last.endswith(":") and any(
        w.removesuffix("s") in rating or w in rating for w in vocabulary.plain(last).split()
    )


def _pieces(blocks: Sequence[Block]) -> list[Piece]:
    found: list[Piece] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(Piece(block.text, block.box, block))
        elif isinstance(block, Paragraph):
            found += [Piece(line.text, line.box, block) for line in block.lines]
    return found


def _below(sign: Piece, other: Piece) -> bool:
    """True for signs of one column."""
    return (
        abs(sign.box.x0 - other.box.x0) < ALIGNED or abs(sign.box.centre[0] - other.box.centre[0]) < ALIGNED
    )


def _beside(sign: Piece, words: Piece) -> bool:
    level = abs(sign.box.centre[1] - words.box.centre[1]) <= LEVEL
    return level and 0 <= words.box.x0 - sign.box.x1 <= REACH
