"""Headings that shading alone draws around a ruled grid."""

from __future__ import annotations

from itertools import pairwise

from parsers.geometry import Box
from parsers.grids import shading
from parsers.grids.grid import Grid, Span
from parsers.page import Fill, Rule, Token
from tests.parsers.printing import tokens

XS, YS = (50.0, 150.0, 250.0, 350.0), (100.0, 130.0, 160.0, 190.0)
DARK = "#1f4f78"
GRID = Grid(XS, YS, tuple(Span(row, col, 1, 1) for row in range(3) for col in range(3)))


def band(top: float, bottom: float, x0: float = XS[0], x1: float = XS[-1]) -> Fill:
    return Fill(Box(x0, top, x1, bottom), DARK)


def headings(*words: str, top: float = 84) -> list[Token]:
    return [c for x, word in zip(XS, words, strict=False) for c in tokens(word, x + 4, top)]


NAMES = headings("Action", "Lead", "RAG")


def test_a_painted_row_of_headings_on_a_grid_is_its_first_row() -> None:
    painted = [band(80, 100, a, b) for a, b in pairwise(XS)]
    for fills in (painted, [band(80, 100)]):
        grid = shading.completed(GRID, fills, NAMES)
        assert grid.ys == (80, *YS)
        assert grid.cells[:3] == tuple(Span(0, col, 1, 1) for col in range(3)) and len(grid.cells) == 12


def test_a_painted_title_on_a_grid_is_no_row() -> None:
    title = tokens("Priority One: children and young people", 54, 84)
    assert shading.completed(GRID, [band(80, 100)], title) == GRID
    assert shading.completed(GRID, [band(80, 100)], headings("Title")) == GRID


def test_shading_that_stops_short_or_stands_apart_is_no_row() -> None:
    assert shading.completed(GRID, [band(80, 100, 50, 240)], NAMES) == GRID
    assert shading.completed(GRID, [band(70, 90)], NAMES) == GRID


MERGED = GRID._replace(
    cells=(Span(0, 0, 1, 1), Span(0, 1, 2, 1), Span(0, 2, 2, 1), *GRID.cells[3:4], *GRID.cells[6:])
)


def test_painted_headings_without_a_rule_below_are_no_part_of_the_first_row() -> None:
    """A repeated heading whose row goes on over the page break was read as that row's text."""
    assert shading.completed(MERGED, [band(100, 130)], NAMES) == GRID


def test_stripes_part_no_merged_cell() -> None:
    assert shading.completed(MERGED, [band(100, 130), band(160, 190)], NAMES) == MERGED


#: of three rows the one in the middle has no colour, but for its rating in the last column
STRIPED = GRID._replace(cells=(*GRID.cells[:3], Span(1, 0, 1, 2), Span(1, 2, 1, 1), *GRID.cells[6:]))


def test_the_cells_of_a_row_between_two_stripes_were_one() -> None:
    assert shading.striped(STRIPED, headings("1.2 Mend roofs", "Ann", top=140)) == GRID


def test_a_heading_between_two_stripes_stays_whole() -> None:
    title = tokens("Priority One: children and young people", 54, 140)
    assert shading.striped(STRIPED, title) == STRIPED
    assert shading.striped(STRIPED, headings("Priority One", top=140)) == STRIPED


def test_a_row_beside_another_that_is_not_parted_stays_whole() -> None:
    wide = STRIPED._replace(cells=(*STRIPED.cells[:5], Span(2, 0, 1, 2), Span(2, 2, 1, 1)))
    assert shading.striped(wide, headings("1.2 Mend roofs", "Ann", top=140)) == wide


#: a row of headings, and two below it each of one stripe up to the rating in the last column
OF_STRIPES = STRIPED._replace(cells=(*STRIPED.cells[:5], Span(2, 0, 1, 2), Span(2, 2, 1, 1)))


