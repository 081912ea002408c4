"""Line breaks that a converter put where a printed line ended: `Steve<br>Edwards` is one name.

A document has them where most lines in its cells break with no room for the next word, and many go on in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from parsers.text import conversion

BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ITEM = re.compile(r"(?:[-*+•·●▪\uf0b7]|\(?(?:\d{1,2}|[a-z])[.)]|\d{1,2} ?[a-z][.)])\s", re.IGNORECASE)
OWN = re.compile(
    r"(?:19|20)\d\d\D?\d*\)$"
)  # how a plan's name ends, `(2014-2018)`: what opens with a capital below is another
LETTER = re.compile(r"[^\W_]")
CUT = re.compile(r"([^\W_]+)-$")
LEAST = 12  # breaks of a document that tell
FULL = (
    0.85  # share of the column's longest line that a line fills with the word after it where that had no room
)
WRAPPED = 0.75  # share of the breaks that such lines end with
SMALL = 0.3  # share of the breaks behind which the text goes on in small letters

Cells = Sequence[str]
Heads = tuple[str, ...]
Widths = Mapping[tuple[Heads, int], int]


def widths(tables: Iterable[Sequence[Cells]]) -> Widths:
    """The longest line with another below it of each column, by its table's first row; none where breaks are the
    text's own. A table that goes on below its repeated headings has the same columns."""
    found: dict[tuple[Heads, int], int] = {}
    pairs = [
        (heads_of(rows), col, *pair) for rows in tables for cells in rows for col, pair in _breaks(cells)
    ]
    for heads, col, above, _ in pairs:
        found[heads, col] = max(found.get((heads, col), 0), len(above))
    full = sum(_is_full(above, below, found[heads, col]) for heads, col, above, below in pairs)
    small = sum(below[0].islower() for *_, below in pairs)
    told = len(pairs) >= LEAST and full >= WRAPPED * len(pairs) and small >= SMALL * len(pairs)
    return found if told else {}


def heads_of(rows: Sequence[Cells]) -> Heads:
    return tuple(rows[0])


def undone(raw: str, width: int, known: Container[str]) -> str:
    """A cell's text with the breaks taken out where a line of this width ended; paragraphs and lists keep theirs."""
    lines = BREAK.split(raw)
    text = lines[0]
    for above, below in pairwise(lines):
        text = (
            _joined(text, below, known)
            if _wraps(_shown(above), _shown(below), width)
            else f"{text}<br>{below}"
        )
    return text


def _breaks(cells: Cells) -> Iterator[tuple[int, tuple[str, str]]]:
    """The column, a line, and the one below it, of cells with several; no items of lists, nor their signs alone."""
    for col, raw in enumerate(cells):
        lines = [_shown(line) for line in BREAK.split(raw)]
        for above, below in pairwise(lines):
            if LETTER.search(above) and LETTER.search(below) and not ITEM.match(below):
                yield col, (above, below)


def _shown(line: str) -> str:
    return conversion.cleaned(line, markdown=True)


def _wraps(above: str, below: str, width: int) -> bool:
    if not (LETTER.search(above) and LETTER.search(below)) or ITEM.match(below):
        return False
    return below[0].islower() or (_is_full(above, below, width) and not OWN.search(above))


def _is_full(above: str, below: str, width: int) -> bool:
    return len(above) + 1 + len(below.split()[0]) > FULL * width


def _joined(text: str, below: str, known: Container[str]) -> str:
    """Two lines of one text; a hyphen between them is a compound's, or was set where the word was cut."""
    text, below = text.rstrip(), below.lstrip()
    head, tail = CUT.search(text), re.match(r"[^\W_]+", below)
    if head is None or tail is None or tail[0].lower() in conversion.APART:
        return f"{text} {below}"
    cut = (head[1] + tail[0]).lower() in known and head[1].lower() not in known
    return f"{text[:-1]}{below}" if cut else f"{text}{below}"
