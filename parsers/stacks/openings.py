"""Rows that no rule parts: where, inside a band between two rules, the lines show that a row opens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from parsers.stacks import figured
from parsers.text import heights
from parsers.text.phrases import Row, column_of

FULL = 0.75  # share of the columns that a line fills where every line is a row
NEARLY = 0.8  # share of the lines that do so: a few have gaps
VALUES = 0.9  # share of the texts behind the first column that are short there
SHORT = 14  # characters; a figure, a date or a word, no text that wraps
MOST = 0.6  # share of the columns that begin on one line where a row opens
HALF = 0.6  # share of the columns that may go on below the line on which a row opens
RATED = 3  # columns that begin beside a rating
AIR = 0.3  # of the font size: how much more white stands above a row than above a line of a cell
NUMBERED = re.compile(r"(?:[A-Za-z]{1,4}[.\-/]?)?\d{1,3}([.\-/]\d{1,3})*[.):]?$")
REFERENCE = re.compile(r"\d{1,2}(\.\d{1,2})+[.):]?(?![\d%])")
DOUBT_ROWS = "no rules part the rows, and their lines do not tell where each one opens"

Band = Sequence[Row]


def levels(
    xs: Sequence[float], bands: Sequence[Band], headed: int, *, known: bool = False
) -> tuple[list[float], str]:
    """Levels in points at which rows open inside bands, and what is doubtful where they do not tell. Below columns that
    are `known` from the page before the first row may be the rest of one.

    Bands of headings are passed over; without headings the first band is taken for them. In a table with several
    bands a band may be one row, so it is cut only where each of its lines is one.
    """
    body = [band for band in bands[max(1, headed) :] if band]
    cut = [band for band in body if len(band) > 1]
    if not cut:
        return [], ""
    if max(len(band) for band in cut) > 2:
        rows, doubts = zip(*(_rows_of_lines(band, xs) for band in cut), strict=True)
        if all(rows):
            return [
                at for band, opening in zip(cut, rows, strict=True) for at in levels_above(band, opening)
            ], ""
        doubt = max(doubts)
    else:
        doubt = ""
    if len(cut) > 1 or len(body) > 2:
        return [], doubt
    opened, unclear = _of_one_band(cut[0], xs, known)
    return opened, unclear or ("" if opened else doubt)


def in_sections(xs: Sequence[float], sections: Sequence[Band]) -> tuple[list[float], str]:
    """The same for rows that nothing parts but headings of rows between them: each has air above it, or they are told
    in each section as if it were the only band."""
    least = _least(sections)
    found: list[float] = []
    for band in sections:
        airy = _airy(band, least, xs)
        if airy and not all(_opens(band[k], xs) for k in (0, *airy)):
            return [], DOUBT_ROWS
        found += levels_above(band, airy)
    if found:
        return found, ""
    told = [_of_one_band(band, xs, False) for band in sections if len(band) > 1]
    return [at for levels, _ in told for at in levels], max((doubt for _, doubt in told), default="")


def in_tints(xs: Sequence[float], bands: Sequence[Band]) -> tuple[list[float], str]:
    """The same for bands that the tints of a status draw: rows of one colour that touch are one tint.

    A row opens below air on a line of several texts that all begin anew; air above one text alone parts its paragraphs.
    """
    least = _least(bands)
    long = Counter(col for band in bands for row in band for p in row for col in _filled([p], xs))
    told = long.most_common(1)[0][0] if long else 0
    found: list[float] = []
    doubt = ""
    for band in bands:
        opened: list[int] = []
        for k in _airy(band, least, xs):
            if len(_filled(band[k], xs)) > 1 and all(_begins(p.text) for p in band[k]):
                opened.append(k)
            elif _filled(band[k], xs) != {told}:
                doubt = DOUBT_ROWS
        found += levels_above(band, opened)
    return found, doubt


def is_listing(band: Band, xs: Sequence[float]) -> bool:
    """True for three lines and more, each of which is a row: it fills nearly all columns, with short values."""
    return len(band) > 2 and _fills_lines(band, xs)


def of_lines(band: Band) -> list[float]:
    """Levels that part every line of a band from the next."""
    return levels_above(band, range(1, len(band)))


def _rows_of_lines(band: Band, xs: Sequence[float]) -> tuple[Sequence[int], str]:
    """Lines below the first on which rows open, where each line is one or figures tell; else none, and a doubt."""
    if _fills_lines(band, xs):
        return range(1, len(band)), ""
    rows, unclear = figured.rows(band, xs)
    return rows, DOUBT_ROWS if unclear else ""


def _fills_lines(band: Band, xs: Sequence[float]) -> bool:
    """True where each line begins a phrase in the first column with others beside it, most in nearly all columns, those
    apart that are blank throughout."""
    filled = [_filled(row, xs) for row in band]
    if not all(0 in held and len(held) > 1 for held in filled) or any(
        row[0].text[0].islower() for row in band
    ):
        return False
    used = len(set().union(*filled))  # those of quarters to come are blank
    least = FULL * (used if 2 * used > len(xs) else len(xs) - 1)
    whole = sum(len(held) >= least and len(held) == len(row) for held, row in zip(filled, band, strict=True))
    values = [p.text for row in band for p in row[1:]]
    again = Counter(values)  # what several lines say is no line of a text: `Smaller is better`
    short = sum(len(text) <= SHORT or again[text] > 1 for text in values)
    return whole >= NEARLY * len(band) and short >= VALUES * len(values)


def _of_one_band(band: Band, xs: Sequence[float], known: bool) -> tuple[list[float], str]:
    """The only band of a table's body: its rows begin with numbers, or have air above them, or it is one row."""
    if torn := _torn(band, xs):
        opened, doubt = _of_one_band(band[torn:], xs, known)
        return [*levels_above(band, [torn]), *opened], doubt
    numbered = [k for k, row in enumerate(band) if 0 in _filled(row, xs)]
    if len(numbered) > 1 and numbered[0] == 0 and all(_is_numbered(band[k], xs) for k in numbered):
        return levels_above(band, numbered[1:]), ""
    one = _is_of_one_reference(band, xs)
    full = [k for k, row in enumerate(band) if _is_full(row, xs) and _begun(row) and not (one and k)]
    if len(full) > 1 and (_are_rows(band, full, xs) or _stand_apart(band, full, xs)):
        return levels_above(band, full[1:]), ""
    if rated := _rated(band, xs):
        return levels_above(band, rated[1:]), ""
    airy = _airy(band, _least([band]), xs)
    goes_on = [k for k in airy if one and band[k][0].text[0].islower()]  # the reference's own text
    opening = [k for k in airy if _opens(band[k], xs) and k not in goes_on]
    most = MOST * (len(xs) - 1)
    if opening and len(opening) == len(airy):
        rest = known and all(len(_filled(row, xs)) < most for row in band[: opening[0]])
        if _opens(band[0], xs) or (rest and 0 not in _filled(band[0], xs)):
            return levels_above(band, opening), ""
    below = [] if one else band[1:]
    anew = any(0 in _filled(row, xs) and len(_filled(row, xs)) >= most and _begun(row) for row in below)
    return [], DOUBT_ROWS if anew or opening else ""


