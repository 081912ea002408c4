"""What shading draws of a grid: headings that are painted where no rule is drawn, and stripes with bare rows between.

Producers paint a row of headings and rule the rows below it, or rule a row of headings at its sides alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids.grid import SNAP, TOUCH, Grid, Span
from parsers.page import Fill, Rule, Token, standing_in
from parsers.text import phrases

HEADINGS = 2  # rows of headings that may stand on a grid
LEAST = 8.0  # points; a lower band of colour is a rule
TALLEST = 120.0  # points; a higher one is no row of headings
COLUMNS = 4  # edges, from which on cells that are painted side by side are headings by no chance
ROWS = 2  # that must keep to the columns of their headings
WIDE = 100.0  # points; a narrower band of colour is a cell's
UPRIGHTS = 2  # rules that begin at a foot from which on they are its columns'
ACROSS = -1.0  # in the place of an upright rule: one from side to side
WHOLE = 0.9  # share of a width that fills must cover
Edges = Mapping[int, set[float]]  # where upright rules begin or end, by height
OTHERWISE, ALONE, APART = range(3)  # how texts stand in columns


def completed(grid: Grid, fills: Sequence[Fill], tokens: Sequence[Token]) -> Grid:
    """The grid with the headings that only shading shows; as it is where there are none."""
    large = _bands(fills)
    for _ in range(HEADINGS):
        band = _standing_on(grid, large)
        if band is None or not keeps(grid, band, tokens):
            break
        grid = _topped(grid, band)
    return _swatched(_opened(_parted(_footed(grid, large, tokens), large), large, tokens), large, tokens)


def feet(fills: Sequence[Fill], rules: Sequence[Rule]) -> list[Rule]:
    """The foot of each row of headings that only shading shows, where the upright rules of its columns begin or that
    they run through, and none draws it: below it cells are ruled at their sides and feet, or at their sides alone."""
    wide = [f for f in _bands(fills) if f.box.width > WIDE]
    if not wide:
        return []
    begins: defaultdict[int, set[float]] = defaultdict(set)
    ends: defaultdict[int, set[float]] = defaultdict(set)
    reach: dict[tuple[int, int], float] = {}
    for x0, top, x1, bottom, _, _ in rules:
        if top != bottom and bottom - top >= LEAST:
            begins[round(top)].add(round(x0))
            ends[round(bottom)].add(round(x0))
            reach[round(top), round(x0)] = bottom
        elif x0 != x1 and x1 - x0 > WIDE:
            begins[round(top)].add(ACROSS)
            ends[round(top)].add(ACROSS)
    return [
        Rule(box.x0, box.bottom, box.x1, box.bottom, 0, colour)
        for box, colour, _ in wide
        if (
            len(below := _begun(begins, box, box.bottom)) >= UPRIGHTS
            and (not (own := _begun(begins, box, box.top)) or _is_first(ends, box, below == own))
        )
        or _is_run_through(begins, ends, reach, box)
    ]


def _is_run_through(begins: Edges, ends: Edges, reach: Mapping[tuple[int, int], float], box: Box) -> bool:
    """True for the first band of a table whose columns are drawn by rules in one piece from its head to its foot."""
    own = _begun(begins, box, box.top)
    down = [low for (top, x), low in reach.items() if abs(top - box.top) <= TOUCH and x in own]
    drawn = any(ACROSS in begins.get(round(box.bottom) + k, ()) for k in (-1, 0, 1))
    through = len(own) >= UPRIGHTS and min(down, default=0.0) > box.bottom + LEAST
    return through and not drawn and not _begun(ends, box, box.top)


def _is_first(ends: Edges, box: Box, sided: bool) -> bool:
    """True for a band whose cells are ruled at their sides as those below it are, and that stands below none."""
    return sided and len(_begun(ends, box, box.bottom)) >= UPRIGHTS and not _begun(ends, box, box.top)


def _begun(begins: Edges, box: Box, at: float) -> set[float]:
    """Where upright rules begin between a band's sides at a height; none where a rule goes across there."""
    own = set().union(*(begins.get(round(at) + k, ()) for k in (-1, 0, 1)))
    return set() if ACROSS in own else {x for x in own if box.x0 + TOUCH < x < box.x1 - TOUCH}


