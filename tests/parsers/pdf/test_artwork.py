"""Paths of a page: which are ruling lines, which are fills, which are drawn signs."""

from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.page import Page
from parsers.pdf import pdfium
from tests.parsers.printing import pdf, words

TEXT = words(10, 10, "x")


def page_of(operators: str, **given: str | int) -> Page:
    with pdfium.opened(pdf(f"{operators}\n{TEXT}", **given)) as document:  # type: ignore[arg-type]
        return pdfium.read_page(document.raw, 0)


def rounded(box: Box) -> tuple[int, ...]:
    return tuple(round(side) for side in box)


@pytest.mark.parametrize(
    "operators",
    [
        "50 700 m 250 700 l S",
        "50 700 200 0 re S",
        "50 699.5 200 1 re f",
        "q 2 0 0 2 0 0 cm 25 350 m 125 350 l S Q",
    ],
    ids=["line", "flat rectangle", "thin fill", "scaled"],
)
def test_a_horizontal_rule_however_it_is_drawn(operators: str) -> None:
    rules = {(round(r.x0), round(r.top), round(r.x1), r.horizontal) for r in page_of(operators).rules}
    assert rules == {(50, 100, 250, True)}


def test_a_framed_rectangle_is_four_rules_and_no_fill() -> None:
    page = page_of("50 600 100 50 re S")
    assert sorted(rule.horizontal for rule in page.rules) == [False, False, True, True]
    assert page.fills == ()


def test_a_filled_rectangle_is_shading_in_its_colour() -> None:
    (fill,) = page_of("0 0.69 0.31 rg 50 600 100 50 re f").fills
    assert (rounded(fill.box), fill.colour) == ((50, 150, 150, 200), "#00b04f")


def test_a_fat_stroke_is_shading_drawn_with_a_pen() -> None:
    page = page_of("1 0 0 RG 20 w 50 600 m 150 600 l S")
    assert page.rules == ()
    assert [(rounded(f.box), f.colour) for f in page.fills] == [((50, 190, 150, 210), "#ff0000")]


def test_a_box_with_its_lid_is_an_icon_not_a_swatch_and_a_rule() -> None:
    page = page_of("1 0 0 rg 50 610 12 2 re 52 600 8 8 re f")
    assert (page.rules, page.fills) == ((), ())
    assert [(rounded(d.box), d.fill) for d in page.drawings] == [((50, 188, 62, 200), "#ff0000")]


@pytest.mark.parametrize(
    ("operators", "fills"),
    [("50 600 100 20 re 150 600 80 20 re f", 2), ("50 600 12 12 re 52 602 8 8 re f", 2)],
    ids=["cells", "one in another"],
)
def test_shading_painted_by_one_path_stays_shading(operators: str, fills: int) -> None:
    page = page_of(operators)
    assert (len(page.fills), page.drawings) == (fills, ())


@pytest.mark.parametrize("operators", ["50 600 100 50 re n", "50 600 100 50 re W n"])
def test_what_is_not_painted_is_not_seen(operators: str) -> None:
    page = page_of(operators)
    assert (page.rules, page.fills, page.drawings) == ((), (), ())


def test_a_triangle_is_a_drawing() -> None:
    (drawing,) = page_of("1 0.75 0 rg 50 600 m 70 600 l 60 620 l h f").drawings
    assert (drawing.shape, drawing.fill, rounded(drawing.box)) == ("triangle", "#ffbf00", (50, 180, 70, 200))


def test_a_disc_of_four_curves_is_a_disc() -> None:
    k = 5.523
    disc = (
        f"0 0 1 rg 60 610 m {60} {610 + k} {50 + k} {620} 50 620 c {50 - k} 620 40 {610 + k} 40 610 c "
        f"40 {610 - k} {50 - k} 600 50 600 c {50 + k} 600 60 {610 - k} 60 610 c f"
    )
    (drawing,) = page_of(disc).drawings
    assert (drawing.shape, drawing.fill) == ("disc", "#0000ff")


def test_a_line_that_leans_is_a_drawing_not_a_rule() -> None:
    page = page_of("50 600 m 150 640 l S")
    assert page.rules == () and len(page.drawings) == 1


@pytest.mark.parametrize(("rotate", "horizontal"), [(0, True), (90, False), (180, True), (270, False)])
def test_rules_turn_with_their_page(rotate: int, horizontal: bool) -> None:
    (rule,) = page_of("50 700 m 250 700 l S", rotate=rotate).rules
    assert rule.horizontal is horizontal
    assert round(max(rule.x1 - rule.x0, rule.bottom - rule.top)) == 200


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_text_and_art_turn_together(rotate: int) -> None:
    page = page_of("1 0 0 rg 95 95 60 20 re f 0 g " + words(100, 100, "inside"), rotate=rotate)
    (fill,) = page.fills
    inside = [c for c in page.tokens if c.text.strip() and c.text != "x"]
    assert "".join(c.text for c in inside) == "inside"
    assert all(fill.box.holds(*c.box.centre) for c in inside)
    assert all(c.box.x0 >= 0 and c.box.x1 <= page.width and c.box.bottom <= page.height for c in inside)


def test_a_page_whose_box_does_not_begin_at_zero() -> None:
    page = page_of("100 700 m 250 700 l S", box="50 50 650 850")
    assert [(round(r.x0), round(r.top)) for r in page.rules] == [(50, 150)]


