"""Rows of one text that name what the rows below belong to and tell more of it below that: `1.2 Safer streets`, then
`Plan: Safety Strategy`, `Lead: Ann Archer`. The labelled lines become a row of their own, as some documents have
them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from normalise.headings.particulars import HOLDING
from normalise.prose import labelled
from parsers.block import Block, Cell, Line, Table
from parsers.geometry import union

AGAIN = 2  # rows with the same label that are no chance
FULL = 0.6  # of the widest line: a shorter one ends its text
MORE = 2  # times as many as rows with other texts beside it


class Band(NamedTuple):
    """A row's title and its labelled lines, either without lines where the row has none."""

    row: int
    title: tuple[Line, ...]
    told: tuple[Line, ...]
    keys: frozenset[str]


def parted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the labelled lines of such rows apart; where rows with other texts beside have the same labels,
    these are of each row itself."""
    found: dict[int, list[Band]] = {}
    times, others = Counter[str](), Counter[str]()
    for table in (b for b in blocks if isinstance(b, Table) and b.cols > 1):
        for cells in _rows(table):
            keys = {key for c in cells for key in _keys(c.lines) if key}
            band = _band(cells) if keys else None
            if band is not None:
                found.setdefault(id(table), []).append(band)
            (others if band is None else times).update(keys)
    kept = {key for key, n in times.items() if n >= AGAIN and n > MORE * others[key]}
    bands = {table: [b for b in own if kept.issuperset(b.keys)] for table, own in found.items()}
    return [_laid(b, bands[id(b)]) if isinstance(b, Table) and bands.get(id(b)) else b for b in blocks]


def _rows(table: Table) -> Iterator[list[Cell]]:
    """The cells with text or signs of each row."""
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        if cell.text or cell.marks:
            rows[cell.row].append(cell)
    yield from filter(None, rows)


def _band(cells: Sequence[Cell]) -> Band | None:
    """The row where its first text is followed by labelled lines alone, below it or in the columns beside it."""
    first, *beside = cells
    if first.col or any(c.marks or c.row_span > 1 for c in cells):
        return None
    keys = list(_keys(first.lines))
    at = next((k for k, key in enumerate(keys) if key), len(keys))
    if any(not c.lines or not next(_keys(c.lines)) for c in beside) or any(map(_tells_more, cells)):
        return None
    told = (*first.lines[at:], *(line for c in beside for line in c.lines))
    said = frozenset(filter(None, (key for c in cells for key in _keys(c.lines))))
    return Band(first.row, first.lines[:at], told, said) if told else None


def _tells_more(cell: Cell) -> bool:
    """True where a text stands below a labelled line that is no rest of it: this ends with room for a word."""
    keys = list(_keys(cell.lines))
    widest = max((line.box.width for line in cell.lines), default=0.0)
    told = False
    for (line, key), (_, below) in pairwise(zip(cell.lines, keys, strict=True)):
        told = told or bool(key)
        bare = line.text.rstrip().endswith(":")
        if told and not below and not bare and line.box.width < FULL * widest:
            return True
    return False


def _keys(lines: Sequence[Line]) -> Iterator[str]:
    """For each line the label that opens it and tells what may hold for several rows, "" where there is none; what it
    labels stands behind it or on the next line."""
    for k, line in enumerate(lines):
        said = labelled.read(line) if ":" in line.text else None
        followed = said is not None and (k + 1 < len(lines) or labelled.behind(line, said) is not None)
        yield said.key if said and said.role in HOLDING and followed else ""


def _laid(table: Table, bands: Sequence[Band]) -> Table:
    """The table with each such row as one across it for the title and one for the labelled lines."""
    cells, ys = list[Cell](), list(table.ys)
    own = {band.row: band for band in bands}
    at = 0
    for row in range(table.rows):
        printed = [c for c in table.cells if c.row == row]
        if row not in own:
            cells += (replace(c, row=at, row_span=c.row_span + _inside(c, bands)) for c in printed)
            at += 1
            continue
        for lines in filter(None, (own[row].title, own[row].told)):
            cells.append(_across(table, printed, lines, at))
            at += 1
        if own[row].title:
            ys.insert(at - 1, (table.ys[row] + table.ys[row + 1]) / 2)
    return replace(table, ys=tuple(ys), cells=tuple(cells), row_nodes=(), agreement=None, differences=())


def _inside(cell: Cell, bands: Sequence[Band]) -> int:
    """How many of the rows that a merged cell goes over become two."""
    return sum(bool(band.title) and cell.row < band.row < cell.row + cell.row_span for band in bands)


def _across(table: Table, printed: Sequence[Cell], lines: tuple[Line, ...], row: int) -> Cell:
    box = union([line.box for line in lines])
    text = " ".join(line.text for line in lines)
    ink = len("".join(text.split()))
    return replace(
        printed[0],
        row=row,
        row_span=1,
        col=0,
        col_span=table.cols,
        text=text,
        box=box,
        lines=lines,
        chars=ink,
    )
