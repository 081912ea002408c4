"""Where tables of which shading draws the headings alone end and the next ones begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Token
from parsers.stacks import eye as columns
from parsers.stacks.bands import between, headings
from parsers.text import phrases
from tests.parsers.printing import across, style, tokens
from tests.parsers.stacks.test_eye import BAND, BODY, BOLD, HEAD, PAD, XS, plain, printed, rules, texts

MEASURES = ("Code", "Measure", "Target", "Latest")
BIG = style(size=11)  # a list's sign


def key(top: float) -> list[Token]:
    lines = ("G", "Met"), ("R", "Missed")
    return [
        t
        for k, line in enumerate(lines)
        for x, said in zip((54, 90), line, strict=True)
        for t in tokens(said, x, top + 12 * k)
    ]


def shaded(levels: Sequence[float], *rows: int) -> list[Fill]:
    return [Fill(Box(XS[0], levels[k], XS[-1], levels[k + 1]), BAND) for k in rows]


@pytest.mark.parametrize("group", [(), (("Homes", "", "", ""),)], ids=["headings alone", "a heading of rows"])
def test_rows_between_shaded_headings_end_at_the_title_and_the_key_below_them(
    group: tuple[tuple[str, ...], ...],
) -> None:
    """The rows and the next table's key and headings were one row, across the edges of all columns."""
    own = (HEAD, *group, *BODY)
    text, levels = printed(own)
    other = (MEASURES, *(("K" + row[0], *row[1:]) for row in BODY))
    more, below = printed(other, levels[-1] + 90)
    text += tokens("•", XS[3] - 8, levels[-2] + 4, BIG)
    text += tokens(
        "How we measure what we have done in all parts of the town", 54, levels[-1] + 10, style(size=12)
    )
    text += key(levels[-1] + 40)
    fills = [*shaded(levels, *range(len(group) + 1)), *shaded(below, 0)]
    found = columns.grids((), fills, [*text, *more], ())
    read = [[row for row in texts(grid, text + more) if row] for grid in found]
    assert [[cell.replace("•", "") for cell in row] for row in read[0]][-3:] == plain(BODY)
    assert read[1] == plain(other)


def test_headings_below_a_title_and_its_key_in_the_band_of_the_last_row_begin_another_table() -> None:
    """Stripes draw no edge between them: the row, the key and the next table's headings were one row."""
    text, levels = printed((HEAD, *BODY))
    more, below = printed((MEASURES, *(("K" + row[0], *row[1:]) for row in [*BODY, *BODY])), levels[-1] + 90)
    text += tokens("Measures", 54, levels[-1] + 10, style(size=12, bold=True))
    text += key(levels[-1] + 40)
    fills = [*shaded(levels, 0, 2), *shaded(below, 2, 4, 6)]
    found = columns.grids((), fills, [*text, *more], ())
    read = [[row for row in texts(grid, text + more) if any(row)] for grid in found]
    assert read[0][-3:] == plain(BODY)
    assert [row[0] for row in read[-1]][-6:] == ["K" + row[0] for row in [*BODY, *BODY]]


def test_a_key_of_one_line_below_a_title_and_its_heading_is_no_row_of_the_table_above_them() -> None:
    """The title, the key's heading and the key were rows of the table, though its words ran over one column."""
    edges = (50.0, 100.0, 170.0, 240.0, 310.0, 380.0, 450.0, 550.0)
    heads = ("Ref", "Action", "Lead", "Start", "End", "Rating", "Update")
    rows = [(f"1.{k}", "Plant it", "Ann Lee", "May 2025", "June 2026", "Late", "Begun") for k in range(4)]
    text, levels = printed((heads, *rows), xs=edges)
    top = levels[-1]
    text += tokens("Performance measures", 54, top + 12, style(size=14, bold=True))
    text += tokens("Key to indicators", 54, top + 40, BOLD)
    words = "Green", "Amber: Near to target", "Red"
    text += [t for x, said in zip((54, 178, 384), words, strict=True) for t in tokens(said, x, top + 64)]
    found = columns.grids(rules([*levels, top + 60, top + 80], edges), (), text, ())
    assert [texts(grid, text) for grid in found if len(grid.ys) > 2] == [plain((heads, *rows))]


