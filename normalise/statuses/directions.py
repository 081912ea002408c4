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


def of_figure(record: Record, icons: Sequence[Key]) -> str | None:
    """`better`, `worse` or `same` where the direction column says so in words, or by one sign that the key explains or
    whose look does. An arrow up alone says nothing: what rises may be bad."""
    signs = [(mark, explained(mark, icons)) for mark in record.marks("direction")]
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
