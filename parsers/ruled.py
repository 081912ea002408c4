"""The ruled eye: tables whose cells are parted by ruling lines or by the edges of shading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsers import columns, flanks, frames, gaps, overflow, phrases, rests, rising, rules, shading, splices
from parsers import grid as ruling
from parsers.block import Mark
from parsers.cells import Seen, SeenTable, is_grey
from parsers.columns import Layout
from parsers.geometry import Box
from parsers.grid import Grid
from parsers.page import Drawing, Fill, Page, Picture, Rule, Token
from parsers.rules import BAR, TALL, pale

SWATCH = 40.0  # points; a fill no larger in either direction may be a mark and is not taken for a grid's edge
BACKGROUND = 0.55  # share of a cell that a fill must cover to be its background
FULL = 0.7  # share of the cell's height that such a bar covers
EDGE = 1.0  # points inside a window's frame that are the cell's for sure
OUTSIDE = 3.0  # points that a mark's middle may lie outside a table and still belong to it


def tables(page: Page, known: Sequence[Layout] = ()) -> list[SeenTable]:
    """Every ruled table of a page, from the top down. Nested grids are read as tables of their own.

    `known` are the columns of tables on the page before.
    """
    visible = rules.drawn(page)
    dark = [f for f in page.fills if not pale(f.colour)]
    visible += shading.feet(dark, visible)
    parts = splices.joined(ruling.grids(visible), dark, page.tokens)
    drawn = [shading.completed(grid, dark, page.tokens) for grid in parts]
    ruled = frames.whole(drawn, page.rules, page.tokens)
    unruled = _clearer(columns.grids(visible, page.fills, page.tokens, ruled, known), page, visible)
    shaded = _grids_of_shading(page, [*ruled, *unruled])
    readers = [("ruled", g) for g in ruled] + [("unruled", g) for g in [*unruled, *shaded]]
    turned = rising.sideways(page.tokens)
    readers = [(reader, rising.topped(rests.parted(g, page.tokens), turned)) for reader, g in readers]
    seen = _filled(page, sorted(readers, key=lambda r: r[1].box.area))
    kept = (t for t in seen if t.worthwhile() and not _is_of_bars(t, seen))
    return sorted(kept, key=lambda t: (t.grid.ys[0], t.grid.xs[0]))


def _filled(page: Page, readers: Sequence[tuple[str, Grid]]) -> list[SeenTable]:
    """The tables of grids with their ink. A frame inside a cell, such as that of a bar, is none: the cell holds it."""
    seen = [_seen(page, grid, reader) for reader, grid in readers]
    _hand_out(page, seen)
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


def _clearer(grids: Sequence[Grid], page: Page, drawn: Sequence[Rule]) -> list[Grid]:
    """Grids of few rules; where these leave rows or columns in doubt, what stands one below the other may tell."""
    if not any(g.doubt for g in grids):
        return list(grids)
    lines = phrases.rows(page.tokens)
    return [own for g in grids for own in (gaps.clearer(g, lines, drawn) if g.doubt else [g])]


def open_tables(
    page: Page, tokens: Sequence[Token], taken: Sequence[Box], known: Sequence[Layout] = ()
) -> list[SeenTable]:
    """Tables without rules or shading among tokens that no table holds; `taken` are the places of the others.

    `known` are the columns of tables on the page before.
    """
    shown = [c for c in tokens if not c.style.hidden]
    found = gaps.grids(phrases.rows(shown), taken, rules.drawn(page), known) if shown else []
    free = [g for g in found if not any(g.box.overlap(box) for box in taken)]
    if not free:
        return []
    signs = [d.box for d in page.drawings] + [p.box for p in page.pictures]
    signs += [f.box for f in page.fills if not pale(f.colour)]
    own = [box for box in signs if not any(place.holds(*box.centre) for place in taken)]
    turned = rising.sideways(shown)
    whole = [rising.topped(flanks.widened(grid, own, shown), turned) for grid in free]
    seen = [_seen(page, grid, "unruled") for grid in whole]
    _hand_out(replace(page, tokens=tuple(shown)), seen)
    return [t for t in seen if t.worthwhile()]


def _grids_of_shading(page: Page, ruled: Sequence[Grid]) -> list[Grid]:
    """Grids that only the edges of adjoining fills draw, where no ruled table stands."""
    taken = [g.box for g in ruled]
    free = [
        f
        for f in page.fills
        if not any(_inside(f.box, box) for box in taken) and f.box.area < 0.5 * page.width * page.height
    ]
    edges = [rule for f in _of_cells(free) for rule in _edges(f)]
    found = ruling.grids(edges)
    return [shading.striped(g, page.tokens) for g in found if len(g.xs) > 2 and len(g.ys) > 2]


def _of_cells(fills: Sequence[Fill]) -> list[Fill]:
    """Fills too large for a mark, and those of narrow columns: as high as one of these, and adjoining it by others."""
    large = {f for f in fills if max(f.box.width, f.box.height) > SWATCH}
    if len(large) == len(fills):
        return list(fills)
    rows: dict[tuple[int, int], list[list[Fill]]] = {
        (round(f.box.top), round(f.box.bottom)): [] for f in large
    }
    for fill in sorted(fills, key=lambda f: f.box.x0):
        runs = rows.get((round(fill.box.top), round(fill.box.bottom)))
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
    return outer.grown(OUTSIDE).overlap(inner) > 0.5 * inner.area


def _seen(page: Page, grid: Grid, reader: str) -> SeenTable:
    return SeenTable(page.number, grid, reader, [Seen(span, grid.box_of(span)) for span in grid.cells])


def _hand_out(page: Page, tables: Sequence[SeenTable]) -> None:
    """Give every character and mark to the smallest table that holds it."""
    places = [Places(t) for t in tables]
    _hand_out_text(page, places)
    for fill in page.fills:
        give_fill(fill, places)
    for drawing in page.drawings:
        give_mark(drawing, mark_of(drawing), places)
    for picture in page.pictures:
        give_mark(picture, picture_mark(picture), places)


def _hand_out_text(page: Page, places: Sequence[Places]) -> None:
    """Characters follow each other inside a cell, so the last one's cell is tried before any is looked up.

    Text that was set in one go stays whole: where it runs over a drawn rule it is still its first cell's.
    """
    x0 = x1 = y0 = y1 = 0.0
    into: list[Token] | None = None
    place: Places | None = None
    runs = overflow.Runs(page.tokens)
    last: Token | None = None
    spaced = False
    set_in, hidden, window = None, False, None
    for token in page.tokens:
        text, (left, top, right, bottom), style, run = token
        if style is not set_in:
            set_in, hidden, window = style, style.hidden, style.window
        if hidden:
            continue
        x, y = (left + right) / 2, (top + bottom) / 2
        if window is not None:
            x, y = window.grown(-EDGE).nearest(x, y)
        inside = x0 < x < x1 and y0 < y < y1
        if not inside and not (last and runs.goes_on(last, token, x1, spaced=spaced)):
            place = next((place for place in places if place.box.holds(x, y)), None)
            seen = place.at(x, y) if place else None
            (x0, y0, x1, y1) = seen.box if seen else (0.0, 0.0, 0.0, 0.0)
            into = seen.tokens if seen else None
            if seen and _holds_another(seen, places):
                x1 = x0  # look every character up
            last = None
        if into is not None:
            into.append(token)
        spaced = text == " " and run != 0
        if text != " ":
            last = token if place and place.drawn else None


def _holds_another(seen: Seen, places: Sequence[Places]) -> bool:
    """True where a smaller table stands inside a cell."""
    return any(place.box.area < seen.box.area and seen.box.overlap(place.box) > 0 for place in places)


class Places:
    """Finds a table's cell by a point."""

    def __init__(self, table: SeenTable) -> None:
        self.box, self.xs, self.ys = table.grid.box, table.grid.xs, table.grid.ys
        self.reach = self.box.grown(OUTSIDE)
        self.drawn = table.reader == "ruled"
        self.cells = {
            (row, col): seen
            for seen in table.cells
            for row in range(seen.span.row, seen.span.row + seen.span.row_span)
            for col in range(seen.span.col, seen.span.col + seen.span.col_span)
        }

    def at(self, x: float, y: float) -> Seen:
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        col = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return self.cells[row, col]

    def across(self, box: Box) -> list[Seen]:
        """Cells that share area with a box."""
        first_row, last_row = (
            bisect_right(self.ys, box.top + 0.5) - 1,
            bisect_right(self.ys, box.bottom - 0.5) - 1,
        )
        first_col, last_col = bisect_right(self.xs, box.x0 + 0.5) - 1, bisect_right(self.xs, box.x1 - 0.5) - 1
        found = {
            id(seen): seen
            for row in range(max(first_row, 0), min(last_row, len(self.ys) - 2) + 1)
            for col in range(max(first_col, 0), min(last_col, len(self.xs) - 2) + 1)
            for seen in (self.cells[row, col],)
        }
        return list(found.values())


