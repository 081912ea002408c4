"""Rests of merged cells at the head of a page, where no rule parts them from the cells below."""

from __future__ import annotations

import pytest

from parsers.grids.grid import Grid, Span
from parsers.page import Token
from parsers.stacks import rests
from tests.parsers.printing import tokens

XS, YS = (50.0, 150.0, 300.0, 450.0), (100.0, 130.0, 190.0, 250.0)
#: a cell merged over three rows, whose text belongs to the lower two
CELLS = (Span(0, 0, 3, 1), *(Span(row, col, 1, 1) for row in range(3) for col in (1, 2)))
GRID = Grid(XS, YS, tuple(sorted(CELLS)))


def placed(*texts: tuple[str, float, float]) -> list[Token]:
    return [token for text, x, top in texts for token in tokens(text, x, top)]


TOP = placed(
    ("of the plan", 154, 104), ("agreed", 304, 104),
    ("Find land", 154, 134), ("begun", 304, 134),
    ("Mend roads", 154, 194), ("done", 304, 194),
)  # fmt: skip


def spans(text: list[Token]) -> list[tuple[int, int]]:
    return [(s.row, s.row_span) for s in rests.parted(GRID, [*TOP, *text]).cells if s.col == 0]


def test_the_rest_of_a_merged_cell_is_apart_from_the_text_that_begins_with_a_lower_row() -> None:
    assert spans(placed(("1 Homes", 54, 134))) == [(0, 1), (1, 2)]


@pytest.mark.parametrize("top", [104.0, 160.0], ids=["in its first row", "beside no row's first line"])
def test_a_merged_cell_s_text_keeps_it_whole(top: float) -> None:
    assert spans(placed(("1 Homes", 54, top))) == [(0, 3)]


def test_a_merged_cell_set_to_its_middle_is_whole() -> None:
    middle = [t._replace(box=t.box._replace(top=t.box.top + 21, bottom=t.box.bottom + 21)) for t in TOP]
    centred = rests.parted(GRID, [*middle, *placed(("1 Homes", 54, 155))])
    assert centred == GRID


def test_a_heading_at_the_foot_of_its_cell_beside_headings_of_two_levels_keeps_it_whole() -> None:
    over = Span(0, 1, 1, 2)
    grid = GRID._replace(cells=(CELLS[0], over, *(s for s in CELLS[1:] if s.row)))
    text = [*TOP, *placed(("Ref", 54, 134))]
    assert rests.parted(grid, text) == grid


def test_a_text_level_with_a_lower_row_belongs_to_all_where_its_column_is_set_to_the_middle() -> None:
    """Of three rows with one target, printed by a word processor from a web page, the first had none."""
    ys = (*YS, 280.0, 310.0)
    lower = (Span(3, 0, 2, 1), *(Span(row, col, 1, 1) for row in (3, 4) for col in (1, 2)))
    grid = Grid(XS, ys, tuple(sorted((*CELLS, *lower))))
    rows = placed(("Sow", 154, 254), ("sown", 304, 254), ("Reap", 154, 284), ("late", 304, 284))
    text = [*TOP, *rows, *placed(("1 Homes", 54, 134), ("2 Parks", 54, 275))]
    assert rests.parted(grid, text) == grid
