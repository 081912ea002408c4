"""Coloured bars beside cells are signs, borders and charts are none."""

from __future__ import annotations

from parsers.geometry import Box
from parsers.grids.bars import signs
from parsers.page import Fill, Page, Rule
from tests.parsers.printing import down, page, tokens

GREEN, AMBER, RED, GREY = "#00a651", "#ffb000", "#e3001b", "#9a9a9a"


def bar(colour: str, top: float, x: float = 300, high: float = 40) -> Fill:
    return Fill(Box(x, top, x + 5, top + high), colour)


def of(*fills: Fill, rules: tuple[Rule, ...] = (), x: float = 310) -> Page:
    words = [token for fill in fills for token in tokens("Opened in May", x, fill.box.top + 4)]
    return page(words, rules, fills)


def test_bars_of_two_colours_beside_words_are_signs() -> None:
    seen, colours = signs(of(bar(GREEN, 100), bar(AMBER, 140), bar(GREY, 180)))
    assert [(d.shape, d.fill) for d in seen.drawings] == [("bar", GREEN), ("bar", AMBER), ("bar", GREY)]
    assert not seen.fills and not seen.rules
    assert colours == {GREEN, AMBER, GREY}


def test_fat_rules_are_bars_too() -> None:
    rules = tuple(Rule(302, top, 302, top + 40, 5, colour) for top, colour in ((100, GREEN), (140, RED)))
    words = [token for top in (100, 140) for token in tokens("Opened in May", 310, top + 4)]
    seen, _ = signs(page(words, rules))
    assert [d.fill for d in seen.drawings] == [GREEN, RED] and not seen.rules


def test_bars_of_a_known_colour_alone_on_their_page_are_signs() -> None:
    alone = of(bar(GREEN, 100), bar(GREEN, 140))
    assert not signs(alone).page.drawings
    assert len(signs(alone, {GREEN, AMBER}).page.drawings) == 2


def test_a_bar_in_the_place_of_a_rule_leaves_one() -> None:
    ruled = of(bar(GREEN, 100), bar(AMBER, 140), rules=(down(100, 100, 180), down(500, 100, 180)))
    seen, _ = signs(ruled)
    assert [rule.x0 for rule in seen.rules] == [100, 500, 300, 300]


def test_frames_charts_lines_squares_and_cells_are_no_signs() -> None:
    framed = of(bar(GREEN, 100), bar(GREEN, 100, x=500), bar(AMBER, 140), bar(AMBER, 140, x=500))
    lines = of(bar(GREEN, 100), bar(GREY, 140))
    chart = page((), (), (bar(GREEN, 100), bar(AMBER, 140), bar(RED, 180)))
    squares = of(*(bar(colour, top, high=7) for colour, top in ((GREEN, 100), (AMBER, 140))))
    cells = of(bar(GREEN, 100), bar(AMBER, 140), rules=(down(300, 100, 180), down(305, 100, 180)))
    for plain in (framed, lines, chart, squares, cells):
        assert signs(plain).page == plain


def test_the_end_of_a_bar_that_went_on_is_no_sign_of_its_own() -> None:
    seen, _ = signs(of(bar(RED, 95, high=5), bar(GREEN, 100), bar(AMBER, 140)))
    assert [d.fill for d in seen.drawings] == [GREEN, AMBER]
