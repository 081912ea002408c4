"""Tables of completed actions, or of such as have not begun, without a column that says so."""

from __future__ import annotations

import pytest

from normalise import Review
from normalise.columns.stated import status
from tests.normalise.building import heading, loud, review_of, table

RATED = ("Ref", "Task", "Lead", "Target date", "RAG", "Comments")


def report(done: str, idle: str, header: tuple[str, ...], row: tuple[str, ...]) -> Review:
    going = [
        (f"T0{k}", f"Open hub {k} of many", "Ann Archer", "31/03/2026", "Green", "Open.") for k in (1, 3)
    ]
    return review_of(
        heading("Eskdale Port Authority: Service Plan 2025/26", top=20, size=20),
        heading(done, top=60),
        table(header, row, top=80),
        heading("2. Tasks in progress", top=160),
        table(RATED, *going, top=180),
        heading(idle, top=300),
        table(("Ref", "Task", "Lead", "Reason"), ("T04", "Survey staff", "Bo Bull", "Due in May."), top=320),
    )


@pytest.mark.parametrize(
    ("done", "idle"),
    [
        ("1. Tasks completed this year", "3. Tasks not started"),
        ("Table 1. Tasks completed since April 2025", "Table 3. Tasks not started"),
        ("Completed tasks", "Tasks not yet begun (1)"),
    ],
)
def test_rows_whose_heading_says_how_they_stand_are_actions(done: str, idle: str) -> None:
    """A table without ratings or progress was left alone, with a finding: seven of sixteen tasks were lost."""
    header = ("Ref", "Task", "Lead", "Date completed", "Result")
    review = report(done, idle, header, ("T02", "Recruit two vets", "Cy Carr", "14 October 2025", "In post."))
    assert [(a.action_number, a.status, a.progress) for a in review.actions] == [
        ("T02", "completed", "In post."),
        ("T01", "on_schedule", "Open."),
        ("T03", "on_schedule", "Open."),
        ("T04", "not_started", "Due in May."),
    ]
    assert (review.actions[0].status_basis, review.actions[0].status_label) == ("words", done)
    assert [f.subject_id for f in review.findings if f.code == "status_from_heading"] == ["a001", "a004"]
    assert not {"table_not_understood", "numbering_gap", "column_blank"} & {*loud(review)}


@pytest.mark.parametrize(
    ("done", "header", "row"),
    [
        ("Completed tasks", ("Ref", "Task", "Budget", "Spend"), ("T02", "Recruit two vets", "90", "80")),
        ("Completed tasks", ("Quarter", "Tasks", "Share"), ("Q1", "7", "9%")),
        ("Port dues", ("Ref", "Task", "Lead", "Result"), ("T02", "Recruit two vets", "Cy Carr", "In post.")),
        ("Tasks for members", ("Ref", "Task", "Lead", "Result"), ("T02", "Recruit", "Cy Carr", "Yes.")),
    ],
)
def test_other_tables_and_other_headings_make_no_actions(
    done: str, header: tuple[str, ...], row: tuple[str, ...]
) -> None:
    review = report(done, "Tasks not started", header, row)
    assert [a.action_number for a in review.actions] == ["T01", "T03", "T04"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3. Tasks not started", "not_started"),
        ("Table 1. Commitments completed since April 2025", "completed"),
        ("Section B: Closed actions", "completed"),
        ("Appendix 2 – Actions on hold (3)", "paused"),
        ("Table 4. Measures", None),
        ("A. Strategic actions", None),
    ],
)
def test_what_numbers_a_heading_says_nothing_of_its_rows(text: str, said: str | None) -> None:
    assert status(text) == said
