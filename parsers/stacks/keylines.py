"""A key on one line below the last row of a table, whose signs and words no column of it would hold side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from parsers.stacks.part import Part
from parsers.text import heights, phrases
from parsers.text.phrases import Row

MANY = 2  # texts in one column that it has more than any row
MORE = 2.0  # points of air beyond what the rows show


def is_key(part: Part, row: Row) -> bool:
    """True for a line below a part with more air above it than any row has, and with many texts in one column."""
    stack = part.stack
    bands = [(at, band) for at, band in zip(stack.levels, part.bands, strict=False) if band][part.headed :]
    if not bands:
        return False
    tops = [heights.top_of(band[0]) - at for at, band in bands]
    edges = [(a + b) / 2 for a, b in phrases.strips(part.body)]
    usual = max((_most(line, edges) for line in part.body), default=0)
    apart = heights.top_of(row) - stack.levels[-1] > max(tops) + MORE
    return apart and _most(row, edges) >= usual + MANY


def _most(row: Row, edges: Sequence[float]) -> int:
    """The texts in the column of a line that has most of them."""
    return max(Counter(bisect_right(edges, (p.x0 + p.x1) / 2) for p in row).values(), default=0)
