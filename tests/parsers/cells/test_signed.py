"""Rows that no rule parts, told by the sign that each has, or by what begins level in all columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parsers import layout
from parsers.block import Table
from parsers.geometry import Box
from parsers.page import Drawing, Picture, Token
from parsers.text import wording
from tests.parsers.printing import lattice, page, tokens

XS, YS = (50.0, 160.0, 280.0, 400.0, 500.0), (100.0, 120.0, 400.0)
HEAD = ("Activity", "Action", "Progress", "RAG")
LINE = 12.0
#: an activity of three lines beside two rows, the second of one line, and one of its own
ROWS = (
    ("1.1 Homes for all", "1. Build forty|homes in town", "1. Let in May and|works began", "G"),
    ("", "2. Mend roofs", "2. Begun", "A"),
    ("1.2 Parks", "1. Open a park", "Opened in June|by the mayor", "G"),
)
FIGURES = (
    ("Homes that were let|in the old town", "12%", "14%", "Low"),
    ("Calls that were taken", "Not known", "Better than|last year", "High"),
    ("Visits to all|libraries", "9", "8", "High"),
)


def printed(rows: Sequence[Sequence[str]], top: float = 122, head: Sequence[str] = HEAD) -> list[Token]:
    """Rows without white between them below headings, as programs print them that leave rules between rows out."""
    text = [t for x, word in zip(XS, head, strict=False) for t in tokens(word, x + 4, 105)]
    for row in rows:
        cells = [cell.split("|") for cell in row]
        for x, lines in zip(XS, cells, strict=False):
            text += [t for n, line in enumerate(lines) for t in tokens(line, x + 4, top + n * LINE)]
        top += LINE * max(map(len, cells))
    return text


def read(text: Sequence[Token], drawings: Sequence[Drawing] = ()) -> list[list[str]]:
    """The table's cells by row, without the row of headings."""
    seen = replace(page(text, lattice(XS, YS)), drawings=tuple(drawings))
    (table,) = layout.see(seen).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    found = [[c.text.replace("\n", " ") for c in table.cells if c.row == row] for row in range(table.rows)]
    return found[1:]


def plain(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("|", " ") for cell in row] for row in rows]


def test_texts_that_open_level_with_each_letter_of_a_column_are_rows() -> None:
    """All rows were one: `G A G` was its status."""
    assert read(printed(ROWS)) == plain(ROWS)


def test_the_rest_of_a_row_above_the_first_letter_is_a_row_of_its_own() -> None:
    rest = ("", "that stand empty", "since then.", "")
    assert read(printed((rest, *ROWS))) == plain((rest, *ROWS))


def test_texts_that_open_level_with_each_drawn_sign_are_rows() -> None:
    signs = [
        Drawing(Box(440, top, 448, top + 8), "disc", "disc", colour, None)
        for top, colour in zip((123, 147, 159), ("#00aa00", "#ffaa00", "#00aa00"), strict=True)
    ]
    bare = [(*row[:3], "") for row in ROWS]
    assert read(printed(bare), signs) == plain(bare)


def test_a_shape_and_the_picture_of_its_shadow_are_one_sign() -> None:
    """Presentations print a soft shadow as a picture: it was a second sign, and the row was cut between the two."""
    row = "1.1 Homes for all", "1. Build forty|Homes in town", "1. Let in May and|Works began", ""
    disc = Drawing(Box(440, 124, 452, 136), "disc", "disc", "#00aa00", None)
    shadow = Picture(Box(434, 122, 460, 149), "shadow", "#000000")
    seen = replace(page(printed((row,)), lattice(XS, YS)), drawings=(disc,), pictures=(shadow,))
    (table,) = layout.see(seen).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    assert table.rows == 2


def test_a_row_without_progress_opens_beside_its_sign_where_the_others_do() -> None:
    rows = (*ROWS[:2], ("", "3. Paint doors", "", "R"), ROWS[2])
    assert read(printed(rows)) == plain(rows)


