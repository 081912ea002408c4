"""The unruled eye: tables with horizontal rules or bands of shading only, their columns found by what parts the text.

A stack of levels is cut where another table begins. Its columns are strips that no line crosses, kept where ends of
rules or of shading lie in them, where the headings agree, or where they are wide. Tables of one page that have
the same ends and the same headings have the same columns, and so has one that goes on from the page before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from parsers import grid as ruling
from parsers import openings, phrases, stacks
from parsers.grid import Grid
from parsers.page import Char, Fill, Rule
from parsers.phrases import Phrase, Row
from parsers.stacks import SAME_END, Stack

CROSSING = 0.06  # share of lines that may cross a column's edge: texts that are set over several columns
#: of the font size: a strip this wide is a column's edge where no headings confirm it, by the number of lines
WIDE = ((2, 1e4), (6, 1.6), (15, 1.0), (1_000_000, 0.7))
HEADER_REACH = 60.0  # points above the first rule in which column headings may stand
AIR_ABOVE = 1.2  # of a line's height between column headings and what is below them
SAME_COLUMNS = 0.67  # share of the strips that stay clear where a table goes on below a text of its own
LEFT = 0.1  # share of the width within which free text begins
UNLIKE = 0.34  # share of the body that may be set like a heading
DOUBT_NO_HEADINGS = "no rules part the columns and no headings confirm them"
DOUBT_CROSSED = "text runs across the edges of columns that no rules draw"


class Layout(NamedTuple):
    """The columns of a table that was read, and its headings' text without blanks."""

    xs: tuple[float, ...]
    headings: str


class Part(NamedTuple):
    """The levels of one table, the lines in each of its bands, and how many bands are headings."""

    stack: Stack
    bands: tuple[tuple[Row, ...], ...]
    headed: int

    @property
    def headings(self) -> str:
        return _text(self.bands[: self.headed])

    def alike(self, other: Part) -> bool:
        """True for tables with the same ends and the same headings."""
        ends = abs(self.stack.left - other.stack.left) <= SAME_END >= abs(self.stack.right - other.stack.right)
        return ends and bool(self.headings) and self.headings == other.headings


def grids(
    rules: Sequence[Rule], fills: Sequence[Fill], chars: Sequence[Char], taken: Sequence[Grid],
    known: Sequence[Layout] = (),
) -> list[Grid]:  # fmt: skip
    """Grids of tables without vertical rules, where no other grid stands. `known` are those of the page before."""
    found = stacks.stacks(rules, fills, chars, [g.box for g in taken])
    if not found:
        return []
    lines = phrases.rows(chars)
    parts = [part for stack in found for part in _parts(stack, lines)]
    grids, layouts = [], list(known)
    for part in sorted(parts, key=lambda p: not p.headed):
        grid = _grid(part, [p for p in parts if p is part or p.alike(part)], layouts)
        if grid is not None:
            grids.append(grid)
            layouts.append(Layout(grid.xs, part.headings))
    return grids


def layouts(grids: Sequence[Grid], chars: Sequence[Char]) -> list[Layout]:
    """What the next page's tables may be known by."""
    found = []
    for grid in grids:
        first = grid.box._replace(bottom=grid.ys[1])
        text = "".join(c.text for c in chars if not c.text.isspace() and first.holds(*c.box.centre))
        found.append(Layout(grid.xs, text))
    return found


def _parts(stack: Stack, lines: Sequence[Row]) -> list[Part]:
    """A stack cut into tables, each with its headings, also those that stand above its first rule."""
    inside = [[p for p in row if stack.left - SAME_END <= (p.x0 + p.x1) / 2 <= stack.right + SAME_END] for row in lines]
    inside = [row for row in inside if row]
    levels = stack.levels
    bands = [_between(inside, a, b) for a, b in zip(levels, levels[1:], strict=False)]
    parts = []
    for first, last in _cuts(stack, bands):
        part = _headed(Part(stack.between(first, last), tuple(bands[first:last]), 0), inside, levels[first - 1] if first else 0)
        if len(part.bands) > 1:
            parts.append(part)
    return parts


def _between(lines: Sequence[Row], top: float, bottom: float) -> tuple[Row, ...]:
    return tuple(row for row in lines if top <= row[0].middle < bottom)


def _cuts(stack: Stack, bands: Sequence[tuple[Row, ...]]) -> list[tuple[int, int]]:
    """First and last levels of each table: parted by text between them, or where headings stand anew."""
    whole = [level in stack.whole for level in stack.levels]
    cuts, start = [], 0
    for k, band in enumerate(bands):
        if not (whole[k] and whole[k + 1]):
            continue
        opens = _opens(bands, k)
        again = opens and k > start and _text([band]) == _text([bands[start]])
        if again or (opens and k > start and _is_free(bands[k - 1], stack)):
            cuts.append((start, k - 1 if _is_free(bands[k - 1], stack) else k))
            start = k
        elif (
            _is_prose(band, stack) or _ends_in_headings(bands, k, stack)
            or (band and k > start and _is_free(band, stack) and _changes(bands[start:k], bands[k + 1 :]))
        ):  # fmt: skip
            cuts.append((start, k))
            start = k + 1
    cuts.append((start, len(bands)))
    return [(first, last) for first, last in cuts if last > first]


