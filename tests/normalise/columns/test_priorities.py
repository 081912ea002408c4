"""`Priority` over what is done, and over what the rows belong to or sum up."""

from __future__ import annotations

import pytest

from parsers.parsed import Refusal
from tests.normalise.building import Square, loud, review_of, table

LONG = (
    "Cut the mean response to thirty minutes or better across the year",
    "Roll out the electronic patient record to every ambulance",
    "Set up a mental health response car in each of the four divisions",
)
SHORT = ("Patients", "Our people", "Resources")
NOTES = ("The mean was 31 minutes.", "All 412 vehicles carry the record.", "Cars run in the north.")
LEADS = ("Chief Officer", "Digital Officer", "Director of Care")
STATUSES = ("At risk", "Completed", "On track")


def rows(texts: tuple[str, ...], *columns: tuple[str, ...]) -> list[tuple[Square, ...]]:
    return [*zip(texts, *columns, strict=True)]


@pytest.mark.parametrize("heading", ["Priority", "Our priority", "Priorities"])
def test_long_texts_of_their_own_beside_a_status_are_what_is_done(heading: str) -> None:
    review = review_of(table((heading, "Lead", "Progress", "Status"), *rows(LONG, LEADS, NOTES, STATUSES)))
    assert [(a.action, a.progress) for a in review.actions] == [*zip(LONG, NOTES, strict=True)]
    assert [a.status for a in review.actions] == ["behind_schedule", "completed", "on_schedule"]
    assert loud(review) == ["heading_guessed"]


def test_a_tick_in_one_of_several_statuses_rates_them_too() -> None:
    ticks = (("", "", "✔"), ("✔", "", ""), ("", "✔", ""))
    own = [(*row, *ticked) for row, ticked in zip(rows(LONG, LEADS, NOTES), ticks, strict=True)]
    review = review_of(table(("Priority", "Lead", "Progress", "Delivered", "On track", "At risk"), *own))
    assert [a.status for a in review.actions] == ["behind_schedule", "completed", "on_schedule"]


@pytest.mark.parametrize("texts", [SHORT, (LONG[0], LONG[0], LONG[1])], ids=["names", "said of several rows"])
def test_names_of_priorities_and_those_of_several_rows_are_no_actions(texts: tuple[str, ...]) -> None:
    with pytest.raises(Refusal):
        review_of(table(("Priority", "Lead", "Progress", "Status"), *rows(texts, LEADS, NOTES, STATUSES)))


def test_without_a_status_they_are_none() -> None:
    with pytest.raises(Refusal):
        review_of(table(("Priority", "Lead", "Budget"), *rows(LONG, LEADS, ("£1m", "£2m", "£3m"))))


def test_priorities_beside_what_is_done_stay_what_it_belongs_to() -> None:
    done = ("Buy new cars", "Train the crews", "Open a clinical hub")
    review = review_of(table(("Priority", "Action", "Lead", "Status"), *rows(LONG, done, LEADS, STATUSES)))
    assert [a.action for a in review.actions] == [*done]


def test_priorities_that_sum_up_the_actions_of_another_table_are_no_actions() -> None:
    done = ("Buy new cars", "Train the crews", "Open a clinical hub")
    review = review_of(
        table(("Priority", "Lead", "Status"), *rows(LONG, LEADS, STATUSES)),
        table(("Action", "Lead", "Status"), *rows(done, LEADS, STATUSES), top=400),
    )
    assert [a.action for a in review.actions] == [*done]
