"""Ruled grids whose rules draw less than all cells, completed by what parts the text.

Five kinds are met: a frame with rules between rows only; columns that are drawn in the headings and left out below;
columns that are drawn with no rules between the rows; a rule left out beside a cell that goes on over a page break; a
head in a box above rows that nothing draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.grids import flowing, joints, steps
from parsers.grids import grid as ruling
from parsers.grids.grid import Edge, Grid, Span
from parsers.grids.levels import SAME_END
from parsers.page import Fill, Rule, Token
from parsers.ruled import boxed, flush, listed, reprints, shaded_heads, titled, uprights
from parsers.stacks import eye as columns
from parsers.stacks import notes, openings, remarks, subheads
from parsers.stacks.bands import Band, between
from parsers.stacks.layouts import Layout
from parsers.stacks.part import Part
from parsers.stacks.stack import Stack
from parsers.text import phrases

REPEATED = 3  # rows that must be alike before rules are taken to be missing on purpose
FEW_BANDS = 3  # bands of a grid that may be headings, all rows and a total
TALL = 40.0  # points; a band of several rows is higher
DRAWN = 0.95  # share of a frame's width that a rule from side to side covers
BROKEN = 20.0  # points; pieces of a rule with smaller gaps between them are dashes
PIECES = 8  # of a rule on one level that leave out columns: more are dashes
LEAST = 0.25  # share of a frame's width that they cover
FRAME = 2  # levels of a frame with nothing inside
CLEAR = 0.8  # share of the merged cells whose text must keep to the columns


def whole(
    grids: Sequence[Grid], rules: Sequence[Rule], tokens: Sequence[Token], known: Sequence[Layout] = (),
    fills: Sequence[Fill] = (),
) -> list[Grid]:  # fmt: skip
    """The ruled grids of a page with what their rules do not draw: cells, columns, and the rows below a head.

    `known` are the columns of tables on the page before, `fills` the shading of this one.
    """
    if not grids:
        return []
    figures = uprights.figures_of(tokens)
    drawn = [
        uprights.parted(
            _going_on(completed(g, tokens, fills, known, rules), rules, tokens, known), tokens, figures
        )
        for g in grids
    ]
    return boxed.extended([joints.parted(g, rules, tokens) for g in drawn], tokens, figures)


def completed(
    grid: Grid, tokens: Sequence[Token], fills: Sequence[Fill] = (), known: Sequence[Layout] = (),
    rules: Sequence[Rule] = (),
) -> Grid:  # fmt: skip
    """The grid with the cells that its rules do not draw, or as it is where all are drawn or the text is unclear."""
    return flush.taken_apart(_with_missing(grid, tokens, fills, known, rules), tokens)


def _with_missing(
    grid: Grid, tokens: Sequence[Token], fills: Sequence[Fill], known: Sequence[Layout], rules: Sequence[Rule]
) -> Grid:
    """The grid with the columns or rows that it leaves out throughout."""
    rows, cols = len(grid.ys) - 1, len(grid.xs) - 1
    if cols == 1:
        return _with_columns(grid, tokens, fills, known, rules)
    merged = [span for span in grid.cells if span.col_span > 1 and span.row_span == 1]
    if len(merged) >= REPEATED and 2 * len(merged) >= rows:
        return _with_parted(grid, merged, tokens)
    if rows <= FEW_BANDS and len(grid.cells) == rows * cols and max(_heights(grid)) > TALL:
        return listed.parted(grid, tokens)
    return grid


def _heights(grid: Grid) -> list[float]:
    return [b - a for a, b in pairwise(grid.ys)]


def _going_on(grid: Grid, rules: Sequence[Rule], tokens: Sequence[Token], known: Sequence[Layout]) -> Grid:
    """A frame without an upper side has the columns of the table of the page before that it is the rest of: all that
    its rules draw is that table's foot."""
    if (
        len(grid.xs) > 2
        or len(grid.ys) > 2
        or any(r.horizontal and _is_on(r, grid, grid.ys[0]) for r in rules)
    ):
        return grid
    for layout in reversed(known):
        if not _ends_as(grid, layout):
            continue
        part = _part(grid, _bands(grid, tokens), (), remarks.labels(phrases.rows(tokens)))
        inner = (e for e in part.stack.edges if e.at not in grid.ys)  # those of remarks
        pieces = (*(Edge(at, a, b) for at in grid.ys for a, b in pairwise(layout.xs)), *inner)
        part = part._replace(stack=part.stack._replace(edges=pieces))
        found = columns.grid_of(part, (), (layout,))
        if found and not found.doubt:
            return found
    return grid