def _changes(above: Sequence[tuple[Row, ...]], below: Sequence[tuple[Row, ...]]) -> bool:
    """True where the lines below a text run across the columns of those above it."""
    over, under = ([row for band in bands for row in band] for bands in (above, below))
    before = phrases.strips(over, 0, 1e4)
    return bool(under) and len(phrases.strips([*over, *under], 0, 1e4)) < SAME_COLUMNS * len(before)


def _opens(bands: Sequence[tuple[Row, ...]], k: int) -> bool:
    """True for a band of headings: several phrases, set alike, and unlike what follows."""
    style = _style(bands[k])
    if style is None or max(len(row) for row in bands[k]) < 2:
        return False
    below = [p for band in bands[k + 1 : k + 4] for row in band for p in row]
    like = sum(len(p.text) for p in below if p.style == style)
    return bool(below) and like <= UNLIKE * sum(len(p.text) for p in below)


def _ends_in_headings(bands: Sequence[tuple[Row, ...]], k: int, stack: Stack) -> bool:
    """True for a band in which another table's headings stand below a text of their own."""
    for n in range(1, len(bands[k])):
        if _is_free(bands[k][n - 1 : n], stack) and _opens([bands[k][n:], *bands[k + 1 :]], 0):
            return True
    return False


def _style(band: Sequence[Row]) -> tuple[str, float, bool, str] | None:
    """How a band's text is set, None where it is set in several ways."""
    styles = {p.style for row in band for p in row}
    return styles.pop() if len(styles) == 1 else None


def _is_free(band: Sequence[Row], stack: Stack) -> bool:
    """True for an empty band, or one whose lines are no cells: each a single phrase from the left edge."""
    left = stack.left + LEFT * (stack.right - stack.left)
    return all(len(row) == 1 and row[0].x0 <= left for row in band)


def _is_prose(band: Sequence[Row], stack: Stack) -> bool:
    """True for lines of running text over the whole width."""
    free = sum(len(row) == 1 for row in band)
    long = [row for row in band if row[0].x1 - row[0].x0 > 0.7 * (stack.right - stack.left)]
    return len(band) > 2 and free >= 0.7 * len(band) and len(long) > 1


def _headed(part: Part, lines: Sequence[Row], above: float) -> Part:
    """The part with its number of bands of headings; those above its first rule become a band of their own."""
    if _opens(part.bands, 0):
        again = len(part.bands) > 2 and _style(part.bands[1]) == _style(part.bands[0]) and _opens(part.bands, 1)
        count = 2 if again else 1
        return part._replace(headed=count)
    top = part.stack.levels[0]
    over = _between(lines, max(above, top - HEADER_REACH), top)
    held: list[Row] = []
    for row in reversed(over):
        foot = min(p.top for p in held[0]) if held else top
        if foot - max(p.bottom for p in row) > AIR_ABOVE * row[0].size or (len(row) == 1 and not held):
            break
        if held and row[0].style != held[0][0].style:
            break
        held.insert(0, row)
    band = tuple(held)
    if held and max(len(row) for row in held) > 1 and _opens([band, *part.bands], 0):
        head = min(p.top for p in held[0]) - 1
        return Part(part.stack.topped(head), (band, *part.bands), 1)
    return part


def _text(bands: Sequence[Sequence[Row]]) -> str:
    return "".join(p.text for band in bands for row in band for p in row)


def _grid(part: Part, like: Sequence[Part], layouts: Sequence[Layout]) -> Grid | None:
    """The part's grid: its columns as known, or found in all tables that are like it."""
    doubt = ""
    xs = _known(part, layouts)
    if xs is None:
        xs = _columns(part, like)
        doubt = "" if part.headed or not xs or len(part.stack.ends()) >= len(xs) - 2 else DOUBT_NO_HEADINGS
    if xs is None or len(xs) < 3 or len(part.bands) < 2:
        return None
    body = [row for band in part.bands[part.headed :] for row in band]
    crossed = [x for x in xs[1:-1] if sum(_crosses(row, x) for row in body)]
    if crossed and not doubt:
        doubt = DOUBT_CROSSED if sum(_crosses(row, x) for row in body for x in xs[1:-1]) > 1 else ""
    ys, edges = part.stack.levels, list(part.stack.edges)
    right = {
        (col, row) for col in range(len(xs)) for row, band in enumerate(part.bands)
        if not any(_crosses(line, xs[col]) for line in band)
    }  # fmt: skip
    edges = [e for e in edges if ys[0] - 3 <= e.at <= ys[-1] + 3]
    below = ruling.parted(edges, ys, xs)
    cells = tuple(ruling.merged(len(ys) - 1, len(xs) - 1, below, right))
    return openings.opened(Grid(tuple(xs), ys, cells, doubt), part.bands, part.headed)


