"""Dashes drawn with a pen are signs where they stand by themselves."""

from __future__ import annotations

import pytest

from parsers import layout
from parsers.cells import struck
from parsers.page import Page, Rule
from parsers.pdf import pdfium, strokes
from tests.parsers.printing import across, pdf, ruled_table

DASH = Rule(534, 676, 541.2, 676, 1.5, "#777777")


def test_a_short_thick_stroke_by_itself_is_a_sign() -> None:
    """It was the edge of a row between two others, and its row had no status."""
    rules = [across(660, 40, 556), DASH, across(700, 40, 556)]
    left, (dash,) = strokes.apart(rules)
    assert left == [rules[0], rules[2]]
    assert (dash.shape, dash.stroke, dash.box.centre) == ("dash", "#777777", (537.6, 676))


@pytest.mark.parametrize(
    "rules",
    [
        [DASH._replace(width=0.5)],
        [DASH._replace(x1=560)],
        [DASH, DASH._replace(x0=543, x1=550)],
        [DASH, Rule(541.2, 650, 541.2, 676, 0.5, "#000000")],
        [DASH, across(678, 40, 556)],
    ],
    ids=["thin", "long", "of a dashed line", "of a frame", "close to a rule"],
)
def test_other_strokes_are_rules(rules: list[Rule]) -> None:
    assert strokes.apart(rules) == (rules, [])


def test_a_page_s_dash_is_a_drawing() -> None:
    page = pdf(f"{ruled_table([['Action', 'RAG'], ['Buy land', '']])} 1.5 w 200 655 m 207 655 l S")
    with pdfium.opened(page) as document:
        (dash,) = pdfium.read_page(document.raw, 0).drawings
    assert (dash.shape, dash.outline) == ("dash", "dash")


def read(more: str) -> Page:
    """A page with a table, of which a cell says `No` in letters 11.7 points wide, and what a pen draws on it."""
    made = pdf(f"{ruled_table([['Action', 'Done'], ['Buy land', 'No']])} 1.5 w {more}")
    with pdfium.opened(made) as document:
        return pdfium.read_page(document.raw, 0)


def test_a_stroke_that_underlines_a_short_word_is_no_sign() -> None:
    """A word with a line below it had a sign beside it, which told its row's status."""
    page = read("164 654 m 176.8 654 l S")
    assert page.drawings == ()
    assert len(page.rules) == len(read("").rules)


def test_a_stroke_that_strikes_a_short_word_out_is_a_rule() -> None:
    """What says that the word counts no more was a sign beside it."""
    page = read("164 659 m 176.8 659 l S")
    assert page.drawings == ()
    assert len(page.rules) == len(read("").rules) + 1
    (table,) = layout.see(page).tables
    assert [seen.doubt for seen in table.cells if seen.doubt] == [struck.STRUCK]


@pytest.mark.parametrize("stroke", ["166 654 m 172 654 l", "164 649 m 176.8 649 l", "190 659 m 200 659 l"])
def test_a_stroke_elsewhere_than_right_below_a_word_is_a_sign(stroke: str) -> None:
    assert [drawing.shape for drawing in read(f"{stroke} S").drawings] == ["dash"]
