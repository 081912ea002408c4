"""Two keys that say different things of one sign: neither is believed of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from normalise.language import vocabulary
from normalise.signs import matching
from normalise.signs.line import Key

SURE = 0.85  # of a sign in one key being that of another


def told(keys: Sequence[Key], prints: Sequence[Sequence[Key]]) -> Iterator[Key]:
    """The keys, each with what another print says of its sign where that is another status. `prints` are all keys, each
    as often as it is printed; of what serves one kind of table those count that do so too."""
    for key in keys:
        others = (
            own for own in prints if own[0].serves == key.serves and all(k.block != key.block for k in own)
        )
        found = (other for own in others if (other := _meant(key, own)) and _contradict(key, other))
        other = next(found, None)
        yield key._replace(denied=other.entry.label) if other else key


def _contradict(key: Key, other: Key) -> bool:
    said = {key.entry.status, other.entry.status}
    return len(said) > 1 and "unknown" not in said


def _meant(key: Key, others: Sequence[Key]) -> Key | None:
    """The line of another key that explains the same sign."""
    if key.token:
        word = vocabulary.colour_word(key.token)
        hits = [k for k in others if (k.token or "").casefold() == key.token.casefold()]
        hits = hits or [k for k in others if word and k.colour == word]
        return hits[0] if len({k.entry.status for k in hits}) == 1 else None
    drawn = [k for k in others if k.mark is not None]
    if key.mark is not None and drawn:
        hit = matching.match(key.mark, drawn)
        if hit and hit[1] <= SURE and _is_of_another_shape(key, hit[0], drawn):
            return None
    else:
        hit = matching.by_colour(matching.key_colour(key), others)
    return hit[0] if hit and hit[1] >= SURE else None


def _is_of_another_shape(key: Key, other: Key, drawn: Sequence[Key]) -> bool:
    """True where a sign has no more than its colour from a key that tells its signs apart by shape, too."""
    shapes = {k.mark.shape for k in drawn if k.mark is not None}
    own = key.mark.shape if key.mark is not None else ""
    named = own not in matching.VAGUE_SHAPES and other.mark is not None
    return named and len(shapes - {*matching.VAGUE_SHAPES}) > 1 and own not in shapes
