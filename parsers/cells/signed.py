"""Rows that no rule parts, told by what opens level: beside each sign or letter of one column, or in all columns.

A status has one line in a row. Where texts of other columns open level with each of them, and none runs over from the
row above, a row opens there. Where a table has no such column, figures stand beside names, and a row opens where nearly
all columns begin anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.block import Line, Mark
from parsers.cells import counted
from parsers.cells.cell import Seen, SeenTable, one_sign
from parsers.cells.counted import LEVEL
from parsers.text.phrases import BULLETS

SIGN = 2  # characters of a letter, or two, that stands for a status
LEAST = 2  # signs in a column
BESIDE = 2  # columns besides the signs' in which a text opens level with each
UNRULED = 2  # rows of a table whose rows no rule parts: its headings, and all others
COLUMNS = 4  # of a table without signs whose rows open in all of them
FULL = 0.8  # share of the filled columns that begin where a row opens
APART = 0.6  # of the font size between a line and the next row's
NUMBERED = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])[.)]\s")  # opens a text of a row that is counted
FEW = 0.6  # share of the filled columns that may go on level with each other inside a row


class _Opening(NamedTuple):
    """Where a row opens: the top of its first lines, and the columns in which a text begins or goes on there."""

    top: float
    begun: frozenset[int]
    going_on: frozenset[int]


def part(table: SeenTable) -> None:
    """Part the rows of a table in which several open; tags that name rows know better."""
    for row in range(table.grid_rows() - 1, -1, -1) if not table.row_nodes else ():
        own = [seen for seen in table.cells if seen.span.row == row and seen.span.row_span == 1]
        if len(own) < BESIDE or any(seen.span.col_span > 1 or seen.header for seen in own):
            continue
        openings = _beside_signs(own) if len(own) > BESIDE else _in_key(own)
        openings = openings or (_in_longest_key(own) if _opens_with_signs(table) else [])
        if not openings and len(own) > BESIDE and table.grid_rows() <= UNRULED:
            openings = _below_rest(own) or _in_all(own, row == 0)
        if not openings and row < UNRULED and len(own) > BESIDE:
            openings = _below_counted_rest(own)
        levels, over = _levels(own, openings)
        if levels:
            counted.cut(table, row, own, levels, over)


def _beside_signs(own: Sequence[Seen]) -> list[_Opening]:
    """Where texts open level with the signs of a column, the one with most; none where one of them stands by itself."""
    columns = sorted((seen for seen in own), key=lambda seen: -len(_signs(seen)))
    for seen in columns:
        signs = _signs(seen)
        if len(signs) < LEAST:
            return []
        found = [_beside(sign, [other for other in own if other is not seen], seen) for sign in signs]
        openings = [opening for opening in found if opening is not None]
        if len(openings) == len(signs) == len({opening.top for opening in openings}) and _are_rows(openings):
            return openings
    return []


def _below_rest(own: Sequence[Seen]) -> list[_Opening]:
    """Where the only row opens below the rest of one that a page's end cut: beside its one sign all other columns have
    their first lines, of texts of several lengths, and white stands above those of the columns that have a rest."""
    columns = [seen for seen in own if len(_signs(seen)) == 1]
    if len(columns) != 1:
        return []
    others = [
        seen for seen in own if seen is not columns[0] and any(line.text.strip() for line in seen.lines)
    ]
    opening = _beside(_signs(columns[0])[0], others, columns[0])
    if opening is None or opening.going_on or len(opening.begun) != len(others) + 1 < COLUMNS:
        return []
    first = [seen for seen in others if seen.lines[0].box.top > opening.top - LEVEL]
    torn = [seen for seen in others if seen.lines[0].box.top <= opening.top - LEVEL]
    level = [line for seen in torn for line in seen.lines if abs(line.box.top - opening.top) < LEVEL]
    apart = len(level) == len(torn) and not any(
        _flows(line, seen.lines) for seen, line in zip(torn, level, strict=True)
    )
    several = len({len(seen.lines) for seen in first}) > 1
    return [opening] if torn and apart and several and len(torn) < len(first) else []


def _below_counted_rest(own: Sequence[Seen]) -> list[_Opening]:
    """Where the first row of a page opens below the rest of one, beside its only sign: texts of several columns are
    counted there, and white stands above those that have a rest; others may run down beside both rows."""
    signs = [(seen, sign) for seen in own for sign in _signs(seen)]
    if len(signs) != 1:
        return []
    (column, sign), *_ = signs
    opening = _beside(sign, [seen for seen in own if seen is not column], column)
    if opening is None or len(opening.begun) <= BESIDE:
        return []
    begun = [seen for seen in own if seen.span.col in opening.begun and seen is not column]
    first = [next(line for line in seen.lines if line.box.top > opening.top - LEVEL) for seen in begun]
    torn = [seen for seen in begun if seen.lines[0].box.top <= opening.top - LEVEL]
    counts = all(NUMBERED.match(line.text) for line in first)
    apart = not any(_flows(line, seen.lines) for seen, line in zip(begun, first, strict=True))
    return [opening] if torn and counts and apart and len(torn) < len(begun) else []


def _in_key(own: Sequence[Seen]) -> list[_Opening]:
    """Where the lines of a key of two columns open, each beside a drawn sign that no other is like, as bullets are."""
    for seen, other in (own, own[::-1]):
        signs = _signs(seen)
        drawn = {(sign.shape, sign.colour, sign.identity) for sign in signs if isinstance(sign, Mark)}
        if not LEAST <= len(signs) == len(drawn):
            continue
        found = [_beside(sign, [other], seen) for sign in signs]
        openings = [opening for opening in found if opening is not None]
        if len(openings) == len(signs) == len({opening.top for opening in openings}):
            return openings
    return []


def _opens_with_signs(table: SeenTable) -> bool:
    """True for a table without texts in its first column, as keys are: one of rows has a heading over its signs."""
    return not any(line.text.strip() for seen in table.cells if seen.span.col == 0 for line in seen.lines)


def _in_longest_key(own: Sequence[Seen]) -> list[_Opening]:
    """Where the lines of the first of several keys side by side open, the others of which end with the first line."""
    first, beside, *others = own
    openings = _in_key((first, beside)) if others and first.span.col == 0 else []
    tops = [ink.box.top for seen in others for ink in seen.lines]
    tops += [ink.box.top for seen in others for ink in seen.marks]
    ended = bool(openings) and all(top < openings[1].top - LEVEL for top in tops)
    return openings if ended and len(beside.lines) == len(openings) else []


def _are_rows(openings: Sequence[_Opening]) -> bool:
    """True where texts of several columns begin beside all signs, or in most rows and one column's in each."""
    whole = [opening for opening in openings if len(opening.begun) > BESIDE]
    always = frozenset.intersection(*(opening.begun for opening in openings))
    return len(whole) == len(openings) or (len(whole) > len(openings) / 2 and len(always) > 1)


