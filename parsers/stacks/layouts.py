"""The columns of tables that were read, by which those that go on from them and those like them are known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.grids.grid import Grid
from parsers.grids.levels import SAME_END
from parsers.page import Token, standing_in
from parsers.stacks import overheads
from parsers.stacks.bands import Band, crossed, crosses, is_free, text_of
from parsers.stacks.part import Part
from parsers.text import phrases
from parsers.text.phrases import Row

KEY = 3  # edges of two columns
NEAR = 6.0  # points between a known column's edge and the end of a rule that is the same edge
ASIDES = 0.25  # share of a table's rows that may be one line over several columns


class Layout(NamedTuple):
    """The columns of a table that was read, its headings' text without blanks, and where text begins in its columns."""

    xs: tuple[float, ...]
    headings: str
    starts: tuple[float, ...] = ()

    @property
    def begun(self) -> tuple[float, ...]:
        """The edges where text begins behind them, as longer texts than the table's would leave them."""
        whole = len(self.starts) == len(self.xs) - 1
        return (self.xs[0], *(x - 1 for x in self.starts[1:]), self.xs[-1]) if whole else self.xs


def of_grids(grids: Sequence[Grid], tokens: Sequence[Token]) -> list[Layout]:
    """What tables of the next page may be known by."""
    found = []
    for grid in grids:
        heads = max(s.row + s.row_span for s in grid.cells if s.row == 0)  # headings of two levels
        first = grid.box._replace(bottom=grid.ys[heads])
        rows = phrases.rows(standing_in(first, tokens))
        own = [t.box for t in standing_in(grid.box, tokens) if not t.text.isspace()]
        if len(grid.xs) == KEY and not any(map(str.isalnum, _first_column(grid, tokens))):
            continue  # a key's signs and words
        held = ([b.x0 for b in own if low < b.centre[0] < high] for low, high in pairwise(grid.xs))
        found.append(Layout(grid.xs, text_of([tuple(rows)]), tuple(min(column) for column in held if column)))
    return found


def _first_column(grid: Grid, tokens: Sequence[Token]) -> str:
    box = grid.box._replace(x1=grid.xs[1])
    return "".join(t.text for t in standing_in(box, tokens))


def nearest_first(part: Part, own: Sequence[tuple[float, Layout]], before: Sequence[Layout]) -> list[Layout]:
    """What a table may be known by: one without headings goes on from the nearest above it, first those of its `own`
    page with their upper edges, then those of the page before from the last on."""
    if part.headed:
        return [*(layout for _, layout in reversed(own)), *before]
    top = part.stack.levels[0]
    above = sorted((at, k) for k, (at, _) in enumerate(own) if at < top)
    below = sorted((at, k) for k, (at, _) in enumerate(own) if at >= top)
    near, far = ([own[k][1] for _, k in places] for places in (reversed(above), below))
    return [*near, *reversed(before), *far]


def known_columns(part: Part, layouts: Sequence[Layout]) -> tuple[float, ...]:
    """Columns of a known table with the same ends, and the same headings where this one has any."""
    left, right = part.stack.left, part.stack.right
    for edges, headings, starts in layouts:
        if not _has_ends(part, edges, starts) or (part.headed and part.headings != headings):
            continue
        heads = overheads.of_columns(part.bands[: part.headed], edges)
        bands = [*heads, *part.bands[part.headed :]]
        lines = [row for band in bands for row in band]
        xs = _shifted(_redrawn(edges, starts, part.stack.ends()), starts, lines)
        drawn = all(min(abs(x - end) for x in xs) <= NEAR for end in part.stack.ends())
        filled = {bisect_right(xs, p.x0) for row in lines for p in row}
        told = len(filled) > 1 or bool(part.stack.ends())
        if drawn and told and not run_over(bands, part, xs):
            return (left, *xs[1:-1], right)
    return ()


def _has_ends(part: Part, edges: Sequence[float], starts: Sequence[float]) -> bool:
    """True for the ends of known columns, or, where only the tints of a status draw rows, for texts that begin at their
    first column's and end in their last: these tables end where their texts do."""
    left, right = part.stack.left, part.stack.right
    if abs(edges[0] - left) <= SAME_END >= abs(edges[-1] - right):
        return True
    tinted = not part.headed and part.stack.tints.issuperset(part.stack.levels) and bool(starts)
    return tinted and abs(starts[0] - 1 - left) <= SAME_END and right <= edges[-1] + SAME_END


def run_over(bands: Sequence[Band], part: Part, xs: Sequence[float]) -> bool:
    """True where lines cross edges of columns that are neither titles nor now and then a row's only line: a total's."""
    over = [
        (band, row)
        for band in bands
        for row in band
        if not is_free([row], part.stack) and any(crosses(row, x) for x in xs[1:-1])
    ]
    return any(len(band) > 1 for band, _ in over) or len(over) > ASIDES * len(bands)


def _redrawn(xs: tuple[float, ...], starts: Sequence[float], ends: Sequence[float]) -> tuple[float, ...]:
    """Known edges, each that was found in the white before its column's text moved to where this page's rules end in
    it: the texts of the page before left more white."""
    if len(starts) != len(xs) - 1:
        return xs
    moved = list(xs)
    for end in ends:
        col = bisect_right(starts, end + 1)
        far = min(abs(x - end) for x in xs) > NEAR
        if far and 0 < col < len(starts) and moved[col] == xs[col] < end:
            moved[col] = end
    return tuple(moved)


def _shifted(xs: tuple[float, ...], starts: Sequence[float], lines: Sequence[Row]) -> tuple[float, ...]:
    """Known edges, each that longer texts run over moved to where its column's text begins, if they end before that."""
    if len(starts) != len(xs) - 1:
        return xs
    inner = [
        start - 1 if x < start and crossed(lines, x) and not crossed(lines, start - 1) else x
        for x, start in zip(xs[1:-1], starts[1:], strict=True)
    ]
    return (xs[0], *inner, xs[-1])
