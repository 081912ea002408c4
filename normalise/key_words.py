"""The words of a key's line: its label, its definition, and the status that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise import phrases, vocabulary
from normalise.phrases import Said

DASH = re.compile(r"\s+[–—-]\s+|\s*[:=]\s+|\s+[–—]|[–—]\s+")
CLAUSE = re.compile(r"[,.;]")


def parted(words: Sequence[str]) -> tuple[str, str]:
    """Label and definition: two cells, or one text with a dash or colon between them.

    A label that is only a letter or a colour's word (`Green = on track`) gives way to what stands behind it,
    and so does the colour's word before the name of a status (`Green Completed`).
    """
    label, definition = split(words)
    colour, _, rest = label.partition(" ")
    if len(colour) > 1 and vocabulary.colour_word(colour) and phrases.status_of(rest):
        return rest, definition
    token = len(label) == 1 or all(vocabulary.colour_word(part) for part in re.split(r"\s*[/-]\s*", label))
    if not token or not definition:
        return label, definition
    clause, _, rest = definition.partition(" – ")
    return clause.rstrip(" .;,"), rest


def split(words: Sequence[str]) -> tuple[str, str]:
    """What stands before and behind the first dash or colon, or in the first and in the other cells."""
    if len(words) > 1:
        return words[0], " ".join(words[1:])
    parts = DASH.split(words[0], maxsplit=1)
    return (parts[0].strip(), parts[1].strip()) if len(parts) == 2 and parts[0].strip() else (words[0], "")


def said(label: str, definition: str) -> Said:
    """What an entry's words mean: its label and what its definition says together."""
    clause = CLAUSE.split(definition, maxsplit=1)[0]
    named, meant = phrases.status_of(label), phrases.status_of(clause) or phrases.status_of(definition)
    opened = Said(named, plain=True) if named else phrases.opening(label)
    if opened.status and meant:  # `In progress - delayed` is delayed
        both = phrases.together(opened.status, meant)
        return Said(both, plain=opened.plain and both is not None, reserved=both is None)
    if meant and not opened.reserved:
        return Said(meant, plain=True)
    return opened if opened.status or opened.reserved else phrases.opening(definition)
