"""Letters as fonts tell them, and what is none."""

from __future__ import annotations

import pytest

import parsers
from parsers.parsed import Refusal
from parsers.pdf import pdfium
from tests.parsers.printing import told_as, words

TEXT = ["Plant trees", "Open the new park and mend the old one", "Ann Archer"]


def printed(numbers: dict[str, int]) -> bytes:
    """A page of which the font tells numbers for some of its letters."""
    told = "".join(f"<{k:02x}> <{numbers.get(chr(k), k):04x}> " for k in range(0x20, 0x7F))
    unicode = f"95 beginbfchar {told}endbfchar"
    content = "\n".join(words(40, 700 - 40 * k, line) for k, line in enumerate(TEXT))
    return told_as(content, unicode)


def test_the_numbers_of_glyphs_told_for_letters_are_no_text() -> None:
    """A document that nobody can read was refused for the lack of a review."""
    numbers = {
        letter: 1 + k for k, letter in enumerate("etandprhicolsk") if 1 + k not in (2, 9, 10, 11, 12, 13)
    }
    with pytest.raises(Refusal) as refused:
        parsers.read(printed(numbers))
    assert refused.value.code == "unusable_text"


def test_a_single_sign_that_is_told_as_a_control_character_is_left_alone() -> None:
    with pdfium.opened(printed({"w": 7})) as document:
        page = pdfium.read_page(document.raw, 0)
    assert "\ufffd" not in "".join(token.text for token in page.tokens)
