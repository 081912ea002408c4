"""A page's ink handed out: every character, fill and mark to the cell that holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from parsers.block import Mark
from parsers.cells import overflow
from parsers.cells.cell import Seen, SeenTable, is_grey
from parsers.geometry import Box
from parsers.grids.rules import BAR, TALL, pale
from parsers.page import Drawing, Fill, Page, Picture, Token

SWATCH = 40.0  # points; a fill no larger in either direction may be a mark and is not taken for a grid's edge
BACKGROUND = 0.55  # share of a cell that a fill must cover to be its background
FULL = 0.7  # share of the cell's height that such a bar covers
EDGE = 1.0  # points inside a window's frame that are the cell's for sure
#: share of the cell's width, and of its height: one of its colours is wider, and lower
TINTED, TALLEST = 0.6, 0.9
THIN = 6.0  # points of height
SLIVER = 3.0  # points of height of a row that a page's end has cut to its edge
OUTSIDE = 3.0  # points that a mark's middle may lie outside a table and still belong to it


def hand_out(page: Page, tables: Sequence[SeenTable]) -> None:
    """Give every character and mark to the smallest table that holds it."""
    places = [Places(t) for t in tables]
    _hand_out_text(page, places)
    give_fills(page.fills, places)
    for drawing in page.drawings:
        give_mark(drawing, mark_of(drawing), places)
        _lay_ground(drawing, places)
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


def give_fills(fills: Sequence[Fill], places: Sequence[Places]) -> None:
    """Give every fill to the cells that it covers, or to the one in which it is a sign."""
    bars = {_sides(fill) for fill in fills if _is_bar(fill) and not is_grey(fill.colour)}
    slivers = Counter(_level(fill) for fill in fills if fill.box.height <= SLIVER)
    for fill in fills:
        if slivers[_level(fill)] > 1 and fill.box.height <= SLIVER and _is_row_s_rest(fill, places):
            continue  # all that a page's end left of a shaded row
        # a grey bar is a table's line, unless it stands below coloured ones
        _give_fill(fill, places, barred=_is_bar(fill) and (_sides(fill) in bars or not is_grey(fill.colour)))


def _level(fill: Fill) -> tuple[int, int, str]:
    return round(fill.box.top), round(fill.box.bottom), fill.colour


def _is_row_s_rest(fill: Fill, places: Sequence[Places]) -> bool:
    """True for flat shading as wide as the cell that it lies in."""
    around = (seen for place in places if place.reach.overlap(fill.box) for seen in place.across(fill.box))
    return any(abs(s.box.x0 - fill.box.x0) <= EDGE and abs(s.box.x1 - fill.box.x1) <= EDGE for s in around)


def _is_bar(fill: Fill) -> bool:
    x0, top, x1, bottom = fill.box
    return x1 - x0 <= BAR and bottom - top >= TALL * (x1 - x0)


def _sides(fill: Fill) -> tuple[int, int]:
    return round(fill.box.x0), round(fill.box.x1)


def _give_fill(fill: Fill, places: Sequence[Places], *, barred: bool) -> None:
    """A fill is the background of the cells that it covers, or a square mark inside one cell; or a bar at its side."""
    for place in places:
        if not place.reach.overlap(fill.box):
            continue
        if barred and (seen := _barred(fill, place)):
            seen.marks.append(Mark("shape", "square", fill.colour, "square", fill.box))
            continue
        for seen in place.across(fill.box):
            shared = seen.box.overlap(fill.box)
            if shared > 0.9 * fill.box.area and _is_tint(fill, seen):
                seen.tints.append(fill)
            if shared > BACKGROUND * seen.box.area:
                seen.fills.append((fill.colour, 1.0))
                seen.grounds.clear()
            elif shared > 0.7 * fill.box.area and (
                max(fill.box.width, fill.box.height) <= SWATCH or _carries_text(fill, seen)
            ):
                if not pale(fill.colour):
                    seen.marks.append(Mark("shape", "square", fill.colour, "square", fill.box))
            elif shared > 0:
                seen.fills.append((fill.colour, shared / seen.box.area))
                seen.grounds.append(fill)


def _lay_ground(drawing: Drawing, places: Sequence[Places]) -> None:
    """A band with round corners that is drawn over several cells is the ground of what stands on it in each."""
    if drawing.fill is None or drawing.box.width <= SWATCH:
        return
    for place in places:
        seen = place.across(drawing.box) if place.reach.overlap(drawing.box) else []
        if len(seen) > 1:
            for cell in seen:
                cell.grounds.append(Fill(drawing.box, drawing.fill))


def _is_tint(fill: Fill, seen: Seen) -> bool:
    """True for a fill over most of a cell's width that leaves room for others above or below it."""
    wide = fill.box.width > TINTED * seen.box.width and not pale(fill.colour)
    return wide and TALLEST * seen.box.height > fill.box.height > THIN


def _carries_text(fill: Fill, seen: Seen) -> bool:
    """True for a label: a fill inside a cell with text in the paper's colour on it, which nothing else shows."""
    return any(pale(t.style.colour) and fill.box.holds(*t.box.centre) for t in seen.tokens)


def _barred(fill: Fill, place: Places) -> Seen | None:
    """The cell at whose left side a bar of colour as high as the cell stands, perhaps across its edge.

    What fills a narrow cell is its background.
    """
    x0, top, x1, bottom = fill.box
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
