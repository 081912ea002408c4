"""The open eye: tables without rules or shading, seen by what stands one below the other and beside.

Statistical tables are anchored on their figures, tables of texts on their headings. Running text in columns, lists,
terms, contents, addresses and charts are left as text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from parsers.geometry import Box
from parsers.grids.grid import Grid
from parsers.grids.levels import SAME_END
from parsers.page import Rule
from parsers.stacks import eye as columns
from parsers.stacks.layouts import Layout
from parsers.text import gutters, heights
from parsers.text.phrases import Row
from parsers.whitespace import grid as open_grid
from parsers.whitespace import heads, left_heads, tallies, terms, texts, verdict, wraps
from parsers.whitespace.heads import Head
from parsers.whitespace.tallies import Body

LEAST = 3  # lines with several texts in a table, its headings among them
LABELS = 2  # columns that may hold a row's label: its number, and its name
LABELLED = 0.5  # share of the labels that have letters: figures beside figures are as often a chart's axes
FILLED = 0.4  # share of the columns that lines without a label in letters fill: the heights of a chart's bars do not
PAGE = re.compile(r"(\d{1,4}|[ivxl]+)$")
HEADED = 2.0  # of the font size below headings that are drawn
BELOW = 0.6  # of the font size above a label's further lines behind the last figures


def grids(
    lines: Sequence[Row], taken: Sequence[Box], rules: Sequence[Rule] = (), known: Sequence[Layout] = ()
) -> list[Grid]:
    """Grids of tables among lines that no other table holds; `taken` are the places of other tables.

    `known` are the columns of the page before, on whose tables one without headings goes on.
    """
    found: list[Grid] = []
    named = _named(known)
    for segment in _segments(lines, taken, 0 if known else LEAST - 1):
        for side in gutters.sides(segment):
            rows = [tallies.joined(row) for row in side]
            first = None if found else _going_on(rows, known, taken)
            if first:
                found.append(first[0])
                rows = rows[first[1] :]
            if sum(len(row) > 1 for row in rows) < LEAST - 1:
                continue
            low = 0
            own = texts.tables(rows)
            for text in texts.again(rows, own, named):
                found += _without_headings(rows[low : text.first], rules, known)
                found.append(open_grid.of_texts(rows, text))
                low = text.end
            found += _without_headings(rows[low:], rules, known)
    return found


def clearer(
    grid: Grid, lines: Sequence[Row], rules: Sequence[Rule], others: Sequence[Box] = ()
) -> list[Grid]:
    """A grid whose rules leave its rows or columns in doubt, as its lines have it where these tell all of it; below
    headings that no rule draws these may stand above it, up to another table of `others`."""
    whole = _below_headings(grid, lines, others)
    if whole:
        return [whole]
    own = [
        [p for p in row if grid.xs[0] - 1 <= (p.x0 + p.x1) / 2 <= grid.xs[-1] + 1]
        for row in lines if grid.ys[0] - 1 <= row[0].middle <= grid.ys[-1] + 1
    ]  # fmt: skip
    own = [row for row in own if row]
    found = grids(own, (), rules)
    if not found or any(seen.doubt not in ("", grid.doubt) for seen in found):
        return [grid]
    left = [row for row in own if not any(seen.ys[0] <= row[0].middle <= seen.ys[-1] for seen in found)]
    if len(found) > 1:
        return [grid] if any(len(row) > 1 for row in left) else found
    (seen,) = found
    if left and not _are_of_last_row(left, grid, seen):
        return [grid]
    xs = (min(seen.xs[0], grid.xs[0]), *seen.xs[1:-1], max(seen.xs[-1], grid.xs[-1]))
    ys = (min(seen.ys[0], grid.ys[0]), *seen.ys[1:-1], max(seen.ys[-1], grid.ys[-1]))
    return [seen._replace(xs=xs, ys=ys)]


def _are_of_last_row(left: Sequence[Row], grid: Grid, seen: Grid) -> bool:
    """True for the lines of a label that go on below its figures, in the last row of a grid as its rules have it."""
    aside = all(len(row) == 1 and row[0].x1 <= seen.xs[1] and row[0].middle > seen.ys[-1] for row in left)
    return aside and max(y for y in grid.ys if y < left[0][0].middle) < seen.ys[-1] - 1


def _below_headings(grid: Grid, lines: Sequence[Row], others: Sequence[Box]) -> Grid | None:
    """The table of texts that all of a grid is the rows of, below headings above it."""
    top = max((box.bottom for box in others if box.bottom <= grid.ys[0] + 1), default=-inf)
    own = [row for row in lines if top <= row[0].middle <= grid.ys[-1] + 1]
    for text in texts.tables([tallies.joined(row) for row in own]):
        heads_next = all(len(row) == 1 and row[0].x1 < text.rivers[0][1] for row in own[text.end :])
        if heads_next:  # what the next page heads
            text = text._replace(end=len(own), opening=(*text.opening, *range(text.end, len(own))))
        seen = open_grid.of_texts(own, text)
        around = seen.ys[0] < grid.ys[0] and grid.ys[-1] <= seen.ys[-1] + own[0][0].size
        if around and not seen.doubt and text.first < text.head:
            xs = (min(seen.xs[0], grid.xs[0]), *seen.xs[1:-1], max(seen.xs[-1], grid.xs[-1]))
            return seen._replace(xs=xs, ys=(*seen.ys[:-1], max(seen.ys[-1], grid.ys[-1])))
    return None


def grown(grid: Grid, lines: Sequence[Row], others: Sequence[Box]) -> Grid:
    """A grid of which nothing but the headings is drawn, with all rows that its lines tell, up to the next table."""
    foot = min((box.top for box in others if box.top > grid.ys[-1] - 1), default=inf)
    own = [row for row in lines if grid.ys[0] - 1 <= row[0].middle < foot]
    found = texts.tables([tallies.joined(row) for row in own])
    seen = open_grid.of_texts(own, found[0]) if found else grid
    if seen.doubt or seen.ys[0] > grid.ys[1] or seen.ys[-1] <= grid.ys[-1] + own[0][0].size:
        return grid
    if len(seen.xs) < len(grid.xs):
        return grid
    xs = (min(seen.xs[0], grid.xs[0]), *seen.xs[1:-1], max(seen.xs[-1], grid.xs[-1]))
    return seen._replace(xs=xs, ys=(min(seen.ys[0], grid.ys[0]), *seen.ys[1:]))


def _segments(lines: Sequence[Row], taken: Sequence[Box], least: int) -> list[list[Row]]:
    """Lines that follow each other without another table between them, `least` of which and more have several texts."""
    found: list[list[Row]] = [[]]
    foot = 0.0
    for row in lines:
        top = heights.top_of(row)
        if any(foot - 1 <= box.top and box.bottom <= top + 1 for box in taken):
            found.append([])
        found[-1].append(row)
        foot = heights.foot_of(row)
    return [segment for segment in found if sum(len(row) > 1 for row in segment) >= least]


def _without_headings(lines: Sequence[Row], rules: Sequence[Rule], known: Sequence[Layout]) -> list[Grid]:
    """Tables of figures, and lists of terms."""
    found: list[Grid] = []
    low = 0
    for text in terms.lists(lines):
        found += _of_figures(lines[low : text.first], rules, known)
        found.append(open_grid.of_texts(lines, text))
        low = text.end
    return found + _of_figures(lines[low:], rules, known)


def _going_on(lines: Sequence[Row], known: Sequence[Layout], taken: Sequence[Box]) -> tuple[Grid, int] | None:
    """A table of texts that goes on from the page before, and the line behind it."""
    first = ["".join(p.text for p in row) for row in lines if len(row) > 1][: texts.MARGIN]
    for layout in known:
        if any(map(layout.headings.startswith, first)):
            continue  # its headings are printed again, alone
        headed = any(_heads(box, lines, layout.xs) for box in taken)
        text = None
        if len(layout.xs) > verdict.LEAST:
            first_on_page = all(box.top > lines[0][0].top for box in taken)
            text = texts.going_on(lines, layout.xs, layout.starts, headed=headed, leads=first_on_page)
        if text:
            grid = open_grid.of_texts(lines, text)
            inner = [
                x if low <= x <= high else own
                for x, own, (low, high) in zip(layout.xs[1:-1], grid.xs[1:-1], text.rivers, strict=True)
            ]
            return grid._replace(
                xs=(min(grid.xs[0], layout.xs[0]), *inner, max(grid.xs[-1], layout.xs[-1]))
            ), text.end
    return None


def _heads(box: Box, lines: Sequence[Row], xs: Sequence[float]) -> bool:
    """True for a table right above lines that is as wide as one of the page before: its headings, printed again."""
    wide = abs(box.x0 - xs[0]) <= SAME_END >= abs(box.x1 - xs[-1])
    return wide and -1 <= heights.top_of(lines[0]) - box.bottom <= HEADED * lines[0][0].size


def _named(known: Sequence[Layout]) -> list[tuple[tuple[float, ...], str]]:
    """The columns and headings of the page before by which a table is known, however few its rows."""
    return [
        (k.xs, k.headings)
        for k in known
        if len(k.headings) > verdict.HEADING / 2 and len(k.xs) > verdict.LEAST
    ]


def _of_figures(lines: Sequence[Row], rules: Sequence[Rule], known: Sequence[Layout]) -> list[Grid]:
    found: list[Grid] = []
    low = 0
    for body in tallies.bodies(lines):
        if body.first < low:
            continue
        head = heads.above(lines, body, low, rules)
        body, head = left_heads.above(lines, body, low, head) or (body, head)
        end = _end(lines, body)
        if _is_table(lines, body, head):
            found.append(_known(open_grid.of_figures(lines, body, head, end), body, known))
            low = end
    return found


def _known(grid: Grid, body: Body, known: Sequence[Layout]) -> Grid:
    """A grid without headings in the columns of the page before, where these lie in its rivers: they are no doubt."""
    if grid.doubt != columns.DOUBT_COLUMNS:
        return grid
    for xs in (layout.xs for layout in known):
        if len(xs) == len(grid.xs) and all(
            a <= x <= b for x, (a, b) in zip(xs[1:-1], body.rivers, strict=True)
        ):
            return grid._replace(xs=(min(xs[0], grid.xs[0]), *xs[1:-1], max(xs[-1], grid.xs[-1])), doubt="")
    return grid


def _end(lines: Sequence[Row], body: Body) -> int:
    """The line behind the body's last: labels whose figures stand on their first line go on below it; so may these."""
    end = body.last + 1
    while end < len(lines) and wraps.goes_on(lines[end - 1], lines[end]):
        end += 1
    indent = lines[body.last][0]
    while end < len(lines):
        row = lines[end]
        size = row[0].size
        air = (heights.white(lines[end - 1], row)) / size
        aside = body.of(row[0]) == 0 and row[0].x1 <= body.rivers[0][1]
        goes_on = row[0].text[0].islower() or row[0].x0 > indent.x0 + size / 2
        if len(row) > 1 or not aside or not goes_on or air > BELOW or abs(size - indent.size) > 0.6:
            break
        end += 1
    return end


