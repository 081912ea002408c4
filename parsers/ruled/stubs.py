"""The first column of a table, of which nothing draws the cells: rules and shading begin at the second.

Some of Word's own table styles print it bare, or close it neither at its side nor at its foot. Its cells are told by
their text: it stands below a heading beside the other headings, and each begins beside the first lines of a row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Sequence
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids.grid import SNAP, TOUCH, Grid, Span
from parsers.page import Rule, Token, standing_in
from parsers.text import phrases
from parsers.text.phrases import Phrase

COLUMNS, ROWS = 3, 2  # of a grid from which on what stands beside it is no chance
BESIDE = 1.2  # points between the middles of lines that begin rows side by side
ROOM = 1.6  # of the font size from line to line: more than the lines of one text have
ACROSS = 6.0  # points behind an edge in which a text that runs over it has a letter
MOST = 0.75  # of the rows, in which a text begins that fills them
MARGIN = 1.0  # points of air between a column's text and its edge
FARTHEST = 400.0  # points that the column may reach beside the grid


def whole(grids: Sequence[Grid], rules: Sequence[Rule], tokens: Sequence[Token]) -> list[Grid]:
    """The ruled grids of a page, each with the cells of a first column that nothing draws."""
    return [
        _parted(_widened(grid, grids, tokens), rules, tokens) if _may_have(grid) else grid for grid in grids
    ]


def _may_have(grid: Grid) -> bool:
    return len(grid.xs) > COLUMNS and len(grid.ys) > ROWS


def _widened(grid: Grid, others: Sequence[Grid], tokens: Sequence[Token]) -> Grid:
    """The grid with the column that stands left of it below a heading of its own."""
    left, top, _, foot = grid.box
    lowest = max(
        (g.xs[-1] for g in others if g.xs[-1] <= left and g.ys[0] < foot and top < g.ys[-1]), default=0.0
    )
    start = max(lowest, left - FARTHEST)
    near = [t for t in standing_in(Box(start, top, left + ACROSS, foot), tokens) if not t.text.isspace()]
    if not any(t.box.centre[1] < grid.ys[1] and t.box.x0 < left for t in near):
        return grid
    lines = [line for row in phrases.rows(near) for line in row if line.x0 < left]
    heads = [line for line in lines if line.middle < grid.ys[1]]
    body = [line for line in lines if line.middle >= grid.ys[1]]
    if not heads or any(line.x1 > left + MARGIN for line in lines) or not _is_column(heads, body):
        return grid
    begins = firsts(grid, tokens)
    opened = [b for a, b in pairwise(body) if b.middle - a.middle > ROOM * b.size]
    level = [
        any(abs(line.middle - at) <= BESIDE for at in begins.values())
        for line in [*(body or heads)[:1], *opened]
    ]
    head = Box(left, top, grid.xs[-1], grid.ys[1])
    beside = {t.style.bold for t in standing_in(head, tokens) if not t.text.isspace()}
    if not all(level) or not {line.style.bold for line in heads} <= beside:
        return grid
    own = [Span(0, 0, 1, 1), *cells_by_text(Span(1, 0, len(grid.ys) - 2, 1), grid, body, begins)]
    cells = [span._replace(col=span.col + 1) for span in grid.cells]
    return grid._replace(
        xs=(min(line.x0 for line in lines) - MARGIN, *grid.xs), cells=tuple(sorted([*own, *cells]))
    )


def _is_column(heads: Sequence[Phrase], body: Sequence[Phrase]) -> bool:
    """True for lines that begin one below the other, below a heading; for a heading alone above the rest of a row."""
    start = min((line.x0 for line in body), default=heads[0].x0)
    flush = sum(line.x0 - start <= line.size for line in body)
    return 2 * flush >= len(body) and any(line.x0 - start <= line.size for line in heads)


def _parted(grid: Grid, rules: Sequence[Rule], tokens: Sequence[Token]) -> Grid:
    """The grid with the cells of its first column apart where rules leave this open, at its side and at its foot."""
    merged = [s for s in grid.cells if not s.col and s.row and s.col_span == 1 and s.row_span > 1]
    if not merged or not _is_open(grid, rules):
        return grid
    begins = firsts(grid, tokens)
    cells = [s for s in grid.cells if s not in merged]
    for span in merged:
        held = standing_in(grid.box_of(span), tokens)
        lines = [line for row in phrases.rows(held) for line in row]
        cells += cells_by_text(span, grid, lines, begins)
    return grid._replace(cells=tuple(sorted(cells)))


def _is_open(grid: Grid, rules: Sequence[Rule]) -> bool:
    """True where no rule stands at the first column's side, and none below it."""
    left, _, _, foot = grid.box
    inner = grid.xs[1] - TOUCH
    sided = any(not r.horizontal and abs(r.x0 - left) <= SNAP and r.bottom > grid.ys[1] + 1 for r in rules)
    footed = any(r.horizontal and abs(r.top - foot) <= SNAP and left - SNAP <= r.x0 < inner for r in rules)
    return not sided and not footed


def firsts(grid: Grid, tokens: Sequence[Token], cols: Container[int] | None = None) -> dict[int, float]:
    """The middles of the first lines of rows, where those of most of the cells that begin there agree: all, or those in
    some columns."""
    inside = [t for t in standing_in(grid.box, tokens) if not (t.text.isspace() or t.style.turn)]
    held: defaultdict[int, list[float]] = defaultdict(list)
    for span in (s for s in grid.cells if cols is None or s.col in cols):
        own = standing_in(grid.box_of(span), inside)
        if any(t.text.isalnum() or len(t.text) > 1 for t in own):  # a sign alone may be larger than the words
            held[span.row].append(min(t.box.centre[1] for t in own))
    found = {row: sorted(own)[(len(own) - 1) // 2] for row, own in held.items()}
    return {
        row: at
        for row, at in found.items()
        if 2 * sum(abs(y - at) <= BESIDE for y in held[row]) > len(held[row])
    }


def cells_by_text(span: Span, grid: Grid, lines: Sequence[Phrase], begins: dict[int, float]) -> list[Span]:
    """The cells of a column's rows: each as high as its text, those beside no text as blank as they are printed."""
    rows = range(span.row, span.row + span.row_span)
    held = {bisect_right(grid.ys, line.middle) - 1 for line in lines}
    opening = {span.row, *begun(lines, rows, begins)}
    opened = [row for row in rows if row in opening or row not in held or (row - 1) not in held]
    return [Span(a, span.col, b - a, 1) for a, b in pairwise([*opened, rows[-1] + 1])]


def begun(lines: Sequence[Phrase], rows: Sequence[int], begins: dict[int, float]) -> list[int]:
    """The rows with which a text of the column begins: below white, or in most of them."""
    level: dict[int, int] = {}
    for k, line in enumerate(lines):
        for row in rows:
            if row in begins and abs(line.middle - begins[row]) <= BESIDE:
                level.setdefault(row, k)
    clear = {
        k for k, line in enumerate(lines) if not k or line.middle - lines[k - 1].middle > ROOM * line.size
    }
    if len(level) >= max(MOST * len(rows), 2):
        return sorted(row for row, k in level.items() if k in clear or not lines[k].text[0].islower())
    return sorted(row for row, k in level.items() if k in clear or lines[k].text[0].isdigit())
