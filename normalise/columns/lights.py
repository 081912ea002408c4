"""What rates, by its looks: signs, letters and names of colours, words of a status, backgrounds in several colours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from normalise.language import phrases, vocabulary
from parsers.block import Cell, Mark, Table

LETTERS = 2  # characters of a rating that is a letter or a figure
SIGN = 16  # characters up to which a cell's text can be a status of its own
MOSTLY = 0.5  # share of a column's cells that must show a sign


def are_ratings(columns: Sequence[Sequence[Cell]]) -> bool:
    """True for columns whose filled cells are signs, letters of colours or words of a status."""
    cells = [c for column in columns for c in column if c.text or c.marks]
    return sum(map(_is_rating, cells)) > MOSTLY * len(cells)


def columns(table: Table) -> frozenset[int]:
    """The columns of a table that hold nothing but signs, letters or words that rate, below their first cell."""
    inked: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.row and cell.col_span == 1 and (cell.text or cell.marks):
            inked[cell.col].append(cell)
    few = ((col, cells) for col, cells in inked.items() if len(cells) > 1)
    return frozenset(col for col, cells in few if all(map(_is_rating, cells)))


def are_lights(column: Sequence[Cell]) -> bool:
    """True for signs, letters or words that rate; arrows say which way it went, and so do triangles beside a figure."""
    ways = any(m.shape.startswith("arrow") or _is_change(c, m) for c in column for m in c.marks)
    return are_ratings([column]) and not ways


def _is_change(cell: Cell, mark: Mark) -> bool:
    """True for `▼ 6.1%`."""
    return mark.shape.startswith("triangle") and any(map(str.isdigit, cell.text))


def are_on_grounds(columns: Sequence[Sequence[Cell]]) -> bool:
    """True for columns of letters or figures on grounds of more than one colour: a rating by number, `4` on green."""
    cells = [c for column in columns for c in column if c.text]
    short = all(c.fill and len(c.text) <= LETTERS for c in cells)
    return short and len({c.fill for c in cells}) > 1


def are_shaded(column: Sequence[Cell]) -> bool:
    """True for a column that prints no text but backgrounds, in more than one colour."""
    return not any(c.text for c in column) and len({c.fill for c in column if c.fill}) > 1


def are_classes(column: Sequence[Cell]) -> bool:
    """True for letters that sort things, `A`, `B` and `C`: some are no colour's, or none is that of green or red."""
    texts = {c.text for c in column if c.text}
    if not texts or any(len(text) > 1 or not text.isalpha() for text in texts):
        return False
    named = {vocabulary.colour_word(text) for text in texts}
    return None in named or named.isdisjoint(("green", "red"))


def shown(column: Sequence[Cell]) -> set[tuple[str | None, ...]]:
    """The words and the signs, each with its colour, that a column shows, or else its backgrounds."""
    return {
        (c.text, *(m.identity for m in c.marks), *(m.colour for m in c.marks))
        if c.text or c.marks
        else (c.fill,)
        for c in column
    }


def _is_rating(cell: Cell) -> bool:
    if cell.text and len(cell.text) > SIGN:
        return False
    words = vocabulary.colour_word(cell.text) or phrases.status_of(cell.text)
    return bool(cell.marks) or words is not None
