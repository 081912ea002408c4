"""Lines to paragraphs and headings: which of them go on with the line above."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.block import Line
from parsers.text import entries_wrapped, wording, wrapped_headings
from parsers.text.reading_order import Gutter

LARGER = 1.08  # times the body's size: text this much larger is a heading
SAME_PARAGRAPH = 0.6  # of the font size between two lines
SIDE_BY_SIDE = 12  # texts that may stand beside each other, each going on below, as a key's do


def grouped(
    lines: Sequence[Line], room: float, body: float, gutter: Gutter | None = None
) -> list[list[Line]]:
    """Lines of one paragraph: set alike, one below the other, without air between.

    `room` is the text's right edge, at the left of a gutter that one's edge; `body` the size in which most of the page
    is set.
    """
    groups: list[list[Line]] = []
    downwards = sorted(lines, key=lambda ln: (ln.box.top, ln.box.x0))
    rests = entries_wrapped.rests(downwards, room)
    for line in downwards:
        near = reversed(groups[-SIDE_BY_SIDE:])
        if (last := rests.get(id(line))) is not None:
            home = next((g for g in near if g[-1] is last), None)
        else:
            home = next((g for g in near if _continues(g[-1], line, _room(g[-1], room, gutter), body)), None)
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    return groups


def _room(line: Line, room: float, gutter: Gutter | None) -> float:
    return gutter.x0 if gutter and line.box.x1 <= gutter.at else room


def _continues(last: Line, line: Line, room: float, body: float) -> bool:
    early = is_prominent(last, body) and wording.ended_early(last, line, room)
    if early and not wrapped_headings.goes_on(last.text, line.text):
        return False  # two headings, one below the other
    air = line.box.top - last.box.bottom
    beside = min(last.box.x1, line.box.x1) - max(last.box.x0, line.box.x0)
    return (
        abs(last.size - line.size) < 0.3
        and last.bold == line.bold
        and beside > 0
        and -0.5 * line.size < air < SAME_PARAGRAPH * line.size
        and not line.text.startswith(wording.BULLETS)
    )


def is_prominent(line: Line, body: float) -> bool:
    return line.bold or line.size > LARGER * body
