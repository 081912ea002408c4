"""Stacks of rules cut into tables: each with the lines in its bands and with its headings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from parsers import phrases
from parsers.levels import HIGH, SAME_END
from parsers.phrases import Phrase, Row
from parsers.stacks import Stack

AIR_ABOVE = 1.2  # of a line's height between column headings and what is below them
AIR_IN_TEXT = 0.6  # of a line's height between two lines of one paragraph
AIR_IN_ROW = 2.0  # of a line's height between two paragraphs of one cell
SAME_COLUMNS = 0.67  # share of the strips that stay clear where a table goes on below a text of its own
LEFT = 0.1  # share of the width within which free text begins
UNLIKE = 0.34  # share of the body that may be set like a heading
TITLE = 1.15  # times the size of a row's text: a line this much larger is a title, no cell
FLUSH = 2.0  # points between the left edges of texts of one column
WHITE = 14.0  # points: an empty band that is lower than a line of text is no row
LOOK_AHEAD = 3  # bands below headings that are looked at for how the body is set

Band = tuple[Row, ...]


class Part(NamedTuple):
    """The levels of one table, the lines in each of its bands, and how many bands are headings."""

    stack: Stack
    bands: tuple[Band, ...]
    headed: int

    @property
    def headings(self) -> str:
        return text_of(self.bands[: self.headed])

    @property
    def body(self) -> list[Row]:
        return [row for band in self.bands[self.headed :] for row in band]

    def alike(self, other: Part) -> bool:
        """True for tables with the same ends and the same headings."""
        ends = (
            abs(self.stack.left - other.stack.left) <= SAME_END >= abs(self.stack.right - other.stack.right)
        )
        return ends and bool(self.headings) and self.headings == other.headings


def parts(stack: Stack, lines: Sequence[Row]) -> list[Part]:
    """The tables of a stack, with headings also where they stand above the first rule."""
    inside = [
        [p for p in row if stack.left - SAME_END <= _middle(p) <= stack.right + SAME_END] for row in lines
    ]
    inside = [row for row in inside if row]
    levels = stack.levels
    bands = [between(inside, a, b) for a, b in pairwise(levels)]
    foot = between(inside, levels[-1], levels[-1] + HIGH)
    foot = foot if foot and len(foot[0]) > 1 else ()  # a row, no page's number
    found, cuts = [], _cuts(stack, bands, foot)
    for first, last in cuts:
        part = Part(stack.between(first, last), tuple(bands[first:last]), 0)
        above = between(inside, levels[first - 1] if first else levels[0] - HIGH, levels[first])
        below = between(inside, levels[last], levels[last + 1] if last + 1 < len(levels) else inf)
        below = _up_to_headings(below, bands[last + 1 :], stack)
        part = headed(part, above)
        if not part.headed and last == first + 1 and _opens([*part.bands, below], 0):
            found.append(
                _closed(part._replace(headed=1), below)
            )  # the page ends before the table's last rule
            continue
        part = part if part.headed else _begun(part, above)
        drawn = levels[last] in stack.inked
        found.append(part if drawn and not _goes_on_below(part, below) else _closed(part, below))
    if not cuts or cuts[-1][1] < len(bands):
        found += _cut_short(stack, bands[-1], foot)
    return found


def _cut_short(stack: Stack, above: Band, below: Band) -> list[Part]:
    """A table of which the page shows the headings, the rule below them and the begin of a row."""
    last = len(stack.levels) - 1
    band = _standing_on(stack.between(last, last), above)
    if not band or not _opens([band, below], 0):
        return []
    part = Part(stack.between(last, last).topped(min(p.top for p in band[0]) - 1), (band,), 1)
    return [closed] if (closed := _closed(part, below)) is not part else []


def _up_to_headings(below: Band, bands: Sequence[Band], stack: Stack) -> Band:
    """The lines below a table without those with which the next one begins: its headings, and a text of their own."""
    for n in range(1, len(below)):
        if is_free(below[n - 1 : n], stack) and _opens([below[n:], *bands], 0):
            return next((below[:k] for k in range(n, 0, -1) if not is_free(below[k - 1 : k], stack)), ())
    return below


def _goes_on_below(part: Part, below: Band) -> bool:
    """True where rules stand between the rows only: the first line below the last one begins in the first column,
    fills most of the others and is set as the rows above it."""
    if not below or not part.headed:
        return False
    starts = [min(p.x0 for p in column) for column in _columned(part.body)]
    own = [any(abs(p.x0 - x) <= FLUSH for p in below[0]) for x in starts]
    like = {p.style for p in below[0]} <= _styles(tuple(part.body))
    return like and len(own) > 2 and own[0] and 2 * sum(own) > len(own)


def _columned(body: Sequence[Row]) -> list[list[Phrase]]:
    """The phrases of rows by the white strips between their columns."""
    edges = [(a + b) / 2 for a, b in phrases.strips(body)]
    columns: list[list[Phrase]] = [[] for _ in range(len(edges) + 1)]
    for row in body:
        for phrase in row:
            columns[bisect_right(edges, phrase.x0)].append(phrase)
    return [column for column in columns if column]


def _closed(part: Part, below: Band) -> Part:
    """The part with a last row that has no rule or shading at its foot."""
    held = _keeping(part, below, part.stack.levels[-1])
    if not held:
        return part
    foot = max(p.bottom for row in held for p in row)
    return part._replace(stack=part.stack.closed(foot + 1), bands=(*part.bands, held))


def _begun(part: Part, above: Band) -> Part:
    """The part with a first row that has no edge above it: its headings stand on the page before."""
    held = _keeping(part, above[::-1], part.stack.levels[0])[::-1]
    if not held:
        return part
    return part._replace(stack=part.stack.topped(min(p.top for p in held[0]) - 1), bands=(held, *part.bands))


def _keeping(part: Part, lines: Sequence[Row], level: float) -> Band:
    """The lines next to a level that keep to the columns, up to white space; none if none is of several columns.

    Where shading alone draws the rows, the white inside them is not told from that between them.
    """
    left = part.stack.left + LEFT * (part.stack.right - part.stack.left)
    body = part.body or [row for band in part.bands for row in band]
    columns = len(phrases.strips(body))
    next_to = AIR_ABOVE if part.stack.inked.intersection(part.stack.levels) else AIR_IN_ROW
    held: list[Row] = []
    top = bottom = level
    for row, after in zip(lines, [*lines[1:], []], strict=False):
        alone = len(row) == 1 and row[0].x0 <= left and not _is_overlapped(row, after)
        near = next_to if not held else AIR_ABOVE if len(row) > 1 else AIR_IN_TEXT if alone else AIR_IN_ROW
        air = max(min(p.top for p in row) - bottom, top - max(p.bottom for p in row))
        crossed = len(phrases.strips([*body, *held, row])) < columns
        if crossed or air > near * row[0].size:
            break
        held.append(row)
        top, bottom = min(p.top for p in row), max(p.bottom for p in row)
    return tuple(held) if columns and any(len(row) > 1 for row in held) else ()


def _is_overlapped(row: Row, after: Row) -> bool:
    """True for a line beside whose middle the next one stands, of several texts: a cell of two lines beside others of
    one."""
    return len(after) > 1 and after[0].top < row[0].bottom


def between(lines: Sequence[Row], top: float, bottom: float) -> Band:
    """The lines whose middles lie between two levels."""
    return tuple(row for row in lines if top <= row[0].middle < bottom)


def text_of(bands: Sequence[Band]) -> str:
    """All text of bands, without blanks."""
    return "".join(p.text for band in bands for row in band for p in row)


def is_free(band: Sequence[Row], stack: Stack) -> bool:
    """True for an empty band, or one whose lines are no cells: each a single phrase from the left edge."""
    left = stack.left + LEFT * (stack.right - stack.left)
    return all(len(row) == 1 and row[0].x0 <= left for row in band)


def _middle(phrase: Phrase) -> float:
    return (phrase.x0 + phrase.x1) / 2


def _cuts(stack: Stack, bands: Sequence[Band], foot: Band) -> list[tuple[int, int]]:
    """First and last levels of each table: parted by text between them, or where headings stand anew.

    `foot` is the row that begins below the last level; headings with none below are told by the row above them.
    """
    near = foot or next((band for band in bands[-2::-1] if not is_free(band, stack)), ())
    whole = [level in stack.whole for level in stack.levels]
    cuts, start = [], 0
    for k, band in enumerate(bands):
        shown = [*bands, near if k + 1 == len(bands) else foot]
        if not (whole[k] and whole[k + 1]):
            continue
        opens = k > start and _opens(shown, k)
        apart = opens and is_free(bands[k - 1][-1:], stack) and whole[k - 1]
        if apart or (opens and text_of([band]) == text_of([bands[start]])):
            cuts.append((start, k - 1 if apart else k))
            start = k
        elif _parts_tables(shown, start, k, stack):
            cuts.append((start, k))
            start = k + 1
    cuts.append((start, len(bands)))
    return [(first, _foot(first, last, bands, stack)) for first, last in cuts if last > first]


def _foot(first: int, last: int, bands: Sequence[Band], stack: Stack) -> int:
    """The last level of a table without the white between it and the next one's first rule, or between it and a text
    of its own, the next one's title."""
    titled = last - 2 > first and bool(bands[last - 1]) and is_free(bands[last - 1], stack)
    if titled and _is_white(bands[last - 2], stack.levels[last - 2 : last]):
        return last - 2
    white = last - 1 > first and _is_white(bands[last - 1], stack.levels[last - 1 : last + 1])
    return last - 1 if white else last


