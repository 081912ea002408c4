"""Small blank squares that a pen draws by themselves: the sign for what has not begun, and no cells of a table.

Those that touch other lines are cells of a grid, those with a letter or a sign inside are its frame, a box that is
ticked, and those with a colour inside a swatch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from parsers.geometry import Box
from parsers.page import Drawing, Page, Rule
from parsers.pdf import shapes
from parsers.pdf.paths import Subpath
from parsers.pdf.patterns import PAPER

SIDES = 4
SMALL, LARGE = 4.0, 16.0  # points of a side
EQUAL = 1.25  # times the shorter side that the longer one may be
CORNER = 0.1  # points between the ends of two sides
ALONE = 1.0  # points to what else is drawn, or printed inside
HELD = 0.2  # share of a colour's area from which it is inside a square, and not the shading of a row
MOST = 400  # squares of a page: more of them are a plan's or a picture's


class _Square(NamedTuple):
    """A square's place and its sides."""

    box: Box
    sides: tuple[Rule, ...]


def on(page: Page) -> Page:
    """The page with its lone blank squares as signs in the place of their sides."""
    found = list(_squares(page.rules))
    if not found or len(found) > MOST:
        return page
    alone = [square for square in found if _is_alone(square, page)]
    sides = {id(side) for square in alone for side in square.sides}
    rules = tuple(rule for rule in page.rules if id(rule) not in sides)
    return replace(page, rules=rules, drawings=(*page.drawings, *(_drawing(s, page) for s in alone)))


def _squares(rules: Sequence[Rule]) -> Iterator[_Square]:
    """Rules that one path draws, one behind the other, around a small square."""
    at = 0
    while at + SIDES <= len(rules):
        sides = tuple(rules[at : at + SIDES])
        box = Box(sides[0].x0, sides[0].top, sides[0].x1, sides[0].bottom)
        if max(box.width, box.height) > LARGE or not _meet(sides):
            at += 1
            continue
        x0, x1 = min(side.x0 for side in sides), max(side.x1 for side in sides)
        box = Box(x0, min(side.top for side in sides), x1, max(side.bottom for side in sides))
        short, long = sorted((box.width, box.height))
        if short >= SMALL and long <= min(LARGE, EQUAL * short):
            yield _Square(box, sides)
        at += SIDES


def _meet(sides: Sequence[Rule]) -> bool:
    """True for lines level and upright by turns, of one colour, of which each ends on the next one's end."""
    turns = all(a.horizontal != b.horizontal and a.colour == b.colour for a, b in pairwise(sides))
    return turns and all(_share_end(a, b) for a, b in pairwise((*sides, sides[0])))


def _share_end(a: Rule, b: Rule) -> bool:
    return any(
        abs(x - u) <= CORNER and abs(y - v) <= CORNER
        for x, y in ((a.x0, a.top), (a.x1, a.bottom))
        for u, v in ((b.x0, b.top), (b.x1, b.bottom))
    )


def _is_alone(square: _Square, page: Page) -> bool:
    """True for a square that no line touches, with nothing inside it and no colour but the paper's."""
    around, own = square.box.grown(ALONE), {id(side) for side in square.sides}
    if any(_touches(rule, around) for rule in page.rules if id(rule) not in own):
        return False
    if any(fill.colour != PAPER and around.overlap(fill.box) > HELD * fill.box.area for fill in page.fills):
        return False
    signs = (thing.box for things in (page.drawings, page.pictures) for thing in things)
    if any(around.overlap(box) for box in signs):
        return False
    return not any(around.overlap(t.box) for t in page.tokens if not (t.text.isspace() or t.style.hidden))


def _touches(rule: Rule, around: Box) -> bool:
    return (
        rule.x0 <= around.x1
        and around.x0 <= rule.x1
        and rule.top <= around.bottom
        and around.top <= rule.bottom
    )


def _drawing(square: _Square, page: Page) -> Drawing:
    x0, top, x1, bottom = square.box
    around = square.box.grown(ALONE)
    ground = next((fill for fill in page.fills if _is_ground(fill.box, around)), None)
    path = Subpath(((x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)), False, True)
    drawn = shapes.drawing([path], None, square.sides[0].colour, ground.mcid if ground else None)
    return drawn._replace(shape="hollow-square")


def _is_ground(box: Box, around: Box) -> bool:
    """True for what is painted in the place of a square, and no more."""
    return around.holds(box.x0, box.top) and around.holds(box.x1, box.bottom)
