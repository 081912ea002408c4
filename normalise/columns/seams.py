"""Where tables touch: blocks of a sheet without a row between them, tables without a paragraph, are read as one
grid by their rules. It is cut where headings stand anew below the rows of others, between other edges or in other
words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from normalise.columns.headers import Header, Headers, header
from parsers.block import Block, Cell, Table

LEAST = 4  # rows: headings with a row below them, twice
COLUMNS = 2  # cells that print something in a row of headings, or in one of what they head
LONGEST = 60  # characters of a heading that is known by its look
ITEMS = {"action", "activity", "indicator"}
PLAIN = (None, False)
Rows = defaultdict[int, list[Cell]]


class Heads(NamedTuple):
    """Rows of headings: the first of what stands above them and is theirs, the first and the last row of their own."""

    top: int
    first: int
    last: int


NONE = Heads(0, 0, -1)


def parted(blocks: Sequence[Block], headers: Headers) -> list[Block]:
    """The blocks with each grid of tables that touch as these tables. `headers` are those of the grids."""
    out: list[Block] = []
    for block in blocks:
        head = headers[id(block)] if isinstance(block, Table) else None
        begun = _begun_below(block) if isinstance(block, Table) and (head is None or head.first) else []
        out += begun or (_parts(block, head) if isinstance(block, Table) and head else [block])
    return out


def _begun_below(table: Table) -> list[Table]:
    """The parts of a grid that begins without headings, as the rest of a table of the page before: below its rows stand
    a line of one text and headings, set as nothing above them is, that name items. Else none."""
    told = _texts(table) if table.rows > LEAST else {}
    above: set[object] = set()
    for row in range(table.rows if told else 0):
        look = _look(told[row])
        apart = above and len(told[row]) > COLUMNS and look not in (None, PLAIN, *above)
        headed = apart and len(told[row - 1]) == 1 and _is_whole(table, row - 1)
        if headed and _names_items(table.part(row, table.rows)):
            return _cut(table, [row - 1])
        if len(told[row]) > COLUMNS:
            above.add(look)
    return []


def _texts(table: Table) -> Rows:
    """The cells with text, by the row in which they begin."""
    told = defaultdict[int, list[Cell]](list)
    for cell in table.cells:
        if cell.text:
            told[cell.row].append(cell)
    return told


def _parts(table: Table, head: Header) -> list[Table]:
    found = _heads(table, head) if table.rows >= LEAST and len({*table.xs}) == len(table.xs) else []
    cuts = list(_cuts(table, found)) if found else []
    if not cuts:
        return [table]
    return _cut(table, cuts)


def _cut(table: Table, at: Sequence[int]) -> list[Table]:
    """The parts of a table that begin at rows."""
    parts = [table.part(first, end) for first, end in pairwise([0, *at, table.rows])]
    return [replace(_framed(part), agreement=None, differences=()) for part in parts]


def _framed(part: Table) -> Table:
    """A part without the white beside it, where no rule parts the rows, and without the edges of the others."""
    inked = [c for c in part.cells if _is_inked(c)]
    first, end = min(c.col for c in inked), max(c.col + c.col_span for c in inked)
    beside = [c for c in part.cells if c.col + c.col_span <= first or c.col >= end]
    white = part.rows > 1 and all(c.row_span == part.rows for c in beside)
    kept = tuple(c for c in part.cells if c not in beside) if white else part.cells
    return replace(part, cells=kept).narrowed()


def _heads(table: Table, head: Header) -> list[Heads]:
    """All headings of a grid where there are several, or rows above the only ones."""
    own = [c for c in table.cells if c.row == head.first and c.text]
    look, printed = _look(own), [c.text for c in own]
    opening = {c.row: c for c in reversed(table.cells) if c.text}
    likely = [
        row
        for row, c in sorted(opening.items())
        if row == head.first or (look != PLAIN and _look([c]) == look) or c.text == printed[0]
    ]
    found: list[Heads] = []
    for row in likely:
        told = [c for c in table.cells if c.row == row and c.text]
        alike = (
            look not in (PLAIN, None) and _look(told) == look and all(len(c.text) <= LONGEST for c in told)
        )
        if len(told) < COLUMNS or not (alike or [c.text for c in told] == printed):
            continue
        if found and found[-1].last == row - 1:
            found[-1] = found[-1]._replace(last=row)
        else:
            titled = found[0].top < found[0].first if found else True
            found.append(Heads(_top(table, row, found[-1].last + 1 if found else 0, titled), row, row))
    return found if len(found) > 1 or (found and found[0].top) else []


def _look(cells: Sequence[Cell]) -> tuple[str | None, bool] | None:
    """The ground of cells and whether they are set bold; None where they differ."""
    looks = {(c.fill, bool(c.lines) and all(line.bold for line in c.lines)) for c in cells}
    return looks.pop() if len(looks) == 1 else None


def _top(table: Table, row: int, least: int, titled: bool) -> int:
    """The first of the rows of one text right above headings, their title: as the first headings have one, or shaded
    where none stands at the table's foot. Any other may be a note on the row above it."""
    while row > least:
        band = _band(table, row - 1)
        if band is None or not (titled or (band.fill and _band(table, table.rows - 1) is None)):
            break
        row -= 1
    return row


