"""Sheets that print no rules: cells at the top, the middle or the foot of rows that are higher than their texts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Fill, Style, Token
from parsers.ruled import eye as ruled
from parsers.stacks import eye as columns
from parsers.stacks import openings
from parsers.stacks.layouts import Layout
from parsers.text import phrases
from parsers.whitespace import eye as gaps
from tests.parsers.printing import page, style, tokens
from tests.parsers.stacks.test_eye import BOLD, texts

STARTS = (50.0, 100.0, 300.0, 380.0, 460.0)
HEADS = ("Ref", "Action", "Lead", "Status", "Progress")
LEADING = 10.5
Cells = Sequence[str]
ROWS: tuple[Cells, ...] = (
    ("A1", "Open the hall", "Bo Ray", "Done", "Let in May and opened|in June"),
    ("A2", "Mend the weir", "Cy Moss", "Late", "Not begun"),
    ("A3", "Plant the square", "Di Orr", "Begun", "Forty limes are in and|the rest will follow|in March"),
    ("A4", "Pave the lane", "Bo Ray", "Done", "Opened in July"),
)


def drawn(
    rows: Sequence[Cells], heights: Sequence[float], *, low: float = 0.0, top: float = 120,
    starts: Sequence[float] = STARTS, heads: Cells = HEADS,
) -> list[Token]:  # fmt: skip
    """Rows of some heights below headings in bold; `low` is the share of a row's white that stands above its texts."""
    text = [t for x, said in zip(starts, heads, strict=True) for t in tokens(said, x, top - 15, BOLD)]
    for row, height in zip(rows, heights, strict=True):
        for x, said in zip(starts, row, strict=True):
            lines = said.split("|")
            begin = top + low * (height - LEADING * len(lines))
            for k, line in enumerate(lines if said else []):
                text += tokens(line, x, begin + k * LEADING)
        top += height
    return text


def read(text: list[Token], known: Sequence[Layout] = ()) -> list[list[list[str]]]:
    return [texts(grid, text) for grid in gaps.grids(phrases.rows(text), (), (), known)]


def plain(rows: Sequence[Cells], heads: Cells = HEADS) -> list[list[str]]:
    return [[said.replace("|", "").replace(" ", "") for said in row] for row in (heads, *rows)]


@pytest.mark.parametrize("low", [0.0, 0.5, 1.0], ids=["top", "middle", "foot"])
@pytest.mark.parametrize("more", [2.0, 14.0, 70.0])
def test_rows_are_told_wherever_their_cells_are_set_and_however_high_they_are(
    low: float, more: float
) -> None:
    """At the foot each row's first lines were those of the row above; rows far below each other ended the table."""
    heights = [LEADING * max(len(said.split("|")) for said in row) + more for row in ROWS]
    assert read(drawn(ROWS, heights, low=low)) == [plain(ROWS)]


def test_rows_that_have_no_white_between_them_are_told_at_the_foot_by_texts_that_go_on() -> None:
    heights = [LEADING * max(len(said.split("|")) for said in row) for row in ROWS]
    assert read(drawn(ROWS, heights, low=1.0)) == [plain(ROWS)]


def test_a_name_of_several_rows_beside_the_first_of_them_alone() -> None:
    """Of six columns three had text in most rows, and the table was none."""
    starts, heads = (50.0, 150.0, *STARTS[1:]), ("Aim", "Plan", "Action", "Lead", "Progress", "Status")
    rows = [
        ("A town to grow|up in", "Town plan", "Open the hall", "Bo Ray", "Let in May and|opened", "Done"),
        ("", "", "Mend the weir", "", "Not begun", "Late"),
        ("", "", "Pave the lane", "", "Opened in July|by all", "Done"),
        ("A clean town", "Town plan", "Plant limes", "Di Orr", "Forty are in", "Begun"),
        ("", "", "Sweep the square", "", "Each day", "Done"),
    ]
    starts = (50.0, 130.0, 200.0, 300.0, 380.0, 500.0)
    text = drawn(rows, [60, 40, 70, 30, 30], starts=starts, heads=heads)
    assert read(text) == [plain(rows, heads)]


