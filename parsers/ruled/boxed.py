"""Tables of figures that are drawn down to the foot of their head: the lines that hang below it in its columns."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Token, standing_in
from parsers.ruled import uprights
from parsers.text import heights, phrases
from parsers.text.phrases import Row
from parsers.whitespace import tallies

LEVELS = 4  # rows of a head
AIR = 2.3  # of the font size between a head and the lines that hang below it
AHEAD = 2  # lines above the first figures: units, and a heading of rows


def extended(grids: Sequence[Grid], tokens: Sequence[Token], figures: Sequence[Box]) -> list[Grid]:
    """The grids, each that is a head with the rows below it; `figures` are the page's."""
    return [_extended(grid, grids, tokens, figures) for grid in grids]


def _extended(grid: Grid, others: Sequence[Grid], tokens: Sequence[Token], figures: Sequence[Box]) -> Grid:
    left, _, right, foot = grid.box
    if len(grid.ys) - 1 > LEVELS or len(grid.xs) - 1 < uprights.COLUMNS:
        return grid
    end = min(
        (g.ys[0] for g in others if g.ys[0] > foot - 1 and g.xs[0] < right and left < g.xs[-1]), default=1e9
    )
    if sum(foot < box.bottom <= end and left < box.x0 < right for box in figures) < uprights.FEWEST:
        return grid
    below = [t for t in tokens if foot < t.box.bottom <= end and left - 1 <= t.box.centre[0] <= right + 1]
    near = [t.box.top - foot for t in below if not t.text.isspace()]
    if not near or min(near) > AIR * max(t.style.size for t in below) or not _is_head(grid, tokens):
        return grid
    lines = [tallies.joined(line) for line in phrases.rows(below, grid.xs)]
    body = next(iter(tallies.bodies(lines)), None)
    if body is None or body.first > AHEAD or any(_crosses(line, grid) for line in lines[: body.last + 1]):
        return grid
    bottom = heights.foot_of(lines[body.last]) + 1
    row = len(grid.ys) - 1
    cells = (*grid.cells, *(Span(row, col, 1, 1) for col in range(len(grid.xs) - 1)))
    whole = uprights.parted(grid._replace(ys=(*grid.ys, bottom), cells=cells), below, figures)
    return whole if len(whole.ys) > len(grid.ys) + 1 else grid


def _is_head(grid: Grid, tokens: Sequence[Token]) -> bool:
    """True where few figures but years stand behind the first column of a grid's last row."""
    last = grid.box._replace(top=grid.ys[-2])
    lines = phrases.rows(standing_in(last, tokens), grid.xs)
    texts = [p.text for line in lines for p in line if p.x0 > grid.xs[1]]
    return 2 * sum(tallies.is_figure(text) and not tallies.is_year(text) for text in texts) < len(texts)


def _crosses(line: Row, grid: Grid) -> bool:
    """True for a line of several texts of which one runs over an edge of the columns."""
    return len(line) > 1 and any(p.x0 + 1 < x < p.x1 - 1 for p in line for x in grid.xs[1:-1])