def _is_table(lines: Sequence[Row], body: Body, head: Head) -> bool:
    """True for labels with figures beside them; not for contents, whose figures are pages, nor for a chart's axes."""
    own = [row for row in lines[head.end : body.last + 1] if len(row) > 1]
    if len(own) + (head.end > head.start) < LEAST or not own:
        return False
    labels = [" ".join(p.text for p in row if body.of(p) < LABELS) for row in own]
    lettered = sum(any(c.isalpha() for c in text) for text in labels)
    named = any(c.isalpha() for row in lines[head.start : head.end] for p in row for c in p.text)
    dated = all(tallies.is_year(row[0].text) for row in own)
    beside = [p.text for row in own for p in row if body.of(p)]
    if (lettered <= LABELLED * len(labels) and not named) or (dated and not named):
        return False
    if not lettered and len(beside) < FILLED * len(own) * len(body.rivers):
        return False
    if len(body.rivers) == 1 and all(map(PAGE.match, beside)) and _rises(beside):
        return False
    return not _is_prose(own, body)


def _rises(texts: Sequence[str]) -> bool:
    numbers = [int(text) for text in texts if text.isdigit()]
    return all(a <= b for a, b in pairwise(numbers))


def _is_prose(own: Sequence[Row], body: Body) -> bool:
    """True for running text in the first column: long lines that end at one edge, not each of them begun anew."""
    first = [p for row in own for p in row if body.of(p) == 0]
    if all(p.text[0].isupper() for p in first):
        return False
    edge = max((p.x1 for p in first), default=0.0)
    full = sum(edge - p.x1 < p.size for p in first if not tallies.DOTS.search(p.text))
    return sum(len(p.text) for p in first) > 30 * len(first) and full > 0.5 * len(first)
