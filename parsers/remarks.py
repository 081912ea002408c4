"""Remarks below rows: a text over the whole table under a label of its own, `PROGRESS COMMENTS:`, that no rule parts
from the row above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parsers.phrases import Row
from parsers.stacks import Stack

TIMES = 2  # rows of a page below which one label stands; one may stand anywhere
LEFT = 0.1  # share of a table's width within which a remark begins

Label = tuple[str, float]


def labels(lines: Sequence[Row]) -> frozenset[Label]:
    """The texts, with their left edges, that stand alone on lines, end in a colon and are printed again and again."""
    alone = Counter(_label(row) for row in lines if len(row) == 1 and row[0].text.endswith(":"))
    return frozenset(label for label, times in alone.items() if times >= TIMES)


def parted(stacks: Sequence[Stack], lines: Sequence[Row], known: frozenset[Label]) -> list[Stack]:
    """The stacks with a level above each remark, if one of them runs on below the row's second text at least: what
    keeps to the first column is a part of its cell."""
    found = [(stack, _remarks(stack, lines, known)) for stack in stacks if known]
    if not any(wide for _, own in found for _, wide in own):
        return list(stacks)
    return [stack.captioned([at for at, _ in own]) for stack, own in found]


def _remarks(stack: Stack, lines: Sequence[Row], known: frozenset[Label]) -> list[tuple[float, bool]]:
    """The level above each remark between two levels of a stack, and whether it outgrows the first column."""
    found = []
    for top, bottom in zip(stack.levels, stack.levels[1:], strict=False):
        band = [row for row in lines if top <= row[0].middle < bottom and _is_inside(row, stack)]
        start = next((k for k, row in enumerate(band) if len(row) == 1 and _label(row) in known), 0)
        above, own = band[:start], band[start:]
        row = next((row for row in above if len(row) > 1), None)
        if row is None or not all(len(line) == 1 and _is_left(line, stack) for line in own):
            continue
        at = (max(p.bottom for line in above for p in line) + own[0][0].top) / 2
        found.append((at, any(line[0].x1 > row[1].x0 for line in own)))
    return found


def _label(row: Row) -> Label:
    return row[0].text, round(row[0].x0)


def _is_inside(row: Row, stack: Stack) -> bool:
    return stack.left - 1 <= row[0].x0 and row[-1].x1 <= stack.right + 1


def _is_left(row: Row, stack: Stack) -> bool:
    return row[0].x0 <= stack.left + LEFT * (stack.right - stack.left)
