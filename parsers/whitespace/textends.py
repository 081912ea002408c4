"""Where a table of texts ends: what goes on with its columns below a line, and what is another's or the page's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parsers.text import folios
from parsers.text.heights import air
from parsers.text.phrases import Row
from parsers.whitespace import verdict
from parsers.whitespace.tallies import Extent
from parsers.whitespace.textrows import AIR_ABOVE, Text, among, held_by, leading

RIVER = 0.35  # of the font size: the least white between two columns
FILLED = 0.1  # of the font size: the least that texts leave of it that fill their column, before where the next begins
AIR = 3.5  # of the font size: more white than this ends a table
FAR = 30.0  # of the font size: where a sheet's high rows go on whose texts begin or end where those above do
CLOSE = 0.3  # of the font size by which white below the last row is wider than any between rows
LARGER = 1.15  # times the size of a table's texts: a line this much larger is a title
NOTED = "*†‡"  # what a note below a table begins with
MANY = 2  # texts in one column that a line below a table has more than any row
AROUND = 6  # lines below a heading of rows that show a table's edges
FOLIO = 8  # characters of a page's number, whatever stands beside it
SECTION = 3  # lines below a heading of rows on which the next row begins: its cells may not be set at the top


def fitted(row: Row, rivers: Sequence[Extent]) -> list[Extent] | None:
    """The rivers as far as a line leaves them open; None where it crosses one."""
    fitted = []
    for a, b in rivers:
        low = max([a, *(p.x1 for p in row if p.x1 <= b)])
        high = min([b, *(p.x0 for p in row if p.x1 > b)])
        if high - low < (RIVER if high < b else FILLED) * row[0].size:
            return None
        fitted.append((low, high))
    return fitted


def is_section(lines: Sequence[Row], k: int, rivers: Sequence[Extent]) -> bool:
    """True for one line over the columns that stands between rows: the next begins one."""
    row = lines[k]
    if len(row) > 1 or k + 1 >= len(lines) or row[0].x0 > rivers[0][0] or air(row, lines[k + 1]) > AIR / 2:
        return False
    return _begins_row(lines, k + 1, rivers)


def _begins_row(lines: Sequence[Row], k: int, rivers: Sequence[Extent]) -> bool:
    """True for lines that fill most columns, the first among them."""
    held: set[int] = set()
    for below in lines[k : k + SECTION]:
        if fitted(below, rivers) is None:
            return False
        held |= held_by(below, rivers)
        if len(held) >= verdict.FULL * (len(rivers) + 1) and 0 in held:
            return True
    return False


def is_band(lines: Sequence[Row], first: int, k: int, rivers: Sequence[Extent]) -> bool:
    """True for a text alone on the middle of a table, whose column begins and ends elsewhere, with a row below it."""
    p = lines[k][0]
    if len(lines[k]) > 1 or k + 1 >= len(lines) or p.x0 < rivers[0][1]:
        return False
    if air(lines[k], lines[k + 1]) > AIR / 2 or not _begins_row(lines, k + 1, rivers):
        return False
    around = [q for row in (*lines[first:k], *lines[k + 1 : k + 1 + AROUND]) for q in row]
    left, right = min(q.x0 for q in around), max(q.x1 for q in around)
    if abs(p.x0 + p.x1 - left - right) > 2 * p.size:
        return False
    own = [q for q in around if among(q, rivers) == among(p, rivers)]
    flush = sum(min(abs(p.x0 - q.x0), abs(p.x1 - q.x1)) <= verdict.SAME_EDGE for q in own)
    return flush <= verdict.PARTIAL * len(own)


def is_near(
    lines: Sequence[Row], start: int, k: int, rivers: Sequence[Extent], starts: Sequence[float]
) -> bool:
    """True for a line below the one above it, or far below as rows of a sheet stand that are higher than their texts:
    set alike, several texts that all begin, end or have their middle where those above them do, or begin where their
    column's are known to. Where cells are not set at the top, single texts may stand above these."""
    white = air(lines[k - 1], lines[k])
    if white <= AIR or white > FAR:
        return white <= AIR
    end = k
    while len(lines[end]) < 2 and end + 1 < len(lines) and air(lines[end], lines[end + 1]) < AIR / 2:
        end += 1
    above = [p for line in lines[start:k] for p in line]
    own = [p for row in lines[k : end + 1] for p in row]
    if len(lines[end]) < 2 or any(fitted(row, rivers) is None for row in lines[k : end + 1]):
        return False
    if above and not {p.style for p in own} <= {p.style for p in above}:
        return False
    return all(
        any(abs(p.x0 - x) <= verdict.SAME_EDGE for x in starts)
        or any(
            min(abs(p.x0 - q.x0), abs(p.x1 - q.x1), abs(p.x0 + p.x1 - q.x0 - q.x1) / 2) <= verdict.SAME_EDGE
            for q in above if among(q, rivers) == among(p, rivers)
        )
        for p in own
    )  # fmt: skip