def _signs(seen: Seen) -> list[Mark | Line]:
    """The signs of a cell that holds nothing else, a shape with its shadow as one, and letters below each other in it;
    what counts rows is none."""
    if any(len(line.text.strip()) > SIGN for line in seen.lines):
        return []
    if seen.span.col == 0 and any(line.text.strip().isdigit() for line in seen.lines):
        return []
    inked: list[Mark | Line] = [line for line in seen.lines if line.text.strip()]
    inked = inked or [*one_sign([mark for mark in seen.marks if mark.seen != "glyph"])]
    return sorted(inked, key=lambda ink: ink.box.top)


def _beside(sign: Mark | Line, others: Sequence[Seen], own: Seen) -> _Opening | None:
    """What opens beside a sign; None where its row does not open there.

    Where white stands above a text that a number opens, one that goes on from the line above runs over, as does one
    whose lines stand above and below the sign.
    """
    middle = sign.box.centre[1]
    level = {
        seen.span.col: (line, _flows(line, seen.lines))
        for seen in others
        for line in seen.lines
        if line.box.top <= middle <= line.box.bottom
    }
    begun = {col for col, (line, _) in level.items() if _begins(line.text)}
    apart = {col for col in begun if not level[col][1]}
    counted_on = {col for col in begun if NUMBERED.match(level[col][0].text)}
    counts = apart == counted_on and len(apart) >= BESIDE
    begun = apart if counts else begun
    if not begun:
        return None
    top = min(level[col][0].box.top for col in begun)
    if any(level[col][0].box.top > top + LEVEL for col in begun):
        return None
    past = {
        seen.span.col for seen in others if counts and seen.span.col not in level and _runs_past(seen, middle)
    }
    return _Opening(top, frozenset({*begun, own.span.col}), frozenset((set(level) - begun) | past))


def _runs_past(seen: Seen, at: float) -> bool:
    """True for a text without a line at a height that flows from the line above it to the one below."""
    below = next((line for line in seen.lines if line.box.top > at), None)
    return below is not None and _flows(below, seen.lines)


def _flows(line: Line, lines: Sequence[Line]) -> bool:
    """True for a line right below another one of its cell."""
    above = [other.box.bottom for other in lines if other.box.centre[1] < line.box.top]
    return bool(above) and line.box.top - max(above) < APART * line.size


