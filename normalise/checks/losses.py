"""What a page shows and no row took up: headings of priorities without rows, signs that rate nothing, tables in the
columns of the review's that gave no row, texts where a page break cuts a table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from normalise.columns import repeats
from normalise.columns.strips import KINDS, Strip
from normalise.language import vocabulary
from normalise.prose import footnotes, texts
from normalise.review import Evidence, Finding, Review
from normalise.rows.records import Record, Theme
from normalise.rows.sheets import page_of
from normalise.signs import matching
from normalise.signs.line import Key
from parsers.block import Block, Cell, Heading, Mark, Paragraph, Table
from parsers.geometry import Box

PROSE = re.compile(r"section\b", re.IGNORECASE)  # a chapter of a report, which may hold no table
ALIGNED = 1.0  # points between the left edges of two texts of one column
SAME_SIZE = 0.3  # points between the sizes of two texts of one column
BAND = 0.5  # share of the tables' width: what is wider may be the ground of a heading, and no sign
LEVEL = 3.0  # points between the tops of headings side by side
SEVERAL = 3  # headings side by side that are a table's
SIGNS_OF_KEY = 2  # signs beside one text that make it a line of a key

Place = tuple[int, Box]


def found(
    blocks: Sequence[Block],
    strips: Sequence[Strip],
    keys: Sequence[Key],
    review: Review,
    items: Sequence[Record | Theme],
) -> Iterator[Finding]:
    """Findings about pages on which something of the review is printed that is in none of its rows. `blocks` are
    without the key; `items` are the rows and bands that were read."""
    read = [strip for strip in strips if strip.kind in KINDS]
    yield from _priorities(blocks, review)
    yield from _signs(blocks, read, keys, review.evidence)
    yield from _tables(read, items)
    yield from _headings_alone(blocks, read)
    yield from _texts(blocks, read, review)


def _priorities(blocks: Sequence[Block], review: Review) -> Iterator[Finding]:
    """Headings of priorities under which no row was read."""
    known = {a.priority for a in review.actions} | {i.priority for i in review.indicators}
    for heading in (block for block in blocks if isinstance(block, Heading)):
        said = texts.priority(heading.text)
        if said is not None and said.number not in known and not PROSE.match(heading.text):
            known.add(said.number)
            message = f"no row was read under the heading {heading.text[:60]!r}"
            yield Finding("warning", "priority_without_rows", message, heading.page)


def _signs(
    blocks: Sequence[Block], read: Sequence[Strip], keys: Sequence[Key], evidence: Iterable[Evidence]
) -> Iterator[Finding]:
    """Signs like those of statuses, in a column of statuses or beside a table's texts, that are no row's status."""
    rated = {(e.page, e.box) for e in evidence if e.field == "status"}
    cells = [(page_of(strip.table, cell), cell) for strip in read for cell in _status_cells(strip)]
    shown = [mark for page, cell in cells if (page, cell.box) in rated for mark in cell.marks]
    lost = Counter(
        page
        for page, marks in _unrated(cells, rated, blocks, read)
        for mark in marks
        if matching.match(mark, keys) or any(matching.same_sign(mark, other) for other in shown)
    )
    for page, times in sorted(lost.items()):
        signs = "a sign" if times == 1 else f"{times} signs"
        message = f"{signs} like those of statuses on page {page} rate no row"
        yield Finding("warning", "sign_without_row", message, page)


def _unrated(
    cells: Iterable[tuple[int, Cell]], rated: set[Place], blocks: Sequence[Block], read: Sequence[Strip]
) -> Iterator[tuple[int, Sequence[Mark]]]:
    """Pages and marks of cells that rate no row, and of texts that stand where a page's tables are."""
    yield from ((page, cell.marks) for page, cell in cells if (page, cell.box) not in rated)
    for block in blocks:
        if isinstance(block, Paragraph) and 0 < len(block.marks) < SIGNS_OF_KEY:
            area = _area([s.table.box for s in read if s.table.page == block.page])
            if area is None or not area.holds(*block.marks[0].box.centre) or _heads(block, area):
                continue
            if not _explains(block.text):
                yield block.page, block.marks


def _heads(block: Paragraph, area: Box) -> bool:
    """True for a heading on a ground of its own."""
    return block.marks[0].box.width > BAND * area.width and all(line.bold for line in block.lines)


def _status_cells(strip: Strip) -> list[Cell]:
    columns = strip.columns("status")
    return [c for c in strip.table.cells if c.col in columns and strip.body <= c.row < strip.end and c.marks]


def _area(boxes: Sequence[Box]) -> Box | None:
    """The smallest box around all."""
    if not boxes:
        return None
    return Box(*(min(b[k] for b in boxes) for k in (0, 1)), *(max(b[k] for b in boxes) for k in (2, 3)))


