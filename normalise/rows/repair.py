"""Rows that a conversion to text broke: cells run together, columns shifted, header words and crumbs inside cells.

Only transcripts need this; a PDF's own cells are never rearranged. Every repair leaves a note on its row.
"""

from __future__ import annotations

import re
from dataclasses import replace

from normalise.language import people
from normalise.rows.records import Piece, Record

#: an action's number glued to the text before it: `Adult Services1. New protocol`
GLUED = re.compile(r"(?<=[A-Za-z)])\s*(?=\d{1,2}\.\s+[A-Z])")
CRUMB = re.compile(r"[a-z]{1,3}")
SENTENCE = 60  # characters; longer text in a column of names is a progress note that slipped
NO_CRUMBS = ("and", "of", "the", "for", "to", "in")


def mend(record: Record) -> None:
    """Put the texts of a broken row where they belong, as far as their form shows it."""
    if record.strip.table.reader != "transcript" or record.strip.kind != "actions":
        return
    _shifted(record)
    _collapsed(record)
    _header_word(record)
    _crumbs(record)


def _set(record: Record, role: str, like: Piece, text: str) -> None:
    record.fields[role] = [like._replace(cell=replace(like.cell, text=text))]


def _shifted(record: Record) -> None:
    """A row that lost a column: a name stands under the actions, the note under the leads."""
    action, lead = record.pieces("action"), record.pieces("lead")
    if not action or not lead or not record.blank("progress"):
        return
    if people.is_name(record.text("action")) and len(record.text("lead")) > SENTENCE:
        name, note = record.text("action"), record.text("lead")
        _set(record, "progress", lead[0], note)
        _set(record, "lead", action[0], name)
        record.fields["action"] = []
        record.notes.append(
            ("warning", "columns_shifted", "the row's cells stand one column to the left; moved back")
        )


def _collapsed(record: Record) -> None:
    """An action that ran together with the cell before it."""
    if not record.blank("action"):
        return
    for role in ("plan", "activity"):
        pieces = record.pieces(role)
        parts = GLUED.split(record.text(role), maxsplit=1)
        if pieces and len(parts) == 2:
            _set(record, role, pieces[0], parts[0])
            _set(record, "action", pieces[0], parts[1])
            record.notes.append(
                ("warning", "cells_collapsed", f"the action ran together with the {role}; taken apart")
            )
            return


def _header_word(record: Record) -> None:
    """A column's heading repeated inside a cell, from a page break that the conversion dropped."""
    for role, pieces in record.fields.items():
        heading = record.strip.heading(pieces[0].cell) if pieces else ""
        text = record.text(role)
        if role == "lead" and heading and text.startswith(f"{heading} "):
            _set(record, role, pieces[0], text.removeprefix(f"{heading} "))
            record.notes.append(
                ("info", "header_word_removed", f"the heading {heading!r} stood inside the cell")
            )


def _crumbs(record: Record) -> None:
    """Letters that are no word, left over from a glyph or a cut line."""
    text = record.text("plan")
    if CRUMB.fullmatch(text) and text not in NO_CRUMBS:
        record.fields["plan"] = [p._replace(cell=replace(p.cell, text="")) for p in record.pieces("plan")]
        record.notes.append(("warning", "crumb_left_out", f"{text!r} is no plan; left out"))
