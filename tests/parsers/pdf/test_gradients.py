"""Gradients that are painted strip by strip: the bars of a sheet's figures."""

from __future__ import annotations

import pytest

from parsers.page import Page, Rule
from parsers.pdf import gradients, pdfium
from tests.parsers.printing import written


def strips(count: int, step: float = 0.34, width: float = 0.34) -> list[Rule]:
    shades = [f"#{200 + k % 50:02x}{200 + k % 50:02x}ff" for k in range(count)]
    return [Rule(100 + step * k, 50, 100 + step * k, 80, width, shade) for k, shade in enumerate(shades)]


def test_strips_side_by_side_are_shading_and_no_rules() -> None:
    """Each strip was an upright rule: a sheet's table fell into a column for each."""
    rule = Rule(40, 50, 400, 50, 0.5, "#000000")
    kept, (fill,) = gradients.apart([rule, *strips(30), rule])
    assert kept == [rule, rule]
    assert fill.box.x0 == pytest.approx(100 - 0.17)
    assert fill.box.x1 == pytest.approx(100 + 29 * 0.34 + 0.17)
    assert (fill.box.top, fill.box.bottom, fill.colour) == (50, 80, strips(30)[15].colour)


@pytest.mark.parametrize(
    "rules",
    [strips(5), strips(30, step=40), strips(30, step=0.6), strips(30, width=0.1)],
    ids=["a border of lines", "columns", "hatching", "hairlines"],
)
def test_rules_that_stand_apart_or_are_few_stay(rules: list[Rule]) -> None:
    assert gradients.apart(rules) == (rules, [])


def test_strips_one_below_the_other_are_shading_too() -> None:
    turned = [Rule(r.top, r.x0, r.bottom, r.x0, r.width, r.colour) for r in strips(12)]
    kept, (fill,) = gradients.apart(turned)
    assert not kept
    assert (fill.box.x0, fill.box.x1) == (50, 80)


def page_of(content: str) -> Page:
    data = written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    )
    with pdfium.opened(data) as document:
        return pdfium.read_page(document.raw, 0)


def test_a_bar_of_strips_on_a_page_is_one_fill() -> None:
    drawn = "\n".join(
        f"{0.6 + k / 200:.3f} {0.7 + k / 200:.3f} 0.9 rg {100 + 0.5 * k} 600 0.5 30 re f" for k in range(50)
    )
    page = page_of(drawn)
    assert page.rules == ()
    (fill,) = page.fills
    assert (round(fill.box.x0), round(fill.box.x1)) == (100, 125)
