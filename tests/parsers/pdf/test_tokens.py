from __future__ import annotations

import pytest

from parsers.pdf import pdfium, tokens
from tests.parsers.printing import letters, pdf


def test_an_accent_set_apart_keeps_its_letter_beside_it() -> None:
    assert tokens._overprinted(letters(("B", 50, 57), ("¨", 57.01, 62), ("o", 57, 62), ("r", 62, 66)))
    assert not tokens._overprinted(letters(("B", 50, 57), ("o", 56.5, 62), ("r", 62, 66)))


def test_a_blank_in_the_place_of_a_soft_hyphen_takes_no_room_and_is_none() -> None:
    """Browsers draw a soft hyphen as a blank without width, and printers write it anew: `eff ect`."""
    content = "BT /F 10 Tf 50 700 Td [(an eff ) 278 (ect of ) 278 (-)] TJ ET"
    with pdfium.opened(pdf(content)) as document:
        page = pdfium.read_page(document.raw, 0)
    assert "".join(token.text for token in page.tokens) == "an effect of-"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("[(Head of) -240 (Adult Services)]", "Head of Adult Services"),
        ("[(Head of) -300 (Adult Services)]", "Head of Adult Services"),
        ("[(An of) -40 (ficer)]", "An officer"),
        ("[(An of) 20 (ficer)]", "An officer"),
    ],
)
def test_an_f_in_italics_reaches_over_the_blank_behind_it(content: str, text: str) -> None:
    """`Head ofAdult Services`: what was left of the blank beside the letter was too narrow for one."""
    italic = "/I <</Type/Font/Subtype/Type1/BaseFont/Times-Italic>>"
    with pdfium.opened(pdf(f"BT /I 10 Tf 50 700 Td {content} TJ ET", fonts=italic)) as document:
        page = pdfium.read_page(document.raw, 0)
    assert "".join(token.text for token in page.tokens) == text
