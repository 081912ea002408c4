"""Actions in bold with what has come of each beneath, in one cell below one heading, `Action and position at 30 June`:
two columns, so that they are read as any others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from normalise.columns.places import places
from normalise.columns.remainders import has_all_edges
from normalise.language import vocabulary
from parsers.block import Block, Cell, Table

BETWEEN = re.compile(r"\s*(?:/|&|\+|,|\band\b|\bwith\b)\s*", re.IGNORECASE)
WITHIN = 3  # rows from the top in which the heading may stand
NEARLY_ALL = 0.8  # share of the cells below such headings that open in bold and go on without
LEAST = 2  # such cells
LONGEST = 3  # words of a label
DOUBT = "the action and what has come of it are not told apart"
BENEATH = " beneath"  # behind the name of a cell of the structure tree: the name of its second
ACTION, PROGRESS = "action", "progress"
JOINED = re.compile(r"[\s\-\u2010\u00ad]")  # what may be left out where lines are joined


class Told(NamedTuple):
    """The column of a table, the heading over it, and the row below the heading; no heading where it stands on a page
    before."""

    table: Table
    col: int
    head: Cell | None
    body: int


def apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with such a column as two, where nearly all of its cells in the document are made so."""
    found = {id(told.table): told for told in _found(blocks)}
    cells = [c for told in found.values() for c in _cells(told)]
    made = sum(_bold(c) is not None for c in cells)
    if made < LEAST or made < NEARLY_ALL * len(cells):
        return list(blocks)
    return [_laid(found[id(b)]) if isinstance(b, Table) and id(b) in found else b for b in blocks]


def parts(heading: str) -> tuple[str, str] | None:
    """A heading that names an action and what has come of it, in its two parts; None for any other."""
    for found in BETWEEN.finditer(heading):
        first, second = heading[: found.start()], heading[found.end() :]
        if vocabulary.role_of(first) == ACTION and vocabulary.role_of(second) == PROGRESS:
            return first, second
    return None


def _found(blocks: Sequence[Block]) -> Iterator[Told]:
    """The tables with such a heading, and those that go on from one without headings."""
    known: list[Told] = []
    for table in (b for b in blocks if isinstance(b, Table)):
        told = _told(table)
        if told is None and not _headed(table):
            before = next((k for k in reversed(known) if has_all_edges(table, k.table)), None)
            told = before and Told(table, before.col, None, 0)
        if told is not None:
            known.append(told)
            yield told


def _headed(table: Table) -> bool:
    return sum(bool(vocabulary.role_of(c.text)) for c in table.cells if c.row == 0 and c.text) > 1


def _told(table: Table) -> Told | None:
    for cell in (c for c in table.cells if c.row < min(WITHIN, table.rows - 1) and c.col_span == 1):
        if parts(cell.text) is not None:
            beside = (
                c.text for (row, _), c in places(table.cells).items() if row == cell.row and c is not cell
            )
            if {ACTION, PROGRESS}.isdisjoint(map(vocabulary.role_of, beside)):
                return Told(table, cell.col, cell, cell.row + cell.row_span)
    return None


def _cells(told: Told) -> list[Cell]:
    own = (c for c in told.table.cells if c.col == told.col and c.row >= told.body)
    return [c for c in own if c.text and c.col_span == 1]


def _bold(cell: Cell) -> int | None:
    """How many lines of a cell stand in bold above others that do not, none of which a label opens; None where it is
    not made so."""
    opening = len([*takewhile(lambda line: line.bold, cell.lines)])
    rest = cell.lines[opening:]
    made = opening and rest and not any(line.bold or _is_labelled(line.text) for line in rest)
    return opening if made else None


def _is_labelled(text: str) -> bool:
    """True for a line that a label opens, `Lead: Ann Archer`, which says by itself what it is."""
    label, colon, _ = text.partition(":")
    return bool(colon) and len(label.split()) <= LONGEST and bool(vocabulary.role_of(label))


def _laid(told: Told) -> Table:
    """The table with the column as two, each half as wide; their ink stays where it is."""
    table, col = told.table, told.col
    middle = (table.xs[col] + table.xs[col + 1]) / 2
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.col > col:
            cells.append(replace(cell, col=cell.col + 1))
        elif cell.col == col and cell.col_span == 1 and (cell is told.head or cell.row >= told.body):
            cells += _two(cell, cell is told.head, told.head is None and cell.row == 0)
        elif cell.col + cell.col_span > col:
            cells.append(replace(cell, col_span=cell.col_span + 1))
        else:
            cells.append(cell)
    xs = (*table.xs[: col + 1], middle, *table.xs[col + 1 :])
    return replace(table, xs=xs, cells=tuple(sorted(cells, key=lambda c: (c.row, c.col))))


def _two(cell: Cell, heads: bool, goes_on: bool) -> tuple[Cell, Cell]:
    """A cell as that of the action and that of what has come of it; of a row that `goes_on` from the page before what
    is not in bold is all of the second."""
    if heads:
        first, second = parts(cell.text) or (cell.text, "")
        one, other = replace(cell, text=first), replace(cell, text=second, chars=0, marks=())
        return one, replace(other, col=cell.col + 1)
    plain = goes_on and bool(cell.lines) and not any(line.bold for line in cell.lines)
    opening = 0 if plain else _bold(cell) or len(cell.lines)
    unsure = not plain and _bold(cell) is None and not all(line.bold for line in cell.lines)
    first, second = _text_parted(cell.text, [line.text for line in cell.lines[:opening]])
    ink = len("".join(second.split()))
    one = replace(cell, text=first, lines=cell.lines[:opening], chars=cell.chars - ink)
    other = replace(cell, col=cell.col + 1, text=second, lines=cell.lines[opening:], chars=ink)
    other = replace(other, marks=(), hidden="", doubt="", node=cell.node and f"{cell.node}{BENEATH}")
    return replace(one, doubt=cell.doubt or (DOUBT if unsure else "")), other


def _text_parted(text: str, opening: Sequence[str]) -> tuple[str, str]:
    """A cell's text behind the words of its opening lines in two."""
    left = len(JOINED.sub("", "".join(opening)))
    at = 0
    while left and at < len(text):
        left -= not JOINED.match(text[at])
        at += 1
    return text[:at].strip(), text[at:].strip()
