"""Where the tables of one stack part: at text between them, or where headings stand anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from parsers.grids.levels import DOUBLE, SAME_END
from parsers.stacks.bands import FLUSH, LOOK_AHEAD, Band, headings, is_free, opens, styles_of, text_of
from parsers.stacks.stack import Stack
from parsers.text import heights, phrases
from parsers.text.phrases import Row

SAME_COLUMNS = 0.67  # share of the strips that stay clear where a table goes on below a text of its own
ALIKE = 0.9  # share of the texts below a text of its own that begin where some above it do in one table
TITLE = 1.15  # times the size of a row's text: a line this much larger is a title, no cell
OTHERS = 3  # texts of a line on average that stand in columns of their own
BESIDE = -0.25  # of the font size between two lines of which one stands beside the middle of a text
WHITE = 14.0  # points: an empty band that is lower than a line of text is no row


def cut(stack: Stack, bands: Sequence[Band], foot: Band) -> list[tuple[int, int]]:
    """First and last levels of each table: parted by text between them, or where headings stand anew. They are one
    where a single level draws a table: its headings may stand above it, and a row below.

    `foot` is the row that begins below the last level; headings with none below are told by the row above them, and
    hold no figures, as a total does.
    """
    above = next((band for band in bands[-2::-1] if not is_free(band, stack)), ())
    near = foot or (() if any(map(str.isdigit, text_of(bands[-1:]))) else above)
    whole = [level in stack.whole | stack.captions for level in stack.levels]
    cuts, start = [], 0
    for k, band in enumerate(bands):
        shown = [*bands, near if k + 1 == len(bands) else foot]
        if not whole[k]:
            continue
        end = next((n for n in range(k + 1, len(bands)) if whole[n]), len(bands))
        levelled = [*bands[:k], _joined(bands[k:end]), *shown[end:]]  # headings of two levels as one band
        again = k > start and text_of([band]) == text_of([bands[start]]) and opens(bands, start)
        opened = again or (k > start and (opens(shown, k) or (end > k + 1 and opens(levelled, k))))
        ended = opened and (_ends_in_text(bands[k - 1], stack) or _has_title(bands[start:k], stack))
        apart = ended and (whole[k - 1] or bool(bands[k - 1]))
        if apart or again:
            cuts.append((start, k - 1 if apart else k))
            start = k
        elif stack.levels[k] in stack.captions:
            continue  # a remark on the row above
        elif (k > start or end == k + 1) and _ends_in_headings(levelled, k, stack):
            cuts.append((start, k))
            start = end
        elif end == k + 1 and _parts_tables(bands, start, k, stack, foot):
            cuts.append((start, k))
            start = k + 1
    cuts.append((start, len(bands)))
    return [(first, _foot(first, last, bands, stack) if last > first else first) for first, last in cuts]


def _joined(bands: Sequence[Band]) -> Band:
    """The lines of bands that no level from side to side parts."""
    return tuple(row for band in bands for row in band)


def _foot(first: int, last: int, bands: Sequence[Band], stack: Stack) -> int:
    """The last level of a table without the white between it and the next one's first rule, or between it and a text
    of its own, the next one's title, and without such a title where a rule is drawn under it."""
    rows = last < len(bands) and max(map(len, bands[last][:1]), default=0) > 1 and not opens(bands, last)
    if last - 1 > first and not rows and _is_title(bands[first:last], stack):
        return last - 1
    titled = last - 2 > first and bool(bands[last - 1]) and is_free(bands[last - 1], stack)
    if titled and _is_white(bands[last - 2], stack.levels[last - 2 : last]):
        return last - 2
    white = last - 1 > first and _is_white(bands[last - 1], stack.levels[last - 1 : last + 1])
    return last - 1 if white else last


