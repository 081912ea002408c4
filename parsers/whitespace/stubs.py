"""Rows of a statistical table that no rule parts: figures do not wrap, so a row has one line of them; labels do.

A line of a label alone goes on from the line above, is the begin of the label below, or is a heading of rows. It goes
on where it begins in a small letter; it does not where its first word had room on the line above. Which end of a
wrapped label has the figures is the same in the whole table, and so is how far a label's further lines are set in.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.stacks.openings import DOUBT_ROWS
from parsers.text import heights
from parsers.text.phrases import Phrase, Row
from parsers.whitespace import wraps
from parsers.whitespace.tallies import DOTS, Body, is_band, is_value

BLANK = 0.22  # of the font size: the least between two words
INDENT = 0.25  # of the font size by which a label is set further in
SAME_LINE = 0.75  # of the usual step between lines: figures this close to a label stand beside its middle
LETTER = 2.0  # times as wide as a dot
AIR = 0.35  # of the font size: more white than usual above a line that begins a row


class Line(NamedTuple):
    """A line of the body: its text in the first column, and whether figures stand beside it."""

    label: Phrase | None
    valued: bool
    beside: bool  # has text in other columns
    band: bool  # stands alone on the table's middle
    odd: bool  # words alone below a figure
    top: float
    air: float

    @property
    def small(self) -> bool:
        """True for a label that begins in a small letter."""
        return self.label is not None and self.label.text[0].islower()


class Habit(NamedTuple):
    """How a table sets labels of several lines.

    `below` is above 0 where their figures stand on the last line, below 0 where on the first; `hang` is how far further
    lines are set in, None where no line shows it; `room` is the right edge of the widest; `indents` are the left edges
    of labels that surely open a row; `air` is the usual white above a line, of the font size.
    """

    below: int
    hang: float | None
    room: float
    indents: tuple[float, ...]
    air: float


def rows(lines: Sequence[Row], body: Body, start: int, end: int) -> tuple[list[int], str]:
    """Lines on which rows open from line `start` up to `end`, and a doubt where they do not tell."""
    own = [_line(lines, k, body, start) for k in range(start, end)]
    own = [_unvalued(line, lines, start + n, body, start, end) for n, line in enumerate(own)]
    own = _levelled(own)
    habit = _habit(own, body)
    opening, doubt, valued = [0], "", own[0].valued
    for k in range(1, len(own)):
        link = _goes_on(own[k - 1], own[k], habit)
        if link is None:
            link, sure = _guessed(own, k, habit)
            doubt = doubt if sure else DOUBT_ROWS
        if link and valued and own[k].valued:
            link = False  # a row has one line of figures
        elif link and valued and not own[k].valued and _begins_next(own, k, habit):
            link = False
        if link and own[k].odd:
            doubt = DOUBT_ROWS
        if not link:
            opening.append(k)
            valued = False
        valued = valued or own[k].valued
    return [start + k for k in opening], doubt


def _line(lines: Sequence[Row], k: int, body: Body, start: int) -> Line:
    row = lines[k]
    band = is_band(row, body)
    words = (
        [] if band else [p for p in row if body.of(p) == 0 or (len(row) == 1 and p.x0 < body.rivers[0][0])]
    )
    label = words[0]._replace(x1=words[-1].x1, text="".join(p.text for p in words)) if words else None
    if label and len(words) > 1 and not label.first:
        label = label._replace(first=words[0].x1)
    beside = [p for p in row if body.of(p)] if len(row) > 1 or not words else []
    figures = any(c.isdigit() for p in beside for c in p.text) or 2 * len(beside) > len(body.rivers)
    top = heights.top_of(row)
    air = (top - heights.foot_of(lines[k - 1])) / row[0].size if k > start else 0.0
    valued = bool(beside) and (figures or label is not None) and not band
    valued = valued and not (k > start and wraps.goes_on(lines[k - 1], row))
    odd = not valued and k > start and any(_is_odd(p, lines[k - 1], body) for p in beside)
    return Line(label, valued, bool(beside), band, odd, top, air)


def _is_odd(p: Phrase, above: Row, body: Body) -> bool:
    """True for words below a figure, which do not go on from it."""
    return not is_value(p) and any(is_value(q) for q in above if body.of(q) == body.of(p))


def _unvalued(line: Line, lines: Sequence[Row], k: int, body: Body, start: int, end: int) -> Line:
    """A line whose label goes on in small letters, without the words beside it as its figures where each of these goes
    on, too, below words that left no room for it."""
    beside = [p for p in lines[k] if body.of(p)]
    if k == start or not line.valued or not line.small or any(c.isdigit() for p in beside for c in p.text):
        return line
    above = {body.of(p): p for p in lines[k - 1]}
    rooms = {
        body.of(p): max(q.x1 for row in lines[start:end] for q in row if body.of(q) == body.of(p))
        for p in beside
    }
    goes_on = (
        p.text[0].islower()
        and (over := above.get(body.of(p))) is not None
        and not is_value(over)
        and over.x1 + BLANK * p.size + _first_word(p) > rooms[body.of(p)] - 1
        for p in beside
    )
    return line._replace(valued=False) if all(goes_on) else line


def _levelled(own: Sequence[Line]) -> list[Line]:
    """The lines; a label so close to figures alone that these stand beside its middle counts as having them."""
    steps = sorted(b.top - a.top for a, b in pairwise(own))
    close = SAME_LINE * steps[len(steps) // 2] if steps else 0.0
    found = list(own)
    for k, line in enumerate(own):
        if line.label is not None or not line.valued:
            continue
        near = [
            n for n in (k - 1, k + 1)
            if 0 <= n < len(own) and abs(own[n].top - line.top) < close and own[n].label and not own[n].beside
        ]  # fmt: skip
        if near:
            found[k] = line._replace(valued=False)
            found[near[0]] = found[near[0]]._replace(valued=True)
    return found


def _habit(own: Sequence[Line], body: Body) -> Habit:
    below, hangs = 0, []
    first: Phrase | None = None
    for above, here in pairwise(own):
        first = above.label if not above.small else first
        dotted = [x.label is not None and DOTS.search(x.label.text) is not None for x in (above, here)]
        if dotted == [False, True] and not above.band:
            below += (here.valued and not above.valued) - (above.valued and not here.valued)
        if not here.small or here.label is None or above.label is None:
            continue
        below += (not above.valued and here.valued) - (above.valued and not here.valued)
        if first is not None:
            hangs.append(here.label.x0 - first.x0)
    leading = [x for x in own if x.label and DOTS.search(x.label.text)]
    if not below and leading and all(x.valued for x in leading):
        below = 1
    room = max((x.label.x1 for x in own if x.label and not body.crossed(x.label)), default=0.0)
    indents = [
        here.label.x0
        for above, here in pairwise(own)
        if above.valued and here.valued and here.label and not here.small
    ]
    airs = sorted(x.air for x in own[1:])
    usual = airs[len(airs) // 3] if airs else 0.0
    hang = sorted(hangs)[len(hangs) // 2] if hangs else None
    return Habit(below, hang, room, tuple(sorted(set(indents))), usual)


def _goes_on(above: Line, here: Line, habit: Habit) -> bool | None:
    """True where a line goes on from the one above, False where a row opens, None where the two do not tell."""
    if here.band or above.band:
        return False
    if here.label is None:
        return not (above.valued and here.valued)
    if here.small:
        return True
    if above.label is None:
        return False if above.valued or here.valued else None
    closed = above.label.text.endswith(":") or (above.valued and DOTS.search(above.label.text) is not None)
    bold = above.label.style.bold != here.label.style.bold
    if closed or bold or here.air > habit.air + AIR or (above.valued and here.valued):
        return False
    size = here.label.size
    if above.label.x1 + BLANK * size + _first_word(here.label) <= habit.room - 1:
        return False
    if here.label.x0 < above.label.x0 - INDENT * size and not _hangs(above.label, here.label, habit):
        return False
    return None


def _first_word(label: Phrase) -> float:
    """The width of a label's first word, without the dots that may lead from it to its figures."""
    dots = DOTS.search(label.text)
    if label.first or not dots:
        return (label.first or label.x1) - label.x0
    letters = LETTER * dots.start()
    return (label.x1 - label.x0) * letters / (letters + len(label.text) - dots.start())


