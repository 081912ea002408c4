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


def themed(heads: Sequence[str], titles: Sequence[str], shift: float = 0.0) -> list[Token]:
    """Figures that end right of their headings, below headings of rows."""
    text = [t for x, said in zip(STARTS, heads, strict=False) for t in tokens(said, x, 100, BOLD)]
    lines = (
        [(title,) for title in titles]
        + [row[:-1] for row in ROWS]
        + [("Homes",)]
        + [row[:-1] for row in ROWS]
    )
    for k, row in enumerate(lines, 1):
        set_in = BOLD if len(row) == 1 else None
        for n, (x, said) in enumerate(zip(STARTS, row, strict=False)):
            text += tokens(said, x + shift + 70 - 5 * len(said) if n else x, 100 + 18 * k, set_in)
    return text


def test_headings_above_a_heading_of_rows_over_figures_that_are_set_right() -> None:
    """The headings were lines of text where a theme stands between them and the first figures."""
    for titles in ((), ("Roads",), ("Streets", "Roads")):
        found = read(themed(HEADS[:4], titles))
        assert found[0][0] == list(HEADS[:4])
        assert ["Homeslet", "12", "14", "15"] in found[0]


def test_headings_beside_which_figures_stand_nearer_to_the_next_one_are_their_own_columns() -> None:
    """`Quarter 1` was over the target's column and its own, as it stands in the middle of both."""
    found = read(themed(("Measure", "Target", "Quarter 1", "Quarter 2"), (), 12))
    assert found[0][:2] == [["Measure", "Target", "Quarter1", "Quarter2"], ["Homeslet", "12", "14", "15"]]
