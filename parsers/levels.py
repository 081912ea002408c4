"""Levels: rules and edges of shading that stand at one height, as runs from side to side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parsers import grid as ruling
from parsers.geometry import Box
from parsers.grid import Edge
from parsers.page import Fill

SAME_END = 3.0  # points between the left or right ends of rules of one table
PIECES = 10.0  # points between pieces of one rule: booktabs trims them by half an em at each end
DOUBLE = 4.5  # points between two rules that are drawn as one double rule
NARROW = 60.0  # points; no table is narrower
LOW, HIGH = 6.0, 260.0  # points of height of shading that may be a row's
CLOSING = 0.1  # points beyond the last rule at which a table that a page break cuts is closed
NO_COLOUR = 250  # of 255: shading whose every channel is above this does not show on paper


class Run(NamedTuple):
    """Edges on one level: the pieces of one rule, or the upper or lower edges of shading side by side."""

    at: float
    pieces: tuple[Edge, ...]
    shading: bool = False

    @property
    def start(self) -> float:
        return self.pieces[0].start

    @property
    def end(self) -> float:
        return self.pieces[-1].end


def runs_of(edges: Iterable[Edge]) -> list[Run]:
    """Pieces on one level that nearly meet, gathered."""
    runs: list[list[Edge]] = []
    for edge in sorted(edges):
        home = next(
            (r for r in reversed(runs[-24:])
             if abs(r[0].at - edge.at) <= ruling.SNAP and -PIECES <= edge.start - r[-1].end <= PIECES), None,
        )  # fmt: skip
        if home is None:
            runs.append([edge])
        else:
            home.append(edge)
    return [Run(run[0].at, tuple(run)) for run in runs]


def shades_of(fills: Sequence[Fill]) -> list[Run]:
    """Upper and lower edges of shading that stands side by side at one height."""
    bands: dict[tuple[int, int], set[Box]] = {}
    for fill in fills:
        key = round(fill.box.top), round(fill.box.bottom)
        bands.setdefault(key, set()).add(fill.box)
    tinted = {f.box for f in fills if min(int(f.colour[k : k + 2], 16) for k in (1, 3, 5)) < NO_COLOUR}
    found = []
    for boxes in bands.values():
        if not boxes & tinted:
            continue
        ordered = sorted(boxes)
        for at in ("top", "bottom"):
            level = min(getattr(b, at) for b in ordered)
            found += [r._replace(shading=True) for r in runs_of(Edge(level, b.x0, b.x1) for b in ordered)]
    return found


def alike(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs gathered by their ends."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: r.at):
        home = next(
            (g for g in groups if abs(g[0].start - run.start) <= SAME_END and abs(g[0].end - run.end) <= SAME_END), None
        )  # fmt: skip
        if home is None:
            groups.append([run])
        else:
            home.append(run)
    return groups


def near(levels: Sequence[float], runs: Sequence[Run]) -> frozenset[float]:
    return frozenset(level for level in levels if any(abs(r.at - level) <= DOUBLE for r in runs))


def box_of(group: Sequence[Run]) -> Box:
    return Box(min(r.start for r in group), group[0].at, max(r.end for r in group), group[-1].at)


def ends_of(left: float, right: float, pieces: Iterable[Edge]) -> list[float]:
    """Inner ends of pieces that are seen on more than one level, or twice on one."""
    seen: dict[int, set[tuple[float, int]]] = {}
    for at, start, end in pieces:
        for side, x in enumerate((start, end)):
            if left + 5 < x < right - 5:
                seen.setdefault(round(x), set()).add((at, side))
    kept: list[tuple[float, int]] = []
    for x in sorted(seen):
        support = sum(len(seen.get(x + k, ())) for k in (-1, 0, 1))
        if support < 2:
            continue
        if kept and x - kept[-1][0] <= 6:
            kept[-1] = max(kept[-1], (float(x), support), key=lambda place: place[1])
        else:
            kept.append((float(x), support))
    return [x for x, _ in kept]
