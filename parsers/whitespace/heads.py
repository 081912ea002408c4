"""Headings of a statistical table that no rule sets apart: the lines above its body that keep to its columns.

Lines are tried from the body upwards. A text stands over the column that it overlaps; one that overlaps several, or
stands in the white between two, is a heading over those that it is centred on, or that a rule below it covers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from parsers.page import Rule
from parsers.text import heights
from parsers.text.phrases import Phrase, Row
from parsers.whitespace import spans
from parsers.whitespace.spans import Placed
from parsers.whitespace.tallies import Body, Extent, is_band, is_figure, is_value, is_year

AIR = 1.3  # of the font size between two lines of headings
AIR_BELOW = 2.3  # of the font size between the headings and the body
STUB_AIR = 0.6  # of the font size above a line that stands over the labels alone
SAME_EDGE = 1.0  # points between the edges, or middles, of two lines of one heading
LOOK_UP = 3  # lines above a heading of rows among which the columns' are
MOST = 12  # lines of headings


class Heading(NamedTuple):
    """A heading over columns `first` to `last`, and its lines, counted in the segment."""

    first: int
    last: int
    top: int
    bottom: int


class Head(NamedTuple):
    """The first line of the headings, the line behind them, the headings, and the columns' extents with them."""

    start: int
    end: int
    headings: tuple[Heading, ...]
    extents: tuple[Extent, ...]


def above(lines: Sequence[Row], body: Body, low: int, rules: Sequence[Rule]) -> Head:
    """The headings of a body among the lines from `low` on."""
    start = _start(lines, body)
    climb = _Climb(lines, body, rules, start)
    k = start - 1
    while k >= max(low, start - MOST) and climb.takes(k, max(low, k - LOOK_UP)):
        k -= 1
    climb.finish()
    extents = tuple(climb.extents)
    if not climb.found:
        return Head(_labels_above(lines, body, start, low), start, (), extents)
    own = sorted((n, placed) for n, placed in climb.found if climb.top <= n < climb.end)
    return Head(climb.top, climb.end, tuple(_headings(own)), extents)


class _Climb:
    """Lines above a body as they are tried from the lowest up: what headings they hold, and from where to where."""

    def __init__(self, lines: Sequence[Row], body: Body, rules: Sequence[Rule], start: int) -> None:
        self.lines, self.body, self.rules = lines, body, rules
        self.middle = (min(row[0].x0 for row in lines) + max(row[-1].x1 for row in lines)) / 2
        self.extents = _extents(lines, body)
        self.found: list[tuple[int, list[Placed]]] = []
        self.stub: list[int] = []
        self.end = self.top = start

    def takes(self, k: int, ahead: int) -> bool:
        """True for a line of headings, or one between them or below them that ends none."""
        row = self.lines[k]
        air = heights.air(row, self.lines[k + 1])
        if air > (AIR if self.found else AIR_BELOW):
            return False
        if all(self.body.of(p) == 0 and p.x1 <= self.body.rivers[0][1] for p in row):
            if self.found and (air > STUB_AIR or self.stub):
                return False
            self.stub.append(k)
            return True
        band = not self.found and is_band(row, self.body) and any(map(self._is_heading, self.lines[ahead:k]))
        if band and not (k > ahead and _goes_on(self.lines[k - 1], row)):
            return True
        return self._takes_headings(k)

    def _takes_headings(self, k: int) -> bool:
        row = spans.whole(self.lines[k])
        below = [one for _, placed in self.found for one in placed]
        placed = spans.placed(row, self.body, self.extents, self.rules, below)
        if placed is None or (self.found and _is_data(row) and not _are_years(row)):
            return False
        if len(row) == 1 and spans.is_title(placed[0], self.middle, row, self.rules, self.extents):
            return False
        if self.found:
            self.found += [(n, [(0, 0, self.lines[n][0])]) for n in self.stub]
        else:
            self.end = k + 1
        self.stub = []
        for a, b, p in placed:
            if a == b:
                self.extents[a] = min(self.extents[a][0], p.x0), max(self.extents[a][1], p.x1)
        self.found.append((k, placed))
        self.top = k
        return True

    def finish(self) -> None:
        """A line over the labels that the highest line of headings goes on from is one of them."""
        above = self.top - 1
        if self.found and self.stub[:1] == [above] and self.lines[self.top][0].text[0].islower():
            self.top = above
            self.found.append((above, [(0, 0, self.lines[above][0])]))

    def _is_heading(self, row: Row) -> bool:
        several = len(row) > 1 and not _is_data(row)
        return several and spans.placed(row, self.body, self.extents, self.rules, ()) is not None


