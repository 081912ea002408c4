"""Merged cells that go on over a page break although a new row begins there: the activity of several actions, its plans
and leads, a ward that stands left of them all."""

from __future__ import annotations

from collections.abc import Iterator

from normalise.language import plan_names
from normalise.language.references import leading_reference, numbered
from normalise.rows.halves import runs_on
from normalise.rows.records import Note, Piece, Record
from parsers.block import Cell

#: roles whose merged cell goes on over a page break even when a new action begins there
MERGED = ("activity", "plan", "lead", "group", "priority", "ref", "target")
#: roles of which one cell may hold for the last row of a page and the first of the next, and nothing shows it
REACHING = ("target", "lead", "plan")
FEW = 4  # other rows that all fill a column in which one blank cell is no habit
OUTER = ("priority", "group")  # what several activities may share


def carried(before: Record, record: Record) -> dict[int, list[Piece]]:
    """Merged cells that go on over the break although a new action begins, by the new cell's identity."""
    chained: dict[int, list[Piece]] = {}
    new = "activity" in record.starts and leading_reference(record.text("activity"))
    anew = bool(new) and not _counts_on(before, record)
    outer = [role for role in OUTER if _counts_on_within(before, record, role)] if anew else []
    for role in outer if anew else (*MERGED, *filter(_is_extra, record.fields)):
        if _merged_over(before, record, role):
            for piece in record.pieces(role):
                chained[id(piece.cell)] = [*before.pieces(role), piece]
    return chained


def reaching(before: Record, record: Record) -> Iterator[Note]:
    """Says that the first row of a page alone has a blank cell: one merged over the page's end may hold for it."""
    for role in REACHING:
        if role not in record.starts or not record.blank(role) or before.blank(role):
            continue
        column = [c for s in (before.strip, record.strip) for c in s.cells(role) if not c.marks]
        if sum(not c.text for c in column) == 1 and len(column) > FEW:
            told = f"{role} is blank in the first row of page {record.page}, and in no other row"
            yield "warning", "row_split_unsure", f"{told}: the cell above the page's end may hold for both"


def _counts_on(before: Record, record: Record) -> bool:
    """True for a row whose action counts on from the one above and has no lead of its own: the page ends between two
    paragraphs of one activity's cell, `1.3.1 ...` and `1.3.2 ...`."""
    if not record.pieces("lead") or not record.blank("lead") or before.blank("lead"):
        return False
    numbers = [numbered(one.text("action")).number or "" for one in (before, record)]
    return all(map(str.isdigit, numbers)) and int(numbers[1]) == int(numbers[0]) + 1


def _counts_on_within(before: Record, record: Record, role: str) -> bool:
    """True for what several activities share, left of them, where the new one's number has the first part of the one
    above: `2.2` below `2.1`."""
    refs = [leading_reference(one.text("activity")) or "" for one in (before, record)]
    firsts = [ref.rpartition(".")[0] for ref in refs]
    left = bool(record.pieces(role)) and _stands_left_of(record, record.pieces(role)[0].cell)
    return left and firsts[0] != "" and firsts[0] == firsts[1]


def _merged_over(before: Record, record: Record, role: str) -> bool:
    """True where a role's cell behind the break is the rest of the one before it."""
    if not before.pieces(role) or not record.pieces(role):
        return False
    old, new = before.pieces(role)[-1].cell, record.pieces(role)[0].cell
    if _is_extra(role) or (role in OUTER and _stands_left_of(record, new)):
        goes_on = _is_extra(role) or new.row_span > 1 or before.pieces(role)[-1].to_bottom
        goes_on = goes_on or (record.blank("activity") and _merged_over(before, record, "activity"))
        return goes_on and _is_ground(old, new) and _stands_above_its_rows(before, record, new)
    if role == "target" or not record.pieces("activity"):
        one = max(old.row_span, new.row_span) > 1 or (new.node != "" and new.node == old.node)
        return record.blank(role) and role != "ref" and one
    if role == "activity":
        reffed = leading_reference(before.text("activity")) is not None
        return record.blank(role) or reffed or runs_on(before, record, role)
    if not _merged_over(before, record, "activity"):
        return False
    if not (_as_high_as_activity(before, role) or _as_high_as_activity(record, role)):
        return False
    high = max(old.row_span, new.row_span) > 1
    cut = (high and (role == "plan" or before.pieces(role)[-1].to_bottom)) or (
        role == "plan" and not plan_names.complete(old.text)
    )
    return record.blank(role) or cut or runs_on(before, record, role)


def _is_extra(role: str) -> bool:
    """True for a column whose heading says nothing that is known: left of the action it may stand above several."""
    return role.startswith("extra:")


def _is_ground(old: Cell, new: Cell) -> bool:
    """True for a merged cell without text, sign or a colour of its own: another colour is another answer."""
    empty = not (new.text or new.marks) and new.fill == old.fill
    return empty and max(old.row_span, new.row_span) > 1


def _stands_above_its_rows(before: Record, record: Record, cell: Cell) -> bool:
    """True left of the actions, and where an activity that stands left of the cell goes on as well: what is blank
    beside a new one was left blank."""
    if cell.col >= min(record.strip.columns("action"), default=0):
        return False
    own = [p.cell for p in record.pieces("activity")]
    return (
        not own
        or _stands_left_of(record, cell)
        or (bool(before.pieces("activity")) and _merged_over(before, record, "activity"))
    )


def _stands_left_of(record: Record, cell: Cell) -> bool:
    """True for a cell that stands left of the activity, and so may stand beside several."""
    return any(piece.cell.col > cell.col for piece in record.pieces("activity")[:1])


def _as_high_as_activity(record: Record, role: str) -> bool:
    """True for a cell that is merged over the same rows as its activity."""
    own, activity = record.pieces(role)[-1].cell, record.pieces("activity")[-1].cell
    return own.row_span == activity.row_span
