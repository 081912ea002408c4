"""Signs that are explained beside a key's, or as one is, and stand for no status: directions of travel, and scales of
other things."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.columns import signs_of_way
from normalise.language import ways
from normalise.signs.line import Key

ALIGNED = 8.0  # points between the left edges of entries that stand below each other
CHANCE = 0.34  # share of icons whose words are also a status's: `New`, `Continuing`, `Mandated`


def without_trends(entries: Sequence[Key]) -> tuple[list[Key], list[Key]]:
    """The signs that are explained as directions of travel, for better and for worse, and the other entries."""
    told = {
        k: way
        for k in entries
        if k.mark and (k.entry.status == "unknown" or _is_way(k)) and (way := ways.said(k.entry.label))
    }
    trends = list(told) if {"better", "worse"} <= {*told.values()} else []
    return trends, [k for k in entries if k not in trends]


def _is_way(key: Key) -> bool:
    """True for an arrow with words for the way that something went since another time: `Better than the month before`
    names the status of none."""
    pointed = key.mark is not None and key.mark.shape.startswith(signs_of_way.POINTED)
    return pointed and ways.since(key.entry.label)


def by_scale(entries: Sequence[Key]) -> tuple[list[Key], list[Key]]:
    """Entries that may be statuses, and icons: scales of other things that stand beside them."""
    scales: dict[int, list[Key]] = {}
    for key in entries:
        near = next((x for x in scales if abs(x - key.x0) < ALIGNED), round(key.x0))
        scales.setdefault(near, []).append(key)
    legends = [scale for scale in scales.values() if is_legend(scale)]
    icons = [scale for scale in scales.values() if len(scales) > 1 and _of_icons(scale, legends)]
    return [k for k in entries if all(k not in scale for scale in icons)], [k for s in icons for k in s]


def _of_icons(scale: Sequence[Key], legends: Sequence[Sequence[Key]]) -> bool:
    """True for signs with words that name no status, or by chance one: then a legend beside them has other shapes."""
    marks = [k.mark for k in scale if k.mark is not None]
    if len(scale) < 2 or len(marks) < len(scale):
        return False
    known = sum(k.entry.status != "unknown" for k in scale)
    shapes = {m.shape for m in marks}
    others = [{k.mark.shape for k in own if k.mark is not None} for own in legends if own is not scale]
    return known == 0 or (known <= CHANCE * len(scale) and any(o and o.isdisjoint(shapes) for o in others))


def is_legend(found: Sequence[Key]) -> bool:
    """At least two lines, most of which name a status that the vocabulary knows, and which do not all explain one sign:
    so do the texts of a row beside its sign."""
    known = sum(k.entry.status != "unknown" for k in found)
    unlike = len({k.entry.label for k in found}) > 1 and not _are_of_one_sign(found)
    return len(found) > 1 and known > 1 and known >= 0.6 * len(found) and unlike


def _are_of_one_sign(found: Sequence[Key]) -> bool:
    signs = {(k.mark.identity, k.mark.colour, k.mark.box) if k.mark else None for k in found}
    return len(signs) == 1 and None not in signs
