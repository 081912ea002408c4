"""Horizontal rules and bands of shading to stacks: the levels between which the rows of one table may stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.geometry import Box
from parsers.grids import grid as ruling
from parsers.grids import insets, reaches, stripes
from parsers.grids.grid import Edge
from parsers.grids.levels import (
    DOUBLE,
    HIGH,
    LOW,
    NARROW,
    SAME_END,
    Run,
    alike,
    are_of_two,
    box_of,
    ends_of,
    near,
    runs_of,
    shades_of,
)
from parsers.page import Fill, Rule, Token
from parsers.stacks import feet, tinted

UNDERLINE = 3.0  # points between a word's foot and the line that is drawn under it or through its descenders
AS_WIDE = 0.6  # share of a table's width that another takes which stands between two of its levels
FEW = 2  # levels of what may be no table
DRAWN = 0.4  # share of a table's width that cells with shading of their own must cover to draw it
AS_HIGH = 2.0  # times the highest row that the row above a table's first inner rule may be
WORDS = 4.0  # points between two words of one text


class Stack(NamedTuple):
    """Levels that share their left and right ends, and the edges on them; all in points.

    `whole` are the levels that cross all columns, `inked` those that rules draw; `edges` are the rules' pieces and
    `shades` the edges of shading that stands between two levels. At `captions` a text over all columns begins; `over`
    are pieces of rules above the highest level, which stand below headings of several columns; `sections` are levels
    that nothing draws but a heading of rows beside them, `tints` those that the colours of one column alone draw.
    """

    left: float
    right: float
    levels: tuple[float, ...]
    whole: frozenset[float]
    inked: frozenset[float]
    edges: tuple[Edge, ...]
    shades: tuple[Edge, ...]
    captions: frozenset[float] = frozenset()
    over: tuple[Edge, ...] = ()
    sections: frozenset[float] = frozenset()
    tints: frozenset[float] = frozenset()

    def between(self, first: int, last: int) -> Stack:
        """The stack from one of its levels to another."""
        levels = self.levels[first : last + 1]
        top, bottom = levels[0] - DOUBLE, levels[-1] + DOUBLE
        edges, shades = (tuple(e for e in own if top <= e.at <= bottom) for own in (self.edges, self.shades))
        over = tuple(e for e in (*self.over, *self.edges) if e.at < top)
        return self._replace(levels=levels, edges=edges, shades=shades, over=over)

    def holds(self, x: float, y: float) -> bool:
        """True for a place between its levels."""
        return self.left <= x <= self.right and self.levels[0] <= y <= self.levels[-1]

    def closed(self, bottom: float) -> Stack:
        """The stack with a level below all others."""
        edge = Edge(bottom, self.left, self.right)
        return self._replace(levels=(*self.levels, bottom), edges=(*self.edges, edge))

    def whole_above(self, index: int, default: float) -> float:
        """The next level from side to side above one of its levels; `default` where there is none."""
        return next((at for at in self.levels[:index][::-1] if at in self.whole), default)

    def ends(self) -> list[float]:
        """Places where pieces of rules or of shading meet."""
        return ends_of(self.left, self.right, [*self.edges, *self.shades])

    def captioned(self, levels: Sequence[float]) -> Stack:
        """The stack with levels below which one text stands in all columns."""
        edges = (Edge(at, self.left, self.right) for at in levels)
        ordered = tuple(sorted([*self.levels, *levels]))
        return self._replace(
            levels=ordered, edges=(*self.edges, *edges), captions=self.captions.union(levels)
        )

    def undrawn(self) -> frozenset[float]:
        """Levels above and below texts that stand in all columns, where no rule does."""
        around = (at for a, b in pairwise(self.levels) if a in self.captions for at in (a, b))
        return frozenset(around) - self.inked

    def cut(self, levels: Sequence[float]) -> Stack:
        """The stack with levels between its own from side to side."""
        edges = (Edge(at, self.left, self.right) for at in levels)
        return self._replace(levels=tuple(sorted([*self.levels, *levels])), edges=(*self.edges, *edges))

    def tinted(self, tints: Sequence[Run]) -> Stack:
        """The stack with what it knows of its levels that tints draw."""
        return self._replace(tints=near(self.levels, tints)) if tints else self

    def topped(self, top: float) -> Stack:
        """The stack with a level above all others."""
        edge = Edge(top, self.left, self.right)
        return self._replace(levels=(top, *self.levels), edges=(edge, *self.edges))

    def begun(self, heights: Sequence[float]) -> Stack:
        """The stack with levels above all others, the first from side to side, each other as its pieces are."""
        own = (e for e in self.over if any(abs(e.at - at) <= DOUBLE for at in heights[1:]))
        edges = (Edge(heights[0], self.left, self.right), *own, *self.edges)
        return self._replace(levels=(*heights, *self.levels), edges=edges)


def stacks(
    rules: Sequence[Rule], fills: Sequence[Fill], tokens: Sequence[Token], taken: Sequence[Box],
    known: Sequence[Sequence[float]] = (),
) -> list[Stack]:  # fmt: skip
    """All stacks outside the boxes that other tables have taken.

    `known` are the edges of columns of tables on the page before.
    """
    across = [r for r in rules if r.horizontal and r.x1 - r.x0 >= ruling.SHORTEST]
    held = [box.grown(SAME_END) for box in taken]
    free = [r for r in across if not any(box.holds((r.x0 + r.x1) / 2, r.top) for box in held)]
    shown = [
        f for f in fills
        if (LOW < f.box.height < HIGH or _keeps_to(f.box, known)) and not any(box.holds(*f.box.centre) for box in held)
    ]  # fmt: skip
    if not free and len(shown) < 2 and not any(reaches.ends_at(f.box.x0, f.box.x1, known) for f in shown):
        return []
    runs = runs_of(Edge(r.top, r.x0, r.x1) for r in free)
    shades = shades_of(shown)
    wide = [r for r in (*runs, *shades) if r.end - r.start >= NARROW]
    bundled = alike(wide)
    several = [group for group in bundled if len(group) > FEW]
    whole = insets.apart([part for g in bundled for part in _apart(g, taken, several)], tokens)
    narrow = [r for r in shades if tinted.WIDTH < r.end - r.start < NARROW]
    whole, tints = tinted.widened(whole, alike(narrow), tokens)
    bundles, inner = stripes.widened(whole, known)
    groups = [reaches.on(group, bundles, tokens, known) for group in bundles]
    drawn = [box_of(g) for g in groups if all(r.shading for r in g) and _drawn_by_cell(g, fills)]
    own = [
        g
        for g in groups
        if not any(box.grown(SAME_END).overlap(box_of(g)) >= box_of(g).area for box in drawn)
    ]
    found = [
        _stack(group, [*runs, *inner, *tints], shown, tokens, feet.below(group, runs, tokens)).tinted(tints)
        for group in own
    ]
    outer = _outermost(found, tokens)
    return [s for s in outer if len(s.levels) > 1] or [s for s in outer if _ends_as(s, known)][:1]


def _ends_as(stack: Stack, known: Sequence[Sequence[float]]) -> bool:
    """True for rules from side to side of a table of the page before."""
    return bool(stack.inked) and reaches.ends_at(stack.left, stack.right, known)


def _apart(group: Sequence[Run], taken: Sequence[Box], others: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """Runs of one table: no table reaches over one of those `taken` that is about as wide, nor over a wider one of the
    `others`, nor is its shading cut into cells in two ways."""
    left, right = group[0].start, group[0].end
    over = [box for box in taken if min(box.x1, right) - max(box.x0, left) >= AS_WIDE * (right - left)]
    wider = [
        own for own in others
        if own[0].start <= left + SAME_END and right - SAME_END <= own[0].end
        and own[0].end - own[0].start > right - left + 2 * SAME_END
    ]  # fmt: skip
    parts = [[group[0]]]
    for a, b in pairwise(group):
        over_it = any(a.at - SAME_END <= box.top and box.bottom <= b.at + SAME_END for box in over)
        if over_it or any(_stands_between(own, a, b) for own in wider) or are_of_two(a, b):
            parts.append([])
        parts[-1].append(b)
    return parts


def _stands_between(runs: Sequence[Run], above: Run, below: Run) -> bool:
    """True for runs of a table that all stand between two others, or so many of them that one more table of its width
    stands there."""
    inside = sum(above.at - SAME_END <= run.at <= below.at + SAME_END for run in runs)
    return inside == len(runs) or inside > 2 * FEW


def _keeps_to(box: Box, known: Sequence[Sequence[float]]) -> bool:
    """True for shading of a row of any height: it begins and ends at edges of a known table's columns."""
    return any(all(min(abs(end - x) for x in xs) <= SAME_END for end in (box.x0, box.x1)) for xs in known)


