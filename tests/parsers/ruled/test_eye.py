"""The ruled eye: tables from rules and shading, their ink handed to their cells."""

from __future__ import annotations

from itertools import pairwise

import pytest

from parsers.cells import handing
from parsers.cells.cell import SeenTable
from parsers.geometry import Box
from parsers.page import Fill, Page, Token
from parsers.ruled import eye as ruled
from parsers.text.wording import NO_WORDS
from tests.parsers.printing import WHITE, across, down, lattice, page, style, tokens

XS, YS = (50.0, 150.0, 250.0), (100.0, 130.0, 160.0)
WORDS = (("Action", "RAG"), ("Buy land", "Green"))
GREEN, GREY = "#00b050", "#d9d9d9"


def text(xs: tuple[float, ...] = XS, ys: tuple[float, ...] = YS) -> list[Token]:
    return [
        c
        for row, (top, printed) in enumerate(zip(ys, WORDS, strict=False))
        for x, word in zip(xs, printed, strict=False)
        for c in tokens(word, x + 4, top + 8)
    ]


def texts(table: SeenTable) -> list[str]:
    table.settle()
    return [cell.text for cell in table.table(NO_WORDS).cells]


def only(made: Page) -> SeenTable:
    (table,) = ruled.tables(made)
    return table


ALL = ["Action", "RAG", "Buy land", "Green"]


def test_each_cell_gets_its_own_words() -> None:
    assert texts(only(page(text(), lattice(XS, YS)))) == ALL


def test_white_rules_on_white_paper_are_not_seen() -> None:
    hidden = [across(115, 50, 250, WHITE), down(100, 100, 160, WHITE)]
    assert texts(only(page(text(), [*lattice(XS, YS), *hidden]))) == ALL


def test_white_rules_on_shading_part_its_cells() -> None:
    white = [r._replace(colour=WHITE) for r in lattice(XS, YS)]
    shade = Fill(Box(50, 100, 250, 160), GREY)
    assert texts(only(page(text(), white, [shade]))) == ALL


def test_a_frame_around_one_text_is_no_table() -> None:
    assert ruled.tables(page(tokens("alone", 60, 110), lattice((50, 250), (100, 160)))) == []


def test_a_grid_without_text_is_no_table() -> None:
    assert ruled.tables(page([], lattice(XS, YS))) == []


def test_a_frame_around_the_page_takes_no_text_from_the_table_inside() -> None:
    rules = [*lattice(XS, YS), *lattice((10, 590), (10, 790))]
    tables = ruled.tables(page(text(), rules))
    assert [texts(t) for t in tables if len(t.cells) > 1] == [ALL]


def test_cells_parted_by_shading_alone_are_a_table() -> None:
    fills = [
        Fill(Box(x0, y0, x1, y1), colour)
        for (y0, y1), colour in zip(pairwise(YS), ("#dddddd", "#eeeeee"), strict=True)
        for x0, x1 in pairwise(XS)
    ]
    assert texts(only(page(text(), [], fills))) == ALL


@pytest.mark.parametrize(
    ("box", "fill", "marks"),
    [
        (Box(150, 130, 250, 160), GREEN, []),
        (Box(152, 132, 248, 158), GREEN, []),
        (Box(190, 138, 206, 154), None, ["square"]),
        (Box(50, 130, 250, 160), GREEN, []),
    ],
    ids=["the cell", "nearly the cell", "a swatch in it", "the row"],
)
def test_a_fill_is_a_background_or_a_sign(box: Box, fill: str | None, marks: list[str]) -> None:
    table = only(page(text(), lattice(XS, YS), [Fill(box, GREEN)]))
    table.settle()
    cell = table.table(NO_WORDS).cells[3]
    assert (cell.fill, [m.shape for m in cell.marks]) == (fill, marks)


def test_shading_of_one_cell_is_not_its_neighbour_s() -> None:
    table = only(page(text(), lattice(XS, YS), [Fill(Box(150, 130, 250, 160), GREEN)]))
    table.settle()
    assert [cell.fill for cell in table.table(NO_WORDS).cells] == [None, None, None, GREEN]


