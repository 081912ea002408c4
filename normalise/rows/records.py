"""Rows of a table as records: for each role the cells that belong to it, merged cells filled down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from normalise.columns import strays
from normalise.columns.levels import OF_ACTIVITY, OF_SECTION
from normalise.columns.places import Places, places
from normalise.columns.strips import Strip
from normalise.language import phrases
from normalise.language.spelling import continued
from normalise.prose import texts
from normalise.prose.rubrics import Rubric
from normalise.rows import comments
from normalise.rows import doubts as row_doubts
from normalise.rows.bands import are_one_text, is_band, opened
from normalise.rows.remark_rows import is_remark
from normalise.rows.sheets import page_of, pages_of, says_again
from parsers.block import Cell, Mark, Table
from parsers.text.wording import END_HYPHEN, ended_early

DETAIL = {"actions": ("action", "progress", "status"), "indicators": ("indicator", "latest")}
KEY = {"actions": "action", "indicators": "indicator"}
#: points: text whose last line is this close to the row's lowest line runs on over the page break
BOTTOM = 4.0
TOTAL = re.compile(r"(?:grand |overall )?totals?:?", re.IGNORECASE)
TALLY = re.compile(r"^(?:grand |overall )?totals?\s*[:–-]\s*\d+\s+[A-Za-z]", re.IGNORECASE)


#: severity, code, message
Note = tuple[str, str, str]


class Piece(NamedTuple):
    """A cell with the page and eye that it was seen by; `to_bottom` where its text reaches the row's end."""

    cell: Cell
    page: int
    reader: str
    to_bottom: bool


class Theme(NamedTuple):
    """A row that is one text: a heading inside the table, or a `tally` of the rows above it."""

    text: str
    page: int
    cells: tuple[Cell, ...]
    tally: bool = False


@dataclass(slots=True)
class Record:
    """One row of meaning; `fields` holds the pieces of each role from the page where it begins to where it ends.

    `starts` are roles whose cell begins in this record's first row: a merged cell begins in the first of the
    records that it covers only. `parted` is True where what stood above it is not known. `rubric` is the heading above
    the table that `fields` has as the row's activity.
    """

    strip: Strip
    page: int
    fields: dict[str, list[Piece]]
    starts: set[str]
    first_on_page: bool = False
    parted: bool = False
    rubric: Rubric | None = None
    notes: list[Note] = field(default_factory=list)

    @property
    def last_page(self) -> int:
        """The page on which the row ends."""
        return max((p.page for pieces in self.fields.values() for p in pieces), default=self.page)

    @property
    def sure(self) -> float:
        """How sure the row's text is: 1 for printed text, an OCR engine's confidence in the worst of its cells."""
        return min((p.cell.sure for pieces in self.fields.values() for p in pieces), default=1.0)

    def told(self) -> list[Note]:
        """The row's notes, with those about what its own cells print."""
        return [*self.notes, *row_doubts.found(self)]

    def remark(self, cells: Sequence[Cell], table: Table) -> None:
        """Take up a comment that stands in a row of its own: a percentage beside it is how far the row has come."""
        told = self.pieces(comments.ROLE)
        if told and all(comments.DEGREE.fullmatch(p.cell.text) for p in told):
            self.fields["complete"] = self.fields.pop(comments.ROLE)
        self.fields.setdefault(comments.ROLE, []).extend(
            Piece(cell, page_of(table, cell), table.reader, False) for cell in cells
        )

    def pieces(self, role: str) -> list[Piece]:
        return self.fields.get(role, [])

    def text(self, role: str) -> str:
        """The printed text of a role, pieces on several pages joined."""
        return run_on(self.pieces(role))

    def marks(self, role: str) -> list[Mark]:
        return [m for p in self.pieces(role) for m in p.cell.marks]

    def pages(self, roles: Sequence[str]) -> tuple[int, ...]:
        told = [*{*self.fields} - {*OF_SECTION}] if len(pages_of(self.strip.table)) > 1 else roles
        return tuple(sorted({p.page for role in told for p in self.pieces(role) if p.cell.text}))

    def blank(self, role: str) -> bool:
        return not any(p.cell.text or p.cell.marks for p in self.pieces(role))


