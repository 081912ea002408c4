"""Ruling lines to grids of cells: rules are snapped, gathered into tables, and the squares between them merged
where no rule parts them.

The staircase of small steps follows pdfplumber's table finder; unlike it, a grid is closed at its outer edges (many
tables print no rule at a side or where a page ends) and a square is merged with its neighbour exactly where the rule
between them is missing, which gives the spans of merged cells.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parsers.geometry import Box
from parsers.page import Rule

SNAP = 2.0  # points between rules that are drawn as one
TOUCH = 2.5  # points that a rule may fall short of the one it meets
SHORTEST = 4.0  # points; shorter pieces are dots and ticks
COVERED = 0.6  # share of a square's side that rules must cover to part it from its neighbour


_new = tuple.__new__  # a named tuple for half of what its own constructor costs: a page makes thousands


class Edge(NamedTuple):
    """A rule by direction: `at` is its fixed coordinate, `start` to `end` its extent, in points."""

    at: float
    start: float
    end: float


class Span(NamedTuple):
    """A cell of a grid: row and column of its first square, and how many it covers."""

    row: int
    col: int
    row_span: int
    col_span: int


Group = tuple[list[Edge], list[Edge]]  # edges across and down that touch one another


class Grid(NamedTuple):
    """Edges of columns and rows in points, and the cells between them in row order.

    `doubt` says in a few words why its columns or rows may be wrong, "" where ink draws them; `guessed` are edges of
    rows that nothing draws: lines on which rows seem to open.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Span, ...]
    doubt: str = ""
    guessed: frozenset[float] = frozenset()

    @property
    def box(self) -> Box:
        return _new(Box, (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]))

    def box_of(self, cell: Span) -> Box:
        (row, col, high, wide), xs, ys = cell, self.xs, self.ys
        return _new(Box, (xs[col], ys[row], xs[col + wide], ys[row + high]))


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """All grids that the rules draw, from the top of the page down."""
    across = joined(Edge(r.top, r.x0, r.x1) for r in rules if r.horizontal and r.x1 - r.x0 >= SHORTEST)
    down = joined(
        Edge(r.x0, r.top, r.bottom) for r in rules if not r.horizontal and r.bottom - r.top >= SHORTEST
    )
    found = [_grid(*group) for group in _whole(_gathered(across, down))]
    return sorted((g for g in found if g.cells), key=lambda g: (g.ys[0], g.xs[0]))


def joined(edges: Iterable[Edge]) -> list[Edge]:
    """Edges snapped to common coordinates, pieces that meet or overlap made one."""
    whole: list[Edge] = []
    for level in _levels(sorted(edges)):
        at = sum(e.at * (e.end - e.start) for e in level) / sum(e.end - e.start for e in level)
        for edge in sorted(level, key=lambda e: e.start):
            last = whole[-1] if whole else None
            if last and last.at == at and edge.start <= last.end + TOUCH:
                whole[-1] = Edge(at, last.start, max(last.end, edge.end))
            else:
                whole.append(Edge(at, edge.start, edge.end))
    return whole


def _levels(edges: list[Edge]) -> list[list[Edge]]:
    levels: list[list[Edge]] = []
    for edge in edges:
        if levels and edge.at - levels[-1][-1].at <= SNAP and edge.at - levels[-1][0].at <= 2 * SNAP:
            levels[-1].append(edge)
        else:
            levels.append([edge])
    return levels