def _bands(fills: Sequence[Fill]) -> list[Fill]:
    return [f for f in fills if LEAST <= f.box.height <= TALLEST]


def _standing_on(grid: Grid, fills: Sequence[Fill]) -> Box | None:
    """A band of shading from side to side of the grid whose foot is the grid's top."""
    left, top, right, _ = grid.box
    on = [
        f.box
        for f in fills
        if abs(f.box.bottom - top) <= TOUCH and left - TOUCH <= f.box.x0 and f.box.x1 <= right + TOUCH
    ]
    if not on or len(grid.xs) < 3:
        return None
    head = min(box.top for box in on)
    level = [box for box in on if box.top - head <= SNAP]
    return Box(left, head, right, top) if covered(level, left, right) >= WHOLE else None


def covered(boxes: Sequence[Box], left: float, right: float) -> float:
    """Share of the way from left to right that boxes cover."""
    at, covered = left, 0.0
    for box in sorted(boxes):
        covered += max(0.0, min(box.x1, right) - max(box.x0, at))
        at = max(at, box.x1)
    return covered / (right - left)


def striped(grid: Grid, tokens: Sequence[Token]) -> Grid:
    """The grid with the rows between its stripes parted as these are, or as its headings are: where nothing colours a
    row, or one stripe all of it, nothing draws its columns' edges either. A heading over several columns stays whole.
    """
    edges = {(s.row + k, s.col) for s in grid.cells for k in range(s.row_span)}
    high = _high(grid)
    heads = _heads_of_rows(grid, high, tokens)
    cells: list[Span] = []
    for span in grid.cells:
        stops = [
            col
            for col in range(span.col + 1, span.col + span.col_span)
            if (col in heads and span.row >= high)
            or all((row, col) in edges for row in (span.row - 1, span.row + 1) if 0 <= row < len(grid.ys) - 1)
        ]
        whole = span.row_span > 1 or not stops
        whole = whole or _stand(grid, span, stops, tokens) < (ALONE if span.row >= high else APART)
        ends = [span.col, *([] if whole else stops), span.col + span.col_span]
        cells += [span._replace(col=a, col_span=b - a) for a, b in pairwise(ends)]
    return grid._replace(cells=tuple(cells))


def _heads_of_rows(grid: Grid, high: int, tokens: Sequence[Token]) -> set[int]:
    """Where headings begin, if the texts of several rows that nothing parts stand below them, or of the only one
    beside rests of rows: a page may begin with one."""
    heads = {s.col for s in grid.cells if s.row < high == s.row + s.row_span}
    kept = rests = whole = 0
    for span in grid.cells:
        stops = sorted(heads.intersection(range(span.col + 1, span.col + span.col_span)))
        if span.row < high or span.row_span > 1 or not stops:
            continue
        stand = _stand(grid, span, stops, tokens)
        whole += 1
        kept += stand == APART
        rests += stand == ALONE
        if kept >= ROWS:
            return heads
    return heads if kept and kept + rests == whole else set()


def _high(grid: Grid) -> int:
    """How many rows of headings a grid has: two where some go over both, or head several of the second."""
    first = [s for s in grid.cells if s.row == 0]
    under = {s.col for s in grid.cells if s.row == 1}
    parted = any(under.intersection(range(s.col + 1, s.col + s.col_span)) for s in first)
    return 2 if any(s.row_span == HEADINGS for s in first) and parted else 1


