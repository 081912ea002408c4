"""Sheets on which several pages of a document are printed, two side by side or four: each is looked at by itself.

A sheet is known by a strip without ink down its whole middle, and by what stands again half a sheet further: the
headings of a table, or the next page's number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from parsers import layout
from parsers.block import Block
from parsers.geometry import Box
from parsers.layout import SeenPage
from parsers.page import Page
from parsers.stacks.layouts import Layout
from parsers.tagged.going_on import Going
from parsers.text import phrases
from parsers.text.phrases import Row
from parsers.text.reading_order import Gutter
from parsers.text.wording import Lexicon

MIDDLE = 0.03  # share of a sheet by which the strip, or what stands again, may be off its half
STRIP = 9.0  # points of a strip without ink between two pages
HEADS = 3  # headings side by side that stand again on the next page
ALIKE = 2.0  # points by which these may be off each other
GROUND = 0.3  # share of a sheet that a fill covers which is its ground
LEVEL = 3.0  # points between the middles of the numbers of two pages


class Form(NamedTuple):
    """How a sheet is parted: its size in points, and whether its halves are parted again."""

    width: float
    height: float
    four: bool


@dataclass(slots=True)
class Sheet(SeenPage):
    """A page that is a sheet of several pages, in the order in which these are read."""

    pages: list[SeenPage] = field(default_factory=list)

    def count_marks(self) -> int:
        return sum(page.count_marks() for page in self.pages)

    def blocks(self, lexicon: Lexicon, known: Gutter | None = None) -> list[Block]:
        """The blocks of one page after the other; a sheet's pages have no gutter that is `known`."""
        return [block for page in self.pages for block in page.blocks(lexicon)]


def see(
    page: Page,
    known: Mapping[str, Sequence[float]],
    before: Sequence[Layout],
    form: Form | None,
    going: Mapping[str, Sequence[Going]] | None = None,
) -> tuple[SeenPage, Form | None]:
    """What is seen on a page or on each of a sheet's, and the form of sheet that the next one may have.

    `form` is that of the sheet before; `known`, `before` and `going` are as for `layout.see`.
    """
    form = form if form is not None and (page.width, page.height) == form[:2] else None
    parts, form = _parts(page, form)
    if len(parts) < 2:
        return layout.see(page, known, before, going), form
    views: list[SeenPage] = []
    for k, part in enumerate(parts):
        off = k % 2 * page.width / 2
        views.append(layout.see(part, known, _moved(before, off)))
        before = _moved(views[-1].layouts, -off) or before
    return Sheet(
        page.number,
        [table for view in views for table in view.tables],
        [line for view in views for line in view.lines],
        [mark for view in views for mark in view.marks],
        sum(view.hidden for view in views),
        list(before),
        [line for view in views for line in view.watermarks],
        sum(view.lettered for view in views),
        pages=views,
    ), form


def _moved(layouts: Sequence[Layout], by: float) -> list[Layout]:
    """The columns of tables on a page of a sheet, as if it were printed elsewhere on it."""
    return [
        old._replace(xs=tuple(x + by for x in old.xs), starts=tuple(x + by for x in old.starts))
        for old in layouts
    ]


def _parts(page: Page, form: Form | None) -> tuple[list[Page], Form | None]:
    """The pages of a sheet; the page itself where it is none. Tags know their tables better."""
    if page.nodes or page.width <= page.height:
        return [page], None
    low, high = ((0.5 + side * MIDDLE) * page.width for side in (-1, 1))
    if any(rule.x0 <= low and high <= rule.x1 for rule in page.rules):  # asked first, for it takes no time
        return [page], form
    inked = list(_inked(page))
    at = _strip([(b.x0, b.x1) for b in inked], page.width)
    if at is None:
        return [page], form
    rows = phrases.rows(page.tokens)
    sides = [[[p for p in row if (p.x0 > at) == right] for row in rows] for right in (False, True)]
    left, right = ([row for row in side if row] for side in sides)
    if form is None and not _again(left, right, page.width) and not _counted(left, right, page.width):
        return [page], None
    halves = (Box(0.0, 0.0, at, page.height), Box(at, 0.0, page.width, page.height))
    cuts = [
        _strip([(b.top, b.bottom) for b in inked if half.holds(*b.centre)], page.height) for half in halves
    ]
    level = all(cut is not None for cut in cuts)
    four = level and (
        form.four if form else any(_stand_again_below(side, page.height) for side in (left, right))
    )
    form = Form(page.width, page.height, four)
    if not four:
        return [_part(page, half) for half in halves], form
    quarters = [
        half._replace(top=top, bottom=bottom)
        for k in range(2)
        for half, cut in zip(halves, cuts, strict=True)
        if cut is not None
        for top, bottom in (((0.0, cut), (cut, page.height))[k],)
    ]
    return [_part(page, quarter) for quarter in quarters], form


