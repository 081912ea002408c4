"""Later columns of a sheet printed over several pages across, which stand on their page in pieces.

A heading of some rows is printed on the first page only. Beside it the later pages have a bar of colour or white, and
there the rules stop: what is between them are tables by themselves. They are laid level with the first page's rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.block import Block, Cell, Heading, Paragraph, Table
from parsers.geometry import Box

LEVEL = 1.5  # points between the edges of one row on two pages
SAME_EDGE = 2.0  # points between the edges of one column in two pieces
LEAST = 4  # levels that two tables have in common by more than chance
HEADING_ROWS = 2  # rows that a heading of a later page may be high: the first page's may stand on two levels
Text = Heading | Paragraph


def laid(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the pieces of a page's columns as one table in the place of the first."""
    tables = [b for b in blocks if isinstance(b, Table) and b.reader == "ruled"]
    pages: defaultdict[int, list[list[Table]]] = defaultdict(list)
    for table in tables:
        home = next((group for group in pages[table.page] if _have_columns(group[-1], table)), None)
        if home is None:
            pages[table.page].append([table])
        else:
            home.append(table)
    whole: dict[int, Table] = {}
    gone: set[int] = set()
    for page, groups in pages.items():
        for parts in groups:
            foot = max(part.ys[-1] for part in parts)
            level = (t for t in tables if abs(t.ys[-1] - foot) < LEVEL and t.page < page and t.rows > 1)
            for first in level:
                texts = _heading_of(parts, first, blocks)
                if _are_rows_of(first, parts, texts):
                    whole[id(parts[0])] = _joined(first, parts, texts)
                    gone |= {*map(id, parts[1:]), *map(id, texts)}
                    break
    return tuple(whole.get(id(b), b) for b in blocks if id(b) not in gone)


def _have_columns(above: Table, below: Table) -> bool:
    edges = zip(above.xs, below.xs, strict=False)
    return above.cols == below.cols and all(abs(a - b) < SAME_EDGE for a, b in edges)


def _heading_of(parts: Sequence[Table], first: Table, blocks: Sequence[Block]) -> list[Text]:
    """The heading of a column that stands alone on its page: no table has one cell."""
    top = parts[0]
    if top.cols > 1 or abs(top.ys[0] - first.ys[0]) < LEVEL:
        return []
    place = Box(top.box.x0, first.ys[0], top.box.x1, top.ys[0])
    texts = (b for b in blocks if isinstance(b, Heading | Paragraph) and b.page == top.page)
    return [b for b in texts if place.holds(*b.box.centre)]


def _are_rows_of(first: Table, parts: Sequence[Table], texts: Sequence[Text]) -> bool:
    """True where the pieces stand in the rows of the first page, with which they end, all but headings of rows; not
    where they are whole."""
    if len(parts) == 1 and not texts and parts[0].rows == first.rows:
        return False
    own = sorted(y for part in parts for y in part.ys)
    top = first.ys[0] if len(texts) == 1 else own[0]
    if abs(top - first.ys[0]) >= LEVEL:
        return False
    places = {_level(first, y) for y in own} | {0}
    if None in places or len(places) < LEAST:
        return False
    merged = all(level < HEADING_ROWS for level in {*range(1, first.rows)} - places)
    held = {row for part in parts for row in _rows(first, part)}
    head = range(_foot(first, parts) if texts else 0)
    return merged and all(_is_band(first, row) for row in {*range(first.rows)} - held - {*head})


def _foot(first: Table, parts: Sequence[Table]) -> int:
    """How many rows a heading above the pieces takes."""
    above = (
        row for row in range(first.rows) if first.ys[row] > parts[0].ys[0] - LEVEL or _is_band(first, row)
    )
    return min(HEADING_ROWS, next(above, 0))


def _level(first: Table, y: float) -> int | None:
    """The level of the first page's rows at a height."""
    return next((k for k, at in enumerate(first.ys) if abs(at - y) < LEVEL), None)


def _rows(first: Table, part: Table) -> Iterator[int]:
    for row, (top, foot) in enumerate(pairwise(first.ys)):
        if part.ys[0] - LEVEL < top and foot < part.ys[-1] + LEVEL:
            yield row


def _is_band(table: Table, row: int) -> bool:
    """True for a row of one text over all columns."""
    own = [c for c in table.cells if c.row <= row < c.row + c.row_span]
    return [c.col_span for c in own if c.text] == [table.cols]


def _joined(first: Table, parts: Sequence[Table], texts: Sequence[Text]) -> Table:
    """One table in the rows of the first page."""
    left, right, levels = parts[0].box.x0, parts[0].box.x1, first.ys
    cells = [
        _heading(text, Box(left, levels[0], right, levels[end]), end)
        for text in texts
        if (end := _foot(first, parts))
    ]
    for part in parts:
        at = [min(range(len(levels)), key=lambda k: abs(levels[k] - y)) for y in part.ys]
        cells += [replace(c, row=at[c.row], row_span=at[c.row + c.row_span] - at[c.row]) for c in part.cells]
    taken = {row for c in cells for row in range(c.row, c.row + c.row_span)}
    for row, (top, foot) in enumerate(pairwise(levels)):
        if row not in taken:
            cells.append(Cell(row, 0, 1, parts[0].cols, "", Box(left, top, right, foot)))
    ordered = tuple(sorted(cells, key=lambda c: (c.row, c.col)))
    return replace(parts[0], box=Box(left, levels[0], right, levels[-1]), ys=levels, cells=ordered)


def _heading(text: Text, box: Box, rows: int) -> Cell:
    return Cell(0, 0, rows, 1, text.text, box, text.lines, chars=text.chars)
