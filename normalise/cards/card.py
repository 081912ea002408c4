"""A card: an item's labels and what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from normalise.language import colours, phrases, vocabulary
from normalise.prose.labelled import part
from parsers.block import Cell, Heading, Paragraph

LABELS = 3  # a card has at least so many rows with a label that is known
KNOWN_SHARE = 0.6  # share of its labels that the vocabulary must know
ITEM = {"action", "activity"}
TOLD = {"status", "progress"}
#: what can only be a card's reference: `PV1`, `Action 2.3`, `1a`, `1/2`
REFERENCE = re.compile(
    r"(?:(?i:action)\s+|(?i:ref(?:erence)?)\.?\s*)?"
    r"(?P<ref>(?:[A-Z][A-Za-z]{0,3})?[ -]?\d+(?:[./]\d{1,3})*[A-Za-z]?)"
)

Text = Heading | Paragraph


@dataclass(slots=True)
class Pair:
    """A label and the cells behind it, all on one page; `label` is blank where a page break cut it off. `opens` is true
    for the first of a row without labels, which opens a card."""

    label: Cell
    page: int
    values: list[Cell]
    opens: bool = False

    @property
    def key(self) -> str:
        return vocabulary.plain(self.label.text)

    @property
    def role(self) -> str:
        return vocabulary.role_of(self.label.text) or ""


@dataclass(slots=True)
class Card:
    """An item's labels and values. `titled` where no label names the item, but a row of its table or the heading above
    it; `captions` are texts above its table that are its own, `sections` rows above it that head several cards."""

    pairs: list[Pair]
    titled: bool = False
    captions: list[Text] = field(default_factory=list)
    sections: list[Cell] = field(default_factory=list)

    @property
    def roles(self) -> set[str]:
        return {pair.role for pair in self.pairs}

    def is_whole(self) -> bool:
        """True where a card names an item and what is told of it, most of its labels known."""
        known = sum(bool(pair.role) for pair in self.pairs)
        told = ITEM & self.roles and TOLD & self.roles
        return bool(told) and known >= LABELS and are_known(self.pairs)


def are_known(pairs: Sequence[Pair]) -> bool:
    """True where the vocabulary knows most of the labels."""
    labelled = [pair for pair in pairs if pair.label.text]
    known = sum(bool(pair.role) for pair in labelled)
    return known > 0 and known >= KNOWN_SHARE * len(labelled)


def named(label: str, value: Cell, page: int) -> list[Pair]:
    """A value that no label stands beside."""
    return [Pair(Cell(0, 0, 1, 1, label, value.box), page, [value])]


def is_status(cell: Cell) -> bool:
    """True for a cell that holds a sign, a status's words, or nothing but a status's colour."""
    if cell.text.strip():
        return bool(cell.marks) or phrases.may_rate(cell.text)
    return bool(cell.marks) or (cell.fill is not None and colours.name(cell.fill) is not None)


def part_of(cell: Cell, begin: int, end: int) -> Cell:
    """Some of a cell's letters; what it prints on one line keeps its place."""
    text = cell.text[begin:end]
    lines = tuple(part(line, begin, end) for line in cell.lines[:1] if line.text == cell.text)
    return replace(cell, text=text, lines=lines, chars=len("".join(text.split())))
