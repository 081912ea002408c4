"""Tables that stand inside a cell of another one, read by their rules as one table with it: the cell's own margins are
columns and rows of nothing around the inner table, and go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalise.prose import labelled
from parsers.block import Block, Cell, Heading, Line, Paragraph, Table
from parsers.geometry import union

MARGIN = 15.0  # points: a cell's own on its left
NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.:)]?\s+\w")
DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+[.:)]?\s+\w")
INNER = 3  # columns that are left of a table with its margins


def removed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each such table without the margins around what stands inside, and what the outer cell says above
    the inner table as texts of their own."""
    inside = [block for block in blocks if isinstance(block, Table) and _may_stand_inside(block)]
    edges = {_edges(table) for table in inside if _shows_it(table)}
    kept = {id(table) for table in inside if _edges(table) in edges}
    out: list[Block] = []
    for block in blocks:
        if id(block) not in kept or not isinstance(block, Table):
            out.append(block)
            continue
        laid = list(_laid_out(block))
        if not isinstance(laid[0], Heading):
            out = _with_headings(out, block.page)
        out += laid
    return out


def _may_stand_inside(table: Table) -> bool:
    """True for a table with a narrow first column of nothing."""
    narrow = table.cols > INNER and table.reader != "tagged" and table.xs[1] - table.xs[0] <= MARGIN
    return narrow and _is_blank(table, 0)


def _shows_it(table: Table) -> bool:
    """True where a text stands across the whole table above that column."""
    return any(c.row == 0 and c.col_span == table.cols and c.text for c in table.cells)


def _edges(table: Table) -> tuple[int, ...]:
    return tuple(map(round, table.xs))


def _with_headings(out: Sequence[Block], page: int) -> list[Block]:
    """The blocks with the texts of an outer cell that a page's end cut, at their end, as such a cell's are laid out."""
    cut = len(out)
    while cut and isinstance(out[cut - 1], Paragraph) and out[cut - 1].page == page - 1:
        cut -= 1
        block = out[cut]
        if isinstance(block, Paragraph) and block.lines and _heads(block.lines[0]):
            parts = (part for b in out[cut:] if isinstance(b, Paragraph) for part in _parts(b.lines, b.page))
            return [*out[:cut], *parts]
    return list(out)


def _laid_out(table: Table) -> Iterator[Block]:
    """What stands across the top, line by line, and the inner table."""
    across = {c.row: c for c in table.cells if c.col_span == table.cols and c.row_span == 1}
    first = next(row for row in range(table.rows + 1) if row not in across)
    for row in range(first):
        yield from _parts(across[row].lines, table.page)
    if first < table.rows:
        yield _inner(table.part(first, table.rows))


def _parts(printed: Sequence[Line], page: int) -> Iterator[Block]:
    """Lines as a heading for each that opens with a number, and for others in bold, and as text what is labelled below
    it, `Lead: Ann Archer`."""
    parts: list[list[Line]] = []
    for line in printed:
        before = parts[-1][-1] if parts else None
        if (
            before is None
            or line.bold != before.bold
            or _heads(line)
            or (_tells(line) and not _tells(before))
        ):
            parts.append([])
        parts[-1].append(line)
    for lines in parts:
        box, size = union([line.box for line in lines]), lines[0].size
        text = " ".join(line.text for line in lines)
        chars = len("".join(text.split()))
        if lines[0].bold or _heads(lines[0]):
            yield Heading(page, box, text, size, lines[0].bold, chars, tuple(lines))
        else:
            yield Paragraph(page, box, "\n".join(line.text for line in lines), size, tuple(lines), (), chars)


def _heads(line: Line) -> bool:
    return (NUMBERED if line.bold else DOTTED).match(line.text) is not None


def _tells(line: Line) -> bool:
    """True for a line that opens with the label of a field."""
    said = labelled.read(line)
    return said is not None and bool(said.role) and not said.ref


def _inner(table: Table) -> Table:
    """A table without its first column, and without its last where that is a margin, too."""
    last = table.cols - 1 if _is_blank(table, table.cols - 1) else table.cols
    cells = []
    for c in table.cells:
        col, end = max(c.col, 1), min(c.col + c.col_span, last)
        if col < end:
            cells.append(replace(c, col=col - 1, col_span=end - col))
    xs = table.xs[1 : last + 1]
    return replace(table, box=table.box._replace(x0=xs[0], x1=xs[-1]), xs=xs, cells=tuple(cells))


def _is_blank(table: Table, col: int) -> bool:
    """True for a column that prints nothing of its own, beside what spans the whole table."""
    return all(map(_prints_nothing, (c for c in table.cells if c.col == col and c.col_span < table.cols)))


def _prints_nothing(cell: Cell) -> bool:
    return not (cell.text or cell.marks or cell.fill)
