"""Signs that open the items of a list and are unlike: a tick before what is reached and a ring before what is not say
something of each, where bullets do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.block import Cell, Line, Mark, Table
from parsers.text.wording import BULLETS

BULLET = BULLETS[0]
#: as Unicode has the signs that symbol fonts have elsewhere
SIGNS = {"tick": "✔", "cross": "✘", "ring": "○", "disc": "●", "boxed-tick": "☑", "boxed-cross": "☒"}
SYMBOLS = "\u2190"  # the first of the symbols of Unicode: its arrows
ASIDE = 1.0  # points between signs one below the other


def told(table: Table) -> Table:
    """The table with these signs in the text of its cells, behind the bullets that stand for them: `• ✔ Choose sites`.
    Where items of one cell open with unlike signs, those of all cells of its column tell."""
    signs = {k: found for k, cell in enumerate(table.cells) if (found := _signs(cell))}
    telling = {table.cells[k].col for k, found in signs.items() if len({*found}) > 1}
    if not telling:
        return table
    cells = (
        replace(cell, text=_with(cell.text, signs[k])) if k in signs and cell.col in telling else cell
        for k, cell in enumerate(table.cells)
    )
    return replace(table, cells=tuple(cells))


def _signs(cell: Cell) -> list[str]:
    """The sign that opens each item of a cell's list; none where one has a bullet, or stands inside another's."""
    if not cell.marks or BULLET not in cell.text:
        return []
    items = [line for line in cell.lines if line.text.startswith(BULLET)]
    opening = [next((m for m in cell.marks if _opens(m, line)), None) for line in items]
    signs = [_character(mark) for mark in opening if mark]
    inside = any(abs(line.box.x0 - items[0].box.x0) > ASIDE for line in items)
    counted = sum(line.startswith(BULLET) for line in cell.text.split("\n"))
    return signs if all(signs) and len(signs) == len(items) == counted and not inside else []


def _opens(mark: Mark, line: Line) -> bool:
    on_line = line.box.top <= mark.box.centre[1] <= line.box.bottom
    return mark.seen == "glyph" and on_line and abs(mark.box.x0 - line.box.x0) <= ASIDE


def _character(mark: Mark) -> str:
    """The sign as a character of Unicode; "" for one of a symbol font that has none here."""
    own = mark.characters
    return own if len(own) == 1 and SYMBOLS <= own < "\ue000" else SIGNS.get(mark.shape, "")


def _with(text: str, signs: Sequence[str]) -> str:
    left = iter(signs)
    return "\n".join(
        f"{BULLET}{next(left)} {line.removeprefix(BULLET)}" if line.startswith(BULLET) else line
        for line in text.split("\n")
    )
