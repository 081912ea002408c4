"""Stripes of shading that leave out the cells merged over several rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Fill
from parsers.stacks import eye as columns
from parsers.stacks.layouts import Layout
from parsers.stacks.rests import DOUBT_MERGED
from tests.parsers.printing import tokens
from tests.parsers.stacks.test_eye import BAND, HEAD, only, printed, texts

XS = (50.0, 130.0, 280.0, 380.0, 550.0)
ROWS = (
    ("1 Homes", "Build forty homes|in the old town", "Ann Lee", "Let"),
    ("", "Find land", "Bo Ray", "Begun|in May"),
    ("2 Roads", "Mend the bridge|and the lane", "Cy Moss", "Done"),
    ("", "Count the cars", "Di Orr|and team", "Late"),
)


def striped(levels: Sequence[float], head: bool = True) -> list[Fill]:
    """Shading of the headings, and of every other row but for its first cell."""
    shaded = [Fill(Box(a, levels[0], b, levels[1]), "#d9d9d9") for a, b in pairwise(XS)] if head else []
    rows = list(pairwise(levels))[1 if head else 0 :]
    for top, foot in rows[1::2]:
        shaded += [Fill(Box(a, top, b, foot), BAND) for a, b in pairwise(XS[1:])]
    return shaded


def spans(grid: Grid, column: int) -> list[tuple[int, int]]:
    return [(c.row, c.row_span) for c in grid.cells if c.col == column]


def test_cells_merged_beside_stripes_reach_from_one_s_text_to_the_next_one_s() -> None:
    text, levels = printed((HEAD, *ROWS), xs=XS)
    grid = only(columns.grids((), striped(levels), text, ()))
    assert spans(grid, 0) == [(0, 1), (1, 2), (3, 2)]
    assert texts(grid, text)[1:] == [
        ["1Homes", "Buildfortyhomesintheoldtown", "AnnLee", "Let"],
        ["Findland", "BoRay", "BeguninMay"],
        ["2Roads", "Mendthebridgeandthelane", "CyMoss", "Done"],
        ["Countthecars", "DiOrrandteam", "Late"],
    ]
    assert not grid.doubt


def test_stripes_at_the_head_of_a_page_stand_in_the_columns_of_the_page_before() -> None:
    text, levels = printed(ROWS, xs=XS, head=False)
    layout = Layout(XS, "".join(HEAD))
    grid = only(columns.grids((), striped(levels, head=False), text, (), [layout]))
    assert (grid.xs, spans(grid, 0)) == (XS, [(0, 2), (2, 2)])


def test_stripes_in_other_columns_than_the_headings_above_them_are_another_table() -> None:
    text, levels = printed((HEAD, *ROWS), xs=XS)
    xs = (80.0, 200.0, 430.0, 550.0)
    other = [Fill(Box(a, t, b, f), BAND) for t, f in list(pairwise(levels))[2::2] for a, b in pairwise(xs)]
    found = columns.grids((), [*striped(levels)[:4], *other], text, ())
    assert all(len(spans(grid, 0)) == len(grid.ys) - 1 for grid in found)


def test_merged_cells_beside_stripes_that_are_set_to_their_middle_are_doubted() -> None:
    rows = [("", *row[1:]) for row in ROWS]
    text, levels = printed((HEAD, *rows), xs=XS)
    middle = [
        t for name, at in (("Homes", levels[2]), ("Roads", levels[4])) for t in tokens(name, 54, at - 5)
    ]
    assert only(columns.grids((), striped(levels), [*text, *middle], ())).doubt == DOUBT_MERGED


def test_a_table_with_rules_of_its_own_between_stripes_parts_them() -> None:
    first, levels = printed((HEAD, *ROWS[:2]), xs=XS)
    foot = levels[-1]
    other = Grid(
        XS, (foot + 10, foot + 30, foot + 50), tuple(Span(r, c, 1, 1) for r in (0, 1) for c in range(4))
    )
    between = [*tokens("Measure", 54, foot + 14), *tokens("of all the homes in the old town", 54, foot + 34)]
    second, below = printed((HEAD, *ROWS[2:]), top=foot + 80, xs=XS)
    text = [*first, *between, *second]
    found = columns.grids((), [*striped(levels), *striped(below)], text, [other])
    assert [(spans(grid, 0), grid.ys[0], grid.ys[-1]) for grid in found] == [
        ([(0, 1), (1, 2)], levels[0], levels[-1]),
        ([(0, 1), (1, 2)], below[0], below[-1]),
    ]


LED = (
    ("1 Homes", "Build homes", "Ann Lee", "Let the work|in May", "Done"),
    ("", "Find land", "", "Begun", "Late"),
    ("2 Roads", "Mend it", "Cy Moss", "Mended|in June", "Done"),
    ("", "Count cars", "", "Not yet|begun", "Late"),
)
WIDE = (50.0, 130.0, 230.0, 310.0, 450.0, 550.0)


def test_stripes_that_a_merged_column_between_them_parts_cut_the_rows_of_both() -> None:
    """The columns before the merged one were one cell, and the actions in it one action."""
    head = ("Activity", "Action", "Lead", "Progress", "Status")
    text, levels = printed((head, *LED), xs=WIDE)
    shaded = [Fill(Box(a, levels[0], b, levels[1]), "#d9d9d9") for a, b in pairwise(WIDE)]
    for top, foot in list(pairwise(levels))[2::2]:
        own = [(a, b) for k, (a, b) in enumerate(pairwise(WIDE)) if k not in (0, 2)]
        shaded += [Fill(Box(a, top, b, foot), BAND) for a, b in own]
    grid = only(columns.grids((), shaded, text, ()))
    assert texts(grid, text)[1:] == [
        ["1Homes", "Buildhomes", "AnnLee", "LettheworkinMay", "Done"],
        ["Findland", "Begun", "Late"],
        ["2Roads", "Mendit", "CyMoss", "MendedinJune", "Done"],
        ["Countcars", "Notyetbegun", "Late"],
    ]
