"""Keys in rows of the review's own table: green is complete here, and by convention it would be on schedule."""

from __future__ import annotations

import pytest

from parsers.block import Table
from tests.normalise.building import (
    ABOVE,
    ACTIONS,
    AMBER,
    BESIDE,
    BLUE,
    GREEN,
    RED,
    Square,
    filled,
    moved_to,
    review_of,
    shape,
    table,
    with_text,
)

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


SIGNS = ("G", "A", "R")
MEANT = ("Completed", "In progress", "Not started")
SIGNED: tuple[Square, ...] = tuple(
    filled(colour, sign) for colour, sign in zip((GREEN, AMBER, RED), SIGNS, strict=True)
)
RATED = tuple((f"Task {n}", "Ann Archer", "Work goes on.", sign) for n, sign in enumerate(SIGNED))
BY_KEY = ["completed", "on_schedule", "not_started"]
ACROSS = tuple((sign, words, BESIDE, BESIDE) for sign, words in zip(SIGNED, MEANT, strict=True))
ASIDE = tuple(
    (sign, words, ABOVE if n else "", ABOVE if n else "")
    for n, (sign, words) in enumerate(zip(SIGNED, MEANT, strict=True))
)


@pytest.mark.parametrize("key", [ACROSS, ASIDE])
def test_lines_of_a_key_that_touch_the_header_are_no_titles(key: tuple[tuple[Square, ...], ...]) -> None:
    review = review_of(table(*key, HEADER, *RATED))
    assert [a.status for a in review.actions] == BY_KEY
    assert [entry.label for entry in review.legend] == list(MEANT)


def test_lines_of_a_key_that_touch_a_band_above_the_header_take_no_rows_with_them() -> None:
    band: tuple[Square, ...] = ("Finding 1: Families should feel welcome", BESIDE, BESIDE, BESIDE)
    review = review_of(table(*ACROSS, band, HEADER, *RATED))
    assert [a.status for a in review.actions] == BY_KEY


@pytest.mark.parametrize("key", [ACROSS, ASIDE, (("Key", *KEY[:3]),)])
def test_a_key_that_touches_the_last_row_is_no_action(key: tuple[tuple[Square, ...], ...]) -> None:
    review = review_of(table(HEADER, *RATED, *key))
    assert [a.action for a in review.actions] == ["Task 0", "Task 1", "Task 2"]
    assert len(review.legend) == 3


def test_ratings_in_lines_above_the_header_are_no_level_of_it() -> None:
    """`Not started` beside its meaning was taken for a heading, and the whole key with it."""
    words: tuple[Square, ...] = (*KEY[:3], "Not started")
    key: list[tuple[Square, ...]] = [(word, "What that means", BESIDE, BESIDE) for word in words]
    assert statuses(table(*key, HEADER, *ROWS)) == ["completed", "on_schedule"]


def test_edges_of_a_key_that_touches_a_table_part_no_column_of_it() -> None:
    seen = table(
        (SIGNED[0], BESIDE, MEANT[0], BESIDE, BESIDE),
        (SIGNED[1], BESIDE, MEANT[1], BESIDE, BESIDE),
        (SIGNED[2], BESIDE, MEANT[2], BESIDE, BESIDE),
        ("Action", "Progress", BESIDE, "Lead", "Status"),
        ("Buy land", "Bought in May.", BESIDE, "Ann Archer", SIGNED[0]),
    )
    review = review_of(seen)
    assert [(a.action, a.progress) for a in review.actions] == [("Buy land", "Bought in May.")]


BARE: tuple[tuple[Square, ...], ...] = (
    ("2. Plant a wood", "Bo Bull", "None.", "Red"),
    ("RAG key", "", "", ""),
    ("Status", "Definition", "", ""),
    ("Green", "Action completed", "", ""),
    ("Amber", "In progress, on schedule", "", ""),
    ("Red", "Behind schedule", "", ""),
)


def test_a_key_in_the_columns_of_a_table_that_goes_on_without_its_header_is_no_actions() -> None:
    """A workbook's key in plain words gave five actions more, and green, amber and red were read as usual."""
    first = table(HEADER, ("1. Open a hub", "Ann Archer", "It was told.", "Amber"))
    review = review_of(first, moved_to(2, table(*BARE, top=40)))
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule"]
    assert [a.action_number for a in review.actions] == ["1", "2"]


def test_rows_below_a_key_inside_a_table_stay_the_table_s() -> None:
    first = table(HEADER, ("1. Open a hub", "Ann Archer", "It was told.", "Amber"))
    more = ("3. Mend a road", "Cy Cole", "Work goes on.", "Green")
    review = review_of(first, moved_to(2, table(*BARE, more, top=40)))
    assert "3" in [a.action_number for a in review.actions]


