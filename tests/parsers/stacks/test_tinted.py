"""Tables whose rows only a status's tints draw, below headings that stand on paper."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.grids.grid import grids as drawn_by
from parsers.grids.levels import alike, shades_of
from parsers.page import Fill, Rule, Token
from parsers.ruled import eye as ruled
from parsers.stacks import eye as columns
from parsers.stacks import tinted
from parsers.stacks.layouts import Layout
from tests.parsers.printing import across, down, page, tokens
from tests.parsers.stacks.test_eye import BODY, BOLD, HEAD, PAD, XS, only, plain, printed, texts

GREEN, RED, BAND = "#92d050", "#c00000", "#dce6f1"
EDGES = (*XS[:-1], 500.0, 550.0)
ROWS = tuple((*row, "Red" if k else "Green") for k, row in enumerate(BODY))
HEADS = (*HEAD, "RAG")


def tints(levels: Sequence[float], left: float = EDGES[-2], right: float = EDGES[-1]) -> list[Fill]:
    colours = (GREEN, RED) * len(levels)
    return [Fill(Box(left, a, right, b), c) for (a, b), c in zip(pairwise(levels), colours, strict=False)]


def test_each_tint_is_a_row_of_its_table() -> None:
    """The tints were a table of their own, and what stood beside them was text."""
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    grid = only(columns.grids((), tints(levels[1:]), text, ()))
    assert texts(grid, text) == plain((HEADS, *ROWS))


@pytest.mark.parametrize("white", range(len(ROWS)))
def test_a_row_whose_status_has_no_colour_is_one_of_its_table(white: int) -> None:
    """`Yet to start` on white between tints: there was no table, and all its rows were lost."""
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    fills = [fill for k, fill in enumerate(tints(levels[1:])) if k != white]
    grid = only(columns.grids((), fills, text, ()))
    assert texts(grid, text) == plain((HEADS, *ROWS))


def test_tables_whose_tints_stand_in_one_place_with_text_between_are_each_read() -> None:
    """Neither was one where a table with its status elsewhere stood between: its rows were lost."""
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    low = levels[-1] + 150
    text += tokens("Key measures are told below, each for the whole of the year.", 50, low - 80)
    more, below = printed((HEADS, *ROWS), low, EDGES)
    found = columns.grids((), [*tints(levels[1:]), *tints(below[1:])], [*text, *more], ())
    assert [texts(grid, [*text, *more]) for grid in found] == [plain((HEADS, *ROWS))] * 2


def test_tints_of_a_key_below_those_of_a_table_are_kept_as_they_are() -> None:
    """They were dropped with the table's, whose column they stand in."""
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    low = levels[-1] + 150
    key = [low, low + 20, low + 40]
    for at, label in zip(key, ("Green", "Red"), strict=False):
        text += tokens(label, EDGES[-2] + PAD, at + PAD)
    (own,) = alike(shades_of([*tints(levels[1:]), *tints(key)]))
    groups, inner = tinted.widened([own], [], text)
    assert [run for group in groups for run in group if run in own] == own[-4:]
    assert inner == own[:-4]


def test_a_key_with_stripes_has_a_row_for_each_tint() -> None:
    """Every other row has a stripe: the first and the last, which stand on white, were no rows and their tints lost."""
    rows = [
        ("", label) for label in ("Finished", "Going to plan", "Slightly behind", "Well behind", "Paused")
    ]
    edges = (50.0, 150.0, 400.0)
    text, levels = printed(rows, xs=edges, head=False)
    stripes = [Fill(Box(edges[0], a, edges[-1], b), "#eeeeee") for a, b in pairwise(levels)][1::2]
    grid = only(columns.grids((), [*stripes, *tints(levels, *edges[:2])], text, ()))
    assert texts(grid, text) == plain(rows)


def test_narrow_tints_of_rows_that_stripes_draw_are_theirs_above_another_table_s() -> None:
    """The lower table's came first: those of the upper one, rows that go on, were as wide as their texts and lost."""
    low = 500.0
    upper, levels = printed(ROWS, xs=EDGES, head=False)
    lower, below = printed((HEADS, *ROWS), low, EDGES)
    stripes = [
        Fill(Box(EDGES[0], a, EDGES[-1], b), "#eeeeee") for a, b in (levels[1:3], below[:2], below[2:4])
    ]
    wide = alike(shades_of([*stripes, *tints(below[1:], 440, 500)]))
    narrow = alike(shades_of(tints(levels)))
    groups, _ = tinted.widened(wide, narrow, [*upper, *lower])
    assert {(run.start, run.end) for group in groups for run in group} == {(EDGES[0], EDGES[-1])}


