"""Headings of rows that share a band with others: lines of one text at a table's left edge, set as no row is."""

from __future__ import annotations

from itertools import pairwise

from parsers.stacks.bands import Band, is_free
from parsers.stacks.part import Part
from parsers.stacks.stack import Stack
from parsers.text import heights
from parsers.text.phrases import Row, Setting

INDENT = 1.2  # of the font size that rows may be set in below their heading


def parted(part: Part) -> Part:
    """The part with a band of its own for each heading of rows.

    Where all rows stand in one band their lines tell them. Column headings that are set like those of rows keep their
    lines, but for a last one that is another's: not the rest of a heading, nor where rules are drawn between rows.
    """
    if all(len(band) < 2 for band in part.bands):
        return part
    styles = _styles(part)
    if not styles:
        return part
    bands: list[Band] = []
    levels: list[float] = []
    drawn = bool(part.stack.inked.intersection(part.stack.levels))
    for n, band in enumerate(part.bands):
        heads = [_is_one(row, part.stack, styles) for row in band]
        if n < part.headed:
            kept = drawn or band[-1][0].text[0].islower()
            heads = [head and 0 < k == len(band) - 1 and not kept for k, head in enumerate(heads)]
        whole = all(heads) and _is_drawn(part, n)
        start = 0
        for k, (above, below) in enumerate(pairwise(band), 1):
            if (heads[k] or heads[k - 1]) and not (whole and above[0].style == below[0].style):
                levels.append(heights.halfway(above, below))
                bands.append(band[start:k])
                start = k
        bands.append(band[start:])
    if not levels:
        return part
    stack = part.stack.cut(levels)._replace(sections=frozenset(levels))
    return part._replace(stack=stack, bands=tuple(bands))


def _styles(part: Part) -> frozenset[Setting]:
    """How headings of rows are set; empty where there are none, or where such lines are something else.

    What stands below one begins a row, or is another: labels that are set apart beside the middle of what they head
    have lines of other columns below them.
    """
    lines = [row for band in part.bands[part.headed :] for row in band]
    alone = [is_free([row], part.stack) for row in lines]
    if not any(alone):
        return frozenset()
    others = {p.style for row, lone in zip(lines, alone, strict=True) if not lone for p in row}
    apart = [lone and row[0].style not in others for row, lone in zip(lines, alone, strict=True)]
    for k, here in enumerate(apart[:-1]):
        if here and not apart[k + 1] and (alone[k + 1] or not _begins_below(lines[k + 1], lines[k])):
            return frozenset()
    return frozenset(row[0].style for row, here in zip(lines, apart, strict=True) if here)


def _is_drawn(part: Part, n: int) -> bool:
    """True for a band between two rules: a heading of rows alone in it may have several lines."""
    return part.stack.inked.issuperset(part.stack.levels[n : n + 2])


def _begins_below(row: Row, head: Row) -> bool:
    return row[0].x0 <= head[0].x0 + INDENT * head[0].size


def _is_one(row: Row, stack: Stack, styles: frozenset[Setting]) -> bool:
    return row[0].style in styles and is_free([row], stack)