def _stand(grid: Grid, span: Span, stops: Sequence[int], tokens: Sequence[Token]) -> int:
    """How the texts of a cell stand in the columns that edges would make of it: APART where they cross none and stand
    in most; ALONE where all are in one that is not the first, as the rest of a row is."""
    held = _held(grid, grid.box_of(span), [grid.xs[col] for col in stops], tokens)
    if len(held) > 1 and 2 * len(held) > len(stops) + 1:
        return APART
    return ALONE if len(held) == 1 and 0 not in held else OTHERWISE


def keeps(grid: Grid, band: Box, tokens: Sequence[Token]) -> bool:
    """True where the band's text stands in most of the columns and crosses none of their edges: no title."""
    held = _held(grid, band, grid.xs, tokens)
    return len(held) > 1 and 2 * len(held) >= len(grid.xs) - 1


def _held(grid: Grid, band: Box, edges: Sequence[float], tokens: Sequence[Token]) -> set[int]:
    """Between which edges a band's texts stand; nothing where one runs over an edge."""
    rows = phrases.rows(standing_in(band, tokens), grid.xs)
    if any(p.x0 + 1 < x < p.x1 - 1 for row in rows for p in row for x in edges):
        return set()
    return {bisect_right(edges, (p.x0 + p.x1) / 2) for row in rows for p in row}


def _topped(grid: Grid, band: Box) -> Grid:
    first = [Span(0, col, 1, 1) for col in range(len(grid.xs) - 1)]
    rest = [span._replace(row=span.row + 1) for span in grid.cells]
    return grid._replace(ys=(band.top, *grid.ys), cells=(*first, *rest))


def _footed(grid: Grid, fills: Sequence[Fill], tokens: Sequence[Token]) -> Grid:
    """The grid with a level where shading from side to side at its head ends and no rule is drawn: a row that is ruled
    at its sides alone stands below the headings. Where no rule draws columns, cells that are painted one by one do."""
    left, top, right, _ = grid.box
    cols, foot = len(grid.xs) - 1, grid.ys[1]
    if grid.cells[0] != (0, 0, 1, cols):
        return grid
    own = [f.box for f in fills if abs(f.box.top - top) <= TOUCH and f.box.bottom < foot - LEAST]
    at = max((box.bottom for box in own), default=top)
    level = [box for box in own if at - box.bottom <= SNAP]
    lower = any(f.box.bottom > at + TOUCH and f.box.top < foot - TOUCH for f in fills)
    if lower or covered(level, left, right) < WHOLE:
        return grid
    columned = grid
    if cols == 1:
        xs = _painted(level, left, right)
        if len(grid.ys) > 2 or len(xs) < COLUMNS:
            return grid
        columned = Grid(xs, grid.ys, (Span(0, 0, 1, len(xs) - 1),))
        if 0 in _held(columned, Box(left, at, right, foot), xs[1:-1], tokens):
            return grid  # rows, and no rest of one
    headed = keeps(columned, Box(left, top, right, at), tokens)
    return _with_foot(columned, at, tokens) if headed else grid


def _painted(level: Sequence[Box], left: float, right: float) -> tuple[float, ...]:
    """The edges of columns that cells of shading side by side draw."""
    inner = sorted({round(box.x0, 1) for box in level if left + LEAST < box.x0 < right - LEAST})
    return (left, *(x for k, x in enumerate(inner) if not k or x - inner[k - 1] > LEAST), right)


def _with_foot(grid: Grid, at: float, tokens: Sequence[Token]) -> Grid:
    """The grid with a level in its first row, and with the row below it in cells if its texts keep to the columns: most
    of them, or those of the rest of a row, which has nothing in the first."""
    cols = len(grid.xs) - 1
    below = [span._replace(row=span.row + 1) for span in grid.cells]
    grid = grid._replace(ys=(grid.ys[0], at, *grid.ys[1:]), cells=(grid.cells[0], *below))
    held = _held(grid, grid.box_of(below[0]), grid.xs[1:-1], tokens)
    if not held or (0 in held and 2 * len(held) <= cols):
        return grid
    row = [Span(1, col, 1, 1) for col in range(cols)]
    return grid._replace(cells=(grid.cells[0], *row, *below[1:]))


