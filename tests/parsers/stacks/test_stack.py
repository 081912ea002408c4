"""Levels of tables whose merged cells a page break cuts: only the rules beside them stand there."""

from __future__ import annotations

from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Rule, Token
from parsers.stacks import eye as columns
from parsers.stacks.layouts import Layout
from parsers.stacks.stack import stacks
from tests.parsers.printing import across, style, tokens
from tests.parsers.stacks.test_eye import BODY, BOLD, HEAD, PAD, XS, plain, printed, rules, striped, texts

#: rows of four columns, of which the first is merged over the second and third row, and over all that follow
ROWS = (HEAD, *(("", *row[1:]) for row in (*BODY, BODY[1])))


def beside(levels: list[float]) -> list[Rule]:
    return [across(y, XS[1], XS[-1]) for y in levels]


def merged(levels: list[float], at: int, inset: float = PAD) -> list[Token]:
    return tokens("Homes", XS[0] + inset, levels[at] + PAD)


@pytest.mark.parametrize("inset", [PAD, 5.5], ids=["apart", "up to the edge"])
def test_rows_beside_a_merged_cell_that_a_page_s_foot_cuts_belong_to_the_table_whose_other_one_is_whole(
    inset: float,
) -> None:
    """They were a table of their own without headings, since rules beside the merged cell above begin higher up."""
    text, levels = printed(ROWS)
    text += merged(levels, 1) + merged(levels, 3, inset)
    drawn = [*rules(levels[:2]), *beside(levels[2:3]), *rules(levels[3:4]), *beside(levels[4:])]
    (grid,) = columns.grids(drawn, (), text, ())
    assert [row[0] for row in texts(grid, text)][1::2] == ["Homes", "Homes"]
    assert len(grid.ys) == len(levels)


def test_rows_beside_the_rest_of_a_merged_cell_that_says_nothing_more_stand_in_the_columns_of_the_page_before() -> (
    None
):
    text, levels = printed(ROWS[1:], head=False)
    text += merged(levels, 2)
    drawn = [*beside(levels[1:2]), *rules(levels[2:3]), *beside(levels[3:])]
    (grid,) = columns.grids(drawn, (), text, (), [Layout(XS, "")])
    assert len(texts(grid, text)) == len(ROWS) - 1
    assert (grid.xs[0], grid.xs[-1]) == (XS[0], XS[-1])


def test_signs_on_shading_beside_a_row_that_a_page_break_opens_are_no_table() -> None:
    """The shading of their column reaches higher than the first rule of the page."""
    text, levels = printed(ROWS[1:], head=False)
    text += merged(levels, 2)
    drawn = [*beside(levels[1:2]), *rules(levels[2:4]), *beside(levels[4:])]
    fills = [Fill(Box(XS[-2], a, XS[-1], b), "#00b050") for a, b in pairwise(levels)]
    (grid,) = columns.grids(drawn, fills, text, (), [Layout(XS, "")])
    assert len(texts(grid, text)) == len(ROWS) - 1


def test_rows_beside_a_merged_cell_that_begins_beside_the_first_of_them_are_no_table_of_their_own() -> None:
    """Nothing stood beside the rules below the first row: the page was read without its first columns."""
    rows = (
        ("1.1", *BODY[0][1:]),
        ("1.2", *BODY[1][1:]),
        *(("", *row[1:]) for row in (BODY[2], BODY[1], BODY[2])),
    )
    text, levels = printed(rows, head=False)
    drawn = [*rules(levels[1:2]), *beside(levels[2:-1]), *rules(levels[-1:])]
    (grid,) = columns.grids(drawn, (), text, (), [Layout(XS, "")])
    assert [row[0] for row in texts(grid, text)][:2] == ["1.1", "1.2"]
    assert len(grid.ys) == len(levels)


def test_one_rule_beside_a_merged_cell_makes_no_frame_of_those_around_it() -> None:
    """A page with two rows of one activity, and the end of another's, was not read."""
    rows = (("1.1", *BODY[0][1:]), ("1.2", *BODY[1][1:]), ("", *BODY[2][1:]))
    text, levels = printed(rows, head=False)
    drawn = [*rules(levels[1:2]), *beside(levels[2:3]), *rules(levels[3:])]
    (grid,) = columns.grids(drawn, (), text, (), [Layout(XS, "")])
    assert [row[0] for row in texts(grid, text)][:2] == ["1.1", "1.2"]
    assert len(grid.ys) == len(levels)


