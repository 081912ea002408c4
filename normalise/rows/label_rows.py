"""Comments whose label has a row of its own: `Update:`, below it a row for each point of a list. They are one row,
across the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from normalise.rows import comments
from parsers.block import Block, Cell, Table
from parsers.geometry import union

BULLETS = ("•", "▪", "◦", "-", "–")


def joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, tables with such comments whole."""
    return tuple(_whole(block) if isinstance(block, Table) else block for block in blocks)


def _whole(table: Table) -> Table:
    if not any(comments.is_bare_label(cell.text) for cell in table.cells):
        return table
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.text or cell.marks:
            rows[cell.row].append(cell)
    found: dict[int, list[Cell]] = {}
    for row, cells in sorted(rows.items()):
        if len(cells) == 1 and comments.is_bare_label(cells[0].text) and row - 1 in rows:
            own = [cells[0]]
            while _goes_on(own, rows.get(row + len(own), ())):
                own += rows[row + len(own)]
            if len(own) > 1:
                found[row] = own
    return _laid(table, found) if found else table


def _goes_on(own: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """True for a row of one text that a label stands over, or a further point of its list."""
    if len(cells) != 1 or cells[0].row_span > 1 or cells[0].col > own[0].col + 1 or cells[0].marks:
        return False
    return len(own) == 1 or cells[0].text.startswith(BULLETS) or cells[0].text[:1].islower()


def _laid(table: Table, found: dict[int, list[Cell]]) -> Table:
    """The table with one row for each comment."""
    gone = {row + k for row, own in found.items() for k in range(1, len(own))}
    place = {row: row - sum(other < row for other in gone) for row in range(table.rows + 1)}
    cells = []
    for cell in table.cells:
        if cell.row in gone or (cell.row in found and cell is not found[cell.row][0]):
            continue
        if cell.row in found:
            own = found[cell.row]
            lines = tuple(line for part in own for line in part.lines)
            text = "\n".join(part.text for part in own)
            cell = replace(
                cell,
                col=0,
                col_span=table.cols,
                text=text,
                lines=lines,
                box=union(part.box for part in own),
                chars=sum(part.chars for part in own),
                hidden="".join(part.hidden for part in own),
            )
        end = place[cell.row + cell.row_span]
        cells.append(replace(cell, row=place[cell.row], row_span=max(1, end - place[cell.row])))
    kept = [row for row in range(table.rows) if row not in gone]
    nodes = tuple(table.row_nodes[row] for row in kept) if table.row_nodes else ()
    ys = (*(table.ys[row] for row in kept), table.ys[-1])
    return replace(table, cells=tuple(cells), ys=ys, row_nodes=nodes)
