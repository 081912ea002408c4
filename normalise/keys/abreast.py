"""Cells of a key that hold several of its entries: signs far behind each other, or below each other with words each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.block import Cell, Line, Mark

APART = 100.0  # points between signs in one cell that belong to two entries
LEVEL = 0.5  # of the font size between the middles of a sign and of the line that it opens
ALIGNED = 4.0  # points between the middles of signs below each other


def handed_on(row: Sequence[Cell]) -> list[Cell]:
    """A row's cells with each sign in the one whose words it stands before: of several keys side by side the columns of
    words alone are seen, and the sign of the next one stands behind the words of the last.

    The first sign stands before all words, and none behind the last.
    """
    worded = [c for c in row if c.lines]
    signs = [m.box.x0 for c in row for m in c.marks]
    behind = {
        id(c): tuple(m for m in c.marks if m.box.x0 >= max(ln.box.x1 for ln in c.lines)) for c in worded
    }
    if not any(behind.values()) or behind[id(worded[-1])] or min(signs) > worded[0].lines[0].box.x0:
        return list(row)
    given: tuple[Mark, ...] = ()
    found = []
    for cell in row:
        if cell.lines:
            on = behind[id(cell)]
            cell = replace(cell, marks=(*given, *(m for m in cell.marks if m not in on)))
            given = on
        found.append(cell)
    return found


def parted(cell: Cell, row: Sequence[Cell]) -> Iterator[Cell]:
    """A cell by its signs: one that stands far behind the first opens an entry of its own, and so does each of several
    below each other, beside lines of its own, where all of its `row` have signs: the last line of a key is taken for
    what wraps from the one above where the keys beside it are shorter."""
    if len(cell.marks) > 1 and all(c.marks or not c.text for c in row) and (lines := _by_sign(cell)):
        for mark, own in lines:
            text = " ".join(line.text for line in own)
            yield replace(cell, text=text, lines=tuple(own), marks=(mark,))
        return
    first = min((m.box.x1 for m in cell.marks), default=0.0)
    far = tuple(m for m in cell.marks if m.box.x0 - first > APART)
    yield replace(cell, marks=tuple(m for m in cell.marks if m not in far)) if far else cell
    if far:
        yield replace(cell, text="", lines=(), marks=far)


def _by_sign(cell: Cell) -> list[tuple[Mark, list[Line]]]:
    """A cell's signs below each other with the lines that each opens; none where one opens none, or a line has none."""
    marks = sorted(cell.marks, key=lambda m: m.box.top)
    if any(abs(a.box.centre[0] - b.box.centre[0]) > ALIGNED for a, b in pairwise(marks)):
        return []
    found: list[tuple[Mark, list[Line]]] = [(mark, []) for mark in marks]
    for line in sorted(cell.lines, key=lambda line: line.box.top):
        opened = [k for k, mark in enumerate(marks) if mark.box.centre[1] < line.box.bottom]
        if not opened:
            return []
        found[opened[-1]][1].append(line)
    whole = all(own and _opens(mark, own[0]) for mark, own in found)
    return found if whole else []


def _opens(mark: Mark, line: Line) -> bool:
    """True for a sign on a line's level, before its words or a character of theirs."""
    level = abs(mark.box.centre[1] - line.box.centre[1]) < LEVEL * line.size
    return level and mark.box.centre[0] < line.box.x0 + line.size
