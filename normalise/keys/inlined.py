"""Signs drawn among the words of a running sentence that goes on over the ends of its lines, each with what stands
behind it up to the next one: `● means that it is done, ●` / `that it will not be`. A sign may be the ground of words of
its own, which are its label: `[Done] it is finished [Late] we` / `expect to be late`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from parsers.block import Block, Line, Mark, Paragraph
from parsers.geometry import Box, union

FEWEST = 3  # signs of such a sentence
BLANKS = 1.0  # times a line's size between a sign and the words before it or behind it
LED = 2.0  # and of a line that opens with words before its first sign: no column's text begins left of that sign
EDGE = 3.0  # points between the left edges of its lines
AIR = 1.2  # times a line's size between two of them
LONGEST = 200  # characters that explain one sign
JOIN = re.compile(r"[\s,;]+(?:(?:and|or|while|whilst)\s*)?$|\s+(?:and|or)$")
END = re.compile(r"\.(?=\s+[A-Z]|$)")
WORDS = re.compile(r"[^\W\d_]")

Parts = dict[int, tuple[int, ...]]


class Told(NamedTuple):
    """A sign and what its sentence says behind it."""

    mark: Mark
    words: str
    line: Line


def parted(blocks: Sequence[Block]) -> tuple[list[Block], Parts]:
    """The blocks with each such sentence as one text for each of its signs; with the parts of these."""
    made: dict[int, list[Paragraph]] = {}
    gone, parts = set[int](), Parts()
    for group in _sharing(blocks):
        own = [_text(told, group) for told in _told(group)]
        if own:
            made[id(group[0])] = own
            gone |= {id(block) for block in group}
            parts |= {id(text): tuple(id(block) for block in group) for text in own}
    if not parts:
        return list(blocks), parts
    found = (made.get(id(block), []) if id(block) in gone else [block] for block in blocks)
    return [block for some in found for block in some], parts


def _sharing(blocks: Sequence[Block]) -> Iterator[list[Paragraph]]:
    """Texts with drawn signs that stand beside more than one of them, as they do where signs part a line."""
    groups: list[list[Paragraph]] = []
    homes: dict[tuple[int, Box], list[Paragraph]] = {}
    for block in blocks:
        if not isinstance(block, Paragraph) or not block.marks or any(m.seen == "glyph" for m in block.marks):
            continue
        places = [(block.page, mark.box) for mark in block.marks]
        group = [block]
        for old in [g for g in groups if any(homes.get(place) is g for place in places)]:
            group = [*old, *group]
            groups.remove(old)
        groups.append(group)
        homes |= {(b.page, mark.box): group for b in group for mark in b.marks}
    yield from (group for group in groups if len(group) > 1)


def _told(group: Sequence[Paragraph]) -> list[Told]:
    """The signs of a sentence with their words; none where the texts are no such sentence."""
    marks = {m.box: m for block in group for m in block.marks}
    labels = {m.words for m in marks.values()}
    if len(marks) < FEWEST or (labels != {""} and ("" in labels or len(labels) < len(marks))):
        return []
    lines = [line for block in group for line in block.lines]
    for mark in marks.values() if labels != {""} else ():
        lines = [part for line in lines for part in _without_label(line, mark)]
    rows = _rows(lines, list(marks.values()))
    if not rows or not _flows(rows):
        return []
    pieces: list[tuple[Mark, list[Line]]] = []
    for one in (one for row in rows for one in row):
        if isinstance(one, Mark):
            pieces.append((one, []))
        elif pieces:
            pieces[-1][1].append(one)
    told = [
        Told(mark, _words(lines, last=k == len(pieces)), lines[0])
        for k, (mark, lines) in enumerate(pieces, 1)
        if lines
    ]
    whole = len(told) == len(marks) and all(WORDS.match(one.words) for one in told)
    return told if whole and max(len(one.words) for one in told) <= LONGEST else []


def _without_label(line: Line, mark: Mark) -> Iterator[Line]:
    """What a line says before the words on a sign's ground and behind them; a line on another level as it is."""
    (left, top, right, bottom), ground = line.box, mark.box
    before, label, behind = line.text.partition(mark.words)
    level = ground.top < line.box.centre[1] < ground.bottom and left < ground.x1 and ground.x0 < right
    if not level or not label:
        yield line
        return
    if before.strip():
        yield line._replace(text=before.strip(), box=Box(left, top, max(ground.x0, left), bottom))
    if behind.strip():
        yield line._replace(text=behind.strip(), box=Box(min(ground.x1, right), top, right, bottom))


def _rows(lines: Sequence[Line], marks: Sequence[Mark]) -> list[list[Line | Mark]]:
    """Printed lines with the signs that part them, in reading order; none where a sign stands on none of them."""
    levels: defaultdict[float, list[Line | Mark]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: line.box.top):
        near = next((top for top in levels if abs(top - line.box.top) < line.size / 2), line.box.top)
        levels[near].append(line)
    for mark in marks:
        level = next(
            (row for row in levels.values() if row[0].box.top < mark.box.centre[1] < row[0].box.bottom), None
        )
        if level is None:
            return []
        level.append(mark)
    return [sorted(levels[top], key=lambda one: one.box.x0) for top in sorted(levels)]


def _flows(rows: Sequence[Sequence[Line | Mark]]) -> bool:
    """True for lines below each other at one left edge, in which words and signs follow each other with a blank between
    them, and one of which ends inside what it says of a sign."""
    size = max(one.size for row in rows for one in row if isinstance(one, Line))
    blanks = (LED if isinstance(rows[0][0], Line) and rows[0][0].text[:1].isupper() else BLANKS) * size
    close = all(b.box.x0 - a.box.x1 <= blanks for row in rows for a, b in pairwise(row))
    left = all(abs(a[0].box.x0 - b[0].box.x0) <= EDGE for a, b in pairwise(rows))
    below = all(b[0].box.top - a[0].box.bottom <= AIR * size for a, b in pairwise(rows))
    cut = any(
        isinstance(b[0], Line) and (isinstance(a[-1], Mark) or b[0].text[:1].islower())
        for a, b in pairwise(rows)
    )
    inside = any(isinstance(a, Line) and isinstance(b, Mark) for row in rows for a, b in pairwise(row))
    return close and left and below and cut and inside


def _words(lines: Sequence[Line], *, last: bool) -> str:
    """What stands behind a sign; behind the `last` one up to the end of its sentence."""
    text = " ".join(line.text for line in lines)
    end = END.search(text)
    return JOIN.sub("", text[: end.start()] if end and (last or end.end() == len(text)) else text).strip()


def _text(told: Told, group: Sequence[Paragraph]) -> Paragraph:
    """One sign with its words as a text of one line."""
    beside = told.mark.box._replace(
        x0=told.mark.box.x1, x1=max(told.line.box.x1, told.mark.box.x1 + told.line.size)
    )
    text = f"{told.mark.words} – {told.words}" if told.mark.words else told.words
    line = told.line._replace(text=text, box=beside, label="")
    box = union([told.mark.box, beside])
    return replace(group[0], box=box, text=text, lines=(line,), marks=(told.mark,), chars=len(text))
