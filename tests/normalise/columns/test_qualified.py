"""Statuses with words of the row's own behind them make a column of statuses, whatever it is headed."""

from __future__ import annotations

import pytest

from tests.normalise.building import AMBER, GREEN, RED, actions_of, filled, loud, review_of, table

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


@pytest.mark.parametrize("heading", ["Consultation", "Procurement", "Stage", "Equality assessment"])
def test_a_step_of_the_work_with_its_day_is_no_status(heading: str) -> None:
    """The step's status was each action's."""
    told = ("Completed – May 2025", "Completed (June 2025)", "Planned – June 2026")
    rows = [(done, "Ann Archer", NOTE, said) for done, said in zip(DONE, told, strict=True)]
    found = actions_of(table(("Action", "Lead", "Progress", heading), *rows))
    assert [a.status for a in found] == ["unknown"] * 3


@pytest.mark.parametrize("told", ["{} – last quarter", "{} (Q1)", "{} – improving"])
@pytest.mark.parametrize("heading", ["Position", ""])
def test_a_direction_of_travel_in_words_leaves_a_painted_column_the_status(heading: str, told: str) -> None:
    """The colours of the quarter before displaced those of this one, without a finding."""
    key = table(
        (filled(GREEN), "On track"), (filled(AMBER), "Some delay"), (filled(RED), "Off track"), top=30
    )
    rows = [
        (done, "Ann Archer", NOTE, filled(colour), told.format(before))
        for done, colour, before in zip(DONE, (GREEN, RED, AMBER), ("Amber", "Green", "Amber"), strict=True)
    ]
    heads = ("Action", "Lead", "Progress", heading, "Direction of travel")
    found = review_of(key, table(heads, *rows, top=200)).actions
    assert [a.status for a in found] == ["on_schedule", "off_track", "behind_schedule"]


def test_a_direction_of_travel_that_names_another_time_is_no_status() -> None:
    told = ("Amber – last quarter", "Green – last quarter", "Amber – was red")
    rows = [(done, "Ann Archer", NOTE, said) for done, said in zip(DONE, told, strict=True)]
    found = actions_of(table(("Action", "Lead", "Progress", "Direction of travel"), *rows))
    assert [a.status for a in found] == ["unknown"] * 3


@pytest.mark.parametrize(
    ("told", "notes"),
    [
        (("75% – In Progress", "30% – Delayed", "100% – Complete"), ("75%", "30%", None)),
        (("75% In progress", "30% Delayed", "100% Complete"), ("75%", "30%", None)),
        (("In progress (75%)", "Delayed (30%)", "Complete (100%)"), (None, None, None)),
    ],
)
def test_progress_of_nothing_but_shares_with_names_of_statuses_is_the_status(
    told: tuple[str, ...], notes: tuple[str | None, ...]
) -> None:
    rows = [(done, "Ann Archer", said) for done, said in zip(DONE, told, strict=True)]
    review = review_of(table(("Action", "Lead", "Progress"), *rows))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "completed"]
    assert [dict(a.extra).get("Progress note") for a in review.actions] == [*notes]
    assert [a.progress for a in review.actions] == ["", "", ""]
    assert loud(review) == []


def test_shares_with_statuses_beside_the_note_of_each_row_are_the_status() -> None:
    told = ("75% – In Progress", "30% – Delayed", "100% – Complete")
    rows = [(done, said, f"{done}: {NOTE}") for done, said in zip(DONE, told, strict=True)]
    found = actions_of(table(("Action", "Progress", "Comments"), *rows))
    assert [a.status for a in found] == ["on_schedule", "behind_schedule", "completed"]
    assert [a.progress for a in found] == [f"{done}: {NOTE}" for done in DONE]


@pytest.mark.parametrize(
    "told",
    [
        ("75% – the walls stand", "30% – Delayed", "100% – Complete"),
        ("75% complete", "30% complete", "100% complete"),
        ("75% – Complete", "30% – Delayed", "100% – Complete"),
    ],
)
def test_shares_of_which_one_names_no_status_stay_the_progress(told: tuple[str, ...]) -> None:
    rows = [(done, "Ann Archer", said) for done, said in zip(DONE, told, strict=True)]
    found = actions_of(table(("Action", "Lead", "Progress"), *rows))
    assert [a.progress for a in found] == [*told]
    assert {a.status for a in found} == {"unknown"}


def test_less_than_the_whole_of_a_status_column_is_not_complete() -> None:
    told = ("60% complete", "100% complete", "60% – On track")
    rows = [(done, "Ann Archer", said) for done, said in zip(DONE, told, strict=True)]
    review = review_of(table(("Action", "Lead", "Status"), *rows))
    assert [a.status for a in review.actions] == ["unknown", "completed", "on_schedule"]
    assert len(loud(review)) == 1
