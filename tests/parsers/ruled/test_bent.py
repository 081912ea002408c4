"""A row alone below headings, in a frame or beside two rules in an L."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.grids.grid import grids as drawn_by
from parsers.page import Rule, Token
from parsers.ruled import bent
from tests.parsers.printing import across, down, tokens
from tests.parsers.stacks.test_eye import BOLD, HEAD, PAD, XS, plain, printed, texts

ROW = ("1.1", "Build forty new homes|in the old town", "Ann Lee", "Contract let in May|and works began")
TWO = (ROW, ("1.2", "Review parking", "Bo Ray", "Not started"))


def read(rows: Sequence[Sequence[str]], framed: bool) -> list[list[list[str]]]:
    """What is left of the grids below headings in columns, or below a rule under them that an upright meets."""
    text, levels = printed((HEAD, *rows))
    head, foot = levels[1], levels[-1]
    drawn = [across(head, XS[0], XS[-1])]
    if framed:
        drawn += [across(y, XS[0], XS[-1]) for y in (levels[0], foot)]
        drawn += [down(x, levels[0], head if x in XS[1:-1] else foot) for x in XS]
    else:
        drawn += [down(XS[1], head, foot)]
    return left(drawn, text)


def left(drawn: Sequence[Rule], text: Sequence[Token]) -> list[list[list[str]]]:
    return [texts(grid, text) for grid in bent.parted(drawn_by(drawn), text)]


@pytest.mark.parametrize("framed", [True, False], ids=["a frame", "an L"])
def test_a_row_alone_has_the_columns_of_its_headings(framed: bool) -> None:
    row = (*ROW[:3], ROW[3].replace("|", " "))
    assert read([row], framed) == [plain((HEAD, row))]


def test_several_rows_beside_two_rules_are_left_to_others() -> None:
    assert read(TWO, framed=False) == []


def test_several_rows_in_a_frame_stay_as_they_are_drawn() -> None:
    (rows,) = read(TWO, framed=True)
    assert len(rows[1]) == 1


def test_two_cells_below_a_line_of_text_stay() -> None:
    text, levels = printed((HEAD, ROW), head=False)
    drawn = [across(levels[1], XS[0], XS[-1]), down(XS[1], levels[1], levels[-1])]
    assert len(left(drawn, text)) == 1
    above = tokens("Who does what", XS[0] + PAD, levels[0] + PAD, BOLD)
    below = [t for t in text if t.box.top > levels[1]]
    assert len(left(drawn, [*above, *below])) == 1
