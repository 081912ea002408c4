"""Which date a column of dates holds, where the words of its heading alone do not say so."""

from __future__ import annotations

import pytest

from tests.normalise.building import actions_of, loud, review_of, table

SHORT = "The work goes on as planned."
ROWS = (("Open a library", "31/03/2026", "On track"), ("Plant trees", "30/09/2026", "Complete"))


def due(heading: str) -> list[str]:
    body = ((*row, SHORT) for row in ROWS)
    actions = actions_of(table(("Action", heading, "Status", "Progress"), *body))
    return [str(a.due_date) for a in actions]


@pytest.mark.parametrize(
    "heading",
    ["Completed by", "Goal date", "Commitment date", "Target for completion", "Expected date of completion"],
)
def test_dates_below_words_that_do_not_say_that_they_are_dates_are_due(heading: str) -> None:
    assert due(heading) == ["2026-03-31", "2026-09-30"]


def test_dates_below_a_heading_that_nobody_knows_are_due_and_every_row_says_that_it_is_a_guess() -> None:
    assert due("Zielmarke") == ["2026-03-31", "2026-09-30"]
    body = ((*row, SHORT) for row in ROWS)
    review = review_of(table(("Action", "Zielmarke", "Status", "Progress"), *body))
    doubted = [f.message for f in review.findings if f.code == "columns_unsure"]
    assert doubted == ["the column headed 'Zielmarke' is taken as the due date"] * 2


@pytest.mark.parametrize("heading", ["Date raised", "Last updated", "Completed", "Start"])
def test_dates_of_something_else_are_not_due(heading: str) -> None:
    assert due(heading) == ["None", "None"]


def test_notes_that_open_with_a_date_are_no_dates() -> None:
    notes = (f"June 2025. {SHORT}", f"July 2025. {SHORT}")
    body = ((*row[::2], note, SHORT) for row, note in zip(ROWS, notes, strict=True))
    review = review_of(table(("Action", "Status", "Zielmarke", "Progress"), *body))
    assert [(a.due_date, dict(a.extra)["Zielmarke"]) for a in review.actions] == [(None, n) for n in notes]
    assert not [f for f in loud(review) if f == "columns_unsure"]
