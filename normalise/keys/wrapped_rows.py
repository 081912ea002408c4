"""Labels of a key without rules that wrap beside what they mean: each line of two columns was taken for a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.block import Cell, Table
from parsers.geometry import union

READER = "unruled"  # a rule between two lines would part them
LEAST = 3  # rows with a sign
TIGHT = 0.5  # of the white above the rows with signs: less stands between two lines of one


def joined(table: Table) -> Table:
    """The table with each row without a sign joined to the one above where much less white parts the two than stands
    above any row with a sign; a status whose sign is a blank stands as far from the others as these do."""
    first = {c.row: c for c in table.cells if c.col == 0}
    signed = [row for row, cell in first.items() if cell.marks and not cell.text]
    bare = [
        row for row in range(1, table.rows) if row not in signed and row in first and _is_bare(first[row])
    ]
    if table.reader != READER or not bare or len(signed) < LEAST or len(signed) + len(bare) < table.rows:
        return table
    white = min((w for row in signed if row and (w := _white(table, row)) is not None), default=0.0)
    goes_on = {row for row in bare if (own := _white(table, row)) is not None and own < TIGHT * white}
    return _without(table, goes_on) if goes_on else table


def _is_bare(cell: Cell) -> bool:
    return not cell.marks and not cell.text and not cell.fill


def _white(table: Table, row: int) -> float | None:
    """Points between the text of a row and the nearest above it in the same columns; None where none stands there."""
    own, above = ([c for c in table.cells if c.row == k and c.lines] for k in (row, row - 1))
    pairs = [(a, b) for b in own for a in above if a.col == b.col]
    if len(pairs) < len(own):
        return None
    return min((b.lines[0].box.top - a.lines[-1].box.bottom for a, b in pairs), default=None)


def _without(table: Table, goes_on: set[int]) -> Table:
    """The table without these rows, whose words go on in the row above."""
    heads = [row for row in range(table.rows) if row not in goes_on]
    place = {row: sum(head <= row for head in heads) - 1 for row in range(table.rows)}
    parts: dict[tuple[int, int], list[Cell]] = {}
    for cell in table.cells:
        parts.setdefault((place[cell.row], cell.col), []).append(cell)
    ys = (*(table.ys[row] for row in heads), table.ys[-1])
    cells = tuple(_whole(own, row) for (row, _), own in sorted(parts.items()))
    return replace(table, ys=ys, cells=cells, row_nodes=())


def _whole(parts: Sequence[Cell], row: int) -> Cell:
    """The cell of a row that these print one below the other."""
    text = " ".join(cell.text for cell in parts if cell.text)
    return replace(
        parts[0],
        row=row,
        text=text,
        box=union([cell.box for cell in parts]),
        lines=tuple(line for cell in parts for line in cell.lines),
        marks=tuple(mark for cell in parts for mark in cell.marks),
        chars=sum(cell.chars for cell in parts),
    )
