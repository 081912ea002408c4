"""Headers printed again on the next page, and what stands below them there."""

from __future__ import annotations

import pytest

from tests.normalise.building import BESIDE, loud, review_of, table

HEADER = ("Ref", "Deliverable", "Executive lead", "Status", "Progress")
FIRST = ("3.1", "Open two hubs", "Ann Archer", "On track", "Begun.")
CUT = ("3.2", "Agree the suicide", "Director of Public", "Delayed", "Drafted with")
REST = ("", "prevention plan", "Health", "", "partners.")
LAST = ("3.3", "Train all staff", "Bo Baker", "On track", "Begun.")


def test_the_rest_of_a_row_below_headings_printed_again_is_no_line_of_theirs() -> None:
    """`Health` is what some call a status: the row was cut in silence, and the leads of those below were statuses."""
    review = review_of(table(HEADER, FIRST, CUT), table(HEADER, REST, LAST, page=2))
    assert [(a.action, a.leads, a.status) for a in review.actions] == [
        ("Open two hubs", ("Ann Archer",), "on_schedule"),
        ("Agree the suicide prevention plan", ("Director of Public Health",), "behind_schedule"),
        ("Train all staff", ("Bo Baker",), "on_schedule"),
    ]
    assert review.actions[1].pages == (1, 2)
    assert "status_unknown" not in loud(review)


@pytest.mark.parametrize("page", [1, 2])
def test_a_second_line_of_headings_that_is_printed_again_is_one(page: int) -> None:
    first = ("Ref", "Action", "Lead", "Position", BESIDE)
    second = ("", "", "", "Status", "Progress")
    review = review_of(table(first, second, FIRST), table(first, second, LAST, page=page, top=400))
    assert [(a.action, a.status) for a in review.actions] == [
        ("Open two hubs", "on_schedule"),
        ("Train all staff", "on_schedule"),
    ]


GOING = "The first of two is open, and the second will be in May."


@pytest.mark.parametrize("rated", ["How it goes", "Status"])
def test_headings_printed_again_but_for_what_they_head_are_no_row_and_no_second_line(rated: str) -> None:
    """The row above them was their first line, and all rows were lost; or they were an action of their own."""
    heads = [("No.", named, "Lead", "By", rated, "Update") for named in ("Our people", "Our places")]
    rows = [
        (str(k), f"Open the hub of ward number {k}", f"Ann {name}", "Mar 2027", "Complete", f"{GOING} {k}")
        for k, name in enumerate(("Archer", "Baker", "Cooper", "Draper"), 1)
    ]
    review = review_of(table(heads[0], *rows[:2], heads[1], *rows[2:]))
    assert [(a.action_number, a.action, a.leads, a.progress) for a in review.actions] == [
        (number, action, (lead,), told) for number, action, lead, _, _, told in rows
    ]
    assert "heading_guessed" in loud(review)
