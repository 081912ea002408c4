"""Rows that head the lettered rows below them."""

from __future__ import annotations

import pytest

from tests.normalise.building import GREEN, RED, Shown, Square, filled, loud, moved_to, review_of, table

HEADER = ("Ref", "What we will do", "Lead", "Progress", "Rating")
TINT = "#d5e8e4"


def parent(ref: str, text: str, lead: str = "", ground: str | None = None) -> tuple[Square, ...]:
    return tuple(Shown(said, fill=ground) for said in (ref, text, lead, "", ""))


def part(letter: str, text: str, lead: str = "", sign: str = GREEN) -> tuple[Square, ...]:
    return (letter, text, lead, "Work goes on in the north", filled(sign))


@pytest.mark.parametrize("heading", ["Ref", ""])
@pytest.mark.parametrize("ground", [None, TINT])
def test_a_numbered_row_without_progress_above_lettered_ones_is_their_activity(
    heading: str, ground: str | None
) -> None:
    review = review_of(
        table(
            (heading, *HEADER[1:]),
            parent("1.1", "Homes for all", "Ann Archer", ground),
            part("a)", "Buy more land"),
            part("b)", "Sell the depot", "Bo Bull", RED),
            parent("1.2", "Roads for all", "", ground),
            part("a)", "Mend potholes"),
        )
    )
    assert [(a.activity_refs, a.action_number, a.action, a.leads, a.status) for a in review.actions] == [
        (("1.1",), "a", "Buy more land", ("Ann Archer",), "on_schedule"),
        (("1.1",), "b", "Sell the depot", ("Bo Bull",), "off_track"),
        (("1.2",), "a", "Mend potholes", (), "on_schedule"),
    ]
    assert [a.texts for a in review.activities] == [("Homes for all",), ("Roads for all",)]
    assert not {"status_missing", "ink_unplaced"} & {*loud(review)}


def test_the_lettered_rows_of_the_next_page_stand_under_the_row_at_the_foot_of_the_last() -> None:
    first = table(
        HEADER, parent("1.1", "Homes for all"), part("a)", "Buy more land"), parent("1.2", "Roads for all")
    )
    second = moved_to(2, table(HEADER, part("a)", "Mend potholes"), part("b)", "Widen the lanes")))
    assert [(a.activity_refs, a.action) for a in review_of(first, second).actions] == [
        (("1.1",), "Buy more land"),
        (("1.2",), "Mend potholes"),
        (("1.2",), "Widen the lanes"),
    ]


@pytest.mark.parametrize("told", [("Bids are in", ""), ("", "On track")])
def test_a_numbered_row_of_which_something_is_told_stays_an_action(told: tuple[str, str]) -> None:
    own = ("1.1", "Homes for all", "Ann Archer", *told)
    review = review_of(table(HEADER, own, part("a)", "Buy more land"), part("b)", "Sell the depot")))
    assert [a.action for a in review.actions] == ["Homes for all", "Buy more land", "Sell the depot"]


def test_a_numbered_row_without_status_above_another_number_is_flagged_as_before() -> None:
    rows = (parent("1.1", "Homes for all"), part("1.2", "Buy more land"), part("1.3", "Sell the depot"))
    review = review_of(table(HEADER, *rows))
    assert [a.status for a in review.actions] == ["unknown", "on_schedule", "on_schedule"]
    assert "status_missing" in loud(review)


@pytest.mark.parametrize("own", ["4(a)", "4a", "4.a", "4.1"])
def test_rows_that_repeat_the_number_of_the_row_above_them_stand_under_it(own: str) -> None:
    """`4 | Invest in skills:` was an action without a status; so it was in columns of quarters."""
    following = own.replace("a", "b") if "a" in own else "4.2"
    header = ("Ref", "Action", "Lead", "Q1 25/26", "Q4 24/25", "Comments")
    review = review_of(
        table(
            header,
            ("4", "Invest in skills:", "", "", "", ""),
            (own, "Open a college", "Ann Archer", "On track", "Behind", "Bids are in."),
            (following, "Train 40 fitters", "Bo Bull", "Behind", "Behind", "Too few came."),
            ("5", "Mend potholes", "Cy Carr", "On track", "On track", "90 are mended."),
        )
    )
    assert [(a.action_number, a.activity, a.status) for a in review.actions] == [
        (own, "Invest in skills:", "on_schedule"),
        (following, "Invest in skills:", "behind_schedule"),
        ("5", "", "on_schedule"),
    ]
    assert not {"status_missing", "ink_unplaced"} & {*loud(review)}
