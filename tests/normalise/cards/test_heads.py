"""Titles that white parts from the labels below them, as in boxes of one height for titles of one line or two."""

from __future__ import annotations

import pytest

from parsers import Refusal
from tests.normalise.building import loud, review_of
from tests.normalise.cards.test_labelled_cards import HALL, HOMES, TREES, Text, card, line, read

WHITE = 46.0  # points between a title and the first label
ITEMS = (("Build homes", HOMES), ("Mend the hall", HALL), ("Plant trees", TREES))
READ = [
    (None, "Build homes", ("Ann Archer",), "on_schedule", "The frame rises."),
    (None, "Mend the hall", ("Bo Bull",), "completed", "It was opened in May."),
    (None, "Plant trees", ("Cy Clay",), "off_track", "No tree was planted."),
]


def cards(*titles: str, white: float = WHITE, left: float = 40.0) -> list[Text]:
    """A card of one height for each title; the last of its lines stands above the labels by what white is left."""
    blocks: list[Text] = []
    for k, (title, (_, own)) in enumerate(zip(titles, ITEMS, strict=True)):
        top = 100.0 + 140.0 * k
        blocks += [line(text, top + 14.0 * n, left, bold=True) for n, text in enumerate(title.split("/"))]
        blocks += card("", own, top + white, 40.0)
    return blocks


def test_titles_of_one_line_were_lost_where_those_of_two_come_close_to_the_labels() -> None:
    blocks = cards("Build homes", "Mend the/hall", "Plant trees")
    assert read(*blocks) == READ
    assert loud(review_of(*blocks)) == []


def test_cards_whose_titles_are_all_of_one_line_were_refused() -> None:
    assert read(*cards(*(title for title, _ in ITEMS))) == READ


@pytest.mark.parametrize("left", [10.0, 70.0])
def test_what_does_not_stand_on_the_labels_left_edge_is_no_title(left: float) -> None:
    with pytest.raises(Refusal):
        read(*cards(*(title for title, _ in ITEMS), left=left))


def test_words_that_stand_above_several_cards_are_no_title() -> None:
    with pytest.raises(Refusal):
        read(*cards("What we do", "What we do", "Plant trees"))


def rated(number: str, status: str, title: str, below: tuple[str, ...], top: float) -> list[Text]:
    """A reference with the name of a status at its right, in plain letters, above a title in bold and its labels."""
    told = [t for t in below if not t.startswith("Status")]
    return [line(number, top), line(status, top, 240.0), *card(title, told, top + 14)]


def test_a_status_beside_the_reference_above_a_title_is_the_card_s() -> None:
    """Cards whose references are set otherwise than their titles had no status, and all were refused."""
    told = (("A1", "On track"), ("A2", "Completed"), ("A3", "Off track"))
    blocks = [
        t
        for k, ((ref, status), (title, below)) in enumerate(zip(told, ITEMS, strict=True))
        for t in rated(ref, status, title, below, 100 + 120 * k)
    ]
    assert read(*blocks) == [(ref, *rest) for (ref, _), (_, *rest) in zip(told, READ, strict=True)]


def test_a_status_without_a_reference_before_it_is_no_card_s() -> None:
    blocks = [
        t for k, (_, own) in enumerate(ITEMS) for t in rated("Park", "Late", ITEMS[k][0], own, 100 + 120 * k)
    ]
    with pytest.raises(Refusal):
        read(*blocks)
