"""A key in words alone: lines below each other that each open with a label which the rows of a table show as it stands,
and say what it means: `Good progress – the step is on schedule`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from normalise.keys import broken_labels
from normalise.keys import columns as key_columns
from normalise.keys.columns import ALIGNED, BULLET, LEVEL, Entry, Piece
from normalise.language import dates, phrases, vocabulary
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from parsers.block import Block, Paragraph, Table

LONGEST = 5  # words of a label
SHORTEST = 3  # characters of it
LEAST, MOST = 3, 14  # entries of such a key
SHOWN = 2  # of its labels that one column shows
SAME_SIZE = 0.5  # points between the sizes of its lines
CENTRED = 30.0  # points between the left edges of labels that are set in the middle of one column
STEP = 60.0  # points between two entries below each other
#: what parts a label from its meaning
PARTED = re.compile(r"(?P<label>[^\W\d_][^:=–—]*?)(?:\s*[:=]|\s+[-–—])\s+(?P<words>[^\W\d_].*)")
MEANT = 0.5  # share of the meanings that say what becomes of the thing which is rated


class Opening(NamedTuple):
    """A line that opens with a label: what it says behind it, and where it stands among the lines of its page."""

    label: str
    words: str
    piece: Piece


def entries(
    blocks: Sequence[Block], columns: Sequence[frozenset[str]] = (), least: int = SHOWN
) -> list[Entry]:
    """The lines of the first page's largest such key for one of the columns of words, or of those that the tables show;
    none where there are none. One of the columns shows `least` of its labels."""
    columns = columns or shown_together(blocks)
    known = frozenset[str]().union(*columns)
    if not known:
        return []
    for page in sorted({block.page for block in blocks}):
        own_page = [block for block in blocks if block.page == page]
        pieces = broken_labels.whole([*key_columns.printed(own_page), *_of_strips(own_page)], known)
        laid = (*_runs(pieces, known), *_rows(pieces, known), _grid(pieces, known))
        runs = sorted(laid, key=lambda run: -_labels(run, known))
        for run in runs:
            labels = {vocabulary.plain(one.label) for one in run}
            each = {one.label.casefold() for one in run}  # `In progress`, `In progress (delayed)`
            if len(run) == len(each) >= LEAST and any(len(labels & own) >= least for own in columns):
                below = [one for one in run if one.piece.box.top > run[0].piece.box.top + LEVEL]
                found = [_entry(one, below[k : k + 1], pieces) for k, one in enumerate(run)]
                if explain(found):
                    return found
    return []


def _labels(run: Sequence[Opening], known: frozenset[str]) -> int:
    """How many lines open with a label that is known: a running head with a colon may stand near them."""
    return sum(is_label(one.label, known) for one in run)


def _of_strips(blocks: Sequence[Block]) -> list[Piece]:
    """The cells of tables of one row, or of one column, in which each has a label before its meaning."""
    strips = (
        b
        for b in blocks
        if isinstance(b, Table) and min(b.rows, b.cols) == 1 and LEAST <= len(b.cells) <= MOST
    )
    return [
        Piece(cell.text, cell.box, table)
        for table in strips
        if all(PARTED.fullmatch(cell.text) for cell in table.cells)
        for cell in table.cells
    ]


def titled(blocks: Sequence[Block], used: Container[int]) -> list[Entry]:
    """The lines of a key of which the tables show one label alone, right below the heading of a key, in blocks that are
    not `used` by another."""
    for k, title in enumerate(blocks):
        if isinstance(title, Table) or not key_columns.is_title(title.text):
            continue
        below = [b for b in takewhile(_may_be_line, blocks[k + 1 :]) if b.page == title.page]
        if not below or any(id(block) in used for block in below):
            continue
        if found := entries(below, shown_together(blocks, least=1), least=1):
            return found
    return []


def _may_be_line(block: Block) -> bool:
    return isinstance(block, Paragraph) or (isinstance(block, Table) and min(block.rows, block.cols) == 1)


def shown_together(blocks: Sequence[Block], least: int = SHOWN) -> list[frozenset[str]]:
    """The short texts below each heading of the tables, over all tables that have it; `least` of them at least."""
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for block in blocks:
        if isinstance(block, Table) and block.cols > 2:
            heads = {c.col: vocabulary.plain(c.text) for c in block.cells if c.row == 0}
            for cell in block.cells:
                if cell.row and cell.text and len(cell.text.split()) <= LONGEST:
                    shown[heads.get(cell.col, "")].add(vocabulary.plain(cell.text))
    return [frozenset(own) for own in shown.values() if len(own) >= least]


def _runs(pieces: Sequence[Piece], known: frozenset[str]) -> Iterator[list[Opening]]:
    """Lines that open with labels, below each other at one left edge, or set in the middle of a column."""
    openings = [found for piece in pieces if (found := _opening(piece, known))]
    edges = dict.fromkeys(round(one.piece.box.x0) for one in openings)
    for near in (0.5, CENTRED):
        for x0 in edges:
            column = sorted(
                (one for one in openings if abs(one.piece.box.x0 - x0) <= near),
                key=lambda one: one.piece.box.top,
            )
            run = column[:1]
            for one in column[1:]:
                before = run[-1].piece
                apart = one.piece.box.top - before.box.bottom > STEP
                if apart or abs(one.piece.size - before.size) > SAME_SIZE:
                    yield run
                    run = []
                run.append(one)
            yield run


def _rows(pieces: Sequence[Piece], known: frozenset[str]) -> Iterator[list[Opening]]:
    """Labels with their meanings behind a colon, beside each other."""
    openings = [found for piece in pieces if (found := _opening(piece, known)) and found.words]
    for top in dict.fromkeys(round(one.piece.box.top) for one in openings):
        level = [one for one in openings if round(one.piece.box.top) == top]
        yield sorted(level, key=lambda one: one.piece.box.x0)


def _grid(pieces: Sequence[Piece], known: frozenset[str]) -> list[Opening]:
    """Labels in columns side by side, each with its meaning beside it, row by row; none where it is no such grid."""
    openings = [one for piece in pieces if (one := _opening(piece, known)) and not one.words]
    edges = Counter(round(one.piece.box.x0) for one in openings)
    own = [one for one in openings if edges[round(one.piece.box.x0)] > 1]
    own.sort(key=lambda one: (round(one.piece.box.top), one.piece.box.x0))
    below = [b.piece.box.top - a.piece.box.top for a, b in pairwise(own)]
    beside = len({round(one.piece.box.x0) for one in own}) > 1 and all(step < STEP for step in below)
    return own if beside else []


def _opening(piece: Piece, known: frozenset[str]) -> Opening | None:
    text = piece.text.removeprefix(BULLET).strip()
    words = text.split()
    short = len(words) <= LONGEST
    if short and vocabulary.plain(text) in known and is_label(text, known):
        return Opening(text, "", piece)
    found = PARTED.fullmatch(text)
    parted = found and len(found["label"].split()) <= LONGEST and not dates.DIGIT.search(found["label"])
    if found and parted and (not short or is_label(found["label"], known)):
        return Opening(found["label"].strip(), found["words"], piece)
    for k in range(min(LONGEST, len(words) - 1), 0, -1):
        if words[k][:1].isupper() and is_label(" ".join(words[:k]), known):
            return Opening(" ".join(words[:k]), " ".join(words[k:]), piece)
    if short and is_label(text, known):
        return Opening(text, "", piece)
    return Opening(found["label"].strip(), found["words"], piece) if found and parted else None


def is_label(text: str, known: frozenset[str]) -> bool:
    """True for a text that the tables show, or a status's name, for not every one has a row; letters and colours' words
    are signs."""
    if len(text) < SHORTEST or vocabulary.colour_word(text):
        return False
    return vocabulary.plain(text) in known or _named(text) is not None


def _named(label: str) -> str | None:
    """The status that a label names, also behind one word for what is rated (`Milestone missed`), not in a sentence."""
    behind = key_words.predicate(label)
    alone = len(behind.split()) + 1 == len(label.split())
    return phrases.status_of(label) or (phrases.status_of(behind) if alone else None)


def _entry(one: Opening, following: Sequence[Opening], pieces: Sequence[Piece]) -> Entry:
    """A label with what stands behind it and goes on below it, or stands beside it or below it, before the next one."""
    sign = one.piece
    end = following[0].piece.box.top - LEVEL if following else sign.box.bottom + STEP
    own = [p for p in pieces if p is not sign and sign.box.top - LEVEL < p.box.top < end]
    if one.words:
        behind = [p for p in own if p.block is sign.block and p.box.top > sign.box.top + LEVEL]
    else:
        beside = [p for p in own if p.box.x0 >= sign.box.x1]
        below = [p for p in own if p.box.top > sign.box.top + LEVEL and abs(p.box.x0 - sign.box.x0) < ALIGNED]
        first = min(beside or below, key=lambda p: (p.box.x0, p.box.top), default=sign)
        behind = [p for p in beside or below if p.block is first.block]
    words = key_words.OPENED.sub("", " ".join([one.words, *(p.text for p in behind)]).strip())
    line = key.of_words(one.label, words, None, None, None, sign.block.page, sign.box.x0)
    line = line._replace(worded=True)
    return Entry(line, tuple(dict.fromkeys(id(b) for p in (sign, *behind) for b in (p.block, *p.more))))


def explain(found: Sequence[Entry]) -> bool:
    """True for meanings that say what becomes of the thing which is rated, and name no things or figures; whatever they
    say without a figure, beside names of as many statuses as a scale has."""
    meanings = [entry.key.entry.definition for entry in found]
    told = sum(key_words.said("", m).status is not None or key_words.is_said_of(m) for m in meanings)
    named = [status for entry in found if (status := _named(entry.key.entry.label))]
    steps = len({*named})  # `At risk` and `Overdue` may be two words of one of them
    whole = len(named) == len(found) > LEAST and steps > max(LEAST, len(found) - 2)
    whole = whole and not any(map(dates.DIGIT.search, meanings))
    return all(meanings) and (whole or told >= MEANT * len(meanings))
