"""A key whose labels are printed on their signs, one of which is white."""

from __future__ import annotations

import pytest

from normalise import Review
from parsers.block import Line, Mark, Paragraph
from parsers.geometry import Box
from tests.normalise.building import ACTIONS, AMBER, BLUE, GREEN, heading, review_of, table

LABELS = (
    ("Action complete", "The action is closed", BLUE),
    ("Progressing well", "On track for the date shown", GREEN),
    ("Requires attention", "Some delay that officers can resolve", AMBER),
)


def text(words: str, box: Box, marks: tuple[Mark, ...] = ()) -> Paragraph:
    line = Line(words, box, 10, False, "#000000")
    return Paragraph(1, box, words, 10, (line,), marks, len("".join(words.split())))


def entry(label: str, meaning: str, colour: str | None, top: float) -> list[Paragraph]:
    """A label on its sign, and what it means beside that."""
    sign = Mark("shape", "square", colour, "square", Box(54, top, 121, top + 30), words=label)
    marks = (sign,) if colour else ()
    return [
        text(label, Box(58, top + 6, 115, top + 16), marks),
        text(f"= {meaning}", Box(125, top + 6, 280, top + 16), marks),
    ]


def review_with(top: float) -> Review:
    key = [part for k, line in enumerate(LABELS) for part in entry(*line, 100 + 30 * k)]
    white = entry("Yet to start", "Not due to begin in this period", None, top)
    rows = [
        (f"{k}. Buy land", "Ann Archer", "It is told.", label)
        for k, label in enumerate(("Yet to start", *(line[0] for line in LABELS)), 1)
    ]
    return review_of(heading("Status key", top=80), *key, *white, table(ACTIONS, *rows, top=400))


def test_a_label_on_no_sign_below_those_that_stand_on_theirs_is_a_line_of_the_key() -> None:
    """It was missing from the key."""
    entry = review_with(190).legend[-1]
    assert (entry.label, entry.definition, entry.status) == (
        "Yet to start",
        "Not due to begin in this period",
        "not_started",
    )


@pytest.mark.parametrize("top", [240, 300])
def test_a_status_further_off_is_none(top: float) -> None:
    assert [e.label for e in review_with(top).legend] == [line[0] for line in LABELS]
