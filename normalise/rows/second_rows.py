"""Rows told in two: below each row one text over all columns, `Progress this quarter` below the headings or nothing.
The text becomes a column of its own, so that it is read as any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from normalise.columns.remainders import has_all_edges
from normalise.language import phrases, vocabulary
from normalise.rows import paired_rows
from parsers.block import Block, Cell, Table

ROLE = "progress"
WITHIN = 4  # rows from the top in which that heading may stand
SHOWN = 0.5  # share of the rows that have such a text below them
HEADING = "Progress"  # what a sentence below each row is where no heading says it
SLIVER = 1.0  # points: the width of a column that has no place of its own


class Told(NamedTuple):
    """The heading over all columns, None where there is none, the row below the headings, the table, its own headings,
    and whether the texts stand above their rows."""

    heading: Cell | None
    body: int
    table: Table
    heads: tuple[str, ...]
    above: bool = False
    own: Table | None = None  # the table that is read so, where it goes on from the other


def beside(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with such texts in a last column of their own, also where a table goes on without its headings."""
    known: list[Told] = []
    found: list[Block] = []
    blocks = tuple(blocks)
    paired = paired_rows.found(blocks)
    for block in blocks:
        told = (
            _told(block, known, paired)
            if isinstance(block, Table) and block.cols > paired_rows.KNOWN
            else None
        )
        if told is None or not isinstance(block, Table):
            found.append(block)
            continue
        before = known[-1] if known else None
        known.append(told._replace(own=block))
        found.append(_widened(block, told, _rest(block, told, before)))
    return tuple(found)


def _told(table: Table, known: Sequence[Told], paired: Mapping[int, tuple[int, bool]]) -> Told | None:
    if id(table) in paired:
        body, above = paired[id(table)]
        return Told(None, body, table, _row(table, body - 1), above)
    for row in range(1, min(WITHIN, table.rows - 1)):
        cell = paired_rows.alone(table, row)
        if cell is not None and vocabulary.role_of(cell.text) == ROLE and paired_rows.is_headed(table, row):
            own = Told(cell, row + 1, table, _row(table, row - 1))
            return own if _are_pairs(table, own) else None
        if cell is None and paired_rows.is_headed(table, row):
            return None
    like = (told for told in reversed(known) if not told.above and has_all_edges(table, told.table))
    goes_on = (told._replace(heading=None, body=int(_row(table, 0) == told.heads)) for told in like)
    return next((told for told in goes_on if _are_pairs(table, told)), None)


def _row(table: Table, row: int) -> tuple[str, ...]:
    return tuple(c.text for c in table.cells if c.row == row)


def _seconds(table: Table, told: Told) -> dict[int, Cell]:
    """The texts over all columns by their rows, each right below a row that has several cells, or above one."""
    alone = {
        row: cell
        for row in range(told.body, table.rows)
        if (cell := paired_rows.alone(table, row)) is not None
    }
    if told.above:
        return {row: cell for row, cell in alone.items() if row + 1 not in alone}
    heads = paired_rows.headings([*alone.values()])
    below = {row: cell for row, cell in alone.items() if row > told.body and row - 1 not in alone}
    return {row: cell for row, cell in below.items() if cell not in heads}


def _are_pairs(table: Table, told: Told) -> bool:
    """True where half of the rows, or more, have a text below them, and none of these is a heading."""
    seconds = _seconds(table, told)
    rows = {c.row for c in table.cells if c.row >= told.body and (c.text or c.marks)}
    rows = {row for row in rows if paired_rows.alone(table, row) is None}
    return (
        bool(seconds)
        and all(map(paired_rows.is_text, seconds.values()))
        and len(seconds) >= SHOWN * len(rows)
    )


def _rest(table: Table, told: Told, before: Told | None) -> Cell | None:
    """The sentence at a table's head that belongs to a row of the page before, which has none yet or one cut off."""
    cell = None if told.above or told.heading is not None else paired_rows.alone(table, told.body)
    if cell is None or before is None or before.own is None or table.page - before.own.page > 1:
        return None
    last = max((c.row for c in before.own.cells if c.text or c.marks), default=0)
    above = paired_rows.alone(before.own, last)
    lacks = above is None or not above.text.endswith(phrases.SENTENCE_END)
    told_so = cell.text.endswith(phrases.SENTENCE_END) or (above is not None and cell.text[:1].islower())
    return cell if lacks and told_so and paired_rows.is_text(cell) else None


def _widened(table: Table, told: Told, rest: Cell | None) -> Table:
    """The table with one more column, a sliver at its right, for the texts over all others."""
    seconds = _seconds(table, told)
    headed = told.body if told.heading is not None else 0
    gone = {*seconds} | ({headed - 1} if headed else set())
    place = {row: row - sum(other < row for other in gone) for row in range(table.rows + 1)}
    cells = [] if headed or not told.body else [_made(table, told.body)]
    for cell in table.cells:
        if cell.row in seconds and cell is not seconds[cell.row]:
            continue  # the column that the text leaves blank
        if cell.row in gone:
            row = place[cell.row] - (0 if told.above else 1)
            cells.append(replace(cell, row=row, row_span=1, col=table.cols, col_span=1))
        elif rest is not None and cell is rest:
            cells.append(replace(cell, col=table.cols, col_span=1))
        else:
            end = cell.row + cell.row_span
            span = max(1, place[end] - place[cell.row])
            wide = cell.col_span == table.cols
            cells.append(
                replace(cell, row=place[cell.row], row_span=span, col_span=cell.col_span + int(wide))
            )
    cells.sort(key=lambda c: (c.row, c.col))
    kept = [row for row in range(table.rows) if row not in gone]
    nodes = tuple(table.row_nodes[row] for row in kept) if table.row_nodes else ()
    ys = (*(table.ys[row] for row in kept), table.ys[-1])
    return replace(table, xs=(*table.xs, table.xs[-1] + SLIVER), ys=ys, cells=tuple(cells), row_nodes=nodes)


def _made(table: Table, body: int) -> Cell:
    """The heading of texts that have none: nothing printed."""
    first = min(c.row for c in table.cells if c.row + c.row_span == body)
    corner = table.box._replace(x0=table.box.x1, bottom=table.ys[body])
    return Cell(first, table.cols, body - first, 1, HEADING, corner, header=True)