def _hangs(above: Phrase, here: Phrase, habit: Habit) -> bool:
    """True where a line is set in as far as further lines of a label are."""
    return habit.hang is not None and abs(here.x0 - above.x0 - habit.hang) < INDENT * here.size


def _guessed(own: Sequence[Line], k: int, habit: Habit) -> tuple[bool, bool]:
    """Whether a line goes on from the one above as far as the table's habits tell, and whether they do tell."""
    above, here = own[k - 1], own[k]
    if above.label is None or here.label is None:
        return True, False
    inner = here.label.x0 - above.label.x0 > INDENT * here.label.size
    if above.valued:
        if habit.below:
            return habit.below < 0, True
        return inner and not _is_indent(here.label, habit), _hangs(above.label, here.label, habit)
    if here.valued:
        if habit.below < 0:
            return False, True
        child = inner and _is_indent(here.label, habit)
        hung = _hangs(above.label, here.label, habit)
        if child != hung:
            return hung, True
        return (not inner if habit.below > 0 else not child), habit.below > 0 and not child
    return True, True


def _is_indent(label: Phrase, habit: Habit) -> bool:
    """True for a label set as others that open rows."""
    return any(abs(label.x0 - x) < INDENT * label.size for x in habit.indents)


def _begins_next(own: Sequence[Line], k: int, habit: Habit) -> bool:
    """True for a line in small letters below figures that is the label of the next: figures stand on last lines."""
    return habit.below > 0 and own[k].label is not None and not own[k].small
