"""Headings that no edge parts from the first row."""

from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Rule
from parsers.stacks import eye as columns
from tests.parsers.printing import across, style, tokens

XS = (50.0, 200.0, 350.0, 550.0)
TITLE, HEAD = ("Projects",), ("Project", "Cost", "Status")
ROWS = [
    ("Boiler", "£200", "On track"),
    ("Pool", "£300", "Complete"),
    ("Trail", "£400", "On hold"),
    ("Hall", "£1", "Late"),
]
BOLD = style("Helvetica-Bold", bold=True)
TALL = 24.0


@pytest.mark.parametrize("drawn", ["stripes", "stripes below a title", "rules below rows"])
def test_headings_stand_apart_from_the_first_row(drawn: str) -> None:
    """Headings and the first row, both on paper between stripes, were one row; the table became a key."""
    titled = drawn == "stripes below a title"
    rows = [*([TITLE] if titled else []), HEAD, *ROWS]
    first = rows.index(HEAD) + 1
    text = [
        token
        for k, row in enumerate(rows)
        for x, words in zip(XS, row, strict=False)
        for token in tokens(words, x + 4, 100 + TALL * k + 7, BOLD if k < first else None)
    ]
    ys = [100 + TALL * k for k in range(len(rows) + 1)]
    fills, rules = list[Fill](), list[Rule]()
    if drawn == "rules below rows":
        rules = [across(y, XS[0], XS[-1]) for y in (ys[0], *ys[first + 1 :])]
    else:
        striped = [0, *range(first + 1, len(rows), 2)] if titled else range(first + 1, len(rows), 2)
        fills = [Fill(Box(XS[0], ys[k], XS[-1], ys[k + 1]), "#dddddd") for k in striped]
    (grid,) = columns.grids(rules, fills, text, [])
    head = next(k for k, y in enumerate(grid.ys) if abs(y - ys[first]) < 8)
    assert len(grid.ys) - 1 - head == len(ROWS)


def test_centred_headings_of_which_few_have_a_second_line_stand_apart_from_the_first_row() -> None:
    """A page began with its headings again, and the row below them, on paper, was one with them."""
    heads = [(95, 100, "Project"), (245, 100, "Expected"), (430, 100, "Progress")]
    heads += [(240, 111, "completion"), (435, 111, "status")]
    text = [token for x, top, words in heads for token in tokens(words, x, top, BOLD)]
    ys = [136 + TALL * k for k in range(len(ROWS) + 1)]
    for top, row in zip(ys, ROWS, strict=False):
        text += [token for x, words in zip(XS, row, strict=False) for token in tokens(words, x + 4, top)]
    fills = [Fill(Box(XS[0], ys[k] - 7, XS[-1], ys[k + 1] - 7), "#dddddd") for k in (1, 3)]
    (grid,) = columns.grids((), fills, text, [])
    assert len(grid.ys) - 1 == 1 + len(ROWS)
    assert 121 < grid.ys[1] < 136
