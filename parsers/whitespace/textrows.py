"""Rows of a table of texts that no rule parts: below more white than inside a cell, or where all columns begin anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from math import inf
from typing import NamedTuple

from parsers.stacks.openings import DOUBT_ROWS
from parsers.text import heights
from parsers.text.phrases import Phrase, Row
from parsers.whitespace.tallies import Extent

#: of the font size: how much more white stands above a row than above a line of a cell, and where no line has so much
AIR_ABOVE = (0.3, 0.15)
#: of the font size that lines of cells beside each other may share in height and still be one line
OVERLAP = 0.05
LESS = 0.25  # of the font size by which paragraphs of a cell stand nearer to each other than rows
FULL = 0.6  # share of the columns that begin on the line that opens a row
MERGED = 0.5  # share of them that begin a row below the first columns' cells, which are merged over several
STEADY = 0.8  # share of the lines with more white above them that a column of one line a row has text on
BEGUN = 0.8  # share of a row's texts that begin as sentences, names and figures do


class Text(NamedTuple):
    """A table of texts: lines `first` up to `end` of a segment, the rivers between its columns, and where rows open.

    `head` is the first line of the body; `sections` are lines that run over the columns. `over` are the first and last
    columns of the headings on the first line, where these stand above the columns' own.
    """

    first: int
    head: int
    end: int
    rivers: tuple[Extent, ...]
    opening: tuple[int, ...]
    sections: frozenset[int]
    doubt: str
    over: tuple[tuple[int, int], ...] = ()


def opening(
    lines: Sequence[Row], start: int, end: int, rivers: Sequence[Extent], sections: Collection[int]
) -> tuple[list[int], str]:
    """Lines from `start` up to `end` on which rows open, and a doubt where they do not tell.

    `sections` are lines that run over all columns: each is a row, and so is what begins below it.
    """
    if end <= start:
        return [], ""
    names = _names(lines, start, end, rivers)
    own = [k for k in range(start + 1, end) if not {k, k - 1} & {*sections} and k not in names]
    airs, foot = {}, heights.foot_of(lines[start])
    for k in range(start + 1, end):
        airs[k] = (heights.top_of(lines[k]) - foot) / lines[k][0].size
        foot = foot if k in names else max(foot, heights.foot_of(lines[k]))
    tight = leading(lines[start:end], rivers)
    airy = next(
        (few for few in ({k for k in own if airs[k] > tight + more} for more in AIR_ABOVE) if few), set()
    )
    anew = {k for k in own if _begins(lines[k], rivers)}
    airy -= _paragraphs(lines, airs, airy & anew, airy, rivers)
    doubt = ""
    whole = [k for k in range(start, end) if k not in sections and is_whole(lines[k], rivers)]
    if any(airs[k] < -OVERLAP for k in own):  # cells that are set on the middle of their row
        picked = airy
        doubt = "" if airy else DOUBT_ROWS
    elif _are_low(lines, start, end, whole, sections, airs, tight, rivers):
        picked = {k + 1 for k in whole} | {
            k + n for k in _themes(lines, start, end, whole, rivers) for n in (0, 1)
        }
    else:
        steady = _steady(lines, own, airy, rivers)
        full = {k for k in airy if _may_open(lines[k], rivers, steady)}
        least = min((airs[k] for k in full & anew), default=inf)
        airy = full | {k for k in airy if len(held_by(lines[k], rivers)) > 1 and airs[k] >= least - OVERLAP}
        picked, doubt = _picked(lines, own, airy, anew, rivers)
    below = {k + 1 for k in sections}
    return sorted({start, *((picked | set(sections) | below) & set(range(start + 1, end)))}), doubt


def _paragraphs(
    lines: Sequence[Row], airs: Mapping[int, float], rows: Collection[int], airy: Collection[int],
    rivers: Sequence[Extent],
) -> set[int]:  # fmt: skip
    """Lines of one column below clearly less white than all `rows` that begin in most columns: paragraphs of a cell."""
    least = min((airs[k] for k in rows), default=-inf) - LESS
    return {k for k in airy if airs[k] < least and len(held_by(lines[k], rivers)) == 1}


def _picked(
    lines: Sequence[Row], own: Sequence[int], airy: set[int], anew: set[int], rivers: Sequence[Extent]
) -> tuple[set[int], str]:
    if airy and anew <= airy:
        return airy, ""
    if airy:
        # lines that fill the columns without more white above them: rows of one line, or of a cell of many lines; where
        # the first column has no text above them it begins anew
        full = {k for k in anew if _is_full(lines[k], rivers)}
        alone = {k for k in full if _is_full(lines[k - 1], rivers) or 0 not in held_by(lines[k - 1], rivers)}
        return airy | alone, DOUBT_ROWS if anew - airy - alone else ""
    keyed = {k for k in own if 0 in held_by(lines[k], rivers) and not lines[k][0].text[0].islower()}
    return anew, DOUBT_ROWS if keyed - anew else ""


def leading(lines: Sequence[Row], rivers: Sequence[Extent]) -> float:
    """The least white between two lines of one cell, of the font size."""
    feet: dict[int, float] = {}
    least = 1e9
    for row in lines:
        for column in held_by(row, rivers):
            own = [p for p in row if among(p, rivers) == column]
            if column in feet:
                least = min(least, (heights.top_of(own) - feet[column]) / own[0].size)
            feet[column] = heights.foot_of(own)
    return least


def _begins(row: Row, rivers: Sequence[Extent]) -> bool:
    """True for a line with text in the first column and in most others, begun as sentences, names and figures are."""
    held = held_by(row, rivers)
    begun = sum(not p.text[0].islower() for p in row)
    full = 0 in held and len(held) >= FULL * (len(rivers) + 1)
    return full and not row[0].text[0].islower() and begun >= BEGUN * len(row)


def _may_open(row: Row, rivers: Sequence[Extent], steady: Collection[int]) -> bool:
    """True for a line that may open a row where it has more white above it: with text in the first column or in most,
    in many where each begins as sentences do, or in one of those with one line a row, which are `steady`."""
    held, count = held_by(row, rivers), len(rivers) + 1
    begun = len(held) >= MERGED * count and not any(p.text[0].islower() for p in row)
    return 0 in held or len(held) >= FULL * count or begun or (len(held) > 1 and not held.isdisjoint(steady))


def _steady(
    lines: Sequence[Row], own: Sequence[int], airy: Collection[int], rivers: Sequence[Extent]
) -> set[int]:
    """Columns with text on lines with more white above them alone, most of all: a status beside texts that wrap."""
    on = [held_by(lines[k], rivers) for k in own if k in airy]
    off = set().union(*(held_by(lines[k], rivers) for k in own if k not in airy))
    counts = Counter(column for held in on for column in held)
    return {column for column, n in counts.items() if n >= STEADY * len(on)} - off


def is_whole(row: Row, rivers: Sequence[Extent]) -> bool:
    """True for a line with text in the first column and in most others: a row has one of these where most of its cells
    are of one line."""
    held = held_by(row, rivers)
    return 0 in held and len(held) >= FULL * (len(rivers) + 1) and not row[0].text[0].islower()


def _are_low(
    lines: Sequence[Row], start: int, end: int, whole: Sequence[int], sections: Collection[int],
    airs: Mapping[int, float], tight: float, rivers: Sequence[Extent],
) -> bool:  # fmt: skip
    """True for cells that are set at the foot of their rows: all lines between those that fill a row stand right above
    the next one, and not all right below the last, or go on in it."""
    themes = _themes(lines, start, end, whole, rivers)
    rest = [k for k in range(start, end) if not (k in whole or k in sections or k in themes)]
    if not rest or not whole or whole[-1] != end - 1:
        return False
    styles = {p.style for k in whole for p in lines[k]}
    if any(p.style not in styles for k in rest for p in lines[k]):
        return False  # headings
    close = tight + AIR_ABOVE[1]
    above = [airs[k + 1] for k in rest]
    below = [airs[k] for k in rest if k - 1 in whole]
    if any(white > close for white in above):
        return False
    few = all(2 * len(held_by(lines[k], rivers)) <= len(rivers) for k in rest)
    if few and (start in rest or any(white > close for white in below)):
        return True
    return all(_goes_on(lines[k], lines[k + 1], rivers) for k in rest)


def _names(lines: Sequence[Row], start: int, end: int, rivers: Sequence[Extent]) -> set[int]:
    """Lines of the first column alone that come as near to lines without any text in it as no line of a cell does: on
    the middle of a cell that is merged over these rows."""
    held = [held_by(row, rivers) for row in lines[start:end]]
    return {
        start + k
        for k in range(1, len(held) - 1)
        if held[k] == {0}
        and 0 not in held[k - 1] | held[k + 1]
        and min(
            heights.air(lines[start + k - 1], lines[start + k]),
            heights.air(lines[start + k], lines[start + k + 1]),
        )
        < -OVERLAP
    }


def _themes(
    lines: Sequence[Row], start: int, end: int, whole: Sequence[int], rivers: Sequence[Extent]
) -> set[int]:
    """Headings of rows: texts alone in the first column, set as no text of the lines that fill a row is."""
    styles = {p.style for k in whole for p in lines[k]}
    alone = (k for k in range(start, end) if len(lines[k]) == 1 and held_by(lines[k], rivers) == {0})
    return {k for k in alone if lines[k][0].style not in styles}


def _goes_on(row: Row, below: Row, rivers: Sequence[Extent]) -> bool:
    """True for lines of which each text of the first goes on in small letters."""
    under = {among(p, rivers): p for p in below}
    return all(among(p, rivers) in under and under[among(p, rivers)].text[0].islower() for p in row)


def _is_full(row: Row, rivers: Sequence[Extent]) -> bool:
    return len(held_by(row, rivers)) == len(rivers) + 1


def held_by(row: Row, rivers: Sequence[Extent]) -> set[int]:
    """The columns that a line has text in."""
    return {among(p, rivers) for p in row}


def among(p: Phrase, rivers: Sequence[Extent]) -> int:
    """The column that a text stands in."""
    middle = (p.x0 + p.x1) / 2
    return sum(middle >= (a + b) / 2 for a, b in rivers)
