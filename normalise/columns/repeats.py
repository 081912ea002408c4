"""Column headings that a page prints again as lines of text above a table that goes on: nothing that a row lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from normalise.columns.headers import Headers
from normalise.columns.remainders import has_all_edges
from normalise.columns.strips import Strip
from parsers.block import Block, Heading, Paragraph, Table

ABOVE = 45.0  # points: no line of three that are headings stands higher above the first row
PART = 3  # letters of a word's part at least
AROUND = 4.0  # points that a heading may stick out of its table


def found(blocks: Sequence[Block], read: Sequence[Strip]) -> frozenset[int]:
    """Identities of the texts above tables whose every word is one of their columns' headings."""
    return _above(blocks, [(strip.table, strip.headings) for strip in read])


def of_parts(blocks: Sequence[Block], headers: Headers) -> frozenset[int]:
    """The same before it is known what tables mean: above one without a header that goes on with one of an earlier
    page, as its columns tell."""
    headed: Table | None = None
    parts: list[tuple[Table, Sequence[str]]] = []
    for table in (b for b in blocks if isinstance(b, Table)):
        if headers[id(table)] is not None:
            headed = table
        elif headed is not None and table.page > headed.page and has_all_edges(table, headed):
            header = headers[id(headed)]
            parts.append((table, header.headings if header else ()))
    return _above(blocks, parts) if parts else frozenset()


def _above(blocks: Sequence[Block], tables: Sequence[tuple[Table, Sequence[str]]]) -> frozenset[int]:
    again: set[int] = set()
    texts: defaultdict[int, list[Heading | Paragraph]] = defaultdict(list)
    for block in blocks:
        if not isinstance(block, Table):
            texts[block.page].append(block)
    for table, headings in tables:
        words = {word for heading in headings for word in heading.casefold().split()}
        near = [text for text in texts[table.page] if _stands_above(text, table)]
        opened = {word[:-1] for text in near for word in text.text.casefold().split() if word.endswith("-")}
        again.update(
            id(text)
            for text in near
            if all(word in words or _is_cut(word, words, opened) for word in text.text.casefold().split())
        )
    return frozenset(again)


def _is_cut(word: str, words: Collection[str], opened: Collection[str]) -> bool:
    """True for a part of a heading's word that a line's end cuts: `Neigh-`, and `bours` where one of the `opened` words
    goes on so."""
    if word.endswith("-") and len(word) > PART:
        return any(whole.startswith(word[:-1]) for whole in words)
    return any(begin + word in words for begin in opened)


def _stands_above(text: Heading | Paragraph, table: Table) -> bool:
    inside = table.xs[0] - AROUND <= text.box.x0 and text.box.x1 <= table.xs[-1] + AROUND
    return inside and 0 <= table.box.top - text.box.bottom + AROUND < ABOVE
