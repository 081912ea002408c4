"""Statuses with words of the row's own behind them make a column of statuses, whatever it is headed."""

from __future__ import annotations

import pytest

from tests.normalise.building import actions_of, loud, review_of, table

NOTE = "Two sites were bought in May and the planning application is being written."
TOLD = (
    ("On track – slow start", "Delayed – awaiting consent", "Complete – ahead of time"),
    ("On track (first phase)", "Delayed (awaiting consent)", "Complete (closed)"),
    ("On track: first phase", "Delayed: awaiting consent", "Complete: closed"),
)
DONE = ("Open a library in the town", "Plant trees along the river", "Mend the roofs of schools")


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("heading", ["Position", "Current position", "Where are we", "Is it on time?"])
def test_a_status_with_words_of_its_own_is_no_narrative(heading: str, told: tuple[str, ...]) -> None:
    rows = [(done, "Ann Archer", said, f"{done}: {NOTE}") for done, said in zip(DONE, told, strict=True)]
    found = actions_of(table(("Action", "Lead", heading, "Progress"), *rows))
    assert [a.progress for a in found] == [f"{done}: {NOTE}" for done in DONE]
    assert [a.status for a in found[1:]] == ["behind_schedule", "completed"]


def test_a_lone_narrative_that_opens_with_statuses_stays_the_progress() -> None:
    rows = [(done, "Ann Archer", said) for done, said in zip(DONE, TOLD[0], strict=True)]
    found = actions_of(table(("Action", "Lead", "Progress"), *rows))
    assert [a.progress for a in found] == [*TOLD[0]]


def test_a_direction_of_travel_behind_a_colour_leaves_the_column_the_status() -> None:
    told = ("Amber – improving", "Red – escalated", "Green – early")
    rows = [(f"A{k}", *row, NOTE) for k, row in enumerate(zip(DONE, ("Ann Archer",) * 3, told, strict=True))]
    review = review_of(
        table(("Code", "What we wish for", "Owner", "BRAG and direction", "Commentary"), *rows)
    )
    assert [a.status for a in review.actions] == ["behind_schedule", "off_track", "on_schedule"]
    notes = [text for a in review.actions for name, text in a.extra if name.endswith(" note")]
    assert notes == ["improving", "escalated", "early"]
    assert "status_unknown" not in loud(review)


def test_a_good_colour_with_words_that_take_it_back_is_unknown() -> None:
    told = ("Green – will miss its date", "Amber – now green", "Blue – but no longer funded")
    rows = [(done, "Ann Archer", said, NOTE) for done, said in zip(DONE, told, strict=True)]
    found = actions_of(table(("Action", "Lead", "Status", "Progress"), *rows))
    assert [a.status for a in found] == ["unknown"] * 3
