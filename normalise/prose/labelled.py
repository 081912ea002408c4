"""A printed line that opens with a label, `Lead: Ann Archer`, and lines that hold several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from normalise.language import vocabulary
from normalise.prose import texts
from parsers.block import Line

READER = "lines"  # what a table is read by that is made of labelled lines
LABEL = re.compile(r"(?:[•|·;]\s+)?(?P<label>[^\W\d_][^:•|]{0,38}?)\s*:(?:\s+|$)")
#: with a dash for the colon the label's words must be known: `Delivery status - On target`
DASHED = re.compile(r"(?:[•|·;]\s+)?(?P<label>[^\W\d_][^:•|–—]{0,38}?)\s+[–—-](?:\s+|$)")
DASHES = (" - ", " – ", " — ")
LONGEST = 5  # words of a label; more is a sentence
BEHIND = " :–—-"  # what parts a label set in bold from what it labels
#: `Action 1.2`, `Milestone no. 3`: an item's label with its number
NUMBERED = re.compile(r"(?P<item>\D+?)\s+(?:no\.?\s*)?(?P<ref>[A-Z]{0,4}\d{1,3}(?:\.\d{1,3})*[a-z]?)")
#: what parts labels on one line: `Lead: Ann Archer | Due: 31 March`
BETWEEN = re.compile(r"\s+[|·•]\s+|;\s+")
BULLET = "• "
ITEM = ("action", "activity")
LEVEL = 0.5  # of a line's height between the middles of two lines that stand beside each other


class Labelled(NamedTuple):
    """What a line's label is: its words as printed, the role that they give and the number behind them ("" where there
    is none), where what it labels begins in the line's text, and whether it is set apart in bold."""

    label: str
    role: str
    ref: str
    begin: int
    bold: bool

    @property
    def key(self) -> str:
        """The label's words for comparing it with others."""
        return vocabulary.plain(self.label)


def read(line: Line, *, dashed: bool = False) -> Labelled | None:
    """The label that opens a line; None for a line without one and for the heading of a priority.

    A colon marks a label whether its words are known or not; without one and set in bold, or with a dash for it, which
    counts where `dashed`, they are known.
    """
    said = _read(line, dashed)
    return said if said and not texts.heads_rows(line.text) else None


def _read(line: Line, dashed: bool) -> Labelled | None:
    text = line.text
    before = DASHED.match(text) if dashed and any(dash in f"{text} " for dash in DASHES) else None
    if before and len(before["label"].split()) <= LONGEST and vocabulary.role_of(before["label"]):
        return _said(before["label"], before.end(), line.bold or before["label"] in line.label)
    found = LABEL.match(text) if ":" in text else None
    if found and len(found["label"].split()) <= LONGEST:
        return _said(found["label"], found.end(), line.bold or found["label"] in line.label)
    bold = line.label if text.startswith(line.label) else ""
    bold = text if line.bold and not line.label else bold
    words = bold.removeprefix(BULLET).strip(BEHIND)
    said = _said(words, len(bold), True) if 0 < len(words.split()) <= LONGEST else None
    return said if said and said.role else None


def _said(label: str, begin: int, bold: bool) -> Labelled:
    found = NUMBERED.fullmatch(label)
    role = vocabulary.role_of(found["item"]) if found else None
    if found and role in ITEM:
        return Labelled(found["item"], role, found["ref"], begin, bold)
    return Labelled(label, vocabulary.role_of(label) or "", "", begin, bold)


def behind(line: Line, said: Labelled) -> Line | None:
    """What stands behind a line's label, None where nothing does."""
    begin = said.begin + len(line.text[said.begin :]) - len(line.text[said.begin :].lstrip(BEHIND))
    return part(line, begin, len(line.text)) if begin < len(line.text) else None


def parted(line: Line, *, dashed: bool = False) -> Iterator[Line]:
    """A line by the known labels that it holds: `Lead: Ann Archer | RAG: Green` is two, the second with the stroke."""
    ends = [*(found.start() for found in BETWEEN.finditer(line.text)), len(line.text)]
    begins = [0, *(end + len(line.text[end:]) - len(line.text[end:].lstrip()) for end in ends[:-1])]
    parts = [part(line, a, b) for a, b in zip(begins, ends, strict=True)]
    known = [(said := read(p, dashed=dashed)) is not None and bool(said.role) for p in parts]
    yield from parts if len(parts) > 1 and all(known) else [line]


def part(line: Line, begin: int, end: int) -> Line:
    """Characters `begin` up to `end` of a line; where they stand is reckoned from their share of the line."""
    if (begin, end) == (0, len(line.text)):
        return line
    letter = line.box.width / max(len(line.text), 1)
    box = line.box._replace(x0=line.box.x0 + begin * letter, x1=line.box.x0 + end * letter)
    label = line.label if begin == 0 and len(line.label) <= end else ""
    return line._replace(text=line.text[begin:end], box=box, label=label)


def is_level(a: Line, b: Line) -> bool:
    """True for lines that stand beside each other, as a label and its value may."""
    return abs(a.box.centre[1] - b.box.centre[1]) <= LEVEL * min(a.box.height, b.box.height)
