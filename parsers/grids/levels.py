"""Levels: rules and edges of shading that stand at one height, as runs from side to side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from parsers.geometry import Box
from parsers.grids import grid as ruling
from parsers.grids.grid import Edge
from parsers.page import Fill

SAME_END = 3.0  # points between the left or right ends of rules of one table
PIECES = 10.0  # points between pieces of one rule: booktabs trims them by half an em at each end
DOUBLE = 4.5  # points between two rules that are drawn as one double rule
NARROW = 60.0  # points; no table is narrower
LOW, HIGH = 6.0, 260.0  # points of height of shading that may be a row's
ROUNDING = 0.5  # points between edges of shading that is drawn cell by cell in a row
CLOSING = 0.1  # points beyond the last rule at which a table that a page break cuts is closed
NO_COLOUR = 250  # of 255: shading whose every channel is above this does not show on paper


SIDES = ("top", "bottom")
Height = tuple[int, int]  # the top and the bottom of shading, in whole points


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
    bands: dict[Height, set[Box]] = {}
    for fill in fills:
        bands.setdefault(height(fill.box, bands), set()).add(fill.box)
    tinted = {f.box for f in fills if min(int(f.colour[k : k + 2], 16) for k in (1, 3, 5)) < NO_COLOUR}
    shown = {high: boxes for high, boxes in bands.items() if boxes & tinted}
    whole = [two for high in shown if (two := _two_high(high, shown))] if len(shown) > len(SIDES) else []
    joined = {high for two in whole for high in two}
    edges = [(boxes, side) for high, boxes in shown.items() if high not in joined for side in SIDES]
    for high, upper, lower in whole:
        edges += [(shown[high] | shown[upper], "top"), (shown[upper], "bottom")]
        edges += [(shown[lower], "top"), (shown[high] | shown[lower], "bottom")]
    return [run for boxes, side in edges for run in _edge(boxes, side)]


def height(box: Box, bands: Mapping[Height, Collection[Box]]) -> Height:
    """The height of shading in whole points; that of shading before it which is as high but for a rounding."""
    top, bottom = round(box.top), round(box.bottom)
    if (top, bottom) in bands:
        return top, bottom
    around = ((top + up, bottom + down) for up in (0, -1, 1) for down in (0, -1, 1))
    return next((h for h in around if any(_as_high(box, b) for b in bands.get(h, ()))), (top, bottom))


def _as_high(box: Box, other: Box) -> bool:
    return abs(box.top - other.top) <= ROUNDING >= abs(box.bottom - other.bottom)


def _edge(boxes: set[Box], side: str) -> list[Run]:
    """The runs of one edge, upper or lower, of boxes side by side."""
    level = min(getattr(b, side) for b in boxes)
    return [r._replace(shading=True) for r in runs_of(Edge(level, b.x0, b.x1) for b in sorted(boxes))]


def _two_high(high: Height, bands: Mapping[Height, set[Box]]) -> tuple[Height, Height, Height] | None:
    """Bands that make one: cells that are two rows high, and beside them an upper row and a lower one, as headings of
    two levels stand beside others of one."""
    top, bottom = high
    for middle in range(top + int(LOW), bottom - int(LOW)) if bottom - top < HIGH else ():
        if (top, middle) in bands:
            below = ((low, bottom) for low in (middle, middle + 1, middle - 1) if (low, bottom) in bands)
            lower = next(below, None)
            if lower is not None and _are_one_high(bands, high, (top, middle), lower):
                return high, (top, middle), lower
    return None


def _are_one_high(bands: Mapping[Height, set[Box]], high: Height, upper: Height, lower: Height) -> bool:
    """True where the rows are as wide as each other, and cells stand beside both without a gap."""
    runs = [runs_of(Edge(0.0, b.x0, b.x1) for b in bands[high] | bands[row]) for row in (upper, lower)]
    ends = [{min(b.x0 for b in bands[row]), max(b.x1 for b in bands[row])} for row in (upper, lower)]
    as_wide = all(abs(a - b) <= SAME_END for a, b in zip(*map(sorted, ends), strict=True))
    return as_wide and len(runs[0]) == len(runs[1]) == 1


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


def are_of_two(upper: Run, lower: Run) -> bool:
    """True for edges of shading whose cells are cut otherwise: two tables' of one width."""
    if not (upper.shading and lower.shading):
        return False
    ends = [[piece.end for piece in run.pieces[:-1]] for run in (upper, lower)]
    few, many = sorted(ends, key=len)
    shared = sum(any(abs(x - end) <= SAME_END for end in many) for x in few)
    return len(few) > 1 and 2 * shared < len(few)


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
