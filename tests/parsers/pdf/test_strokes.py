"""Dashes drawn with a pen are signs where they stand by themselves."""

from __future__ import annotations

import pytest

from parsers.page import Rule
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
