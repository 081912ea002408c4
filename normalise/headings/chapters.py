"""Chapters: headings without a number that part a review's tables, `Prevention` above one, `Protection` above the next.

They are no priority, which has a number, and no activity, which a plan does; their rows keep them beside their fields.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from normalise.columns.strips import Strip
from normalise.facts.publisher import PLAN_WORDS, names_a_body
from normalise.prose import rubrics, texts
from normalise.prose.contents import says_contents
from normalise.rows.groups import CONTINUED
from parsers.block import Block, Cell, Heading, Table

SAME_SIZE = 0.3  # points between the sizes of two headings of one level
LONGEST = 120  # characters; a longer heading is a remark
YEAR = re.compile(r"\b20\d\d\b")
SERIES = 2  # headings of one look, each above a table of its own, that make chapters of a document

Look = tuple[int, str, int, bool]  # level, kind of the table below, size in thirds of a point, bold


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading's text and place, its size in points."""

    title: str
    page: int
    size: float
    cell: Cell
    states: bool = False  # True where it says how the rows right below it stand, and nothing of others

    @property
    def place(self) -> tuple[int, float]:
        """Its page, and its upper edge there in points."""
        return self.page, self.cell.box.top


def above(
    blocks: Sequence[Block], read: Mapping[int, Strip], numbered: Container[int] = ()
) -> dict[int, tuple[Chapter, ...]]:
    """The chapters in which each table that is read stands, the outer first, by the table's identity. One begins with a
    heading of the look that headings above other tables of the kind have, and ends with the next as large as its own.
    `blocks` are without what runs over all pages; a lone text above a table's header is a heading too.
    `numbered` are headings, and cells that are one, that name a priority or an activity, by identity."""
    titles = {id(block): tuple(_titles(block, read)) for block in blocks}
    blocks = [part for block in blocks for part in (*(h for _, h in titles[id(block)]), block)]
    inside = {id(h) for own in titles.values() for cell, h in own if cell in numbered}
    stating = {id(heading) for heading, table in heads_of_tables(blocks, read) if read[id(table)].stated}
    opening = {key for key in _opening(blocks, read) if key not in numbered and key not in inside} | stating
    closing = _closing(blocks, read, opening) if opening else frozenset()
    under: dict[int, tuple[Chapter, ...]] = {}
    current: tuple[Chapter, ...] = ()
    for block in blocks:
        if isinstance(block, Heading):
            if id(block) in opening or id(block) in closing or not says_contents(block.text):
                current = tuple(c for c in current if block.size <= c.size - SAME_SIZE)
            current += (_chapter(block, states=id(block) in stating),) if id(block) in opening else ()
        elif isinstance(block, Table) and current and id(block) in read:
            under[id(block)] = tuple(c for c in current if read[id(block)].stated or not c.states)
    return under


def _closing(blocks: Sequence[Block], read: Mapping[int, Strip], opening: Container[int]) -> frozenset[int]:
    """Headings that only say what they hold and stand above a table of a kind that no chapter heads, `Key measures`
    behind chapters of actions: a chapter as large as they are is over."""
    heads = list(heads_of_tables(blocks, read))
    kinds = {read[id(table)].kind for heading, table in heads if id(heading) in opening}
    return frozenset(
        id(heading)
        for heading, table in heads
        if read[id(table)].kind not in kinds and read[id(table)].headed and _stands_once(heading, blocks)
    )


def heads_of_tables(blocks: Sequence[Block], read: Mapping[int, Strip]) -> Iterator[tuple[Heading, Table]]:
    """Each table that is read with the last heading above it and below any other table."""
    last: Heading | None = None
    for block in blocks:
        if isinstance(block, Table):
            if last is not None and id(block) in read:
                yield last, block
            last = None
        elif isinstance(block, Heading):
            last = block


def look(heading: Heading) -> tuple[int, bool]:
    """What headings of one level have in common: their size in thirds of a point, and their weight."""
    return round(heading.size / SAME_SIZE), heading.bold


def _stands_once(heading: Heading, blocks: Sequence[Block]) -> bool:
    return sum(isinstance(b, Heading) and b.text == heading.text for b in blocks) == 1


def _titles(block: Block, read: Mapping[int, Strip]) -> Iterator[tuple[int, Heading]]:
    """The one text above a table's header inside its frame, by its cell's identity and as a heading."""
    titles = read[id(block)].titles if id(block) in read else ()
    for cell in titles if len(titles) == 1 else ():
        for line in cell.lines[:1]:
            yield id(cell), Heading(block.page, cell.box, cell.text, line.size, line.bold)


def _opening(blocks: Sequence[Block], read: Mapping[int, Strip]) -> set[int]:
    """Identities of the headings that open chapters."""
    series: defaultdict[Look, list[Heading]] = defaultdict(list)
    found = [(level, a, read[id(b)].kind) for level, a, b in _right_above(blocks) if id(b) in read]
    outer = {(kind, look(heading)) for level, heading, kind in found if level == 0}
    for level, heading, kind in found:
        of_outer = (kind, look(heading)) in outer  # `Cross-cutting actions`, behind goals with outcomes below
        series[0 if of_outer else level, kind, *look(heading)].append(heading)
    titles = _title_block(blocks)
    return {
        id(heading)
        for alike in series.values()
        if len({_title(heading.text) for heading in alike}) >= SERIES
        for heading in alike
        if _is_unnumbered(heading) and id(heading) not in titles
    }


def _right_above(blocks: Sequence[Block]) -> Iterator[tuple[int, Heading, Table]]:
    """The last heading above each table as level 1, a larger one before it as level 0; none where another table stands
    between."""
    own: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading) and not says_contents(block.text):
            own.append(block)
        elif isinstance(block, Table):
            larger = [h for h in own if h.size > own[-1].size + SAME_SIZE]
            yield from ((0, heading, block) for heading in larger[-1:])
            yield from ((1, heading, block) for heading in own[-1:])
            own = []


def _is_unnumbered(heading: Heading) -> bool:
    numbered = texts.priority(heading.text) is not None or rubrics.rubric(heading, heading.page) is not None
    return len(heading.text) <= LONGEST and not numbered


def _title_block(blocks: Sequence[Block]) -> set[int]:
    """Identities of headings before the first table that name the plan or who publishes it: the first of all, and those
    with a year."""
    before = [b for b in takewhile(lambda b: not isinstance(b, Table), blocks) if isinstance(b, Heading)]
    named = [h for h in before if PLAN_WORDS.search(h.text) or names_a_body(h.text)]
    return {id(h) for h in named if h is before[0] or YEAR.search(h.text)}


def _title(text: str) -> str:
    return " ".join(CONTINUED.sub("", text).split())


def _chapter(heading: Heading, *, states: bool) -> Chapter:
    title = _title(heading.text)
    return Chapter(title, heading.page, heading.size, Cell(0, 0, 1, 1, title, heading.box), states)
