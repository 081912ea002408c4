"""Tables of texts that nothing draws: a line of headings, and below it lines that keep to the white between them.

A row opens where there is more white above a line than inside a cell, or where the first column has text again while
the others begin anew. Text in newspaper columns, addresses side by side and lists have no headings, or no rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from parsers.text import under
from parsers.text.phrases import Row
from parsers.whitespace import flush, textrows, verdict
from parsers.whitespace.tallies import Extent, is_figure
from parsers.whitespace.textrows import Text, air, among, held_by

RIVER = 0.35  # of the font size: the least white between two columns
FILLED = 0.1  # of the font size: the least that texts leave of it that fill their column, before where the next begins
AIR = 3.5  # of the font size: more white than this ends a table
FAR = 30.0  # of the font size: where a sheet's high rows go on whose texts begin or end where those above do
CLOSE = 0.3  # of the font size between two lines of headings
MARGIN = 4  # lines of a running title above a table that goes on
HALF = 0.5  # of the font size: half the width of a river around a known edge
LOOK_AHEAD = 60  # lines below headings that tell the columns
FOLIO = 8  # characters of a page's number
SECTION = (
    3  # lines below a heading of rows on which the next one begins, where its cells are not set at the top
)
TITLES = 0.8  # share of the headings that begin with a capital letter


def tables(lines: Sequence[Row]) -> list[Text]:
    """Tables of texts among lines from the top down."""
    found = _tables(lines)
    parted = flush.parted(lines) if not found else None
    return _tables(parted) if parted else found


def _tables(lines: Sequence[Row]) -> list[Text]:
    found: list[Text] = []
    k = 0
    while k < len(lines):
        text = _table(lines, k) if _may_head(lines[k]) and not _is_row(lines, k) else None
        if text:
            found.append(text)
        k = text.end if text else k + 1
    return found


def going_on(lines: Sequence[Row], xs: Sequence[float], starts: Sequence[float] = ()) -> Text | None:
    """A table that goes on from the page before, in its columns and without headings: from the first line that fits.

    `starts` are the left edges of its texts, where these are known.
    """
    for k, row in enumerate(lines[:MARGIN]):
        rivers = [_river(x, HALF * row[0].size, starts) for x in xs[1:-1]]
        if not _keeps_edges([row], rivers, xs, starts) or len(held_by(row, rivers)) < 2:
            continue
        first = k
        while k and air(lines[k - 1], lines[k]) < AIR / 2:
            kept = _keeps_edges([lines[k - 1]], rivers, xs, starts)
            if not kept and not _is_rest(lines[k - 1], lines[first], rivers):
                break
            k -= 1
        text = _body(lines, k, k, rivers, starts=starts)
        return text if text and _keeps_edges(lines[first : text.end], rivers, xs, starts) else None
    return None


def _river(x: float, half: float, starts: Sequence[float]) -> Extent:
    """The white around a known edge, up to where the next column's texts are known to begin."""
    return x - half, min((start for start in starts if x <= start < x + half), default=x + half)


def _is_rest(row: Row, below: Row, rivers: Sequence[Extent]) -> bool:
    """True for a line of a torn row above others: behind the first column, and set as some text below it is."""
    alike = {p.style for p in row} <= {p.style for p in below}
    return alike and _fitted(row, rivers) is not None and 0 not in held_by(row, rivers)


def within(lines: Sequence[Row], high: int, rivers: Sequence[Extent]) -> Text | None:
    """A table whose columns are drawn, below `high` lines of headings."""
    return _body(lines, 0, high, rivers, known=True)


def repeated(lines: Sequence[Row], xs: Sequence[float], headings: str) -> Text | None:
    """A table below the headings of the page before, in whose columns it stands: even of one row. `headings` is their
    text without blanks."""
    for first, row in enumerate(lines):
        start, said = first, ""
        while start < len(lines) and len(said) < len(headings) and headings.startswith(said):
            said += "".join(p.text for p in lines[start])
            start += 1
        if said == headings:
            half = HALF * row[0].size
            return _body(lines, first, start, [(x - half, x + half) for x in xs[1:-1]], known=True)
    return None


