"""Text that a window no larger than its cell cuts off, as spreadsheets print it."""

from __future__ import annotations

from parsers import document
from parsers.block import Table
from tests.parsers.printing import pdf, ruled_table, words

ROWS = [["Action", "Progress"], ["Plant trees", "Ninety are in the"], ["Mend benches", "They stand"]]


def through(window: str, drawn: str) -> str:
    """Operators drawn through a window `x y width height`."""
    return f"q {window} re W n {drawn} Q"


def cells(*more: str, box: str = "0 0 600 800") -> dict[tuple[int, int], str]:
    """Texts of a ruled table of 3 rows, each 30 points high from 700 down, with something drawn over it."""
    blocks = document.read(pdf("\n".join([ruled_table(ROWS), *more]), box=box)).blocks
    found = next(b for b in blocks if isinstance(b, Table))
    return {(c.row, c.col): " ".join(c.text.split()) for c in found.cells}


def test_a_line_cut_off_by_its_cell_is_not_read_into_the_cell_below() -> None:
    below = cells(through("160 640 120 30", words(164, 634, "ground by now.")))
    assert below[1, 1] == "Ninety are in the ground by now."
    assert below[2, 1] == "They stand"


def test_text_behind_a_window_too_low_for_a_line_is_not_seen() -> None:
    assert cells(through("160 638 120 1.5", words(164, 630, "Nobody reads this"))) == cells()


def test_lines_of_a_cell_that_the_page_before_showed_are_not_read_again() -> None:
    again = words(164, 790, "Agency Hub")
    assert cells(through("160 611 120 28", again))[2, 1] == "They stand"
    assert cells(again) == cells()


def test_nor_are_they_above_the_first_row_below_a_wide_margin() -> None:
    """The last line of such a cell stands lower than a narrow margin, and was read twice."""
    again = words(164, 725, "Agency Hub")
    assert cells(through("160 671 120 28", again), box="0 0 600 780") == cells()


def test_text_inside_its_window_stays_where_it_is() -> None:
    assert cells(through("160 611 120 28", words(164, 614, "again.")))[2, 1] == "They stand again."


def test_text_through_a_window_of_a_form_with_its_own_space_is_not_lost() -> None:
    drawn = "1 0 0 1 100 -500 cm " + through("60 1111 120 28", words(64, 1114, "again."))
    assert cells(f"q {drawn} Q")[2, 1] == "They stand again."


def test_letters_that_a_printer_cuts_off_one_by_one_are_not_read_into_the_cell_below() -> None:
    letters = [
        through(f"{x} 638 6 1.5", words(x, 630, letter))
        for x, letter in zip((164, 170, 176), "Now", strict=True)
    ]
    assert cells(*letters) == cells()


def test_a_full_stop_is_cut_off_no_more_than_the_letters_before_it() -> None:
    """Its own window was too low to be seen through, where a printer cuts off each letter by itself."""
    letter, stop = (
        through("164 613.6 6 6", words(164, 612, "u")),
        through("170 613.2 3 0.6", words(170, 612, ".")),
    )
    assert cells(letter, stop)[2, 1] == "They stand u."