def test_headings_on_the_middle_of_their_columns_over_texts_at_the_left() -> None:
    """The texts under `Action` ended before its heading began, and were the first column's."""
    text = [t for t in drawn(ROWS, [40] * 4) if not t.style.bold]
    for x, said in zip((50.0, 220.0, 330.0, 410.0, 540.0), HEADS, strict=True):
        text += tokens(said, x, 105, BOLD)
    assert read(text) == [plain(ROWS)]


def test_the_headings_of_the_next_table_end_one() -> None:
    """Figures below them were its rows, and as these are none of texts it was no table."""
    heights = [40.0] * 4
    measures = (
        ("1", "Homes let", "12", "14", "15"),
        ("2", "Roads", "9", "8", "7"),
        ("3", "Calls", "1", "3", "2"),
    )
    heads = ("No", "Measure", "Target", "2024", "2025")
    below = [*tokens("Measures", 50, 296, BOLD), *drawn(measures, [20] * 3, top=330, heads=heads)]
    assert read([*drawn(ROWS, heights), *below]) == [plain(ROWS), plain(measures, heads)]


def test_the_same_headings_again_begin_another_table() -> None:
    """The heading above it was a row of the first one."""
    heights = [LEADING * max(len(said.split("|")) for said in row) + 6 for row in ROWS]
    again = [*tokens("A park for all", 50, 236, BOLD), *drawn(ROWS, heights, top=266)]
    assert read([*drawn(ROWS, heights), *again]) == [plain(ROWS), plain(ROWS)]


@pytest.mark.parametrize(
    ("further", "doubt"), [("and b", ""), ("B", openings.DOUBT_ROWS)], ids=["goes on", "begins anew"]
)
def test_one_row_below_the_same_headings_is_a_table_even_where_its_lines_do_not_tell_its_rows(
    further: str, doubt: str
) -> None:
    """The last theme's only row stood in no table: its name went on below, as the first column's texts did not."""
    heights = [LEADING * max(len(said.split("|")) for said in row) + 6 for row in ROWS]
    text = [*drawn(ROWS, heights), *drawn(ROWS[:1], [20], top=266), *tokens(further, 50, 266 + LEADING)]
    lines = phrases.rows(text)
    _, last = gaps.grids(lines, ())
    assert len(last.ys) > 2
    assert last.doubt == doubt


def test_a_figure_set_right_against_the_text_behind_it_stands_in_its_own_column() -> None:
    """`12 Mend the weir` was one text, and no row had a number."""
    text = [t._replace(run=1) for t in drawn([("", *row[1:]) for row in ROWS], [40] * 4)]
    for k, number in enumerate(("9", "10", "11", "12")):
        text += [t._replace(run=2 + k) for t in tokens(number, 98.5 - 5 * len(number), 120 + 40 * k)]
    rows = [(number, *row[1:]) for number, row in zip(("9", "10", "11", "12"), ROWS, strict=True)]
    assert read(text) == [plain(rows)]
    assert read([t._replace(run=0) for t in text]) == []


def test_a_heading_of_rows_above_cells_on_their_middle() -> None:
    """The line below it has the first line of the highest cell alone, and the table ended there."""
    first = drawn(ROWS[:2], [34, 34], low=0.5)
    second = [t for t in drawn(ROWS[2:], [48, 34], low=0.5, top=210) if not t.style.bold]
    title = tokens("Streets and squares of the old town and the new", 50, 194)
    found = read([*first, *title, *second])[0]
    assert [row[0] for row in found] == [
        "Ref",
        "A1",
        "A2",
        "Streetsandsquaresoftheoldtownandthenew",
        "A3",
        "A4",
    ]


def test_rows_far_below_each_other_go_on_in_the_columns_of_the_page_before() -> None:
    known = Layout((49.0, 95.0, 295.0, 375.0, 455.0, 600.0), "".join(HEADS), STARTS)
    text = [
        t
        for t in drawn([("", "", "", "", "the rest of a text"), *ROWS], [20, 90, 90, 90, 30])
        if not t.style.bold
    ]
    assert [row[0] for row in read(text, [known])[0]] == ["", "A1", "A2", "A3", "A4"]


