"""Soft hyphens that take room are hyphens."""

from __future__ import annotations

import pytest

from .test_abridged import text_of


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("the plan 2016-17", "the plan 2016-17"),
        ("Completed - all is done", "Completed - all is done"),
        ("go) Tj [(to-) 333 (gether)] TJ (now", "goto\xadgethernow"),
    ],
    ids=["inside a word", "alone", "without room"],
)
def test_a_soft_hyphen_that_takes_room_inside_a_line_is_a_hyphen(shown: str, read: str) -> None:
    assert text_of(shown, "Other", {ord("-"): "\xad"}) == read