def _in_all(own: Sequence[Seen], first: bool) -> list[_Opening]:
    """Where nearly all columns that have text begin anew; none where other lines are nearly as full.

    A column has one line in each row. Headings of two lines, `first` in their table, are one row.
    """
    filled = [seen for seen in own if any(line.text.strip() for line in seen.lines)]
    if len(filled) < COLUMNS or all(line.bold for seen in filled for line in seen.lines):
        return []
    levels = _tops(filled)
    begun = [
        frozenset(col for col, line in level.items() if _begins(line.text, listed=False)) for level in levels
    ]
    full = [k for k in range(len(levels)) if begun[k] == levels[k].keys() and _is_full(begun[k], filled)]
    rest = [k for k in range(len(levels)) if k not in full]
    if any(len(levels[k]) > FEW * len(filled) and begun[k] for k in rest):
        full = [k for k in full if len(begun[k]) == len(filled)]
    if not any(_stands_at(seen, [levels[k] for k in full]) for seen in filled):
        return []
    if len(full) < LEAST + first:
        return []
    return [_Opening(min(line.box.top for line in levels[k].values()), begun[k], frozenset()) for k in full]


def _is_full(columns: frozenset[int], filled: Sequence[Seen]) -> bool:
    return filled[0].span.col in columns and len(columns) >= FULL * len(filled)


def _tops(filled: Sequence[Seen]) -> list[dict[int, Line]]:
    """The lines that begin at one height, by column, from the top down."""
    found: list[dict[int, Line]] = []
    top = -LEVEL
    for at, col, line in sorted(
        (line.box.top, seen.span.col, line) for seen in filled for line in seen.lines
    ):
        if at - top >= LEVEL:
            found.append({})
            top = at
        found[-1].setdefault(col, line)
    return found


def _stands_at(seen: Seen, levels: Sequence[dict[int, Line]]) -> bool:
    """True for a cell with one line at each of some levels and none besides, one text twice or most of them apart from
    the next: two other ones below each other are a name's."""
    if [level.get(seen.span.col) for level in levels] != list(seen.lines):
        return False
    pairs = list(pairwise(seen.lines))
    if any(above.text == below.text for above, below in pairs):
        return True
    return 2 * sum(below.box.top - above.box.bottom > APART * above.size for above, below in pairs) > len(
        pairs
    )


def _is_shared(seen: Seen, openings: Sequence[_Opening], opening: _Opening) -> bool:
    """True for a text beside the first opening alone, or that of all that runs over, left of another that begins here:
    beside a text that runs over it is said of these rows as well, as who leads."""
    col = seen.span.col
    later = any(col in other.begun for other in openings[1:])
    above = [other for other in openings if other.top < opening.top]
    begun = {c: max((o.top for o in above if c in o.begun), default=0.0) for c in (col, *opening.going_on)}
    one = begun[col] > 0 and len(set(begun.values())) == 1 and col not in opening.begun
    here = [line for line in seen.lines if line.box.top < opening.top - LEVEL]
    ended = one or here[-1] is seen.lines[-1] if here else not (seen.lines or seen.marks)
    return col < max(opening.begun) and (one or not later) and ended


def _begins(text: str, *, listed: bool = True) -> bool:
    """True for a text that opens as sentences, names and figures do, and with `listed` as points of a list do."""
    first = next((c for c in text if not c.isspace()), "")
    point = first in BULLETS and len(text.strip()) > 1
    return bool(first) and not first.islower() and first not in ",;)" and (listed or not point)


def _levels(
    own: Sequence[Seen], openings: Sequence[_Opening]
) -> tuple[list[float], dict[int, frozenset[float]]]:
    """Levels in points above the openings that have lines above them, and of each cell those that it runs over; none
    where one runs over that begins there."""
    levels: list[float] = []
    over: dict[int, frozenset[float]] = {}
    for opening in openings:
        lines = [
            (seen, line.box) for seen in own for line in seen.lines if seen.span.col not in opening.going_on
        ]
        above = [box.bottom for _, box in lines if box.top < opening.top - LEVEL]
        if not above:
            continue
        if max(above) > opening.top + LEVEL:
            return [], {}
        level = (max(above) + opening.top) / 2
        levels.append(level)
        for seen in own:
            if seen.span.col in opening.going_on or (
                opening.going_on and _is_shared(seen, openings, opening)
            ):
                over[id(seen)] = over.get(id(seen), frozenset()) | {level}
    return levels, over
