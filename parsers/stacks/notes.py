"""Notes below rows: a text over several columns below the cells of each row, how it goes under what is done and who
does it, that no label opens and no rule parts from the row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.stacks import remarks
from parsers.stacks.bands import FLUSH, Band, between
from parsers.stacks.part import Part
from parsers.text import heights
from parsers.text.phrases import Row, Setting

MOST = 0.7  # share of a table's rows below which notes stand
WIDE = 2  # of them that run below the next column: one may be a cell's line that does
AIR = 0.3  # of the font size: so much more white than between a cell's lines stands above a note


class _Note(NamedTuple):
    """A note's first line in its band, where it begins, and whether it runs below the next column and is set in
    another way than what stands above it there."""

    line: int
    x0: float
    wide: bool
    other: bool


def parted(part: Part, like: Sequence[Part] = ()) -> Part:
    """The part with a level above each note, and the lines of notes as one phrase each. What tables with the same
    headings are `like` tells of one of few rows, too."""
    found = _notes(part)
    others = [other for other in like if other is not part]
    notes = [*found.values(), *(note for other in others for note in _notes(other).values())]
    if not found or not _are_told(notes, sum(map(_rows, (part, *others)))):
        return part
    levels = [_level(part.bands[k], note.line) for k, note in found.items()]
    lines: list[Row] = []
    for k, band in enumerate(part.bands):
        first = found[k].line if k in found else len(band)
        lines += band[:first]
        lines += [_plain(row, band[0][0].style, part.stack.left) for row in band[first:]]
    stack = part.stack.captioned(levels)
    return part._replace(stack=stack, bands=tuple(between(lines, a, b) for a, b in pairwise(stack.levels)))


def _notes(part: Part) -> dict[int, _Note]:
    """The notes of a table by their bands."""
    if not part.headed or part.stack.captions or part.headed == len(part.bands):
        return {}
    starts = sorted(p.x0 for row in part.bands[part.headed - 1] for p in row)
    body = part.bands[part.headed :]
    lines = (pair for band in body for pair in pairwise(band) if _is_below(*pair))
    least = min((heights.white(a, b) for a, b in lines), default=0.0)
    notes = ((k, _note(band, starts, least)) for k, band in enumerate(body, part.headed))
    return {k: note for k, note in notes if note is not None}


def _is_below(above: Row, row: Row) -> bool:
    """True for a line right below another text: not beside the middle of a cell of two lines."""
    return any(abs(p.x0 - row[0].x0) <= FLUSH for p in above)


def _rows(part: Part) -> int:
    """How many bands below the headings have a line of several texts."""
    return sum(any(len(row) > 1 for row in band) for band in part.bands[part.headed :])


def _are_told(notes: Sequence[_Note], rows: int) -> bool:
    """True for notes that begin at one place below most rows, and run below the columns beside it."""
    flush = max(n.x0 for n in notes) - min(n.x0 for n in notes) <= FLUSH
    wide = sum(n.wide for n in notes)
    return (
        flush and len(notes) >= MOST * rows and (wide >= WIDE or (wide > 0 and all(n.other for n in notes)))
    )


def _note(band: Band, starts: Sequence[float], least: float) -> _Note | None:
    """The note that a band of a row ends with: lines of one text each that begin below its first or second heading, or
    are set in between the two; `least` is the white between the lines of a cell."""
    if len(band) < 2 or len(starts) < 2:
        return None
    x0 = band[-1][0].x0
    first = len(band)
    while first > 1 and _is_line(band[first - 1], x0):
        first -= 1
    behind = [x for x in starts if x > x0 + FLUSH]
    if not behind or not starts[0] - FLUSH <= x0 <= starts[1] + FLUSH:
        return None
    for k in range(first, len(band)):
        if all(len(row) < 2 for row in band[:k]):
            continue
        other = _is_other(band[:k], band[k])
        if other or heights.white(band[k - 1], band[k]) > least + AIR * band[k][0].size:
            wide = any(row[-1].x1 > behind[0] + row[0].size for row in band[k:])
            return _Note(k, x0, wide, other)
    return None


def _is_line(row: Row, x0: float) -> bool:
    return len(remarks.whole(row)) == 1 and abs(row[0].x0 - x0) <= FLUSH


def _is_other(above: Sequence[Row], row: Row) -> bool:
    """True for a line set in another way than the text above it that begins where it does, or that it is set in
    below."""
    left = [p for line in above for p in line if p.x0 - row[0].x0 <= FLUSH]
    over = [p.style for p in left if row[0].x0 - p.x0 <= FLUSH] or [p.style for p in left]
    return bool(over) and row[0].style not in over


def _level(band: Band, first: int) -> float:
    """Half way between a row and its note."""
    foot = max(p.bottom for row in band[:first] for p in row)
    return (foot + heights.top_of(band[first])) / 2


def _plain(row: Row, style: Setting, left: float) -> Row:
    """A note's line as one phrase from the table's left edge on: it stands in no column."""
    return [p._replace(x0=left + 1) for p in remarks.plain(row, style)]
