"""Tables in a frame that no rule parts: what goes on behind a page's end, and headings of rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.grids.grid import Grid
from parsers.grids.grid import grids as drawn_by
from parsers.page import Fill, Rule, Token
from parsers.ruled import frames
from parsers.stacks import openings
from parsers.stacks.layouts import Layout
from tests.parsers.printing import across, down, tokens
from tests.parsers.stacks.test_eye import BODY, BOLD, HEAD, LINE, PAD, XS, plain, printed, texts

BEFORE = Layout(XS, "RefActionLeadProgress")
OTHER = Layout((*XS[:-1], 500.0), "RefActionLeadProgress")


def framed(top: float, foot: float, *levels: float) -> list[Rule]:
    return [
        *(across(y, XS[0], XS[-1]) for y in (*levels, foot)),
        *(down(x, top, foot) for x in (XS[0], XS[-1])),
    ]


def read(rules: Sequence[Rule], text: Sequence[Token], *known: Layout) -> Grid:
    (grid,) = frames.whole(drawn_by(rules), rules, text, known)
    return grid


def test_a_frame_without_an_upper_side_has_the_rows_of_the_table_before() -> None:
    text, levels = printed(BODY, pad=8, head=False)
    assert texts(read(framed(levels[0], levels[-1]), text, OTHER, BEFORE), text) == plain(BODY)


def test_a_text_alone_in_a_frame_without_an_upper_side_is_the_rest_of_a_row() -> None:
    text, levels = printed((("", "", "", "and the roof was mended"),), head=False)
    grid = read(framed(levels[0], levels[-1]), text, BEFORE)
    assert texts(grid, text) == [["", "", "", "andtheroofwasmended"]]


def test_a_closed_frame_goes_on_with_no_table() -> None:
    text, levels = printed(BODY, pad=8, head=False)
    assert len(read(framed(levels[0], levels[-1], levels[0]), text, BEFORE).xs) == 2


def test_rows_between_headings_of_rows_are_told_by_the_air_above_them() -> None:
    """The table was not understood, and all its rows were lost."""
    head, levels = printed((HEAD,))
    text, top = list(head), levels[-1]
    for theme in ("Housing and jobs", "Streets and parks"):
        text += tokens(theme, XS[0] + PAD, top + PAD, BOLD)
        rows, below = printed(BODY, top + LINE + 2 * PAD, pad=8, head=False)
        text, top = [*text, *rows], below[-1]
    told = texts(read(framed(100, top, 100, levels[1]), text), text)
    themes = [row for row in told if not row[-1]]
    assert [row for row in told if row[-1]] == plain((HEAD, *BODY, *BODY))
    assert [row[0] for row in themes] == ["Housingandjobs", "Streetsandparks"]


def test_headings_of_two_levels_that_are_painted_draw_the_columns_of_a_frame() -> None:
    """Only the cells over both levels were looked at, and two columns were one."""
    text, levels = printed(BODY, 140, pad=8, head=False)
    heads = (
        ("Ref", 54, 104),
        ("Action", 84, 104),
        ("Delivery", 390, 104),
        ("Lead", 254, 124),
        ("Progress", 354, 124),
    )
    text += [t for words, x, top in heads for t in tokens(words, x, top, BOLD)]
    boxes = [Box(*XS[:1], 100, XS[1], 140), Box(XS[1], 100, XS[2], 140), Box(XS[2], 100, XS[-1], 120)]
    boxes += [Box(XS[2], 120, XS[3], 140), Box(XS[3], 120, XS[-1], 140)]
    painted = [Fill(box, "#1f4f78") for box in boxes]
    (frame,) = drawn_by(framed(100, levels[-1], 100, 140, *levels))
    assert frames.completed(frame, text, painted).xs == XS


def test_every_second_row_without_upright_rules_has_the_columns_of_the_others() -> None:
    """Each was one cell with the words of all its columns line by line, and its action was lost."""
    text, levels = printed((HEAD, *BODY, ("1.4", "Plant trees", "Di Fox", "Begun|in March")))
    drawn = [across(y, XS[0], XS[-1]) for y in levels]
    drawn += [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    drawn += [down(x, levels[k], levels[k + 1]) for x in XS[1:-1] for k in (0, 1, 3)]
    (grid,) = drawn_by(drawn)
    assert [span.col_span for span in grid.cells].count(4) == 2
    assert texts(frames.completed(grid, text), text) == plain(
        (HEAD, *BODY, ("1.4", "Plant trees", "Di Fox", "Begun|in March"))
    )


def test_a_heading_of_rows_over_all_columns_stays_whole() -> None:
    text, levels = printed((HEAD, ("Housing and jobs for all who live in the town", "", "", ""), *BODY[:1]))
    drawn = [across(y, XS[0], XS[-1]) for y in levels]
    drawn += [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    drawn += [down(x, levels[k], levels[k + 1]) for x in XS[1:-1] for k in (0, 2)]
    (grid,) = drawn_by(drawn)
    assert frames.completed(grid, text) == grid


def test_a_heading_of_rows_in_bold_with_texts_flush_with_the_columns_stays_whole() -> None:
    """`Priority 1`, who answers for it and how it goes were an action."""
    band = ("", "Homes for all", "Cy Ray", "On track")
    text, levels = printed((HEAD, band, *BODY))
    text = [t._replace(style=BOLD) if levels[1] < t.box.centre[1] < levels[2] else t for t in text]
    drawn = [across(y, XS[0], XS[-1]) for y in levels]
    drawn += [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    drawn += [down(x, levels[k], levels[k + 1]) for x in XS[1:-1] for k in (0, *range(2, len(levels) - 1))]
    (grid,) = drawn_by(drawn)
    assert frames.completed(grid, text) == grid


def test_texts_that_fill_their_columns_in_a_frame_are_cut_where_painted_headings_begin() -> None:
    """A page on which two texts nearly touched was one column, and its rows were lost without a word."""
    full = "The homes of the whole estate in the north of the town"  # ends 2 points before the next column's text
    xs = (50.0, 54.0 + 5 * len(full), 450.0, 550.0)
    rows = (
        ("Action", "Lead", "Progress"),
        (full, "Ann", "Let"),
        ("Jobs", "Bo Bull", "Begun"),
        (full, "Cy", "Done"),
    )
    text: list[Token] = []
    for k, row in enumerate(rows):
        for x, words in zip(xs, row, strict=False):
            made = tokens(words, x + 2, 104 + 20 * k, BOLD if not k else None)
            text += [t._replace(run=1 + k * 10 + xs.index(x)) for t in made]
    painted = [Fill(Box(a, 100, b, 120), "#d9d9d9") for a, b in pairwise(xs)]
    rules = [across(y, xs[0], xs[-1]) for y in (100.0, 120.0, 182.0)]
    rules += [down(x, 100, 182) for x in (xs[0], xs[-1])]
    (grid,) = frames.whole(drawn_by(rules), rules, text, (), painted)
    assert texts(grid, text) == plain(rows)


def test_headings_of_two_levels_printed_again_in_a_frame_keep_its_columns() -> None:
    """The names of groups ran over the columns below their second print, and the table was a single column."""
    heads = (
        ("Ref", 54, 4),
        ("Action", 84, 4),
        ("Delivery", 330, 4),
        ("Lead", 254, 24),
        ("Progress", 354, 24),
    )
    text: list[Token] = []
    painted: list[Fill] = []
    inner: list[float] = []
    top = 100.0
    for _ in range(2):
        text += [t for words, x, y in heads for t in tokens(words, x, top + y, BOLD)]
        boxes = [
            Box(XS[0], top, XS[1], top + 40),
            Box(XS[1], top, XS[2], top + 40),
            Box(XS[2], top, XS[-1], top + 20),
        ]
        boxes += [Box(a, top + 20, b, top + 40) for a, b in pairwise(XS[2:])]
        painted += [Fill(box, "#1f4f78") for box in boxes]
        rows, levels = printed(BODY, top + 40, pad=8, head=False)
        text, inner, top = [*text, *rows], [*inner, top, *levels], levels[-1]
    (grid,) = drawn_by(framed(100, top, *inner))
    found = frames.completed(grid, text, painted)
    assert found.xs == XS
    assert [row for row in texts(found, text) if len(row) == len(XS) - 1 and row[0][:1].isdigit()] == plain(
        [*BODY, *BODY]
    )


def test_rules_in_a_frame_that_leave_columns_out_part_no_merged_cells() -> None:
    """A style draws no uprights but the frame's: the first cell's lines were cut by the rules beside it."""
    rows = (
        HEAD,
        ("1.1|to|build", "Build forty homes|in the old town", "Ann", "Begun"),
        ("", "Review parking", "", "Let"),
        BODY[1],
    )
    text, levels = printed(rows, pad=1)
    rules = framed(levels[0], levels[-1], *levels[:2], levels[3])
    rules += [across(levels[2], XS[1], XS[2]), across(levels[2], XS[3], XS[4])]
    painted = [Fill(Box(a, levels[0], b, levels[1]), "#1f4f78") for a, b in pairwise(XS)]
    (grid,) = frames.whole(drawn_by(rules), rules, text, (), painted)
    assert [s.row_span for s in grid.cells if s.row == 1] == [2, 1, 2, 1]


@pytest.mark.parametrize(
    ("step", "dash"), [(6.0, 4.5), (50.0, 35.0), (250.0, 249.0), (450.0, 100.0), (90.0, 0.0)]
)
def test_broken_rules_and_short_ones_leave_no_columns_out(step: float, dash: float) -> None:
    """Dashes that are strokes of their own were pieces beside merged cells, and no row was read. One of no length
    stopped the page."""
    text, levels = printed((HEAD, *BODY), pad=8)
    drawn = framed(levels[0], levels[-1], *levels)
    rules = [r for r in drawn if not r.horizontal or r.top in (levels[0], levels[1], levels[-1])]
    for y in levels[2:-1]:
        rules += [across(y, XS[0] + step * k, XS[0] + step * k + dash) for k in range(int(500 / step))]
    (frame,) = drawn_by(drawn)
    assert texts(frames.completed(frame, text, (), (), rules), text) == plain((HEAD, *BODY))


def test_pieces_of_rules_with_which_a_frame_is_not_understood_part_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, levels = printed((HEAD, *BODY), pad=8)
    drawn = framed(levels[0], levels[-1], *levels)
    rules = [*framed(levels[0], levels[-1], *levels[:2]), *(across(y, XS[1], XS[4]) for y in levels[2:-1])]
    (frame,) = drawn_by(drawn)
    below = frames._below_heads
    monkeypatch.setattr(frames, "_below_heads", lambda *args: None if args[-1] else below(*args))
    assert texts(frames.completed(frame, text, (), (), rules), text) == plain((HEAD, *BODY))


def test_one_row_without_a_reference_loses_no_table_of_a_frame() -> None:
    """Rows below one with a reference were none where they had another word, and the frame was one cell."""
    rows = (
        HEAD,
        ("1.1", "Open the hub for older people|Centre by June", "Ann Lee", "45% done"),
        ("New", "Publish a map of the places|People can go to", "Cy Moss", "10% done"),
        ("1.3", "Buy two buses and run them|All year", "Dee Poe", "20% done"),
    )
    text, levels = printed(rows, pad=1)
    assert texts(read(framed(levels[0], levels[-1], *levels[:2]), text), text) == plain(rows)


def test_a_long_row_alone_in_a_frame_is_one_where_no_line_has_a_number_of_its_own() -> None:
    """Its second line began with capitals in most columns, and the page was not read."""
    rows = (
        HEAD,
        (
            "1.1 TSA",
            "Build forty homes|In the old town|For all",
            "Ann|Lee",
            "Contract let|Works began|and went on",
        ),
    )
    rows = (rows[0], ("1.1|TSA", *rows[1][1:]))
    text, levels = printed(rows)
    rules = framed(levels[0], levels[-1], *levels)
    assert texts(read(rules, text), text) == plain(rows)


def test_painted_headings_tell_columns_also_where_lines_do_not_tell_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A frame with a rule below its headings and merged cells: all rows were one cell's text, without a finding."""
    monkeypatch.setattr(openings, "levels", lambda *_, **__: ([], openings.DOUBT_ROWS))
    text, levels = printed((HEAD, *(("All", *row[1:]) for row in BODY)), pad=1)
    rules = framed(levels[0], levels[-1], *levels[:2])
    painted = [Fill(Box(a, levels[0], b, levels[1]), "#1f4f78") for a, b in pairwise(XS)]
    (grid,) = frames.whole(drawn_by(rules), rules, text, (), painted)
    assert (grid.xs, len(grid.ys), grid.doubt) == (XS, 3, openings.DOUBT_ROWS)


