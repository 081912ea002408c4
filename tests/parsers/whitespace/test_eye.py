"""Tables without rules or shading, and what must not be taken for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Style, Token
from parsers.ruled import eye as ruled
from parsers.stacks import eye as columns
from parsers.stacks import openings
from parsers.stacks.layouts import Layout
from parsers.text import phrases, wording
from parsers.whitespace import eye as gaps
from parsers.whitespace import terms
from tests.parsers.printing import across, page, tokens
from tests.parsers.stacks.test_eye import BOLD, texts

LINE = 12.0


def set_lines(lines: Sequence[Sequence[tuple[float, str]]], top: float = 100) -> list[Token]:
    """Lines of texts at places in points; one that begins with ">" ends at its place."""
    text: list[Token] = []
    for k, line in enumerate(lines):
        for x, words in line:
            start = x - 5 * len(words[1:]) if words.startswith(">") else x
            text += tokens(words.removeprefix(">"), start, top + k * LINE)
    return text


def seen(lines: Sequence[Sequence[tuple[float, str]]]) -> list[list[list[str]]]:
    text = set_lines(lines)
    return [texts(grid, text) for grid in gaps.grids(phrases.rows(text), ())]


HEAD = [(50.0, "Ward"), (200.0, ">2015"), (260.0, ">2016")]
ROWS = [
    [(50.0, "Northmoor"), (200.0, ">1,204"), (260.0, ">988")],
    [(50.0, "Elm"), (200.0, ">(77)"), (260.0, ">12")],
    [(50.0, "Old Quay"), (200.0, ">403"), (260.0, ">n/a")],
]
PROSE = [(50.0, "The bureau revised the series in the spring after a review of all the records")]


def test_labels_and_figures_between_paragraphs_are_a_table() -> None:
    assert seen([PROSE, PROSE, HEAD, *ROWS, PROSE]) == [
        [
            ["Ward", "2015", "2016"],
            ["Northmoor", "1,204", "988"],
            ["Elm", "(77)", "12"],
            ["OldQuay", "403", "n/a"],
        ]
    ]


def test_a_heading_over_two_columns_is_one_cell() -> None:
    (found,) = seen([[(178.0, "Homes that stand")], HEAD, *ROWS])
    assert found[:3] == [["Ward", "Homesthatstand"], ["2015", "2016"], ["Northmoor", "1,204", "988"]]


def test_figures_without_headings_are_a_table_in_doubt_of_its_columns() -> None:
    (grid,) = gaps.grids(phrases.rows(set_lines([*ROWS, ROWS[0]])), ())
    assert (len(grid.ys) - 1, len(grid.xs) - 1) == (4, 3)
    assert grid.doubt


def test_a_label_of_two_lines_is_one_cell_whichever_of_them_has_the_figures() -> None:
    wrapped = "Homes that were let to people who"
    last = [HEAD, [(50.0, wrapped)], [(50.0, "had none"), (260.0, ">14"), (300.0, ">9")]]
    first = [HEAD, [(50.0, wrapped), (260.0, ">14"), (300.0, ">9")], [(50.0, "had none")]]
    rest = [[(50.0, "Elm"), (260.0, ">77"), (300.0, ">12")], [(50.0, "Oak"), (260.0, ">7"), (300.0, ">2")]]
    wide = [[(50.0, "Ward"), (260.0, ">2015"), (300.0, ">2016")]]
    for body in (last[1:], first[1:]):
        (found,) = seen([*wide, *body, *rest])
        assert found[1:3] == [["Homesthatwerelettopeoplewhohadnone", "14", "9"], ["Elm", "77", "12"]]


def test_a_label_alone_that_had_room_for_more_is_a_heading_of_rows() -> None:
    (found,) = seen([HEAD, [(50.0, "Towns")], *[[(60.0, row[0][1]), *row[1:]] for row in ROWS]])
    assert [row[0] for row in found] == ["Ward", "Towns", "Northmoor", "Elm", "OldQuay"]


def test_dots_lead_to_a_figure_and_a_sign_of_currency_stands_apart_from_it() -> None:
    lines = [
        [(50.0, name + "." * (20 - len(name))), (175.0, "$"), (220.0, figure), (260.0, ">7")]
        for name, figure in (("Elm", ">12"), ("Oak", ">3"), ("Ash", ">1,400"))
    ]
    (found,) = seen([[(200.0, ">Paid"), (260.0, ">Due")], *lines])
    assert found[1] == ["Elm" + "." * 17, "$12", "7"]


def test_a_short_rule_shows_what_a_heading_stands_over() -> None:
    text = set_lines([[(178.0, "Homes")], HEAD, *ROWS])
    (grid,) = gaps.grids(phrases.rows(text), (), [across(112, 170, 262)])
    assert grid.cells[1].col_span == 2


def test_a_title_centred_on_the_table_is_no_heading() -> None:
    (found,) = seen([[(115.0, "Homes that stand")], HEAD, *ROWS])
    assert found[0] == ["Ward", "2015", "2016"]


TEXTS = [
    [(50.0, "Ref"), (100.0, "Action"), (300.0, "Lead"), (400.0, "Progress")],
    [(50.0, "A1"), (100.0, "Open a second library and"), (300.0, "Bo Ray"), (400.0, "Let in May")],
    [(100.0, "keep it open at night")],
    [(50.0, "A2"), (100.0, "Mend the weir"), (300.0, "Cy Moss"), (400.0, "Begun in June by the")],
    [(400.0, "Rivers Trust")],
]


def test_a_table_of_texts_is_read_by_its_headings_and_the_white_between_columns() -> None:
    assert seen([PROSE, TEXTS[0], *TEXTS[1:]]) == [
        [
            ["Ref", "Action", "Lead", "Progress"],
            ["A1", "Openasecondlibraryandkeepitopenatnight", "BoRay", "LetinMay"],
            ["A2", "Mendtheweir", "CyMoss", "BeguninJunebytheRiversTrust"],
        ]
    ]


def test_a_table_of_texts_whose_rows_its_lines_do_not_tell_is_in_doubt() -> None:
    unclear = [(50.0, "Weirs"), (100.0, "and what is behind them")]
    (grid,) = gaps.grids(phrases.rows(set_lines([*TEXTS[:3], unclear, *TEXTS[3:]])), ())
    assert grid.doubt == openings.DOUBT_ROWS


def test_texts_that_wrap_beside_amounts_are_no_table_of_figures() -> None:
    lines = [[(50.0, "Ref"), (100.0, "Action"), (300.0, "Cost"), (360.0, "Due")]]
    for ref, cost in (("A1", "$120"), ("A2", "$90"), ("A3", "$4")):
        lines += [[(50.0, ref), (100.0, "Open a second library and"), (300.0, cost), (360.0, "June 2026")]]
        lines += [[(100.0, "keep it open at night")]]
    (found,) = seen(lines)
    assert found[1] == ["A1", "Openasecondlibraryandkeepitopenatnight", "$120", "June2026"]


def test_a_table_of_texts_goes_on_without_headings_in_the_columns_of_the_page_before() -> None:
    text = set_lines(TEXTS[1:])
    known = Layout((49.0, 95.0, 295.0, 395.0, 500.0), "RefActionLeadProgress")
    assert gaps.grids(phrases.rows(text), ()) == []
    (grid,) = gaps.grids(phrases.rows(text), (), (), [known])
    assert grid.xs[1:-1] == known.xs[1:-1]
    assert texts(grid, text)[1][:2] == ["A2", "Mendtheweir"]


def test_a_table_with_headings_of_its_own_does_not_go_on_from_the_page_before() -> None:
    """Measures below the rest of the actions were read in the columns of these."""
    heads = [(50.0, "Name"), (200.0, "Wanted"), (300.0, "Reached"), (400.0, "Before"), (442.0, "Good")]
    said = ("Homes that were let in the", "As many as then", "Forty and more", "Fewer", "High")
    row = [[(x, text) for (x, _), text in zip(heads, said, strict=True)], [(50.0, "old town of the county")]]
    text = [t._replace(style=BOLD) for t in set_lines([heads])]
    text += [t for k in range(3) for t in set_lines(row, 120 + 34 * k)]
    known = Layout((49.0, 195.0, 295.0, 395.0, 500.0), "RefActionLeadProgress", (50.0, 200.0, 300.0, 400.0))
    (grid,) = gaps.grids(phrases.rows(text), (), (), [known])
    assert len(grid.xs) - 1 == len(heads)


def test_the_rest_of_a_row_in_two_columns_alone_stands_in_those_of_the_page_before() -> None:
    """It was left as paragraphs, and the row's texts ended midway."""
    known = Layout((49.0, 95.0, 250.0, 360.0, 500.0), "RefActionLeadProgress", (50.0, 100.0, 300.0, 400.0))
    rest = [
        [(300.0, "and team"), (400.0, "by the Rivers Trust")],
        [(300.0, "of four"), (400.0, "and its friends")],
        [(400.0, "in June")],
    ]
    note = [[(50.0, "* Estimated")]]
    text = [*set_lines(rest), *set_lines(note, 160)]
    (grid,) = gaps.grids(phrases.rows(text), (), (), [known])
    assert texts(grid, text) == [["", "", "andteamoffour", "bytheRiversTrustanditsfriendsinJune"]]
    assert gaps.grids(phrases.rows(text), (), (), [known._replace(starts=())]) == []


