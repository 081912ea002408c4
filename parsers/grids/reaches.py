"""Whole levels of a table that reach on above or below: where a page break cuts a cell that is merged over rows."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.grids import insets
from parsers.grids.grid import Edge
from parsers.grids.levels import CLOSING, HIGH, SAME_END, Run, ends_of
from parsers.page import Token
from parsers.text.phrases import SAME_START

WORDS = 4.0  # points between two words of one text
NEAR = 6.0  # points between a known column's edge and the joint of two pieces of a rule that is the same edge
HEADS = 30.0  # points above its first rule in which headings of a table of its own stand


def on(
    group: list[Run],
    groups: Sequence[Sequence[Run]],
    tokens: Sequence[Token],
    known: Sequence[Sequence[float]],
) -> list[Run]:
    """A table's whole levels, closed below and above shorter ones where a page break cuts a cell merged over its rows.

    The merged cell has no rule at the break, so only rules over the other columns stand there; or the row that is cut
    has none, and only the merged cell does. The lowest counts. One level is a table's whose columns are known.
    """
    left, right = group[0].start, group[0].end
    if len(group) < 2 and not ends_at(left, right, known):
        return group
    own = [[left, *ends_of(left, right, [e for run in group for e in run.pieces]), right]]
    wider = [r.at for g in groups for r in g if _is_wider(r, left, right)]
    wider += [r.at for g in groups if g is not group and _has_ends(g[0], left, right) for r in g]
    for part in sorted(groups, key=lambda g: -g[-1].at):
        start, end = part[0].start, part[0].end
        beside = abs(start - left) <= SAME_END or abs(end - right) <= SAME_END
        inside = (
            left - SAME_END <= start and end <= right + SAME_END and end - start < right - left - 2 * SAME_END
        )
        if not (beside and inside) or any(run.shading for run in part):
            continue
        edge = start if abs(end - right) <= SAME_END else end
        foot, head = group[-1].at, group[0].at
        like = [xs for xs in known if min(abs(x - edge) for x in xs) <= NEAR]
        # others of these rules stand inside the table: they part its rows there, too
        like += [[left, *(e.start for e in r.pieces), right] for r in part if head < r.at < foot][:1]
        old = ends_at(left, right, like)
        near = [r for r in part if not any(min(r.at, foot) < at < max(r.at, head) for at in wider)]
        lower, upper = [r for r in near if r.at > foot], [r for r in near if r.at < head]
        begun = [xs for xs in own if min(abs(x - edge) for x in xs) <= SAME_END]
        more = _go_on(lower, [*like, *begun], tokens)
        below = [r.at for r in lower if more or not insets.is_whole(lower, group[0], tokens)]
        rests = old and _go_on(upper, like, tokens)
        above = [r.at for r in upper if rests or not insets.is_whole(upper, group[0], tokens)]
        if below and below[0] - foot < HIGH and _parts_cells(edge, foot, below[-1], tokens, old):
            group = [*group, _closing(below[-1] + CLOSING, left, right)]
        if above and head - above[-1] < HIGH and _parts_cells(edge, above[0], head, tokens, old):
            group = [_closing(above[0] - CLOSING, left, right), *group]
    return group


def _is_wider(run: Run, left: float, right: float) -> bool:
    """True for a rule that reaches beyond one side of a table and at the other up to it: that of another table."""
    beyond = run.start < left - SAME_END or run.end > right + SAME_END
    return beyond and run.start <= left + SAME_END and run.end >= right - SAME_END


def _has_ends(run: Run, left: float, right: float) -> bool:
    """True for a rule as wide as a table in its place: where it is none of the table's, another one stands there."""
    return abs(run.start - left) <= SAME_END >= abs(run.end - right)


def closes(outer: Sequence[float], inner: Sequence[float]) -> bool:
    """True for levels that begin or end with one that closes them at the others."""
    ends = ((outer[0], inner[0]), (outer[-1], inner[-1]))
    return any(abs(abs(a - b) - CLOSING) < CLOSING / 10 for a, b in ends)


def without_closings(edges: Sequence[Edge], top: float, foot: float) -> list[Edge]:
    """A table's edges without those that close it at shorter rules, where it was found to go on behind them: so does
    the cell beside these that the page break cuts."""
    drawn = {round(e.at, 3) for e in edges}
    return [
        e
        for e in edges
        if not top + CLOSING < e.at < foot - CLOSING
        or drawn.isdisjoint((round(e.at - CLOSING, 3), round(e.at + CLOSING, 3)))
        or e.end - e.start < max(other.end - other.start for other in edges)
    ]


def _go_on(runs: Sequence[Run], known: Sequence[Sequence[float]], tokens: Sequence[Token]) -> bool:
    """True for levels whose pieces meet where a known table's columns do, and above which no headings stand: the rows
    beside a merged cell that is begun above them, or was on the page before."""
    meet = sorted({round(e.start) for run in runs for e in run.pieces[1:]})
    if not meet or not any(_are_edges(meet, xs) for xs in known):
        return False
    left, right, top = runs[0].start, runs[0].end, runs[0].at
    above = [t for t in tokens if left < t.box.centre[0] < right and top - HEADS < t.box.centre[1] < top]
    return not above or not all(t.style.bold for t in above if not t.text.isspace())


def _are_edges(meet: Sequence[float], xs: Sequence[float]) -> bool:
    """True for joints at edges of known columns, or one each for the last of these, between the middles of those beside
    it: in the white before a column's text its edge may have been found elsewhere."""
    if all(min(abs(at - x) for x in xs) <= NEAR for at in meet):
        return True
    first = len(xs) - 1 - len(meet)
    return first > 0 and all(
        xs[k - 1] + xs[k] < 2 * at < xs[k] + xs[k + 1] for k, at in enumerate(meet, first)
    )


def _closing(at: float, left: float, right: float) -> Run:
    return Run(at, (Edge(at, left, right),))


def _parts_cells(edge: float, top: float, bottom: float, tokens: Sequence[Token], known: bool) -> bool:
    """True for an upright edge between two levels with text on either side, and none that runs over it.

    Where the text right of it is flush, what wraps left of it may come near; left of a known column's edge may be none.
    """
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
    nearest = min(right.values(), default=0.0)
    flush = {line for line, x0 in right.items() if x0 - nearest < SAME_START}
    flush = flush if len(flush) > 1 else set()
    apart = all(right[line] - x1 >= WORDS for line, x1 in left.items() if line in right and line not in flush)
    return bool(right) and (bool(left) or known) and apart


def ends_at(left: float, right: float, known: Sequence[Sequence[float]]) -> bool:
    """True for the ends of a table of the page before, of whose columns the edges are `known`."""
    return any(abs(xs[0] - left) <= SAME_END >= abs(xs[-1] - right) for xs in known)
