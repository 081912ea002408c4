"""Signs of lists that are drawn become letters; signs that say a status stay drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers import layout
from parsers.cells import bullets
from parsers.geometry import Box
from parsers.page import Drawing, Page, Token
from parsers.text import lines, wording
from tests.parsers.printing import BLACK, lattice, page, style, tokens

RED = "#ff0000"


def sign(top: float, x: float = 50, shape: str = "disc", colour: str = BLACK, wide: float = 3) -> Drawing:
    """A sign whose middle is that of a line of ten points that begins at `top`."""
    box = Box(x, top + 5 - wide / 2, x + wide, top + 5 + wide / 2)
    return Drawing(box, shape, "", *((None, colour) if shape == "ring" else (colour, None)))


def drawn(*signs: Drawing, text: list[Token]) -> Page:
    """A page with its lists' signs as letters, as they are handed out where no table stands."""
    seen = replace(page(text), drawings=signs)
    items = bullets.found(seen)
    return replace(bullets.without(seen, items), tokens=tuple(bullets.handed_out(items, (), text)))


def flowing(seen: Page) -> str:
    return wording.flow(lines.lines_of(seen.tokens))


def test_the_items_of_a_list_whose_dots_are_drawn_do_not_run_together() -> None:
    """Browsers draw them, and `Designs approved Survey issued` was one text."""
    text = tokens("Designs approved", 60) + tokens("Survey issued", 60, 62) + tokens("to all", 60, 74)
    seen = drawn(sign(50), sign(62), text=text)
    assert flowing(seen) == "• Designs approved\n• Survey issued to all"
    assert not seen.drawings


def test_the_items_of_an_inner_list_have_a_sign_of_their_own() -> None:
    text = tokens("Board briefed", 60) + tokens("Lead in post", 72, 62) + tokens("Plans let", 60, 74)
    seen = drawn(sign(50), sign(62, 62, "ring"), sign(74), text=text)
    assert flowing(seen) == "• Board briefed\n◦ Lead in post\n• Plans let"


@pytest.mark.parametrize(
    "kept",
    [sign(50, colour=RED), sign(50, wide=6), sign(50, 30), sign(50, 57), sign(45), sign(50, shape="square")],
    ids=["coloured", "large", "far", "touching", "raised", "no dot"],
)
def test_signs_that_are_set_as_no_list_s_are_stay_drawn(kept: Drawing) -> None:
    seen = drawn(kept, text=tokens("On track", 60))
    assert seen.drawings == (kept,)
    assert flowing(seen) == "On track"


def test_a_sign_in_another_colour_than_its_words_stays_drawn() -> None:
    seen = drawn(sign(50), text=tokens("On track", 60, set_in=style(colour="#808080")))
    assert len(seen.drawings) == 1


def test_a_sign_stands_in_the_cell_of_its_word_and_moves_no_column() -> None:
    text = tokens("Homes", 55, 105) + tokens("Designs approved", 115, 105)
    seen = replace(page(text, lattice((50, 100, 300), (100, 120, 140))), drawings=(sign(105, 105),))
    view = layout.see(seen)
    (table,) = view.tables
    assert view.lettered == 1  # so that the ledger counts it
    assert [(" ".join(line.text for line in c.lines), c.marks) for c in table.cells[:2]] == [
        ("Homes", []),
        ("• Designs approved", []),
    ]
