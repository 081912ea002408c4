"""What stands beside and below a key outside its frame: meanings that only its labels' cells have a border for, and a
last label whose sign was not seen."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from normalise import key, key_words, phrases, vocabulary
from normalise.key import Key
from normalise.key_columns import ALIGNED, BULLET, REACH, Entry, Piece, printed
from parsers.block import Block, Cell, Heading, Paragraph, Table

ENTRIES = 2  # entries that make a column of a key
LOOSER = 1.5  # times the least white between two entries that there may be above the last


def defined(blocks: Sequence[Block], keys: Sequence[Key]) -> Iterator[tuple[Key, Entry]]:
    """Entries of a table that has labels alone, each with the entry that it is with the lines beside its cell; only
    where all labels, or all but one, have lines beside them that begin at one edge."""
    for table in (b for b in blocks if isinstance(b, Table)):
        own = [k for k in keys if k.block == id(table)]
        if len(own) < ENTRIES or any(k.entry.definition for k in own):
            continue
        lines = printed([b for b in blocks if b.page == table.page])
        right = [p for p in lines if 0 <= p.box.x0 - table.box.x1 + 1 <= REACH]
        edge = min((p.box.x0 for p in right if _level(p, table.box.top, table.box.bottom)), default=0.0)
        column = [p for p in right if abs(p.box.x0 - edge) < ALIGNED]
        beside = [(k, _beside(k, table, column)) for k in own]
        if sum(bool(told) for _, told in beside) >= max(ENTRIES, len(own) - 1):
            for old, told in ((k, told) for k, told in beside if told):
                words = " ".join(line.text for line in told)
                new = key.of_words(old.entry.label, words, old.mark, old.fill, old.token, old.page, old.x0)
                status = new.entry.status if old.entry.status == "unknown" else old.entry.status
                new = old._replace(entry=old.entry._replace(definition=words, status=status))
                yield old, Entry(new, tuple(id(line.block) for line in told))


def _beside(entry: Key, table: Table, lines: Sequence[Piece]) -> list[Piece]:
    """The lines beside the cell that prints an entry's label."""
    label = vocabulary.plain(entry.entry.label)
    cell = next((c for c in table.cells if vocabulary.plain(c.text) == label), None)
    return [line for line in lines if cell is not None and _is_level(line, cell)]


def _is_level(line: Piece, cell: Cell) -> bool:
    return _level(line, cell.box.top, cell.box.bottom)


def _level(line: Piece, top: float, bottom: float) -> bool:
    return top <= line.box.centre[1] <= bottom


def ending(blocks: Sequence[Block], keys: Sequence[Key], used: Container[int]) -> Iterator[Entry]:
    """The name of a status that stands below the last entry of a key of texts, set where they are: its sign was not
    seen. `used` are the blocks that print the key, by identity."""
    said = {vocabulary.plain(k.entry.label) for k in keys}
    for page in sorted({k.page for k in keys}):
        texts = [b for b in blocks if b.page == page and not isinstance(b, Table)]
        own = sorted((b for b in texts if id(b) in used), key=lambda b: b.box.top)
        if len(own) < ENTRIES or any(abs(b.box.x0 - own[0].box.x0) > ALIGNED for b in own):
            continue
        step = min(b.box.top - a.box.top for a, b in pairwise(own))
        air = step - min(b.box.height for b in own)
        last = own[-1]
        below = [b for b in texts if b.box.top - last.box.bottom + 1 > 0 and id(b) not in used]
        following = min(below, key=lambda b: b.box.top, default=None)
        if following is None or not _goes_on(following, last, air):
            continue
        label, definition = key_words.split([following.text.removeprefix(BULLET)])
        if phrases.status_of(label) and vocabulary.plain(label) not in said:
            line = key.of_words(label, definition, None, None, None, page, following.box.x0)
            yield Entry(line, (id(following),))


def _goes_on(text: Heading | Paragraph, last: Heading | Paragraph, air: float) -> bool:
    """True for a text that begins where the last entry does and is as close to it as entries are to each other, `air`
    points."""
    close = text.box.top - last.box.bottom <= LOOSER * max(air, 1.0)
    return abs(text.box.x0 - last.box.x0) < ALIGNED and abs(text.size - last.size) < 1 and close
