"""Ink of two cells that meets: text that ends on its cell's edge, and lines that are printed over each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.block import Line
from parsers.cells.cell import CUT_OFF, Seen, SeenTable

PAST = 0.2  # of the font size: a word that reaches further past its cell's edge runs out of it
OVER = 0.3  # of the smaller font size: no text is set so close that its lines share more height than this
PRINTED_OVER = "lines are printed over each other; they may be of two cells"


def doubt(table: SeenTable) -> None:
    """Say of cells whose ink meets another cell's that their text may not be whole, or may be the other's."""
    begins = {
        (row, seen.span.col): seen
        for seen in table.cells
        for row in range(seen.span.row, seen.span.row + seen.span.row_span)
    }
    ends = {(seen.span.row + seen.span.row_span, seen.span.col): seen for seen in table.cells}
    unwrapped = _unwrapped(table)
    for seen in [seen for seen in table.cells if seen.lines]:
        beside = begins.get((seen.span.row, seen.span.col + seen.span.col_span))
        room = 1.0 if seen.span.col in unwrapped else -PAST
        past: list[Line] = []
        if beside and beside.lines:
            past = [line for line in seen.lines if _ends_on(seen.box.x1, line, room)]
            past = [] if _is_wrapped(seen, past) else past
        elif beside is None and len(seen.lines) > 1:
            past = [line for line in seen.lines if _overruns(seen.box.x1, line)]
        if past and _is_shown_past(seen.box.x1, past):
            shown = max(map(_last_letter, past))
            seen.cut = [line.text for line in past if line.box.x1 >= shown]
        elif past:
            seen.doubt = CUT_OFF
        if _is_printed_over(seen):
            seen.doubt = PRINTED_OVER
            above = ends.get((seen.span.row, seen.span.col))
            if above and above.lines:
                above.doubt = PRINTED_OVER


def _unwrapped(table: SeenTable) -> set[int]:
    """Columns whose texts are one line each, and some of which run out of their cells: no line of theirs is wrapped.

    A heading alone that does so says nothing of the rows.
    """
    wrapped = {seen.span.col for seen in table.cells if len(seen.lines) > 1}
    rows = [s for s in table.cells if s.span.row]
    past = {s.span.col for s in rows for line in s.lines if line.box.x1 - s.box.x1 > PAST * line.size}
    return past - wrapped


def _ends_on(edge: float, line: Line, room: float) -> bool:
    """True for a line whose last letter stands on its cell's edge, as where a spreadsheet shows no more of it.

    `room` is how far before the edge it may stand, in font sizes: a letter that has no room is left out.
    """
    return -room < (line.box.x1 - edge) / line.size < 1


def _is_wrapped(seen: Seen, past: Sequence[Line]) -> bool:
    """True for a text on several lines of which only words too long for any line stand on the edge: who wraps a text
    prints such a word on over the edge, and who cuts texts off breaks it."""
    edge = seen.box.x1
    wide = {
        id(line)
        for line in past
        if " " not in line.text and line.box.x1 > edge and line.box.x0 - seen.box.x0 < line.size
    }
    return len(seen.lines) > 1 and len(wide) == len(past)


def _is_shown_past(edge: float, past: Sequence[Line]) -> bool:
    """True for words too long for their cell of which one has its last letter behind the edge: the page shows it there.

    Where the page ends further to the right is not known; a word that ends before a letter that is shown is whole.
    """
    return all(" " not in line.text for line in past) and max(map(_last_letter, past)) > edge


def _last_letter(line: Line) -> float:
    """Where the last letter of a word begins, if it is as wide as its others."""
    return line.box.x1 - line.box.width / len(line.text)


def _overruns(edge: float, line: Line) -> bool:
    """True for a word too long for the table's last column: browsers leave out its letters past the page's margin."""
    return " " not in line.text and line.box.x1 > edge


def _is_printed_over(seen: Seen) -> bool:
    """True for a cell with texts that stand on each other: two cells' texts, or one that runs into itself."""
    if len(seen.lines) == 1:
        return seen.lines[0].crowded
    return any(line.crowded for line in seen.lines) or any(
        _stands_on(above, line) for above, line in pairwise(seen.lines)
    )


def _stands_on(above: Line, line: Line) -> bool:
    beside = min(above.box.x1, line.box.x1) - max(above.box.x0, line.box.x0)
    return beside > 0 and above.box.bottom - line.box.top > OVER * min(above.size, line.size)
