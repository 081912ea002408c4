"""Ink of two cells that meets, in whole files: where text runs over a rule, what is cut off, what cannot be read."""

from __future__ import annotations

import pytest

from parsers import document
from parsers.block import Cell, Table
from tests.parsers.printing import pdf, ruled_table, words

HEADINGS = ["Action", "Progress", "Next"]
LONG = "Ninety are in the ground and thirty wait"  # about 180 points wide in a column of 120


def cells(*rows: list[str], more: str = "", high: float = 30) -> dict[tuple[int, int], Cell]:
    """The cells of a ruled table of three columns, each 120 points wide."""
    drawn = ruled_table([HEADINGS, *rows], high=high)
    found = next(b for b in document.read(pdf(f"{drawn}\n{more}")).blocks if isinstance(b, Table))
    return {(c.row, c.col): c for c in found.cells}


def test_a_comment_that_runs_into_the_next_cell_is_not_parted_there() -> None:
    read = cells(["Plant trees", LONG, ""], ["Mend benches", "They stand", "Paint them"])
    assert (read[1, 1].text, read[1, 2].text) == (LONG, "")
    assert read[2, 1].text == "They stand"


def test_a_comment_that_runs_out_of_the_table_is_whole() -> None:
    read = cells(["Plant trees", "Some", LONG], ["Mend benches", "They stand", ""])
    assert read[1, 2].text == LONG


def test_texts_of_several_cells_set_in_one_go_stay_apart() -> None:
    at_once = (
        "BT /F 10 Tf 44 656 Td [(Plant) -6770 (soon 9 in all)] TJ ET"  # the rule stands in the blank before 9
    )
    read = cells(["", "", ""], ["Mend benches", "They stand", "Paint them"], more=at_once)
    assert [read[1, k].text for k in range(3)] == ["Plant soon", "9 in all", ""]


def test_text_over_another_cell_s_text_is_in_doubt() -> None:
    read = cells(["Plant trees", LONG, "Wait"], ["Mend benches", "They stand", "Paint them"])
    assert read[1, 1].text == LONG
    assert not read[2, 1].doubt and not read[2, 2].doubt


def test_a_text_that_ends_on_its_cell_s_edge_before_a_filled_one_may_be_cut_off() -> None:
    cut = words(164, 656, "Ninety") + "\n" + words(268, 656, "abc")  # the last letter stands on the rule
    read = cells(["Plant trees", "", "Wait"], ["Mend benches", "They stand", "Paint them"], more=cut)
    assert "cut it off" in read[1, 1].doubt
    assert not read[2, 1].doubt


def test_a_heading_that_runs_over_its_column_s_edge_says_nothing_of_the_figures_below() -> None:
    nearly = words(164, 656, "They stand again, all of th")
    drawn = ruled_table(
        [["Action", "What is done by now, in short", ""], ["Plant", "", "Paint"], ["Mend", "Yes", "Oil"]]
    )
    found = next(b for b in document.read(pdf(f"{drawn}\n{nearly}")).blocks if isinstance(b, Table))
    assert not any(cell.doubt for cell in found.cells if cell.row)


def test_other_texts_of_a_column_that_is_not_wrapped_may_be_cut_off_too() -> None:
    nearly = words(164, 626, "They stand again, all of th")  # the next letter had no room
    read = cells(["Plant trees", LONG, ""], ["Mend benches", "", "Paint them"], more=nearly)
    assert "cut it off" in read[2, 1].doubt
    assert not read[1, 1].doubt


def test_a_wrapped_word_too_long_for_its_column_is_whole_before_a_filled_cell() -> None:
    """Only who does not wrap a text cuts it off there, and may cut off the last of several words as well."""
    rows = ["Plant trees", "", "Wait"], ["Mend benches", "They stand", "Paint them"]
    wrapped = "\n".join((words(164, 660, "All the"), words(167, 648, "reinterdepartmentalisation")))
    read = cells(*rows, more=wrapped)
    last = read[1, 1].lines[1].box
    assert last.x1 - 2 > read[1, 1].box.x1 > last.x1 - 5
    assert not read[1, 1].doubt
    several = "\n".join((words(164, 660, "All the"), words(169, 648, "departments improvemen")))
    assert "cut it off" in cells(*rows, more=several)[1, 1].doubt


def test_a_wrapped_word_too_long_for_the_last_column_may_be_cut_off() -> None:
    wrapped = "\n".join((words(284, 660, "All of the"), words(350, 648, "improvemen")))
    read = cells(["Plant trees", "Some", ""], ["Mend benches", "They stand", "Paint them"], more=wrapped)
    assert read[1, 2].text == "All of the\nimprovemen"
    assert "cut it off" in read[1, 2].doubt
    assert not read[2, 2].doubt


@pytest.mark.parametrize(("elsewhere", "doubted"), [("The improvement is seen", False), ("Some", True)])
def test_a_word_too_long_for_its_column_is_whole_where_it_is_shown_past_the_edge_and_known(
    elsewhere: str, *, doubted: bool
) -> None:
    wrapped = "\n".join((words(284, 660, "All of the"), words(352, 648, "improvement")))
    rows = ["Plant trees", elsewhere, ""], ["Mend benches", "They stand", "Paint them"]
    read = cells(*rows, more=wrapped)
    assert read[1, 2].text == "All of the\nimprovement"
    assert bool(read[1, 2].doubt) is doubted


def test_a_word_that_ends_right_behind_the_last_column_may_be_cut_off() -> None:
    wrapped = "\n".join(
        (words(284, 660, "All of the"), words(346.5, 648, "improvemen"))
    )  # the next letter begins outside
    read = cells(["Plant trees", "Some", ""], ["Mend benches", "They stand", "Paint them"], more=wrapped)
    assert 0 < read[1, 2].lines[1].box.x1 - read[1, 2].box.x1 < 2
    assert "cut it off" in read[1, 2].doubt


def test_lines_printed_over_each_other_put_both_rows_in_doubt() -> None:
    over = words(44, 622, "and the hedges")  # the second line of `Plant trees`, on top of `Mend benches`
    read = cells(["Plant trees", "Some", ""], ["Mend benches", "They stand", ""], more=over)
    assert "printed over" in read[2, 0].doubt
    assert "printed over" in read[1, 0].doubt
    assert not read[1, 1].doubt


def test_words_printed_over_each_other_on_one_line_are_in_doubt() -> None:
    read = cells(["Plant trees", "Some", ""], ["Mend benches", "", ""], more=words(50, 626, "Hedges"))
    assert "printed over" in read[2, 0].doubt


def test_close_set_lines_are_not_in_doubt() -> None:
    below = words(44, 618, "and paint them")
    assert not cells(["Plant trees", "Some", ""], ["Mend benches", "", ""], more=below)[2, 0].doubt
