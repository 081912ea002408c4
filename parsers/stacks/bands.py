"""Bands between two levels of a table: the lines that stand there, and whether they are headings or free text."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from parsers.stacks.stack import Stack
from parsers.text import heights, phrases
from parsers.text.phrases import Row

LEFT = 0.1  # share of the width within which free text begins
UNLIKE = 0.34  # share of the body that may be set like a heading
SHRUNK = 1.12  # times the size of texts that were made smaller to fit their boxes, those beside them at most are set in
TITLE = 1.5  # times the size of column headings: what stands so large below a line is a title, and no row
FLUSH = 2.0  # points between the left edges of a heading and of the text below it
OVER = 3  # texts over which headings stand that no edge parts from these
LEVELS = 2  # bands below column headings that may be headings, too
LOOK_AHEAD = 3  # bands below headings that are looked at for how the body is set

Band = tuple[Row, ...]


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


def opens(bands: Sequence[Band], k: int) -> bool:
    """True for a band of headings: several phrases, set alike, and unlike what follows."""
    styles = styles_of(bands[k])
    if not styles or not one_setting(styles) or max(len(row) for row in bands[k]) < 2:
        return False
    first = _behind_headings(bands, k, styles)
    below = [p for band in bands[first : first + LOOK_AHEAD] for row in band for p in row]
    if any(p.style.bold for p in below) and not all(style.bold for style in styles):
        return False
    if _is_title(next((row for band in bands[k + 1 :] for row in band), []), styles):
        return False
    body = [p for p in below if not (len(p.text) == 1 and p.text.isalpha())] or below  # signs may be in bold
    like = sum(len(p.text) for p in body if p.style in styles)
    return bool(body) and like <= UNLIKE * sum(len(p.text) for p in body)


def _behind_headings(bands: Sequence[Band], k: int, styles: Collection[phrases.Setting]) -> int:
    """The band behind headings of a second level, and of rows, which are set as the first: they are no body."""
    first = k + 1
    while first < min(k + 1 + LEVELS, len(bands) - 1) and styles_of(bands[first]) <= {*styles}:
        first += 1
    return first


def headings(bands: Sequence[Band]) -> int:
    """How many bands of headings a table begins with: two where the second is set as the first, or below a caption."""
    first, second = bands[:2] if len(bands) > 2 else ((), ())
    opened, caption = opens(bands, 0), _is_caption(first, second)
    again = caption or (opened and bool(second) and styles_of(second) == styles_of(first))
    return 2 if again and opens(bands, 1) else int(opened)


def _is_caption(band: Band, heads: Band) -> bool:
    """True for one line, a number and a title, of which one runs over several headings on the line below it."""
    return (
        len(band) == 1
        and len(heads) > 0
        and any(sum(head.x0 < p.x1 and p.x0 < head.x1 for head in heads[0]) > 1 for p in band[0])
    )


def styles_of(band: Sequence[Row]) -> set[phrases.Setting]:
    return {p.style for row in band for p in row}


def one_setting(styles: Collection[phrases.Setting]) -> bool:
    """True for settings that differ in size alone and little, as those of texts do that shrink to fit their boxes."""
    sizes = [style.size for style in styles]
    return len({style._replace(size=0) for style in styles}) == 1 and max(sizes) <= SHRUNK * min(sizes)


def set_alike(row: Row, other: Row) -> bool:
    """True for lines of which each begins as the other does, or one with a text set as some of the other, all alike."""
    if row[0].style == other[0].style:
        return True
    styles = styles_of((row,))
    return other[0].style in styles and one_setting(styles)


def stand_over(heads: Band, row: Row) -> bool:
    """True for headings in bold over most texts of a row, which begin where these do."""
    starts = [p.x0 for line in heads for p in line]
    own = sum(any(abs(p.x0 - x) <= FLUSH for x in starts) for p in row)
    return own >= OVER and 2 * own > len(row) and all(style.bold for style in styles_of(heads))


def air_above(level: float, row: Row) -> float:
    """How far a line stands below a level, of its height."""
    return (heights.top_of(row) - level) / row[0].size


def _is_title(row: Sequence[phrases.Phrase], styles: Collection[phrases.Setting]) -> bool:
    """True for a line much larger than the headings above it."""
    largest = max((p.size for p in row if p.text[0].isalnum()), default=0.0)
    return largest > TITLE * max(style.size for style in styles)


def crosses(row: Row, x: float) -> bool:
    """True for a line of which a text runs over an edge."""
    return any(p.x0 + 1 < x < p.x1 - 1 for p in row)


def crossed(band: Sequence[Row], x: float) -> bool:
    """True where a line runs over an edge."""
    return any(crosses(row, x) for row in band)