@pytest.mark.parametrize("again", [False, True], ids=["rows", "column headings"])
def test_a_heading_of_rows_stands_between_tints_and_column_headings_again_below_it(again: bool) -> None:
    """All rows between two headings of rows were one."""
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    foot = levels[-1]
    band = Fill(Box(EDGES[0], foot, EDGES[-1], foot + 20), BAND)
    text += tokens("Priority 2 Streets", EDGES[0] + PAD, foot + 4, BOLD)
    more, below = printed((HEADS, *ROWS) if again else ROWS, foot + 20, EDGES, head=again)
    fills = [*tints(levels[1:]), band, *tints(below[1:] if again else below)]
    found = columns.grids((), fills, [*text, *more], ())
    rows = [row for grid in found for row in texts(grid, [*text, *more]) if any(row[1:])]
    assert rows == plain([HEADS, *ROWS, *([HEADS] if again else []), *ROWS])


SHEET = (
    ("1.1", "1. Clear the land", "Ann Lee", "1. Cleared in May,|all of it", ""),
    ("", "2. Let the works", "", "2. Let in June", ""),
    ("1.2", "1. Close the bridge", "Ben Oak", "1. Closed in July", ""),
    ("", "2. Mend the bridge", "", "2. Not begun", ""),
    ("", "3. Open the bridge", "", "3. Not begun", ""),
)


def test_rows_of_one_colour_that_touch_are_told_by_the_white_above_their_texts() -> None:
    """A sheet paints cells of one colour as one: three rows and two were one each."""
    text, levels = printed((HEADS, *SHEET), pad=8.0, xs=EDGES)
    merged = tints([levels[1], levels[4], levels[6]])
    grid = only(columns.grids((), merged, text, ()))
    assert texts(grid, text) == plain((HEADS, *SHEET))


def test_tints_below_the_painted_headings_of_another_table_are_that_one_s() -> None:
    """Those of both tables were none, for they do not touch: the second table was text."""
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    again = levels[-1] + 60
    more, below = printed((HEADS, *ROWS), again, EDGES)
    heads = [Fill(Box(EDGES[0], a, EDGES[-1], b), BAND) for a, b in (levels[:2], below[:2])]
    fills = [*heads, *tints(levels[1:]), *tints(below[1:])]
    found = columns.grids((), fills, [*text, *more], ())
    assert [texts(grid, [*text, *more]) for grid in found] == [plain((HEADS, *ROWS))] * 2


@pytest.mark.parametrize(
    "beside",
    [
        [("Going to plan", "")],
        [("Going to plan", "All is well"), ("Late", ""), ("Paused", "")],
    ],
    ids=["a key", "one text beside most"],
)
def test_a_key_is_no_such_table(beside: list[tuple[str, str]]) -> None:
    text: list[Token] = []
    levels = [100.0, 116, 132, 148]
    for k, top in enumerate(levels[:-1]):
        for x, said in zip((120, 300), beside[k % len(beside)], strict=True):
            text += tokens(said, x, top + 3)
    groups = alike(shades_of(tints(levels, 50, 110)))
    assert tinted.widened(groups, [], text) == (groups, [])


def test_rows_whose_text_runs_over_the_edges_of_tints_are_not_drawn_by_them() -> None:
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    moved = [t._replace(box=t.box._replace(top=t.box.top + 13, bottom=t.box.bottom + 13)) for t in text]
    groups = alike(shades_of(tints(levels[1:])))
    assert tinted.widened(groups, [], moved) == (groups, [])


def test_squares_with_white_between_are_signs_and_no_tints() -> None:
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    signs = [f._replace(box=Box(510, f.box.top + 4, 540, f.box.top + 14)) for f in tints(levels[1:])]
    groups = alike(shades_of(signs))
    assert tinted.widened(groups, [], text) == (groups, [])


def test_stripes_that_leave_rows_together_are_refined_by_tints_unless_they_end_inside_one() -> None:
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    for foot, whole in ((levels[3], True), (levels[3] - 10, False)):
        stripe = Fill(Box(EDGES[0], levels[1], EDGES[-1], foot), BAND)
        groups = alike(shades_of([stripe, *tints(levels[1:])]))
        assert bool(tinted.widened(groups, [], text)[1]) is whole


