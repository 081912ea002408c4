"""The ruled eye: tables whose cells are parted by ruling lines or by the edges of shading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from parsers.cells import handing
from parsers.cells.cell import Seen, SeenTable
from parsers.geometry import Box
from parsers.grids import bare_heads, levels, pieced, rules, shading, splices, steps, stood_on, swatched
from parsers.grids import grid as ruling
from parsers.grids.grid import Grid
from parsers.grids.rules import pale
from parsers.page import Fill, Page, Rule, Token, Tokens
from parsers.ruled import (
    banded,
    bent,
    flanks,
    frames,
    lintels,
    merged,
    painted,
    rising,
    stubs,
    tinted_heads,
    tints,
    tints_on,
)
from parsers.stacks import eye as columns
from parsers.stacks import rests, tinted
from parsers.stacks.layouts import Layout
from parsers.text import phrases
from parsers.text.phrases import Row
from parsers.whitespace import eye as gaps
from parsers.whitespace import signs as standing


def tables(page: Page, known: Sequence[Layout] = ()) -> list[SeenTable]:
    """Every ruled table of a page, from the top down. Nested grids are read as tables of their own.

    `known` are the columns of tables on the page before.
    """
    page = replace(page, tokens=Tokens(page.tokens))
    visible = rules.drawn(page)
    dark = [f for f in page.fills if not pale(f.colour)]
    visible += shading.feet(dark, visible)
    visible += pieced.closed(visible, page.tokens)
    grids = [steps.parted(grid, page.rules, page.tokens) for grid in ruling.grids(visible)]
    parts = splices.joined(grids, dark, page.tokens)
    parts = [shading.completed(grid, dark, page.tokens) for grid in parts]
    parts = [swatched.columned(grid, dark, page.tokens) for grid in parts]
    parts = [stood_on.put(grid, dark, page.tokens) for grid in parts]
    drawn = [tinted.framed(bare_heads.parted(grid, page.tokens), dark, page.tokens) for grid in parts]
    ruled = lintels.topped(frames.whole(drawn, page.rules, page.tokens, known, dark), visible, page.tokens)
    ruled = stubs.whole(ruled, page.rules, page.tokens)
    ruled = [merged.parted(grid, page.tokens, page.rules, dark) for grid in bent.parted(ruled, page.tokens)]
    ruled, striped_in_part = banded.put(ruled, page, visible)
    beside = [*striped_in_part, *_beside_tints(page, [*ruled, *striped_in_part])]
    in_part, striped = painted.grids(page, visible)
    beside += [g for g in in_part if not any(g.box.overlap(o.box) for o in (*ruled, *beside))]
    taken = [*ruled, *beside]
    places = [g.box for g in taken]
    lines = cache(lambda: phrases.rows(page.tokens))
    ruled = _clearer(ruled, lines, visible, [g.box for g in beside])
    found = columns.grids(visible, page.fills, page.tokens, taken, known)
    found = [tints.in_columns(grid, page.tokens) for grid in found]
    found += tints_on.grids(page, page.rules, dark, known, [*taken, *found]) if known else []
    found = _grown(_clearer(found, lines, visible, places), lines, visible, page.fills, places)
    unruled = [*beside, *(painted.longer(g, striped) for g in found)]
    heads, shaded = _grids_of_shading(page, [*ruled, *unruled]), list[Grid]()
    unruled, shaded = tinted_heads.joined(unruled, heads) if heads else (unruled, shaded)
    shaded = [painted.longer(g, striped) for g in shaded]
    readers = [("ruled", g) for g in ruled] + [("unruled", g) for g in [*unruled, *shaded]]
    turned = rising.sideways(page.tokens)
    readers = [(reader, rising.topped(rests.parted(g, page.tokens), turned)) for reader, g in readers]
    seen = _filled(page, sorted(readers, key=lambda r: r[1].box.area))
    kept = [t for t in seen if t.worthwhile() and not _is_of_bars(t, seen)]
    merged.doubt((t for t in kept if t.reader == "ruled"), page.tokens)
    return sorted(kept, key=lambda t: (t.grid.ys[0], t.grid.xs[0]))


def _filled(page: Page, readers: Sequence[tuple[str, Grid]]) -> list[SeenTable]:
    """The tables of grids with their ink. A frame inside a cell, such as that of a bar, is none: the cell holds it."""
    seen = [_seen(page, grid, reader) for reader, grid in readers]
    handing.hand_out(page, seen)
    tables = [t for t in seen if t.worthwhile() or not any(_is_around(o, t) for o in seen)]
    return _filled(page, [(t.reader, t.grid) for t in tables]) if len(tables) < len(seen) else seen


def _is_around(table: SeenTable, frame: SeenTable) -> bool:
    held = any(s.tokens or s.marks for s in frame.cells)
    return held and table is not frame and table.worthwhile() and _inside(frame.grid.box, table.grid.box)


def _is_of_bars(table: SeenTable, others: Sequence[SeenTable]) -> bool:
    """True for a grid of shaded bars above ruled tables: its own rows have one text each, or stand above them."""
    if table.reader != "unruled":
        return False
    inner = [
        t.grid.box
        for t in others
        if t.reader == "ruled" and t.worthwhile() and _inside(t.grid.box, table.grid.box)
    ]
    inked = [s.span.row for s in table.cells if s.tokens]
    levels = table.grid.ys
    rows = [k for box in inner for k in range(len(levels) - 1) if levels[k] < box.centre[1] <= levels[k + 1]]
    return bool(inner) and (len(inked) == len(set(inked)) or not set(rows).intersection(inked))


def _clearer(
    grids: Sequence[Grid], lines: Callable[[], list[Row]], drawn: Sequence[Rule], taken: Sequence[Box]
) -> list[Grid]:
    """Grids of few rules; where these leave rows or columns in doubt, what stands one below the other may tell."""
    if not any(g.doubt for g in grids):
        return list(grids)
    others = [*taken, *(g.box for g in grids)]
    return [own for g in grids for own in (gaps.clearer(g, lines(), drawn, others) if g.doubt else [g])]


def _grown(
    grids: Sequence[Grid],
    lines: Callable[[], list[Row]],
    drawn: Sequence[Rule],
    fills: Sequence[Fill],
    taken: Sequence[Box],
) -> list[Grid]:
    """Grids of which the headings alone are drawn, with their rows that stand far below each other, as a sheet's do."""
    if not grids:
        return []
    others = [*taken, *(g.box for g in grids)]
    return [g if _has_parted_rows(g, drawn, fills) else gaps.grown(g, lines(), others) for g in grids]


