"""Colours' words beside names in one column of a key."""

from __future__ import annotations

import pytest

from tests.normalise.building import AMBER, BLUE, GREEN, RED, filled, review_of, table

HEADER = ("Action", "Lead", "Update", "Status")
SIGNS = (filled(BLUE, "Complete"), filled(GREEN, "Green"), filled(AMBER, "Amber"), filled(RED, "Red"))


@pytest.mark.parametrize(
    ("meanings", "labels"),
    [
        (
            (
                "the step is finished",
                "the step is on target",
                "the step is behind target",
                "it is well behind target",
            ),
            ["Complete", "Green", "Amber", "Red"],
        ),
        (
            ("the step is finished", "On target", "Behind", "Off track"),
            ["Complete", "On target", "Behind", "Off track"],
        ),
    ],
    ids=["sentences", "names"],
)
def test_colours_words_beside_a_name_are_labels_unless_what_they_mean_is_one(
    meanings: tuple[str, ...], labels: list[str]
) -> None:
    """The legend had `Complete` as printed and whole sentences beside it."""
    key = table(*zip(SIGNS, meanings, strict=True), top=60)
    rows = ((f"{n}. Do it", "Ann Archer", "Work goes on", sign) for n, sign in enumerate(SIGNS, 1))
    review = review_of(key, table(HEADER, *rows, top=300))
    assert [e.label for e in review.legend] == labels
    statuses = ["completed", "on_schedule", "behind_schedule", "off_track"]
    assert [e.status for e in review.legend] == [a.status for a in review.actions] == statuses
