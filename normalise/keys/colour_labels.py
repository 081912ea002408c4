"""Colours' words as labels: where a key holds them and a name beside them, they are what the rows print."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.language import phrases, vocabulary
from normalise.signs.line import Key


def beside_names(entries: Sequence[Key]) -> list[Key]:
    """One key's lines, those of colours' words (`Green | the step is on target`) labelled with these where each other
    line has a label and its meaning (`Complete | the step has been finished`): all stand in one column. What names a
    status in so many words is a label itself."""
    named = [k for k in entries if k.token is None and k.entry.definition and (k.mark or k.fill)]
    coloured = [k for k in entries if _is_of_colour(k)]
    told = any(phrases.status_of(k.entry.label) for k in coloured)
    if told or not named or not coloured or len(named) + len(coloured) < len(entries):
        return list(entries)
    return [_labelled(k) if k in coloured else k for k in entries]


def _is_of_colour(key: Key) -> bool:
    word = key.token or ""
    return len(word) > 1 and vocabulary.colour_word(word) is not None and not key.entry.definition


def _labelled(key: Key) -> Key:
    entry = key.entry
    return key._replace(entry=entry._replace(label=key.token or entry.label, definition=entry.label))
