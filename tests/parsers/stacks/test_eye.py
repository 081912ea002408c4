"""Tables with horizontal rules or bands of shading only, and grids whose rules draw less than all cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.geometry import Box
from parsers.grids.grid import Grid
from parsers.grids.grid import grids as drawn_by
from parsers.page import Fill, Rule, Style, Token
from parsers.ruled import frames
from parsers.stacks import eye as columns
from parsers.stacks import layouts, openings
from parsers.stacks import stack as stacks
from parsers.stacks.layouts import Layout
from parsers.text import phrases
from tests.parsers.printing import across, down, lattice, style, tokens

XS = (50.0, 80.0, 250.0, 350.0, 550.0)
HEAD = ("Ref", "Action", "Lead", "Progress")
#: texts of two lines and of one, as they stand in cells; no place is blank in all lines but the gutters
BODY = (
    (
        "1.1",
        "Build forty new homes for|rent in the old town",
        "Ann Lee",
        "Contract let in May and|works began",
    ),
    ("1.2", "Review parking", "Bo Ray", "Not started"),
    ("1.3", "Open a second library|with longer hours", "Cy Moss|and team", "Opened in June by the|mayor"),
)
BOLD = Style("Helvetica-Bold", 10, True, False, "#000000", 0, False, None)
BAND, LINE, PAD = "#dce6f1", 12.0, 4.0
BOOKTABS = ("top", "head", "foot")


def printed(
    rows: Sequence[Sequence[str]],
    top: float = 100,
    xs: Sequence[float] = XS,
    pad: float = PAD,
    head: bool = True,
) -> tuple[list[Token], list[float]]:
    """A table's characters, its first row bold, and the levels between its rows."""
    text: list[Token] = []
    levels = [top]
    for k, row in enumerate(rows):
        lines = [cell.split("|") for cell in row]
        for x, cell in zip(xs, lines, strict=False):
            for n, line in enumerate(cell):
                text += tokens(line, x + PAD, levels[-1] + pad + n * LINE, BOLD if head and not k else None)
        levels.append(levels[-1] + 2 * pad + LINE * max(map(len, lines)))
    return text, levels


def rules(levels: Iterable[float], xs: Sequence[float] = XS) -> list[Rule]:
    return [across(y, xs[0], xs[-1]) for y in levels]


def texts(grid: Grid, text: Sequence[Token]) -> list[list[str]]:
    """The grid's cells by row, letters only."""
    found: list[list[str]] = [[] for _ in grid.ys[1:]]
    for cell in grid.cells:
        box = grid.box_of(cell)
        found[cell.row].append("".join(c.text for c in text if box.holds(*c.box.centre) and c.text != " "))
    return found


def plain(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace(" ", "").replace("|", "") for cell in row] for row in rows]


def only(found: list[Grid]) -> Grid:
    (grid,) = found
    return grid


TABLE = (HEAD, *BODY)


@pytest.mark.parametrize(
    "bounded", [slice(None), slice(1, None)], ids=["all rules", "none above the headings"]
)
def test_columns_of_a_table_with_a_rule_between_rows(bounded: slice) -> None:
    text, levels = printed(TABLE)
    grid = only(columns.grids(rules(levels[bounded]), (), text, ()))
    assert texts(grid, text) == plain(TABLE)
    assert not grid.doubt


def test_headings_tell_a_chance_gap_from_a_column() -> None:
    rows = (("Measure", "Latest", "Good is"), ("Homes", "82 (2015)", "High"), ("Calls", "76 (2016)", "Low"))
    xs = (50.0, 200.0, 300.0, 400.0)
    text, levels = printed(rows, xs=xs)
    parted = [
        c._replace(box=c.box._replace(x0=c.box.x0 + 20, x1=c.box.x1 + 20))
        if c.style != BOLD and 215 < c.box.x0 < 290
        else c
        for c in text
    ]
    grid = only(columns.grids(rules(levels, xs), (), parted, ()))
    assert len(grid.xs) == 4


def test_ends_of_partial_rules_are_columns_and_leave_merged_cells() -> None:
    rows = (HEAD, ("1.1", "Homes", "Ann", "Let"), ("", "", "Bo", "Begun"), ("", "", "Cy", "Done"))
    text, levels = printed(rows)
    ruled = rules([levels[0], levels[1], levels[4]]) + [across(y, XS[2], XS[4]) for y in levels[2:4]]
    grid = only(columns.grids(ruled, (), text, ()))
    spans = {(c.row, c.col): c.row_span for c in grid.cells}
    assert (spans[1, 0], spans[1, 1]) == (3, 3)
    assert [spans[row, 2] for row in (1, 2, 3)] == [1, 1, 1]
    assert 250.0 in grid.xs


def test_a_pieced_rule_parts_text_that_a_centred_column_leaves_close() -> None:
    rows = (
        ("Action", "RAG"),
        ("Build it by the end of next spring", "Amber"),
        ("Plan", "Red"),
        ("Let it", "Red"),
    )
    xs = (50.0, 229.0, 290.0)  # the first column's longest line ends 5 points before the second's text
    text, levels = printed(rows, xs=xs)
    pieces = [across(y, a, b) for y in levels for a, b in pairwise(xs)]
    grid = only(columns.grids(pieces, (), text, ()))
    assert texts(grid, text) == plain(rows)


def test_two_tables_with_the_same_ends_are_parted_by_a_heading() -> None:
    text, levels = printed(TABLE)
    other = (
        ("Measure", "Latest"),
        ("Homes built in all of the town", "41"),
        ("Calls answered in time", "93%"),
    )
    wide = (XS[0], 400.0, XS[-1])
    more, below = printed(other, levels[-1] + 40, wide)
    title = tokens("Measures", 54, levels[-1] + 20, BOLD)
    found = columns.grids([*rules(levels), *rules(below)], (), [*text, *title, *more], ())
    assert [texts(g, [*text, *more]) for g in found] == [plain(TABLE), plain(other)]


def test_a_group_row_does_not_part_a_table() -> None:
    text, levels = printed(
        (HEAD, BODY[0], ("Theme two: everything that is to do with the parks|", "", "", ""), *BODY[1:])
    )
    grid = only(columns.grids(rules(levels), (), text, ()))
    assert len(grid.ys) == 6
    assert [c.col_span for c in grid.cells if c.row == 2] != [1, 1, 1, 1]


def test_a_legend_below_a_table_is_not_its_rows() -> None:
    text, levels = printed(TABLE)
    foot = levels[-1]
    key = tokens("Key to the signs", 54, foot + 14, BOLD)
    for k, line in enumerate(
        ("Done - work has been completed by the deadline that was set", "Late - work has not")
    ):
        key += tokens(line, 120, foot + 40 + 20 * k)
    ruled = rules([*levels, foot + 32, foot + 52, foot + 72])
    assert texts(only(columns.grids(ruled, (), [*text, *key], ())), text) == plain(TABLE)


