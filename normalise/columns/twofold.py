"""A column that rates rows beside one headed `Status` that says in words how far each has come: `In progress` of a row
that is late. What the document's own key explains says how the row stands, whatever it is headed (`Performance`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from normalise.columns import lights, year_parts
from normalise.language import colours, nouns, vocabulary
from normalise.review import SCALE
from normalise.signs import matching
from normalise.signs.line import Key
from parsers.block import Cell

NEARLY_ALL = (
    0.9  # share of a column's filled cells that the key explains: a stray remark may stand among them
)
#: roles of a heading that may name a rating: no role, that of a figure, that of what is measured
OPEN = ("", "latest", "indicator")
STATUS = "status"


def told(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]
) -> tuple[str, ...]:
    """Roles where the one column of signs or words of the key, beside a status in words that the key does not explain,
    is a status too; without a key one of lights, where its heading says no more than that it rates."""
    rating = _ratings(headings, roles, below, keys)
    return tuple(STATUS if col in rating else role for col, role in enumerate(roles))


def _ratings(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]
) -> list[int]:
    worded = [below[col] for col, role in enumerate(roles) if role == STATUS]
    if len(worded) != 1 or any(map(year_parts.is_part, roles)):
        return []
    if not _are_words(worded[0]) or _are_explained(worded[0], keys):
        return []
    past = {*vocabulary.load("headings")["times"]["past"]}
    found = [
        col
        for col, role in enumerate(roles)
        if role in OPEN and not nouns.is_beside(headings[col])
        if past.isdisjoint(vocabulary.plain(headings[col]).split())
        if _are_explained(below[col], keys) or (says_standing(headings[col]) and _are_drawn(below[col]))
    ]
    return found if len(found) == 1 else []


def says_standing(heading: str) -> bool:
    """True for a heading that rates, and says of what no more than that it is how the row goes: `Progress RAG`."""
    words, shades = {*vocabulary.plain(heading).split()}, vocabulary.load("headings")["shades"]
    return bool(words) and words != {STATUS} and words <= {*shades["rating"], *shades["standing"]}


def _are_words(column: Sequence[Cell]) -> bool:
    """True for words alone, neither with signs nor on grounds of several colours, which would be what rates."""
    grounds = {colours.name(c.fill) for c in column if colours.may_rate(c.fill)}
    return any(c.text for c in column) and not any(c.marks for c in column) and len(grounds) < 2


def _are_explained(column: Sequence[Cell], keys: Sequence[Key]) -> bool:
    """True for cells of which nearly all show a sign or the words of a line of the key that names a status."""
    rating = [key for key in keys if key.entry.status in SCALE]
    labels = {vocabulary.plain(key.entry.label) for key in rating}
    inked = [c for c in column if c.text or c.marks]
    return bool(inked) and sum(_is_of(c, rating, labels) for c in inked) >= NEARLY_ALL * len(inked)


def _is_of(cell: Cell, keys: Sequence[Key], labels: Collection[str]) -> bool:
    drawn = "".join(mark.characters for mark in cell.marks)
    if not cell.text or cell.text == drawn:
        return all(matching.match(mark, keys) for mark in cell.marks)
    return vocabulary.plain(cell.text) in labels


def _are_drawn(column: Sequence[Cell]) -> bool:
    """True for lights in every cell that is filled, or names of colours."""
    inked = [c for c in column if c.text or c.marks]
    shown = all(c.marks or vocabulary.colour_word(c.text) for c in inked)
    return bool(inked) and shown and lights.are_lights(column)