def _has_parted_rows(grid: Grid, drawn: Sequence[Rule], fills: Sequence[Fill]) -> bool:
    """True where a rule or an edge of shading stands between two rows of a grid, below its first."""
    if any(r.horizontal and _parts_rows(r, grid, 1) for r in drawn):
        return True
    left, right, low, foot = grid.xs[0], grid.xs[-1], grid.ys[1] + 1, grid.ys[-1] - 1
    return any(
        (low < box.top < foot or low < box.bottom < foot) and box.x0 < right and left < box.x1
        for box, *_ in fills
    )


def open_tables(
    page: Page, tokens: Sequence[Token], taken: Sequence[Box], known: Sequence[Layout] = ()
) -> list[SeenTable]:
    """Tables without rules or shading among tokens that no table holds; `taken` are the places of the others.

    `known` are the columns of tables on the page before.
    """
    shown = [c for c in tokens if not c.style.hidden]
    if not shown:
        return []
    starts = [x for layout in known for x in layout.starts[1:]]
    lines = phrases.rows(shown, (), starts)
    signs = [d.box for d in page.drawings] + [p.box for p in page.pictures]
    signs += [f.box for f in page.fills if not pale(f.colour)]
    own = [box for box in signs if not any(place.holds(*box.centre) for place in taken)]
    visible = rules.drawn(page)
    free = _free(gaps.grids(lines, taken, visible, known), taken)
    signed = standing.among(lines, own) if len(own) > 1 else None
    if signed:
        free = _with_signs(free, _free(gaps.grids(signed, taken, visible, known), taken))
    if not free:
        return []
    turned = rising.sideways(shown)
    whole = [rising.topped(flanks.widened(grid, own, shown), turned) for grid in free]
    seen = [_seen(page, grid, "unruled") for grid in whole]
    handing.hand_out(replace(page, tokens=tuple(shown)), seen)
    return [t for t in seen if t.worthwhile()]


def _with_signs(grids: Sequence[Grid], signed: Sequence[Grid]) -> list[Grid]:
    """Grids with those that their signs tell too, in place of what the texts alone show of the same table."""
    found = list(grids)
    for grid in signed:
        beside = [g for g in found if g.box.overlap(grid.box)]
        if all(len(g.xs) < len(grid.xs) and _inside(g.box, grid.box) for g in beside):
            found = [*(g for g in found if g not in beside), grid]
    return found


