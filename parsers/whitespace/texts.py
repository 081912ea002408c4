"""Tables of texts that nothing draws: a line of headings, and below it lines that keep to the white between them.

A row opens where there is more white above a line than inside a cell, or where the first column has text again while
the others begin anew. Text in newspaper columns, addresses side by side and lists have no headings, or no rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from parsers.text import under
from parsers.text.heights import air
from parsers.text.phrases import BULLETS, Row
from parsers.whitespace import flush, overs, textends, textrows, verdict
from parsers.whitespace.tallies import Extent, bodies, is_figure
from parsers.whitespace.textrows import Text, held_by

CLOSE = 0.3  # of the font size between two lines of headings
SPACED, EVEN = 0.45, 0.03  # of it, where lines below are set as far apart; and by how much more or less
NEARER = 0.3  # of it: by how much less white a heading's second line has above than below
BELOW = 12  # of the lines below that tell
FULL = 0.5  # share of the texts that begin at known edges where lines have one in every column
MARGIN = 4  # lines of a running title above a table that goes on
HALF = 0.5  # of the font size: half the width of a river around a known edge
LOOK_AHEAD = 60  # lines below headings that tell the columns
SIGNS = "#%"  # that a heading may begin with
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


def going_on(
    lines: Sequence[Row], xs: Sequence[float], starts: Sequence[float] = (), *, headed: bool = False,
    leads: bool = False,
) -> Text | None:  # fmt: skip
    """A table that goes on from the page before, in its columns and without headings: from the first line that fits, or
    from the rest of a torn row where its headings are printed again right above.

    `starts` are the left edges of its texts, where these are known; it `leads` a page where no table is above.
    """
    lines = flush.parted_at(lines, xs[1:-1])
    for k, row in enumerate(lines[:MARGIN]):
        rivers = [_river(x, HALF * row[0].size, starts, end) for x, end in pairwise(xs[1:])]
        if leads and (rest := textends.lone_rest(lines, k, rivers, starts)):
            return rest
        heads = _may_head(row) and all(p.style.bold for p in row)
        if heads and len(held_by(row, rivers)) < len(row):
            return None  # another table's headings, two in one of these columns
        if not _keeps_edges([row], rivers, xs, starts) or len(held_by(row, rivers)) < 2:
            if heads:
                return None
            continue
        first = k
        while k and air(lines[k - 1], lines[k]) < textends.AIR / 2:
            kept = _keeps_edges([lines[k - 1]], rivers, xs, starts)
            if not kept and not _is_rest(lines[k - 1], lines[first], rivers):
                break
            k -= 1
        if headed and all(_is_rest(line, lines[first], rivers) for line in lines[:k]):
            k = 0
        alone = len(row) == len(held_by(row, rivers)) >= max(verdict.LEAST, verdict.FULL * (len(rivers) + 1))
        text = _body(lines, k, k, rivers, starts=starts, known=alone)
        return text if text and _keeps_edges(lines[first : text.end], rivers, xs, starts) else None
    return None


def _river(x: float, half: float, starts: Sequence[float], end: float) -> Extent:
    """The white around a known edge, up to where the next column's texts are known to begin before its `end`."""
    return x - half, min((start for start in starts if x <= start < end), default=x + half)


def _is_rest(row: Row, below: Row, rivers: Sequence[Extent]) -> bool:
    """True for a line of a torn row above others: behind the first column, and set as some text below it is."""
    alike = {p.style for p in row} <= {p.style for p in below}
    return alike and textends.fitted(row, rivers) is not None and 0 not in held_by(row, rivers)


def within(lines: Sequence[Row], high: int, rivers: Sequence[Extent]) -> Text | None:
    """A table whose columns are drawn, below `high` lines of headings."""
    return _body(lines, 0, high, rivers, known=True)


def repeated(
    lines: Sequence[Row], xs: Sequence[float], headings: str, low: int = 0, high: int | None = None
) -> Text | None:
    """A table below the headings of the page before, in whose columns it stands: even of one row. `headings` is their
    text without blanks; it stands among the lines from `low` up to `high`."""
    lines = lines[:high]
    for first in range(low, len(lines)):
        start = _said(lines, first, headings)
        if start:
            half = HALF * lines[first][0].size
            return _body(lines, first, start, [(x - half, x + half) for x in xs[1:-1]], known=True)
    return None