def _band(table: Table, row: int) -> Cell | None:
    """The one text of a row over all columns."""
    told = [c for c in table.cells if c.row == row and c.text]
    return told[0] if [c.col_span for c in told] == [table.cols] else None


def _cuts(table: Table, heads: Sequence[Heads]) -> Iterator[int]:
    """The first rows of all tables but the first."""
    rows = _rows(table)
    if _are_labels(heads, rows, table.rows):
        return
    before = NONE
    for here, after in zip(heads, [*heads[1:], NONE._replace(top=table.rows)], strict=True):
        body = [row for row in range(before.last + 1, here.top) if _told(rows[row]) >= COLUMNS]
        if body and _is_whole(table, here.top):
            own = table.part(here.first, after.top)
            if _is_another(rows, before, here, after.top, body, own):
                yield from _aliens(table, rows, before, body)
                yield here.top
        before = here


def _is_another(rows: Rows, before: Heads, here: Heads, end: int, body: Sequence[int], own: Table) -> bool:
    """True where headings are another table's than the rows above them, of which those in `body` have several cells.
    `own` is what they would head."""
    edges = _edges(rows, here.first, here.last + 1)
    if before == NONE:
        return not _edges(rows, body[0], body[-1] + 1) <= _edges(rows, here.first, end)
    if not edges <= _edges(rows, before.first, here.top):
        below = sum(_told(rows[row]) >= COLUMNS for row in range(here.last + 1, end))
        return min(len(body), below) > 1 or _names_items(own)
    above, told = ([c.text for c in rows[h.first] if c.text] for h in (before, here))
    if above == told:
        return here.top < here.first
    return len({*told} - {*above}) * 2 > len(told) and _names_items(own)


def _names_items(table: Table) -> bool:
    head = header(table)
    return head is not None and not head.first and not ITEMS.isdisjoint(head.roles)


def _aliens(table: Table, rows: Rows, before: Heads, body: Sequence[int]) -> Iterator[int]:
    """The first of the rows at a table's foot between whose edges none is the table's: they are no part of it."""
    first = body[-1] + 1
    for row in reversed(body[1:] if before != NONE else ()):
        edges = _edges(rows, row, row + 1)
        if row != first - 1 or edges & _edges(rows, before.first, row) or not _is_whole(table, row):
            break
        first = row
    if first <= body[-1]:
        yield first


def _edges(rows: Rows, first: int, end: int) -> set[int]:
    """The edges between what is printed in rows, none of them of one text over all."""
    told = (cells for row in range(first, end) if _told(cells := rows[row]) > 1)
    inner = {edge for cells in told for c in cells for edge in (c.col, c.col + c.col_span)}
    return inner - {min(inner, default=0), max(inner, default=0)}


def _is_whole(table: Table, first: int) -> bool:
    """True where no cell that prints anything stands in the rows above one and in those from it on."""
    return not any(_is_inked(c) for c in table.cells if c.row < first < c.row + c.row_span)


def _rows(table: Table) -> Rows:
    """The cells that print or show something, by each row in which they stand."""
    rows = defaultdict[int, list[Cell]](list)
    for cell in table.cells:
        if _is_inked(cell):
            for row in range(cell.row, cell.row + cell.row_span):
                rows[row].append(cell)
    return rows


def _is_inked(cell: Cell) -> bool:
    return bool(cell.text or cell.marks or cell.fill)


def _told(cells: Sequence[Cell]) -> int:
    return sum(bool(c.text) for c in cells)


def _are_labels(heads: Sequence[Heads], rows: Rows, end: int) -> bool:
    """True where rows of labels take turns, each with one row of values below it: those of cards."""
    printed = [tuple(c.text for c in rows[h.first]) for h in heads]
    turns = any(printed[k] in printed[: k - 1] and printed[k] != printed[k - 1] for k in range(2, len(heads)))
    ends = [*(h.top for h in heads[1:]), end]
    return turns and all(below == h.last + 2 for h, below in zip(heads, ends, strict=True))
