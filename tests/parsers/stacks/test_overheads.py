"""Headings over several columns that pieces of rules or of shading draw."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Fill, Token
from parsers.stacks import eye as columns
from parsers.stacks import layouts, overheads
from parsers.text import phrases
from tests.parsers.printing import across, tokens
from tests.parsers.stacks.test_eye import BOLD, only, printed, texts

LOWER = ("Action", "Lead", "Status", "Progress")
XS = (50.0, 80.0, 250.0, 320.0, 390.0, 550.0)
ROWS = (
    ("1.1", "Build forty new homes", "Red", "Blue", "Contract let in May"),
    ("1.2", "Review parking", "Grey", "Amber", "Not started"),
    ("1.3", "Open a second library", "Green", "Green", "Opened in June"),
    ("1.4", "Plant a hundred trees", "Green", "Red", "Sites agreed"),
)


def test_ratings_below_one_heading_keep_their_own_columns_and_headings() -> None:
    text, levels = printed((("Ref", "Action|", "", "", "Progress"), *ROWS), xs=XS)
    heads = [(295.0, 104.0, "RAG status"), (254.0, 116.0, "This period"), (324.0, 116.0, "Q1 status")]
    text += [token for x, top, words in heads for token in tokens(words, x, top, BOLD)]
    pieces = [across(y, a, b) for y in levels for a, b in pairwise(XS)]
    grid = only(columns.grids(pieces, (), text, ()))
    assert grid.doubt == ""
    rows = texts(grid, text)
    assert rows[0] == ["Ref", "Action", "RAGstatus", "Progress"]
    assert rows[1] == ["Thisperiod", "Q1status"]
    assert rows[2] == ["1.1", "Buildfortynewhomes", "Red", "Blue", "ContractletinMay"]


def test_a_heading_of_two_lines_over_one_column_is_one() -> None:
    text, levels = printed((("Ref", "Action|to take", "Now", "Then", "Progress"), *ROWS), xs=XS)
    pieces = [across(y, a, b) for y in levels for a, b in pairwise(XS)]
    grid = only(columns.grids(pieces, (), text, ()))
    assert texts(grid, text)[0] == ["Ref", "Actiontotake", "Now", "Then", "Progress"]


def test_two_headings_of_one_line_reach_over_the_columns_on_whose_middle_each_stands() -> None:
    heads: tuple[tuple[str, float, float], ...] = (
        ("Planned work and its lead", 137.0, 104.0),
        ("Position in June 2024", 383.0, 104.0),
    )
    heads += tuple((words, x + 4, 116.0) for words, x in zip(LOWER, XS[1:], strict=False))
    text, levels = printed((("Ref|", "", "", "", ""), *ROWS), xs=XS)
    text += [token for words, x, top in heads for token in tokens(words, x, top, BOLD)]
    pieces = [across(y, a, b) for y in levels for a, b in pairwise(XS)]
    head = texts(only(columns.grids(pieces, (), text, ())), text)[:2]
    assert head == [
        ["Ref", "Plannedworkanditslead", "PositioninJune2024"],
        [*LOWER],
    ]


def test_one_heading_on_the_middle_of_four_columns_reaches_over_them_all() -> None:
    xs = (50.0, 250.0, 290.0, 330.0, 370.0, 410.0, 550.0)
    rows = [(*row[1:2], *"RAGB", row[4]) for row in ROWS]
    text, levels = printed((("Action|", "", "", "", "", "Progress"), *rows), xs=xs)
    heads = [(305.0, 104.0, "RAG status"), *((265.0 + 40 * k, 116.0, f"Q{k + 1}") for k in range(4))]
    text += [token for x, top, words in heads for token in tokens(words, x, top, BOLD)]
    pieces = [across(y, a, b) for y in levels for a, b in pairwise(xs)]
    head = texts(only(columns.grids(pieces, (), text, ())), text)[:2]
    assert head == [["Action", "RAGstatus", "Progress"], ["Q1", "Q2", "Q3", "Q4"]]


def test_a_heading_on_a_piece_of_a_rule_reaches_over_the_headings_below_the_piece() -> None:
    xs = (50.0, 150.0, 210.0, 270.0, 330.0, 390.0)
    rows = [(label, *("12345" for _ in range(4))) for label in ("Elm", "Oak", "Ash")]
    text, levels = printed((("Ward", "Total", "Crude", "Gas", "Stock"), *rows), xs=xs)
    for x, words in ((215, "Made"), (335, "Kept")):
        text += tokens(words, x, levels[0] - 16, BOLD)
    drawn = [across(y, xs[0], xs[-1]) for y in (levels[0] - 20, levels[1], levels[-1])]
    pieces = [across(levels[0], xs[1], xs[4] - 12), across(levels[0], xs[4], xs[5])]
    grid = only(columns.grids([*drawn, *pieces], (), text, ()))
    assert [(s.row, s.col, s.col_span) for s in grid.cells if s.col_span > 1] == [(0, 1, 3)]


@pytest.mark.parametrize("lined", [True, False], ids=["with a line below", "without"])
@pytest.mark.parametrize("titled", [True, False], ids=["each below a title", "the next below a title"])
def test_tables_below_each_other_whose_headings_have_two_levels_are_two(titled: bool, lined: bool) -> None:
    xs = (50.0, 80.0, 250.0, 320.0, 390.0, 550.0)
    rows = [
        ("1.1", "Build forty homes", "May", "June", "Let"),
        ("1.2", "Review parking", "July", "–", "Late"),
    ]
    text, drawn = [], []
    for k, top in enumerate((100.0, 300.0)):
        own, levels = printed((("Ref|", "Action|", "|Original", "|Revised", "Progress|"), *rows), top, xs)
        own = [*tokens("Date", 254, levels[0] + 4, BOLD), *own]
        text += [*own, *(tokens(f"Objective {k}", 54, top - 24, BOLD) if k or titled else ())]
        drawn += [across(y, xs[0], xs[-1]) for y in levels[1:]]
        drawn += [across(levels[0] + 16, xs[2], xs[4])] if lined else []
        foot = levels[-1]
    drawn.append(across(foot, xs[0], xs[-1]))
    found = [texts(grid, text) for grid in columns.grids(drawn, (), text, ())]
    heads = [["Ref", "Action", "Date", "Progress"], ["Original", "Revised"]]
    heads = heads if lined else [["Ref", "Action", "DateOriginal", "Revised", "Progress"]]
    body = [[cell.replace(" ", "") for cell in row] for row in rows]
    assert found == [[*heads, *body], [*heads, *body]]


def test_pieces_of_rules_below_headings_of_two_tables_make_none_and_one_s_row_may_begin_at_the_foot() -> None:
    xs = (50.0, 80.0, 250.0, 320.0, 390.0, 550.0)
    heads = ("Ref|", "Action|", "|Original", "|Revised", "Progress|")
    rows = [
        ("1.1", "Build forty homes", "May", "June", "Let"),
        ("1.2", "Review parking", "July", "–", "Late"),
    ]
    text, drawn = [], []
    for k, (top, held) in enumerate(((100.0, 2), (250.0, 2), (400.0, 1))):
        own, levels = printed((heads, *rows[:held]), top, xs)
        text += [*tokens("Date", 254, levels[0] + 4, BOLD), *own, *tokens(f"Aim {k}", 54, top - 24, BOLD)]
        drawn += [across(y, xs[0], xs[-1]) for y in levels[1 : held + held]]
        drawn += [across(levels[0] + 16, xs[2], xs[4])]
    found = [texts(grid, text) for grid in columns.grids(drawn, (), text, ())]
    top_rows = [["Ref", "Action", "Date", "Progress"], ["Original", "Revised"]]
    body = [[cell.replace(" ", "") for cell in row] for row in rows]
    assert sorted(found) == sorted([[*top_rows, *body], [*top_rows, *body], [*top_rows, body[0]]])


def test_the_second_line_of_a_heading_in_the_first_column_is_no_title_of_headings_below_it() -> None:
    """`Action` over `no.`, level with the piece of a rule below the heading of several columns."""
    xs = (50.0, 110.0, 250.0, 320.0, 390.0, 550.0)
    rows = [
        ("1.1", "Build forty homes", "May", "June", "Let"),
        ("1.2", "Review parking", "July", "–", "Late"),
    ]
    text, levels = printed((("Action|no.", "Task|", "||Original", "||Revised", "Progress|"), *rows), xs=xs)
    text += tokens("Date", 254, levels[0] + 4, BOLD)
    drawn = [across(y, xs[0], xs[-1]) for y in levels]
    drawn.append(across(levels[0] + 26, xs[2], xs[4]))
    grid = only(columns.grids(drawn, (), text, ()))
    assert texts(grid, text) == [
        ["Actionno.", "Task", "Date", "Progress"],
        ["Original", "Revised"],
        *[[cell.replace(" ", "") for cell in row] for row in rows],
    ]


LED = [(*row[:2], f"{row[2]} Archer", "June 2026", row[-1]) for row in ROWS]


def undrawn(rows: Sequence[Sequence[str]], top: float = 100) -> tuple[list[Token], list[Fill]]:
    """Headings of two levels of which nothing draws the columns, above rows of which every second is a stripe."""
    body, levels = printed(rows, top + 30, XS, head=False)
    upper = (("Ref", 54), ("Action", 84), ("Delivery", 298), ("Progress", 394))
    heads = [*((*one, top) for one in upper), ("Who", 254, top + 14), ("When", 324, top + 14)]
    text = [*(t for words, x, at in heads for t in tokens(words, x, at, BOLD)), *body]
    bands = [Box(XS[0], a, XS[-1], b) for a, b in [*pairwise(levels)][::2]]
    return text, [Fill(box, "#dce6f1") for box in bands]


def test_a_heading_between_two_that_nothing_draws_stands_over_both() -> None:
    """They were one heading of both columns, and what these said was in no field, without a finding."""
    text, fills = undrawn(LED)
    grid = only(columns.grids((), fills, text, ()))
    assert texts(grid, text)[:2] == [["Ref", "Action", "Delivery", "Progress"], ["Who", "When"]]
    assert texts(grid, text)[2] == [word.replace(" ", "") for word in LED[0]]


def test_columns_below_headings_of_two_levels_are_known_on_the_next_page() -> None:
    """One row alone does not show the edge below the heading that stands over both."""
    before, fills = undrawn(LED)
    known = layouts.of_grids(columns.grids((), fills, before, ()), before)
    text, fills = undrawn([("1.5", "Mend the old bridge", "Bo", "May", "Begun")])
    grid = only(columns.grids((), fills, text, (), known))
    assert grid.xs == known[0].xs


def test_a_column_that_two_headings_reach_over_is_one_s() -> None:
    """It had two cells in one place."""
    xs = (50.0, 100.0, 150.0, 200.0)
    heads = [*tokens("Planned works.", 55, 100), *tokens("Position now", 132, 100)]
    names = [
        token for x, name in ((60, "Lead"), (105, "Due"), (160, "Was")) for token in tokens(name, x, 112)
    ]
    whole = Grid(xs, (98.0, 124.0, 140.0), tuple(Span(row, col, 1, 1) for row in (0, 1) for col in range(3)))
    grid = overheads.parted(whole, tuple(phrases.rows([*heads, *names])), xs)
    assert [(s.col, s.row_span, s.col_span) for s in grid.cells if s.row == 0] == [(0, 1, 2), (2, 1, 1)]


def test_a_short_heading_on_the_middle_over_two_columns_stands_between_theirs() -> None:
    """It ran over the edge between the two, which rules draw: `By when` and `Owner` were one column, and so were
    `Status` and the figures beside it."""
    xs = (50.0, 180.0, 250.0, 320.0, 400.0, 480.0)
    heads = [(240.0, 104, "Who"), (204.0, 119, "Owner"), (274.0, 119, "By when")]
    heads += [(390.0, 104, "How it"), (344.0, 119, "RAG"), (430.0, 119, "Done")]
    rows = [
        ("Build forty homes", "Ann Lee", "May 2025", "On track", "85%"),
        ("Review", "Bo Ray", "June", "Late", "9%"),
    ]
    body, levels = printed(rows, top=134, xs=xs, head=False)
    text = [*tokens("Action", 54, 104, BOLD), *body]
    text += [t for x, top, said in heads for t in tokens(said, x, top, BOLD)]
    pieces = [across(y, a, b) for y in (100.0, *levels) for a, b in pairwise(xs)]
    pieces += [across(117, a, b) for a, b in pairwise(xs[1:])]
    grid = only(columns.grids(pieces, (), text, ()))
    assert texts(grid, text)[-1] == ["Review", "BoRay", "June", "Late", "9%"]
    assert [row for row in texts(grid, text) if "Who" in row and "Howit" in row]


def test_a_page_with_a_note_alone_below_such_headings_has_the_columns_of_the_page_before() -> None:
    """The note ran over the edges, and its row had no columns that any other table has."""
    xs = (50.0, 180.0, 250.0, 320.0)
    heads = [(54.0, 104, "Action"), (240.0, 104, "Who"), (204.0, 119, "Owner"), (274.0, 119, "By when")]
    text = [t for x, top, said in heads for t in tokens(said, x, top, BOLD)]
    text += tokens("Progress: the homes were let in the whole of May", 54, 140)
    pieces = [across(y, a, b) for y in (100.0, 134.0, 156.0) for a, b in pairwise(xs)]
    pieces += [across(117, a, b) for a, b in pairwise(xs[1:])]
    known = layouts.Layout(xs, "ActionWhoOwnerBywhen", (54.0, 184.0, 254.0))
    assert only(columns.grids(pieces, (), text, (), [known])).xs == xs