def test_headings_on_a_ground_of_their_own_have_all_rows_that_stand_far_below_them() -> None:
    """The table had its first row alone, the others were left as text."""
    text = drawn(ROWS, [90.0] * 4)
    ground = [Fill(Box(48, 102, 600, 118), "#d9d9d9")]
    known = [Layout((48.0, 95.0, 295.0, 375.0, 455.0, 600.0), "".join(HEADS), STARTS)]
    (table,) = ruled.tables(page(text, (), ground), known)
    assert texts(table.grid, text) == plain(ROWS)


def test_headings_over_some_columns_alone_are_a_row_where_others_are_whole() -> None:
    """They went into the first row as if its cells stood at its foot."""
    known = Layout((49.0, 95.0, 295.0, 500.0), "SignStatusDescription", (50.0, 100.0, 300.0))
    rows = (("G", "Green", "On target"), ("A", "Amber", "Near it"), ("R", "Red", "Far from it"))
    text = drawn(rows, [20.0] * 3, starts=STARTS[:3], heads=("", "", ""))
    text += [*tokens("Status", 100, 100, BOLD), *tokens("Description", 300, 100, BOLD)]
    assert read(text, [known]) == [plain(rows, ("", "Status", "Description"))]


def test_one_row_below_a_heading_of_rows_in_the_style_of_the_columns_headings() -> None:
    """At a page's foot they were no table: the heading of rows was a row without texts, in no style of its own."""
    row = ("A1", "Open the hall|and the pool", "Bo Ray", "Done", "Let in May and opened|in June")
    text = [*drawn((), ()), *tokens("Streets", 50, 121, BOLD), *drawn([row], [30], top=137, heads=[""] * 5)]
    assert [line[0] for line in read(text)[0]] == ["Ref", "Streets", "A1"]


def test_rows_in_doubt_below_headings_that_are_not_theirs_are_read_with_these() -> None:
    """Shaded headings of rows drew the rows' levels, the columns were fewer, and the headings were left as text."""
    rows = [*ROWS[:2], ("Streets", "", "", "", ""), *ROWS[2:], ("Parks", "", "", "", "")]
    text = drawn(rows, [34.0, 20.0, 16.0, 44.0, 20.0, 16.0])
    text = [t._replace(style=BOLD) if t.box.top in (174.0, 254.0) else t for t in text]
    ys = (119.0, 150.0, 171.0, 187.0, 230.0, 252.0, 267.0)
    cells = tuple(Span(row, col, 1, 1) for row in range(6) for col in range(2))
    grid = Grid((48.0, 97.0, 640.0), ys, cells, columns.DOUBT_COLUMNS)
    (whole,) = gaps.clearer(grid, phrases.rows(text), ())
    assert texts(whole, text) == plain(rows)
    assert gaps.clearer(grid, phrases.rows(text), (), [Box(48, 90, 640, 117)]) == [grid]


def test_a_title_set_larger_than_a_table_ends_it() -> None:
    """It was the first column's text, and the next table's key below it were rows."""
    title = tokens("Measures", 50, 234, style(size=13))
    key = [t for k, said in enumerate(("Met", "Late")) for t in tokens(said, 100, 254 + 20 * k)]
    assert read([*drawn(ROWS, [30.0, 20.0, 40.0, 20.0]), *title, *key])[0] == plain(ROWS)


TWO = (("C1", "Open the hall", "Bo Ray", "May 2026", "Let in May and opened|in June", "Done"),
       ("C2", "Mend the weir", "Cy Moss", "June 2026", "Not begun", "Late"),
       ("C3", "Plant the square", "Di Orr", "July 2026", "Forty limes are in", "Begun"))  # fmt: skip
SIX = (50.0, 90.0, 210.0, 290.0, 380.0, 560.0)


@pytest.mark.parametrize("middle", [True, False])
def test_headings_over_several_columns_stand_on_their_middle_or_at_the_left(middle: bool) -> None:
    """They were left as text above the table, and the first column's heading with them: it was no table."""
    heads = ("", "Action", "Officer", "By", "What was done", "Status")
    text = drawn(TWO, [30.0] * 3, starts=SIX, heads=heads)
    over = (("Ref", 50, 65), ("Responsible", 210, 330), ("Progress", 380, 590))
    for said, left, right in over:
        x = (left + right) / 2 - 2.5 * len(said) if middle and said != "Ref" else left
        text += tokens(said, x, 90, BOLD)
    (grid,) = gaps.grids(phrases.rows(text), ())
    found = [(s.row, s.col, s.row_span, s.col_span) for s in grid.cells if s.row < 2]
    assert [span for span in found if span[3] > 1] == [(0, 2, 1, 2), (0, 4, 1, 2)]
    assert texts(grid, text)[-3:] == plain(TWO, heads)[1:]
    assert texts(grid, text)[0] == ["Ref", "Action", "Responsible", "Progress"]


