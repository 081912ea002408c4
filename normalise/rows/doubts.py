"""What makes a row doubtful by its own cells: lost characters, text that meets its cell's edge, a status printed twice,
the heading of its own column, what an OCR engine was unsure of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from normalise.columns import bold_actions, figures, strays
from normalise.language import vocabulary
from normalise.rows import own_headings
from parsers.cells.struck import STRUCK

if TYPE_CHECKING:
    from normalise.rows.records import Note, Record

FIGURE = re.compile(r"(?<![\w/])[£$€≥≤<>]?\d[\d,.]*%?(?!\w)")
UNSURE = 0.9  # of an OCR engine's confidence: below it one line in five of those measured had a wrong letter
TWICE = "the status cell prints the same sign twice: two rows may be one here"


def found(record: Record) -> Iterator[Note]:
    """Notes about what a row's cells print."""
    cells = [p.cell for pieces in record.fields.values() for p in pieces]
    # characters that have no meaning in their font; a status's sign has its key's
    lost = sum(cell.text.count("\ufffd") for cell in cells)
    lost -= sum(mark.identity.endswith(":\ufffd") for mark in record.marks("status"))
    if lost > 0:
        yield (
            "warning",
            "characters_unreadable",
            f"{lost} characters of the row have no meaning in their font",
        )
    for cell in (cell for cell in cells if cell.doubt):
        message = f"{cell.text[-60:]!r}: {cell.doubt}"
        if cell.doubt == STRUCK:
            yield "warning", "text_struck", message
        elif cell.doubt == bold_actions.DOUBT:
            yield "warning", "columns_unsure", message
        else:
            yield "warning", "text_crosses_cell", message
    if any(strays.is_signed_twice(p.cell) for p in record.pieces("status")):
        yield "warning", "rows_fused", TWICE
    if name := _over_figures(record):
        message = f"{name[:60]!r} reaches over columns of figures, and these may be in it"
        yield "warning", "columns_unsure", message
    if _holds_progress(record):
        message = "the heading names the action and its progress, and the row's text is not parted into these"
        yield "warning", "columns_unsure", message
    yield from own_headings.noted(record.strip, record.fields)
    unsure = [cell.text for cell in cells if cell.sure < UNSURE]
    if unsure:
        yield "warning", "ocr_unsure", f"OCR was unsure of {unsure[0][:60]!r}"


def _holds_progress(record: Record) -> bool:
    """True for an action of several paragraphs under a heading that names its progress too, where none is read."""
    if record.strip.kind != "actions" or record.text("progress"):
        return False
    cells = (p.cell for p in record.pieces("action") if "\n" in p.cell.text)
    return any(bold_actions.parts(record.strip.heading(cell)) is not None for cell in cells)


def _over_figures(record: Record) -> str:
    """An indicator's name that stands in columns of figures, too, with several in it: they ran into one another where
    no rule parts a row from the text below it."""
    strip = record.strip
    if strip.kind != "indicators":
        return ""
    values = vocabulary.load("headings")["kinds"]["values"]
    for cell in (p.cell for p in record.pieces("indicator") if p.cell.col_span > 1):
        covered = strip.roles[cell.col + 1 : cell.col + cell.col_span]
        told = sum(role in values or figures.is_figure(role) for role in covered)
        if told > 1 and len(FIGURE.findall(cell.text)) >= told:
            return cell.text
    return ""
