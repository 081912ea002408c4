"""A card of labelled lines: its labels, each with the lines that it labels, and what stands above them."""

from __future__ import annotations

from dataclasses import dataclass, field

from normalise.cards.flows import Printed
from normalise.language import vocabulary
from normalise.prose.labelled import ITEM, behind
from parsers.block import Mark

TOLD = ("status", "progress")


@dataclass(slots=True)
class Entry:
    """One label of a card with the lines that it labels; `opens` is the line that prints the label itself."""

    label: str
    role: str
    ref: str
    opens: Printed
    lines: list[Printed] = field(default_factory=list)

    @property
    def key(self) -> str:
        return vocabulary.plain(self.label)

    @property
    def is_labelled_status(self) -> bool:
        """True for a status whose label says that it is one; that of others is told by what stands behind it."""
        return vocabulary.role_of(self.label) == "status"

    @property
    def printed(self) -> list[Printed]:
        """All lines of the entry."""
        return [self.opens, *self.lines]

    @property
    def text(self) -> str:
        """The words behind the label, on its own line or on those below it."""
        own = behind(self.opens.line, self.opens.said) if self.opens.said else self.opens.line
        return " ".join([*([own.text] if own else []), *(p.line.text for p in self.lines)])


@dataclass(slots=True)
class Card:
    """An item's labelled lines, with the title and the reference above them, and the name of a status beside the title;
    `doubt` says what may not be its own."""

    entries: list[Entry]
    title: list[Printed] = field(default_factory=list)
    ref: Printed | None = None
    rated: Printed | None = None
    doubt: str = ""

    @property
    def roles(self) -> set[str]:
        return {entry.role for entry in self.entries}

    @property
    def signs(self) -> tuple[Mark, ...]:
        """The signs on the lines that name the item."""
        named = [*([self.ref] if self.ref else []), *self.title]
        named += [e.opens for e in self.entries[:1] if e.role in ITEM]
        return tuple({m.box: m for p in named for m in p.marks}.values())

    def is_whole(self) -> bool:
        """True for a card that names an item and tells how it stands."""
        return bool(self.title or self.roles & set(ITEM)) and bool(self.roles & set(TOLD))
