"""Answers as statuses."""

from __future__ import annotations

import pytest

from normalise import Review
from tests.normalise.building import (  # fmt: skip
    AMBER,
    GREEN,
    RED,
    Square,
    about,
    filled,
    indicators_of,
    review_of,
    table,
)


def review_with(heading: str, *answers: Square, key: tuple[tuple[Square, ...], ...] = ()) -> Review:
    told = [(f"Open {k} hubs in the north", "Ann Archer", "It is told.", a) for k, a in enumerate(answers, 1)]
    keys = [table(*key, top=20)] if key else []
    return review_of(*keys, table(("Action", "Lead", "Progress", heading), *told, top=200))


def test_an_answer_that_takes_back_what_was_asked_is_noted() -> None:
    review = review_with("On track?", "Yes", "No")
    yes, no = review.actions
    assert (yes.status, yes.status_label, yes.confidence) == ("on_schedule", "On track", 0.9)
    assert (no.status, no.status_label, no.confidence) == ("off_track", "Not on track", 0.5)
    assert [[f.code for f in about(review, a.id)] for a in (yes, no)] == [[], ["status_by_answer"]]


@pytest.mark.parametrize("heading", ["Complete?", "Delivered? (Y/N)", "Achieved?"])
def test_what_is_not_done_yet_may_go_well(heading: str) -> None:
    review = review_with(heading, "Yes", "No", "Partly")
    assert [a.status for a in review.actions] == ["completed", "unknown", "unknown"]
    assert [f.code for f in about(review, review.actions[1].id)] == ["status_unknown"]


def test_a_figure_that_did_not_achieve_its_target_is_off_track() -> None:
    told = [(f"Homes built in ward {k}", "20", "25", a) for k, a in enumerate(("Yes", "No"), 1)]
    found = indicators_of(table(("Indicator", "Target", "Latest", "Achieved?"), *told))
    assert [i.status for i in found] == ["on_schedule", "off_track"]


def test_answers_that_the_key_explains_are_its_own() -> None:
    key = (("Y", "Completed"), ("N", "Not started"))
    review = review_with("On track?", "Y", "N", key=key)
    assert [a.status for a in review.actions] == ["completed", "not_started"]


def test_an_answer_on_a_colour_that_says_the_same_is_not_doubted() -> None:
    """`Yes` was no status that is known, beside a green that was read by convention."""
    review = review_with("On track?", filled(GREEN, "Yes"), filled(RED, "No"))
    assert [a.status for a in review.actions] == ["on_schedule", "off_track"]
    assert not [f for f in review.findings if f.severity != "info" and f.subject_kind == "action"]


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_a_colour_that_says_otherwise_goes_before_the_answer_on_it(answer: str) -> None:
    """`Yes` on amber was on schedule, and no finding said so."""
    review = review_with("On track?", filled(GREEN, "Yes"), filled(AMBER, answer))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule"]


@pytest.mark.parametrize("heading", ["Not started?", "Not on track?", "Unlikely to be met?", "Missed?"])
def test_no_below_a_question_that_denies_says_nothing_that_is_known(heading: str) -> None:
    """It was read as what the heading denies."""
    review = review_with(heading, "No", "No")
    assert {a.status for a in review.actions} == {"unknown"}