def test_rows_of_one_stripe_each_have_the_columns_of_their_headings() -> None:
    """Their texts were all in the first column, and such rows were lost."""
    rows = [*headings("Mend roofs", "Ann", top=140), *headings("Plant trees", "Bo", top=170)]
    assert shading.striped(OF_STRIPES, rows) == GRID


def test_a_rest_alone_in_a_row_of_one_stripe_stands_in_its_column() -> None:
    grid = OF_STRIPES._replace(ys=(*YS, 220.0), cells=(*OF_STRIPES.cells, Span(3, 0, 1, 2), Span(3, 2, 1, 1)))
    rows = [*headings("Mend roofs", "Ann", top=140), *headings("Plant trees", "Bo", top=170)]
    rest = tokens("and Cy", XS[1] + 4, 200)
    assert shading.striped(grid, [*rows, *rest]).cells[-3:] == (
        Span(3, 0, 1, 1),
        Span(3, 1, 1, 1),
        Span(3, 2, 1, 1),
    )
    theme = tokens("Streets", XS[0] + 4, 200)
    assert shading.striped(grid, [*rows, *theme]).cells[-2:] == (Span(3, 0, 1, 2), Span(3, 2, 1, 1))


def test_one_row_beside_the_rest_of_another_has_the_columns_of_its_headings() -> None:
    """A page that begins so had both texts in one cell each, and the rest took the row into its own."""
    rest, row = tokens("and Cy", XS[1] + 4, 140), headings("Mend roofs", "Ann", top=170)
    assert shading.striped(OF_STRIPES, [*rest, *row]) == GRID
    theme = tokens("Streets", XS[0] + 4, 140)
    assert shading.striped(OF_STRIPES, [*theme, *row]) == OF_STRIPES


def uprights(top: float, *at: float) -> list[Rule]:
    return [Rule(x, top, x, top + 30, 0.5, DARK) for x in at]


def test_painted_headings_draw_their_foot_where_the_columns_begin() -> None:
    """Cells ruled at left and foot alone have no rule below the headings, which were one cell with the first row."""
    sides = [Rule(x, 70, x, 190, 0.5, DARK) for x in (XS[0], XS[-1])]
    (foot,) = shading.feet([band(70, 100)], [*sides, *uprights(100, *XS[1:3]), *uprights(130, *XS[1:3])])
    assert (foot.x0, foot.top, foot.x1, foot.bottom) == (XS[0], 100, XS[-1], 100)


def test_painted_headings_with_sides_of_their_own_draw_their_foot_above_cells_without_rules_between() -> None:
    """A page ended in headings and one row that only sides draw, and both were text: the row was lost."""
    (foot,) = shading.feet([band(100, 130)], [*uprights(100, *XS[1:3]), *uprights(130, *XS[1:3])])
    assert foot.top == 130


def test_painted_headings_that_rules_in_one_piece_run_through_draw_their_foot() -> None:
    """The headings were one row with the first below them, white on white: a table of indicators had no columns."""
    whole = [Rule(x, 100, x, 400, 0.5, DARK) for x in XS]
    (foot,) = shading.feet([band(100, 130)], [*whole, Rule(XS[0], 400, XS[-1], 400, 0.5, DARK)])
    assert (foot.top, foot.x0, foot.x1) == (130, XS[0], XS[-1])
    assert shading.feet([band(160, 190)], whole) == []
    assert shading.feet([band(100, 130)], [*whole, Rule(XS[0], 130, XS[-1], 130, 0.5, DARK)]) == []
    assert shading.feet([band(100, 395)], whole) == []


def test_a_stripe_between_rows_and_headings_on_a_rule_draw_no_foot() -> None:
    rules = [*uprights(100, *XS[1:3]), *uprights(130, *XS[1:3])]
    assert shading.feet([band(100, 130)], [*uprights(70, *XS[1:3]), *rules]) == []
    assert shading.feet([band(70, 100)], [*rules, Rule(XS[0], 100, XS[-1], 100, 0.5, DARK)]) == []


