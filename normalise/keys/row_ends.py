"""The last words of a key in one row that go on at the left edge of the line below: `● Done ● Late, no recovery` /
`agreed`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.block import Block, Paragraph

LEVEL = 3.0  # points between the tops of texts of one row
EDGE = 3.0  # points between the left edges of two lines
AIR = 1.2  # times a line's size between two of them
FEWEST = 3  # texts in such a row

Parts = dict[int, tuple[int, ...]]


def joined(blocks: Sequence[Block]) -> tuple[list[Block], Parts]:
    """The blocks with such a line as the end of its row's last text, with the parts of these."""
    found, parts = list[Block](), Parts()
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Paragraph) and isinstance(last, Paragraph) and _ends(block, found):
            found[-1] = _one(last, block)
            parts[id(found[-1])] = (id(last), id(block))
        else:
            found.append(block)
    return found, parts


def _ends(block: Paragraph, before: Sequence[Block]) -> bool:
    """True for one line in small letters right below a row of texts with signs, at the left edge of that row."""
    if block.marks or len(block.lines) != 1 or not block.text[:1].islower():
        return False
    top = before[-1].box.top
    level = [*takewhile(lambda b: b.page == block.page and abs(b.box.top - top) < LEVEL, reversed(before))]
    row = [b for b in level if isinstance(b, Paragraph) and b.marks and len(b.lines) == 1]
    if len(row) < max(FEWEST, len(level)) or len({m.box for b in row for m in b.marks}) < FEWEST:
        return False
    left = min(min(b.box.x0, *(m.box.x0 for m in b.marks)) for b in row)
    below = 0 <= block.box.top - row[0].box.bottom <= AIR * block.size
    own = any(abs(b.box.x0 - block.box.x0) < EDGE and b.marks[0].box.x0 < b.box.x0 for b in row)
    return below and abs(block.box.x0 - left) < EDGE and abs(block.size - row[0].size) < 1 and not own


def _one(last: Paragraph, rest: Paragraph) -> Paragraph:
    text = f"{last.text} {rest.text}"
    line = last.lines[-1]._replace(text=text)
    return replace(last, text=text, lines=(line,), chars=last.chars + rest.chars)
