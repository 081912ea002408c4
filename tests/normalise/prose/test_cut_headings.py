"""Headings that a page's end cuts in two."""

from __future__ import annotations

from normalise.prose import cut_headings
from parsers.block import Block, Heading
from tests.normalise.building import heading, paragraph, review_of, table

HEADS = ("Key Actions", "Progress to Date", "RAG Rating")


def test_a_section_above_a_table_is_whole_over_the_pages() -> None:
    """Its second part alone was the section; an activity went to no row."""
    blocks = (
        heading("Key: Green - on schedule", top=20),
        heading("3.2 Homes for all", top=60),
        table(HEADS, ("1. Build homes", "Begun.", "Green"), top=100),
        heading("3.3 Use what is known of places to secure funding and", top=760),
        heading("thereby ensure that there are enough", page=2, top=30),
        table(HEADS, ("1. Ensure enough places", "Begun.", "Green"), page=2, top=60),
    )
    review = review_of(*blocks)
    (_, action) = review.actions
    said = "3.3 Use what is known of places to secure funding and thereby ensure that there are enough"
    assert dict(action.extra) == {"section": said}
    assert [page.unplaced for page in review.ledger] == [0, 0]  # each part is counted on its own page


def test_a_running_foot_stands_between_and_a_heading_that_ends_is_whole() -> None:
    first, rest = heading("3.3 Secure funding and", top=700), heading("ensure places", page=2, top=30)
    feet = [paragraph("Example Council", page, top=820) for page in (1, 2, 3)]
    between: list[Block] = [first, feet[0], rest, feet[1], feet[2]]
    heights = dict.fromkeys((1, 2, 3), 842.0)
    (one,) = (b for b in cut_headings.whole(between, heights) if isinstance(b, Heading))
    assert one.text == "3.3 Secure funding and ensure places"
    ended: list[Block] = [heading("3.3 Funding:", top=700), rest]
    assert cut_headings.whole(ended, heights) == tuple(ended)


def test_a_first_part_that_ends_with_no_last_word_is_cut_too() -> None:
    first, rest = (
        heading("3.1 A shared understanding of schools and the", top=700),
        heading("Schools Office", 2, top=30),
    )
    (one,) = cut_headings.whole([first, rest], {1: 842.0, 2: 842.0})
    assert isinstance(one, Heading) and one.text == (f"{first.text} {rest.text}")
    whole: list[Block] = [heading("3.1 A shared understanding of schools", top=700), rest]
    assert cut_headings.whole(whole, {1: 842.0, 2: 842.0}) == tuple(whole)
