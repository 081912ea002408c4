"""Cells of a form that list all statuses with a box before each, one of them ticked: `☐ Completed ☒ In progress`. They
say what the tick stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from normalise.language import phrases
from parsers.block import Block, Cell, Line, Table

#: also the letters of symbol fonts that look so
EMPTY, TICKED = "☐□▢⬜◻\uf0a8\uf06f\uf0a3", "☑☒⊠■✅⬛◼✓✔✗✘\uf0fe\uf0fd\uf052\uf053\uf054"
CHOICE = re.compile(rf"(?P<box>[{EMPTY}{TICKED}])\s*(?P<words>[^{EMPTY}{TICKED}]+)")
LEAST = 2  # boxes before names of statuses
ROWS = 2  # of a table of rows; of one alone the boxes may be a key's


def told(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with such cells as what is chosen in them; nothing where no box is ticked, as printed where several
    are."""
    for block in blocks:
        if not isinstance(block, Table) or block.rows < ROWS or not any(map(_lists, block.cells)):
            yield block
            continue
        yield replace(block, cells=tuple(_chosen(cell) if _lists(cell) else cell for cell in block.cells))


def _lists(cell: Cell) -> bool:
    """True for a cell that is nothing but boxes and names, some of which are those of statuses."""
    if not any(box in cell.text for box in EMPTY):
        return False
    choices = _choices(cell.text)
    named = sum(phrases.status_of(words) is not None for _, words in choices)
    whole = not CHOICE.sub("", cell.text).strip()
    return whole and named >= LEAST and sum(box in TICKED for box, _ in choices) < LEAST


def _choices(text: str) -> list[tuple[str, str]]:
    return [(found["box"], " ".join(found["words"].split())) for found in CHOICE.finditer(text)]


def _chosen(cell: Cell) -> Cell:
    words = next((words for box, words in _choices(cell.text) if box in TICKED), "")
    return replace(cell, text=words, lines=tuple(_lines(cell.lines, words)), marks=())


def _lines(lines: Sequence[Line], words: str) -> Iterator[Line]:
    """The line on which the words begin, with nothing else."""
    line = next((one for one in lines if words and any(box in one.text for box in TICKED)), None)
    if line is not None:
        yield line._replace(text=words, label="")
