"""Column headings that a page prints again as lines of text above a table that goes on: nothing that a row lost."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.strips import Strip
from parsers.block import Block, Table

ABOVE = 45.0  # points: no line of three that are headings stands higher above the first row
AROUND = 4.0  # points that a heading may stick out of its table


def found(blocks: Sequence[Block], read: Sequence[Strip]) -> frozenset[int]:
    """Identities of the texts above tables whose every word is one of their columns' headings."""
    again: set[int] = set()
    for strip in read:
        words = {word for heading in strip.headings for word in heading.casefold().split()}
        again.update(
            id(block)
            for block in blocks
            if block.page == strip.table.page
            and not isinstance(block, Table)
            and _stands_above(block, strip.table)
            and words.issuperset(block.text.casefold().split())
        )
    return frozenset(again)


def _stands_above(text: Block, table: Table) -> bool:
    inside = table.xs[0] - AROUND <= text.box.x0 and text.box.x1 <= table.xs[-1] + AROUND
    return inside and 0 <= table.box.top - text.box.bottom + AROUND < ABOVE
