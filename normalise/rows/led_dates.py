"""Cells that say who leads and up to when, in a column that is headed so: `Head of Housing / 31 March 2026` below `Lead
and target date`."""

from __future__ import annotations

import re
from dataclasses import replace

from normalise.language import dates, vocabulary
from normalise.rows.records import Piece, Record

SEASON = r"(?:spring|summer|autumn|winter)"
QUARTER = r"(?:q[1-4]|quarter [1-4])"
YEAR = r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?"
DAYS = "|".join(
    dates.unnamed(pattern.pattern)
    for pattern in (
        dates.DAY_MONTH_YEAR, dates.DAY_MONTH_YEAR_JOINED, dates.MONTH_DAY_YEAR, dates.NUMERIC, dates.ISO,
        dates.MONTH_YEAR,
    )
)  # fmt: skip
ONE = rf"(?:{DAYS}|(?:{QUARTER}|{SEASON}),? {YEAR}|{YEAR}(?: {QUARTER})?|{QUARTER})"
#: what holds for a whole plan, or is not known yet
LASTING = r"(?:on-?going|continuous|tbc|tba|complete|completed|annually|quarterly|monthly|each (?:year|quarter|month))"
WHEN = rf"(?:(?:by|from|due|until|end|mid|early|late|of|the)\s+)*(?:{ONE})(?:\s*(?:to|and|[-–])\s*(?:{ONE}))?|{LASTING}"
TIME = re.compile(
    rf"\b20\d\d\b|\b{QUARTER}\b|\d/\d", re.IGNORECASE
)  # of which a text that is not parted tells
PARTED = r"[\s/,;|(–—-]+"
BEHIND = re.compile(
    rf"(?P<lead>\S.*?){PARTED}(?:due:?\s+)?(?P<when>{WHEN})[).]?\s*", re.IGNORECASE | re.DOTALL
)
BEFORE = re.compile(rf"(?P<when>{WHEN}){PARTED}(?P<lead>[^\W\d_].*)", re.IGNORECASE | re.DOTALL)
ALONE = re.compile(rf"(?P<when>{WHEN})(?P<lead>)", re.IGNORECASE)


def part(record: Record) -> None:
    """Give the date in a column of leads and dates to the field that it belongs to, where no other column has it."""
    if "due_date" in record.strip.roles:
        return
    for k, piece in enumerate(record.pieces("lead")):
        if not vocabulary.of_lead_and_date(record.strip.heading(piece.cell)):
            continue
        if said := _parted(piece):
            record.fields["lead"][k] = said[0]
            record.fields.setdefault("due_date", []).append(said[1])
        elif TIME.search(piece.cell.text):
            note = f"the lead {' '.join(piece.cell.text.split())!r} may hold the date as well, as its heading says"
            record.notes.append(("warning", "leads_unsure", note))


def _parted(piece: Piece) -> tuple[Piece, Piece] | None:
    text = piece.cell.text.strip()
    found = ALONE.fullmatch(text) or BEHIND.fullmatch(text) or BEFORE.fullmatch(text)
    if found is None:
        return None
    return _saying(piece, found["lead"]), _saying(piece, found["when"])


def _saying(piece: Piece, text: str) -> Piece:
    """The piece with a part of its text, and of its lines those that print nothing else."""
    text = text.strip(" /,;|(–—-\n")
    lines = tuple(
        line._replace(text=own)
        for line in piece.cell.lines
        if (own := line.text.strip(" /,;|(–—-)")) and own in text
    )
    return piece._replace(cell=replace(piece.cell, text=text, lines=lines))
