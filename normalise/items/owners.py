"""Who leads each action: the column that says so, its cells' names one each, and what is in doubt about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from normalise.items import lead_columns, lead_lines
from normalise.items.lead_columns import Column
from normalise.language import people, vocabulary, words
from normalise.rows.groups import Group, Placed
from normalise.rows.records import Record

LED_ONCE = 3  # activities with a lead beside their first row alone that are no chance


class Owners(NamedTuple):
    """What a document's columns of leads tell together: posts and bodies that stand `alone`, how each column, by its
    heading, prints a name with its post, the headings of tables that leave places beside activities `blank`, and of
    those that print a lead beside an activity's `first` row alone."""

    alone: Container[str]
    columns: Mapping[str, Column]
    blank: Container[tuple[str, ...]] = ()
    first: Container[tuple[str, ...]] = ()


class Led(NamedTuple):
    leads: tuple[str, ...]
    doubt: str | None


def known(placed: Sequence[Placed]) -> Owners:
    """What the rows of a document tell of its leads."""
    records = [item.record for item in placed]
    cells: dict[str, list[list[str]]] = defaultdict(list)
    for record in records:
        if heading := _heading(record):
            cells[heading].append(_lines(record))
    columns = {heading: lead_columns.column(heading, printed) for heading, printed in cells.items()}
    alone = people.standing_alone(record.text(column(record)) for record in records)
    blank = {record.strip.headings for record in records if record.blank("activity")}
    return Owners(alone, columns, blank, _led_once(records))


def _led_once(records: Sequence[Record]) -> set[tuple[str, ...]]:
    """Headings of tables in which activities merged over several rows print a lead beside the first of these alone:
    all of them do, and they are more than chance."""
    led: dict[tuple[str, ...], dict[int, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        for piece in record.pieces("activity")[:1]:
            own = [p for p in record.pieces(column(record)) if p.page == record.page]
            led[record.strip.headings][id(piece.cell)].append(any(p.cell.text for p in own))
    found = set()
    for headings, activities in led.items():
        several = [rows for rows in activities.values() if len(rows) > 1]
        if len(several) >= LED_ONCE and all(rows[0] and not any(rows[1:]) for rows in several):
            found.add(headings)
    return found


def column(record: Record) -> str:
    """The column that says who leads: where none names people or posts, that of services or directorates, not of those
    who only help; "" for none."""
    if record.pieces("lead"):
        return "lead"
    heading = next((record.strip.heading(piece.cell) for piece in record.pieces("group")), "")
    return "" if _only_help(heading) else "group"


@lru_cache(maxsize=256)
def _only_help(heading: str) -> bool:
    """True for a heading of partners that says of none that it leads: `Key partners`, but not `Lead partner`."""
    said = {*vocabulary.plain(heading).split()}
    shades = words.shades()
    return not said.isdisjoint(shades["helping"]) and said.isdisjoint(
        shades["leading"] | shades["implementing"]
    )


def read(record: Record, group: Group, owners: Owners) -> Led:
    """The leads of a row, with a sentence where one of them may be two or two of them one."""
    said = _said(record, group, owners)
    lines = _lines(said)
    once = record.strip.headings in owners.first
    if said is not record and not (record.blank("activity") or once) and _runs_down(record, owners):
        above = " ".join(said.text(column(record)).split())
        return read(said, group, owners)._replace(
            doubt=f"no lead is printed: {above!r} of a row above is taken"
        )
    shape = owners.columns.get(_heading(said))
    if shape is not None and (told := lead_columns.leads(lines, shape)) is not None:
        return Led(told, None)
    role, alone = column(record), owners.alone
    text = said.text(role) if said is record else said.text(role).strip(" -–")
    names = people.leads(lead_lines.line_by_line(text, lines, alone), alone)
    if shape is not None and lead_columns.may_be_one(lines, shape):
        return Led(names, f"the lead {' '.join(text.split())!r} may be one, a name with its post, or two")
    if fused := lead_lines.run_together(lines, names, alone):
        return Led(names, f"the lead {fused!r} may be two, on two lines")
    if listed := people.listed_together(names):
        return Led(names, f"the lead {listed!r} may be two, with a comma between")
    return Led(names, None)


def _said(record: Record, group: Group, owners: Owners) -> Record:
    """The record whose cell counts: a blank goes on with the row above where the activity's cell is blank too, or
    would be if its text did not run down beside the row, where each activity has its lead beside its first row alone,
    and always in a transcript, which knows no merged cells."""
    role = column(record)
    pieces, activity = record.pieces(role), record.pieces("activity")
    begins = "activity" in record.starts and not (activity and activity[0].page < record.page)
    merged = not begins and record.strip.headings in owners.first
    ditto = bool(activity) and (record.blank("activity") or merged or _runs_down(record, owners))
    if record.text(role).strip(" -–") or not pieces or not (ditto or pieces[0].reader == "transcript"):
        return record
    above = record
    for item in group.placed:
        if item.record is record:
            break
        above = item.record if item.record.text(role).strip(" -–") else above
    return above


def _runs_down(record: Record, owners: Owners) -> bool:
    """True for a row beside which the text of its activity's cell runs down from above, in a table that leaves such
    places blank elsewhere, as one below the same headings does: what it leaves blank beside it is merged no less."""
    if "activity" in record.starts:
        return False
    table, columns = record.strip.table, record.strip.columns("activity")
    over = {id(p.cell) for p in record.pieces("activity")}
    running = (c for c in table.cells if id(c) in over and c.row_span > 1 and c.lines)
    if not any(c.lines[-1].box.bottom > table.ys[c.row + 1] for c in running):
        return False
    return record.strip.headings in owners.blank or any(
        not (other.text or other.marks or other.fill)
        for other in table.cells
        if other.col in columns and other.row_span == 1 and record.strip.body < other.row < record.strip.end
    )


def _lines(record: Record) -> list[str]:
    """The printed lines of the cell that says who leads, a word that one ends inside whole on it."""
    cells = (piece.cell for piece in record.pieces(column(record)))
    return [line for c in cells for line in lead_lines.whole_words([line.text for line in c.lines], c.text)]


def _heading(record: Record) -> str:
    """The heading of the column that says who leads; none for two columns, whose leads are apart already."""
    cells = {piece.cell.col: piece.cell for piece in record.pieces(column(record))}
    return record.strip.heading(*cells.values()) if len(cells) == 1 else ""
