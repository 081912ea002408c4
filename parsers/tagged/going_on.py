"""Merged cells of tagged tables that go on behind a page's end: the rows there have no cell in their column.

The tag tells how many rows a cell covers, and stands on the page where it begins. Behind the break its place is blank,
and would be read as one that nobody filled. Some producers begin a new table there: a row whose first cell stands right
of blank places tells that these are covered from above.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from parsers.cells.cell import Seen, SeenTable
from parsers.grids.grid import Span
from parsers.structure import Node


class Going(NamedTuple):
    """A merged cell that reaches a page's foot: its name, its columns, how many of its rows are to come, and the last
    row of its table on that page."""

    node: str
    col: int
    width: int
    left: int
    row: str


def over(
    tables: Sequence[SeenTable], nodes: Iterable[Node], before: Mapping[str, Sequence[Going]]
) -> dict[str, list[Going]]:
    """Give places behind a break to the merged cells that they belong to; those that go on behind this page's end, by
    their tables' names."""
    named = [table for table in tables if table.node and table.row_nodes]
    high = dict(_high(nodes)) if named else {}
    found: dict[str, list[Going]] = {}
    for table in named:
        going = [g for g in before.get(table.node, ()) if _take_over(table, g)]
        found[table.node] = [*_left(table, high, going)]
        if any(path.startswith(f"{table.node}.") for path in high):
            _cover(table)
    return found


def _high(nodes: Iterable[Node]) -> Iterator[tuple[str, int]]:
    """The paths of cells that cover several rows, with their number."""
    for node in nodes:
        if (node.row_span or 1) > 1:
            yield node.path, node.row_span or 1
        yield from _high(node.children)


def _take_over(table: SeenTable, going: Going) -> bool:
    """Make the blank places below a break one cell with the name of the merged one; False where there are none."""
    first = next(
        (k for k, path in enumerate(table.row_nodes) if path and _place(path) >= _place(going.row)), None
    )
    at = {(s.span.row, s.span.col): s for s in table.cells}
    own: list[Seen] = []
    new = 0
    for row in range(first, table.grid_rows()) if first is not None else ():
        new += table.row_nodes[row] != going.row
        seen = at.get((row, going.col))
        if new > going.left or seen is None or not _is_blank(seen, going.width):
            break
        own.append(seen)
    if not own or new == 0:
        return False
    span = Span(own[0].span.row, going.col, len(own), going.width)
    whole = Seen(span, table.grid.box_of(span), fills=[f for s in own[:1] for f in s.fills], node=going.node)
    kept = [s for s in table.cells if all(s is not other for other in own)]
    table.cells = sorted([*kept, whole], key=lambda s: s.span)
    table.grid = table.grid._replace(cells=tuple(s.span for s in table.cells))
    return True


def _cover(table: SeenTable) -> None:
    """Make the blank places left of rows' first cells one cell with the blank place above them."""
    at = {(s.span.row, s.span.col): s for s in table.cells}
    over: dict[int, Seen] = {}  # by the identity of a place the one that covers it
    for row in range(1, table.grid_rows()):
        for col in range(_first(table, at, row)):
            above, seen = at.get((row - 1, col)), at.get((row, col))
            above = over.get(id(above), above)
            if seen and above and _is_blank(seen, 1) and _is_blank(above, 1, row - above.span.row):
                above.span = above.span._replace(row_span=row - above.span.row + 1)
                above.box = table.grid.box_of(above.span)
                over[id(seen)] = above
    table.cells = [s for s in table.cells if id(s) not in over]
    table.grid = table.grid._replace(cells=tuple(s.span for s in table.cells))


def _first(table: SeenTable, at: Mapping[tuple[int, int], Seen], row: int) -> int:
    """The column in which the first of a row's own cells stands; 0 where that has no ink."""
    path = f"{table.row_nodes[row]}.0"
    return next((c for c in range(len(table.grid.xs) - 1) if (s := at.get((row, c))) and s.node == path), 0)


def _is_blank(seen: Seen, width: int, high: int = 1) -> bool:
    return not (seen.tokens or seen.marks or seen.node) and seen.span[2:] == (high, width)


def _left(table: SeenTable, high: Mapping[str, int], taken: Sequence[Going]) -> Iterator[Going]:
    """The merged cells that reach the table's foot on this page with rows to come."""
    rows = table.grid_rows()
    before = {g.node: g for g in taken}
    for seen in table.cells:
        row, col, span, width = seen.span
        if not seen.node or row + span != rows:
            continue
        old = before.get(seen.node)
        begun = seen.node.rpartition(".")[0]
        here = [path for path in dict.fromkeys(table.row_nodes[row:]) if path not in (begun, old and old.row)]
        left = old.left - len(here) if old else high.get(seen.node, 1) - 1 - len(here)
        if left > 0:
            yield Going(seen.node, col, width, left, table.row_nodes[-1])


def _place(path: str) -> list[int]:
    return [int(index) for index in path.split(".")]
