"""Letters that the file gives beside a glyph stay in their word, wherever the form around them is laid."""

from __future__ import annotations

import pytest

from parsers.page import Token
from parsers.pdf import pdfium
from tests.parsers.printing import laid, words

LIGATURE = "/Span<</ActualText<FEFF00660066>>>BDC (x) Tj EMC"
WORD = f"BT /F 10 Tf 40 700 Td (the e) Tj {LIGATURE} (ect of it) Tj ET"
SEEN = "1 0 0 1 0 0", "0.9 0 0 0.9 30 20", "1 0 0 1 40 -60", "0 1 -1 0 800 0"


def read_of(content: str, matrix: str) -> list[Token]:
    """The tokens of a page that is a form laid onto it."""
    with pdfium.opened(laid(content, matrix)) as document:
        return list(pdfium.read_page(document.raw, 0).tokens)


@pytest.mark.parametrize("matrix", SEEN)
def test_a_ligature_in_a_form_stays_in_its_word(matrix: str) -> None:
    found = read_of(WORD, matrix)
    assert "".join(token.text for token in found) == "the effect of it"
    boxes = [(token.box, token.style.turn) for token in found if token.text.strip()]
    sides = [(box.x0, box.x1) if turn else (box.top, box.bottom) for box, turn in boxes]
    assert max(first for first, _ in sides) < min(last for _, last in sides)


def test_a_word_in_a_form_without_letters_beside_it_stays_where_it_is_told() -> None:
    content, matrix = words(40, 700, "the effect of it"), "0.9 0 0 0.9 30 20"
    first, *_ = read_of(content, matrix)
    assert first.text == "the" and abs(first.box.x0 - (0.9 * 40 + 30)) < 0.1


def test_a_dash_behind_a_dash_in_a_form_is_not_lost() -> None:
    pair = " ".join(words(x, 700, text) for x, text in ((40, "Places"), (150, "-"), (260, "-"), (370, "7")))
    found = [token for token in read_of(pair, "0.9 0 0 0.9 30 20") if token.text.strip()]
    assert [token.text for token in found] == ["Places", "-", "-", "7"]
    assert abs(found[2].box.x0 - found[1].box.x0 - 0.9 * 110) < 0.1
