"""Columns of signs at the flanks of tables that no rule draws."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Token
from parsers.ruled import flanks
from tests.parsers.printing import tokens

KEY = Grid((80, 160, 400), (100, 120, 140, 160), tuple(Span(r, c, 1, 1) for r in range(3) for c in range(2)))


def sign(x: float, row: int, size: float = 12) -> Box:
    return Box(x, 104 + 20 * row, x + size, 104 + 20 * row + size)


def test_icons_before_a_key_without_rules_are_a_column_of_it() -> None:
    """Each line of such a key had no sign, and every row of the review a status that nothing explained."""
    grid = flanks.widened(KEY, [sign(50, row) for row in range(3)], tokens("Late", 90, 104))
    assert grid.xs == (48, 80, 160, 400)
    assert [grid.box_of(span) for span in grid.cells[:2]] == [Box(48, 100, 80, 120), Box(80, 100, 160, 120)]
    assert len(grid.cells) == 9


def test_icons_behind_rows_without_rules_are_a_column_of_them() -> None:
    grid = flanks.widened(KEY, [sign(410, row) for row in (0, 2)], ())
    assert grid.xs == (80, 160, 400, 424)
    assert grid.cells[2] == Span(0, 2, 1, 1)


@pytest.mark.parametrize(
    ("signs", "text"),
    [
        ([sign(50, 1)], ()),  # a picture beside one row
        ([sign(70, row, 4) for row in range(3)], ()),  # bullets
        ([sign(10, row) for row in range(3)], ()),  # too far
        ([sign(50, row) for row in range(3)], tokens("Note", 50, 124)),  # words stand there, too
    ],
)
def test_what_is_no_column_of_signs(signs: Sequence[Box], text: Sequence[Token]) -> None:
    assert flanks.widened(KEY, signs, text) == KEY
