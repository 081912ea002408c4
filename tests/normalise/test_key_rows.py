"""Keys in rows of the review's own table: green is complete here, and by convention it would be on schedule."""

from __future__ import annotations

import pytest

from parsers.block import Table

from .building import BESIDE, BLUE, GREEN, Square, filled, review_of, table

WORDS = ("Complete", "On track", "Delayed", "Not started")
COLOURS = (GREEN, BLUE, "#ffc000", "#d9d9d9")
KEY = tuple(filled(colour, word) for colour, word in zip(COLOURS, WORDS, strict=True))
TEXT = ("Key: Green = Complete, Blue = On track, Amber = Delayed, Grey = Not started", BESIDE, BESIDE, BESIDE)
HEADER = ("Action", "Lead", "Progress", "Status")
ROWS = tuple(
    (f"Task {n}", "Ann Archer", "Work goes on.", filled(colour)) for n, colour in enumerate(COLOURS[:2])
)


def statuses(seen: Table) -> list[str]:
    return [action.status for action in review_of(seen).actions]


@pytest.mark.parametrize("key", [KEY, TEXT])
def test_a_key_above_the_header_is_read(key: tuple[Square, ...]) -> None:
    assert statuses(table(key, HEADER, *ROWS)) == ["completed", "on_schedule"]


@pytest.mark.parametrize("key", [KEY, TEXT])
def test_a_key_below_the_last_row_is_read_and_is_no_action(key: tuple[Square, ...]) -> None:
    assert statuses(table(HEADER, *ROWS, key)) == ["completed", "on_schedule"]


def test_a_key_in_the_heading_of_its_column_is_read() -> None:
    headings = (*HEADER[:3], "Status (Green = Complete, Blue = On track, Amber = Delayed)")
    assert statuses(table(headings, *ROWS)) == ["completed", "on_schedule"]


def test_a_last_row_of_ratings_is_no_key() -> None:
    columns = ("Action", "Lead", "Q1 RAG", "Q2 RAG", "Q3 RAG")
    rows: list[tuple[Square, ...]] = [(what, "Ann Archer", *KEY[:3]) for what in ("Buy land", "Sell land")]
    assert [a.action for a in review_of(table(columns, *rows)).actions] == ["Buy land", "Sell land"]
