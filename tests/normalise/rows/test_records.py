"""Rows of a table as records: what belongs to the row above."""

from __future__ import annotations

import pytest

from tests.normalise.building import ACTIONS, actions_of, table

FIRST = ("To develop the model that brings together early help", "Ann Archer", "Begun in May.", "On track")
LAST = ("Open a hub", "Bo Bull", "Opened.", "Complete")


def test_the_rest_of_an_action_in_a_row_of_its_own_is_the_action_s() -> None:
    """It was an action of its own, and the one above it ended in mid-sentence without a word."""
    rest = ("and care so that families are better known", "", "", "")
    assert [a.action for a in actions_of(table(ACTIONS, FIRST, rest, LAST))] == [
        "To develop the model that brings together early help and care so that families are better known",
        "Open a hub",
    ]


@pytest.mark.parametrize(
    ("first", "row"),
    [
        (FIRST, ("iPads for all schools", "", "", "On track")),
        (FIRST, ("And care for all families", "", "", "")),
        (("Build homes.", *FIRST[1:]), ("and care for all families", "", "", "")),
    ],
    ids=["with a status", "a capital", "behind a full stop"],
)
def test_another_action_stays_one(first: tuple[str, ...], row: tuple[str, ...]) -> None:
    assert len(actions_of(table(ACTIONS, first, row, LAST))) == 3
