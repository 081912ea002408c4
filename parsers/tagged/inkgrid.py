"""Rows of cells that are known by their ink, to a grid: where columns and rows part, what each cell covers.

Columns are found as the fewest separators that part all neighbours in all rows (stabbing of intervals, greedy
by right ends), so a row that lacks cells teaches nothing wrong. Separators move onto rules and edges of
shading that stand in the same gap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from parsers.geometry import Box, union
from parsers.grids.grid import SHORTEST, Edge, Grid, Span, joined
from parsers.page import Page, Rule

LEAST_RISE = 2.0  # points between the tops of two rows; what lies closer stands side by side
STACKED = 0.5  # share of the narrower cell's width: neighbours that overlap more stand one below the other
OVERFLOW = 2.0  # points that ink may hang over into the next column or row and not count as covering it
MARGIN = 2.0  # points of air between the outermost ink and the table's edge where nothing is drawn
REACH = 24.0  # points from the outermost ink within which a rule or an edge of shading is the table's own
SIGN = 40.0  # points; a fill no larger in either direction may be a sign, whose edges part nothing
RULED_OFF = 0.8  # share of the ink's width that a horizontal rule must cover to show how wide the table is
FULL = 0.6  # share of the table's height that a vertical rule must cover to part columns that no ink parts


class InkCell(NamedTuple):
    """A cell by its ink. Spans are those of this page, None where only the ink can tell; `place` is its own among
    the cells of its row, filled or not, None where that is not known."""

    box: Box
    row_span: int | None
    col_span: int | None
    place: int | None = None


Rows = Sequence[Sequence[InkCell]]
Gap = tuple[float, float]
Square = tuple[int, int]
Laid = tuple[Grid, list[list[Span]]]


def laid(page: Page, rows: Rows, known: Sequence[float] | None = None) -> Laid | None:
    """The grid and each cell's place in it; None where the ink makes no grid.

    Rows come from the top down, their cells from left to right. `known` are column edges learnt elsewhere,
    taken if they part all neighbours. Squares that no cell covers are cells of the grid too. Two cells may
    get one place if the ink leaves no other.
    """
    tops = [min(cell.box.top for cell in row) for row in rows]
    rising = all(b - a >= LEAST_RISE for a, b in pairwise(tops))
    if not rising or any(_is_stacked(row) for row in rows):
        return None
    ink = union(cell.box for row in rows for cell in row)
    reach = [[k + (c.row_span or _reached(c.box, tops[k + 1 :])) for c in row] for k, row in enumerate(rows)]
    across, down = _drawn(page, ink, across=True), _drawn(page, ink, across=False)
    ys = _row_edges(rows, tops, reach, ink, across)
    xs = _widened(_column_edges(rows, ink, down, known), ink, across)
    spans = _placed(rows, reach, xs)
    taken = {(r, c) for row in spans for s in row for r, c in _squares(s)}
    empty = (Span(r, c, 1, 1) for r in range(len(ys) - 1) for c in range(len(xs) - 1) if (r, c) not in taken)
    return Grid(tuple(xs), tuple(ys), tuple(sorted({*(s for row in spans for s in row), *empty}))), spans


def _is_stacked(row: Sequence[InkCell]) -> bool:
    return any(
        min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0) > STACKED * min(a.box.width, b.box.width)
        for a, b in pairwise(row)
    )


def _reached(box: Box, tops_below: Sequence[float]) -> int:
    """How many rows the ink itself covers."""
    return 1 + bisect_left(tops_below, box.bottom - OVERFLOW)


def _drawn(page: Page, ink: Box, *, across: bool) -> list[Edge]:
    """Rules and edges of shading in one direction in and around a table."""
    near = ink.grown(REACH)
    large = (f.box for f in page.fills if max(f.box.width, f.box.height) > SIGN)
    shades = [box for box in large if box.overlap(ink) > 0]
    rules = [r for r in page.rules if r.horizontal == across and near.overlap(_thick(r))]
    if across:
        edges = [Edge(r.top, r.x0, r.x1) for r in rules]
        edges += [Edge(y, b.x0, b.x1) for b in shades for y in (b.top, b.bottom)]
    else:
        edges = [Edge(r.x0, r.top, r.bottom) for r in rules]
        edges += [Edge(x, b.top, b.bottom) for b in shades for x in (b.x0, b.x1)]
    return joined(e for e in edges if e.end - e.start >= SHORTEST)


def _thick(rule: Rule) -> Box:
    return Box(rule.x0, rule.top, rule.x1, rule.bottom).grown(0.5)


def _row_edges(
    rows: Rows, tops: Sequence[float], reach: Sequence[Sequence[int]], ink: Box, drawn: Sequence[Edge]
) -> list[float]:
    """Edges between rows: above the row's first ink and below all cells that end there."""
    ends = list(tops)
    for row, reached in zip(rows, reach, strict=True):
        for cell, end in zip(row, reached, strict=True):
            if end < len(tops):
                ends[end - 1] = max(ends[end - 1], cell.box.bottom)
    inner = [_separator(min(end, top), top, drawn) for end, top in zip(ends, tops[1:], strict=False)]
    return [_outer(ink.top, -1, drawn), *inner, _outer(ink.bottom, 1, drawn)]


