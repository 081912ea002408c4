"""Directions of travel, in words and by signs that the key explains."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.language import ways
from normalise.review import Review
from parsers.block import Block
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    GREEN,
    GREY,
    INDICATORS,
    RED,
    Square,
    glyph,
    loud,
    paragraph,
    picture,
    replaced,
    review_of,
    shape,
    table,
    with_text,
)

UP, LEVEL, DOWN = picture("up", GREEN), picture("level", GREY), picture("down", RED)
STEPS = (
    (shape("disc", GREEN), "On target"),
    (shape("disc", AMBER), "Close to target"),
    (shape("disc", RED), "Off target"),
)
WAYS = ((UP, "Improving"), (LEVEL, "No change"), (DOWN, "Getting worse"))


def travelled(*key: Block, signs: tuple[Square, ...]) -> Review:
    rows = [
        (f"Number of things {k}", "10", "12", "9", "High", STEPS[0][0], sign) for k, sign in enumerate(signs)
    ]
    return review_of(*key, table((*INDICATORS, "Status", "Short trend"), *rows, top=300))


@pytest.mark.parametrize(
    "key",
    [
        (table(*((*step, *way) for step, way in zip(STEPS, WAYS, strict=True))),),
        (table(*STEPS, top=40), table(*WAYS, top=150)),
        (table(*WAYS, top=40), table(*STEPS, top=150)),
    ],
)
def test_signs_that_a_key_explains_as_directions_are_the_figures(key: tuple[Block, ...]) -> None:
    review = travelled(*key, signs=(UP, DOWN, LEVEL))
    assert [i.direction for i in review.indicators] == ["better", "worse", "same"]
    assert [dict(i.extra)["direction"] for i in review.indicators] == [
        "Improving",
        "Getting worse",
        "No change",
    ]
    assert [i.status for i in review.indicators] == ["on_schedule"] * 3
    assert [e.label for e in review.legend] == [label for _, label in STEPS]
    assert loud(review) == []


def test_one_drawing_in_two_colours_is_two_directions() -> None:
    rise, fall = shape("arrow-up", GREEN, "arrow"), shape("arrow-up", RED, "arrow")
    key = table((rise, "Better"), (fall, "Worse"))
    review = travelled(key, signs=(fall, rise))
    assert [i.direction for i in review.indicators] == ["worse", "better"]


def test_signs_that_nothing_explains_are_no_direction() -> None:
    assert [i.direction for i in travelled(signs=(UP, DOWN)).indicators] == [None, None]


def test_arrows_explained_behind_the_ratings_of_one_text() -> None:
    said = "Green = on target; Amber = close to target; Red = off target. Trend: ▲ improving ▼ worsening"
    rise, fall = glyph("▲", "#000000", "triangle"), glyph("▼", "#000000", "triangle-down")
    review = travelled(paragraph(said, marks=(rise, fall)), signs=(fall, rise))
    assert [i.direction for i in review.indicators] == ["worse", "better"]
    assert [e.status for e in review.legend] == ["on_schedule", "behind_schedule", "off_track"]


def test_arrows_behind_sentences_of_colours_are_ways_though_their_words_could_rate() -> None:
    said = "Green: target met. Amber: within 5% of target. Red: more than 5% from target. "
    said += "▲ better than the same quarter last year; ▼ worse than the same quarter last year."
    rise, fall = glyph("▲", "#000000", "triangle"), glyph("▼", "#000000", "triangle-down")
    review = travelled(paragraph(said, marks=(rise, fall)), signs=(fall, rise))
    assert [i.direction for i in review.indicators] == ["worse", "better"]
    assert [e.status for e in review.legend] == ["on_schedule", "behind_schedule", "off_track"]


@pytest.mark.parametrize(
    ("words", "way"),
    [("Improving", "better"), ("Getting worse", "worse"), ("No change", "same"), ("Not changed", "same"),
     ("Not improving", None), ("Better or worse", None), ("Up", None), ("", None),
     ("Better than in the same quarter last year", "better"), ("The same as last quarter", "same")],
)  # fmt: skip
def test_words_say_one_way_or_none(words: str, way: str | None) -> None:
    assert ways.said(words) == way


def test_an_action_s_sign_is_told_in_the_words_of_the_key() -> None:
    rows = (("Do a thing for all", "Ann Lee", "Work goes on", STEPS[0][0], UP),)
    review = review_of(
        table(*STEPS, top=40), table(*WAYS, top=150), table((*ACTIONS, "Trend"), *rows, top=300)
    )
    assert [a.direction for a in review.actions] == ["Improving"]


WORSE, SAME = glyph("▼", "#000000", "triangle-down"), glyph("►", "#000000", "triangle-right")
LIKE_A_SIGN = glyph("▲", "#000000", "triangle")
PLAY, LOWER = glyph("►", GREEN, "triangle-right"), shape("arrow-down", "#ffffff")


def _rated(*cells: Square, headings: tuple[str, ...] = ()) -> Review:
    key = paragraph("R = Off track; A = Behind schedule; G = On track")
    rows = [
        (f"{k}. Do a thing for all", "Ann Lee", "Work goes on", cell, *("Up",) * len(headings))
        for k, cell in enumerate(cells, 1)
    ]
    return review_of(key, table((*ACTIONS, *headings), *rows, top=300))


@pytest.mark.parametrize(
    ("cells", "ways"),
    [
        ((with_text("A ▼", WORSE), with_text("G ►", SAME)), ["triangle-down", "triangle-right"]),
        (("A", with_text("G ▼", WORSE)), [None, "triangle-down"]),
        (
            (LOWER._replace(fill=AMBER, text=""), LOWER._replace(fill=GREEN, text="")),
            ["arrow-down"] * 2,
        ),
        ((with_text("► A", SAME), with_text("► G", SAME)), [None, None]),
        ((with_text("► On track", PLAY), with_text("► Behind schedule", PLAY)), [None, None]),
        ((PLAY, WORSE), [None, None]),
        ((with_text("▲ A", LIKE_A_SIGN), with_text("● G", shape("disc", "#000000"))), [None, None]),
    ],
    ids=["letters", "one", "grounds", "ornaments", "green ornaments", "alone", "a sign for amber"],
)
def test_an_arrow_beside_a_rating_in_one_cell_is_the_row_s_direction(
    cells: tuple[Square, ...], ways: list[str | None]
) -> None:
    """`A ▼` was amber, and the arrow was lost in silence."""
    assert [a.direction for a in _rated(*cells).actions] == ways


def test_an_arrow_beside_a_rating_is_none_where_a_column_says_the_direction() -> None:
    review = _rated(with_text("A ▼", WORSE), with_text("G ►", SAME), headings=("Direction",))
    assert [a.direction for a in review.actions] == ["Up", "Up"]


def test_an_arrow_beside_a_figure_s_rating_is_kept() -> None:
    rows = (("Calls answered", "10", "12", "9", "High", with_text("G ▼", WORSE)),)
    review = review_of(table((*INDICATORS, "Status"), *rows, top=300))
    assert [(i.status, i.direction, i.extra) for i in review.indicators] == [
        ("on_schedule", None, (("direction", "triangle-down"),))
    ]


@pytest.mark.parametrize(
    ("sign", "way"),
    [
        (shape("arrow-down", "#00b050"), "better"),
        (shape("arrow-up", "#ff0000"), "worse"),
        (shape("arrow-right", "#000000"), "same"),
        (shape("arrow-up", "#000000"), None),
    ],
)
def test_an_arrow_that_no_key_explains_tells_by_its_colour_or_points_ahead(
    sign: Square, way: str | None
) -> None:
    assert [i.direction for i in travelled(signs=(sign,)).indicators] == [way]


def test_arrows_that_running_text_explains_over_the_ends_of_its_lines_are_directions() -> None:
    arrows = [glyph("↑", "#000000", "arrow-up"), glyph("↓", "#000000", "arrow-down")]
    text = "Travel: ↑ performance has improved since the spring; ↔ performance is"
    level = glyph("↔", "#000000", "arrow-left-right")
    block = paragraph(text, marks=[arrows[0], level, arrows[1]])
    (first,) = block.lines
    rest = "unchanged; ↓ performance has worsened. It is new."
    below = first._replace(text=rest, box=first.box._replace(top=72, bottom=82))
    up, same, down = block.marks
    marks = (
        up,
        replaced(same, up.box.x0 + 200, up.box.top),
        replaced(down, up.box.x0 + 100, up.box.top + 12),
    )
    key = replace(block, lines=(first, below), text=f"{text} {rest}", marks=marks)
    review = travelled(table(*STEPS, top=150), key, signs=(arrows[0], level, arrows[1]))
    assert [i.direction for i in review.indicators] == ["better", "same", "worse"]


def test_an_arrow_of_another_font_than_the_key_s_is_explained() -> None:
    """No direction was told, without a finding: a producer takes a symbol from whatever font has it."""
    up, down = glyph("▲", "#222222", "triangle"), glyph("▼", "#222222", "triangle-down")
    key = [
        paragraph(f"{said}", top=500 + 20 * k, marks=[sign])
        for k, (sign, said) in enumerate(((up, "improving"), (down, "worsening")))
    ]
    shown = [
        glyph(sign, "#000000", shape, "OtherFont")
        for sign, shape in (("▲", "triangle"), ("▼", "triangle-down"))
    ]
    rows = [(f"Homes built {k}", "9", "8", "7", sign) for k, sign in enumerate(shown)]
    review = review_of(table(("Indicator", "Target", "Latest", "Previous", "Trend"), *rows), *key)
    assert [i.direction for i in review.indicators] == ["better", "worse"]
