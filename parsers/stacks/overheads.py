"""Headings over several columns, each of which has one of its own on a line below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from parsers.grids.grid import Edge, Grid, Span
from parsers.stacks.bands import Band
from parsers.text import heights
from parsers.text.phrases import Phrase, Row

NEAR = 6.0  # points between an edge of columns and the end of a rule over some of them
CENTRED = 2.0  # points between the middle of a heading and that of the columns over which it stands


def stand_in(band: Sequence[Row]) -> bool:
    """True for headings of which one stands over several on a line below it."""
    return any(
        sum(_overlap(p, q) for q in below) > 1
        for k, above in enumerate(band)
        for below in band[k + 1 :]
        for p in above
    )


def without(band: Band, xs: Sequence[float]) -> list[Row]:
    """The lines of headings without those that lie across `xs`, with another on a line below on either side."""
    if len(xs) < 3 or len(band) < 2:
        return [*band]
    found = []
    for k, row in enumerate(band):
        below = [p for line in band[k + 1 :] for p in line]
        found.append([p for p in row if not (below and _is_over(p, xs, below))])
    return [row for row in found if row]


def of_columns(bands: Sequence[Band], xs: Sequence[float]) -> list[Band]:
    """Bands of headings without those that lie across `xs` with another on a line or in a band below on either side: a
    short one, set on the middle over two columns, stands between theirs and overlaps neither."""
    found = [tuple(without(band, xs)) for band in bands]
    below = [p for band in found[-1:] for row in band for p in row]
    upper = (tuple([p for p in row if not _is_over(p, xs, below)] for row in own) for own in found[:-1])
    return [*(tuple(row for row in own if row) for own in upper), *found[-1:]]


def _is_over(phrase: Phrase, xs: Sequence[float], below: Sequence[Phrase]) -> bool:
    first, last = _across(xs, phrase)
    return last - first > 1 and all(_holds(below, a, b) for a, b in pairwise(xs[first : last + 1]))


def lowest(bands: Sequence[Sequence[Row]]) -> list[Row]:
    """The lines of headings without the texts that may head several columns: those that stand over several texts of a
    lower band, or beside the middle of one."""
    found: list[Row] = []
    for band in reversed(bands):
        below = [q for low in found for q in low]
        own = [[p for p in row if _heads_one(p, below)] for row in band]
        found = [*filter(None, own), *found]
    return found


def _heads_one(p: Phrase, below: Sequence[Phrase]) -> bool:
    under = [q for q in below if _overlap(p, q)]
    flush = (min(abs(p.x0 - q.x0), abs(p.x0 + p.x1 - q.x0 - q.x1) / 2) <= CENTRED for q in under)
    return len(under) < 2 and all(flush)


def parted(grid: Grid, band: Band, drawn: Sequence[float]) -> Grid:
    """The grid with a level below headings that lie across `drawn` edges of its columns, as wide as the columns that
    they head; `band` holds the headings' lines."""
    for k, row in enumerate(band[:-1]):
        above, below = ([p for line in lines for p in line] for lines in (band[: k + 1], band[k + 1 :]))
        over = [p for p in row if _is_over(p, drawn, below)]
        if over:
            at = heights.halfway(over, below)
            grid = _cut(grid, at, [_reach(grid.xs, p, above, below) for p in over])
    return grid


def joined(grid: Grid, bands: Sequence[Band], edges: Sequence[Edge]) -> Grid:
    """The grid with one cell for each heading that stands alone on a piece of a rule over several of its columns;
    `bands` are those of the headings, which lie between the grid's first levels."""
    cells = list(grid.cells)
    for at, start, end in edges:
        row = bisect_right(grid.ys, at - NEAR) - 1
        if not 0 <= row < len(bands) - 1 or abs(grid.ys[row + 1] - at) > NEAR:
            continue
        below = [p for band in bands[row + 1 :] for line in band for p in line if start <= _middle(p) <= end]
        under = {bisect_right(grid.xs, _middle(p)) - 1 for p in below}
        over = [p for line in bands[row] for p in line if start - NEAR < p.x0 and p.x1 < end + NEAR]
        if not over or not 1 < len(under) < len(grid.xs) - 1 or not _is_column(over):
            continue
        first, last = min(under), max(under) + 1
        own = sorted(s for s in cells if s.row == row and first <= s.col < last)
        if sum(s.col_span for s in own) == last - first and own[-1].col + own[-1].col_span == last:
            lower = [s._replace(row=row + 1, row_span=s.row_span - 1) for s in own if s.row_span > 1]
            cells = [*(s for s in cells if s not in own), *lower, Span(row, first, 1, last - first)]
    return grid._replace(cells=tuple(sorted(cells)))


def _is_column(phrases: Sequence[Phrase]) -> bool:
    """True for lines one below the other: each overlaps all others."""
    return max(p.x0 for p in phrases) < min(p.x1 for p in phrases) and len(
        {p.middle for p in phrases}
    ) == len(phrases)


def _cut(grid: Grid, at: float, reaches: Sequence[tuple[int, int]]) -> Grid:
    """The grid with a level at which cells are parted that lie between these edges: above it one cell stands, and below
    it one in each column."""
    row = bisect_right(grid.ys, at) - 1
    level = [s for s in grid.cells if s.row <= row < s.row + s.row_span]
    cells = [s._replace(row=s.row + (s.row > row)) for s in grid.cells if s not in level]
    behind = 0
    for first, last in reaches:
        first = max(first, behind)  # of two headings that reach over one column the left one has it
        inside = [s for s in level if first <= s.col < last]
        if inside and all(s.row_span == 1 and s.col + s.col_span <= last for s in inside):
            cells.append(Span(row, first, 1, last - first))
            cells += [Span(row + 1, col, 1, 1) for col in range(first, last)]
            level = [s for s in level if s not in inside]
            behind = last
    cells += [s._replace(row_span=s.row_span + 1) for s in level]
    ys = (*grid.ys[: row + 1], at, *grid.ys[row + 1 :])
    return grid._replace(ys=ys, cells=tuple(sorted(cells)))


def _reach(
    xs: Sequence[float], over: Phrase, beside: Sequence[Phrase], below: Sequence[Phrase]
) -> tuple[int, int]:
    """Indices of the edges at which the columns begin and end over which a heading stands: those that it lies across,
    with such on either side that have no heading beside it, where it stands on the middle of them all."""
    first, last = _across(xs, over)
    free = [not _holds(beside, a, b) and _holds(below, a, b) for a, b in pairwise(xs)]
    low, high = first, last
    while low and free[low - 1]:
        low -= 1
    while high < len(xs) - 1 and free[high]:
        high += 1
    wider = [(a, b) for a in range(first, low - 1, -1) for b in range(last, high + 1)]
    off, best = min((abs((xs[a] + xs[b]) / 2 - _middle(over)), (a, b)) for a, b in wider)
    return best if off <= CENTRED else (first, last)


def _overlap(p: Phrase, q: Phrase) -> bool:
    return q.x0 < p.x1 and p.x0 < q.x1


def _across(xs: Sequence[float], phrase: Phrase) -> tuple[int, int]:
    """Indices of the edges between which a phrase lies."""
    return max(bisect_right(xs, phrase.x0 + 1) - 1, 0), min(bisect_right(xs, phrase.x1 - 1), len(xs) - 1)


def _holds(phrases: Sequence[Phrase], left: float, right: float) -> bool:
    return any(left < _middle(p) < right for p in phrases)


def _middle(phrase: Phrase) -> float:
    return (phrase.x0 + phrase.x1) / 2