def heads_another(lines: Sequence[Row], first: int, start: int, k: int) -> bool:
    """True for the headings of the next table below a table's rows: set as its own are and none of its rows is, or the
    same ones again; where it has none, below a title and bold as that. Labels of a key above their meanings come again
    below one line, words of a status twice."""
    row, heads = lines[k], lines[first:start]
    if len(row) < verdict.LEAST:
        return False
    if not heads:
        styles = {p.style for line in lines[start : k - 1] for p in line}
        titled = all(p.style.bold for p in (*lines[k - 1], *row)) and _is_titled(
            lines[k - 1], lines[start : k - 1]
        )
        return titled and styles.isdisjoint(p.style for p in row)
    if "".join(p.text for p in row) == "".join(p.text for p in heads[0]):
        return True
    own = {p.style for p in row}
    if len({p.text for p in row}) < len(row) or not own <= {p.style for line in heads for p in line}:
        return False
    rows = [line for line in lines[start:k] if len(line) > 1]
    if not rows or any(p.style in own for line in rows for p in line):
        return False
    return len(rows) >= verdict.ROWS or _is_titled(lines[k - 1], rows)


def _is_titled(above: Row, rows: Sequence[Row]) -> bool:
    """True for a text alone on the line above another table's headings that is set unlike a table's rows."""
    return len(above) == 1 and not any(p.style == above[0].style for line in rows for p in line)


def is_title(lines: Sequence[Row], first: int, k: int) -> bool:
    """True for a text alone on its line that is set larger than all of a table."""
    if len(lines[k]) > 1:
        return False
    size = min(
        word.size for word in lines[k][0].words or lines[k]
    )  # a list's sign is often larger than its text
    return all(
        size > LARGER * p.size for row in lines[first:k] for p in row if p.text[0].isalnum() or len(row) == 1
    )


def last(lines: Sequence[Row], start: int, opening: Sequence[int], end: int) -> int:
    """The line behind the last row's: several texts below white that is wider than any between rows are another's."""
    whites = [air(lines[k - 1], lines[k]) for k in range(start + 1, opening[-1] + 1)] if opening else []
    for k in range(opening[-1] + 1, end) if len(opening) > verdict.ROWS else ():
        if len(lines[k]) > 1 and air(lines[k - 1], lines[k]) > max(whites) + CLOSE:
            return k
    return end


def is_folio(lines: Sequence[Row], start: int, k: int) -> bool:
    """True for a number alone, with more white above it than any line before: the page's."""
    if len(lines[k]) > 1:
        return False
    text = lines[k][0].text
    if not folios.is_folio(text) and (len(text) > FOLIO or not any(c.isdigit() for c in text)):
        return False
    usual = max((air(lines[n - 1], lines[n]) for n in range(start + 1, k)), default=0.0)
    return air(lines[k - 1], lines[k]) > usual


def without_note(lines: Sequence[Row], start: int, end: int, rivers: Sequence[Extent]) -> int:
    """The line behind a table's last, before a note below it: this begins with a sign, stands in the first column
    alone, and below more white than a cell's lines."""
    for k in range(end - 1, start, -1):
        if held_by(lines[k], rivers) != {0}:
            break
        apart = air(lines[k - 1], lines[k]) > leading(lines[start:k], rivers) + AIR_ABOVE[1]
        if apart and lines[k][0].text[0] in NOTED:
            return k
    return end


def without_key(lines: Sequence[Row], start: int, end: int, rivers: Sequence[Extent]) -> int:
    """The line behind a table's last, before a line below it that is none of its rows: below more white than any
    before, with many texts in one column, as a key on one line has its signs and words."""
    whites = [air(lines[k - 1], lines[k]) for k in range(start + 1, end)]
    if len(whites) < verdict.ROWS or whites[-1] <= max(whites[:-1]) + CLOSE:
        return end
    held = Counter(among(p, rivers) for p in lines[end - 1])
    usual = max(max(Counter(among(p, rivers) for p in row).values()) for row in lines[start : end - 1])
    return end - 1 if max(held.values()) >= MANY + usual else end


def is_aside(lines: Sequence[Row], k: int, end: int, rivers: Sequence[Extent]) -> bool:
    """True for a last row with text in the first column alone: what stands below a table."""
    return all(held_by(row, rivers) == {0} for row in lines[k:end])


def lone_rest(lines: Sequence[Row], k: int, rivers: Sequence[Extent], starts: Sequence[float]) -> Text | None:
    """The rest of one text of a torn row, below a running title at most, above a heading or at a page's end: it goes on
    small where its column begins, behind the first one, and is as wide as that at most."""
    end, first = k, lines[k][0]
    if k and air(lines[k - 1], lines[k]) < AIR / 2:
        return None
    while end < len(lines) and len(lines[end]) == 1 and not lines[end][0].style.bold:
        if end > k and air(lines[end - 1], lines[end]) > AIR / 2:
            break
        end += 1
    if (
        end == k
        or not first.text[0].islower()
        or (end < len(lines) and not all(p.style.bold for p in lines[end]))
    ):
        return None
    own = [p for row in lines[k:end] for p in row]
    begun = all(any(abs(p.x0 - x) <= verdict.SAME_EDGE for x in starts) for p in own)
    columns = set().union(*(held_by(row, rivers) for row in lines[k:end]))
    inside = all(fitted(row, rivers) is not None for row in lines[k:end])
    alone = begun and inside and len(columns) == 1 and 0 not in columns
    return Text(k, k, end, tuple(rivers), (k,), frozenset(), "") if alone else None
