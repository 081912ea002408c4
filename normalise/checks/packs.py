"""Packs of papers for a meeting in one file: the review is one of them, and a table of another one is none of its."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from normalise.columns.strips import KINDS, Strip
from normalise.language import vocabulary
from normalise.review import Finding
from parsers.block import Block, Table

#: what a review tells of an action; the minutes' list of who does what by when has none of it
TOLD = ("ref", "progress", "priority", "activity")
LONGEST = 100  # characters of the line that opens a paper
FEW = 0.5  # of the review's rows: a list in another paper has fewer


class Pack(NamedTuple):
    """The tables of a file, those of other papers as `foreign`; the ones that its own paper holds; and what to say."""

    seen: list[Strip]
    own: list[Strip]
    findings: tuple[Finding, ...]


def sorted_out(blocks: Sequence[Block], seen: Sequence[Strip]) -> Pack:
    """The tables of the paper that prints most of the review's rows, and those that stand in another one."""
    papers = dict(_papers(blocks))
    read = [strip for strip in seen if strip.kind in KINDS]
    rows = Counter[str]()
    for strip in read:
        rows[papers[id(strip.table)]] += strip.end - strip.body
    if len(rows) < 2:
        return Pack(list(seen), read, ())
    paper = max(rows, key=lambda name: rows[name])
    own = [strip for strip in read if papers[id(strip.table)] == paper]
    others = [strip for strip in read if papers[id(strip.table)] != paper and not _is_like(strip, own)]
    foreign = {id(s) for s in others if _is_list(s) and rows[papers[id(s.table)]] < FEW * rows[paper]}
    kept = [replace(strip, kind="foreign") if id(strip) in foreign else strip for strip in seen]
    return Pack(kept, own, tuple(_told(strip, papers, id(strip) in foreign) for strip in others))


def _papers(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Each table's identity with the line that opens the paper that it stands in; empty before the first such line."""
    openings = vocabulary.load("headings")["papers"]["openings"]
    paper = ""
    for block in blocks:
        if isinstance(block, Table):
            yield id(block), paper
        elif len(block.text) < LONGEST and vocabulary.plain(block.text).startswith(tuple(openings)):
            paper = vocabulary.plain(block.text)


def _is_like(strip: Strip, own: Sequence[Strip]) -> bool:
    """True for a table with the headings of one in the review's own paper."""
    headings = {vocabulary.plain(heading) for heading in strip.headings}
    return any(headings == {vocabulary.plain(heading) for heading in other.headings} for other in own)


def _is_list(strip: Strip) -> bool:
    return strip.kind == "actions" and not set(TOLD).intersection(strip.roles)


def _told(strip: Strip, papers: Mapping[int, str], left: bool) -> Finding:
    name = papers[id(strip.table)] or "the first one"
    what = "it was not read" if left else "its rows may be of another review"
    message = f"a table on page {strip.table.page} stands in another paper of the file, {name!r}: {what}"
    return Finding("warning", "table_of_other_paper", message, strip.table.page)
