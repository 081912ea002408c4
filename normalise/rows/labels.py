"""Cells that hold two fields, told apart by a label: `Buy land` and below it `Lead: Ann Archer`."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from normalise.language import dates, people, vocabulary
from normalise.rows.records import Piece, Record
from parsers.block import Cell

WORD = re.compile(r"\S+")
COLON = re.compile(r":\s+")
LONGEST = 3  # words of a label
LONGEST_LABEL = 24  # characters
LONGEST_DAY = 24  # characters of a day, a month or a span's end
LONGEST_NAME = 8  # words of a post or a body
SMALL = ("and", "for", "of", "the", "&")
DATES = ("due_date", "start_date")
NOTE = "progress"
NEWS = re.compile(
    r"(?:(?:progress|latest|status|current) )?update", re.IGNORECASE
)  # labels of a note below an action


def take_apart(record: Record) -> None:
    """Give what a label names in a column of two headings (`Key Actions and Lead`) to the field that it belongs to."""
    for role in ("action", "indicator"):
        for k, piece in enumerate(record.pieces(role)):
            other = vocabulary.of_two(record.strip.heading(piece.cell))[1]
            said = _labelled(piece.cell, other)
            if other is None or said is None or other in record.strip.roles:
                continue
            record.fields[role][k] = _saying(piece, said[0])
            record.fields.setdefault(other, []).append(_saying(piece, said[1]))
    _part_note(record)
    for k, piece in enumerate(record.pieces("action")):
        while told := _told_below(piece.cell, record.strip.roles):
            role, before, value = told
            record.fields.setdefault(role, []).append(_saying(piece, value))
            record.fields["action"][k] = piece = piece._replace(
                cell=replace(piece.cell, text=before, lines=piece.cell.lines[:-1])
            )


def _part_note(record: Record) -> None:
    """Give the note that a label opens on a line of its own at the end of an action, `Update: Work has begun`, to the
    progress, where no column holds that. `Notes` and `Evidence` may be the action's own."""
    if record.strip.kind != "actions" or NOTE in record.strip.roles:
        return
    for piece in record.pieces("action")[-1:]:
        if said := _news_below(piece.cell):
            record.fields["action"][-1] = _saying(piece, said[0])
            record.fields.setdefault(NOTE, []).append(_saying(piece, said[1]))


def _news_below(cell: Cell) -> tuple[str, str] | None:
    """What stands before and behind the label of a note that opens a line below the cell's first, where no other label
    opens a line behind it."""
    labels = [(line.text.partition(":")[0], ":" in line.text) for line in cell.lines]
    named = [k for k, (label, colon) in enumerate(labels) if colon and NEWS.fullmatch(label)]
    if len(named) != 1 or not named[0] or any(_is_label(*own) for own in labels[named[0] + 1 :]):
        return None
    before, *notes = cell.text.split(f"{labels[named[0]][0]}:")
    told = len(notes) == 1 and before.strip() and notes[0].strip()
    return (before.rstrip(), notes[0].strip()) if told else None


def _is_label(words: str, colon: bool) -> bool:
    return colon and words[:1].isupper() and len(words.split()) <= LONGEST


def _told_below(cell: Cell, roles: Container[str]) -> tuple[str, str, str] | None:
    """What the last line of an action's cell says of it by a label where no column does, `Due: Dec 2025`: its role, the
    text before it and its value, which is a day or a name and nothing else."""
    last = cell.lines[-1].text if len(cell.lines) > 1 else ""
    label, colon, value = last.partition(":")
    if not colon or len(label) > LONGEST_LABEL or not cell.text.endswith(last):
        return None
    value, role = value.strip(), vocabulary.role_of(label) or ""
    if role in roles or not value:
        return None
    dated = role in DATES and len(value) <= LONGEST_DAY and dates.date_of(value) is not None
    named = role == "lead" and (people.is_name(value) or people.is_post(value) or _is_called(value))
    return (role, cell.text[: -len(last)].rstrip(), value) if dated or named else None


def _is_called(value: str) -> bool:
    """True for a few words in capitals, as a post or a body that nobody knows is written: `Clinical Lead, Urology`."""
    words = value.replace("/", " ").split()
    capital = all(w[0].isupper() or w in SMALL for w in words)
    return capital and len(words) <= LONGEST_NAME and not value.endswith(".")


def _labelled(cell: Cell, role: str | None) -> tuple[str, str] | None:
    """What stands before a label of the role, and what it labels; None where there is no such label. One that opens a
    printed line is meant before a longer one that begins on the line above."""
    text = cell.text
    for colon in COLON.finditer(text):
        words = list(WORD.finditer(text, 0, colon.start()))[-LONGEST:]
        starts = [word.start() for word in words if _names(text[word.start() : colon.start()], role)]
        opening = (k for k in starts if any(ln.text.startswith(text[k : colon.start()]) for ln in cell.lines))
        start = next(opening, next(iter(starts), None))
        if start is not None:
            return text[:start].rstrip(), text[colon.end() :]
    return None


def _names(label: str, role: str | None) -> bool:
    return role is not None and label[0].isupper() and vocabulary.role_of(label) == role


def _saying(piece: Piece, text: str) -> Piece:
    return piece._replace(cell=replace(piece.cell, text=text))