#: rows of which the first two cells are merged over all but the last
RESTS = (*(("", "", *row[2:]) for row in (*BODY, *BODY)), ("1.4", "Plant trees", "Di Fox", "Begun"))


def pieces(levels: list[float]) -> list[Rule]:
    return [across(y, a, b) for y in levels for a, b in pairwise(XS[2:])]


def test_many_rows_beside_a_merged_cell_without_more_text_are_no_table_of_their_own() -> None:
    """An activity of seven actions went on on the next page, where the rows had neither it nor their headings."""
    text, levels = printed(RESTS, head=False)
    drawn = [*pieces(levels[:-2]), *rules(levels[-2:])]
    (grid,) = columns.grids(drawn, (), text, (), [Layout(XS, "")])
    assert [row[-2:] for row in texts(grid, text)] == [row[-2:] for row in plain(RESTS)]
    assert len(grid.xs) == len(XS)


def test_rows_below_headings_of_their_own_beside_nothing_are_a_table() -> None:
    head, levels = printed((("", "", *HEAD[2:]),))
    text, own = printed(RESTS[:-1], levels[-1], head=False)
    more, lower = printed((HEAD, *BODY), own[-1] + 40)
    found = columns.grids(
        [*pieces(own), *rules(lower)], (), [*head, *text, *more], (), [Layout(XS, "RefActionLeadProgress")]
    )
    assert sorted(grid.xs[0] for grid in found) == [XS[0], XS[2]]


def test_a_merged_text_that_runs_beside_the_first_rule_of_a_page_is_one_cell() -> None:
    """What stood above the rule and what stood below it were two."""
    text, levels = printed(RESTS, head=False)
    rest = tokens("the mayor", XS[3] + PAD, levels[0] - 14)
    plans = [t for n in range(3) for t in tokens(f"part {n} of a plan", XS[1] + PAD, levels[0] - 14 + 12 * n)]
    text = [*text, *rest, *plans]
    drawn = [*pieces(levels[:-2]), *rules(levels[-2:])]
    (grid,) = columns.grids(drawn, (), text, (), [Layout(XS, "")])
    shown = [row for row in texts(grid, text) if any(row)]
    assert any("part0ofaplanpart1ofaplanpart2ofaplan" in row for row in shown)


def test_many_rows_below_the_only_whole_rule_of_a_page_are_its_table_s() -> None:
    rows = (("1.3", "Pave it", "Cy Moss", "Paved"), ("1.4", "Plant trees", "Di Fox", "Begun"), *RESTS[:-1])
    text, levels = printed(rows, head=False)
    drawn = [*rules(levels[1:2]), *pieces(levels[2:])]
    (grid,) = columns.grids(drawn, (), text, (), [Layout(XS, "")])
    assert [row[-2:] for row in texts(grid, text)] == [row[-2:] for row in plain(rows)]
    assert len(grid.xs) == len(XS)


def test_a_rule_above_the_first_whole_one_is_the_table_s_as_those_below_it_are() -> None:
    """The page before told the edge of the merged cell otherwise, by the white beside its texts."""
    row = ("1.3", "Pave it", "Cy Moss", "Paved")
    rows = (RESTS[0], RESTS[1], row, *RESTS[:2], ("1.4", *row[1:]))
    text, levels = printed(rows, head=False)
    drawn = [*pieces(levels[1:2]), *rules(levels[2:3]), *pieces(levels[3:5]), *rules(levels[5:])]
    known = Layout((XS[0], XS[1], XS[2] - 8, XS[3] - 9, XS[-1]), "")
    (grid,) = columns.grids(drawn, (), text, (), [known])
    assert [row[-2:] for row in texts(grid, text)] == [row[-2:] for row in plain(rows)]


