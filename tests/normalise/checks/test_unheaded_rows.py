"""Rows whose activity may not have been seen."""

from __future__ import annotations

import pytest

from normalise import Review
from parsers.block import Block
from tests.normalise.building import ACTIONS, Square, heading, paragraph, review_of, table

CODE = "activity_missing"
ACTIVITIES = ("Key Activities", *ACTIONS)


def row(number: int, *activity: str) -> tuple[Square, ...]:
    return (*activity, f"{number}. Do thing {number}", "Ann Archer", "Work goes on", "On track")


def doubted(review: Review) -> list[str | None]:
    return [f.subject_id for f in review.findings if f.code == CODE]


def headed(*titles: str, page: int = 1) -> list[Block]:
    return [
        block
        for k, title in enumerate(titles)
        for block in (
            heading(title, page, top=100 * k + 20),
            table(ACTIONS, row(1), page=page, top=100 * k + 50),
        )
    ]


def test_a_row_alone_without_an_activity_is_told() -> None:
    """A line below its heading took the activity's place, and nothing said so."""
    review = review_of(*headed("1.1 Build homes", "1.2 Let homes", "Homes let", "2.1 Mend homes"))
    assert [bool(a.activity_id) for a in review.actions] == [True, True, False, True]
    assert doubted(review) == ["a003"]


@pytest.mark.parametrize(
    "titles", [("1.1 Build homes", "1.2 Let homes", "2.1 Mend homes"), ("Build", "Let", "Mend")]
)
def test_where_all_rows_or_none_have_one_nothing_is_told(titles: tuple[str, ...]) -> None:
    assert doubted(review_of(*headed(*titles))) == []


def test_a_table_of_another_kind_needs_none() -> None:
    """The others have a column for it."""
    first = table(
        ACTIVITIES, row(1, "1.1 Build homes"), row(1, "1.2 Let homes"), row(1, "1.3 Mend homes"), top=40
    )
    review = review_of(first, heading("Further work", top=200), table(ACTIONS, row(1), top=240))
    assert review.actions[-1].activity_id is None
    assert doubted(review) == []


def test_rows_below_a_text_that_is_numbered_as_the_next_activity_are_told() -> None:
    """They stood under the activity before, which the table goes on with."""
    first = table(ACTIVITIES, row(1, "1.1 Build homes"), row(1, "1.2 Let homes"), top=40)
    rest = table(ACTIVITIES, row(1, ""), row(2, ""), row(1, "1.4 Mend homes"), top=200)
    review = review_of(first, paragraph("1.3 Heat homes", top=150), rest)
    assert [a.activity_refs for a in review.actions[2:4]] == [("1.2",)] * 2
    assert doubted(review) == ["a003", "a004"]
    assert doubted(review_of(first, paragraph("1.6 Heat homes", top=150), rest)) == []
    assert doubted(review_of(first, paragraph("1.3 Homes were heated.", top=150), rest)) == []