@pytest.mark.parametrize("first", [1, 2], ids=["odd rows shaded", "even rows shaded"])
def test_bands_of_shading_are_rows_also_where_the_last_has_none(first: int) -> None:
    text, levels = printed(TABLE)
    fills = [
        Fill(Box(XS[0], a, XS[-1], b), BAND)
        for k, (a, b) in enumerate(pairwise(levels))
        if not k or k % 2 == first % 2
    ]
    grid = only(columns.grids((), fills, text, ()))
    assert texts(grid, text) == plain(TABLE)


def test_a_source_below_shading_is_no_row() -> None:
    text, levels = printed((HEAD, *BODY[:2]))
    fills = [Fill(Box(XS[0], a, XS[-1], b), BAND) for k, (a, b) in enumerate(pairwise(levels)) if k != 1]
    source = tokens("Source: the council's own records of the year, as at June", 54, levels[-1] + 4)
    assert len(only(columns.grids((), fills, [*text, *source], ())).ys) == 4


@pytest.mark.parametrize("pad", [0.0, PAD], ids=["tight", "with air"])
@pytest.mark.parametrize("numbered", [True, False])
def test_booktabs_rows_open_where_their_lines_show_it(pad: float, numbered: bool) -> None:
    first = 0 if numbered else 1
    rows, xs = [row[first:] for row in TABLE], XS[first:]
    text, levels = printed(rows, xs=xs, pad=pad)
    grid = only(columns.grids(rules([levels[0], levels[1], levels[-1]], xs), (), text, ()))
    assert texts(grid, text) == plain(rows)
    assert not grid.doubt


@pytest.mark.parametrize("number", ["DP-{}", "CE.{}", "EN/{}", "A{}"])
def test_rows_open_at_their_numbers_however_these_are_written(number: str) -> None:
    """`DP-05` was no number, and three rows were one."""
    note = "No issues to report.|Work began in May.|It ends in June."
    body = [
        (number.format(k), "Plant trees", lead, note)
        for k, lead in ((5, ""), (6, "Ann Lee|and Bo Ray"), (7, ""))
    ]
    text, levels = printed((HEAD, *body), pad=0)
    grid = only(columns.grids(rules([levels[0], levels[1], levels[-1]]), (), text, ()))
    assert texts(grid, text) == plain((HEAD, *body))
    assert not grid.doubt


@pytest.mark.parametrize(
    ("head", "doubt"),
    [
        (HEAD, ""),
        (("", *HEAD[1:]), ""),  # over numbers of rows
        (("1.0", "Old homes", "Di", "Sold"), columns.DOUBT_COLUMNS),
        ((HEAD[0], "", *HEAD[2:]), columns.DOUBT_COLUMNS),
    ],
)
def test_columns_need_headings_that_name_them_or_are_doubted(head: tuple[str, ...], doubt: str) -> None:
    text, levels = printed((head, *BODY), head=False)
    assert only(columns.grids(rules(levels), (), text, ())).doubt == doubt


def test_booktabs_rows_that_nothing_tells_apart_are_doubted_not_guessed() -> None:
    rows = (
        ("Action", "Lead", "Progress"),
        ("Build forty|New homes|Parks", "Ann", "Contract let in May|Works began|Sent"),
    )
    xs = (50.0, 200.0, 300.0, 500.0)
    text, levels = printed(rows, xs=xs)
    grid = only(columns.grids(rules(levels, xs), (), text, ()))
    assert len(grid.ys) == 3
    assert grid.doubt == openings.DOUBT_ROWS


def test_a_line_above_a_row_whose_cells_are_set_at_the_top_is_the_rest_of_another() -> None:
    """The rest of a note of the page before opened the note of the first row below it, without a finding."""
    row = ("1.2", "Mend the roads|in town", "Bo", "Not begun")
    text, levels = printed((HEAD, ("", "", "", "Sent in May"), row))
    (band,) = [phrases.rows(c for c in text if c.box.top > levels[1])]
    assert [line[0].text for line in band] == ["SentinMay", "1.2", "intown"]
    opened, doubt = openings.levels((*XS[:-1], 550.0), [[], band], 1)
    assert (len(opened), doubt) == (1, "")


def test_a_wrapped_row_between_rules_is_not_cut() -> None:
    rows = (HEAD, ("1.1", "Build forty|new homes|for rent", "Ann|and|Bo", "Let in|May|2016"), BODY[1])
    text, levels = printed(rows)
    assert texts(only(columns.grids(rules(levels), (), text, ())), text) == plain(rows)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ((("North", "12", ""), ("South", "", "7"), ("West", "(3)", "")), ["North", "South", "West"]),
        (
            (("Halls and", "", ""), ("libraries", "12", "7"), ("Parks", "3", "1")),
            ["Hallsandlibraries", "Parks"],
        ),
        (
            (("Halls and", "12", "7"), ("libraries", "", ""), ("Parks", "3", "1")),
            ["Hallsandlibraries", "Parks"],
        ),
        ((("All", "", ""), ("Wards north", "1", "2"), ("South", "3", "4")), ["All", "Wardsnorth", "South"]),
    ],
)
def test_sparse_lines_of_figures_are_rows(lines: Sequence[Sequence[str]], rows: list[str]) -> None:
    xs = (50.0, 200.0, 300.0, 400.0)
    columns_of = ["|".join(cell or " " for cell in cells) for cells in zip(*lines, strict=True)]
    text, levels = printed((("Place", "2015", "2016"), columns_of), xs=xs)
    found = texts(only(columns.grids(rules(levels, xs), (), text, ())), text)
    assert [row[0] for row in found[1:]] == rows


@pytest.mark.parametrize("good", ["Smaller is better", "Higher"])
def test_lines_of_values_are_rows_though_quarters_to_come_are_blank(good: str) -> None:
    """Each of thirteen measures was in doubt: two columns of seven had no figure yet."""
    xs = (50.0, 200.0, 300.0, 360.0, 420.0, 480.0, 540.0, 600.0)
    names = ("Visits to halls", "Homes let", "Calls", "Roads", "Staff")
    columns_of = [
        "|".join(names),
        "|".join([good] * 5),
        *["|".join(str(k * n) for k in range(6, 1, -1)) for n in (11, 13, 17)],
    ]
    heads = ("Measure", "Good is", "Goal", "Q1", "Q2", "Q3", "Q4")
    text, levels = printed((heads, (*columns_of, "", "")), xs=xs)
    grid = only(columns.grids(rules(levels, xs), (), text, ()))
    assert not grid.doubt
    assert [row[0] for row in texts(grid, text)[1:]] == [name.replace(" ", "") for name in names]