def test_rows_below_the_first_of_a_page_beside_a_text_that_ends_in_it_are_no_table_of_their_own() -> None:
    """A page began with an activity whose own words were as high as its first row, and lost its first columns."""
    rows = (
        ("1.3", "Pave it all", "Cy Moss|and all", "Paved|now"),
        *RESTS[:4],
        ("1.4", "Plant trees", "Di Fox", "Begun"),
    )
    text, levels = printed(rows, head=False)
    drawn = [*pieces(levels[1:-2]), *rules(levels[-2:-1])]
    (grid,) = columns.grids(drawn, (), text, (), [Layout(XS, "")])
    assert [row[-2:] for row in texts(grid, text)] == [row[-2:] for row in plain(rows)]
    assert len(grid.xs) == len(XS)


WIDE = (*XS[:-1], 480.0, 640.0)
MEASURES = ("No.", "Indicator", "National", "Latest", "Good is")
FIGURES = (
    ("1", "Homes let in the year", "12", "14", "High"),
    ("2", "Calls that were answered", "", "9", "Low"),
)


@pytest.mark.parametrize("merged_target", [False, True], ids=["ruled whole", "a merged target"])
def test_a_wider_table_between_two_of_one_width_has_its_rows_to_itself(merged_target: bool) -> None:
    """Rows of actions had the headings of indicators in their texts, and these lost columns to a table beside them:
    rules beside a cell that is merged over rows end where those of the tables above and below do."""
    above, levels = printed((BODY[0], ("", *BODY[1][1:])), head=False)
    drawn = [*rules(levels[:1]), *beside(levels[1:2])]
    between, levels = printed((MEASURES, *FIGURES), levels[-1] + 30, WIDE)
    parts = [across(levels[2], WIDE[0], WIDE[2]), across(levels[2], WIDE[3], WIDE[-1])]
    drawn += [
        *rules(levels[:2], WIDE),
        *(parts if merged_target else rules(levels[2:3], WIDE)),
        *rules(levels[3:], WIDE),
    ]
    below, levels = printed((HEAD, *BODY), levels[-1] + 40)
    text = [*above, *between, *below]
    found = columns.grids([*drawn, *rules(levels)], (), text, (), [Layout(XS, "")])
    found = sorted(found, key=lambda grid: grid.ys)
    inked = [[word for word in row if word] for row in texts(found[-2], text)]
    assert inked == [[word for word in row if word] for row in plain((MEASURES, *FIGURES))]
    assert texts(found[-1], text) == plain((HEAD, *BODY))
    assert [word for word in texts(found[0], text)[1] if word] == plain([BODY[1][1:]])[0]


def test_the_last_row_of_a_wider_table_is_no_rest_of_the_page_before_above_the_next_table_s_first_rule() -> (
    None
):
    """It was a row of actions in the columns of the page before, and its indicator was lost."""
    text, levels = printed((MEASURES, *FIGURES), 100, WIDE)
    drawn = rules(levels[:-1], WIDE)
    head = levels[-1] + 24
    below, lower = printed((HEAD, *BODY), head + 24)
    title = tokens(
        "Priority Two: homes and places for all who live here", XS[0] + PAD, head + 6, style(size=12)
    )
    shown = [*drawn, across(head, XS[0], XS[-1]), *rules(lower)]
    band = Fill(Box(XS[0], lower[0], XS[-1], lower[1]), "#44546a")
    found = columns.grids(shown, (band,), [*text, *title, *below], (), [Layout(XS, "".join(HEAD))])
    wide, *narrow = sorted(found, key=lambda grid: grid.ys)
    assert [row[1] for row in texts(wide, text)][1:] == ["Homesletintheyear", "Callsthatwereanswered"]
    assert not any("Callsthatwereanswered" in row for grid in narrow for row in texts(grid, text))


def test_a_band_above_the_headings_of_a_table_takes_no_rows_that_stand_in_rules_of_its_own() -> None:
    """The band was read as a heading of rows in the columns of a table of the page before that is as wide."""
    text, levels = printed((HEAD, *BODY), 140)
    caption = tokens("How will we measure this?", WIDE[0] + PAD, 124, BOLD)
    band = Fill(Box(WIDE[0], 120, WIDE[-1], 140), "#d6dce4")
    found = columns.grids(rules(levels), (band,), [*caption, *text], (), [Layout(WIDE, "")])
    assert [plain((HEAD, *BODY))] == [texts(g, text) for g in found if g.xs[-1] == XS[-1]]
    assert all(g.xs[-1] == XS[-1] for g in found)


