"""Keys in words alone beside another key: each explains the words of a status column that no sign's line has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from normalise import key_glosses, key_labels, vocabulary, year_parts
from normalise.headers import Headers
from normalise.key import Key
from normalise.key_columns import Entry
from parsers.block import Block, Table

#: what seeks the lines of a key whose labels a column of words shows
SEEKERS = (key_labels.entries, key_glosses.entries)


def entries(blocks: Sequence[Block], headers: Headers, keys: Sequence[Key]) -> Iterator[list[Entry]]:
    """The lines of the keys for status columns of which `keys` explain no word, column by column."""
    told = {vocabulary.plain(text) for k in keys for text in (k.entry.label, k.token or "")}
    for column in _worded(blocks, headers):
        if not column.isdisjoint(told):
            continue
        found = next((own for seek in SEEKERS if (own := seek(blocks, [column]))), [])
        if found and all(vocabulary.plain(one.key.entry.label) not in told for one in found):
            told |= {vocabulary.plain(one.key.entry.label) for one in found}
            yield [one._replace(key=one.key._replace(worded=True)) for one in found]


def _worded(blocks: Sequence[Block], headers: Headers) -> list[frozenset[str]]:
    """The names below each heading of a status column that shows several, over all tables that have it."""
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for table in blocks:
        header = headers.get(id(table)) if isinstance(table, Table) else None
        if not isinstance(table, Table) or header is None:
            continue
        rated = {k for k, role in enumerate(header.roles) if role == "status" or year_parts.is_part(role)}
        for cell in table.cells if rated else ():
            words = cell.text.split() if cell.row >= header.body and cell.col in rated else []
            if not 0 < len(words) <= key_labels.LONGEST:
                continue
            if len(cell.text) >= key_labels.SHORTEST and not vocabulary.colour_word(cell.text):
                shown[header.headings[cell.col]].add(vocabulary.plain(cell.text))
    return [frozenset(own) for own in shown.values() if len(own) >= key_labels.SHOWN]
