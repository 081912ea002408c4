"""Documents of any tables: drawn from a seed without regard to sense, and those of real ones with something changed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from bench.invented.words import words
from parsers import Parsed
from parsers.block import Block, Cell, Table
from parsers.geometry import Box
from tests.normalise.building import (
    ABOVE,
    AMBER,
    BESIDE,
    BLUE,
    GREEN,
    GREY,
    RED,
    Shown,
    Square,
    document,
    filled,
    glyph,
    heading,
    paragraph,
    shape,
    table,
    with_text,
)

HEADS = words("heads")
MAIN = {"action": ("action", "status", "progress"), "indicator": ("name", "target", "status")}
SAID = (
    "Buy land", "Ann Archer", "On track", "Complete", "Not started", "Late but recoverable", "G", "A", "R", "●", "✓",
    "-", "1.", "1.1 Homes", "2.3", "(b)", "30/06/26", "March 2026", "82", "97.4%", "£1.2m", "n/a", "Key", "Key: ● Done",
    "Total", "Priority 1: Homes", "and goes on", "Began in\nMay and\ngoes on", "• one\n• two", "Page 2 of 9",
    "Key: G = On track", "–",
)  # fmt: skip
LABELS = ("Action: Buy land", "Lead: Ann Archer", "Status: On track", "Progress: It began", "1.2 Buy land")
COLOURS = (GREEN, AMBER, RED, BLUE, GREY)
KINDS, WEIGHTS = ("cells", "head", "one", "band", "blank"), (6, 0.7, 1, 1, 0.5)
READERS = ("ruled", "ruled", "tagged", "unruled")


def drawn(seed: int) -> Parsed:
    """One to three pages of tables, headings and texts."""
    chance = random.Random(seed)
    heads = _heads(chance)
    blocks: list[Block] = []
    for page in range(1, chance.randint(1, 3) + 1):
        for k in range(chance.randint(1, 4)):
            blocks.append(_block(chance, heads, page, 40 + 185 * k))
    return document(*blocks)


def _heads(chance: random.Random) -> list[str]:
    """The headings that a document prints, those that make a review first."""
    kind = chance.choice(("action", "indicator"))
    roles = [*MAIN[kind], *chance.sample(sorted(HEADS[kind]), 4)]
    return [*(chance.choice(HEADS[kind][role]) for role in roles), "", "Q1", "Q2 2025/26"]


def _block(chance: random.Random, heads: Sequence[str], page: int, top: float) -> Block:
    kind = chance.choices(("table", "heading", "text", "label"), (6, 2, 1.5, 0.5))[0]
    if kind == "table":
        return table(*_rows(chance, heads), page=page, top=top + 30, reader=chance.choice(READERS))
    if kind == "heading":
        return heading(chance.choice((*SAID, *heads)), page, top)
    signs = [shape("disc", chance.choice(COLOURS)) for _ in range(chance.choice((0, 0, 1, 2)))]
    return paragraph(chance.choice(LABELS if kind == "label" else (*SAID, *heads)), page, top, signs)


def _rows(chance: random.Random, heads: Sequence[str]) -> list[list[Square]]:
    cols = chance.randint(1, 6)
    own = chance.sample(heads[: cols + 2], cols) if chance.random() < 0.6 else chance.choices(heads, k=cols)
    rows: list[list[Square]] = []
    for k in range(chance.randint(1, 8)):
        kind = "head" if not k and chance.random() < 0.6 else chance.choices(KINDS, WEIGHTS)[0]
        row: list[Square] = [""] * cols
        if kind == "cells":
            row = [_square(chance) for _ in range(cols)]
        elif kind == "head":
            row = [*own] if chance.random() < 0.8 else chance.choices(heads, k=cols)
        elif kind == "one":
            row[chance.randrange(cols)] = chance.choice(SAID)
        elif kind == "band":
            row = [filled(chance.choice(COLOURS), chance.choice(SAID)), *[BESIDE] * (cols - 1)]
        rows.append(row)
        _uncover(rows)
    return rows


def _square(chance: random.Random) -> Square:
    said, colour = chance.choice(SAID), chance.choice(COLOURS)
    return chance.choices(
        (
            said, "", filled(colour, said), filled(colour), with_text(said, shape("square", colour)),
            shape("disc", colour), glyph("●", colour), Shown("", hidden="Green"), ABOVE, BESIDE,
        ),
        (10, 3, 1, 1, 1, 0.5, 0.5, 0.2, 1.5, 0.7),
    )[0]  # fmt: skip


def _uncover(rows: list[list[Square]]) -> None:
    """The last row without what no cell covers: merged cells are rectangles of one row or of one column."""
    row, above = rows[-1], rows[-2] if len(rows) > 1 else None
    for c, square in enumerate(row):
        beside = BESIDE in (above[c : c + 2] if above else [])
        if square == ABOVE and (above is None or beside):
            row[c] = ""
        if square == BESIDE and (c == 0 or row[c - 1] == ABOVE):
            row[c] = ""
    for c, square in enumerate(row[:-1]):
        if square == ABOVE and row[c + 1] == BESIDE:
            row[c] = ""


def changed(parsed: Parsed, seed: int | str) -> Parsed:
    """A document with up to four things in it that are not as they were; its pages hold the ink of what is left."""
    chance = random.Random(seed)
    blocks = list(parsed.blocks)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(blocks))
        blocks[at : at + 1] = _changed(blocks, at, chance)
        blocks = blocks or list(parsed.blocks)
    return _of(parsed, blocks)


def _of(parsed: Parsed, blocks: Sequence[Block]) -> Parsed:
    sized = {page.number: page for page in parsed.pages}
    made = document(*blocks)
    pages = [p._replace(width=sized[p.number].width, height=sized[p.number].height) for p in made.pages]
    return replace(made, pages=tuple(pages))


def _changed(blocks: Sequence[Block], at: int, chance: random.Random) -> list[Block]:
    """What stands in the place of a block."""
    block = blocks[at]
    if isinstance(block, Table) and chance.random() < 0.8:
        change = chance.choice(CHANGES)
        return [made for made in change(block, chance) if made.cells]
    kind = chance.choice(("gone", "twice", "elsewhere"))
    other = chance.choice([b for b in blocks if b.page == block.page])
    if kind == "elsewhere":
        return [replace(other), block]
    return [block, replace(block)] if kind == "twice" else []


def _said_otherwise(block: Table, chance: random.Random) -> list[Table]:
    """Some of its cells say what others do, or nothing."""
    cells = list(block.cells)
    for at in chance.choices(range(len(cells)), k=max(1, len(cells) // chance.choice((2, 5, 20)))):
        cells[at] = _saying(cells[at], chance.choice(cells) if chance.random() < 0.6 else None)
    return [replace(block, cells=tuple(cells))]


def _saying(cell: Cell, other: Cell | None) -> Cell:
    if other is None:
        return replace(cell, text="", lines=(), marks=(), chars=0, hidden="")
    right, down = cell.box.x0 - other.box.x0, cell.box.top - other.box.top

    def moved(box: Box) -> Box:
        return Box(box.x0 + right, box.top + down, box.x1 + right, box.bottom + down)

    return replace(
        other, row=cell.row, col=cell.col, row_span=cell.row_span, col_span=cell.col_span, box=cell.box,
        lines=tuple(line._replace(box=moved(line.box)) for line in other.lines),
        marks=tuple(mark._replace(box=moved(mark.box)) for mark in other.marks),
    )  # fmt: skip


def _without_row(block: Table, chance: random.Random) -> list[Table]:
    """The rows before one and those behind it, as one table or as two."""
    at = chance.choice((0, chance.randrange(block.rows)))
    parts = [block.part(a, b) for a, b in ((0, at), (at + 1, block.rows)) if a < b]
    return parts[chance.randrange(len(parts)) :] if parts else []


def _parted(block: Table, chance: random.Random) -> list[Table]:
    at = chance.randrange(block.rows)
    return [block.part(a, b) for a, b in ((0, at), (at, block.rows)) if a < b]


def _without_column(block: Table, chance: random.Random) -> list[Table]:
    gone = chance.randrange(block.cols)
    kept = [c for c in block.cells if not c.col <= gone < c.col + c.col_span]
    return [replace(block, cells=tuple(kept)).narrowed()] if kept else []


def _merged(block: Table, chance: random.Random) -> list[Table]:
    """A row's cells as one over all columns, or a column's."""
    cells, row = list(block.cells), chance.randrange(block.rows)
    own = [c for c in cells if c.row == row and c.row_span == 1]
    if sum(c.col_span for c in own) != block.cols or len(own) < 2:
        return [block]
    first = own[0]
    whole = replace(
        first, col=0, col_span=block.cols, box=first.box._replace(x0=block.xs[0], x1=block.xs[-1]),
        text="\n".join(c.text for c in own if c.text), lines=tuple(chain(*(c.lines for c in own))),
        marks=tuple(chain(*(c.marks for c in own))), chars=sum(c.chars for c in own),
    )  # fmt: skip
    kept = [whole if c is first else c for c in cells if c is first or all(c is not o for o in own)]
    return [replace(block, cells=tuple(kept))]


def _in_small(block: Table, chance: random.Random) -> list[Table]:
    """Its texts without capitals, or without its colours and signs."""
    if chance.random() < 0.5:
        return [replace(block, cells=tuple(replace(c, text=c.text.lower()) for c in block.cells))]
    return [replace(block, cells=tuple(replace(c, marks=(), fill=None) for c in block.cells))]


def _unruled(block: Table, chance: random.Random) -> list[Table]:
    return [replace(block, reader=chance.choice(READERS), page=block.page, node="", row_nodes=())]


CHANGES: tuple[Callable[[Table, random.Random], list[Table]], ...] = (
    _said_otherwise, _said_otherwise, _without_row, _parted, _without_column, _merged, _in_small, _unruled,
)  # fmt: skip
