"""Rows that hold the comment on the row above them, across the table: `Comment: Crew shortage in July.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalise.language import phrases, vocabulary
from parsers.block import Cell, Table

LABEL = re.compile(r"^(?P<label>[A-Z][A-Za-z0-9 /]{2,30}?)\s*:\s*(?=\S)")
DEGREE = re.compile(r"\d{1,3}(?:\.\d+)? ?%")
ROLE = "progress"
LONGEST = 32  # characters of a label
FEW = 3  # columns; beside one or two a text alone is a row
SEVERAL = 2  # such rows of a table, which has as few columns
LEADING = 2  # columns in one of which such a text stands: the first, or the one behind a column of references


def comment(table: Table, starting: Sequence[Cell]) -> list[Cell] | None:
    """The cells of a row that is a comment, its label left out of their text; None for any other row."""
    told = [c for c in starting if c.text or c.marks]
    if len(told) == 1 and (found := LABEL.match(told[0].text)) and _is_alone(told[0], table):
        label = found["label"]
        return [replace(told[0], text=told[0].text[found.end() :])] if _is_label(label) else None
    shown = [c for c in starting if c.text or c.marks or c.fill]
    if not shown or shown[-1].col_span < 2 or shown[-1].col + shown[-1].col_span < table.cols:
        return None
    last = shown[-1]
    if len(shown) == 1 and (found := LABEL.match(last.text)) and _is_label(found["label"]):
        return [replace(last, text=last.text[found.end() :])]
    if len(shown) == 2 and last.text and _is_label(shown[0].text.rstrip(": ")):
        return [replace(shown[0], text="", lines=()), last]
    return None


def rest(told: Cell, table: Table, end: int, cells: Sequence[Cell]) -> list[Cell] | None:
    """The cells of a row that is the rest of a comment which a page's end cuts: `told` is the comment, alone in its
    table's last row (the one before `end`), and the row has nothing but a text in the same columns, which goes on in
    small letters or ends as sentences do."""
    last = [c for c in table.cells if c.row <= end - 1 < c.row + c.row_span and (c.text or c.marks)]
    shown = [c for c in cells if c.text or c.marks]
    if len(last) != 1 or len(shown) != 1 or (last[0].row, last[0].col) != (told.row, told.col):
        return None
    same = (shown[0].col, shown[0].col_span) == (told.col, told.col_span) and not shown[0].marks
    goes_on = shown[0].text[:1].islower() or shown[0].text.endswith(phrases.SENTENCE_END)
    return shown if same and goes_on else None


def is_bare_label(text: str) -> bool:
    """True for a comment's label alone: `Update:`."""
    return text.endswith(":") and len(text) <= LONGEST and _is_label(text[:-1])


def is_labelled(text: str) -> bool:
    """True for a comment with its label: `Comment: Crew shortage in July.`"""
    found = LABEL.match(text)
    return found is not None and _is_label(found["label"])


def _is_alone(cell: Cell, table: Table) -> bool:
    """True for a cell of one of the first columns: where nothing merges a row its text stands there."""
    first = cell.col + cell.col_span < table.cols and cell.col < LEADING
    return first and (table.cols > FEW or _are_several(table, cell.col))


def _are_several(table: Table, col: int) -> bool:
    """True where several rows of a table have nothing but a labelled comment, each behind another row."""
    told: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text or cell.marks:
            told.setdefault(cell.row, []).append(cell)
    own = [row for row, cells in told.items() if len(cells) == 1 and cells[0].col == col]
    own = [row for row in own if is_labelled(told[row][0].text)]
    return len(own) >= SEVERAL and all(len(told.get(row - 1, ())) > 1 for row in own)


def _is_label(text: str) -> bool:
    return vocabulary.role_of(text) == ROLE