def _drawn_by_cell(group: Sequence[Run], fills: Sequence[Fill]) -> bool:
    """True where cells one below the other have shading of their own: its edges alone draw the grid."""
    left, right = group[0].start, group[0].end
    own = {f.box for f in fills if f.box.x0 >= left - SAME_END and f.box.x1 <= right + SAME_END}
    cells = [b for b in own if b.width < 0.7 * (right - left)]
    feet = {(round(b.x0 + dx), round(b.bottom + dy)) for b in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    stacked = [b for b in cells if (round(b.x0), round(b.top)) in feet]
    wide = sum(b.width for b in {round(b.x0): b for b in stacked}.values())
    many = len({round(b.top) for b in cells}) > 2 and len(stacked) > 0.4 * len(cells)
    return many and wide >= DRAWN * (right - left)


def _stack(
    group: Sequence[Run], runs: Sequence[Run], fills: Sequence[Fill], tokens: Sequence[Token], bottom: float
) -> Stack:
    """A stack of whole levels down to its foot, with the shorter rules between them that are no underlining."""
    left, right = min(r.start for r in group), max(r.end for r in group)
    top = group[0].at
    box = Box(left, top, right, bottom)
    open_foot = ruling.SNAP if bottom > group[-1].at else 0.0
    whole = {id(r) for r in group}
    short = [
        r for r in runs
        if id(r) not in whole and top - HIGH < r.at < bottom + open_foot
        and r.start >= left - SAME_END and r.end <= right + SAME_END and not _underlines(r, tokens)
    ]  # fmt: skip
    inner = [r for r in short if top < r.at]
    over = [e for r in short if r.at < top - DOUBLE and not r.shading for e in r.pieces]
    edges = [e for r in (*group, *inner) for e in r.pieces]
    levels = _levels(r.at for r in (*group, *inner))
    full = near(levels, group)
    inked = near(levels, [r for r in (*group, *inner) if not r.shading])
    around = box.grown(SAME_END)
    own = [f.box for f in fills if around.holds(*f.box.centre)]
    shades = [
        Edge(at, b.x0, b.x1) for b in own for at in (b.top, b.bottom)
        if all(any(abs(y - end) <= SAME_END for y in levels) for end in (b.top, b.bottom))
    ]  # fmt: skip
    return Stack(left, right, levels, full, inked, tuple(edges), tuple(shades), over=tuple(over))


def _levels(heights: Iterable[float]) -> tuple[float, ...]:
    """The heights from above, those of one double rule as one."""
    levels: list[float] = []
    for at in sorted(heights):
        if not levels or at - levels[-1] > DOUBLE:
            levels.append(at)
    return tuple(levels)


def _underlines(run: Run, tokens: Sequence[Token]) -> bool:
    """True for a line drawn under words, from the first one's start to the last one's end."""
    top, bottom = run.at - UNDERLINE, run.at + UNDERLINE
    near = (c.box for c in tokens if top < c.box.bottom < bottom)
    over = [box for box in near if run.start - 1 < box.centre[0] < run.end + 1]
    if not over:
        return False
    return abs(min(b.x0 for b in over) - run.start) < 1.5 and abs(max(b.x1 for b in over) - run.end) < 1.5


def _outermost(found: Sequence[Stack], tokens: Sequence[Token]) -> list[Stack]:
    """Stacks without those that are a part of a wider one, and without rules of the page around a whole table."""
    dropped: set[int] = set()
    for inner in found:
        for outer in found:
            if _part_of(inner, outer):
                frame = len(inner.levels) > 1 and len(outer.whole) <= 2 and not _beside(inner, outer, tokens)
                frame = frame and not reaches.closes(outer.levels, inner.levels)
                dropped.add(id(outer if frame else inner))
    return [s for s in found if id(s) not in dropped]


def _part_of(inner: Stack, outer: Stack) -> bool:
    """True for levels between those of a wider table, or shading of one column whose cells end where its rows do."""
    narrower = inner.right - inner.left < outer.right - outer.left - 2 * SAME_END
    inside = outer.left - SAME_END <= inner.left and inner.right <= outer.right + SAME_END
    top, bottom = inner.levels[0] - outer.levels[0], outer.levels[-1] - inner.levels[-1]
    if inner.levels[0] < outer.levels[0] < min(inner.levels[1:], default=0.0):
        top = 0.0 if any(abs(e.at - inner.levels[0]) <= DOUBLE for e in outer.over) else top  # below headings
    bottom = (
        0.0 if -DOUBLE <= bottom < 0 else bottom
    )  # cells that a page's end cuts end a little above each other
    between = min(top, bottom) >= 0 < max(top, bottom)
    return narrower and inside and (between or (not inner.inked and _share_levels(inner, outer)))


def _share_levels(inner: Stack, outer: Stack) -> bool:
    """True where most levels are a wider table's rules too: a page break leaves a row open above or below."""
    shared = sum(any(abs(at - other) <= DOUBLE for other in outer.inked) for at in inner.levels)
    return shared > 1 and 2 * shared > len(inner.levels)


def _beside(inner: Stack, outer: Stack, tokens: Sequence[Token]) -> bool:
    """True where text stands beside a part of a table: the cells that are merged over its rows."""
    top, bottom = inner.levels[0], inner.levels[-1]
    high = max((b - a for a, b in pairwise(inner.levels)), default=0.0)
    above = [t.box for t in tokens if outer.levels[0] < t.box.centre[1] < top and not t.text.isspace()]
    first = sorted(e for e in inner.edges if abs(e.at - top) <= DOUBLE)
    if top - outer.levels[0] < AS_HIGH * high or (first and insets.is_in_columns(first, above)):
        top = outer.levels[0]  # the row that the merged cells begin beside stands above the first inner rule
    places = (c.box.centre for c in tokens if top < c.box.top < bottom and not c.text.isspace())
    return any(outer.left < x < inner.left - 1 or inner.right + 1 < x < outer.right for x, _ in places)
