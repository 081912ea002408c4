"""Lines that several labels share with nothing but white between them, the same labels again and again:
`Lead: Ann Archer    Target: June 2025`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from normalise.language import vocabulary
from normalise.prose import labelled
from normalise.prose.labelled import LONGEST
from parsers.block import Line

KNOWN, UNKNOWN = 2, 3  # lines that share a label before it counts, and where the vocabulary does not know it
#: roles of labels whose value is a few words; in running text a word before a colon is no label
BRIEF = (
    "status",
    "lead",
    "group",
    "due_date",
    "start_date",
    "revised_date",
    "ref",
    "complete",
    "target",
    "budget",
)
COLON = re.compile(r"\s*:(?:\s+|$)")
PARTING = (";", "|", "·", "•", ",", "-", "–")  # what stands before another label is no part of the value

Shared = frozenset[tuple[str, str]]  # the label that opens a line, and one behind its value


class _Inner(NamedTuple):
    """A label inside a line and where it begins."""

    key: str
    begin: int
    known: bool


def learnt(lines: Iterable[Line]) -> Shared:
    """Which labels stand behind the value of which in several lines."""
    found: set[tuple[str, str]] = set()
    rest = list(lines)
    while rest:
        by_opener: dict[str, list[Line]] = {}
        for line in rest:
            if (said := labelled.read(line)) and (said.role in BRIEF or not said.role):
                by_opener.setdefault(said.key, []).append(line)
        new = {(key, inner) for key, own in by_opener.items() for inner in _common(own)} - found
        found |= new
        rest = [parts[-1] for line in rest if len(parts := list(_cut(line, frozenset(new)))) > 1]
    return frozenset(found)


def parted(line: Line, shared: Shared) -> Iterator[Line]:
    """A line by the labels that it shares with others."""
    *parts, last = _cut(line, shared)
    yield from parts
    if parts:
        yield from parted(last, shared)
    else:
        yield last


def _cut(line: Line, shared: Shared) -> Iterator[Line]:
    """A line up to its second label, and from there on."""
    said = labelled.read(line) if shared else None
    keys = {inner for opener, inner in shared if said and said.key == opener}
    inner = max((c for c in _candidates(line) if c.key in keys), key=_weight, default=None) if keys else None
    if inner is None:
        yield line
        return
    yield labelled.part(line, 0, len(line.text[: inner.begin].rstrip()))
    yield labelled.part(line, inner.begin, len(line.text))


def _weight(inner: _Inner) -> tuple[bool, int]:
    return inner.known, -inner.begin


def _common(lines: Iterable[Line]) -> Iterator[str]:
    """The second labels of lines that open with the same one: known ones that recur, and what is common to most of the
    words before the colon where none of these is known."""
    candidates = [own for line in lines if (own := list(_candidates(line)))]
    times = Counter(c.key for own in candidates for c in own)
    for own in candidates:
        known = [c for c in own if c.known and times[c.key] >= KNOWN]
        other = [c for c in own if times[c.key] >= UNKNOWN]
        if known:
            yield max(known, key=_weight).key
        elif other:
            yield max(other, key=lambda c: (times[c.key], -c.begin)).key


def _candidates(line: Line) -> Iterator[_Inner]:
    """What may be the label of a line's second colon, from its last word on."""
    said = labelled.read(line)
    colon = COLON.search(line.text, said.begin) if said else None
    if said is None or colon is None:
        return
    words = list(re.finditer(r"\S+", line.text[said.begin : colon.start()]))
    for word in words[: -LONGEST - 1 : -1]:
        begin = said.begin + word.start()
        before = line.text[said.begin : begin].rstrip()
        label = line.text[begin : colon.start()]
        if before and not before.endswith(PARTING) and (label[0].isupper() or label[0] == "%"):
            yield _Inner(vocabulary.plain(label), begin, vocabulary.role_of(label) is not None)
