"""Texts of several columns that no blank of theirs parts: a figure that is set right against the text behind it, a
name that fills its cell. Words of the lines below each other begin at one place there, each set in another go than the
word before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from parsers.text.phrases import BULLETS, FLUSH, LEAST, Phrase, Row, phrase

WHITE = 0.36  # of the font size that is taken to part them, some of it from the text before: so much parts columns


def parted(lines: Sequence[Row]) -> list[Row] | None:
    """The lines with such texts parted; None where there are none."""
    begins = Counter(round(p.x0) for row in lines for p in row)
    inner = Counter(round(b.x0) for row in lines for p in row for _, b in _meetings(p))
    edges = {x for x in inner if sum(begins[x + k] + inner[x + k] for k in (-1, 0, 1)) >= FLUSH}
    if not edges:
        return None
    return [
        [own for p in row for own in _cut(p, {b.x0 for _, b in _meetings(p) if round(b.x0) in edges})]
        for row in lines
    ]


def parted_at(lines: Sequence[Row], xs: Sequence[float]) -> list[Row]:
    """The lines with texts parted at the known edges of columns where two words meet that were set in two goes."""
    found = []
    for row in lines:
        cuts = {b.x0 for p in row for a, b in _meetings(p) if any(a.x1 - 1 <= x <= b.x0 + 1 for x in xs)}
        found.append([own for p in row for own in _cut(p, cuts)] if cuts else row)
    return found


def _meetings(p: Phrase) -> list[tuple[Phrase, Phrase]]:
    """Words of a text of which the second was set in another go than the first."""
    return [
        (a, b)
        for a, b in pairwise(p.words)
        if a.text not in BULLETS
        and 0 < a.run != b.run > 0
        and a.style == b.style
        and b.x0 - a.x1 >= LEAST * b.size
    ]


def _cut(p: Phrase, cuts: Collection[float]) -> list[Phrase]:
    """A text before the words that begin at some places."""
    if not any(word.x0 in cuts for word in p.words[1:]):
        return [p]
    groups: list[Row] = [[]]
    for word in p.words:
        if groups[-1] and word.x0 in cuts:
            last = groups[-1][-1]
            groups[-1][-1] = last._replace(x1=max(last.x0, min(last.x1, word.x0 - WHITE * word.size)))
            groups.append([])
        groups[-1].append(word)
    return [phrase(group) for group in groups]
