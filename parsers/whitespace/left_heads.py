"""Headings that do not stand over their own figures: at the left of their columns over figures that are set in the
middle or right of these. There are as many as columns, and they have one order; the last ones may have no figures
yet, as a quarter to come has none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from parsers.text import heights, under
from parsers.text.phrases import Row
from parsers.whitespace import overs
from parsers.whitespace.heads import AIR_BELOW, Head, Heading
from parsers.whitespace.tallies import Body, Extent

LEAST = 3  # headings
SAME = 1.0  # points that a figure may begin left of its heading
THEMES = 2  # headings of rows between the columns' headings and the first row


def above(lines: Sequence[Row], body: Body, low: int, known: Head) -> tuple[Body, Head] | None:
    """The headings on the line right above a body, or above a heading of its rows, one for each column, and the body
    with columns for those behind its last; None where they are none, or `known` has each over its column."""
    k = body.first - 1
    while k >= max(low, body.first - THEMES) and _is_theme(lines[k], body):
        k -= 1
    if k < low or len(lines[k]) < max(LEAST, len(body.rivers) + 1):
        return None
    heads, rows = lines[k], [row for row in lines[body.first : body.last + 1] if not _is_theme(row, body)]
    airs = [heights.white(a, b) / a[0].size for a, b in pairwise(lines[k : body.first + 1])]
    bold = all(p.style.bold for p in heads) and not any(p.style.bold for row in rows for p in row)
    if not bold or not all(0 <= air <= AIR_BELOW for air in airs):
        return None
    count = len(body.rivers) + 1
    if len(heads) == count:
        own = [(h.first, h.last) for h in known.headings if h.top <= k <= h.bottom]
        upper = overs.line(lines, k) if k > low and known.start in (k, body.first) else None
        if own == [(n, n) for n in range(count)] and not upper:
            return None
        return _in_order(heads, rows, body, k, upper)
    if known.headings:
        return None
    held = _extents(rows, [p.x0 for p in heads])
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


def _is_theme(row: Row, body: Body) -> bool:
    """True for a text alone at the left edge: a heading of rows."""
    return len(row) == 1 and row[0].x0 < body.left + row[0].size


def _in_order(
    heads: Row, rows: Sequence[Row], body: Body, k: int, upper: Row | None
) -> tuple[Body, Head] | None:
    """As many headings as columns: the first is the first one's; perhaps with others over several on the line above."""
    held: list[Extent] = [(inf, -inf)] * len(heads)
    for p in (p for row in rows for p in row):
        n = body.of(p)
        held[n] = min(held[n][0], p.x0), max(held[n][1], p.x1)
    spans = [(p.x0, p.x1) for p in heads]
    if under.between(spans, held, 0.0) is None:
        return None
    extents = tuple((min(a, c), max(b, d)) for (a, b), (c, d) in zip(spans, held, strict=True))
    own = tuple(Heading(n, n, k, k) for n in range(len(heads)))
    over = (overs.spans(upper, extents) or []) if upper else []
    wide = tuple(Heading(a, b, k - 1, k - 1) for a, b in over if a < b)
    return body, Head(k - 1 if wide else k, k + 1, (*wide, *own), extents)


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
