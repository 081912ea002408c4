"""Columns put beside those of a table: what stands elsewhere and holds for its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsers.block import Cell, Table
from parsers.geometry import Box

STEP = 1.0  # points that a column takes which stands beside the table


def widened(part: Table, heads: Sequence[Cell] | None, values: Sequence[Cell | None]) -> Table:
    """A table with columns left of its own: their headings beside its first row where it has any, and a value each, or
    the rest of one, beside all rows below."""
    wide, begin = len(values), 0 if heads is None else 1
    xs = (*(part.xs[0] - STEP * (wide - k) for k in range(wide)), *part.xs)
    shown = replace(part, xs=xs, agreement=None, differences=(), box=part.box._replace(x0=xs[0]))
    cells = [replace(c, col=c.col + wide) for c in part.cells]
    cells += (_placed(head, 0, col, 1) for col, head in enumerate(heads or ()))
    for col, value in enumerate(values):
        own = value or _blank(shown, begin, col, part.ys[begin], part.ys[-1])
        cells.append(_placed(own, begin, col, part.rows - begin))
    return replace(shown, cells=tuple(sorted(cells, key=lambda c: (c.row, c.col))))


def headed(part: Table, headings: Iterable[Cell]) -> Table:
    """A table of one row without text below headings that another one prints, which are no ink here."""
    top, foot = part.ys[0], part.ys[-1]
    ys = (top, (top + foot) / 2, foot)
    heads = (
        replace(c, row=0, row_span=1, box=c.box._replace(top=top, bottom=ys[1]), lines=(), marks=(), chars=0)
        for c in headings
    )
    blank = (_blank(part, 1, col, ys[1], foot) for col in range(part.cols))
    return replace(part, ys=ys, cells=(*heads, *blank), row_nodes=())


def with_a_row(part: Table) -> Table:
    """Headings alone at a page's end, with a row below them for what stands above."""
    foot = part.ys[-1] + STEP
    blank = (_blank(part, 1, col, part.ys[-1], foot) for col in range(part.cols))
    return replace(part, ys=(*part.ys, foot), cells=(*part.cells, *blank), row_nodes=())


def _placed(cell: Cell, row: int, col: int, rows: int) -> Cell:
    return replace(cell, row=row, col=col, row_span=rows, col_span=1)


def _blank(table: Table, row: int, col: int, top: float, foot: float) -> Cell:
    return Cell(row, col, 1, 1, "", Box(table.xs[col], top, table.xs[col + 1], foot))
