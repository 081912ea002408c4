"""The page that names the review, where tables between it and the first table that is read were not."""

from __future__ import annotations

import pytest

from normalise import Review
from normalise.prose.title_pages import named_before
from parsers.block import Heading
from tests.normalise.building import heading, moved_to, paragraph, review_of, table

NAMED = "Improvement Plan 2025/26: Quarter 2 Progress Report"


def reviewed(size: float, *above: str) -> Review:
    """A title on page 1, headings and lines of a table that was not read on page 2, one that is read on page 3."""
    rows = table(
        ("Action", "Progress", "RAG"), ("Buy land", "Bought.", "Green"), ("Sell land", "Sold.", "Red")
    )
    return review_of(
        heading(NAMED, size=16),
        *(
            paragraph(f"{k}. What was done, by whom and how it went, as told.", top=80 + 12 * k)
            for k in range(12)
        ),
        *(heading(text, page=2, top=40 + 20 * k, size=size) for k, text in enumerate(above)),
        paragraph("(Annual performance 2024/25 = 73.8%)", page=2, top=90),
        paragraph("Roads Action Plan", page=2, top=110),
        moved_to(3, rows),
    )


def test_headings_of_columns_on_a_later_page_that_was_not_read_do_not_hide_the_title() -> None:
    """A cell of that page was the title, and another the plan, without a finding."""
    review = reviewed(10, "Indicator", "Target", "Latest")
    assert (review.title, review.plan) == (NAMED, "Improvement Plan")


def test_a_dated_title_of_an_appendix_is_its_title() -> None:
    own = "Roads Scorecard, Quarter 1 2025/26"
    assert reviewed(10, own).title == own


@pytest.mark.parametrize(
    ("first", "own"),
    [
        (heading(NAMED, size=16), heading("Roads Scorecard", page=2, size=14)),
        (heading("What is to be decided", size=16), heading("Target", page=2, size=10)),
        (heading(NAMED, size=10), heading("Target", page=2, size=10)),
    ],
    ids=["a larger title", "no review", "no larger than text"],
)
def test_other_pages_with_headings_begin_with_their_title(first: Heading, own: Heading) -> None:
    assert named_before([first, own], 2, 10.0) is None
