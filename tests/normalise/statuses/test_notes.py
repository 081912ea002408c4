"""Ratings that open the notes of a table without a status column."""

from __future__ import annotations

import pytest

from normalise.review import Review
from parsers.block import Block
from tests.normalise.building import loud, paragraph, review_of, table

KEY = paragraph("Green = completed; Amber = on track; Red = not started")
HEAD = ("Ref", "Action", "Lead", "Update")


def noted(*notes: str, key: tuple[Block, ...] = (KEY,)) -> Review:
    rows = [(f"1.{k}", f"Do thing {k} for all", "Ann Lee", note) for k, note in enumerate(notes, 1)]
    return review_of(*key, table(HEAD, *rows, top=300))


def test_a_colour_before_each_note_is_the_row_s_status_by_the_key() -> None:
    review = noted(
        "GREEN - done it in May.", "Amber: going well.", "RED – waiting for money.", "COMPLETE - all built."
    )
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "not_started", "completed"]
    assert [a.status_basis for a in review.actions] == ["legend", "legend", "legend", "words"]
    assert review.actions[0].progress == "GREEN - done it in May."
    assert loud(review) == []


def test_without_a_key_the_colour_is_read_by_convention_with_a_finding() -> None:
    review = noted("GREEN - done it in May.", "Blue: going well.", key=())
    assert [a.status for a in review.actions] == ["on_schedule", "unknown"]
    assert set(loud(review)) == {"status_unknown", "convention_unsure"}


@pytest.mark.parametrize(
    "notes",
    [
        ("Green - spaces plan adopted by all.", "Going well since May.", "Waiting for money."),
        ("Not green - late by a month.", "Hardly amber: going badly."),
        ("Green until May - late since.", "Amber (was green) since June."),
        ("Green - spaces plan adopted by all.",),
    ],
)
def test_notes_that_do_not_all_open_so_rate_nothing(notes: tuple[str, ...]) -> None:
    review = noted(*notes)
    assert {a.status for a in review.actions} == {"unknown"}
    assert loud(review) == ["status_missing"] * len(notes)
