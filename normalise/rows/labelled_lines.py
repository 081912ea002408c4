"""Rows told in lines, each with a word for what it tells: `Actual` above `Target`, below `Q1` to `Q4`. The lines become
columns beside each other, `Q1 Actual` and `Q1 Target`, so that they are read as any others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from normalise.columns import content
from normalise.columns.places import places
from normalise.columns.remainders import has_all_edges
from normalise.language import moments, vocabulary, words
from parsers.block import Block, Cell, Table

MOST = 4  # lines of a row
ROWS = 2  # of such lines
WITHIN = 5  # rows from the top in which the first may stand


class Lines(NamedTuple):
    """The column of the words, the words of a row, the first line of each row, the columns that each line fills, and
    the row of their headings, None where these stand on another page."""

    col: int
    labels: tuple[str, ...]
    firsts: tuple[int, ...]
    filled: frozenset[int]
    head: int | None


def abreast(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with such lines side by side, also where a table goes on without its headings."""
    known: list[tuple[Lines, Table]] = []
    found: list[Block] = []
    for block in blocks:
        told = _told(block, known) if isinstance(block, Table) and block.cols > 2 else None
        if told is None or not isinstance(block, Table):
            found.append(block)
            continue
        known.append((told, block))
        found.append(_laid(block, told))
    return tuple(found)


def _told(table: Table, known: Sequence[tuple[Lines, Table]]) -> Lines | None:
    within = min(WITHIN, table.rows - 1)
    for cell in (c for c in table.cells if c.row < within and c.text and c.row_span == c.col_span == 1):
        if not _names_figures(cell.text):
            continue
        lines = _lines(table, cell.col, cell.row)
        goes_on = (told.col == cell.col and has_all_edges(table, other) for told, other in known)
        if lines is not None and (lines.head is not None or any(goes_on)):
            return lines
    return None