def run_on(pieces: Sequence[Piece]) -> str:
    """Texts of cells that follow each other over page breaks as one text."""
    if len(pieces) == 1:
        return pieces[0].cell.text
    text, before = "", None
    for piece in pieces:
        more = piece.cell.text
        if not more or (before is not None and _is_printed_again(before, piece)):
            continue
        if before is None:
            text = more
        elif more.startswith("• ") or _stand_side_by_side(before, piece) or paragraph_ends(before, piece):
            text += "\n" + more
        else:
            text = continued(text, more)
        before = piece
    return text


def _is_printed_again(piece: Piece, following: Piece) -> bool:
    """True for a cell that only repeats, on the next page, the last lines of what ended on this one: a browser draws a
    line again that the break runs through."""
    lines, again = ([line.text for line in p.cell.lines] for p in (piece, following))
    whole = 0 < len(again) < len(lines) and piece.cell.text.endswith(phrases.SENTENCE_END)
    return whole and following.page == piece.page + 1 and lines[-len(again) :] == again


def _stand_side_by_side(piece: Piece, other: Piece) -> bool:
    """True for cells of two columns of one role: what one says does not go on in the other, but on one line."""
    beside = piece.page == other.page and piece.cell.col != other.cell.col
    return beside and not are_one_text((piece.cell, other.cell))


def paragraph_ends(piece: Piece, following: Piece) -> bool:
    """True where a paragraph ended before the page did: the next word had fitted on its last line."""
    last, more = piece.cell.lines[-1:], following.cell.lines[:1]
    if not last or not more or more[0].text[0].islower() or END_HYPHEN.search(last[0].text):
        return False
    padding = max(0.0, min(line.box.x0 for line in piece.cell.lines) - piece.cell.box.x0)
    return ended_early(last[0], more[0], piece.cell.box.x1 - padding)


def records(strip: Strip, peers: Sequence[Strip] = ()) -> Iterator[Record | Theme]:
    """The records of a table in order, with the headings that stand between them. Rows without ink are no records.
    `peers` are the strips under the same header, which tell how rows look where the table has one only."""
    for item in _rows(strip, peers):
        if isinstance(item, Theme) or any(not item.blank(role) for role in item.fields):
            yield item


def _rows(strip: Strip, peers: Sequence[Strip]) -> Iterator[Record | Theme]:
    detail, key = DETAIL[strip.kind], KEY[strip.kind]
    cells = [c for c in strip.table.cells if not says_again(strip.table, c)]
    covered, lowest, unsure = places(cells), _lowest(strip.table.cells), list(_unsure(strip))
    begun: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        begun[cell.row].append(cell)
    current: Record | None = None
    first = True
    for row in range(strip.body, strip.end):
        starting = begun[row]
        remark = comments.comment(strip.table, starting)
        if remark is not None:
            if current is not None:
                current.remark(remark, strip.table)
            else:  # on the last row of the page before
                yield Theme(remark[-1].text, strip.table.page, tuple(starting))
            continue
        theme = _theme(strip, row, opened(starting), peers)
        if theme is not None:
            if current is not None:
                yield current
            current, first = None, False
            yield theme
            continue
        if not any(c.text or c.marks or c.fill for c in starting):
            continue
        roles = {strip.roles[c.col] for c in starting}
        opens = key in roles or ("status" in roles and "progress" in roles) or current is None
        opens = opens and (
            current is None or not (_note_alone(strip, starting) or _goes_on(current, starting))
        )
        if opens and roles & {*detail, key}:
            if current is not None:
                yield current
            current = Record(strip, strip.table.page, {}, roles, first, notes=[*unsure])
            first = False
        if current is not None:
            _take(current, row, covered, lowest.get(row, 0.0), whole=opens)
    if current is not None:
        yield current


def _unsure(strip: Strip) -> Iterator[Note]:
    """What is told of every row of a table whose columns are in doubt."""
    if strip.table.doubt:
        yield "warning", "columns_unsure", strip.table.doubt
    if strip.table.cols == 1 and not strip.headed and any(_is_signed(c) for c in strip.table.cells):
        yield "warning", "columns_unsure", "nothing parts the texts and signs of the table's only column"
    for heading in strays.of_two_columns(strip.headings, strip.roles):
        yield "warning", "columns_unsure", f"the heading {heading!r} names two columns"
    for heading in strip.unsure:
        role = strip.roles[strip.headings.index(heading)].replace("_", " ")
        yield "warning", "columns_unsure", f"the column headed {heading!r} is taken as the {role}"