def test_two_tables_side_by_side_keep_their_words() -> None:
    right = tuple(x + 260 for x in XS)
    made = page([*text(), *text(right)], [*lattice(XS, YS), *lattice(right, YS)])
    assert [texts(t) for t in ruled.tables(made)] == [ALL, ALL]


def test_white_words_on_a_label_wider_than_a_sign_can_be_read() -> None:
    label = Fill(Box(154, 134, 204, 146), GREEN)
    white = style(colour=WHITE)
    made = page([*text()[:-5], *tokens("Completed", 156, 135, white)], lattice(XS, YS), [label])
    table = only(made)
    table.settle()
    cell = table.table(NO_WORDS).cells[3]
    assert (cell.text, cell.hidden, [m.colour for m in cell.marks]) == ("Completed", "", [GREEN])


def test_a_bar_without_words_on_it_is_no_sign() -> None:
    table = only(page(text(), lattice(XS, YS), [Fill(Box(154, 146, 204, 156), GREEN)]))
    table.settle()
    assert not table.table(NO_WORDS).cells[3].marks


def test_shaded_bars_above_ruled_tables_are_headings_and_no_table_around_them() -> None:
    first, second = (100.0, 130.0, 160.0), (200.0, 230.0, 260.0)
    bars = [Fill(Box(50, top, 250, top + 18), GREEN) for top in (80.0, 180.0)]
    titles = [*tokens("Goal 1: Homes", 54, 82), *tokens("Goal 2: Roads", 54, 182)]
    made = page(
        [*titles, *text(ys=first), *text(ys=second)], [*lattice(XS, first), *lattice(XS, second)], bars
    )
    assert [texts(table) for table in ruled.tables(made)] == [ALL, ALL]


def test_text_in_a_frame_inside_a_cell_is_the_cell_s() -> None:
    ys = (*YS, 190.0)
    framed = [*lattice(XS, ys), *lattice((160, 240), (164, 182))]
    made = page([*text(ys=ys), *tokens("60%", 170, 168)], framed)
    assert texts(only(made)) == [*ALL, "", "60%"]


def test_white_rules_over_shaded_headings_draw_the_columns_below_them_too() -> None:
    white = [r._replace(colour=WHITE) for r in lattice(XS, YS)]
    head = Fill(Box(XS[0], YS[0], XS[-1], YS[1]), GREY)
    assert texts(only(page(text(), white, [head]))) == ALL


def test_a_frame_around_a_sign_in_a_cell_leaves_its_letter_to_the_table() -> None:
    frame = [across(y, 152, 178) for y in (136, 152)] + [down(x, 136, 152) for x in (152, 178)]
    made = page([*text()[:-5], *tokens("G", 160, 140)], [*lattice((50, 148, 250), YS), *frame])
    assert texts(only(made)) == ["Action", "RAG", "Buy land", "G"]


@pytest.mark.parametrize(
    ("colour", "shown"), [(GREEN, ["square"]), (GREY, [])], ids=["a status", "a line to guide the eye"]
)
def test_a_bar_of_colour_at_a_cell_s_side_is_a_sign(colour: str, shown: list[str]) -> None:
    tall = (100.0, 130.0, 210.0)
    bar = Fill(Box(50, 130, 55, 210), colour)
    table = only(page(text(ys=tall), lattice(XS, tall), [bar]))
    assert [m.identity for m in table.cells[2].marks] == shown


def test_bars_above_cards_that_stand_side_by_side_are_no_table_around_them() -> None:
    right = tuple(x + 220 for x in XS)
    tops = (100.0, 200.0)
    cards = [(xs, tuple(top + 30 * k for k in range(3))) for top in tops for xs in (XS, right)]
    bars = [Fill(Box(xs[0], ys[0] - 20, xs[-1], ys[0]), GREEN) for xs, ys in cards]
    labels = [c for k, (xs, ys) in enumerate(cards) for c in tokens(f"PV{k}", xs[0] + 4, ys[0] - 16)]
    rules = [rule for xs, ys in cards for rule in lattice(xs, ys)]
    words = [c for xs, ys in cards for c in text(xs, ys)]
    assert [texts(table)[-4:] for table in ruled.tables(page([*labels, *words], rules, bars))] == [ALL] * 4


