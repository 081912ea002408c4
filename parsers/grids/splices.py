"""Ruled grids that are one table: a heading of some of its rows stands between them, which no upright rule bounds.

Spreadsheets merge such a heading over all columns of the sheet. Where its paper ends before the sheet does, the heading
runs past the last column on the page, and the rules of the rows above it and below it do not meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids import shading
from parsers.grids.grid import SNAP, TOUCH, Grid, Span
from parsers.page import Fill, Token, standing_in
from parsers.text import phrases

ROW = 2.6  # of the font size: the height of a row of one line that nothing shades
COLUMNS = 2  # from which on equal edges are no chance


def joined(grids: Sequence[Grid], fills: Sequence[Fill], tokens: Sequence[Token]) -> list[Grid]:
    """The grids of a page, from the top down, each with those that go on below it in the same columns."""
    whole: list[Grid] = []
    for grid in grids:
        home = next((k for k, above in enumerate(whole) if _have_columns(above, grid)), None)
        bands = _between(whole[home], grid, fills, tokens) if home is not None else []
        if home is None or not bands or _begins(whole[home], grid, tokens):
            whole.insert(0, grid)
        else:
            whole[home] = _spliced(whole[home], grid, bands, tokens)
    return sorted(whole, key=lambda g: (g.ys[0], g.xs[0]))


def _have_columns(above: Grid, below: Grid) -> bool:
    return (
        COLUMNS < len(above.xs) == len(below.xs)
        and above.ys[-1] < below.ys[0]
        and all(abs(a - b) <= SNAP for a, b in zip(above.xs, below.xs, strict=True))
    )


def _begins(above: Grid, below: Grid, tokens: Sequence[Token]) -> bool:
    """True for a grid that begins with headings: those of the one above, or all in bold as its rows are not."""
    first, last = (_row(below, k, tokens) for k in (0, len(below.ys) - 2))
    bold = len(first) > 1 and all(p.style.bold for p in first) and not all(p.style.bold for p in last)
    return bold or [p.text for p in _row(above, 0, tokens)] == [p.text for p in first]


def _row(grid: Grid, k: int, tokens: Sequence[Token]) -> list[phrases.Phrase]:
    row = grid.box._replace(top=grid.ys[k], bottom=grid.ys[k + 1])
    return [p for line in _texts(row, tokens) for p in line]


def _between(above: Grid, below: Grid, fills: Sequence[Fill], tokens: Sequence[Token]) -> list[float]:
    """The levels of the rows between two grids, both ends among them; none where no headings stand there."""
    left, right, top, foot = above.xs[0], above.xs[-1], above.ys[-1], below.ys[0]
    own = [
        f.box for f in fills
        if top - TOUCH <= f.box.top and f.box.bottom <= foot + TOUCH and f.box.x0 < right and f.box.x1 > left
        and f.box.height >= shading.LEAST
    ]  # fmt: skip
    inner = sorted(at for at in {round(b.top) for b in own} if top + TOUCH < at < foot - TOUCH)
    levels = [top, *(float(b) for a, b in pairwise([top, *inner]) if b - a > TOUCH), foot]
    rows = [Box(left, a, right, b) for a, b in pairwise(levels)]
    if all(_is_shaded(row, own) for row in rows) and all(_texts(row, tokens) for row in rows):
        return levels
    return [top, foot] if _is_line(Box(left, top, right, foot), tokens) else []


def _is_shaded(row: Box, fills: Sequence[Box]) -> bool:
    level = [b for b in fills if abs(b.top - row.top) <= TOUCH and abs(b.bottom - row.bottom) <= TOUCH]
    return row.height <= shading.TALLEST and shading.covered(level, row.x0, row.x1) >= shading.WHOLE


def _texts(row: Box, tokens: Sequence[Token]) -> list[phrases.Row]:
    return phrases.rows([t for t in standing_in(row, tokens) if not t.text.isspace()])


def _is_line(row: Box, tokens: Sequence[Token]) -> bool:
    """True for a row as high as its one text, that begins at its left end."""
    lines = _texts(row, tokens)
    texts = [p for line in lines for p in line]
    return len(texts) == 1 and row.height <= ROW * texts[0].size and texts[0].x0 - row.x0 <= texts[0].size


def _spliced(above: Grid, below: Grid, levels: Sequence[float], tokens: Sequence[Token]) -> Grid:
    """One grid of both with the rows between them: one cell each, but for texts that stand in columns."""
    cells = list(above.cells)
    cols, first = len(above.xs) - 1, len(above.ys) - 1
    for row, (top, foot) in enumerate(pairwise(levels), first):
        band = Box(above.xs[0], top, above.xs[-1], foot)
        parted = shading.keeps(above, band, tokens)
        cells += [Span(row, col, 1, 1) for col in range(cols)] if parted else [Span(row, 0, 1, cols)]
    start = first + len(levels) - 1
    cells += [span._replace(row=span.row + start) for span in below.cells]
    return above._replace(ys=(*above.ys, *levels[1:-1], *below.ys), cells=tuple(cells))
