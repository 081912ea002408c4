"""Horizontal rules and bands of shading to stacks: the levels between which the rows of one table may stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parsers import grid as ruling
from parsers.geometry import Box
from parsers.grid import Edge
from parsers.page import Fill, Rule, Token

SAME_END = 3.0  # points between the left or right ends of rules of one table
PIECES = 10.0  # points between pieces of one rule: booktabs trims them by half an em at each end
DOUBLE = 4.5  # points between two rules that are drawn as one double rule
NARROW = 60.0  # points; no table is narrower
LOW, HIGH = 6.0, 260.0  # points of height of shading that may be a row's
UNDERLINE = 3.0  # points between a word's foot and the line that is drawn under it or through its descenders
CLOSING = 0.1  # points beyond the last rule at which a table that a page break cuts is closed
WORDS = 4.0  # points between two words of one text
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


class Stack(NamedTuple):
    """Levels that share their left and right ends, and the edges on them; all in points.

    `whole` are the levels that cross all columns, `inked` those that rules draw; `edges` are the rules' pieces and
    `shades` the edges of shading that stands between two levels.
    """

    left: float
    right: float
    levels: tuple[float, ...]
    whole: frozenset[float]
    inked: frozenset[float]
    edges: tuple[Edge, ...]
    shades: tuple[Edge, ...]

    def between(self, first: int, last: int) -> Stack:
        """The stack from one of its levels to another."""
        levels = self.levels[first : last + 1]
        top, bottom = levels[0] - DOUBLE, levels[-1] + DOUBLE
        edges, shades = (tuple(e for e in own if top <= e.at <= bottom) for own in (self.edges, self.shades))
        return self._replace(levels=levels, edges=edges, shades=shades)

    def closed(self, bottom: float) -> Stack:
        """The stack with a level below all others."""
        edge = Edge(bottom, self.left, self.right)
        return self._replace(levels=(*self.levels, bottom), edges=(*self.edges, edge))

    def ends(self) -> list[float]:
        """Places where pieces of rules or of shading meet."""
        return _ends(self.left, self.right, [*self.edges, *self.shades])

    def topped(self, top: float) -> Stack:
        """The stack with a level above all others."""
        edge = Edge(top, self.left, self.right)
        return self._replace(levels=(top, *self.levels), edges=(edge, *self.edges))


def stacks(
    rules: Sequence[Rule], fills: Sequence[Fill], tokens: Sequence[Token], taken: Sequence[Box]
) -> list[Stack]:
    """All stacks outside the boxes that other tables have taken."""
    across = [r for r in rules if r.horizontal and r.x1 - r.x0 >= ruling.SHORTEST]
    held = [box.grown(SAME_END) for box in taken]
    free = [r for r in across if not any(box.holds((r.x0 + r.x1) / 2, r.top) for box in held)]
    shown = [
        f for f in fills
        if LOW < f.box.height < HIGH and not any(box.holds(*f.box.centre) for box in held)
    ]  # fmt: skip
    if not free and len(shown) < 2:
        return []
    runs = _runs(Edge(r.top, r.x0, r.x1) for r in free)
    shades = _shades(shown)
    wide = [r for r in (*runs, *shades) if r.end - r.start >= NARROW]
    groups = [_reaching_on(group, _alike(wide), tokens) for group in _alike(wide)]
    drawn = [_box(g) for g in groups if all(r.shading for r in g) and _drawn_by_cell(g, fills)]
    own = [
        g for g in groups if not any(box.grown(SAME_END).overlap(_box(g)) >= _box(g).area for box in drawn)
    ]
    found = [_stack(group, runs, shown, tokens) for group in own]
    return [s for s in _outermost(found, tokens) if len(s.levels) > 1]


def _runs(edges: Iterable[Edge]) -> list[Run]:
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


def _shades(fills: Sequence[Fill]) -> list[Run]:
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
            found += [r._replace(shading=True) for r in _runs(Edge(level, b.x0, b.x1) for b in ordered)]
    return found


def _alike(runs: Sequence[Run]) -> list[list[Run]]:
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


def _reaching_on(group: list[Run], groups: Sequence[Sequence[Run]], tokens: Sequence[Token]) -> list[Run]:
    """A table's whole levels, closed below and above shorter ones where a page break cuts a cell merged over its rows.

    The merged cell has no rule at the break, so only rules over the other columns stand there.
    """
    left, right = group[0].start, group[0].end
    for part in groups:
        start, end = part[0].start, part[0].end
        beside = abs(start - left) <= SAME_END or abs(end - right) <= SAME_END
        inside = (
            left - SAME_END <= start and end <= right + SAME_END and end - start < right - left - 2 * SAME_END
        )
        drawn = not any(run.shading for run in part)
        if len(group) < 2 or not (beside and inside and drawn):
            continue
        edge = start if abs(end - right) <= SAME_END else end
        first, last = part[0].at, part[-1].at
        above = max((r.at for r in group if r.at <= first), default=None)
        below = min((r.at for r in group if r.at >= last), default=None)
        if (
            below is None
            and above is not None
            and first - above < HIGH
            and _parts_cells(edge, above, last, tokens)
        ):
            group = [*group, Run(last + CLOSING, (Edge(last + CLOSING, left, right),))]
        if (
            above is None
            and below is not None
            and below - last < HIGH
            and _parts_cells(edge, first, below, tokens)
        ):
            group = [Run(first - CLOSING, (Edge(first - CLOSING, left, right),)), *group]
    return group


def _parts_cells(edge: float, top: float, bottom: float, tokens: Sequence[Token]) -> bool:
    """True for an upright edge between two levels with text on either side, and none that runs over it."""
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    for token in tokens:
        x0, upper, x1, lower = token.box
        if not top < (upper + lower) / 2 < bottom or token.text.isspace():
            continue
        if x0 + 1 < edge < x1 - 1:
            return False
        if x1 <= edge + 1:
            left[round(lower)] = max(left.get(round(lower), x1), x1)
        else:
            right[round(lower)] = min(right.get(round(lower), x0), x0)
    apart = all(right[line] - x1 >= WORDS for line, x1 in left.items() if line in right)
    return bool(left and right) and apart


def _box(group: Sequence[Run]) -> Box:
    return Box(min(r.start for r in group), group[0].at, max(r.end for r in group), group[-1].at)


def _drawn_by_cell(group: Sequence[Run], fills: Sequence[Fill]) -> bool:
    """True where cells one below the other have shading of their own: its edges alone draw the grid."""
    left, right = group[0].start, group[0].end
    own = {f.box for f in fills if f.box.x0 >= left - SAME_END and f.box.x1 <= right + SAME_END}
    cells = [b for b in own if b.width < 0.7 * (right - left)]
    feet = {(round(b.x0 + dx), round(b.bottom + dy)) for b in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    stacked = sum((round(b.x0), round(b.top)) in feet for b in cells)
    return len({round(b.top) for b in cells}) > 2 and stacked > 0.4 * len(cells)


def _stack(
    group: Sequence[Run], runs: Sequence[Run], fills: Sequence[Fill], tokens: Sequence[Token]
) -> Stack:
    """A stack of whole levels, with the shorter rules between them that are no underlining."""
    left, right = min(r.start for r in group), max(r.end for r in group)
    top, bottom = group[0].at, group[-1].at
    box = Box(left, top, right, bottom)
    whole = {id(r) for r in group}
    inner = [
        r for r in runs
        if id(r) not in whole and top < r.at < bottom and r.start >= left - SAME_END and r.end <= right + SAME_END
        and not _underlines(r, tokens)
    ]  # fmt: skip
    edges = [e for r in (*group, *inner) for e in r.pieces]
    levels: list[float] = []
    for at in sorted(r.at for r in (*group, *inner)):
        if not levels or at - levels[-1] > DOUBLE:
            levels.append(at)
    full = _near(levels, group)
    inked = _near(levels, [r for r in (*group, *inner) if not r.shading])
    near = box.grown(SAME_END)
    own = [f.box for f in fills if near.holds(*f.box.centre)]
    shades = [
        Edge(at, b.x0, b.x1) for b in own for at in (b.top, b.bottom)
        if all(any(abs(y - end) <= SAME_END for y in levels) for end in (b.top, b.bottom))
    ]  # fmt: skip
    return Stack(left, right, tuple(levels), full, inked, tuple(edges), tuple(shades))


def _near(levels: Sequence[float], runs: Sequence[Run]) -> frozenset[float]:
    return frozenset(level for level in levels if any(abs(r.at - level) <= DOUBLE for r in runs))


def _underlines(run: Run, tokens: Sequence[Token]) -> bool:
    """True for a line drawn under words, from the first one's start to the last one's end."""
    top, bottom = run.at - UNDERLINE, run.at + UNDERLINE
    near = (c.box for c in tokens if top < c.box.bottom < bottom)
    over = [box for box in near if run.start - 1 < box.centre[0] < run.end + 1]
    if not over:
        return False
    return abs(min(b.x0 for b in over) - run.start) < 1.5 and abs(max(b.x1 for b in over) - run.end) < 1.5


def _ends(left: float, right: float, pieces: Iterable[Edge]) -> list[float]:
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


def _outermost(found: Sequence[Stack], tokens: Sequence[Token]) -> list[Stack]:
    """Stacks without those that are a part of a wider one, and without rules of the page around a whole table."""
    dropped: set[int] = set()
    for inner in found:
        for outer in found:
            if _part_of(inner, outer):
                frame = len(outer.whole) <= 2 and not _beside(inner, outer, tokens)
                dropped.add(id(outer if frame else inner))
    return [s for s in found if id(s) not in dropped]


def _part_of(inner: Stack, outer: Stack) -> bool:
    narrower = inner.right - inner.left < outer.right - outer.left - 2 * SAME_END
    inside = outer.left - SAME_END <= inner.left and inner.right <= outer.right + SAME_END
    top, bottom = inner.levels[0] - outer.levels[0], outer.levels[-1] - inner.levels[-1]
    return narrower and inside and min(top, bottom) >= 0 < max(top, bottom)


def _beside(inner: Stack, outer: Stack, tokens: Sequence[Token]) -> bool:
    """True where text stands beside a part of a table: the cells that are merged over its rows."""
    top, bottom = inner.levels[0], inner.levels[-1]
    places = (c.box.centre for c in tokens if top < c.box.top < bottom and not c.text.isspace())
    return any(outer.left < x < inner.left - 1 or inner.right + 1 < x < outer.right for x, _ in places)