def test_headings_below_a_title_are_some_though_the_letters_of_a_status_are_in_bold_below_them() -> None:
    """A key and the summary below it were one table, and neither was read."""
    key, edges = (("Symbol", "Rating"), ("G", "All is well"), ("R", "All is late")), (50.0, 150.0, 400.0)
    counts = (("Status", "Number of actions"), ("G", "3"), ("R", "6"))
    text, levels = printed(key, xs=edges)
    text += tokens("Overall position", 54, levels[-1] + 10, style(size=14, bold=True))
    more, below = printed(counts, levels[-1] + 40, edges)
    text += more
    bold = [t._replace(style=BOLD) if t.text in "GR" and t.box.x0 < 60 else t for t in text]
    found = columns.grids(rules([*levels, *below], edges), (), bold, ())
    assert [texts(grid, bold) for grid in found] == [plain(key), plain(counts)]


def test_figures_beside_the_middle_of_a_name_of_two_lines_are_no_headings() -> None:
    """Set smaller than the names, the first row's figures headed a table that they cut in two."""
    heads = ("Measure", "Target", "Last year", "This year")
    rows = (
        ("Average days to complete|a repair", "8.0", "9.4", "9.1"),
        ("Urgent calls made safe|within hours", "98%", "97%", "96%"),
        ("Rent arrears", "4.5%", "5.1%", "5.3%"),
    )
    starts, small = (54, 240, 320, 400), style(size=9)
    text = [t for x, said in zip(starts, heads, strict=True) for t in tokens(said, x, 100, BOLD)]
    levels = [115.0]
    for name, *figures in rows:
        lines = name.split("|")
        for k, line in enumerate(lines):
            text += tokens(line, 54, levels[-1] + 4 + 12 * k)
        middle = levels[-1] + 4 + 6 * (len(lines) - 1) + 0.5
        text += [
            t
            for x, said in zip(starts[1:], figures, strict=True)
            for t in tokens(said, x + 10, middle, small)
        ]
        levels.append(levels[-1] + 8 + 12 * len(lines))
    (grid,) = columns.grids([across(y, 50, 480) for y in levels], [], text, [])
    assert texts(grid, text) == plain((heads, *rows))


def test_a_heading_of_rows_right_below_headings_of_two_levels_does_not_part_them() -> None:
    """The names of groups, centred over their columns, left less white than the rows: the headings were a table."""
    xs = (28.0, 308.0, 442.0, 549.0, 635.0, 1003.0, 1163.0)
    told = "The first homes were let in May and the last ones are to follow by the autumn"
    rows = [
        [(31, "Initiative"), (409, "Delivery"), (811, "Where we are now")],
        [(311, "Owner of it"), (445, "Completed by"), (552, "RAG"), (638, "Update"), (1006, "Next")],
        [(31, "2.1 Homes")],
        [(31, "Fit grab rails in homes"), (311, "Ann Archer and Bo Bull"), (445, "April"), (638, told), (1006, "None")],
        [(31, "Repair the boilers"), (311, "Cy Cole"), (445, "May"), (638, told), (1006, "None")],
        [(31, "Insulate the lofts"), (311, "Cy Cole"), (445, "May"), (638, told), (1006, "Let a contract")],
    ]  # fmt: skip
    levels = [100 + 20.0 * k for k in range(len(rows) + 1)]
    text = [
        t
        for k, row in enumerate(rows)
        for x, said in row
        for t in tokens(said, x, levels[k] + 5, style(bold=True) if k < 3 else style())
    ]
    fills = [Fill(Box(xs[0], levels[k], xs[-1], levels[k + 1]), BAND) for k in range(2)]
    found = columns.grids([across(y, xs[0], xs[-1]) for y in levels], fills, text, ())
    assert [len(grid.ys) - 1 for grid in found] == [len(rows)]


def test_an_activity_of_several_long_lines_on_shading_heads_the_rows_below_it() -> None:
    """It was taken for running text between two tables: the page's last row stood in none, with its sign."""
    said = (" ".join(["Repair"] * words) for words in (13, 11))  # no blank stands on a column's edge
    activity = ("|".join([*said, "By: Homes"]), "", "", "")
    text, levels = printed((HEAD, *BODY[:2], activity))
    last, _ = printed(BODY[2:], levels[-1], head=False)
    drawn = [across(y, a, b) for y in levels[1:] for a, b in pairwise(XS)]
    (grid,) = columns.grids(drawn, shaded(levels, 3), [*text, *last], ())
    read = texts(grid, [*text, *last])
    assert read[1:3] == plain(BODY[:2])
    assert read[4:] == plain(BODY[2:])