def test_figures_that_go_on_without_headings_are_sure_in_the_columns_of_the_page_before() -> None:
    text = set_lines([*ROWS, ROWS[0]])
    (grid,) = gaps.grids(phrases.rows(text), (), (), [Layout((40.0, 150.0, 220.0, 280.0), "Ward20152016")])
    assert not grid.doubt
    assert grid.xs[1:-1] == (150.0, 220.0)


def test_terms_in_bold_with_their_meanings_are_a_list_of_two_columns() -> None:
    bold = Style("Helvetica-Bold", 10, True, False, "#000000", 0, False, None)
    text = []
    for k, (term, meaning) in enumerate(
        (("Done", "all is in place"), ("Begun", "so far"), ("Late", "not yet"))
    ):
        text += [*tokens(term, 50, 100 + k * LINE, bold), *tokens(meaning, 150, 100 + k * LINE)]
    (grid,) = gaps.grids(phrases.rows(text), ())
    assert texts(grid, text) == [["Done", "allisinplace"], ["Begun", "sofar"], ["Late", "notyet"]]


def test_terms_behind_signs_of_several_colours_are_a_list_of_two_columns() -> None:
    """The key was three paragraphs, and the statuses of ten rows were unknown."""
    text: list[Token] = []
    told = zip(("#5c9e5c", "#e8a33d", "#c8503c"), ("Green", "Amber", "Red"), strict=True)
    for k, (ink, term) in enumerate(told):
        sign = tokens("●", 52, 100 + k * 20, replace(BOLD, colour=ink))
        text += [*sign, *tokens(term, 67, 100 + k * 20, BOLD)]
        text += tokens("Within ten per cent", 130, 100 + k * 20)
    lines = phrases.rows(text)
    assert [len(row) for row in lines] == [3] * 3
    (found,) = terms.lists(lines)
    assert (found.opening, len(found.rivers)) == ((0, 1, 2), 1)