def _column_edges(rows: Rows, ink: Box, drawn: Sequence[Edge], known: Sequence[float] | None) -> list[float]:
    gaps = [(min(a.box.x1, b.box.x0 - 0.1), b.box.x0) for row in rows for a, b in pairwise(row)]
    gaps += _beside_empty(rows)
    if known and all(any(a - OVERFLOW < x < b + OVERFLOW for x in known[1:-1]) for a, b in gaps):
        return [min(known[0], ink.x0), *known[1:-1], max(known[-1], ink.x1)]
    inner = [_separator(a, b, drawn) for a, b in _common(gaps)]
    inner += [e.at for e in drawn if _parts_unseen(e, rows, ink, inner)]
    return [_outer(ink.x0, -1, drawn), *sorted(inner), _outer(ink.x1, 1, drawn)]


def _beside_empty(rows: Rows) -> Iterator[Gap]:
    """The gaps between cells and empty ones right of them, whose column begins where the ink of other rows does."""
    begins: dict[int, float] = {}
    for cell in (c for row in rows for c in row):
        if cell.place is not None:
            begins[cell.place] = min(cell.box.x0, begins.get(cell.place, inf))
    for a, b in (pair for row in rows for pair in pairwise(row)):
        if a.place is not None and b.place is not None and b.place > a.place + 1:
            begin = begins.get(a.place + 1, a.box.x1)
            if a.box.x1 < begin < b.box.x0:
                yield a.box.x1, begin


def _widened(xs: list[float], ink: Box, across: Sequence[Edge]) -> list[float]:
    """Columns out to where the table's own horizontal rules end; ink past that end has no edge of its own."""
    inside = [e for e in across if ink.top - OVERFLOW <= e.at <= ink.bottom + OVERFLOW]
    own = [e for e in inside if min(e.end, ink.x1) - max(e.start, ink.x0) >= RULED_OFF * ink.width]
    end = max((e.end for e in own), default=xs[-1])
    overrun = len(own) > 1 and xs[-2] < end < xs[-1] == ink.x1 + MARGIN
    return [min([xs[0], *(e.start for e in own)]), *xs[1:-1], end if overrun else max(xs[-1], end)]


def _common(gaps: Iterable[Gap]) -> list[Gap]:
    """Gaps that one separator can serve, shrunk to what they share: the fewest that serve all."""
    shared: list[Gap] = []
    for low, high in sorted(gaps, key=lambda gap: gap[1]):
        if shared and low <= shared[-1][1]:
            shared[-1] = (max(shared[-1][0], low), shared[-1][1])
        else:
            shared.append((low, high))
    return shared


def _separator(low: float, high: float, drawn: Sequence[Edge]) -> float:
    """The longest rule or edge in a gap, or its middle."""
    inside = [e for e in drawn if low - OVERFLOW / 2 <= e.at <= high + OVERFLOW / 2]
    return max(inside, key=lambda e: (e.end - e.start, -e.at)).at if inside else (low + high) / 2


