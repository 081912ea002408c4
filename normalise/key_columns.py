"""A key in columns that nothing draws: colours' words below each other and, beside them, what each means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalise import key, key_words, phrases, vocabulary
from normalise.key import Key
from parsers.block import Block, Heading, Paragraph, Table
from parsers.geometry import Box

LEVEL = 6.0  # points between the middles of a sign's word and of the words beside it
ALIGNED = 8.0  # points between the middles or left edges of signs that stand below each other
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
    signs = [p for p in pieces if vocabulary.colour_word(p.text)]
    for sign in signs:
        if sum(_below(sign, other) for other in signs) < 2:  # itself and one more
            continue
        words = min(
            (p for p in pieces if _beside(sign, p)), key=lambda p: (p.box.x0, p.box.top), default=None
        )
        if words is not None:
            said = key.of_words(
                *key_words.split([words.text]), None, None, sign.text, sign.block.page, sign.box.x0
            )
            yield Entry(said, (id(sign.block), id(words.block)))


def unsigned(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Names of statuses below the heading of a key whose signs were not seen: they say which sign is explained not."""
    below = False
    for block in blocks:
        if isinstance(block, Table):
            below = False
        elif _is_title(block.text):
            below = True
        elif below:
            for piece in _pieces([block]):
                if phrases.status_of(piece.text):
                    yield Entry(key.of_words(piece.text, "", None, None, None, block.page), (id(block),))


def _is_title(text: str) -> bool:
    titles = vocabulary.load("statuses")["legend"]["titles"]
    return vocabulary.plain(text) in titles


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
