"""Stripes of shading that leave out cells merged over several rows: inner levels of the wider table that they stand in.

They keep to the columns of the headings above them, or of the table that the page before ended with, and end with these
at one side.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.grids.grid import Edge
from parsers.grids.levels import CLOSING, SAME_END, Run

Ends = Sequence[float]


def widened(groups: Sequence[list[Run]], known: Sequence[Ends]) -> tuple[list[list[Run]], list[Run]]:
    """Groups of runs without the stripes that are a wider table's, and these; that table's levels reach down to them.

    `known` are the columns' edges of tables on the page before.
    """
    kept = [list(group) for group in groups]
    inner: list[Run] = []
    for k, group in enumerate(groups):
        if not all(run.shading for run in group):
            continue
        for part in _parts(group, groups):
            home = _above(part, groups)
            ends = _ends_around(part, [_edges(groups[home], part)] if home is not None else known)
            if ends is None:
                continue
            for n, other in enumerate(groups):
                beside = part if n == k else _beside(part, other, ends)
                inner += beside
                kept[n] = [run for run in kept[n] if run not in beside]
            if home is None:
                kept.append([_closing(part[0], -CLOSING, *ends), _closing(part[-1], CLOSING, *ends)])
            else:
                foot = _closing(part[-1], CLOSING, *ends)
                kept[home] = sorted([*kept[home], foot], key=lambda run: run.at)
    return [group for group in kept if group], inner


def _beside(part: Sequence[Run], other: Sequence[Run], ends: tuple[float, float]) -> list[Run]:
    """The stripes of other columns of the same rows, which a merged column parts from these."""
    inside = ends[0] - SAME_END <= other[0].start and other[0].end <= ends[1] + SAME_END
    apart = other[0].end <= part[0].start or part[0].end <= other[0].start
    if not (inside and apart and all(run.shading for run in other)):
        return []
    own = [run for run in other if part[0].at - SAME_END <= run.at <= part[-1].at + SAME_END]
    return own if all(any(abs(run.at - r.at) <= SAME_END for r in part) for run in own) else []


def _above(part: Sequence[Run], groups: Sequence[Sequence[Run]]) -> int | None:
    """The group of the nearest wider run above stripes; None where there is none."""
    above = [
        (r.at, k) for k, g in enumerate(groups) for r in g if r.at <= part[0].at and _is_wider(r, part[0])
    ]
    return max(above)[1] if above else None


def _edges(group: Sequence[Run], part: Sequence[Run]) -> Ends:
    """Where the pieces of a group's last run above stripes begin and end; a heading of rows is one piece."""
    above = sorted((r for r in group if r.at <= part[0].at), key=lambda r: r.at)
    nearest = next((r for r in above[::-1] if len(r.pieces) > 1), above[-1])
    return (nearest.start, *(piece.end for piece in nearest.pieces))


def _closing(stripe: Run, by: float, left: float, right: float) -> Run:
    """A level of the wider table that draws no more than the stripe beside it does."""
    at = stripe.at + by
    own = [Edge(at, piece.start, piece.end) for piece in stripe.pieces]
    return Run(at, (Edge(at, left, left), *own, Edge(at, right, right)), shading=True)


def _parts(group: Sequence[Run], groups: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """The stripes of a group, parted where a wider run stands between them."""
    start, end = group[0].start, group[0].end
    wider = [
        r.at for g in groups for r in g
        if r.start <= start + SAME_END and r.end >= end - SAME_END and r.end - r.start > end - start + 2 * SAME_END
    ]  # fmt: skip
    parts = [[group[0]]]
    for a, b in pairwise(group):
        if any(a.at < at < b.at for at in wider):
            parts.append([])
        parts[-1].append(b)
    return [part for part in parts if len(part) > 1]


def _ends_around(part: Sequence[Run], tables: Sequence[Ends]) -> tuple[float, float] | None:
    """Left and right of the table whose columns the stripes keep to; None where there is none."""
    inner = {p.start for r in part for p in r.pieces} | {p.end for r in part for p in r.pieces}
    for xs in tables:
        kept = all(min(abs(x - edge) for edge in xs) <= SAME_END for x in inner)
        left, right = part[0].start - xs[0], xs[-1] - part[0].end
        beside = min(abs(left), abs(right)) <= SAME_END < max(left, right)
        if kept and beside and len(inner) > 2:
            return xs[0], xs[-1]
    return None


def _is_wider(run: Run, stripe: Run) -> bool:
    return run.end - run.start > stripe.end - stripe.start + 2 * SAME_END
