"""Lists of terms and what they mean, as a key prints them: two columns, the terms set unlike their meanings."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.phrases import Row
from parsers.textrows import Text, air

TERM = 2  # texts on a line of a term and its meaning, and the most lines of a meaning on average
LEAST = 3  # terms in a list
SAME_EDGE = 2.5  # points between left edges of lines that begin at one
AIR = 1.75  # of the font size between two lines of a list


def lists(lines: Sequence[Row]) -> list[Text]:
    """Lists of terms and what they mean: terms set alike at one edge, unlike their meanings, which have one too."""
    found: list[Text] = []
    k = 0
    while k < len(lines):
        end = _end(lines, k)
        opening = tuple(n for n in range(k, end) if len(lines[n]) == TERM)
        if len(opening) < LEAST or end - k > TERM * len(opening):
            k += 1
            continue
        low = max(lines[n][0].x1 for n in opening)
        found.append(Text(k, k, end, ((low, lines[k][1].x0),), opening, frozenset(), ""))
        k = end
    return found


def _end(lines: Sequence[Row], k: int) -> int:
    """The line behind a list of terms that begins at a line."""
    if len(lines[k]) != TERM or lines[k][0].style.font == lines[k][1].style.font:
        return k
    term, meaning = lines[k]
    end = k
    while end < len(lines) and (end == k or air(lines[end - 1], lines[end]) < AIR):
        row = lines[end]
        on = len(row) == 1 and abs(row[0].x0 - meaning.x0) < SAME_EDGE and row[0].style == meaning.style
        alike = len(row) == TERM and [p.style for p in row] == [term.style, meaning.style]
        if not on and not (alike and abs(row[0].x0 - term.x0) < SAME_EDGE > abs(row[1].x0 - meaning.x0)):
            break
        if row[0].x0 < meaning.x0 - SAME_EDGE and row[0].x1 > meaning.x0:
            break
        end += 1
    return end
