"""Cards in tables: an action in a box of its own, labels and their values side by side in each row, turned into a table
of one row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from normalise.cards import headed_rows
from normalise.cards import rows as card_rows
from normalise.cards.card import ITEM, REFERENCE, TOLD, Card, Pair, is_status, named
from normalise.cards.rows import Rows, pairs_of
from normalise.prose import texts
from parsers.block import Block, Cell, Heading, Paragraph, Table
from parsers.geometry import union

CARDS = 2  # cards that make a deck where no label says what they are about
RATED = 0.5  # share of the cards whose status must be one
#: points between a card and the line above it that is its caption: more is another paragraph
CAPTION_GAP = 6.0
TITLE_GAP = 24.0  # and the heading above it that is its title
BLANKED = re.compile(r"\d+")  # a running foot has its page's number


def upright(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each card as a table of a header and one row on each of its pages; what stands above it and names
    it or is its reference within it."""
    rows = {id(b): own for b in blocks if isinstance(b, Table) and (own := _rows(b))}
    whole = [pairs for pairs in map(pairs_of, rows.values()) if TOLD & {pair.role for pair in pairs}]
    opener = _opener(whole)
    labels = {pair.key for pairs in whole for pair in pairs}
    if labels:  # what a page break cut off may have none but labels of the publisher's own
        opening = {b.page: b for b in reversed(blocks) if isinstance(b, Table)}.values()
        rows |= {id(b): own for b in opening if id(b) not in rows and (own := _rows(b, labels))}
    decks: dict[int, list[Card]] = {}
    last: tuple[int, Card, Block] | None = None
    for k, block in enumerate(blocks):
        if not isinstance(block, Table) or id(block) not in rows:
            last = last if not isinstance(block, Table) else None
            continue
        cut = last and (last[0] == block.page - 1 or (k and blocks[k - 1] is last[2]))
        before = last[1] if last and cut else None
        before = before if _goes_on(before, rows[id(block)], labels) else None
        decks[id(block)] = deck = _cards(rows[id(block)], opener, before)
        _caption(deck[0], block, blocks[:k])
        if not deck[0].roles & ITEM and TOLD & deck[0].roles:
            _title_before(deck[0], block, blocks)
        _comments(deck[-1], block, blocks[k + 1 : k + 2])
        last = (block.page, deck[-1], block)
    told = {key: own for key, own in decks.items() if all(card.is_whole() for card in own)}
    parts = any(TOLD & card.roles for key, own in decks.items() if key not in told for card in own)
    cards = {id(card): card for own in told.values() for card in own}.values()
    if not _are_told(cards) or (parts and any(card.titled for card in cards)):
        return tuple(blocks)
    used = {id(text) for own in told.values() for card in own for text in card.captions}
    return tuple(_turned(blocks, told, used))


def _rows(table: Table, labels: Collection[str] = ()) -> Rows:
    return card_rows.found(table, labels) or headed_rows.found(table, labels)


def _turned(blocks: Sequence[Block], decks: dict[int, list[Card]], used: set[int]) -> Iterator[Block]:
    tables = [b for b in blocks if isinstance(b, Table) and id(b) in decks]
    before = {
        id(text): (card, table)
        for table in tables
        for card in decks[id(table)]
        for text in card.captions
        if text.page == table.page - 1
    }
    made: set[tuple[int, int]] = set()
    for block in blocks:
        if isinstance(block, Table) and id(block) in decks:
            for card in (c for c in decks[id(block)] if (id(c), block.page) not in made):
                yield from (_heading(cell, block) for cell in card.sections if cell in block.cells)
                yield one_row(card, block)
                made.add((id(card), block.page))
        elif id(block) not in used:
            yield block
        elif isinstance(block, Heading) and id(block) in before:
            card, table = before[id(block)]
            yield one_row(card, replace(table, page=block.page))


def _opener(tables: Iterable[Sequence[Pair]]) -> str:
    """The label that opens most of the tables, and so the cards in them; "" where a row without labels does."""
    first = Counter("" if pairs[0].opens else pairs[0].key for pairs in tables)
    return first.most_common(1)[0][0] if first else ""


def _cards(rows: Rows, opener: str, before: Card | None) -> list[Card]:
    """The cards of one table; the labels before the first that opens one may be the rest of the card on the page
    before."""
    cards: list[Card] = []
    above: list[Cell] = []
    for item in rows:
        if not isinstance(item, Pair):
            above.append(item)
            continue
        opens = item.opens or item.key == opener
        if not cards and not above and not opens and before:
            cards.append(before)
        if not cards or above or opens:
            headed = above and not item.opens and texts.priority(above[-1].text) is None
            title = above.pop() if headed else None
            cards.append(Card(named("Action", title, item.page) if title else [], title is not None))
            cards[-1].sections, above = above, []
        cards[-1].pairs.append(item)
    return cards


def _goes_on(card: Card | None, rows: Rows, labels: Collection[str]) -> bool:
    """True for a table whose first label other cards have and the one on the page before lacks, or is cut off."""
    first = next(iter(pairs_of(rows)))
    lacks = card is not None and all(first.key != pair.key for pair in card.pairs)
    known = first.key in labels or (
        first.role == "progress" and card is not None and first.role not in card.roles
    )
    return (lacks and known) or not first.label.text


