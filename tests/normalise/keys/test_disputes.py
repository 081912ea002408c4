"""Keys that say different things of one sign."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.block import Block
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BLUE,
    GREEN,
    RED,
    Square,
    filled,
    loud,
    paragraph,
    review_of,
    shape,
    table,
)

MEANT = ("Completed", "On target", "Slipping")
SWAPPED = ("On target", "Completed", "Slipping")
COLOURS = (GREEN, BLUE, AMBER)


def key_of(words: Sequence[str], colours: Sequence[str] = COLOURS, top: float = 40) -> Block:
    lines: list[list[Square]] = [[filled(colour), told] for colour, told in zip(colours, words, strict=True)]
    return table(*lines, top=top)


FIRST = key_of(MEANT)
RATED = table(
    ACTIONS,
    *((f"{n}. Do it", "Ann Archer", "Goes on", filled(colour)) for n, colour in enumerate(COLOURS, 1)),
    top=300,
)


@pytest.mark.parametrize(
    "other",
    [
        key_of(SWAPPED, top=600),
        paragraph("Green = on target, Blue = completed, Amber = slipping", top=600),
    ],
)
def test_a_colour_that_two_keys_explain_otherwise_is_unknown(other: Block) -> None:
    """The first key was followed and the second not mentioned: an appendix bound in from another body has its own."""
    review = review_of(FIRST, RATED, other)
    assert [a.status for a in review.actions] == ["unknown", "unknown", "behind_schedule"]
    assert loud(review) == ["keys_disagree"] * 2


def test_a_key_printed_again_in_other_words_disputes_nothing() -> None:
    review = review_of(FIRST, RATED, key_of(("Action finished", "Going to plan", "Running late"), top=600))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]
    assert not loud(review)


def test_the_colours_of_a_chart_dispute_no_key_in_others() -> None:
    chart = key_of(MEANT, ("#7030a0", RED, "#7f7f7f"), top=600)
    assert not loud(review_of(FIRST, RATED, chart))


def test_a_sign_of_another_shape_in_a_key_s_colour_disputes_nothing() -> None:
    """A star in a part of the key of its own was unknown, as the disc in the other part is as green."""
    signs = (shape("disc", GREEN), shape("triangle", AMBER))
    discs = table(*zip(signs, ("On target", "Slipping"), strict=True), top=40)
    star = table((shape("star", GREEN), "Completed"), (shape("ring", BLUE), "Not started"), top=600)
    rated = table(
        ACTIONS,
        *(
            (f"{n}. Do it", "Ann Archer", "Goes on", sign)
            for n, sign in enumerate((shape("star", GREEN), *signs), 1)
        ),
        top=300,
    )
    review = review_of(discs, rated, star)
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]
    assert "keys_disagree" not in loud(review)
