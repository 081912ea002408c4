"""Headings that a page's end cuts between their lines, as a word processor cuts any row: `Statistical` alone at the
foot of a page, and `Neighbours` above the first row of the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalise.columns.strips import SAME_EDGE
from normalise.language import vocabulary
from parsers.block import Block, Cell, Table

LEAST = 3  # columns of a table whose headings tell it


def mended(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, such headings whole on both pages. The ink of their parts stays where it is."""
    made: dict[int, Table] = {}
    above: Table | None = None
    for table in (block for block in blocks if isinstance(block, Table)):
        if above is not None and _follows(table, above) and _is_rest(table, above):
            made[id(above)] = whole = _whole(above, table)
            cells = (replace(c, text=_above(c, whole).text) if c.row == 0 else c for c in table.cells)
            made[id(table)] = replace(table, cells=tuple(cells))
        above = table
    return tuple(made.get(id(block), block) for block in blocks) if made else tuple(blocks)


def _follows(table: Table, above: Table) -> bool:
    """True for a table with the columns of the one above, on the next page, or further down or beside it where one
    sheet holds several."""
    beside = table.page == above.page and table.xs[0] > above.xs[-1] and table.box.top < above.box.top
    shift = table.xs[0] - above.xs[0] if beside else 0.0
    same = len(table.xs) == len(above.xs) and all(
        abs(x - other - shift) < SAME_EDGE for x, other in zip(table.xs, above.xs, strict=True)
    )
    below = table.page == above.page and table.box.top > above.box.bottom
    return same and (beside or below or table.page == above.page + 1)


def _is_rest(table: Table, head: Table) -> bool:
    """True for a table that opens with the last lines of a few of the headings which alone are the one above it."""
    if head.rows > 1 or table.rows < 2 or table.cols < LEAST:
        return False
    first = [c for c in table.cells if c.row == 0]
    told = [c for c in first if c.text]
    below = [c for c in table.cells if c.row == 1 and c.text]
    return (
        0 < 2 * len(told) <= table.cols == len(first) == sum(bool(c.text) for c in head.cells)
        and all(map(_is_bold, told)) and all(map(_is_bold, head.cells)) and not all(map(_is_bold, below))
        and all(_above(c, head).fill == c.fill and not c.marks for c in first)
        and all(_is_heading(_above(c, head).text, c.text) for c in told)
    )  # fmt: skip


def _is_heading(first: str, rest: str) -> bool:
    """True for words that together are a known heading, or of which the first are none."""
    return vocabulary.role_of(first) is None or vocabulary.role_of(f"{first} {rest}") is not None


def _is_bold(cell: Cell) -> bool:
    return bool(cell.lines) and all(line.bold for line in cell.lines)


def _above(cell: Cell, head: Table) -> Cell:
    return next(c for c in head.cells if c.col <= cell.col < c.col + c.col_span)


def _whole(head: Table, table: Table) -> Table:
    cells = (replace(c, text=f"{c.text} {_above(c, table.part(0, 1)).text}".strip()) for c in head.cells)
    return replace(head, cells=tuple(cells))
