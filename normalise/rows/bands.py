"""Rows that print one text in one of their first cells and nothing else, set apart from the others by their look.

What a producer does not merge over the table is a heading inside it all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.columns.strips import Strip
from parsers.block import Block, Cell, Heading, Table

LEADING = 2  # columns in one of which a heading stands: the first, or the one behind a column of references
BLANK = 0.38  # of a line's size between two words of one text
LARGER = 1.15  # times the size of the other rows' letters that sets a row apart
USUAL = 0.5  # share of the other rows below which a look is not the usual one
#: boxes by which a reader on screen opens and shuts what stands below a row
BOXES = frozenset("⊟⊞▾▸▼▶▿▹")


def opened(cells: Sequence[Cell]) -> Sequence[Cell]:
    """A row's cells without the box that opens its first text on screen: `⊟ Outcome 1: Homes`."""
    first = cells[0] if cells else None
    if first is None or first.text[:1] not in BOXES:
        return cells
    return [replace(first, text=first.text[1:].lstrip(), marks=first.marks[1:]), *cells[1:]]


def without_closing(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with the band that closes a table, on a ground of its own and larger than what the table's rows print, as
    the heading that it is, where a smaller one below it goes on with the text of the page."""
    parts: list[Block] = []
    for block, below in zip(blocks, (*blocks[1:], None), strict=False):
        closing = _closing(block, below) if isinstance(block, Table) and isinstance(below, Heading) else None
        if closing is None or not isinstance(block, Table):
            parts.append(block)
            continue
        first = 1 + max(c.row for c in block.cells if c.row < closing.row and (c.text or c.marks))
        size = closing.lines[0].size
        head = Heading(block.page, closing.box, closing.text, size, True, closing.chars, closing.lines)
        parts += [block.part(0, first), head]
    return tuple(parts)


def _closing(table: Table, below: Heading) -> Cell | None:
    """The text of a table's last row that is such a band."""
    last = [c for c in table.cells if c.row + c.row_span == table.rows]
    first, grounds = last[0], {c.fill for c in last}
    if below.page != table.page or len(grounds) > 1 or None in grounds or any(c.marks for c in last):
        return None
    others = [c for c in table.cells if c.row < first.row and (c.text or c.marks)]
    if (
        not first.lines
        or any(c.text for c in last[1:])
        or not others
        or any(c.fill in grounds for c in others)
    ):
        return None
    size = first.lines[0].size
    return first if size > below.size and size > LARGER * max(map(_size, others)) else None


def is_band(strip: Strip, row: int, starting: Sequence[Cell], peers: Sequence[Strip] = ()) -> bool:
    """True for a row of one text that is set bold, larger or on a ground of its own, where the other rows are not.

    The others are those of its strip or, where it has none, as at a page's foot below the header, those of its peers
    under the same header.
    """
    inked = [c for c in starting if c.text or c.marks]
    if not 0 < len(inked) < strip.table.cols or inked[0].col >= LEADING or not are_one_text(inked):
        return False
    if sum(c.col_span for c in starting) < strip.table.cols or strip.table.cols <= LEADING:
        return False
    column = _column(strip, inked[0].col, row)
    column = column or [c for peer in peers if peer is not strip for c in _column(peer, inked[0].col)]
    apart = [_is_bold(c) for c in column] if all(map(_is_bold, inked)) else [True]
    grounds = {c.fill for c in starting}
    shaded = [c.fill in grounds for c in column] if len(grounds) == 1 and None not in grounds else [True]
    large = [_size(c) * LARGER > _size(inked[0]) for c in column] or [True]
    return _are_rare(apart) or _are_rare(shaded) or _are_rare(large)


def are_one_text(inked: Sequence[Cell]) -> bool:
    """True for one cell, and for cells on one line where a blank between two words is all that parts their texts: a
    text that runs on over an edge that no rule draws."""
    if any(c.marks for c in inked) or (len(inked) > 1 and any(len(c.lines) != 1 for c in inked)):
        return False
    lines = [c.lines[0] for c in inked if c.lines]
    return all(
        abs(a.box.top - b.box.top) < a.size and 0 < b.box.x0 - a.box.x1 < BLANK * a.size
        for a, b in pairwise(lines)
    )


def _column(strip: Strip, col: int, row: int | None = None) -> list[Cell]:
    """The cells of a strip's column that print text beside others, without those of one row: another row of one text
    may be a heading, too."""
    told = [c for c in strip.table.cells if c.text and c.row != row and strip.body <= c.row < strip.end]
    beside = {c.row for c in told if c.col != col}
    return [c for c in told if c.col == col and c.row in beside]


def _is_bold(cell: Cell) -> bool:
    return bool(cell.lines) and all(line.bold for line in cell.lines)


def _size(cell: Cell) -> float:
    return max((line.size for line in cell.lines), default=0.0)


def _are_rare(alike: Sequence[bool]) -> bool:
    return sum(alike) < USUAL * len(alike)
