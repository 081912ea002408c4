"""Stacks of rules cut into tables: each with the lines in its bands and with its headings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from parsers.grids.levels import HIGH, SAME_END
from parsers.stacks import cuts, headed_bands, keylines, overheads, page_feet, reprinted
from parsers.stacks.bands import (
    LEFT,
    Band,
    air_above,
    between,
    crosses,
    headings,
    is_free,
    one_setting,
    opens,
    stand_over,
    styles_of,
    text_of,
)
from parsers.stacks.part import AIR_ABOVE, AIR_ABOVE_STRIPES, Part, begun_by, headed, standing_on
from parsers.stacks.stack import Stack
from parsers.text import folios, heights, phrases
from parsers.text.phrases import Phrase, Row

AIR_IN_TEXT = 0.6  # of a line's height between two lines of one paragraph
AIR_IN_ROW = 2.0  # of a line's height between two paragraphs of one cell
AIR_IN_SHEET = 8.0  # of a line's height between rows that are higher than their texts, as those of sheets are
LINES = 4  # of column headings that stand above a row without an edge between
LEAST = 3  # columns by which a line far from others is known
FLUSH = 2.0  # points between the left edges of texts of one column


def parts(stack: Stack, lines: Sequence[Row]) -> list[Part]:
    """The tables of a stack, with headings also where they stand above the first rule."""
    inside = [
        [p for p in row if stack.left - SAME_END <= _middle(p) <= stack.right + SAME_END] for row in lines
    ]
    uncut = [part for row, part in zip(lines, inside, strict=True) if len(part) == len(row)]
    inside = [row for row in inside if row]
    stack, bands = headed_bands.apart(stack, [between(inside, a, b) for a, b in pairwise(stack.levels)])
    stack, bands = reprinted.apart(stack, bands, uncut)
    levels = stack.levels
    foot = between(inside, levels[-1], levels[-1] + HIGH)
    foot = foot if foot and len(foot[0]) > 1 and air_above(levels[-1], foot[0]) <= AIR_IN_ROW else ()  # a row
    found, runs = [], cuts.cut(stack, bands, foot)
    runs += [(len(bands),) * 2] if runs[-1][1] < len(bands) else []
    for first, last in runs:
        if first == last:
            below = _up_to_headings(bands[first], bands[first + 1 :], stack) if first < len(bands) else foot
            above = between(inside, stack.whole_above(first, levels[0] - HIGH), levels[first])
            cut = _cut_short(stack, first, above, below)
            if not cut and first == len(bands) and (band := page_feet.headings(stack, bands, above, inside)):
                cut = [begun_by(Part(stack.between(first, first), (), 0), band)]
            found += cut
            continue
        inner, own = headed_bands.apart(stack.between(first, last), bands[first:last])
        part = Part(inner, tuple(own), 0)
        above = between(inside, stack.whole_above(first, levels[0] - HIGH), levels[first])
        below = between(inside, levels[last], levels[last + 1] if last + 1 < len(levels) else inf)
        below = _up_to_headings(below, bands[last + 1 :], stack)
        part = headed(part, above)
        if not part.headed and headings([*part.bands, below]) == len(own):  # no edge below any row
            heads = part._replace(headed=len(own))
            if (closed := _closed(heads, below)) is not heads:
                found.append(closed)
                continue
        part = part if part.headed else _begun(part, above)
        drawn = levels[last] in stack.inked
        found.append(part if drawn and not _goes_on_below(part, below) else _closed(part, below))
    return found


def _cut_short(stack: Stack, at: int, above: Band, below: Band) -> list[Part]:
    """A table of which the page shows the headings, the rule below them and the begin of a row."""
    band = standing_on(stack.between(at, at), above)
    if not band:
        return []
    part = begun_by(Part(stack.between(at, at), (), 0), band)
    closed = _closed(part, below)
    return [closed] if closed is not part and opens([band, closed.bands[-1]], 0) else []


def _up_to_headings(below: Band, bands: Sequence[Band], stack: Stack) -> Band:
    """The lines below a table without those with which the next one begins: its headings, and a text of their own."""
    for n in range(1, len(below)):
        if is_free(below[n - 1 : n], stack) and _heads(below[n:], bands):
            return next((below[:k] for k in range(n, 0, -1) if not is_free(below[k - 1 : k], stack)), ())
    return below


def _heads(lines: Band, bands: Sequence[Band]) -> bool:
    """True for lines of headings above bands, or above the first of their own lines that is set unlike them."""
    if opens([lines, *bands], 0):
        return True
    end = _alike(lines)
    rows = any(len(row) > 1 and not folios.is_folio(text_of([(row,)])) for row in lines[end : end + LINES])
    return 0 < end <= LINES and rows and opens([lines[:end], lines[end:], *bands], 0)


def _alike(lines: Band) -> int:
    """How many lines come before the first that is set unlike; 0 where all are alike."""
    first = styles_of(lines[:1])
    shrunk = len(first) > 1 and one_setting(first)
    styles = (styles_of((row,)) for row in lines[1:])
    return next((k for k, own in enumerate(styles, 1) if not (own <= first if shrunk else own == first)), 0)


def _goes_on_below(part: Part, below: Band) -> bool:
    """True where rules stand between the rows only: the first line below the last one begins in the first column,
    fills most of the others, all of four and more where no headings are there, and is set as the rows above it."""
    if not below:
        return False
    starts = [min(p.x0 for p in column) for column in _columned(part.body)]
    own = [any(abs(p.x0 - x) <= FLUSH for p in below[0]) for x in starts]
    like = {p.style for p in below[0]} <= styles_of(tuple(part.body))
    filled = 2 * sum(own) > len(own) > 2 if part.headed else all(own) and len(own) > 3
    return like and ((filled and own[0]) or (part.headed > 0 and page_feet.counts_on(part.body, below[0])))


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
    if not held or keylines.is_key(part, held[0]):
        return part
    foot = max(p.bottom for row in held for p in row)
    return part._replace(stack=part.stack.closed(foot + 1), bands=(*part.bands, held))


def _begun(part: Part, above: Band) -> Part:
    """The part with a first row that has no edge above it: its headings stand above that, or on the page before."""
    held = _keeping(part, above[::-1], part.stack.levels[0])[::-1]
    if len(held) > 2 and is_free(held[:1], part.stack) and _headings_in(held[1:], part):
        held = held[1:]  # a title close above them
    heads = _headings_in(held, part)
    for band in filter(None, (held[heads:], held[:heads])):
        stack = part.stack.topped(heights.top_of(band[0]) - 1)
        part = part._replace(stack=stack, bands=(band, *part.bands))
    return part._replace(headed=1) if heads else part


def _headings_in(lines: Band, part: Part) -> int:
    """How many of the lines above a table's first level are its headings: those before the first that is set unlike."""
    end = _alike(lines)
    return end if end and opens([lines[:end], lines[end:], *part.bands], 0) else 0


