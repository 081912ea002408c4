"""Columns headed as the way that something goes (`Trajectory`, `Trend`) whose signs the key explains as statuses."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from normalise.columns import lights, qualified, year_parts
from normalise.language import values, vocabulary, ways, words
from normalise.review import SCALE
from normalise.signs import matching, status_notes
from normalise.signs.line import Key
from parsers.block import Cell, Mark

POINTED = ("arrow", "triangle")  # shapes that may point somewhere
FORMED = 0.9  # of a match with the key: a surer one than its colour alone
NEARLY_ALL = 0.9  # share of a column's filled cells that are signs of the key


def moving(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]
) -> int | None:
    """The one column whose heading says that something changed, `Change`, `Compared with November`, over nothing but
    arrows, or words for up and down: the way that each row goes. Arrows that the key explains as statuses are these."""
    if "direction" in roles:
        return None
    shades = words.shades()
    found = [
        col
        for col, role in enumerate(roles)
        if not role
        and not shades["moving"].isdisjoint(said := vocabulary.plain(headings[col]).split())
        and shades["elsewhere"].isdisjoint(said)
        and _are_ways(below[col], keys)
    ]
    return found[0] if len(found) == 1 else None


def _are_ways(column: Sequence[Cell], keys: Sequence[Key]) -> bool:
    """True for arrows without words, or words for up, down and the same without signs, in all cells that are filled."""
    inked = [c for c in column if c.text or c.marks]
    rates = {key.entry.status for key in keys} & {*SCALE}
    drawn = all(
        len(c.marks) == 1
        and c.text in ("", c.marks[0].characters)
        and c.marks[0].shape.startswith(POINTED)
        and not (rates and matching.is_explained(c.marks[0], keys))
        for c in inked
    )
    known = words.shades()["up_down"]
    told = all(not c.marks and (vocabulary.plain(c.text) in known or values.is_absent(c.text)) for c in inked)
    return len(inked) > 1 and (drawn or (told and any(not values.is_absent(c.text) for c in inked)))


def rating(roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]) -> list[int]:
    """The one column of directions that holds statuses, where no other does: of its signs the key says how a row
    stands, whatever the heading says. An arrow is such a sign only where the key shows that arrow."""
    if "status" in roles or any(map(year_parts.is_part, roles)):
        return []
    told = [k for k, role in enumerate(roles) if role == "direction" and _stands(below[k])]
    if len(told) == 1 == roles.count("direction") and not _are_rated(below, told[0]):
        return told
    if not any(key.entry.status in SCALE for key in keys):
        return []
    labels = {vocabulary.plain(key.entry.label) for key in keys}
    labels |= {key.token.casefold() for key in keys if key.token}
    columns = [k for k, role in enumerate(roles) if role == "direction" and _rates(below[k], keys, labels)]
    return columns if len(columns) == 1 else []


def _stands(column: Sequence[Cell]) -> bool:
    """True for statuses with words of their own, none of which names another time: `Amber – last quarter`."""
    times = vocabulary.load("headings")["times"]
    before = {*times["past"], *times["future"], "was", "were"}
    notes = [qualified.said_behind(c.text) for c in column]
    return qualified.are_qualified(column) and all(
        before.isdisjoint(vocabulary.plain(note).split()) and not status_notes.is_date(note, "")
        for note in notes
    )


def _are_rated(below: Sequence[Sequence[Cell]], but: int) -> bool:
    """True where another column is painted or drawn, or holds statuses, whatever it is headed."""
    return any(
        lights.are_lights(column) or lights.are_shaded(column) or qualified.are_qualified(column)
        for k, column in enumerate(below)
        if k != but
    )


def _rates(column: Sequence[Cell], keys: Sequence[Key], labels: Collection[str]) -> bool:
    inked = [c for c in column if c.text or c.marks]
    signs = [c for c in inked if _is_sign(c, keys, labels)]
    shown = {(c.text, *(m.identity for m in c.marks), *(m.colour for m in c.marks)) for c in signs}
    return len(shown) > 1 and len(signs) >= NEARLY_ALL * len(inked)


def _is_sign(cell: Cell, keys: Sequence[Key], labels: Collection[str]) -> bool:
    if cell.marks:
        return all(_is_explained(mark, keys) for mark in cell.marks)
    named = vocabulary.plain(cell.text) in labels or cell.text.casefold() in labels
    return named and ways.said(cell.text) is None


def _is_explained(mark: Mark, keys: Sequence[Key]) -> bool:
    """True for a sign of the key, by its form and not by its colour alone; one that points only where the key shows the
    same."""
    if mark.shape.startswith(POINTED):
        return matching.is_explained(mark, keys)
    found = matching.match(mark, keys)
    return found is not None and found[1] >= FORMED
