"""Rows of one text whose number opens those of the rows below them."""

from __future__ import annotations

import pytest

from normalise import Review
from tests.normalise.building import ABOVE, BESIDE, Square, filled, review_of, table

HEADS = ("Ref", "Action", "Lead", "Status")


def band(text: str) -> tuple[Square, ...]:
    return filled("#dddddd", text), BESIDE, BESIDE, BESIDE


def row(ref: str) -> tuple[str, ...]:
    return ref, f"Plant tree {ref}", "Ann Archer", "Complete"


def test_a_numbered_row_above_rows_of_its_number_is_their_priority() -> None:
    review = review_of(
        table(
            HEADS,
            band("1. Homes for all"),
            row("1.1.1"),
            row("1.2.1"),
            band("2. Clean streets"),
            row("2.1.1"),
        )
    )
    assert [(p.number, p.title) for p in review.priorities] == [
        ("1", "Homes for all"),
        ("2", "Clean streets"),
    ]
    assert [a.priority for a in review.actions] == ["1", "1", "2"]


def test_an_activity_between_the_two_keeps_its_priority() -> None:
    review = review_of(table(HEADS, band("1. Homes for all"), band("1.1 Let homes"), row("CP1.1(a)")))
    assert [(v.refs, v.priority) for v in review.activities] == [(("1.1",), "1")]


def test_numbered_rows_above_other_numbers_are_no_priorities() -> None:
    review = review_of(
        table(HEADS, band("1. Homes for all"), row("7.1"), band("2. Clean streets"), row("8.1"))
    )
    assert review.priorities == ()


def test_parts_of_priorities_below_a_heading_of_these_are_activities() -> None:
    heads = ("Ambition", "Action ID", "Agreed action", "Performance rating")
    rows = (
        ("1.1 Homes for all", "CP1", "Let a home", "Complete"),
        ("1.2 Clean streets", "CP2", "Sweep", "Complete"),
    )
    review = review_of(table(heads, *rows))
    assert [(v.refs, v.texts) for v in review.activities] == [
        (("1.1",), ("Homes for all",)),
        (("1.2",), ("Clean streets",)),
    ]


def test_numbered_rows_above_activities_in_a_column_are_priorities() -> None:
    heads = ("Strategic objective", "Action", "Lead", "Status")
    review = review_of(
        table(
            heads,
            band("1. Homes for all"),
            ("Let homes", "Plant oaks", "Ann Archer", "Complete"),
            (ABOVE, "Plant ash", "Ann Archer", "Complete"),
            band("2. Clean streets"),
            ("Less waste", "Plant elm", "Ann Archer", "Complete"),
        )
    )
    assert [(p.number, p.title) for p in review.priorities] == [
        ("1", "Homes for all"),
        ("2", "Clean streets"),
    ]
    assert [(a.priority, a.activity) for a in review.actions] == [
        ("1", "Let homes"),
        ("1", "Let homes"),
        ("2", "Less waste"),
    ]


def test_a_numbered_row_that_is_a_priority_is_not_left_out() -> None:
    review = review_of(
        table(HEADS, band("1. Homes for all"), row("1.1.1"), band("2. Clean streets"), row("2.1.1"))
    )
    assert [f.code for f in review.findings if "across a table" in f.message] == []


def unnumbered(*rows: tuple[Square, ...]) -> Review:
    return review_of(table(("Action", "Lead", "Progress", "Status"), *rows))


OAKS: tuple[Square, ...] = ("Plant oaks", "A. Archer", "Begun.", "Late")
ELMS: tuple[Square, ...] = ("Plant elms", "A. Archer", "Begun.", "Late")


def test_counted_rows_above_rows_without_a_number_are_priorities() -> None:
    """They were activities with the number in their texts."""
    review = unnumbered(band("1. Homes for all"), OAKS, band("2. Clean streets"), ELMS)
    assert [(p.number, p.title) for p in review.priorities] == [
        ("1", "Homes for all"),
        ("2", "Clean streets"),
    ]
    assert [(a.priority, a.activity) for a in review.actions] == [("1", ""), ("2", "")]


@pytest.mark.parametrize(("refs", "priorities"), [(("A1-1", "B1-1"), 2), (("1a", "2a"), 0), (("a", "b"), 0)])
def test_codes_of_rows_are_no_numbers_that_open_those_of_others(
    refs: tuple[str, str], priorities: int
) -> None:
    review = review_of(
        table(HEADS, band("1. Homes for all"), row(refs[0]), band("2. Clean streets"), row(refs[1]))
    )
    assert len(review.priorities) == priorities


@pytest.mark.parametrize(
    "bands", [("1. Homes for all", "Clean streets"), ("3. Homes for all", "4. Clean streets")]
)
def test_a_number_that_does_not_count_makes_no_priority_of_rows_without_one(bands: tuple[str, ...]) -> None:
    rows = [row for text, row in zip(bands, (OAKS, ELMS), strict=False) for row in (band(text), row)]
    review = unnumbered(*rows)
    assert review.priorities == ()
    assert [a.activity for a in review.actions] == [*bands]


def test_the_only_row_across_a_table_is_a_priority_where_it_is_number_one() -> None:
    """It was an activity where it stood alone, and a priority beside a second one."""
    review = unnumbered(band("1. Homes for all"), OAKS, ELMS)
    assert [(p.number, p.title) for p in review.priorities] == [("1", "Homes for all")]
    assert [(a.priority, a.activity) for a in review.actions] == [("1", ""), ("1", "")]


def test_the_only_row_across_a_table_is_no_priority_where_it_is_a_day() -> None:
    assert unnumbered(band("1 April 2025 to 30 June 2025"), OAKS, ELMS).priorities == ()


def test_the_only_counted_row_above_activities_in_a_column_is_a_priority() -> None:
    heads = ("Strategic objective", "Action", "Lead", "Status")
    review = review_of(
        table(heads, band("1. Homes for all"), ("Let homes", "Plant oaks", "Ann Archer", "Complete"))
    )
    assert [(p.number, p.title) for p in review.priorities] == [("1", "Homes for all")]
    assert [(a.priority, a.activity) for a in review.actions] == [("1", "Let homes")]
