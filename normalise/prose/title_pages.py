"""Which headings name the review: on which page, where the tables right below them were not read, above which band."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.language import cycles
from normalise.language.references import leading_reference
from parsers.block import Block, Heading, Paragraph

LABELLED = re.compile(r"[^\W\d_][^:]{0,38}:\s")
LARGER = 0.3  # points by which a title is set larger than running text


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