@pytest.mark.parametrize(
    ("body", "doubt"),
    [
        (("Halls of the old|Town and parks|Wards", " |12|3", " |7|1"), openings.DOUBT_ROWS),
        (("Department of|Agriculture|Wards", "12| |3", "7| |1"), openings.DOUBT_ROWS),
        (("Department of|Agriculture|Forests", "12| | ", "7| | "), ""),
        (("Halls|Town and parks|Wards", "9| | ", " |7|1 of Ann"), openings.DOUBT_ROWS),
    ],
    ids=[
        "a label that may have wrapped",
        "a label that may go on below its figures",
        "one line of figures",
        "a text among the figures",
    ],
)
def test_figures_do_not_part_lines_that_may_be_one_row(body: Sequence[str], doubt: str) -> None:
    xs = (50.0, 200.0, 300.0, 400.0)
    text, levels = printed((("Place", "2015", "2016"), body), xs=xs)
    (band,) = [phrases.rows(c for c in text if c.box.top > levels[1])]
    assert openings.levels(xs, [[], band], 1) == ([], doubt)


def test_columns_are_learnt_from_the_page_before() -> None:
    text, levels = printed((("", "", "", "and works began after that"), BODY[2], BODY[1]), head=False)
    edges = (50.0, 81.0, 251.0, 351.0, 550.0)
    guessed = only(columns.grids(rules(levels), (), text, ()))
    known = only(columns.grids(rules(levels), (), text, (), [Layout(edges, "RefActionLeadProgress")]))
    assert guessed.doubt == columns.DOUBT_COLUMNS
    assert (known.xs, known.doubt) == (edges, "")


def test_known_columns_keep_where_a_longer_text_runs_over_the_middle_of_the_white() -> None:
    rows = (("2.1", "Extend the library by a storey", "Ann Lee", "Begun"), ("2.2", "Plant", "Bo", "Done"))
    text, levels = printed(rows, head=False)
    known = Layout((50.0, 80.0, 225.0, 350.0, 550.0), "", (54.0, 84.0, 254.0, 354.0))
    (grid,) = columns.grids(rules(levels), (), text, (), [known])
    assert grid.xs == (50.0, 80.0, 253.0, 350.0, 550.0)


def test_a_text_that_nearly_touches_the_next_one_ends_where_a_known_column_s_texts_begin() -> None:
    """A blank apart it was one text with the next column's, and all columns of the page were others'."""
    starts, rows = tuple(x + PAD for x in XS[:-1]), [*TABLE, ("1.4", "", "", "Begun")]
    plain_rows, levels = printed(rows)
    text = [t._replace(run=1 + k % 9) for k, t in enumerate(plain_rows)]
    for run, x, said in (
        (20, 88.5, "Plant"),
        (20, 117.0, "limesalongalllanestolowerby"),
        (21, 254.0, "Di Fox"),
    ):
        text += [t._replace(run=run) for t in tokens(said, x, levels[-2] + PAD)]
    known = Layout((50.0, 80.0, 250.0, 350.0, 550.0), "RefActionLeadProgress", starts)
    (grid,) = columns.grids(rules(levels), (), text, (), [known])
    assert texts(grid, text)[-1] == ["1.4", "Plantlimesalongalllanestolowerby", "DiFox", "Begun"]


@pytest.mark.parametrize("bold", [True, False])
def test_a_date_close_to_a_status_in_bold_begins_its_known_column(bold: bool) -> None:
    """`Milestone 30/09/2019` was one text, and all columns of a page without headings were others'."""
    rows = [("1.1", "Build homes", "", "30/09/2019"), ("1.2", "Review", "", "30/11/2020")]
    text, levels = printed(rows, head=False)
    text = [t._replace(run=1) for t in text]
    for top in levels[:-1]:
        said = tokens("Milestone", 354 - 4.5 - 45, top + PAD, BOLD if bold else None)
        text += [t._replace(run=2) for t in said]
    known = Layout(XS, "RefActionLeadProgress", (54.0, 84.0, 304.0, 354.0))
    found = columns.grids(rules(levels), (), text, (), [known])
    assert (
        any(texts(grid, text)[-1] == ["1.2", "Review", "Milestone", "30/11/2020"] for grid in found) is bold
    )


def test_rows_that_open_a_page_have_the_columns_of_the_last_table_before_and_not_of_one_below() -> None:
    """A table of other columns stood below them, as wide: it gave them its own, and two figures were one."""
    rows = [
        ("Homes let", "75.1%", "71.9%"),
        ("Roads mended", "9.1", "8.2"),
        ("Trees planted", "70.2%", "62.2%"),
    ]
    own, other = (50.0, 320.0, 450.0, 550.0), Layout(XS, "".join(HEAD))
    text, levels = printed(rows, xs=own, head=False)
    more, below = printed(TABLE, levels[-1] + 60)
    before = [other, Layout(own, "MeasureTargetActual")]
    found = columns.grids(rules([*levels, *below]), (), [*text, *more], (), before)
    (first,) = [grid for grid in found if grid.ys[0] < below[0] - 10]
    assert first.xs == own


def test_known_columns_that_text_crosses_are_wrong() -> None:
    text, levels = printed(TABLE)
    wrong = Layout((50.0, 80.0, 200.0, 350.0, 550.0), "RefActionLeadProgress")
    assert 200.0 not in only(columns.grids(rules(levels), (), text, (), [wrong])).xs


def test_layouts_carry_headings_to_the_next_page() -> None:
    text, levels = printed(TABLE)
    grid = only(columns.grids(rules(levels), (), text, ()))
    starts = tuple(x + PAD for x in XS[:-1])
    assert layouts.of_grids([grid], text) == [Layout(grid.xs, "RefActionLeadProgress", starts)]


def test_text_across_the_end_of_a_piece_is_doubted() -> None:
    text, levels = printed(TABLE)
    pieces = [across(y, a, b) for y in levels for a, b in pairwise((50.0, 150.0, 550.0))]
    assert only(columns.grids(pieces, (), text, ())).doubt == columns.DOUBT_CROSSED


@pytest.mark.parametrize(
    "text",
    [
        [
            c
            for k in range(6)
            for c in tokens(
                "A paragraph that runs over nearly all of the width of the page ", 54, 110 + 14 * k
            )
        ],
        [
            *tokens("Report to the cabinet", 54, 110),
            *tokens("Item 7", 480, 110),
            *tokens("By the chief officer", 54, 130),
        ],
        [],
    ],
    ids=["prose", "a title block", "nothing"],
)
def test_rules_around_other_text_are_no_table(text: list[Token]) -> None:
    assert columns.grids(rules([100.0, 220.0]), (), text, ()) == []


