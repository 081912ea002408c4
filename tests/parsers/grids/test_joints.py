"""Columns that only the joints of rules draw."""

from __future__ import annotations

from itertools import pairwise

from parsers.geometry import Box
from parsers.grids import joints
from parsers.grids.grid import Grid, Span, grids
from parsers.page import Rule, Token
from tests.parsers.printing import across, down, tokens

EDGES = (100.0, 120.0, 220.0, 300.0)  # of the columns that stand in the second cell of each row
LEVELS = (100.0, 130.0, 160.0, 190.0)
HEADS = (("No", 104.0), ("Action", 124.0), ("Lead", 224.0))


def framed(edges: tuple[float, ...] = EDGES) -> list[Rule]:
    """Rules of a frame with one upright rule, and pieces with those edges below the rows of what stands right of it."""
    frame = [across(LEVELS[0], 40, 300), across(LEVELS[-1], 40, 300)]
    frame += [down(x, LEVELS[0], LEVELS[-1]) for x in (40.0, 100.0, 300.0)]
    return frame + [across(y, a, b) for y in LEVELS[1:-1] for a, b in pairwise(edges)]


def words(*rows: tuple[tuple[str, float], ...]) -> list[Token]:
    return [word(text, x, y + 8) for y, row in zip(LEVELS, rows, strict=False) for text, x in row]


def word(text: str, x: float, top: float) -> Token:
    (first, *_) = tokens(text, x, top)
    return Token(text, Box(x, top, x + 5 * len(text), first.box.bottom), first.style)


def read(rules: list[Rule], text: list[Token]) -> Grid:
    (grid,) = grids(rules)
    return joints.parted(grid, rules, text)


ROW = (("1", 104.0), ("Buy land", 124.0), ("Ann", 224.0))


def test_cells_of_a_table_inside_a_cell_are_parted_where_the_pieces_of_its_rules_meet() -> None:
    grid = read(framed(), words(HEADS, ROW, ROW))
    assert grid.xs == (40, 100, 120, 220, 300)
    assert [span for span in grid.cells if span.row == 1 and span.col] == [
        Span(1, 1, 1, 1),
        Span(1, 2, 1, 1),
        Span(1, 3, 1, 1),
    ]


def test_a_joint_keeps_out_of_the_way_of_a_heading_that_stands_over_it() -> None:
    heads = (("No", 116.0), ("Action", 140.0), ("Lead", 224.0))
    row = (("1", 104.0), ("Buy land", 134.0), ("Ann", 224.0))
    grid = read(framed(), words(heads, row, row))
    assert 124 < grid.xs[2] <= 134


def test_words_that_run_across_the_joints_are_one_cell_s() -> None:
    running = (("a note that runs on over all of the cell", 104.0),)
    (grid,) = grids(framed())
    assert read(framed(), words(HEADS, running, running)) == grid


def test_pieces_that_meet_elsewhere_below_each_row_are_dashes() -> None:
    rules = [*framed(), across(175, 100, 160), across(175, 160, 300)]
    (grid,) = grids(rules)
    assert joints.parted(grid, rules, words(HEADS, ROW, ROW)) == grid


def test_one_joint_parts_columns_where_it_is_the_same_below_many_rows() -> None:
    """Key activities and plans, between which a table had no upright rule, ran together without a finding."""
    levels = [100.0 + 30 * k for k in range(7)]
    frame = [across(levels[0], 40, 300), across(levels[-1], 40, 300)]
    frame += [down(x, levels[0], levels[-1]) for x in (40.0, 220.0, 300.0)]
    joint = (119.4, 119.6, 119.5, 119.7, 119.3)  # as rounding has it
    pieces = [
        across(y, a, b)
        for y, at in zip(levels[1:-1], joint, strict=True)
        for a, b in pairwise((40.0, at, 220.0))
    ]
    text = [
        word(said, x, y + 8)
        for y in levels[:-1]
        for said, x in (("1.1 Homes", 44.0), ("Plan", 124.0), ("B", 230.0))
    ]
    (grid,) = grids([*frame, *pieces])
    assert joints.parted(grid, [*frame, *pieces], text).xs[1] in joint
    moved = [across(levels[3], 40, 100), across(levels[3], 100, 220)]
    others = [*(p for p in pieces if p.top != levels[3]), *moved]
    assert joints.parted(grid, [*frame, *others], text) == grid
