"""A key whose signs are characters of text: `① Completed ② On track`, `※ Begun` below `† Late`. The rows show which
characters are meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from normalise.keys.columns import Entry
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs.line import Key
from parsers.block import Block, Heading, Paragraph, Table

PARTED = "\n"  # between a label and what it means
SHOWN = 2  # of its signs that one column shows
COLUMNS = 3  # of a table with rows, no fewer
LONGEST = 12  # words behind a sign
FEWEST = 2  # entries
CATEGORIES = ("P", "S", "N")  # of Unicode: what is no letter
INFORMATION = "ℹ"  # a letter by its category
ALONE = re.compile(r"(?:^|(?<=\s))(?P<sign>[^A-Za-z\s])(?=\s|$)")
PLAIN = frozenset("•·-–—.,:;()[]\"'“”‘’/\\&%£$€#@0123456789")  # what text opens with


class Said(NamedTuple):
    """A sign with the words behind it, up to the next."""

    sign: str
    words: str
    block: Heading | Paragraph


def entries(blocks: Sequence[Block], known: Collection[str | None] = ()) -> list[Entry]:
    """The lines of the texts of one page in which such signs stand before words, each once and all that a column shows
    but those that are `known`; none where the signs open other things."""
    for shown in _shown(blocks):
        left = shown - {*known}
        texts = [b for b in blocks if not isinstance(b, Table) and not left.isdisjoint(b.text)]
        for page in sorted({b.page for b in texts}):
            told = [one for b in texts if b.page == page for one in _said(b, left)]
            signs = {one.sign for one in told}
            if len(told) == len(signs) >= FEWEST:
                return [_entry(one) for one in told]
    return []


def _shown(blocks: Sequence[Block]) -> Iterator[frozenset[str]]:
    """The signs that the cells below each other in a table's columns are, or open with."""
    for table in blocks:
        if not isinstance(table, Table) or table.cols < COLUMNS:
            continue
        for col in range(table.cols):
            own = [c for c in table.cells if c.col == col and c.row and c.text and not c.marks]
            found = frozenset(c.text[0] for c in own if is_sign(c.text[0]) and c.text[1:2].strip() == "")
            if len(found) >= SHOWN:
                yield found


def is_sign(character: str) -> bool:
    """True for a character that is no letter, and none that text opens with."""
    sign = unicodedata.category(character)[0] in CATEGORIES or character == INFORMATION
    return sign and character not in PLAIN


def _said(block: Heading | Paragraph, signs: Collection[str]) -> Iterator[Said]:
    """The signs of a text that stand by themselves before words."""
    found = [one for one in ALONE.finditer(block.text) if is_sign(one["sign"])]
    ends = [*(one.start() for one in found[1:]), len(block.text)]
    for one, end in zip(found, ends, strict=True):
        words = " ".join(block.text[one.end() : end].split()).strip(" ,;|")
        if one["sign"] in signs and words[:1].isalnum() and len(words.split()) <= LONGEST:
            yield Said(one["sign"], words, block)


def ended(keys: Sequence[Key], own: Sequence[Key]) -> Iterator[Key]:
    """The keys, the words of a line ended where such a sign stands among them before its own words."""
    signs = [f" {one.token} {one.entry.label} " for one in own]
    for old in keys:
        label, meaning = (f" {words} " for words in (old.entry.label, old.entry.definition))
        ends = [at for sign in signs if (at := f"{label}{PARTED}{meaning}".find(sign)) >= 0]
        if not ends:
            yield old
            continue
        label, _, meaning = f"{label}{PARTED}{meaning}"[: min(ends)].partition(PARTED)
        words = label.strip(), meaning.strip()
        line = key.of_words(*words, old.mark, old.fill, old.token, old.page, old.x0)
        yield line._replace(serves=old.serves, block=old.block)


def _entry(said: Said) -> Entry:
    block = said.block
    line = key.of_words(*key_words.split([said.words]), None, None, said.sign, block.page, block.box.x0)
    return Entry(line._replace(block=id(block)), (id(block),))
