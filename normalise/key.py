"""One line of a document's key: a sign, how it looks, and what is printed beside it."""

from __future__ import annotations

from typing import NamedTuple

from normalise import colours, key_words, phrases, scale, vocabulary
from normalise.review import SCALE, LegendEntry
from parsers.block import Mark

BLANK = ""  # the token of an entry whose sign is not there
TROUBLE = SCALE[2:]
SURE = ("plain", "opening", "reserved")  # how the words name the status: see `phrases.Said`


class Key(NamedTuple):
    """One line of a legend with what it looks like: a mark, a background colour, a letter or word, or a blank."""

    entry: LegendEntry
    mark: Mark | None
    fill: str | None
    token: str | None
    page: int
    x0: float = 0.0  # where the entry begins in its table, points
    sure: str = SURE[0]  # how surely its words name the status
    serves: str = ""  # the kind of table whose signs it explains, where it is headed for one
    block: int = 0  # identity of the block that prints it

    @property
    def line(self) -> scale.Line:
        """The entry as a line of a scale."""
        return scale.Line(self.colour, self.entry.label, self.entry.status, self.sure)

    @property
    def colour(self) -> str | None:
        """The everyday name of the colour that its sign has or names."""
        return vocabulary.colour_word(self.token or "") or colours.name(
            self.mark.colour if self.mark else self.fill
        )


def of_words(
    label: str,
    definition: str,
    mark: Mark | None,
    fill: str | None,
    token: str | None,
    page: int,
    x0: float = 0.0,
) -> Key:
    """The line that explains a sign in these words; its status is `unknown` where they name none.

    Words of degree alone (`Warning`, `Within 5% of target`) are taken where the colour says so too.
    """
    said = key_words.said(label, definition)
    entry = LegendEntry(0, described(mark, fill, token), label, definition, said.status or "unknown")
    found = Key(entry, mark, fill, token, page, x0, SURE[0 if said.plain else 2 if said.reserved else 1])
    status = _beside_colour(found, said)
    return found._replace(entry=entry._replace(status=status), sure=SURE[1]) if status else found


def _beside_colour(key: Key, said: phrases.Said) -> str | None:
    """The status that a line's words tell where its colour is used for just that, and the words alone are none, are not
    plain, or give a label's habitual sense and not what its definition says (`At risk: it will not be done`)."""
    label, definition = key.entry.label, key.entry.definition
    if key_words.is_step(label) and said.status not in (None, *SCALE):
        # `Stalled: the action has stopped`: the label goes before what explains it, and the colour tells how bad it is
        return scale.by_degree([label, key_words.predicate(label)], key.colour) or "unknown"
    told = scale.by_tone([definition], key.colour)
    if said.status is None:
        words = [label, definition, key_words.predicate(label), key_words.predicate(definition)]
        degree = None if said.reserved else scale.by_degree(words, key.colour)
        worse = degree == "behind_schedule" and not told and scale.by_tone([definition], "red")
        return None if worse else degree or scale.by_tone([label, definition], key.colour)
    if said.status in TROUBLE and definition:
        return told if told in TROUBLE else None
    if said.status == "on_schedule" and scale.belied(key.line):
        return scale.by_tone([label, definition], key.colour)
    return told if told in TROUBLE and key_words.is_under_way(label) else None


def described(mark: Mark | None, fill: str | None, token: str | None) -> str:
    """A mark in words: `green star`, `amber cell`, `G`; `word` where the entry's own words stand for it."""
    if mark is not None:
        return " ".join(filter(None, (colours.name(mark.colour), mark.shape)))
    if fill is not None:
        return f"{colours.name(fill)} cell"
    return token or ("blank" if token == BLANK else "word")
