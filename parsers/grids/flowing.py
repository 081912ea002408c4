"""Texts that run over the ends of rows which the sides of cells alone draw: each stands in a cell merged over them.

Such a cell's sides are drawn row by row as all others are, and no rule parts it from the next one. But its lines follow
each other over a row's end as they do inside it, where every text that begins in a row has air above it, this one too:
cells that their texts fill to the brim, with short ones on the middle beside them, follow each other alike.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median_high
from typing import NamedTuple

from parsers.grids.grid import Grid, Span
from parsers.page import Token

LEVEL = 0.4  # of a line's height between the letters of one line
EVEN = 0.8  # points by which lines of one text may stand nearer or further: browsers set them to whole pixels
AIR = 1.0  # points more than between lines that a text has above it in its row
LOOSE = 2.0  # of a line's height from one line to the next of one text


class _Line(NamedTuple):
    top: float
    bottom: float


def joined(grid: Grid, levels: Collection[float], tokens: Sequence[Token]) -> Grid:
    """The grid with cells merged over those of its `levels` over which their texts run."""
    columns = _columns(grid, tokens)
    steps = Counter(
        round(b.top - a.top, 1) for lines in columns for a, b in pairwise(lines) if _is_near(a, b)
    )
    if not steps:
        return grid
    pitch = steps.most_common(1)[0][0]
    usual = _usual_air(columns, grid.ys)
    over = {
        (grid.ys.index(level), col)
        for level in levels
        for col in _running(columns, grid.ys, level, pitch, usual)
    }
    return grid._replace(cells=tuple(_merged(grid.cells, over))) if over else grid


def _columns(grid: Grid, tokens: Sequence[Token]) -> list[list[_Line]]:
    """The lines of each column, from the top down."""
    left, head, right, foot = grid.box
    found: list[list[_Line]] = [[] for _ in grid.xs[1:]]
    for token in sorted(tokens, key=lambda t: t.box.top):
        x, y = token.box.centre
        if not (left < x < right and head < y < foot) or token.text.isspace():
            continue
        if token.style.hidden or token.style.turn:
            continue
        lines, (_, top, _, bottom) = found[bisect_right(grid.xs, x) - 1], token.box
        if lines and top - lines[-1].top < LEVEL * (bottom - top):
            lines[-1] = lines[-1]._replace(bottom=max(bottom, lines[-1].bottom))
        else:
            lines.append(_Line(top, bottom))
    return found


def _is_near(above: _Line, below: _Line) -> bool:
    return below.top - above.top < LOOSE * (above.bottom - above.top)


def _running(
    columns: Sequence[Sequence[_Line]], ys: Sequence[float], level: float, pitch: float, usual: float
) -> list[int]:
    """The columns of which a text runs over a level, if all others that have one below it have air there; `usual` is
    that of a row's first lines."""
    row = ys.index(level)
    own: list[int] = []
    airs: list[float] = []
    between = -inf
    others = 0
    for col, lines in enumerate(columns):
        k = next((k for k, line in enumerate(lines) if _middle(line) > level), len(lines))
        if k == len(lines) or lines[k].top >= ys[row + 1]:
            continue
        held = k > 0 and lines[k - 1].bottom > ys[row - 1]
        if held and _follows(lines, k, pitch):
            own.append(col)
            between = lines[k].top - lines[k - 1].bottom
            first = next(n for n in range(k - 1, -1, -1) if not n or not _follows(lines, n, pitch))
            airs.append(lines[first].top - ys[bisect_right(ys, _middle(lines[first])) - 1])
        elif held and _is_near(lines[k - 1], lines[k]) and lines[k].top - level < usual - AIR:
            own.append(col)  # the next paragraph of its cell
        else:
            airs.append(lines[k].top - level)
            others += 1
    return own if others and min(airs) > between + AIR else []


def _usual_air(columns: Sequence[Sequence[_Line]], ys: Sequence[float]) -> float:
    """The air above most of the texts that stand first beside a row."""
    airs = (
        next((line.top - a for line in lines if a < _middle(line) < b), None)
        for lines in columns
        for a, b in pairwise(ys)
    )
    return median_high([air for air in airs if air is not None])


def _follows(lines: Sequence[_Line], k: int, pitch: float) -> bool:
    return abs(lines[k].top - lines[k - 1].top - pitch) <= EVEN


def _middle(line: _Line) -> float:
    return (line.top + line.bottom) / 2


def _merged(cells: Sequence[Span], over: Collection[tuple[int, int]]) -> Iterator[Span]:
    """The cells with those made one that have no end at a row and column of `over`."""
    single = {(s.row, s.col) for s in cells if s.row_span == s.col_span == 1}
    for span in cells:
        row, col, high, wide = span
        if (row, col) in over and {(row - 1, col), (row, col)} <= single:
            continue
        while wide == 1 and (row + high, col) in over and (row + high, col) in single:
            high += 1
        yield Span(row, col, high, wide)
