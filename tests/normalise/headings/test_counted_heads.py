"""Headings that count the priorities, and those that count a report's chapters."""

from __future__ import annotations

import pytest

from normalise import Review
from parsers.block import Block, Table
from tests.normalise.building import heading, paragraph, review_of, table

HEADINGS = ("Ref", "Action", "Lead", "Status", "Comments")


def rows(*numbers: str, page: int = 1, top: float = 100) -> Table:
    body = ((number, f"Plant trees {number}", "Ann Archer", "Complete", "Done.") for number in numbers)
    return table(HEADINGS, *body, page=page, top=top)


def figures(page: int) -> Table:
    return table(("Measure", "Target", "Actual"), ("Homes let", "40", "42"), page=page, top=300)


def of(first: str, second: str, *more: Block) -> Review:
    return review_of(
        heading(first, top=60),
        rows("A1-1", "A1-2"),
        heading(second, page=2, top=60),
        rows("B1-1", page=2),
        *more,
    )


def told(review: Review) -> list[tuple[str, str]]:
    return [(p.number, p.title) for p in review.priorities]


def test_headings_that_count_on_above_rows_with_other_numbers_are_priorities() -> None:
    review = of("1. Homes for all", "2. Clean streets")
    assert told(review) == [("1", "Homes for all"), ("2", "Clean streets")]
    assert [a.priority for a in review.actions] == ["1", "1", "2"]
    assert all(not a.extra for a in review.actions)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. New actions", "2. Clean streets"),
        ("1. Homes for all", "2. Completed"),
        ("2. Homes for all", "3. Clean streets"),
        ("1. Homes for all", "3. Clean streets"),
    ],
)
def test_chapters_of_a_report_and_numbers_that_do_not_count_from_one_are_none(
    first: str, second: str
) -> None:
    assert told(of(first, second)) == []


def test_one_above_text_makes_chapters_of_all() -> None:
    third = heading("3. Advice", page=3, top=60), paragraph("Members are asked to note.", page=3, top=90)
    assert told(of("1. Homes for all", "2. Clean streets", *third)) == []


def test_rows_numbered_from_another_make_chapters_of_all() -> None:
    third = heading("3. Advice", page=3, top=60), rows("1.1", page=3)
    assert told(of("1. Homes for all", "2. Clean streets", *third)) == []


def test_a_single_one_is_a_priority_where_its_rows_are_numbered_from_it() -> None:
    review = review_of(heading("1. Homes for all", top=60), rows("1.1.1", "1.1.2"))
    assert told(review) == [("1", "Homes for all")]
    assert told(review_of(heading("1. Homes for all", top=60), rows("A1", "A2"))) == []


@pytest.mark.parametrize(
    ("other", "priorities"), [("Glossary", [("1", "Homes for all")]), ("2. Advice", []), ("A. Advice", [])]
)
def test_a_single_one_is_a_priority_where_others_set_alike_have_no_number(
    other: str, priorities: list[tuple[str, str]]
) -> None:
    """It was read as a report's chapter, and its rows had no priority."""
    below = heading(other, page=2, top=60), paragraph("PSPO: Public Spaces Protection Order", page=2, top=90)
    assert told(review_of(heading("1. Homes for all", top=60), rows("A1", "A2"), *below)) == priorities


def test_a_day_that_heads_a_table_is_no_priority() -> None:
    below = (
        heading("Glossary", page=2, top=60),
        paragraph("PSPO: Public Spaces Protection Order", page=2, top=90),
    )
    assert told(review_of(heading("1 April 2025 to 30 June 2025", top=60), rows("A1", "A2"), *below)) == []


def test_figures_below_a_smaller_heading_are_the_priority_s_and_below_one_as_large_are_not() -> None:
    smaller = heading("Key measures", page=2, top=270, size=11), figures(2)
    larger = heading("Key measures", page=2, top=270), figures(2)
    for more, priority in ((smaller, "2"), (larger, None)):
        review = of("1. Homes for all", "2. Clean streets", *more)
        assert [i.priority for i in review.indicators] == [priority]
