"""The last row of a page where rules stand at the feet of rows, and headings with one row below the only rule."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.grids.grid import Grid
from parsers.page import Fill, Style, Token
from parsers.stacks import eye as columns
from parsers.stacks import lastrows
from parsers.stacks.bands import between
from parsers.stacks.part import Part
from parsers.stacks.stack import Stack
from parsers.text import phrases
from tests.parsers.printing import across, style, tokens
from tests.parsers.stacks.test_eye import (
    BAND,
    BODY,
    BOLD,
    HEAD,
    LINE,
    PAD,
    TABLE,
    XS,
    plain,
    printed,
    rules,
    texts,
)

MEASURES = (
    ("No.", "Indicator", "Latest", "Good is"),
    ("1", "Homes let", "12", "High"),
    ("2", "Calls", "9", "Low"),
)


def below(top: float, *rows: Sequence[str], made: Style | None = None) -> list[Token]:
    """Lines with texts in the table's columns, the first as far below a level as those of its rows."""
    return [
        t for k, row in enumerate(rows) for x, part in zip(XS, row, strict=False)
        for t in tokens(part, x + PAD, top + PAD + LINE * k, made)
    ]  # fmt: skip


def said(grid: Grid, text: Sequence[Token]) -> list[list[str]]:
    return texts(grid, text)


def test_a_row_below_the_last_rule_whose_first_cell_is_merged_with_those_above_is_read() -> None:
    """It was lost, and its further lines stood in the row above it."""
    text, levels = printed(TABLE)
    last = below(
        levels[-1], ("", "Mend the roads that", "Di Fox", "Begun in"), ("", "lead to town", "", "July")
    )
    (grid,) = columns.grids(rules(levels), (), [*text, *last], ())
    assert said(grid, [*text, *last]) == [
        *plain(TABLE),
        ["", "Mendtheroadsthatleadtotown", "DiFox", "BeguninJuly"],
    ]


def test_a_row_of_a_text_and_a_sign_below_the_last_rule_is_read() -> None:
    """The sign is set in another font than those above it, as files without a single font of signs have it."""
    rows = [
        (*row[:3], sign) for row, sign in zip(TABLE, ("Status", "\u25cf", "\u25b2", "\u2605"), strict=True)
    ]
    text, levels = printed(rows)
    last = below(levels[-1], ("", "Mend the roads", "", ""))
    sign = below(levels[-1], ("", "", "", "\u25cb"), made=style("Signs"))
    (grid,) = columns.grids(rules(levels), (), [*text, *last, *sign], ())
    assert said(grid, [*text, *last, *sign])[-1] == ["", "Mendtheroads", "", "\u25cb"]


def test_the_ground_of_a_status_does_not_end_the_row_below_the_last_rule() -> None:
    """The edges of such grounds, one below the other, are a stack too: it was taken for the next table."""
    text, levels = printed(TABLE)
    last = below(
        levels[-1], ("4", "Mend the roads that", "Di Fox", "Begun in"), ("", "lead to town", "", "July")
    )
    lines = phrases.rows([*text, *last])

    def part(left: float, right: float, *at: float) -> Part:
        inside = [[p for p in row if left <= p.x0 < right] for row in lines]
        bands = tuple(between([row for row in inside if row], a, b) for a, b in pairwise(at))
        return Part(Stack(left, right, at, frozenset(at), frozenset(), (), ()), bands, 0)

    ground = part(XS[3], XS[4], levels[-1] + PAD, levels[-1] + PAD + LINE)
    assert len(lastrows.below(part(XS[0], XS[4], *levels), [ground], lines)) == 2


def test_a_row_below_the_last_rule_with_a_label_in_a_face_of_its_own_is_read() -> None:
    text, levels = printed(TABLE)
    last = [
        *below(levels[-1], ("4", "Mend the roads", "Di Fox", "")),
        *below(levels[-1], ("", "", "", "Begun"), made=style("Label", 7)),
    ]
    (grid,) = columns.grids(rules(levels), (), [*text, *last], ())
    assert said(grid, [*text, *last])[-1] == ["4", "Mendtheroads", "DiFox", "Begun"]


