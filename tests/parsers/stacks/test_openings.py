"""Rows that open on lines of a band that no rule parts."""

from __future__ import annotations

import pytest

from parsers.stacks import openings
from parsers.text import phrases
from tests.parsers.printing import tokens

XS = (50.0, 150.0, 250.0, 350.0, 450.0, 550.0)
FULL = ("Build homes", "Ann Archer", "May 2026", "Work began", "All are let")
ON = ("In the town", "and her team", "or later", "On the site", "in the year")
PARAGRAPH = ("", "", "", "Two fell", "")


@pytest.mark.parametrize(
    ("white", "told"), [(26.0, [146.0, 200.0]), (16.0, [])], ids=["far apart", "as paragraphs"]
)
def test_rows_whose_further_lines_fill_most_columns_open_below_the_most_white(
    white: float, told: list[float]
) -> None:
    """They were in doubt, and read in other columns: a paragraph has white above it, too, but less than a row."""
    top, lines = 100.0, []
    for _ in range(3):
        for texts, pitch in ((FULL, 12.0), (ON, 16.0), (PARAGRAPH, white)):
            lines += [t for x, text in zip(XS, texts, strict=False) for t in tokens(text, x + 4, top)]
            top += pitch
    found, doubt = openings.levels(XS, [(), tuple(phrases.rows(lines))], 0)
    assert (found, doubt) == (told, "" if told else openings.DOUBT_ROWS)