def _ends_as(grid: Grid, layout: Layout) -> bool:
    """True for a grid as wide as a known table, in its place."""
    return abs(grid.xs[0] - layout.xs[0]) <= SAME_END >= abs(grid.xs[-1] - layout.xs[-1])


def _is_on(rule: Rule, grid: Grid, level: float) -> bool:
    return abs(rule.top - level) <= ruling.SNAP and rule.x1 > grid.xs[0] and rule.x0 < grid.xs[-1]


def is_frame(grid: Grid, rules: Sequence[Rule]) -> bool:
    """True for a grid in a frame: upright rules stand at its sides, and none between its columns."""
    if len(grid.xs) < 4:
        return False
    top, bottom = grid.ys[0], grid.ys[-1]
    down = [r.x0 for r in rules if not r.horizontal and r.top < bottom and top < r.bottom]
    sides, inner = ((grid.xs[0], grid.xs[-1]), grid.xs[1:-1])
    at_sides = all(any(abs(x - at) <= ruling.SNAP for at in down) for x in sides)
    return at_sides and not any(abs(x - at) <= ruling.SNAP for x in inner for at in down)


def _bands(
    grid: Grid, tokens: Sequence[Token], ends: Sequence[float] = (), starts: Sequence[float] = ()
) -> list[Band]:
    lines = phrases.rows(flush.within_sides(grid, tokens), ends, starts)
    return [between(lines, a, b) for a, b in pairwise(grid.ys)]


def _with_columns(
    grid: Grid, tokens: Sequence[Token], fills: Sequence[Fill], known: Sequence[Layout], rules: Sequence[Rule]
) -> Grid:
    """A frame with rules between rows only is read as if its sides were not there, if it has headings. Its sides may be
    drawn row by row where no rule is."""
    stepped = steps.of_frame(grid, rules)
    labelled = any(_is_label(band) for band in _bands(stepped, tokens)) if stepped is not grid else True
    found = None if labelled else _below_heads(stepped, tokens, fills, known, ())
    if found is not None and not found.doubt and len(found.xs) > steps.COLUMNS:
        return flowing.joined(found, set(stepped.ys) - set(grid.ys), tokens)
    if len(grid.ys) == FRAME:
        return grid
    grid = titled.parted(grid, tokens, fills)
    parts = [_in_columns(part, tokens, fills, known, rules) for part in reprints.parted(grid, tokens)]
    whole = reprints.joined([part for part in parts if part is not None])
    return whole if whole is not None and all(parts) else grid


def _is_label(band: Band) -> bool:
    """True for a row of a label alone, of which the remark stands elsewhere."""
    return len(band) == 1 and len(band[0]) == 1 and band[0][0].text.endswith(":")


def _in_columns(
    grid: Grid, tokens: Sequence[Token], fills: Sequence[Fill], known: Sequence[Layout], rules: Sequence[Rule]
) -> Grid | None:
    """A frame below headings with its columns. Pieces of rules with which it is not understood part whole rows."""
    found = _below_heads(grid, tokens, fills, known, rules)
    if (found is None or found.doubt) and any(_pieces(grid, at, rules) for at in grid.ys[1:-1]):
        again = _below_heads(grid, tokens, fills, known, ())
        return again if found is None or (again is not None and not again.doubt) else found
    return found


def _below_heads(
    grid: Grid, tokens: Sequence[Token], fills: Sequence[Fill], known: Sequence[Layout], rules: Sequence[Rule]
) -> Grid | None:
    """A frame below headings with its columns, which may be painted in these, or are those of a table of the page
    before that has the same. Texts that leave little white begin where headings or that table's do. It is in doubt
    where only its columns are sure."""
    shades = _painted(grid, fills)
    ends = sorted({e.start for e in shades})
    bands = _bands(grid, tokens, ends)
    heads = shaded_heads.found(grid, bands, fills)
    over = dict(zip(grid.ys, bands, strict=False)) if heads else {}
    starts = [p.x0 for row in bands[0] for p in row[1:]]
    starts += [x for layout in known if _ends_as(grid, layout) for x in layout.starts[1:]]
    below = [row for band in bands[1:] for row in band]
    labelled = any(":" in row[0].text for row in below) and any(len(row) > 1 for row in below)
    labels = remarks.labels(phrases.rows(tokens)) if labelled else frozenset[remarks.Label]()
    unclear = None
    for own in ((), starts) if starts else ((),):
        inner = _bands(grid, tokens, ends, own) if own else bands
        inner = [() if at in heads else band for at, band in zip(grid.ys, inner, strict=False)]
        part = _part(grid, inner, rules, labels)
        part = part._replace(stack=part.stack._replace(shades=shades))
        part = subheads.parted(notes.parted(titled.headed(part)))
        found = columns.grid_of(part, (), known) if part.headed else None
        found = shaded_heads.put(found, heads, over) if found is not None and heads else found
        if found is not None and not found.doubt:
            return found
        if found is not None and found.doubt == openings.DOUBT_ROWS:
            unclear = found  # headings tell the columns for sure
    return unclear


