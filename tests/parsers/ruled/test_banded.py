"""Zebra stripes that are painted cell by cell below headings in bold, with merged cells that leave some out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Rule, Token
from parsers.ruled import banded, eye
from tests.parsers.printing import across, down, page, style, tokens
from tests.parsers.stacks.test_eye import BOLD, texts

XS = (50.0, 150.0, 300.0, 450.0, 550.0)
HEADS = ("Aim", "Action", "Progress", "Rating")
STRIPE, LEADING, PAD = "#d9e2f3", 11.0, 4.0
#: rows of an aim each, whose cell is merged over them; every other row of all is striped
AIMS: Sequence[Sequence[Sequence[str]]] = (
    (("1.1 A town to|grow up in", "Open the hall", "Let in May|and opened in June", "Done"),
     ("", "Mend the weir|at the mill", "Not begun", "Late")),
    (("1.2 A clean town|with green|squares", "Plant limes", "Forty are in", "Begun"),
     ("", "Sweep it|each day", "Each day|of the week", "Done"),
     ("", "Pave the lane", "Opened", "Done")),
    (("1.3 A safe town", "Light the|old lanes", "Half are lit", "Begun"),),
)  # fmt: skip
ROWS = [row for rows in AIMS for row in rows]


def printed(
    *, first: int, painted: bool = True, title: str = ""
) -> tuple[list[Token], list[Fill], list[float]]:
    """Text, grounds and levels; the `first` row striped. A merged cell has the ground of its first row if `painted`."""
    text = [t for x, said in zip(XS, HEADS, strict=False) for t in tokens(said, x + PAD, 102, BOLD)]
    text += tokens(title, XS[0] + PAD, 90, BOLD)
    levels, fills = [100.0, 114.0], []
    for row in ROWS:
        lines = [said.split("|") for said in row]
        own = [lines[0][:1], *lines[1:]] if len(lines[0]) > 2 else lines
        for x, cell in zip(XS, lines, strict=False):
            text += [
                t for k, said in enumerate(cell) for t in tokens(said, x + PAD, levels[-1] + 1 + k * LEADING)
            ]
        levels.append(levels[-1] + LEADING * max(map(len, own)) + 3)
    at = 1
    for rows in AIMS:
        whole = Box(XS[0], levels[at], XS[1], levels[at + len(rows)])
        fills += [Fill(whole, STRIPE)] if at % 2 == first and (painted or len(rows) == 1) else []
        for n in range(at, at + len(rows)):
            top, foot = levels[n : n + 2]
            fills += [Fill(Box(XS[c], top, XS[c + 1], foot), STRIPE) for c in (1, 2, 3) if n % 2 == first]
        at += len(rows)
    return text, fills, levels


def merged() -> list[list[str]]:
    """The table's rows: those below an aim have no cell of their own for it."""
    plain = [[said.replace(" ", "").replace("|", "") for said in row] for row in ROWS]
    return [list(HEADS), *(row if row[0] else row[1:] for row in plain)]


def read(text: Sequence[Token], rules: Sequence[Rule], fills: Sequence[Fill]) -> list[list[str]]:
    (table,) = eye.tables(page(text, rules, fills))
    return texts(table.grid, text)


