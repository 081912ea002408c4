"""Tables of texts that nothing draws: a line of headings, and below it lines that keep to the white between them.

A row opens where there is more white above a line than inside a cell, or where the first column has text again while
the others begin anew. Text in newspaper columns, addresses side by side and lists have no headings, or no rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers import textrows
from parsers.phrases import Phrase, Row
from parsers.tallies import Extent, is_figure, is_value, may_stand_beside
from parsers.textrows import air, among, held_by

LEAST = 3  # columns; two are as often terms and what they mean, or two texts side by side
ROWS = 2  # rows in a table that has its headings on the page
RIVER = 0.35  # of the font size: the least white between two columns
AIR = 3.5  # of the font size: more white than this ends a table
CLOSE = 0.3  # of the font size between two lines of headings
HEADING = 40  # characters of a heading's line
FULL = 0.6  # share of the columns that begin on the line that opens a row
FLUSH = 0.75  # share of the lines of a column of texts that begin at its left edge
SAME_EDGE = 2.5  # points between left edges of lines that begin at one
PARTIAL = 0.3  # share of the lines that lack a column: cells of one row have different numbers of lines
MARGIN = 4  # lines of a running title above a table that goes on
HALF = 0.5  # of the font size: half the width of a river around a known edge
FOLIO = 8  # characters of a page's number
FIGURES = 0.5  # share of the texts behind the first column that are figures in a table of figures
WORDY = 14  # characters of a text that is no value
WRAPPED = 0.15  # share of the lines on which such texts go on alone
FAR = 2.0  # of the font size between two texts in one column that are two columns'
HIDDEN = 0.25  # share of the lines that have such texts
SOME = 0.2  # share of them that are figures where nearly all others are single words
NEARLY = 0.8  # share of them that are figures or single words
LONG = 3  # lines of a row on average where columns that are all filled may be a newspaper's
FILLED = 0.7  # share of the lines on which each column of a newspaper has text
TITLES = 0.8  # share of the headings that begin with a capital letter


class Text(NamedTuple):
    """A table of texts: lines `first` up to `end` of a segment, the rivers between its columns, and where rows open.

    `head` is the first line of the body; `sections` are lines that run over the columns.
    """

    first: int
    head: int
    end: int
    rivers: tuple[Extent, ...]
    opening: tuple[int, ...]
    sections: frozenset[int]
    doubt: str


def tables(lines: Sequence[Row]) -> list[Text]:
    """Tables of texts among lines from the top down."""
    found: list[Text] = []
    k = 0
    while k < len(lines):
        text = _table(lines, k) if _may_head(lines[k]) and not _is_row(lines, k) else None
        if text:
            found.append(text)
        k = text.end if text else k + 1
    return found


def going_on(lines: Sequence[Row], xs: Sequence[float]) -> Text | None:
    """A table that goes on from the page before, in its columns and without headings: from the first line that fits."""
    for k, row in enumerate(lines[:MARGIN]):
        rivers: Sequence[Extent] = [(x - HALF * row[0].size, x + HALF * row[0].size) for x in xs[1:-1]]
        if not _keeps_edges([row], rivers, xs) or len(held_by(row, rivers)) < 2:
            continue
        while k and _keeps_edges([lines[k - 1]], rivers, xs) and air(lines[k - 1], lines[k]) < AIR / 2:
            k -= 1
        text = _body(lines, k, k, rivers)
        return text if text and _keeps_edges(lines[k : text.end], rivers, xs) else None
    return None


def _keeps_edges(rows: Sequence[Row], rivers: Sequence[Extent], xs: Sequence[float]) -> bool:
    """True for lines that leave the rivers open, most of whose texts begin at the left edge of a known column."""
    if any(_fitted(row, rivers) is None for row in rows):
        return False
    texts = [p for row in rows for p in row]
    at = sum(any(0 <= p.x0 - x <= p.size for x in xs[:-1]) for p in texts)
    return at >= FLUSH * len(texts) and texts[0].x1 < xs[-1] + texts[0].size


def _may_head(row: Row) -> bool:
    if len(row) < LEAST or any(len(p.text) > HEADING for p in row):
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
    return _body(lines, first, start, rivers)


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


def _body(lines: Sequence[Row], first: int, start: int, rivers: Sequence[Extent]) -> Text | None:
    end = start
    sections: set[int] = set()
    while end < len(lines) and (end == first or air(lines[end - 1], lines[end]) <= AIR):
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
    return text if _is_table(lines, text) else None


def _last(lines: Sequence[Row], start: int, opening: Sequence[int], end: int) -> int:
    """The line behind the last row's: white that is wider than any between rows ends the table."""
    whites = [air(lines[k - 1], lines[k]) for k in range(start + 1, opening[-1] + 1)] if opening else []
    for k in range(opening[-1] + 1, end) if len(opening) > ROWS else ():
        if air(lines[k - 1], lines[k]) > max(whites) + CLOSE:
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
        if high - low < RIVER * row[0].size:
            return None
        fitted.append((low, high))
    return fitted


def _is_section(lines: Sequence[Row], k: int, rivers: Sequence[Extent]) -> bool:
    """True for one line over the columns that stands between rows: the next begins one."""
    row = lines[k]
    if len(row) > 1 or k + 1 >= len(lines) or row[0].x0 > rivers[0][0] or air(row, lines[k + 1]) > AIR / 2:
        return False
    below = lines[k + 1]
    held = {among(p, rivers) for p in below}
    return _fitted(below, rivers) is not None and len(held) >= FULL * (len(rivers) + 1) and 0 in held


