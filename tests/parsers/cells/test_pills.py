"""Words on a pill inside a cell, beside a text that goes on below."""

from __future__ import annotations

from dataclasses import replace

from parsers.block import Mark
from parsers.cells import pills
from parsers.geometry import Box
from parsers.page import Token
from tests.parsers.printing import style, tokens

TITLE = [*tokens("Open three more rooms", 50, 50), *tokens("in all libraries", 50, 62)]
OWNER = tokens("Lead: Ann Archer", 50, 84, replace(style(), size=8.0))
STATUS = tokens("On target", 190, 51, replace(style(), size=8.0, colour="#ffffff"))


def pill(box: Box, shape: str = "pill") -> Mark:
    return Mark("shape", shape, "#00b050", shape, box)


ON_STATUS = pill(Box(184, 48, 240, 62))


def read(words: list[Token], mark: Mark = ON_STATUS) -> list[str]:
    return [line.text for line in pills.lines_of(words, [mark])]


def test_a_status_on_its_pill_was_read_into_the_title_that_goes_on_below() -> None:
    assert read([*TITLE, *STATUS, *OWNER]) == [
        "Open three more rooms",
        "in all libraries",
        "On target",
        "Lead: Ann Archer",
    ]


def test_words_on_no_pill_stay_on_their_line() -> None:
    elsewhere = pill(Box(184, 90, 240, 104))
    assert read([*TITLE, *STATUS], elsewhere)[0] == "Open three more rooms On target"


def test_words_on_a_pill_inside_a_sentence_stay_in_it() -> None:
    behind = tokens("as planned", 260, 50)
    assert read([*TITLE, *STATUS, *behind])[0] == "Open three more rooms On target as planned"


def test_a_value_on_a_pill_behind_its_label_stays_on_its_line() -> None:
    assert read([*tokens("How it goes now, status:", 50, 50), *STATUS]) == [
        "How it goes now, status: On target"
    ]


def test_a_frame_around_several_lines_is_no_pill() -> None:
    frame = pill(Box(184, 40, 400, 100))
    assert read([*TITLE, *STATUS], frame)[0] == "Open three more rooms On target"
