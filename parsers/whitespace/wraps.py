"""Rows of a table of figures whose values go on below their first line: `421 (Q1` with `2016-17)` below it.

The white above a line tells, where it is either a line's or a row's: below a row's each line has a label and texts in
most columns, and below a line's none has texts but where the row has begun, nor in most columns but where they plainly
go on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parsers.text import heights
from parsers.text.phrases import Phrase, Row

if TYPE_CHECKING:
    from parsers.whitespace.tallies import Body

CLOSED = re.compile(r"[^()]*\)")
DATED = re.compile(r"\([^()]*(?<!\d)(?:19|20)\d\d(?!\d)[^()]*\)")
SMALL = re.compile(r"[a-z]{3}")  # no `n/a`
CLOSE = 0.6  # of the font size: the most white between two lines of a value
FULL = 0.6  # share of the columns that the line that opens a row has texts in
WIDER = 0.3  # of it: by how much more white stands above a row than above a line


def opening(lines: Sequence[Row], body: Body, start: int, end: int) -> list[int] | None:
    """Lines from `start` up to `end` on which rows open; None where values do not go on, or their lines do not tell."""
    if not any(goes_on(lines[k - 1], lines[k]) for k in range(start + 1, end)):
        return None
    airs = {k: heights.air(lines[k - 1], lines[k]) for k in range(start + 1, end)}
    tight = min(airs.values())
    close = {k for k, white in airs.items() if white < tight + WIDER / 2}
    apart = [white for k, white in airs.items() if k not in close]
    if not apart or min(apart) < tight + WIDER:
        return None
    columns, begun = len(body.rivers) + 1, set[int]()
    for k in range(start, end):
        held = {body.of(p) for p in lines[k]}
        whole = len(held) >= FULL * columns
        if k in close and (not held <= begun or (whole and not goes_on(lines[k - 1], lines[k]))):
            return None
        if k not in close:
            if not whole or 0 not in held:
                return None
            begun = held
    return [k for k in range(start, end) if k not in close]


def goes_on(above: Row, row: Row) -> bool:
    """True for several texts close below others, each below one of these, of which some plainly are no row's first."""
    if len(row) < 2 or heights.air(above, row) > CLOSE:
        return False
    over = [[q for q in above if q.x0 < p.x1 and p.x0 < q.x1] for p in row]
    alone = all(len(held) == 1 for held in over)
    return alone and any(_ends(held[0], p) for p, held in zip(row[1:], over[1:], strict=True))


def _ends(above: Phrase, p: Phrase) -> bool:
    """True for a text that closes a bracket which is open above, is the year of what stands above, or goes on in small
    letters below words that do not begin in these."""
    if above.text.rfind("(") > above.text.rfind(")") and CLOSED.match(p.text):
        return True
    if DATED.fullmatch(p.text) and "(" not in above.text:
        return True
    return bool(SMALL.match(p.text)) and above.text[-1].isalpha() and not above.text[0].islower()
