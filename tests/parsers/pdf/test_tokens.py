from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.page import Token
from parsers.pdf import pdfium, tokens
from tests.parsers.printing import pdf, style

PLAIN = style()


def letters(*placed: tuple[str, float, float]) -> list[Token]:
    """Letters of one line, each with its left and right edge in points."""
    return [Token(text, Box(x0, 50, x1, 60), PLAIN) for text, x0, x1 in placed]


@pytest.mark.parametrize(
    ("placed", "joined"),
    [
        ([("w", 50, 57), ("o", 57, 62), ("rd", 62.4, 70)], ["word"]),
        ([("1", 50, 55), ("2", 57, 62)], ["1", "2"]),
        ([("x", 50, 55), ("x", 50.3, 55.3)], ["x", "x"]),
    ],
    ids=["close", "apart", "fake bold"],
)
def test_letters_of_several_objects_are_one_token_where_they_stand_close(
    placed: list[tuple[str, float, float]], joined: list[str]
) -> None:
    found = list(tokens._joined(letters(*placed)))
    assert [token.text for token in found] == joined
    assert (found[0].box.x0, max(t.box.x1 for t in found)) == (placed[0][1], max(x1 for _, _, x1 in placed))


def test_letters_of_another_style_begin_another_token() -> None:
    first, second = letters(("a", 50, 55), ("b", 55, 60))
    found = list(tokens._joined([first, second._replace(style=style(colour="#c00000"))]))
    assert [token.text for token in found] == ["a", "b"]


def test_an_accent_set_apart_keeps_its_letter_beside_it() -> None:
    assert tokens._overprinted(letters(("B", 50, 57), ("¨", 57.01, 62), ("o", 57, 62), ("r", 62, 66)))
    assert not tokens._overprinted(letters(("B", 50, 57), ("o", 56.5, 62), ("r", 62, 66)))


def test_the_next_cell_s_heading_is_no_part_of_a_word_that_its_cell_cut_off() -> None:
    held = letters(("r", 50, 55), ("Q", 55.1, 62), ("2", 62, 67))
    placed = [held[0]._replace(run=1), held[1]._replace(run=2), held[2]._replace(run=2)]
    assert [token.text for token in tokens._joined(placed)] == ["r", "Q2"]
    assert [token.text for token in tokens._joined([t._replace(run=1) for t in placed])] == ["rQ2"]


def test_a_blank_in_the_place_of_a_soft_hyphen_takes_no_room_and_is_none() -> None:
    """Browsers draw a soft hyphen as a blank without width, and printers write it anew: `eff ect`."""
    content = "BT /F 10 Tf 50 700 Td [(an eff ) 278 (ect of ) 278 (-)] TJ ET"
    with pdfium.opened(pdf(content)) as document:
        page = pdfium.read_page(document.raw, 0)
    assert "".join(token.text for token in page.tokens) == "an effect of-"
