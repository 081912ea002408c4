"""Directions of travel: what a column says of the way a figure goes, in words or by signs that the key explains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from normalise.language import colours, vocabulary, ways
from normalise.rows.records import Record
from normalise.signs import matching
from normalise.signs.line import Key
from parsers.block import Mark

POINTED = ("arrow", "triangle")  # shapes that point somewhere
RIGHT = ("arrow-right", "triangle-right")  # as what opens a line does


def marks(record: Record, role: str, keys: Sequence[Key]) -> list[Mark]:
    """The signs of the direction column; where there is none, the arrow in the cell of `role` that rates the row by
    something else: `A ▼`, or a black arrow on a coloured ground. One that points right in all rows may be an ornament.
    """
    if record.pieces("direction"):
        return record.marks("direction")
    own = [p.cell for p in record.pieces(role)]
    pointed = [m for c in own for m in c.marks if _points(m, keys)]
    if len(pointed) != 1:
        return []
    said = " ".join(c.text for c in own)
    said = said.replace(pointed[0].characters, "") if pointed[0].characters else said
    dark = colours.name(pointed[0].colour) in colours.SILENT and any(colours.may_rate(c.fill) for c in own)
    rated = any(map(str.isalnum, said)) or sum(len(c.marks) for c in own) > 1 or dark
    return pointed if rated and not _is_ornament(pointed[0], record, role, keys) else []


def _points(mark: Mark, keys: Sequence[Key]) -> bool:
    return mark.shape.startswith(POINTED) and not matching.is_explained(mark, keys)


def _is_ornament(mark: Mark, record: Record, role: str, keys: Sequence[Key]) -> bool:
    """True for a sign that points right where no other one of its column points elsewhere, and where others stand in
    its place in other rows: `▲ Amber` below `● Green`."""
    strip = record.strip
    columns = strip.columns(role)
    signed = [
        c for c in strip.table.cells if c.col in columns and strip.body <= c.row < strip.end and c.marks
    ]
    pointed = [[m for m in c.marks if _points(m, keys)] for c in signed]
    shapes = {m.shape for found in pointed for m in found}
    return not all(pointed) or (mark.shape in RIGHT and shapes <= {mark.shape})


def of_figure(record: Record, icons: Sequence[Key], keys: Sequence[Key] = ()) -> str | None:
    """`better`, `worse` or `same` where the direction column says so in words, or by one sign that the key explains or
    whose look does. An arrow up alone says nothing: what rises may be bad."""
    signs = [(mark, explained(mark, icons)) for mark in marks(record, "status", keys)]
    told = {ways.said(label) if label else _looks(mark) for mark, label in signs}
    return ways.said(record.text("direction")) or (told.pop() if len(told) == 1 else None)


def _looks(mark: Mark) -> str | None:
    """A green arrow is better and a red one worse; one that points neither up nor down stands for no change."""
    said: dict[str, Any] = vocabulary.load("values")["direction"]
    if not mark.shape.startswith(POINTED):
        return None
    way: str | None = said["colours"].get(colours.name(mark.colour))
    return "same" if mark.shape in said["level"] else way


def explained(mark: Mark, icons: Sequence[Key]) -> str | None:
    """What the key says of a sign that rates nothing; None where no line, or more than one, shows it. An arrow of
    another font is the same."""
    alike = [k for k in icons if k.mark is not None and matching.same_sign(mark, k.mark)]
    if not alike and mark.shape.startswith(POINTED):
        alike = [k for k in icons if k.mark is not None and k.mark.shape == mark.shape]
    inked = [k for k in alike if k.mark is not None and colours.alike(mark.colour, k.mark.colour)]
    labels = {k.entry.label for k in inked or alike}
    return labels.pop() if len(labels) == 1 else None
