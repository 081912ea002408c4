"""Headings that the end of a page cuts in two: both parts are set alike, and the second goes on in small letters, or
the first ends with a word that no heading ends with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from normalise.prose import texts
from parsers.block import Block, Heading
from parsers.text.wording import joined
from parsers.text.wrapped_headings import goes_on

SAME_SIZE = 0.3  # points between the sizes of the two parts


def whole(blocks: Sequence[Block], heights: Mapping[int, float]) -> tuple[Block, ...]:
    """The blocks with such headings as one at the head of the second page."""
    pairs = [
        k for k, block in enumerate(blocks) if isinstance(block, Heading) and block.page > blocks[0].page
    ]
    if not pairs:
        return tuple(blocks)
    running = texts.furniture(blocks, dict(heights))
    found: list[Block] = list(blocks)
    gone: set[int] = set()
    for k in pairs:
        before = next((j for j in range(k - 1, -1, -1) if id(blocks[j]) not in running), k)
        first, rest = found[before], blocks[k]
        if isinstance(first, Heading) and isinstance(rest, Heading) and _is_cut(first, rest):
            text, chars = joined(first.text, rest.text), first.chars + rest.chars
            lines = first.lines + rest.lines
            found[k] = Heading(rest.page, rest.box, text, rest.size, rest.bold, chars, lines, first.chars)
            gone.add(before)
    return tuple(b for k, b in enumerate(found) if k not in gone)


def _is_cut(first: Heading, rest: Heading) -> bool:
    alike = abs(first.size - rest.size) < SAME_SIZE and first.bold == rest.bold
    small = rest.text[:1].islower() and (
        rest.text[1:2].islower() or not rest.text[1:2].isalpha()
    )  # no `iCare`
    lines = first.lines[-1].text if first.lines else first.text
    return (
        alike
        and (small or goes_on(lines, rest.text))
        and rest.page == first.page + 1
        and not first.text.endswith((".", ":", "?", "!"))
    )