def _painted(grid: Grid, fills: Sequence[Fill]) -> tuple[Edge, ...]:
    """The upper and lower edges of shading in a frame's first row, where cells are painted one by one: of two levels of
    headings those of the lower one."""
    top, foot = grid.ys[:2]
    own = [
        f.box for f in fills if f.box.top >= top - ruling.TOUCH and abs(f.box.bottom - foot) <= ruling.TOUCH
    ]
    inside = [b for b in own if grid.xs[0] - SAME_END <= b.x0 and b.x1 <= grid.xs[-1] + SAME_END]
    return tuple(Edge(at, b.x0, b.x1) for b in inside for at in (top, foot)) if len(inside) > 2 else ()


def _part(
    grid: Grid,
    bands: Sequence[Band],
    rules: Sequence[Rule] = (),
    labels: frozenset[remarks.Label] = frozenset(),
) -> Part:
    """A frame with rules between rows only as a part of a stack. Where rules leave columns out, cells there are merged
    over rows. `labels` are those of the page's remarks: one stands in a frame of its own, too."""
    left, right = grid.xs
    pieces = {at: _pieces(grid, at, rules) for at in grid.ys[1:-1]}
    whole = frozenset(at for at in grid.ys if not pieces.get(at))
    edges = tuple(e for at in grid.ys for e in pieces.get(at) or (Edge(at, left, right),))
    stack = Stack(left, right, grid.ys, whole, frozenset(grid.ys), edges, ())
    lines = [row for band in bands for row in band]
    if known := labels | remarks.labels(lines):
        (stack,), lines = remarks.parted([stack], lines, known)
        bands = [between(lines, a, b) for a, b in pairwise(stack.levels)]
    return Part(stack, tuple(bands), 0)


def _pieces(grid: Grid, level: float, rules: Sequence[Rule]) -> list[Edge]:
    """The pieces of rules on a level inside a frame where they leave out a part of its width; else none, nor the dashes
    of a broken rule."""
    on = [r for r in rules if r.horizontal and _is_on(r, grid, level) and r.x1 - r.x0 >= ruling.SHORTEST]
    pieces = ruling.joined(Edge(level, r.x0, r.x1) for r in on)
    if len(pieces) > PIECES or any(b.start - a.end < BROKEN for a, b in pairwise(pieces)):
        return []
    drawn = sum(e.end - e.start for e in pieces) / (grid.xs[-1] - grid.xs[0])
    return pieces if LEAST <= drawn < DRAWN else []


def _with_parted(grid: Grid, merged: Sequence[Span], tokens: Sequence[Token]) -> Grid:
    """Cells over several columns are taken apart where the text of nearly all of them keeps to the columns."""
    bands = _bands(grid, tokens)
    several = [
        span
        for span in merged
        if any(len(flush.inside(row, grid.box_of(span))) > 1 for row in bands[span.row])
    ]
    clear = [span for span in several if _keeps(grid, span, bands[span.row])]
    if len(clear) < REPEATED or len(clear) < CLEAR * len(several):
        return grid
    cells: list[Span] = []
    for span in grid.cells:
        if span in clear:
            cells += [Span(span.row, col, 1, 1) for col in range(span.col, span.col + span.col_span)]
        else:
            cells.append(span)
    return grid._replace(cells=tuple(cells))


def _keeps(grid: Grid, span: Span, band: Band) -> bool:
    """True for a merged cell whose text stands in several of its columns and crosses none of their edges."""
    own = [flush.inside(row, grid.box_of(span)) for row in band]
    edges = grid.xs[span.col : span.col + span.col_span + 1]
    crossed = any(p.x0 + 1 < x < p.x1 - 1 for row in own for p in row for x in edges)
    held = {sum(x <= (p.x0 + p.x1) / 2 for x in edges) for row in own for p in row}
    return not crossed and len(held) > 1
