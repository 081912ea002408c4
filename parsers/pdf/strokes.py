"""Short thick strokes that stand by themselves: the sign for `none` in sets of icons that a pen draws, and no rules."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.geometry import Box
from parsers.page import Drawing, Rule

SHORT, LONG = 4.0, 14.0  # points of a dash that stands for something
THICK = 1.0  # points: thinner ones are ruling lines' pieces
STOUT = 10.0  # times its thickness that a dash may be long
ALONE = 4.0  # points to the next line on all sides
OUTLINE = "dash"


def apart(rules: Sequence[Rule]) -> tuple[list[Rule], list[Drawing]]:
    """Rules without dashes that touch no other line, and these as drawings."""
    short = [rule for rule in rules if _may_be_dash(rule)]
    if not short:
        return list(rules), []
    dashes = {id(rule): rule for rule in short if not any(_is_near(rule, other) for other in rules)}
    left = [rule for rule in rules if id(rule) not in dashes]
    return left, [_drawing(rule) for rule in dashes.values()]


def _may_be_dash(rule: Rule) -> bool:
    x0, top, x1, bottom, width, _ = rule
    return top == bottom and width >= THICK and SHORT <= x1 - x0 <= min(LONG, STOUT * width)


def _is_near(rule: Rule, other: Rule) -> bool:
    if rule is other or rule == other:
        return False
    return (
        other.x0 - ALONE < rule.x1
        and rule.x0 < other.x1 + ALONE
        and other.top - ALONE < rule.top < other.bottom + ALONE
    )


def _drawing(rule: Rule) -> Drawing:
    x0, y, x1, _, width, colour = rule
    return Drawing(Box(x0, y - width / 2, x1, y + width / 2), "dash", OUTLINE, None, colour)
