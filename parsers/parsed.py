"""What is known of a document once it is read, and why one cannot be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from parsers.block import Block

UNUSABLE = 0.3  # share of characters without a meaning beyond which a text layer is of no use
STAMPED = 0.1  # of the invisible letters of a scan: a page number or a stamp that was printed onto it


class PageFacts(NamedTuple):
    """What is kept of a page once its blocks are read: its size in points and what the ink ledger needs.

    `chars` counts printed characters that are not blank, `hidden` those without ink; `marks` counts coloured
    drawings, pictures and symbol glyphs; `pictured` is the share of the page that pictures cover. `read_from_picture`
    is an OCR engine's confidence (0 to 1) in a page that it read, None for a page whose text is the file's own.
    `turned` counts the quarter turns clockwise by which a page was turned whose text lies on its side, `covered`
    the hidden characters that lie beneath boxes painted over them, `unseen` what stood on layers switched off, `typed`
    stamps and typewritten texts laid onto the page and `unread` what else was drawn onto it, `remarks`
    the texts among that; `cut` counts words at the paper's edge, which may be the begins of longer ones.
    """

    number: int
    width: float
    height: float
    chars: int
    hidden: int
    unreadable: int
    marks: int
    pictured: float
    damage: str | None
    read_from_picture: float | None = None
    turned: int = 0
    covered: int = 0
    misspelt: bool = False
    unseen: int = 0
    typed: int = 0
    unread: int = 0
    remarks: tuple[str, ...] = ()
    cut: int = 0

    @property
    def laid_under(self) -> bool:
        """True where nearly all text is invisible or there is none: what the page shows is a picture, or outlines."""
        return self.chars <= STAMPED * (self.hidden - self.covered)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document as seen: facts of its file, its pages and its blocks in reading order."""

    sha256: str
    bytes: int
    kind: str  # "pdf" or "transcript"
    producer: str
    tagged: bool
    title: str
    pages: tuple[PageFacts, ...]
    blocks: tuple[Block, ...]
    damage: str | None = None
    made: dt.date | None = None  # the day that the file says it was made on


class Refusal(Exception):
    """A document that cannot be read. `code` is one of the contract's codes, `message` one sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
