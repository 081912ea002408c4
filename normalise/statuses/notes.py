"""A rating that opens the notes of a table without a status column: `GREEN - Draft with partners for comment.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalise.language import phrases, vocabulary
from normalise.rows.records import Record
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from normalise.statuses import cells as statuses
from parsers.block import Cell

NOTE = "progress"
#: a colour's word, a letter or a status before a dash or colon
OPENING = re.compile(r"(?P<words>[A-Za-z][A-Za-z /]{0,24}?)\s*(?:[–—:]|-\s|\s-)\s*(?=\S)")
MOST = 0.75  # share of a column's notes that must open so: one that begins with "Green: " may speak of greens
FEW = 2  # notes below which there is no habit


def read(record: Record, keys: Sequence[Key]) -> Decision | None:
    """The status that the colour's word before a row's note names by the key, else by convention; None where there is
    none, or where the table's other notes do not open so."""
    pieces = record.pieces(NOTE)
    words = _colour(pieces[0].cell.text) if pieces else None
    if words is None or not _is_habit(record):
        return None
    cell = replace(pieces[0].cell, text=words, lines=(), marks=(), fill=None, hidden="")
    return statuses.decide([cell], keys)


def _is_habit(record: Record) -> bool:
    """True where nearly all notes of the table open with a colour or the name of a status."""
    strip = record.strip
    columns = strip.columns(NOTE)
    notes = [c for c in strip.table.cells if strip.body <= c.row < strip.end and c.col in columns and c.text]
    own = [c for c in notes if c.col_span < strip.table.cols]
    return len(own) >= FEW and sum(map(_opens_so, own)) >= MOST * len(own)


def _opens_so(cell: Cell) -> bool:
    found = OPENING.match(cell.text)
    return bool(found and (_colour(cell.text) or phrases.status_of(found["words"])))


def _colour(note: str) -> str | None:
    found = OPENING.match(note)
    return found["words"] if found and vocabulary.colour_word(found["words"]) else None
