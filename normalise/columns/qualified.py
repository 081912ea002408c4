"""Columns of statuses behind which a row may say more of itself: `On track – minor slippage`, `Amber: improving`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.language import phrases, vocabulary
from normalise.signs import status_notes
from parsers.block import Cell

PARTING = re.compile(r"\s+[-–—]\s+|\s*[–—:;(]\s*|,\s+|\s+but\s+", re.IGNORECASE)
FEW = 3  # texts that such a column has at least
LONGEST = 60  # characters of a status with what is said behind it; a longer text tells how things went
LETTER = 2  # characters of a letter, which may open an item of a list: `A: Homes`
#: how far a row has come beside its status: `75% – In Progress`, `In progress (75%)`
SHARED = re.compile(r"(?P<share>\d{1,3}) ?%\s*[-–—:,(]?\s*(?P<words>[^\W\d_][^%()]*?)\s*\)?")
BRACKETED = re.compile(r"(?P<words>[^\W\d_][^%()]*?)\s*\(\s*(?P<share>\d{1,3}) ?%\s*\)")
WHOLE = 100  # per cent of a row that is complete
NEARLY_ALL = 0.9  # share of a column's texts that open with a status: a stray remark may stand among them


def are_qualified(column: Sequence[Cell]) -> bool:
    """True for short texts, nearly all of them a status of two kinds and more, alone or parted from what is said behind
    it: of most that is more than a date, for a step of the work (`Consultation`) is `Planned – June 2026` too."""
    texts = [c.text for c in column if c.text]
    if len(texts) < FEW or max(map(len, texts)) > LONGEST:
        return False
    heads = [head for text in texts if (head := status(text))]
    if len(heads) < NEARLY_ALL * len(texts) or len({*heads}) < 2:
        return False
    notes = [note for text in texts if (note := said_behind(text))]
    return 2 * sum(status_notes.is_date(note, "") for note in notes) < len(notes)


def are_shares(column: Sequence[Cell]) -> bool:
    """True for texts of which each says how far its row has come and the name of a status, and nothing else."""
    texts = [" ".join(c.text.split()) for c in column if c.text]
    return len(texts) > 1 and all(map(_is_share, texts))


def _is_share(text: str) -> bool:
    """True for `75% – In Progress`; `60% complete` names no status, for less than the whole is not complete."""
    found = SHARED.fullmatch(text) or BRACKETED.fullmatch(text)
    said = phrases.status_of(found["words"]) if found else None
    return found is not None and said is not None and (said != "completed" or int(found["share"]) == WHOLE)


def status(text: str) -> str | None:
    """The words of a status or of a colour that a text prints alone or before a mark that parts them from others, in
    small letters; None for any other text."""
    head = PARTING.split(" ".join(text.split()), maxsplit=1)[0].strip()
    named = phrases.status_of(head) or (len(head) > LETTER and vocabulary.colour_word(head))
    return vocabulary.plain(head) if named else None


def said_behind(text: str) -> str:
    """What a text says behind the mark that parts it from its status."""
    return "".join(PARTING.split(" ".join(text.split()), maxsplit=1)[1:]).rstrip(" )")
