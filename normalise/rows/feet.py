"""The feet of pages: what stands there of a row whose text is on the next page, and what is no row at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from normalise.prose.texts import FOOT, place
from normalise.rows.records import Record, Theme
from parsers.block import Block, Cell, Table

FEW = 3  # texts of a running foot: on the left, in the middle, on the right
STARS = ("*", "†", "‡")
ROWS = 2  # of a table without rules that must be left above one


def parted(blocks: Sequence[Block], heights: Mapping[int, float]) -> tuple[Block, ...]:
    """Blocks with the running foot of a page, which a table without rules that reaches down to it took for a row of its
    own, as texts: all that this prints stands in the same place of another page."""
    pages: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    last: dict[int, tuple[int, list[Cell]]] = {}
    for block in blocks:
        if block.box.bottom <= FOOT * heights.get(block.page, 0.0):
            continue
        if not isinstance(block, Table):
            pages[place(block.text, block.box.top)].add(block.page)
        elif block.reader == "unruled" and block.rows > ROWS:
            inked = [c for c in block.cells if c.row == block.rows - 1 and (c.text or c.marks)]
            if 0 < len(inked) <= FEW and all(c.lines and not c.marks and c.row_span == 1 for c in inked):
                last[id(block)] = block.page, inked
                for cell in inked:
                    if any(map(str.isdigit, cell.text)):  # two notes may say `None.` at one height
                        pages[place(cell.text, cell.lines[0].box.top)].add(block.page)
    feet = {
        key: cells
        for key, (page, cells) in last.items()
        if all(pages[place(c.text, c.lines[0].box.top)] - {page} for c in cells)
    }
    if not feet:
        return tuple(blocks)
    return tuple(part for block in blocks for part in _parts(block, feet.get(id(block), ())))


def _parts(block: Block, feet: Sequence[Cell]) -> tuple[Block, ...]:
    if not feet or not isinstance(block, Table):
        return (block,)
    return (
        block.part(0, block.rows - len({c.row for c in feet})),
        *(cell.paragraph(block.page) for cell in feet),
    )


def noted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with the notes below a table, which the gridlines of its sheet take in as rows, as texts: each is the only
    text of its row and opens with the star that a text above has."""
    return tuple(part for block in blocks for part in _parts(block, _notes(block)))


def _notes(block: Block) -> list[Cell]:
    notes: list[Cell] = []
    if not isinstance(block, Table):
        return notes
    for row in range(block.rows - 1, 0, -1):
        inked = [c for c in block.cells if c.row == row and (c.text or c.marks or c.row_span > 1)]
        star = inked[0].text[:1] if len(inked) == 1 and not inked[0].marks else ""
        above = [c.text for c in block.cells if c.row < row]
        if star not in STARS or any(text.startswith(star) for text in above):
            break
        if not any(re.search(rf"\w[)\]]?\s?{re.escape(star)}", text) for text in above):
            break
        notes.insert(0, inked[0])
    return notes


def without_head(before: Record | None, record: Record | None, above: list[Record | Theme]) -> Record | None:
    """The record before one, without what is only the head of it at the foot of the page before: no text, such as a
    bar's upper edge. That joins the record."""
    if before is None or record is None or not above or above[-1] is not before:
        return before
    follows = before.page + 1 == record.page and before.strip.kind == record.strip.kind
    if not follows or not before.blank("status"):
        return before
    begun = {
        role: [p for p in pieces if before.strip.role(p.cell) in before.starts]
        for role, pieces in before.fields.items()
    }
    if any(p.cell.text for pieces in begun.values() for p in pieces):
        return before
    above.pop()
    for role, pieces in begun.items():
        if own := [p for p in pieces if p.cell.marks]:
            record.fields[role] = [*own, *record.pieces(role)]
    return next((i for i in reversed(above) if isinstance(i, Record)), None)
