"""The words that status columns print held against the keys: those of no line have a key of their own, or are the label
of one whose rest on a second line ran into what it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from normalise.columns import year_parts
from normalise.columns.headers import Headers
from normalise.keys import glosses as key_glosses
from normalise.keys import labels as key_labels
from normalise.keys import purpose as key_purpose
from normalise.keys.columns import Entry
from normalise.language import vocabulary
from normalise.signs import line as key
from normalise.signs.line import Key
from parsers.block import Block, Table

#: what seeks the lines of a key whose labels a column of words shows
SEEKERS = (key_labels.entries, key_glosses.entries)


def whole(keys: Sequence[Key], columns: Sequence[frozenset[str]]) -> list[Key]:
    """The keys, each with its whole label where the rows print that and its last words stand behind the meaning
    (`Progressing – On track for the date shown well`)."""
    left = {text for column in columns for text in column} - named_in(keys)
    return [next((own for text in sorted(left) if (own := _whole(k, text.split()))), k) for k in keys]


def _whole(line: Key, shown: Sequence[str]) -> Key | None:
    """A line with the words that rows show as its label, where they are its first words and its last."""
    label, meaning = line.entry.label, line.entry.definition
    if line.token and len(line.token) > 1:  # words on a sign
        label, meaning = line.token, " ".join(filter(None, (label, meaning)))
    first, rest = label.split(), meaning.split()
    behind = len(shown) - len(first)
    if not 0 < behind < len(rest):
        return None
    words, meant = [*first, *rest[-behind:]], rest[:-behind]
    if vocabulary.plain(" ".join(words)).split() != [*shown]:
        return None
    told = key.of_words(" ".join(words), " ".join(meant), line.mark, line.fill, None, line.page, line.x0)
    return line._replace(entry=told.entry._replace(position=line.entry.position), token=None, sure=told.sure)


def named_in(keys: Sequence[Key]) -> set[str]:
    return {vocabulary.plain(text) for k in keys for text in (k.entry.label, k.token or "")}


def entries(
    blocks: Sequence[Block], keys: Sequence[Key], columns: Sequence[frozenset[str]], used: Collection[int]
) -> Iterator[list[Entry]]:
    """The lines of the keys for the status columns of which `keys` do not explain all words, column by column: a name
    that two keys have, `On target`, means the same in both. Then those of a key below its heading of which the rows
    show one name, in blocks that are not `used`."""
    told = named_in(keys)
    for column in columns:
        if column <= told:
            continue
        found = next((own for seek in SEEKERS if (own := seek(blocks, [column]))), [])
        more = [one for one in found if not _is_known(one.key, keys)]
        labels = {vocabulary.plain(one.key.entry.label) for one in more}
        if not labels or labels & told or (column & told and not _explain(more, column - told)):
            continue
        told |= labels
        apart = not any(k.serves == key_purpose.ANY for k in keys)
        yield [one._replace(key=one.key._replace(worded=True)) for one in (found if apart else more)]
    titled = key_labels.titled(blocks, used)
    if told.isdisjoint(vocabulary.plain(one.key.entry.label) for one in titled):
        yield titled


def _explain(lines: Sequence[Entry], untold: frozenset[str]) -> bool:
    """True for lines of statuses that say what words of a column mean which no other key explains."""
    named = {vocabulary.plain(one.key.entry.label) for one in lines} & untold
    return bool(named) and len(lines) > 1 and all(one.key.entry.status != "unknown" for one in lines)


def _is_known(line: Key, keys: Sequence[Key]) -> bool:
    """True for a line whose name stands for the same in a key that is known."""
    label = vocabulary.plain(line.entry.label)
    return any(label in named_in([k]) and k.entry.status == line.entry.status for k in keys)


def printed(blocks: Sequence[Block], headers: Headers) -> list[frozenset[str]]:
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