def _lines(table: Table, col: int, body: int) -> Lines | None:
    """The lines of the rows, where the words stand below each other in one order, from the first to the last."""
    said = {
        c.row: c.text for c in table.cells if c.col == col and c.row >= body and c.col_span == 1 and c.text
    }
    rows = sorted(said)
    again = (k for k in range(1, len(rows)) if said[rows[k]] == said[rows[0]])
    size = next(again, 0)
    labels = tuple(said[row] for row in rows[:size])
    above = {c.text for c in table.cells if c.col == col and c.row < body}
    if not 1 < size <= MOST or len(rows) % size or len(rows) < ROWS * size or not above.isdisjoint(labels):
        return None
    if not _are_told(labels):
        return None
    firsts = tuple(rows[::size])
    in_order = all(
        rows[k] == firsts[k // size] + k % size and said[rows[k]] == labels[k % size]
        for k in range(len(rows))
    )
    filled = _filled(table, col, firsts, size) if in_order else frozenset()
    return Lines(col, labels, firsts, filled, _head(table, filled, body)) if filled else None


def _head(table: Table, filled: frozenset[int], body: int) -> int | None:
    """The row above the first line in which each of its columns has a heading of its own."""
    headed = {key: cell for key, cell in places(table.cells).items() if cell.text and cell.col_span == 1}
    return next((row for row in range(body - 1, -1, -1) if all((row, k) in headed for k in filled)), None)


def _are_told(labels: Sequence[str]) -> bool:
    """True for a result and what it is held against, each once."""
    roles = [_role(label) for label in labels]
    return roles.count("latest") == roles.count("target") == 1 and len({*labels}) == len(labels)


def _names_figures(text: str) -> bool:
    return _role(text) in ("latest", "target")


def _role(label: str) -> str:
    """What a line's word says that it tells: `latest`, `target` or nothing of both."""
    said = vocabulary.plain(label)
    if said in vocabulary.load("headings")["told_figures"]["nouns"]:
        return "latest"
    role = "target" if said in words.shades()["aims"] else vocabulary.role_of(label)
    return role if role in ("latest", "target") else ""


def _filled(table: Table, col: int, firsts: Sequence[int], size: int) -> frozenset[int]:
    """The columns in which each line has a cell of its own; none where another one prints a text beside a later line,
    for that may be the rest of the first or another row's."""
    later = {row + k for row in firsts for k in range(1, size)}
    ground = {c.row: c.fill for c in table.cells if c.col == col}
    below = [
        c for c in table.cells if c.row in later and c.col != col and (c.text or _is_marked(c, col, ground))
    ]
    told = {c.col for c in below}
    if told:  # a quarter that has not come yet may have no line but the first
        heads = (c for c in table.cells if c.row < firsts[0] and c.col > col and c.col_span == 1)
        told |= {c.col for c in heads if moments.is_bare(c.text)}
    lines = {*firsts, *later}
    held = {k: [c for c in table.cells if c.row in lines and c.col == k] for k in told}
    figured = all(k > col and content.are_figures(column) for k, column in held.items())
    whole = all(c.row_span == c.col_span == 1 for column in held.values() for c in column)
    return frozenset(told) if figured and whole else frozenset()


def _is_marked(cell: Cell, col: int, ground: Mapping[int, str | None]) -> bool:
    """True for a cell behind the words with a sign or a colour of its own."""
    return cell.col > col and (bool(cell.marks) or cell.fill not in (None, ground.get(cell.row)))


def _laid(table: Table, lines: Lines) -> Table:
    size = len(lines.labels)
    wide = [0 if k == lines.col else size if k in lines.filled else 1 for k in range(table.cols)]
    cols = [0, *accumulate(wide)]
    line = {first + k: k for first in lines.firsts for k in range(size)}
    rows = [0, *accumulate(0 if line.get(row) else 1 for row in range(table.rows))]
    rows = [rows[row] - (1 if line.get(row) else 0) for row in range(table.rows)] + [rows[-1]]
    labels = {c.row: c.chars for c in table.cells if c.col == lines.col and c.col_span == 1}
    heads = {
        id(cell)
        for (row, col), cell in places(table.cells).items()
        if row == lines.head and col in lines.filled
    }
    cells: list[Cell] = []
    for cell in table.cells:
        held = line.get(cell.row, 0)
        end = cell.col + cell.col_span
        if cols[end] == cols[cell.col] or (held and cell.col not in lines.filled and not cell.text):
            continue
        # the line's word is told by the heading: its ink goes with the line's first figure
        more = labels.pop(cell.row, 0) if cell.col > lines.col or cell.col in lines.filled else 0
        moved = replace(
            cell,
            row=rows[cell.row],
            col=cols[cell.col] + (held if cell.col in lines.filled else 0),
            row_span=max(1, rows[cell.row + cell.row_span] - rows[cell.row]),
            col_span=1 if cell.row in line and cell.col in lines.filled else cols[end] - cols[cell.col],
            chars=cell.chars + more,
        )
        cells += _split(moved, lines.labels) if id(cell) in heads else [moved]
    return replace(
        table,
        xs=tuple(_edges(table.xs, wide)),
        ys=tuple(y for row, y in enumerate(table.ys) if not line.get(row)),
        cells=tuple(sorted(cells, key=lambda c: (c.row, c.col))),
        row_nodes=tuple(node for row, node in enumerate(table.row_nodes) if not line.get(row)),
    )


def _split(head: Cell, labels: Sequence[str]) -> list[Cell]:
    """A heading over each of its lines' columns."""
    said = (f"{head.text} {label}".strip() for label in labels)
    return [
        replace(head, text=text, col=head.col + k, col_span=1, chars=0 if k else head.chars)
        for k, text in enumerate(said)
    ]


def _edges(xs: Sequence[float], wide: Sequence[int]) -> list[float]:
    """The edges of the columns: one that is left out lies in the one before it, or behind it."""
    edges = [xs[0]]
    for k, parts in enumerate(wide):
        if not parts and k:
            edges[-1] = xs[k + 1]
        edges += [xs[k] + (xs[k + 1] - xs[k]) * (part + 1) / parts for part in range(parts)]
    return edges
