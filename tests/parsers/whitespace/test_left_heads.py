"""Headings at the left of their columns over figures in the middle of these."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.page import Token
from parsers.text import phrases
from parsers.whitespace import eye as gaps
from tests.parsers.printing import tokens
from tests.parsers.stacks.test_eye import BOLD, plain, texts

STARTS = (50.0, 250.0, 340.0, 430.0, 520.0)
HEADS = ("Measure", "Q1", "Q2", "Q3", "Q4")
ROWS = (
    ("Homes let", "12", "14", "15", ""),
    ("Roads mended", "9.5%", "8.5%", "7.5%", ""),
    ("Calls answered", "1,200", "1,310", "1,290", ""),
)


def printed(heads: Sequence[str] = HEADS, *, bold: bool = True, last: str = "") -> list[Token]:
    text = [
        t
        for x, said in zip(STARTS, heads, strict=False)
        for t in tokens(said, x, 100, BOLD if bold else None)
    ]
    for k, row in enumerate(ROWS, 1):
        for n, (x, said) in enumerate(zip(STARTS, (*row[:-1], last), strict=True)):
            text += tokens(said, x + 40 - 2.5 * len(said) if n else x, 100 + 18 * k)
    return text


def read(text: list[Token]) -> list[list[list[str]]]:
    return [texts(grid, text) for grid in gaps.grids(phrases.rows(text), ())]


def test_each_heading_is_that_of_the_figures_right_of_it_and_the_last_of_a_column_without() -> None:
    """The headings were five lines of text, and the table had none."""
    assert read(printed()) == [plain((HEADS, *ROWS))]


def test_as_many_headings_as_columns_of_figures() -> None:
    assert read(printed(last="7")) == [plain((HEADS, *((*row[:-1], "7") for row in ROWS)))]


def test_fewer_headings_than_columns_and_words_that_are_not_bold_are_none() -> None:
    assert read(printed(HEADS[:3])) != [plain((HEADS[:3], *ROWS))]
    for text in (printed(HEADS[:3]), printed(bold=False)):
        assert all(row[0] != "Measure" for table in read(text) for row in table)
