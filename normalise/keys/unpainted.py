"""The line of a key whose label stands where others stand on signs of theirs, and on none itself: its sign is white as
the paper is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from normalise.columns.strips import SAME_EDGE
from normalise.keys.columns import Entry
from normalise.language import phrases
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs.line import Key
from parsers.block import Block, Mark, Table
from parsers.geometry import Box

FEW = 2  # signs below each other that make a column


def entries(blocks: Sequence[Block], keys: Sequence[Key]) -> Iterator[Entry]:
    """Names of statuses right above or below the signs of a key that are set on these, in their column and at their
    distance, each with the words beside it."""
    for page in sorted({k.page for k in keys if k.mark and k.mark.words}):
        column = _column([k.mark for k in keys if k.page == page and k.mark and k.mark.words])
        if column is None:
            continue
        known = {k.entry.status for k in keys}
        texts = [b for b in blocks if b.page == page and not isinstance(b, Table)]
        for text in texts:
            status = phrases.status_of(text.text)
            if status and status not in known and _is_next(text.box, column):
                beside = [b for b in texts if b.box.x0 >= column[0].x1 and _is_level(b.box, text.box)]
                if len(beside) != 1:  # a heading of what stands below the key
                    continue
                words = " ".join(beside[0].text.split())
                label = " ".join(text.text.split())
                told = key.of_words(
                    label, key_words.OPENED.sub("", words), None, None, None, page, text.box.x0
                )
                yield Entry(told, (id(text), id(beside[0])))


def _column(marks: Sequence[Mark]) -> list[Box] | None:
    """The places of signs that stand below each other, as wide and at one distance; None where they do not."""
    boxes = sorted({mark.box for mark in marks}, key=lambda box: box.top)
    pitches = [b.top - a.top for a, b in pairwise(boxes)]
    level = all(abs(a.x0 - b.x0) < SAME_EDGE and abs(a.x1 - b.x1) < SAME_EDGE for a, b in pairwise(boxes))
    even = len(boxes) >= FEW and level and max(pitches) - min(pitches) < SAME_EDGE < min(pitches)
    return boxes if even else None


def _is_next(box: Box, column: Sequence[Box]) -> bool:
    """True for a text at the place that the next sign of a column would have, or the one before its first."""
    pitch = column[1].top - column[0].top
    inside = column[0].x0 <= box.x0 and box.x1 <= column[0].x1
    places = (column[0].top - pitch, column[-1].top + pitch)
    return inside and any(top < box.centre[1] < top + pitch for top in places)


def _is_level(box: Box, other: Box) -> bool:
    return box.top < other.centre[1] < box.bottom
