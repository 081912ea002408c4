"""Small blank squares are signs where they stand by themselves."""

from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.page import Drawing, Fill, Page, Rule
from parsers.pdf import pdfium, squares
from tests.parsers.printing import across, lattice, page, pdf, ruled_table, tokens

BOX = Box(100, 100, 109, 109)
SIDES = [across(100, 100, 109), Rule(109, 100, 109, 109, 0.5, "#000000"), across(109, 100, 109)]
SIDES.append(Rule(100, 100, 100, 109, 0.5, "#000000"))


def test_a_blank_square_by_itself_is_a_sign() -> None:
    """Its sides were rules: a key had no sign for what has not begun, and rows with it had no status."""
    rules = [across(90, 40, 556), *SIDES, across(120, 40, 556)]
    white = Fill(BOX, "#ffffff", 3)
    read = squares.on(page(rules=rules, fills=[white, Fill(Box(40, 90, 556, 120), "#eeeeee")]))
    assert read.rules == (rules[0], rules[-1])
    (sign,) = read.drawings
    assert (sign.shape, sign.box, sign.fill, sign.mcid) == ("hollow-square", BOX, None, 3)


@pytest.mark.parametrize(
    "other",
    [
        page(rules=[*SIDES, across(109.5, 40, 556)]),
        page(tokens("A", 102, 100), SIDES),
        page(rules=SIDES, fills=[Fill(BOX, "#00b050")]),
        Page(1, 600, 800, (), tuple(SIDES), (), (Drawing(BOX, "tick", "~", None, "#000000"),), ()),
        page(rules=[r._replace(x1=max(r.x1, r.x0 + 20)) if r.horizontal else r for r in SIDES]),
        page(rules=lattice((100, 109, 118), (100, 109, 118))),
    ],
    ids=["on a rule", "with a letter", "with a colour", "ticked", "open", "of a grid"],
)
def test_other_squares_are_rules(other: Page) -> None:
    assert squares.on(other) is other or squares.on(other) == other


@pytest.mark.parametrize("fill", ["S", "1 1 1 rg B"])
def test_a_square_that_a_pen_draws_in_a_cell_is_a_drawing(fill: str) -> None:
    made = pdf(f"{ruled_table([['Action', 'RAG'], ['Buy land', '']])} 0.5 w 200 655 9 9 re {fill}")
    with pdfium.opened(made) as document:
        (square,) = pdfium.read_page(document.raw, 0).drawings
    assert (square.shape, round(square.box.width)) == ("hollow-square", 9)
