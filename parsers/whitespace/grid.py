"""The grid of an open table: edges half way between columns, levels half way between rows, cells over both.

`gaps` finds the table among the lines; here its lines, the columns' rivers and the headings become a grid.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.grids.grid import Grid, Span
from parsers.stacks import eye as columns
from parsers.stacks.openings import DOUBT_ROWS
from parsers.text import heights
from parsers.text.phrases import Row
from parsers.whitespace import stubs, tallies, verdict, wraps
from parsers.whitespace.heads import Head, Heading
from parsers.whitespace.tallies import Body
from parsers.whitespace.textrows import Text

BEFORE = 0.5  # of the font size between a column's edge and its text: so it stays where lines left of it are longer


def of_texts(lines: Sequence[Row], text: Text) -> Grid:
    """The grid of a table of texts, whose rows begin at the lines `text.opening`."""
    starts = [*([text.first] if text.head > text.first else []), *text.opening]
    wide = {c: (a, b) for a, b in text.over if a < b for c in range(a, b + 1)}
    starts[1:1] = [text.first + 1] if wide else []
    rows = lines[text.first : text.end]
    left, right = min(p.x0 for row in rows for p in row) - 1, max(p.x1 for row in rows for p in row) + 1
    size = rows[0][0].size
    xs = (left, *(b - min((b - a) / 2, BEFORE * size) for a, b in text.rivers), right)
    cells: list[Span] = []
    for n, k in enumerate(starts):
        if k in text.sections:
            cells.append(Span(n, 0, 1, len(xs) - 1))
        elif wide and n == 0:
            cells += [Span(0, c, 2, 1) for c in range(len(xs) - 1) if c not in wide]
            cells += [Span(0, a, 1, b - a + 1) for a, b in text.over if a < b]
        elif wide and n == 1:
            cells += [Span(1, c, 1, 1) for c in wide]
        else:
            cells += [Span(n, c, 1, 1) for c in range(len(xs) - 1)]
    return Grid(xs, tuple(_levels(lines, starts, text.end)), tuple(sorted(cells)), text.doubt)


def of_figures(lines: Sequence[Row], body: Body, head: Head, end: int) -> Grid:
    """The grid of figures beside their labels, below the headings `head`, up to the line before `end`."""
    wrapped = wraps.opening(lines, body, head.end, end)
    opening, doubt = (wrapped, "") if wrapped else stubs.rows(lines, body, head.end, end)
    cuts = _cuts(head.headings, head.end)
    starts = [*([head.start] if head.end > head.start else []), *cuts, *opening]
    xs = _edges(lines, body, head, end)
    ys = _levels(lines, starts, end)
    count = len(starts) - len(opening)
    cells = _head_cells(head, starts[:count], len(xs) - 1) if count else []
    for n, first in enumerate(opening):
        stop = opening[n + 1] if n + 1 < len(opening) else end
        cells += _row_cells(lines[first:stop], body, count + n, len(xs) - 1)
    if not wrapped and any(_is_worded(row, body) for row in lines[head.end : end]):
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
    inner = [heights.halfway(lines[k - 1], lines[k]) for k in starts[1:]]
    return [heights.top_of(lines[starts[0]]) - 1, *inner, heights.foot_of(lines[end - 1]) + 1]


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
        wide = body.column(lines[0][0].x1) + 1
    return [Span(row, 0, 1, wide), *(Span(row, c, 1, 1) for c in range(wide, width))]
