"""A key that is known by its signs, whatever its words say: they are those that the review's status columns show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from normalise.columns import year_parts
from normalise.columns.headers import Headers
from normalise.columns.remainders import has_all_edges
from normalise.columns.strips import KINDS
from normalise.language import colours, phrases, vocabulary
from normalise.signs.line import Key
from parsers.block import Block, Cell, Table

ENTRIES = range(3, 9)  # lines of such a key: two may be anything that is told apart
LONGEST = 14  # characters of a sign that is printed as words
WIDEST = 4  # columns of a table that explains signs
SHARED = 2  # signs that a key and a status column have in common
COUNT = re.compile(r"\d[\d,.]*\s*%?(?:\s*\(.*\))?")  # `12 (40%)`, and not `75-99%`
ITEMS = ("action", "activity", "indicator")


def explains(entries: Sequence[Key], block: Block, blocks: Sequence[Block], headers: Headers) -> bool:
    """True where lines have a sign each, all different, and most of what the status columns of other tables show is
    one of these, two of them at least. What scales something else (`High`, `Medium`, `Low`) is no such key."""
    signs = [_signs(key) for key in entries]
    told = {frozenset(own) for own in signs if own}
    if len(entries) not in ENTRIES or len(told) < len(entries) or _scales_others(entries) or _count(entries):
        return False
    if not _may_explain(block, entries, blocks, headers):
        return False
    cells = list(_shown(blocks, headers, block))
    explained = [
        k for cell in cells if (k := next((k for k, own in enumerate(signs) if own & cell), -1)) >= 0
    ]
    return len({*explained}) >= SHARED and 2 * len(explained) >= len(cells)


def _signs(key: Key) -> set[str]:
    """The colour's name, and the letter, figure or word on it or in its place."""
    return {sign for sign in (key.colour, (key.token or "").casefold()) if sign}


def _scales_others(entries: Sequence[Key]) -> bool:
    words = vocabulary.load("statuses")["legend"]["other_scales"]
    labels = [{w for w in vocabulary.plain(k.entry.label).split() if not w.isdigit()} for k in entries]
    return all(label and label <= {*words} for label in labels)


def _count(entries: Sequence[Key]) -> bool:
    """True for lines that say how many items have each sign: `12`, `12 actions (40%)`, `Green 12`."""
    if all(_is_counted(k.entry.label) for k in entries):
        return True
    nouns = {word for kind in KINDS for word in vocabulary.load("statuses")["legend"]["serves"][kind]}
    labels = [k.entry.label for k in entries]
    named = [bool({*vocabulary.plain(label).split()} & nouns) for label in labels]
    return all(
        label[:1].isdigit() and (item or COUNT.fullmatch(label))
        for label, item in zip(labels, named, strict=True)
    )


def _is_counted(label: str) -> bool:
    """True for a colour or a status with how many there are behind it."""
    name, _, count = label.rpartition(" ")
    name = name.rstrip(" :–-")
    named = vocabulary.colour_word(name) or phrases.status_of(name)
    return COUNT.fullmatch(count) is not None and named is not None


def _may_explain(block: Block, entries: Sequence[Key], blocks: Sequence[Block], headers: Headers) -> bool:
    """False for a table that is headed as anything but a key, or stands in the columns of a review's table; of lines
    none of which is understood also for lines of text, which tell of anything by colours, and for columns whose
    headings no key has."""
    known = any(key.entry.status != "unknown" for key in entries)
    if not isinstance(block, Table):
        return known or any(key.mark for key in entries)
    words = vocabulary.load("statuses")["legend"]["headings"]
    told = {text for k in entries for text in (k.entry.label, k.entry.definition, k.token)}
    first = [c.text for c in block.cells if c.row == 0 and c.text and vocabulary.plain(c.text) not in words]
    if not known and headers.get(id(block)) and not {*first} <= told:
        return False
    headed = headers.get(id(block)) and any(vocabulary.role_of(text) in ITEMS for text in first)
    others = [b for b in blocks if isinstance(b, Table) and b is not block and headers.get(id(b))]
    return block.cols <= WIDEST and not headed and not any(has_all_edges(block, other) for other in others)


def _shown(blocks: Sequence[Block], headers: Headers, apart: Block) -> Iterator[set[str]]:
    """The signs of each cell in the status columns of tables of items, but for the table set `apart`."""
    for table in blocks:
        header = headers.get(id(table)) if isinstance(table, Table) and table is not apart else None
        if not isinstance(table, Table) or header is None or not {*header.roles} & {*ITEMS}:
            continue
        rated = {k for k, role in enumerate(header.roles) if role == "status" or year_parts.is_part(role)}
        for cell in table.cells:
            if cell.row >= header.body and cell.col in rated and (signs := _of_cell(cell)):
                yield signs


def _of_cell(cell: Cell) -> set[str]:
    named = {colours.name(colour) for colour in (cell.fill, *(m.colour for m in cell.marks)) if colour}
    found = {name for name in named if name and name not in colours.SILENT}
    text = cell.text.strip()
    return found | {vocabulary.colour_word(text) or text.casefold()} if 0 < len(text) <= LONGEST else found
