"""A key of letters or digits that stand before their words with a gap alone between the two, as cells without borders
are printed: `OS  On schedule`, `4  On schedule`. The rows show which letters are meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from normalise.keys.columns import ALIGNED, LEVEL, REACH, Entry
from normalise.language import phrases
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from parsers.block import Block, Heading, Paragraph, Table

SPACED = re.compile(r"(?P<token>[A-Z]{1,2}|\d)\s+(?P<words>[A-Z].*)")
LETTER = re.compile(r"[A-Z]{1,2}")  # a digit by itself may be a page's number
LEAST = 3  # entries of such a key
KNOWN = 0.6  # share of them that name a status
SHOWN = 2  # of its letters that one column shows
SHORT = 2  # characters of a letter or digit


class Line(NamedTuple):
    """A letter with the words behind it, also where they go on below, and the text `beside` it that prints these."""

    token: str
    words: str
    block: Heading | Paragraph
    beside: Heading | Paragraph | None = None


def entries(blocks: Sequence[Block], known: Collection[str | None] = ()) -> list[Entry]:
    """The lines of the first such key of letters that are not `known`; none where no column of a table shows them."""
    runs = [run for run in chain(_runs(blocks), _in_columns(blocks)) if _are_letters(run, known)]
    columns = _shown(blocks) if runs else []
    for run in runs:
        tokens = {line.token for line in run}
        if any(len(tokens & own) >= SHOWN for own in columns):
            found = [_entry(line) for line in run]
            told = sum(one.key.entry.status != "unknown" for one in found)
            if told >= max(SHOWN, KNOWN * len(found)):
                return found
    return []


def _are_letters(run: Sequence[Line], known: Collection[str | None]) -> bool:
    """True for letters or digits that may be a key's, each once, and none of them known."""
    tokens = {line.token for line in run}
    once = len(tokens) == len(run) >= LEAST and len({token.isdigit() for token in tokens}) == 1
    return once and tokens.isdisjoint(known)


def _shown(blocks: Sequence[Block]) -> list[set[str]]:
    """The letters and digits below each other in the columns of the tables."""
    found = []
    for table in blocks:
        if isinstance(table, Table) and table.cols > SHORT:
            for col in range(table.cols):
                own = {c.text for c in table.cells if c.col == col and 0 < len(c.text) <= SHORT}
                found += [own] if own else []
    return found


def _runs(blocks: Sequence[Block]) -> Iterator[list[Line]]:
    """Texts below each other on one page that a letter or digit each opens."""
    run: list[Line] = []
    for block in blocks:
        lines = [] if isinstance(block, Table) else list(_lines(block))
        if run and not (lines and _goes_on(run[-1].block, lines[0].block)):
            yield run
            run = []
        run += lines
    yield run


def _in_columns(blocks: Sequence[Block]) -> Iterator[list[Line]]:
    """Letters below or beside each other on one page that are texts by themselves, each with the text beside it."""
    texts = [b for b in blocks if not isinstance(b, Table)]
    letters = [b for b in texts if LETTER.fullmatch(b.text)]
    if len(letters) < LEAST:
        return
    run: list[Line] = []
    for letter in letters:
        level = [b for b in texts if b.page == letter.page and _stands_beside(b, letter)]
        words = min(level, key=lambda b: b.box.x0, default=None)
        line = Line(letter.text, words.text, letter, words) if words else None
        if run and not (line and (_goes_on(run[-1].block, letter) or _is_level(run[-1].block, letter))):
            yield run
            run = []
        run += [line] if line else []
    yield run


def _stands_beside(words: Heading | Paragraph, letter: Heading | Paragraph) -> bool:
    return _is_level(words, letter) and 0 < words.box.x0 - letter.box.x1 <= REACH


def _is_level(a: Heading | Paragraph, b: Heading | Paragraph) -> bool:
    return a.page == b.page and abs(a.box.top - b.box.top) < LEVEL


def _goes_on(before: Heading | Paragraph, block: Heading | Paragraph) -> bool:
    return block.page == before.page and abs(block.box.x0 - before.box.x0) < ALIGNED


def _lines(block: Heading | Paragraph) -> Iterator[Line]:
    """The letters of a text with their words; none where it opens with something else."""
    found: list[Line] = []
    for text in [line.text for line in block.lines] or [block.text]:
        opened = SPACED.fullmatch(" ".join(text.split()))
        if opened and (not found or _names(opened["words"])):
            found.append(Line(opened["token"], opened["words"], block))
        elif found:
            found[-1] = found[-1]._replace(words=f"{found[-1].words} {text}")
        else:
            return
    yield from found


def _names(words: str) -> bool:
    return phrases.status_of(key_words.split([words])[0]) is not None


def _entry(line: Line) -> Entry:
    block = line.block
    words = key_words.split([line.words])
    told = (id(block), *([id(line.beside)] if line.beside else []))
    return Entry(key.of_words(*words, None, None, line.token, block.page, block.box.x0), told)
