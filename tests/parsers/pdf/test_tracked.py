from __future__ import annotations

from dataclasses import replace

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from parsers.geometry import Box
from parsers.page import Token
from parsers.pdf import pdfium, tracked
from tests.parsers.printing import letters, pdf


def read(content: str) -> str:
    with pdfium.opened(pdf(content)) as document:
        page = pdfium.read_page(document.raw, 0)
    return "".join(token.text for token in page.tokens)


def one_by_one(text: str, tracking: float, x: float = 50) -> str:
    """Each letter of a line as an object of its own, as browsers print them; Helvetica of 10 points."""
    shown = []
    for letter in text:
        if letter != " ":
            shown.append(f"BT /F 10 Tf {x:.2f} 700 Td ({letter}) Tj ET")
        x += stringWidth(letter, "Helvetica", 10) + tracking
    return "\n".join(shown)


@pytest.mark.parametrize("tracking", [0.5, 1.2, 1.5, 1.8, 2.5])
@pytest.mark.parametrize(
    "text", ["Key Activities", "Children, Young and Fair", "Plan 2016-2018", "titles of lilies", "Appendix A"]
)
def test_letters_set_apart_are_words(text: str, tracking: float) -> None:
    """A title was `Chi ldren`, and the review filed under another plan; no heading of a table was known."""
    assert read(one_by_one(text, tracking)) == text
    assert read(f"BT /F 10 Tf {tracking} Tc 50 700 Td ({text}) Tj ET") == text


def test_single_capitals_in_a_row_are_no_word() -> None:
    places = zip("BGARW", (50, 59.5, 70.2, 79.5, 89.5), strict=True)
    assert read("\n".join(f"BT /F 10 Tf {x} 700 Td ({c}) Tj ET" for c, x in places)) != "BGARW"


@pytest.mark.parametrize("signs", ["nnnyyynnnyyy", "GGGGGAAAGGGG", "341234123412"])
def test_letters_in_narrow_columns_are_no_words(signs: str) -> None:
    """Columns of months for one letter each were read as `GGG`, and the table's rows were lost."""
    placed = [
        (letter, 120 + 9.5 * k - stringWidth(letter, "Helvetica", 10) / 2) for k, letter in enumerate(signs)
    ]
    content = "\n".join(f"BT /F 10 Tf {x:.2f} 700 Td ({c}) Tj ET" for c, x in [("Late", 90), *placed])
    with pdfium.opened(pdf(content)) as document:
        found = pdfium.read_page(document.raw, 0).tokens
    assert [t.text for t in found if not t.text.isspace()] == ["Late", *signs]


def test_words_with_gaps_and_no_blanks_stay_apart() -> None:
    """Their gaps are as wide as each other, but not as those of their letters."""
    text = "to do it or not as we see it so it be or go on at it"
    content = "BT /F 10 Tf 50 700 Td [" + " -278 ".join(f"({word})" for word in text.split()) + "] TJ ET"
    assert read(content) == text


@pytest.mark.parametrize(
    ("edges", "one"),
    [
        ([("P", 50, 57), ("l", 59, 61), ("a", 63, 69)], True),
        ([("P", 50, 57), ("l", 59, 61), ("a", 66, 72)], False),
        ([("P", 50, 57), ("L", 59, 61), ("A", 63, 69)], False),
        ([("P", 50, 57), ("l", 59, 61)], False),
        ([("P", 50, 57), ("l", 62, 64), ("a", 69, 75)], False),
    ],
    ids=["even", "uneven", "capitals", "too few", "too wide"],
)
def test_letters_as_far_apart_as_each_other_are_one_word(
    edges: list[tuple[str, float, float]], one: bool
) -> None:
    assert tracked.are_one_word(letters(*edges)) is one


def small_capitals(gap: float, size: float = 6.0, small: str = "lan") -> list[Token]:
    """A capital with smaller letters behind it on its line, a gap apart from each other."""
    (first,) = letters(("P", 50, 56))
    style = replace(first.style, size=size)
    found, x = [first], 56 + gap
    for letter in small:
        found.append(Token(letter, Box(x, first.box.top + 2, x + 4, first.box.bottom - 1), style, 0))
        x += 4 + gap
    return found


@pytest.mark.parametrize(
    ("printed", "one"),
    [
        (small_capitals(1.3), True),
        (small_capitals(4.0), False),
        (small_capitals(1.3, small="LAN"), False),
        (small_capitals(1.3, size=20.0), False),
        (small_capitals(1.3, size=2.0), False),
    ],
    ids=["apart", "far apart", "capitals", "larger", "raised notes"],
)
def test_small_capitals_set_apart_are_the_rest_of_their_capital_s_word(
    printed: list[Token], one: bool
) -> None:
    """`Good is` was `Goo d i s`, and the last columns of a table no column that is known."""
    assert tracked.are_small_capitals(printed) is one
