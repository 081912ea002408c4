"""How a run of characters is set."""

from __future__ import annotations

import pytest

from parsers.pdf import pdfium
from tests.parsers.printing import written

PAGE = "/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
DRAWN = "BT /F 10 Tf 40 700 Td (Plain words) Tj ET"


def is_bold(name: str, stems: int) -> bool:
    """Whether text in a font of this name is read as bold whose descriptor gives its stems this width."""
    page = written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            f"<</Type/Page/Parent 2 0 R{PAGE}>>",
            f"<</Length {len(DRAWN)}>>stream\n{DRAWN}\nendstream",
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/Encoding/WinAnsiEncoding/FontDescriptor 6 0 R>>",
            f"<</Type/FontDescriptor/FontName/{name}/Flags 32/StemV {stems}>>",
        ]
    )
    with pdfium.opened(page) as document:
        (first, *_) = pdfium.read_page(document.raw, 0).tokens
    return first.style.bold


@pytest.mark.parametrize(
    ("name", "stems", "bold"),
    [
        ("ABCDEF+LiberationSans", 141, False),
        ("ABCDEF+LiberationSans-Bold", 80, True),
        ("ABCDEF+CIDFont+F2", 168, True),
        ("ABCDEF+CIDFont+F2", 80, False),
    ],
)
def test_a_regular_font_is_not_bold_because_its_producer_made_up_the_width_of_its_stems(
    name: str, stems: int, *, bold: bool
) -> None:
    assert is_bold(name, stems) is bold


def drawn(wide: int) -> str:
    """A font without a name of which each glyph is a program of its own, a box."""
    return (
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 98"
        f"/Widths[{wide} {wide}]/Encoding<</Differences[97/a/b]>>/CharProcs<</a 7 0 R/b 7 0 R>>/ToUnicode 8 0 R>>"
    )


def test_fonts_without_names_are_told_apart() -> None:
    """Chromium draws fonts of the system by programs: headings in bold looked set as the rows below them."""
    box = "500 0 0 0 500 700 d1 0 0 400 700 re f"
    told = "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <61> <62> <0061> endbfrange"
    content = "BT /F 10 Tf 40 700 Td (abab) Tj ET BT /B 10 Tf 40 680 Td (baba) Tj ET BT /F 10 Tf 40 660 Td (bb) Tj ET"
    page = written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            f"<</Type/Page/Parent 2 0 R{PAGE.replace('/F 5 0 R', '/F 5 0 R/B 6 0 R')}>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
            drawn(500),
            drawn(560),
            f"<</Length {len(box)}>>stream\n{box}\nendstream",
            f"<</Length {len(told)}>>stream\n{told}\nendstream",
        ]
    )
    with pdfium.opened(page) as document:
        words = pdfium.read_page(document.raw, 0).tokens
    regular, bold, again = [word.style.font for word in words]
    assert regular == again != bold
