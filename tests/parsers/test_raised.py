"""Small signs that stand raised behind a word."""

from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.lines import lines_of
from parsers.page import Token

from .printing import style, tokens


def raised(text: str, x: float, top: float, size: float = 6.0) -> list[Token]:
    made = style(size=size)
    return [Token(c, Box(x + 3 * k, top, x + 3 * (k + 1), top + size), made) for k, c in enumerate(text)]


def texts(printed: list[Token]) -> list[str]:
    return [line.text for line in lines_of(printed)]


@pytest.mark.parametrize("top", [46.0, 50.0], ids=["far above the middle", "near it"])
def test_the_mark_of_a_footnote_stays_behind_its_word(top: float) -> None:
    words = tokens("17 points.", top=50)
    printed = [*tokens("Mocks show a gap of", top=38), *words, *raised("12", words[-1].box.x1, top)]
    assert texts(printed) == ["Mocks show a gap of", "17 points.¹²"]


def test_a_raised_digit_is_no_part_of_the_figure_before_it() -> None:
    figure = tokens("91.8", top=50)
    assert texts([*figure, *raised("1", figure[-1].box.x1, 50)]) == ["91.8¹"]


def test_the_end_of_an_ordinal_is_part_of_it() -> None:
    day = tokens("31", top=50)
    month = tokens("May", x=day[-1].box.x1 + 12, top=50)
    assert texts([*day, *raised("st", day[-1].box.x1, 46), *month]) == ["31st May"]


def test_small_figures_on_a_line_of_their_own_stay_there() -> None:
    words = tokens("17 points.", top=50)
    assert texts([*words, *raised("12", words[-1].box.x1 + 40, 40)]) == ["12", "17 points."]
    assert texts([*words, *raised("12", words[-1].box.x1, 62)]) == ["17 points.", "12"]


def test_a_large_blank_is_no_line_that_digits_stand_on() -> None:
    blank = Token(" ", Box(40, 50, 50, 70), style(size=20))
    assert texts([blank, *tokens("12", x=52, top=55)]) == ["12"]
    assert texts([blank, *raised("12", 52, 48)]) == ["12"]
