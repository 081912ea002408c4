"""What stands beside a key outside its frame: the meanings of labels that alone have a border."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from normalise.keys.columns import ALIGNED, REACH, Entry, Piece, printed
from normalise.language import vocabulary
from normalise.signs import line as key
from normalise.signs.line import Key
from parsers.block import Block, Cell, Table

ENTRIES = 2  # entries that make a column of a key


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