def _explains(text: str) -> bool:
    return text.rstrip().endswith(":") or texts.KEY_LINE.search(text) is not None


def _tables(read: Sequence[Strip], items: Iterable[Record | Theme]) -> Iterator[Finding]:
    """Tables whose columns are known and of which no cell is in a row, be it beside the row's fields."""
    rows = (pieces for item in items if isinstance(item, Record) for pieces in item.fields.values())
    used = {(p.page, p.cell.box) for pieces in rows for p in pieces}
    tables = {id(strip.table): strip.table for strip in read}
    filled = {key: _filled(table, [s for s in read if s.table is table]) for key, table in tables.items()}
    for key, table in tables.items():
        if filled[key] and not any((page_of(table, cell), cell.box) in used for cell in filled[key]):
            message = f"a table on page {table.page} stands in the review's columns, but gave no row"
            yield Finding("warning", "table_not_understood", message, table.page)


def _headings_alone(blocks: Sequence[Block], read: Sequence[Strip]) -> Iterator[Finding]:
    """Headings of one of the review's tables, side by side as the last that a page prints, where the next page begins
    with no table: their rows stand there."""
    known = [{*map(vocabulary.plain, filter(None, strip.headings))} for strip in read]
    named = set[str]().union(*known)
    pages = [list(own) for _, own in groupby(blocks, key=lambda block: block.page)]
    for page, after in pairwise(pages):
        heads = [b for b in page if not isinstance(b, Table) and vocabulary.plain(b.text) in named]
        foot = max((b.box.top for b in heads), default=0.0)
        said = {vocabulary.plain(b.text) for b in heads if foot - b.box.top < LEVEL}
        below = sum(block.box.top > foot + LEVEL for block in page)
        if len(said) < SEVERAL or below > 1 or not any(said <= own for own in known):
            continue
        if not isinstance(after[0], Table):
            message = f"headings of a table stand alone at the foot of page {page[0].page}: their rows were not read"
            yield Finding("warning", "table_not_understood", message, after[0].page)


def _filled(table: Table, parts: Sequence[Strip]) -> list[Cell]:
    """Cells below the headings that print something."""
    body = [c for c in table.cells if any(part.body <= c.row < part.end for part in parts)]
    return [c for c in body if c.text or c.marks]


def _texts(blocks: Sequence[Block], read: Sequence[Strip], review: Review) -> Iterator[Finding]:
    """Texts set as those of a table's column, between two pages of it, or above a heading of the next page: the table's
    frame ended before its text did."""
    tables = {id(strip.table) for strip in read}
    again = repeats.found(blocks, read)
    before: Table | None = None
    between: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            between += [] if id(block) in again else [block]
            continue
        goes_on = isinstance(block, Table) and id(block) in tables
        if isinstance(block, Heading) and before is not None:
            for text in between:
                if (
                    text.page == before.page + 1
                    and text.box.x0 > before.xs[1]
                    and _is_of_column(text, before)
                ):
                    yield from _left_out(text, before, review)
        if isinstance(block, Table) and goes_on and before is not None:
            for text in between:
                home = before if text.page == before.page else block
                if _is_of_column(text, home) and not footnotes.FOOTNOTE.match(text.text):
                    yield from _left_out(text, home, review)
        before, between = block if isinstance(block, Table) and goes_on else None, []


def _is_of_column(text: Paragraph, table: Table) -> bool:
    """True for a text inside one column, that begins where the column's texts do and is as large."""
    col = bisect_right(table.xs, text.box.x0) - 1
    if not 0 <= col < table.cols or text.box.x1 > table.xs[col + 1]:
        return False
    lines = [line for cell in table.cells if cell.col == col for line in cell.lines[:1]]
    return any(
        abs(line.box.x0 - text.box.x0) < ALIGNED and abs(line.size - text.size) < SAME_SIZE for line in lines
    )


def _left_out(text: Paragraph, table: Table, review: Review) -> Iterator[Finding]:
    """Say so of the row next to the text, and of its activity."""
    own = [e for e in review.evidence if e.page == table.page and table.box.holds(*e.box.centre)]
    rows = [e for e in own if e.subject_kind in ("action", "indicator")]
    if not rows:
        return
    below = text.page > table.page or text.box.top > table.box.centre[1]
    lowest, highest = max(rows, key=lambda e: (e.box.bottom, e.box.top)), min(rows, key=lambda e: e.box.top)
    row = lowest if below else highest
    activity = next((a.activity_id for a in review.actions if a.id == row.subject_id), None)
    message = f"the text {text.text[:60]!r} beside the row stands in no cell; it may be the row's"
    yield Finding("warning", "text_incomplete", message, text.page, row.subject_kind, row.subject_id)
    if activity is not None:
        yield Finding("warning", "text_incomplete", message, text.page, "activity", activity)