def _gathered(across: list[Edge], down: list[Edge]) -> list[Group]:
    """Edges in groups that touch one another, each with edges in both directions."""
    parent = list(range(len(across) + len(down)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for i, (y, start, end) in enumerate(across):
        left, right = start - TOUCH, end + TOUCH
        for j, (x, top, bottom) in enumerate(down, len(across)):
            if left <= x <= right and top - TOUCH <= y <= bottom + TOUCH:
                parent[root(i)] = root(j)
    groups: dict[int, Group] = {}
    for k, edge in enumerate([*across, *down]):
        groups.setdefault(root(k), ([], []))[k >= len(across)].append(edge)
    return [g for g in groups.values() if g[0] and g[1]]


def _whole(groups: list[Group]) -> list[Group]:
    """The groups, those of single cells joined to the one around them: each of their edges goes on in one of its. A
    style that draws every other row leaves them in the middle of a table."""
    single = [g for g in groups if len(g[0]) <= len(g[1]) == 2]
    around = [g for g in groups if len(g[0]) > 2 and len(g[1]) > 2]
    inner = [(g, o) for g in single for o in around if _goes_on(g, o)] if around else []
    for (across, down), outer in inner:
        outer[0].extend(across)
        outer[1].extend(down)
    held = {id(group) for group, _ in inner}
    return [group for group in groups if id(group) not in held]


def _goes_on(group: Group, outer: Group) -> bool:
    """True for edges of which each has another on its line in the outer group."""
    return all(
        min(abs(e.at - other.at) for other in others) <= SNAP
        for own, others in zip(group, outer, strict=True)
        for e in own
    )


def _grid(across: list[Edge], down: list[Edge]) -> Grid:
    xs = _positions([v.at for v in down], min(h.start for h in across), max(h.end for h in across))
    ys = _positions([h.at for h in across], min(v.start for v in down), max(v.end for v in down))
    parted_below = parted(across, ys, xs)
    parted_right = parted(down, xs, ys)
    return Grid(tuple(xs), tuple(ys), tuple(merged(len(ys) - 1, len(xs) - 1, parted_below, parted_right)))


def _positions(at: Iterable[float], low: float, high: float) -> list[float]:
    """Sorted coordinates of edges, the outermost ends of the crossing ones among them."""
    places: list[float] = []
    for place in sorted({*at, low, high}):
        if not places or place - places[-1] > 2 * SNAP:
            places.append(place)
    return places


def parted(edges: list[Edge], levels: Sequence[float], stops: Sequence[float]) -> set[tuple[int, int]]:
    """(level, square) pairs where an edge on that level covers that square's side."""
    covered: dict[tuple[int, int], float] = {}
    for edge in edges:
        level = _nearest(levels, edge.at)
        first, last = bisect_right(stops, edge.start) - 1, bisect_left(stops, edge.end)
        for k in range(max(first, 0), min(last, len(stops) - 1)):
            shared = min(edge.end, stops[k + 1]) - max(edge.start, stops[k])
            if shared > 0:
                covered[level, k] = covered.get((level, k), 0.0) + shared / (stops[k + 1] - stops[k])
    return {place for place, share in covered.items() if share >= COVERED}


def _nearest(levels: Sequence[float], at: float) -> int:
    k = bisect_left(levels, at)
    if k == len(levels) or (k and at - levels[k - 1] < levels[k] - at):
        k -= 1
    return k


def merged(rows: int, cols: int, below: set[tuple[int, int]], right: set[tuple[int, int]]) -> list[Span]:
    """Squares merged into rectangles, row by row: each grows right as far as no edge parts, then down."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for col in range(cols):
            if (row, col) in taken:
                continue
            wide, high = 1, 1
            while col + wide < cols and (col + wide, row) not in right and (row, col + wide) not in taken:
                wide += 1
            while row + high < rows and _open_below(row + high, col, wide, below, right):
                high += 1
            if wide > 1 or high > 1:  # a square alone is not come by again
                taken.update((r, c) for r in range(row, row + high) for c in range(col, col + wide))
            cells.append(_new(Span, (row, col, high, wide)))
    return cells


def _open_below(
    row: int, col: int, wide: int, below: set[tuple[int, int]], right: set[tuple[int, int]]
) -> bool:
    """True where no edge parts the rectangle from the row below, nor any square of that row from the next."""
    if (row, col) in below:
        return False
    return all((row, c) not in below and (c, row) not in right for c in range(col + 1, col + wide))
