"""Lists of terms and what they mean, as a key prints them: two columns, the terms set unlike their meanings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.text import phrases
from parsers.text.heights import air
from parsers.text.phrases import Phrase, Row
from parsers.whitespace.textrows import Text

TERM = 2  # texts on a line of a term and its meaning, and the most lines of a meaning on average
LEAST = 3  # terms in a list
SAME_EDGE = 2.5  # points between left edges of lines that begin at one
LOOSER = (
    0.1  # of the font size that the white above a term without a meaning may be wider than between others
)
AIR = 1.75  # of the font size between two lines of a list


def lists(lines: Sequence[Row]) -> list[Text]:
    """Lists of terms and what they mean: terms set alike at one edge, unlike their meanings, which have one too.

    Each term may have a colour of its own, and a sign before it; one may go without a meaning.
    """
    lines = [_with_sign(row) for row in lines]
    found: list[Text] = []
    k = 0
    while k < len(lines):
        end = _end(lines, k)
        told = sum(len(row) == TERM for row in lines[k:end])
        if told < LEAST or end - k > TERM * told or _is_cut(lines, k, end):
            k += 1
            continue
        edge = lines[k][1].x0
        opening = tuple(n for n in range(k, end) if lines[n][0].x0 < edge - SAME_EDGE)
        low = max(lines[n][0].x1 for n in opening)
        found.append(Text(k, k, end, ((low, edge),), opening, frozenset(), ""))
        k = end
    return found


def _with_sign(row: Row) -> Row:
    """A line with a sign and the term behind it as one text."""
    if len(row) != TERM + 1 or not phrases.is_sign(row[0].text):
        return row
    sign, term, meaning = row
    near = term.x0 - sign.x1 < phrases.HANGING * term.size
    return [phrases.phrase([sign, term]), meaning] if near else row


def _end(lines: Sequence[Row], k: int) -> int:
    """The line behind a list of terms that begins at a line."""
    if len(lines[k]) != TERM or _look(lines[k][0]) == _look(lines[k][1]):
        return k
    term, meaning = lines[k]
    end = k
    while end < len(lines) and (end == k or air(lines[end - 1], lines[end]) < AIR):
        row = lines[end]
        on = len(row) == 1 and abs(row[0].x0 - meaning.x0) < SAME_EDGE and row[0].style == meaning.style
        if not on and not _is_told(row, term, meaning) and not (end > k + 1 and _is_bare(lines, k, end)):
            break
        if row[0].x0 < meaning.x0 - SAME_EDGE and row[0].x1 > meaning.x0:
            break
        end += 1
    return end


def _is_cut(lines: Sequence[Row], k: int, end: int) -> bool:
    """True where terms on the middle of their column go on below the list: one of them has two lines."""
    term, meaning = lines[k]
    flush = all(abs(row[0].x0 - term.x0) < SAME_EDGE for row in lines[k:end] if len(row) == TERM)
    if flush or end >= len(lines) or air(lines[end - 1], lines[end]) >= AIR:
        return False
    return any(_is_flush(p, term) or abs(p.x0 - meaning.x0) < SAME_EDGE for p in lines[end])


def _look(phrase: Phrase) -> tuple[str, str]:
    return phrase.style.font, phrase.style.colour


def _face(phrase: Phrase) -> tuple[str, float]:
    return phrase.style.font, phrase.style.size


def _is_told(row: Row, term: Phrase, meaning: Phrase) -> bool:
    """True for a term at the others' edge, or on their middle, with its meaning at theirs."""
    if len(row) != TERM or not _is_flush(row[0], term) or abs(row[1].x0 - meaning.x0) >= SAME_EDGE:
        return False
    return _face(row[0]) == _face(term) and row[1].style == meaning.style and _look(row[0]) != _look(meaning)


def _is_flush(p: Phrase, term: Phrase) -> bool:
    return min(abs(p.x0 - term.x0), abs(p.x0 + p.x1 - term.x0 - term.x1) / 2) < SAME_EDGE


def _is_bare(lines: Sequence[Row], k: int, n: int) -> bool:
    """True for a term without a meaning: as close below the others as they stand to each other."""
    row, (term, meaning) = lines[n], lines[k]
    usual = max(air(a, b) for a, b in pairwise(lines[k:n]))
    return (
        len(row) == 1
        and _is_flush(row[0], term)
        and row[0].text[0].isupper()
        and _face(row[0]) == _face(term)
        and _look(row[0]) != _look(meaning)
        and air(lines[n - 1], row) <= usual + LOOSER
    )
