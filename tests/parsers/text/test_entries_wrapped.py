"""Entries of a key on one line whose last goes on on the next."""

from __future__ import annotations

import pytest

from parsers.block import Line
from parsers.text.entries_wrapped import rests
from tests.parsers.printing import line

KEY = [line("Key: Done", 50, 40), line("Under way", 50, 140), line("Late", 50, 240), line("Not yet", 50, 300)]


@pytest.mark.parametrize(
    ("below", "room", "goes_on"),
    [
        (line("started", 62, 40), 350.0, True),
        (line("started", 62, 40), 420.0, False),
        (line("Started", 62, 40), 350.0, False),
        (line("started", 62, 90), 350.0, False),
    ],
)
def test_the_rest_of_a_line_s_last_entry_was_given_to_its_first(
    below: Line, room: float, goes_on: bool
) -> None:
    assert rests([*KEY, below], room) == ({id(below): KEY[-1]} if goes_on else {})


def test_a_line_below_entries_without_a_title_is_the_first_ones() -> None:
    below = line("and closed", 62, 40)
    assert rests([line("Done", 50, 40), *KEY[1:], below], 350.0) == {}


def test_below_entries_in_columns_of_one_width_a_line_is_the_first_ones() -> None:
    """`on track` below `G = completed or` was that of `R = not started yet`."""
    entries = [
        line("Key: G = completed or", 50, 40),
        line("A = at risk", 50, 190),
        line("R = not yet", 50, 340),
    ]
    assert rests([*entries, line("on track", 62, 40)], 400.0) == {}
