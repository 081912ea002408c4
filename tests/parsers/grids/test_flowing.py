"""Texts of merged cells that run over the ends of rows which the sides of cells alone draw."""

from __future__ import annotations

from itertools import pairwise

from parsers.grids import steps
from parsers.grids.grid import Grid, Span
from parsers.page import Rule, Token
from tests.parsers.printing import tokens

XS, YS = (50.0, 150.0, 300.0, 450.0), (100.0, 118.0, 148.0, 166.0)
GRID = Grid(XS, (YS[0], YS[-1]), tuple(Span(0, col, 1, 1) for col in range(3)))
SIDES = [Rule(x, a, x, b, 0.5, "#000000") for x in XS for a, b in pairwise(YS)]


def printed(texts: dict[tuple[int, int], str], step: float = 12.0) -> list[Token]:
    """Texts by row and column, each with air above it in its row."""
    return [
        token
        for (row, col), text in texts.items()
        for n, line in enumerate(text.split("|"))
        for token in tokens(line, XS[col] + 4, YS[row] + 4 + n * step)
    ]


ROWS = {
    (0, 1): "Draw it",
    (1, 1): "Hang lamps|in the park",
    (2, 1): "Paint posts",
    (0, 2): "Drawn",
    (1, 2): "Hung|in May",
    (2, 2): "Begun",
}


def test_an_activity_whose_lines_run_beside_several_rows_is_one_cell() -> None:
    """Its second line was a cell of the row below, as if that had an activity of its own and no lead."""
    found = steps.parted(GRID, SIDES, printed({(0, 0): "1.1 Light|the quay|and the park", **ROWS}))
    assert [s for s in found.cells if s.col == 0] == [Span(0, 0, 2, 1), Span(2, 0, 1, 1)]
    assert [s for s in found.cells if s.col == 1] == [Span(row, 1, 1, 1) for row in range(3)]


def test_texts_with_air_above_them_in_each_row_stay_apart() -> None:
    first = {(0, 0): "1.1 Light", (1, 0): "1.2 Pave", (2, 0): "1.3 Sweep"}
    assert len(steps.parted(GRID, SIDES, printed({**first, **ROWS})).cells) == 9


def test_rows_of_one_line_set_solid_stay_apart() -> None:
    """Where every column's lines follow each other alike nothing tells that one of them goes on."""
    ys = [100.0 + 12 * k for k in range(5)]
    sides = [Rule(x, a, x, b, 0.5, "#000000") for x in XS for a, b in pairwise(ys)]
    grid = GRID._replace(ys=(ys[0], ys[-1]))
    text = [t for y in ys[:-1] for x in XS[:-1] for t in tokens("Words", x + 4, y + 1)]
    assert len(steps.parted(grid, sides, text).cells) == 12


def test_texts_that_fill_their_cells_beside_short_ones_on_the_middle_stay_apart() -> None:
    """Three notes were the first row's, and the other rows had none."""
    notes = ("Work goes on|in May", "The hub|is open", "All trees|are planted")
    ys = [100.0 + 24 * k for k in range(4)]
    sides = [Rule(x, a, x, b, 0.5, "#000000") for x in XS for a, b in pairwise(ys)]
    text = [
        token
        for y, note in zip(ys, notes, strict=False)
        for n, line in enumerate(note.split("|"))
        for token in (*tokens(line, XS[0] + 4, y + 12 * n), *tokens("Done", XS[1] + 4, y + 6))
    ]
    grid = steps.parted(GRID._replace(ys=(ys[0], ys[-1])), sides, text)
    assert [s for s in grid.cells if s.col == 0] == [Span(row, 0, 1, 1) for row in range(3)]


def test_lines_that_stand_on_whole_pixels_and_paragraphs_of_one_cell_run_over_rows() -> None:
    """A browser's lines are 12 and 12.75 points apart: the rest of a plan was a plan of its own in the row below."""
    tops = {0: (104, 116, 128.75, 140.75, 152.75), 1: (104, 116, 130.25, 143, 155), 2: (104, 122, 152)}
    ys = (100.0, 118.0, 148.0, 178.0)
    sides = [Rule(x, a, x, b, 0.5, "#000000") for x in XS for a, b in pairwise(ys)]
    grid = GRID._replace(ys=(ys[0], ys[-1]))
    text = [t for col, own in tops.items() for y in own for t in tokens("Words", XS[col] + 4, y)]
    found = steps.parted(grid, sides, text)
    assert [s for s in found.cells if s.col < 2] == [Span(0, 0, 3, 1), Span(0, 1, 3, 1)]
    assert [s for s in found.cells if s.col == 2] == [Span(row, 2, 1, 1) for row in range(3)]
