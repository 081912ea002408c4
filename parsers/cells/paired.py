"""Rows that no rule parts, told by one number in two columns: `2.` before an action, `2.` before what came of it.

Items of lists in two cells do not keep level where one of them is longer than the other: white below the shorter one
makes room for a row. A third column, of statuses or of names, has a text of its own there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.block import Line
from parsers.cells import counted
from parsers.cells.cell import Seen, SeenTable
from parsers.cells.counted import LEVEL

NUMBERED = re.compile(r"\s*\(?(\d{1,2})[.)]?\s+(?=\S)")  # opens an item of a list
LEAST = 2  # columns that one number opens
APART = 0.6  # of the font size between a line and the next row's


class _Opening(NamedTuple):
    """Where a row opens: the top of its first lines, its number, and the columns that have it."""

    top: float
    number: int
    columns: frozenset[int]


def part(table: SeenTable) -> None:
    """Part the rows of a table in which such numbers open several; tags that name rows know better."""
    for row in range(table.grid_rows() - 1, -1, -1) if not table.row_nodes else ():
        own = [seen for seen in table.cells if seen.span.row == row and seen.span.row_span == 1]
        if len(own) <= LEAST or any(seen.span.col_span > 1 or seen.header for seen in own):
            continue
        openings = _openings(own)
        if openings and _are_rows(own, openings):
            levels = _levels(own, openings)
            over = _over(own, openings, levels) if levels else {}
            if levels and any(len(over.get(id(seen), ())) < len(levels) for seen in own):
                counted.cut(table, row, own, levels, over)


def _openings(own: Sequence[Seen]) -> list[_Opening]:
    """Where one number opens texts of several columns, the same ones; none where they do not count on."""
    found: dict[int, list[tuple[float, int]]] = {}
    for seen in own:
        for line in seen.lines:
            if match := NUMBERED.match(line.text):
                found.setdefault(int(match[1]), []).append((line.box.top, seen.span.col))
    openings = []
    for number, items in found.items():
        items.sort()
        while items:
            top = items[0][0]
            level = [item for item in items if item[0] - top < LEVEL]
            items = items[len(level) :]
            if len({col for _, col in level}) >= LEAST:
                openings.append(_Opening(top, number, frozenset(col for _, col in level)))
    openings.sort()
    whole = {o.columns for o in openings}
    on = all(b.number in (a.number + 1, 1) for a, b in pairwise(openings))
    return openings if len(openings) > 1 and len(whole) == 1 and on else []


def _are_rows(own: Sequence[Seen], openings: Sequence[_Opening]) -> bool:
    """True where white makes the numbers keep level, and a third column has a text of its own at each of them."""
    counting = [seen for seen in own if seen.span.col in openings[0].columns]
    padded = False
    for opening in openings[1:]:
        airs = [_air(seen, opening.top) for seen in counting]
        padded = padded or max(airs) - min(airs) > APART * counting[0].lines[0].size
    others = (seen for seen in own if seen.span.col not in openings[0].columns)
    return padded and any(_stands_at(seen, openings) for seen in others)


def _stands_at(seen: Seen, openings: Sequence[_Opening]) -> bool:
    """True for a cell with a line at each opening, at most of which white stands above it: no text that runs on."""
    if not all(any(_is_level(line, o.top) for line in seen.lines) for o in openings):
        return False
    apart = sum(_air(seen, o.top) > APART * seen.lines[0].size for o in openings[1:])
    return 2 * apart >= len(openings) - 1


def _is_level(line: Line, top: float) -> bool:
    return abs(line.box.top - top) < LEVEL


def _air(seen: Seen, top: float) -> float:
    """The white between the first line of a cell at a height or below, and the one above it."""
    above = [line.box.bottom for line in seen.lines if line.box.top < top - LEVEL]
    below = [line.box.top for line in seen.lines if line.box.top >= top - LEVEL]
    return min(below) - max(above) if above and below else float("inf")


def _over(
    own: Sequence[Seen], openings: Sequence[_Opening], levels: Sequence[float]
) -> dict[int, frozenset[float]]:
    """By cell the levels that it runs over: a text flows there, or stands beside the first of some numbers for all."""
    inner = openings[-len(levels) :]
    ends = [*(o.top for o in inner[1:]), float("inf")]
    found: dict[int, frozenset[float]] = {}
    for seen in own:
        if seen.span.col in openings[0].columns:
            continue
        merged = set()
        for level, opening, end in zip(levels, inner, ends, strict=True):
            above = any(line.box.top < opening.top - LEVEL for line in seen.lines)
            here = [line for line in seen.lines if opening.top - LEVEL <= line.box.top < end - LEVEL]
            flows = above and here and _air(seen, opening.top) <= APART * here[0].size
            shared = above and not here and opening.number > 1
            if (flows and not _stands_at(seen, openings)) or shared:
                merged.add(level)
        found[id(seen)] = frozenset(merged)
    return found


def _levels(own: Sequence[Seen], openings: Sequence[_Opening]) -> list[float]:
    """Levels in points above the openings that have lines above them in columns that open there; none where one reaches
    below."""
    opened = [s for s in own if s.span.col in openings[0].columns or _stands_at(s, openings)]
    lines = [line for seen in opened for line in seen.lines]
    levels = []
    for opening in openings:
        above = [line.box.bottom for line in lines if line.box.top < opening.top - LEVEL]
        if above and max(above) > opening.top + LEVEL:
            return []
        levels += [(max(above) + opening.top) / 2] if above else []
    return levels
