"""Bodies of statistical tables: lines with figures one below the other, and the columns that they stand in.

A body is anchored on its figures, not on white: figures do not wrap, and those of one column overlap from line to
line. Lines of labels alone between them belong to the rows beside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from parsers.stacks.figured import FIGURE
from parsers.text import heights, phrases
from parsers.text.phrases import Phrase, Row
from parsers.whitespace import wraps

AIR = 2.6  # of the font size: more white than this between two lines parts tables
RIVER = 0.4  # of the font size: the least white between two columns of figures
LEAST_RIVER = 0.2  # of the font size: what few lines leave of a river that all others leave wider
LEAST = 2  # lines with figures in a body
FIGURES = 0.6  # share of a body's texts beside its labels that are figures
KEPT = 0.5  # share of a line's figures that stand below others where it belongs to the lines above
MOST_BETWEEN = 6  # lines of labels alone between two lines with figures
OVERHANG = 2  # lines between them that run over the columns: a long heading of rows
LONGEST = 70  # characters of such a line
SPANNING = ((6, 0), (15, 1), (1_000_000, 2))  # lines that may cross a river, by the number of lines
AIR_IN_ROWS = 1.2  # of the font size above a line of texts between two lines with figures
SHORT = 14  # characters of a value; longer texts are words
DIGITS = 0.3  # share of a value's characters that are digits
WORD = 10  # characters of a word that may stand among values
MARK = 3  # characters of a mark that stands apart from its figure
RARE = 0.34  # share of the lines that have such a mark
YEAR = re.compile(r"(19|20)\d\d([-\u2013/]\d\d(\d\d)?)?[a-z*]?$")
DOTS = re.compile(r"[.\u2026]{3,}")
NONE = re.compile(r"\(?(n/?a|n\.a\.|nd|[xzds])\)?", re.IGNORECASE)
LEADER = re.compile(r"[.\u2026]{4,}")
UNIT = re.compile(r"[$£€%]+$")
LETTER = re.compile(r"[A-Za-z]")

Extent = tuple[float, float]


class Body(NamedTuple):
    """Lines `first` up to `last` of a segment, the rivers between their columns and the edges of all, in points."""

    first: int
    last: int
    rivers: tuple[Extent, ...]
    left: float = 0.0
    right: float = 0.0

    def column(self, x: float) -> int:
        """The column at a place."""
        return bisect_right([(a + b) / 2 for a, b in self.rivers], x)

    def of(self, phrase: Phrase) -> int:
        return self.column((phrase.x0 + phrase.x1) / 2)

    def crossed(self, phrase: Phrase) -> bool:
        """True for a phrase that runs over a river."""
        return any(phrase.x0 < a and b < phrase.x1 for a, b in self.rivers)


def is_figure(text: str) -> bool:
    """True for a figure, or what stands for one."""
    return (bool(FIGURE.match(text)) and not LEADER.fullmatch(text)) or bool(NONE.fullmatch(text))


def is_value(phrase: Phrase) -> bool:
    """True for a figure, a date, a reference, a range or a mark: short, and most of it no letters."""
    text = phrase.text
    if is_figure(text):
        return True
    digits = sum(c.isdigit() for c in text)
    return 0 < len(text) <= SHORT and (
        digits >= DIGITS * len(text) or (len(text) <= MARK and not text.isalnum())
    )


def may_stand_beside(phrase: Phrase) -> bool:
    """True for a value, or one word that stands beside values: yes, low, none."""
    return is_value(phrase) or (not phrase.first and len(phrase.text) <= WORD)


def is_band(row: Row, body: Body) -> bool:
    """True for a text alone on the middle of a table, or of its figures: a heading of the rows below it.

    Their columns begin somewhere between the labels and the first figures: over several, its middle may be off so far.
    """
    p = row[0]
    aside = p.x0 > body.left + 2 * p.size and p.x1 < body.right - p.size
    if len(row) > 1 or not aside or is_value(p) or not LETTER.search(p.text):
        return False
    middle, reach = p.x0 + p.x1, 2 * p.size
    low, high = body.rivers[0]
    if any(abs(middle - whole) <= reach for whole in (body.left + body.right, high + body.right)):
        return True
    return body.crossed(p) and low - reach <= middle - body.right <= high + reach


def is_year(text: str) -> bool:
    return bool(YEAR.match(text))


def joined(row: Row) -> Row:
    """A line with signs of currency put before the figures that they stand apart from, and dots after their label."""
    if len(row) == 1:
        return row
    found: list[Phrase] = []
    for phrase in row:
        last = found[-1] if found else None
        if (
            last
            and (UNIT.match(last.text) or DOTS.fullmatch(phrase.text))
            and not _stands_for_figure(last, phrase)
        ):
            found[-1] = _one(last, phrase)
        else:
            found.append(phrase)
    return found


def _one(left: Phrase, right: Phrase) -> Phrase:
    top, bottom = min(left.top, right.top), max(left.bottom, right.bottom)
    first = left.first or left.x1
    return Phrase(left.x0, right.x1, top, bottom, left.text + right.text, left.style, first)


def _stands_for_figure(last: Phrase, phrase: Phrase) -> bool:
    """True for dots that stand for a figure: beside another figure or without a label to lead from."""
    if UNIT.match(last.text):
        return not phrase.text[0].isdigit() and not FIGURE.match(phrase.text)
    return not LETTER.search(last.text) or phrase.x0 - last.x1 > last.size


def bodies(lines: Sequence[Row]) -> list[Body]:
    """Bodies among lines from the top down."""
    groups: list[_Group] = []
    open_ = False
    for k, row in enumerate(lines):
        figures = _figures(row)
        if not figures:
            continue
        if open_ and _goes_on(groups[-1], lines, k, figures):
            groups[-1].add(k, figures)
        else:
            groups.append(_Group(k, figures))
            open_ = True
    found = [_body(group, lines) for group in groups if len(group.lines) >= LEAST]
    return [body for body in found if body]


class _Group:
    """Lines with figures while they are gathered, and the extents of the columns that they stand in."""

    def __init__(self, k: int, figures: Sequence[Phrase]) -> None:
        self.lines = [k]
        self.extents = [(p.x0, p.x1) for p in figures]

    def add(self, k: int, figures: Sequence[Phrase]) -> None:
        self.lines.append(k)
        for p in figures:
            held = self.at(p)
            if held:
                n = held[0]
                self.extents[n] = min(self.extents[n][0], p.x0), max(self.extents[n][1], p.x1)
            else:
                self.extents.append((p.x0, p.x1))
                self.extents.sort()

    def at(self, phrase: Phrase) -> list[int]:
        """The columns that a phrase overlaps."""
        return [n for n, (a, b) in enumerate(self.extents) if phrase.x0 < b and a < phrase.x1]


def _figures(row: Row) -> list[Phrase]:
    """Figures of a line of data: behind its first text, and most of what stands there; none of other lines."""
    beside = row[1:]
    values = [p for p in beside if is_value(p)]
    fitting = [p for p in beside if may_stand_beside(p)]
    if not values or len(fitting) < KEPT * len(beside):
        return []
    return values


def _goes_on(group: _Group, lines: Sequence[Row], k: int, figures: Sequence[Phrase]) -> bool:
    """True where a line of figures stands below those of a group, with nothing but labels between them."""
    last = group.lines[-1]
    between = range(last + 1, k)
    if len(between) > MOST_BETWEEN or any(heights.air(lines[n], lines[n + 1]) > AIR for n in range(last, k)):
        return False
    if k == last + 1 and wraps.goes_on(lines[last], lines[k]):
        return True
    places = [group.at(p) for p in figures]
    if any(len(held) > 1 for held in places) or sum(map(bool, places)) < KEPT * len(places):
        return False
    left = group.extents[0][0]
    over, titled = 0, False
    for n in between:
        row = lines[n]
        if len(row) > 1:
            crossing = row[0].x0 < left < row[0].x1 or any(len(group.at(p)) > 1 for p in row)
            if crossing or titled or heights.air(lines[n - 1], row) > AIR_IN_ROWS:
                return False
        elif row[0].x1 > left:
            titled = True
            over += 1
            if len(row[0].text) > LONGEST:
                return False
    return over <= OVERHANG and not (over and any(p.x0 < left - 1 for p in figures))


def _body(group: _Group, lines: Sequence[Row]) -> Body | None:
    first, last = group.lines[0], group.lines[-1]
    own = [lines[k] for k in range(first, last + 1) if k in group.lines or len(lines[k]) > 1]
    rivers = _rivers(own)
    if not rivers:
        return None
    left, right = min(row[0].x0 for row in own), max(row[-1].x1 for row in own)
    body = Body(first, last, tuple(rivers), left, right)
    beside = [p for row in own for p in row if body.of(p)]
    if sum(map(may_stand_beside, beside)) < FIGURES * len(beside):
        return None
    return body


def _rivers(own: Sequence[Row]) -> list[Extent]:
    """Rivers between columns, without those that part a figure from its sign or its note."""
    size = max(row[0].size for row in own)
    allowed = next(few for below, few in SPANNING if len(own) < below)
    wide = phrases.strips(own, allowed) if allowed else []
    wide = [(a, b) for a, b in wide if b - a >= RIVER * size]
    rivers = [
        (a, b)
        for a, b in phrases.nearly_clear(own, allowed)
        if b - a >= RIVER * size or (b - a >= LEAST_RIVER * size and any(c <= a and b <= d for c, d in wide))
    ]
    while True:
        body = Body(0, len(own), tuple(rivers))
        values: list[list[str]] = [[] for _ in range(len(rivers) + 1)]
        for row in own:
            for p in row:
                values[body.of(p)].append(p.text)
        drop = next(
            (
                n
                for n, held in enumerate(values)
                if n and held and _are_marks(held, len(own), rivers[n - 1], size)
            ),
            None,
        )
        if drop is None:
            return rivers
        alone = all(UNIT.match(text) and text != "%" for text in values[drop])
        del rivers[drop if alone and drop < len(rivers) else drop - 1]


def _are_marks(texts: Sequence[str], lines: int, river: Extent, size: float) -> bool:
    """True for a column of units or of a few notes close to their figures."""
    if all(map(UNIT.match, texts)):
        return True
    close = river[1] - river[0] < size
    rare = len(texts) <= RARE * lines
    return close and rare and all(len(t) <= MARK and not (t.isdigit() and len(t) > 1) for t in texts)
