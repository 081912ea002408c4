"""Rows that hold the comment on the row above them."""

from __future__ import annotations

import pytest

from tests.normalise.building import BESIDE, Square, heading, loud, review_of, table

TITLE = heading("Marlshire Council Delivery Plan: Quarter 2 2025/26 update", top=20)
HEADER = ("Ref", "Action", "Lead", "Progress", "Status")
ROWS = (("1.1", "Buy land", "Ann Archer", "55%", "On track"), ("1.2", "Sell land", "Bo Ray", "0%", "Delayed"))

LATER = (
    ("GC1", "Collect waste", "Ann Archer", "Mar 2026", "On track"),
    ("GC2", "Cut emissions", "Bo Ray", "Mar 2027", "On track"),
    ("GC3", "Plant trees", "Bo Ray", "Mar 2027", "Delayed"),
)


@pytest.mark.parametrize(
    "rest", [(BESIDE, BESIDE, BESIDE, BESIDE), ("", "", "", "")], ids=["merged", "in the first column"]
)
def test_a_comment_below_its_row_is_its_progress_and_a_percentage_how_far_it_has_come(
    rest: tuple[str, ...],
) -> None:
    remarks = ("Q2 Comment: Bought in May.", *rest), ("Q2 Comment: No offers.", *rest)
    review = review_of(TITLE, table(HEADER, ROWS[0], remarks[0], ROWS[1], remarks[1]))
    assert [(a.action, a.progress, dict(a.extra)["complete"]) for a in review.actions] == [
        ("Buy land", "Bought in May.", "55%"),
        ("Sell land", "No offers.", "0%"),
    ]
    assert loud(review) == []


def test_an_item_with_a_colon_is_no_comment() -> None:
    review = review_of(TITLE, table(HEADER, ROWS[0], ("", "Parks: plant trees", "", "", ""), ROWS[1]))
    assert [a.action for a in review.actions] == ["Buy land", "Parks: plant trees", "Sell land"]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("begun", "rest", "progress"),
    [
        ("Update: Both pools have heat", "pumps.", "Both pools have heat pumps."),
        ("Update: Both have pumps.", "A third will follow.", "Both have pumps. A third will follow."),
        ("Update: on hold", "ROADS", "on hold"),
    ],
)
def test_a_comment_goes_on_over_the_end_of_its_page(
    merged: bool, begun: str, rest: str, progress: str
) -> None:
    """`pumps.` was the end of the action's text, or a remark beside the progress, without a finding."""

    def wide(text: str) -> tuple[Square, ...]:
        return (text, *[BESIDE] * 4) if merged else ("", text, "", "", "")

    first = table(
        (*HEADER[:3], "Due", "Status"), *LATER[:1], wide("Update: Vehicles came."), LATER[1], wide(begun)
    )
    second = table(wide(rest), LATER[2], wide("Update: Half are planted."), page=2, top=40)
    own = review_of(TITLE, first, second).actions[1]
    assert (own.action, own.progress) == ("Cut emissions", progress)
    assert dict(own.extra).get("remark") is None
    assert own.pages == ((1, 2) if rest != "ROADS" else (1,))


def test_comments_below_rows_of_few_columns_are_theirs() -> None:
    """They were actions of their own."""
    rows = [
        row
        for k in range(2)
        for row in ((f"Plant elms {k}", "Ann Archer", "On track"), ("Update: Half are in.", "", ""))
    ]
    review = review_of(TITLE, table(("Action", "Lead", "Status"), *rows))
    assert [(a.action, a.progress) for a in review.actions] == [
        (f"Plant elms {k}", "Half are in.") for k in range(2)
    ]


def test_a_label_in_a_row_of_its_own_opens_the_comment_below_it() -> None:
    """The label and each point of the list were actions."""
    points = [
        ("Progress update:", "", "", "", ""),
        ("• Let in May.", "", "", "", ""),
        ("• All came.", "", "", "", ""),
    ]
    rows = [row for own in LATER for row in (own, *points)]
    review = review_of(TITLE, table((*HEADER[:3], "Due", "Status"), *rows))
    assert [(a.action_number, a.progress) for a in review.actions] == [
        (row[0], "• Let in May.\n• All came.") for row in LATER
    ]
    assert loud(review) == []


@pytest.mark.parametrize(
    ("heads", "progress"),
    [(("Action", "Lead", "Status"), "Work goes on: two are in."), (("Action", "Comments", "Status"), "")],
)
def test_a_note_behind_a_label_below_an_action_is_its_progress_where_no_column_is(
    heads: tuple[str, ...], progress: str
) -> None:
    """It was the end of the action's text, without a finding."""
    note = "Update: Work goes on: two are in."
    first = (f"Plant elms\n{note}", "" if progress == "" else "Ann Archer", "On track")
    review = review_of(TITLE, table(heads, first, ("Sow", "Bo Ray", "Late")))
    (own, _) = review.actions
    assert own.progress == progress
    assert own.action == ("Plant elms" if progress else f"Plant elms\n{note}")


@pytest.mark.parametrize(
    "behind",
    [
        "Notes: subject to funding from the state",
        "Evidence: survey of users in 2023",
        "Progress: monthly to committee.",
        "Activity to date: plan\nComments: none",
        "Update: half are in.\nRisk: drought",
        "Update: half are in.\nUpdate: all are in.",
    ],
)
def test_what_other_labels_open_below_an_action_stays_in_its_text(behind: str) -> None:
    """It was cut off as the progress, and labels were lost, without a finding."""
    text = f"Plant elms.\n{behind}"
    rows = ((text, "Ann Archer", "On track"), ("Sow", "Bo Ray", "Late"))
    own = review_of(TITLE, table(("Action", "Lead", "Status"), *rows)).actions[0]
    assert (own.action, own.progress) == (text, "")
