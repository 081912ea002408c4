"""Rows that a page's end tears: what stands above the first rule of a page or below its last, in known columns.

A rule stands at each row's foot only, so the rest of a row has no rule above it, and the begin of one none below.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from math import inf

from parsers.grids.levels import HIGH, SAME_END
from parsers.stacks import parts
from parsers.stacks.bands import Band, between, is_free, text_of
from parsers.stacks.part import Part
from parsers.stacks.stack import Stack
from parsers.text import heights
from parsers.text.phrases import Phrase, Row


def are_confirmed(part: Part, xs: Sequence[float], known: Iterable[Sequence[float]]) -> bool:
    """True for as many columns as a known table's, each where one of its: longer texts move the white between them."""
    left, right = part.stack.left, part.stack.right
    return not part.headed and any(
        len(old) == len(xs)
        and abs(old[0] - left) <= SAME_END >= abs(old[-1] - right)
        and all(a + b < 2 * x < b + c for x, a, b, c in zip(xs[1:-1], old, old[1:], old[2:], strict=False))
        for old in known
    )


def begun(part: Part, xs: Sequence[float], lines: Sequence[Row]) -> Part:
    """The part with the rest of a row above its first level: in its columns and set as its rows are."""
    top = part.stack.levels[0]
    faces = {_face(p) for band in part.bands for row in band for p in row}
    held = _next_to(top, _inside(part.stack, lines, top - HIGH, top)[::-1], xs, faces)[::-1]
    if not held:
        return part
    begin = heights.top_of(held[0]) - 1
    if top not in part.stack.whole | part.stack.inked:  # nothing parts these lines from the first row
        stack = part.stack._replace(levels=part.stack.levels[1:]).topped(begin)
        return part._replace(stack=stack, bands=((*held, *part.bands[0]), *part.bands[1:]))
    return part._replace(stack=part.stack.topped(begin), bands=(held, *part.bands))


def around(stack: Stack, lines: Sequence[Row], known: Iterable[Sequence[float]]) -> list[Part]:
    """The table of a page that shows one rule, below one row's rest and above another's begin."""
    (level,) = stack.levels
    for xs in known:
        if not abs(xs[0] - stack.left) <= SAME_END >= abs(xs[-1] - stack.right):
            continue
        above, below = (_inside(stack, lines, a, b) for a, b in ((0.0, level), (level, inf)))
        faces = {_face(p) for row in (*above[-1:], *below[:1]) for p in row}
        rest, begin = _next_to(level, above[::-1], xs, faces)[::-1], _next_to(level, below, xs, faces)
        if rest and any(len(row) > 1 for row in begin):
            foot = max(p.bottom for row in begin for p in row) + 1
            stack = stack.topped(heights.top_of(rest[0]) - 1).closed(foot)
            return [Part(stack, (rest, begin), 0)]
    return []


def ended(
    stack: Stack, found: Sequence[Part], lines: Sequence[Row], known: Iterable[Sequence[float]]
) -> list[Part]:
    """The last rows of a table of the page before: they fill most of its columns above a rule that is the first on the
    page and heads none of the tables below it. A sheet's row may be higher than its texts."""
    level = stack.levels[0]
    if level not in stack.inked or not found or min(part.stack.levels[0] for part in found) <= level:
        return []
    return _standing_on(stack, lines, known, {_face(p) for part in found for row in part.body for p in row})


def alone(
    stack: Stack, lines: Sequence[Row], known: Iterable[Sequence[float]], headings: Container[str]
) -> list[Part]:
    """The rows of a page that shows one rule, at their foot: a rule stands below each row only, and what stands below
    this one is no row. The `headings` of known tables are none, nor are any in bold."""
    (level,) = stack.levels
    if level not in stack.inked:
        return []
    last = _inside(stack, lines, 0.0, level)[-1:]
    found = _standing_on(stack, lines, known, {_face(p) for row in last for p in row})
    told = (part for part in found if text_of(part.bands) not in headings)
    return [part for part in told if not all(p.style.bold for row in part.body for p in row)]


def _standing_on(
    stack: Stack, lines: Sequence[Row], known: Iterable[Sequence[float]], faces: set[tuple[str, float]]
) -> list[Part]:
    """Lines above a stack's first level that fill most columns of a known table: its last rows."""
    level = stack.levels[0]
    above = _inside(stack, lines, 0.0, level)[::-1]
    for xs in known:
        if abs(xs[0] - stack.left) <= SAME_END >= abs(xs[-1] - stack.right):
            held = _next_to(level, above, xs, faces, parts.AIR_IN_SHEET)[::-1]
            filled = {bisect_right(xs, (p.x0 + p.x1) / 2) for row in held for p in row}
            if len(filled) > 2 and 2 * len(filled) >= len(xs) - 1:
                rule = stack.between(0, 0)
                return [Part(rule.topped(heights.top_of(held[0]) - 1), (held,), 0)]
    return []