def _keeping(part: Part, lines: Sequence[Row], level: float) -> Band:
    """The lines next to a level that keep to the columns, up to white space; none if none is of several columns.

    Where shading alone draws the rows, the white inside them is not told from that between them.
    """
    left = part.stack.left + LEFT * (part.stack.right - part.stack.left)
    body = _columns_of(part)
    columns = len(phrases.strips(body))
    ends = part.stack.ends() if body and body[0] not in part.body else []
    next_to = AIR_ABOVE if part.stack.inked.intersection(part.stack.levels) else AIR_IN_ROW
    held: list[Row] = []
    inner: list[Row] = []  # without headings of rows, which run over the columns
    top = bottom = level
    for k, row in enumerate(lines):
        after = lines[k + 1] if k + 1 < len(lines) else []
        alone = len(row) == 1 and row[0].x0 <= left and not _is_overlapped(row, after)
        near = next_to if not held else AIR_ABOVE if len(row) > 1 else AIR_IN_TEXT if alone else AIR_IN_ROW
        air = max(heights.top_of(row) - bottom, top - heights.foot_of(row))
        over = alone and _heads_rows(row, after, part)
        crossed = not over and _runs_over(row, [*body, *inner], columns, ends)
        far = air > near * row[0].size and not _is_far_row(part, held, _block(lines[k:]), air)
        far = far and not _is_far_head(part, held, _block(lines[k:]), air)
        if (
            crossed
            or far
            or _heads_another(part, row, lines[k + 1 :])
            or (not after and page_feet.is_foot(row, held, part.body))
        ):
            break
        held.append(row)
        inner += [] if over else [row]
        top, bottom = heights.top_of(row), heights.foot_of(row)
    return tuple(held) if columns and any(len(row) > 1 for row in held) else ()


def _runs_over(row: Row, body: Sequence[Row], columns: int, ends: Sequence[float]) -> bool:
    """True for a line that leaves fewer columns; below headings alone that are painted cell by cell these tell, for
    the name of a group may stand beside its columns' headings."""
    if ends:
        return any(crosses(row, end) for end in ends)
    return len(phrases.strips([*body, row])) < columns


