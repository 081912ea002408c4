"""Print titles: a sheet prints the headings of its first table on top of each page, also above the rest of another
table, a key below the rows, which the page's end has cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.columns.reprinted import FEWEST
from normalise.columns.strips import SAME_EDGE
from parsers.block import Block, Table
from parsers.geometry import Box


def apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the rest of a narrower table below another one's headings as a table of its own."""
    tables = [block for block in blocks if isinstance(block, Table)]
    said = {id(table): _first_row(table) for table in tables}
    rests: dict[int, list[Table]] = {}
    for k, (above, table) in enumerate(pairwise(tables), 1):
        titles = said[id(table)]
        known = len(titles) >= FEWEST and any(said[id(before)] == titles for before in tables[: k - 1])
        if known and above.page + 1 == table.page and titles != said[id(above)] and _goes_on(above, table):
            rests[id(table)] = [table.part(0, 1), _left_of(table.part(1, table.rows), above.cols)]
    return [part for block in blocks for part in rests.get(id(block), [block])]


def _first_row(table: Table) -> tuple[tuple[int, str], ...]:
    return tuple((cell.col, cell.text) for cell in table.cells if cell.row == 0 and cell.text)


def _goes_on(above: Table, table: Table) -> bool:
    """True for rows below the first that print nothing but what stands in the columns of the table above."""
    edges = zip(above.xs, table.xs, strict=False)
    same = above.cols < table.cols and all(abs(a - b) <= SAME_EDGE for a, b in edges)
    own = list(_inked(table))
    return same and bool(own) and all(col < above.cols for col in own)


def _inked(table: Table) -> Iterator[int]:
    """The last column of each cell below the first row that prints something."""
    for cell in table.cells:
        if cell.row and (cell.text or cell.marks):
            yield cell.col + cell.col_span - 1


def _left_of(table: Table, cols: int) -> Table:
    """A table's first columns."""
    xs = table.xs[: cols + 1]
    box = Box(table.box.x0, table.box.top, min(table.box.x1, xs[-1]), table.box.bottom)
    return replace(table, box=box, xs=xs, cells=tuple(cell for cell in table.cells if cell.col < cols))
