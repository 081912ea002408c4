"""Headings that go on in lines set apart, as where they are spaced widely or stand in a box of their own: a number or
the name of a priority opens the first line, and the next is right below it, set alike, where the first is full."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from normalise.language import vocabulary
from normalise.prose import labelled, rubrics, texts
from normalise.prose.texts import CODE
from parsers.block import Block, Heading
from parsers.geometry import union
from parsers.text.wording import ended_early, joined
from parsers.text.wrapped_headings import goes_on

SAME_SIZE = 0.3  # points between the sizes of two lines of one look
NEAR = 1.2  # of their size that two lines of one heading stand apart at most
FLUSH = 2.0  # points that a line may begin to the left of the one above
INDENT = 60.0  # and to the right, behind the number
LABELS = (
    "lead",
    "status",
    "due_date",
    "progress",
    "start_date",
    "complete",
)  # what a card says below its title
CLOSED = (".", ":", ";", "?", "!")

Look = tuple[int, bool]


def whole(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each such heading as one."""
    heads = [b for b in blocks if isinstance(b, Heading) and b.lines]
    if not any(map(_opens, heads)):
        return tuple(blocks)
    rooms = _rooms(blocks, heads)
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        if (
            isinstance(above, Heading)
            and isinstance(block, Heading)
            and _may_go_on(above, block)
            and (_says_so(above, block) or not _ends_early(above, block, rooms))
        ):
            found[-1] = _joined(above, block)
        else:
            found.append(block)
    return tuple(found)


def _rooms(blocks: Sequence[Block], heads: Collection[Heading]) -> Mapping[Look, float]:
    """The right edge of the lines of each look. None where a text stands below one that has room for it: there, two
    headings of that look stand below each other."""
    edges: dict[Look, float] = {}
    for block in heads:
        edges[_look(block)] = max([edges.get(_look(block), 0.0), *(line.box.x1 for line in block.lines)])
    loose = {
        _look(a)
        for a, b in pairwise(blocks)
        if isinstance(a, Heading) and isinstance(b, Heading) and _may_go_on(a, b)
        if _ends_early(a, b, edges) and not _says_so(a, b)
    }
    return {look: edge for look, edge in edges.items() if look not in loose}


def _look(heading: Heading) -> Look:
    return round(heading.size), heading.bold


def _opens(heading: Heading) -> bool:
    """True for a heading that a reference or the name of a priority opens."""
    told = texts.priority(heading.text)
    named = told is not None and bool(told.title)
    return named or CODE.match(heading.text) is not None or rubrics.rubric(heading, heading.page) is not None


def _may_go_on(above: Heading, block: Heading) -> bool:
    """True for two texts of one look right below each other, of which the first opens as a heading and the second says
    nothing by itself: no number, no priority, no label."""
    if not above.lines or not block.lines or above.page != block.page or above.text.endswith(CLOSED):
        return False
    apart = block.lines[0].box.top - above.lines[-1].box.bottom
    return (
        abs(above.size - block.size) < SAME_SIZE
        and above.bold == block.bold
        and -SAME_SIZE < apart < NEAR * block.size
        and -FLUSH < block.box.x0 - above.box.x0 < INDENT
        and _opens(above)
        and (_says_so(above, block) or not _opens(block))
        and not texts.heads_rows(block.text)
        and not any(":" in line.text and labelled.read(line) for line in block.lines)
        and vocabulary.role_of(block.text) not in LABELS
    )


def _says_so(above: Heading, block: Heading) -> bool:
    return goes_on(above.lines[-1].text, block.lines[0].text)


def _ends_early(above: Heading, block: Heading, rooms: Mapping[Look, float]) -> bool:
    look = _look(above)
    return look not in rooms or ended_early(above.lines[-1], block.lines[0], rooms[look])


def _joined(above: Heading, block: Heading) -> Heading:
    text, box = joined(above.text, block.text), union([above.box, block.box])
    chars, lines = above.chars + block.chars, above.lines + block.lines
    return Heading(above.page, box, text, above.size, above.bold, chars, lines)
