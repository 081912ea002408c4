"""The unruled eye: tables with horizontal rules only, their columns found by what parts the text.

Where borders are drawn cell by cell, the ends of their pieces are the columns. Otherwise columns are parted by
gutters: strips that no text of the table crosses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from parsers import grid as ruling
from parsers.geometry import Box
from parsers.grid import Edge, Grid
from parsers.page import Char, Fill, Rule

SAME_END = 3.0  # points between the left or right ends of rules of one table
FARTHEST = 260.0  # points between two rules of one table; a row is rarely higher
#: points of white between two columns at the least, by the number of lines: in few lines chance leaves gaps
GUTTERS = ((9.0, 6), (4.5, 15), (2.0, 1_000_000))
CROSSING = 0.06  # share of lines that may cross a gutter: titles over several columns
HEADER_REACH = 50.0  # points above the first rule in which column headings may stand
AIR_ABOVE = 1.2  # of a line's height between column headings and what is below them
TALLEST_HEADER = 60.0  # points of a shaded header above a table's first rule


class Stack(NamedTuple):
    """Horizontal rules, one above the other, that share their left and right ends or lie between them."""

    edges: list[Edge]
    left: float
    right: float

    @property
    def levels(self) -> list[float]:
        return sorted({e.at for e in self.edges})


def grids(rules: Sequence[Rule], fills: Sequence[Fill], chars: Sequence[Char], taken: Sequence[Grid]) -> list[Grid]:
    """Grids of tables without vertical rules, where no other grid stands."""
    across = [r for r in rules if r.horizontal and r.x1 - r.x0 >= ruling.SHORTEST]
    edges = ruling.joined(Edge(r.top, r.x0, r.x1) for r in across)
    free = [e for e in edges if not any(_within(e, g.box) for g in taken)]
    found = []
    for stack in _stacks(free):
        for part in _parts(stack, across, fills, chars):
            grid = _grid(_with_header(part, fills), across, fills, chars)
            if grid is not None:
                found.append(grid)
    return found


def _within(edge: Edge, box: Box) -> bool:
    return box.top - 3 <= edge.at <= box.bottom + 3 and box.x0 - 3 <= (edge.start + edge.end) / 2 <= box.x1 + 3


def _stacks(edges: Sequence[Edge]) -> list[Stack]:
    """Rules gathered into tables: full-width ones with common ends, and shorter ones between them."""
    stacks: list[Stack] = []
    for edge in sorted(edges):
        home = next((s for s in stacks if _belongs(edge, s)), None)
        if home is None:
            stacks.append(Stack([edge], edge.start, edge.end))
        else:
            home.edges.append(edge)
    return [s for s in stacks if len(s.levels) > 1]


def _belongs(edge: Edge, stack: Stack) -> bool:
    inside = edge.start >= stack.left - SAME_END and edge.end <= stack.right + SAME_END
    return inside and 0 <= edge.at - stack.edges[-1].at <= FARTHEST


def _parts(stack: Stack, rules: Sequence[Rule], fills: Sequence[Fill], chars: Sequence[Char]) -> list[Stack]:
    """A stack taken apart where a heading, or another table's header, stands between two of its rules."""
    levels = stack.levels
    looks = [_look(level, stack, rules) for level in levels]
    starts = [0]
    for k in range(1, len(levels) - 1):
        if _is_heading(Box(stack.left, levels[k - 1], stack.right, levels[k]), chars):
            starts.append(k)
            continue
        headed = any(_heads(f, levels[k + 1], stack) and f.box.top > levels[k] + 6 for f in fills)
        again = looks[k] == looks[0] != looks[1] and k > 1
        if headed or again:
            starts.append(k + 1 if headed else k)
    parts = []
    for first, last in zip(starts, [*starts[1:], len(levels)], strict=True):
        own = levels[first:last]
        if len(own) > 1:
            parts.append(stack._replace(edges=[e for e in stack.edges if own[0] <= e.at <= own[-1]]))
    return parts


def _is_heading(band: Box, chars: Sequence[Char]) -> bool:
    """True for a band that holds one bold or larger text without the gaps of a row."""
    row = sorted((c for c in chars if not c.text.isspace() and band.holds(*c.box.centre)), key=lambda c: c.box.x0)
    if not row or row[0].box.x0 > band.x0 + 0.1 * band.width:
        return False
    size = row[0].style.size
    one_line = max(c.box.bottom for c in row) - min(c.box.bottom for c in row) < 0.5 * size
    whole = all(b.box.x0 - a.box.x1 < 1.5 * size for a, b in zip(row, row[1:], strict=False))
    return one_line and whole and all(c.style.bold for c in row)


def _look(level: float, stack: Stack, rules: Sequence[Rule]) -> tuple[str, float]:
    """Colour and width of the longest rule on a level."""
    on = [r for r in rules if abs(r.top - level) <= ruling.SNAP and stack.left - 3 <= r.x0 <= stack.right]
    longest = max(on, key=lambda r: r.x1 - r.x0)
    return longest.colour, round(longest.width, 1)


def _heads(fill: Fill, level: float, stack: Stack) -> bool:
    """True for the shading of a header that stands on a rule."""
    inside = fill.box.x0 >= stack.left - SAME_END and fill.box.x1 <= stack.right + SAME_END
    return inside and abs(fill.box.bottom - level) <= SAME_END and 6 < fill.box.height < TALLEST_HEADER