def _said(lines: Sequence[Row], first: int, headings: str) -> int:
    """The line behind headings that are printed from the line `first` on; 0 where others are."""
    start, said = first, ""
    while start < len(lines) and len(said) < len(headings) and headings.startswith(said):
        said += "".join(p.text for p in lines[start])
        start += 1
    return start if said == headings else 0


def again(
    lines: Sequence[Row], found: Sequence[Text], known: Sequence[tuple[Sequence[float], str]] = ()
) -> list[Text]:
    """Tables with those above, between and below them that have the headings of one, or that are `known` by columns and
    headings, even of one row: the foot of a page leaves no room for more. None of figures is known whose lines do not
    tell its rows: its figures may."""
    whole = list(found)
    named = [_columns(lines, t) for t in found if not t.over]
    for xs, headings in [*named, *known]:
        starts, ends = [0, *(t.end for t in whole)], [*(t.first for t in whole), len(lines)]
        for low, high in zip(starts, ends, strict=True) if headings else ():
            begun = [k for k in range(low, high) if _said(lines[:high], k, headings)]
            for start, end in pairwise([*begun, high]):
                more = repeated(lines, xs, headings, start, end)
                if more and not (more.doubt and bodies(lines[more.head : more.end])):
                    whole.append(more)
        whole.sort(key=lambda text: text.first)
    return whole


def _columns(lines: Sequence[Row], text: Text) -> tuple[list[float], str]:
    """The edges of a table's columns, and its headings without blanks."""
    headings = "".join(p.text for row in lines[text.first : text.head] for p in row)
    half = HALF * lines[text.first][0].size
    return [-inf, *(b - min((b - a) / 2, half) for a, b in text.rivers), inf], headings


def _keeps_edges(
    rows: Sequence[Row], rivers: Sequence[Extent], xs: Sequence[float], starts: Sequence[float]
) -> bool:
    """True for lines that leave the rivers open, most of whose texts begin at the left edge of a known column, or
    behind the sign of a list there; fewer where each line has one text in every column, as some may be set right or on
    the middle."""
    if any(textends.fitted(row, rivers) is None for row in rows):
        return False
    texts = [p for row in rows for p in row]
    behind = [verdict.begin([p]) for p in texts if p.text[0] in BULLETS]
    at = sum(
        any(0 <= p.x0 - x <= p.size for x in xs[:-1])
        or any(abs(p.x0 - x) <= verdict.SAME_EDGE for x in (*starts, *behind))
        for p in texts
    )
    full = all(len(row) == len(xs) - 1 == len(held_by(row, rivers)) for row in rows)
    return at >= (FULL if full else verdict.FLUSH) * len(texts) and texts[0].x1 < xs[-1] + texts[0].size


def _may_head(row: Row) -> bool:
    if len(row) < verdict.LEAST or any(len(p.text) > verdict.HEADING for p in row):
        return False
    titled = sum(p.text[0].isupper() or p.text[0] in SIGNS for p in row)
    return titled >= TITLES * len(row) and not any(is_figure(p.text) for p in row)


def _is_row(lines: Sequence[Row], k: int) -> bool:
    """True for a line that goes on with the columns of the one above it, set alike: no headings."""
    if (
        not k
        or len(lines[k - 1]) < 2
        or air(lines[k - 1], lines[k]) > textends.AIR / 2
        or overs.line(lines, k)
    ):
        return False
    rivers = [(a.x1, b.x0) for a, b in pairwise(lines[k])]
    alike = not {p.style for p in lines[k]}.isdisjoint({p.style for p in lines[k - 1]})
    return alike and textends.fitted(lines[k - 1], rivers) is not None


