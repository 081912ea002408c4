"""A correction: one decision of a person about one value, link or finding, addressed so that it lasts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

#: `value` and `status` correct a field of a row, `review` one of the review itself; `accept` says that a finding
#: needs no more looking at; `link` and `unlink` say what is one thread; `undo` takes an earlier line back
KINDS = ("value", "status", "review", "link", "unlink", "accept", "undo")
LINKS = ("link", "unlink")
#: kinds that put `now` in the place of a field's value
REPLACING = ("value", "status", "review")
#: digits of an id; two of a million decisions share one with odds of one in two
_DIGITS = 10


class Address(NamedTuple):
    """How a subject is found again when ids, numbers or wording have changed; all as read, never as corrected.

    `review` is a review's id, `document` the first twelve digits of its document's. `row` tells rows apart that
    share refs, number and text: `2 of 3`. Of a finding without a row the kind is `page`, the number its page.
    """

    review: str = ""
    document: str = ""
    kind: str = ""
    refs: str = ""
    number: str = ""
    row: str = ""
    text: str = ""


#: of a correction with one end only
NOWHERE = Address()


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the corrections file. `was` is what was read when it was decided; `now` what it is, of an
    `accept` the finding's code, of an `undo` the id of the line that it takes back. `other` is the earlier end of
    a link. An empty `id` is made from the content."""

    kind: str
    subject: Address = NOWHERE
    field: str = ""
    was: str = ""
    now: str = ""
    made_by: str = ""
    made_at: str = ""
    why: str = ""
    other: Address = NOWHERE
    id: str = ""

    def named(self) -> Correction:
        """The same with an id."""
        if self.id:
            return self
        said = (self.kind, *self.subject, self.field, self.was, self.now, *self.other)
        content = "\x1f".join((*said, self.made_by, self.made_at, self.why))
        return replace(self, id="c" + hashlib.sha256(content.encode()).hexdigest()[:_DIGITS])


def undone(corrections: Sequence[Correction]) -> frozenset[str]:
    """Ids of the lines that a later line takes back. An undo that is itself undone takes nothing back."""
    taken: set[str] = set()
    for correction in reversed(corrections):
        if correction.kind == "undo" and correction.id not in taken:
            taken.add(correction.now)
    return frozenset(taken)


def standing(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """The decisions that hold: neither undone nor an undo."""
    taken = undone(corrections)
    return tuple(c for c in corrections if c.kind != "undo" and c.id not in taken)


def speaking_of(corrections: Iterable[Correction], reviews: Iterable[str], document: str) -> list[Correction]:
    """Those with an end in the document, or in a review of one of these names."""
    names = set(reviews)
    return [
        c
        for c in corrections
        if any(end.document == document or end.review in names for end in (c.subject, c.other) if end.kind)
    ]
