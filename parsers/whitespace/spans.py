"""What a heading stands over: the columns that it overlaps, is centred on, or that a rule below it covers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.page import Rule
from parsers.text import heights
from parsers.text.phrases import Phrase, Row
from parsers.whitespace.tallies import Body, Extent

LONGEST = 90  # characters of a heading over several columns; running text is longer
CENTRED = 0.12  # of the width of its columns that a heading's middle may stand off theirs
ALIGNED = 2.5  # points between edges or middles of texts that are aligned
NEAR = 16.0  # points between headings and rules whose pieces show the columns
ONE_BLANK = 0.32  # of the font size
UNDER = 8.0  # points between a heading and the rule that shows what it stands over

Placed = tuple[int, int, Phrase]  # first and last column that a text stands over


def placed(
    row: Row, body: Body, extents: Sequence[Extent], rules: Sequence[Rule], below: Sequence[Placed]
) -> list[Placed] | None:
    """The columns that each text of a line stands over; None where the line is no heading."""
    if any(p.x0 < extents[0][1] and p.x1 > extents[1][0] + 1 for p in row):
        return None
    cells = _cells(row, body, extents, rules)
    bases = [_base(p, body, extents) for p in row]
    spanning = (
        any(a < b for a, b in bases)
        or (len(row) == 1 and any(a < b for a, b, _ in below))
        or any(_own_rule(p, row, rules, extents) for p in row)
    )
    found: list[Placed] = []
    for n, (p, (a, b)) in enumerate(zip(row, bases, strict=True)):
        least = found[-1][1] + 1 if found else min(a, 1)
        most = bases[n + 1][0] - 1 if n + 1 < len(row) else len(extents) - 1
        if a < least or most < a:
            a = b = max(least, min(most, a))
            if a > most:
                return None
        under = _own_rule(p, row, rules, extents)
        held = [
            c
            for c in range(least, most + 1)
            if under and under.x0 - 2 <= _middle(*extents[c]) <= under.x1 + 2
        ]
        if a == 0:
            span = 0, 0
        elif len(held) > 1 and held[0] <= a and b <= held[-1]:
            span = held[0], held[-1]
        else:
            span = _span(p, (a, b), (least, most), cells, spanning and _is_named(a, below))
        if len(p.text) > LONGEST and span[0] != span[1]:
            return None
        found.append((*span, p))
    if (
        len(row) == 1
        and found
        and not _may_stand_alone(found[0], extents, _own_rule(row[0], row, rules, extents), below)
    ):
        return None
    return found


def is_title(
    placed: Placed, middle: float, row: Row, rules: Sequence[Rule], extents: Sequence[Extent]
) -> bool:
    """True for a text over several columns that is centred on what stands around the table, with no rule of its own."""
    first, last, p = placed
    if first == last or _own_rule(row[0], row, rules, extents):
        return False
    return abs(_middle(p.x0, p.x1) - middle) <= p.size


def whole(row: Row) -> Row:
    """A line with words joined that one blank parts: body text that begins below them had parted them."""
    found = [row[0]]
    for p in row[1:]:
        last = found[-1]
        if p.x0 - last.x1 <= ONE_BLANK * p.size:
            found[-1] = last._replace(x1=p.x1, text=last.text + p.text)
        else:
            found.append(p)
    return found


def _base(p: Phrase, body: Body, extents: Sequence[Extent]) -> tuple[int, int]:
    """The columns that a text overlaps, or those on either side of the white that it stands in the middle of."""
    over = [c for c, (a, b) in enumerate(extents) if p.x0 < b - 0.5 and a + 0.5 < p.x1]
    if over:
        return over[0], over[-1]
    middle = _middle(p.x0, p.x1)
    right = next((c for c, (a, _) in enumerate(extents) if a >= middle), len(extents))
    left = right - 1
    if left < 1 or right >= len(extents):
        n = body.column(middle)
        return n, n
    wide = extents[right][1] - extents[left][0]
    if abs(_middle(extents[left][0], extents[right][1]) - middle) <= CENTRED * wide:
        return left, right
    n = min((left, right), key=lambda c: abs(middle - _middle(*extents[c])))
    return n, n


def _cells(row: Row, body: Body, extents: Sequence[Extent], rules: Sequence[Rule]) -> list[list[Extent]]:
    """What columns may cover, in several ways: their ink, also from the column before on, or what rules show."""
    ways = [list(extents)]
    ways.append([extents[0], *((a[1], b[1]) for a, b in pairwise(extents))])
    top, foot = heights.top_of(row) - NEAR, heights.foot_of(row) + NEAR
    ends = {x for r in rules if r.horizontal and top < r.top < foot for x in (r.x0, r.x1)}
    inner = [next((x for x in ends if a - 1 <= x <= b + 1), None) for a, b in body.rivers]
    known = [x for x in inner if x is not None]
    if len(known) == len(inner):
        edges = [min(ends), *known, max(ends)]
        return [list(pairwise(edges))]
    return ways


def _span(
    p: Phrase, base: tuple[int, int], within: tuple[int, int], cells: Sequence[Sequence[Extent]], wide: bool
) -> tuple[int, int]:
    """The columns on whose middle a text stands, the fewest that it fits, but several where `wide` and they do."""
    a, b = base
    middle = _middle(p.x0, p.x1)
    best, least = base, 1e9
    for first in range(a, max(within[0], 1) - 1, -1):
        for last in range(b, within[1] + 1):
            for way in cells:
                left, right = way[first][0], way[last][1]
                off = abs(_middle(left, right) - middle)
                flush = first == last and min(abs(p.x0 - left), abs(p.x1 - right)) <= ALIGNED
                fits = flush or off <= max(ALIGNED, CENTRED / 3 * (right - left))
                cost = last - first + (0 if fits else 1e3 + off)
                if wide and first == last:
                    cost += 1e2
                if cost < least:
                    best, least = (first, last), cost
    return best if least < 1e3 else base


def _is_named(column: int, below: Sequence[Placed]) -> bool:
    """True where another heading stands below over a column, begun as one."""
    own = [p for a, b, p in below if a == b == column]
    return bool(own) and not own[-1].text[0].islower()


def _middle(a: float, b: float) -> float:
    return (a + b) / 2


def _own_rule(p: Phrase, row: Row, rules: Sequence[Rule], extents: Sequence[Extent]) -> Rule | None:
    """A rule under a text, and under no other of its line; not one under the whole table."""
    near = [
        r for r in rules
        if r.horizontal and -2 < r.top - p.bottom < UNDER and r.x0 <= p.x0 + 1.5 and p.x1 - 1.5 <= r.x1
    ]  # fmt: skip
    rule = min(near, key=lambda r: (r.top, r.x1 - r.x0), default=None)
    everywhere = rule is not None and rule.x0 <= extents[0][1] and rule.x1 >= extents[-1][1] - ALIGNED
    if rule is None or everywhere or any(q is not p and q.x0 < rule.x1 and rule.x0 < q.x1 for q in row):
        return None
    return rule


def _may_stand_alone(
    placed: Placed, extents: Sequence[Extent], under: Rule | None, below: Sequence[Placed]
) -> bool:
    """True for the only text of a line that is a heading: over one column, or centred on its columns; no title."""
    first, last, p = placed
    if first == last:
        return (first > 0 or bool(below)) and not _is_title(p, first, extents)
    left, right = extents[first][0], extents[last][1]
    if under and under.x1 - under.x0 < extents[-1][1] - extents[0][0] - ALIGNED:
        return first > 0
    middle = _middle(p.x0, p.x1)
    # figures may be set to the right of their columns, which then begin where those before them end
    own = min(abs(_middle(start, right) - middle) for start in (left, extents[max(first - 1, 0)][1]))
    entire = abs((extents[0][0] + extents[-1][1]) / 2 - middle)
    if entire <= max(own, 2 * ALIGNED):
        return False
    return first > 0 and own <= CENTRED * (right - left)


def _is_title(p: Phrase, column: int, extents: Sequence[Extent]) -> bool:
    """True for a text on the middle of the whole table, and on neither edge nor the middle of its column."""
    (a, b), middle = extents[column], _middle(p.x0, p.x1)
    own = min(abs(p.x0 - a), abs(p.x1 - b), abs(middle - _middle(a, b)))
    return own > ALIGNED and abs(middle - _middle(extents[0][0], extents[-1][1])) <= ALIGNED