def test_headings_over_several_columns_that_do_not_tell_which_are_a_doubt() -> None:
    text = drawn(
        TWO, [30.0] * 3, starts=SIX, heads=("Ref", "Action", "Officer", "By", "What was done", "Status")
    )
    text += [*tokens("Responsible", 150, 90, BOLD), *tokens("Progress", 470, 90, BOLD)]
    (grid,) = gaps.grids(phrases.rows(text), ())
    assert grid.doubt == columns.DOUBT_HEADS


def test_headings_over_several_columns_of_figures() -> None:
    """Each year's target and result stood below one heading each, without the year: two figures were the latest."""
    heads = ("Measure", "Target", "Actual", "Target", "Actual")
    starts = (50.0, 200.0, 270.0, 340.0, 410.0)
    rows = (
        ("Homes let", "12", "14", "15", "16"),
        ("Roads mended", "9", "8", "7", "6"),
        ("Calls", "1", "3", "2", "4"),
    )
    text = [t for x, said in zip(starts, heads, strict=True) for t in tokens(said, x, 105, BOLD)]
    for k, row in enumerate(rows):
        for x, said in zip(starts, row, strict=True):
            text += tokens(said, x + 60 - 5 * len(said) if x > 50 else x, 120 + 14 * k)
    text += [*tokens("2024/25", 247, 92, BOLD), *tokens("2025/26", 387, 92, BOLD)]
    found = read(text)[0]
    assert found[:2] == [["Measure", "2024/25", "2025/26"], ["Target", "Actual", "Target", "Actual"]]
    assert found[2] == list(plain(rows[:1], heads)[1])


def test_a_heading_of_rows_on_the_middle_of_a_table_is_a_row_over_all_columns() -> None:
    """It was a text of the column that the middle falls into, or ended the table where it runs over one's edge."""
    first = drawn(ROWS[:2], [30.0, 20.0], top=140)
    second = [t for t in drawn(ROWS[2:], [44.0, 20.0], top=206) if not t.style.bold]
    titles = [*tokens("PORTS", 295, 126, BOLD), *tokens("CLEAN GROWTH", 278, 192, BOLD)]
    heads = [t._replace(box=t.box._replace(top=105, bottom=115)) for t in first if t.style.bold]
    text = [*heads, *(t for t in first if not t.style.bold), *titles, *second]
    assert [row[0] for row in read(text)[0]] == ["Ref", "PORTS", "A1", "A2", "CLEANGROWTH", "A3", "A4"]


@pytest.mark.parametrize("count", [1, 2])
def test_the_last_rows_of_a_sheet_alone_on_a_page_stand_in_the_columns_of_the_page_before(count: int) -> None:
    """One row was no table; texts set on the middle or right begin at no known edge."""
    known = Layout((49.0, 95.0, 295.0, 375.0, 455.0, 600.0), "".join(HEADS), STARTS)
    rows = [("A9", "Open the hall", "", "", "Let in May"), ("B1", "Mend the weir", "", "", "Not begun")][
        :count
    ]
    text = [t for t in drawn(rows, [20.0] * count) if not t.style.bold]
    for k in range(count):
        text += [*tokens("Bo Ray", 318, 120 + 20 * k), *tokens("Late", 400, 120 + 20 * k)]
    (found,) = read(text, [known])
    assert found == [[c or ("BoRay", "Late")[n - 2] for n, c in enumerate(row)] for row in plain(rows)[1:]]


