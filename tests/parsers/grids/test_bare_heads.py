"""Headings over ruled rows that nothing parts from each other."""

from __future__ import annotations

import pytest

from parsers.grids import bare_heads
from parsers.grids.grid import Span
from parsers.page import Token
from tests.parsers.grids.test_shading import GRID, headings
from tests.parsers.printing import tokens

BARE = GRID._replace(cells=(Span(0, 0, 1, 3), *GRID.cells[3:]))


def test_headings_that_nothing_parts_have_the_columns_of_the_rows_below() -> None:
    """They were one cell, no column had a name, and all rows of the table were lost."""
    assert bare_heads.parted(BARE, headings("Action", "Lead", "RAG", top=110)) == GRID


@pytest.mark.parametrize(
    "text",
    [
        [*headings("Aim A", top=110), *tokens("2016", 254, 110)],
        tokens("Priority One: children and young people in the county and its towns", 54, 110),
        [*headings("Action", "Lead", "RAG", top=105), *tokens("of Priority One: children", 54, 117)],
    ],
    ids=["one column is left out", "a title", "a line over two columns"],
)
def test_a_text_over_ruled_rows_is_no_headings(text: list[Token]) -> None:
    assert bare_heads.parted(BARE, text) == BARE


def test_where_no_row_below_has_all_columns_nothing_tells_them() -> None:
    merged = BARE._replace(cells=(BARE.cells[0], Span(1, 0, 2, 1), Span(1, 1, 1, 2), Span(2, 1, 1, 2)))
    assert bare_heads.parted(merged, headings("Action", "Lead", "RAG", top=110)) == merged
