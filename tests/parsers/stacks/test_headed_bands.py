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
