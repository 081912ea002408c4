"""Headings in bold at the left of their columns over figures that are set in the middle of these, so that none stands
over its own figures; the last ones may have no figures yet, as a quarter to come has none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from parsers.text.phrases import Row
from parsers.whitespace.heads import AIR_BELOW, Head, Heading
from parsers.whitespace.tallies import Body, Extent

LEAST = 3  # headings
SAME = 1.0  # points that a figure may begin left of its heading


def above(lines: Sequence[Row], body: Body, low: int) -> tuple[Body, Head] | None:
    """The headings on the line right above a body, one for each column, and the body with columns for those behind its
    last; None where they are none."""
    k = body.first - 1
    if k < low or len(lines[k]) < max(LEAST, len(body.rivers) + 1):
        return None
    heads, rows = lines[k], lines[body.first : body.last + 1]
    air = min(p.top for p in rows[0]) - max(p.bottom for p in heads)
    bold = all(p.style.bold for p in heads) and not any(p.style.bold for row in rows for p in row)
    if not bold or not 0 <= air <= AIR_BELOW * heads[0].size:
        return None
    held = _extents(rows, [p.x0 for p in heads])
    count = len(body.rivers) + 1
    if held is None or any(own is None for own in held[:count]) or any(held[count:]):
        return None
    extents = [
        (min(p.x0, own[0]), max(p.x1, own[1])) if own else (p.x0, p.x1)
        for p, own in zip(heads, held, strict=True)
    ]
    rivers = [(a[1], b[0]) for a, b in pairwise(extents)]
    if any(a >= b for a, b in rivers):
        return None
    whole = body._replace(rivers=(*body.rivers, *rivers[count - 1 :]), right=max(body.right, extents[-1][1]))
    headings = tuple(Heading(col, col, k, k) for col in range(len(heads)))
    return whole, Head(k, k + 1, headings, tuple(extents))


def _extents(rows: Sequence[Row], starts: Sequence[float]) -> list[Extent | None] | None:
    """From where to where each column's texts reach, between where its heading begins and where the next one does; None
    where a text runs over such an edge."""
    held: list[Extent | None] = [None] * len(starts)
    ends = [*starts[1:], inf]
    for p in (p for row in rows for p in row):
        col = max((n for n, x in enumerate(starts) if x - SAME <= p.x0), default=0)
        if p.x0 < starts[0] - SAME or p.x1 > ends[col]:
            return None
        own = held[col] or (p.x0, p.x1)
        held[col] = (min(own[0], p.x0), max(own[1], p.x1))
    return held
