"""Rows that no rule parts, counted by the numbers in their first column: `1`, `2` and `3` below each other in one cell
open three rows, level with the texts beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from parsers.block import Line, Mark
from parsers.cells.cell import Seen, SeenTable
from parsers.geometry import Box

NUMBER = re.compile(r"(?P<code>(?:[A-Z]{1,4} ?)?(?:\d+\.)*)(?P<last>\d{1,3})[.)]?")
APART = 1.0  # of the font size between two numbers that open rows
LEVEL = 3.0  # points between the tops of a number and of the text that opens beside it
BESIDE = 2  # cells in which a text opens level with a number, where there are as many


def part(table: SeenTable) -> None:
    """Part the rows of a table that numbers count; tags that name rows know better."""
    for row in range(table.grid_rows() - 1, -1, -1) if not table.row_nodes else ():
        own = [seen for seen in table.cells if seen.span.row == row and seen.span.row_span == 1]
        first = next((seen for seen in own if seen.span.col == 0 and seen.span.col_span == 1), None)
        levels = _levels(first, own) if first is not None else []
        if levels:
            cut(table, row, own, levels, {})


def _levels(first: Seen, own: Sequence[Seen]) -> list[float]:
    """Heights in points between the rows that a cell's numbers count; none where it holds others, or a text of another
    cell runs over them."""
    numbers = [NUMBER.fullmatch(line.text.strip()) for line in first.lines]
    if len(numbers) < 2 or not all(_follows(a, b) for a, b in pairwise(numbers)):
        return []
    if any(b.box.top - a.box.bottom < APART * a.size for a, b in pairwise(first.lines)):
        return []  # a list in the cell of one row
    others = [seen for seen in own if seen is not first and seen.lines]
    if not all(_opens_beside(line.box.top, others) for line in first.lines):
        return []
    boxes = [line.box for seen in own for line in seen.lines]
    levels = []
    for line in first.lines[1:]:
        above = [box.bottom for box in boxes if box.top < line.box.top - LEVEL]
        level = (max(above) + line.box.top) / 2
        if max(above) > line.box.top + LEVEL:
            return []
        levels.append(level)
    return levels


def _follows(number: re.Match[str] | None, after: re.Match[str] | None) -> bool:
    """True for a number and the next one after it, with the same code before both."""
    if number is None or after is None:
        return False
    return number["code"] == after["code"] and int(after["last"]) == int(number["last"]) + 1


def _opens_beside(top: float, others: Sequence[Seen]) -> bool:
    opening = sum(any(abs(line.box.top - top) < LEVEL for line in seen.lines) for seen in others)
    return opening >= min(BESIDE, len(others)) and opening > 0


def cut(
    table: SeenTable, row: int, own: Sequence[Seen], levels: Sequence[float], over: Mapping[int, Collection[float]]
) -> None:  # fmt: skip
    """Cut a row at some levels: its cells in parts, what is merged over it as high as before.

    `over` are the levels that a cell, known by its `id`, runs over.
    """
    grid = table.grid
    ys = (*grid.ys[: row + 1], *levels, *grid.ys[row + 1 :])
    cut = {id(seen) for seen in own}
    cells: list[Seen] = []
    for seen in table.cells:
        span = seen.span
        if id(seen) in cut:
            cells += _parts(seen, ys[row : row + len(levels) + 2], over.get(id(seen), ()))
            continue
        if span.row > row:
            seen.span = span._replace(row=span.row + len(levels))
        elif span.row + span.row_span > row:
            seen.span = span._replace(row_span=span.row_span + len(levels))
        cells.append(seen)
    table.cells = sorted(cells, key=lambda seen: (seen.span.row, seen.span.col))
    table.grid = grid._replace(ys=ys, cells=tuple(seen.span for seen in table.cells))


def _parts(seen: Seen, ys: Sequence[float], over: Collection[float]) -> list[Seen]:
    """A cell in parts from each level to the next that it does not run over."""
    found = []
    left = seen.ink
    kept = [k for k, y in enumerate(ys) if y not in over]
    for k, end in pairwise(kept):
        top, bottom = ys[k], ys[end]
        lines = [line for line in seen.lines if _is_in(line, top, bottom, ys)]
        ink = sum(len("".join(line.text.split())) for line in lines)
        left -= ink
        box = Box(seen.box.x0, top, seen.box.x1, bottom)
        marks = [mark for mark in seen.marks if _is_in(mark, top, bottom, ys)]
        glyphs = [glyph for glyph in seen.glyphs if _is_in(glyph, top, bottom, ys)]
        span = seen.span._replace(row=seen.span.row + k, row_span=end - k)
        own = Seen(span, box, marks=marks, lines=lines, glyphs=glyphs, fill=seen.fill, ink=ink)
        own.node, own.doubt = seen.node, seen.doubt
        found.append(own)
    found[0].ink += left  # what is not in its lines
    found[0].hidden, found[0].header = seen.hidden, seen.header
    return found


def _is_in(ink: Line | Mark, top: float, bottom: float, ys: Sequence[float]) -> bool:
    """True for what stands between two levels; what sticks out of the row is in its first or last part."""
    middle = ink.box.centre[1]
    return (top <= middle or top == ys[0]) and (middle < bottom or bottom == ys[-1])
