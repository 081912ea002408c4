"""Words of statuses alone under a heading that means something else, or two things."""

from __future__ import annotations

import pytest

from tests.normalise.building import actions_of, loud, review_of, table

DONE = (
    "Build a new depot at the quay",
    "Plant trees along the river",
    "Mend the roofs of schools",
    "Open the park in the evening",
)
NOTE = "Two sites were bought in May."


@pytest.mark.parametrize("heading", ["Outcome", "Outcomes", "Result", "Commitment"])
@pytest.mark.parametrize("done", ["Task", "Action"])
def test_names_of_statuses_in_every_cell_are_the_status_whatever_their_heading(
    heading: str, done: str
) -> None:
    told = ("Achieved", "Partly achieved", "Not achieved", "Achieved")
    rows = [(act, "Ann Archer", said, f"{act}: {NOTE}") for act, said in zip(DONE, told, strict=True)]
    review = review_of(table((done, "Officer", heading, "Remarks"), *rows))
    assert [a.status for a in review.actions] == [
        "completed",
        "behind_schedule",
        "off_track",
        "completed",
    ]
    assert [a.progress for a in review.actions] == [f"{act}: {NOTE}" for act in DONE]
    assert loud(review) == []


@pytest.mark.parametrize(
    "told",
    [
        ("Achieved", "Safer streets", "Not achieved", "Achieved"),
        ("Achieved", "Achieved", "Achieved", "Achieved"),
        ("New", "Ongoing", "New", "Ongoing"),
    ],
)
def test_other_texts_or_one_name_alone_or_kinds_of_actions_are_no_status(told: tuple[str, ...]) -> None:
    rows = [(act, "Ann Archer", said, f"{act}: {NOTE}") for act, said in zip(DONE, told, strict=True)]
    found = actions_of(table(("Action", "Officer", "Outcome", "Remarks"), *rows))
    assert {a.status for a in found} == {"unknown"}


def test_an_outcome_of_statuses_beside_a_status_column_takes_nothing_from_it() -> None:
    told = ("Achieved", "Partly achieved", "Not achieved", "Achieved")
    rows = [(act, "On track", said, f"{act}: {NOTE}") for act, said in zip(DONE, told, strict=True)]
    found = actions_of(table(("Action", "Status", "Outcome", "Remarks"), *rows))
    assert {a.status for a in found} == {"on_schedule"}