def _is_far_head(part: Part, held: Sequence[Row], lines: Sequence[Row], air: float) -> bool:
    """True for lines of headings above a first row where shading alone draws rows: cells keep their air. The last of
    them may hold the ends of few headings only."""
    drawn = part.stack.inked.intersection(part.stack.levels)
    near = bool(held) and not drawn and air <= AIR_ABOVE_STRIPES * lines[0][0].size
    return near and (stand_over(tuple(lines), held[-1]) or _head_columns(lines, [*part.body, *held]))


def _head_columns(lines: Sequence[Row], body: Sequence[Row]) -> bool:
    """True for lines in bold of which a text stands over each column of the rows, wherever in it: centred headings."""
    edges = [(a + b) / 2 for a, b in phrases.strips(body)]
    held = {bisect_right(edges, _middle(p)) for row in lines for p in row}
    return len(held) == len(edges) + 1 > 2 and all(style.bold for style in styles_of(tuple(lines)))


def _heads_rows(row: Row, after: Row, part: Part) -> bool:
    """True for a text of its own in bold above a line of several that begins where it does and is not."""
    below = len(after) > 1 and after[0].top > row[0].middle and abs(after[0].x0 - row[0].x0) <= FLUSH
    return part.headed > 0 and below and row[0].style.bold and not after[0].style.bold


def _columns_of(part: Part) -> list[Row]:
    """The lines that show a part's columns: its rows, or its headings where all rows have a single text, and these too
    unless they run over the edges of columns: headings of rows."""
    lines = part.body
    if not all(is_free([row], part.stack) for row in lines):
        return lines
    ends = part.stack.ends()
    over = [row for row in lines if any(row[0].x0 < end - 1 and end + 1 < row[0].x1 for end in ends)]
    return [*overheads.lowest(part.bands[: part.headed]), *(row for row in lines if row not in over)]


def _heads_another(part: Part, row: Row, rest: Sequence[Row]) -> bool:
    """True for a line set as the table's headings and unlike its rows, with others below it: the next table's."""
    if not part.headed or len(row) < 2 or not rest or styles_of((row,)) != styles_of(part.bands[0]):
        return False
    return styles_of((row,)).isdisjoint(styles_of(tuple(part.body))) and opens([(row,), tuple(rest)], 0)


def _block(lines: Sequence[Row]) -> Sequence[Row]:
    """The first line, and where lines are told from the foot up those that follow it without white."""
    for k, (row, after) in enumerate(pairwise(lines), 1):
        air = heights.white(after, row)
        if after[0].top > row[0].bottom or air > AIR_IN_TEXT * row[0].size:
            return lines[:k]
    return lines


def _is_far_row(part: Part, held: Sequence[Row], lines: Sequence[Row], air: float) -> bool:
    """True for lines that stand apart, of which one begins in the first column and most others, set as the rows are."""
    own = [*(() if all(is_free([row], part.stack) for row in part.body) else part.body), *held]
    rows = styles_of(tuple(row for row in own if len(row) > 1))
    titled = any(len(row) == 1 and row[0].style not in rows for row in held)
    if air > AIR_IN_SHEET * lines[0][0].size or titled:
        return False
    columns = _columned(own)
    if len(columns) < LEAST:  # a page may begin with the rest of a row
        columns = _columned([*own, *(line for band in part.bands for line in band)])
    known = styles_of(tuple(own))
    close = air <= AIR_IN_ROW * lines[0][0].size
    return any(
        len(row) > 1 and (not own or row[0].style in known) and _stands_in(columns, row, close)
        for row in lines
    )


def _stands_in(columns: Sequence[Row], row: Row, close: bool) -> bool:
    """True for a line whose texts begin, or have their middles, where those of the first column and most others do; or
    whose every text stands in one of most others, of several where it is close, beside columns that are merged over
    rows."""
    own = [any(_is_flush(p, other) for p in row for other in column) for column in columns]
    whole = sum(own) == len(row)
    most = len(own) >= LEAST and 2 * sum(own) > len(own)
    return (most and (own[0] or (own[1] and whole))) or (close and whole and sum(own) >= LEAST)


def _is_flush(phrase: Phrase, other: Phrase) -> bool:
    return abs(phrase.x0 - other.x0) <= FLUSH or abs(_middle(phrase) - _middle(other)) <= FLUSH


def _is_overlapped(row: Row, after: Row) -> bool:
    """True for a line beside whose middle the next one stands, of several texts: a cell of two lines beside others of
    one."""
    return len(after) > 1 and after[0].top < row[0].bottom


def _middle(phrase: Phrase) -> float:
    return (phrase.x0 + phrase.x1) / 2
