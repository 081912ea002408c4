"""Rows that upright rules part into columns and nothing parts from each other, as statistical tables are often drawn.

Figures do not wrap, so each line of them with a label beside it is a row; the labels tell where their further lines
belong. A row of few lines may be one cell's text, and stays whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from parsers import openings, phrases, stubs, tallies
from parsers.geometry import Box
from parsers.grid import Grid, Span
from parsers.page import Token
from parsers.phrases import Row
from parsers.tallies import Body

TALL = 24.0  # points; three lines of the smallest print are higher
LEAST = 3  # lines of figures beside labels that are rows for sure
COLUMNS = 3  # labels, and figures in two columns and more
FULL = 0.6  # share of the columns of figures that such a line fills
FIGURES = 0.9  # share of the texts beside labels that are figures, or words that stand for one
MOST = 0.8  # share of the lines with figures that have a label and fill most columns


def parted(grid: Grid, tokens: Sequence[Token]) -> Grid:
    """The grid with a row for every line of figures in those of its rows that hold several."""
    cols = len(grid.xs) - 1
    tall = [row for row, (a, b) in enumerate(pairwise(grid.ys)) if b - a > TALL]
    if cols < COLUMNS or not tall:
        return grid
    single = Counter(span.row for span in grid.cells if span.row_span == span.col_span == 1)
    rows = {row: _rows(grid, row, tokens) for row in tall if single[row] == cols}
    rows = {row: own for row, own in rows.items() if own}
    return _cut(grid, rows) if rows else grid


def _rows(grid: Grid, row: int, tokens: Sequence[Token]) -> list[tuple[float, bool]]:
    """Where each row inside a grid's row begins, and whether it is a heading of rows over all columns; none where the
    lines may be one row's texts."""
    band = Box(grid.xs[0], grid.ys[row], grid.xs[-1], grid.ys[row + 1])
    own = [t for t in tokens if band.holds(*t.box.centre)]
    lines = [tallies.joined(line) for line in phrases.rows(own, grid.xs)]
    edges = tuple((x, x) for x in grid.xs[1:-1])
    body = Body(0, len(lines) - 1, edges, grid.xs[0], grid.xs[-1])
    if len(lines) < LEAST or not _are_rows(lines, body):
        return []
    opening, doubt = stubs.rows(lines, body, 0, len(lines))
    if doubt or len(opening) < LEAST:
        return []
    levels = [grid.ys[row], *openings.levels_above(lines, opening[1:])]
    return [(at, tallies.is_band(lines[k], body)) for at, k in zip(levels, opening, strict=True)]


def _are_rows(lines: Sequence[Row], body: Body) -> bool:
    """True where lines of figures have labels beside them, none of which goes on from the line above."""
    own = [row for row in lines if not tallies.is_band(row, body)]
    beside = [p for row in own for p in row if body.of(p)]
    if sum(map(tallies.may_stand_beside, beside)) < FIGURES * len(beside):
        return False
    valued = [row for row in own if any(tallies.is_value(p) for p in row if body.of(p))]
    full = [
        row for row in valued if body.of(row[0]) == 0 and len({*map(body.of, row)}) > FULL * len(body.rivers)
    ]
    return len(full) >= max(LEAST, MOST * len(valued)) and not any(
        below[0].text[0].islower() and above in valued and below in valued for above, below in pairwise(lines)
    )


def _cut(grid: Grid, rows: dict[int, list[tuple[float, bool]]]) -> Grid:
    """The grid with these rows inside its own."""
    cols = len(grid.xs) - 1
    ys: list[float] = []
    starts: list[int] = []
    cells: list[Span] = []
    for row, top in enumerate(grid.ys):
        starts.append(len(ys))
        for at, wide in rows.get(row, ()):
            cells += (
                [Span(len(ys), 0, 1, cols)] if wide else [Span(len(ys), col, 1, 1) for col in range(cols)]
            )
            ys.append(at)
        ys += [] if row in rows else [top]
    for span in grid.cells:
        if span.row not in rows:
            first, end = starts[span.row], starts[span.row + span.row_span]
            cells.append(span._replace(row=first, row_span=end - first))
    return grid._replace(ys=tuple(ys), cells=tuple(sorted(cells)))