def _keeps_edges(
    rows: Sequence[Row], rivers: Sequence[Extent], xs: Sequence[float], starts: Sequence[float]
) -> bool:
    """True for lines that leave the rivers open, most of whose texts begin at the left edge of a known column."""
    if any(_fitted(row, rivers) is None for row in rows):
        return False
    texts = [p for row in rows for p in row]
    at = sum(
        any(0 <= p.x0 - x <= p.size for x in xs[:-1])
        or any(abs(p.x0 - x) <= verdict.SAME_EDGE for x in starts)
        for p in texts
    )
    return at >= verdict.FLUSH * len(texts) and texts[0].x1 < xs[-1] + texts[0].size


def _may_head(row: Row) -> bool:
    if len(row) < verdict.LEAST or any(len(p.text) > verdict.HEADING for p in row):
        return False
    titled = sum(p.text[0].isupper() for p in row)
    return titled >= TITLES * len(row) and not any(is_figure(p.text) for p in row)


def _is_row(lines: Sequence[Row], k: int) -> bool:
    """True for a line that goes on with the columns of the one above it, set alike: no headings."""
    if not k or len(lines[k - 1]) < 2 or air(lines[k - 1], lines[k]) > AIR / 2:
        return False
    rivers = [(a.x1, b.x0) for a, b in pairwise(lines[k])]
    alike = not {p.style for p in lines[k]}.isdisjoint({p.style for p in lines[k - 1]})
    return alike and _fitted(lines[k - 1], rivers) is not None


def _table(lines: Sequence[Row], k: int) -> Text | None:
    head = lines[k]
    rivers: Sequence[Extent] = [(a.x1, b.x0) for a, b in pairwise(head)]
    start = k + 1
    while start < min(len(lines), k + 3) and _is_heading_too(lines, k, start):
        fitted = _fitted(lines[start], rivers)
        if fitted is None:
            break
        rivers, start = fitted, start + 1
    first = k
    while first and _is_heading_above(lines, first - 1, rivers):
        first -= 1
    edges = [-inf, *((a + b) / 2 for a, b in rivers), inf]
    heads = [[p for row in lines[first:start] for p in row if a <= p.x0 < b] for a, b in pairwise(edges)]
    below = lines[start : start + LOOK_AHEAD]
    own = under.rivers([(min(p.x0 for p in h), max(p.x1 for p in h)) for h in heads], below)
    return (_body(lines, first, start, own) if own else None) or _body(lines, first, start, rivers)


def _is_heading_above(lines: Sequence[Row], n: int, rivers: Sequence[Extent]) -> bool:
    """True for the first line of headings of two lines, close above the others and over none but the first column."""
    row, below = lines[n], lines[n + 1]
    alike = {p.style for p in row} <= {p.style for p in below}
    return alike and air(row, below) < CLOSE and row[0].x0 > rivers[0][0] and _fitted(row, rivers) is not None


def _is_heading_too(lines: Sequence[Row], k: int, n: int) -> bool:
    """True for a line that goes on with the headings: set alike, unlike what follows, close below."""
    styles = {p.style for p in lines[k]}
    own = {p.style for p in lines[n]}
    if n + 1 >= len(lines) or not own <= styles or len(lines[n]) > len(lines[k]):
        return False
    return not ({p.style for p in lines[n + 1]} <= styles) and air(lines[n - 1], lines[n]) < CLOSE


def _body(
    lines: Sequence[Row], first: int, start: int, rivers: Sequence[Extent], *, known: bool = False,
    starts: Sequence[float] = (),
) -> Text | None:  # fmt: skip
    end = start
    starts = [*starts, *(p.x0 for row in lines[first:start] for p in row)]
    sections: set[int] = set()
    while end < len(lines) and (end == first or _is_near(lines, start, end, rivers, starts)):
        if end > start and _heads_another(lines, first, start, end):
            break
        fitted = _fitted(lines[end], rivers)
        if fitted is None:
            if not _is_section(lines, end, rivers):
                break
            sections.add(end)
        else:
            rivers = fitted
        end += 1
    while end > start + 1 and (end - 1 in sections or _is_folio(lines, start, end - 1)):
        end -= 1
    opening, doubt = textrows.opening(lines, start, end, rivers, sections)
    end = _last(lines, start, opening, end)
    while len(opening) > 1 and _is_aside(lines, opening[-1], end, rivers):
        end = opening.pop()
    text = Text(
        first, start, end, tuple(rivers), tuple(opening), frozenset(s for s in sections if s < end), doubt
    )
    return text if (opening if known else verdict.is_table(lines, text)) else None


