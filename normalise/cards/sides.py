"""Labels to the left of their values, mostly without a colon, below each other and again in every card:
`Lead   Ann Archer` above `Due   May 2026`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from normalise.language import phrases, vocabulary
from normalise.language.words import headings, known, plain
from normalise.prose import texts
from normalise.prose.labelled import Labelled, is_level
from parsers.block import Line

LONGEST = 4  # words of a label
LEAST = 3  # labels below each other
OFTEN = 2  # times that a label is printed in such a column
ALIGNED = 2.0  # points between the left edges of labels below each other
FAR = 16.0  # of the font size between two of them: a long value stands beside the upper one
REACH = 20.0  # of the font size between a label and its value
TOLD = ("status", "progress")

Look = tuple[float, bool]


class Sides(NamedTuple):
    """The labels of a document that stand beside their values, each in its look, the left edges where they stand, and
    the size of the values."""

    told: frozenset[tuple[Look, str]]
    edges: frozenset[int]
    size: float


class _Label(NamedTuple):
    """A line that may open with a label, how much of it the label is, and the line of its value beside it."""

    line: Line
    key: str
    end: int
    value: Line | None


NONE = Sides(frozenset(), frozenset(), 0.0)


def learnt(pages: Iterable[Sequence[Line]]) -> Sides:
    """Labels in columns of several, with a value beside each, in two places or more."""
    times: Counter[tuple[Look, str]] = Counter()
    sizes: Counter[float] = Counter()
    edges: set[int] = set()
    for lines in pages:
        for own in _stacks(lines):
            times.update((_look(label.line), label.key) for label in own)
            sizes.update(round((label.value or label.line).size, 1) for label in own)
            edges.update(round(label.line.box.x0) + k for label in own for k in (-1, 0, 1))
    told = frozenset(key for key, n in times.items() if n >= OFTEN)
    return Sides(told, frozenset(edges), sizes.most_common(1)[0][0]) if len(told) >= LEAST else NONE


def stand_in(lines: Sequence[Line], sides: Sides) -> bool:
    """True where two of the labels stand below each other."""
    told = [line for line in lines if read(line, sides)] if sides.told else []
    begins = sorted(line.box.x0 for line in told)
    return any(b - a < ALIGNED for a, b in pairwise(begins))


def read(line: Line, sides: Sides) -> Labelled | None:
    """The label that opens a line or is all of it."""
    if round(line.box.x0) not in sides.edges or not _may_open(line):
        return None
    look = _look(line)
    found = next((own for own in _openings(line) if (look, own[0]) in sides.told), None)
    if found is None:
        return None
    label = line.text[: found[1]].rstrip(":")
    return Labelled(label, vocabulary.role_of(label) or "", "", found[1], line.bold)


def _stacks(lines: Sequence[Line]) -> Iterator[list[_Label]]:
    """The labels that stand below each other at one left edge, nothing else there between them."""
    likely = [line for line in lines if _may_open(line)]
    if len(likely) < LEAST:
        return
    for left, right in _edges(likely):
        own = [line for line in lines if left - ALIGNED <= line.box.x0 <= right + ALIGNED]
        stack: list[_Label] = []
        for line in sorted(own, key=lambda one: one.box.top):
            label = _label(line, lines)
            if label is None or not _goes_on(stack, label):
                if _are_of_a_card(stack):
                    yield stack
                stack = []
            stack += [label] if label else []
        if _are_of_a_card(stack):
            yield stack


def _edges(lines: Sequence[Line]) -> Iterator[tuple[float, float]]:
    """Where lines begin that are aligned, from the first of them to the last."""
    begins = sorted(line.box.x0 for line in lines)
    starts = [k for k, x in enumerate(begins) if not k or x - begins[k - 1] > ALIGNED]
    for k, end in pairwise([*starts, len(begins)]):
        if end - k >= LEAST:
            yield begins[k], begins[end - 1]


def _goes_on(stack: Sequence[_Label], label: _Label) -> bool:
    if not stack:
        return True
    above = stack[-1].line
    alike = _look(above) == _look(label.line) and all(label.key != one.key for one in stack)
    return alike and label.line.box.top - above.box.bottom < FAR * above.size


def _are_of_a_card(stack: Sequence[_Label]) -> bool:
    """True for several labels of which one says how something stands, and one names a status or has white behind it."""
    roles = {known(label.key) for label in stack}
    rated = any(
        known(one.key) == "status" and phrases.may_rate(one.line.text[one.end :].strip()) for one in stack
    )
    apart = sum(one.value is not None for one in stack) >= OFTEN
    return len(roles) >= LEAST and bool(roles & set(TOLD)) and (rated or apart)


def _label(line: Line, lines: Sequence[Line]) -> _Label | None:
    for key, end in _openings(line):
        if end < len(line.text):
            return _Label(line, key, end, None)
        reach = line.box.x1 + REACH * line.size
        beside = [one for one in lines if line.box.x1 < one.box.x0 < reach and is_level(line, one)]
        value = min(beside, key=lambda one: one.box.x0, default=None)
        return _Label(line, key, end, value) if value is not None else None
    return None


def _openings(line: Line) -> Iterator[tuple[str, int]]:
    """The known headings that open a line, the longest first, and where each ends; behind one something else begins."""
    text = line.text
    if not _may_open(line) or texts.heads_rows(text):
        return
    words = text.split()
    for n in range(min(LONGEST, len(words)), 0, -1):
        label, rest = " ".join(words[:n]), " ".join(words[n:])
        begins = not rest or not rest[0].islower()
        if begins and text.startswith(label) and known(key := plain(label)) and ":" not in label[:-1]:
            yield key, len(label) if rest else len(text)


def _may_open(line: Line) -> bool:
    return line.text.partition(" ")[0].rstrip(":").lower() in _first_words()


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(heading.partition(" ")[0] for heading in headings())


def _look(line: Line) -> Look:
    return round(line.size, 1), line.bold
