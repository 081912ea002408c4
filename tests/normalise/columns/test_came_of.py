"""`Outcome` over what came of each row, and over what is to be reached."""

from __future__ import annotations

import pytest

from tests.normalise.building import Square, loud, review_of, table

DONE = (
    (
        "Retrofit the four oldest fire stations",
        "On track",
        "Stations 2 and 5 are finished; Station 7 was begun.",
    ),
    ("Adopt the natural hazards plan", "Complete", "Adopted by Council on September 9, two weeks early."),
    (
        "Replace two miles of water main",
        "Off track",
        "The pipe was delivered seven weeks late and has not been laid.",
    ),
)


@pytest.mark.parametrize(
    "heading", ["You said", "Objective 1.1: Prepare for fire and flood", "Our plan for 2025"]
)
@pytest.mark.parametrize("outcome", ["Outcome", "Outcomes"])
def test_outcome_over_sentences_of_what_came_is_the_progress(heading: str, outcome: str) -> None:
    """The narrative was the action, and the action the progress."""
    rows: list[tuple[Square, ...]] = [(action, "Fire", status, note) for action, status, note in DONE]
    review = review_of(table((heading, "Department", "Status", outcome), *rows))
    assert [(a.action, a.progress) for a in review.actions] == [(action, note) for action, _, note in DONE]
    assert "columns_unsure" not in loud(review)


def test_outcome_over_what_is_to_be_reached_stays_what_rows_belong_to() -> None:
    goals = (
        "Everybody lives in a home that is safe and warm.",
        "Everybody can reach a park or a wood on foot.",
    )
    rows = [(goal, action, status, note) for goal, (action, status, note) in zip(goals, DONE, strict=False)]
    review = review_of(table(("Outcome", "Action", "Status", "Progress"), *rows))
    assert [(a.activity, a.action) for a in review.actions] == [(goal, action) for goal, action, _, _ in rows]


@pytest.mark.parametrize("heading", ["Priority", "Result"])
def test_outcome_as_the_action_that_tells_what_came_is_told_of_its_rows(heading: str) -> None:
    rows = [(action, "Ann Archer", status, note) for action, status, note in DONE]
    review = review_of(table((heading, "Owner", "Status", "Outcome"), *rows))
    assert [f.subject_id for f in review.findings if f.code == "columns_unsure"] == ["a001", "a002", "a003"]


def test_outcomes_that_are_to_be_reached_are_no_progress() -> None:
    wanted = (
        "Improved access to early help and reduced waiting times for families, with fewer children in care.",
        "Increased canopy cover and improved air quality for all residents, with more shaded streets.",
        "More people supported to live in settled homes they can afford, with fewer households in hotels.",
    )
    done = ("Open two family hubs in the north", "Plant trees in all wards", "Build new homes for rent")
    rows = [(act, text, "Ann Archer", "On track") for act, text in zip(done, wanted, strict=True)]
    review = review_of(table(("Area of focus", "Outcome", "Lead", "RAG"), *rows))
    assert all(a.progress not in wanted for a in review.actions)