def test_a_bar_across_a_column_s_edge_is_the_sign_of_the_cell_to_its_right() -> None:
    ys = (100.0, 130.0, 190.0, 250.0)
    merged = [r for r in lattice(XS, ys) if (r.top, r.bottom) != (190, 190)] + [across(190, 150, 250)]
    bars = [Fill(Box(146, a, 150.5, b), GREEN) for a, b in pairwise(ys[1:])]
    table = only(page([*text(), *tokens("Let it", 154, 200)], merged, bars))
    shown = {(s.span.row, s.span.col): len(s.marks) for s in table.cells}
    assert [shown[1, 0], shown[1, 1], shown[2, 1]] == [0, 1, 1]


def test_a_grey_bar_is_a_sign_below_coloured_ones_alone() -> None:
    """Beside `No information` it was taken for a line, and the status was unknown."""
    ys = (100.0, 130.0, 190.0, 250.0)
    upper, lower = (Box(146, a, 150.5, b) for a, b in pairwise(ys[1:]))
    for colour, signs in ((GREEN, [1, 1]), ("#b7b7b7", [0, 0])):
        table = only(page(text(), lattice(XS, ys), [Fill(upper, colour), Fill(lower, "#b7b7b7")]))
        shown = {(s.span.row, s.span.col): len(s.marks) for s in table.cells}
        assert [shown[1, 1], shown[2, 1]] == signs


def test_a_bar_in_the_place_of_a_rule_parts_its_columns() -> None:
    drawn = [r for r in lattice(XS, YS) if r.x0 != XS[1] or r.horizontal] + [down(XS[1], YS[0], YS[1])]
    bar = Fill(Box(XS[1] - 3, YS[1], XS[1] + 3, YS[2]), GREEN)
    assert texts(only(page(text(), drawn, [bar]))) == ALL


def test_a_bar_that_fills_a_narrow_cell_is_its_background() -> None:
    xs = (50.0, 58.0, 150.0, 250.0)
    table = only(page(text(xs[1:]), lattice(xs, YS), [Fill(Box(50, 130, 58, 160), GREEN)]))
    table.settle()
    cell = table.table(NO_WORDS).cells[3]
    assert (cell.fill, cell.marks) == (GREEN, ())


def test_white_rules_below_shaded_headings_part_rows_that_nothing_else_parts() -> None:
    ys = (100, 130, 160, 190)
    white = [r._replace(colour=WHITE) for r in lattice(XS, ys)]
    below = [*tokens("Sell land", 60, 170), *tokens("Red", 160, 170)]
    shade = Fill(Box(50, 100, 250, 130), GREY)
    assert texts(only(page([*text(), *below], white, [shade]))) == [*ALL, "Sell land", "Red"]


@pytest.mark.parametrize("off", [0.0, 0.2])
def test_narrow_columns_of_shaded_cells_are_parted_as_the_wide_ones_beside_them(off: float) -> None:
    """Cells no larger than a sign draw no edges of their own: a narrow heading and the value below it were one cell;
    so they were where they end a rounding lower than those."""
    xs, ys = (50.0, 150.0, 186.0, 222.0, 322.0), (100.0, 122.4, 144.4, 166.4)
    colours = ("#1f4f78", "#f5f5f5", "#ffffff")
    shades = [
        Fill(Box(a, top, b, foot + (off if b - a < handing.SWATCH else 0)), colour)
        for (top, foot), colour in zip(pairwise(ys), colours, strict=True)
        for a, b in pairwise(xs)
    ]
    told = [
        ["Measure", "Latest", "Before", "Good is"],
        ["Homes", "12", "10", "High"],
        ["Roads", "7", "8", "Low"],
    ]
    words = [
        c
        for row, top in zip(told, ys, strict=False)
        for x, word in zip(xs, row, strict=False)
        for c in tokens(word, x + 2, top + 4)
    ]
    table = only(page(words, (), shades))
    assert texts(table) == [word for row in told for word in row]
