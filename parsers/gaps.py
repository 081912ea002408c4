"""The open eye: tables without rules or shading, seen by what stands one below the other and beside.

Statistical tables are anchored on their figures, tables of texts on their headings. Running text in columns, lists,
terms, contents, addresses and charts are left as text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers import columns, gutters, heads, stubs, tallies, terms, texts, verdict
from parsers.columns import Layout
from parsers.geometry import Box
from parsers.grid import Grid, Span
from parsers.heads import Head, Heading
from parsers.openings import DOUBT_ROWS
from parsers.page import Rule
from parsers.phrases import Phrase, Row
from parsers.tallies import Body
from parsers.textrows import Text

LEAST = 3  # lines with several texts in a table, its headings among them
LABELS = 2  # columns that may hold a row's label: its number, and its name
LABELLED = 0.5  # share of the labels that have letters: figures beside figures are as often a chart's axes
FILLED = 0.4  # share of the columns that lines without a label in letters fill: the heights of a chart's bars do not
PAGE = re.compile(r"(\d{1,4}|[ivxl]+)$")
BEFORE = 0.5  # of the font size between a column's edge and its text: so it stays where lines left of it are longer
BELOW = 0.6  # of the font size above a label's further lines behind the last figures


def grids(
    lines: Sequence[Row], taken: Sequence[Box], rules: Sequence[Rule] = (), known: Sequence[Layout] = ()
) -> list[Grid]:
    """Grids of tables among lines that no other table holds; `taken` are the places of other tables.

    `known` are the columns of the page before, on whose tables one without headings goes on.
    """
    found: list[Grid] = []
    for segment in _segments(lines, taken):
        for side in gutters.sides(segment):
            rows = [tallies.joined(row) for row in side]
            first = None if found else _going_on(rows, known)
            if first:
                found.append(first[0])
                rows = rows[first[1] :]
            low = 0
            for text in texts.tables(rows):
                found += _without_headings(rows[low : text.first], rules, known)
                found.append(_of_texts(rows, text))
                low = text.end
            found += _without_headings(rows[low:], rules, known)
    return found


def clearer(grid: Grid, lines: Sequence[Row], rules: Sequence[Rule]) -> list[Grid]:
    """A grid whose rules leave its rows or columns in doubt, as its lines have it where these tell all of it."""
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
    if left:
        return [grid]
    (seen,) = found
    xs = (min(seen.xs[0], grid.xs[0]), *seen.xs[1:-1], max(seen.xs[-1], grid.xs[-1]))
    ys = (min(seen.ys[0], grid.ys[0]), *seen.ys[1:-1], max(seen.ys[-1], grid.ys[-1]))
    return [seen._replace(xs=xs, ys=ys)]


def _segments(lines: Sequence[Row], taken: Sequence[Box]) -> list[list[Row]]:
    """Lines that follow each other without another table between them."""
    found: list[list[Row]] = [[]]
    foot = 0.0
    for row in lines:
        top = min(p.top for p in row)
        if any(foot - 1 <= box.top and box.bottom <= top + 1 for box in taken):
            found.append([])
        found[-1].append(row)
        foot = max(p.bottom for p in row)
    return [segment for segment in found if sum(len(row) > 1 for row in segment) >= LEAST - 1]


def _without_headings(lines: Sequence[Row], rules: Sequence[Rule], known: Sequence[Layout]) -> list[Grid]:
    """Tables of figures, and lists of terms."""
    found: list[Grid] = []
    low = 0
    for text in terms.lists(lines):
        found += _of_figures(lines[low : text.first], rules, known)
        found.append(_of_texts(lines, text))
        low = text.end
    return found + _of_figures(lines[low:], rules, known)


def _going_on(lines: Sequence[Row], known: Sequence[Layout]) -> tuple[Grid, int] | None:
    """A table of texts that goes on from the page before, and the line behind it."""
    for layout in known:
        text = texts.going_on(lines, layout.xs, layout.starts) if len(layout.xs) > verdict.LEAST else None
        if text:
            grid = _of_texts(lines, text)
            inner = layout.xs[1:-1]
            return grid._replace(
                xs=(min(grid.xs[0], layout.xs[0]), *inner, max(grid.xs[-1], layout.xs[-1]))
            ), text.end
    return None


def _of_texts(lines: Sequence[Row], text: Text) -> Grid:
    starts = [*([text.first] if text.head > text.first else []), *text.opening]
    rows = lines[text.first : text.end]
    left, right = min(p.x0 for row in rows for p in row) - 1, max(p.x1 for row in rows for p in row) + 1
    size = rows[0][0].size
    xs = (left, *(b - min((b - a) / 2, BEFORE * size) for a, b in text.rivers), right)
    cells: list[Span] = []
    for n, k in enumerate(starts):
        if k in text.sections:
            cells.append(Span(n, 0, 1, len(xs) - 1))
        else:
            cells += [Span(n, c, 1, 1) for c in range(len(xs) - 1)]
    return Grid(xs, tuple(_levels(lines, starts, text.end)), tuple(cells), text.doubt)


def _of_figures(lines: Sequence[Row], rules: Sequence[Rule], known: Sequence[Layout]) -> list[Grid]:
    found: list[Grid] = []
    low = 0
    for body in tallies.bodies(lines):
        if body.first < low:
            continue
        head = heads.above(lines, body, low, rules)
        end = _end(lines, body)
        if _is_table(lines, body, head):
            found.append(_known(_grid(lines, body, head, end), body, known))
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
    """The line behind the body's last: labels whose figures stand on their first line go on below it."""
    end = body.last + 1
    indent = lines[body.last][0]
    while end < len(lines):
        row = lines[end]
        size = row[0].size
        air = (min(p.top for p in row) - max(p.bottom for p in lines[end - 1])) / size
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
    """True for running text in the first column: long lines that end at one edge."""
    first = [p for row in own for p in row if body.of(p) == 0]
    edge = max(p.x1 for p in first)
    full = sum(edge - p.x1 < p.size for p in first if not tallies.DOTS.search(p.text))
    return sum(len(p.text) for p in first) > 30 * len(first) and full > 0.5 * len(first)


