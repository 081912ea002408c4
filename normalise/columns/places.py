"""The places of a table's grid, and the cell that covers each: a merged cell covers several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parsers.block import Cell

#: cells by row and column, both from 0
Places = Mapping[tuple[int, int], Cell]


def places(cells: Iterable[Cell]) -> Places:
    """Each place that a cell covers; where two do, the first has it."""
    covered: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for col in range(cell.col, cell.col + cell.col_span):
                covered.setdefault((row, col), cell)
    return covered