def _crosses(row: Row, x: float) -> bool:
    return any(p.x0 + 1 < x < p.x1 - 1 for p in row)


def _known(part: Part, layouts: Sequence[Layout]) -> tuple[float, ...] | None:
    """Columns of a table with the same ends, and the same headings where this one has any."""
    body = [row for band in part.bands for row in band]
    for layout in layouts:
        xs = layout.xs
        ends = abs(xs[0] - part.stack.left) <= SAME_END >= abs(xs[-1] - part.stack.right)
        if ends and (not part.headed or part.headings == layout.headings):
            free = not any(_crosses(row, x) for row in body for x in xs[1:-1])
            filled = {sum(x <= p.x0 for x in xs) for row in body for p in row}
            if free and len(filled) > 1 and all(any(a < e < b for a, b in _around(xs)) for e in part.stack.ends()):
                return (part.stack.left, *xs[1:-1], part.stack.right)
    return None


def _around(xs: Sequence[float]) -> list[tuple[float, float]]:
    return [(x - 2 * SAME_END, x + 2 * SAME_END) for x in xs]


def _columns(part: Part, like: Sequence[Part]) -> tuple[float, ...] | None:
    """Edges of columns: ends of pieces that no text contradicts, and strips that are vouched for."""
    left, right = part.stack.left, part.stack.right
    heads = [row for row in _heads(part)]
    body = [row for p in like for band in p.bands[p.headed :] if not _is_free(band, p.stack) for row in band]
    if not body:
        return None
    size = Counter(p.size for row in body for p in row).most_common(1)[0][0]
    allowed = int(CROSSING * len(body))
    found = _strips([*heads, *body], left, right, allowed)
    ends = sorted({e for p in like for e in p.stack.ends()})
    exact = [e for e in ends if sum(_crosses(row, e) for row in [*heads, *body]) <= allowed]
    apart = [Strip(a, b, next((e for e in exact if a - 3 <= e <= b + 3), None)) for a, b in found]
    kept = _vouched(apart, heads, body, size, left, right)
    inside = {s.end for s in kept if s.end is not None}
    xs = sorted([s.x for s in kept] + [e for e in exact if e not in inside])
    return (left, *xs, right)


def _strips(rows: Sequence[Row], left: float, right: float, allowed: int) -> list[tuple[float, float]]:
    """Strips that no line crosses, and those that a few do, where no line's text stands in them."""
    clear = phrases.strips(rows, left, right)
    for a, b in phrases.strips(rows, left, right, allowed) if allowed else ():
        inside = any(a <= p.x0 and p.x1 <= b for row in rows for p in row)
        if not inside and not any(min(b, d) > max(a, c) for c, d in clear):
            clear.append((a, b))
    return sorted(clear)


class Strip(NamedTuple):
    """An upright strip without text; `end` is where pieces of rules or shading meet in it."""

    x0: float
    x1: float
    end: float | None

    @property
    def x(self) -> float:
        return (self.x0 + self.x1) / 2 if self.end is None else self.end


def _heads(part: Part) -> list[Row]:
    """The lines of the headings without titles that are set over several columns."""
    bands = part.bands[: part.headed]
    return [row for band in bands[-1:] for row in band]


def _vouched(
    strips: Sequence[Strip], heads: Sequence[Row], body: Sequence[Row], size: float, left: float, right: float
) -> list[Strip]:
    """Strips without those that leave a column without a heading; without headings, the wide ones."""
    if not heads:
        least = size * next(share for below, share in WIDE if len(body) < below)
        return [s for s in strips if s.end is not None or s.x1 - s.x0 >= least]
    kept = list(strips)
    while kept:
        xs = [left, *(s.x for s in kept), right]
        bare = [k for k in range(len(xs) - 1) if not _holds(heads, xs[k], xs[k + 1]) and (k or not _holds(body, xs[0], xs[1]))]
        beside = [s for k in bare for s in kept[max(0, k - 1) : k + 1] if s.end is None]
        if not beside:
            break
        kept.remove(min(beside, key=lambda s: s.x1 - s.x0))
    return kept


def _holds(rows: Sequence[Row], left: float, right: float) -> bool:
    return any(left <= (p.x0 + p.x1) / 2 < right for row in rows for p in row)


__all__ = ["Layout", "Phrase", "grids", "layouts"]