def _grid(lines: Sequence[Row], body: Body, head: Head, end: int) -> Grid:
    opening, doubt = stubs.rows(lines, body, head.end, end)
    cuts = _cuts(head.headings, head.end)
    starts = [*([head.start] if head.end > head.start else []), *cuts, *opening]
    xs = _edges(lines, body, head, end)
    ys = _levels(lines, starts, end)
    count = len(starts) - len(opening)
    cells = _head_cells(head, starts[:count], len(xs) - 1) if count else []
    for n, first in enumerate(opening):
        stop = opening[n + 1] if n + 1 < len(opening) else end
        cells += _row_cells(lines[first:stop], body, count + n, len(xs) - 1)
    if any(_is_worded(row, body) for row in lines[head.end : end]):
        doubt = doubt or DOUBT_ROWS
    if not doubt and not head.headings:
        doubt = columns.DOUBT_COLUMNS
    return Grid(tuple(xs), tuple(ys), tuple(cells), doubt)


def _is_worded(row: Row, body: Body) -> bool:
    """True for a line of words behind the labels and no figure: texts that go on, or a row without figures."""
    beside = [p for p in row if body.of(p)] if len(row) > 1 or body.of(row[0]) else []
    long = any(len(p.text) > verdict.WORDY for p in beside)
    return long and not any(map(tallies.is_value, beside)) and not tallies.is_band(row, body)


def _cuts(headings: Sequence[Heading], end: int) -> list[int]:
    """Lines below headings over several columns, where others stand below them."""
    found = set()
    for h in headings:
        below = [o.top for o in headings if o.top > h.bottom and o.first <= h.last and h.first <= o.last]
        if below and min(below) < end:
            found.add(min(below))
    cuts: list[int] = []
    for cut in sorted(found):
        whole = any(o.top >= (cuts[-1] if cuts else 0) and o.bottom < cut for o in headings)
        if whole:
            cuts.append(cut)
    return cuts


def _edges(lines: Sequence[Row], body: Body, head: Head, end: int) -> list[float]:
    """Edges of columns: half way between what stands on either side of a river, headings among it."""
    rows = lines[head.start : end]
    inner = []
    for n, (a, b) in enumerate(body.rivers):
        left, right = head.extents[n][1], head.extents[n + 1][0]
        inner.append((left + right) / 2 if a - 0.5 <= left < right <= b + 0.5 else (a + b) / 2)
    return [min(p.x0 for row in rows for p in row) - 1, *inner, max(p.x1 for row in rows for p in row) + 1]


def _levels(lines: Sequence[Row], starts: Sequence[int], end: int) -> list[float]:
    inner = [(_foot(lines[k - 1]) + _top(lines[k])) / 2 for k in starts[1:]]
    return [_top(lines[starts[0]]) - 1, *inner, _foot(lines[end - 1]) + 1]


def _head_cells(head: Head, starts: Sequence[int], width: int) -> list[Span]:
    """Cells of headings: each over its columns, up over rows where nothing stands above it."""
    count = len(starts)
    taken: dict[tuple[int, int], int] = {}
    for n, h in enumerate(head.headings):
        rows = range(_row_of(h.top, starts), _row_of(h.bottom, starts) + 1)
        taken.update({(r, c): n for r in rows for c in range(h.first, h.last + 1)})
    cells = []
    for n, h in enumerate(head.headings):
        own = [(r, c) for (r, c), m in taken.items() if m == n]
        if not own:
            continue
        first, last = min(r for r, _ in own), max(r for r, _ in own)
        span = range(h.first, h.last + 1)
        while first and not any((first - 1, c) in taken for c in span):
            first -= 1
        while last + 1 < count and not any((last + 1, c) in taken for c in span):
            last += 1
        taken.update({(r, c): n for r in range(first, last + 1) for c in span})
        cells.append(Span(first, h.first, last - first + 1, h.last - h.first + 1))
    empty = [Span(r, c, 1, 1) for r in range(count) for c in range(width) if (r, c) not in taken]
    return sorted([*cells, *empty])


def _row_of(line: int, starts: Sequence[int]) -> int:
    return max(n for n, first in enumerate(starts) if first <= line)


def _row_cells(lines: Sequence[Row], body: Body, row: int, width: int) -> list[Span]:
    """A row's cells; a text that runs over several columns has them for its own where nothing else stands in them."""
    wide = 1
    if len(lines) == 1 and tallies.is_band(lines[0], body):
        wide = width
    elif len(lines) == 1 and len(lines[0]) == 1 and body.crossed(lines[0][0]):
        wide = _column_at(lines[0][0], body) + 1
    return [Span(row, 0, 1, wide), *(Span(row, c, 1, 1) for c in range(wide, width))]


def _column_at(phrase: Phrase, body: Body) -> int:
    return body.column(phrase.x1)


def _top(row: Row) -> float:
    return min(p.top for p in row)


def _foot(row: Row) -> float:
    return max(p.bottom for p in row)