@pytest.mark.parametrize("first", [0, 1], ids=["a bare row first", "a stripe first"])
@pytest.mark.parametrize("drawn", ["nothing", "a frame", "an L"])
def test_bare_rows_between_stripes_are_one_each_and_merged_cells_whole(first: int, drawn: str) -> None:
    text, fills, levels = printed(first=first)
    frame = [across(y, XS[0], XS[-1]) for y in (*levels[:2], levels[-1])]
    frame += [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    bend = [across(levels[1], XS[0], XS[-1]), down(XS[1], levels[1], levels[-1])]
    assert read(text, {"nothing": [], "a frame": frame, "an L": bend}[drawn], fills) == merged()


def test_a_title_above_the_headings_is_none_of_them() -> None:
    text, fills, _ = printed(first=1, title="Priority One: a town for all of us who live there")
    assert read(text, (), fills) == merged()


def test_a_page_number_below_the_last_row_is_none_of_its_texts() -> None:
    text, fills, levels = printed(first=1)
    folio = tokens("2", XS[1] + 60, levels[-1] + 3)
    assert read([*text, *folio], (), fills) == merged()


def test_groups_that_are_painted_whole_are_no_zebra() -> None:
    text, fills, _ = printed(first=1)
    top, foot = fills[1].box.top, fills[-1].box.bottom
    doubled = [Fill(f.box._replace(top=f.box.bottom, bottom=f.box.bottom + 14), STRIPE) for f in fills]
    assert foot > top
    assert banded.put([], page(text, (), [*fills, *doubled]), ())[1] == []


def test_cells_without_headings_in_bold_above_them_are_left_to_others() -> None:
    text, fills, levels = printed(first=1)
    bare = [t for t in text if t.box.top > levels[1]]
    assert banded.put([], page(bare, (), fills), ())[1] == []


def test_painted_headings_of_several_ruled_tables_are_no_stripes_of_one() -> None:
    """Three tables with all their rules were one, whose rows were those of their headings alone."""
    text: list[Token] = []
    rules: list[Rule] = []
    fills: list[Fill] = []
    for top in (100.0, 220.0, 340.0):
        levels = [top + 20 * k for k in range(5)]
        rules += [across(y, XS[0], XS[-1]) for y in levels] + [down(x, levels[0], levels[-1]) for x in XS]
        fills += [Fill(Box(a, top, b, levels[1]), STRIPE) for a, b in pairwise(XS)]
        for k, y in enumerate(levels[:-1]):
            row = ROWS[k] if k else HEADS
            for x, said in zip(XS, row, strict=False):
                text += tokens(said.split("|")[0], x + PAD, y + 4, None if k else BOLD)
    assert [len(table.grid.ys) for table in eye.tables(page(text, rules, fills))] == [5, 5, 5]


def test_a_column_that_the_stripes_leave_bare_keeps_a_cell_for_each_row() -> None:
    """Each striped row's text was one with the bare row's above it: two actions had both notes."""
    text, fills, _ = printed(first=0)
    fills = [f for f in fills if f.box.x0 != XS[2]]
    assert read(text, (), fills) == merged()


WIDE = (50.0, 130.0, 200.0, 320.0, 450.0, 550.0)
PLANNED = (
    ("1.1 A town", "Town plan", "Open the hall", "Let in May", "●"),
    ("", "", "Sweep it", "Each day", "●"),
    ("1.2 A park", "Park plan", "Mend the weir", "Not begun", "●"),
    ("1.3 A lane|to walk", "Lane plan", "", "Half are lit", "●"),
    ("", "", "Pave it", "Opened", "●"),
    ("", "", "Light it", "Begun", "●"),
)


def test_bare_cells_of_two_columns_begin_with_their_texts_beside_a_stripe() -> None:
    """A style paints all cells but merged ones: those of the next row were one with them."""
    text = [
        t
        for x, said in zip(WIDE, ("Aim", "Plan", *HEADS[1:]), strict=False)
        for t in tokens(said, x + PAD, 102, BOLD)
    ]
    levels, fills = [100.0, 114.0], list[Fill]()
    for n, row in enumerate(PLANNED):
        for x, cell in zip(WIDE, row, strict=False):
            for k, said in enumerate(cell.split("|")):
                text += tokens(
                    said, x + PAD, levels[-1] + 1 + k * LEADING, style(size=15) if said == "●" else None
                )
        levels.append(levels[-1] + 25)
        if n % 2:
            fills += [Fill(Box(WIDE[c], levels[-2], WIDE[c + 1], levels[-1]), STRIPE) for c in (2, 3, 4)]
    _, (grid,) = banded.put([], page(text, (), fills), [])
    assert [(s.row, s.row_span) for s in grid.cells if s.col == 0] == [(0, 1), (1, 2), (3, 1), (4, 3)]