def test_a_cell_whose_text_runs_over_where_a_row_opens_is_merged_over_both() -> None:
    rows = (("1.1 Homes for all|of us in the|town and around", *ROWS[0][1:]), *ROWS[1:])
    text = printed([("", *row[1:]) for row in rows[:2]])
    text += [t for n, line in enumerate(rows[0][0].split("|")) for t in tokens(line, 54, 122 + n * LINE)]
    assert read(text) == [
        ["1.1 Homes for all of us in the town and around", *plain(rows)[0][1:]],
        plain(rows)[1][1:],
    ]


def test_letters_in_the_middle_of_rows_tell_none() -> None:
    text = printed([(*row[:3], "") for row in ROWS])
    text += [t for top in (127, 153) for t in tokens("G", 404, top + LINE)]
    assert len(read(text)) == 1


def test_rows_of_figures_begin_in_all_columns() -> None:
    """Several figures stood in one cell of each column, and nothing said so."""
    assert read(printed(FIGURES)) == plain(FIGURES)


def test_rows_of_one_line_each_print_one_text_twice() -> None:
    rows = (
        ("Wait for help", "3 weeks", "4 weeks", "Lower"),
        ("Wait for a cure", "6 weeks", "7 weeks", "Lower"),
    )
    rest = ("Calls that were taken", "Not known", "Better than|last year", "High")
    assert read(printed((*rows, rest))) == plain((*rows, rest))


@pytest.mark.parametrize(
    "row",
    [
        ("Homes for all in|the town", "Ann Lee|Head of Homes", "Let in May|and begun", "May|2026"),
        ("2.3 The|Homes plan", "Young|People", "1. Steer|Group", "Kerrie|Adams"),
        ("• Homes|in town|• Parks", "• Ann|and Bo|• Cy", "• Let|in May|• Open", "• May|or so|• June"),
    ],
    ids=["texts of two lines", "names of two lines", "lists"],
)
def test_a_row_whose_texts_go_on_level_with_each_other_stays_whole(row: Sequence[str]) -> None:
    assert len(read(printed([row]))) == 1


def test_headings_of_two_lines_stay_whole() -> None:
    rows = (("Key|Activity", "Key|Action", "Progress|Update", "RAG|Rating"),)
    text = printed(rows, head=())
    (table,) = layout.see(page(text, lattice(XS, (YS[1], YS[2], YS[2] + 30)))).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    assert table.rows == 2


def key(colours: Sequence[str]) -> list[list[str]]:
    """A key of two columns that nothing parts into rows, read: a disc beside each line."""
    meanings = ("On track", "Behind, but it|will be done", "Not begun")
    tops, top = [], 122.0
    text: list[Token] = []
    for meaning in meanings:
        lines = meaning.split("|")
        text += [t for n, said in enumerate(lines) for t in tokens(said, 104, top + n * LINE)]
        tops.append(top)
        top += LINE * len(lines) + 4
    discs = [
        Drawing(Box(60, y, 70, y + 10), "disc", "", colour, None)
        for y, colour in zip(tops, colours, strict=True)
    ]
    seen = replace(page(text, lattice((50.0, 100.0, 300.0), (115.0, 200.0))), drawings=tuple(discs))
    (table,) = layout.see(seen).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    return [[c.text.replace("\n", " ") for c in table.cells if c.row == row] for row in range(table.rows)]


def test_signs_that_differ_part_a_key_into_the_lines_beside_them() -> None:
    """All of them were the first line's, and four of five statuses unknown."""
    apart = key(("#00b050", "#ffc000", "#ff0000"))
    assert [row[1] for row in apart] == ["On track", "Behind, but it will be done", "Not begun"]
    assert len(key(("#000000", "#000000", "#000000"))) == 1  # bullets


def keys_side_by_side(beside: str, colours: Sequence[str]) -> int:
    """The rows that are read of a row of two keys, of which the first has two lines and the other `beside`."""
    text = [t for x, said in ((104, "On track|Completed"), (244, beside)) for n, line in enumerate(said.split("|"))
            for t in tokens(line, x, 122 + n * LINE)]  # fmt: skip
    discs = [
        Drawing(Box(60, 122 + n * LINE, 70, 132 + n * LINE), "disc", f"outline {n}", colour, None)
        for n, colour in enumerate(colours)
    ]
    seen = replace(page(text, lattice((50.0, 100.0, 240.0, 400.0), (115.0, 200.0))), drawings=tuple(discs))
    (table,) = layout.see(seen).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    return table.rows


