"""The foot of a page right below a table that nothing closes, and last rows that look like one."""

from __future__ import annotations

import pytest

from parsers.page import Style
from parsers.stacks.page_feet import counts_on, is_foot
from parsers.text import phrases
from parsers.text.phrases import Row
from tests.parsers.printing import style, tokens

SMALL = style("Helvetica", size=7)
TEXTS = ((54, "Roads Plan"), (300, "March 2026"), (540, "12"))


def line(*texts: tuple[float, str], top: float = 124, set_in: Style | None = None) -> Row:
    (row,) = phrases.rows([token for x, said in texts for token in tokens(said, x, top, set_in, 3.5)])
    return row


BODY = [line((54, "1.1"), (94, "Build homes"), (364, "40"), top=100)]


def test_a_number_behind_texts_in_small_letters_is_a_page_s_foot() -> None:
    assert is_foot(line(*TEXTS, set_in=SMALL), (), BODY)


@pytest.mark.parametrize("set_in", [None, SMALL], ids=["set as the rows", "of more texts than a foot has"])
def test_a_last_row_that_ends_in_a_number_in_the_middle_of_its_column_is_no_foot(
    set_in: Style | None,
) -> None:
    more = [(94.0, "Sell land"), (200.0, "Ed Egg")] if set_in else []
    assert not is_foot(line((54, "1.2"), *more, (369, "7"), set_in=set_in), (), BODY)


def test_no_rows_above_tell_a_foot() -> None:
    assert not is_foot(line(*TEXTS, set_in=SMALL), (), [])


def test_a_foot_that_is_flush_with_the_rows_at_both_ends_is_none_of_them() -> None:
    assert is_foot(line((54, "Roads Plan"), (364, "12"), set_in=SMALL), (), BODY)
    assert not is_foot(
        line((54, "2"), (94, "Sell land"), (364, "Ed Egg"), set_in=SMALL),
        (),
        [line((54, "1"), (94, "Build homes"), (364, "Bo Ray"), top=100)],
    )


@pytest.mark.parametrize(
    ("code", "counts"), [("HW14", True), ("HW16", False), ("KP14", False), ("Source", False)]
)
def test_the_begin_of_a_row_below_the_last_rule_counts_on_from_the_code_above_it(
    code: str, counts: bool
) -> None:
    """Its number, sign and date stood in no row: merged cells stand left of them, and its action on the next page."""
    rows = [line((54, "2.1 Homes"), (94, "HW12"), (200, "Build"), (364, "May"), top=100)]
    rows += [line((94, "HW13"), (200, "Sell land"), (364, "June"), top=112)]
    assert counts_on(rows, line((94, code), (364, "July"), (420, "Due to begin"))) is counts


def test_a_bare_figure_below_a_table_counts_on_from_none() -> None:
    assert not counts_on(BODY, line((364, "41"), (420, "Note")))
