"""Entries of a key on one line, of which the last goes on at the left edge of the next line: `Key: ● Done  ○ Not yet` /
`started`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from parsers.block import Line

SEVERAL = 3  # entries on a line
LEVEL = 0.3  # of the font size that the tops of lines on one level differ
FLUSH = 2.0  # points between the left edges of both lines
BLANK = 0.25  # of the font size


def rests(lines: Sequence[Line], room: float) -> Mapping[int, Line]:
    """The entry that each such line goes on from, by the line's identity. `lines` come from the top down, `room` is the
    text's right edge."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(line.box.top - rows[-1][0].box.top) < LEVEL * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return {id(below[0]): row[-1] for row, below in pairwise(rows) if _goes_on(row, below, room)}


def _goes_on(row: Sequence[Line], below: Sequence[Line], room: float) -> bool:
    """True for a line in small letters below a title that a colon ends and several entries, of which the last has no
    room for its first word. Entries that begin as far apart as each other stand in columns."""
    if len(row) < SEVERAL or len(below) > 1 or not below[0].text[:1].islower():
        return False
    steps = [b.box.x0 - a.box.x0 for a, b in pairwise(row)]
    if max(steps) - min(steps) < FLUSH:
        return False
    first, last, line = row[0], row[-1], below[0]
    flush = abs(first.box.x0 - line.box.x0) < FLUSH and abs(last.size - line.size) < LEVEL
    word = line.box.width * len(line.text.split()[0]) / len(line.text)
    return flush and ":" in first.text and last.box.x1 + BLANK * line.size + word > room
