"""The last row of a table without rules that is none: a heading at the left and a label at the right, `Visitors` and
`Access Team`, on one line above the next table, which prints the same headings again."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.columns import content
from normalise.language import phrases, vocabulary
from parsers.block import Block, Cell, Heading, Table

LEAST = 2  # empty columns between the two
LINES = 2  # of the label at the right
ROLE = "progress"  # of the column at the right: a short label there tells of no row
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
    if len(left.lines) != 1 or not 0 < len(right.lines) <= LINES or _is_told(table, after, right):
        return ()
    apart = right.col - left.col - left.col_span
    at_sides = left.col == 0 and right.col + right.col_span == table.cols
    return (
        own
        if at_sides
        and apart > 0
        and _is_apart(table, left)
        and _is_bare(table, left, right)
        and _head(table) == _head(after)
        else ()
    )


def _is_told(table: Table, after: Table, right: Cell) -> bool:
    """True for what tells of a row: a status, a colour, a sentence, or what a column of leads or dates holds."""
    col = right.col + right.col_span - 1
    heads = [c.text for c in table.cells if c.row == 0 and c.col <= col < c.col + c.col_span]
    values = {c.text for t in (table, after) for c in t.cells if c is not right and c.col == right.col}
    rated = phrases.status_of(right.text) or phrases.status_of(phrases.parted(right.text)[0])
    painted = right.fill is not None or any(c.fill for c in table.cells if c.row == right.row)
    named = any(vocabulary.role_of(head) not in ("", None, ROLE) for head in heads)
    worded = rated or vocabulary.colour_word(right.text) or right.text.endswith(phrases.SENTENCE_END)
    return bool(painted or named or worded or right.text in values)


def _is_apart(table: Table, left: Cell) -> bool:
    """True where the text at the left names no row: it is no reference in a column of these, or it alone is bold."""
    column = [c for c in table.cells if c.row > 0 and c.col == 0 and c.text and c is not left]
    alone = all(line.bold for line in left.lines) and not any(line.bold for c in column for line in c.lines)
    return alone or (content.are_references(column) and content.CODE.fullmatch(left.text) is None)


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