def below_headings(
    stack: Stack, found: Sequence[Part], lines: Sequence[Row], known: Sequence[tuple[Sequence[float], str]]
) -> list[Part]:
    """The rest of a row below headings that are printed again above the first rule of a page: lines next to the rule in
    some columns of the page before, none in the first. `known` are edges of columns, each with its headings' text."""
    level = stack.levels[0]
    if level not in stack.inked or any(part.stack.levels[0] <= level for part in found):
        return []
    above = _inside(stack, lines, level - HIGH, level)
    below = _inside(stack, lines, level, stack.levels[1] if len(stack.levels) > 1 else inf)
    for xs, text in known:
        heads = next((above[k:] for k in range(len(above)) if text_of([above[k:]]) == text), ())
        if not heads or not abs(xs[0] - stack.left) <= SAME_END >= abs(xs[-1] - stack.right):
            continue
        rest = _next_to(level, below, xs, {_face(p) for row in below[:1] for p in row})
        if rest and all(row[0].x0 > xs[1] for row in rest):
            closed = stack.between(0, 0).closed(max(p.bottom for row in rest for p in row) + 1)
            return [Part(closed.topped(heights.top_of(heads[0]) - 1), (heads, rest), 1)]
    return []


def beside_headings(
    part: Part, lines: Sequence[Row], known: Iterable[Sequence[float]], others: Sequence[Stack] = ()
) -> Part:
    """The part with the rows above and below its levels where these draw a heading of rows alone: shading sets that
    apart from rows that nothing draws, in the columns of the page before. Those of `others` are theirs."""
    stack = part.stack
    if part.headed or not part.body or not all(is_free(band, stack) for band in part.bands):
        return part
    for xs in known:
        if not abs(xs[0] - stack.left) <= SAME_END >= abs(xs[-1] - stack.right):
            continue
        top, foot = stack.levels[0], stack.levels[-1]
        above, below = (_inside(stack, lines, a, b) for a, b in ((0.0, top), (foot, inf)))
        faces = {_face(p) for row in (*above[-1:], *below[:1]) for p in row}
        above, below = (_outside(others, band) for band in (above, below))
        above, below = _next_to(top, above[::-1], xs, faces)[::-1], _next_to(foot, below, xs, faces)
        if not _are_rows(below, xs):
            continue
        part = part._replace(stack=stack.closed(max(p.bottom for row in below for p in row) + 1))
        part = part._replace(bands=(*part.bands, below))
        if _are_rows(_behind_rest(above, xs), xs):
            part = part._replace(stack=part.stack.topped(heights.top_of(above[0]) - 1))
            part = part._replace(bands=(above, *part.bands))
        return part
    return part


def _outside(stacks: Sequence[Stack], lines: Band) -> Band:
    return tuple(row for row in lines if not any(s.holds(row[0].x0, row[0].middle) for s in stacks))


def _are_rows(lines: Band, xs: Sequence[float]) -> bool:
    """True for lines of which the first begins in the first column and fills most of them."""
    filled = {bisect_right(xs, (p.x0 + p.x1) / 2) for row in lines[:1] for p in row}
    return 1 in filled and 2 * len(filled) > len(xs) - 1 > 2


def _behind_rest(lines: Band, xs: Sequence[float]) -> Band:
    """The lines from the first on that begins in the first column: those before it are the rest of a row."""
    begins = (k for k, row in enumerate(lines) if row[0].x0 < xs[1])
    return lines[next(begins, len(lines)) :]


def _inside(stack: Stack, lines: Sequence[Row], top: float, bottom: float) -> Band:
    middle = between(lines, top, bottom)
    return tuple(row for row in middle if stack.left - SAME_END <= row[0].x0 <= stack.right)


def _next_to(
    level: float, lines: Sequence[Row], xs: Sequence[float], faces: set[tuple[str, float]],
    reach: float = parts.AIR_IN_ROW,
) -> Band:  # fmt: skip
    """The lines next to a level that keep to the columns and are set alike, without white between them; the first is no
    more than `reach` of its heights away."""
    held: list[Row] = []
    top = bottom = level
    for row in lines:
        air = max(heights.top_of(row) - bottom, top - heights.foot_of(row))
        crossing = any(p.x0 + 1 < x < p.x1 - 1 for p in row for x in xs[1:-1])
        near = parts.AIR_IN_ROW if held else reach
        if crossing or air > near * row[0].size or not {_face(p) for p in row if not _is_listed(p)} <= faces:
            break
        held.append(row)
        top, bottom = heights.top_of(row), heights.foot_of(row)
    return tuple(held)


def _face(phrase: Phrase) -> tuple[str, float]:
    return phrase.style.font, phrase.style.size


def _is_listed(phrase: Phrase) -> bool:
    """True for a point of a list: the sign before it has a font of its own."""
    return not (phrase.text[0].isalnum() or phrase.text[0].isascii())
