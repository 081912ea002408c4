"""The key of a document: what its signs mean, as a table, a strip, lines or a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from bench.invented.paper import Block, Cell, Heading, Row, Table, Text
from bench.invented.phrases import chance
from bench.invented.review import Line, Scale
from bench.invented.signs import Signs
from bench.invented.traits import Traits

TITLES = {
    "actions": ("Key", "Status key", "Legend", "Key to ratings", "What the ratings mean", "RAG key", ""),
    "figures": ("Key to indicators", "Indicator ratings", "Key for performance measures", "Performance key"),
}
HEADS = {
    2: (("Rating", "Meaning"), ("Symbol", "What it means"), ("Status", "Definition")),
    3: (("Symbol", "Rating", "Meaning"), ("", "Status", "Description")),
}
OPENINGS = ("Key: ", "RAG ratings: ", "Status: ", "")


def key_blocks(rng: Random, traits: Traits, scale: Scale, signs: Signs, of: str) -> list[Block]:
    """The key to a scale; nothing where the document has none."""
    if traits.legend == "none":
        return []
    title = rng.choice(TITLES[of])
    blocks: list[Block] = [Heading(3, title)] if title and traits.legend != "sentence" else []
    return [*blocks, FORMS[traits.legend](rng, traits, scale, signs)]


def key_labels(traits: Traits, scale: Scale, signs: Signs) -> list[tuple[str, str]]:
    """Labels that the key names beyond doubt, each with its status."""
    if traits.legend == "none" or (scale.names_colours and not signs.wordless):
        return []
    if (traits.legend == "three columns" and scale.names_colours) or (
        traits.sign == "tint" and traits.legend == "sentence"
    ):
        return []
    return [(_said(line, scale) if signs.wordless else line.label, line.status) for line in scale.lines]


def _said(line: Line, scale: Scale) -> str:
    """What stands beside a sign that is no word: the label, or the meaning where the label names a colour."""
    return line.meaning if scale.names_colours else line.label


def _table(rng: Random, traits: Traits, scale: Scale, signs: Signs) -> Table:
    three = traits.legend == "three columns" and signs.wordless
    body: list[Row] = []
    for line in scale.lines:
        texts = (
            [line.label, line.meaning] if three else [_said(line, scale) if signs.wordless else line.meaning]
        )
        body.append((signs.cell(line), *(Cell((text,)) for text in texts)))
    heads = rng.choice(HEADS[3 if three else 2])
    head: Row = tuple(Cell((text,) if text else (), bold=True) for text in heads)
    weights = (1.2, 1.6, 4.0) if three else (1.6, 4.0)
    return Table((head,) if chance(rng, 0.6) else (), tuple(body), weights, wide=False)


def _lines(rng: Random, traits: Traits, scale: Scale, signs: Signs) -> Table:
    dash = rng.choice(("", "", "– ", "= ")) if not signs.wordless else ""
    body = [
        (signs.cell(line), Cell((dash + (_said(line, scale) if signs.wordless else line.meaning),)))
        for line in scale.lines
    ]
    return Table((), tuple(body), (1.4, 5.0), wide=False, ruled=False)


def _strip(rng: Random, traits: Traits, scale: Scale, signs: Signs) -> Table:
    """One row: a sign and its words, and so on; words on a tint are printed with their meaning on it."""
    cells: list[Cell] = []
    for line in scale.lines:
        if signs.wordless:
            cells += [signs.cell(line), Cell((_said(line, scale),))]
        else:
            cells.append(replace(signs.cell(line), lines=(f"{line.label}: {line.meaning}",)))
    weights = [(0.7, 2.0)[at % 2] if signs.wordless else 2.0 for at in range(len(cells))]
    return Table((), (tuple(cells),), tuple(weights))


def _sentence(rng: Random, traits: Traits, scale: Scale, signs: Signs) -> Text:
    """`G = On track; A = Slipping`, or the colours' names where cells have a tint alone."""
    join = rng.choice((" = ", " – ", ": "))
    parts = []
    for line in scale.lines:
        if traits.sign in ("letter", "tinted letter"):
            parts.append(f"{line.letter}{join}{_said(line, scale)}")
        elif traits.sign == "tint":
            parts.append(f"{line.colour.capitalize()}{join}{_said(line, scale)}")
        else:
            parts.append(f"{line.label}{join}{line.meaning}")
    return Text(rng.choice(OPENINGS) + rng.choice(("; ", ", ", " | ")).join(parts))


FORMS: dict[str, Callable[[Random, Traits, Scale, Signs], Block]] = {
    "table": _table,
    "three columns": _table,
    "lines": _lines,
    "strip": _strip,
    "sentence": _sentence,
}