def test_a_banner_and_the_rule_under_a_title_make_no_table_of_the_key_between_them() -> None:
    title = Style("Helvetica-Bold", 13, True, False, "#000000", 0, False, None)
    text = [
        *tokens("Strategic Plan Progress Report", 54, 105, replace(title, size=19.0)),
        *tokens("Town of Fenwick | Office of the Clerk | Quarter Two", 54, 130),
        *tokens("Complete: it is finished", 90, 160),
        *tokens("New", 400, 160),
        *tokens("Late: it needs attention", 90, 176),
        *tokens("Mandated", 400, 176),
        *tokens("Focus Area One", 50, 205, title),
    ]
    banner = Fill(Box(50, 100, 550, 145), "#17375e", None)
    assert columns.grids(rules([220.0]), [banner], text, ()) == []


def test_rows_set_as_their_headings_stay_in_the_table_that_a_rule_ends() -> None:
    rows = [("Ward", "Sold", "Let"), ("Elm|Oak|Ash|Fir", "1.5|2.5|30|4.5", "9|8|7|6")]
    xs = (50.0, 200.0, 300.0, 400.0)
    text, levels = printed(rows, xs=xs, head=False)
    for k in range(3):
        prose = "The bureau revised all series of the survey in the spring"
        text += tokens(prose, 50, levels[-1] + 14 * (k + 1), style(size=12))
    grid = only(columns.grids(rules(levels, xs), (), text, ()))
    assert texts(grid, text)[1:] == [
        ["Elm", "1.5", "9"],
        ["Oak", "2.5", "8"],
        ["Ash", "30", "7"],
        ["Fir", "4.5", "6"],
    ]


def test_underlining_is_no_level() -> None:
    text, levels = printed(TABLE)
    word = next(c for c in text if c.text == "R" and c.box.top > levels[2])
    under = across(word.box.bottom + 0.5, word.box.x0, word.box.x0 + 5 * len("Review parking"))
    (stack,) = stacks.stacks([*rules(levels), under], (), text, ())
    assert stack.levels == tuple(levels)


def test_a_ruled_table_is_left_to_its_rules() -> None:
    text, levels = printed(TABLE)
    ruled = lattice(XS, levels)
    taken = drawn_by(ruled)
    assert columns.grids(ruled, (), text, taken) == []
    assert [frames.completed(g, text) for g in taken] == taken


def test_a_frame_with_rules_between_rows_gets_its_columns() -> None:
    text, levels = printed(TABLE)
    (framed,) = drawn_by(
        [*rules(levels), down(XS[0], levels[0], levels[-1]), down(XS[-1], levels[0], levels[-1])]
    )
    assert len(framed.xs) == 2
    assert texts(frames.completed(framed, text), text) == plain(TABLE)