def test_a_row_below_the_rest_of_another_is_read() -> None:
    """The page's only rule below its headings has the rest of a row above it, without air and in few columns; the row's
    status is set as headings are, and one of its texts is a list."""
    text, levels = printed((HEAD, ("", "to the old town", "", "")), pad=1)
    starts = ("2", "Mend the roads", "Di Fox", "")
    last = [*below(levels[-1], starts), *tokens("Begun", XS[3] + 16, levels[-1] + PAD, BOLD)]
    (grid,) = columns.grids(rules(levels), (), [*text, *last], ())
    assert said(grid, [*text, *last])[-1] == ["2", "Mendtheroads", "DiFox", "Begun"]


@pytest.mark.parametrize(
    ("row", "made", "air"),
    [
        (("", "Source: the plan", "", ""), None, 0),
        (("", "Source: the plan", "", "Page 2"), style(size=7), 0),
        (("", "Action", "", "Progress"), BOLD, 0),
        (("", "Source: the plan", "", "Page 2"), None, 30),
    ],
    ids=["one text", "set smaller", "headings", "far below"],
)
def test_what_stands_below_a_table_is_no_row_of_it(
    row: Sequence[str], made: Style | None, air: float
) -> None:
    text, levels = printed(TABLE)
    shown = [*text, *below(levels[-1] + air, row, made=made)]
    (grid,) = columns.grids(rules(levels), (), shown, ())
    assert said(grid, text) == plain(TABLE)


def test_text_below_a_table_that_is_not_flush_with_its_columns_is_no_row() -> None:
    text, levels = printed(TABLE)
    note = [*tokens("see page 4", 130, levels[-1] + PAD), *tokens("in the plan", 400, levels[-1] + PAD)]
    (grid,) = columns.grids(rules(levels), (), [*text, *note], ())
    assert said(grid, text) == plain(TABLE)


def test_headings_with_one_row_below_their_rule_are_a_table_above_the_next_one() -> None:
    """The row had no rule at its foot, so its texts stood in one cell with the headings: a lead was `Lead`."""
    upper, levels = printed((HEAD,), 60)
    row = below(levels[1], ("", "Mend the roads", "Di Fox", "Begun"))
    title = tokens("How well is this going?", 54, 120, BOLD)
    lower, inner = printed(MEASURES, 140)
    shown = [*upper, *row, *title, *lower]
    first, second = sorted(columns.grids(rules([levels[1], *inner]), (), shown, ()), key=lambda g: g.ys)
    assert said(first, shown) == [*plain((HEAD,)), ["", "Mendtheroads", "DiFox", "Begun"]]
    assert said(second, shown) == plain(MEASURES)


def test_a_title_headings_and_a_row_between_two_rules_begin_another_table() -> None:
    """Rules stand at the feet of rows only; all tables of the page were read as one in the columns of the first."""
    upper, levels = printed(TABLE)
    title = tokens("How well is this going?", 54, levels[-1] + 20, BOLD)
    xs = (50.0, 250.0, 350.0, 450.0, 550.0)
    lower, inner = printed(MEASURES, levels[-1] + 34, xs)
    shown = [*upper, *title, *lower]
    first, second = sorted(columns.grids(rules([*levels[2:], *inner[2:]]), (), shown, ()), key=lambda g: g.ys)
    assert said(first, shown) == plain(TABLE)
    assert said(second, shown) == plain(MEASURES)


def test_two_rows_below_the_rule_of_headings_open_beside_their_ratings() -> None:
    """Neither rule nor number parts them; the first cell of the second is merged with that of the first."""
    upper, levels = printed((HEAD,), 60)
    rows = below(
        levels[1],
        ("all", "Mend the roads", "Di Fox", "Green"),
        ("of", "that lead out", "", ""),
    )
    rows += below(levels[1] + 2 * LINE, ("", "Let the homes", "Ed Gray", "Amber"))
    title = tokens("How well is this going?", 54, 140, BOLD)
    lower, inner = printed(MEASURES, 160)
    shown = [*upper, *rows, *title, *lower]
    first, _ = sorted(columns.grids(rules([levels[1], *inner]), (), shown, ()), key=lambda g: g.ys)
    assert said(first, shown)[1:] == [
        ["allof", "Mendtheroadsthatleadout", "DiFox", "Green"],
        ["", "Letthehomes", "EdGray", "Amber"],
    ]


