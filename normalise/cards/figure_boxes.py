"""Indicators in boxes of large figures: the name in one, beside it those of a time each, with several figures on one
line and what each is on the lines below, `31.20 28.00` over `Performance Target` over `(2023/24) (2024/25)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.cards.boxes import one_row
from normalise.cards.card import Card, Pair, named
from normalise.language import values, vocabulary
from parsers.block import Block, Cell, Line, Table

LEAST = 2  # such boxes: one may be anything
FEWEST = 2  # figures in a box
TIME = re.compile(r"\([^()]*\)")
#: the line above a name that says which indicator it is: `Indicator #1`
NUMBERED = re.compile(r"(?P<item>[^\W\d]+)\s*(?:#|no\.?)?\s*(?P<ref>\d{1,3})\s*[.:]?", re.IGNORECASE)
KNOWN = ("latest", "target", "previous", "baseline")


def laid(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each such row of boxes as a table of a header and one row, where there are several."""
    found = {id(b): pairs for b in blocks if isinstance(b, Table) and b.rows == 1 and (pairs := _pairs(b))}
    if len(found) < LEAST:
        return tuple(blocks)
    return tuple(
        one_row(Card(found[id(b)]), b) if isinstance(b, Table) and id(b) in found else b for b in blocks
    )


def _pairs(table: Table) -> list[Pair]:
    """The name and the figures of a row of boxes with what each is; none for any other row."""
    cells = [c for c in table.cells if c.text]
    if len(cells) < 2 or any(c.marks for c in cells):
        return []
    figures = [_figures(c, table.page) for c in cells[1:]]
    name = _name(cells[0], table.page)
    return [*name, *(pair for own in figures for pair in own)] if name and all(figures) else []


def _name(cell: Cell, page: int) -> list[Pair]:
    """The indicator's name, below the line that numbers it."""
    told = NUMBERED.fullmatch(cell.lines[0].text.strip()) if len(cell.lines) > 1 else None
    if told is None or vocabulary.role_of(told["item"]) != "indicator":
        return []
    first, *rest = cell.lines
    text = " ".join(line.text for line in rest)
    ref = _of_line(first, told["ref"], len("".join(first.text.split())))
    ink = cell.chars - ref.chars
    return [
        *named("Ref", ref, page),
        *named("Indicator", Cell(0, 0, 1, 1, text, cell.box, tuple(rest), chars=ink), page),
    ]


def _figures(cell: Cell, page: int) -> list[Pair]:
    """The figures of a box by what stands below them; none where these are not as many, or not known."""
    at = next((k for k, line in enumerate(cell.lines) if all(map(_is_figure, line.text.split()))), None)
    if at is None or len(cell.lines) != at + 3 or at > 1:
        return []
    shown, what, times = (line.text for line in cell.lines[at:])
    told, said, spans = shown.split(), what.split(), TIME.findall(times)
    if not FEWEST <= len(told) == len(said) == len(spans) or TIME.sub("", times).strip():
        return []
    if any(vocabulary.role_of(word) not in KNOWN for word in said):
        return []
    rest = cell.chars - sum(map(len, told))
    heads = (f"{word} {span}" for word, span in zip(said, spans, strict=True))
    boxes = [_of_line(cell.lines[at], figure, len(figure)) for figure in told]
    return [
        Pair(Cell(0, 0, 1, 1, head, cell.box, chars=0 if k else rest), page, [box])
        for k, (head, box) in enumerate(zip(heads, boxes, strict=True))
    ]


def _is_figure(text: str) -> bool:
    return any(map(str.isdigit, text)) and values.reading("", text).kind == "number"


def _of_line(line: Line, text: str, chars: int) -> Cell:
    """A part of a line as a cell, in the line's place."""
    return Cell(0, 0, 1, 1, text, line.box, (line._replace(text=text, label=""),), chars=chars)
