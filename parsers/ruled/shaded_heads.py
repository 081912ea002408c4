"""Headings of rows on shading of their own in a frame whose columns nothing draws: an activity over its actions, alone
or with its plan beside it. Their texts keep to no column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf

from parsers.grids import shading
from parsers.grids.grid import TOUCH, Grid, Span
from parsers.page import Fill
from parsers.stacks.bands import Band, crossed, styles_of
from parsers.stacks.layouts import NEAR
from parsers.text.phrases import Phrase

WHOLE = 0.9  # share of a row's width that its shading covers
MOST = 0.5  # share of a table's rows that may head others

Heads = Mapping[float, Sequence[float]]  # edges between the grounds of each, by the row's upper edge


def found(grid: Grid, bands: Sequence[Band], fills: Sequence[Fill]) -> Heads:
    """The rows of a frame behind its first one that are shaded from side to side and set as no bare row is."""
    left, _, right, _ = grid.box
    grounds: dict[int, list[Fill]] = {}
    for row, (top, bottom) in enumerate(pairwise(grid.ys)):
        own = [f for f in fills if abs(f.box.top - top) <= TOUCH and abs(f.box.bottom - bottom) <= TOUCH]
        if row and bands[row] and own and shading.covered([f.box for f in own], left, right) >= WHOLE:
            grounds[row] = own
    bare = tuple(line for row, band in enumerate(bands) if row and row not in grounds for line in band)
    shaded = tuple(line for row in grounds for line in bands[row])
    if not grounds or not bare or len(grounds) > MOST * len(bands) or styles_of(shaded) & styles_of(bare):
        return {}
    return {
        grid.ys[row]: sorted(f.box.x0 for f in own if left + NEAR < f.box.x0 < right - NEAR)
        for row, own in grounds.items()
    }


def put(grid: Grid, heads: Heads, bands: Mapping[float, Band]) -> Grid:
    """The grid with a cell for each ground of these rows, from the edge of a column on that stands between their texts,
    or where there is one for what stands between edges of columns that no text of the row crosses; `bands` are all
    lines by the rows' upper edges."""
    grid = _moved(grid, heads, bands)
    cells = [s for s in grid.cells if grid.ys[s.row] not in heads]
    for row, top in enumerate(grid.ys[:-1]):
        if top not in heads:
            continue
        inner = _inner(grid, bands[top], heads[top])
        ends = [0, *inner, len(grid.xs) - 1]
        cells += [Span(row, a, 1, b - a) for a, b in pairwise(ends)]
    return grid._replace(cells=tuple(sorted(cells)))


def _inner(grid: Grid, band: Band, edges: Sequence[float]) -> list[int]:
    """The columns at whose left edges the cells of such a row begin, the first one's apart."""
    inner = range(1, len(grid.xs) - 1)
    if not edges:
        alone = all(len(line) == 1 for line in band)
        return [] if alone else [col for col in inner if not crossed(band, grid.xs[col])]
    texts = [phrase for line in band for phrase in line]
    found: set[int] = set()
    for edge in edges:
        low, high = _white(texts, edge)
        between = [col for col in inner if low - 1 <= grid.xs[col] <= high + 1]
        found |= {min(between, key=lambda col: abs(grid.xs[col] - edge))} if between else set()
    return sorted(found)


def _moved(grid: Grid, heads: Heads, bands: Mapping[float, Band]) -> Grid:
    """The grid with an edge of a column in the white that rows and their headings have in common where grounds meet."""
    xs = list(grid.xs)
    rows = [p for top, band in bands.items() if top not in heads for line in band for p in line]
    for edge in sorted({edge for edges in heads.values() for edge in edges}):
        over = [p for top, edges in heads.items() if edge in edges for line in bands[top] for p in line]
        low, high = _white(over, edge)
        strips = ((col, *_white(rows, xs[col])) for col in range(1, len(xs) - 1))
        shared = [(col, max(a, low), min(b, high)) for col, a, b in strips if max(a, low) <= min(b, high)]
        if shared:
            col, start, end = min(shared, key=lambda own: abs(xs[own[0]] - edge))
            xs[col] = min(max(edge, start), end)
    return grid._replace(xs=tuple(xs))


def _white(texts: Sequence[Phrase], x: float) -> tuple[float, float]:
    """From where to where no text stands beside a place."""
    left = max((p.x1 for p in texts if p.x0 < x), default=-inf)
    return left, min((p.x0 for p in texts if p.x0 >= x), default=inf)