def test_terms_on_the_middle_of_their_column_are_one_list() -> None:
    """The first, wider than the others, was left as text."""
    text = []
    for k, (term, meaning) in enumerate(
        (("Completed", "all is in place"), ("On track", "so far"), ("Late", "not yet"))
    ):
        text += [
            *tokens(term, 100 - 2.5 * len(term), 100 + k * LINE, BOLD),
            *tokens(meaning, 150, 100 + k * LINE),
        ]
    (grid,) = gaps.grids(phrases.rows(text), ())
    assert texts(grid, text) == [["Completed", "allisinplace"], ["Ontrack", "sofar"], ["Late", "notyet"]]


def test_terms_on_the_middle_of_which_one_has_two_lines_are_no_list_of_those_before_it() -> None:
    """The others of a key were left as text, and their signs unknown."""
    terms = (("Completed", "all is in place"), ("On track", "so far"), ("Late", "not yet"),
             ("At risk or", "may never be"), ("delayed", ""), ("Off track", "will not be"))  # fmt: skip
    text = []
    for k, (term, meaning) in enumerate(terms):
        text += [
            *tokens(term, 100 - 2.5 * len(term), 100 + k * LINE, BOLD),
            *tokens(meaning, 150, 100 + k * LINE),
        ]
    assert gaps.grids(phrases.rows(text), ()) == []


@pytest.mark.parametrize("font", ["Helvetica-Bold", "Helvetica"])
def test_terms_in_colours_of_their_own_are_one_list_and_the_last_may_have_no_meaning(font: str) -> None:
    text = []
    for k, (term, colour, meaning) in enumerate(
        (
            ("Done", "#0000ff", "all is in place"),
            ("Begun", "#008000", "so far"),
            ("Late", "#c00000", "not yet"),
        )
    ):
        style = Style(font, 10, font != "Helvetica", False, colour, 0, False, None)
        text += [*tokens(term, 50, 100 + k * LINE, style), *tokens(meaning, 150, 100 + k * LINE)]
    last = Style(font, 10, font != "Helvetica", False, "#666666", 0, False, None)
    text += tokens("Nothing told", 50, 100 + 3 * LINE, last)
    (grid,) = gaps.grids(phrases.rows(text), ())
    assert [row[0] for row in texts(grid, text)] == ["Done", "Begun", "Late", "Nothingtold"]


def test_a_heading_on_the_middle_of_a_table_is_a_row_over_all_columns() -> None:
    (found,) = seen([HEAD, *ROWS, [(145.0, "Sold")], *ROWS])
    assert found[4] == ["Sold"]
    assert len(found) == 8


