"""The stripes of a key's table, which are none of its signs: the words of some rows stand on a light tint, the same for
all of them."""

from __future__ import annotations

from dataclasses import replace

from normalise.language import colours, vocabulary
from parsers.block import Cell, Table


def without(table: Table) -> Table:
    """A table without the light backgrounds of words in rows in which another cell is a sign: a colour's word on that
    colour, or a swatch without words. Tints of several colours are signs themselves."""
    signs = {id(cell): cell.row for cell in table.cells if _is_sign(cell)}
    signed = {*signs.values()}
    striped = {
        id(c): colours.name(c.fill)
        for c in table.cells
        if c.row in signed and c.text and c.fill and colours.is_light(c.fill) and id(c) not in signs
    }
    if len({*striped.values()}) != 1:
        return table
    return replace(table, cells=tuple(replace(c, fill=None) if id(c) in striped else c for c in table.cells))


def _is_sign(cell: Cell) -> bool:
    if cell.fill is None or not cell.text:
        return cell.fill is not None and not colours.is_light(cell.fill)
    named = vocabulary.colour_word(cell.text)
    return named is not None and named == colours.name(cell.fill)
