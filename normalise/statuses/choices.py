"""Cells of a form that list all statuses with a box before each, one of them ticked: `☐ Completed ☒ In progress`. They
say what the tick stands before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from normalise.signs import boxed
from parsers.block import Block, Cell, Line, Table

ROWS = 2  # of a table of rows; of one alone the boxes may be a key's


def told(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with such cells as what is chosen in them; nothing where no box is ticked, as printed where several
    are."""
    for block in blocks:
        if (
            not isinstance(block, Table)
            or block.rows < ROWS
            or not any(boxed.are_statuses(c.text) for c in block.cells)
        ):
            yield block
            continue
        yield replace(
            block, cells=tuple(_chosen(c) if boxed.are_statuses(c.text) else c for c in block.cells)
        )


def _chosen(cell: Cell) -> Cell:
    words = boxed.chosen(cell.text)
    return replace(cell, text=words, lines=tuple(_lines(cell.lines, words)), marks=())


def _lines(lines: Sequence[Line], words: str) -> Iterator[Line]:
    """The line on which the words begin, with nothing else."""
    line = next((one for one in lines if words and any(box in one.text for box in boxed.TICKED)), None)
    if line is not None:
        yield line._replace(text=words, label="")