def give_fill(fill: Fill, places: Sequence[Places]) -> None:
    """A fill is the background of the cells that it covers, or a square mark inside one cell."""
    for place in places:
        if not place.reach.overlap(fill.box):
            continue
        if barred := _barred(fill, place):
            barred.marks.append(Mark("shape", "square", fill.colour, "square", fill.box))
            continue
        for seen in place.across(fill.box):
            shared = seen.box.overlap(fill.box)
            if shared > BACKGROUND * seen.box.area:
                seen.fills.append((fill.colour, 1.0))
            elif shared > 0.7 * fill.box.area and (
                max(fill.box.width, fill.box.height) <= SWATCH or _carries_text(fill, seen)
            ):
                if not pale(fill.colour):
                    seen.marks.append(Mark("shape", "square", fill.colour, "square", fill.box))
            elif shared > 0:
                seen.fills.append((fill.colour, shared / seen.box.area))


def _carries_text(fill: Fill, seen: Seen) -> bool:
    """True for a label: a fill inside a cell with text in the paper's colour on it, which nothing else shows."""
    return any(pale(t.style.colour) and fill.box.holds(*t.box.centre) for t in seen.tokens)


def _barred(fill: Fill, place: Places) -> Seen | None:
    """The cell at whose left side a bar of colour as high as the cell stands, perhaps across its edge.

    What fills a narrow cell is its background.
    """
    x0, top, x1, bottom = fill.box
    if x1 - x0 > BAR or bottom - top < TALL * (x1 - x0) or is_grey(fill.colour):
        return None
    around = place.across(Box(x0 - BAR, top, x1 + BAR, bottom))
    if any(seen.box.overlap(fill.box) > BACKGROUND * seen.box.area for seen in around):
        return None
    near = [
        seen for seen in around if abs(seen.box.x0 - x0) <= BAR and fill.box.height >= FULL * seen.box.height
    ]
    return min(near, key=lambda seen: abs(seen.box.x0 - x0), default=None)


def mark_of(drawing: Drawing) -> Mark:
    colour = drawing.fill if drawing.fill and not pale(drawing.fill) else drawing.stroke or drawing.fill
    shape = drawing.shape
    if drawing.fill and pale(drawing.fill) and drawing.stroke:
        shape = {"disc": "ring", "square": "hollow-square", "star": "hollow-star"}.get(shape, shape)
    return Mark("shape", shape, colour, drawing.outline, drawing.box)


def picture_mark(picture: Picture) -> Mark:
    return Mark("picture", "picture", picture.colour, picture.digest, picture.box)


def give_mark(thing: Drawing | Picture, mark: Mark, places: Sequence[Places]) -> None:
    x, y = thing.box.centre
    for place in places:
        if place.reach.holds(x, y) and thing.box.area < 0.25 * place.box.area:
            place.at(x, y).marks.append(mark)
            return
