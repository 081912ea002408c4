"""Lines of a title block that are a key's: `GREEN Delivering to plan` names no plan."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.language import vocabulary, words
from normalise.prose.texts import Text
from normalise.signs.line import Key


def apart(texts: Sequence[Text], keys: Sequence[Key]) -> list[Text]:
    """Texts without those of the title block that print entries of the key and nothing else, with their signs or
    without: a key right below the title block may have begun in it."""
    told = (part for key in keys for part in (key.entry.label, key.entry.definition))
    labels = sorted({words.plain(part) for part in told} - {""}, key=len, reverse=True)
    tokens = {word for key in keys for word in words.plain(key.token or "").split()}
    return [t for t in texts if t.place != "title" or not _prints(t.text, labels, tokens)]


def _prints(line: str, labels: Sequence[str], tokens: set[str]) -> bool:
    said = f" {words.plain(line)} "
    left = said
    for label in labels:
        left = left.replace(f" {label} ", "  ")
    return left != said and all(w in tokens or vocabulary.colour_word(w) for w in left.split())
