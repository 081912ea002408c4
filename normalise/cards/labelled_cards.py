"""Cards of labelled lines as tables of a header and one row, so that they are read as any other table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from normalise.cards import (
    bands,
    deck_labels,
    decks,
    flows,
    joined_tags,
    numbered_blocks,
    panels,
    rating_labels,
    ratings,
    stamps,
)
from normalise.cards import tables as card_tables
from normalise.cards.card import REFERENCE
from normalise.cards.entries import Card, Entry
from normalise.cards.flows import Printed
from normalise.cards.rating_labels import Named
from normalise.columns import repeats
from normalise.columns.headers import Headers
from normalise.language import vocabulary
from normalise.prose.labelled import ITEM, NUMBERED, READER, behind, part
from normalise.review import Finding
from parsers.block import Block, Cell, Heading, Line, Mark, Paragraph, Table
from parsers.geometry import Box, union
from parsers.text import airs, wording
from parsers.text.wording import Lexicon

#: a title that says first which item it is: `Action 3: Buy land`, `Action 1.1 Buy land`
TITLED = re.compile(
    rf"(?:{NUMBERED.pattern})(?:\s*[:–—-]\s*(?=\S)|\s*\.(?!\d)\s*(?=\S)|(?<=\.\d)\s+(?=\S)|(?<=\.\d\d)\s+(?=\S))"
)
#: one that opens with a code, where the titles of all cards do: `F1 Buy land`
CODED = re.compile(r"(?P<ref>[A-Z]{1,4} ?\d{1,3}[a-z]?)[.:)]?\s+(?=[A-Z])")
NEAR = 2.0  # points that a sign may stick out of the line that it stands on
BESIDE = 40.0  # points behind a label without words in which its sign stands

Place = tuple[int, Line]  # a line and its page


class Field(NamedTuple):
    """One column of a card: its heading, the line that prints it, and those that print its value, and signs by page.

    `chars` is the heading's share of the printed characters.
    """

    heading: str
    head: Place | None
    value: tuple[Place, ...]
    marks: tuple[tuple[int, Mark], ...] = ()
    chars: int = 0


def upright(
    blocks: Sequence[Block], running: frozenset[int], headers: Headers, named: Named = frozenset
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The blocks with each card of labelled lines as a table of a header and one row, on two pages where a page break
    cuts it, and findings about cards that are not whole. `named` gives the names of the key's statuses."""
    whole, blocks = blocks, joined_tags.parted(blocks)
    headers = {
        **headers,
        **{id(b): headers[id(a)] for a, b in zip(whole, blocks, strict=True) if id(a) in headers},
    }
    lines = flows.found(blocks, running | repeats.of_parts(blocks, headers), headers)
    found = rating_labels.told(lines, named)
    printed = ratings.marked(bands.marked(deck_labels.raised(panels.laid(found))))
    cards, parts = decks.found(printed)
    blocks_of = numbered_blocks.found(printed)
    if _told(blocks_of.cards) > _told(cards):
        printed, cards, parts = blocks_of.flows, blocks_of.cards, []
    if not cards:
        return tuple(whole), ()
    stamps.parted(cards)
    lexicon = wording.learnt([card_tables.lines_of(b) for b in blocks if not isinstance(b, Table)])
    coded = all(card.title and CODED.match(card.title[0].line.text) for card in cards)
    tables = [table for card in cards for table in _tables(card, coded, lexicon)]
    used = {id(p) for card in cards for p in _printed(card)}
    left = list(_left(blocks, [p for flow in printed for p in flow], used, lexicon))
    headed = bands.blocks(printed, lexicon)
    out = sorted([*left, *headed, *tables], key=lambda b: (b.page, round(b.box.top, 1), b.box.x0))
    return tuple(out), (*_findings(parts), *_left_out(decks.left(printed, [*cards, *parts])))


def _told(cards: Sequence[Card]) -> tuple[int, int]:
    """How many cards there are, and what they tell in all."""
    return len(cards), sum(len(card.roles) + bool(card.ref) + bool(card.title) for card in cards)


def _printed(card: Card) -> Iterator[Printed]:
    """All lines of a card."""
    yield from card.title
    if card.ref:
        yield card.ref
    for entry in card.entries:
        yield from entry.printed


def _left(
    blocks: Sequence[Block], printed: Sequence[Printed], used: set[int], lexicon: Lexicon
) -> Iterator[Block]:
    """The blocks as they were, those of which cards took lines without these."""
    touched = {p.block for p in printed if id(p) in used or p.band}
    for k, block in enumerate(blocks):
        if k not in touched:
            yield block
            continue
        rest = [p.line for p in printed if p.block == k and id(p) not in used and not p.band]
        for lines in card_tables.texts_of(block, rest):
            box, ink = union(line.box for line in lines), sum(map(card_tables.ink_of, lines))
            text = wording.flow(lines, lexicon)
            if not isinstance(block, Table):
                yield replace(block, box=box, text=text, lines=lines, chars=ink)
            elif all(line.bold for line in lines):
                yield Heading(block.page, box, text, lines[0].size, True, ink, lines)
            else:
                yield Paragraph(block.page, box, text, lines[0].size, lines, (), ink)


