"""The stripes of a key's table, which are none of its signs: every second row's words on a light tint."""

from __future__ import annotations

from dataclasses import replace

from normalise.language import colours, vocabulary
from parsers.block import Cell, Table

LIGHT = 0.25  # distance from white up to which a background is a light tint


def without(table: Table) -> Table:
    """A table without the light backgrounds of words in rows in which another cell is a sign: a colour's word on that
    colour, or a swatch without words."""
    signed = {cell.row for cell in table.cells if _is_sign(cell)}
    striped = {id(c) for c in table.cells if c.row in signed and c.text and c.fill and _is_light(c.fill)}
    striped -= {id(c) for c in table.cells if _is_sign(c)}
    if not striped:
        return table
    return replace(table, cells=tuple(replace(c, fill=None) if id(c) in striped else c for c in table.cells))


def _is_sign(cell: Cell) -> bool:
    if cell.fill is None or not cell.text:
        return cell.fill is not None and not _is_light(cell.fill)
    named = vocabulary.colour_word(cell.text)
    return named is not None and named == colours.name(cell.fill)


def _is_light(fill: str) -> bool:
    return colours.distance(fill, "#ffffff") <= LIGHT