def _inked(page: Page) -> Iterator[Box]:
    """Where something is printed, but for the ground."""
    yield from (token.box for token in page.tokens if not token.text.isspace())
    yield from (Box(rule.x0, rule.top, rule.x1, rule.bottom) for rule in page.rules)
    paper = page.width * page.height
    boxes = [fill.box for fill in page.fills]
    boxes += [drawing.box for drawing in page.drawings]
    boxes += [picture.box for picture in page.pictures]
    yield from (box for box in boxes if box.area < GROUND * paper)


def _strip(extents: Sequence[tuple[float, float]], length: float) -> float | None:
    """The middle of the strip without ink nearest to the middle of a sheet's width or height."""
    low, high = (0.5 - MIDDLE) * length, (0.5 + MIDDLE) * length
    edge, free = 0.0, list[tuple[float, float]]()
    for start, end in sorted(extents):
        if start - edge >= STRIP:
            free.append((edge, start))
        edge = max(edge, end)
    near = [(max(a, low) + min(b, high)) / 2 for a, b in free if a < high and low < b and a > 0.0]
    return min(near, key=lambda at: abs(at - length / 2), default=None)


def _again(left: Sequence[Row], right: Sequence[Row], width: float) -> bool:
    """True where several texts of a line stand again, half a sheet to the right."""
    heads = {tuple(p.text for p in row): row for row in right if len(row) >= HEADS}
    for row in left:
        other = heads.get(tuple(p.text for p in row))
        if other is not None:
            off = [b.x0 - a.x0 for a, b in zip(row, other, strict=True)]
            return max(off) - min(off) <= ALIKE and abs(off[0] - width / 2) <= MIDDLE * width
    return False


def _counted(left: Sequence[Row], right: Sequence[Row], width: float) -> bool:
    """True for the last lines of two pages that are numbers, one after the other, half a sheet apart."""
    if not left or not right or len(left[-1]) > 1 or len(right[-1]) > 1:
        return False
    a, b = left[-1][0], right[-1][0]
    level = abs(a.middle - b.middle) <= LEVEL and abs(b.x0 - a.x0 - width / 2) <= MIDDLE * width
    return level and a.text.isdigit() and b.text.isdigit() and int(b.text) == int(a.text) + 1


def _stand_again_below(side: Sequence[Row], height: float) -> bool:
    """True where several texts of a line stand again half a sheet further down, or a number that is a page's does."""
    upper = [row for row in side if row[0].middle < height / 2]
    lower = [row for row in side if row[0].middle >= height / 2]
    heads = {tuple(p.text for p in row) for row in upper if len(row) >= HEADS}
    if any(tuple(p.text for p in row) in heads for row in lower[:1]):
        return True
    if not upper or not lower or len(upper[-1]) > 1 or len(lower[-1]) > 1:
        return False
    a, b = upper[-1][0], lower[-1][0]
    apart = abs(b.middle - a.middle - height / 2) <= LEVEL and abs(a.x0 - b.x0) <= LEVEL
    return apart and a.text.isdigit() and b.text.isdigit()


def _part(page: Page, box: Box) -> Page:
    """What stands in one part of a sheet, where it stands."""
    return replace(
        page,
        tokens=tuple(token for token in page.tokens if box.holds(*token.box.centre)),
        rules=tuple(r for r in page.rules if box.holds((r.x0 + r.x1) / 2, (r.top + r.bottom) / 2)),
        fills=tuple(fill for fill in page.fills if box.holds(*fill.box.centre)),
        drawings=tuple(drawing for drawing in page.drawings if box.holds(*drawing.box.centre)),
        pictures=tuple(picture for picture in page.pictures if box.holds(*picture.box.centre)),
    )
