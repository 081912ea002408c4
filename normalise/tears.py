"""Rests of rows that tell by their air: a browser cuts a cell through, so that its rest has no air of its own above it
behind the break, and text stands nearer to the row's upper edge than in any row that begins there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from normalise.records import Record
from normalise.references import leading_reference, numbered
from parsers.block import Table

LEAST = 3  # other rows that must show how much air the table gives
STEADY = 1.5  # points by which their air may differ
LESS = 0.6  # of their air: what the rest of a cut row has at most
LAID = 1.0  # points above a table's first text where its edge lies if no ink draws it
SAME = 0.1


def is_rest(before: Record, record: Record) -> bool:
    """True for a page's first row where its air says that it was cut, and nothing that it is a row of its own."""
    if not record.first_on_page or before.last_page >= record.page or _counts_anew(before, record):
        return False
    refs = [leading_reference(r.text("ref")) for r in (before, record)]
    return (None in refs or refs[0] == refs[1]) and _is_cut(record, (before.strip.table, record.strip.table))


def _counts_anew(before: Record, record: Record) -> bool:
    """True for a reference or a number of its own: all that its page's end left above it may be a name."""
    ref = leading_reference(record.text("activity")) if "activity" in record.starts else None
    if ref is not None and ref != leading_reference(before.text("activity")):
        return True
    own, old = (numbered(r.text("action")).number for r in (record, before))
    return own is not None and own != old


def _is_cut(record: Record, tables: Sequence[Table]) -> bool:
    own = _airs(record.strip.table).get(record.strip.body, [])
    others = [
        min(air)
        for table in tables
        for row, air in _airs(table).items()
        if row != record.strip.body or table is not record.strip.table
    ]
    if not own or len(others) < LEAST or max(others) - min(others) > STEADY:
        return False
    laid = record.strip.body == 0 and abs(min(own) - LAID) < SAME
    return not laid and max(own) <= LESS * min(others)


def _airs(table: Table) -> dict[int, list[float]]:
    """By row how far below its upper edge the texts begin that begin in it."""
    airs: dict[int, list[float]] = defaultdict(list)
    for cell in table.cells:
        if cell.lines:
            airs[cell.row].append(cell.lines[0].box.top - table.ys[cell.row])
    return airs
