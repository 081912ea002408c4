"""The last column of a sheet alone on a page of its own: texts level with the rows of the table on the page before,
below a heading level with its headings. No eye sees a table of one column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from normalise.language import vocabulary
from parsers.block import Block, Cell, Heading, Line, Paragraph, Table
from parsers.geometry import Box, union

LEVEL = 2.0  # points between the tops of two texts of one row
LEAST = 3  # rows that show that the texts are level with them by more than chance
SAME_EDGE = 2.0  # points between the left edges of the column's texts
TOLD = ("progress", "status", "lead", "due_date", "latest", "previous", "target", "direction")

Text = Heading | Paragraph


def made(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such texts as a table in the rows of the one on the page before."""
    pages: defaultdict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        pages[block.page].append(block)
    found: list[Block] = []
    for page, own in pages.items():
        tables = [b for b in pages.get(page - 1, ()) if isinstance(b, Table)]
        texts = [b for b in own if isinstance(b, Heading | Paragraph)]
        alone = len(tables) == 1 and len(texts) == len(own)
        column = _column(tables[0], texts) if alone else None
        kept = own if column is None else [b for b in own if not _is_beside(b, tables[0])]
        found += [*([column] if column else []), *kept]
    return tuple(found)


def _is_beside(block: Block, table: Table) -> bool:
    """True for what stands at the table's height."""
    return table.box.top - LEVEL < block.box.centre[1] < table.box.bottom + LEVEL


def _column(table: Table, texts: Sequence[Text]) -> Table | None:
    own = sorted((t for t in texts if _is_beside(t, table)), key=lambda t: t.box.top)
    tops = _tops(table)
    heads = own and vocabulary.role_of(own[0].text) in TOLD
    if not heads or len(own) <= LEAST or len(tops) != table.rows:
        return None
    rows = [next((row for row, top in tops.items() if abs(top - t.box.top) < LEVEL), None) for t in own]
    edges = [t.box.x0 for t in own]
    if rows[0] != 0 or None in rows or len({*rows}) < len(rows) or max(edges) - min(edges) > SAME_EDGE:
        return None
    box = union(t.box for t in own)
    told = dict(zip(rows, own, strict=True))
    cells = []
    for row, (top, foot) in enumerate(pairwise(table.ys)):
        place = Box(box.x0, top, box.x1, foot)
        text = told.get(row)
        if text is None:
            cells.append(Cell(row, 0, 1, 1, "", place))
        else:
            marks = text.marks if isinstance(text, Paragraph) else ()
            cells.append(Cell(row, 0, 1, 1, text.text, place, _lines(text), marks, chars=text.chars))
    whole = Box(box.x0, table.ys[0], box.x1, table.ys[-1])
    return Table(own[0].page, whole, table.reader, (box.x0, box.x1), table.ys, tuple(cells))


def _tops(table: Table) -> dict[int, float]:
    """Where the texts of each row begin."""
    found: defaultdict[int, list[float]] = defaultdict(list)
    for cell in table.cells:
        found[cell.row] += [line.box.top for line in cell.lines[:1]]
    return {row: min(tops) for row, tops in found.items() if tops}


def _lines(text: Text) -> tuple[Line, ...]:
    bold = text.bold if isinstance(text, Heading) else False
    return text.lines or (Line(text.text, text.box, text.size, bold, "#000000"),)