def _opened(grid: Grid, fills: Sequence[Fill], tokens: Sequence[Token]) -> Grid:
    """The grid with a first row of headings that is ruled at its sides alone by columns."""
    cols = len(grid.xs) - 1
    if cols < 2 or grid.cells[0] != (0, 0, 1, cols) or len(grid.ys) < 3:
        return grid
    row = grid.box_of(grid.cells[0])
    shaded = [
        f.box for f in fills if abs(f.box.top - row.top) <= TOUCH and abs(f.box.bottom - row.bottom) <= TOUCH
    ]
    if covered(shaded, row.x0, row.x1) < WHOLE or not keeps(grid, row, tokens):
        return grid
    return grid._replace(cells=(*(Span(0, col, 1, 1) for col in range(cols)), *grid.cells[1:]))


def _swatched(grid: Grid, fills: Sequence[Fill], tokens: Sequence[Token]) -> Grid:
    """The grid with a row below a title that nothing parts from it, where a swatch stands at the row's foot and ends at
    a column's edge: the first line of a key below what it is headed."""
    for row in range(len(grid.ys) - 1):
        if Span(row, 0, 1, len(grid.xs) - 1) not in grid.cells or len(grid.xs) < 3:
            continue
        box = grid.box_of(Span(row, 0, 1, len(grid.xs) - 1))
        for fill in (f.box for f in fills):
            at_foot = abs(fill.bottom - box.bottom) <= TOUCH >= abs(fill.x0 - box.x0)
            col = next((k for k, x in enumerate(grid.xs[1:-1], 1) if abs(fill.x1 - x) <= TOUCH), 0)
            if not at_foot or not col or fill.top < box.top + LEAST:
                continue
            inside = standing_in(box, tokens)
            above = [t for t in inside if t.box.bottom <= fill.top + 1 and not t.text.isspace()]
            if above and not any(t.box.top < fill.top - 1 and t.box.bottom > fill.top + 1 for t in inside):
                return _swatched(_cut_above(grid, row, fill.top, col), fills, tokens)
    return grid


def _cut_above(grid: Grid, row: int, at: float, col: int) -> Grid:
    """The grid with a level in a row of one cell, below which that is parted at a column's edge."""
    cols = len(grid.xs) - 1
    cells = [s._replace(row=s.row + (s.row > row)) for s in grid.cells]
    cells += [Span(row + 1, 0, 1, col), Span(row + 1, col, 1, cols - col)]
    return grid._replace(ys=(*grid.ys[: row + 1], at, *grid.ys[row + 1 :]), cells=tuple(sorted(cells)))


def _parted(grid: Grid, fills: Sequence[Fill]) -> Grid:
    """The grid with its first row apart from what is below it where shading from side to side ends on a rule.

    Stripes are shading too, but more than one of a grid's rows has it.
    """
    left, top, right, bottom = grid.box
    for level in range(1, min(HEADINGS, len(grid.ys) - 2) + 1):
        foot = grid.ys[level]
        head = [f for f in fills if abs(f.box.top - top) <= TOUCH and abs(f.box.bottom - foot) <= TOUCH]
        below = [
            f for f in fills if foot - SNAP <= f.box.top < bottom and f.box.x1 > left and f.box.x0 < right
        ]
        cut = [s for s in grid.cells if s.row < level < s.row + s.row_span]
        if cut and covered([f.box for f in head], left, right) >= WHOLE and not below:
            upper = [s._replace(row_span=level - s.row) for s in cut]
            lower = [s._replace(row=level, row_span=s.row + s.row_span - level) for s in cut]
            kept = [s for s in grid.cells if s not in cut]
            return grid._replace(cells=tuple(sorted([*kept, *upper, *lower])))
    return grid
