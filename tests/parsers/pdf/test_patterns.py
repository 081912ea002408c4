"""Shading that is painted with a pattern, whose colour is looked at."""

from __future__ import annotations

from parsers.geometry import Box
from parsers.page import Fill, Page
from parsers.pdf import patterns, pdfium
from tests.parsers.printing import written

GREEN = "0 0.6902 0.3137 rg 0 0 20 20 re f"  # one tile
#: a fill with the pattern, and one in the grey that PDFium names for any pattern
DRAWN = "/Pattern cs /P scn 50 600 100 50 re f 0.749 g 50 500 100 50 re f"


def stream(content: str, more: str = "") -> str:
    return f"<</Length {len(content)}{more}>>stream\n{content}\nendstream"


def seen() -> Page:
    tiling = "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 20 20]/XStep 20/YStep 20/Resources<<>>"
    data = written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[4 0 R]>>",
            stream(DRAWN),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R"
            "/Resources<</Pattern<</P 5 0 R>>>>>>",
            stream(GREEN, tiling),
        ]
    )
    with pdfium.opened(data) as document:
        assert document.patterned
        return patterns.coloured(document.raw, pdfium.read_page(document.raw, 0), patterned=True)


def test_a_pattern_has_the_colour_that_is_seen_and_grey_stays_grey() -> None:
    assert seen().fills == (
        Fill(Box(50, 150, 150, 200), "#00b050"),
        Fill(Box(50, 250, 150, 300), "#bfbfbf"),
    )


def test_a_file_without_patterns_is_not_looked_at() -> None:
    assert not patterns.painted(b"%PDF-1.7 1 0 obj <</Type/Catalog>> endobj")


def test_a_shading_seen_through_a_form_is_a_sign_in_the_colour_of_its_middle() -> None:
    """Glossy discs were no signs at all."""
    drawn = "q 60 690 m 69 672 l 51 672 l h W n /S sh Q q 200 600 100 50 re W n /S sh Q"
    ramp = "<</FunctionType 2/Domain[0 1]/C0[0 0.5 0]/C1[0 0.5 0]/N 1>>"
    shade = f"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 600 0]/Extend[true true]/Function {ramp}>>"
    data = written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[4 0 R]>>",
            stream(drawn),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Shading<</S 5 0 R>>>>>>",
            shade,
        ]
    )
    with pdfium.opened(data) as document:
        page = patterns.coloured(
            document.raw, pdfium.read_page(document.raw, 0), patterned=document.patterned
        )
    assert [(d.shape, d.fill) for d in page.drawings] == [("triangle", "#008000")]
    assert [(tuple(map(round, f.box)), f.colour) for f in page.fills] == [((200, 150, 300, 200), "#008000")]


def test_a_sign_that_a_gradient_fills_has_the_colour_of_its_middle_and_white_stays_white() -> None:
    """A browser's glossy discs were all white, so that no key told them apart: 40 of 45 statuses were unknown."""
    triangle = "60 690 m 69 672 l 51 672 l h f"
    drawn = f"/Pattern cs /P scn {triangle} 1 g q 1 0 0 1 100 0 cm {triangle} Q"
    ramp = "<</FunctionType 2/Domain[0 1]/C0[0 0.5 0]/C1[0 0.5 0]/N 1>>"
    shade = f"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 600 0]/Extend[true true]/Function {ramp}>>"
    data = written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[4 0 R]>>",
            stream(drawn),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Pattern<</P 5 0 R>>>>>>",
            f"<</PatternType 2/Shading {shade}>>",
        ]
    )
    with pdfium.opened(data) as document:
        page = patterns.coloured(
            document.raw, pdfium.read_page(document.raw, 0), patterned=document.patterned
        )
    assert [(d.shape, d.fill) for d in page.drawings] == [("triangle", "#008000"), ("triangle", "#ffffff")]
