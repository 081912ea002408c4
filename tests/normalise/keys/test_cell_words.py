"""Label and meaning in one cell of a key, parted by bold letters or a line's end, apart from the sign's letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.keys import cell_words
from parsers.block import Cell, Line, Table
from tests.normalise.building import AMBER, BLUE, GREEN, RED, Shown, review_of, shape, table, with_text

GREY = "#8a8a8a"
HEADER = ("Action", "Lead", "Progress", "RAG")
DONE = "work has been completed to the deadline"


def _set(cell: Cell, bold: int) -> Cell:
    """The cell with its lines from its top down, behind the sign's left edge, the first ones in bold."""
    left, top = cell.box.x0 + 4, cell.box.top + 2
    lines = tuple(
        line._replace(
            box=line.box._replace(x0=left, top=top + 10 * k, bottom=top + 10 * k + 9), bold=k < bold
        )
        for k, line in enumerate(cell.lines)
    )
    return replace(cell, lines=lines)


def _in_lines(block: Table, bold: int = 0) -> Table:
    return replace(block, cells=tuple(_set(cell, bold) for cell in block.cells))


def _disc(colour: str, text: str = "") -> Shown:
    return with_text(text, shape("disc", colour))


def test_a_row_of_signs_with_letters_on_them_has_labels_in_bold_above_their_meanings() -> None:
    key = _in_lines(
        table(
            (
                _disc(BLUE, f"C Completed\n{DONE}"),
                _disc(GREEN, "G On schedule\nwork has started and meets its milestones"),
                _disc(RED, "R Behind or not happening\nwork has not started when scheduled"),
                _disc(GREY, "N No information received"),
            )
        ),
        bold=1,
    )
    signs = [(BLUE, "C"), (GREEN, "G"), (RED, "R"), (GREY, "N")]
    rows = [("Do it", "Ann Archer", "Work goes on.", _disc(*sign)) for sign in signs]
    review = review_of(key, table(HEADER, *rows, top=300))
    assert [(e.label, e.definition) for e in review.legend] == [
        ("Completed", DONE),
        ("On schedule", "work has started and meets its milestones"),
        ("Behind or not happening", "work has not started when scheduled"),
        ("No information received", ""),
    ]
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track", "no_information"]


def _words(text: str, bold: int = 0, sign: Shown | None = None) -> str:
    square = with_text(text, sign) if sign else text
    return cell_words.of(_in_lines(table((square, "")), bold).cells[0])


def test_a_label_in_bold_may_wrap() -> None:
    text = "Happening but\nbehind schedule\nwork does not meet its milestones"
    assert _words(text, 2) == "Happening but behind schedule – work does not meet its milestones"


def test_the_name_of_a_status_on_a_line_of_its_own_is_a_label_in_any_face() -> None:
    assert _words(f"Completed\n{DONE}") == f"Completed – {DONE}"


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("Wedi'i gwblhau\nCompleted", 0),
        ("Completed\n12 actions", 1),
        ("Where we are\nwith what was to be done", 0),
        ("Where we are\nwith what was to be done", 2),
        ("Completed", 1),
    ],
)
def test_a_cell_without_a_label_of_its_own_is_one_text(text: str, bold: int) -> None:
    assert _words(text, bold) == " ".join(text.split())


def test_a_letter_beside_its_sign_or_a_word_is_no_letter_on_it() -> None:
    beside = table((_disc(BLUE, "A plan is made"), "")).cells[0]
    line = Line("A plan is made", beside.box._replace(x0=beside.box.x0 + 20), 10, False, "#000000")
    assert cell_words.letter_on_sign(replace(beside, lines=(line,))) == ""
    assert _words("Amber is late", 0, _disc(AMBER)) == "Amber is late"
