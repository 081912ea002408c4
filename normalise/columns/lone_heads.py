"""Headings that are a table by themselves, right above the one whose columns they head, as scripts that keep a table's
head in sight while its rows scroll make them: printed, its columns need not end where those below do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.columns.bold_heads import has_unknown_header
from normalise.columns.headers import HEADER_ROWS, header
from normalise.columns.strips import NEAR_EDGE
from parsers.block import Block, Table

LEAST = 3  # columns of a table whose headings tell it
APART = 40.0  # points between headings and the rows below them at most


def joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, such headings and the table below them as one."""
    made: dict[int, Table] = {}
    gone: set[int] = set()
    for above, table in pairwise(blocks):
        if isinstance(above, Table) and isinstance(table, Table) and _heads(above, table):
            made[id(table)] = _whole(above, table)
            gone.add(id(above))
    return tuple(made.get(id(b), b) for b in blocks if id(b) not in gone) if made else tuple(blocks)


def _heads(head: Table, table: Table) -> bool:
    """True for a table of headings alone, each right above a column of the next one, which has none of its own."""
    if head.rows > HEADER_ROWS or head.cols < LEAST or head.cols != table.cols or head.page != table.page:
        return False
    if not -NEAR_EDGE < table.ys[0] - head.ys[-1] < APART or not _stand_over(head, table):
        return False
    if any(c.marks for c in head.cells) or has_unknown_header(table):
        return False
    found = header(head)
    return found is not None and found.body == head.rows and header(table) is None


def _stand_over(head: Table, table: Table) -> bool:
    return all(
        table.xs[c.col] - NEAR_EDGE < line.box.x0 and line.box.x1 < table.xs[c.col + c.col_span] + NEAR_EDGE
        for c in head.cells
        for line in c.lines
    )


def _whole(head: Table, table: Table) -> Table:
    below = (replace(c, row=c.row + head.rows) for c in table.cells)
    nodes = [t.row_nodes or ("",) * t.rows for t in (head, table)]
    return replace(
        table,
        box=table.box._replace(top=head.box.top),
        ys=(*head.ys[:-1], *table.ys),
        cells=(*head.cells, *below),
        row_nodes=(*nodes[0], *nodes[1]) if any(any(own) for own in nodes) else (),
        differences=(*head.differences, *table.differences),
    )