def test_a_text_below_the_first_line_of_a_row_may_go_on_from_a_merged_cell_above() -> None:
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    text += tokens("last", 226, levels[1] + 16)
    groups = alike(shades_of(tints(levels[1:])))
    assert tinted.widened(groups, [], text) == (groups, [])


def framing(levels: Sequence[float]) -> list[Rule]:
    sides = [down(x, levels[0], levels[-1]) for x in (EDGES[0], EDGES[-1])]
    return [*sides, *(across(y, EDGES[0], EDGES[-1]) for y in (*levels[:2], levels[-1]))]


def test_tints_draw_the_rows_of_a_frame_whose_headings_are_ruled() -> None:
    """The frame's body was one row."""
    text, levels = printed((HEADS, *ROWS), xs=EDGES)
    (table,) = ruled.tables(page(text, framing(levels), tints(levels[1:])))
    assert texts(table.grid, text) == plain((HEADS, *ROWS))


def test_headings_painted_one_by_one_in_a_frame_draw_the_columns_of_figures_that_end_at_them() -> None:
    """Each figure stood below the heading right of its own."""
    heads, xs = ("Measure", "Before", "Actual", "Target"), (50.0, 250.0, 350.0, 450.0, 550.0)
    rows = (("Homes let", "102", "114", "120"), ("Roads mended", "315", "319", "324"))
    text, levels = printed((heads, ("", "", "", ""), ("", "", "", "")), xs=xs)
    for k, row in enumerate(rows, 1):
        for n, said in enumerate(row):
            x = xs[n + 1] - PAD - 5 * len(said) if n else xs[0] + PAD
            text += tokens(said, x, levels[k] + PAD)
    painted = [Fill(Box(a, levels[0], b, levels[1]), BAND) for a, b in pairwise(xs)]
    drawn = [across(y, xs[0], xs[-1]) for y in levels] + [
        down(x, levels[0], levels[-1]) for x in (xs[0], xs[-1])
    ]
    (table,) = ruled.tables(page(text, drawn, painted))
    assert texts(table.grid, text) == plain((heads, *rows))


def test_a_framed_key_below_headings_has_a_row_for_each_tint() -> None:
    """Its labels were one cell, and no line of it was read."""
    rows = [("Rating", "Meaning"), ("", "Complete"), ("", "On target"), ("", "At risk"), ("", "Overdue")]
    edges = (50.0, 150.0, 400.0)
    text, levels = printed(rows, xs=edges)
    frame = [across(y, edges[0], edges[-1]) for y in (*levels[:2], levels[-1])]
    frame += [down(x, levels[0], levels[-1]) for x in (edges[0], edges[-1])]
    (table,) = ruled.tables(page(text, frame, tints(levels[1:], *edges[:2])))
    assert texts(table.grid, text) == plain(rows)


def test_a_key_in_a_frame_is_no_table_of_its_tints() -> None:
    """Its lines were cells of one column each, and the document had no key."""
    levels = [100.0, 116, 132, 148]
    text = [t for y in levels[:-1] for x in (54, 120, 300) for t in tokens("On time", x, y + 3)]
    frame = [across(y, 50, 500) for y in (100, 148)] + [down(x, 100, 148) for x in (50, 500)]
    (grid,) = drawn_by(frame)
    assert tinted.framed(grid, tints(levels, 50, 110), text) is grid


@pytest.mark.parametrize("edge", [450.0, 500.0], ids=["other tints", "the page before"])
def test_rows_of_tints_that_open_a_page_have_the_columns_of_the_page_before(edge: float) -> None:
    """Their table ends where its texts do: it was not known again, and what stood close was one column of names and
    dates."""
    rows = [
        ("1.4", "Plant trees", "Ann Lee of", "May 2025", "Red"),
        ("1.5", "Mow", "Bo Ray and", "June", "Red"),
    ]
    edges = (50.0, 80.0, 250.0, 310.0, 500.0, 550.0)
    text, levels = printed(rows, xs=edges, head=False)
    starts = tuple(x + PAD for x in edges[:-1])
    known = Layout((46.0, *edges[1:4], edge, 560.0), "RefActionLeadDateRAG", starts)
    grid = only(columns.grids((), tints(levels), text, (), [known]))
    assert (grid.xs[1:-1] == known.xs[1:-1]) is (edge == EDGES[-2])