def test_a_heading_on_the_middle_of_the_figures_is_a_row_over_all_columns() -> None:
    lines = [[(50.0, "Ward"), (250.0, ">2015"), (310.0, ">2016")]]
    for title in ("Number", "Share"):
        lines += [[(252.0, title)], *[[row[0], (250.0, row[1][1]), (310.0, row[2][1])] for row in ROWS]]
    (found,) = seen(lines)
    assert [row[0] for row in found[1:6]] == ["Number", "Northmoor", "Elm", "OldQuay", "Share"]


def test_units_over_figures_that_are_set_to_the_right_of_wide_columns_are_a_row() -> None:
    (found,) = seen([HEAD, [(147.0, "Thousands of a homes")], *ROWS])
    assert [row[0] for row in found[:3]] == ["Ward", "Thousandsofahomes", "Northmoor"]


def test_a_heading_over_figures_that_are_set_to_the_right_of_wide_columns_reaches_over_them() -> None:
    columns = (170.0, 230.0, 290.0, 350.0)
    lines = [
        [
            (50.0, "Ward"),
            *((x, f">{month}") for x, month in zip(columns, ("May", "Jun", "Jul", "Aug"), strict=True)),
        ]
    ]
    lines += [[row[0], *((x, ">1.5") for x in columns)] for row in ROWS]
    (found,) = seen([[(253.0, "Weeks that ended:")], *lines])
    assert found[:2] == [["Ward", "May", "Jun", "Weeksthatended:"], ["Jul", "Aug"]]


def test_a_label_that_nearly_reaches_its_figure_leaves_the_others_apart_from_theirs() -> None:
    figures = (">403,125", ">917,004", ">388,211", ">641,870", ">552,909", ">230,118", ">118,006")
    labels = ("Elm", "Oak", "Oldquayandtheharbourto", "Ash", "Fir", "Yew", "Box")
    lines = [
        [(51.5, label), (200.0, figure), (260.0, ">61")]
        for label, figure in zip(labels, figures, strict=True)
    ]
    (found,) = seen([HEAD, *lines])
    assert found[3] == ["Oldquayandtheharbourto", "388,211", "61"]
    assert found[1] == ["Elm", "403,125", "61"]


def test_a_heading_over_several_that_no_rule_parts_from_them_is_a_cell_of_its_own() -> None:
    lines = [[(180.0, "Homes let"), (297.5, "Homes sold")], [(50.0, "Ward")]]
    lines += [[(190.0, ">Men"), (240.0, ">Women"), (310.0, ">Men"), (360.0, ">Women")]]
    lines += [[row[0], *((x, row[1][1]) for x in (190.0, 240.0, 310.0, 360.0))] for row in (*ROWS, *ROWS)]
    text = set_lines(lines)
    drawn = [across(y, 48, 364) for y in (98, 98 + 3 * LINE, 98 + 9 * LINE)]
    (table,) = ruled.tables(page(text, drawn))
    assert len(table.grid.xs) == 6
    assert [(s.row, s.col, s.col_span) for s in table.grid.cells if s.col_span > 1] == [(0, 1, 2), (0, 3, 2)]


def test_words_below_a_figure_put_the_rows_in_doubt() -> None:
    (grid,) = gaps.grids(phrases.rows(set_lines([HEAD, *ROWS, [(180.0, "Sold")], *ROWS])), ())
    assert grid.doubt == openings.DOUBT_ROWS


def test_words_and_marks_may_stand_among_figures() -> None:
    rows = [
        [(50.0, name), (180.0, word), (260.0, figure)]
        for name, word, figure in (("Elm", "Yes", ">3-9"), ("Oak", "No", ">1/4/98"), ("Ash", "Yes", ">(X)"))
    ]
    (found,) = seen([[(50.0, "Ward"), (180.0, "Open"), (260.0, ">When")], *rows])
    assert found[1:] == [["Elm", "Yes", "3-9"], ["Oak", "No", "1/4/98"], ["Ash", "Yes", "(X)"]]


def test_cells_set_on_the_middle_of_their_row_stay_in_it() -> None:
    head = [[(50.0, "Ref"), (100.0, "Progress"), (330.0, "Lead")]]
    text = set_lines(head)
    for k, (ref, lead) in enumerate((("A1", "Bo Ray"), ("A2", "Cy Moss"), ("A3", "Di Orr"))):
        top = 116 + 32 * k
        text += set_lines(
            [[(100.0, "The work began in June and the site")], [(100.0, "is let to the trust")]], top
        )
        text += set_lines([[(50.0, ref), (330.0, lead)]], top + LINE / 2)
    (grid,) = gaps.grids(phrases.rows(text), ())
    assert texts(grid, text)[2] == ["A2", "TheworkbeganinJuneandthesiteislettothetrust", "CyMoss"]