def test_a_figure_set_right_before_a_text_is_parted_from_it_at_the_edge_that_the_page_before_shows() -> None:
    known = Layout((49.0, 95.0, 295.0, 375.0, 455.0, 600.0), "".join(HEADS), STARTS)
    row = ("A9", "Open the hall", "Bo Ray", "", "")
    text = [t._replace(run=1) for t in drawn([row], [20.0]) if not t.style.bold]
    text += [t._replace(run=2) for t in tokens("Sep 2025", 413, 120)]
    text += [t._replace(run=3) for t in tokens("Let in May", 456, 120)]
    assert read(text, [known]) == [plain([("A9", "Open the hall", "Bo Ray", "Sep 2025", "Let in May")])[1:]]


def test_a_name_on_the_middle_of_a_cell_that_is_merged_over_rows_opens_none_and_hides_none() -> None:
    """The row below the name was one with the row above it: there was no white between the name and either."""
    rows = [("", *row[1:]) for row in (*ROWS, *ROWS)]
    heights = [LEADING * max(len(said.split("|")) for said in row) + 4 for row in rows]
    edge = 120 + sum(heights[:4])
    text = [*drawn(rows, heights), *tokens("Town", 50, edge - 7)]
    found = read(text)[0]
    assert [row[1:] for row in found] == [row[1:] for row in plain(rows)]
    assert [row[0] for row in found] == ["Ref", "", "", "", "Town", "", "", "", ""]


def test_pairs_beside_each_other_that_begin_on_different_lines_are_no_rows_at_whose_foot_cells_stand() -> (
    None
):
    """Labels and values side by side, one pair lower than the other: two labels were one, without a doubt."""
    labels, values = ("Officer", "Due", "Status", "Notes"), ("Bo Ray", "May 2026", "On course", "Begun")
    text = []
    for left, low in ((50.0, 4.0), (320.0, 0.0)):
        for k, (label, value) in enumerate(zip(labels, values, strict=True)):
            text += [
                *tokens(label, left, 100 + low * 3.4 + 14 * k),
                *tokens(value, left + 80, 100 + low * 3.4 + 14 * k),
            ]
    known = Layout((49.0, 126.0, 307.0, 384.0, 541.0), "A" * 30, (50.0, 130.0, 320.0, 400.0))
    assert all(grid.doubt for grid in gaps.grids(phrases.rows(text), (), (), [known]))


def test_labels_above_their_meanings_twice_are_one_table() -> None:
    """As if the second labels headed a table of their own, both were too short to be any, and the key was lost."""
    lines = [
        ("Completed", "Progressing", "Behind"),
        ("All of it is delivered", "It is under way and well", "It is later than was planned"),
        ("Stalled", "Not due", "Deferred"),
        ("It cannot be finished", "It is due in a later quarter", "It is due in another year"),
    ]
    text = []
    for k, line in enumerate(lines):
        for x, said in zip((50.0, 250.0, 420.0), line, strict=True):
            text += tokens(said, x, 100 + 12 * k + 20 * (k > 1), None if k % 2 else BOLD)
    text += [t for top in (124, 168) for t in tokens("in the plan", 420, top)]
    assert [len(table) for table in read(text)] == [4]


def test_rows_below_headings_of_their_own_do_not_go_on_from_the_page_before() -> None:
    """Each had one text in every column of the page before, and the headings were left as text."""
    known = Layout((49.0, 95.0, 295.0, 375.0, 455.0, 600.0), "".join(HEADS), STARTS)
    rows = (
        ("K1", "Homes let", "12", "14", "Better"),
        ("K2", "Roads mended", "9", "8", "Worse"),
        ("K3", "Calls", "1", "3", "Better"),
    )
    heads = ("Code", "Measure", "Target", "Latest", "Context")
    text = drawn(rows, [20.0] * 3, heads=("",) * 5)
    for x, said in zip((55.0, 190.0, 320.0, 400.0, 520.0), heads, strict=True):
        text += tokens(said, x, 105, BOLD)
    assert read(text, [known]) == [plain(rows, heads)]


@pytest.mark.parametrize("rows", [1, 2])
def test_a_table_with_the_headings_of_the_one_above_may_have_one_row(rows: int) -> None:
    """The only row above a page's end was lost: a table of its own has two and more."""
    text = drawn(ROWS, [40.0] * len(ROWS))
    more = drawn(ROWS[1 : 1 + rows], [40.0] * rows, top=380)
    title = tokens("A thriving local economy", 50, 330, style("Helvetica-Bold", 14))
    found = read([*text, *title, *more])
    assert found == [plain(ROWS), plain(ROWS[1 : 1 + rows])]