def _outer(ink: float, side: int, drawn: Sequence[Edge]) -> float:
    """The nearest rule or edge outside the outermost ink, or a margin."""
    near = [e.at for e in drawn if -OVERFLOW / 2 <= (e.at - ink) * side <= REACH]
    return min(near, key=lambda at: abs(at - ink)) if near else ink + side * MARGIN


def _parts_unseen(edge: Edge, rows: Rows, ink: Box, inner: Sequence[float]) -> bool:
    """True for a long vertical rule inside the table that no single cell crosses, away from separators."""
    apart = all(abs(edge.at - x) > 2 * SHORTEST for x in (ink.x0, ink.x1, *inner))
    long = min(edge.end, ink.bottom) - max(edge.start, ink.top) >= FULL * ink.height
    return (
        apart
        and long
        and ink.x0 < edge.at < ink.x1
        and not any(
            cell.box.x0 + OVERFLOW < edge.at < cell.box.x1 - OVERFLOW and (cell.col_span or 1) == 1
            for row in rows
            for cell in row
        )
    )


def _placed(rows: Rows, reach: Sequence[Sequence[int]], xs: Sequence[float]) -> list[list[Span]]:
    """Each cell's place: where its ink hangs over least, and among equals next to its neighbour.

    Spans that make a row wider than the grid count the columns of other tables too: word processors make one of tables
    that touch. There only the ink tells.
    """
    taken: dict[Square, Span] = {}
    spans: list[list[Span]] = []
    for r, row in enumerate(rows):
        free = 0
        spans.append([])
        counts = len(row) == 1 or sum(cell.col_span or 1 for cell in row) < len(xs)
        single = _in_their_columns(row, xs)
        for n, (cell, end) in enumerate(zip(row, reach[r], strict=True)):
            while (r, free) in taken and free < len(xs) - 2:
                free += 1
            wide = min((counts and cell.col_span) or _covered(cell.box, xs), len(xs) - 1)
            wide = 1 if n < single else wide
            span = _place(cell.box, r, end, wide, free, xs, taken)
            taken.update(dict.fromkeys(_squares(span), span))
            spans[-1].append(span)
            free = span.col + span.col_span
    return spans


def _in_their_columns(row: Sequence[InkCell], xs: Sequence[float]) -> int:
    """How many cells of a row cover one column each, and a word that is wider only hangs over the next: all before the
    last where each begins in the column of its place among all cells of the row, for then none of them is merged."""
    known = [cell for cell in row if cell.place is not None]
    own = all(cell.place == bisect_right(xs, cell.box.x0 + OVERFLOW) - 1 for cell in known)
    return len(known) - 1 if own and known == [*row[: len(known)]] else 0


def _covered(box: Box, xs: Sequence[float]) -> int:
    first, last = bisect_right(xs, box.x0 + OVERFLOW), bisect_left(xs, box.x1 - OVERFLOW)
    return max(1, last - first + 1)


def _place(
    box: Box, row: int, end: int, wide: int, free: int, xs: Sequence[float], taken: Mapping[Square, Span]
) -> Span:
    """The best free place for a cell `wide` columns wide; the place of another where none is free."""

    def hangs_over(col: int) -> int:
        return round(2 * max(0.0, xs[col] - box.x0) + max(0.0, box.x1 - xs[col + wide]))

    starts = range(len(xs) - wide)
    open_ = [c for c in starts if not any((row, c + k) in taken for k in range(wide))]
    if not open_:
        best = min(starts, key=hangs_over)
        return next(taken[row, best + k] for k in range(wide) if (row, best + k) in taken)
    col = min(open_, key=lambda c: (hangs_over(c), abs(c - free)))
    high = 1
    while row + high < end and not any((row + high, col + k) in taken for k in range(wide)):
        high += 1
    return Span(row, col, high, wide)


def _squares(span: Span) -> list[Square]:
    return [
        (r, c)
        for r in range(span.row, span.row + span.row_span)
        for c in range(span.col, span.col + span.col_span)
    ]
