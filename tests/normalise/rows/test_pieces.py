"""Later columns of a sheet that stand in pieces beside headings which the first page alone prints."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from normalise.rows.pieces import laid
from parsers.block import Block, Heading
from parsers.geometry import Box
from tests.normalise.building import BESIDE, HIGH, LEFT, TOP, WIDE, Square, heading, loud, review_of, table

TITLE = heading("Marlshire Council Delivery Plan: Quarter 2 2025/26 update", top=20)
FIRST = table(
    ("Ref", "Action", "Lead officer"),
    ("Land", BESIDE, BESIDE),
    ("A1", "Buy land", "Ann Archer"),
    ("A2", "Sell land", "Bo Ray"),
    ("Roads", BESIDE, BESIDE),
    ("B1", "Mend the bridge", "Cy Moss"),
)
LATER: tuple[tuple[Square, ...], ...] = (
    ("RAG", "Progress to date"),
    ("Completed", "Bought in May."),
    ("Delayed", "No offers yet."),
    ("On track", "Works began."),
)


def pieces(rows: Sequence[Sequence[Square]], page: int = 2) -> list[Block]:
    """The rows of a later page: headings, two rows, a row, with white where the first page has its headings of rows."""
    first, second, third = (
        table(*part, page=page, top=TOP + HIGH * row)
        for row, part in ((0, rows[:1]), (2, rows[1:3]), (5, rows[3:]))
    )
    return [first, second, third]


def told(blocks: Sequence[Block]) -> list[tuple[str | None, str, str, str, tuple[int, ...]]]:
    review = review_of(TITLE, *blocks)
    return [(a.action_number, a.action, a.status, a.progress, a.pages) for a in review.actions]


WHOLE = [
    ("A1", "Buy land", "completed", "Bought in May.", (1, 2)),
    ("A2", "Sell land", "behind_schedule", "No offers yet.", (1, 2)),
    ("B1", "Mend the bridge", "on_schedule", "Works began.", (1, 2)),
]


def test_columns_in_pieces_on_a_later_page_are_those_of_the_rows_at_their_height() -> None:
    assert told([FIRST, *pieces(LATER)]) == WHOLE


def test_one_column_alone_on_its_page_has_its_heading_above_it() -> None:
    status = pieces([row[:1] for row in LATER])
    progress = pieces([row[1:] for row in LATER], page=3)[1:]
    above = Heading(3, Box(LEFT + 2, TOP + 4, LEFT + WIDE, TOP + 14), "Progress to date", 10, True, 14)
    assert told([FIRST, *status, above, *progress]) == [(*row[:4], (1, 2, 3)) for row in WHOLE]


@pytest.mark.parametrize(
    "later",
    [
        [table(*LATER[:2], page=2), table(*LATER[2:], page=2, top=TOP + 4.5 * HIGH)],
        [table(*LATER, page=2)],
    ],
    ids=["other heights", "fewer rows"],
)
def test_rows_at_other_heights_are_no_columns_of_the_first_page_s(later: Sequence[Block]) -> None:
    assert laid([FIRST, *later]) == (FIRST, *later)


def test_a_table_that_prints_the_rows_of_one_on_another_page_and_is_not_read_is_a_finding() -> None:
    """It has not all of them, and so stands at other heights."""
    whole = table(
        ("Action", "Lead", "Progress", "Status"),
        *(
            (name, "Ann Archer", "Bought in May.", "On track")
            for name in ("Buy land", "Sell land", "Let land")
        ),
        *(
            (name, "Ann Archer", "Bought in May.", "On track")
            for name in ("Buy land", "Sell land", "Let land")
        ),
    )
    more = table(("Buy land", "12"), ("Sell land", "9"), ("Let land", "8"), page=2, top=TOP + 7)
    other = table(("Leisure", "12"), ("Libraries", "9"), ("Highways", "8"), page=2, top=TOP + 7)
    assert loud(review_of(TITLE, whole, more)) == ["table_not_understood"]
    assert loud(review_of(TITLE, whole, other)) == []