def test_two_tables_of_one_row_each_below_the_one_above_are_both_read() -> None:
    """The second one's headings and row were taken for the first one's, and neither was read."""
    text = drawn(ROWS, [40.0] * len(ROWS))
    for k, top in enumerate((330, 430)):
        text += tokens(f"Priority {k}", 50, top, style("Helvetica-Bold", 14))
        text += drawn(ROWS[k : k + 1], [40.0], top=top + 50)
    assert read(text) == [plain(ROWS), plain(ROWS[:1]), plain(ROWS[1:2])]


@pytest.mark.parametrize("step", [12.0, 13.2, 14.0])
def test_headings_of_two_lines_may_be_spaced_as_the_texts_below_are(step: float) -> None:
    """A word processor's usual spacing parts them by a third of their size: the second was a row, and no table was."""
    rows = (*ROWS, ("A5", "Light the quay", "Cy Moss", "Late", "Lamps are hung and|the rest will follow"))
    top, text = 150.0, []
    for x, said in zip(STARTS, ("Ref", "Action", "Lead", "RAG|Rating", "Progress"), strict=True):
        text += [t for k, line in enumerate(said.split("|")) for t in tokens(line, x, 120 + step * k, BOLD)]
    for row in rows:
        for x, said in zip(STARTS, row, strict=True):
            text += [t for k, line in enumerate(said.split("|")) for t in tokens(line, x, top + step * k)]
        top += step * max(len(said.split("|")) for said in row) + 9
    assert read(text) == [plain(rows, ("Ref", "Action", "Lead", "RAGRating", "Progress"))]


@pytest.mark.parametrize(
    ("white", "rows"), [(6.0, len(ROWS)), (13.0, len(ROWS) + 1)], ids=["less", "as much"]
)
def test_a_paragraph_of_a_cell_below_less_white_than_rows_have_is_no_row(white: float, rows: int) -> None:
    """`(Annual performance = 585)` below an indicator's name was an indicator without a name, in silence."""
    top, text = 120.0, [t for x, said in zip(STARTS, HEADS, strict=True) for t in tokens(said, x, 105, BOLD)]
    for n, row in enumerate(ROWS):
        for x, said in zip(STARTS, row, strict=True):
            text += [t for k, line in enumerate(said.split("|")) for t in tokens(line, x, top + 12 * k)]
        top += 12 * max(len(said.split("|")) for said in row)
        if n == 1:
            text += tokens("(in part", 50, top + white - 2)
            top += white + 10
        top += 11
    (grid,) = gaps.grids(phrases.rows(text), (), (), ())
    assert len(grid.ys) - 2 == rows


def statuses(rows: Sequence[tuple[Cells, str, float]], middle: float, words: Style) -> list[Token]:
    """Rows of some heights below headings in bold, the last of their texts on the middle of its column."""
    text = drawn([row for row, _, _ in rows], [high for *_, high in rows], heads=SOME, starts=SOME_STARTS)
    text += tokens("Rating", middle - 15, 105, BOLD)
    top = 120.0
    for _, said, high in rows:
        for k, line in enumerate(said.split("|")):
            wide = 5.0 * len(line)
            text += tokens(line, middle - wide / 2, top + k * LEADING, words)
        top += high
    return text


SOME = ("Aim", "Plan", "Action", "Lead", "Progress")
SOME_STARTS = (50.0, 130.0, 210.0, 310.0, 360.0)
MANY_ROWS: list[tuple[Cells, str, float]] = [
    (
        ("A town to grow|up in", "Town plan", "Open the hall", "Bo Ray", "Let in May and|opened in June"),
        "On schedule",
        90.0,
    ),
    (("", "", "Mend the weir|by then", "", "Not begun"), "Begun but|behind", 28.0),
    (("", "", "Pave the lane", "", "Opened in July|by all"), "Done", 28.0),
    (("", "", "Plant the limes", "", "Forty are in"), "No news heard", 28.0),
    (("A clean town", "Town plan", "Sweep the square", "Di Orr", "Each day"), "Done", 50.0),
    (("", "", "Mend the lamps", "", "Half are new|and half old"), "On schedule", 28.0),
]


