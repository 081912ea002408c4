"""A row alone below headings, of which rules draw no cells: in a frame, or beside two rules in an L.

Zebra stripes leave it bare where it has a page to itself. It is one row where the last column has one line, or some
have, and the last no white between its own. Two rules in an L part nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Token, standing_in
from parsers.text import heights, phrases
from parsers.text.phrases import Row

HIGH = 24.0  # points above a rule in which headings stand
LEAST = 3  # headings side by side
SHORT = 2  # columns of one line
AIR = 0.6  # of the font size between lines of one text at most
UNEVEN = 2.5  # points between the distances of texts from the edges of their columns
SAME = 1.0  # points by which a text that runs over an edge stands out


def parted(grids: Sequence[Grid], tokens: Sequence[Token]) -> list[Grid]:
    """The grids, with the columns of rows alone; without those of two rules in an L that hold several rows."""
    whole = [_below(grid, tokens) for grid in grids]
    return [grid for grid in whole if grid is not None]


def _below(grid: Grid, tokens: Sequence[Token]) -> Grid | None:
    cols, rows = len(grid.xs) - 1, len(grid.ys) - 1
    if rows == 1 and cols < LEAST:
        heads = _heads(grid, tokens)
        return _unbent(grid, heads, tokens) if heads else grid
    if rows == SHORT and cols >= LEAST and grid.cells[-1] == (1, 0, 1, cols) and len(grid.cells) == cols + 1:
        return grid._replace(cells=_every(2, cols)) if _is_one_row(grid.xs, grid.ys[1:], tokens) else grid
    return grid


def _heads(grid: Grid, tokens: Sequence[Token]) -> Row:
    """The line of headings in bold right above a grid of two cells, of which several stand over the second."""
    left, top, right, _ = grid.box
    near = [t for t in standing_in(Box(left, top - HIGH, right, top), tokens) if not t.text.isspace()]
    if not near or not near[-1].style.bold:
        return []
    line = phrases.rows(near)[-1]
    over = sum(p.x0 > grid.xs[-2] for p in line)
    return line if len(line) >= LEAST and over > 1 and all(p.style.bold for p in line) else []


def _unbent(grid: Grid, heads: Row, tokens: Sequence[Token]) -> Grid | None:
    """The row below headings, in their columns; None where there are several, or texts run over the columns."""
    pads = [p.x0 - x for p in heads for x in grid.xs[:-1] if 0 <= p.x0 - x <= 2 * UNEVEN + HIGH / 3]
    if not pads or max(pads) - min(pads) > UNEVEN:
        return None
    stub = (
        [grid.xs[0]] if heads[0].x0 - pads[0] > grid.xs[0] + UNEVEN else []
    )  # a first column without a heading
    xs = (*stub, *(p.x0 - pads[0] for p in heads), grid.xs[-1])
    if not _is_one_row(xs, grid.ys, tokens):
        return None
    return Grid(xs, (heights.top_of(heads) - 1, *grid.ys), _every(2, len(xs) - 1))


def _every(rows: int, cols: int) -> tuple[Span, ...]:
    return tuple(Span(row, col, 1, 1) for row in range(rows) for col in range(cols))


def _is_one_row(xs: Sequence[float], ys: Sequence[float], tokens: Sequence[Token]) -> bool:
    """True for texts in most of the columns of which none runs over an edge, and that are one each."""
    inside = standing_in(Box(xs[0], ys[0], xs[-1], ys[-1]), tokens)
    held: defaultdict[int, Row] = defaultdict(list)
    for line in phrases.rows(inside, xs):
        for p in line:
            if any(p.x0 + SAME < x < p.x1 - SAME for x in xs):
                return False
            held[sum(x <= p.x0 + SAME for x in xs)].append(p)
    if 2 * len(held) < len(xs):
        return False
    last = held[max(held)]
    if len(last) > 1 and sum(len(own) == 1 for own in held.values()) < SHORT:
        return False
    white = Counter(
        round(b.middle) for own in held.values() for a, b in pairwise(own) if b.top - a.bottom > AIR * a.size
    )
    several = max(white.values(), default=0) >= SHORT  # texts of several columns begin anew below white
    return not several and all(b.top - a.bottom <= AIR * a.size for a, b in pairwise(last))
