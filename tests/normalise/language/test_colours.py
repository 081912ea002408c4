from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.language import colours

channels = st.integers(0, 255)
inks = st.builds("#{:02x}{:02x}{:02x}".format, channels, channels, channels)


@pytest.mark.parametrize(
    ("colour", "word"),
    [
        ("#ff0000", "red"), ("#c00000", "red"), ("#ffc000", "amber"), ("#ff9900", "amber"), ("#ffff00", "yellow"),
        ("#00b050", "green"), ("#92d050", "green"), ("#008000", "green"), ("#0070c0", "blue"), ("#00b0f0", "blue"),
        ("#7030a0", "purple"), ("#808080", "grey"), ("#d9d9d9", "grey"), ("#000000", "black"), ("#ffffff", "white"),
        (None, None),
    ],
)  # fmt: skip
def test_a_colour_is_named_as_people_name_it(colour: str | None, word: str | None) -> None:
    assert colours.name(colour) == word


@pytest.mark.parametrize(("a", "b"), [("#00b050", "#00a651"), ("#ff0000", "#fe0101"), (None, None)])
def test_two_inks_of_one_document_may_differ_a_little(a: str | None, b: str | None) -> None:
    assert colours.alike(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("#00b050", "#92d050"), ("#ffc000", "#ff0000"), ("#ffc000", "#ffff00"), ("#0070c0", None)]
)
def test_colours_that_people_tell_apart_are_not_alike(a: str | None, b: str | None) -> None:
    assert not colours.alike(a, b)


@given(inks, inks)
def test_distance_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert colours.distance(a, b) == pytest.approx(colours.distance(b, a))
    assert 0 <= colours.distance(a, b) <= 1.0001
    assert (colours.distance(a, b) == 0) == (a == b)


@given(inks)
def test_every_colour_has_a_name(ink: str) -> None:
    assert colours.name(ink) in {
        "red",
        "amber",
        "yellow",
        "green",
        "blue",
        "purple",
        "black",
        "grey",
        "white",
    }
