"""Ruling lines of dots that are painted one by one."""

from __future__ import annotations

from parsers.page import Rule
from parsers.pdf import dotted

GREY = "#555555"


def dots(count: int, across: float, down: float, x: float = 50.0, y: float = 100.0) -> list[Rule]:
    return [
        dotted.Dot(x + across * k, y + down * k, x + 0.75 + across * k, y + down * k, 0.75, GREY)
        for k in range(count)
    ]


def test_dots_behind_each_other_are_a_line() -> None:
    """A browser's dotted borders, printed through Ghostscript: 34 of 43 actions were lost without their rules."""
    level = dots(20, 1.5, 0)
    upright = dots(20, 0, 1.5, x=50 + 1.5 * 19)  # a corner: it goes on from the last dot of the line above
    lines = dotted.joined([*level, *upright[1:]])
    assert [(round(r.x0), round(r.top), round(r.x1), round(r.bottom), r.horizontal) for r in lines] == [
        (50, 100, 79, 100, True),
        (79, 100, 79, 128, False),
    ]


def test_a_few_dots_and_dots_far_apart_are_none_and_rules_stay() -> None:
    rule = Rule(50, 300, 400, 300, 0.5, GREY)
    assert dotted.joined([*dots(5, 1.5, 0), rule, *dots(20, 9.0, 0)]) == [rule]
