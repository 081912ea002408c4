"""Which headings name the review: on which page, where the tables right below them were not read, above which band."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from normalise.language import cycles
from normalise.language.references import leading_reference
from parsers.block import Block, Heading, Paragraph, Table

LABELLED = re.compile(r"[^\W\d_][^:]{0,38}:\s")
LARGER = 0.3  # points by which one text is set larger than another
FIGURE_LETTERS = 2  # a figure's unit has no more
COVERED = 400  # characters of a cover at most
SERIES = 2  # other headings of one look above tables that make a heading one of several
#: a heading that names a plan, and more than `Action plan` and the like
PLAN = re.compile(
    r"(?!(?:(?:the|our|action|delivery|improvement|work) )*plan\b[^a-z]*$)"
    r"(?=.*\b(?:plan|strategy|framework|programme|roadmap)\b)",
    re.IGNORECASE,
)


def named_before(headings: Sequence[Heading], title_page: int, body: float) -> int | None:
    """The first page where the largest heading stands on it, and one that names a review and its time, but all of the
    title page are as small as running text, `body`, and none names a time: they head columns that were not read.

    `headings` are those above the first table that was read, without priorities and what pages repeat.
    """
    if title_page == 1 or not headings:
        return None
    if any(b.page >= title_page and (b.size > body + LARGER or cycles.cycle_of(b.text)) for b in headings):
        return None
    largest = max(b.size for b in headings)
    first = [b for b in headings if b.page == 1 and b.size > body + LARGER]
    named = any(cycles.REVIEW_WORDS.search(b.text) and cycles.cycle_of(b.text) for b in first)
    return 1 if named and any(b.size == largest for b in first) else None


def band_above(blocks: Sequence[Block], first_table: int) -> int:
    """Index of the heading with an activity's reference above the first table, where nothing but labelled lines, the
    plan that it is of, stand between: they name no review. That of the table where there is none."""
    for k in range(first_table - 1, -1, -1):
        block = blocks[k]
        if isinstance(block, Heading) and k < first_table - 1:
            return k if leading_reference(block.text) is not None else first_table
        if not isinstance(block, Paragraph) or not LABELLED.match(block.text):
            break
    return first_table


def cover(blocks: Sequence[Block]) -> int | None:
    """The first page where it prints a title and little else: no table, the document's largest text, few characters."""
    first = min((b.page for b in blocks), default=0)
    own = [b for b in blocks if b.page == first]
    lines = [b for b in own if not isinstance(b, Table)]
    if len(lines) < len(own) or sum(len(b.text) for b in lines) > COVERED:
        return None
    largest = max((b.size for b in blocks if isinstance(b, Heading) and _says_words(b.text)), default=0.0)
    return first if largest and any(b.size >= largest and _says_words(b.text) for b in lines) else None


def _says_words(text: str) -> bool:
    """False for a figure in large letters, `£92m`."""
    return sum(map(str.isalpha, text)) > FIGURE_LETTERS


def part(blocks: Sequence[Block], first_table: int) -> int | None:
    """Index of the heading right above the first table where it is one of several, larger ones above all of them, and
    so names a part of the review and no review: those of its look stand above the tables that follow, too. One of the
    title's lines that alone names a plan names the review's."""
    last = next((k for k in range(first_table - 1, -1, -1) if isinstance(blocks[k], Heading)), None)
    own = blocks[last] if last is not None else None
    if last is None or not isinstance(own, Heading):
        return None
    larger = any(isinstance(b, Heading) and b.size > own.size + LARGER for b in blocks[:last])
    alike = {
        a.text
        for a, b in pairwise(blocks[first_table:])
        if isinstance(a, Heading) and isinstance(b, Table) and a.bold == own.bold
        if abs(a.size - own.size) <= LARGER
    }
    alike.discard(own.text)
    others = [*(b.text for b in blocks[:last] if isinstance(b, Heading)), *alike]
    alone = PLAN.match(own.text) is not None and not any(map(PLAN.match, others))
    named = alone and _is_of_title(blocks, last, first_table)
    return last if larger and len(alike) >= SERIES and not named else None


def _is_of_title(blocks: Sequence[Block], place: int, first_table: int) -> bool:
    """True for a heading that stands nearer to what is above it than to the table below, as the title's lines do."""
    box, page = blocks[place].box, blocks[place].page
    above = max(
        (b.box.bottom for b in blocks[:place] if b.page == page and b.box.bottom <= box.top + 1), default=0.0
    )
    table = blocks[first_table]
    return table.page != page or box.top - above < table.box.top - box.bottom
