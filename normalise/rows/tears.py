"""Rests of rows that tell by their air: a browser cuts a cell through, so that its rest has no air of its own above it
behind the break, and text stands nearer to the row's upper edge than in any row that begins there."""

from __future__ import annotations

from collections import defaultdict

from normalise.language.references import leading_reference, numbered
from normalise.rows.halves import PER_ROW
from normalise.rows.records import Record
from parsers.block import Table

LEAST = 3  # other rows that must show how much air the table gives
STEADY = 1.5  # points by which their air may differ
LESS = 0.6  # of their air: what the rest of a cut row has at most
FEWER = 1.5  # points of air: less is a rule's width
LAID = 1.0  # points above a table's first text where its edge lies if no ink draws it
SAME = 0.1


def is_rest(before: Record, record: Record) -> bool:
    """True for a page's first row where its air says that it was cut, and nothing that it is a row of its own."""
    return not _counts_anew(before, record) and _is_cut(before, record) and not _is_whole(before, record)


def tell(before: Record, record: Record) -> None:
    """Note on both rows that a cut row with a code of its own began at the foot of the page before, and that what
    stands there may have gone to the row above it."""
    own = _have_codes_of_their_own(before, record) and not before.blank("action")
    if own and _is_cut(before, record) and not _is_whole(before, record):
        note = f"the first row of page {record.page} began on page {before.page}: its begin may stand in the row above"
        for row in (before, record):
            row.notes.append(("warning", "row_split_unsure", note))


def took_begin(before: Record, record: Record) -> bool:
    """True for a cut row that begins with a note alone at the foot of the page before, all that there was room for: it
    is given the note, which went to the row above it."""
    if record.blank("action") or record.strip.kind != "actions" or not _is_cut(before, record):
        return False
    pieces, foot = before.pieces("progress"), before.strip.end - 1
    begun = [p for p in pieces if p.cell.row == foot and p.page == before.last_page]
    others = [
        p
        for role, own in before.fields.items()
        for p in own
        if p.cell.row + p.cell.row_span > foot and p not in begun and p.cell.row_span == 1 and p.cell.text
    ]
    if others or not begun or len(begun) == len(pieces):
        return False
    before.fields["progress"] = [p for p in pieces if p not in begun]
    record.fields["progress"] = [*begun, *record.pieces("progress")]
    return True


def _counts_anew(before: Record, record: Record) -> bool:
    """True for a reference or a number of its own: all that its page's end left above it may be a name."""
    refs = [leading_reference(r.text("ref")) for r in (before, record)]
    if (None not in refs and refs[0] != refs[1]) or _have_codes_of_their_own(before, record):
        return True
    ref = leading_reference(record.text("activity")) if "activity" in record.starts else None
    if ref is not None and ref != leading_reference(before.text("activity")):
        return True
    own, old = (numbered(r.text("action")).number for r in (record, before))
    return own is not None and own != old and not before.blank("action")


def _have_codes_of_their_own(before: Record, record: Record) -> bool:
    """True for two codes that no list knows as references, `B1-1` and `B1-2`, each alone in its cell."""
    codes = [r.text("ref") for r in (before, record)]
    alone = all(" " not in code and any(map(str.isdigit, code)) for code in codes)
    return alone and codes[0] != codes[1] and "ref" in record.starts


def _is_whole(before: Record, record: Record) -> bool:
    """True where the second has all that the first has, and that has as much air below it as any other row."""
    own = [role for role in (*PER_ROW, "action", "status") if not before.blank(role)]
    both = bool(own) and not any(record.blank(role) for role in own)
    feet: dict[int, list[float]] = defaultdict(list)
    table = before.strip.table
    for cell in table.cells:
        if cell.lines:
            row = cell.row + cell.row_span
            feet[row].append(table.ys[row] - cell.lines[-1].box.bottom)
    foot = feet.pop(before.strip.end, [])
    return both and bool(foot) and bool(feet) and min(foot) >= min(map(min, feet.values())) - SAME


def _is_cut(before: Record, record: Record) -> bool:
    """True for a page's first row whose texts begin nearer to its upper edge than those of all other rows, but for the
    first one of the page before: that may be a rest, too."""
    if not record.first_on_page or before.last_page >= record.page:
        return False
    own = _airs(record.strip.table).get(record.strip.body, [])
    others = [
        min(air)
        for strip in (before.strip, record.strip)
        for row, air in _airs(strip.table).items()
        if row != strip.body
    ]
    if not own or len(others) < LEAST or max(others) - min(others) > STEADY:
        return False
    laid = record.strip.body == 0 and abs(min(own) - LAID) < SAME
    least = min(others)
    return not laid and max(own) <= min(LESS * least, least - FEWER)


def _airs(table: Table) -> dict[int, list[float]]:
    """By row how far below its upper edge the texts begin that begin in it."""
    airs: dict[int, list[float]] = defaultdict(list)
    for cell in table.cells:
        if cell.lines:
            airs[cell.row].append(cell.lines[0].box.top - table.ys[cell.row])
    return airs