def test_the_last_line_of_a_key_beside_shorter_ones_is_a_row_of_its_own() -> None:
    """`Completed` went on from `On track`, whose sign it had: two ticks in one green."""
    assert keys_side_by_side("OK", ("#00b050", "#00b050")) == 2


def test_two_signs_beside_an_action_of_two_lines_part_no_row_below_headings() -> None:
    heads = [t for x, word in ((54, "RAG"), (104, "Action"), (244, "Lead")) for t in tokens(word, x, 102)]
    lines = ((104, 122, "Open a hub for"), (104, 134, "Young people"), (244, 122, "Ann"))
    text = [t for x, top, said in lines for t in tokens(said, x, top)]
    discs = tuple(
        Drawing(Box(60, top, 70, top + 10), "disc", "", colour, None)
        for top, colour in ((122, "#ffc000"), (134, "#00b050"))
    )
    rules = lattice((50.0, 100.0, 240.0, 400.0), (98.0, 118.0, 200.0))
    seen = replace(page([*heads, *text], rules), drawings=discs)
    (table,) = layout.see(seen).blocks(wording.NO_WORDS)
    assert isinstance(table, Table) and table.rows == 2


def test_lines_beside_signs_with_as_many_beside_them_are_no_key_of_their_own() -> None:
    assert keys_side_by_side("in the old|town", ("#00b050", "#00b050")) == 1


def test_an_activity_whose_lines_stand_by_chance_level_with_signs_runs_over() -> None:
    """Three rows were one where the activity beside them went on: two actions were lost without a finding."""
    rows = (
        (
            "1.1 Homes|for all in|Town and|Country at|Prices that|most can pay",
            "1. Build|homes",
            "1. Let in May",
            "G",
        ),
        ("", "2. Mend|roofs", "2. Begun", "A"),
        ("", "3. Paint|doors", "3. Not begun", "R"),
    )
    text = [t for x, word in zip(XS, HEAD, strict=False) for t in tokens(word, x + 4, 105)]
    text += [t for n, line in enumerate(rows[0][0].split("|")) for t in tokens(line, 54, 122 + n * LINE)]
    for k, row in enumerate(rows):
        for x, cell in zip(XS[1:], row[1:], strict=False):
            text += [
                t for n, ln in enumerate(cell.split("|")) for t in tokens(ln, x + 4, 122 + k * 36 + n * LINE)
            ]
    whole, *rest = plain(rows)
    assert read(text) == [whole, rest[0][1:], rest[1]]


def test_one_column_of_counted_texts_makes_no_tight_text_beside_it_run_over() -> None:
    """Three actions were one, in each of three rows."""
    rows = (
        ("1.1 Homes", "Build forty|homes in town", "1. Let in May", "G"),
        ("1.2 Roofs", "Mend the roofs|of the halls", "2. Begun", "A"),
        ("1.3 Parks", "Open a park|for us all", "3. Not begun", "R"),
    )
    assert read(printed(rows)) == plain(rows)


def test_what_stands_right_of_all_that_begins_is_left_blank_beside_an_activity_that_runs_over() -> None:
    """A row without progress had that of the row above it."""
    rows = (
        (
            "1.1 Homes|for all in|Town and|Country at|Prices that|most can pay",
            "1. Build|homes",
            "Let in May",
            "G",
        ),
        ("", "2. Mend|roofs", "", "A"),
    )
    head = [t for x, word in zip(XS, HEAD, strict=False) for t in tokens(word, x + 4, 105)]
    text = [
        *head,
        *(t for n, line in enumerate(rows[0][0].split("|")) for t in tokens(line, 54, 122 + n * LINE)),
    ]
    for k, row in enumerate(rows):
        for x, cell in zip(XS[1:], row[1:], strict=False):
            text += [
                t for n, ln in enumerate(cell.split("|")) for t in tokens(ln, x + 4, 122 + k * 36 + n * LINE)
            ]
    assert all("Let in May" not in row for row in read(text)[1:])


