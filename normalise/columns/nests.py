"""Tables that stand inside a cell of another one, read by their rules as one table: each has its headings beside the
cell that heads its rows. They are laid flat, that cell beside the rows below the headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.columns.headers import Header, header
from normalise.language import vocabulary
from parsers.block import Block, Cell, Table
from parsers.geometry import Box

HEADINGS = 3  # known headings that make a row of them
ITEMS = {"action", "activity", "indicator"}
TOLD = {"status", "progress", "latest", "target"}


def laid_flat(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each such table as one table for each inner one, under the outer one's headings too."""
    out: list[Block] = []
    outer: list[Cell] = []
    for block in blocks:
        rows = _inner_headings(block) if isinstance(block, Table) else []
        if not isinstance(block, Table) or not rows or _knows(header(block), rows[0]):
            out.append(block)
            continue
        parts, outer = _parts(block, rows, outer)
        out += parts
    return out


def _knows(found: Header | None, row: int) -> bool:
    """True where a row of inner headings is a level of the header that was found."""
    return found is not None and row < found.body


def _inner_headings(table: Table) -> list[int]:
    """Rows of headings beside a text that goes on beside the rows below them."""
    beside = {c.row for c in table.cells if c.row_span > 1 and c.text and not vocabulary.role_of(c.text)}
    return [row for row in sorted(beside) if _are_headings([c for c in table.cells if c.row == row])]


def _are_headings(starting: Sequence[Cell]) -> bool:
    inner = [c for c in starting if c.row_span == 1 and c.text]
    among = range(min((c.col for c in inner), default=0), max((c.col for c in inner), default=0))
    if any(c.row_span > 1 and c.col in among for c in starting):
        return False  # what stands among the headings is a heading that ran into the row below it
    roles = [role for c in inner if (role := vocabulary.role_of(c.text))]
    enough = len(roles) >= HEADINGS and 2 * len(roles) > len(inner)
    return enough and bool(ITEMS.intersection(roles)) and bool(TOLD.intersection(roles))


def _parts(table: Table, rows: Sequence[int], before: list[Cell]) -> tuple[list[Table], list[Cell]]:
    """The tables of one, and the outer headings that were seen last; those `before` hold where it prints none."""
    tops = [row - (row > 0 and bool(_outer(table, row))) for row in rows]
    parts = [table.part(0, tops[0])] if tops[0] else []
    for row, (top, end) in zip(rows, pairwise([*tops, table.rows]), strict=True):
        own = _outer(table, row) if top < row else []
        before = own or before
        parts.append(_laid(table.part(top, end), row - top, own, before))
    rest = (replace(part, agreement=None, differences=()) for part in parts[1:])
    return [*parts[:1], *rest], before


def _outer(table: Table, row: int) -> list[Cell]:
    """The headings in the row above the inner ones, where one of them spans these: the others."""
    inner = {c.col for c in table.cells if c.row == row and c.row_span == 1 and c.text}
    above = [c for c in table.cells if c.row == row - 1 and c.text]
    aside = [c for c in above if inner.isdisjoint(range(c.col, c.col + c.col_span))]
    spans = any(inner.issubset(range(c.col, c.col + c.col_span)) for c in above)
    return aside if spans and any(vocabulary.role_of(c.text) for c in aside) else []


def _laid(part: Table, row: int, own: Sequence[Cell], outer: Sequence[Cell]) -> Table:
    """A part with its headings in one row: the outer ones beside the inner, above the cells that stood beside these."""
    printed = {(c.col, c.text) for c in own}
    cells = list[Cell]()
    for c in part.cells:
        if c.row == row and c.row_span > 1:
            cells.append(replace(c, row=row + 1, row_span=c.row_span - 1))
        elif c.row >= row or (c.col, c.text) in printed:
            cells.append(replace(c, row=max(row, c.row)))
        else:  # what spans the inner headings is a title over the whole
            cells.append(replace(c, col=0, col_span=len(part.xs) - 1) if c.text else c)
    cells += [] if own else _again(part, row, outer)
    return replace(part, cells=tuple(sorted(cells, key=lambda c: (c.row, c.col))))


def _again(part: Table, row: int, outer: Sequence[Cell]) -> Iterator[Cell]:
    """Headings that an earlier part prints, above the same columns of this one; they are no ink here."""
    for c in outer:
        if c.col + c.col_span < len(part.xs):
            box = Box(part.xs[c.col], part.ys[row], part.xs[c.col + c.col_span], part.ys[row + 1])
            yield replace(c, row=row, row_span=1, box=box, lines=(), marks=(), chars=0)
