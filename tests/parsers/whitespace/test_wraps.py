"""Values of a table of figures that go on below their first line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.text import phrases
from parsers.whitespace import eye as gaps
from tests.parsers.stacks.test_eye import texts
from tests.parsers.whitespace.test_eye import set_lines

STARTS = (50.0, 250.0, 320.0, 440.0)
HEADS = ("Measure", "Latest", "Target", "Before")
Rows = Sequence[Sequence[str]]

WRAPPED: Rows = (
    ("Pupils who reach the|standard (KS2)|(Annual = 52%)", "53.0%", "Higher than national|average", "421 (Q1|2016-17)"),
    ("Places for two year olds|(Annual = 60%)", "62.0%|(2015)", "Higher than 2014", "76.4% (Q1|2016-17)"),
    ("Families helped", "40", "41 (2015)", "-"),
    ("Homes let to families|(Annual = 60)", "Not|available", "Narrowed compared to|2014", "(Q1)"),
    ("First entrants|per year", "12", "55", "71 (Sp|term)"),
)  # fmt: skip


def told(rows: Rows, step: float) -> list[list[list[str]]]:
    """Rows of cells whose lines "|" parts, 12 points from line to line and so many more from row to row."""
    text, top = set_lines([list(zip(STARTS, HEADS, strict=True))], 100), 120.0
    for row in rows:
        cells = [cell.split("|") for cell in row]
        high = max(map(len, cells))
        lines = [[(x, c[n]) for x, c in zip(STARTS, cells, strict=True) if n < len(c)] for n in range(high)]
        text += set_lines(lines, top)
        top += 12 * high + step
    return [texts(grid, text) for grid in gaps.grids(phrases.rows(text), ())]


def test_the_second_line_of_a_value_opened_a_row_of_its_own() -> None:
    """Of five measures nine were read, the second lines of their values as figures of nobody."""
    whole = [[cell.replace("|", "").replace(" ", "") for cell in row] for row in WRAPPED]
    assert told(WRAPPED, 8) == [[[*HEADS], *whole]]


@pytest.mark.parametrize(
    "rows",
    [
        [("Homes", "40", "41", "42"), ("Trees", "1", "2", "3"), ("Parks", "4", "5", "6")],
        [("Homes let (all|kinds)", "40", "41", "42"), ("of which new", "", "12", ""), ("Parks", "4", "5", "6")],
    ],
    ids=["rows of one line", "a row with few figures"],
)  # fmt: skip
@pytest.mark.parametrize("step", [0, 8])
def test_rows_whose_values_do_not_go_on_stay_rows(rows: Rows, step: float) -> None:
    (found,) = told(rows, step)
    assert [row[2] for row in found[1:]] == [row[2] for row in rows]


def test_a_value_goes_on_also_where_rows_stand_no_farther_apart_than_lines() -> None:
    """`76.4% (Q1` and `(2014-15)` below `62.0%` were figures of two measures."""
    rows = [
        ("Places for two|year olds", "62.0%|(2015)", "50", "76.4% (Q1|2016-17)"),
        ("Families", "40", "41", "42"),
    ]
    (found,) = told(rows, 0)
    assert found[1:] == [
        ["Placesfortwoyearolds", "62.0%(2015)", "50", "76.4%(Q12016-17)"],
        ["Families", *["40", "41", "42"]],
    ]
