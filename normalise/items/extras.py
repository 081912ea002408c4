"""Printed columns that have no field of their own: their text, or what the document's key says of their signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalise.columns.levels import OF_ACTIVITY
from normalise.columns.year_parts import PART, is_part
from normalise.keys.legend import Learnt
from normalise.language import colours, parts_of_year, people
from normalise.prose import texts
from normalise.rows.records import Piece, Record, run_on
from normalise.signs import status_notes
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from normalise.statuses import cells as statuses
from normalise.statuses import directions, ratings
from normalise.statuses import rows as row_status
from parsers.block import Mark

UNKNOWN = "status_unknown"  # what is noted of a sign that no key explains
NOTE = " note"  # ends the name of what stands beside a status
#: columns that print a status of something else than the row as it now is
RATED = ("previous_status", f"{OF_ACTIVITY}status")


class Extra(NamedTuple):
    """A column's name, what it prints, and notes (severity, code, message) about it."""

    name: str
    text: str
    notes: tuple[tuple[str, str, str], ...] = ()


def read(record: Record, fields: Sequence[str], learnt: Learnt) -> Iterator[Extra]:
    """What the record prints in columns other than `fields`, in the order of its columns."""
    for role, pieces in record.fields.items():
        if role in fields:
            continue
        name = role.removeprefix("extra:")
        if role.startswith(PART):
            name = record.strip.heading(pieces[0].cell)
        rated = record.strip.role(pieces[0].cell) in RATED and _signs(pieces)
        shaded = is_part(role) and _is_shaded_rating(record.strip.heading(pieces[0].cell), pieces)
        decision = statuses.decide([p.cell for p in pieces], learnt.keys) if rated or shaded else None
        text = run_on(pieces) or _rating(decision) or ", ".join(_said(m, learnt) for m in _marks(pieces))
        if text:
            begins = record.strip.role(pieces[0].cell) in record.starts  # a merged cell is told of once
            yield Extra(name, text, _about(decision) if decision and begins and rated else ())


def _about(decision: Decision) -> tuple[tuple[str, str, str], ...]:
    """What is noted about a rating that is kept as printed: that nobody knows it makes it neither wrong nor lost."""
    return tuple(("info", *note[1:]) if note[1] == UNKNOWN else note for note in decision.notes)


def unsaid(record: Record, keys: Sequence[Key], decision: Decision) -> Iterator[Extra]:
    """What the columns of a field print that the field does not say: a priority without a number that one could go by,
    ratings that are not the row's status, and what stands beside the words of the status that was `decided`."""
    rated = record.pieces(row_status.column(record))
    note = status_notes.beside(decision.status, " ".join(p.cell.text for p in rated)) if rated else ""
    foreign = "" if note or not rated else statuses.beside_signs([p.cell for p in rated], keys, decision)
    if note or foreign:
        heading = record.strip.heading(rated[0].cell)
        yield Extra(f"{heading}{NOTE}".strip(), note or foreign, _misplaced(foreign))
    text = record.text("priority")
    if text and texts.numbered_priority(text) is None:
        yield Extra("priority", text)
    yield from (Extra(*told) for told in ratings.beside(record, keys))


def _misplaced(words: str) -> tuple[tuple[str, str, str], ...]:
    """A note about a name beside the sign of a status: two columns were read as one."""
    if not any(people.is_name(line) or people.is_post(line) for line in words.split("\n") if line):
        return ()
    message = f"beside the sign of the status stands {words!r}: two columns may be one here"
    return (("warning", "text_misplaced", message),)


def unplaced_priority(record: Record, placed: str | None) -> str:
    """What the column of priorities prints of an indicator, where that is more than the number that it was `placed`
    by: a name, or another number."""
    text = record.text("priority")
    named = texts.numbered_priority(text) or texts.bare_priority(text)
    return "" if named is not None and named.number == placed else text


def _signs(pieces: Sequence[Piece]) -> bool:
    return any(p.cell.marks or p.cell.fill for p in pieces)


def _is_shaded_rating(heading: str, pieces: Sequence[Piece]) -> bool:
    """True for a colour alone below a heading of a rating, `RAG Autumn`; below another it may be a time plan."""
    fills = [p.cell.fill for p in pieces if colours.may_rate(p.cell.fill)]
    return parts_of_year.is_rating(heading) and bool(fills) and not _marks(pieces)


def _marks(pieces: Sequence[Piece]) -> list[Mark]:
    return [mark for p in pieces for mark in p.cell.marks]


def _rating(decision: Decision | None) -> str:
    """A status in the document's own words, or what was seen where nothing explains it."""
    return (decision.label or decision.mark or "") if decision else ""


def _said(mark: Mark, learnt: Learnt) -> str:
    """What the key beside the legend says of a sign (`75%` beside a bar of three steps), else how it looks."""
    seen = " ".join(filter(None, (colours.name(mark.colour), mark.shape)))
    return directions.explained(mark, learnt.icons) or seen
