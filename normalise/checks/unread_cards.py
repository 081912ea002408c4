"""Pages that print what cards print, labels of rows with values, names of statuses beside texts or targets with
figures, where no row was read and no other finding says so: whole pages of cards may be lost."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from normalise.cards import rows as card_rows
from normalise.cards.card import TOLD
from normalise.columns import tallies
from normalise.columns.strips import KINDS, Strip
from normalise.language import dates, phrases, vocabulary
from normalise.prose import labelled
from normalise.prose.labelled import Labelled
from normalise.review import Finding
from parsers.block import Block, Line, Table

OF_ROWS = ("lead", "group", "status", "progress", "due_date", "start_date")
LEAST = 2  # labels on a page, each of them printed as often in the document; names of statuses on a page
LONGEST = 5  # words of the name of a status
WORDS = 3  # of a text that a status may rate
NEAR = 3.0  # times a line's height between it and a status
TARGETS = 3  # of figures on a page: each is an indicator's
#: `Target 60`, `Target: £1.2m`, `Aim <5%`
AIMED = re.compile(r"(?P<label>[^\W\d]+(?: [^\W\d]+)?)[:\s]\s*(?P<figure>[<>≤≥~]?\s?[£$€]?\d\S*)")
#: what says of a page that what it prints is not in the review's rows
SAID = ("card_not_read", "table_not_understood")
NUMBER = re.compile(r"\d{1,2}[:.]")
YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–]\d{2,4})?\W*")


def found(
    blocks: Sequence[Block],
    strips: Sequence[Strip],
    key: Container[int],
    told: Iterable[Finding],
    names: Container[str] = frozenset(),
) -> Iterator[Finding]:
    """A finding about each such page, and each other one with cards in tables of which none was read. `blocks` are
    without what runs through the pages, `key` are those that print the legend, by identity, `told` what is said
    already, and `names` the plain names of the legend's statuses."""
    read = {id(strip.table) for strip in strips if strip.kind in KINDS}
    pages = {strip.table.page for strip in strips if strip.kind in KINDS}
    told = [f for f in told if f.severity != "info"]
    left = [b for b in blocks if id(b) not in key and id(b) not in read]
    silent = {b.page for b in left} - pages - {f.page for f in told}
    own = list(_on_pages([b for b in left if b.page in silent], names))
    yield from own
    yield from _in_boxes(left, {f.page for f in (*told, *own) if f.code in SAID})


def _in_boxes(blocks: Sequence[Block], said: Container[int | None]) -> Iterator[Finding]:
    """A finding about each page with tables of labels and values side by side, where several have the same labels, one
    of them of a status or how it went: what else was read on the page tells nothing of these."""
    boxes: list[tuple[int, set[str]]] = []
    for block in blocks:
        if isinstance(block, Table) and not tallies.counts_statuses(block):
            pairs = [p for p in card_rows.pairs_of(card_rows.found(block)) if p.role in OF_ROWS and p.key]
            boxes += [(block.page, {p.key for p in pairs})] if TOLD & {p.role for p in pairs} else []
    times = Counter(key for _, keys in boxes for key in keys)
    pages: dict[int, list[str]] = {}
    for page, keys in boxes:
        often = sorted(key for key in keys if times[key] >= LEAST)
        if len(often) >= LEAST and page not in said:
            pages.setdefault(page, often)
    for page, often in sorted(pages.items()):
        message = (
            f"tables on page {page} print labels of rows, {', '.join(map(repr, often))}, but are in no row"
        )
        yield Finding("warning", "card_not_read", message, page)


def _on_pages(left: Sequence[Block], names: Container[str]) -> Iterator[Finding]:
    """Findings about pages on which no row was read and no other finding says so."""
    lines: defaultdict[int, list[Line]] = defaultdict(list)
    for block in left:
        if not isinstance(block, Table):
            lines[block.page] += block.lines
        elif not tallies.counts_statuses(block) and not _rates_rows(block):
            lines[block.page] += (line for cell in block.cells for line in cell.lines)
    labels = {page: list(_labels(own)) for page, own in lines.items()}
    times = Counter(one.key for own in labels.values() for one in own)
    for page, own in sorted(lines.items()):
        often = {one.key for one in labels[page] if times[one.key] >= LEAST}
        statuses = rated(own, names)
        if len(often) >= LEAST:
            said = ", ".join(map(repr, sorted(often)))
            message = f"page {page} prints labels of rows, {said}, but no row was read there"
            yield Finding("warning", "card_not_read", message, page)
        elif len(statuses) >= LEAST:
            others = f"{statuses[0]!r} and other names of statuses"
            message = f"{others} stand beside texts on page {page}, but no row was read there"
            yield Finding("warning", "card_not_read", message, page)
        elif len(aims := [line.text for line in own if _is_target(line.text)]) >= TARGETS:
            message = f"page {page} prints {aims[0]!r} and other targets, but no row was read there"
            yield Finding("warning", "card_not_read", message, page)


def _rates_rows(table: Table) -> bool:
    """True for a table with a column of statuses, which is no card: what such tables are is said elsewhere."""
    rated = Counter(c.col for c in table.cells if c.lines and len(c.lines) == 1 and _name(c.lines[0]))
    return max(rated.values(), default=0) >= LEAST


def _labels(lines: Iterable[Line]) -> Iterator[Labelled]:
    for line in lines:
        said = labelled.read(line)
        if said and said.role in OF_ROWS and labelled.behind(line, said) is not None:
            yield said


def _is_target(text: str) -> bool:
    """True for a line that opens with a target's figure; a year or a day is none."""
    found = AIMED.match(text)
    if not found or vocabulary.role_of(found["label"]) != "target" or YEAR.fullmatch(found["figure"]):
        return False
    numbered = (
        NUMBER.fullmatch(found["figure"]) and text[found.end() :].strip()
    )  # `Target 1: Reduce emissions`
    return not numbered and dates.date_of(text[found.start("figure") :]) is None


def rated(lines: Sequence[Line], names: Container[str] = frozenset(), *, alone: bool = False) -> list[str]:
    """Names of statuses, behind a label or alone, with a text of its own near each, or none where `alone`."""
    beside: dict[int, str] = {}
    said = [_name(line, names) for line in lines]
    if alone:
        return [name for name in said if name]
    texts = [
        line
        for line, name in zip(lines, said, strict=True)
        if name is None and len(line.text.split()) >= WORDS
    ]
    for line, name in zip(lines, said, strict=True):
        near = [t for t in texts if name and _is_near(line, t)]
        if name and near:
            text = min(near, key=lambda t: abs(t.box.centre[1] - line.box.centre[1]))
            beside.setdefault(id(text), name)
    return list(beside.values())


def _name(line: Line, names: Container[str] = frozenset()) -> str | None:
    said = labelled.read(line)
    own = labelled.behind(line, said) if said and ":" in line.text[: said.begin] else line
    words = own.text.strip() if own else ""
    named = vocabulary.plain(words) in names or phrases.status_of(words)
    return words if named and 0 < len(words.split()) <= LONGEST else None


def _is_near(line: Line, text: Line) -> bool:
    """True for a text on a status's line before it, or close to it."""
    high = line.box.height
    air = abs(line.box.centre[1] - text.box.centre[1])
    apart = max(line.box.x0 - text.box.x1, text.box.x0 - line.box.x1)
    before = air < labelled.LEVEL * high and text.box.x1 <= line.box.x0
    return before or (apart < NEAR * high and air < NEAR * high)
