"""A page's ink in the cells of its tables."""

from __future__ import annotations

from dataclasses import replace

from parsers.cells import handing
from parsers.cells.cell import Seen, SeenTable
from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Drawing, Fill
from tests.parsers.printing import WHITE, page, style, tokens

GRID = Grid(
    (40.0, 300.0, 560.0), (40.0, 80.0, 120.0), tuple(Span(r, c, 1, 1) for r in (0, 1) for c in (0, 1))
)


def settled(*drawings: Drawing) -> list[Seen]:
    """A table of two columns with white words in its first cell, on what is drawn there."""
    table = SeenTable(1, GRID, "unruled", [Seen(span, GRID.box_of(span)) for span in GRID.cells])
    printed = [*tokens("Priority 3", 50, 55, style(colour=WHITE)), *tokens("3.1 Act", 50, 95)]
    handing.hand_out(replace(page(printed), drawings=drawings), [table])
    table.settle()
    return table.cells


def test_white_words_on_a_band_with_round_corners_over_several_cells_can_be_read() -> None:
    """The band was a sign of the cell that its middle stands in, and the words in the first one were unseen."""
    first = settled(Drawing(Box(45, 45, 555, 75), "square", "band", "#3b1d60", None))[0]
    assert ([line.text for line in first.lines], list(first.hidden)) == (["Priority 3"], [])


def test_white_words_beside_a_sign_of_their_cell_stay_unseen() -> None:
    first = settled(Drawing(Box(200, 50, 230, 70), "square", "sign", "#3b1d60", None))[0]
    assert not first.lines


def given(*fills: Fill) -> list[int]:
    """How many signs fills are in each cell of the first row of a table of three columns, two of them narrow."""
    grid = Grid((40.0, 300.0, 335.0, 370.0), (40.0, 80.0), tuple(Span(0, c, 1, 1) for c in range(3)))
    table = SeenTable(1, grid, "ruled", [Seen(span, grid.box_of(span)) for span in grid.cells])
    handing.hand_out(page(tokens("Act", 50, 55), (), fills), [table])
    return [len(cell.marks) for cell in table.cells]


def test_what_a_page_s_end_left_of_a_shaded_row_is_no_sign_in_its_narrow_cells() -> None:
    """A row of nothing but two squares was an indicator that nobody printed."""
    edges = ((40, 300), (300, 335), (335, 370))
    assert given(*(Fill(Box(a, 40, b, 41.7), "#9db8d9") for a, b in edges)) == [0, 0, 0]


def test_a_bar_in_a_narrow_cell_stays_a_sign() -> None:
    assert given(Fill(Box(310, 58, 325, 60.5), "#9db8d9")) == [0, 1, 0]