def test_rows_between_few_rules_are_told_by_their_figures() -> None:
    wrapped = [(50.0, "Homes let to those who had")], [(50.0, "none"), (240.0, ">4"), (300.0, ">5")]
    lines = [[(50.0, "Ward"), (240.0, ">Let"), (300.0, ">Sold")], *wrapped]
    lines += [[(x + 40 * (x > 100), words) for x, words in row] for row in ROWS]
    rules = [across(y, 45, 310) for y in (98, 111, 173)]
    text = set_lines(lines)
    (table,) = ruled.tables(page(text, rules))
    rows = [[c.row for c in table.table(wording.learnt([])).cells if c.col == 0]]
    assert len(rows[0]) == 5


@pytest.mark.parametrize(("rest", "inner"), [("University as a place", True), ("Source: the office", False)])
def test_a_heading_over_columns_of_figures_joins_none_where_the_last_label_goes_on(
    rest: str, inner: bool
) -> None:
    """Its last line below the figures kept the columns as one: `64% 66% 69%`."""
    lines = [
        [(245.0, "Performance")],
        [(50.0, "Measure"), (220.0, ">2023"), (270.0, ">2024"), (320.0, ">2025")],
    ]
    for k, label in enumerate(("Score in the survey", "Students who stay", "Staff who commend the")):
        lines += [[(50.0, label), *((x, f">{60 + k}%") for x in (220.0, 270.0, 320.0))]]
        lines += [[(50.0, "national office" if k < 2 else rest)]]
    text = set_lines(lines)
    rows = phrases.rows(text)
    foot = rows[-1][0].bottom + 2
    ys = (98.0, rows[1][0].bottom + 1, rows[4][0].top - 1, *(() if inner else (rows[-1][0].top - 1,)), foot)
    spans = [Span(r, c, 1, 1) for r in range(len(ys) - 1) for c in range(2)]
    drawn = Grid((48.0, 180.0, 330.0), ys, tuple(spans), columns.DOUBT_COLUMNS)
    (seen,) = gaps.clearer(drawn, rows, ())
    assert len(seen.xs) - 1 == (4 if inner else 2)


def test_rules_over_some_columns_alone_are_no_table() -> None:
    lines = [[(190.0, "Homes"), (320.0, "Shops")]]
    lines += [[*row, *((x + 120, words) for x, words in row[1:])] for row in (HEAD, *ROWS)]
    text = set_lines(lines)
    short = [across(111, a, b) for a, b in ((175, 265), (295, 385))]
    tables = ruled.tables(page(text, short))
    (opened,) = ruled.open_tables(page(text, short), text, [t.grid.box for t in tables])
    assert tables == []
    assert [c.span.col_span for c in opened.cells[1:3]] == [2, 2]


def test_a_table_in_one_column_of_a_page_is_seen() -> None:
    left = [(50.0, "Readers who compare the quarters")]
    table = [[(x + 200, words) for x, words in row] for row in (HEAD, *ROWS)]
    text = [(250.0, "should use the revised figures and all of those below")]
    lines = [[*left, *text]] * 5 + [[*left, *row] for row in table] + [[*left, *text]] * 5
    (found,) = seen(lines)
    assert found[1] == ["Northmoor", "1,204", "988"]


def test_a_table_of_few_rules_is_not_seen_twice() -> None:
    text = set_lines([HEAD, *ROWS])
    assert len(ruled.open_tables(page(text), text, ())) == 1
    assert ruled.open_tables(page(text), text, [Box(40, 90, 300, 160)]) == []


@pytest.mark.parametrize(
    "lines",
    [
        [
            [(50.0, "Readers who compare the quarters"), (260.0, "should use the revised 12 figures")],
            [(50.0, "throughout, as all of the states"), (260.0, "with county offices that closed in")],
        ]
        * 3,
        [[(50.0, f"{k}."), (75.0, "Call the office and ask for it")] for k in range(1, 6)],
        [
            [(50.0, name), (300.0, number)]
            for name, number in (("Preface", ">iii"), ("Scope", ">4"), ("Means", ">9"))
        ],
        [[(50.0, "Achieved"), (150.0, "the outcome is in place")]] * 4,
        [[(50.0, "Ann Lee"), (200.0, "Bo Ray")], [(50.0, "12 Mill Street"), (200.0, "3 Castle Hill")]] * 2,
        [[(50.0, ">100"), (120.0, "12"), (190.0, "24"), (260.0, "33")]] * 4,
        [PROSE] * 4,
        [[(50.0, "Parks"), (200.0, "Roads"), (350.0, "Homes")]]
        + [
            [
                (50.0, "which the council set"),
                (200.0, "in the year that was"),
                (350.0, "for all of those who"),
            ]
        ]
        * 8,
        [[(50.0, "Ann Lee"), (200.0, "Bo Ray"), (350.0, "Cy Moss")]] * 6,
        [[(50.0, "Home"), (150.0, "12 Mill Street"), (300.0, "Post"), (400.0, "4 Quay")]] * 3,
        [[(50.0, f"Part {k} " + ". " * 12), (300.0, f">{4 * k}")] for k in range(1, 5)],
    ],
    ids=[
        "prose in columns",
        "list",
        "contents",
        "terms",
        "addresses",
        "axes of a chart",
        "prose",
        "newspaper",
        "names in columns",
        "form",
        "contents with dots",
    ],
)
def test_what_is_no_table(lines: Sequence[Sequence[tuple[float, str]]]) -> None:
    assert seen(lines) == []


