"""Shading that is painted with a pattern, whose colour is looked at."""

from __future__ import annotations

from normalise.language import colours
from parsers.geometry import Box
from parsers.page import Fill, Page
from parsers.pdf import patterns, pdfium
from tests.parsers.printing import written

GREEN = "0 0.6902 0.3137 rg 0 0 20 20 re f"  # one tile
#: a fill with the pattern, and one in the grey that PDFium names for any pattern
DRAWN = "/Pattern cs /P scn 50 600 100 50 re f 0.749 g 50 500 100 50 re f"


def stream(content: str, more: str = "") -> str:
    return f"<</Length {len(content)}{more}>>stream\n{content}\nendstream"


def seen(drawn: str = DRAWN, tile: str = GREEN, side: int = 20) -> Page:
    box = f"/BBox[0 0 {side} {side}]/XStep {side}/YStep {side}"
    tiling = f"/PatternType 1/PaintType 1/TilingType 1{box}/Resources<<>>"
    helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>"
    data = written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[4 0 R]>>",
            stream(drawn),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R"
            f"/Resources<</Pattern<</P 5 0 R>>/Font<</F {helvetica}>>>>>>",
            stream(tile, tiling),
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


def test_hatched_cells_have_the_colour_of_the_hatching_wherever_its_lines_fall_and_whatever_stands_on_them() -> (
    None
):
    """What lay at a few places was looked at: hatching between which the paper stood there was a blank cell."""
    hatching = "0 0.6902 0.3137 rg 0 0 1.5 6 re f"
    cells = " ".join(f"{50.0 + 0.7 * k} {700 - 60 * k} 55 {20 + k} re f" for k in range(9))
    words = "0 g BT /F 18 Tf 55 703 Td (Green) Tj ET"
    fills = seen(f"/Pattern cs /P scn {cells} {words}", hatching, 6).fills
    assert len(fills) == 9
    assert {colours.name(f.colour) for f in fills} == {"green"}
    assert all(colours.distance(f.colour, fills[0].colour) < 0.02 for f in fills)


def test_dots_on_a_tint_are_one_mixture_and_a_hatched_sign_is_in_its_ink() -> None:
    dots = "1 0.95 0.8 rg 0 0 6 6 re f 1 0.6 0 rg 2 2 2 2 re f"
    page = seen(
        "/Pattern cs /P scn 50 700 55 20 re f 51.7 600 55 29 re f 60 550 m 69 532 l 51 532 l h f", dots, 6
    )
    (one, other), (triangle,) = page.fills, page.drawings
    assert colours.distance(one.colour, other.colour) < 0.02
    assert [colours.name(c) for c in (one.colour, triangle.fill)] == ["amber", "amber"]


def test_what_stands_on_hatching_is_none_of_its_colour() -> None:
    """The hatching of a row was red where a risk's cell on it was, and a blank status beside it red as well."""
    on = "1 0 0 rg 70 705 30 10 re f 0 G .5 w 120 690 m 120 730 l S"
    page = seen(f"/Pattern cs /P scn 50 700 500 20 re f {on}", "0.9 G .5 w 0 0 m 6 6 l S", 6)
    assert [colours.name(f.colour) for f in page.fills if f.box.width > 400] in (["white"], ["grey"])


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
