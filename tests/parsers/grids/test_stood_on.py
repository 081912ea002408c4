"""Headings on shading right above a frame."""

from __future__ import annotations

from itertools import pairwise

from parsers.geometry import Box
from parsers.page import Fill, Rule
from parsers.ruled import eye
from tests.parsers.printing import across, down, page
from tests.parsers.stacks.test_eye import BODY, HEAD, XS, plain, printed, texts

AWAY = 2.0  # points between the headings' ground and the frame


def read(away: float, right: float = XS[-1]) -> list[list[str]]:
    head, levels = printed((HEAD,))
    rows, below = printed(BODY, levels[-1] + away, head=False)
    rules: list[Rule] = [across(y, XS[0], XS[-1]) for y in below]
    rules += [down(x, a, b) for x in (XS[0], XS[-1]) for a, b in pairwise((below[0], below[-1]))]
    grounds = [Fill(Box(XS[0], levels[0], right, levels[1]), "#dfe7ee")]
    found = eye.tables(page([*head, *rows], rules, grounds))
    return next(told for table in found if len(told := texts(table.grid, [*head, *rows])) > 2)


def test_headings_on_a_ground_two_points_above_a_frame_are_its_own() -> None:
    """The frame had one column, and all its rows were lost."""
    assert read(AWAY) == plain((HEAD, *BODY))


def test_headings_far_above_a_frame_or_on_a_narrower_ground_are_not() -> None:
    assert plain((HEAD,))[0] not in read(30.0)
    assert plain((HEAD,))[0] not in read(AWAY, 400.0)
