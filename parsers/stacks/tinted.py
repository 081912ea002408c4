"""Rows that only the tints of a status draw, in a table whose headings stand on paper: one column or few have a colour
in each row, one below the other, and nothing else is drawn but headings of rows.

Each edge of a tint is a level of the whole table, as wide as the heading of rows that stands above or between them, or
as the texts are. A key is painted so, too, but has one text beside each tint: it is a table in stripes or a frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids.grid import Edge, Grid, Span
from parsers.grids.levels import DOUBLE, HIGH, LOW, SAME_END, Run, alike, shades_of
from parsers.page import Fill, Token, standing_in
from parsers.text import phrases
from parsers.text.phrases import SAME_START, Row

FRAME = 2  # sides of a frame
LEAST = 2  # tints, one below the other
WIDTH = 16.0  # points; what is narrower is a sign in its cell
NARROW = 0.4  # share of the table's width that tints take at most
BESIDE = 2  # texts on one line beside a tint
MOST = 0.7  # share of the tints beside which they stand
INDENT = 12.0  # points by which the further lines of a text may be set in
SAME = 1.0  # points between edges that are one
CUT = 2.0  # points that a letter may reach over a level
HEADS = 60.0  # points of height of column headings that are printed again

Group = list[Run]


def widened(
    groups: Sequence[Group], narrow: Sequence[Group], tokens: Sequence[Token]
) -> tuple[list[Group], list[Run]]:
    """The groups with those of tints as wide as their table, one with its headings of rows; and the runs of tints.
    `narrow` are groups of shading that no table is as narrow as."""
    kept = [list(group) for group in groups]
    inner: list[Run] = []
    parts = [part for group in narrow for part in _together(group, groups)]
    for k, group in _parts([*groups, *parts], tokens):
        if _are_stripes(group, groups):
            continue
        own = k if k < len(groups) else None  # what is appended to those kept has no place among the groups
        homes = [n for n, other in enumerate(kept) if n != own and other and _is_around(other, group)]
        wider = [run for n in homes for run in kept[n]]
        ends = _table(group, wider, tokens)
        if ends is None:
            continue
        inner += group
        levels = [Run(run.at, (Edge(run.at, *ends),), shading=True) for run in group]
        for n in homes:
            kept[n] = []
        if own is not None:
            kept[own] = [run for run in kept[own] if run not in group]
        kept.append(sorted([*levels, *wider], key=lambda run: run.at))
    return [group for group in kept if group], inner


def _table(tints: Group, wider: Sequence[Run], tokens: Sequence[Token]) -> tuple[float, float] | None:
    """Left and right of the table of which tints are a column; None where they are none."""
    if len(tints) < 2 * LEAST or not _are_stacked(tints, wider, tokens) or _are_drawn(tints, wider):
        return None
    return _ends(tints, wider, tokens)


def _are_stripes(group: Group, groups: Sequence[Group]) -> bool:
    """True for shading of every other row that a merged column parts from that of other columns of the same rows."""
    apart = all(low.at - high.at > DOUBLE for high, low in zip(group[1::2], group[2::2], strict=False))
    ats = [run.at for run in group]
    beside = [g for g in groups if g and (g[0].end < group[0].start or group[-1].end < g[0].start)]
    alike = (g for g in beside if len(g) == len(group) and all(run.shading for run in g))
    return apart and any(all(abs(r.at - at) <= SAME for r, at in zip(g, ats, strict=True)) for g in alike)


def _together(group: Group, wider: Sequence[Group]) -> list[Group]:
    """Tints of one column in parts: between two of them shading or rules of a wider table stand that touch only the
    lower one, those of another table's headings."""
    ats = sorted(
        run.at for other in wider for run in other if run.end - run.start > group[0].end - group[0].start
    )
    cuts = [
        k
        for k in range(2, len(group) - 1, 2)
        if (between := [at for at in ats if group[k - 1].at - DOUBLE <= at <= group[k].at + DOUBLE])
        and between[0] - group[k - 1].at > DOUBLE
    ]
    return [group[a:b] for a, b in pairwise([0, *cuts, len(group)])]


def _parts(groups: Sequence[Group], tokens: Sequence[Token]) -> Iterator[tuple[int, Group]]:
    """Each group of tints with its place, and one that no table's shading stands around in the stacks that it has: a
    page may print several tables with a status in one place."""
    for k, group in enumerate(groups):
        if len(group) < 2 * LEAST or not all(run.shading for run in group):
            continue
        alone = not any(n != k and other and _is_around(other, group) for n, other in enumerate(groups))
        cuts = [
            n
            for n in range(2, len(group), 2)
            if group[n].at - group[n - 1].at > HEADS and not _touch(group[n - 1], group[n], (), tokens)
        ]
        ends = [0, *(cuts if alone else ()), len(group)]
        yield from ((k, group[a:b]) for a, b in pairwise(ends))


def framed(grid: Grid, fills: Sequence[Fill], tokens: Sequence[Token]) -> Grid:
    """A frame with headings but no columns, with a row for each tint that stands in it."""
    if len(grid.xs) != FRAME or not FRAME - 1 < len(grid.cells) == len(grid.ys) - 1:
        return grid
    left, right = grid.xs
    wider = [Run(at, (Edge(at, left, right),), shading=True) for at in grid.ys]
    around = grid.box.grown(SAME_END)
    own = [f for f in fills if WIDTH < f.box.width < NARROW * (right - left) and around.holds(*f.box.centre)]
    for group in alike(shades_of(own)) if len(own) >= LEAST else ():
        if _table(group, wider, tokens):
            inner = [run.at for run in group if all(abs(run.at - at) > DOUBLE for at in grid.ys)]
            ys = sorted({*grid.ys, *_apart(inner)})
            return grid._replace(ys=tuple(ys), cells=tuple(Span(row, 0, 1, 1) for row in range(len(ys) - 1)))
    return grid