def _parts_tables(bands: Sequence[Band], start: int, k: int, stack: Stack, foot: Band) -> bool:
    """True for a band that is no row: running text, a text above other columns, or one above other headings."""
    band = bands[k]
    if (_is_prose(band, stack) and not _heads_rows([*bands, foot], k, stack)) or _ends_in_title(band, stack):
        return True
    above = bands[start:k]
    below = _up_to_text(bands[k + 1 :], above, stack)
    share = 1 if len(band) > 1 and _has_title(bands[start : k + 1], stack) else SAME_COLUMNS
    return (
        bool(band)
        and k > start
        and is_free(band, stack)
        and not _is_above_title(bands, start, k, stack)
        and headings(bands[start:]) < k - start  # below its own headings it heads rows
        and (_changes(above, below, share) or _heads_others(band, above, below))
    )


def _heads_others(band: Band, above: Sequence[Band], below: Sequence[Band]) -> bool:
    """True for a text that is set as none above it, over lines of several texts of which most begin where none of
    those above does: a key below a table."""
    over, under = _joined(above), _joined(below)
    begins = {round(p.x0) + by for row in over for p in row for by in (-1, 0, 1)}
    texts = [round(p.x0) in begins for row in under for p in row]
    others = len(texts) > OTHERS * len(under) > 0 and 2 * sum(texts) < len(texts)
    return others and styles_of(band).isdisjoint(styles_of(over))


def _is_above_title(bands: Sequence[Band], start: int, k: int, stack: Stack) -> bool:
    """True for a text of its own between rules as others of the table are, below which a title stands between rules:
    that parts the tables, and the text is of the row above it."""
    band, below = bands[k], bands[k + 1 : k + 2]
    if not any(below) or not is_free(below[0], stack) or not _is_title([band, *below], stack):
        return False
    own = (other[0][0] for other in bands[start:k] if other and is_free(other, stack))
    return any(p.style == band[0][0].style and abs(p.x0 - band[0][0].x0) <= FLUSH for p in own)


def _up_to_text(bands: Sequence[Band], above: Sequence[Band], stack: Stack) -> list[Band]:
    """The bands that a text heads, up to the next text of its own: what stands below that may be another table, and so
    may what stands below a title inside one of them."""
    free = [is_free(band, stack) for band in bands]
    first = next((n for n, text in enumerate(free) if not text), len(bands))
    last = next((n for n in range(first, len(bands)) if free[n] and bands[n]), len(bands))
    over = [row for band in above for row in band]
    found: list[Band] = []
    for band in bands[first:last]:
        own = band[: _before_title(band, over, stack)]
        found += [own] if own else []
        if len(own) < len(band):
            break
    return found


def _ends_in_headings(bands: Sequence[Band], k: int, stack: Stack) -> bool:
    """True for a band in which another table's headings stand below a text of their own, or below a title and such as
    their key, perhaps with its first row where no rule is drawn between the two. What stands beside the middle of a
    name of two lines is none, and so are figures alone, and the second level of headings whose first is above."""
    band = bands[k]
    title = _before_title(band, _joined(bands[max(k - LOOK_AHEAD, 0) : k]), stack)
    return any(
        (n - 1 > title or is_free(band[n - 1 : n], stack))
        and heights.air(band[n - 1], band[n]) > BESIDE
        and not _are_headings_too(band[:n], band[n])
        and any(opens(below, 0) for below in _headed(band[n:], bands[k + 1 :], stack))
        and any(map(str.isalpha, text_of([band[n : n + 1]])))
        for n in range(1, len(band))
    )


def _are_headings_too(above: Band, heads: Row) -> bool:
    """True for lines of several texts and of one, all set as the headings below them."""
    return max(map(len, above)) > 1 and styles_of(above) <= styles_of((heads,))


def _headed(lines: Band, bands: Sequence[Band], stack: Stack) -> Iterator[list[Band]]:
    """The lines as one band above others, and as two where they are set alike up to some line."""
    yield [lines, *bands]
    styles = styles_of(lines[:1])
    end = next((n for n in range(1, len(lines)) if styles_of(lines[n : n + 1]) != styles), 0)
    if end:
        yield [lines[:end], lines[end:], *bands]


