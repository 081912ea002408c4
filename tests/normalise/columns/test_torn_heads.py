"""Headings that a page's end cuts between their lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Table
from tests.normalise.building import review_of, table

FIRST = ("Indicator", "National", "Statistical", "Target", "Latest")
REST = ("", "", "Neighbours", "", "")
ROWS = (("Homes let", "10", "11", "12", "13"), ("Calls taken", "20", "21", "22", "23"))


def bold(shown: Table, rows: int = 1) -> Table:
    cells = (
        replace(c, lines=tuple(line._replace(bold=True) for line in c.lines)) if c.row < rows else c
        for c in shown.cells
    )
    return replace(shown, cells=tuple(cells))


def test_the_last_lines_of_headings_on_the_next_page_are_theirs() -> None:
    """`Statistical` was an unknown column, and all figures of the neighbours were lost in silence."""
    review = review_of(bold(table(FIRST)), bold(table(REST, *ROWS, page=2)))
    read = [(i.name, i.statistical_neighbours, i.target, i.latest) for i in review.indicators]
    assert read == [("Homes let", "11", "12", "13"), ("Calls taken", "21", "22", "23")]


@pytest.mark.parametrize("rows", [0, 3], ids=["plain", "all bold"])
def test_a_row_that_is_set_as_those_below_it_is_no_rest_of_headings(rows: int) -> None:
    review = review_of(bold(table(FIRST)), bold(table(REST, *ROWS, page=2), rows))
    assert all(i.statistical_neighbours is None for i in review.indicators)


def test_a_heading_of_rows_behind_headings_alone_at_a_page_s_foot_is_none_of_theirs() -> None:
    """`Action Housing` was no heading, and the document was refused."""
    body = (("Housing", "", "", ""), ("Build homes", "Ann Archer", "Built.", "On track"))
    heads = bold(table(("Action", "Lead", "Progress", "Status")))
    review = review_of(heads, bold(table(*body, page=2)))
    assert [a.action for a in review.actions] == ["Build homes"]


def test_the_last_lines_of_headings_further_down_a_sheet_of_two_pages_are_theirs() -> None:
    """Two pages printed one above the other: the heading was `Statistical`, and its figures were lost in silence."""
    below = bold(table(REST, *ROWS, top=400.0))
    review = review_of(bold(table(FIRST)), below)
    assert [i.statistical_neighbours for i in review.indicators] == ["11", "21"]
