"""Remarks below rows: a text over the whole table under or behind a label, `PROGRESS COMMENTS:`, that no rule need part
from the row above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from math import inf
from typing import NamedTuple

from parsers.grids.levels import DOUBLE, SAME_END
from parsers.stacks.stack import Stack
from parsers.stacks.tinted import NARROW
from parsers.text import heights
from parsers.text.phrases import BLANK, Row, Setting

TIMES = 2  # rows of a page below which one label stands; one may stand anywhere
LEFT = 0.1  # share of a table's width within which a remark begins
AIR = 2.5  # of a line's height between the lines of a row and its remark that nothing parts from the next row
NEAR = 0.5  # points between a level and another that is the same
AIR_IN_TEXT = 0.6  # of a line's height between two lines of one text
LABEL = re.compile(r"[^\W\d_][\w/&'’]{2,30}(?: [\w/&'’]{2,20}){0,2}:")
BULLETS = frozenset("•▪◦‣")
INDENT = 12.0  # points by which the points of a list are set in below their label

Label = tuple[str, float]


def labels(lines: Sequence[Row]) -> frozenset[Label]:
    """The texts, with their left edges, that open lines, end in a colon and are printed again and again: not those of
    headings, the first of which stands above all rows, or each right above a row."""
    found: dict[Label, list[int]] = {}
    for k, row in enumerate(lines):
        if label := _label(row):
            found.setdefault(label, []).append(k)
    first = next((k for k, row in enumerate(lines) if len(row) > 1), len(lines))
    return frozenset(
        label for label, own in found.items() if len(own) >= TIMES and _are_remarks(lines, own, first)
    )


def _are_remarks(lines: Sequence[Row], own: Sequence[int], first: int) -> bool:
    """True for lines, by their places, of one label: that stands alone, or `first` below a row and last above none; one
    of the two is enough where each ends as a sentence does, for a page's end may part a row from its remark."""
    below, above = first < own[0], not all(_is_row_below(lines, k) for k in own)
    sentences = all(_is_sentence(lines, k) for k in own)
    return _is_alone(lines[own[0]]) or (below and above) or (sentences and (below or above))


def _is_alone(row: Row) -> bool:
    return row[0].text.endswith(":")


def _is_sentence(lines: Sequence[Row], k: int) -> bool:
    """True for a text that ends in a full stop."""
    return lines[_end(lines, k) - 1][-1].text.endswith(".")


def _is_row_below(lines: Sequence[Row], k: int) -> bool:
    return k + 1 < len(lines) and len(lines[k + 1]) > 1


def at_foot(lines: Sequence[Row], bands: Sequence[Sequence[Row]]) -> Sequence[Row]:
    """The lines of a remark that opens right below a table, behind a label that stands alone in bands of that; none
    where another text does."""
    if not lines or (label := _label(lines[0])) is None or len(whole(lines[0])) > 1:
        return ()
    own = [band[0] for band in bands if band and _label(band[0]) == label and _end(band, 0) == len(band)]
    alike = any(row[0].style == lines[0][0].style for row in own)
    return lines[: _end(lines, 0)] if alike and not any(len(whole(row)) > 1 for row in own) else ()


def parted(
    stacks: Sequence[Stack], lines: Sequence[Row], known: frozenset[Label]
) -> tuple[list[Stack], list[Row]]:
    """The stacks with a level above each remark, if one with its label runs on below the row's second text (what keeps
    to the first column is a part of its cell); and the page's lines, those of remarks as one phrase each."""
    if not known:
        return list(stacks), list(lines)
    ends = [
        min((o.levels[0] for o in stacks if o.levels[0] > s.levels[-1] and not _colours(o, s)), default=inf)
        for s in stacks
    ]
    found = [list(_remarks(stack, lines, known)) for stack in stacks]
    below = [list(_below(stack, end, lines, known)) for stack, end in zip(stacks, ends, strict=True)]
    wide = {remark.label for own in (*found, *below) for remark in own if remark.wide}
    opened: list[Stack] = []
    made: dict[int, Row] = {}
    for stack, inner, outer in zip(stacks, found, below, strict=True):
        kept = [remark for remark in inner if remark.label in wide]
        after = list(takewhile(lambda remark: remark.label in wide, outer))
        opened.append(_captioned(stack, kept))
        for remark in after:
            opened[-1] = opened[-1].closed(_foot(remark.lines)).captioned([remark.top])
        made |= {id(line): plain(line, r.style) for r in (*kept, *after) for line in r.lines}
    return opened, [made.get(id(line), line) for line in lines]


def _colours(tints: Stack, stack: Stack) -> bool:
    """True for shading of one column's cells, which begin right below the headings of the table that they are in."""
    inside = stack.left + SAME_END < tints.left and tints.right < stack.right - SAME_END
    narrow = tints.right - tints.left < NARROW * (stack.right - stack.left)
    return inside and narrow and not tints.inked and tints.levels[0] - stack.levels[-1] <= DOUBLE