@pytest.mark.parametrize(
    ("xs", "apart"),
    [((54, 70, 200, 220, 400, 420), True), ((54, 84, 254, 354), False)],
    ids=["a key", "a row"],
)
def test_a_key_on_one_line_below_a_table_and_a_heading_of_its_own_is_no_row(
    xs: Sequence[float], apart: bool
) -> None:
    """It was the last row, as a heading of rows is no end: no sign was explained, and its signs were an action's."""
    text, levels = printed((HEAD, *BODY))
    text += tokens("Key to ratings", 54, levels[-1] + 14, style(size=11, bold=True, colour="#7b1e1e"))
    top = levels[-1] + 36
    text += [
        t for x, said in zip(xs, ("1.", "Done", "2.", "Late", "3.", "Lost"), strict=False)
        for t in tokens(said, x, top + 4)
    ]  # fmt: skip
    found = columns.grids(rules([*levels, top, top + 18]), (), text, ())
    rows = [len(grid.ys) - 1 for grid in found if grid.ys[0] < levels[1]]
    assert rows == ([len(BODY) + 1] if apart else [len(BODY) + 3])


@pytest.mark.parametrize(("bold", "heads"), [(3, 2), (6, 0)], ids=["headings", "all rows"])
def test_headings_of_two_levels_above_a_heading_of_rows_are_told_from_the_first_row(
    bold: int, heads: int
) -> None:
    """What is in bold was more than a third of the first lines: the table had no headings, and other columns."""
    upper = ("", "", "Who leads it", "and how it goes on in town")
    text, levels = printed((upper, HEAD, ("Homes for everyone in the town", "", "", ""), *BODY), head=False)
    text = [t._replace(style=BOLD) if t.box.top < levels[bold] else t for t in text]
    lines = phrases.rows(text, XS)
    assert headings([between(lines, a, b) for a, b in pairwise(levels)]) == heads


@pytest.mark.parametrize("titled", [True, False])
def test_a_note_over_all_columns_above_the_next_table_s_title_is_its_row_s(titled: bool) -> None:
    """The note below the last row of a table was taken for a text between two tables, and the row had none."""
    noted = [row for k in range(3) for row in (BODY[k], (f"Part {k} has begun", "", "", ""))]
    text, levels = printed((HEAD, *noted))
    top = levels[-1]
    title = tokens("2 Parks", 54, top + 5, style(size=14, bold=True)) if titled else []
    others = (50.0, 360.0, 420.0, 490.0)
    measures = (("Measure", "Target", "Latest"), *(("Homes" * 12, "1", "2"),) * 3)
    more, below = printed(measures, top + 25, others)
    found = columns.grids([across(y, 50, 550) for y in (*levels, *below)], (), [*text, *title, *more], ())
    first = min(found, key=lambda grid: grid.ys[0])
    assert (texts(first, text)[-1][0] == plain(noted)[-1][0]) is titled


def test_the_second_line_of_a_heading_of_two_levels_is_no_title_of_another_table() -> None:
    """`no.` below `Ref` stood above the second level alone: the first level and the names above it were lost."""
    upper, lower = ((0, "Ref"), (1, "What we do"), (2, "This year")), ((2, "Lead"), (3, "Progress"))
    text = [t for k, said in upper for t in tokens(said, XS[k] + PAD, 104, BOLD)]
    text += tokens("no.", XS[0] + PAD, 116, BOLD)
    text += [t for k, said in lower for t in tokens(said, XS[k] + PAD, 125, BOLD)]
    body, levels = printed(BODY, 142, head=False)
    fills = [Fill(Box(XS[0], 100, XS[-1], 142), BAND), *shaded(levels, 1)]
    (grid,) = columns.grids((), fills, [*text, *body], ())
    assert texts(grid, [*text, *body])[-3:] == plain(BODY)
    assert grid.ys[0] <= 104
