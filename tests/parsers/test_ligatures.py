"""Letters that one glyph shows keep the order in which the file has them."""

from __future__ import annotations

import pytest

from parsers import ligatures, pdfium, tokens

from .printing import pdf

GLYPH = "/Span<</ActualText <FEFF007400AD00740069>>> BDC 12 0 Td (x) Tj EMC"
PAGE = pdf(f"BT /F 10 Tf 40 700 Td (No) Tj {GLYPH} 5 0 Td (ngham) Tj ET")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Noit\u00adtngham", "Nott\u00adingham"),
        ("Not\u00adtingham", "Not\u00adtingham"),
        ("Nobd\u00adangham", "Nobd\u00adangham"),
        ("Noittxngham", "Noittxngham"),
    ],
    ids=["last letter first", "in order", "another text", "no soft hyphen"],
)
def test_the_last_letter_of_a_ligature_does_not_come_first(given: str, kept: str) -> None:
    with pdfium.opened(PAGE) as document, pdfium.OpenPage(document.raw, 0) as page:
        assert tokens._letters(page.text) == "Not\u00adtingham"
        assert ligatures.in_order(page.text, given) == kept
