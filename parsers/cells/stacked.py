"""Rows that no rule parts, told by the colours of their statuses: a cell holds several, one below the other.

Rules stand where a group of rows ends alone. The columns whose texts open with each colour have rows there; what is
merged over the group runs on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.block import Line
from parsers.cells import counted
from parsers.cells.cell import Seen, SeenTable
from parsers.cells.counted import LEVEL
from parsers.page import Fill

LEAST = 2  # colours of a cell
WHOLE = 0.95  # share of the cell's height that they fill
MEET = 1.5  # points between one and the next
AIR = 0.15  # of the font size: how much more white stands above a row than above a line of a cell
OVER = 1.0  # points that a letter may reach over an edge


class _Group(NamedTuple):
    """A row that holds several: its cells, and the colours of its statuses from the top, by their column."""

    own: Sequence[Seen]
    tints: Mapping[int, Sequence[Fill]]

    @property
    def levels(self) -> list[float]:
        """Where in points the rows below the first begin."""
        first = next(iter(self.tints.values()))
        return [fill.box.top for fill in first[1:]]

    @property
    def texts(self) -> list[Seen]:
        """Its other cells with text."""
        return [seen for seen in self.own if seen.span.col not in self.tints and seen.lines]


def part(table: SeenTable) -> None:
    """Part the rows of a table beside such cells; tags that name rows know better. One colour in all of them rates
    nothing: it is drawn line by line behind headings."""
    tinted = [seen for seen in table.cells if len(seen.tints) >= LEAST] if not table.row_nodes else []
    if len({fill.colour for seen in tinted for fill in seen.tints}) < LEAST:
        return
    rows = dict.fromkeys(seen.span.row for seen in tinted if seen.span.row_span == 1)
    groups = [group for row in rows if (group := _group(row, table))]
    filled = {s.span.col for group in groups for s in group.texts if any(_held(s, group.levels)[1:])}
    for group in reversed(groups):
        _part(table, group, filled if len(groups) > 1 else ())


def _group(row: int, table: SeenTable) -> _Group | None:
    """A row's group; None where it has none, or the colours of two columns tell other rows."""
    own = [seen for seen in table.cells if seen.span.row == row and seen.span.row_span == 1]
    tints = {}
    for seen in own:
        fills = sorted(seen.tints, key=lambda fill: fill.box.top)
        if len(fills) >= LEAST and _are_stacked(fills, seen):
            tints[seen.span.col] = fills
    if not tints:
        return None
    group = _Group(own, tints)
    tops = [[fill.box.top for fill in fills[1:]] for fills in tints.values()]
    level = all(len(at) == len(group.levels) for at in tops) and all(
        abs(a - b) <= MEET for at in tops for a, b in zip(at, group.levels, strict=True)
    )
    return group if level else None


def _part(table: SeenTable, group: _Group, filled: Collection[int]) -> None:
    """Part the rows of a group. Where a column's text runs on over them, so does that of columns which have none below
    the first row of any group; `filled` are the others, none where they are not known."""
    levels, texts = group.levels, group.texts
    runs_on = {id(s): frozenset(levels) for s in texts if not _opens(s, levels, texts)}
    if not any(all(_held(s, levels)[1:]) for s in texts if id(s) not in runs_on):
        return
    if runs_on and filled:
        runs_on |= {id(s): frozenset(levels) for s in texts if s.span.col not in filled}
    row = group.own[0].span.row
    counted.cut(table, row, group.own, levels, runs_on)
    for col, tints in group.tints.items():
        parts = sorted(
            (s for s in table.cells if s.span.col == col and s.span.row >= row), key=lambda s: s.span
        )
        for cell, fill in zip(parts, tints, strict=False):
            cell.fill = fill.colour


def _are_stacked(tints: Sequence[Fill], seen: Seen) -> bool:
    """True for colours of which each begins where the one above it ends, over all of a cell without signs."""
    meet = all(abs(b.box.top - a.box.bottom) <= MEET for a, b in pairwise(tints))
    high = tints[-1].box.bottom - tints[0].box.top
    return meet and high >= WHOLE * seen.box.height and not seen.marks


def _held(seen: Seen, levels: Sequence[float]) -> list[list[Line]]:
    """A cell's lines by the rows between levels."""
    rows: list[list[Line]] = [[] for _ in range(len(levels) + 1)]
    for line in sorted(seen.lines, key=lambda line: line.box.top):
        rows[sum(line.box.centre[1] >= level for level in levels)].append(line)
    return rows


def _opens(seen: Seen, levels: Sequence[float], others: Sequence[Seen]) -> bool:
    """True for a cell whose text opens anew in each further row in which it has any: as far below the row's edge as in
    the first, and with white above it."""
    if any(line.box.top < y - OVER and y + OVER < line.box.bottom for line in seen.lines for y in levels):
        return False
    rows = _held(seen, levels)
    inner = [b.box.top - a.box.bottom for own in rows for a, b in pairwise(own)]
    usual = min(inner, default=0.0)
    above = rows[0][-1:]
    inset = min(line.box.top for other in others for line in other.lines) - seen.box.top
    for k, own in enumerate(rows[1:], 1):
        if not own:
            continue
        air = own[0].box.top - above[0].box.bottom if above else float("inf")
        below = own[0].box.top - levels[k - 1]
        if abs(below - inset) > LEVEL or air <= max(usual, 0.0) + AIR * own[0].size:
            return False
        above = own[-1:]
    return True