def placed(*texts: tuple[int, float, str]) -> list[Token]:
    """Headings, and texts by column and top, with `|` between their lines."""
    found = [t for x, word in zip(XS, HEAD, strict=False) for t in tokens(word, x + 4, 105)]
    for col, top, text in texts:
        found += [t for n, ln in enumerate(text.split("|")) for t in tokens(ln, XS[col] + 4, top + n * LINE)]
    return found


def test_an_activity_with_lines_above_and_below_a_sign_runs_over() -> None:
    """Its text was cut between them, and the second row had the end of it for an activity."""
    text = placed(
        (0, 122, "1.1 Homes for|All in Town and|Country"), (1, 122, "1. Build"), (2, 122, "1. Let in May"),
        (1, 142, "2. Mend"), (2, 142, "2. Begun"),
    )  # fmt: skip
    signs = [
        Drawing(Box(440, top, 448, top + 8), "disc", "disc", colour, None)
        for top, colour in ((123, "#00aa00"), (141, "#ffaa00"))
    ]
    first, rest = read(text, signs)
    assert first == ["1.1 Homes for All in Town and Country", "1. Build", "1. Let in May", ""]
    assert rest == ["2. Mend", "2. Begun", ""]


def test_what_began_with_the_second_activity_is_said_of_all_rows_that_this_runs_over() -> None:
    """Who leads it stood beside its first row alone, since the activity before had another lead."""
    text = placed(
        (0, 122, "1.1 Streets"), (1, 122, "Ann Lee"), (2, 122, "1. Sweep"), (3, 122, "G"),
        (0, 150, "1.2 Homes for|all in town and|country at prices"), (1, 150, "Bo Ray"), (2, 150, "1. Build"),
        (3, 150, "G"), (2, 172, "2. Mend"), (3, 172, "A"),
    )  # fmt: skip
    counts = [
        t
        for top, word in ((122, "1. Clean"), (150, "1. Let"), (172, "2. Not yet"))
        for t in tokens(word, 340, top)
    ]
    xs = (50.0, 160.0, 250.0, 330.0, 400.0, 500.0)
    seen = page([*text, *counts, *tokens("Progress", 334, 105)], lattice(xs, YS))
    (table,) = layout.see(seen).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    assert [(c.text, c.row_span) for c in table.cells if c.row == 2 and c.col < 2] == [
        ("1.2 Homes for\nall in town and country at prices", 2), ("Bo Ray", 2)
    ]  # fmt: skip


def test_one_row_below_the_rest_of_another_is_apart_from_it() -> None:
    """The rest of the progress that the page before printed was taken for the beginning of the next action's."""
    cells = (0, 152, "1.2 Parks|for all"), (1, 152, "1. Open a park"), (3, 152, "G")
    rest = (2, 122, "and it ended|in the spring.")
    below = (2, 152, "Opened in June|by the mayor")
    assert read(placed(*cells, rest, below)) == [
        ["", "", "and it ended in the spring.", ""],
        ["1.2 Parks for all", "1. Open a park", "Opened in June by the mayor", "G"],
    ]
    flowing = (2, 128, "and it ended|in the spring.|Opened in June")
    assert len(read(placed(*cells, flowing))) == 1


def test_one_row_below_the_rest_of_another_is_apart_beside_an_activity_that_runs_over_both() -> None:
    """A page's first row held the end of the progress of the page before, which ended midway."""
    lines = [
        (0, 122, "the park, the quay|and the old town|in all wards"),
        (1, 142, "3. Mend roofs"),
        (2, 122, "by the mayor."),
        (2, 142, "3. Begun in June and|over in May"),
        (3, 142, "A"),
    ]
    seen = page(placed(*lines), lattice(XS, (*YS, 430.0)))
    (table,) = layout.see(seen).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    own = {(c.row, c.col): (c.text.replace("\n", " "), c.row_span) for c in table.cells if 0 < c.row < 3}
    assert own[1, 0] == ("the park, the quay and the old town in all wards", 2)
    assert (own[1, 2][0], own[2, 2][0]) == ("by the mayor.", "3. Begun in June and over in May")
    assert (own[2, 1][0], own[2, 3][0]) == ("3. Mend roofs", "A")
