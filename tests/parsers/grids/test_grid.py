"""Ruling lines to grids of cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.grids.grid import Edge, Grid, grids, joined
from parsers.page import Rule
from tests.parsers.printing import across, down, lattice

XS, YS = (50.0, 150.0, 250.0, 350.0), (100.0, 130.0, 160.0)


def only(rules: list[Rule]) -> Grid:
    (grid,) = grids(rules)
    return grid


def places(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [(c.row, c.col, c.row_span, c.col_span) for c in grid.cells]


PLAIN = [(row, col, 1, 1) for row in range(2) for col in range(3)]


def test_a_full_grid_has_a_cell_in_each_square() -> None:
    grid = only(lattice(XS, YS))
    assert (grid.xs, grid.ys) == (XS, YS)
    assert places(grid) == PLAIN


@pytest.mark.parametrize(
    "missing",
    [across(100, 50, 350), across(160, 50, 350), down(50, 100, 160), down(350, 100, 160)],
    ids=["top", "bottom", "left", "right"],
)
def test_a_missing_outer_rule_is_closed(missing: Rule) -> None:
    assert places(only([r for r in lattice(XS, YS) if r != missing])) == PLAIN


def test_a_cell_merged_over_two_rows() -> None:
    rules = [r for r in lattice(XS, YS) if r.top != 130 or not r.horizontal] + [across(130, 150, 350)]
    assert places(only(rules)) == [(0, 0, 2, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)]


def test_a_cell_merged_over_two_columns() -> None:
    rules = [r for r in lattice(XS, YS) if r.x0 != 150 or r.horizontal] + [down(150, 130, 160)]
    assert places(only(rules)) == [(0, 0, 1, 2), (0, 2, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)]


def test_a_cell_drawn_by_itself_in_the_middle_of_a_table_is_one_of_it() -> None:
    """A style draws the sides of every other row only, so that the cell touches no other rule."""
    ys = (*YS, 190.0)
    drawn = [across(y, 250, 350) for y in ys] + [
        across(100, 50, 350),
        down(50, 100, 190),
        down(350, 100, 190),
    ]
    drawn += [down(x, 100, 130) for x in (150, 250)] + [down(250, 160, 190)]
    box = [across(y, 150.4, 249.6) for y in (160, 190)] + [down(x, 160, 190) for x in (150.2, 246)]
    assert places(only([*drawn, *box])) != places(only(drawn))


def test_a_frame_in_a_cell_stays_one_by_itself() -> None:
    frame = lattice((170, 230), (110, 120))
    assert [len(grid.cells) for grid in grids([*lattice(XS, YS), *frame])] == [6, 1]


def test_a_rule_drawn_cell_by_cell_is_one_rule() -> None:
    pieces = [across(y, a, b) for y in YS for a, b in pairwise(XS)]
    pieces += [down(x, a, b) for x in XS for a, b in pairwise(YS)]
    assert places(only(pieces)) == PLAIN


def test_two_rules_side_by_side_are_one_border() -> None:
    double = lattice(XS, YS) + [r._replace(x0=r.x0 + 1.2, x1=r.x1 + 1.2) for r in lattice(XS, YS)]
    assert places(only(double)) == PLAIN


def test_an_underline_inside_a_cell_is_no_row() -> None:
    assert places(only([*lattice(XS, YS), across(118, 160, 230)])) == PLAIN


def test_dots_and_ticks_are_no_rules() -> None:
    assert places(only([*lattice(XS, YS), across(115, 50, 53), down(200, 100, 103)])) == PLAIN


def test_two_tables_on_a_page_are_two_grids_from_the_top_down() -> None:
    low = lattice(XS, [y + 300 for y in YS])
    assert [grid.ys[0] for grid in grids([*low, *lattice(XS, YS)])] == [100, 400]


def test_rules_that_cross_nothing_are_no_grid() -> None:
    assert grids([across(100, 50, 350), across(200, 50, 350)]) == []
    assert grids([]) == []


def test_a_frame_around_the_page_is_a_grid_of_its_own() -> None:
    frame = lattice((10.0, 590.0), (10.0, 790.0))
    inner, outer = sorted(grids([*frame, *lattice(XS, YS)]), key=lambda g: g.box.area)
    assert places(inner) == PLAIN
    assert places(outer) == [(0, 0, 1, 1)]


steps = st.lists(st.integers(12, 90), min_size=1, max_size=6)


@st.composite
def drawn(draw: st.DrawFn) -> list[Rule]:
    """The rules of a grid of which any pieces inside may be missing."""
    xs, ys = [50.0], [60.0]
    for step in draw(steps):
        xs.append(xs[-1] + step)
    for step in draw(steps):
        ys.append(ys[-1] + step)
    pieces = [across(ys[0], xs[0], xs[-1]), across(ys[-1], xs[0], xs[-1])]
    pieces += [down(xs[0], ys[0], ys[-1]), down(xs[-1], ys[0], ys[-1])]
    inner = [across(y, a, b) for y in ys[1:-1] for a, b in pairwise(xs)]
    inner += [down(x, a, b) for x in xs[1:-1] for a, b in pairwise(ys)]
    keep = draw(st.lists(st.booleans(), min_size=len(inner), max_size=len(inner)))
    return pieces + [piece for piece, kept in zip(inner, keep, strict=True) if kept]


@given(drawn())
def test_every_square_is_covered_by_exactly_one_cell(rules: list[Rule]) -> None:
    for grid in grids(rules):
        covered = [
            (row, col)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for col in range(cell.col, cell.col + cell.col_span)
        ]
        squares = [(row, col) for row in range(len(grid.ys) - 1) for col in range(len(grid.xs) - 1)]
        assert sorted(covered) == squares


@given(drawn())
def test_cells_come_in_row_order_and_inside_the_grid(rules: list[Rule]) -> None:
    for grid in grids(rules):
        assert list(grid.cells) == sorted(grid.cells)
        assert all(grid.box.grown(0.01).overlap(grid.box_of(c)) == grid.box_of(c).area for c in grid.cells)


@given(drawn(), st.randoms())
def test_the_order_in_which_rules_are_drawn_does_not_matter(rules: list[Rule], random: object) -> None:
    shuffled = list(rules)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert grids(shuffled) == grids(rules)


@given(
    st.lists(st.builds(Edge, st.integers(0, 400), st.integers(0, 300), st.integers(305, 600)), max_size=12)
)
def test_joining_edges_again_changes_nothing(edges: list[Edge]) -> None:
    once = joined(edges)
    assert len(once) <= len(edges)
    covered = {e.at for e in once}
    assert all(any(abs(e.at - at) <= 4 for at in covered) for e in edges)
