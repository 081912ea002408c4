"""Tables of which the headings are painted cell by cell, and below them some rows or groups of rows, others not.

The headings draw the columns, cells that are painted draw their rows; between these the lines tell where rows open. A
cell that is merged over rows is painted beside several others; where a page's end tears it, its ground ends with its
text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.geometry import Box
from parsers.grids.grid import TOUCH, Grid, Span
from parsers.grids.levels import Height, height
from parsers.page import Fill, Page, Rule
from parsers.text import heights, phrases
from parsers.text.phrases import Row
from parsers.whitespace import textrows, texts
from parsers.whitespace.tallies import Extent

LEAST = 3  # headings beside each other
LOW, HIGH = 8.0, 60.0  # points of a heading's ground
SAME = 1.0  # points between edges that are one
WHITE = 2.0  # points on either side of a column's edge that its texts leave free
SHARED = 2  # cells beside each other that end at one level where it parts rows


class _Strip(NamedTuple):
    """Grounds that adjoin each other, and the white between them and others of their row."""

    boxes: tuple[Box, ...]
    gaps: tuple[Extent, ...]

    @property
    def xs(self) -> list[float]:
        """The edges of its columns."""
        return [self.boxes[0].x0, *(box.x1 for box in self.boxes)]


def grids(page: Page, drawn: Sequence[Rule]) -> tuple[list[Grid], list[Grid]]:
    """The tables of a page below painted headings whose rows are painted in part, and those with stripes."""
    strips = _strips(page.fills)
    # asked first: lines take their time
    if not any(_may_head(strip, strips, page, drawn) for strip in strips):
        return [], []
    lines = phrases.rows(page.tokens, sorted({x for strip in strips for x in strip.xs}))
    heads = [strip for strip in strips if _is_head(strip, lines)]
    in_part: list[Grid] = []
    striped: list[Grid] = []
    for head in heads:
        first, xs, foot = head.boxes[0], head.xs, _foot(head, heads, page)
        body = _body(page.fills, first.bottom, foot, xs)
        if not body or _is_ruled(head, foot, drawn):
            continue
        body_lines = [row for row in lines if first.top < row[0].middle < foot]
        own = [[p for p in row if xs[0] <= p.x0 < xs[-1]] for row in body_lines]
        grid = _grid([row for row in own if row], first, xs, body)
        if grid:
            (in_part if _is_in_part(body, xs) else striped).append(grid)
    return in_part, striped


def longer(grid: Grid, striped: Sequence[Grid]) -> Grid:
    """A grid of which the stripes tell more rows, as these have it; a title above its headings stays."""
    for whole in striped:
        top = whole.ys[0] - TOUCH
        within = grid.xs[0] - TOUCH < whole.xs[0] and grid.ys[0] - TOUCH <= whole.ys[0] < grid.ys[-1]
        more = whole.ys[-1] > grid.ys[-1] + LOW and len(whole.ys) > len(grid.ys) and not whole.doubt
        if within and more and len(whole.xs) == len(grid.xs):
            over = sum(y < top for y in grid.ys)
            title = [s for s in grid.cells if s.row + s.row_span <= over]
            cells = [*title, *(s._replace(row=s.row + over) for s in whole.cells)]
            return whole._replace(ys=(*grid.ys[:over], *whole.ys), cells=tuple(cells))
    return grid


def _strips(fills: Sequence[Fill]) -> list[_Strip]:
    """Grounds of one colour and height that adjoin each other, from the top down."""
    levels: defaultdict[str, dict[Height, set[Box]]] = defaultdict(dict)
    for box, colour, _ in fills:
        if LOW <= box.height <= HIGH:
            own = levels[colour]
            own.setdefault(height(box, own), set()).add(box)
    rows = [sorted(boxes) for own in levels.values() for boxes in own.values() if len(boxes) >= LEAST]
    found = sorted((strip for row in rows for strip in _parted(row)), key=lambda s: (s.boxes[0].top, s.xs))
    whole = [strip for strip in found if not any(_are_beside(strip, other) for other in found)]
    return [strip for strip in whole if not any(_goes_on_in(strip, fill.box) for fill in fills)]


def _goes_on_in(strip: _Strip, box: Box) -> bool:
    """True for a strip below a heading of its own columns, beside the ground of a heading as high as both."""
    first = strip.boxes[0]
    higher = box.top < first.top - LOW and abs(box.bottom - first.bottom) <= SAME and box.height <= HIGH
    return higher and min(abs(strip.xs[0] - box.x1), abs(strip.xs[-1] - box.x0)) <= TOUCH


def _parted(row: Sequence[Box]) -> list[_Strip]:
    """The strips of a row of grounds that white parts; none where grounds lie over each other."""
    offs = [b.x0 - a.x1 for a, b in pairwise(row)]
    cuts = [0, *(k for k, off in enumerate(offs, 1) if off > TOUCH), len(row)]
    gaps = tuple((row[k - 1].x1, row[k].x0) for k in cuts[1:-1])
    runs = [tuple(row[a:b]) for a, b in pairwise(cuts)] if min(offs) >= -TOUCH else []
    return [_Strip(run, gaps) for run in runs if len(run) >= LEAST]


def _are_beside(strip: _Strip, other: _Strip) -> bool:
    """True for strips of two colours that adjoin each other: one row, of which neither tells all columns."""
    level = abs(strip.boxes[0].top - other.boxes[0].top) <= SAME
    return level and min(abs(strip.xs[0] - other.xs[-1]), abs(strip.xs[-1] - other.xs[0])) <= TOUCH


def _may_head(strip: _Strip, strips: Sequence[_Strip], page: Page, drawn: Sequence[Rule]) -> bool:
    """True for a strip with grounds of cells below it, and no rule up to the next strip."""
    body = _body(page.fills, strip.boxes[0].bottom, page.height, strip.xs)
    return bool(body) and not _is_ruled(strip, _foot(strip, strips, page), drawn)


def _foot(strip: _Strip, strips: Sequence[_Strip], page: Page) -> float:
    """Where the next of strips stands below one, or the page ends."""
    left, top, right = strip.xs[0], strip.boxes[0].bottom - TOUCH, strip.xs[-1]
    tops = (s.boxes[0].top for s in strips if s.boxes[0].top >= top and s.xs[0] < right and left < s.xs[-1])
    return next(tops, page.height)


def _is_ruled(strip: _Strip, foot: float, drawn: Sequence[Rule]) -> bool:
    """True where a rule crosses the columns of a strip below it."""
    left, low, right = strip.xs[0], strip.boxes[0].bottom + SAME, strip.xs[-1]
    return any(low < r.top < foot and r.x0 < right and left < r.x1 for r in drawn)


def _is_head(strip: _Strip, lines: Sequence[Row]) -> bool:
    """True for grounds with a text in bold on each, and none in the white beside them: what one colour paints in part
    is one row."""
    first, left, right = strip.boxes[0], strip.xs[0], strip.xs[-1]
    level = [p for row in lines if first.top < row[0].middle < first.bottom for p in row]
    on = [p for p in level if left <= p.x0 < right] if strip.gaps else level
    if any(a <= p.x0 < b for p in level for a, b in strip.gaps):
        return False
    return all(p.style.bold for p in on) and all(any(b.x0 <= p.x0 < b.x1 for p in on) for b in strip.boxes)


def _body(fills: Sequence[Fill], top: float, foot: float, xs: Sequence[float]) -> list[Box]:
    """The grounds of cells between two heights, in the columns of headings."""
    own = [f.box for f in fills if top - SAME <= f.box.top and f.box.bottom <= foot + SAME]
    return [
        b for b in own if b.height >= LOW and all(min(abs(x - at) for at in xs) <= SAME for x in (b.x0, b.x1))
    ]


def _is_in_part(body: Sequence[Box], xs: Sequence[float]) -> bool:
    """True where cells beside each other end at different levels, or some beside them are not painted; where only few
    are these are the tints of a status."""
    rows: defaultdict[int, list[Box]] = defaultdict(list)
    for box in body:
        rows[round(box.top)].append(box)
    width = xs[-1] - xs[0]
    return any(
        max(b.bottom for b in row) - min(b.bottom for b in row) > SAME
        or sum(b.width for b in row) < width - TOUCH
        for row in rows.values()
        if 2 * len(row) >= len(xs) - 1
    )


def _grid(lines: Sequence[Row], head: Box, xs: Sequence[float], body: Sequence[Box]) -> Grid | None:
    """The grid of a table's lines; None where some text runs over its columns, or no row is left without a ground."""
    if not lines:
        return None
    high = sum(row[0].middle < head.bottom for row in lines)
    rivers = [(x - WHITE, x + WHITE) for x in xs[1:-1]]
    text = texts.within(_without_footer(lines), high, rivers)
    if text is None:
        return None
    levels = [at for at in sorted({b.top for b in body} | {b.bottom for b in body}) if _parts(at, body)]
    levels = [at for k, at in enumerate(levels) if not k or at - levels[k - 1] > SAME]
    foot = max(p.bottom for row in lines[: text.end] for p in row) + 1
    painted = [at for at in levels if head.bottom + SAME < at < foot - SAME]
    bare = [k for k in text.opening if not _is_on(lines[k], body)]
    if not bare and not painted:
        return None
    ys = [head.top, head.bottom, *painted, foot]
    for k in bare:
        top, above = heights.top_of(lines[k]), heights.foot_of(lines[k - 1])
        if not any(above - SAME <= y <= top + SAME for y in ys):
            ys.append((above + top) / 2)
    ys.sort()
    stretches = Counter(
        bisect_right(painted, row[0].middle) for row in lines[high : text.end] if _is_bare(row, body, rivers)
    )
    doubt = text.doubt if any(n > 1 for n in stretches.values()) else ""
    return Grid(tuple(xs), tuple(ys), tuple(_cells(xs, ys, body)), doubt)


