"""Headings that run up the page: where no rule closes a table above, its first row reaches up to where they end."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.cells.cell import SeenTable
from parsers.grids.grid import Grid
from parsers.page import Token, standing_in

SIDEWAYS = (1, 3)  # quarter turns of text that runs up or down
GAP = 0.6  # of the font size between two letters or words of one heading
SAME = 1.0  # points between the left edges of letters of one line
HIGHEST = 150.0  # points that headings may stand out of a table


def sideways(tokens: Sequence[Token]) -> list[Token]:
    """The text that runs up or down."""
    return [t for t in tokens if t.style.turn in SIDEWAYS and not t.text.isspace()]


def topped(grid: Grid, turned: Sequence[Token]) -> Grid:
    """The grid with its first row as high as the text that runs up or down, `turned`, in it."""
    if not turned:
        return grid
    left, right, top, foot = grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[1]
    # a word may be higher than the row
    starting = [t for t in turned if top + SAME < t.box.bottom <= foot + SAME]
    inside = [t for t in starting if left <= t.box.centre[0] <= right]
    reached = min((_upper_end(t, turned) for t in inside), default=top)
    if not top - HIGHEST < reached < top - SAME:
        return grid
    return grid._replace(ys=(reached - SAME, *grid.ys[1:]))


def _upper_end(token: Token, turned: Sequence[Token]) -> float:
    """Where the line of a letter ends above it."""
    line = (t for t in turned if abs(t.box.x0 - token.box.x0) < SAME and t.box.top < token.box.top)
    end = token.box.top
    for above in sorted(line, key=lambda t: -t.box.bottom):
        if end - above.box.bottom > GAP * token.style.size:
            break
        end = min(end, above.box.top)
    return end


def taken_in(table: SeenTable, left: Sequence[Token]) -> list[Token]:
    """Give the blank cells of a table's first row the text that runs up or down in them and is in no cell: headings
    that a producer draws again on the next page have no tags. What is left of the text."""
    turned = [t for t in left if t.style.turn in SIDEWAYS]
    if not turned:
        return list(left)
    grid = topped(table.grid, sideways(turned))
    blank = [s for s in table.cells if s.span.row == 0 and s.span.row_span == 1 and not s.tokens]
    taken: set[int] = set()
    for seen in blank:
        box = grid.box_of(seen.span)
        own = standing_in(box, turned)
        if own:
            seen.tokens, seen.box = own, box
            taken.update(id(t) for t in own)
    if taken:
        table.grid = grid
    return [t for t in left if id(t) not in taken]
