"""Vector shapes are named and recognised at any size and place."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.page import Drawing
from parsers.pdf.paths import Point, Subpath
from parsers.pdf.shapes import drawing, twins_joined

GREEN, BLACK = "#00b050", "#000000"


def polygon(*points: Point, curved: bool = False, closed: bool = True) -> Subpath:
    return Subpath((*points, points[0]) if closed else points, curved, closed)


def regular(corners: int, radius: float = 1.0, turned: float = -math.pi / 2) -> list[Point]:
    steps = [turned + 2 * math.pi * k / corners for k in range(corners)]
    return [(radius * math.cos(a), radius * math.sin(a)) for a in steps]


def star() -> Subpath:
    outer, inner = regular(5), regular(5, 0.4, -math.pi / 2 + math.pi / 5)
    return polygon(*(p for pair in zip(outer, inner, strict=True) for p in pair))


SHAPES: dict[str, Sequence[Subpath]] = {
    "disc": [polygon(*regular(24), curved=True)],
    "star": [star()],
    "triangle": [polygon(*regular(3))],
    "diamond": [polygon(*regular(4))],
    "square": [polygon((0, 0.02), (1, 0), (1, 1), (0, 1))],
    "ring": [polygon(*regular(24), curved=True), polygon(*regular(24, 0.7), curved=True)],
    "path": [polygon((0, 0), (3, 0), (3, 1), (2, 1), (2, 2), (0, 2))],
}

ARROWS: dict[str, Sequence[Subpath]] = {
    "arrow-up": [polygon((0.5, 0), (1, 0.5), (0.7, 0.5), (0.7, 1), (0.3, 1), (0.3, 0.5), (0, 0.5))],
    "arrow-down": [polygon((0.5, 1), (1, 0.5), (0.7, 0.5), (0.7, 0), (0.3, 0), (0.3, 0.5), (0, 0.5))],
    "arrow-right": [polygon((1, 0.5), (0.5, 1), (0.5, 0.7), (0, 0.7), (0, 0.3), (0.5, 0.3), (0.5, 0))],
}


def moved(parts: Sequence[Subpath], size: float, x: float, y: float) -> list[Subpath]:
    return [p._replace(points=tuple((x + size * a, y + size * b) for a, b in p.points)) for p in parts]


def drawn(parts: Sequence[Subpath], fill: str | None = GREEN, stroke: str | None = None) -> Drawing:
    return drawing(parts, fill, stroke, None)


@pytest.mark.parametrize(("name", "parts"), SHAPES.items(), ids=SHAPES.keys())
def test_a_shape_is_known_by_its_outline(name: str, parts: Sequence[Subpath]) -> None:
    assert drawn(parts).shape == name


@pytest.mark.parametrize(("name", "parts"), ARROWS.items(), ids=ARROWS.keys())
def test_a_block_arrow_points_where_its_tip_is(name: str, parts: Sequence[Subpath]) -> None:
    assert drawn(parts).shape == name


@pytest.mark.parametrize(("name", "parts"), SHAPES.items(), ids=SHAPES.keys())
@given(size=st.floats(5, 60), x=st.floats(0, 500), y=st.floats(0, 700))
def test_a_shape_is_the_same_at_another_size_and_place(
    name: str, parts: Sequence[Subpath], size: float, x: float, y: float
) -> None:
    seen, first = drawn(moved(parts, size, x, y)), drawn(moved(parts, 10, 0, 0))
    assert seen.shape == name
    bits = int(seen.outline, 16) ^ int(first.outline, 16)
    assert bits.bit_count() <= 4  # places at the very edge may fall on either side


def test_shapes_look_different_from_each_other() -> None:
    outlines = [drawn(parts).outline for parts in SHAPES.values()]
    assert len(set(outlines)) == len(outlines)


def test_a_hollow_disc_is_a_ring() -> None:
    assert drawn(SHAPES["disc"], None, GREEN).shape == "ring"


def test_a_tick_is_a_pen_line_with_one_bend() -> None:
    tick = [polygon((0, 0.5), (0.4, 1), (1, 0), closed=False)]
    assert drawn(tick, None, GREEN).shape == "tick"
    assert drawn(tick, None, GREEN).outline.startswith("~")


def test_a_fill_and_its_outline_are_one_sign() -> None:
    fill, line = drawn(SHAPES["star"]), drawn(SHAPES["star"], None, BLACK)
    assert twins_joined([fill, line]) == [fill._replace(stroke=BLACK)]


def test_a_form_painted_onto_a_larger_dark_one_has_it_as_its_outline() -> None:
    dark, inner = drawn(SHAPES["disc"], BLACK), drawn(moved(SHAPES["disc"], 0.8, 0, 0))
    assert twins_joined([dark, inner]) == [dark._replace(fill=GREEN, stroke=BLACK)]
    again = drawn(SHAPES["disc"])
    assert twins_joined([dark, again]) == [again]


def test_two_signs_side_by_side_stay_two() -> None:
    fill, line = drawn(SHAPES["star"]), drawn(moved(SHAPES["star"], 1, 20, 0), None, BLACK)
    assert twins_joined([fill, line]) == [fill, line]