def _ends_in_text(band: Band, stack: Stack) -> bool:
    """True for a band whose last line is a text of its own, and not the end of the text of a row's first column."""
    if not is_free(band[-1:], stack):
        return False
    return is_free(band, stack) or styles_of(band[-1:]).isdisjoint(styles_of(band[:-1]))


def _has_title(bands: Sequence[Band], stack: Stack) -> bool:
    """True where a line of the last of the bands is a title, with what stands below it and above the next headings,
    such as their key."""
    *above, band = bands
    over = [row for own in above for row in own]
    return _before_title(band, over, stack) < len(band)


def _before_title(band: Band, over: Sequence[Row], stack: Stack) -> int:
    """How many of a band's lines stand above a title: one set larger than all of them and than all `over` them."""
    size = _largest(over)
    for k, row in enumerate(band):
        if 0 < TITLE * size < row[0].size and is_free([row], stack):
            return k
        size = max(size, _largest([row]))
    return len(band)


def _largest(lines: Sequence[Row]) -> float:
    """The largest size of a text, bullets apart."""
    return max((p.size for row in lines for p in row if p.text[0].isalnum()), default=0.0)


def _ends_in_title(band: Band, stack: Stack) -> bool:
    """True for a band whose last line is set larger than all others: a title whose rule is no table's foot."""
    size = max((p.size for row in band[:-1] for p in row), default=0.0)
    return size > 0 and is_free(band[-1:], stack) and band[-1][0].size > TITLE * size


def _is_title(bands: Sequence[Band], stack: Stack) -> bool:
    """True where the last of a table's bands is one line set larger than all others: a heading with a rule under it."""
    *rows, band = bands
    size = max((p.size for own in rows for row in own for p in row), default=0.0)
    return len(band) == 1 and size > 0 and is_free(band, stack) and band[0][0].size > TITLE * size


def _is_prose(band: Band, stack: Stack) -> bool:
    """True for lines of running text over the whole width."""
    single = sum(len(row) == 1 for row in band)
    long = [row for row in band if row[0].x1 - row[0].x0 > 0.7 * (stack.right - stack.left)]
    return len(band) > 2 and single >= 0.7 * len(band) and len(long) > 1


def _heads_rows(bands: Sequence[Band], k: int, stack: Stack) -> bool:
    """True for lines on shading from rule to rule above a line of several texts: an activity of several lines, with
    what is said of it, that heads the rows below it."""
    left, right = stack.left + SAME_END, stack.right - SAME_END
    wide = [edge.at for edge in stack.shades if edge.start <= left and right <= edge.end]
    shaded = all(any(abs(at - level) <= DOUBLE for at in wide) for level in stack.levels[k : k + 2])
    return shaded and any(len(row) > 1 for band in bands[k + 1 : k + 2] for row in band[:1])


def _changes(above: Sequence[Band], below: Sequence[Band], share: float) -> bool:
    """True where the lines below a text run across the columns of those above it: of several, or of a single one below
    a title and more, which heads no rows of a table. `share` is that of the columns which keep clear in one table."""
    over, under = ([row for band in bands for row in band] for bands in (above, below))
    before = phrases.strips(over)
    if not under or len(phrases.strips([*over, *under])) >= share * len(before):
        return False
    like = not styles_of(below[0]).isdisjoint(styles_of(above[-1]))  # a row, and no headings
    return not (like and _begin_alike(over, [row for band in below[:LOOK_AHEAD] for row in band]))


def _begin_alike(over: Sequence[Row], under: Sequence[Row]) -> bool:
    """True where nearly all texts of lines begin where some of other lines do: longer texts may leave less white."""
    begins = Counter(round(p.x0) for row in over for p in row)
    edges = {x + by for x, times in begins.items() if times > 1 for by in (-1, 0, 1)}
    texts = [round(p.x0) in edges for row in under for p in row]
    return sum(texts) >= ALIKE * len(texts)


def _is_white(band: Band, levels: Sequence[float]) -> bool:
    """True for an empty band between two levels that is lower than a line of text."""
    return not band and levels[1] - levels[0] < WHITE