def _is_aside(lines: Sequence[Row], k: int, end: int, rivers: Sequence[Extent]) -> bool:
    """True for a last row with text in the first column alone: what stands below a table."""
    return all(held_by(row, rivers) == {0} for row in lines[k:end])


def _is_table(lines: Sequence[Row], text: Text) -> bool:
    headed = text.head > text.first
    body = [lines[k] for k in range(text.head, text.end) if k not in text.sections]
    count = len(text.rivers) + 1
    if count < LEAST or len(text.opening) < (ROWS if headed else 1) or len(body) < LEAST - 1:
        return False
    held = [held_by(row, text.rivers) for row in body]
    whole = _rows_held(lines, text)
    beside = [p for row in body for p in row if among(p, text.rivers)]
    if (_are_values(beside) and not _wraps(body, text.rivers)) or _hides_columns(body, text.rivers):
        return False
    if headed and len(set().union(*held)) < count:
        return False
    if headed and sum(len(row) >= FULL * count for row in whole) < FULL * len(whole):
        return False
    if not _is_flush(body, text.rivers):
        return False
    partial = sum(len(h) < count for h in held)
    if not headed:
        return True
    if _is_newspaper(held, len(text.opening), count):
        return False
    apart = {p.style for p in lines[text.first]}.isdisjoint({p.style for row in body for p in row})
    if apart or _numbers_one(lines, text):
        return True
    if 0 in _numbered(lines[text.first : text.head], text.rivers):
        return False
    single = len(body) == len(text.opening)
    return partial >= PARTIAL * len(body) and (not single or _wordy(body))


def _are_values(beside: Sequence[Phrase]) -> bool:
    """True for figures, also with words among them: such rows are told by their figures."""
    values, fitting = sum(map(is_value, beside)), sum(map(may_stand_beside, beside))
    return values > FIGURES * len(beside) or (values > SOME * len(beside) and fitting > NEARLY * len(beside))


def _is_newspaper(held: Sequence[set[int]], rows: int, count: int) -> bool:
    """True where every column has text on most lines of long rows: running text, which may have headings, too."""
    filled = min(sum(column in own for own in held) for column in range(count))
    return len(held) >= LONG * rows and filled >= FILLED * len(held)


def _wraps(body: Sequence[Row], rivers: Sequence[Extent]) -> bool:
    """True where texts behind the first column go on over lines that most columns lack."""
    few = [row for row in body if len(held_by(row, rivers)) <= (len(rivers) + 1) / 2]
    wordy = sum(any(among(p, rivers) and len(p.text) > WORDY for p in row) for row in few)
    return wordy > 1 and wordy >= WRAPPED * len(body)


def _hides_columns(body: Sequence[Row], rivers: Sequence[Extent]) -> bool:
    """True where texts stand far apart inside one column on many lines: there are more columns than headings."""
    starts = [
        q.x0
        for row in body
        for p, q in pairwise(row)
        if among(p, rivers) == among(q, rivers) and q.x0 - p.x1 > FAR * p.size
    ]
    return len(starts) > HIDDEN * len(body) and _share(starts) > FLUSH


def _rows_held(lines: Sequence[Row], text: Text) -> list[set[int]]:
    """The columns that each row has text in."""
    ends = [*text.opening[1:], text.end]
    return [
        set().union(*(held_by(row, text.rivers) for row in lines[k:end]))
        for k, end in zip(text.opening, ends, strict=True)
        if k not in text.sections
    ]


def _numbers_one(lines: Sequence[Row], text: Text) -> bool:
    """True where a column has a number in every row, as its heading has not; the first, where rows wrap."""
    ends = [*text.opening[1:], text.end]
    rows = [lines[k:end] for k, end in zip(text.opening, ends, strict=True) if k not in text.sections]
    head = _numbered(lines[text.first : text.head], text.rivers)
    numbered = set.intersection(*(_numbered(row, text.rivers) for row in rows)) - head
    if all(len(row) == 1 for row in rows):
        return bool(numbered)
    return 0 in numbered and 2 * len(numbered) <= len(text.rivers) + 1


def _numbered(lines: Sequence[Row], rivers: Sequence[Extent]) -> set[int]:
    return {among(p, rivers) for row in lines for p in row if any(map(str.isdigit, p.text))}


def _wordy(body: Sequence[Row]) -> bool:
    return any(len(p.text) > HEADING for row in body for p in row)


def _is_flush(body: Sequence[Row], rivers: Sequence[Extent]) -> bool:
    """True where the lines of most columns begin at one edge, or end at one as figures do."""
    aligned = 0
    for column in range(len(rivers) + 1):
        own = [[p for p in row if among(p, rivers) == column] for row in body]
        left = [min(p.x0 for p in cell) for cell in own if cell]
        right = [max(p.x1 for p in cell) for cell in own if cell]
        aligned += any(_share(edges) >= FLUSH for edges in (left, right))
    return aligned >= len(rivers)


def _share(edges: Sequence[float]) -> float:
    """The share of edges that lie at the place where most do; 0 where there are none."""
    if not edges:
        return 0.0
    places = Counter(round(x / SAME_EDGE) for x in edges)
    best = max(places, key=lambda x: places[x] + places.get(x + 1, 0))
    return (places[best] + places.get(best + 1, 0)) / len(edges)
