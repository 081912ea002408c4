"""A key that is known by its signs, whatever its words say: they are those that the review's status columns show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from normalise import colours, vocabulary, year_parts
from normalise.headers import Headers
from normalise.key import Key
from normalise.ratings import SILENT
from normalise.remainders import has_all_edges
from parsers.block import Block, Cell, Table

ENTRIES = range(3, 9)  # lines of such a key: two may be anything that is told apart
LONGEST = 14  # characters of a sign that is printed as words
WIDEST = 4  # columns of a table that explains signs
SHARED = 2  # signs that a key and a status column have in common
ITEMS = ("action", "activity", "indicator")


def explains(entries: Sequence[Key], block: Block, blocks: Sequence[Block], headers: Headers) -> bool:
    """True where lines have a sign each, all different, and most of what the status columns of other tables show is
    one of these, two of them at least. What scales something else (`High`, `Medium`, `Low`) is no such key."""
    signs = [_signs(key) for key in entries]
    told = {frozenset(own) for own in signs if own}
    if len(entries) not in ENTRIES or len(told) < len(entries) or _scales_others(entries):
        return False
    if isinstance(block, Table) and not _may_explain(block, blocks, headers):
        return False
    cells = list(_shown(blocks, headers, block))
    explained = [k for cell in cells if (k := next((k for k, own in enumerate(signs) if own & cell), -1)) >= 0]
    return len({*explained}) >= SHARED and 2 * len(explained) >= len(cells)


def _signs(key: Key) -> set[str]:
    """The colour's name, and the letter, figure or word on it or in its place."""
    return {sign for sign in (key.colour, (key.token or "").casefold()) if sign}


def _scales_others(entries: Sequence[Key]) -> bool:
    words = vocabulary.load("statuses")["legend"]["other_scales"]
    return all({*vocabulary.plain(k.entry.label).split()} <= {*words} for k in entries)


def _may_explain(table: Table, blocks: Sequence[Block], headers: Headers) -> bool:
    """False for a table that is headed as anything but a key, or stands in the columns of a review's table."""
    words = vocabulary.load("statuses")["legend"]["headings"]
    first = [c.text for c in table.cells if c.row == 0 and vocabulary.plain(c.text) not in words]
    headed = headers.get(id(table)) and any(vocabulary.role_of(text) in ITEMS for text in first)
    others = [b for b in blocks if isinstance(b, Table) and b is not table and headers.get(id(b))]
    return table.cols <= WIDEST and not headed and not any(has_all_edges(table, other) for other in others)


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
    found = {name for name in named if name and name not in SILENT}
    text = cell.text.strip()
    return found | {vocabulary.colour_word(text) or text.casefold()} if 0 < len(text) <= LONGEST else found
