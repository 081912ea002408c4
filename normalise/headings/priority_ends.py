"""Headings that end the priority above them: `Performance indicators` behind the last of three priorities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from normalise.columns.strips import KINDS, Strip
from normalise.headings.chapters import SAME_SIZE, look
from normalise.prose import rubrics, texts
from parsers.block import Block, Heading, Table

SEVERAL = 2  # priorities that show how their names are set
DOTTED = re.compile(r"[A-Z]{0,3}\d{1,3}\.\d")  # opens a part of a priority

Look = tuple[int, bool]


class _Part(NamedTuple):
    """A table that is read: the last priority's name above it and below any other table that is read, and the headings
    below that; `inside` where the table itself prints the name above its header."""

    name: Heading | None
    headings: list[Heading]
    strip: Strip
    inside: float  # size of the name, in points; 0.0 where there is none


def found(
    blocks: Sequence[Block], read: Mapping[int, Strip], numbered: Container[int] = ()
) -> frozenset[int]:
    """Identities of the headings, set as the names of priorities are or larger, that stand once, above a table with a
    header of its own, and of whose look none stands above a table of the kind inside an earlier priority. One priority
    alone is ended by another kind of table than stands right below it. `numbered` are headings that name a priority by
    their rows' numbers or in the line below, by identity."""
    parts = list(_parts(blocks, read, numbered))
    named = [k for k, part in enumerate(parts) if part.name or part.inside]
    looks = {look(part.name) for part in parts if part.name}
    size = max((p.name.size for p in parts if p.name), default=max((p.inside for p in parts), default=0.0))
    first = {parts[k].strip.kind for k in named}
    inner = {
        (look(heading), part.strip.kind)
        for part in (parts[named[0] : named[-1]] if named else ())
        for heading in part.headings
    }
    printed = Counter(block.text for block in blocks if isinstance(block, Heading))
    return frozenset(
        id(heading)
        for part in (parts[named[0] :] if named else ())
        for heading in part.headings
        if part.strip.headed and not part.inside and printed[heading.text] == 1 and not _is_part(heading)
        if look(heading) in looks or heading.size > size + (SAME_SIZE if looks else -SAME_SIZE)
        if (look(heading), part.strip.kind) not in inner
        if len(named) >= SEVERAL or part.strip.kind not in first
    )


def _parts(blocks: Sequence[Block], read: Mapping[int, Strip], numbered: Container[int]) -> Iterator[_Part]:
    name: Heading | None = None
    headings: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            said = id(block) in numbered or texts.priority(block.text) is not None
            name, headings = (block, []) if said else (name, [*headings, block])
        elif isinstance(block, Table) and id(block) in read and read[id(block)].kind in KINDS:
            strip = read[id(block)]
            sizes = [c.lines[0].size for c in strip.titles if c.lines and texts.priority(c.text)]
            yield _Part(name, headings, strip, max(sizes, default=0.0))
            name, headings = None, []


def _is_part(heading: Heading) -> bool:
    """True for one that names a part of a priority or an activity by its number."""
    numbered = DOTTED.match(heading.text) or rubrics.rubric(heading, heading.page)
    return bool(numbered) or texts.heads_rows(heading.text)
