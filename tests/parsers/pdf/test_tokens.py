from __future__ import annotations

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