def _is_of_one_reference(band: Band, xs: Sequence[float]) -> bool:
    """True for a band that opens with a reference and has no other in its first column: each row below one has its
    own, so it is one row."""
    first = band[0][0].text
    others = (row[0].text for row in band[1:] if column_of(row[0], xs) == 0)
    return REFERENCE.match(first) is not None and not any(map(REFERENCE.match, others))


def _torn(band: Band, xs: Sequence[float]) -> int:
    """How many lines a band begins with that go on in few columns from the page before: the next line begins in nearly
    all, and cells that have different numbers of lines all begin there, as no cells on the middle or the foot do."""
    first = next((k for k, row in enumerate(band) if 0 in _filled(row, xs)), 0)
    if not first or not (_is_full(band[first], xs) and _begun(band[first])):
        return 0
    above = set().union(*(_filled(row, xs) for row in band[:first]))
    if len(above) > HALF * (len(xs) - 1):
        return 0
    end = next((k for k in range(first + 1, len(band)) if 0 in _filled(band[k], xs)), len(band))
    lines = [_filled(row, xs) for row in band[first:end]]
    high = {sum(column in held for held in lines) for column in lines[0] - above}
    return first if len(high) > 1 else 0


def _rated(band: Band, xs: Sequence[float]) -> list[int]:
    """Lines that open rows beside the last column's texts, ratings without a figure: each but the first has others
    beside it, and all begin there; none where one of them has not."""
    last = [k for k, row in enumerate(band) if len(xs) - 2 in _filled(row, xs)]
    rows = [band[k] for k in last[1:]]
    anew = all(len(_filled(row, xs)) >= RATED and all(_begins(p.text) for p in row) for row in rows)
    figured = any(map(str.isdigit, "".join(band[k][-1].text for k in last)))
    return last if rows and last[0] == 0 and anew and not figured else []


