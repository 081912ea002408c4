"""Headings of rows on shading of their own in a frame whose columns nothing draws."""

from __future__ import annotations

from itertools import pairwise

from parsers.geometry import Box
from parsers.grids.grid import Grid
from parsers.grids.grid import grids as drawn_by
from parsers.page import Fill, Token
from parsers.ruled import frames
from tests.parsers.printing import across, down, tokens
from tests.parsers.stacks.test_eye import BODY, BOLD, HEAD, LINE, PAD, XS, plain, printed, texts

GREY = "#dddddd"
ACTIVITY, PLAN = "1 Homes for all who live in the town", "Plan: Homes 2030"
MET = 270.0  # where the grounds of an activity and its plan do


def page(*, shaded: bool = True, bold: bool = True) -> tuple[Grid, list[Token]]:
    """Two activities over their actions in a frame of which the sides alone part the rows."""
    text, levels = printed((HEAD,))
    fills: list[Fill] = []
    for _ in range(2):
        top, set_in = levels[-1], BOLD if bold else None
        text += tokens(ACTIVITY, XS[0] + PAD, top + PAD, set_in) + tokens(PLAN, MET + PAD, top + PAD, set_in)
        rows, below = printed(BODY, top + LINE + 2 * PAD, head=False)
        fills += [Fill(Box(a, top, b, below[0]), GREY) for a, b in ((XS[0], MET), (MET, XS[-1]))]
        text, levels = [*text, *rows], [*levels, *below]
    rules = [across(y, XS[0], XS[-1]) for y in (*levels[:2], levels[-1])]
    rules += [down(x, a, b) for x in (XS[0], XS[-1]) for a, b in pairwise(levels)]
    (grid,) = frames.whole(drawn_by(rules), rules, text, (), fills if shaded else ())
    return grid, text


def test_an_activity_and_its_plan_on_shading_stand_over_their_actions() -> None:
    """They hid the columns, and with a row's other texts stood in one cell: nearly all actions were lost."""
    grid, text = page()
    band = [ACTIVITY.replace(" ", ""), PLAN.replace(" ", "")]
    assert texts(grid, text) == [*plain((HEAD,)), *(2 * [band, *plain(BODY)])]
    assert not grid.doubt


def test_rows_that_are_set_as_the_others_head_none() -> None:
    """They may be rows of stripes, and keep the columns that they leave."""
    grid, _ = page(bold=False)
    assert grid.xs == page(shaded=False)[0].xs != page()[0].xs
