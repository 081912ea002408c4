"""Column headings that a page prints again as lines of text above a table that goes on: nothing that a row lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from normalise.strips import Strip
from parsers.block import Block, Heading, Paragraph, Table

ABOVE = 45.0  # points: no line of three that are headings stands higher above the first row
AROUND = 4.0  # points that a heading may stick out of its table


def found(blocks: Sequence[Block], read: Sequence[Strip]) -> frozenset[int]:
    """Identities of the texts above tables whose every word is one of their columns' headings."""
    again: set[int] = set()
    texts: defaultdict[int, list[Heading | Paragraph]] = defaultdict(list)
    for block in blocks:
        if not isinstance(block, Table):
            texts[block.page].append(block)
    for strip in read:
        words = {word for heading in strip.headings for word in heading.casefold().split()}
        again.update(
            id(text)
            for text in texts[strip.table.page]
            if _stands_above(text, strip.table) and words.issuperset(text.text.casefold().split())
        )
    return frozenset(again)


def _stands_above(text: Heading | Paragraph, table: Table) -> bool:
    inside = table.xs[0] - AROUND <= text.box.x0 and text.box.x1 <= table.xs[-1] + AROUND
    return inside and 0 <= table.box.top - text.box.bottom + AROUND < ABOVE
