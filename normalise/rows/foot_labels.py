"""The last row of a table without rules that is none: a heading at the left and a label at the right, `Visitors` and
`Access Team`, on one line above the next table, which prints the same headings again."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.block import Block, Cell, Heading, Table

LEAST = 2  # empty columns between the two
LINES = 2  # of the label at the right
ROWS = 2  # of a table that must be left above them


def parted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such a row as a heading and a paragraph between the two tables."""
    found: list[Block] = []
    for k, block in enumerate(blocks):
        after = blocks[k + 1] if k + 1 < len(blocks) else None
        labels = _labels(block, after) if isinstance(block, Table) and isinstance(after, Table) else ()
        if labels and isinstance(block, Table):
            left, right = labels
            found += [block.part(0, left.row), _heading(left, block.page), right.paragraph(block.page)]
        else:
            found.append(block)
    return tuple(found)


def _labels(table: Table, after: Table) -> Sequence[Cell]:
    """The two cells of the table's last row that prints anything, with nothing in most columns between them."""
    if table.reader == "ruled" or table.page != after.page or table.cols <= LEAST + 1:
        return ()
    last = max((c.row for c in table.cells if c.text or c.marks), default=0)
    own = [c for c in table.cells if c.row <= last < c.row + c.row_span and (c.text or c.marks)]
    if last < ROWS or len(own) != 2 or any(c.marks or c.row_span > 1 for c in own):
        return ()
    left, right = own
    if len(left.lines) != 1 or not 0 < len(right.lines) <= LINES:
        return ()
    apart = right.col - left.col - left.col_span
    at_sides = left.col == 0 and right.col + right.col_span == table.cols
    return (
        own
        if at_sides and apart > 0 and _is_bare(table, left, right) and _head(table) == _head(after)
        else ()
    )


def _is_bare(table: Table, left: Cell, right: Cell) -> bool:
    """True where no other row of the body leaves the same columns empty."""
    between = range(left.col + left.col_span, right.col)
    filled = {c.row for c in table.cells if c.col in between and c.text}
    return filled >= {*range(1, left.row)} and left.col_span + len(between) >= LEAST


def _head(table: Table) -> list[str]:
    return [c.text for c in table.cells if c.row == 0 and c.text]


def _heading(cell: Cell, page: int) -> Heading:
    told = cell.paragraph(page)
    bold = all(line.bold for line in cell.lines)
    return Heading(page, told.box, told.text, told.size, bold, told.chars, told.lines)