def test_white_that_is_wider_than_between_rows_ends_a_table_of_texts() -> None:
    starts = (50.0, 90.0, 250.0, 400.0)
    rows = [
        ("No", "Action", "Lead", "Deadline"),
        ("1", "Open the hall again", "Parks", "May 2026"),
        ("2", "Mend the bridge", "Roads", "June 2026"),
        ("3", "Plant the square with limes", "Parks", "July 2026"),
    ]
    lines = [list(zip(starts, row, strict=True)) for row in rows]
    key = [(90.0, "Complete"), (250.0, "Action finished")]
    assert seen([*lines, [], key])[0][-1] == ["3", "Plantthesquarewithlimes", "Parks", "July2026"]


def test_one_row_below_the_headings_of_the_page_before_is_a_table() -> None:
    """It was lost, or said to be text that is left out."""
    known = Layout((49.0, 95.0, 295.0, 395.0, 500.0), "RefActionLeadProgress")
    centred = [(60.0, "Ref"), (180.0, "Action"), (330.0, "Lead"), (430.0, "Progress")]
    row = [(50.0, "A1"), (100.0, "Open a second library and"), (325.0, "Bo Ray"), (435.0, "50%")]
    text = set_lines([PROSE, centred, row, TEXTS[2]])
    (grid,) = gaps.grids(phrases.rows(text), (), (), [known])
    assert texts(grid, text) == [
        ["Ref", "Action", "Lead", "Progress"],
        ["A1", "Openasecondlibraryandkeepitopenatnight", "BoRay", "50%"],
    ]
    assert gaps.grids(phrases.rows(text), (), (), [known._replace(headings="RefActionOwnerProgress")]) == []


def test_tables_with_the_headings_of_the_page_before_stand_above_and_below_another() -> None:
    """Where a page had a table of its own, those that went on with the page before were lost, and with them the next
    page's."""
    starts = (50.0, 100.0, 300.0, 400.0)
    known = Layout((49.0, 95.0, 295.0, 395.0, 500.0), "RefActionLeadProgress", starts)
    rest = [(100.0, "keep it open at night"), (400.0, "Let in May")]
    row = [(50.0, "A4"), (100.0, "Plant trees"), (300.0, "Bo Ray"), (400.0, "Done")]
    figures = [(50.0, "Measure"), (200.0, ">2015"), (260.0, ">2016")]
    lines = [TEXTS[0], rest, [], PROSE, [], figures, *ROWS, [], [], PROSE, [], TEXTS[0], row]
    text = set_lines(lines)
    above, between, below = gaps.grids(phrases.rows(text), (), (), [known])
    assert texts(above, text)[1:] == [["", "keepitopenatnight", "", "LetinMay"]]
    assert texts(between, text)[0] == ["Measure", "2015", "2016"]
    assert texts(below, text)[1:] == [["A4", "Planttrees", "BoRay", "Done"]]
    assert len(gaps.grids(phrases.rows(text), (), ())) == 1


def test_labels_that_each_begin_anew_are_no_running_text_however_even_their_ends() -> None:
    """Two measures with names as long as each other were left as text."""
    heads = [(50.0, "Measure"), (300.0, "Target"), (380.0, "Latest"), (460.0, "Before")]
    rows = [
        [
            (50.0, f"Referral to {what} waiting times in weeks"),
            (300.0, "Lower"),
            (380.0, "3.7"),
            (460.0, "n/a"),
        ]
        for what in ("assessment", "treatments")
    ]
    assert seen([heads, *rows])[0][1][1:] == ["Lower", "3.7", "n/a"]


