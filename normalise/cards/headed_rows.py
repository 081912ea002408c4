"""Cards that print a table of one row each, of what is told of an item, below the item's title: `Action: 1.2 Build
homes`, below it `Responsible person | Status | End date` over one row of values, below that `Comments: ...`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.cards.card import Pair, named, part_of
from normalise.language import nouns, phrases, vocabulary
from normalise.prose import labelled, texts
from parsers.block import Cell, Line, Paragraph, Table

LEAST = 3  # headings of such a row
#: roles of which a heading tells what is done, or measured: below these stand rows as in any table
ITEMS = ("action", "activity", "indicator", "plan")
BESIDE = ("lead", "group", "due_date", "start_date", "complete")  # of which one stands beside the status
SHORT = 5  # words of a value whose heading nobody knows

Rows = list[Cell | Pair]


def found(table: Table, labels: Collection[str] = ()) -> Rows:
    """The titles, labels and values of the cards in a table; none where it is something else. A table without headings
    that has nothing but `labels`, those of cards that are known to be some, is the rest of one."""
    if table.reader == "transcript":
        return []
    rows: Rows = []
    lines = [[c for c in table.cells if c.row == row and (c.text or c.marks)] for row in range(table.rows)]
    k, carded = 0, 0
    while k < len(lines):
        after = lines[k + 1] if k + 1 < len(lines) else []
        inside = isinstance(rows[-1], Pair) if rows else not k
        if told := _abreast(lines[k], after, table.page, inside and bool(rows)):
            rows, k, carded = [*rows, *told], k + 2, carded + 1
            continue
        if len(lines[k]) > 1 or any(c.col for c in lines[k]):
            return []
        if inside and rows and (pair := _below_label(lines[k], after, table.page)):
            rows, k = [*rows, pair], k + 2
            continue
        for cell in lines[k]:
            opening = are_headings(after)
            rows += [title(cell)] if opening else _told(cell, table.page, inside)
        k += 1
    rest = rows and all(isinstance(row, Pair) and row.key in labels for row in rows)
    return rows if carded or rest else []


def _below_label(label: Sequence[Cell], text: Sequence[Cell], page: int) -> Pair | None:
    """A label in a row of its own, `Comments`, over a text that is as wide."""
    if len(label) != 1 or len(text) != 1 or text[0].col or vocabulary.role_of(label[0].text) != "progress":
        return None
    return Pair(label[0], page, [text[0]])


def below(text: Paragraph) -> list[Pair]:
    """The labelled lines of a paragraph, the first of which tells how a card's item goes."""
    cell = Cell(0, 0, 1, 1, text.text, text.box, text.lines, text.marks, chars=text.chars)
    told = _labelled(cell, text.page)
    return told if told and told[0].role == "progress" else []


def title(cell: Cell) -> Cell:
    """What a card is about, without the word before it that says what it is: `Action: 1.2 Build homes`."""
    said = labelled.read(cell.lines[0]) if cell.lines else None
    if said is None or said.role not in ITEMS or said.ref:
        return cell
    return replace(part_of(cell, said.begin, len(cell.text)), chars=cell.chars)


def _told(cell: Cell, page: int, inside: bool) -> Rows:
    """Labels and what they label, or a sentence without one right below a card's values, or at a table's head below
    those of the table before: what is told of it. Any other text as it is."""
    if labels := _labelled(cell, page):
        return [*labels]
    if not inside or texts.heads_rows(cell.text) or not cell.text.endswith(phrases.SENTENCE_END):
        return [cell]
    return [*named("Progress", cell, page)]


def _labelled(cell: Cell, page: int) -> list[Pair]:
    """Labels and what they label, over all columns: `Comments: The lease is signed.`, on a line below it `Last updated:
    14 October`; none where the text opens with no label."""
    begins = [k for k, line in enumerate(cell.lines) if not k or _is_known(line)]
    own = [cell.lines[a:b] for a, b in pairwise([*begins, len(cell.lines)])]
    parts = cell.text.split("\n") if len(begins) > 1 else [cell.text]
    if len(parts) != len(own):
        own, parts = [cell.lines], [cell.text]
    pairs = [_pair(cell, lines, text, page) for lines, text in zip(own, parts, strict=True)]
    return [pair for pair in pairs if pair] if all(pairs) else []


def _is_known(line: Line) -> bool:
    said = labelled.read(line)
    return said is not None and (bool(said.role) or nouns.is_no_field(said.label, said.key))


def _pair(cell: Cell, lines: Sequence[Line], text: str, page: int) -> Pair | None:
    said = labelled.read(lines[0]) if lines else None
    if said is None or not text[said.begin :].strip():
        return None
    whole = replace(cell, text=text, lines=tuple(lines), chars=len("".join(text.split())))
    label = replace(part_of(whole, 0, said.begin), text=said.label, marks=())
    return Pair(label, page, [part_of(whole, said.begin, len(text))])


def _abreast(heads: Sequence[Cell], values: Sequence[Cell], page: int, inside: bool) -> Rows:
    """Headings over one row of values as labels, each with its own; none where either is something else. More of them
    may stand `inside` a card, below those that say how it stands."""
    headed = are_headings(heads) or (inside and _are_more(heads))
    if not headed or are_headings(values) or _are_more(values):
        return []
    own = {c.col: c for c in values}
    if not {*own} <= {c.col for c in heads} or any(c.row_span > 1 for c in (*heads, *values)):
        return []
    told = [Pair(head, page, [own[head.col]]) for head in heads if head.col in own]
    unknown = (pair for pair in told if not pair.role and not nouns.is_no_field(pair.label.text, pair.key))
    return list(told) if all(len(p.values[0].text.split()) <= SHORT for p in unknown) else []


def are_headings(cells: Sequence[Cell]) -> bool:
    """True for headings of what is told of an item, its status and who or when among them, of which none is its own."""
    if len(cells) < LEAST or any(c.marks for c in cells):
        return False
    roles = [vocabulary.role_of(c.text) or "" for c in cells]
    known = sum(map(bool, roles))
    told = "status" in roles and not {*roles}.isdisjoint(BESIDE)
    return told and {*roles}.isdisjoint(ITEMS) and 3 * known >= 2 * len(cells)


def _are_more(cells: Sequence[Cell]) -> bool:
    """True for headings that are all known, none an item's own."""
    roles = {vocabulary.role_of(c.text) for c in cells if not c.marks}
    return len(cells) > 1 and None not in roles and len(roles) == len(cells) and roles.isdisjoint(ITEMS)
