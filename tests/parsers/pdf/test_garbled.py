"""Words in which a file tells one wrong character for a ligature are known again, and the page is told of."""

from __future__ import annotations

import pytest

from parsers.page import Page
from parsers.pdf import pdfium
from tests.parsers.printing import told_as, words

REST = "what they all have done so far is shown below here"


def page_of(text: str, told: str, glyph: str = "@") -> Page:
    """A page on which the file tells a character, given as its hexadecimal code, for each `glyph` of a text."""
    others = "".join(f"<{k:02x}> <{k:04x}> " for k in range(0x20, 0x7F) if chr(k) != glyph)
    unicode = f"95 beginbfchar {others}<{ord(glyph):02x}> <{told}> endbfchar"
    content = "\n".join(words(40, 700 - 20 * k, line) for k, line in enumerate(text.split("\n")))
    file = told_as(content, unicode)
    with pdfium.opened(file) as document:
        return pdfium.read_page(document.raw, 0)


def text_of(page: Page) -> str:
    return "".join(token.text for token in page.tokens)


@pytest.mark.parametrize("told", ["004f", "0023", "0037"], ids=["capital", "sign", "figure"])
def test_what_a_character_stands_for_in_known_words_it_stands_for_in_others(told: str) -> None:
    page = page_of(f"Ac@on on raOon and prac@oners\n{REST}".replace("raOon", "na@onal"), told)
    assert text_of(page).startswith("Action on national and practioners")
    assert page.misspelt


@pytest.mark.parametrize("told", ["0020", "002d"], ids=["blank", "hyphen"])
def test_a_blank_or_hyphen_as_high_as_letters_is_a_ligature(told: str) -> None:
    page = page_of(f"Ac@on on so-so na@onal ideas\n{REST}", told)
    assert text_of(page).startswith("Action on so-so national ideas")


def test_a_character_that_stands_for_several_ligatures_has_no_meaning_in_unknown_words() -> None:
    page = page_of(f"Ac@on of an o@cer for wa@es\n{REST}", "0023")
    assert text_of(page).startswith("Action of an officer for wa\ufffdes")


@pytest.mark.parametrize(
    "text",
    [
        "McDonald and LinkedOn, and/or C#, 24/7, co-op, e-mail",
        "Ac on in two words, o-cer, and a na-onal",
        "Action on the final plan, then ac#on",
    ],
    ids=["names", "real blanks and hyphens", "a page of whole words"],
)
def test_a_page_that_tells_its_letters_is_left_alone(text: str) -> None:
    page = page_of(f"{text}\n{REST}", "0040")
    assert text_of(page).startswith(text)
    assert not page.misspelt


@pytest.mark.parametrize(
    "rest", [REST, f"the first of them, and the final one: {REST}"], ids=["alone", "beside whole ones"]
)
def test_a_ligature_of_unicode_s_that_is_told_by_one_byte_is_its_letters(rest: str) -> None:
    page = page_of(f"O@ track: an o@er to the sta@ on a cli@top\n{rest}", "00fb")
    assert text_of(page).startswith("Off track: an offer to the staff on a clifftop")
    assert page.misspelt


def test_names_with_an_accent_stay_on_a_page_without_ligatures() -> None:
    page = page_of(f"Z@rich, M@nchen and D@sseldorf\n{REST}", "00fc")
    assert text_of(page).startswith("Zürich, München and Düsseldorf")
    assert not page.misspelt


def test_a_ligature_in_a_part_of_a_compound_is_its_letters() -> None:
    page = page_of(f"The work-@ow and the cash-@ow con@ict with the in@ation\n{REST}", "00fb")
    assert text_of(page).startswith("The work-flow and the cash-flow conflict with the inflation")


def test_a_ligature_behind_a_hyphen_at_a_line_s_end_is_its_letters() -> None:
    page = page_of(f"The o@cer for the work-\n@ow of the cash\n{REST}", "00fc")
    assert "flow of the cash" in text_of(page)
