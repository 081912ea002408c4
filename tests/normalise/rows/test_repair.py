"""Rows that a conversion to text broke are mended with a note; a PDF's own cells are left as they are."""

from __future__ import annotations

import pytest

from normalise.review import Review
from parsers.block import Table
from tests.normalise.building import about, loud, review_of, table

HEADINGS = ("Key Activities", "Plan", "Key Actions", "Lead", "Progress", "RAG")
NOTE = "The sites have been surveyed and three of them can be bought before the end of the year."
WHOLE = ("1.1 Build homes", "Local Plan", "1. Buy land", "Ann Archer", "Bought.", "G")


def transcript(*rows: tuple[str, ...], reader: str = "transcript") -> Review:
    return review_of(table(HEADINGS, WHOLE, *rows, reader=reader), kind="transcript")


def test_cells_that_ran_together_are_taken_apart() -> None:
    review = transcript(("1.2 Mend homes", "Housing Strategy1. Find builders", "", "Bo Bull", NOTE, "G"))
    action = review.actions[1]
    assert (action.action_number, action.action, action.plans) == (
        "1",
        "Find builders",
        ("Housing Strategy",),
    )
    assert "cells_collapsed" in [f.code for f in about(review, action.id)]


def test_cells_that_slipped_a_column_are_moved_back() -> None:
    review = transcript(("1.2 Mend homes", "Housing Strategy", "Bo Bull", NOTE, "", "G"))
    action = review.actions[1]
    assert (action.action, action.leads, action.progress) == ("", ("Bo Bull",), NOTE)
    assert "columns_shifted" in [f.code for f in about(review, action.id)]


def test_a_heading_inside_a_cell_is_removed() -> None:
    review = transcript(("1.2 Mend homes", "Housing Strategy", "1. Find builders", "Lead Bo Bull", NOTE, "G"))
    assert review.actions[1].leads == ("Bo Bull",)
    assert "header_word_removed" in [f.code for f in about(review, review.actions[1].id)]


def test_a_crumb_is_no_plan() -> None:
    review = transcript(("1.2 Mend homes", "an", "1. Find builders", "Bo Bull", NOTE, "G"))
    assert review.actions[1].plans == ()
    assert "crumb_left_out" in [f.code for f in about(review, review.actions[1].id)]


@pytest.mark.parametrize(
    "row",
    [
        ("1.2 Mend homes", "Housing Strategy1. Find builders", "", "Bo Bull", NOTE, "G"),
        ("1.2 Mend homes", "Housing Strategy", "Bo Bull", NOTE, "", "G"),
        ("1.2 Mend homes", "an", "1. Find builders", "Lead Bo Bull", NOTE, "G"),
    ],
)
def test_a_pdf_s_own_cells_are_never_rearranged(row: tuple[str, ...]) -> None:
    review = transcript(row, reader="ruled")
    repaired = {"cells_collapsed", "columns_shifted", "header_word_removed", "crumb_left_out"}
    assert not repaired & {f.code for f in review.findings}


def test_a_lost_glyph_is_read_from_the_words_of_the_note() -> None:
    review = transcript(
        ("1.2 Mend homes", "Local Plan", "1. Find builders", "Bo Bull", "Completed - all found", "0")
    )
    action = review.actions[1]
    assert (action.status, action.status_basis) == ("completed", "words")
    assert action.confidence < 0.9
    assert [f.code for f in about(review, action.id)] == ["status_from_words"]


def test_a_lost_glyph_is_never_guessed() -> None:
    review = transcript(("1.2 Mend homes", "Local Plan", "1. Find builders", "Bo Bull", NOTE, "0"))
    action = review.actions[1]
    assert (action.status, action.status_basis) == ("unknown", "none")
    assert "glyph_lost" in loud(review)


def test_a_blank_target_of_a_transcript_goes_on_with_the_row_above() -> None:
    measures: Table = table(
        ("Indicator", "Target", "Latest", "Good is"),
        ("Homes built", "400", "312", "High"),
        ("Homes mended", "", "55", "High"),
        reader="transcript",
    )
    review = review_of(measures, kind="transcript")
    assert [i.target for i in review.indicators] == ["400", "400"]
    assert [f.code for f in about(review, review.indicators[1].id)] == ["target_filled_down"]
