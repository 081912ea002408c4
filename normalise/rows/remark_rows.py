"""Rows of indicators that are a remark on the row above them: a sentence and nothing else, where all names are none.

What a producer merges over the table says so by itself; an eye that no rule helps may see it in the first column, or
over all columns but one.
"""

from __future__ import annotations

from collections.abc import Sequence

from normalise.columns.strips import Strip
from normalise.language import phrases
from parsers.block import Cell

SMALLER = 0.95  # times the size of the smallest name: a text below it is set apart


def is_remark(strip: Strip, starting: Sequence[Cell], peers: Sequence[Strip] = ()) -> bool:
    """True for a sentence alone in its row, below another row, that is wider or smaller than the names of what is
    measured, or that stands as sentences over all columns do in tables of the same headings."""
    inked = [c for c in starting if c.text or c.marks]
    if strip.kind != "indicators" or len(inked) != 1 or inked[0].marks or not _is_sentence(inked[0]):
        return False
    told = inked[0]
    if strip.roles[told.col] not in ("indicator", "ref") or any(c.fill != told.fill for c in starting):
        return False
    names = _names(strip)
    if not any(name.row < told.row for name in names) or any(map(_is_sentence, names)):
        return False
    smaller = _size(told) < SMALLER * min(map(_size, names))
    wider = told.col_span > max(name.col_span for name in names)
    return smaller or wider or any(_over_all(peer) for peer in (strip, *peers))


def _names(strip: Strip) -> list[Cell]:
    """The names of what is measured that stand beside anything."""
    own = [c for c in strip.table.cells if strip.body <= c.row < strip.end and c.text]
    return [
        c
        for c in own
        if strip.roles[c.col] == "indicator" and any(o.row == c.row and o is not c for o in own)
    ]


def _over_all(strip: Strip) -> bool:
    """True for a table in which a sentence stands over all columns."""
    wide = (c for c in strip.table.cells if c.row >= strip.body and c.col_span == strip.table.cols)
    return any(map(_is_sentence, wide))


def _is_sentence(cell: Cell) -> bool:
    return cell.text[:1].isupper() and cell.text.endswith(phrases.SENTENCE_END)


def _size(cell: Cell) -> float:
    return max((line.size for line in cell.lines), default=0.0)