@pytest.mark.parametrize("high", [1, 2], ids=["one row", "two rows"])
def test_a_row_on_white_below_headings_that_a_table_above_has_too_is_read(high: int) -> None:
    """The only row of a page's last table was lost: a heading over two columns stood in none."""
    heads, xs = ("No.", "Action", "|Update", "|Status"), (50.0, 80.0, 250.0, 480.0, 550.0)
    rows = (
        heads,
        ("1", "Mend the roads", "Begun in July and half of the road is done", "Green"),
        ("2", "Plant limes", "Let in May", "Red"),
    )
    text, levels = printed(rows, xs=xs)
    again, below = printed(rows[: 1 + high], levels[-1] + 60, xs)
    text += [
        *again,
        *(t for top in (levels[0], below[0]) for t in tokens("Progress at June", 360, top + PAD, BOLD)),
    ]
    painted = ((levels[0], levels[1]), (levels[2], levels[3]), (below[0], below[1]))
    fills = [Fill(Box(xs[0], a, xs[-1], b), "#eeeeee") for a, b in painted]
    found = columns.grids((), fills, text, ())
    assert [len(grid.ys) - 1 for grid in found] == [3, 1 + high]
    assert said(found[1], text)[1:] == plain(rows)[1 : 1 + high]


@pytest.mark.parametrize(
    "rest", [("", "", "", "and so it went on|in June"), ("", "", "", "")], ids=["rest", "none"]
)
def test_a_row_below_a_heading_of_rows_is_like_those_of_another_table_or_flush_with_the_headings(
    rest: Sequence[str],
) -> None:
    """The page's end leaves one row below the last activity, and no other of its table: it stood in none."""
    upper, levels = printed(TABLE, 60)
    title = tokens("How well is this going?", 54, levels[-1] + 20, BOLD)
    rows = [HEAD, *([rest] if any(rest) else []), ("2 Road", "", "", "")]
    heads, inner = printed(rows, levels[-1] + 40)
    heads = [t._replace(style=style(size=11, bold=True)) if t.box.top > inner[-2] else t for t in heads]
    row = below(inner[-1], ("2.1", "Mend the roads", "Di Fox", "Begun in"), ("", "that lead out", "", "July"))
    shown = [*heads, *row] if any(rest) else [*upper, *title, *heads, *row]
    drawn = inner[1:] if any(rest) else [*levels[1:], *inner[1:]]
    pieces = [across(y, a, b) for y in drawn for a, b in pairwise(XS)]
    grid = max(columns.grids(pieces, (), shown, ()), key=lambda g: g.ys)
    assert said(grid, shown)[-1] == ["2.1", "Mendtheroadsthatleadout", "DiFox", "BeguninJuly"]


@pytest.mark.parametrize(
    ("last", "read"), [("Update: None is let.", True), ("Source: the minutes", False), ("Update", False)]
)
def test_a_remark_that_no_stripe_closes_below_the_last_row_is_read(last: str, read: bool) -> None:
    """It was lost where nothing stood behind it, and remarks end before the second column begins."""
    xs, notes = XS[1:], ("Update: Half is done.", "Update: Begun.")
    rows = [HEAD[1:], *(line for row, note in zip(BODY, notes, strict=False) for line in (row[1:], (note,)))]
    text, levels = printed([*rows, BODY[2][1:]], xs=xs)
    text += tokens(last, xs[0] + PAD, levels[-1] + PAD)
    fills = [
        Fill(Box(xs[0], a, xs[-1], b), BAND)
        for k, (a, b) in enumerate(pairwise(levels))
        if k == 0 or k % 2 == 1
    ]
    (grid,) = columns.grids((), fills, text, ())
    found = ["".join(cells) for cells in said(grid, text)]
    assert found[-1] == (last if read else "".join(BODY[2][1:]).replace("|", "")).replace(" ", "")