def _is_numbered(row: Row, xs: Sequence[float]) -> bool:
    return bool(NUMBERED.match(row[0].text)) and len(_filled(row, xs)) > 1


def _is_full(row: Row, xs: Sequence[float]) -> bool:
    return len(_filled(row, xs)) >= NEARLY * (len(xs) - 1)


def _are_rows(band: Band, full: Sequence[int], xs: Sequence[float]) -> bool:
    """True where lines that fill all columns open rows: the others go on with few columns, or in small letters.

    A value that stands beside its label's last line would also fill a line: then the band ends with a full one.
    """
    rest = [row for k, row in enumerate(band) if k not in full]
    few = HALF * (len(xs) - 1)
    on = all(len(_filled(row, xs)) <= few or all(p.text[0].islower() for p in row) for row in rest)
    aligned = full[-1] != len(band) - 1 or all(row[0].text[0].islower() for row in rest)
    return full[0] == 0 and on and aligned


def _stand_apart(band: Band, full: Sequence[int], xs: Sequence[float]) -> bool:
    """True where more white stands above each of the lines that fill all columns than above any other: the next one may
    go on in most of them, and paragraphs have white of their own."""
    white = {k: _air_above(band, k, xs) for k in range(1, len(band))}
    inner = max((air for k, air in white.items() if k not in full), default=0.0)
    return full[0] == 0 and all(white[k] > inner + AIR * band[k][0].size for k in full[1:])


def _begun(row: Row) -> bool:
    """True for a line whose texts begin as sentences, names and figures do."""
    return _begins(row[0].text) and sum(not p.text[0].islower() for p in row) >= NEARLY * len(row)


def _opens(row: Row, xs: Sequence[float]) -> bool:
    filled = _filled(row, xs)
    return len(filled) >= (2 if 0 in filled else max(2.0, MOST * (len(xs) - 1)))


def _begins(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit()


def _filled(row: Row, xs: Sequence[float]) -> set[int]:
    return {column_of(p, xs) for p in row}


def levels_above(band: Band, rows: Sequence[int]) -> list[float]:
    """Levels half way between each of these lines and the one before it."""
    return [heights.halfway(band[k - 1], band[k]) for k in rows]


def _airy(band: Band, least: float, xs: Sequence[float]) -> list[int]:
    """Lines below more white than the `least` in points between two lines of a cell."""
    size = max((p.size for p in band[0]), default=0.0) if band else 0.0
    return [k for k in range(1, len(band)) if _air_above(band, k, xs) > least + AIR * size]


def _air_above(band: Band, k: int, xs: Sequence[float]) -> float:
    """The white above a line, up to the next one in a column of its own: a text on a merged cell's middle may stand
    between two rows."""
    own = _filled(band[k], xs)
    if len(own) > 1:
        above = next((row for row in reversed(band[:k]) if own & _filled(row, xs)), band[k - 1])
    else:
        above = band[k - 1]
    return heights.white(above, band[k])


def _least(bands: Sequence[Band]) -> float:
    """The least white between two lines below each other; a sign on the middle of its row stands beside both."""
    white = [heights.white(above, below) for band in bands for above, below in pairwise(band)]
    return min((gap for gap in white if gap >= 0), default=max(white, default=0.0))
