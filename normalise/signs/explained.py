"""What the document's key says of the signs, the words and the background of a row's status cell."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.language import colours, vocabulary
from normalise.signs import colour_words, matching, scale
from normalise.signs.decision import Decision
from normalise.signs.line import BLANK, Key, told_of_colour
from normalise.signs.names import seen
from parsers.block import Mark


def by_marks(marks: Sequence[Mark], keys: Sequence[Key]) -> Decision | None:
    """What the key says of the signs; of several of different meaning the surest, with a finding."""
    found = [(m, hit) for m in marks if (hit := matching.match(m, keys)) is not None]
    if not found:
        return None
    mark, (key, sure) = max(found, key=lambda f: f[1][1])
    decision = _from_key(key, mark, sure)
    if len({hit[0].entry.status for _, hit in found}) > 1:
        names = " and ".join(seen(m) for m, _ in found)
        return decision._replace(
            confidence=0.3,
            notes=(("warning", "several_marks", f"the status cell shows {names}; the first was taken"),),
        )
    return decision


def by_fill(
    fill: str | None, keys: Sequence[Key], row_fills: Sequence[str | None], worded: bool = False
) -> Decision | None:
    """What the key says of a background, where it is not that of the whole row. `worded` is True beside words of the
    key: where that shows no colours itself, a pale one of the whole row is the table's style."""
    if fill is None:
        return None
    found = matching.by_colour(fill, keys, silent=("white",))
    if found is None:
        return None
    key, sure = found
    shown = matching.key_colour(key)
    styled = worded and shown is None and colours.is_light(fill)
    if is_shading(fill, row_fills) and (styled or sure < 0.85 or _is_other_tint(fill, shown)):
        return None
    return _from_key(key, None, sure)._replace(mark=f"{colours.name(fill)} cell")


def is_shading(fill: str, row_fills: Sequence[str | None]) -> bool:
    """True for a background that most of the row's other cells have, too."""
    return bool(row_fills) and sum(f == fill for f in row_fills) > len(row_fills) / 2


def _is_other_tint(fill: str, shown: str | None) -> bool:
    """True for a colour that is only near to the legend's: two pale ones are near whatever they are."""
    return shown is not None and colours.distance(fill, shown) > matching.APART


def by_words(words: str, keys: Sequence[Key]) -> Decision | None:
    """A letter or word that the legend prints as its mark or as its label."""
    if not words:
        blank = [k for k in keys if k.mark is None and k.fill is None and k.token == BLANK]
        return _blank(blank[0]) if len(blank) == 1 else None
    plain = vocabulary.plain(words)
    hits = [k for k in keys if k.token is not None and k.token.casefold() == words.casefold()]
    hits = hits or [k for k in keys if k.entry.label.casefold() == words.casefold()]
    hits = hits or [k for k in keys if vocabulary.plain(k.entry.label) == plain and plain]
    hits = hits or [k for k in keys if k.token and words == f"{k.token} {k.entry.label}"]
    hits = hits or _by_colour_word(words, keys)
    statuses = {k.entry.status for k in hits}
    if len(statuses) != 1:
        return None
    return _from_key(hits[0], None, 1.0)._replace(mark=words)


def _blank(key: Key) -> Decision:
    return _from_key(key, None, 0.8)._replace(mark="blank")


def _by_colour_word(words: str, keys: Sequence[Key]) -> list[Key]:
    """`Green` or `G` where the legend shows a green sign, or says green by another spelling."""
    colour = vocabulary.colour_word(words)
    if colour is None:
        return []
    by_token = [k for k in keys if k.token is not None and vocabulary.colour_word(k.token) == colour]
    by_label = [k for k in keys if vocabulary.colour_word(k.entry.label) == colour]
    return by_token or by_label or [k for k in keys if colours.name(matching.key_colour(k)) == colour]


def _from_key(key: Key, mark: Mark | None, sure: float) -> Decision:
    if key.denied:
        shown = seen(mark) if mark else key.entry.mark
        message = (
            f"one key says {key.entry.label!r} of {shown}, another {key.denied!r}: which holds is not known"
        )
        return Decision("unknown", None, "none", shown, 0.0, (("warning", "keys_disagree", message),))
    notes: tuple[tuple[str, str, str], ...] = ()
    if sure < 0.75:
        notes = (
            (
                "warning",
                "near_colour",
                f"the mark's colour is near, not equal, to the legend's for {key.entry.label}",
            ),
        )
    if key.entry.status == "unknown":
        notes += (
            (
                "warning",
                "legend_not_understood",
                f"the legend's {key.entry.label!r} is no status that is known",
            ),
        )
    if colour := colour_words.belying(key.entry.label, key.entry.status):
        notes += (("warning", "key_belies_colour", told_of_colour(key, colour)),)
    elif scale.belied(key.line):
        notes += (("info", "key_belies_colour", told_of_colour(key)),)
    described = seen(mark) if mark else key.entry.mark
    return Decision(key.entry.status, key.entry.label, "legend", described, sure, notes)
