"""Forms whose status cell lists all statuses with a box before each."""

from __future__ import annotations

import pytest

from tests.normalise.building import actions_of, loud, review_of, table

HEADER = ("Action step", "Person responsible", "Status", "Notes")
NAMES = ("Completed", "In Progress", "Delayed", "Not Begun")


def boxes(chosen: int, empty: str = "☐", ticked: str = "☒") -> str:
    return "\n".join(f"{ticked if k == chosen else empty} {name}" for k, name in enumerate(NAMES))


@pytest.mark.parametrize(("empty", "ticked"), [("☐", "☒"), ("□", "☑"), ("\uf0a8", "\uf0fe")])
def test_the_status_of_a_list_of_boxes_is_the_one_that_is_ticked(empty: str, ticked: str) -> None:
    rows = [(f"Open hub {k}", "Ann Archer", boxes(k, empty, ticked), "Work goes on.") for k in range(4)]
    review = review_of(table(HEADER, *rows))
    assert [a.status for a in review.actions] == [
        "completed",
        "on_schedule",
        "behind_schedule",
        "not_started",
    ]
    assert review.legend == ()
    assert loud(review) == []


def test_boxes_of_which_none_is_ticked_are_no_status() -> None:
    rows = [(f"Open hub {k}", "Ann Archer", boxes(k), "Work goes on.") for k in (0, 1, 9)]
    actions = actions_of(table(HEADER, *rows))
    assert [a.status for a in actions] == ["completed", "on_schedule", "unknown"]
    assert "status_missing" in loud(review_of(table(HEADER, *rows)))


def test_two_boxes_that_are_ticked_are_a_finding() -> None:
    both = boxes(0).replace("☐ Delayed", "☒ Delayed")
    rows = [(f"Open hub {k}", "Ann Archer", text, "Work goes on.") for k, text in enumerate((boxes(1), both))]
    review = review_of(table(HEADER, *rows))
    (second,) = [a.id for a in review.actions if a.action == "Open hub 1"]
    assert second in {f.subject_id for f in review.findings if f.severity != "info"}
