"""Texts that stand side by side in the columns of a table, but outside of it: a row that was not seen as one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from normalise.columns.strips import Strip
from normalise.language import phrases
from parsers.block import Paragraph, Table

LEVEL = 2.0  # points between the tops of texts of one line
SAME_SIZE = 0.3  # points between the sizes of a row's texts and of the table's
FEWEST = 3  # columns; two texts side by side may be anything
ITEMS = ("action", "activity", "indicator")
BESIDE = 3  # texts in columns of their own for one that runs into the next
FLUSH = 1.0  # points between the left edges of texts of one column


def found(texts: Iterable[Paragraph], read: Sequence[Strip]) -> Iterator[list[Paragraph]]:
    """The texts of each such line, from left to right. A table's columns hold on its own page and on the next."""
    strips = list({id(strip.table): strip for strip in read}.values())
    for line in _lines(texts):
        near = [strip for strip in strips if 0 <= line[0].page - strip.table.page <= 1]
        if any(_fill_columns(line, s.table) or _is_rated(line, s) or _is_signed(line, s) for s in near):
            yield line


def _lines(texts: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Texts that begin at one height of one page."""
    line: list[Paragraph] = []
    for text in sorted(texts, key=lambda t: (t.page, t.box.top)):
        if line and (text.page != line[0].page or text.box.top - line[0].box.top > LEVEL):
            yield sorted(line, key=lambda t: t.box.x0)
            line = []
        line.append(text)
    if line:
        yield sorted(line, key=lambda t: t.box.x0)


def _fill_columns(line: Sequence[Paragraph], table: Table) -> bool:
    """True where most columns have a text that is set as large as the table's and stands in no other, of several one
    may run into the next column; or where most have one flush with the column's own, however far it runs."""
    if len(line) < FEWEST or 2 * len(line) < table.cols:
        return False
    sizes = [ln.size for cell in table.cells for ln in cell.lines[:1]]
    if not all(any(abs(text.size - size) < SAME_SIZE for size in sizes) for text in line):
        return False
    own = [col for text in line if (col := _column(text, table)) is not None]
    across = len(line) - len(own)
    enough = len(own) >= FEWEST and 2 * len(own) >= table.cols and len(own) >= BESIDE * across
    flush = sum(_is_flush(text, table) for text in line)
    return (enough and len(set(own)) == len(own)) or (flush == len(line) > FEWEST and 2 * flush >= table.cols)


def _is_flush(text: Paragraph, table: Table) -> bool:
    """True for a text that begins where those of the column do in which it begins."""
    col = bisect_right(table.xs, text.box.x0) - 1
    lines = (ln for cell in table.cells if cell.col == col and cell.col_span == 1 for ln in cell.lines)
    return any(abs(ln.box.x0 - text.box.x0) < FLUSH for ln in lines)


def _is_rated(line: Sequence[Paragraph], strip: Strip) -> bool:
    """True for two texts, a status in the column of statuses with the sign that says so, and what has it in that of the
    items."""
    if len(line) != FEWEST - 1 or not any(text.marks for text in line):
        return False
    held = {_column(text, strip.table): text for text in line}
    rated = [text for col, text in held.items() if col is not None and strip.roles[col] == "status"]
    items = [text for col, text in held.items() if col is not None and strip.roles[col] in ITEMS]
    return len(rated) == len(items) == 1 and bool(rated[0].marks and phrases.status_of(rated[0].text))


def _is_signed(line: Sequence[Paragraph], strip: Strip) -> bool:
    """True for texts in several columns, one of them that of the items, beside a sign in that of the statuses."""
    own = {_column(text, strip.table) for text in line} - {None}
    roles = {strip.roles[col] for col in own if col is not None}
    signs = [bisect_right(strip.table.xs, m.box.centre[0]) - 1 for text in line for m in text.marks]
    rated = any(0 <= col < strip.table.cols and strip.roles[col] == "status" for col in signs)
    return rated and len(own) == len(line) > 1 and not roles.isdisjoint(ITEMS)


def _column(text: Paragraph, table: Table) -> int | None:
    """The column in which a text stands; None where it stands in several, or outside."""
    col = bisect_right(table.xs, (text.box.x0 + text.box.x1) / 2) - 1
    inside = 0 <= col < table.cols and table.xs[col] <= text.box.x0 and text.box.x1 <= table.xs[col + 1]
    return col if inside else None
