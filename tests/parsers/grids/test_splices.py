"""Ruled tables that a heading of rows, bounded by no upright rule, cuts in pieces."""

from __future__ import annotations

from parsers.block import Table
from parsers.geometry import Box
from parsers.page import Fill, Rule, Token
from parsers.ruled import eye as ruled
from parsers.text.wording import Lexicon
from tests.parsers.printing import lattice, page, style, tokens

XS = (50.0, 200.0, 300.0, 400.0)
BAND = "#ddebf7"
Row = tuple[str, ...]


def printed(*parts: tuple[float, tuple[Row, ...]]) -> tuple[list[Rule], list[Token]]:
    """Ruled rows of 20 points from a height on, and their texts."""
    rules: list[Rule] = []
    text: list[Token] = []
    for top, rows in parts:
        rules += lattice(XS, [top + 20 * k for k in range(len(rows) + 1)])
        for k, row in enumerate(rows):
            for x, told in zip(XS, row, strict=False):
                text += tokens(told, x + 4, top + 20 * k + 5)
    return rules, text


def tables(rules: list[Rule], text: list[Token], fills: list[Fill]) -> list[Table]:
    seen = ruled.tables(page(text, rules, fills))
    for table in seen:
        table.settle()
    return [table.table(Lexicon()) for table in seen]


UPPER = (100.0, (("Measure", "Owner", "Actual"), ("On time", "Operations", "81%")))
LOWER = (160.0, (("Complaints", "Mobility", "14"), ("Satisfaction", "Mobility", "76%")))


def test_a_shaded_heading_that_runs_past_the_last_column_keeps_its_table_whole() -> None:
    rules, text = printed(UPPER, LOWER)
    text += tokens("Customer", 54, 145)
    (table,) = tables(rules, text, [Fill(Box(50, 140, 590, 160), BAND)])
    assert [(c.row, c.col_span, c.text) for c in table.cells if c.col == 0] == [
        (0, 1, "Measure"),
        (1, 1, "On time"),
        (2, 3, "Customer"),
        (3, 1, "Complaints"),
        (4, 1, "Satisfaction"),
    ]


def test_two_shaded_headings_below_each_other_are_two_rows() -> None:
    rules, text = printed(UPPER, (180.0, LOWER[1]))
    text += [*tokens("Theme 2", 54, 145), *tokens("Customer", 54, 165)]
    fills = [Fill(Box(50, 140, 590, 160), "#1f4e79"), Fill(Box(50, 160, 590, 180), BAND)]
    (table,) = tables(rules, text, fills)
    assert [(c.row, c.text) for c in table.cells if c.col_span == 3] == [(2, "Theme 2"), (3, "Customer")]


def test_a_heading_of_rows_that_nothing_shades_keeps_its_table_whole() -> None:
    rules, text = printed(UPPER, LOWER)
    (table,) = tables(rules, [*text, *tokens("Customer", 54, 145)], [])
    assert [(c.row, c.text) for c in table.cells if c.col_span == 3] == [(2, "Customer")]


def test_tables_with_white_or_a_paragraph_between_them_are_two() -> None:
    rules, text = printed(UPPER, (200.0, LOWER[1]))
    assert len(tables(rules, text, [])) == 2
    assert len(tables(rules, [*text, *tokens("Customer", 54, 150), *tokens("Mobility", 54, 165)], [])) == 2


def test_tables_in_other_columns_are_two() -> None:
    rules, text = printed(UPPER)
    rules += lattice((50.0, 230.0, 400.0), [160, 180, 200])
    text += [*tokens("Calls", 54, 165), *tokens("9", 234, 165), *tokens("Letters", 54, 185)]
    assert len(tables(rules, text, [Fill(Box(50, 140, 400, 160), BAND)])) == 2


def test_a_table_with_the_same_headings_is_one_of_its_own() -> None:
    rules, text = printed(UPPER, (160.0, (UPPER[1][0], *LOWER[1])))
    assert len(tables(rules, [*text, *tokens("Customer", 54, 145)], [])) == 2


def test_column_headings_below_a_heading_begin_a_table_though_the_upper_one_begins_with_a_row() -> None:
    """The upper one went on from the page before: headings and all were rows of one table."""
    rules, text = printed((100.0, UPPER[1][1:] + LOWER[1]), (180.0, (UPPER[1][0], *LOWER[1])))
    text = [t._replace(style=style(bold=True)) if 180 < t.box.top < 200 else t for t in text]
    text += tokens("Theme 2: Customer", 54, 165)
    assert [table.rows for table in tables(rules, text, [])] == [3, 3]
