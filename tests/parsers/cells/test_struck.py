"""Lines drawn through the text of a cell."""

from __future__ import annotations

import pytest

from parsers import document
from parsers.block import Table
from parsers.cells.struck import STRUCK
from tests.parsers.printing import pdf, ruled_table

DRAWN = ruled_table([["Action", "Progress"], ["Plant trees", "On 30 May"], ["Mend benches", "Begun"]])


def doubts(more: str) -> dict[str, str]:
    """What is doubted of each cell; texts stand 4 points inside it, their feet 14 points below its upper edge."""
    table = next(b for b in document.read(pdf(f"{DRAWN}\n{more}")).blocks if isinstance(b, Table))
    return {cell.text: cell.doubt for cell in table.cells}


def test_a_line_through_a_cell_s_text_is_told() -> None:
    told = doubts("0.6 w 44 659 m 94 659 l S")
    assert told.pop("Plant trees") == STRUCK
    assert set(told.values()) == {""}


def test_a_line_through_one_word_is_told() -> None:
    assert doubts("0.6 w 72 659 m 94 659 l S")["Plant trees"] == STRUCK


@pytest.mark.parametrize(
    "line",
    [
        "0.6 w 44 654 m 94 654 l S",  # underlines
        "0.6 w 110 659 m 150 659 l S",  # stands behind the text
        "0.6 w 44 645 m 94 645 l S",  # stands below it
        "1 1 1 RG 0.6 w 44 659 m 94 659 l S",  # cannot be seen
    ],
)
def test_a_line_beside_a_cell_s_text_strikes_nothing(line: str) -> None:
    assert set(doubts(line).values()) == {""}
