"""A key in columns that nothing draws, or that have a frame each: colours' words below each other and, beside them,
what each means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalise.language import phrases, vocabulary
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs.line import Key
from parsers.block import Block, Heading, Paragraph, Table
from parsers.geometry import Box

BULLET = "• "
LEVEL = 6.0  # points between the middles of a sign's word and of the words beside it
ALIGNED = 8.0  # points between the middles or left edges of signs that stand below each other
NEAR = 40.0  # points between the lines of one column of signs
REACH = 250.0  # points from a sign's word to the words beside it
HIGHEST = 14  # rows of a column of a key
COLUMNS = 2  # of a key: labels and what they mean
SAME_EDGE = 2.0  # points between the left edges of their words


class Entry(NamedTuple):
    """A line of a key with the blocks that print it."""

    key: Key
    blocks: tuple[int, ...]


class Piece(NamedTuple):
    """One printed line outside tables, or a cell of a table that has one column; `more` are the blocks that print the
    other lines of its label."""

    text: str
    box: Box
    block: Block
    size: float = 0.0  # of the block's font, points
    fill: str | None = None
    more: tuple[Block, ...] = ()


def entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """The entries on one page: each sign is a letter or colour's word that stands in a column of such."""
    pieces = [*printed(blocks), *_framed(blocks)]
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


def more(blocks: Sequence[Block], keys: Sequence[Key]) -> list[Entry]:
    """Lines of a key that was found, of which no sign was seen."""
    return [
        *opening(blocks, keys),
        *above_rules(blocks, keys),
    ]


def above_rules(blocks: Sequence[Block], keys: Sequence[Key]) -> Iterator[Entry]:
    """The first line of a key whose others have a rule above them: a sign of its own right above the table's signs."""
    told = {k.block for k in keys}
    known = {(k.mark.shape, k.mark.colour) for k in keys if k.mark}
    for table in blocks:
        if not isinstance(table, Table) or id(table) not in told or table.cols != COLUMNS:
            continue
        high, edge = (table.box.bottom - table.box.top) / table.rows, table.xs[1]
        for text in blocks:
            one = isinstance(text, Paragraph) and len(text.marks) == len(text.lines) == 1
            if not one or not isinstance(text, Paragraph) or text.page != table.page:
                continue
            mark = text.marks[0]
            beside = table.xs[0] <= mark.box.x0 and mark.box.x1 <= edge <= text.box.x0 + ALIGNED
            if beside and _is_above(text.box, table.box, high) and (mark.shape, mark.colour) not in known:
                label, definition = key_words.split([text.text])
                line = key.of_words(label, definition, mark, None, None, text.page, text.box.x0)
                yield Entry(line, (id(text),))


def opening(blocks: Sequence[Block], keys: Sequence[Key]) -> Iterator[Entry]:
    """The name of a status right above a key's table, in the column of its labels and with words beside it in that of
    theirs: the first line stands a little apart from the grid."""
    told = {k.block for k in keys}
    labels = {vocabulary.plain(k.entry.label) for k in keys}
    for table in blocks:
        if (
            not isinstance(table, Table)
            or id(table) not in told
            or table.cols != COLUMNS
            or not table.rows > 1
        ):
            continue
        words_x0 = [c.lines[0].box.x0 for c in table.cells if c.col == 1 and c.lines]
        high = (table.box.bottom - table.box.top) / table.rows
        near = [
            p
            for p in printed([b for b in blocks if b.page == table.page])
            if _is_above(p.box, table.box, high)
        ]
        for sign in near:
            inside = table.xs[0] - ALIGNED <= sign.box.x0 and sign.box.x1 <= table.xs[1] + ALIGNED
            words = next((p for p in near if _beside(sign, p)), None)
            level = words is not None and any(abs(words.box.x0 - x) < SAME_EDGE for x in words_x0)
            named = phrases.status_of(sign.text) is not None and vocabulary.plain(sign.text) not in labels
            if inside and named and level and words is not None:
                line = key.of_words(sign.text, words.text, None, None, None, table.page, sign.box.x0)
                yield Entry(line, (id(sign.block), id(words.block)))


def _is_above(box: Box, table: Box, high: float) -> bool:
    return -SAME_EDGE < table.top - box.bottom < high


def _said(sign: Piece, words: str) -> Key:
    """The line of a colour's word, or of a status that stands among such and is explained as they are."""
    page, x0 = sign.block.page, sign.box.x0
    if vocabulary.colour_word(sign.text):
        return key.of_words(*key_words.split([words]), None, sign.fill, sign.text, page, x0)
    return key.of_words(sign.text, words, None, None, None, page, x0)


def _stands_among(piece: Piece, colours: Sequence[Piece]) -> bool:
    """True for a text in a column of two colours' words at least, one of them near."""
    column = [c for c in colours if abs(c.box.x0 - piece.box.x0) < ALIGNED]
    return len(column) > 1 and any(abs(c.box.top - piece.box.top) < NEAR for c in column)


def unsigned(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Names of statuses below the heading of a key whose signs were not seen: they say which sign is explained not."""
    pieces = printed(blocks)
    named: list[Piece] = []
    below = False
    for block in blocks:
        if isinstance(block, Table):
            below = False
        elif is_title(block.text) or _introduces(block.text):
            below = True
        elif below:
            for piece in printed([block]):
                label, definition = key_words.split([piece.text.removeprefix(BULLET)])
                if any(_beside(other, piece) for other in named) or not phrases.status_of(label):
                    continue
                named.append(piece)
                beside = next((p for p in pieces if not definition and _beside(piece, p)), None)
                told = id(block), *([id(beside.block)] if beside else [])
                words = definition or (beside.text if beside else "")
                yield Entry(key.of_words(label, words, None, None, None, block.page), told)


def is_title(text: str) -> bool:
    """True for what stands above a key: `Status legend`, `What the ratings mean`."""
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


def printed(blocks: Sequence[Block]) -> list[Piece]:
    """The lines that stand outside tables."""
    found: list[Piece] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(Piece(block.text, block.box, block, block.size))
        elif isinstance(block, Paragraph):
            found += [Piece(line.text, line.box, block, block.size) for line in block.lines]
    return found


def _framed(blocks: Sequence[Block]) -> list[Piece]:
    """The cells of short tables of one column: signs with a border each, or the words beside such."""
    narrow = [b for b in blocks if isinstance(b, Table) and b.cols == 1 and b.rows <= HIGHEST]
    return [
        Piece(cell.text, cell.box, table, fill=cell.fill)
        for table in narrow
        for cell in table.cells
        if cell.text
    ]


def _below(sign: Piece, other: Piece) -> bool:
    """True for signs of one column."""
    return (
        abs(sign.box.x0 - other.box.x0) < ALIGNED or abs(sign.box.centre[0] - other.box.centre[0]) < ALIGNED
    )


def _beside(sign: Piece, words: Piece) -> bool:
    level = abs(sign.box.centre[1] - words.box.centre[1]) <= LEVEL
    return level and 0 <= words.box.x0 - sign.box.x1 <= REACH