def test_the_second_line_of_a_heading_on_the_middle_of_the_page_is_no_heading_of_rows() -> None:
    heads = [(50.0, "Measure"), (180.0, "Latest"), (242.0, "Statistical"), (340.0, "Before")]
    rows = [
        [(50.0, name), (180.0, "53.0%"), (242.0, "52.2%"), (340.0, "n/a")] for name in ("Pupils", "Places")
    ]
    text = [t._replace(style=BOLD) for t in set_lines([heads, [(242.0, "Neighbours")]])]
    text += set_lines(rows, 136)
    (grid,) = gaps.grids(phrases.rows(text), ())
    assert texts(grid, text)[0] == ["Measure", "Latest", "StatisticalNeighbours", "Before"]


def test_the_second_line_of_the_first_heading_nearer_to_it_than_to_the_rows_is_no_heading_of_rows() -> None:
    """`RAG` with `Rating` below it: `Rating` was a row, and the headings were not known again on the next page."""
    bold = set_lines([[(50.0, "RAG"), (120.0, "Action"), (300.0, "Progress")]], 100)
    bold += set_lines([[(45.0, "Rating")]], 114)
    rows = [
        [(50.0, "G"), (120.0, "Open the hall"), (300.0, "Let in May to")],
        [(120.0, "in town"), (300.0, "those who")],
    ]
    text = [t._replace(style=BOLD) for t in bold]
    text += [t for k in range(8) for t in set_lines([rows[k % 2]], 140 + 20 * (k // 2 * 2) + 14 * (k % 2))]
    (grid,) = gaps.grids(phrases.rows(text), ())
    assert texts(grid, text)[:2] == [
        ["RAGRating", "Action", "Progress"],
        ["G", "Openthehallintown", "LetinMaytothosewho"],
    ]


def test_words_that_go_on_beside_a_label_that_does_are_no_row() -> None:
    """A measure's name and its target both went on: their ends were a measure of their own."""
    heads = [(50.0, "Measure"), (250.0, "Latest"), (310.0, "Target"), (420.0, "Before")]
    rows = [
        [(50.0, "Pupils who reach the standard in"), (250.0, "53.0%"), (310.0, "Higher than national"), (420.0, "n/a")],
        [(50.0, "reading and writing (KS2)"), (310.0, "average")],
        [(50.0, "Places for two year olds"), (250.0, "62.0%"), (420.0, "63.1%")],
    ]  # fmt: skip
    assert [row[:3] for row in seen([heads, *rows])[0][1:]] == [
        ["Pupilswhoreachthestandardinreadingandwriting(KS2)", "53.0%", "Higherthannationalaverage"],
        ["Placesfortwoyearolds", "62.0%", ""],
    ]


def test_the_only_row_of_a_page_below_the_rest_of_another_goes_on_with_the_page_before() -> None:
    """A page with one line of several texts had no table; further lines of a list are set in."""
    known = Layout((49.0, 95.0, 250.0, 360.0, 500.0), "RefActionLeadProgress", (50.0, 100.0, 300.0, 400.0))
    rest = [[(400.0, "• Let in May and")], [(412.0, "begun in June")]]
    row = [(50.0, "A4"), (100.0, "Plant trees"), (300.0, "Bo Ray"), (400.0, "• Done in July")]
    text = [*set_lines(rest), *set_lines([row, [(412.0, "by all")]], 130)]
    (grid,) = gaps.grids(phrases.rows(text), (), (), [known])
    assert texts(grid, text) == [
        ["", "", "", "•LetinMayandbeguninJune"],
        ["A4", "Planttrees", "BoRay", "•DoneinJulybyall"],
    ]


@pytest.mark.parametrize(("foot", "rest"), [(96.0, True), (60.0, False)], ids=["right above", "far above"])
def test_the_rest_of_a_row_right_below_headings_printed_again_belongs_to_the_rows_far_below_it(
    foot: float, rest: bool
) -> None:
    """Rows with much white between them: the rest above the first was lost."""
    known = Layout((49.0, 95.0, 250.0, 360.0, 500.0), "RefActionLeadProgress", (50.0, 100.0, 300.0, 400.0))
    rows = [
        [(50.0, ref), (100.0, "Plant trees"), (300.0, "Bo Ray"), (400.0, "Done in July")]
        for ref in ("A4", "A5")
    ]
    text = set_lines([[(400.0, "Let in May and")], [(400.0, "begun in June")]])
    text += [t for k, row in enumerate(rows) for t in set_lines([row], 150 + 38 * k)]
    taken = [Box(49, foot - 20, 500, foot)]
    (grid,) = gaps.grids(phrases.rows(text), taken, (), [known])
    assert texts(grid, text)[0][-1] == ("LetinMayandbeguninJune" if rest else "DoneinJuly")


def test_headings_printed_again_below_a_running_title_of_two_texts_are_no_row() -> None:
    """The running title and the page's number were asked for the headings, and these were taken for a row."""
    known = Layout((49.0, 95.0, 295.0, 395.0, 500.0), "RefActionLeadProgress", (50.0, 100.0, 300.0, 400.0))
    running = [(60.0, "Marlshire Parks Plan"), (420.0, "Page 2 of 3")]
    row = [(100.0, "2. Plant trees"), (400.0, "Done in July")]
    text = [*set_lines([running], 60), *set_lines([TEXTS[0]], 100), *set_lines([row], 120)]
    (grid,) = gaps.grids(phrases.rows(text), (), (), [known])
    assert texts(grid, text) == [
        ["Ref", "Action", "Lead", "Progress"],
        ["", "2.Planttrees", "", "DoneinJuly"],
    ]


@pytest.mark.parametrize("start", [400.0, 440.0])
def test_a_text_longer_than_those_before_stands_in_its_column_up_to_where_the_next_begins(
    start: float,
) -> None:
    """An edge was known from half the way between shorter texts, and the row that ran over it was lost."""
    known = Layout((49.0, 95.0, 270.0, 360.0, 500.0), "RefActionLeadProgress", (50.0, 100.0, 290.0, start))
    rows = [[(50.0, "A4"), (100.0, "Plant trees"), (290.0, "Bo Ray and seven"), (start, "Done in July")],
            [(50.0, "A5"), (100.0, "Mend the weir"), (290.0, "Cy Moss"), (start, "Begun")]]  # fmt: skip
    text = [t for k, row in enumerate(rows) for t in set_lines([row], 100 + 20 * k)]
    (grid,) = gaps.grids(phrases.rows(text), (), (), [known])
    assert [row[2] for row in texts(grid, text)] == ["BoRayandseven", "CyMoss"]


@pytest.mark.parametrize("white", [6.0, 0.0], ids=["below the rows", "a line of the cell"])
def test_a_note_below_the_last_row_is_no_line_of_it(white: float) -> None:
    """An indicator was called `Homes let to families * Provisional`."""
    known = Layout((49.0, 195.0, 270.0, 360.0, 500.0), "MeasureLatestTarget", (50.0, 200.0, 290.0, 400.0))
    rows = [[(50.0, "Trees in parks"), (200.0, "40"), (290.0, "Higher than"), (400.0, "High")],
            [(50.0, "in all towns"), (290.0, "last year")],
            [(50.0, "Homes let"), (200.0, "41"), (290.0, "Higher"), (400.0, "High")],
            [(50.0, "to families")]]  # fmt: skip
    text = [*set_lines(rows[:2], 100), *set_lines(rows[2:], 136)]
    text += set_lines([[(50.0, "* Provisional")]], 160 + white)
    (grid,) = gaps.grids(phrases.rows(text), (), (), [known])
    assert texts(grid, text)[1][0] == "Homeslettofamilies" + ("" if white else "*Provisional")


def test_the_headings_of_the_page_before_alone_are_no_row_of_its_table() -> None:
    known = Layout((49.0, 95.0, 295.0, 395.0, 500.0), "RefActionLeadProgress", (50.0, 100.0, 300.0, 400.0))
    text = set_lines([[(50.0, "Ref"), (100.0, "Action"), (300.0, "Lead"), (400.0, "Progress")]])
    assert gaps.grids(phrases.rows(text), (), (), [known]) == []


def test_labels_on_lines_of_their_own_between_lines_of_figures_failed_the_page() -> None:
    label, figures = [(50.0, "Northmoor")], [(200.0, ">1,204"), (260.0, ">988")]
    assert len(seen([HEAD, *(row for _ in range(4) for row in (label, figures))])) == 1


@pytest.mark.parametrize(("white", "last"), [(10.0, "key"), (10.0, "row")])
def test_a_key_on_one_line_below_the_last_row_is_no_row(white: float, last: str) -> None:
    """`Status: C Complete G On course` became an indicator."""
    known = Layout((49.0, 270.0, 360.0, 500.0), "MeasureTargetLatest", (50.0, 290.0, 400.0))
    rows = [[(50.0, f"Homes {k}"), (290.0, f"4{k}"), (400.0, f"3{k}")] for k in range(5)]
    key = [(50.0, "Status:"), (92.0, "C"), (108.0, "Done"), (150.0, "G"), (166.0, "Fair"), (290.0, "R Bad")]
    whole = [(50.0, "All homes"), (290.0, "210"), (400.0, "160")]
    text = [*set_lines(rows, 100), *set_lines([key if last == "key" else whole], 160 + white)]
    (grid,) = gaps.grids(phrases.rows(text), (), (), [known])
    assert len(texts(grid, text)) == (5 if last == "key" else 6)
