"""Directions of travel: what a column says of the way a figure goes, in words or by signs that the key explains."""

from __future__ import annotations

from collections.abc import Sequence

from normalise import colours, matching, vocabulary
from normalise.key import Key
from normalise.records import Record
from parsers.block import Mark


def of_figure(record: Record, icons: Sequence[Key]) -> str | None:
    """`better`, `worse` or `same` where the direction column says so in words, or by one sign that the key explains."""
    told = {meaning(label) for mark in record.marks("direction") if (label := explained(mark, icons))}
    return meaning(record.text("direction")) or (told.pop() if len(told) == 1 else None)


def meaning(words: str) -> str | None:
    """What words say of the way something goes; None where they say nothing, or say what it does not."""
    plain = vocabulary.plain(words)
    said: dict[str, list[str]] = vocabulary.load("values")["direction"]
    found = [way for way in ("better", "worse", "same") if any(stem in plain for stem in said[way])]
    denied = found != ["same"] and set(plain.split()) & set(said["denied"])
    return found[0] if len(found) == 1 and not denied else None


def explained(mark: Mark, icons: Sequence[Key]) -> str | None:
    """What the key says of a sign that rates nothing; None where no line, or more than one, shows it."""
    alike = [k for k in icons if k.mark is not None and matching.same_sign(mark, k.mark)]
    inked = [k for k in alike if k.mark is not None and colours.alike(mark.colour, k.mark.colour)]
    labels = {k.entry.label for k in inked or alike}
    return labels.pop() if len(labels) == 1 else None
