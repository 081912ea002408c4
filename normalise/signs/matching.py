"""A sign beside the legend's signs: the line that explains it, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.language import colours, vocabulary
from normalise.signs.line import Key
from parsers.block import Mark

STORED = 16  # characters of a picture's identity that name its stored bytes; its silhouette follows
SILHOUETTE_DIFFERENCE = 7  # of 64 places that two drawings of one sign may differ by
NEAR_COLOUR = 0.25  # distance up to which the nearest colour of a legend is taken, if it is nearest by far
SAME, APART = 0.005, 0.02  # distance of one colour's two prints, and that between two pale ones of a legend
NAMED = 0.85  # how sure a colour is that the legend names in words
WARM = frozenset({"amber", "yellow", "orange"})
BY_FAR = 2.0  # times nearer than the next, which is another colour than the nearest
INKS = frozenset(("black", "grey"))  # in which a legend may print the shapes of coloured signs
SHAPES = 2  # in a legend that tells its signs apart by shape
VAGUE_SHAPES = ("path", "picture", "cell", "glyph", "")


def match(mark: Mark, keys: Sequence[Key]) -> tuple[Key, float] | None:
    """The legend's line for a mark, with how sure it is from 0 to 1; None where no line or more than one fits."""
    drawn = [k for k in keys if k.mark is not None]
    for sure, alike in ((1.0, same_sign), (0.98, _same_form), (0.95, _same_shape)):
        hits = [k for k in drawn if k.mark is not None and alike(mark, k.mark) and _ink(mark, k.mark)]
        hits = _of_its_shape(mark, hits) if sure == 1.0 else hits
        if len({k.entry.status for k in hits}) == 1:
            return hits[0], sure
        if len(hits) > 1:
            return None
    alone = _by_shape_alone(mark, drawn)
    if alone is not None:
        return alone, 0.9
    shaded = [
        k for k in drawn if k.mark is not None and _same_shape(mark, k.mark) and _is_named_alike(mark, k)
    ]
    if len(shaded) == 1:
        return shaded[0], 0.8
    hit = by_colour(mark.colour, keys)
    return None if hit and _has_rival(mark, hit[0], drawn) else hit


def _is_named_alike(mark: Mark, key: Key) -> bool:
    """True for colours of one name: those of a gradient's parts differ from place to place."""
    name = colours.name(mark.colour)
    return name is not None and name == colours.name(key_colour(key))


def _has_rival(mark: Mark, key: Key, drawn: Sequence[Key]) -> bool:
    """True for a sign of a shape that the legend does not show, where it has two shapes in that colour: which of them
    it is the colour does not say."""
    shapes = {k.mark.shape for k in drawn if k.mark is not None}
    if key.mark is None or mark.shape in VAGUE_SHAPES or mark.shape in shapes:
        return False
    like = [k.mark.shape for k in drawn if k.mark is not None and _is_named_alike(mark, k)]
    return any(shape not in (key.mark.shape, *VAGUE_SHAPES) for shape in like)


def _of_its_shape(mark: Mark, hits: list[Key]) -> list[Key]:
    """Of several lines that show the same outline those that show it filled or empty, as the mark is: `●` and `○`."""
    own = [k for k in hits if k.mark is not None and k.mark.shape == mark.shape]
    return own or hits


def meanings(marks: Sequence[Mark], keys: Sequence[Key]) -> set[str | None]:
    """What marks mean: statuses by the legend, of those that it explains; colours by name where there is none."""
    if not keys:
        return {colours.name(mark.colour) for mark in marks} - {None}
    return {hit[0].entry.status for mark in marks if (hit := match(mark, keys)) is not None}


def is_explained(mark: Mark, keys: Sequence[Key]) -> bool:
    """True for a sign that a line of the legend shows in its own ink and that names a status: an arrow that tells no
    direction."""
    named = (k.mark for k in keys if k.mark is not None and k.entry.status != "unknown")
    return any(same_sign(mark, known) and _ink(mark, known) for known in named)


