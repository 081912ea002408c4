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

from parsers.geometry import Box
from parsers.grids.grid import TOUCH, Grid, Span
from parsers.page import Fill, Page, Rule
from parsers.text import phrases
from parsers.text.phrases import Row
from parsers.whitespace import textrows, texts
from parsers.whitespace.tallies import Extent

LEAST = 3  # headings beside each other
LOW, HIGH = 8.0, 60.0  # points of a heading's ground
SAME = 1.0  # points between edges that are one
WHITE = 2.0  # points on either side of a column's edge that its texts leave free
SHARED = 2  # cells beside each other that end at one level where it parts rows


def grids(page: Page, drawn: Sequence[Rule]) -> tuple[list[Grid], list[Grid]]:
    """The tables of a page below painted headings whose rows are painted in part, and those with stripes."""
    strips = _strips(page.fills)
    if not any(_may_head(strip, strips, page, drawn) for strip in strips):  # asked first: lines take their time
        return [], []
    edges = sorted({x for strip in strips for box in strip for x in (box.x0, box.x1)})
    lines = phrases.rows(page.tokens, edges)
    heads = [strip for strip in strips if _is_head(strip, lines)]
    in_part: list[Grid] = []
    striped: list[Grid] = []
    for head in heads:
        foot = _foot(head, heads, page)
        xs = _edges(head)
        body = _body(page.fills, head[0].bottom, foot, xs)
        if not body or _is_ruled(head, foot, drawn):
            continue
        own = [
            [p for p in row if xs[0] <= p.x0 < xs[-1]] for row in lines if head[0].top < row[0].middle < foot
        ]
        grid = _grid([row for row in own if row], head[0], xs, body)
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


def _strips(fills: Sequence[Fill]) -> list[list[Box]]:
    """Grounds of one colour and height that adjoin each other, from the top down."""
    levels: defaultdict[tuple[int, int, str], list[Box]] = defaultdict(list)
    for box, colour, _ in fills:
        if LOW <= box.height <= HIGH:
            levels[round(box.top), round(box.bottom), colour].append(box)
    rows = [sorted(levels[key]) for key in sorted(levels) if len(levels[key]) >= LEAST]
    return [row for row in rows if all(abs(b.x0 - a.x1) <= TOUCH for a, b in pairwise(row))]


def _may_head(strip: Sequence[Box], strips: Sequence[Sequence[Box]], page: Page, drawn: Sequence[Rule]) -> bool:
    """True for a strip with grounds of cells below it, and no rule up to the next strip."""
    body = _body(page.fills, strip[0].bottom, page.height, _edges(strip))
    return bool(body) and not _is_ruled(strip, _foot(strip, strips, page), drawn)


def _edges(strip: Sequence[Box]) -> list[float]:
    """The edges of a strip's columns."""
    return [strip[0].x0, *(box.x1 for box in strip)]


def _foot(strip: Sequence[Box], strips: Sequence[Sequence[Box]], page: Page) -> float:
    """Where the next strip stands, or the page ends."""
    return next((other[0].top for other in strips if other[0].top > strip[0].top), page.height)


def _is_ruled(strip: Sequence[Box], foot: float, drawn: Sequence[Rule]) -> bool:
    """True where a rule crosses the columns of a strip below it."""
    left, low, right = strip[0].x0, strip[0].bottom + SAME, strip[-1].x1
    return any(low < r.top < foot and r.x0 < right and left < r.x1 for r in drawn)


def _is_head(strip: Sequence[Box], lines: Sequence[Row]) -> bool:
    """True for grounds with a text in bold on each."""
    on = [p for row in lines if strip[0].top < row[0].middle < strip[0].bottom for p in row]
    return all(p.style.bold for p in on) and all(any(b.x0 <= p.x0 < b.x1 for p in on) for b in strip)


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
    text = texts.within(_without_folio(lines), high, rivers)
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
        top, above = min(p.top for p in lines[k]), max(p.bottom for p in lines[k - 1])
        if not any(above - SAME <= y <= top + SAME for y in ys):
            ys.append((above + top) / 2)
    ys.sort()
    stretches = Counter(
        bisect_right(painted, row[0].middle) for row in lines[high : text.end] if _is_bare(row, body, rivers)
    )
    doubt = text.doubt if any(n > 1 for n in stretches.values()) else ""
    return Grid(tuple(xs), tuple(ys), tuple(_cells(xs, ys, body)), doubt)


def _without_folio(lines: Sequence[Row]) -> Sequence[Row]:
    """The lines without a text alone on the last one, with more white above it than any other: the page's."""
    airs = [textrows.air(a, b) for a, b in pairwise(lines)]
    return lines[:-1] if len(lines[-1]) == 1 and airs and airs[-1] > max(airs[:-1], default=0.0) else lines


def _is_bare(row: Row, body: Sequence[Box], rivers: Sequence[Extent]) -> bool:
    """True for a line without a ground that fills most columns."""
    return textrows.is_whole(row, rivers) and not _is_on(row, body)


def _is_on(row: Row, body: Sequence[Box]) -> bool:
    return any(b.top <= row[0].middle < b.bottom for b in body)


def _parts(level: float, body: Sequence[Box]) -> bool:
    """True for a level at which several cells beside each other end or begin."""
    return max(
        sum(abs(b.top - level) <= SAME for b in body), sum(abs(b.bottom - level) <= SAME for b in body)
    ) >= SHARED  # fmt: skip


def _cells(xs: Sequence[float], ys: Sequence[float], body: Sequence[Box]) -> list[Span]:
    """Cells of one row each, but those that are painted over several."""
    cells = []
    for col, (left, right) in enumerate(pairwise(xs)):
        row = 0
        while row < len(ys) - 1:
            own = [b for b in body if b.x0 - SAME <= left and right <= b.x1 + SAME]
            ground = next((b for b in own if b.top - SAME <= ys[row] < b.bottom - SAME), None)
            end = row + 1
            while ground and row and end < len(ys) - 1 and ys[end + 1] <= ground.bottom + SAME:
                end += 1
            cells.append(Span(row, col, end - row, 1))
            row = end
    return sorted(cells)