def _is_near(
    lines: Sequence[Row], start: int, k: int, rivers: Sequence[Extent], starts: Sequence[float]
) -> bool:
    """True for a line below the one above it, or far below as rows of a sheet stand that are higher than their texts:
    set alike, several texts that all begin or end where those above them do, or begin where their column's are known
    to. Where cells are not set at the top, single texts may stand above these."""
    white = air(lines[k - 1], lines[k])
    if white <= AIR or white > FAR:
        return white <= AIR
    end = k
    while len(lines[end]) < 2 and end + 1 < len(lines) and air(lines[end], lines[end + 1]) < AIR / 2:
        end += 1
    above = [p for line in lines[start:k] for p in line]
    own = [p for row in lines[k : end + 1] for p in row]
    if len(lines[end]) < 2 or any(_fitted(row, rivers) is None for row in lines[k : end + 1]):
        return False
    if above and not {p.style for p in own} <= {p.style for p in above}:
        return False
    return all(
        any(abs(p.x0 - x) <= verdict.SAME_EDGE for x in starts)
        or any(
            min(abs(p.x0 - q.x0), abs(p.x1 - q.x1)) <= verdict.SAME_EDGE
            for q in above if among(q, rivers) == among(p, rivers)
        )
        for p in own
    )  # fmt: skip


def _heads_another(lines: Sequence[Row], first: int, start: int, k: int) -> bool:
    """True for the headings of the next table below a table's rows: set as its own are and none of its rows is, or the
    same ones again."""
    row, heads = lines[k], lines[first:start]
    if not heads or len(row) < verdict.LEAST:
        return False
    if "".join(p.text for p in row) == "".join(p.text for p in heads[0]):
        return True
    own = {p.style for p in row}
    body = {p.style for line in lines[start:k] if len(line) > 1 for p in line}
    return own <= {p.style for line in heads for p in line} and bool(body) and own.isdisjoint(body)


def _last(lines: Sequence[Row], start: int, opening: Sequence[int], end: int) -> int:
    """The line behind the last row's: several texts below white that is wider than any between rows are another's."""
    whites = [air(lines[k - 1], lines[k]) for k in range(start + 1, opening[-1] + 1)] if opening else []
    for k in range(opening[-1] + 1, end) if len(opening) > verdict.ROWS else ():
        if len(lines[k]) > 1 and air(lines[k - 1], lines[k]) > max(whites) + CLOSE:
            return k
    return end


def _is_folio(lines: Sequence[Row], start: int, k: int) -> bool:
    """True for a number alone, with more white above it than any line before: the page's."""
    usual = max((air(lines[n - 1], lines[n]) for n in range(start + 1, k)), default=0.0)
    alone = (
        len(lines[k]) == 1 and len(lines[k][0].text) <= FOLIO and any(c.isdigit() for c in lines[k][0].text)
    )
    return alone and air(lines[k - 1], lines[k]) > usual


def _fitted(row: Row, rivers: Sequence[Extent]) -> list[Extent] | None:
    """The rivers as far as a line leaves them open; None where it crosses one."""
    fitted = []
    for a, b in rivers:
        low = max([a, *(p.x1 for p in row if p.x1 <= b)])
        high = min([b, *(p.x0 for p in row if p.x1 > b)])
        if high - low < (RIVER if high < b else FILLED) * row[0].size:
            return None
        fitted.append((low, high))
    return fitted


def _is_section(lines: Sequence[Row], k: int, rivers: Sequence[Extent]) -> bool:
    """True for one line over the columns that stands between rows: the next begins one."""
    row = lines[k]
    if len(row) > 1 or k + 1 >= len(lines) or row[0].x0 > rivers[0][0] or air(row, lines[k + 1]) > AIR / 2:
        return False
    held: set[int] = set()
    for below in lines[k + 1 : k + 1 + SECTION]:
        if _fitted(below, rivers) is None:
            return False
        held |= held_by(below, rivers)
        if len(held) >= verdict.FULL * (len(rivers) + 1) and 0 in held:
            return True
    return False


def _is_aside(lines: Sequence[Row], k: int, end: int, rivers: Sequence[Extent]) -> bool:
    """True for a last row with text in the first column alone: what stands below a table."""
    return all(held_by(row, rivers) == {0} for row in lines[k:end])