@pytest.mark.parametrize("words", [BOLD, style()], ids=["bold", "plain"])
def test_words_of_a_status_on_the_middle_of_their_column_hide_no_row_of_a_sheet(words: Style) -> None:
    """Below a high row the table ended, its rows of few columns were one, and headings were none over bold words."""
    (rows,) = read(statuses(MANY_ROWS, 530, words))
    said = [[*row, status] for row, status, _ in MANY_ROWS]
    assert rows == plain(said, (*SOME, "Rating"))


def test_words_far_below_beside_the_middle_of_their_column_are_not_of_its_sheet() -> None:
    upper, lower = statuses(MANY_ROWS[:1], 530, BOLD), statuses(MANY_ROWS[1:], 550, BOLD)
    below = [
        t._replace(box=t.box._replace(top=t.box.top + 90, bottom=t.box.bottom + 90))
        for t in lower
        if t.box.top >= 120
    ]
    assert not any("Mendtheweirbythen" in row for grid in read([*upper, *below]) for row in grid)


LAST = Layout((49.0, 95.0, 295.0, 375.0, 455.0, 560.0), "RefActionLeadStatusProgress", STARTS)


def test_the_only_row_of_a_page_above_another_table_and_its_title_goes_on_with_the_page_before() -> None:
    """The title was taken for a heading of rows and the other table's headings for a row: the true one was lost."""
    row: list[Cells] = [("", "Sweep the square and all|of the lanes", "", "", "Each day but|on Sundays")]
    heads = ("Measure", "Wanted", "Reached", "Before", "Good")
    measures: list[Cells] = [
        ("Homes", "As many", "More than ever", "Fewer", "High"),
        ("Trees", "As many as|then", "Fewer than", "More", "High"),
    ]
    text = [t for t in drawn(row, [24.0]) if t.style != BOLD]
    text += tokens("Achievements", 50, 160, BOLD)
    text += drawn(measures, [24.0, 24.0], heads=heads, top=190)
    grids = read(text, [LAST])
    assert grids[0] == plain(row)[1:]
    assert grids[1][0][-1] == "Good"


def test_a_row_with_a_long_list_goes_on_in_the_columns_of_the_page_before() -> None:
    """Its lines begin where the list's texts do, and not where the column does: it was left as text."""
    item = "• All that was asked for|  as soon as it was"
    row: list[Cells] = [("", "Sweep the square", "", "", "Begun:|" + "|".join([item] * 4))]
    text = [t for t in drawn(row, [100.0]) if t.style != BOLD]
    (rows,) = read(text, [LAST])
    assert [said[:14] for said in rows[0]] == ["", "Sweepthesquare", "", "", "Begun:•Allthat"]


@pytest.mark.parametrize(
    ("said", "x", "seen"),
    [
        ("and was opened in June", 460.0, True),
        ("Opened in June", 460.0, False),
        ("and was opened", 50.0, False),
        ("and was opened in June", 470.0, False),
    ],
)
def test_the_rest_of_one_text_alone_at_a_pages_head_stands_in_its_column(
    said: str, x: float, seen: bool
) -> None:
    """It was left as a paragraph, and the row's text ended midway."""
    text = [*tokens(said, x, 60), *tokens("What comes next", 50, 90, BOLD)]
    found = gaps.grids(phrases.rows(text), (), (), [LAST])
    assert [texts(grid, text) for grid in found] == (
        [[["", "", "", "", said.replace(" ", "")]]] if seen else []
    )


@pytest.mark.parametrize("top", [48.0, 20.0])
def test_the_last_line_of_a_paragraph_is_no_rest_of_a_text(top: float) -> None:
    """Far below the page's head it was a row of a table that had ended."""
    text = [
        *tokens("Of all that was to be done in the town most is", 460, top),
        *tokens("and was opened", 460, 60),
    ]
    text += tokens("What comes next", 50, 90, BOLD)
    taken = () if top > 40 else (Box(48, 15, 640, 40),)
    assert gaps.grids(phrases.rows(text), taken, (), [LAST]) == []
