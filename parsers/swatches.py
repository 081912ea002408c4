"""Signs in a row above or below their labels, as a key sets them that has no frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parsers.block import Line, Mark

LEAST = 3  # signs in a row
LEVEL = 2.0  # points between the edges of signs in one row
NEAR = 20.0  # points between a sign and its label
ALIGNED = 6.0  # points between their left edges, or their middles


def labelled(marks: Sequence[Mark], lines: Sequence[Line]) -> Mapping[int, Mark]:
    """The sign of each line that labels one above or below it, by the line's identity.

    A row of signs is as many as it has colours, all of one height, with a line of its own at the same side of each.
    """
    drawn = sorted((m for m in marks if m.seen != "glyph"), key=lambda m: (round(m.box.top), m.box.x0))
    found: dict[int, Mark] = {}
    for row in _rows(drawn):
        if len(row) < LEAST or len({m.colour for m in row}) < len(row) or _has_words(row, lines):
            continue
        for side in (1, -1):
            own = [_label(mark, lines, side) for mark in row]
            told = [k for k in own if k is not None]
            if len(told) == len(row) == len({*told}):
                found |= {id(lines[k]): mark for k, mark in zip(told, row, strict=True)}
                break
    return found


def _rows(marks: Sequence[Mark]) -> list[list[Mark]]:
    rows: list[list[Mark]] = []
    for mark in marks:
        last = rows[-1][-1].box if rows else None
        if last and abs(last.top - mark.box.top) < LEVEL and abs(last.bottom - mark.box.bottom) < LEVEL:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return rows


def _has_words(row: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """True for signs with text at their height: it stands beside them, and is theirs."""
    top, bottom = row[0].box.top, row[0].box.bottom
    return any(top < line.box.centre[1] < bottom for line in lines)


def _label(mark: Mark, lines: Sequence[Line], side: int) -> int | None:
    """The nearest line below a sign (`side` 1) or above it (-1) that begins where it does or is centred on it."""
    box = mark.box
    near = [
        (gap, k)
        for k, line in enumerate(lines)
        if -1 <= (gap := line.box.top - box.bottom if side > 0 else box.top - line.box.bottom) < NEAR
        and min(abs(line.box.x0 - box.x0), abs(line.box.centre[0] - box.centre[0])) < ALIGNED
    ]
    return min(near, default=(0.0, None))[1]
