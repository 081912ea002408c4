"""Rows of one text inside a table that gather the rows below them: `1.1 Safer streets`, and `A better town` over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from normalise.columns.strips import Strip
from normalise.language import references, vocabulary
from normalise.rows.records import Piece, Theme, paragraph_ends

LONGEST = 200  # characters; a longer row of one text is a remark on the rows, not their heading
#: what opens a heading however long it is, and though it ends as a sentence does: `MD1 (Must Do): The trust must ...`
CODE = re.compile(r"(?:[A-Z]{1,4} ?\d{1,3}|\d{1,3}\.\d{1,3})(?:\.\d{1,3})*[a-z]?(?=[\s:.)(–-]|$)")
FIRST = re.compile(r"[A-Z]+|\d+")  # the part of a code that all below one heading have
#: nouns of what stands in a row: behind one of these and its number a sentence across the table is about that row
ROWS = ("action", "key action", "task", "milestone", "project", "activity", "initiative")
SENTENCE = re.compile(r"[.!?]$")
LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z /]{1,30}):\s+\S")


@dataclass(slots=True)
class Bands:
    """The last row of one text; `bare` is it while no other row stands below it. Of those with references what stands
    right above the first of a `number` is `over` all of that; of others one that looks otherwise than the one right
    below it is over that and those which look as it does."""

    own: Sequence[Piece] = ()
    bare: Sequence[Piece] = ()
    over: Sequence[Piece] = ()
    number: str = ""

    def begin(self, band: Sequence[Piece]) -> None:
        """Go on with the rows below one more row of one text, or below none."""
        first = FIRST.match(_code(band))
        if first and first[0] != self.number:
            self.over = () if _code(self.bare) else self.bare
            self.number = first[0]
        elif not self.number:
            if self.bare and band and _stands_out(self.bare, band):
                self.over = self.bare
            elif _look(band) != _look(self.own):
                self.over = ()
        self.own = self.bare = band

    def take_rest(self, band: Sequence[Piece]) -> bool:
        """Whether a row of one text at a page's head was the rest of the last one, below which no other row stands: a
        text of the same look without a code, which goes on small or had no room behind the other's last words."""
        if not self.bare or not band or _code(band) or band[0].page != self.bare[-1].page + 1:
            return False
        before, after = self.bare[-1], band[0]
        whole = not _code(self.bare) or SENTENCE.search(before.cell.text) or paragraph_ends(before, after)
        if _look(band) != _look(self.bare) or (whole and not after.cell.text[:1].islower()):
            return False
        self.own = self.bare = [*self.bare, *band]
        return True

    @property
    def above(self) -> Sequence[Piece]:
        """What stands over the last one."""
        return self.over if _code(self.own) or not self.number else ()


def _look(band: Sequence[Piece]) -> object:
    """How a row of one text is set: its ground and its letters."""
    cell = band[0].cell if band else None
    line = cell.lines[0] if cell and cell.lines else None
    return (cell.fill, line and (line.size, line.bold, line.colour)) if cell else None


def _stands_out(band: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """True for a row of one text that is set larger than the one below it, or on a ground where that has none."""
    upper, lower = band[0].cell, below[0].cell
    sizes = [max((line.size for line in cell.lines), default=0.0) for cell in (upper, lower)]
    return sizes[0] > sizes[1] or (upper.fill is not None and lower.fill is None)


def _code(band: Sequence[Piece]) -> str:
    found = CODE.match(" ".join(piece.cell.text for piece in band))
    return found[0] if found else ""


def is_band(theme: Theme) -> bool:
    """True for a row that names what the rows below it belong to; False for remarks, sums and labelled notes."""
    label = LABEL.match(theme.text)
    said = vocabulary.role_of(label["label"]) if label else None
    short = 0 < len(theme.text) <= LONGEST and not SENTENCE.search(theme.text)
    named = short or CODE.match(theme.text) is not None or _names_a_part(theme.text)
    return named and not theme.tally and said in (None, "activity", "action", "priority")


def _names_a_part(text: str) -> bool:
    """True for a part of the plan by its noun and number, `Output: 3.2.1 Roads are safe.`; of a row it is a remark."""
    named = references.worded(text)
    noun = vocabulary.plain(text[: text.index(named.ref)]) if named else ""
    return named is not None and noun not in ROWS and named.text[:1].isupper()


def pieces(theme: Theme, strip: Strip) -> list[Piece]:
    """The cells of a row of one text that print it."""
    return [Piece(cell, theme.page, strip.table.reader, False) for cell in theme.cells if cell.text]
