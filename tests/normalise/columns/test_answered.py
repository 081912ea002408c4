"""Columns whose heading asks how a row stands."""

from __future__ import annotations

import pytest

from tests.normalise.building import BESIDE, Square, actions_of, indicators_of, loud, review_of, table

ANSWERS = ("Yes", "No", "Yes", "No", "Partly")
RATED = ["on_schedule", "off_track", "on_schedule", "off_track", "behind_schedule"]


def rows(*answers: str) -> list[tuple[str, ...]]:
    return [
        (f"Open {k} hubs in the north", "Ann Archer", "It is told.", answer)
        for k, answer in enumerate(answers, 1)
    ]


@pytest.mark.parametrize("heading", ["On track?", "On track (Y/N)", "On Track? Yes/No", "Target met"])
def test_answers_below_a_heading_that_asks_are_statuses(heading: str) -> None:
    """They were unknown, and below `Yes/No` in `extra` alone."""
    review = review_of(table(("Action", "Lead", "Progress", heading), *rows(*ANSWERS)))
    assert [a.status for a in review.actions] == RATED
    assert loud(review) == ["status_by_answer"]


@pytest.mark.parametrize("heading", ["Target met?", "On target (Y/N)", "Met?", "Target achieved in quarter?"])
def test_answers_beside_figures_are_the_status_and_no_row_of_headings(heading: str) -> None:
    """`No` is a heading of numbers, too: two rows were headings, and lost without a finding."""
    told = [(f"Homes built in ward {k}", "20", "25", answer) for k, answer in enumerate(ANSWERS, 1)]
    found = indicators_of(table(("Indicator", "Target", "Latest", heading), *told))
    assert [(i.name[-1], i.latest, i.status) for i in found] == [
        (str(k), "25", status) for k, status in enumerate(RATED, 1)
    ]


def test_answers_beside_a_column_of_statuses_are_none() -> None:
    told = [(*row, "Late") for row in rows(*ANSWERS)]
    actions = actions_of(table(("Action", "Lead", "Progress", "Target met", "Status"), *told))
    assert {a.status for a in actions} == {"behind_schedule"}
    assert [dict(a.extra)["Target met"] for a in actions] == [*ANSWERS]


def test_a_heading_that_asks_over_other_texts_is_no_status() -> None:
    told = [(f"Homes built in ward {k}", "20", "25", f"In week {k}") for k in range(1, 4)]
    found = indicators_of(table(("Indicator", "Target", "Latest", "Target met"), *told))
    assert [i.status for i in found] == [None] * 3


def test_answers_side_by_side_below_one_heading_are_headings_of_ticks() -> None:
    """They were taken for a row: no header was left, and the whole document was refused."""
    ticked = [(*row[:3], *(("x", "") if k % 2 else ("", "x"))) for k, row in enumerate(rows(*ANSWERS))]
    heads: list[tuple[Square, ...]] = [
        ("Action", "Lead", "Progress", "On track?", BESIDE),
        ("", "", "", "Yes", "No"),
    ]
    assert [a.action for a in actions_of(table(*heads, *ticked))] == [row[0] for row in rows(*ANSWERS)]
