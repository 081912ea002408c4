"""Texts with names of statuses, again and again, on a page with a table that was read, and in none of its rows."""

from __future__ import annotations

import pytest

from parsers.block import Block
from tests.normalise.building import INDICATORS, loud, review_of, table
from tests.normalise.cards.test_labelled_cards import line

MEASURES = table(
    INDICATORS, ("Homes built", "100", "90", "80", "High"), ("Trees", "10", "9", "8", "High"), top=500
)
STATUSES = ("On track", "Delayed", "Complete")


def blocks(opening: str, label: str, statuses: tuple[str, ...] = STATUSES) -> list[Block]:
    found: list[Block] = []
    for k, status in enumerate(statuses):
        top = 60.0 + 100 * k
        found += [line(f"{opening.format(k + 1)}Build {k}00 homes", top, bold=not opening)]
        found += [
            line(f"{label}{status}", top + 14),
            line("The frame rises and the roof is on order.", top + 28),
        ]
    return found


@pytest.mark.parametrize(("opening", "label"), [("", "Where it stands: "), ("1.{} ", ""), ("", "")])
def test_blocks_above_a_table_of_the_same_page_were_lost_in_silence(opening: str, label: str) -> None:
    statuses = STATUSES[:2] if opening else STATUSES  # three with numbers are read
    review = review_of(*blocks(opening, label, statuses), MEASURES)
    assert (len(review.indicators), review.actions) == (2, ())
    assert "card_not_read" in loud(review)


def test_a_status_of_the_heading_right_above_a_table_is_no_lost_block() -> None:
    assert loud(review_of(*blocks("", "Where it stands: ", STATUSES[:1]), MEASURES)) == []


def test_labelled_lines_with_other_words_are_no_lost_blocks() -> None:
    assert loud(review_of(*blocks("", "Where it stands: ", ("Leeds", "Hull", "York")), MEASURES)) == []
