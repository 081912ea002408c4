"""Remarks below rows: a text over the whole table under a label of its own, `PROGRESS COMMENTS:`, that no rule parts
from the row above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.phrases import BLANK, Row
from parsers.stacks import Stack

TIMES = 2  # rows of a page below which one label stands; one may stand anywhere
LEFT = 0.1  # share of a table's width within which a remark begins

Label = tuple[str, float]


def labels(lines: Sequence[Row]) -> frozenset[Label]:
    """The texts, with their left edges, that stand alone on lines, end in a colon and are printed again and again."""
    alone = Counter(_label(row) for row in lines if len(row) == 1 and row[0].text.endswith(":"))
    return frozenset(label for label, times in alone.items() if times >= TIMES)


def parted(
    stacks: Sequence[Stack], lines: Sequence[Row], known: frozenset[Label]
) -> tuple[list[Stack], list[Row]]:
    """The stacks with a level above each remark, if one of them runs on below the row's second text (what keeps
    to the first column is a part of its cell); and the page's lines, those of remarks as one phrase each."""
    found = [(stack, list(_remarks(stack, lines, known))) for stack in stacks if known]
    if not any(remark.wide for _, own in found for remark in own):
        return list(stacks), list(lines)
    whole = {id(line): _whole(line) for _, own in found for remark in own for line in remark.lines}
    opened = [stack.captioned([remark.top for remark in own]) for stack, own in found]
    return opened, [whole.get(id(line), line) for line in lines]


class _Remark(NamedTuple):
    """The level above a remark, its lines, and whether it outgrows the first column of the row above it."""

    top: float
    lines: list[Row]
    wide: bool


def _remarks(stack: Stack, lines: Sequence[Row], known: frozenset[Label]) -> Iterator[_Remark]:
    """The remarks of a stack: at the foot of what stands between two of its levels, below a row."""
    for top, bottom in pairwise(stack.levels):
        band = [row for row in lines if top <= row[0].middle < bottom and _is_inside(row, stack)]
        start = next((k for k, row in enumerate(band) if len(row) == 1 and _label(row) in known), 0)
        above, own = band[:start], band[start:]
        row = next((row for row in above if len(row) > 1), None)
        if row is None or not all(len(_whole(line)) == 1 and _is_left(line, stack) for line in own):
            continue
        at = (max(p.bottom for line in above for p in line) + own[0][0].top) / 2
        yield _Remark(at, own, any(line[-1].x1 > row[1].x0 for line in own))


def _whole(row: Row) -> Row:
    """A line as one phrase where no gap in it is wider than a blank: a column's end elsewhere may have parted it."""
    if any(b.x0 - a.x1 > BLANK * a.size for a, b in pairwise(row)):
        return row
    return [row[0]._replace(x1=row[-1].x1, text="".join(p.text for p in row))]


def _label(row: Row) -> Label:
    return row[0].text, round(row[0].x0)


def _is_inside(row: Row, stack: Stack) -> bool:
    return stack.left - 1 <= row[0].x0 and row[-1].x1 <= stack.right + 1


def _is_left(row: Row, stack: Stack) -> bool:
    return row[0].x0 <= stack.left + LEFT * (stack.right - stack.left)
