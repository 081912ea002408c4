"""Cells that are known by their ink, laid in a grid."""

from __future__ import annotations

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
