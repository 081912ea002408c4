"""Answers in a row's status cells below a heading that asks: `Yes` below `On track?` says that it is on track."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalise.language import colours, phrases, questions
from normalise.rows.records import Record
from normalise.signs import explained, scale
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from parsers.block import Cell

DONE = "completed"  # what is not done yet may go well: `No` below `Achieved?` is said of a figure alone


def put(record: Record, cells: Sequence[Cell], keys: Sequence[Key]) -> list[Cell]:
    """The cells with what their answers say, in words; one that the key explains, or that says no status, as it is."""
    return [replace(cell, text=_said(record, cell, keys) or cell.text) for cell in cells]


def noted(record: Record, cells: Sequence[Cell], keys: Sequence[Key], decision: Decision) -> Decision:
    """A decision with a note where an answer takes back what was asked, or a part of it: how far, it does not say."""
    for cell in cells if decision.basis == "words" else ():
        if not questions.is_yes(cell.text) and _said(record, cell, keys):
            heading = record.strip.heading(cell)
            message = (
                f"{cell.text!r} below {heading!r} is read as {decision.status}: how far, it does not say"
            )
            note = ("info", "status_by_answer", message)
            return decision._replace(confidence=min(decision.confidence, 0.5), notes=(*decision.notes, note))
    return decision


def _said(record: Record, cell: Cell, keys: Sequence[Key]) -> str | None:
    """What a cell's answer says in words; None for no answer, and for one whose colour says otherwise without a key."""
    if not questions.is_answer(cell.text):
        return None
    question = questions.asked(record.strip.heading(cell))
    if question is None or explained.by_words(cell.text, keys) is not None:
        return None
    done = phrases.status_of(question) == DONE and record.strip.kind == "actions"
    told = None if done and not questions.is_yes(cell.text) else questions.told(question, cell.text)
    signs = (cell.fill, *(mark.colour for mark in cell.marks))
    shown = {scale.usual(colours.name(colour)) for colour in signs} - {None}
    return told if keys or not shown or (told and shown == {phrases.status_of(told)}) else None
