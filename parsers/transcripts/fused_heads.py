"""Columns that a converter took for one where a column is empty on a page: their headings stand in one cell.

The headings are known from the table's other pages, `|Key Actions|Lead|` of `|Key Actions<br>Lead|`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from parsers.text import conversion
from parsers.transcripts.runs import Row

BLANKS = re.compile(r"(?:\s|<br\s*/?>|\*)+", re.IGNORECASE)
LEAST = 3  # columns of a table whose headings tell

Spans = tuple[int, ...]  # how many columns of the whole table each of another one's is


def parted(tables: Iterable[Sequence[Row]]) -> Iterator[list[Row]]:
    """The rows of tables below each other, each with the columns that an earlier one of its headings has."""
    known: list[Sequence[Row]] = []
    for table in tables:
        heads = _heads(table)
        told = ((whole, _spans(heads, _heads(whole))) for whole in reversed(known))
        whole, spans = next(((whole, spans) for whole, spans in told if spans), (table, ()))
        if spans:
            yield [_with_columns(row, spans, whole, first=k == 0) for k, row in enumerate(table)]
        else:
            known += [table] if len(heads) >= LEAST and all(heads) else []
            yield list(table)


def _heads(table: Sequence[Row]) -> list[str]:
    return [_plain(cell) for cell in table[0].cells]


def _plain(cell: str) -> str:
    return BLANKS.sub(" ", conversion.cleaned(cell, markdown=True)).strip().casefold()


def _spans(heads: Sequence[str], whole: Sequence[str]) -> Spans:
    """How headings go into those of a whole table, in their order; nothing where they do not, or are as many."""
    spans: list[int] = []
    rest = list(whole)
    for head in heads if LEAST <= len(heads) + 1 <= len(whole) else ():
        count = next((n for n in range(1, len(rest) + 1) if " ".join(rest[:n]) == head), 0)
        if not count:
            return ()
        spans.append(count)
        del rest[:count]
    return () if rest else tuple(spans)


def _with_columns(row: Row, spans: Spans, whole: Sequence[Row], *, first: bool) -> Row:
    """A row with the columns of a whole table. The text of several stands in the first one of them, but for an end that
    is known from the next."""
    cells: list[str] = []
    for cell, count in zip(row.cells, spans, strict=False):
        at = len(cells)
        if first and count > 1:
            cells += whole[0].cells[at : at + count]
            continue
        ends = {own.cells[at + 1] for own in whole[1:] if count > 1 and at + 1 < len(own.cells)}
        end = max((e for e in ends if e.strip() and cell.endswith(e)), key=len, default="")
        cells += [cell.removesuffix(end), end, *[""] * (count - 2)] if count > 1 else [cell]
    return row._replace(cells=(*cells, *row.cells[len(spans) :]))
