"""Rows that no rule parts, counted by the numbers in their first column."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers import layout
from parsers.block import Table
from parsers.text import wording
from tests.parsers.printing import lattice, page, tokens

XS, YS = (50.0, 100.0, 300.0, 500.0), (100.0, 120.0, 300.0)
TOPS = (125.0, 185.0, 245.0)


def rows_of(numbers: Sequence[str], tops: Sequence[float], beside: Sequence[float] = TOPS) -> list[list[str]]:
    """The rows of a table of one frame below its headings; each action has two lines."""
    text = [
        t for x, word in zip(XS, ("No", "Action", "Lead"), strict=False) for t in tokens(word, x + 4, 105)
    ]
    for number, top in zip(numbers, tops, strict=True):
        text += tokens(number, XS[0] + 4, top)
    for name, top in zip(("Build", "Mend", "Paint"), beside, strict=True):
        text += [*tokens(f"{name} the old", XS[1] + 4, top), *tokens("town hall", XS[1] + 4, top + 12)]
        text += tokens(f"{name} team", XS[2] + 4, top)
    (table,) = layout.see(page(text, lattice(XS, YS))).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    return [[c.text for c in table.cells if c.row == row] for row in range(table.rows)]


READ = [[f"{name} the old\ntown hall", f"{name} team"] for name in ("Build", "Mend", "Paint")]


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("1.", "2.", "3."), ("A1.4", "A1.5", "A1.6")])
def test_numbers_below_each_other_in_one_cell_open_a_row_each(numbers: Sequence[str]) -> None:
    assert rows_of(numbers, TOPS)[1:] == [[number, *row] for number, row in zip(numbers, READ, strict=True)]


@pytest.mark.parametrize(
    ("numbers", "tops"),
    [
        (("1", "2", "3"), (125.0, 137.0, 149.0)),
        (("3", "7", "9"), TOPS),
        (("May", "June", "July"), TOPS),
        (("1", "2", "3"), (125.0, 165.0, 225.0)),
    ],
    ids=["a list", "figures", "words", "no text level with them"],
)
def test_other_lines_of_a_first_column_open_none(numbers: Sequence[str], tops: Sequence[float]) -> None:
    assert len(rows_of(numbers, tops)) == 2


def test_a_text_that_runs_over_the_next_number_keeps_the_row_whole() -> None:
    assert len(rows_of(("1", "2", "3"), TOPS, (125.0, 179.0, 245.0))) == 2
