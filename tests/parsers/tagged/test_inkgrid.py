"""Cells that are known by their ink, laid in a grid."""

from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.tagged.inkgrid import InkCell, laid
from tests.parsers.printing import page


def row(top: float, *spans: int | None) -> list[InkCell]:
    """Cells of three columns that are 100 points wide."""
    return [InkCell(Box(40 + 100 * k, top, 100 + 100 * k, top + 10), 1, span) for k, span in enumerate(spans)]


def test_spans_that_count_another_table_s_columns_too_put_no_two_cells_in_one_place() -> None:
    """A word processor made one table of two that touch: each cell spans two columns, and three texts were one."""
    made = laid(page(), [row(50, 2, 2, 2), row(80, 2, 2, 2)])
    assert made is not None
    assert [[(s.col, s.col_span) for s in spans] for spans in made[1]] == [[(0, 1), (1, 1), (2, 1)]] * 2


def test_a_span_wider_than_the_page_shows_counts_for_a_row_of_one_text() -> None:
    made = laid(page(), [row(50, 1, 1, 1), row(80, 6)])
    assert made is not None
    assert [(s.col, s.col_span) for s in made[1][1]] == [(0, 3)]


def worded(top: float, *cells: tuple[int, float]) -> list[InkCell]:
    """Cells by their places among all of their row, and how wide their texts are; columns begin 100 points apart."""
    return [
        InkCell(Box(40 + 100 * at, top, 40 + 100 * at + wide, top + 10), None, None, at) for at, wide in cells
    ]


HEADS = worded(50, (0, 30), (1, 30), (2, 30), (3, 30))


@pytest.mark.parametrize("beside", [True, False])
def test_a_word_wider_than_its_column_does_not_move_what_stands_right_of_it(beside: bool) -> None:
    """It was taken for a cell of two columns: the texts behind it stood one column too far right, without a finding."""
    filled = [(0, 60), (1, 104), (2, 50), (3, 60)]
    wide = worded(80, *(cell for cell in filled if beside or cell[0] != 2))
    made = laid(page(), [HEADS, wide, worded(110, (0, 60), (1, 60), (2, 60), (3, 60))])
    assert made is not None
    assert [(s.col, s.col_span) for s in made[1][1]] == [(c.place, 1) for c in wide]


def test_a_text_beside_an_empty_cell_ends_before_the_next_column() -> None:
    """`Communications Manager` wrapped in its column, and was two leads where no neighbour showed its end."""
    empty = [worded(80 + 30 * k, (0, 60), (1, 90), (3, 60)) for k in range(2)]
    made = laid(page(), [HEADS, *empty])
    assert made is not None
    assert [[(s.col, s.col_span) for s in spans] for spans in made[1][1:]] == [[(0, 1), (1, 1), (3, 1)]] * 2
    assert 230 < made[0].xs[2] < 240


def test_a_merged_cell_whose_span_no_tag_tells_still_covers_its_columns() -> None:
    merged = worded(80, (0, 60), (1, 190))
    last = InkCell(Box(340, 80, 380, 90), None, None, 2)
    made = laid(page(), [HEADS, [*merged, last], worded(110, (0, 60), (1, 60), (2, 60), (3, 60))])
    assert made is not None
    assert [(s.col, s.col_span) for s in made[1][1]] == [(0, 1), (1, 2), (3, 1)]