def _with_header(stack: Stack, fills: Sequence[Fill]) -> Stack:
    """A shaded header that stands on the first rule belongs to the table."""
    first = stack.levels[0]
    tops = [
        f.box.top for f in fills if _heads(f, first, stack)
    ]  # fmt: skip
    if not tops:
        return stack
    return stack._replace(edges=[Edge(min(tops), stack.left, stack.right), *stack.edges])


def _grid(stack: Stack, rules: Sequence[Rule], fills: Sequence[Fill], chars: Sequence[Char]) -> Grid | None:
    ys = stack.levels
    box = Box(stack.left, ys[0], stack.right, ys[-1])
    inner = [c for c in chars if not c.text.isspace() and box.holds(*c.box.centre)]
    xs = _columns(box, _ends(box, rules, fills), inner)
    shaded = any(abs(f.box.top - box.top) <= SAME_END and box.x0 - 3 <= f.box.x0 <= box.x1 for f in fills)
    top = None if shaded else _header_above(box, xs, chars)
    edges = stack.edges
    if top is not None:
        edges, ys = [Edge(top, stack.left, stack.right), *edges], [top, *ys]
    if len(xs) < 3 or len(ys) < 3:
        return None
    inner = [c for c in chars if not c.text.isspace() and box._replace(top=ys[0]).holds(*c.box.centre)]
    below = ruling.parted(edges, ys, xs)
    right = {(col, row) for col in range(len(xs)) for row in range(len(ys) - 1) if not _crossed(inner, xs[col], ys, row)}
    cells = tuple(ruling.merged(len(ys) - 1, len(xs) - 1, below, right))
    return Grid(tuple(xs), tuple(ys), cells)


def _header_above(box: Box, xs: Sequence[float], chars: Sequence[Char]) -> float | None:
    """The top of column headings that stand above a table's first rule; None where there are none."""
    near = [
        c for c in chars
        if not c.text.isspace() and -HEADER_REACH < c.box.centre[1] - box.top < 0 and box.x0 <= c.box.centre[0] <= box.x1
    ]  # fmt: skip
    top, bottom = None, box.top
    for line in sorted({round(c.box.bottom, 1) for c in near}, reverse=True):
        row = [c for c in near if round(c.box.bottom, 1) == line]
        filled = {k for k in range(len(xs) - 1) if any(xs[k] <= c.box.centre[0] < xs[k + 1] for c in row)}
        crossed = any(_runs_across(row, x) for x in xs[1:-1])
        if crossed or len(filled) < 2 or bottom - line > AIR_ABOVE * (row[0].box.height):
            break
        top = min(c.box.top for c in row) - 1
        bottom = top
    return top


def _runs_across(row: Sequence[Char], x: float) -> bool:
    """True where a line's text goes over a column's edge, or comes as close from both sides as words do."""
    left = max((c.box.x1 for c in row if c.box.centre[0] < x), default=0.0)
    right = min((c.box.x0 for c in row if c.box.centre[0] >= x), default=1e9)
    return right - left < 0.7 * row[0].style.size


def _ends(box: Box, rules: Sequence[Rule], fills: Sequence[Fill]) -> list[float]:
    """Places where pieces of borders or of shading meet, seen on more than one level."""
    seen = Counter[int]()
    for rule in rules:
        if box.grown(SAME_END).holds(rule.x0, rule.top):
            seen.update({round(rule.x0), round(rule.x1)})
    for fill in fills:
        if box.grown(SAME_END).holds(*fill.box.centre):
            seen.update({round(fill.box.x0), round(fill.box.x1)})
    often = [x for x, times in seen.items() if times > 2 and box.x0 + 5 < x < box.x1 - 5]
    kept: list[float] = []
    for x in sorted(often):
        if not kept or x - kept[-1] > 6:
            kept.append(float(x))
    return kept


def _columns(box: Box, ends: Sequence[float], chars: Sequence[Char]) -> list[float]:
    apart = [(a + b) / 2 for a, b in _gutters(box, chars) if not any(a - 3 <= e <= b + 3 for e in ends)]
    clean = [e for e in ends if sum(c.box.x0 + 1 < e < c.box.x1 - 1 for c in chars) <= CROSSING * len(chars)]
    return [box.x0, *sorted([*clean, *apart]), box.x1]


def _gutters(box: Box, chars: Sequence[Char]) -> list[tuple[float, float]]:
    """Strips free of text from the top of the table to its foot, but for titles that cross them."""
    lines = {round(c.box.bottom / 3) for c in chars}
    if not lines:
        return []
    width = int(box.width) + 2
    crossed: list[set[int]] = [set() for _ in range(width)]
    for char in chars:
        for x in range(max(0, int(char.box.x0 - box.x0)), min(width, int(char.box.x1 - box.x0) + 1)):
            crossed[x].add(round(char.box.bottom / 3))
    allowed = CROSSING * len(lines)
    least = next(width for width, below in GUTTERS if len(lines) < below)
    found, start = [], None
    for x in range(width):
        free = len(crossed[x]) <= allowed
        if free and start is None:
            start = x
        elif not free and start is not None:
            if x - start >= least and start > 2:
                found.append((box.x0 + start, box.x0 + x))
            start = None
    return found


def _crossed(chars: Sequence[Char], x: float, ys: Sequence[float], row: int) -> bool:
    """True where a row's text runs across a column's edge: a title over several columns."""
    band = [c for c in chars if ys[row] <= c.box.centre[1] <= ys[row + 1]]
    return any(c.box.x0 + 0.5 < x < c.box.x1 - 0.5 for c in band)