def test_a_key_between_tiles_that_count_and_the_heading_below_it_is_read() -> None:
    """A dashboard's tiles, the key and the first goal were one table: six labels were lost."""
    tiles = ("7 Complete", "2 On track", "1 Delayed", "1 Not started")
    wide = (BESIDE, BESIDE, BESIDE)
    said = ("all is done", "as was planned", "late", "to come")
    lines = [
        (with_text(f"{word} – {more}", shape("disc", colour)), *wide)
        for word, more, colour in zip(WORDS, said, COLOURS, strict=True)
    ]
    seen = table(tiles, ("Status key", *wide), *lines, ("Goal 1: Safe homes", *wide))
    row = ("Plant a wood", "Ann Archer", "Work goes on.", shape("disc", GREEN))
    review = review_of(seen, table(HEADER, row, top=500))
    assert [entry.label for entry in review.legend] == list(WORDS)
    assert [a.status for a in review.actions] == ["completed"]


def test_a_key_alone_below_headings_that_the_next_page_repeats_is_read_whole() -> None:
    """Its first line was an action, and its colour no line of the key."""
    lines: list[tuple[Square, ...]] = [
        (filled(colour, name), word, "", "")
        for colour, name, word in zip(COLOURS, ("Green", "Blue", "Amber", "Grey"), WORDS, strict=True)
    ]
    review = review_of(table(HEADER, *ROWS), moved_to(2, table(HEADER, *lines)))
    assert [(a.action, a.status) for a in review.actions] == [
        ("Task 0", "completed"),
        ("Task 1", "on_schedule"),
    ]
    assert [entry.label for entry in review.legend] == list(WORDS)


def test_lines_above_a_key_s_heading_in_its_frame_are_the_document_s_title() -> None:
    """A spreadsheet prints them in one frame: publisher, plan and title were not found."""
    key = table(
        ("City of Port Sabine: Strategic Plan 2024-2027, Office of Finance", BESIDE),
        ("PROGRESS REPORT - Quarter ending December 31, 2025", BESIDE),
        ("Status Legend", BESIDE),
        (filled(RED), "Off Track: the initiative is overdue"),
        (filled(AMBER), "Slightly Off Track: the initiative is behind schedule"),
        (filled(GREEN), "On Track: the initiative is on schedule"),
        top=40,
    )
    rows = [
        (f"Open hub {k}", "Ann Archer", "Work goes on.", filled(c)) for k, c in enumerate((RED, AMBER, GREEN))
    ]
    review = review_of(key, table(ACTIONS, *rows, top=300))
    assert (review.publisher, review.plan) == ("City of Port Sabine", "Strategic Plan")
    assert review.title == "PROGRESS REPORT - Quarter ending December 31, 2025"
    assert [a.status for a in review.actions] == ["off_track", "behind_schedule", "on_schedule"]


BLANK: tuple[Square, ...] = ("", "", "", "")
SWATCHES: tuple[tuple[Square, ...], ...] = tuple(
    (filled(colour), word, "", "") for colour, word in zip(COLOURS, WORDS, strict=True)
)
SHADED = tuple(
    (f"Task {n}", "Ann Archer", "Work goes on.", filled(colour)) for n, colour in enumerate(COLOURS)
)
READ = ["completed", "on_schedule", "behind_schedule", "not_started"]


@pytest.mark.parametrize("blank", [0, 1, 2])
def test_swatches_below_the_titles_of_a_gridded_sheet_are_its_key(blank: int) -> None:
    """A swatch without a letter was left out of the key's lines: green was on schedule by convention."""
    titles = [("Corporate plan 2024-28: Quarter 3 2025/26", "", "", ""), *[BLANK] * blank]
    review = review_of(table(*titles, *SWATCHES, *[BLANK] * blank, HEADER, *SHADED))
    assert [a.status for a in review.actions] == READ
    assert [entry.label for entry in review.legend] == list(WORDS)
    assert review.title == titles[0][0]


@pytest.mark.parametrize("title", [(), (("", "Legend", "", ""),), (("Key", "", "", ""), BLANK)])
def test_swatches_at_the_foot_of_a_gridded_sheet_are_its_key_and_no_actions(
    title: tuple[tuple[Square, ...], ...],
) -> None:
    """Each line was an action."""
    review = review_of(table(HEADER, *SHADED, BLANK, *title, *SWATCHES))
    assert [(a.action, a.status) for a in review.actions] == [(f"Task {n}", s) for n, s in enumerate(READ)]
    assert [entry.label for entry in review.legend] == list(WORDS)
