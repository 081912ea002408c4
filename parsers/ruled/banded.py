"""Tables with zebra stripes that are painted cell by cell, below headings in bold; merged cells leave some out.

Every other row is painted, so that what lies bare between two stripes is one row. A merged cell is painted over all its
rows, or over none: bare cells beside a stripe go on with what stands above them. Rules may frame such a table or stand
below its headings and beside its first column: they part no rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from parsers.grids.grid import Grid, Span
from parsers.page import Fill, Page, Rule, Token, standing_in
from parsers.ruled import stubs, zebra
from parsers.ruled.zebra import LOW, SAME, Stripes, apart
from parsers.text import folios, heights, phrases
from parsers.text.phrases import Phrase, Row

LEAST = 3  # headings, and levels
PAD = 12.0  # points at most between a column's edge and its text
UNEVEN = 2.5  # points between the distances of texts from the edges of their columns
FAR = 60  # lines between headings and the first stripe: one row
TIGHT = 0.5  # of the font size: less white than between the texts of two columns
AIR = 1.3  # of the font size: more white than lines of one row have between them


class _Head(NamedTuple):
    """The headings of a table: where each column's text begins, and from where to where they reach."""

    starts: tuple[float, ...]
    top: float
    foot: float


def put(ruled: Sequence[Grid], page: Page, drawn: Sequence[Rule]) -> tuple[list[Grid], list[Grid]]:
    """The ruled grids without those that part no rows of a table with stripes, and these tables."""
    fills = zebra.grounds(page.fills)
    seen = zebra.tables(fills) if len(fills) >= LEAST else []
    tables = [stripes for stripes in seen if not zebra.is_of_headings(stripes, page.tokens)]
    if not tables:
        return list(ruled), []
    lines = phrases.rows(page.tokens, sorted({x for stripes in tables for x in stripes.xs}))
    kept, found = list(ruled), list[Grid]()
    for stripes in tables:
        grid = _grid(stripes, fills, page.tokens, lines, drawn)
        if grid is None:
            continue
        beside = [g for g in kept if g.box.overlap(grid.box) > SAME]
        poor = [g for g in beside if len(g.ys) < len(_inside(grid, g)) and _are_among(g.ys[:-1], grid.ys)]
        if len(poor) == len(beside) and (poor or _is_bare(grid, fills) or _is_in_part(grid)):
            kept = [g for g in kept if g not in poor]
            found.append(grid)
    return kept, found


def _inside(grid: Grid, other: Grid) -> list[float]:
    """The levels of a grid from top to bottom of another."""
    return [y for y in grid.ys if other.ys[0] - UNEVEN <= y <= other.ys[-1] + UNEVEN]


def _are_among(levels: Sequence[float], others: Sequence[float]) -> bool:
    """True for levels that part no more rows than others do."""
    return all(any(abs(y - other) <= UNEVEN for other in others) for y in levels)


def _grid(
    stripes: Stripes,
    fills: Sequence[Fill],
    tokens: Sequence[Token],
    lines: Sequence[Row],
    drawn: Sequence[Rule],
) -> Grid | None:
    """The grid of stripes below headings; None where there are none, or where texts run over the columns."""
    head = _head(stripes, lines, drawn)
    xs = _columns(stripes, head, lines) if head else None
    if head is None or xs is None:
        return None
    inner = [f for f in fills if xs[0] - SAME <= f.box.x0 and f.box.x1 <= xs[-1] + SAME]
    bottom = max(b.bottom for band in stripes.bands for b in band)
    own = [f for f in inner if head.foot - SAME <= f.box.top and f.box.bottom <= bottom + SAME]
    at = sorted(y for f in own for y in (f.box.top, f.box.bottom))
    tail = _tail(bottom, xs, head, lines, drawn)
    ys = apart([head.top, head.foot, *(y for y in at if y > head.foot + LOW / 2), *tail], LOW / 2)
    between = [row for row in lines if head.foot < row[0].middle < ys[-1]]
    texts = [p for row in between for p in row if xs[0] <= p.x0 < xs[-1]]
    over = any(p.x0 + SAME < x < p.x1 - SAME for p in texts for x in xs)
    if over or len(ys) < LEAST or any(map(_runs_over, between)):
        return None
    plain = Grid(xs, ys, tuple(Span(r, c, 1, 1) for r in range(len(ys) - 1) for c in range(len(xs) - 1)))
    leaves = _leaves(plain, own, stripes)
    return plain._replace(cells=tuple(_cells(plain, own, leaves, tokens))) if leaves else None