def _tables(card: Card, coded: bool, lexicon: Lexicon) -> Iterator[Table]:
    """A card as a table for each page on which it stands, the same columns in each."""
    fields = list(_fields(card, coded))
    pages = sorted({page for f in fields for page, _ in [*f.value, *f.marks, *([f.head] if f.head else [])]})
    for page in pages:
        cells = [cell for k, f in enumerate(fields) for cell in _cells(f, k, page, lexicon)]
        box = union(c.box for c in cells if c.chars or c.marks)
        cells = [c if c.chars or c.marks else replace(c, box=box) for c in cells]
        cells.sort(key=lambda c: (c.row, c.col))
        edges = (box.x0,) * len(fields) + (box.x1,)  # its columns have no place of their own
        rows = (box.top, box.top, box.bottom)
        yield Table(page, box, READER, edges, rows, tuple(cells), doubt=card.doubt)


def _cells(f: Field, col: int, page: int, lexicon: Lexicon) -> Iterator[Cell]:
    """A field's heading and its value as far as they stand on a page."""
    nowhere = Box(0, 0, 0, 0)
    head = f.head[1] if f.head and f.head[0] == page else None
    yield Cell(
        0, col, 1, 1, f.heading, head.box if head else nowhere, header=True, chars=f.chars if head else 0
    )
    lines = [line for own, line in f.value if own == page]
    marks = tuple(m for own, m in f.marks if own == page)
    box = union([*(line.box for line in lines), *(m.box for m in marks)]) if lines or marks else nowhere
    text = wording.flow(lines, lexicon, airs.usual([lines]))
    yield Cell(1, col, 1, 1, text, box, tuple(lines), marks, chars=sum(map(card_tables.ink_of, lines)))


def _fields(card: Card, coded: bool) -> Iterator[Field]:
    rated = any(entry.role == "status" for entry in card.entries)
    signs = () if rated else card.signs
    title = [(p.page, _without(signs, p.line)) for p in card.title]
    title = [(page, line) for page, line in title if line.text]
    if card.ref:
        found = REFERENCE.fullmatch(card.ref.line.text.strip())
        begin = found.start("ref") if found else 0
        yield _named("Ref", card.ref.page, card.ref.line, begin, len(card.ref.line.text))
    if title:
        page, first = title[0]
        item = TITLED.match(first.text)
        item = item if item and vocabulary.role_of(item["item"]) in ITEM else None
        if found := item or (CODED.match(first.text) if coded else None):
            yield _named("Ref", page, part(first, 0, found.end()), found.start("ref"), found.end("ref"))
            title[0] = (page, part(first, found.end(), len(first.text)))
        yield Field("Action", None, tuple(title))
    if signs:
        placed = tuple((_page_of(card, m), m) for m in signs)
        yield Field("Status", None, (), placed, sum(len(m.characters) for m in signs))
    for entry in card.entries:
        yield from _labelled(entry)


def _without(signs: Sequence[Mark], line: Line) -> Line:
    """A line without the characters that are signs."""
    glyphs = "".join(m.characters for m in signs)
    text = " ".join("".join(c for c in line.text if c not in glyphs).split()) if glyphs else line.text
    return line._replace(text=text)


def _named(heading: str, page: int, line: Line, begin: int, end: int) -> Field:
    """A field whose value stands inside a line that is its heading, too."""
    value = part(line, begin, end)
    return Field(
        heading, (page, line), ((page, value),), chars=card_tables.ink_of(line) - card_tables.ink_of(value)
    )


def _labelled(entry: Entry) -> Iterator[Field]:
    page, line = entry.opens.page, entry.opens.line
    if entry.opens.said is None or not entry.opens.said.begin:  # text without a label
        yield Field(entry.label, None, tuple((p.page, p.line) for p in (entry.opens, *entry.lines)))
        return
    own = behind(line, entry.opens.said) if entry.opens.said else None
    begin = len(line.text) - len(own.text) if own else len(line.text)
    label = part(line, 0, begin)
    if entry.ref:
        at = line.text.index(entry.ref, len(entry.label))
        yield _named("Ref", page, label, at, at + len(entry.ref))
    value = [(page, own)] if own else []
    value += [(p.page, p.line) for p in entry.lines]
    known = entry.role != "status" or entry.is_labelled_status
    yield Field(
        entry.label if known else decks.RATING,
        (page, label),
        tuple(value),
        tuple(_signs(entry, own)),
        0 if entry.ref else card_tables.ink_of(label),
    )


def _page_of(card: Card, sign: Mark) -> int:
    """The page of one of the signs beside a card's name."""
    return next(p.page for p in _printed(card) if sign in p.marks)


def _signs(entry: Entry, own: Line | None) -> Iterator[tuple[int, Mark]]:
    """Signs with their pages on the lines of a value, or behind a label that has no words."""
    line = entry.opens.line
    places = [(entry.opens, (own or line).box._replace(x1=line.box.x1 + (NEAR if own else BESIDE)))]
    places += [(p, p.line.box) for p in entry.lines]
    near = ((p.page, m) for p, box in places for m in p.marks if box.grown(NEAR).holds(*m.box.centre))
    found = {(page, m.box): (page, m) for page, m in near}
    yield from found.values()


def _findings(parts: Iterable[Card]) -> Iterator[Finding]:
    for card in parts:
        opens = card.entries[0].opens
        message = f"{opens.line.text[:60]!r} opens a card that names no item or does not tell how it stands"
        yield Finding("warning", "card_not_read", message, opens.page)


def _left_out(labels: Iterable[Printed]) -> Iterator[Finding]:
    for p in labels:
        message = f"{p.line.text[:60]!r} is labelled as what cards say, but stands in none"
        yield Finding("warning", "card_not_read", message, p.page)
