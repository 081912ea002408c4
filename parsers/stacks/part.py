"""One table of a stack of rules: its levels, the lines in each of its bands, and its headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.grids.levels import DOUBLE, SAME_END
from parsers.stacks.bands import Band, between, headings, is_free, opens, set_alike, stand_over, text_of
from parsers.stacks.stack import Stack
from parsers.text import heights
from parsers.text.phrases import Row

AIR_ABOVE = 1.2  # of a line's height between column headings and what is below them
AIR_ABOVE_STRIPES = 2.0  # the same where stripes alone draw rows, which keep their air


class Part(NamedTuple):
    """The levels of one table, the lines in each of its bands, and how many bands are headings."""

    stack: Stack
    bands: tuple[Band, ...]
    headed: int

    @property
    def headings(self) -> str:
        return text_of(self.bands[: self.headed])

    @property
    def body(self) -> list[Row]:
        return [row for band in self.bands[self.headed :] for row in band]

    def alike(self, other: Part) -> bool:
        """True for tables with the same ends and the same headings."""
        ends = (
            abs(self.stack.left - other.stack.left) <= SAME_END >= abs(self.stack.right - other.stack.right)
        )
        return ends and bool(self.headings) and self.headings == other.headings


def headed(part: Part, above: Band = ()) -> Part:
    """The part with its number of bands of headings; those above its first rule become a band of their own."""
    if opened := headings(part.bands):
        return part._replace(headed=opened)
    band = standing_on(part.stack, above)
    if not band and part.bands and part.bands[0] and not part.stack.inked.intersection(part.stack.levels):
        far = standing_on(part.stack, above, AIR_ABOVE_STRIPES)
        band = far if stand_over(far, part.bands[0][0]) else ()
    if band and max(len(row) for row in band) > 1 and opens([band, *part.bands], 0):
        return begun_by(part, band)
    return part


def standing_on(stack: Stack, lines: Sequence[Row], air: float = AIR_ABOVE) -> Band:
    """The lines above a stack that follow each other without air and are set alike, up to a text of their own."""
    held: list[Row] = []
    foot = stack.levels[0]
    for row in reversed(lines):
        apart = foot - heights.foot_of(row) > (AIR_ABOVE if held else air) * row[0].size
        other = bool(held) and (not set_alike(row, held[0]) or is_free([row], stack))
        if apart or other:
            break
        held.insert(0, row)
        foot = heights.top_of(row)
    return tuple(held)


def begun_by(part: Part, band: Band) -> Part:
    """The part below headings that stand above it: in a band of their own, or in two and more where pieces of rules
    stand between their lines, below such as head several columns."""
    tops = [heights.top_of(band[0]) - 1]
    for edge in sorted(part.stack.over):
        lines = between(band, tops[-1], edge.at), between(band, edge.at, part.stack.levels[0])
        if edge.at > tops[-1] + DOUBLE and all(lines):
            tops.append(edge.at)
    bands = [between(band, a, b) for a, b in pairwise([*tops, part.stack.levels[0]])]
    return part._replace(stack=part.stack.begun(tops), bands=(*bands, *part.bands), headed=len(bands))
