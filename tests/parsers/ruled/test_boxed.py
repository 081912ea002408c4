"""Rows of figures below a head that alone is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.ruled import eye as ruled
from tests.parsers.printing import lattice, page, tokens
from tests.parsers.stacks.test_eye import texts

XS = (50.0, 150.0, 210.0, 270.0)
HEAD = ("State", "2005", "2006 r")
ROWS = [("Maine....", "1,204", "98.1"), ("Utah....", "(NA)", "-0.4"), ("Ohio....", "77", "3.0")]


def seen(head: Sequence[str], rows: Sequence[Sequence[str]], gap: float = 10) -> list[list[list[str]]]:
    """A head in a box, and lines that far below it."""
    text = [token for x, words in zip(XS, head, strict=False) for token in tokens(words, x + 4, 104)]
    for k, row in enumerate(rows):
        for x, words in zip(XS, row, strict=False):
            text += tokens(words, x + 4, 118 + gap + 12 * k)
    found = ruled.tables(page(text, lattice(XS, (100, 118))))
    return [texts(table.grid, text) for table in found]


def test_rows_that_hang_below_a_head_in_a_box_are_of_its_table() -> None:
    assert seen(HEAD, ROWS) == [[["State", "2005", "2006r"], *map(list, ROWS)]]


def test_rows_far_below_a_box_are_not_of_its_table() -> None:
    assert seen(HEAD, ROWS, gap=60) == [[["State", "2005", "2006r"]]]


def test_lines_below_a_row_of_figures_in_a_box_are_not_of_its_table() -> None:
    assert seen(("Total", "1,281", "100.7"), ROWS) == [[["Total", "1,281", "100.7"]]]


def test_texts_below_a_head_in_a_box_are_not_of_its_table() -> None:
    prose = [
        ("The bureau revised", "all series", "in May"),
        ("of the survey", "for 2005", "and June"),
        ("and 2006", "by hand", "as usual"),
    ]
    assert seen(HEAD, prose) == [[["State", "2005", "2006r"]]]
