"""Open a document and read it whole: the front door of this floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from parsers.block import Block


class PageFacts(NamedTuple):
    """What is kept of a page once its blocks are read: its size in points and what the ink ledger needs.

    `chars` counts printed characters that are not blank; `marks` counts coloured drawings, pictures and glyphs.
    """

    number: int
    width: float
    height: float
    chars: int
    marks: int
    damage: str | None


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


class Refusal(Exception):
    """A document that cannot be read. `code` is one of the contract's codes, `message` one sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


def read(data: bytes, *, password: str | None = None) -> Parsed:
    """Read a PDF's or a transcript's bytes. Raises Refusal for what cannot be read."""
    raise NotImplementedError