def test_a_row_between_two_rules_alone_has_its_sign_in_the_column_of_signs() -> None:
    """Signs of several colours are no points of a list, and one row of a page has one of them."""
    head = ("RAG", "Activity", "Lead", "Progress")
    found: list[Token] = []
    drawn: list[Rule] = []
    for top, sign, colour, row in ((100, "●", "#00aa00", BODY[0]), (300, "★", "#0000aa", BODY[1])):
        text, levels = printed((head, ("", *row[1:])), top)
        found += text
        found += tokens(sign, 60, levels[1] + PAD, style(colour=colour))
        drawn += [across(y, XS[0], XS[-1]) for y in levels]
    for grid in columns.grids(drawn, (), found, ()):
        assert len(grid.xs) == len(XS)


def test_stripes_whose_cells_are_cut_in_two_ways_are_two_tables() -> None:
    """The page goes on with one table, and the next has one stripe: all was read in the columns of neither where labels
    in bold left headings unlike no row."""
    xs = (XS[0], 230.0, 300.0, 380.0, 460.0, XS[-1])
    rows = (HEAD, ("", "", "", "mayor and his wife"), *BODY, *BODY[:1])
    text, levels = printed(rows, pad=2)
    measures = [
        ("Measure", "Nation", "Target", "Latest", "Before"),
        ("Homes let in the old town", "12.2%", "20%", "14.4%", "11.9%"),
        ("Homes built", "30.1%", "44%", "41.0%", "40.2%"),
    ]
    title = tokens("How will we measure progress?", XS[0], levels[-1] + 10, BOLD)
    more, below = printed(measures, levels[-1] + 30, xs, pad=2)
    text = [t._replace(style=BOLD) if t.box.x0 < XS[1] else t for t in text]
    more = [t._replace(style=BOLD) if t.box.x0 < xs[1] else t for t in more]
    fills = [*striped(levels, 2), *striped(below, 1, xs)]
    known = [Layout(XS, "".join(HEAD), tuple(x + PAD for x in XS[:-1]))]
    found = columns.grids((), fills, [*text, *title, *more], (), known)
    first = min(found, key=lambda grid: grid.ys[0])
    assert texts(first, text) == plain(rows)
    assert not first.doubt


def test_two_narrow_striped_keys_around_a_wider_table_are_none_of_its_rows() -> None:
    """Headings of the wider table stood above the first key, too: one table of both keys swallowed all rows between."""
    wide = [(100, 120), (240, 260), (280, 300), (320, 340), (360, 380)]
    narrow = [(150, 170), (190, 210), (420, 440), (460, 480)]
    fills = [Fill(Box(50, a, 550, b), "#dce6f1") for a, b in wide]
    fills += [Fill(Box(50, a, 250, b), "#dce6f1") for a, b in narrow]
    keys = [s for s in stacks([], fills, [], []) if s.right == 250]
    assert [(s.levels[0], s.levels[-1]) for s in keys] == [
        (420, 480)
    ]  # the other is parted from the wide one by its text


def test_short_rules_of_a_merged_cell_belong_to_the_table_that_stands_around_them() -> None:
    """Below a key as narrow, the next table of the same width began at the merged cell's first rule: its six rows and
    the key were one table, and no row was read."""
    levels = [100, 120, 200, 220, 300]
    drawn = [across(y, 50, 550) for y in levels]
    drawn += [across(y, 200, 550) for y in (150, 240, 270)]
    drawn += [across(y, 50, 180) for y in (340, 360, 380)]
    drawn += [across(y, 50, 550) for y in (400, 420, 440, 460)]
    text = [t for k, y in enumerate((125, 155, 225, 245, 275)) for t in tokens(f"Plant trees {k}", 210, y)]
    text += [*tokens("1.1 Parks", 54, 125), *tokens("1.2 Roads", 54, 225), *tokens("Key words", 54, 345)]
    text += [t for y in (405, 425, 445) for x in (54, 210) for t in tokens("Homes let", x, y)]
    whole = [s for s in stacks(drawn, [], text, []) if s.right - s.left == 500]
    assert [(s.levels[0], s.levels[-1]) for s in whole] == [(100, 300), (400, 460)]
