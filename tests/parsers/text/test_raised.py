"""Small signs that stand raised behind a word."""

from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.page import Token
from parsers.text.lines import lines_of
from tests.parsers.printing import style, tokens


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


@pytest.mark.parametrize(("size", "top"), [(6.0, 49.0), (9.0, 46.5)], ids=["small", "as browsers set it"])
@pytest.mark.parametrize(("sign", "mark"), [("a", "ᵃ"), ("2", "²")])
def test_a_letter_that_refers_to_a_note_is_no_part_of_the_word_before_it(
    size: float, top: float, sign: str, mark: str
) -> None:
    """`Homes let` had an `a` behind it or, larger, on a line before it."""
    words = tokens("Homes let", top=50)
    assert texts([*words, *raised(sign, words[-1].box.x1, top, size)]) == [f"Homes let{mark}"]


def test_a_small_letter_on_the_line_or_inside_a_name_is_no_mark() -> None:
    words = tokens("Homes let", top=50)
    assert texts([*words, *raised("a", words[-1].box.x1, 53, 6.0)]) == ["Homes leta"]
    first = tokens("M", top=50)
    sign = raised("c", first[-1].box.x1, 49)
    assert texts([*first, *sign, *tokens("Donald", x=sign[-1].box.x1, top=50)]) == ["McDonald"]


def test_figures_behind_a_larger_sign_on_one_line_are_none() -> None:
    """A bullet larger than its text raised all figures behind it."""
    sign = tokens("•", x=40, top=48, set_in=style(size=14))
    words = tokens("with", x=60, top=50)
    figure = tokens("70", x=words[-1].box.x1 + 3, top=50)
    rest = tokens("present", x=figure[-1].box.x1 + 3, top=50)
    assert "70" in texts([*sign, *words, *figure, *rest])[0]