def _head(stripes: Stripes, lines: Sequence[Row], drawn: Sequence[Rule]) -> _Head | None:
    """The headings in bold above the first stripe or on it; a bare row may stand between."""
    first = stripes.bands[0]
    top, foot = min(b.top for b in first), max(b.bottom for b in first)
    on = [row for row in lines if top < row[0].middle < foot]
    if on and all(p.style.bold for row in on for p in row) and len(stripes.bands) > 1:
        return _Head(_starts(on), top, foot) if len(_starts(on)) >= LEAST else None
    above = [row for row in lines if row[0].middle < top][-FAR:]
    at = next((k for k in range(len(above) - 1, -1, -1) if _names(above[k], stripes)), None)
    if at is None:
        return None
    begin = end = at
    while begin and _goes_on(above[begin - 1], above[begin], above[at]):
        begin -= 1
    while end + 1 < len(above) and _goes_on(above[end], above[end + 1], above[at]):
        end += 1
    heads = above[begin : end + 1]
    low, high = min(p.top for row in heads for p in row), max(p.bottom for row in heads for p in row)
    if end + 1 == len(above):
        return _Head(_starts(heads), low - 1, top)
    below = heights.top_of(above[end + 1])
    width = stripes.xs[-1] - stripes.xs[0]
    drawn_at = [
        r.top
        for r in drawn
        if r.horizontal and r.x1 - r.x0 > width / 2 and high - SAME < r.top < below + SAME
    ]
    return _Head(_starts(heads), low - 1, max(drawn_at, default=(high + below) / 2))


def _names(row: Row, stripes: Stripes) -> bool:
    """True for a line of headings in bold over stripes."""
    over = any(stripes.xs[0] - SAME <= p.x0 < stripes.xs[-1] for p in row)
    return len(row) >= LEAST and over and all(p.style.bold for p in row) and not _runs_over(row)


def _runs_over(row: Row) -> bool:
    """True for a line of which a text is cut at the edge of a column that it runs over."""
    return any(b.x0 - a.x1 < TIGHT * a.size for a, b in pairwise(row))


def _goes_on(upper: Row, lower: Row, head: Row) -> bool:
    """True for lines of headings right below each other."""
    near = heights.white(upper, lower) < 0.6 * head[0].size
    ends = [*(h.x0 for h in head[1:]), float("inf")]
    return near and all(
        p.style.bold
        and abs(p.size - head[0].size) < UNEVEN / 2
        and any(abs(p.x0 - h.x0) <= UNEVEN and p.x1 < end for h, end in zip(head, ends, strict=True))
        for row in (upper, lower)
        for p in row
    )


def _starts(heads: Sequence[Row]) -> tuple[float, ...]:
    return apart(sorted(p.x0 for row in heads for p in row), 2 * UNEVEN)


def _columns(stripes: Stripes, head: _Head, lines: Sequence[Row]) -> tuple[float, ...] | None:
    """The edges of all columns: those of the stripes, and where headings stand beside or between them."""
    known = stripes.xs
    offs = [s - max(x for x in known if x <= s) for s in head.starts if known[0] <= s]
    pads = [off for off in offs if off <= PAD]
    if len(pads) < 2 or max(pads) - min(pads) > UNEVEN:
        return None
    pad = median(pads)
    more = [s - pad for s in head.starts if all(abs(s - pad - x) > UNEVEN for x in known)]
    xs = tuple(sorted([*known, *more]))
    if any(b.x0 + SAME < x < b.x1 - SAME for band in stripes.bands for b in band for x in more):
        return None
    if head.starts[-1] > known[-1]:
        foot = max(b.bottom for band in stripes.bands for b in band)
        own = [p.x1 for row in lines for p in row if head.top < p.middle < foot and p.x0 >= xs[-1]]
        xs = (*xs, max(own) + pad)
    heads = sum(any(a - SAME <= s < b for s in head.starts) for a, b in pairwise(xs))
    return xs if heads == len(xs) - 1 else None


def _tail(
    bottom: float, xs: Sequence[float], head: _Head, lines: Sequence[Row], drawn: Sequence[Rule]
) -> list[float]:
    """The foot of a bare row below the last stripe; nothing where there is none."""
    pad = min(s - max(x for x in xs if x <= s + SAME) for s in head.starts)
    at = bottom
    for row in lines:
        if row[0].middle <= bottom:
            continue
        own = [p for p in row if xs[0] - PAD <= p.x0 < xs[-1]]
        if not own or heights.top_of(own) - at > AIR * own[0].size:
            break
        between = [r.top for r in drawn if r.horizontal and r.x1 - r.x0 > (xs[-1] - xs[0]) / 2]
        folio = len(own) == 1 and folios.is_folio(own[0].text) and row is lines[-1]
        if folio or _runs_over(own) or any(bottom - SAME <= y < own[0].middle for y in between):
            break
        if not all(_stands_in(p, xs, pad) for p in own):
            break
        at = heights.foot_of(own)
    return [at + 1] if at > bottom else []