def _caption(card: Card, table: Table, above: Sequence[Block]) -> None:
    """Take the lines directly above a card that are its reference or its title."""
    for block in reversed(above):
        if block.page != table.page or card.pairs[0].page != table.page:
            return
        if not table.box.x0 - 1 <= block.box.x0 <= table.box.x1:
            continue  # above a card beside this one
        gap = table.box.top - block.box.bottom
        if isinstance(block, Table) or not -1.0 <= gap <= TITLE_GAP:
            return
        found = REFERENCE.fullmatch(block.text.strip())
        lines = block.lines
        if found and gap <= CAPTION_GAP and block.box.x1 <= table.box.x1 + 1:
            cell = Cell(0, 0, 1, 1, found["ref"], block.box, lines, chars=block.chars)
            card.pairs[:0] = named("Ref", cell, block.page)
        elif isinstance(block, Heading) and not (card.roles & ITEM or texts.priority(block.text)):
            cell = Cell(0, 0, 1, 1, block.text, block.box, lines, chars=block.chars)
            card.pairs[:0], card.titled = named("Action", headed_rows.title(cell), block.page), True
        else:
            return
        card.captions.append(block)
        if found:
            return


def _comments(card: Card, table: Table, below: Sequence[Block]) -> None:
    """Take the paragraph right below a card that tells how its item goes, where none of its labels does."""
    text = next(iter(below), None)
    if not isinstance(text, Paragraph) or text.page != table.page:
        return
    if not -1.0 <= text.box.top - table.box.bottom <= TITLE_GAP or "progress" in card.roles:
        return
    if told := headed_rows.below(text):
        card.pairs += told
        card.captions.append(text)


def _title_before(card: Card, table: Table, blocks: Sequence[Block]) -> None:
    """Take the title of a card that opens a page from the foot of the page before: the one heading below its tables
    that is printed once."""
    place = next(k for k, b in enumerate(blocks) if b is table)
    before = [b for b in blocks[:place] if b.page == table.page - 1]
    last = max((k for k, b in enumerate(before) if isinstance(b, Table)), default=len(before))
    often = Counter(BLANKED.sub("0", b.text) for b in blocks if not isinstance(b, Table))
    titles = [
        b
        for b in before[last + 1 :]
        if isinstance(b, Heading) and often[BLANKED.sub("0", b.text)] == 1 and not texts.priority(b.text)
    ]
    opens = not any(isinstance(b, Table) and b.page == table.page for b in blocks[:place])
    if len(titles) == 1 and opens:
        (title,) = titles
        cell = Cell(0, 0, 1, 1, title.text, title.box, title.lines, chars=title.chars)
        card.pairs[:0], card.titled = named("Action", headed_rows.title(cell), title.page), True
        card.captions.append(title)


def _are_told(cards: Collection[Card]) -> bool:
    """True for cards most of which have a status that is known as such; also without one for several actions."""
    rated = [p.values for card in cards for p in card.pairs if p.role == "status"] or _rated(cards)
    known = sum(any(map(is_status, values)) for values in rated)
    untitled = not any(card.titled for card in cards)
    if not rated:
        return untitled and len(cards) >= CARDS
    return known > RATED * len(rated) and (untitled or len(cards) >= CARDS)


def _rated(cards: Collection[Card]) -> list[list[Cell]]:
    """The values behind a label that is not known, where each of them is a status: `State`."""
    told: dict[str, list[list[Cell]]] = {}
    for pair in (p for card in cards for p in card.pairs if p.label.text and not p.role):
        told.setdefault(pair.key, []).append(pair.values)
    values = (own for own in told.values() if all(any(map(is_status, cells)) for cells in own))
    return max(values, key=len, default=[])


def _heading(cell: Cell, table: Table) -> Heading:
    size = max((line.size for line in cell.lines), default=0.0)
    return Heading(table.page, cell.box, cell.text, size, True, cell.chars, cell.lines)


def one_row(card: Card, table: Table) -> Table:
    """A card's cells on one page with its labels as a header; those of its other pages are there without ink. Its
    columns have no place of their own: their edges fall together."""
    box = union([c.box for pair in card.pairs if pair.page == table.page for c in (pair.label, *pair.values)])
    cells: list[Cell] = []
    high = 1
    col = -1
    for pair in card.pairs:
        here = pair.page == table.page
        if pair.label.text:
            col += 1
            cells.append(
                _placed(pair.label, 0, col) if here else Cell(0, col, 1, 1, pair.label.text, box, header=True)
            )
        values = pair.values if here else []
        high = max(high, len(values))
        cells += [_placed(cell, row, col) for row, cell in enumerate(values, 1)]
    held = {(c.row, c.col) for c in cells}
    cells += [Cell(1, k, 1, 1, "", box) for k in range(col + 1) if (1, k) not in held]
    cells.sort(key=lambda c: (c.row, c.col))
    rows = (box.top, *([box.top] * high), box.bottom)
    edges = (box.x0,) * (col + 1) + (box.x1,)
    return replace(table, box=box, xs=edges, ys=rows, cells=tuple(cells), node="", row_nodes=())


def _placed(cell: Cell, row: int, col: int) -> Cell:
    return replace(cell, row=row, col=col, row_span=1, col_span=1, header=not row)