def _start(lines: Sequence[Row], body: Body) -> int:
    """The first line of data: lines of years above others are headings, and so are words above figures."""
    first = body.first
    for k in range(body.first, body.last):
        row = lines[k]
        beside = [p for p in row if body.of(p)]
        own = {body.of(p) for p in beside}
        below = [p for line in lines[k + 1 : body.last + 1] for p in line if body.of(p) in own]
        years = bool(beside) and _are_years(row) and len(beside) >= len(body.rivers) * 0.6
        years = years and bool(below) and sum(is_year(p.text) for p in below) <= 0.5 * len(below)
        if not years and not any(
            _is_word(p) and _over_figures(p, lines[k + 1 : body.last + 1], body) for p in beside
        ):
            break
        first = k + 1
    return first


def _goes_on(above: Row, row: Row) -> bool:
    """True for a text alone close below the one heading that it is set as, and stands below: it begins where that does,
    or on its middle."""
    (p,) = row
    over = [q for q in above if q.x0 < p.x1 and p.x0 < q.x1]
    if len(over) != 1 or len(above) < 2 or over[0].style != p.style or heights.air(above, row) > STUB_AIR:
        return False
    q = over[0]
    return min(abs(p.x0 - q.x0), abs(p.x0 + p.x1 - q.x0 - q.x1) / 2) <= SAME_EDGE


def _is_word(p: Phrase) -> bool:
    return not is_figure(p.text) and sum(c.isalpha() for c in p.text) > 1


def _over_figures(p: Phrase, lines: Sequence[Row], body: Body) -> bool:
    below = [is_value(q) for line in lines for q in line if body.of(q) == body.of(p)]
    return len(below) > 1 and all(below)


def _are_years(row: Row) -> bool:
    beside = row[1:] if not is_figure(row[0].text) else row
    return bool(beside) and all(is_year(p.text) for p in beside)


def _is_data(row: Row) -> bool:
    """True for a line most of whose texts behind the first are figures, years apart."""
    figures = [is_figure(p.text) and not is_year(p.text) and any(map(str.isdigit, p.text)) for p in row[1:]]
    return sum(figures) > len(figures) / 2


def _extents(lines: Sequence[Row], body: Body) -> list[Extent]:
    """What each column's text covers in the body; the room between rivers where it has none."""
    lows = [-1e9, *(a for a, _ in body.rivers)]
    highs = [*(b for _, b in body.rivers), 1e9]
    held: list[Extent] = [(1e9, -1e9)] * (len(body.rivers) + 1)
    for k in range(body.first, body.last + 1):
        row = lines[k]
        if len(row) == 1 and body.crossed(row[0]):
            continue
        for p in row:
            n = 0 if len(row) == 1 and p.x0 < body.rivers[0][0] else body.of(p)
            held[n] = min(held[n][0], max(p.x0, lows[n])), max(held[n][1], min(p.x1, highs[n]))
    return held


def _labels_above(lines: Sequence[Row], body: Body, start: int, low: int) -> int:
    """The first line of the labels right above a body without headings: one that ends in a colon, or goes on below."""
    k = start
    while k > low:
        row = lines[k - 1]
        alone = len(row) == 1 and body.of(row[0]) == 0 and row[0].x1 <= body.rivers[0][1]
        goes_on = alone and (row[0].text.endswith(":") or lines[k][0].text[0].islower())
        if not goes_on or heights.air(row, lines[k]) > STUB_AIR:
            break
        k -= 1
    return k


def _headings(lines: Sequence[tuple[int, Sequence[Placed]]]) -> list[Heading]:
    """Texts one below the other over the same columns are one heading."""
    found: list[Heading] = []
    for k, placed in lines:
        for a, b in sorted({(a, b) for a, b, _ in placed}):
            home = next(
                (n for n, h in enumerate(found) if (h.first, h.last) == (a, b) and not _shut(h, found, k)),
                None,
            )
            if home is None:
                found.append(Heading(a, b, k, k))
            else:
                found[home] = found[home]._replace(bottom=k)
    return found


def _shut(heading: Heading, found: Sequence[Heading], k: int) -> bool:
    """True where another heading stands between one's last line and line `k`."""
    return any(
        h is not heading
        and h.first <= heading.last
        and heading.first <= h.last
        and heading.bottom < h.top < k
        for h in found
    )
