"""Notes under tables, which a mark behind a text refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parsers.block import Block, Paragraph

FOOTNOTE = re.compile(r"^(?:[*†‡]+|\[\w{1,3}\]|\(\w\)|Notes?:)\s*\S")
LONGEST_NOTE = 400  # characters; more is running text that opens with a star


class Footnote(NamedTuple):
    """A note under a table: its text, and where it stands."""

    text: str
    page: int
    top: float


def footnotes(blocks: Iterable[Block]) -> tuple[Footnote, ...]:
    """Notes under tables: a star or bracketed mark and its explanation."""
    return tuple(
        Footnote(b.text, b.page, b.box.top)
        for b in blocks
        if isinstance(b, Paragraph) and FOOTNOTE.match(b.text) and len(b.text) < LONGEST_NOTE
    )


def explanation(mark: str, page: int, bottom: float, notes: Sequence[Footnote]) -> str | None:
    """What a mark behind a text refers to: the next note below that opens with it, else the last one above."""
    own = [n for n in notes if n.text.startswith(mark) and not n.text.startswith(mark * 2)]
    below = [n for n in own if (n.page, n.top) >= (page, bottom)]
    found = below[:1] or own[-1:]
    return found[0].text if found else None
