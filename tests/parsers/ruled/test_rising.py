"""Headings that run up the page."""

from __future__ import annotations

import pytest

from parsers.cells.cell import Seen, SeenTable
from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Token
from parsers.ruled.rising import taken_in, topped
from tests.parsers.printing import style, tokens

SPANS = tuple(Span(row, col, 1, 1) for row in range(2) for col in range(2))
GRID = Grid((50.0, 80.0, 250.0), (130.0, 150.0, 170.0), SPANS)


def rising(text: str, x: float = 54.0, bottom: float = 148.0) -> list[Token]:
    """Letters from the foot up, each 5 points high."""
    made = style(turn=3)
    return [
        Token(c, Box(x, bottom - 5 * (k + 1), x + 10, bottom - 5 * k), made)
        for k, c in enumerate(text)
        if c != " "
    ]


def seen() -> SeenTable:
    """A table whose second column has a heading."""
    cells = [Seen(span, GRID.box_of(span)) for span in SPANS]
    cells[1].tokens = tokens("Action", 84, 135)
    return SeenTable(1, GRID, "tagged", cells)


def test_a_first_row_is_as_high_as_the_headings_that_run_up_in_it() -> None:
    grid = topped(GRID, rising("By when"))
    assert (grid.ys[0], grid.ys[1:]) == (148 - 5 * 7 - 1, GRID.ys[1:])


def test_a_word_that_is_higher_than_the_row_begins_in_it() -> None:
    """Its middle stands above the row: of `Late but on track` the last words were cut off."""
    words = [Token(text, Box(54, top, 64, foot), style(turn=3)) for text, top, foot in
             (("Happening", 100, 148), ("but", 80, 97), ("late", 60, 77))]  # fmt: skip
    assert topped(GRID, words).ys[0] == 59


@pytest.mark.parametrize(
    "text",
    [
        tokens("Action", 84, 135),
        rising("Ref"),
        rising("By when", 300.0),
        [*rising("R"), *rising("ef", 54.0, 80.0)],
    ],
    ids=["level", "inside", "beside the table", "far above"],
)
def test_other_text_makes_no_row_higher(text: list[Token]) -> None:
    assert topped(GRID, text) == GRID


def test_a_heading_that_runs_up_and_has_no_cell_is_its_column_s() -> None:
    table, text = seen(), rising("By when")
    assert taken_in(table, [*text, *tokens("below", 60, 400)]) == tokens("below", 60, 400)
    table.settle()
    assert [[line.text for line in cell.lines] for cell in table.cells[:2]] == [["By when"], ["Action"]]


def test_text_that_runs_up_over_a_heading_of_its_own_is_left() -> None:
    table, text = seen(), rising("By when", 84.0)
    assert taken_in(table, text) == text
    assert table.grid == GRID