def _free(grids: Sequence[Grid], taken: Sequence[Box]) -> list[Grid]:
    """The grids where no other table stands."""
    return [g for g in grids if not any(g.box.overlap(box) for box in taken)]


def _grids_of_shading(page: Page, ruled: Sequence[Grid]) -> list[Grid]:
    """Grids that only the edges of adjoining fills draw, where no ruled table stands."""
    found = _drawn_by_fills(page, ruled)
    return [shading.striped(g, page.tokens) for g in found if len(g.xs) > 2 and len(g.ys) > 2]


def _beside_tints(page: Page, ruled: Sequence[Grid]) -> list[Grid]:
    """Grids whose rows only the tints of one column or few draw, below headings that are painted cell by cell."""
    if len(page.fills) <= tints.LEAST:
        return []
    across = [r for r in page.rules if r.horizontal]
    drawn = _drawn_by_fills(page, ruled)
    found = [g for g in drawn if not any(_parts_rows(r, g) for r in across) and not _merges(across, g)]
    return [whole for grid in found if (whole := tints.parted(grid, page.tokens)) is not grid]


def _parts_rows(rule: Rule, grid: Grid, headings: int = tints.HEADINGS) -> bool:
    """True for a rule between two rows of a grid, below its headings."""
    below = grid.ys[min(headings, len(grid.ys) - 1)]
    return below + 1 < rule.top < grid.ys[-1] - 1 and rule.x0 < grid.xs[-1] and grid.xs[0] < rule.x1


def _merges(rules: Sequence[Rule], grid: Grid) -> bool:
    """True where rules below the second row leave some columns out: no headings end there, and cells are merged."""
    at = grid.ys[min(tints.HEADINGS, len(grid.ys) - 1)]
    on = [r for r in rules if abs(r.top - at) <= 1]
    under = {any(r.x0 < (a + b) / 2 < r.x1 for r in on) for a, b in pairwise(grid.xs)}
    return len(under) > 1


def _drawn_by_fills(page: Page, ruled: Sequence[Grid]) -> list[Grid]:
    taken = [g.box for g in ruled]
    free = [
        f
        for f in page.fills
        if not any(_inside(f.box, box) for box in taken) and f.box.area < 0.5 * page.width * page.height
    ]
    edges = [rule for f in _of_cells(free) for rule in _edges(f)]
    return ruling.grids(edges)


def _of_cells(fills: Sequence[Fill]) -> list[Fill]:
    """Fills too large for a mark, and those of narrow columns: as high as one of these, and adjoining it by others."""
    large = {f for f in fills if max(f.box.width, f.box.height) > handing.SWATCH}
    if len(large) == len(fills):
        return list(fills)
    bands: dict[levels.Height, list[Box]] = {}
    for box in (f.box for f in fills if f in large):
        bands.setdefault(levels.height(box, bands), []).append(box)
    rows: dict[levels.Height, list[list[Fill]]] = {high: [] for high in bands}
    for fill in sorted(fills, key=lambda f: f.box.x0):
        runs = rows.get(levels.height(fill.box, bands))
        if runs is not None and runs and fill.box.x0 <= max(f.box.x1 for f in runs[-1][-2:]) + 1:
            runs[-1].append(fill)
        elif runs is not None:
            runs.append([fill])
    return [f for runs in rows.values() for run in runs if not large.isdisjoint(run) for f in run]


def _edges(fill: Fill) -> Iterable[Rule]:
    b = fill.box
    yield Rule(b.x0, b.top, b.x1, b.top, 0, fill.colour)
    yield Rule(b.x0, b.bottom, b.x1, b.bottom, 0, fill.colour)
    yield Rule(b.x0, b.top, b.x0, b.bottom, 0, fill.colour)
    yield Rule(b.x1, b.top, b.x1, b.bottom, 0, fill.colour)


def _inside(inner: Box, outer: Box) -> bool:
    return outer.grown(handing.OUTSIDE).overlap(inner) > 0.5 * inner.area


def _seen(page: Page, grid: Grid, reader: str) -> SeenTable:
    return SeenTable(page.number, grid, reader, [Seen(span, grid.box_of(span)) for span in grid.cells])