def _is_white(band: Band, levels: Sequence[float]) -> bool:
    """True for an empty band between two levels that is lower than a line of text."""
    return not band and levels[1] - levels[0] < WHITE


def _opens(bands: Sequence[Band], k: int) -> bool:
    """True for a band of headings: several phrases, set alike, and unlike what follows."""
    styles = _styles(bands[k])
    if len(styles) != 1 or max(len(row) for row in bands[k]) < 2:
        return False
    below = [p for band in bands[k + 1 : k + 1 + LOOK_AHEAD] for row in band for p in row]
    if any(p.style.bold for p in below) and not all(style.bold for style in styles):
        return False
    like = sum(len(p.text) for p in below if p.style in styles)
    return bool(below) and like <= UNLIKE * sum(len(p.text) for p in below)


def _styles(band: Sequence[Row]) -> set[phrases.Setting]:
    return {p.style for row in band for p in row}


def _parts_tables(bands: Sequence[Band], start: int, k: int, stack: Stack) -> bool:
    """True for a band that is no row: running text, a text above other columns, or one above other headings."""
    band = bands[k]
    if _is_prose(band, stack) or _ends_in_headings(bands, k, stack) or _ends_in_title(band, stack):
        return True
    own = [other for other in bands[k + 1 :] if not is_free(other, stack)]
    return bool(band) and k > start and is_free(band, stack) and _changes(bands[start:k], own)