class _Remark(NamedTuple):
    """A remark's label, the level above it, its lines, and whether it outgrows the first column of the row above it."""

    label: Label
    top: float
    lines: list[Row]
    wide: bool
    style: Setting  # of the row above it
    foot: float = 0.0  # a level below it where other lines follow


def _captioned(stack: Stack, own: Sequence[_Remark]) -> Stack:
    """The stack with a level above each remark, and below those that end before what stands next."""
    known = [at for remark in own for at in stack.levels if abs(at - remark.top) < NEAR]
    stack = stack.captioned([r.top for r in own if all(abs(r.top - at) >= NEAR for at in known)])
    stack = stack._replace(captions=stack.captions.union(known))
    feet = [remark.foot for remark in own if remark.foot]
    return stack.cut(feet)._replace(whole=stack.whole.union(feet))


def _remarks(stack: Stack, lines: Sequence[Row], known: frozenset[Label]) -> Iterator[_Remark]:
    """The remarks between the levels of a stack, each below a row that stands there or above."""
    row: Sequence[Row] = ()
    for top, bottom in pairwise(stack.levels):
        rest = [line for line in lines if top <= line[0].middle < bottom and _is_inside(line, stack)]
        while rest:
            start = _start(rest, known)
            row, end = rest[:start] or row, _end(rest, start)
            remark = _remark(stack, row, rest[start:end])
            if remark is None:
                break
            rest = rest[end:]
            foot = _foot(remark.lines) if rest else 0.0
            yield remark._replace(top=remark.top if start else top, foot=foot)
            top = foot


def _start(lines: Sequence[Row], known: frozenset[Label]) -> int:
    """Where the first remark begins."""
    return next((k for k, row in enumerate(lines) if _opens(row, known)), len(lines))


def _foot(lines: Sequence[Row]) -> float:
    return max(p.bottom for line in lines for p in line) + 1


def _end(lines: Sequence[Row], start: int) -> int:
    """Where a remark's last line ends."""
    end = start + 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return end


def _below(stack: Stack, end: float, lines: Sequence[Row], known: frozenset[Label]) -> Iterator[_Remark]:
    """The remarks of rows that no level closes: below a stack's last one, each with its row right above it."""
    level = stack.levels[-1]
    below = [row for row in lines if level <= row[0].middle < end and _is_inside(row, stack)]
    while below:
        start = _start(below, known)
        last = _end(below, start)
        remark = _remark(stack, below[:start], below[start:last])
        near = below[0][0].top - level <= AIR * below[0][0].size
        if remark is None or not near or any(_air(a, b) > AIR for a, b in pairwise(below[:last])):
            return
        yield remark
        level, below = heights.foot_of(below[last - 1]), below[last:]


def _opens(row: Row, known: frozenset[Label]) -> bool:
    return len(whole(row)) == 1 and _label(row) in known


def _goes_on(row: Row, below: Row) -> bool:
    """True for the next line of one text, or of a list in it."""
    alike = round(below[0].x0) == round(row[0].x0)
    listed = below[0].text[:1] in BULLETS or row[0].text[:1] in BULLETS
    listed = listed and abs(below[0].x0 - row[0].x0) <= INDENT
    return len(whole(below)) == 1 and (alike or listed) and _air(row, below) <= AIR_IN_TEXT


def _air(row: Row, below: Row) -> float:
    """The white between two lines, of their height."""
    return heights.white(row, below) / below[0].size


def _remark(stack: Stack, above: Sequence[Row], own: Sequence[Row]) -> _Remark | None:
    """A remark below the lines of a row; None where these are no row of several texts or others stand beside it."""
    row = next((row for row in above if len(row) > 1), None)
    label = _label(own[0]) if own else None
    if (
        row is None
        or label is None
        or not all(len(whole(line)) == 1 and _is_left(line, stack) for line in own)
    ):
        return None
    at = (max(p.bottom for line in above for p in line) + own[0][0].top) / 2
    return _Remark(label, at, list(own), any(line[-1].x1 > row[1].x0 for line in own), row[0].style)


def whole(row: Row) -> Row:
    """A line as one phrase where no gap in it is wider than a blank: a column's end elsewhere may have parted it."""
    if any(b.x0 - a.x1 > BLANK * a.size and a.text not in BULLETS for a, b in pairwise(row)):
        return row
    return [row[0]._replace(x1=row[-1].x1, text="".join(p.text for p in row))]


def plain(row: Row, style: Setting) -> Row:
    """A remark's line as one phrase, set as the row above it: a label in bold is no heading."""
    return [p._replace(style=style) for p in whole(row)]


def _label(row: Row) -> Label | None:
    found = LABEL.match(row[0].text) if ":" in row[0].text else None
    return (found[0], round(row[0].x0)) if found else None


def _is_inside(row: Row, stack: Stack) -> bool:
    return stack.left - 1 <= row[0].x0 and row[-1].x1 <= stack.right + 1


def _is_left(row: Row, stack: Stack) -> bool:
    return row[0].x0 <= stack.left + LEFT * (stack.right - stack.left)
