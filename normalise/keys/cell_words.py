"""The words of a cell in a key: apart from the sign beside them, and with their label before what it means."""

from __future__ import annotations

from itertools import takewhile

from normalise.language import phrases
from normalise.signs import line_words as key_words
from parsers.block import Cell, Mark

DIVIDED = "\n"  # between the paragraphs of a cell
COUNTED = 3  # words of what says how many have a sign: `12 actions`


def of(cell: Cell) -> str:
    """A cell's text without the signs that it holds, with a dash between a label that is set apart and its meaning."""
    glyphs = "".join(m.characters for m in cell.marks)
    letter = letter_on_sign(cell)
    text = "".join(c for c in cell.text if c not in glyphs) if glyphs else cell.text
    text = text.removeprefix(letter).removeprefix("• ")
    words = " ".join(text.split())
    if not cell.lines or cell.lines[0].label:
        inner = cell.lines[0].label.removeprefix(letter).lstrip() if cell.lines else ""
        return key_words.with_dash(words, inner)
    label = _bold(cell, letter) or _alone(text)
    return words if _counts(words.removeprefix(label)) else key_words.with_dash(words, label)


def _counts(words: str) -> bool:
    return words.strip()[:1].isdigit() and len(words.split()) <= COUNTED


def letter_on_sign(cell: Cell) -> str:
    """The letter that is printed on a sign and opens the words beside it in one cell: `C Completed`; "" if none is."""
    letter, blank, rest = cell.text[:1], cell.text[1:2], cell.text[2:]
    if len(cell.marks) != 1 or not cell.lines or not letter.isupper() or blank != " " or not rest:
        return ""
    return letter if _holds_first(cell.marks[0], cell) else ""


def _holds_first(mark: Mark, cell: Cell) -> bool:
    """True for a drawn sign on which the first letter of a cell stands, and no more of its words."""
    box, line = mark.box, cell.lines[0].box
    level = box.top < line.centre[1] < box.bottom
    return not mark.characters and level and box.x0 <= line.x0 < box.centre[0] and box.x1 < line.x1


def _bold(cell: Cell, letter: str) -> str:
    """The lines in bold that open a cell, where those below them are not; "" where there are none."""
    opening = [line.text for line in takewhile(lambda line: line.bold, cell.lines)]
    plain = cell.lines[len(opening) :]
    if not opening or not plain or any(line.bold for line in plain):
        return ""
    return " ".join(" ".join(opening).removeprefix(letter).split())


def _alone(text: str) -> str:
    """The name of a status on a line of its own above words that are no other name of one; "" where none is."""
    label, parted, rest = text.strip().partition(DIVIDED)
    named = parted and phrases.status_of(label) is not None and phrases.status_of(rest) is None
    return " ".join(label.split()) if named and not label.endswith(("/", "|")) else ""
