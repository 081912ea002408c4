"""Titles of priorities in the line below their number: `Improvement Objective One` above `Easier to reach for all`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from normalise.headings import chapters
from normalise.language import phrases, vocabulary
from normalise.prose import contents, labelled, rubrics, texts
from normalise.review import Priority
from parsers.block import Block, Heading, Paragraph, Table
from parsers.geometry import Box

NEAR = 1.2  # of the heading's size: a title stands no further below it
LARGER = 1.3  # times the size of a number that is no heading itself
LONGEST = 200  # characters of a title
LINES = 2  # of text that a title takes up at most
SEVERAL = 2  # priorities whose titles are set alike, where these are no headings
ENDS = (".", ":", ";", "?")


class Titles(NamedTuple):
    """Priorities with the titles below their headings, by the heading's identity; and the blocks that print those."""

    priorities: Mapping[int, Priority]
    blocks: frozenset[int]


NONE = Titles({}, frozenset())


class _Named(NamedTuple):
    heading: Heading | Paragraph
    priority: Priority
    below: Heading | Paragraph


def found(blocks: Sequence[Block]) -> Titles:
    """The titles of priorities whose own headings say no more than a number, where every one has a line right below it,
    all of one look, that no other text up to the next priority has. `blocks` are without what runs over all pages."""
    bare = [(k, p) for k in range(len(blocks)) if (p := _bare(blocks, k))]
    named = [one for k, p in bare if (one := _titled(blocks, k, p))]
    looks = {(isinstance(one.below, Heading), round(one.below.size, 1)) for one in named}
    numbers = {one.priority.number for one in named}
    headed = all(isinstance(one.below, Heading) for one in named)
    if len(named) < len(bare) or len(looks) != 1 or (len(numbers) < SEVERAL and not headed):
        return NONE
    ends = (
        [k for k, _ in bare[1:]] if len(bare) > 1 else [len(blocks)]
    )  # behind the last of several other parts stand
    spans = zip((k for k, _ in bare), ends, strict=False)
    if headed and any(_stand_again(blocks[k + 2 : end], blocks[k + 1]) for k, end in spans):
        return NONE
    return Titles(
        {id(one.heading): one.priority._replace(title=" ".join(one.below.text.split())) for one in named},
        frozenset(id(one.below) for one in named),
    )


def _bare(blocks: Sequence[Block], k: int) -> Priority | None:
    """The priority that a heading names by its number alone, or a small line above a larger one."""
    block, below = blocks[k], blocks[k + 1] if k + 1 < len(blocks) else None
    if isinstance(block, Table):
        return None
    if isinstance(block, Paragraph):
        over = below is not None and not isinstance(below, Table) and below.size > LARGER * block.size > 0
        if not over or len(block.lines) != 1:
            return None
    said = texts.priority(block.text)
    return said if said and not said.title else None


def _titled(blocks: Sequence[Block], k: int, priority: Priority) -> _Named | None:
    heading, below = blocks[k], blocks[k + 1] if k + 1 < len(blocks) else None
    if isinstance(heading, Table) or below is None or isinstance(below, Table):
        return None
    near = below.page == heading.page and is_right_below(below.box, heading.box, heading.size)
    return _Named(heading, priority, below) if near and _may_be_title(below) else None


def is_right_below(box: Box, heading: Box, size: float) -> bool:
    """True for what stands no further below a heading of that size than its title would."""
    return -size / 2 < box.top - heading.bottom < NEAR * size


def _may_be_title(block: Heading | Paragraph) -> bool:
    """True for a short text that names something: no label, no caption, no status, no sentence."""
    text = " ".join(block.text.split())
    lines = block.lines if isinstance(block, Paragraph) else ()
    named = any(labelled.read(line) for line in lines) or vocabulary.role_of(text) or phrases.status_of(text)
    other = texts.heads_rows(text) or rubrics.rubric(block, block.page) or contents.says_contents(text)
    fits = len(text) <= LONGEST and len(lines) <= LINES and text[:1].isalpha()
    return fits and not text.endswith(ENDS) and not named and not other


def _stand_again(blocks: Sequence[Block], title: Block) -> bool:
    """True where headings as large as a title stand below what it heads: then it names a part of the priority, too."""
    others = (b for b in blocks if isinstance(b, Heading) and not contents.says_contents(b.text))
    return isinstance(title, Heading) and any(chapters.look(b) == chapters.look(title) for b in others)
