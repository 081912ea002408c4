"""Narrower tables between wider ones that begin at the same edge."""

from __future__ import annotations

from parsers.page import Rule, Token
from parsers.stacks import eye as columns
from tests.parsers.printing import across, style, tokens
from tests.parsers.stacks.test_eye import BODY, HEAD, XS, plain, printed, rules, texts

NARROW = (50.0, 200.0, 260.0, 320.0)
COSTS = (("", "Budget", "Actual"), ("Operating", "4,912", "5,044"), ("Capital", "2,630", "1,987"))
BOLD = style("Helvetica-Bold", bold=True)


def test_a_narrow_table_between_two_wide_ones_is_no_part_of_them() -> None:
    """It was read as four rows more, in the columns of the wide ones."""
    text: list[Token] = []
    drawn: list[Rule] = []
    top = 100.0
    for _ in range(2):
        wide, levels = printed((HEAD, *BODY), top)
        text += wide + tokens("What it cost", XS[0], levels[-1] + 14, BOLD)
        narrow, low = printed(COSTS, levels[-1] + 30, NARROW)
        text += narrow + tokens("Roads", XS[0], low[-1] + 14, style(size=14), 7)
        drawn += rules(levels[1:]) + [across(y, NARROW[0], NARROW[-1]) for y in low[1:]]
        top = low[-1] + 40
    found = columns.grids(drawn, (), text, ())
    tables = sorted((grid.ys[0], texts(grid, text)) for grid in found)
    assert [table for _, table in tables] == [plain((HEAD, *BODY)), plain(COSTS)] * 2


def test_a_table_in_the_middle_between_wider_ones_is_no_part_of_them() -> None:
    """Typesetters set it there, nearly as wide as the text: its first rows and its header were one cell."""
    text: list[Token] = []
    drawn: list[Rule] = []
    middle = (XS[0] + 15, 200.0, 300.0, XS[-1] - 15)
    top = 100.0
    for rows, xs in (((HEAD, *BODY), XS), (COSTS, middle), ((HEAD, *BODY), XS)):
        own, levels = printed(rows, top, xs)
        text += own + tokens("What it cost", XS[0], levels[-1] + 14, BOLD)
        drawn += [across(y, xs[0], xs[-1]) for y in levels]
        top = levels[-1] + 30
    found = columns.grids(drawn, (), text, ())
    tables = sorted((grid.ys[0], texts(grid, text)) for grid in found)
    assert [table for _, table in tables] == [plain((HEAD, *BODY)), plain(COSTS), plain((HEAD, *BODY))]


def test_rules_over_some_columns_beside_a_merged_cell_are_no_table() -> None:
    text, levels = printed((HEAD, *BODY, BODY[0], BODY[1]))
    inner = [across(y, XS[1], XS[-1]) for y in levels[2:-1]]
    found = columns.grids([*rules([*levels[:2], levels[-1]]), *inner], (), text, ())
    assert [grid.xs[0] for grid in found] == [XS[0]]
