"""Frames of rules between rows that open with a title on dark shading, and whose headings are set as their rows' own
titles are."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.grids import grid as ruling
from parsers.grids.grid import Grid, Span
from parsers.grids.levels import SAME_END
from parsers.page import Fill, Token
from parsers.stacks import part as parts
from parsers.stacks.bands import Band, opens, stand_over
from parsers.stacks.part import Part

LEAST = 6.0  # points of height of a title, and of the headings below it
HEADINGS = 3  # texts of a row of headings


def parted(grid: Grid, tokens: Sequence[Token], fills: Sequence[Fill]) -> Grid:
    """A frame with a row of its own for the title over its headings, which dark shading from side to side parts from
    them."""
    top, foot = grid.ys[:2]
    ends = sorted(
        f.box.bottom
        for f in fills
        if abs(f.box.top - top) <= ruling.TOUCH and top + LEAST < f.box.bottom < foot - LEAST
        if f.box.x0 <= grid.xs[0] + SAME_END and f.box.x1 >= grid.xs[-1] - SAME_END
    )
    if not ends:
        return grid
    own = [t.box for t in tokens if not t.text.isspace() and grid.xs[0] < t.box.centre[0] < grid.xs[-1]]
    middles = [y for y in (box.centre[1] for box in own) if top < y < foot]
    for at in ends:
        if any(y < at for y in middles) and any(y > at for y in middles):
            cells = (Span(0, 0, 1, 1), *(s._replace(row=s.row + 1) for s in grid.cells))
            return grid._replace(ys=(top, at, *grid.ys[1:]), cells=cells)
    return grid


def headed(part: Part) -> Part:
    """The part with its number of bands of headings, also where these are in bold as the first text of each row is, or
    stand below a title that is no wider than the first of them."""
    found = parts.headed(part)
    if found.headed:
        return found
    first = int(len(part.bands) > 1 and _is_title(part.bands[0]))
    if first and [len(row) >= HEADINGS for row in part.bands[1]] == [True] and opens(part.bands, 1):
        return part._replace(headed=first + 1)
    return part._replace(headed=first + 1) if _are_bold_heads(part.bands[first:]) else part


def _is_title(band: Band) -> bool:
    return len(band) == 1 and len(band[0]) == 1


def _are_bold_heads(bands: Sequence[Band]) -> bool:
    """True for one line in bold over the texts of rows, in each of which something is not."""
    if len(bands) < 2 or len(bands[0]) != 1 or len(bands[0][0]) < HEADINGS or not all(bands):
        return False
    mixed = all(any(not p.style.bold for row in band for p in row) for band in bands[1:])
    return mixed and all(stand_over(bands[0], band[0]) for band in bands[1:])