def test_painted_headings_that_are_ruled_at_their_sides_alone_are_in_columns() -> None:
    open_head = Grid(XS, (70.0, *YS), (Span(0, 0, 1, 3), *(s._replace(row=s.row + 1) for s in GRID.cells)))
    assert shading.completed(open_head, [band(70, 100)], NAMES).cells[:3] == tuple(
        Span(0, col, 1, 1) for col in range(3)
    )
    title = tokens("Priority One: children and young people", 54, 84)
    assert shading.completed(open_head, [band(70, 100)], title) == open_head


def test_a_swatch_at_the_foot_of_a_title_s_row_is_the_first_line_below_it() -> None:
    """The key's title and its first line were one cell, and what green means was in no key."""
    titled = GRID._replace(cells=(Span(0, 0, 1, 3), *GRID.cells[3:]))
    title = tokens("Key to results", 54, 102)
    text = [*title, *tokens("At or better", XS[1] + 4, 118)]
    swatch = Fill(Box(XS[0], 115, XS[1], YS[1]), "#00b050")
    grid = shading.completed(titled, [swatch], text)
    assert grid.ys == (100, 115, 130, 160, 190)
    assert grid.cells[:3] == (Span(0, 0, 1, 3), Span(1, 0, 1, 1), Span(1, 1, 1, 2))
    assert shading.completed(titled, [swatch], [*text, *tokens("over its edge", 200, 110)]) == titled
    assert shading.completed(titled, [swatch], text[len(title) :]) == titled


#: three columns below headings, of which the row next to these is ruled at its sides alone
OPEN = Grid(XS, (100.0, 160.0, 190.0), (Span(0, 0, 1, 3), *(Span(1, col, 1, 1) for col in range(3))))
HEADS = headings("Action", "Lead", "RAG", top=104)


def test_a_row_below_painted_headings_that_nothing_parts_from_it_was_a_heading() -> None:
    painted = [band(100, 130, a, b) for a, b in pairwise(XS)]
    row = headings("Mend roofs", "Ann", "Green", top=140)
    assert shading.completed(OPEN, painted, [*HEADS, *row]) == GRID
    rest = tokens("and Cy", XS[1] + 4, 140)
    assert shading.completed(OPEN, painted, [*HEADS, *rest]) == GRID
    theme = tokens("Streets and parks that the plan is for", XS[0] + 4, 140)
    assert shading.completed(OPEN, painted, [*HEADS, *theme]).cells[3:5] == (
        Span(1, 0, 1, 3),
        Span(2, 0, 1, 1),
    )


def test_a_rest_alone_below_headings_that_are_painted_cell_by_cell_stands_in_their_columns() -> None:
    """A page began with the headings again and the end of one row in a frame, and was text."""
    frame = Grid((XS[0], XS[-1]), (100.0, 160.0), (Span(0, 0, 1, 1),))
    painted = [band(100, 130, a, b) for a, b in pairwise(XS)]
    rest = [*tokens("and Cy", XS[1] + 4, 140), *tokens("see 3", XS[2] + 4, 140)]
    found = shading.completed(frame, painted, [*HEADS, *rest])
    assert (found.xs, found.ys) == (XS, (100.0, 130.0, 160.0))
    assert found.cells == GRID.cells[:6]


def test_a_frame_with_a_painted_title_stays_one_cell() -> None:
    frame = Grid((XS[0], XS[-1]), (100.0, 160.0), (Span(0, 0, 1, 1),))
    title = tokens("Priority One: children and young people", 54, 104)
    assert shading.completed(frame, [band(100, 130)], [*title, *tokens("Text", 54, 140)]) == frame
    painted = [band(100, 130, a, b) for a, b in pairwise(XS)]
    assert shading.completed(frame, painted, [*title, *tokens("Text", 54, 140)]) == frame