def _ink(a: Mark, b: Mark) -> bool:
    """True for one ink. A thin line in a picture is as dark as its pixels happen to lie on it: black is one ink."""
    return colours.alike(a.colour, b.colour) or colours.name(a.colour) == colours.name(b.colour) == "black"


def same_sign(a: Mark, b: Mark) -> bool:
    """True for the same glyph, drawing or picture, whatever its colour and size.

    One stored picture drawn at two sizes gives silhouettes that differ in a few places; drawn with two masks, in many.
    """
    if a.seen == b.seen == "picture" and a.identity[:STORED] == b.identity[:STORED]:
        return a.identity == b.identity or _same_form(a, b)
    return a.identity == b.identity and a.seen == b.seen


def _same_form(a: Mark, b: Mark) -> bool:
    """Drawings or pictures whose silhouettes differ in a few places only."""
    if a.seen != b.seen or a.seen == "glyph" or a.identity.startswith("~") != b.identity.startswith("~"):
        return False
    bits_a, bits_b = (re.search(r"([0-9a-f]{16})$", m.identity) for m in (a, b))
    if bits_a is None or bits_b is None:
        return False
    return (int(bits_a[1], 16) ^ int(bits_b[1], 16)).bit_count() <= SILHOUETTE_DIFFERENCE


def _same_shape(a: Mark, b: Mark) -> bool:
    return a.shape == b.shape and a.shape not in VAGUE_SHAPES


def _by_shape_alone(mark: Mark, keys: Sequence[Key]) -> Key | None:
    """Where the legend's signs differ by shape and share their ink, the shape decides; one sign alone or one in another
    colour than the mark's tells nothing."""
    inks = {colours.name(k.mark.colour) for k in keys if k.mark is not None}
    own = colours.name(mark.colour)
    if own not in ("black", "grey") and (len(inks) > 1 or (own not in inks and inks.isdisjoint(INKS))):
        return None
    if len({k.mark.shape for k in keys if k.mark is not None}) < SHAPES and own not in inks:
        return None
    hits = [k for k in keys if k.mark is not None and (same_sign(mark, k.mark) or _same_shape(mark, k.mark))]
    return hits[0] if len(hits) == 1 and len(inks) == 1 else None


def by_colour(
    colour: str | None, keys: Sequence[Key], silent: Sequence[str] = ("black", "white")
) -> tuple[Key, float] | None:
    """The line whose colour is the same, or by far the nearest. `silent` are colours that say nothing: ink is black."""
    if colour is None or colours.name(colour) in silent:
        return None
    inked = [(colours.distance(colour, c), k) for k in keys if (c := key_colour(k)) is not None]
    inked.sort(key=lambda d: d[0])
    if not inked:
        return _named(colours.name(colour), keys)
    nearest, key = inked[0]
    other = next((d for d, k in inked if k.entry.status != key.entry.status), 1.0)
    if (nearest <= colours.ALIKE and other > colours.ALIKE) or (nearest <= SAME and other > APART):
        return key, 0.85
    if (
        nearest <= NEAR_COLOUR
        and other > max(BY_FAR * nearest, APART)
        and colours.name(colour) == colours.name(key_colour(key))
    ):
        return key, 0.7
    return None


def _named(name: str | None, keys: Sequence[Key]) -> tuple[Key, float] | None:
    """The line of a legend in words that names a colour: "Green = on track" beside green cells.

    Amber, yellow and orange are one colour where the legend names one of them only. A letter names a colour beside
    another that does: of `C`, `T` and `R` it is what its status begins with.
    """
    named = [(word, k) for k in keys if (word := vocabulary.colour_word(k.token or ""))]
    if len({word for word, k in named if len(k.token or "") == 1}) == 1:
        named = [(word, k) for word, k in named if len(k.token or "") > 1]
    warm = {word for word, _ in named} & WARM
    hits = [k for word, k in named if word == name or (name in WARM and {word} == warm)]
    return (hits[0], NAMED) if len({k.entry.status for k in hits}) == 1 else None


def key_colour(key: Key) -> str | None:
    """The colour in which a legend's line shows its sign."""
    return key.mark.colour if key.mark is not None else key.fill
