"""Rows that hold several are told of themselves and of the pages on which the others are lost."""

from __future__ import annotations

import pytest

from tests.normalise.building import ABOVE, ACTIONS, loud, review_of, table

MEASURES = ("Indicator", "Target", "Latest", "Previous", "Status")
MEASURE = ("Homes let", "266", "259", "255", "On target")


def test_two_numbered_actions_in_one_cell_are_a_finding() -> None:
    fused = ("1. Buy land\n2. Build homes", "Ann Archer", "Bought in May.", "On track")
    assert "rows_fused" in loud(review_of(table(ACTIONS, fused)))


def test_two_numbers_in_one_row_s_cell_were_its_number_in_silence() -> None:
    rows = (
        ("1.1", "Buy land", "Good.", "On track"),
        ("1.2\n1.3 Sell land", "Build homes", "Good.", "On track"),
    )
    review = review_of(table(("Ref", "Action", "Progress", "Status"), *rows))
    assert [f.subject_id for f in review.findings if f.code == "rows_fused"] == ["a002", None]


def test_a_list_inside_an_action_is_no_second_action() -> None:
    listed = ("3. Buy land:\n1. in Thornby\n2. in Eastgate", "Ann Archer", "Bought in May.", "On track")
    assert loud(review_of(table(ACTIONS, listed))) == []


def test_several_colours_in_one_row_s_status_are_told_of_its_page() -> None:
    """Five rows were one, and nothing said of their page that any was lost."""
    rows = [("1 Open a hub 2 Mend a road 3 Buy a bus", "Ann Archer", "Begun.", "Red Blue Green")]
    rows += [(f"{k} Plant {k} woods", "Bo Bull", "Begun.", "Green") for k in (4, 5)]
    review = review_of(table(ACTIONS, *rows))
    fused = [f for f in review.findings if f.code == "rows_fused" and f.subject_id is None]
    assert [(f.severity, f.page) for f in fused] == [("warning", 1)]


@pytest.mark.parametrize("codes", ["B1-1 B1-2", "HW13 HW14", "1.2 1.3"])
def test_codes_of_any_form_in_one_cell_are_told_of_the_row_and_of_its_page(codes: str) -> None:
    """The second row was lost, and nothing said so of its page."""
    rows = [(codes, "Buy land", "Good.", "On track"), ("C9", "Sell land", "Good.", "On track")]
    review = review_of(table(("Ref", "Action", "Progress", "Status"), *rows))
    fused = [(f.subject_id, f.page) for f in review.findings if f.code == "rows_fused"]
    assert fused == [("a001", 1), (None, 1)]


@pytest.mark.parametrize("code", ["B1-1", "Plan 2 CP1", "12 13"])
def test_one_code_or_other_words_are_no_two_rows(code: str) -> None:
    review = review_of(
        table(("Ref", "Action", "Progress", "Status"), (code, "Buy land", "Good.", "On track"))
    )
    assert not [f for f in review.findings if f.code == "rows_fused"]


def test_figures_of_several_rows_in_the_cells_of_one_are_told_of_its_page_too() -> None:
    """Five indicators were lost in the row above a page's end."""
    fused = ("Homes let", "266 13.0 80.4%", "259 12.2 84.3%", "255 13.1 89.3%", "On target")
    review = review_of(table(MEASURES, fused, ("Calls", "9", "8", "7", "On target")))
    told = [(f.subject_id, f.page) for f in review.findings if f.code == "rows_fused"]
    assert told == [("i001", 1), (None, 1)]


@pytest.mark.parametrize(
    "values",
    [("12 450", "11 310", "10 000"), ("266 280", "259", "255"), ("95% of 20", "90% of 19", "80% of 18")],
    ids=["groups of digits", "one cell of two", "words"],
)
def test_figures_of_one_row_are_no_rows(values: tuple[str, ...]) -> None:
    review = review_of(table(MEASURES, ("Homes let", *values, "On target"), MEASURE))
    assert not [f for f in review.findings if f.code == "rows_fused"]


@pytest.mark.parametrize(("parted", "reader"), [(False, "ruled"), (True, "ruled"), (False, "transcript")])
def test_statuses_below_each_other_beside_one_row_are_told_of_it_and_of_its_page(
    parted: bool, reader: str
) -> None:
    """Nine rows of a sheet without its grid were one, and eight were lost in silence."""
    below = ("2. Mend roofs", "Ann Archer", "Begun.") if parted else (ABOVE, ABOVE, ABOVE)
    rows = (("1. Buy land", "Ann Archer", "Bought in May.", "On track"), (*below, "On track"))
    found = review_of(table(ACTIONS, *rows, reader=reader)).findings
    fused = [(f.subject_id, f.page) for f in found if f.code == "rows_fused"]
    assert fused == ([] if parted or reader == "transcript" else [("a001", 1), (None, 1)])