def _stepped(rows: Sequence[Sequence[str]]) -> tuple[Grid, list[Token]]:
    """A frame of which the sides alone are drawn row by row, with a rule below its headings."""
    text, levels = printed((HEAD, *rows))
    rules = [across(y, XS[0], XS[-1]) for y in (*levels[:2], levels[-1])]
    rules += [down(x, a, b) for x in (XS[0], XS[-1]) for a, b in pairwise(levels)]
    (grid,) = frames.whole(drawn_by(rules), rules, text, ())
    return grid, text


def test_the_sides_of_a_frame_that_are_drawn_row_by_row_tell_its_rows() -> None:
    rows = (*BODY, ("", "Plant trees", "", "Begun"))
    grid, text = _stepped(rows)
    assert texts(grid, text) == plain((HEAD, *rows))
    assert not grid.guessed


def test_a_label_alone_in_a_frame_opens_no_row_of_its_own() -> None:
    """`Update:` at the foot of a page is the row's above it, and was an action."""
    grid, _ = _stepped((*BODY, ("Update:", "", "", "")))
    assert len(grid.ys) <= 2 + len(BODY)


@pytest.mark.parametrize("title", ["1.3 Trees", "Action 1.3: Review the parking in all of the old town"])
def test_a_title_over_headings_and_one_row_with_its_comments_has_their_columns(title: str) -> None:
    """A title no wider than the first heading was taken for the headings, and the frame was a single column."""
    heads, row = ("Person", "State", "From", "Up to"), ("Bo Ray", "Begun", "01-Jul-2025", "30-Sep-2025")
    xs = (50.0, 150.0, 250.0, 350.0, 450.0)
    text: list[Token] = []
    drawn: list[Rule] = []
    for top in (100.0, 250.0):
        text += tokens(title, xs[0] + PAD, top + PAD, BOLD)
        for k, (head, value) in enumerate(zip(heads, row, strict=True)):
            text += tokens(head, xs[k] + PAD, top + 20 + PAD, BOLD)
            text += tokens(value, xs[k] + PAD, top + 40 + PAD)
        text += tokens("Comments:", xs[0] + PAD, top + 60, BOLD)
        text += tokens("All of it stands.", xs[0] + PAD + 50, top + 60)
        text += tokens("Last updated: 25-Sep", xs[0] + PAD, top + 74)
        drawn += [across(y, xs[0], xs[-1]) for y in (top, top + 20, top + 40, top + 90)]
        drawn += [down(x, top, top + 90) for x in (xs[0], xs[-1])]
    found = frames.whole(drawn_by(drawn), drawn, text)
    assert [[r for r in texts(grid, text) if len(r) == len(heads)][-2:] for grid in found] == 2 * [
        plain((heads, row))
    ]
