"""Rows and groups of rows that are painted in part, below headings that are painted cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.grids.grid import Grid
from parsers.page import Fill, Token
from parsers.ruled import eye, painted
from tests.parsers.printing import page, style, tokens
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
    return rows_of(table.grid, text)


def rows_of(grid: Grid, text: Sequence[Token]) -> list[list[str]]:
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
    assert grids
    assert all(len(grid.ys) < len(WHOLE) + 1 for grid in grids)


def test_the_tints_of_a_status_beside_stripes_are_no_rows_in_part() -> None:
    """Each row's tint stands alone where no stripe does; the page's last line was in the row above it."""
    rows = [("Aim of it", *row[1:]) for _, rows in GROUPS for row in rows]
    text, fills = printed([(True, [row]) for row in rows])
    tops = sorted({f.box.top for f in fills})[1:]
    striped = [f for f in fills if f.box.top not in tops[1::2]]
    tints = [f._replace(colour="#00b050") for f in fills if f.box.x0 == XS[3] and f.box.top in tops]
    kept = [f for f in striped if f.box.x0 != XS[3] or f.box.top not in tops]
    in_part, with_stripes = painted.grids(page(text, (), [*kept, *tints]), ())
    assert in_part == []
    assert with_stripes


def test_headings_whose_grounds_end_a_rounding_apart_are_one_strip() -> None:
    """Each ground's foot was rounded by itself: the strip was none, and its table several."""
    text, fills = printed()
    feet = iter((116.5, 116.4, 116.6, 116.45))
    heads = [f._replace(box=f.box._replace(bottom=next(feet))) for f in fills if f.colour == DARK]
    assert read(text, [*heads, *(f for f in fills if f.colour != DARK)]) == WHOLE


def test_tables_side_by_side_whose_headings_stand_on_one_level() -> None:
    """Headings with a gap between were no strip: both tables were torn."""
    (text, fills), off = printed(), 510.0
    other = [t._replace(box=beside(t.box, off)) for t in text]
    in_part, _ = painted.grids(page([*text, *other], (), [*fills, *(beside_fill(f, off) for f in fills)]), ())
    assert [rows_of(grid, [*text, *other]) for grid in in_part] == [WHOLE, WHOLE]


def test_headings_of_which_one_is_not_painted_are_no_two_strips() -> None:
    (text, fills), off = printed(), 600.0
    other = [t._replace(box=beside(t.box, off)) for t in text]
    between = tokens("Owner", 560, 103, BOLD)
    drawn = page([*text, *between, *other], (), [*fills, *(beside_fill(f, off) for f in fills)])
    assert painted.grids(drawn, ()) == ([], [])


def beside(box: Box, off: float) -> Box:
    return box._replace(x0=box.x0 + off, x1=box.x1 + off)


def beside_fill(fill: Fill, off: float) -> Fill:
    return fill._replace(box=beside(fill.box, off))


def test_a_line_alone_at_a_table_s_foot_is_its_last_row_s() -> None:
    """It was taken for the page's number, and was outside the table."""
    text, fills = printed()
    foot = max(f.box.bottom for f in fills)
    text += tokens("Not yet begun, see page 4", XS[1] + 3, foot + 10)
    fills = [f._replace(box=f.box._replace(bottom=foot + 26)) if f.box.bottom == foot else f for f in fills]
    last = [*WHOLE[-1]]
    last[1] += "Notyetbegun,seepage4"
    assert read(text, fills) == [*WHOLE[:-1], last]


@pytest.mark.parametrize("number", ["12", "Page 3 of 10", "Page 3"])
@pytest.mark.parametrize("x", [XS[0], XS[1] + 3, 280.0, XS[3] + 3])
def test_a_page_s_number_below_a_table_is_none_of_its_texts(number: str, x: float) -> None:
    text, fills = printed()
    foot = max(f.box.bottom for f in fills)
    below = tokens(number, x, foot + 14)
    assert read([*text, *below], fills) == WHOLE


def test_a_page_s_footer_close_below_a_table_is_none_of_its_texts() -> None:
    text, fills = printed()
    below = tokens("Report of June", XS[1] + 3, max(f.box.bottom for f in fills) + 14, style(size=9))
    assert read([*text, *below], fills) == WHOLE


def test_headings_below_one_over_them_begin_no_table_beside_headings_as_high_as_both() -> None:
    """What stands below the higher headings was a table of its own, and its rows were lost."""
    xs = (50.0, 100.0, 250.0, 320.0, 390.0, 550.0)
    text = [t for x, said in zip(xs, ("Ref", "Action"), strict=False) for t in tokens(said, x + 3, 103, BOLD)]
    text += tokens("Where we are now", 400, 103, BOLD)
    heads = ("Before", "Status", "Comments")
    text += [t for x, said in zip(xs[2:], heads, strict=False) for t in tokens(said, x + 3, 119, BOLD)]
    fills = [Fill(Box(a, 100, b, 132), DARK) for a, b in pairwise(xs[:3])]
    fills += [Fill(Box(xs[2], 100, xs[-1], 116), DARK)]
    fills += [Fill(Box(a, 116, b, 132), DARK) for a, b in pairwise(xs[2:])]
    rows = [
        ("1", "Plant limes", "", "", "Forty"),
        ("2", "Let in May", "", "", "Let"),
        ("3", "Pave", "", "", "All"),
    ]
    for k, row in enumerate(rows):
        top = 132 + 16 * k
        text += [t for x, said in zip(xs, row, strict=False) for t in tokens(said, x + 3, top + 4)]
        fills += [Fill(Box(xs[0], top, xs[-1], top + 16), PALE)] if k == 1 else []
        colours = ("#00b050", "#ff0000")
        fills += [
            Fill(Box(*own), c)
            for own, c in zip(((a, top, b, top + 16) for a, b in pairwise(xs[2:5])), colours, strict=True)
        ]
    read_rows = read(text, fills)
    assert read_rows[-3:] == [[said.replace(" ", "") for said in row] for row in rows]
