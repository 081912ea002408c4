"""Keys whose labels wrap in the shaded cells that they stand on."""

from __future__ import annotations

import pytest

from parsers.block import Line, Mark, Paragraph
from parsers.geometry import Box
from tests.normalise.building import AMBER, BLUE, GREEN, RED, review_of, table

EDGE = 74.0  # right side of the shades
HEIGHT = 10.0
SHOWN = table(
    ("Action", "Progress", "Status"),
    ("Mend gates", "Mended.", "Completed"),
    ("Plant trees", "Half of them.", "Needs Attention"),
    top=300,
)


def line(text: str, x0: float, x1: float, top: float) -> Line:
    return Line(text, Box(x0, top, x1, top + 7), 7, False, "#000000")


def shade(colour: str, top: float, height: float, words: str) -> Mark:
    return Mark("shape", "square", colour, "square", Box(29, top, EDGE, top + height), words=words)


DONE = (shade(BLUE, 100, HEIGHT, "Completed"), line("Completed Action is complete", 30, 180, 101))
LATE = shade(AMBER, 110, 2 * HEIGHT, "Attention")
GOING = (shade(GREEN, 130, HEIGHT, "On Track"), line("On Track Action goes as planned", 30, 190, 131))


@pytest.mark.parametrize(
    "wrapped",
    [
        [line("Needs", 30, 51, 111), line("Attention Action is behind", 30, 200, 121)],
        [line("Needs", 30, 51, 111), line("Attention", 30, 60, 121), line("Action is behind", 75, 200, 121)],
        [line("Action is behind", 75, 200, 111), line("Needs", 30, 51, 111), line("Attention", 30, 60, 121)],
    ],
)
def test_a_label_that_wraps_on_its_shade_is_one(wrapped: list[Line]) -> None:
    lines = (DONE[1], *wrapped, GOING[1])
    text = " ".join(one.text for one in lines)
    key = Paragraph(1, Box(29, 100, 289, 140), text, 7, lines, (DONE[0], LATE, GOING[0]), len(text))
    review = review_of(key, SHOWN)
    assert [(e.label, e.definition, e.status) for e in review.legend] == [
        ("Completed", "Action is complete", "completed"),
        ("Needs Attention", "Action is behind", "behind_schedule"),
        ("On Track", "Action goes as planned", "on_schedule"),
    ]


def sentence(text: str, x0: float, top: float, *shades: Mark) -> Paragraph:
    own = line(text, x0, x0 + 5 * len(text), top)
    return Paragraph(1, own.box, text, 7, (own,), shades, len("".join(text.split())))


def test_a_key_in_a_sentence_goes_on_below_where_each_line_is_a_text_of_its_own() -> None:
    """The rest of the sentence was the label of the sign inside it."""
    words = ("Completed", "On Track", "Needs Attention", "Off Track")
    places = (
        Box(40, 100, 90, 107),
        Box(130, 100, 190, 107),
        Box(290, 100, 360, 107),
        Box(150, 112, 190, 119),
    )
    signs = [
        Mark("shape", "pill", colour, "pill", box, words=word)
        for colour, box, word in zip((BLUE, GREEN, AMBER, RED), places, words, strict=True)
    ]
    first = sentence(
        "Completed it is done. On Track it goes on. Needs Attention it will", 45, 100, *signs[:3]
    )
    legend = review_of(
        first, sentence("be late. Off Track it cannot be done.", 40, 112, signs[3]), SHOWN
    ).legend
    assert [(e.label, e.definition) for e in legend] == [
        ("Completed", "it is done."),
        ("On Track", "it goes on."),
        ("Needs Attention", "it will be late."),
        ("Off Track", "it cannot be done."),
    ]