def _table(lines: Sequence[Row], k: int) -> Text | None:
    upper = overs.line(lines, k)
    head = [*overs.first(upper, lines[k]), *lines[k]] if upper else lines[k]
    rivers: Sequence[Extent] = [(a.x1, b.x0) for a, b in pairwise(head)]
    start = k + 1
    while start < min(len(lines), k + 3) and _is_heading_too(lines, k, start):
        fitted = textends.fitted(lines[start], rivers)
        if fitted is None:
            break
        rivers, start = fitted, start + 1
    first = k
    while first and not upper and _is_heading_above(lines, first - 1, rivers):
        first -= 1
    edges = [-inf, *((a + b) / 2 for a, b in rivers), inf]
    heads = [
        [p for row in (head, *lines[first:k], *lines[k + 1 : start]) for p in row if a <= p.x0 < b]
        for a, b in pairwise(edges)
    ]
    below = lines[start : start + LOOK_AHEAD]
    spans = [(min(p.x0 for p in h), max(p.x1 for p in h)) for h in heads if h]
    own = under.rivers(spans, below) if len(spans) == len(heads) else None
    found = (_body(lines, first, start, own) if own else None) or _body(lines, first, start, rivers)
    return overs.headed(lines, found, upper) if found and upper else found


def _is_heading_above(lines: Sequence[Row], n: int, rivers: Sequence[Extent]) -> bool:
    """True for the first line of headings of two lines, close above the others and over none but the first column."""
    row, below = lines[n], lines[n + 1]
    alike = {p.style for p in row} <= {p.style for p in below}
    return (
        alike
        and _are_close(lines, n + 1)
        and row[0].x0 > rivers[0][0]
        and textends.fitted(row, rivers) is not None
    )


def _is_heading_too(lines: Sequence[Row], k: int, n: int) -> bool:
    """True for a line that goes on with the headings: set alike, unlike what follows, close below."""
    styles = {p.style for p in lines[k]}
    own = {p.style for p in lines[n]}
    if n + 1 >= len(lines) or not own <= styles or len(lines[n]) > len(lines[k]):
        return False
    below = n + 1
    if len(lines[below]) == 1 and below + 1 < len(lines) and air(lines[n], lines[below]) > CLOSE:
        below += 1  # behind a heading of rows, which may be set as these are
    return not ({p.style for p in lines[below]} <= styles) and _are_close(lines, n)


def _are_close(lines: Sequence[Row], n: int) -> bool:
    """True for two lines of one text among headings: with little white between them, or as much as between lines below,
    and more than a heading of rows in the first column, which stands no nearer to the headings than to its rows."""
    white = air(lines[n - 1], lines[n])
    first = len(lines[n]) == 1 and lines[n][0].x0 < lines[n - 1][0].x1
    if white < CLOSE or white > SPACED or (first and air(lines[n], lines[n + 1]) < white + NEARER):
        return white < CLOSE
    spaced = (air(a, b) for a, b in pairwise(lines[n + 1 : n + BELOW]))
    return sum(abs(one - white) <= EVEN for one in spaced) > 1


def _body(
    lines: Sequence[Row], first: int, start: int, rivers: Sequence[Extent], *, known: bool = False,
    starts: Sequence[float] = (),
) -> Text | None:  # fmt: skip
    end = start
    starts = [*starts, *(p.x0 for row in lines[first:start] for p in row)]
    sections: set[int] = set()
    while end < len(lines) and (end == first or textends.is_near(lines, start, end, rivers, starts)):
        if end > start and (
            textends.heads_another(lines, first, start, end) or textends.is_title(lines, first, end)
        ):
            break
        fitted = textends.fitted(lines[end], rivers)
        if end > first and textends.is_band(lines, first, end, rivers):
            sections.add(end)
        elif fitted is None:
            if not textends.is_section(lines, end, rivers):
                break
            sections.add(end)
        else:
            rivers = fitted
        end += 1
    while end > start + 1 and (end - 1 in sections or textends.is_folio(lines, start, end - 1)):
        end -= 1
    end = textends.without_key(lines, start, end, rivers)
    end = textends.without_note(lines, start, end, rivers)
    opening, doubt = textrows.opening(lines, start, end, rivers, sections)
    end = textends.last(lines, start, opening, end)
    while len(opening) > 1 and textends.is_aside(lines, opening[-1], end, rivers):
        end = opening.pop()
    text = Text(
        first, start, end, tuple(rivers), tuple(opening), frozenset(s for s in sections if s < end), doubt
    )
    return text if (opening if known else verdict.is_table(lines, text)) else None
