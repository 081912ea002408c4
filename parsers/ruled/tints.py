"""Rows and columns beside tinted statuses: below headings that are painted cell by cell a status's cells alone have
colour, so that all others of the table are one.

The headings draw the columns, the tints draw the rows. A text that begins level with those of other columns begins a
cell; a column without one beside a tint is merged there, or left blank.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from parsers.grids.grid import Grid, Span
from parsers.page import Token, standing_in
from parsers.text import phrases
from parsers.text.phrases import Phrase

LEVEL = 1.5  # points between the tops of lines that begin cells of one row
AIR = 0.3  # of the font size: how much more white stands above a cell's text than above a line of one
LEAST = 2  # tinted rows
FEWEST = 3  # columns beside tints that are nothing but drawn below each other
HEADINGS = 2  # rows of headings

Held = dict[int, dict[int, list[Phrase]]]  # phrases by column and row, from the top down


def parted(grid: Grid, tokens: Sequence[Token]) -> Grid:
    """The grid with the cells that stand beside its tints; as it is where their texts do not tell."""
    rows, cols = _body(grid), len(grid.xs) - 1
    bare = [s for s in grid.cells if s.row >= rows.start and s.row_span == len(rows) > 1]
    free = sorted(col for s in bare for col in range(s.col, s.col + s.col_span))
    if len(rows) < LEAST or not any(s.col_span > 1 for s in bare) or len(free) == cols:
        return grid
    if any(HEADINGS <= s.row < rows.start and 1 < s.col_span < cols for s in grid.cells):
        return grid  # rows of another section, beside tints of their own
    own = standing_in(grid.box._replace(top=grid.ys[rows.start]), tokens)
    held = _held(grid, own)
    tops = {row: min((own[row][0].top for own in held.values() if row in own), default=0.0) for row in rows}
    begun = {col: [row for row in rows if _begins(held.get(col, {}), row, tops[row])] for col in free}
    whole = [col for col in free if begun[col] == [*rows]]
    if _is_crossed(grid, own) or not whole or any(_stands_lower(held, col, begun[col]) for col in free):
        return grid
    cells = [s for s in grid.cells if s not in bare]
    for col in free:
        starts = begun[col] if col < whole[0] else [*rows]
        starts = sorted({rows.start, *starts})
        cells += [Span(a, col, b - a, 1) for a, b in pairwise([*starts, rows.stop])]
    return grid._replace(cells=tuple(sorted(cells)))


def in_columns(grid: Grid, tokens: Sequence[Token], first: int | None = None) -> Grid:
    """A grid of known columns, of which nothing but the cells of few are drawn row by row, as a sheet without its grid
    prints its statuses, with the cells of the others, below row `first`; as it is where no column has a text in every
    row. A text that goes on from the row above is merged there; nothing tells this of a blank, which stays one."""
    rows = range(first, len(grid.ys) - 1) if first is not None else _body(grid)
    body = [s for s in grid.cells if s.row >= rows.start]
    bare = [s for s in body if s.row_span == len(rows) > 1]
    if len(rows) < LEAST or len(bare) < FEWEST or any(s.col_span > 1 for s in body):
        return grid
    if any(s.row_span > 1 for s in body if s not in bare):
        return grid
    free = [s.col for s in bare]
    own = standing_in(grid.box._replace(top=grid.ys[rows.start]), tokens)
    held = {col: lines for col, lines in _held(grid, own).items() if col in free}
    tops = {
        row: min((lines[row][0].top for lines in held.values() if row in lines), default=0.0) for row in rows
    }
    begun = {col: [row for row in rows if _begins(held.get(col, {}), row, tops[row])] for col in free}
    whole = [*rows] in begun.values()
    if not whole or _is_crossed(grid, own) or any(_stands_lower(held, col, begun[col]) for col in free):
        return grid
    cells = [s for s in grid.cells if s not in bare]
    for col in free:
        starts = [
            row for row in rows if row == rows.start or row not in held.get(col, {}) or row in begun[col]
        ]
        cells += [Span(a, col, b - a, 1) for a, b in pairwise([*starts, rows.stop])]
    return grid._replace(cells=tuple(sorted(cells)))


def _is_crossed(grid: Grid, own: Sequence[Token]) -> bool:
    """True where a letter stands on an edge between columns."""
    return any(t.box.x0 + 1 < x < t.box.x1 - 1 for t in own if not t.text.isspace() for x in grid.xs[1:-1])


def _stands_lower(held: Held, col: int, begun: Sequence[int]) -> bool:
    """True for a column whose first text begins in no cell of its own: it is set to no row's top."""
    own = held.get(col, {})
    return bool(own) and (not begun or min(own) < begun[0])


def _body(grid: Grid) -> range:
    """The rows below the headings: those from which on cells that go on to the table's foot begin."""
    end = len(grid.ys) - 1
    high = [s.row for s in grid.cells if s.row_span > 1 and s.row + s.row_span == end and s.row > 0]
    first = min(high, default=end)
    return range(first, end)


def _held(grid: Grid, tokens: Sequence[Token]) -> Held:
    """Each column's phrases by row; texts of two columns may come as near to each other as words do."""
    columns: dict[int, list[Token]] = {}
    for token in tokens:
        col = bisect_right(grid.xs, token.box.centre[0]) - 1
        columns.setdefault(min(max(col, 0), len(grid.xs) - 2), []).append(token)
    held: Held = {}
    for col, own in columns.items():
        for phrase in sorted((p for row in phrases.rows(own) for p in row), key=lambda p: p.top):
            row = bisect_right(grid.ys, phrase.middle) - 1
            held.setdefault(col, {}).setdefault(row, []).append(phrase)
    return held


def _begins(own: dict[int, list[Phrase]], row: int, top: float) -> bool:
    """True where a column's text in a row begins level with the others', with more white above it than its lines
    have."""
    if row not in own or own[row][0].top - top > LEVEL:
        return False
    lines = [p for k in sorted(own) for p in own[k]]
    at = next(k for k, p in enumerate(lines) if p is own[row][0])
    if not at:
        return True
    gaps = [b.top - a.bottom for held in own.values() for a, b in pairwise(held) if b.top - a.top > LEVEL]
    return lines[at].top - lines[at - 1].bottom > min(gaps, default=0.0) + AIR * lines[at].size