def test_columns_that_only_the_headings_draw_hold_below() -> None:
    rows = (HEAD, *[(f"1.{k}", "Build", "Ann", "Done") for k in range(4)])
    text, levels = printed(rows)
    sides = [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    (half,) = drawn_by([*rules(levels), *sides, *(down(x, levels[0], levels[1]) for x in XS[1:-1])])
    assert len(half.cells) == 8
    assert texts(frames.completed(half, text), text) == plain(rows)


def test_titles_over_drawn_columns_stay_merged() -> None:
    rows = (HEAD, *[("Theme: all of the parks and the open spaces", "", "", "") for _ in range(4)])
    text, levels = printed(rows)
    sides = [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    (half,) = drawn_by([*rules(levels), *sides, *(down(x, levels[0], levels[1]) for x in XS[1:-1])])
    assert frames.completed(half, text) == half


def test_lines_between_drawn_columns_are_rows_only_if_each_fills_them() -> None:
    listed = (HEAD, ("A|B|C|D", "1|2|3|4", "5|6|7|8", "9|10|11|12"))
    prose = (HEAD, ("A", "Build forty|new homes|for rent|in town", "Ann", "Let in|May|2016"))
    for rows, high in ((listed, 6), (prose, 3)):
        text, levels = printed(rows)
        (grid,) = drawn_by(lattice(XS, levels))
        assert len(frames.completed(grid, text).ys) == high


def test_phrases_part_at_wide_gaps_but_not_behind_the_sign_of_a_list() -> None:
    text = [
        *tokens("• one", 50, 50),
        *tokens("two three", 100, 50),
        *tokens("turned", 200, 50, style(turn=3)),
    ]
    assert [[p.text for p in row] for row in phrases.rows(text)] == [["•one", "twothree"]]


def test_a_title_s_words_that_begin_at_edges_of_columns_by_chance_are_not_parted() -> None:
    """`Priority Two - Children` was a cell, and `and young people` the next."""
    title = [(50, "Homes"), (78, "and"), (96, "streets"), (134, "of"), (147, "the"), (165, "town")]
    text = [t for x, word in title for t in tokens(word, x, 50)]
    for k in range(3):
        text += [*tokens("Ann", 50, 80 + k * LINE), *tokens("Let", 96, 80 + k * LINE)]
    assert len(phrases.rows(text)[0]) == 1


@given(
    st.lists(st.integers(60, 160), min_size=2, max_size=5),
    st.lists(st.lists(st.integers(1, 40), min_size=5, max_size=5), min_size=2, max_size=6),
)
def test_no_text_is_cut_whatever_the_columns(widths: list[int], lengths: list[list[int]]) -> None:
    xs = [50.0]
    for width in widths:
        xs.append(xs[-1] + width)
    room = [int((width - 3 * PAD) / 5) for width in widths]
    rows = [
        ["Head"] * len(widths),
        *[["x" * min(n, r) for n, r in zip(row, room, strict=False)] for row in lengths],
    ]
    text, levels = printed(rows, xs=xs)
    grid = only(columns.grids(rules(levels, xs), (), text, ()))
    assert texts(grid, text) == rows


def test_the_last_row_of_a_table_with_rules_between_rows_only() -> None:
    text, levels = printed((HEAD, *BODY))
    (grid,) = columns.grids(rules(levels[1:-1]), (), text, [])
    assert texts(grid, text) == plain((HEAD, *BODY))


def test_a_note_below_the_last_rule_is_no_row() -> None:
    text, levels = printed((HEAD, *BODY))
    note = tokens("Source: the council's own returns to the ministry", XS[0] + PAD, levels[-1] + PAD)
    (grid,) = columns.grids(rules(levels), (), [*text, *note], [])
    assert texts(grid, text) == plain((HEAD, *BODY))


def without(levels: Sequence[float], x: float, first: int, end: int) -> list[Rule]:
    """A full grid whose upright rule at x is missing from one level to another."""
    kept = [down(x, levels[0], levels[first]), down(x, levels[end], levels[-1])]
    return [r for r in lattice(XS, levels) if r.x0 != x or r.horizontal] + [
        r for r in kept if r.top < r.bottom
    ]


def test_a_rule_missing_beside_a_blank_cell_does_not_move_the_next_one_s_text() -> None:
    """At a page break the rest of a merged cell has no rule of its own."""
    rows = (HEAD, ("", "2. Plant trees", "Bo Ray", "Not started"), *BODY)
    text, levels = printed(rows)
    grid = frames.completed(only(drawn_by(without(levels, XS[1], 1, 2))), text)
    assert texts(grid, text) == plain(rows)


def test_a_text_that_opens_a_merged_cell_keeps_it_whole() -> None:
    rows = (HEAD, ("Theme", "", "Bo Ray", "Not started"), *BODY)
    text, levels = printed(rows)
    grid = frames.completed(only(drawn_by(without(levels, XS[1], 1, 2))), text)
    assert grid.cells[4].col_span == 2


def test_headings_of_the_next_table_are_no_last_row_of_a_striped_one() -> None:
    text, levels = printed(TABLE)
    title = tokens("Objective two", 54, levels[-1] + 2, BOLD)
    more, below = printed(TABLE, levels[-1] + 14)
    stripes = [Fill(Box(XS[0], a, XS[-1], b), BAND) for ys in (levels, below) for a, b in (ys[1:3], ys[3:5])]
    under = rules([levels[1], below[1]])
    found = columns.grids(under, stripes, [*text, *title, *more], ())
    assert [texts(g, [*text, *more]) for g in found] == [plain(TABLE), plain(TABLE)]


def test_a_total_over_two_columns_leaves_the_others_sure() -> None:
    total = ("", "Four, of which two are done and one is late", "", "")
    text, levels = printed((*TABLE, total, *BODY, *BODY))
    grid = only(columns.grids(rules(levels), (), text, ()))
    assert [c.col_span for c in grid.cells if c.row == 4] == [1, 2, 1]
    assert not grid.doubt


def test_a_total_in_bold_at_the_head_of_a_page_is_no_heading() -> None:
    total = ("Sum", "4 done, of which two were late and one was in May", "", "3")
    text, levels = printed((total, *BODY, *BODY))
    grid = only(columns.grids(rules(levels), (), text, (), [Layout(XS, "".join(HEAD))]))
    assert (grid.xs, grid.doubt) == (XS, "")


def test_a_row_higher_than_the_page_is_read_in_the_columns_of_the_page_before() -> None:
    notes = "|".join(["It was let in May"] * 30)
    text, levels = printed((("", "", "", notes),), head=False)
    fills = [
        Fill(Box(XS[0], levels[0], XS[-1], levels[1]), BAND),
        Fill(Box(XS[2], levels[0], XS[3], levels[1]), "#00b050"),
    ]
    grid = only(columns.grids((), fills, text, (), [Layout(XS, "".join(HEAD))]))
    assert (grid.xs, len(grid.ys)) == (XS, 2)


def test_shading_of_one_column_s_cells_draws_no_table_without_the_others() -> None:
    text, levels = printed(TABLE)
    fills = [Fill(Box(XS[0], levels[k], XS[-1], levels[k + 1]), BAND) for k in (1, 3)]
    fills += [Fill(Box(XS[2], levels[k], XS[3], levels[k + 1]), "#00b050") for k in (1, 2, 3)]
    assert texts(only(columns.grids((), fills, text, ())), text) == plain(TABLE)


def test_the_last_row_before_a_page_break_is_closed_where_the_merged_cell_beside_it_is() -> None:
    rows = (
        HEAD,
        BODY[0],
        ("2", "Mend the roads|of the town", "Bo Ray", "Begun"),
        ("", "", "Cy Moss", "Late"),
        ("", "", "Di Orr", ""),
    )
    text, levels = printed(rows)
    beside = [across(y, XS[2], XS[-1]) for y in levels[3:5]]
    ruled = [*rules(levels[:3]), *beside, across(levels[5], XS[0], XS[2])]
    grid = only(columns.grids(ruled, (), text, ()))
    assert texts(grid, text)[-1] == ["DiOrr", ""]


NOTE = "Tenders closed with one response, so the work was bundled with the football ground"
LABEL = "PROGRESS COMMENTS:"


def remarked(
    xs: Sequence[float], top: float, note: str, label: str = LABEL
) -> tuple[list[Token], list[Fill], Rule]:
    """A table of painted headings and one row, and below it, where no rule parts them, a remark under a label."""
    text, levels = printed((HEAD, BODY[1]), top, xs)
    text += tokens(label, xs[0] + PAD, levels[-1] + 2, BOLD) + tokens(note, xs[0] + PAD, levels[-1] + 14)
    cells = [Fill(Box(a, levels[0], b, levels[1]), BAND) for a, b in pairwise(xs)]
    return text, cells, across(levels[-1] + 28, xs[0], xs[-1])


@pytest.mark.parametrize("note", [NOTE, "Done."], ids=["long", "short"])
def test_a_remark_below_a_row_runs_over_all_columns_and_tables_of_own_columns_keep_them(note: str) -> None:
    moved = (50.0, 110.0, 300.0, 400.0, 550.0)
    first, second = remarked(XS, 100, NOTE), remarked(moved, 300, note)
    text = [*first[0], *second[0]]
    found = columns.grids([first[2], second[2]], [*first[1], *second[1]], text, ())
    assert [g.xs for g in found] == [XS, moved]
    assert [g.doubt for g in found] == ["", ""]
    remark = (LABEL + note).replace(" ", "")
    assert texts(found[1], text) == [*plain((HEAD, BODY[1])), [remark]]


def test_a_label_in_the_first_column_alone_opens_no_remark() -> None:
    tables = [remarked(XS, top, "Bo", "Is:") for top in (100, 300)]
    text = [t for table in tables for t in table[0]]
    found = columns.grids([t[2] for t in tables], [f for t in tables for f in t[1]], text, ())
    assert [texts(g, text)[1][0] for g in found] == ["1.2Is:Bo"] * 2


def test_tables_whose_columns_lie_near_those_of_others_are_cut_at_their_own() -> None:
    """A gap that is narrower than two blanks parts two texts where the table's own shading ends in it."""
    rows = ("Calls", "Target", "Good is"), *(("Answered in time", "1,900", "Low"),) * 3
    found: list[Token] = []
    fills: list[Fill] = []
    feet: list[Rule] = []
    for top, shift in ((100, 0.0), (300, 2.0), (500, 4.0)):
        xs = (50.0, 200.0 + shift, 235.0 + shift, 550.0)
        text, levels = printed(rows, top, xs)
        found += text
        fills += [Fill(Box(a, levels[0], b, levels[1]), BAND) for a, b in pairwise(xs)]
        feet.append(across(levels[-1], 50, 550))
    grids = columns.grids(feet, fills, found, ())
    assert [len(grid.xs) for grid in grids] == [4, 4, 4]
    assert [texts(grid, found) for grid in grids] == [plain(rows)] * 3


def test_the_last_row_without_a_rule_at_its_foot_goes_on_from_a_page_s_rows_without_headings() -> None:
    rows = (*BODY, BODY[1])
    text, levels = printed(rows, head=False)
    (grid,) = columns.grids(rules(levels[:-1]), (), text, [])
    assert texts(grid, text) == plain(rows)


def test_a_heading_of_rows_parts_no_table_whose_longer_texts_leave_less_white_below_it() -> None:
    short = (("1.1", "Build", "Ann", "Begun"), ("1.2", "Plant", "Bo", "Done"), ("1.3", "Teach", "Cy", "Late"))
    long = (("2.1", "Build homes and shops in this town for all", "", "Begun"), *short[:2])
    rows = (("Parks", "", "", ""), *short, ("Roads", "", "", ""), *long)
    text, levels = printed(rows, head=False)
    assert len(only(columns.grids(rules(levels), (), text, [])).ys) == len(levels)


def test_a_cell_merged_over_all_rows_of_a_page_whose_text_ends_beside_the_first_keeps_the_rows() -> None:
    """Rules part the rows behind the merged cell only; those from side to side are the table's first and last."""
    text, levels = printed((("", *BODY[0][1:]), ("", *BODY[1][1:]), ("", *BODY[2][1:])), head=False)
    text += tokens("Homes", XS[0] + 2, levels[0] + PAD)
    drawn = [across(levels[0], XS[0], XS[-1]), across(levels[-1], XS[0], XS[-1])]
    drawn += [across(y, XS[1], XS[-1]) for y in levels[1:-1]]
    (grid,) = columns.grids(drawn, (), text, [], [Layout(XS, "")])
    assert (grid.xs[0], grid.xs[-1], len(grid.ys)) == (XS[0], XS[-1], 4)


def test_a_running_head_above_a_banner_with_the_page_s_title_heads_no_table() -> None:
    text = tokens("26/11/26", 24, 16, BOLD) + tokens("Dashboard of the plan", 260, 16, BOLD)
    text += tokens("Our County", 44, 40, style(size=19), 9) + tokens("Strategic Plan", 44, 66)
    text += tokens("Home | Goals | Measures", 44, 92)
    fills = [Fill(Box(28, a, 584, b), BAND) for a, b in ((28, 86), (86, 110))]
    assert columns.grids((), fills, text, []) == []


def test_a_large_title_below_the_rows_takes_no_heading_from_them() -> None:
    text, levels = printed((HEAD, *BODY))
    text += tokens("Theme 2: Homes", XS[0], levels[-1] + 30, style(size=19), 9)
    (grid,) = columns.grids(rules(levels[:2]), (), text, [])
    assert len(grid.xs) == len(XS)
    assert grid.ys[0] <= levels[0] and levels[-1] - 2 * PAD <= grid.ys[-1] < levels[-1] + 30


def test_rows_far_below_the_last_rule_are_not_lost() -> None:
    rows = (HEAD, *BODY * 6)
    text, levels = printed(rows)
    (grid,) = columns.grids(rules(levels[:2]), (), text, [])
    assert grid.ys[-1] >= levels[-1] - 2 * PAD


@pytest.mark.parametrize("number", ["12", "Page 3", "Page 3 of 12"])
def test_the_page_s_number_below_the_last_row_is_no_part_of_it(number: str) -> None:
    text, levels = printed((HEAD, *BODY))
    folio = tokens(number, (XS[0] + XS[-1]) / 2, levels[-1] + 8)
    (grid,) = columns.grids(rules(levels[:2]), (), [*text, *folio], [])
    assert levels[-1] - 2 * PAD <= grid.ys[-1] <= levels[-1] + 8


def test_a_centred_row_whose_first_cell_has_two_lines_is_not_lost_below_the_last_rule() -> None:
    text, levels = printed((HEAD, *BODY))
    foot = levels[-1]
    text += tokens("Apr", XS[0] + PAD, foot + 5) + tokens("May", XS[0] + PAD, foot + 17)
    for x, said in zip(XS[1:], ("Plant trees", "Bo Ray", "Not started"), strict=False):
        text += tokens(said, x + PAD, foot + 11)
    (grid,) = columns.grids(rules(levels[:2]), (), text, [])
    assert grid.ys[-1] > foot + 20


@pytest.mark.parametrize("air", [2.2, 4.0, 7.5], ids=["a little", "more", "a lot"])
def test_rows_higher_than_their_texts_as_a_sheet_leaves_them_are_not_lost(air: float) -> None:
    text, levels = printed((HEAD,))
    top, rows = levels[1] + 1, ("1.1 Build homes", "1.2 Plant trees", "2.1 Review parking", "2.2 Teach Welsh")
    for k, row in enumerate(rows):
        for x, said in zip(XS, (*row.split(" ", 1), "Ann Lee", "On track"), strict=False):
            text += tokens(said, x + PAD, top + k * (10 + 10 * air))
        text += tokens("in town", XS[1] + PAD, top + 11 + k * (10 + 10 * air)) if k == 1 else []
    text += tokens("Published by the council", XS[0] + PAD, top + 4 * (10 + 10 * air))
    head = [Fill(Box(a, levels[0], b, levels[1]), BAND) for a, b in pairwise(XS)]
    (grid,) = columns.grids((), head, text, [])
    assert [row[1] for row in texts(grid, text)] == [
        "Action",
        "Buildhomes",
        "Planttreesintown",
        "Reviewparking",
        "TeachWelsh",
    ]


def striped(levels: Sequence[float], first: int, xs: Sequence[float] = XS) -> list[Fill]:
    """Cells with shading in every second row from `first` on."""
    return [
        Fill(Box(a, levels[k], b, levels[k + 1]), BAND)
        for k in range(first, len(levels) - 1, 2)
        for a, b in pairwise(xs)
    ]


def test_headings_and_a_first_row_above_the_first_stripe_are_told_apart() -> None:
    rows = (HEAD, *BODY, *BODY)
    text, levels = printed(rows, pad=2)
    (grid,) = columns.grids((), striped(levels, 2), text, [])
    assert texts(grid, text) == plain(rows)


def test_cells_of_a_stripe_that_end_about_the_half_of_a_point_are_one_band() -> None:
    """Rounded to 802 and 803 they made no stripe: the row above took the page's last one in."""
    rows = (HEAD, *BODY[:2])
    text, levels = printed(rows, top=100.4)
    cells = [
        Fill(Box(a, levels[2], b, levels[3] + off), BAND)
        for (a, b), off in zip(pairwise(XS), (0.2, 0.0, 0.2, 0.0), strict=True)
    ]
    assert len({round(cell.box.bottom) for cell in cells}) == len(rows) - 1
    (grid,) = columns.grids(rules(levels[1:2]), cells, text, [])
    assert texts(grid, text) == plain(rows)


def test_headings_right_below_a_table_of_shading_are_not_its_last_row() -> None:
    """The next table is wider, and its own headings have shading without a gap below the first one's."""
    rows = (("Status", "Number", "Share"), ("Green", "2", "50%"), ("Amber", "1", "25%"), ("Red", "1", "25%"))
    text, levels = printed(rows, xs=(50, 250, 350), pad=2)
    more, below = printed((HEAD, *BODY), top=levels[-1] + 4, pad=2)
    fills = striped(levels, 0, (50, 250, 350, 450)) + striped(below, 0)
    found = columns.grids((), fills, [*text, *more], [])
    assert [texts(grid, [*text, *more]) for grid in found] == [plain(rows), plain((HEAD, *BODY))]


def two_levelled(top: float) -> tuple[list[Token], list[Fill], list[Rule], float]:
    """A table whose shaded headings are of two levels over the last columns and of one over the others; rules part its
    rows behind a first column that is merged over two of them."""
    upper, body = printed((("Aim", "Ref", "Planned"),), top=top, pad=2)
    lower, _ = printed((("", "", "Action", "Progress"),), top=body[-1], pad=2)
    head = (top, body[-1], body[-1] + 16)
    text = [*upper, *lower]
    foot = head[2]
    drawn = [across(head[2], XS[0], XS[-1])]
    for k, (aim, ref) in enumerate((("Homes", "1.1"), ("", "1.2"), ("Roads", "2.1"), ("", "2.2"))):
        row, levels = printed(((aim, ref, "Build", "Begun in May"),), top=foot, pad=2, head=False)
        foot = levels[-1]
        text += row
        drawn.append(across(foot, XS[0] if k % 2 else XS[1], XS[-1]))
    boxes = [Box(a, head[0], b, head[2]) for a, b in pairwise(XS[:3])]
    boxes += [
        Box(XS[2], head[0], XS[-1], head[1]),
        *(Box(a, head[1], b, head[2]) for a, b in pairwise(XS[2:])),
    ]
    return text, [Fill(box, BAND) for box in boxes], drawn, foot


def test_shaded_headings_of_two_levels_beside_some_of_one_head_one_table_each() -> None:
    one, fills, drawn, foot = two_levelled(100)
    title = tokens("Priority 2", XS[0], foot + 8, BOLD)
    two, shaded, more, _ = two_levelled(foot + 30)
    text = [*one, *title, *two]
    found = columns.grids([*drawn, *more], [*fills, *shaded], text, [])
    heads = ["Aim", "Ref", "PlannedAction", "Progress"]
    rows = (("Homes", "1.1"), ("1.2",), ("Roads", "2.1"), ("2.2",))
    whole = [heads, *([*row, "Build", "BeguninMay"] for row in rows)]
    assert [texts(grid, text) for grid in found] == [whole, whole]


def test_a_group_row_below_the_headings_stays_though_another_table_has_other_columns() -> None:
    """The rows that it heads are those up to the next text of its own."""
    text, levels = printed((HEAD, ("Parks", "", "", ""), *BODY))
    long = "Homes built in all parts of the town since the year twenty twenty "
    other = (("Measure", "Latest"), *((f"{long}{k}", "41") for k in range(4)))
    more, below = printed(other, levels[-1] + 30, (XS[0], 500.0, XS[-1]))
    title = tokens("Measures", 54, levels[-1] + 10, BOLD)
    fills = [Fill(Box(XS[0], a, XS[-1], b), BAND) for ys in (levels, below) for a, b in [*pairwise(ys)][::2]]
    found = columns.grids((), fills, [*text, *title, *more], ())
    assert [len(g.ys) for g in found] == [6, 6]
    assert texts(found[0], text)[0] == list(HEAD)


def test_headings_printed_again_at_a_page_s_foot_begin_a_table_though_a_bold_row_alone_follows() -> None:
    text, levels = printed(TABLE)
    title = tokens("Objective two", 54, levels[-1] + 6, BOLD)
    more, below = printed((HEAD, ("Theme two", "", "", "")), levels[-1] + 24)
    more = [t._replace(style=BOLD) for t in more]
    ruled = rules([*levels, *below])
    found = columns.grids(ruled, (), [*text, *title, *more], ())
    assert [len(g.ys) for g in found] == [5, 3]


def sheet_like(top: float, air: float) -> tuple[list[Token], list[Fill], float]:
    """A table of three rows whose second one has shading, each row higher than its text by `air`; its title above."""
    text = tokens("Priority: places", XS[0] + PAD, top - 16, style(size=14))
    head, levels = printed((HEAD,), top, pad=0)
    text += head
    for row in BODY:
        more, below = printed((row,), levels[-1], pad=0, head=False)
        text += more
        levels.append(below[-1] + air)
    return text, [Fill(Box(a, levels[2], b, levels[3]), BAND) for a, b in pairwise(XS)], levels[-1]


@pytest.mark.parametrize("air", [6.0, 25.0, 60.0], ids=["close", "apart", "far"])
def test_tables_of_which_one_row_is_shaded_end_at_the_next_one_s_title(air: float) -> None:
    """Title, headings and first row have no shading: they stood in one cell with the last row above."""
    text: list[Token] = []
    fills: list[Fill] = []
    foot = 100.0
    for _ in range(3):
        more, shaded, foot = sheet_like(foot + 40, air)
        text, fills = [*text, *more], [*fills, *shaded]
    found = columns.grids((), fills, text, [])
    assert [texts(grid, text) for grid in found] == [plain((HEAD, *BODY))] * 3


def test_a_shaded_line_of_number_and_title_above_the_headings_is_not_the_headings() -> None:
    caption = style("Helvetica-Bold", colour="#ffffff")
    number = tokens("1.1", XS[0] + PAD, 84, caption)
    title = tokens("Reduce deaths and injuries on the streets of the town", 120, 84, caption)
    text, levels = printed((HEAD, *BODY))
    bar = Fill(Box(XS[0], 80, XS[-1], 100), "#0b3c5d")
    grid = only(columns.grids(rules(levels), [bar], [*number, *title, *text], ()))
    assert [row[:4] for row in texts(grid, text)][1:] == plain((HEAD, *BODY))
    assert not grid.doubt


def test_rows_below_painted_headings_of_two_levels_are_not_lost() -> None:
    """The heading over two columns took the edge between them for the rows' own: fifteen rows of 23 were gone."""
    xs = (*XS[:3], 350.0, 450.0, 550.0)
    upper, (top, middle) = printed((HEAD[:3],), pad=3)
    lower, (_, foot) = printed((("", "", "", "Start", "End"),), top=middle, xs=xs, pad=3)
    rows = [(*row[:3], "28.11.24", "30.06.26") for row in BODY]
    body, _ = printed(rows, top=foot, xs=xs, head=False)
    text = [*upper, *tokens("Timescale of the work", 370, top + 3, BOLD), *lower, *body]
    fills = [Fill(Box(xs[0], a, xs[-1], b), BAND) for a, b in ((top, middle), (middle, foot))]
    grid = only(columns.grids((), fills, text, ()))
    assert texts(grid, text)[1:] == [["", "", "", "Start", "End"], *plain(rows)]


def test_filled_cells_that_touch_are_columns_of_the_table_around_them() -> None:
    """Two ratings beside each other were a table of their own, and the one of the last report was the row's status."""
    head = ("Ref", "Action", "Last|report", "Status|now", "Progress")
    body = [
        (
            "1",
            "Build forty new homes|for rent",
            "Amber",
            "Green",
            "Works began|in May, and|went on|until June",
        ),
        ("2", "Plant a wood", "Red", "Blue", "Planted|and|watered|by all"),
    ]
    xs = (50.0, 80.0, 250.0, 300.0, 350.0, 550.0)
    text, levels = printed([head, *body], xs=xs)
    band = Fill(Box(xs[0], levels[0], xs[-1], levels[1]), "#d9d9d9")
    rated = [
        Fill(Box(x, top, x + 50, foot), colour)
        for top, foot in pairwise(levels[1:])
        for x, colour in ((250, "#ffc000"), (300, "#2e8b57"))
    ]
    grid = only(columns.grids([], [band, *rated], text, ()))
    assert len(grid.xs) == len(xs) and grid.ys[0] == levels[0]


def test_a_caption_set_as_the_headings_below_a_row_that_ends_in_its_first_column_parts_tables() -> None:
    short = BODY[:2]
    text, levels = printed((HEAD, *short, ("1.3", "Open a library|with a garden", "Cy Moss", "Done")))
    more, below = printed(
        (("Ward", "Homes", "Rent", "Sold"), ("Elm", "120", "40", "80"), ("Oak", "90", "30", "60")),
        levels[-1] + 26,
    )
    title = tokens("What we count", 54, levels[-1] + 12, BOLD)
    found = columns.grids(rules([*levels[1:], *below[1:]]), (), [*text, *title, *more], ())
    assert [g.ys[0] for g in found][1:] == [pytest.approx(below[0], abs=5)]
    assert [len(g.ys) for g in found] == [5, 4]


def test_headings_shrunk_to_their_boxes_part_dates_that_stand_close() -> None:
    xs, head = (50.0, 230.0, 290.0, 350.0, 500.0), ("Action", "Due", "Revised", "Progress", "Status")
    rows = [
        ("Build homes for rent", "June 2026", "", "Let in May by the", "G"),
        ("Review the parking", "May 2025", "June 2025", "Late", "A"),
        ("Open a library", "June 2025", "", "Opened in June", "C"),
        ("Plant trees", "Sept 2025", "", "Sites were agreed with all", "A"),
    ]
    text, levels = printed(rows, xs=(*xs[:4], 496.0), top=130, head=False)
    sizes = (10.0, 10.0, 9.5, 9.3, 9.5)
    for x, words, size in zip((*xs[:4], 486.0), head, sizes, strict=True):
        text += tokens(words, x + 4, 116, replace(BOLD, size=size))
    text = [t for t in text if t.text != " "]
    grid = only(columns.grids(rules(levels, (50.0, 520.0)), (), text, ()))
    assert (len(grid.xs), grid.doubt) == (6, "")
    assert texts(grid, text)[2] == ["Reviewtheparking", "May2025", "June2025", "Late", "A"]


def test_a_larger_heading_with_a_rule_under_it_is_no_last_row_of_the_table_above() -> None:
    text, levels = printed((HEAD, *BODY))
    text += tokens("Theme 2 Homes", XS[0], levels[-1] + 10, style(size=14, bold=True), 7)
    (grid,) = columns.grids(rules([*levels, levels[-1] + 28]), (), text, [])
    assert texts(grid, text) == plain((HEAD, *BODY))


def test_a_title_with_a_key_below_it_ends_the_table_above_other_headings() -> None:
    """The key's lines are none of a text alone, and the second table's rows were rows of the first."""
    text, levels = printed(TABLE)
    title = tokens("Measures", 54, levels[-1] + 10, style(size=14))
    key = [
        t
        for k, (sign, label) in enumerate((("G", "Met"), ("R", "Missed")))
        for x, said in ((120, sign), (180, label))
        for t in tokens(said, x, levels[-1] + 30 + LINE * k)
    ]
    heads = ("Code", "Measure", "Target", "Latest")
    more, below = printed((heads, *(("K" + row[0], *row[1:]) for row in BODY)), levels[-1] + 60)
    found = columns.grids([*rules(levels), *rules(below)], (), [*text, *title, *key, *more], ())
    assert [(grid.ys[0], grid.ys[-1]) for grid in found] == [(levels[0], levels[-1]), (below[0], below[-1])]


def test_a_text_on_the_middle_of_a_merged_cell_between_two_rows_leaves_these_apart() -> None:
    """`Decent homes` stood between two rows, which were one for want of white above the second."""
    rows = (HEAD, ("", *BODY[0][1:]), ("", *BODY[1][1:]), ("", *BODY[0][1:]))
    text, levels = printed(rows, pad=7.0)
    text += tokens("1.1", XS[0] + PAD, levels[2] - 5)
    grid = only(columns.grids(rules([levels[0], levels[1], levels[-1]]), (), text, ()))
    assert len(grid.ys) == len(levels)


def test_two_strips_beside_one_end_of_rules_are_one_edge() -> None:
    """Between them stood a column without any width."""
    places = (
        (83.2, 92, "%"),
        (107, 114, "."),
        (118, 92, "a"),
        (59, 162, "r"),
        (295, 138, "e"),
        (374, 176, "-"),
    )
    text = [token for x, top, sign in places for token in tokens(sign, x, top, width=2)]
    drawn = [across(136, 50, 110), across(136, 110, 250), across(178, 50, 400), across(184, 50, 400)]
    for grid in columns.grids(drawn, (), text, ()):
        assert all(a < b for a, b in pairwise(grid.xs))


def test_no_column_is_found_right_beside_an_edge_that_rules_draw() -> None:
    """A line over all columns kept the white from the rules' ends, and the end of its text was a cell of its own."""
    edges = (50.0, 226.0, 490.0, 555.0)
    rows = [("Action", "Progress", ""), *((f"Open hall {k}", "Begun in May", "") for k in range(20))]
    text, levels = printed(rows, xs=edges)
    text += [
        t
        for k, at in enumerate(levels[:-1])
        for t in tokens("On track" if k else "Rating", 505, at + 4, None if k else BOLD)
    ]
    band = "2.4 The integration of all of the health services for the young of our old"
    text += tokens(band, 54, levels[-1] + 4, BOLD, 442 / len(band))
    text += tokens("people", 505, levels[-1] + 4, BOLD, 6.0)
    shown = [across(y, a, b) for y in [*levels, levels[-1] + 20] for a, b in pairwise(edges)]
    (grid,) = columns.grids(shown, (), text, ())
    assert grid.xs == edges
