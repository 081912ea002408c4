"""Lines of a key that stand among those which are known, in their columns, at their distance and set as these: what is
between two of them is an entry whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from normalise.keys.columns import LEVEL, REACH, SAME_EDGE, Entry, Piece, printed
from normalise.language import phrases, vocabulary
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs.line import Key
from parsers.block import Block, Paragraph

LETTERED = re.compile(
    r"(?P<token>[A-Z]{1,2}|\d)(?: +(?P<words>[A-Z\d].*))?"
)  # `A  Some slippage`; `A` is an article
FEW = 2  # lines that are known, below each other
STEP = 1.5  # times the distance between two of them to the next one
SAME_SIZE = 0.3  # points between the sizes of lines of one key
LONGEST = 5  # words of a label that stands beside its meaning
SENTENCE = 16  # words of a line; running text is longer


class Row(NamedTuple):
    """What stands on one level: a letter or none, the label with what is printed behind it, and the text beside."""

    token: str
    words: str
    first: Piece
    beside: Piece | None = None

    @property
    def form(self) -> tuple[bool, bool]:
        """Whether a letter opens it, and whether its words are a text beside its first."""
        return bool(self.token), self.beside is not None


def entries(blocks: Sequence[Block], keys: Sequence[Key]) -> Iterator[Entry]:
    """The lines between, right above and right below those of `keys`, also on the page behind these; each serves what
    the line next to it does."""
    pages = sorted({k.page for k in keys})
    rows = {page: _rows(blocks, page) for page in {*pages, *(page + 1 for page in pages)}}
    for page in pages:
        told = [(row, _key_of(row, keys, page)) for row in rows[page]]
        for column in _columns(told):
            yield from _among(column, [row for row, known in told if known is None])
            yield from _behind(column, rows[page], rows[page + 1])


def _rows(blocks: Sequence[Block], page: int) -> list[Row]:
    """The levels of a page's lines outside tables that may be lines of a key, from above."""
    pieces = sorted(printed([b for b in blocks if b.page == page]), key=lambda p: (p.box.top, p.box.x0))
    found: list[Row] = []
    for piece in pieces:
        level = [p for p in pieces if p is not piece and abs(p.box.centre[1] - piece.box.centre[1]) < LEVEL]
        if any(p.box.x0 < piece.box.x0 for p in level):
            continue
        beside = min((p for p in level if p.box.x0 - piece.box.x1 <= REACH), key=_x0, default=None)
        opened = LETTERED.fullmatch(" ".join(piece.text.split()))
        token = opened["token"] if opened and (opened["words"] or beside) else ""
        words = (opened["words"] or "") if opened and token else piece.text
        found.append(Row(token, words, piece, beside if not (token and words) else None))
    return found


def _x0(piece: Piece) -> float:
    return piece.box.x0


def _key_of(row: Row, keys: Sequence[Key], page: int) -> Key | None:
    """The known line of a key that a row prints."""
    told = vocabulary.plain(f"{row.words} {row.beside.text if row.beside else ''}")
    for known in (k for k in keys if k.page == page):
        label = vocabulary.plain(known.entry.label)
        lettered = (known.token or (known.mark.words if known.mark else "")) == row.token
        if (lettered or not row.token) and label and f"{told} ".startswith(f"{label} "):
            return known
    return None


Known = tuple[Row, Key]


def _columns(told: Sequence[tuple[Row, Key | None]]) -> Iterator[list[Known]]:
    """Known lines below each other, set alike and in one form."""
    left = [(row, known) for row, known in told if known is not None]
    while left:
        column = [one for one in left if _is_set_alike(one[0], left[0][0])]
        left = [one for one in left if one not in column]
        if len(column) >= FEW:
            yield column


def _is_set_alike(a: Row, b: Row) -> bool:
    """True for rows of one form and size whose first words stand at one edge, or on one middle, and the others too."""
    edge = abs(a.first.box.x0 - b.first.box.x0) < SAME_EDGE
    level = edge or abs(a.first.box.centre[0] - b.first.box.centre[0]) < SAME_EDGE
    beside = a.beside is None or b.beside is None or abs(_x0(a.beside) - _x0(b.beside)) < SAME_EDGE
    return a.form == b.form and level and beside and abs(a.first.size - b.first.size) < SAME_SIZE


def _among(column: Sequence[Known], others: Sequence[Row]) -> Iterator[Entry]:
    """Rows on one page with a column's lines."""
    step = min(b.first.box.top - a.first.box.top for (a, _), (b, _) in pairwise(column))
    waiting, known = [row for row in others if _is_set_alike(row, column[0][0])], [*column]
    while near := next(((r, k) for r in waiting if (k := _next_to(r, known, STEP * step))), None):
        row, beside = near
        waiting.remove(row)
        entry = _entry(row, beside, [k for _, k in known])
        if entry is not None and (_is_between(row, column) or entry.key.entry.status != "unknown"):
            known.append((row, entry.key))
            yield entry


def _is_between(row: Row, column: Sequence[Known]) -> bool:
    return column[0][0].first.box.top < row.first.box.top < column[-1][0].first.box.top


def _next_to(row: Row, known: Sequence[Known], reach: float) -> Key | None:
    """The known line that a row stands next to."""
    apart = [(abs(one.first.box.top - row.first.box.top), k) for one, k in known]
    distance, beside = min(apart, key=lambda one: one[0])
    return beside if 0 < distance <= reach else None


def _behind(column: Sequence[Known], own: Sequence[Row], below: Sequence[Row]) -> Iterator[Entry]:
    """The first rows of the next page, where a column ends its own."""
    if own[-1] is not column[-1][0]:
        return
    keys = [k for _, k in column]
    for row in below:
        entry = _entry(row, column[-1][1], keys) if _is_set_alike(row, column[0][0]) else None
        if entry is None or entry.key.entry.status == "unknown":
            return
        keys.append(entry.key)
        yield entry


def _entry(row: Row, beside: Key, known: Sequence[Key]) -> Entry | None:
    """A row as a line of the key that the known lines are of; None where it is none."""
    block = row.first.block
    text = f"{row.words} {row.beside.text if row.beside else ''}".strip()
    signed = isinstance(block, Paragraph) and block.marks
    if signed or len(text.split()) > SENTENCE or not text[:1].isupper():
        return None
    if row.token:
        if row.token in {k.token or (k.mark.words if k.mark else "") for k in known}:
            return None
        label, definition = key_words.split([text])
    elif row.beside:
        label, definition = row.words, key_words.OPENED.sub("", row.beside.text)
        if len(label.split()) > LONGEST or any(k.mark or k.fill for k in known):
            return None
    else:
        label, definition = key_words.split([text])
        if phrases.status_of(label) in {None, *(k.entry.status for k in known)}:
            return None
    if vocabulary.plain(label) in {vocabulary.plain(k.entry.label) for k in known}:
        return None
    line = key.of_words(label, definition, None, None, row.token or None, block.page, row.first.box.x0)
    line = line._replace(serves=beside.serves, worded=beside.worded, block=id(block))
    told = dict.fromkeys(id(p.block) for p in (row.first, row.beside) if p)
    return Entry(line, tuple(told))
