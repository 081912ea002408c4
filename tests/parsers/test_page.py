"""What stands in a box of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.geometry import Box
from parsers.page import Tokens, standing_in
from tests.parsers.printing import tokens

PLACES = st.integers(0, 60)


@given(
    places=st.lists(st.tuples(PLACES, PLACES), max_size=30),
    corners=st.tuples(PLACES, PLACES, PLACES, PLACES),
)
def test_what_stands_in_a_box_is_the_same_by_height_and_by_asking_each(
    places: list[tuple[int, int]], corners: tuple[int, int, int, int]
) -> None:
    page = [token for x, top in places for token in tokens("a", x, top)]
    x0, x1 = sorted(corners[:2])
    top, bottom = sorted(corners[2:])
    box = Box(x0, top, x1, bottom)
    asked = [t for t in page if box.holds(*t.box.centre)]
    assert standing_in(box, Tokens(page)) == standing_in(box, page) == asked