def _apart(levels: Sequence[float]) -> list[float]:
    return [at for k, at in enumerate(levels) if not k or at - levels[k - 1] > DOUBLE]


def _is_around(group: Group, tints: Group) -> bool:
    """True for runs of a table of which tints are a column, of which one stands between these or right above."""
    wide = group[0].end - group[0].start
    inside = group[0].start <= tints[0].start + SAME_END and tints[0].end <= group[0].end + SAME_END
    near = any(tints[0].at - DOUBLE <= run.at <= tints[-1].at + DOUBLE for run in group)
    return inside and near and tints[0].end - tints[0].start < NARROW * wide


def _are_stacked(tints: Group, wider: Sequence[Run], tokens: Sequence[Token]) -> bool:
    """True for tints of which each begins where the one above it ends, or where headings do: of rows, or of columns
    that are printed again, all in bold."""
    tops, feet = tints[::2], tints[1::2]
    if len(tops) != len(feet) or not all(LOW < b.at - a.at < HIGH for a, b in zip(tops, feet, strict=True)):
        return False
    return all(_touch(above, below, wider, tokens) for above, below in zip(feet, tops[1:], strict=False))


def _touch(above: Run, below: Run, wider: Sequence[Run], tokens: Sequence[Token]) -> bool:
    drawn = [run.at for run in wider if above.at - DOUBLE <= run.at <= below.at + DOUBLE]
    left = max(drawn, default=above.at)
    if below.at - left <= DOUBLE:
        return not drawn or abs(min(drawn) - above.at) <= DOUBLE
    own = standing_in(Box(0, above.at, float("inf"), below.at), tokens)
    heads = [t for t in own if not t.text.isspace()]
    if below.at - left <= HEADS and len(heads) > BESIDE and all(t.style.bold for t in heads):
        return True
    return not drawn and LOW < below.at - above.at < HIGH and _is_white(above, heads)


def _is_white(tint: Run, tokens: Sequence[Token]) -> bool:
    """True for one row whose status has no colour, or white, between two tints: a text in their column on the first
    line, and others beside it."""
    lines = phrases.rows(tokens, [tint.start, tint.end])
    inside = [n for n, row in enumerate(lines) for p in row if tint.start <= (p.x0 + p.x1) / 2 <= tint.end]
    return inside == [0] and len(lines[0]) > BESIDE


def _are_drawn(tints: Group, wider: Sequence[Run]) -> bool:
    """True where a table's own rules part the rows that have a tint, or its stripes end inside one."""
    rows = list(zip(tints[::2], tints[1::2], strict=True))
    return any(
        not run.shading or any(a.at + DOUBLE < run.at < b.at - DOUBLE for a, b in rows) for run in wider
    )


def _ends(tints: Group, wider: Sequence[Run], tokens: Sequence[Token]) -> tuple[float, float] | None:
    """Left and right of the table; None where what stands beside tints is none, or runs over their edges."""
    top, bottom = tints[0].at, tints[-1].at
    own = [t for t in standing_in(Box(0, top, float("inf"), bottom), tokens) if not t.text.isspace()]
    if wider:
        left, right = min(run.start for run in wider), max(run.end for run in wider)
    else:
        left = min([tints[0].start, *(t.box.x0 - 1 for t in own)])
        right = max([tints[0].end, *(t.box.x1 + 1 for t in own)])
    if tints[0].end - tints[0].start >= NARROW * (right - left):
        return None
    inside = [t for t in own if left <= t.box.centre[0] <= right]
    if any(t.box.top < run.at - CUT and run.at + CUT < t.box.bottom for run in tints for t in inside):
        return None
    rows = list(zip(tints[::2], tints[1::2], strict=True))
    beside = [_beside(tints, Box(left, a.at, right, b.at), inside) for a, b in rows]
    texts = 1 if _are_inside(tints, wider) else BESIDE
    full = sum(any(len(line) >= texts for line in lines) for lines in beside)
    return (left, right) if full >= max(LEAST, MOST * len(rows)) and not any(map(_goes_on, beside)) else None


def _are_inside(tints: Group, wider: Sequence[Run]) -> bool:
    """True where stripes paint some of the rows that have a tint and nothing else is painted, or a frame is closed by
    the first tint and the last: a key, too, is a table there, of which the stripes alone would leave out rows."""
    own = [run for run in wider if run.at > tints[0].at - SAME]
    alike = all(any(abs(run.at - tint.at) <= SAME for tint in tints) for run in own)
    framed = all(any(abs(run.at - tint.at) <= SAME for run in own) for tint in (tints[0], tints[-1]))
    return bool(own) and alike and all(run.shading for run in own) and (framed or len(own) == len(wider))


def _beside(tints: Group, row: Box, tokens: Sequence[Token]) -> list[Row]:
    """The lines of texts beside a tint."""
    start, end = tints[0].start, tints[0].end
    return phrases.rows(
        [t for t in standing_in(row, tokens) if not start < t.box.centre[0] < end], [start, end]
    )


def _goes_on(lines: Sequence[Row]) -> bool:
    """True where a text stands beside a tint, but below no text of the first line: it may go on from the tint above,
    in a cell that is merged over rows. On the fullest line, fuller than the first, a row of another cell begins."""
    first = lines[0] if lines else []
    full = max(map(len, lines), default=0)
    opened = next(
        (k for k, row in enumerate(lines) if len(row) == full > len(first) + 1 > BESIDE), len(lines)
    )
    return any(
        not any(q.x0 - SAME_START < p.x1 and p.x0 < q.x1 + INDENT for q in first)
        for row in lines[1:opened]
        for p in row
    )
