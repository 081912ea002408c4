"""Headings that shading alone draws around a ruled grid."""

from __future__ import annotations

from itertools import pairwise

from parsers import shading
from parsers.geometry import Box
from parsers.grid import Grid, Span
from parsers.page import Fill, Token

from .printing import tokens

XS, YS = (50.0, 150.0, 250.0, 350.0), (100.0, 130.0, 160.0, 190.0)
DARK = "#1f4f78"
GRID = Grid(XS, YS, tuple(Span(row, col, 1, 1) for row in range(3) for col in range(3)))


def band(top: float, bottom: float, x0: float = XS[0], x1: float = XS[-1]) -> Fill:
    return Fill(Box(x0, top, x1, bottom), DARK)


def headings(*words: str, top: float = 84) -> list[Token]:
    return [c for x, word in zip(XS, words, strict=False) for c in tokens(word, x + 4, top)]


NAMES = headings("Action", "Lead", "RAG")


def test_a_painted_row_of_headings_on_a_grid_is_its_first_row() -> None:
    painted = [band(80, 100, a, b) for a, b in pairwise(XS)]
    for fills in (painted, [band(80, 100)]):
        grid = shading.completed(GRID, fills, NAMES)
        assert grid.ys == (80, *YS)
        assert grid.cells[:3] == tuple(Span(0, col, 1, 1) for col in range(3)) and len(grid.cells) == 12


def test_a_painted_title_on_a_grid_is_no_row() -> None:
    title = tokens("Priority One: children and young people", 54, 84)
    assert shading.completed(GRID, [band(80, 100)], title) == GRID
    assert shading.completed(GRID, [band(80, 100)], headings("Title")) == GRID


def test_shading_that_stops_short_or_stands_apart_is_no_row() -> None:
    assert shading.completed(GRID, [band(80, 100, 50, 240)], NAMES) == GRID
    assert shading.completed(GRID, [band(70, 90)], NAMES) == GRID


MERGED = GRID._replace(
    cells=(Span(0, 0, 1, 1), Span(0, 1, 2, 1), Span(0, 2, 2, 1), *GRID.cells[3:4], *GRID.cells[6:])
)


def test_painted_headings_without_a_rule_below_are_no_part_of_the_first_row() -> None:
    """A repeated heading whose row goes on over the page break was read as that row's text."""
    assert shading.completed(MERGED, [band(100, 130)], NAMES) == GRID


def test_stripes_part_no_merged_cell() -> None:
    assert shading.completed(MERGED, [band(100, 130), band(160, 190)], NAMES) == MERGED


#: of three rows the one in the middle has no colour, but for its rating in the last column
STRIPED = GRID._replace(cells=(*GRID.cells[:3], Span(1, 0, 1, 2), Span(1, 2, 1, 1), *GRID.cells[6:]))


def test_the_cells_of_a_row_between_two_stripes_were_one() -> None:
    assert shading.striped(STRIPED, headings("1.2 Mend roofs", "Ann", top=140)) == GRID


def test_a_heading_between_two_stripes_stays_whole() -> None:
    title = tokens("Priority One: children and young people", 54, 140)
    assert shading.striped(STRIPED, title) == STRIPED
    assert shading.striped(STRIPED, headings("Priority One", top=140)) == STRIPED


def test_a_row_beside_another_that_is_not_parted_stays_whole() -> None:
    wide = STRIPED._replace(cells=(*STRIPED.cells[:5], Span(2, 0, 1, 2), Span(2, 2, 1, 1)))
    assert shading.striped(wide, headings("1.2 Mend roofs", "Ann", top=140)) == wide
