"""Headings that count the priorities and say no more than that: `1. Homes for all`, `2. Clean streets`, each above a
table of actions whose own numbers tell nothing else. A report numbers its chapters too, but those above its text as
well, and says what they hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile

from normalise.columns.strips import Strip
from normalise.headings import chapters
from normalise.language import phrases, vocabulary
from normalise.prose import contents
from normalise.review import Priority
from normalise.rows.counted_bands import COUNTED, OPENING
from normalise.rows.groups import CONTINUED
from parsers.block import Block, Cell, Heading, Table

#: columns in which a row's number stands, and bands, which stand in the first
PLACES = ("ref", "activity", "action")
SEVERAL = 2  # headings that count on, where no number below bears them out
#: opens a heading that a report counts, in whatever figures
ENUMERATED = re.compile(r"(?:\w+ )?(?:\d|[A-Za-z]{1,4}[.):]\s)")

COUNTS = re.compile(r"(?:\w+ )?\d{1,2}\s*[-–—:.)]")  # a number that counts, and is no part of what is said

Look = tuple[int, bool]


def named(blocks: Sequence[Block], read: Mapping[int, Strip]) -> dict[int, Priority]:
    """The priorities by the identity of their headings: all of one look that open with a whole number, count from one
    and stand above a table of actions each; a single one only where rows below it are numbered from it, or where
    headings of its look below it, without a number, show that the report counts no chapters."""
    series: defaultdict[Look, list[tuple[Heading, Priority, Strip | None]]] = defaultdict(list)
    for heading, strip in _with_tables(blocks, read):
        if said := _counted(heading):
            series[chapters.look(heading)].append((heading, said, strip))
    found: dict[int, Priority] = {}
    for own in series.values():
        numbers = list(dict.fromkeys(priority.number for _, priority, _ in own))
        told = [_bears_out(priority.number, strip) for _, priority, strip in own]
        counts = numbers == [str(k) for k in range(1, len(numbers) + 1)]
        chapter = any(_of_report(priority.title) for _, priority, _ in own)
        alone = len(series) == 1 and (all(told) or _others_count_nothing(blocks, own[0][0]))
        if counts and (len(numbers) >= SEVERAL or alone) and not chapter and None not in told:
            found |= {id(heading): priority for heading, priority, _ in own}
    return found


def _others_count_nothing(blocks: Sequence[Block], first: Heading) -> bool:
    """True where headings set as one with a number, below it, have none."""
    if not COUNTS.match(first.text):
        return False  # `1 April 2025 to 30 June 2025`
    own = chapters.look(first)
    below = dropwhile(lambda block: block is not first, blocks)
    return any(
        isinstance(block, Heading) and chapters.look(block) == own and not ENUMERATED.match(block.text)
        for block in below
    )


def _with_tables(
    blocks: Sequence[Block], read: Mapping[int, Strip]
) -> Iterator[tuple[Heading, Strip | None]]:
    """Each heading that is numbered with the first table below it that is read, None where another such heading comes
    before that."""
    waiting: Heading | None = None
    for block in blocks:
        if isinstance(block, Heading) and _counted(block):
            if waiting:
                yield waiting, None
            waiting = block
        elif isinstance(block, Table) and waiting and id(block) in read:
            yield waiting, read[id(block)]
            waiting = None
    if waiting:
        yield waiting, None


def _counted(heading: Heading) -> Priority | None:
    text = " ".join(CONTINUED.sub("", heading.text).split())
    said = COUNTED.fullmatch(text)
    if said is None or len(text) > chapters.LONGEST or text.endswith((".", ":", ";")):
        return None
    return Priority(said["number"], said["title"])


def _of_report(title: str) -> bool:
    """True for what a report's own chapters are called: by what they hold, or by how it stands."""
    words = vocabulary.plain(title).split()
    named = vocabulary.load("headings")["chapters"]["reports"]
    return (
        contents.says_contents(title)
        or phrases.status_of(title) is not None
        or any(w in named for w in words)
    )


def _bears_out(number: str, strip: Strip | None) -> bool | None:
    """True where the dotted numbers below a heading open with its own, False where there are none; None where its table
    is of another kind or has others."""
    if strip is None or strip.kind != "actions" or strip.stated:
        return None
    firsts = {first for cell in strip.table.cells for first in _first(cell, strip)}
    return None if firsts - {number} else bool(firsts)


def _first(cell: Cell, strip: Strip) -> Iterator[str]:
    below = strip.body <= cell.row < strip.end and (cell.col == 0 or strip.role(cell) in PLACES)
    if below and (found := OPENING.match(cell.text)):
        yield found["first"]
