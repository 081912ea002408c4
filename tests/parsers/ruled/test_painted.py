"""Rows and groups of rows that are painted in part, below headings that are painted cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Token
from parsers.ruled import eye, painted
from tests.parsers.printing import page, tokens
from tests.parsers.stacks.test_eye import BOLD

XS = (50.0, 150.0, 300.0, 450.0, 550.0)
HEADS = ("Aim", "Action", "Progress", "Rating")
DARK, PALE = "#303050", "#f0e8e0"
LEADING = 9.0
#: groups of rows, and whether they are painted; an aim stands beside all rows of its group
GROUPS: Sequence[tuple[bool, Sequence[Sequence[str]]]] = (
    (True, [("A town to|grow up in", "Open the hall", "Let in May|and opened in June", "Done"),
            ("", "Mend the weir|at the mill", "Not begun", "Late"), ("", "Pave the lane", "Opened|by all", "Done")]),
    (False, [("A clean town", "Plant limes|on the square", "Forty are in", "Begun"),
             ("", "Sweep it", "Each day|of the week", "Done")]),
    (True, [("A safe town", "Light the|old lanes", "Half are lit", "Begun"),
            ("", "Man the pool", "Since June|only", "Late")]),
)  # fmt: skip


def ground(col: int, top: float, bottom: float, colour: str = PALE, end: int = 0) -> Fill:
    return Fill(Box(XS[col], top, XS[end or col + 1], bottom), colour)


def printed(
    groups: Sequence[tuple[bool, Sequence[Sequence[str]]]] = GROUPS, *, torn: bool = False
) -> tuple[list[Token], list[Fill]]:
    """The groups' text and grounds; where they are `torn` an aim's ground ends with its text."""
    text = [t for x, said in zip(XS, HEADS, strict=False) for t in tokens(said, x + 3, 103, BOLD)]
    fills = [ground(col, 100, 116, DARK) for col in range(4)]
    top = 116.0
    for tinted, rows in groups:
        begin = top
        for row in rows:
            lines = [said.split("|") for said in row]
            foot = top + LEADING * max(map(len, lines)) + 9
            for x, own in zip(XS, lines, strict=False):
                text += [t for k, said in enumerate(own) for t in tokens(said, x + 3, top + 4 + k * LEADING)]
            fills += [ground(col, top, foot) for col in (1, 2, 3) if tinted]
            top = foot
        end = begin + 9 + 2 * LEADING if torn else top
        fills += [ground(0, begin, end)] if tinted else []
    return text, fills


def read(text: Sequence[Token], fills: Sequence[Fill]) -> list[list[str]]:
    (table,) = eye.tables(page(text, (), fills))
    grid = table.grid
    held: list[list[str]] = [[""] * (len(grid.xs) - 1) for _ in grid.ys[1:]]
    for cell in grid.cells:
        box = grid.box_of(cell)
        held[cell.row][cell.col] = "".join(c.text for c in text if box.holds(*c.box.centre) and c.text != " ")
    return held


WHOLE = [
    [*HEADS],
    *([said.replace("|", "").replace(" ", "") for said in row] for _, rows in GROUPS for row in rows),
]


@pytest.mark.parametrize("torn", [False, True])
def test_groups_of_rows_of_which_every_second_is_painted_are_one_table(torn: bool) -> None:
    """The painted groups were tables of their own, cut in two where merged cells end before the others, and the rows
    between them were left as text."""
    assert read(*printed(torn=torn)) == WHOLE


def test_the_rest_of_a_painted_group_beside_the_name_on_the_page_before() -> None:
    groups = [(True, [("", *row[1:]) for row in GROUPS[0][1][1:]]), *GROUPS[1:]]
    text, fills = printed(groups)
    fills = [f for f in fills if not (f.box.x0 == XS[0] and f.box.top == 116)]
    assert read(text, fills) == [WHOLE[0], *WHOLE[2:]]


def test_stripes_below_headings_under_a_title() -> None:
    """The table ended after its first stripe, and the second line of a row without a ground was a row."""
    rows = [row for _, rows in GROUPS for row in rows]
    striped = [
        (k % 2 == 0, [("Aim of it" if not row[0] else row[0], *row[1:])]) for k, row in enumerate(rows)
    ]
    text, fills = printed(striped)
    title = ground(0, 84, 100, DARK, 4)
    found = read([*text, *tokens("What we do in the town", 53, 87, BOLD)], [*fills, title])
    assert [row[1:] for row in found[-len(rows) :]] == [row[1:] for row in WHOLE[1:]]


def test_a_text_over_a_column_s_edge_leaves_the_painted_rows_as_they_were() -> None:
    text, fills = printed()
    over = tokens("All that the council has said of the town and of its squares", 200, 190)
    grids = [t.grid for t in eye.tables(page([*text, *over], (), fills))]
    assert all(len(grid.ys) < len(WHOLE) + 1 for grid in grids)


def test_the_tints_of_a_status_beside_stripes_are_no_rows_in_part() -> None:
    """Each row's tint stands alone where no stripe does; the page's last line was in the row above it."""
    rows = [("Aim of it", *row[1:]) for _, rows in GROUPS for row in rows]
    text, fills = printed([(True, [row]) for row in rows])
    tops = sorted({f.box.top for f in fills})[1:]
    striped = [f for f in fills if f.box.top not in tops[1::2]]
    tints = [f._replace(colour="#00b050") for f in fills if f.box.x0 == XS[3] and f.box.top in tops]
    kept = [f for f in striped if f.box.x0 != XS[3] or f.box.top not in tops]
    in_part, _ = painted.grids(page(text, (), [*kept, *tints]), ())
    assert in_part == []