def _without_footer(lines: Sequence[Row]) -> Sequence[Row]:
    """The lines without a text alone on the last one that is set unlike all others and has more white above it than
    they have: the page's."""
    *rest, last = lines
    airs = [heights.air(a, b) for a, b in pairwise(lines)]
    alone = len(last) == 1 and bool(airs) and airs[-1] > max(airs[:-1], default=0.0)
    return rest if alone and not any(p.style == last[0].style for row in rest for p in row) else lines


def _is_bare(row: Row, body: Sequence[Box], rivers: Sequence[Extent]) -> bool:
    """True for a line without a ground that fills most columns."""
    return textrows.is_whole(row, rivers) and not _is_on(row, body)


def _is_on(row: Row, body: Sequence[Box]) -> bool:
    return any(b.top <= row[0].middle < b.bottom for b in body)


def _parts(level: float, body: Sequence[Box]) -> bool:
    """True for a level at which several cells beside each other end or begin."""
    begin = sum(abs(b.top - level) <= SAME for b in body)
    end = sum(abs(b.bottom - level) <= SAME for b in body)
    return max(begin, end) >= SHARED


def _cells(xs: Sequence[float], ys: Sequence[float], body: Sequence[Box]) -> list[Span]:
    """Cells of one row each, but those that are painted over several."""
    cells = []
    for col, (left, right) in enumerate(pairwise(xs)):
        own = [b for b in body if b.x0 - SAME <= left and right <= b.x1 + SAME]
        row = 0
        while row < len(ys) - 1:
            ground = next((b for b in own if b.top - SAME <= ys[row] < b.bottom - SAME), None)
            end = row + 1
            while ground and row and end < len(ys) - 1 and ys[end + 1] <= ground.bottom + SAME:
                end += 1
            cells.append(Span(row, col, end - row, 1))
            row = end
    return sorted(cells)
