"""Pieces: one text of a review that comes back as several in the next, or several that come back as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from warehouse.evidence import Rarity
from warehouse.subject import Subject
from warehouse.wording import HOW_MUCH, NUMBER_WORDS, stem, telling_words, wording

#: share of a piece's words that must come from the whole; below, it brings too much of its own. All shares count rare
#: words most: "continue to" and "reporting to the board" make nobody a piece
_FROM_THE_WHOLE = 0.7
#: share of the whole's words that the pieces must cover together
_COVERED = 0.75
#: share of what the first piece lost that the others must bring back
_BROUGHT_BACK = 0.4


class Division(NamedTuple):
    """`pieces` in the order of their review, the one that goes on as the whole first. `score` is the share of
    the whole that they cover together, `margin` what they cover beyond the first alone."""

    pieces: tuple[Subject, ...]
    score: float
    margin: float


def division(
    whole: Subject, main: Subject | None, free: Sequence[Subject], rarity: Rarity
) -> Division | None:
    """How `whole` falls into `main` (its counterpart, if it has one) and some of `free`; None where it does
    not.

    A piece must be made of the whole's words and bring back words that the other pieces lack: two sentences
    on one pattern ("measure the impact of ...") are no division of each other.

    A counted whole ("open two hubs") also falls into as many that are named one by one ("open a hub in Ashby"), and
    into those that say the same of parts of what it counts ("the first 6 hectares", "the last 9").
    """
    if counted := _named_one_by_one(whole, main, free) or _adding_up(whole, main, free, rarity):
        return Division(counted, 1.0, 1 - 1 / len(counted))
    words = _words(whole)
    candidates = [piece for piece in free if _made_of(whole, piece, rarity)]
    if not candidates:
        return None
    first = main or max(candidates, key=lambda piece: rarity.weight(words & _words(piece)))
    if not _made_of(whole, first, rarity):
        return None
    pieces, missing = [first], words - _words(first)
    lost = rarity.weight(missing)
    while missing and (piece := _most_useful(missing, [c for c in candidates if c not in pieces], rarity)):
        pieces.append(piece)
        missing -= _words(piece)
    brought, whole_weight = lost - rarity.weight(missing), rarity.weight(words)
    covered = 1 - rarity.weight(missing) / whole_weight
    if len(pieces) == 1 or covered < _COVERED or brought / lost < _BROUGHT_BACK:
        return None
    return Division(tuple(pieces), covered, brought / whole_weight)


def _named_one_by_one(whole: Subject, main: Subject | None, free: Sequence[Subject]) -> tuple[Subject, ...]:
    """As many pieces as the whole counts, each saying what it says of one with a name of its own; else none."""
    counts = _counts(whole)
    if len(counts) != 1 or counts[0] < 2:
        return ()
    said, known = _uncounted(whole), wording(whole.text).names
    named = [
        piece
        for piece in (*([main] if main else []), *free)
        if _uncounted(piece) == said and wording(piece.text).names - known and set(_counts(piece)) <= {1}
    ]
    names = {wording(piece.text).names for piece in named}
    if len(named) != counts[0] or len(names) != len(named) or (main and main not in named):
        return ()
    return tuple(named)


def _adding_up(
    whole: Subject, main: Subject | None, free: Sequence[Subject], rarity: Rarity
) -> tuple[Subject, ...]:
    """All that say of fewer what the whole says of more, and little else, if they count as many together; else none."""
    counts, said = _counts(whole), _uncounted(whole)
    if len(counts) != 1 or not said:
        return ()
    parts = [
        piece
        for piece in (*([main] if main else []), *free)
        if len(own := _counts(piece)) == 1
        and own[0] < counts[0]
        and said <= (saying := _uncounted(piece))
        and rarity.weight(said) >= _FROM_THE_WHOLE * rarity.weight(saying)
    ]
    is_whole = len(parts) > 1 and sum(_counts(piece)[0] for piece in parts) == counts[0]
    return tuple(parts) if is_whole and (main is None or main in parts) else ()


def _counts(subject: Subject) -> list[int]:
    words = (NUMBER_WORDS.get(word) for word in telling_words(subject.text))
    figures = (int(number) for number in wording(subject.text).numbers if number.isdecimal())
    return [*(word for word in words if word), *figures]


def _uncounted(subject: Subject) -> frozenset[str]:
    """What a text says beside how many and the names in it."""
    names = wording(subject.text).names
    return frozenset(
        stem(word) for word in telling_words(subject.text) if word not in HOW_MUCH and word not in names
    )


def _words(subject: Subject) -> frozenset[str]:
    """Telling words; a figure may be shared out among pieces, or be lost."""
    return frozenset(word for word in wording(subject.text).words if not word.isdigit())


def _made_of(whole: Subject, piece: Subject, rarity: Rarity) -> bool:
    """Whether a piece says little but what the whole says, and names no other figure, place or person."""
    all_of_it, said, own = wording(whole.text), wording(piece.text), _words(piece)
    foreign = [
        *(n for n in said.names if n not in all_of_it.plain),
        *set(said.numbers) - set(all_of_it.numbers),
    ]
    common = own & _words(whole)
    return bool(common) and not foreign and rarity.weight(common) / rarity.weight(own) >= _FROM_THE_WHOLE


def _most_useful(missing: frozenset[str], candidates: Sequence[Subject], rarity: Rarity) -> Subject | None:
    gains = [(rarity.weight(missing & _words(piece)), -piece.position, piece.id) for piece in candidates]
    if not gains or max(gains)[0] == 0:
        return None
    return candidates[gains.index(max(gains))]
