"""The last row of a page where a rule stands at each row's foot: the page's end or the table's leaves none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from parsers.grids.levels import SAME_END
from parsers.stacks import remarks
from parsers.stacks.bands import Band, between
from parsers.stacks.part import Part
from parsers.text import heights
from parsers.text.phrases import Phrase, Row, Setting

FLUSH = 2.0  # points between the left edges, middles or right edges of texts of one column
MORE = 2.0  # points of air beyond what the other rows show
LEADING = 0.6  # of the font size: the air between two lines of one text
COLUMNS = 3  # of a table whose rows no upright rule parts
FACED = 2  # columns that the row fills
SURE = 3  # columns with texts flush that make a row of others beside them


def below(part: Part, others: Sequence[Part], lines: Sequence[Row]) -> Band:
    """The lines between a part's last level and the next table."""
    foot = part.stack.levels[-1]
    # without the grounds of labels
    tables = (p for p in others if any(len(row) > 1 for band in p.bands for row in band))
    next_to = min((p.stack.levels[0] for p in tables if p.stack.levels[0] > foot), default=inf)
    left, right = part.stack.left - SAME_END, part.stack.right + SAME_END
    return tuple(row for row in between(lines, foot, next_to) if left <= row[0].x0 and row[-1].x1 <= right)


def taken_in(part: Part, xs: Sequence[float], lines: Band, like: Sequence[Part] = ()) -> Part:
    """The part with a row below its last rule: in its columns, set as its rows are, and as near to the rule as they are
    to theirs; or, of headings alone, with as many as are like those of a part that is `like` it. Below headings of rows
    alone it is like the rows of that, too; in a column without texts it is flush with its heading.

    Below a table's end stands nothing that fills several of its columns flush with its rows.
    """
    part, lines = _with_remark(part, lines)
    foot = part.stack.levels[-1]
    alone = part.headed == len(part.bands)
    bare = alone or (foot in part.stack.inked and all(len(row) == 1 for row in part.body))
    pattern = next((p for p in like if p is not part and len(p.bands) > p.headed), None) if bare else None
    drawn = foot in part.stack.inked or bool(part.stack.captions)  # a row stands below the remark of another
    if (not drawn and pattern is None) or len(xs) <= COLUMNS or not lines:
        return part
    held = _held(foot, lines, xs, pattern or part)
    while held:
        bottom, lines = _bottom(held), lines[len(held) :]
        part = part._replace(stack=part.stack.closed(bottom + 1), bands=(*part.bands, held))
        level = bottom + max(_feet(pattern), default=0.0) if pattern else inf
        held = _held(level, lines, xs, pattern) if pattern and alone else ()
    return part


def _with_remark(part: Part, lines: Band) -> tuple[Part, Band]:
    """The part with a remark of its last row, which nothing draws below rows of which every other one is painted; and
    the lines below that."""
    levels = part.stack.levels
    held = (
        tuple(remarks.at_foot(lines, part.bands[part.headed :])) if levels[-1] not in part.stack.inked else ()
    )
    tops = [heights.top_of(band[0]) - at for at, band in zip(levels, part.bands, strict=False) if band]
    near = held and heights.top_of(held[0]) - levels[-1] <= max(tops, default=0.0) + MORE
    if not near:
        return part, lines
    stack = part.stack.closed(_bottom(held) + 1)
    return part._replace(stack=stack, bands=(*part.bands, held)), lines[len(held) :]


def _held(level: float, lines: Band, xs: Sequence[float], pattern: Part) -> Band:
    """The lines of one more row like those of a part next to a level; none where no row stands there."""
    held = _next_to(level, lines, xs, pattern)
    cells = [min(cell, key=lambda p: p.top) for cell in _cells(held, xs).values()]
    own = _cells([row for band in pattern.bands for row in band], xs)
    flush = [any(_is_flush(p, o) for o in own.get(_column(p, xs), ())) for p in cells]
    # one text may be a list, set in
    return held if sum(flush) >= FACED and (all(flush) or sum(flush) >= max(len(flush) - 1, SURE)) else ()


def _next_to(level: float, lines: Band, xs: Sequence[float], part: Part) -> Band:
    """The lines next to a level with no more air above them than the rows of the table have, in their columns and set
    as these are."""
    levels, bands = part.stack.levels[part.headed :], part.bands[part.headed :]
    rows = [(at, band) for at, band in zip(levels, bands, strict=False) if band]
    own = {face for _, band in rows for row in band for face in _faces(row)}
    # a status may be set as headings are
    faces = own.union(face for band in part.bands[: part.headed] for row in band for face in _faces(row))
    # a page may begin with the rest of a row, which has no air above it
    reach = max((*(heights.top_of(band[0]) - at for at, band in rows), *_feet(part)), default=0.0) + MORE
    inside = max((air for _, band in rows for air in _airs(band)), default=0.0) + MORE
    held: list[Row] = []
    bottom = level
    for row in lines:
        near = max(inside, LEADING * row[0].size) if held else reach
        crossing = any(p.x0 + 1 < x < p.x1 - 1 for p in row for x in xs[1:-1])
        shown = list(_faces(row))
        # a label beside several texts may have a face of its own
        strange = sum(face not in faces for face in shown)
        alike = not strange or (strange == 1 and len(shown) > SURE)
        alike = alike and (not shown or not own.isdisjoint(shown))
        if crossing or heights.top_of(row) - bottom > near or not alike:
            break
        held.append(row)
        bottom = max(bottom, *(p.bottom for p in row))
    return tuple(held)


def _feet(part: Part) -> Iterator[float]:
    """The air below each row of a part, down to the level at its foot."""
    rows = zip(part.bands[part.headed :], part.stack.levels[part.headed + 1 :], strict=False)
    return (level - _bottom(band) for band, level in rows if band)


def _bottom(band: Band) -> float:
    return max(p.bottom for row in band for p in row)


def _airs(band: Band) -> Iterator[float]:
    return (heights.white(row, after) for row, after in pairwise(band))


def _faces(row: Row) -> Iterator[Setting]:
    """How texts are set, whatever their colour: a status has one of its own, and a sign also its font."""
    return (p.style._replace(colour="") for p in row if any(map(str.isalnum, p.text)))


def _cells(rows: Sequence[Row], xs: Sequence[float]) -> dict[int, list[Phrase]]:
    held: dict[int, list[Phrase]] = {}
    for row in rows:
        for phrase in row:
            held.setdefault(_column(phrase, xs), []).append(phrase)
    return held


def _column(phrase: Phrase, xs: Sequence[float]) -> int:
    return bisect_right(xs, (phrase.x0 + phrase.x1) / 2)


def _is_flush(phrase: Phrase, other: Phrase) -> bool:
    return (
        abs(phrase.x0 - other.x0) <= FLUSH
        or abs(phrase.x1 - other.x1) <= FLUSH
        or abs(phrase.x0 + phrase.x1 - other.x0 - other.x1) <= 2 * FLUSH
    )
