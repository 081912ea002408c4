"""Column headings of a table below another one that ends in a row which nothing draws."""

from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.page import Fill
from parsers.stacks import eye as columns
from tests.parsers.printing import across, style, tokens
from tests.parsers.stacks.test_eye import texts

XS = (50.0, 90.0, 250.0, 350.0, 550.0)
BOLD = style("Helvetica-Bold", bold=True)
FIRST = [
    ("1", "Mend the roof", "Ann Lee", "Begun"),
    ("2", "Paint the hall", "Bo Ray", "Done"),
    ("3", "Sow the meadow", "Cy Moss", "Late"),
]
SECOND = [("4", "Dig the pond", "Di Fox", "Begun"), ("5", "Cut the hedge", "Ed Gee", "Late")]


@pytest.mark.parametrize("named", [("Action", "Action"), ("Our people", "Our places")])
def test_headings_below_the_last_row_on_paper_are_no_lines_of_it(named: tuple[str, str]) -> None:
    """Stripes colour every second row: the third ends in paper, and so does the air above the next headings."""
    text, rules, fills, top = [], [], [], 100.0
    for head, rows in zip(named, (FIRST, SECOND), strict=True):
        for k, row in enumerate([("No.", head, "Lead", "Status"), *rows]):
            for x, words in zip(XS, row, strict=False):
                text += tokens(words, x + 4, top + 5, None if k else BOLD)
            fills += [Fill(Box(XS[0], top, XS[-1], top + 20), "#dddddd")] if k and k % 2 == 0 else []
            rules += [] if k else [across(top + 20, XS[0], XS[-1])]
            top += 20
        top += 15
    read = [row for grid in columns.grids(rules, fills, text, []) for row in texts(grid, text)]
    printed = [("No.", named[0], "Lead", "Status"), *FIRST, ("No.", named[1], "Lead", "Status"), *SECOND]
    assert read == [[words.replace(" ", "") for words in row] for row in printed]