def _is_prose(band: Band, stack: Stack) -> bool:
    """True for lines of running text over the whole width."""
    single = sum(len(row) == 1 for row in band)
    long = [row for row in band if row[0].x1 - row[0].x0 > 0.7 * (stack.right - stack.left)]
    return len(band) > 2 and single >= 0.7 * len(band) and len(long) > 1


def _ends_in_headings(bands: Sequence[Band], k: int, stack: Stack) -> bool:
    """True for a band in which another table's headings stand below a text of their own."""
    band = bands[k]
    return any(
        is_free(band[n - 1 : n], stack) and _opens([band[n:], *bands[k + 1 :]], 0)
        for n in range(1, len(band))
    )


def _ends_in_title(band: Band, stack: Stack) -> bool:
    """True for a band whose last line is set larger than all others: a title whose rule is no table's foot."""
    size = max((p.size for row in band[:-1] for p in row), default=0.0)
    return size > 0 and is_free(band[-1:], stack) and band[-1][0].size > TITLE * size


def _changes(above: Sequence[Band], below: Sequence[Band]) -> bool:
    """True where the lines below a text run across the columns of those above it."""
    over, under = ([row for band in bands for row in band] for bands in (above, below))
    before = phrases.strips(over)
    return bool(under) and len(phrases.strips([*over, *under])) < SAME_COLUMNS * len(before)


def headed(part: Part, above: Band = ()) -> Part:
    """The part with its number of bands of headings; those above its first rule become a band of their own."""
    if _opens(part.bands, 0):
        again = len(part.bands) > 2 and _styles(part.bands[1]) == _styles(part.bands[0])
        return part._replace(headed=2 if again and _opens(part.bands, 1) else 1)
    band = _standing_on(part.stack, above)
    if band and max(len(row) for row in band) > 1 and _opens([band, *part.bands], 0):
        stack = part.stack.topped(min(p.top for p in band[0]) - 1)
        return part._replace(stack=stack, bands=(band, *part.bands), headed=1)
    return part


def _standing_on(stack: Stack, lines: Sequence[Row]) -> Band:
    """The lines above a stack that follow each other without air and are set alike, up to a text of their own."""
    held: list[Row] = []
    foot = stack.levels[0]
    for row in reversed(lines):
        apart = foot - max(p.bottom for p in row) > AIR_ABOVE * row[0].size
        other = bool(held) and (row[0].style != held[0][0].style or is_free([row], stack))
        if apart or other:
            break
        held.insert(0, row)
        foot = min(p.top for p in row)
    return tuple(held)
