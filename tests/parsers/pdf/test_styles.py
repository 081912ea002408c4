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
