"""From PDF user space to the page as it is displayed, for the four ways to turn a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.placing import Placing

turns = st.integers(0, 3)
coordinates = st.floats(0, 1, allow_nan=False)


@st.composite
def placings(draw: st.DrawFn) -> Placing:
    left, bottom = draw(st.floats(-300, 300)), draw(st.floats(-300, 300))
    wide, high = draw(st.floats(10, 2000)), draw(st.floats(10, 2000))
    return Placing(draw(turns), left, bottom, left + wide, bottom + high)


def inside(placing: Placing, across: float, up: float) -> tuple[float, float]:
    x = placing.left + across * (placing.right - placing.left)
    return x, placing.bottom + up * (placing.top - placing.bottom)


def displayed(placing: Placing) -> tuple[float, float]:
    size = placing.right - placing.left, placing.top - placing.bottom
    return size if placing.turns % 2 == 0 else size[::-1]


@pytest.mark.parametrize(
    ("quarter_turns", "corner"), [(0, (0, 792)), (1, (0, 0)), (2, (612, 0)), (3, (792, 612))]
)
def test_the_foot_of_the_page_turns_clockwise(quarter_turns: int, corner: tuple[float, float]) -> None:
    """Where the lower left corner of a portrait page is displayed."""
    assert Placing(quarter_turns, 0, 0, 612, 792).point(0, 0) == corner


@given(placings(), coordinates, coordinates)
def test_a_point_of_the_page_stays_on_the_page(placing: Placing, across: float, up: float) -> None:
    x, y = placing.point(*inside(placing, across, up))
    wide, high = displayed(placing)
    assert -1e-6 <= x <= wide + 1e-6 and -1e-6 <= y <= high + 1e-6


@given(placings(), st.lists(coordinates, min_size=4, max_size=4))
def test_a_box_keeps_its_size_and_its_corners(placing: Placing, corners: list[float]) -> None:
    (left, right), (low, high) = sorted(corners[:2]), sorted(corners[2:])
    a, b = inside(placing, left, low), inside(placing, right, high)
    box = placing.box(*a, *b)
    size = (b[0] - a[0], b[1] - a[1])
    assert (box.width, box.height) == pytest.approx(size if placing.turns % 2 == 0 else size[::-1], abs=1e-6)
    assert box.x0 <= box.x1 and box.top <= box.bottom
    for corner in (a, b):
        assert box.grown(1e-6).holds(*placing.point(*corner))


@given(placings(), coordinates, coordinates, st.floats(-5, 5), st.floats(-5, 5))
def test_a_direction_is_the_way_between_two_points(
    placing: Placing, across: float, up: float, dx: float, dy: float
) -> None:
    x, y = inside(placing, across, up)
    (ax, ay), (bx, by) = placing.point(x, y), placing.point(x + dx, y + dy)
    assert placing.direction(dx, dy) == pytest.approx((bx - ax, by - ay), abs=1e-6)
