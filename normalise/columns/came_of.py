"""Columns headed `Outcome` that tell what came of what was done, and not what is to be reached."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import mean

from normalise.columns import content, unnamed
from normalise.columns.marked import Told
from normalise.language import nouns, vocabulary, words
from parsers.block import Cell

MOSTLY = 0.5  # share of a column's texts that tell of what is over
#: words of what is over or begun: `was agreed`, `has opened`, `not yet`, `Adopted by Council`, `38 people`
OVER = re.compile(
    r"\b(?:was|were|has|have|had|been|did|didn't|not yet|[a-z]{2,}(?<!ne)ed)\b|\d", re.IGNORECASE
)
#: what is to be reached: `Improved access to parks`, `More people supported`
INTENDED = re.compile(
    r"(?:improved|increased|reduced|enhanced|strengthened|more|fewer|better)\b", re.IGNORECASE
)


def told(
    headings: Sequence[str],
    roles: Sequence[str],
    below: Sequence[Sequence[Cell]],
    named: Mapping[str, Sequence[Cell]],
) -> Told:
    """Roles where the only column of items tells how each row went, in sentences, and the one column before it under an
    unknown heading with a text of its own on each row is what was done. `named` are the cells below each heading in all
    tables, for one table may have few rows."""
    items = [k for k, role in enumerate(roles) if role in content.ITEMS]
    if len(items) != 1 or roles[items[0]] != "activity" or "progress" in roles:
        return Told(tuple(roles))
    col = items[0]
    told = _says_outcome(headings[col]) and _tells(below[col], named.get(vocabulary.plain(headings[col]), ()))
    rows = len([c for c in below[col] if c.text])
    before = [k for k in range(col if told else 0) if unnamed.can_name(headings[k], roles[k], below[k], rows)]
    if len(before) != 1:
        return Told(tuple(roles))
    found = {col: "progress", before[0]: "action"}
    return Told(tuple(found.get(k, role) for k, role in enumerate(roles)), (headings[before[0]],))


def doubted(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[str]:
    """The heading of what is taken as done, where it tells what came of it and no other column was told to be that."""
    acted = [k for k, role in enumerate(roles) if role == "action"]
    return [headings[k] for k in acted if _says_outcome(headings[k]) and _tells(below[k], below[k])]


def _tells(own: Sequence[Cell], everywhere: Sequence[Cell]) -> bool:
    """True for sentences, one for each row, most of which tell of what is over."""
    texts = [c.text for c in own if c.text]
    apart = len(texts) > 0 and len({*texts}) >= unnamed.OWN * len(texts)
    said = [c.text for c in everywhere if c.text] or texts
    over = sum(OVER.search(text) is not None and INTENDED.match(text) is None for text in said)
    long = bool(said) and mean(map(len, said)) >= unnamed.TELLING
    return apart and long and content.are_sentences(own) and over >= MOSTLY * len(said)


def _says_outcome(heading: str) -> bool:
    """True for `Outcome` and `Outcome to date`; `Intended outcomes` are to be reached."""
    said = vocabulary.plain(heading).split()
    return not words.shades()["came_of"].isdisjoint(said) and not nouns.is_beside(heading)