def _is_signed(cell: Cell) -> bool:
    return bool(cell.text) and any(mark.seen != "glyph" for mark in cell.marks)


def _lowest(cells: Sequence[Cell]) -> dict[int, float]:
    """By row the lower edge of the lowest line in the cells that cover it, in points."""
    lowest: dict[int, float] = {}
    for cell in cells:
        if cell.lines:
            bottom = max([line.box.bottom for line in cell.lines])
            for row in range(cell.row, cell.row + cell.row_span):
                lowest[row] = max(bottom, lowest.get(row, 0.0))
    return lowest


def _note_alone(strip: Strip, starting: Sequence[Cell]) -> bool:
    """True for a row that prints nothing but more of the progress note above it. Of transcripts others take care."""
    printed = [c for c in starting if c.text or c.marks or c.fill]
    alone = all(strip.roles[c.col] == "progress" for c in printed)
    return alone and strip.kind == "actions" and strip.table.reader != "transcript"


def _goes_on(record: Record, starting: Sequence[Cell]) -> bool:
    """True for a row that prints nothing but the rest of the action above it, which ends in mid-sentence: a page's end
    or a rule cut its cell alone."""
    printed = [c for c in starting if c.text or c.marks or c.fill]
    alone = len(printed) == 1 and record.strip.roles[printed[0].col] == "action" and not printed[0].marks
    before = record.text("action")
    return (
        alone and printed[0].text[:1].islower() and before != "" and not before.endswith(phrases.SENTENCE_END)
    )


def _theme(strip: Strip, row: int, starting: Sequence[Cell], peers: Sequence[Strip]) -> Theme | None:
    """A row of one text across the whole table, a number before it or not, is a heading inside it."""
    if _is_tally(strip, starting):
        return Theme(" ".join(c.text for c in starting if c.text), strip.table.page, tuple(starting), True)
    if strip.table.cols < 2 or not any(c.text for c in starting):
        return None
    if texts.heads_rows(starting[0].text) and not any(c.text or c.marks for c in starting[1:]):
        return Theme(starting[0].text, strip.table.page, tuple(starting))
    last = starting[-1]
    reaches = last.col + last.col_span == strip.table.cols
    numbered = len(starting) == 2 and starting[0].col_span == 1 and strip.roles[starting[0].col] == "ref"
    if reaches and (
        last.col_span == strip.table.cols or (numbered and last.col_span == strip.table.cols - 1 > 1)
    ):
        cells = tuple(starting)
        return Theme(" ".join(c.text for c in cells if c.text), strip.table.page, cells)
    if is_band(strip, row, starting, peers) or is_remark(strip, starting, peers):
        return Theme(" ".join(c.text for c in starting if c.text), strip.table.page, tuple(starting))
    return None


def _is_tally(strip: Strip, starting: Sequence[Cell]) -> bool:
    """True for a row that counts the rows above it: `Total | 4 | ...`, or in one cell, `Total: 2 Green, 3 Red`."""
    inked = [c for c in starting if c.text or c.marks or c.fill]
    if strip.kind == "actions" and len(inked) > 1 and TOTAL.fullmatch(inked[0].text):
        return any(c.text.isdigit() for c in inked)
    return strip.kind == "indicators" and len(inked) == 1 and TALLY.match(inked[0].text) is not None


def _take(record: Record, row: int, covered: Places, lowest: float, *, whole: bool) -> None:
    """Put the cells of a row into the record's fields: all that cover the row where it is taken `whole`, else those
    that begin there. `lowest` is where the row's last line ends."""
    strip = record.strip
    for col in range(strip.table.cols):
        cell = covered.get((row, col))
        if cell is None or not (whole or cell.row == row):
            continue
        role = strip.roles[cell.col]
        if not role or role.startswith(OF_ACTIVITY):
            role = f"extra:{strip.headings[cell.col] or cell.col + 1}"
        held = record.fields.setdefault(role, [])
        if all(p.cell is not cell for p in held):
            to_bottom = not cell.lines or cell.lines[-1].box.bottom > lowest - BOTTOM
            held.append(Piece(cell, page_of(strip.table, cell), strip.table.reader, to_bottom))
