"""Pieces: one text of a review that comes back as several in the next, or several that come back as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from warehouse.subject import Subject
from warehouse.wording import wording

#: share of a piece's words that must come from the whole; below, it brings too much of its own
_FROM_THE_WHOLE = 0.5
#: share of the whole's words that the pieces must cover together
_COVERED = 0.8
#: share of what the first piece lost that the others must bring back
_BROUGHT_BACK = 0.5


class Division(NamedTuple):
    """`pieces` in the order of their review, the one that goes on as the whole first. `score` is the share of
    the whole that they cover together, `margin` what they cover beyond the first alone."""

    pieces: tuple[Subject, ...]
    score: float
    margin: float


def division(whole: Subject, main: Subject | None, free: Sequence[Subject]) -> Division | None:
    """How `whole` falls into `main` (its counterpart, if it has one) and some of `free`; None where it does
    not.

    A piece must be made of the whole's words and bring back words that the other pieces lack: two sentences
    on one pattern ("measure the impact of ...") are no division of each other.
    """
    words = wording(whole.text).words
    candidates = [piece for piece in free if _made_of(words, piece)]
    first = main or max(candidates, key=lambda piece: len(words & wording(piece.text).words), default=None)
    if first is None or not words or not _made_of(words, first):
        return None
    pieces, missing = [first], words - wording(first.text).words
    lost = len(missing)
    while missing and (piece := _most_useful(missing, [c for c in candidates if c not in pieces])):
        pieces.append(piece)
        missing -= wording(piece.text).words
    covered = 1 - len(missing) / len(words)
    if len(pieces) == 1 or covered < _COVERED or (lost - len(missing)) / lost < _BROUGHT_BACK:
        return None
    return Division(tuple(pieces), covered, (lost - len(missing)) / len(words))


def _made_of(words: frozenset[str], piece: Subject) -> bool:
    own = wording(piece.text).words
    return bool(own) and len(own & words) / len(own) >= _FROM_THE_WHOLE


def _most_useful(missing: frozenset[str], candidates: Sequence[Subject]) -> Subject | None:
    gains = [(len(missing & wording(piece.text).words), -piece.position, piece.id) for piece in candidates]
    if not gains or max(gains)[0] == 0:
        return None
    return candidates[gains.index(max(gains))]