BORDER = "55 602 95 48 re 50 600 100 50 re"  # 5 points at the left, 2 at the foot


@pytest.mark.parametrize(
    "operators",
    [f"{BORDER} f*", "55 650 m 150 650 l 150 602 l 55 602 l h 50 600 100 50 re f"],
    ids=["even-odd", "contrary ways"],
)
def test_a_border_painted_as_the_difference_of_two_rectangles_is_no_shading_of_its_cell(
    operators: str,
) -> None:
    page = page_of(operators)
    assert [rounded(f.box) for f in page.fills] == [(50, 150, 55, 200)]
    assert [(round(r.x0), r.top, round(r.x1), r.horizontal) for r in page.rules] == [(50, 199, 150, True)]


def test_of_a_border_no_side_is_seen_outside_its_window() -> None:
    page = page_of(f"q 50 600 m 50 650 l 55 650 l 55 602 l h W n 0 0.65 0.32 rg {BORDER} f* Q")
    assert [(rounded(f.box), f.colour) for f in page.fills] == [((50, 150, 55, 200), "#00a652")]
    assert all(round(r.x1) == 55 for r in page.rules)


def test_a_rectangle_with_another_painted_the_same_way_is_filled() -> None:
    assert [rounded(f.box) for f in page_of(f"{BORDER} f").fills] == [
        (55, 150, 150, 198),
        (50, 150, 150, 200),
    ]


def disc(radius: float, x: float = 100, y: float = 600) -> str:
    k = 0.5523 * radius
    return (
        f"{x + radius} {y} m {x + radius} {y + k} {x + k} {y + radius} {x} {y + radius} c "
        f"{x - k} {y + radius} {x - radius} {y + k} {x - radius} {y} c "
        f"{x - radius} {y - k} {x - k} {y - radius} {x} {y - radius} c "
        f"{x + k} {y - radius} {x + radius} {y - k} {x + radius} {y} c h "
    )


GROUND = {
    "swatch through a window": f"q {disc(5)} W n 0 0.69 0.31 rg 95 595 10 10 re f Q",
    "disc": f"0 0.69 0.31 rg {disc(5)} f",
}
RIM = {
    "ring as a difference": f"0 g {disc(5)}{disc(4.2)} f*",
    "pen": f"0 G {disc(4.8)} S",
}


@pytest.mark.parametrize("rim", RIM.values(), ids=RIM)
@pytest.mark.parametrize("ground", GROUND.values(), ids=GROUND)
def test_a_badge_s_ground_and_its_border_are_one_coloured_disc(ground: str, rim: str) -> None:
    page = page_of(f"{ground} {rim}")
    assert [(d.shape, d.fill, d.stroke) for d in page.drawings] == [("disc", "#00b04f", "#000000")]
    assert page.fills == ()


@pytest.mark.parametrize("rim", RIM.values(), ids=RIM)
def test_a_border_without_a_ground_is_a_ring(rim: str) -> None:
    page = page_of(rim)
    assert [(d.shape, d.fill, d.stroke) for d in page.drawings] == [("ring", None, "#000000")]


def test_a_tick_over_a_swatch_is_no_border_of_it() -> None:
    page = page_of("0 0.69 0.31 rg 95 595 10 10 re f 0 G 95 600 m 98 595 l 105 605 l S")
    assert len(page.fills) == len(page.drawings) == 1


def test_the_outline_of_a_swatch_is_no_cell_s_border() -> None:
    assert page_of("50.5 600.5 9 9 re 50 600 10 10 re f*").rules == ()


SHAPE = "60 690 m 69 672 l 51 672 l h W n"  # a triangle that cuts out what is painted behind it


def test_a_rectangle_seen_through_a_form_is_a_sign_of_that_form() -> None:
    """Rectangles larger than their signs filled the rows above and below, whose colour was read into the key."""
    page = page_of(f"q {SHAPE} 1 0 0 rg 40 650 40 60 re f Q")
    assert page.fills == ()
    assert [(rounded(d.box), d.shape, d.fill) for d in page.drawings] == [
        ((51, 110, 69, 128), "triangle", "#ff0000")
    ]


def test_shading_is_no_larger_than_the_frame_that_cuts_it() -> None:
    (fill,) = page_of("q 50 600 100 50 re W n 1 0 0 rg 0 500 300 300 re f Q").fills
    assert rounded(fill.box) == (50, 150, 150, 200)


def test_what_no_part_of_is_seen_through_its_frame_is_no_shading() -> None:
    assert page_of("q 50 600 100 50 re W n 1 0 0 rg 300 500 30 30 re f Q").fills == ()


def test_a_row_s_stripe_ends_where_its_cells_do_but_for_one_that_is_merged_over_rows() -> None:
    """A browser paints the row as high as the merged cell through the cells: the row and the one below it were one."""
    cells = "50 560 100 90 re 150 600 300 50 re 450 600 100 50 re W n"
    (fill,) = page_of(f"q {cells} 0.9 g 50 560 500 90 re f Q").fills
    assert tuple(map(round, fill.box)) == (50, 150, 550, 200)


def test_a_row_s_stripe_runs_behind_the_merged_cell_beside_it_that_a_browser_leaves_out() -> None:
    (fill,) = page_of("q 150 600 400 50 re W n 0.9 g 50 600 500 50 re f Q").fills
    assert rounded(fill.box) == (50, 150, 550, 200)
