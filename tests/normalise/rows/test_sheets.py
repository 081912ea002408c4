"""Spreadsheets printed over several pages across."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.block import Block
from tests.normalise.building import BESIDE, heading, loud, review_of, table

TITLE = heading("Marlshire Council Delivery Plan: Quarter 2 2025/26 update", top=20)
LEFT = (
    ("Ref", "Action", "Lead officer"),
    ("A1", "Buy land", "Ann Archer"),
    ("A2", "Sell land", "Bo Ray"),
    ("A3", "Let land", "Cy Moss"),
)
RIGHT = (
    ("RAG", "Progress to date", "Risks"),
    ("Completed", "Bought in May.", "None left"),
    ("Delayed", "No offers yet.", "The market"),
    ("On track", "Two tenants.", "Vacancies"),
)


def again(rows: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The rows with the first two columns of others before them."""
    return [(*other[:2], *row) for row, other in zip(rows, others, strict=True)]


@pytest.mark.parametrize(
    "right", [again(RIGHT, LEFT), RIGHT], ids=["first columns repeated", "nothing repeated"]
)
def test_the_columns_of_a_sheet_on_two_pages_are_those_of_one_row(right: Sequence[Sequence[str]]) -> None:
    review = review_of(TITLE, table(*LEFT), table(*right, page=2))
    assert [(a.action_number, a.action, a.leads, a.status, a.progress) for a in review.actions] == [
        ("A1", "Buy land", ("Ann Archer",), "completed", "Bought in May."),
        ("A2", "Sell land", ("Bo Ray",), "behind_schedule", "No offers yet."),
        ("A3", "Let land", ("Cy Moss",), "on_schedule", "Two tenants."),
    ]
    assert [a.pages for a in review.actions] == [(1, 2)] * 3
    assert dict(review.actions[0].extra) == {"Risks": "None left"}
    leads = {(e.page, e.raw) for e in review.evidence if e.field in ("lead", "status")}
    assert {(1, "Ann Archer"), (2, "Completed")} <= leads
    assert "ink_unplaced" not in loud(review)


def test_a_title_that_a_later_page_cuts_short_keeps_no_sheet_apart() -> None:
    cut = heading("Marlshire Council Delivery Plan: Quar", top=20, page=2)
    review = review_of(TITLE, table(*LEFT), cut, table(*again(RIGHT, LEFT), page=2))
    assert (review.actions[0].leads, review.actions[0].pages) == (("Ann Archer",), (1, 2))


def test_rows_that_go_on_on_pages_without_headings_find_their_other_columns() -> None:
    review = review_of(
        TITLE,
        table(*LEFT[:3]),
        table(("A3", "Let land", "Cy Moss"), *LEFT[1:3], page=2),
        table(*RIGHT[:3], page=3),
        table(RIGHT[3], *RIGHT[1:3], page=4),
    )
    assert [a.action_number for a in review.actions] == ["A1", "A2", "A3", "A1", "A2"]
    assert [a.progress for a in review.actions][2] == "Two tenants."
    assert [a.pages for a in review.actions] == [(1, 3), (1, 3), (2, 4), (2, 4), (2, 4)]


def test_a_heading_inside_a_sheet_heads_the_rows_of_all_its_pages() -> None:
    band = ("Priority 1: Land", BESIDE, BESIDE)
    other = ("Priority 2: Roads", BESIDE, BESIDE)
    review = review_of(
        TITLE,
        table(LEFT[0], band, *LEFT[1:3], other, LEFT[3]),
        table(
            again(RIGHT[:1], LEFT[:1])[0],
            (*band, BESIDE, BESIDE),
            *again(RIGHT[1:3], LEFT[1:3]),
            (*other, BESIDE, BESIDE),
            *again(RIGHT[3:], LEFT[3:]),
            page=2,
        ),
    )
    assert [(a.action_number, a.priority) for a in review.actions] == [("A1", "1"), ("A2", "1"), ("A3", "2")]
    assert "ink_unplaced" not in loud(review)


@pytest.mark.parametrize(
    "blocks",
    [
        (table(*again(RIGHT, LEFT)), table(*again(RIGHT, LEFT[::-1]), page=2)),
        (
            table(*again(RIGHT, LEFT)),
            table(("Indicator", "Target", "Latest"), *(("Calls", "9", "8"),) * 3, page=2),
        ),
        (table(*again(RIGHT, LEFT)), table(("Green", "On track"), ("Red", "Late"), ("Blue", "Done"), page=2)),
    ],
    ids=["the same headings", "items of its own", "a key"],
)
def test_tables_that_only_stand_at_one_height_stay_apart(blocks: Sequence[Block]) -> None:
    assert all(a.pages != (1, 2) for a in review_of(TITLE, *blocks).actions)


TALE = "Homes that people can afford in every part of the county"
PART = ("Priority", "Action", "Lead officer")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_first_column_that_says_the_same_on_several_rows_puts_a_sheet_together(rows: int) -> None:
    """The activity was read as what is done, in 25 pages."""
    left = table(PART, *((TALE, f"Buy land {k}", "Ann Archer") for k in range(rows)))
    right = table(
        ("Priority", "Progress", "RAG"), *((TALE, f"Bought {k}.", "On track") for k in range(rows)), page=2
    )
    review = review_of(TITLE, left, right)
    assert [(a.action, a.leads, a.progress, a.pages) for a in review.actions] == [
        (f"Buy land {k}", ("Ann Archer",), f"Bought {k}.", (1, 2)) for k in range(rows)
    ]


def test_measures_below_the_same_priority_on_the_next_page_are_none_of_a_sheet_s_columns() -> None:
    """The action became the measure's description, and its status was the measure's."""
    left = table(("Priority", "Action", "Status", "Progress"), (TALE, "Buy land", "On track", "Bought."))
    right = table(("Priority", "Measure", "Target", "Actual"), (TALE, "Calls answered", "80%", "84%"), page=2)
    review = review_of(TITLE, left, right)
    assert [a.action for a in review.actions] == ["Buy land"]
    assert [i.name for i in review.indicators] == ["Calls answered"]


def test_a_first_column_in_which_one_row_has_no_text_puts_a_sheet_together() -> None:
    """The activities and leads of a sheet of which both halves take two pages were lost, without a finding."""
    said = [
        "Buy the land at the old mill",
        "",
        *(f"Open the hall in ward {k} by the summer" for k in range(3)),
    ]
    left = [
        ("Key actions", "Activity", "Lead"),
        *((text, f"1.{k} Homes", "Ann Archer") for k, text in enumerate(said)),
    ]
    right = [
        ("Key actions", "Progress", "RAG"),
        *((text, f"Begun in ward {k}.", "On track") for k, text in enumerate(said)),
    ]
    review = review_of(TITLE, table(*left), table(*right, page=2))
    assert {(a.leads, a.progress, a.pages) for a in review.actions} >= {
        (("Ann Archer",), "Begun in ward 0.", (1, 2)), (("Ann Archer",), "Begun in ward 4.", (1, 2)),
    }  # fmt: skip
    assert len(review.actions) == len(said)
