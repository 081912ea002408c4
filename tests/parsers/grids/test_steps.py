"""Rows that only the sides of their cells draw."""

from __future__ import annotations

from itertools import pairwise

from parsers.grids import steps
from parsers.grids.grid import Grid, Span
from parsers.page import Rule

XS, YS = (50.0, 150.0, 300.0, 450.0), (100.0, 120.0, 260.0)
GRID = Grid(XS, YS, tuple(Span(row, col, 1, 1) for row in range(2) for col in range(3)))


def sides(*heights: float, columns: tuple[float, ...] = XS) -> list[Rule]:
    return [Rule(x, a, x, b, 0.5, "#000000") for x in columns for a, b in pairwise(heights)]


def test_a_row_ends_where_the_sides_of_all_columns_do() -> None:
    """Vertical rules and stripes: ten of 43 actions were found, and no finding told of the others."""
    found = steps.parted(GRID, sides(100, 120, 160, 200, 260), ())
    assert found.ys == (100, 120, 160, 200, 260)
    assert len(found.cells) == 12


def test_rules_that_run_whole_part_no_rows() -> None:
    assert steps.parted(GRID, sides(100, 260), ()) == GRID


def test_sides_that_end_in_some_columns_alone_part_no_rows() -> None:
    cut = [*sides(100, 260, columns=XS[:2]), *sides(100, 120, 160, 260, columns=XS[2:])]
    assert steps.parted(GRID, cut, ()) == GRID


def test_a_merged_cell_keeps_its_rows_together() -> None:
    merged = Grid(XS, YS, (*GRID.cells[:3], Span(1, 0, 1, 2), Span(1, 2, 1, 1)))
    assert steps.parted(merged, sides(100, 120, 160, 260), ()) == merged


FRAME = Grid((50.0, 450.0), (100.0, 120.0, 260.0), (Span(0, 0, 1, 1), Span(1, 0, 1, 1)))


def test_a_row_of_a_frame_ends_where_both_its_sides_do() -> None:
    found = steps.of_frame(FRAME, sides(100, 120.5, 160, 200, 260, columns=FRAME.xs))
    assert (found.ys, len(found.cells)) == ((100, 120, 160, 200, 260), 4)


def test_sides_of_a_frame_in_one_piece_or_of_which_one_ends_alone_part_no_rows() -> None:
    for left in ((100, 260), (100, 160, 260)):
        drawn = [*sides(*left, columns=FRAME.xs[:1]), *sides(100, 260, columns=FRAME.xs[1:])]
        assert steps.of_frame(FRAME, drawn) is FRAME


def test_the_outermost_sides_may_be_left_out() -> None:
    found = steps.parted(GRID, sides(100, 120, 160, 260, columns=XS[1:-1]), ())
    assert found.ys == (100, 120, 160, 260)
