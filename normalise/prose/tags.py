"""Labels without a colon, set small or in capitals above their values, several side by side: `OWNER   DUE` above
`Ann Archer   May 2026`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from normalise.language import phrases, vocabulary
from normalise.prose import texts
from normalise.prose.labelled import Labelled
from parsers.block import Line
from parsers.geometry import Box

LONGEST = 4  # words of a label; more is a text
SMALLER = 0.9  # times the size of most text: a label's own
OFTEN = 2  # times that a label is printed, and labels that are set alike
ALIGNED = 4.0  # points between the left edges of a label and its value
WRAPPED = 0.6  # of the font size between two lines of one value


class Style(NamedTuple):
    """How labels are set."""

    size: float
    bold: bool
    colour: str
    capital: bool


class Tags(NamedTuple):
    """The labels of a document that are set apart, each in its style, and the size of the text that they label."""

    told: frozenset[tuple[Style, str]]
    size: float


def learnt(lines: Sequence[Line]) -> Tags:
    """Labels printed again and again in one style that is no text's, two of them or more known."""
    body = usual_size(lines)
    times = Counter(
        (style, vocabulary.plain(line.text))
        for line in lines
        if line.size < body or line.text.isupper()  # asked first: few lines are
        if 0 < len(line.text.split()) <= LONGEST and ":" not in line.text
        if (style := _style(line)).size < SMALLER * body or style.capital
    )
    often = [key for key, n in times.items() if n >= OFTEN and phrases.status_of(key[1]) is None]
    known = Counter(style for style, key in often if vocabulary.role_of(key))
    return Tags(frozenset((style, key) for style, key in often if known[style] >= OFTEN), body)


def usual_size(lines: Iterable[Line]) -> float:
    """The size in which most letters of lines are set, in points; 0 where there are none."""
    ink: Counter[float] = Counter()
    for line in lines:
        ink[round(line.size, 1)] += len(line.text)
    return ink.most_common(1)[0][0] if ink else 0.0


def read(line: Line, tags: Tags) -> Labelled | None:
    """The label that a line is."""
    if not tags.told:
        return None
    key = vocabulary.plain(line.text)
    told = ":" not in line.text and (_style(line), key) in tags.told
    if not told or texts.heads_rows(line.text):
        return None
    return Labelled(line.text, vocabulary.role_of(line.text) or "", "", len(line.text), line.bold)


def _style(line: Line) -> Style:
    capital = line.text.isupper() and sum(map(str.isalpha, line.text)) > 1
    return Style(round(line.size, 1), line.bold, line.colour, capital)


def values(labels: Sequence[Box], below: Sequence[Sequence[tuple[Box, float]]]) -> Iterator[list[int]]:
    """Under which label each text stands in the rows below a row of labels, as far down as their values go: a row by
    a list of its texts' labels. Each stands in its label's column."""
    lefts = [box.x0 for box in labels]
    above = max(box.bottom for box in labels)
    for n, row in enumerate(below):
        own = [max((k for k, x in enumerate(lefts) if x - ALIGNED <= box.x0), default=-1) for box, _ in row]
        ends = [lefts[k + 1] if k + 1 < len(lefts) else float("inf") for k in own]
        apart = all(box.x1 <= end for (box, _), end in zip(row, ends, strict=True))
        if -1 in own or not apart or len(set(own)) < len(own) or not _is_near(above, row, n):
            return
        yield own
        above = max(box.bottom for box, _ in row)


def may_go_on(
    labels: Sequence[Box], below: Sequence[Sequence[tuple[Box, float]]], columns: Sequence[Sequence[int]]
) -> bool:
    """True where the row behind those that stand in the labels' columns may be of them, too, but stands elsewhere."""
    n = len(columns)
    above = max(box.bottom for box in ([box for box, _ in below[n - 1]] if n else labels))
    return _is_near(above, below[n], n)


def _is_near(above: float, row: Sequence[tuple[Box, float]], n: int) -> bool:
    top, size = row[0][0].top, row[0][1]
    return top - above < (WRAPPED if n else 2 * WRAPPED) * size