def _stands_in(text: Phrase, xs: Sequence[float], pad: float) -> bool:
    """True for a text that keeps to a column, and to the distance of its texts from the edge."""
    left = max((x for x in xs if x <= text.x0 + SAME), default=None)
    if left is None or text.x0 < left + pad - SAME:
        return False
    return not any(text.x0 + SAME < x < text.x1 - SAME for x in xs)


def _ground(grid: Grid, row: int, col: int, fills: Sequence[Fill]) -> Fill | None:
    """What is painted in a square of the grid."""
    x, y = (grid.xs[col] + grid.xs[col + 1]) / 2, (grid.ys[row] + grid.ys[row + 1]) / 2
    return next((f for f in fills if f.box.x0 < x < f.box.x1 and f.box.top < y < f.box.bottom), None)


def _leaves(grid: Grid, fills: Sequence[Fill], stripes: Stripes) -> list[int]:
    """The columns without merged cells, where most stripes are; none where two of one colour adjoin in all."""
    found: dict[int, int] = {}
    for col in range(len(grid.xs) - 1):
        own = [_ground(grid, row, col, fills) for row in range(1, len(grid.ys) - 1)]
        striped = sum(f is not None and f.colour in stripes.colours for f in own)
        if striped and all(a is None or b is None or a.colour != b.colour for a, b in pairwise(own)):
            found[col] = striped
    return [col for col, striped in found.items() if striped == max(found.values())]


def _cells(grid: Grid, fills: Sequence[Fill], leaves: Sequence[int], tokens: Sequence[Token]) -> list[Span]:
    """The cells of all rows: painted ones as high as their ground, bare ones beside stripes with those above
    them, unless texts begin there in two columns."""
    rows = range(1, len(grid.ys) - 1)
    firsts = stubs.firsts(grid, tokens, leaves)
    striped = {row for row in rows if any(_ground(grid, row, col, fills) for col in leaves)}
    cells = [Span(0, col, 1, 1) for col in range(len(grid.xs) - 1)]
    texts = {col: _lines(grid, col, tokens) for col in range(len(cells)) if col not in leaves}
    bare = {col: [row for row in rows if _ground(grid, row, col, fills) is None] for col in texts}
    merged = {col: own for col, own in bare.items() if striped.intersection(own)}
    begun = {col: set(stubs.begun(texts[col], own, firsts)) for col, own in merged.items()}
    beside = {row for row in rows if sum(row in own for own in begun.values()) > 1}
    for col in range(len(cells)):
        if not col and len(merged.get(col, ())) == len(rows) and _is_painted(grid, fills, rows):
            cells += stubs.cells_by_text(Span(1, col, len(rows), 1), grid, texts[col], firsts)
            continue
        grounds = {row: _ground(grid, row, col, fills) for row in rows}
        each = col in merged and len(begun[col]) >= max(stubs.MOST * len(merged[col]), 2)
        opening = begun.get(col, {*rows})
        opened = [
            row for row in rows
            if row == 1 or _opens(
                grounds[row - 1], grounds[row], row in opening and (each or row in beside or row not in striped)
            )
        ]  # fmt: skip
        cells += [Span(a, col, b - a, 1) for a, b in pairwise([*opened, len(grid.ys) - 1])]
    return sorted(cells)


def _lines(grid: Grid, col: int, tokens: Sequence[Token]) -> list[Phrase]:
    """The texts of a column below its heading."""
    box = grid.box_of(Span(1, col, len(grid.ys) - 2, 1))
    return [p for row in phrases.rows(standing_in(box, tokens)) for p in row]


def _is_painted(grid: Grid, fills: Sequence[Fill], rows: Sequence[int]) -> bool:
    """True where all columns but the first have stripes: no merged cells leave them out, the style does."""
    return all(any(_ground(grid, row, col, fills) for row in rows) for col in range(1, len(grid.xs) - 1))


def _opens(above: Fill | None, own: Fill | None, begun: bool) -> bool:
    """True for a square that is not the cell above it."""
    return begun if above is None and own is None else above != own


def _is_bare(grid: Grid, fills: Sequence[Fill]) -> bool:
    """True where some column has no stripe at all."""
    rows, cols = range(1, len(grid.ys) - 1), range(len(grid.xs) - 1)
    return any(all(_ground(grid, row, col, fills) is None for row in rows) for col in cols)


def _is_in_part(grid: Grid) -> bool:
    """True where a merged cell stands in some column."""
    return any(span.row_span > 1 for span in grid.cells)
