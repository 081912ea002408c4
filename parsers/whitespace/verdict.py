"""Whether lines that keep to columns are a table of texts: running text in columns, figures and addresses are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from parsers.text.phrases import BULLETS, Phrase, Row
from parsers.whitespace.tallies import Extent, is_value, may_stand_beside
from parsers.whitespace.textrows import Text, among, held_by

FLUSH = 0.75  # share of the lines of a column of texts that begin at its left edge
SAME_EDGE = 2.5  # points between left edges of lines that begin at one
PARTIAL = 0.3  # share of the lines that lack a column: cells of one row have different numbers of lines
FIGURES = 0.5  # share of the texts behind the first column that are figures in a table of figures
WORDY = 14  # characters of a text that is no value
WRAPPED = 0.15  # share of the lines on which such texts go on alone
FAR = 2.0  # of the font size between two texts in one column that are two columns'
HIDDEN = 0.25  # share of the lines that have such texts
SOME = 0.2  # share of them that are figures where nearly all others are single words
NEARLY = 0.8  # share of them that are figures or single words
LONG = 3  # lines of a row on average where columns that are all filled may be a newspaper's
FILLED = 0.7  # share of the lines on which each column of a newspaper has text
LEAST = 3  # columns; two are as often terms and what they mean, or two texts side by side
ROWS = 2  # rows in a table that has its headings on the page
HEADING = 40  # characters of a heading's line
FULL = 0.6  # share of the columns that begin on the line that opens a row
MERGED = 0.5  # share of them below headings that are set apart: the first columns may hold the name of several rows


def is_table(lines: Sequence[Row], text: Text) -> bool:
    """True for lines in columns that are a table of texts, not figures, a newspaper or addresses side by side."""
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
    themes = {id(row) for row, own in zip(body, held, strict=True) if own == {0} and len(row) == 1}
    own = [row for row in body if id(row) not in themes]
    apart = _is_set_apart(lines[text.first], own, text.rivers)
    least = (MERGED if apart else FULL) * count
    whole = [row for row in whole if row != {0}] if apart else whole  # without headings of rows
    if headed and sum(len(row) >= least for row in whole) < FULL * len(whole):
        return False
    if not _is_flush(body, text.rivers):
        return False
    partial = sum(len(h) < count for h in held)
    if not headed:
        return True
    if _is_newspaper(held, len(text.opening), count):
        return False
    if apart or _numbers_one(lines, text):
        return True
    if 0 in _numbered(lines[text.first : text.head], text.rivers):
        return False
    single = len(body) == len(text.opening)
    return partial >= PARTIAL * len(body) and (not single or _wordy(body))


def _is_set_apart(heads: Row, body: Sequence[Row], rivers: Sequence[Extent]) -> bool:
    """True for headings that are set as no text below them is but those of one column, as words of a status may be."""
    styles = {p.style for p in heads}
    return len({among(p, rivers) for row in body for p in row if p.style in styles}) <= 1


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
        left = [begin(cell) for cell in own if cell]
        right = [max(p.x1 for p in cell) for cell in own if cell]
        aligned += any(_share(edges) >= FLUSH for edges in (left, right))
    filled = len(set().union(*(held_by(row, rivers) for row in body)))
    return aligned >= min(len(rivers), filled)


def begin(cell: Row) -> float:
    """Where a line's text begins, behind the sign of a list: the item's further lines do so."""
    first = cell[0]
    if first.text[0] in BULLETS:
        return next((p.x0 for p in (*first.words[1:], *cell[1:])), first.x0)
    return first.x0


def _share(edges: Sequence[float]) -> float:
    """The share of edges that lie at the place where most do; 0 where there are none."""
    if not edges:
        return 0.0
    places = Counter(round(x / SAME_EDGE) for x in edges)
    best = max(places, key=lambda x: places[x] + places.get(x + 1, 0))
    return (places[best] + places.get(best + 1, 0)) / len(edges)
