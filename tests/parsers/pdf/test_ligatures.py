"""Letters that one glyph shows keep the order in which the file has them."""

from __future__ import annotations

import pytest

from parsers.pdf import letters, ligatures, pdfium
from tests.parsers.printing import pdf, told_as, words

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
        assert letters.told(page.text) == "Not\u00adtingham"
        assert ligatures.in_order(page.text, given) == kept


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("ac\u7400\u6900on", "action"),
        ("o\u6600\ucf00cer", "officer"),
        ("\u6600\u6900\u7400\u7400ed", "fitted"),
        ("wi-\u6600\u6900", "wi-fi"),
        ("commi\u7400\udd00ng", "committing"),
        ("\u6600\u6600", "\u6600\u6600"),
        ("\u6700\u5927 plan", "\u6700\u5927 plan"),
        ("Ac\u019fon", "Action"),
        ("\u019fme", "time"),
        ("commi\u01a9ee", "committee"),
        ("se\u01abng", "setting"),
        ("shor\u019eall", "shortfall"),
        ("a\u014cer a shi\u014c", "after a shift"),
        ("\u014ctaki", "\u014ctaki"),
        ("Ac\U0010019fon", "Action"),
    ],
)
def test_ligatures_told_as_other_letters_are_read_as_they_look(given: str, read: str) -> None:
    assert ligatures.let_go(ligatures.untwisted(given)) == read


@pytest.mark.parametrize(
    ("told", "printed", "meant"),
    [
        ("6600CF00", "The o@cer leads two", "The officer leads two"),
        ("019F", "The ac@on leads one", "The action leads one"),
        ("DBC0DD9F", "The ac@on leads one", "The action leads one"),
    ],
)
def test_a_ligature_told_as_other_letters_keeps_its_words_place(told: str, printed: str, meant: str) -> None:
    unicode = f"1 beginbfchar <40> <{told}> endbfchar 1 beginbfrange <20> <3f> <0020> endbfrange"
    unicode += " 1 beginbfrange <41> <7a> <0041> endbfrange"
    content = words(40, 700, printed)
    page = told_as(content, unicode)
    with pdfium.opened(page) as document:
        read = pdfium.read_page(document.raw, 0).tokens
    assert "".join(token.text for token in read) == meant
