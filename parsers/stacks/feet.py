"""Groups of rows that stand open at a page's foot: cells merged over them have no lower edge there.

Rules then cover the columns of single rows alone, so no level below the group's first goes from side to
side: the last that does is not the table's end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby, pairwise

from parsers.geometry import Box
from parsers.grids.grid import Edge
from parsers.grids.levels import DOUBLE, HIGH, SAME_END, Run, ends_of
from parsers.page import Token, standing_in
from parsers.text import phrases

COLUMNS = 3  # that are drawn by the levels above
APART = 6.0  # points between two texts beside each other: words of one stand closer
FILLED = 2  # of those that a level below draws, whose cells have text above it


def below(group: Sequence[Run], runs: Sequence[Run], tokens: Sequence[Token]) -> float:
    """The last level of a table: that of the group, or of an open group of rows below it.

    Its rows end where pieces of rules stand below at edges of the table's columns, with text above them in
    these columns.
    """
    foot = group[-1].at
    left, right = min(r.start for r in group), max(r.end for r in group)
    under = [
        r for r in runs if r.at > foot + DOUBLE and left - SAME_END <= r.start and r.end <= right + SAME_END
    ]
    if not under:
        return foot
    pieces = [e for r in group for e in r.pieces]
    xs = [left, *ends_of(left, right, pieces), right]
    if len(xs) <= COLUMNS:
        return _going_on(group, runs, under, tokens)
    levels = groupby(sorted(under, key=lambda r: r.at), key=lambda r: round(r.at))
    for _, level in levels:
        own = list(level)
        if own[0].at - foot <= DOUBLE:
            continue
        edges = [e for r in own for e in r.pieces]
        if own[0].at - foot > HIGH or not _keep_to(edges, xs) or max(e.end for e in edges) < right - SAME_END:
            continue
        if not _are_filled(edges, foot, own[0].at, xs, tokens):
            break
        foot = own[0].at
    return foot


def _going_on(
    group: Sequence[Run], runs: Sequence[Run], under: Sequence[Run], tokens: Sequence[Token]
) -> float:
    """The last level of a table whose inner rules leave merged columns out: rules below it begin and end as those do,
    or as each other with merged cells beside the first."""
    top, foot = group[0].at, group[-1].at
    left, right = min(r.start for r in group), max(r.end for r in group)
    short = [r for r in runs if r.end - r.start < right - left - 2 * SAME_END]
    inner = [
        r for r in short
        if top + DOUBLE < r.at < foot - DOUBLE and left - SAME_END <= r.start < r.end <= right + SAME_END
    ]  # fmt: skip
    for run in sorted(under, key=lambda r: r.at):
        box = Box(run.start, foot, run.end, run.at)
        if (
            run.at - foot > HIGH
            or run not in short
            or all(t.text.isspace() for t in standing_in(box, tokens))
        ):
            continue
        known = any(_are_alike(run, r) for r in inner)
        again = any(_are_alike(run, r) and r.at > run.at + DOUBLE for r in under)
        if known or (again and _is_beside_merged(box, left, right, tokens)):
            foot = run.at
            inner.append(run)
    return foot


def _are_alike(run: Run, other: Run) -> bool:
    return abs(run.start - other.start) <= SAME_END >= abs(run.end - other.end)


def _is_beside_merged(box: Box, left: float, right: float, tokens: Sequence[Token]) -> bool:
    """True where a line has text in the box and beside it, and none goes over the box's sides."""
    lines = phrases.rows(standing_in(Box(left, box.top, right, box.bottom), tokens), [box.x0, box.x1])
    inside = [[box.x0 - 1 <= p.x0 and p.x1 <= box.x1 + 1 for p in row] for row in lines]
    gaps = [(a.x1, b.x0) for row in lines for a, b in pairwise(row)]
    over = any(a - 1 <= x <= b + 1 and b - a < APART for a, b in gaps for x in (box.x0, box.x1))
    return not over and any(len({*row}) > 1 for row in inside)


def _keep_to(edges: Sequence[Edge], xs: Sequence[float]) -> bool:
    """True for pieces that begin and end at edges of columns."""
    return all(min(abs(end - x) for x in xs) <= SAME_END for e in edges for end in (e.start, e.end))


def _are_filled(
    edges: Sequence[Edge], top: float, foot: float, xs: Sequence[float], tokens: Sequence[Token]
) -> bool:
    """True where text stands above these pieces in two columns and none in their columns goes over an edge."""
    start, end = min(e.start for e in edges), max(e.end for e in edges)
    lines = phrases.rows(standing_in(Box(start, top, end, foot), tokens), xs)
    texts = [p for row in lines for p in row]
    columns = {bisect_right(xs, (p.x0 + p.x1) / 2) for p in texts}
    over = any(p.x0 + 1 < x < p.x1 - 1 for p in texts for x in xs[1:-1])
    return len(columns) >= FILLED and not over
