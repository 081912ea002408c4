"""Upright strips without text, and which of them part columns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from parsers.page import Style
from parsers.stacks import eye as columns
from parsers.stacks.alleys import Alley, headed
from parsers.text import phrases
from tests.parsers.printing import across, tokens

BOLD = Style("Helvetica-Bold", 10, True, False, "#000000", 0, False, None)
LEVELS = (100.0, 130.0, 150.0, 170.0)
ROWS = (("Attainment at age 11", "52.2%", "61%"), ("Absence of pupils", "4.6%", "5%"))
AT = (54, 254, 404)


@pytest.mark.parametrize(("second", "count"), [("Neigh-", 3), ("Region", 4)])
def test_a_heading_s_first_half_pushed_to_the_right_edge_by_justified_type_is_no_column(
    second: str, count: int
) -> None:
    text = [t for x, word in zip(AT, ("Indicator", "Statistical", "Target"), strict=True)
            for t in tokens(word, x, 104, BOLD)]  # fmt: skip
    text += [*tokens(second, 340, 104, BOLD), *tokens("bours", 254, 116, BOLD)]
    for top, row in zip(LEVELS[1:], ROWS, strict=False):
        text += [t for x, cell in zip(AT, row, strict=True) for t in tokens(cell, x, top + 4)]
    (grid,) = columns.grids([across(y, 50, 480) for y in LEVELS], [], text, [])
    assert len(grid.xs) - 1 == count


@pytest.mark.parametrize(("second", "count"), [(281, 3), (300, 4)])
def test_two_words_over_short_cells_on_a_column_s_middle_are_one_heading(second: int, count: int) -> None:
    """`Q1 status` over `Blue`: nothing stands below `Q1`, nor where the words have more than a blank between them."""
    text = [t for x, word in ((54, "Action"), (268, "Q1"), (second, "status"), (404, "Update"))
            for t in tokens(word, x, 104, BOLD)]  # fmt: skip
    for top, row in zip(
        LEVELS[1:], (("Buy land", "Blue", "Bought"), ("Build", "Red", "Begun")), strict=False
    ):
        text += [t for x, cell in zip((54, 286, 404), row, strict=True) for t in tokens(cell, x, top + 4)]
    (grid,) = columns.grids([across(y, 50, 480) for y in LEVELS], [], text, [])
    assert len(grid.xs) - 1 == count


def test_a_sign_pushed_to_the_right_edge_by_justified_type_stands_in_the_column_of_its_line() -> None:
    """`Terri Johnson /` over all of a column: the last sign stood in the next one, before each of its texts."""
    places = ((54, "Action"), (204, "Lead"), (284, "Progress"))
    text = [t for x, word in places for t in tokens(word, x, 104, BOLD)]
    levels = [100.0 + 30 * k for k in range(10)]
    for k, top in enumerate(levels[1:-1]):
        lead = [*tokens("Terri", 204, top + 4), *tokens("/", 272, top + 4), *tokens("Sarah", 204, top + 16)]
        text += tokens("Buy land for homes", 54, top + 4) + tokens("Two sites were bought", 284, top + 4)
        text += lead if k == 3 else tokens("Ann Lee", 204, top + 4)
    (grid,) = columns.grids([across(y, 50, 480) for y in levels], [], text, [])
    assert len(grid.xs) == 4 and 277 <= grid.xs[2] <= 284


def test_headings_at_the_left_of_columns_of_figures_that_are_set_right_are_one_each() -> None:
    """The target stood under the heading of the year before, and the last column held two figures."""
    heads = {54: "Measure", 254: "Target", 334: "Last year", 414: "This year"}
    text = [t for x, word in heads.items() for t in tokens(word, x, 104, BOLD)]
    rows = (
        ("Homes let", "12", "10.8", "5.1"),
        ("Calls", "60", "52", "48"),
        ("Visits", "1,200", "1,100", "650"),
    )
    levels = (*LEVELS, 190.0)
    for top, row in zip(levels[1:], rows, strict=False):
        text += tokens(row[0], 54, top + 4)
        for end, cell in zip((330, 410, 490), row[1:], strict=True):
            text += tokens(cell, end - 5 * len(cell), top + 4)
    (grid,) = columns.grids([across(y, 50, 492) for y in levels], [], text, [])
    assert len(grid.xs) == 5
    assert all(a < x < b for x, a, b in zip(grid.xs[1:-1], (99, 330, 410), (254, 334, 414), strict=True))


def test_the_gap_between_a_heading_and_its_own_figures_right_of_it_parts_no_columns() -> None:
    """`Target` was a column without figures, as these begin at the gap and few texts begin at the one before it."""
    heads = {94: "Measure", 241: "Target", 312: "Year to", 383: "Half-year", 454: "Progress"}
    rows = (
        {94: "Rent arrears of homes", 277: "0.8%", 347: "1.1%", 418: "0.9%"},
        {94: "Calls", 277: "10%", 352: "5%", 423: "9%"},
    )
    lines = [
        [row for x, said in own.items() for row in tokens(said, x, 100, BOLD if own is heads else None)]
        for own in (heads, *rows)
    ]
    head, *body = (phrases.rows(line)[0] for line in lines)
    gaps = [
        Alley(199, 241, None),
        Alley(271, 277, None),
        Alley(297, 312, None),
        Alley(367, 383, None),
        Alley(438, 454, None),
    ]
    kept = headed(gaps, [head], body, 88, 507)
    assert [a.x0 for a in kept] == [199, 297, 367, 438]


@pytest.mark.parametrize(("x", "count"), [(150, 4), (214, 5)], ids=["centred", "a column of its own"])
def test_a_heading_centred_over_a_column_whose_texts_are_short_is_that_column_s(x: int, count: int) -> None:
    """The names had a column without a heading, and the heading one without texts: the next page's rows, with longer
    names, fitted no columns and were one row."""
    levels, edges = (100.0, 120.0, 140.0), (50.0, 270.0, 350.0, 430.0, 510.0)
    heads = ((x, "Name"), (290, "Now"), (370, "Then"), (450, "Goal"))
    text = [t for at, word in heads for t in tokens(word, at, 104, BOLD)]
    row = ((54, "Homes let"), (290, "266"), (370, "255"), (450, "259"))
    text += [t for at, word in row for t in tokens(word, at, 124)]
    pieces = [across(y, a, b) for y in levels for a, b in pairwise(edges)]
    (grid,) = columns.grids(pieces, [], text, [])
    assert len(grid.xs) - 1 == count
