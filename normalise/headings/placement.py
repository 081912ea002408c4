"""Where rows stand: under which priority, activity and chapter, by the headings, captions and bands above them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from normalise.columns.strips import KINDS, Strip
from normalise.headings import (
    chapters,
    outline,
    parted_priorities,
    particulars,
    priority_titles,
    remarks,
    sections,
)
from normalise.headings.chapters import Chapter
from normalise.keys.legend import Learnt
from normalise.prose import rubrics, texts
from normalise.review import Priority
from normalise.rows.breaks import Breaks
from normalise.rows.groups import Placed
from normalise.rows.joining import Item
from parsers.block import Block, Table


class Placement(NamedTuple):
    """The rows of each kind where they stand, as `items` with the bands among them, and the priorities of all.

    `standing` are the blocks that belong to the body of the document, not to what runs through its pages; of these
    `told` are the texts and the cells above headers, by identity, that name what rows stand under or tell of them.
    """

    rows: Mapping[str, list[Placed]]
    items: Sequence[Item]
    priorities: tuple[Priority, ...]
    standing: Sequence[Block]
    told: frozenset[int]


def placed(
    blocks: Sequence[Block], running: frozenset[int], learnt: Learnt, read: Sequence[Strip], order: Breaks
) -> Placement:
    """The rows of the tables `read`, each under what heads it."""
    tables = {id(s.table): s for s in reversed(read)}
    blocks = [b for b, heads in _with_columns(blocks, tables) if not heads]
    told = outline.outline(blocks, tables)
    standing = [b for b in blocks if id(b) not in running or id(b) in told.rubrics]
    own = [b for b in standing if id(b) not in learnt.blocks]
    owners = particulars.naming_owners(own)
    titles = priority_titles.found(own)
    numbered = {*told.priorities, *told.rubrics, *titles.blocks}
    parts = chapters.above([b for b in own if id(b) not in owners], tables, numbered)
    headed = sections.priorities(blocks, tables, parts, {**titles.priorities, **told.priorities})
    naming = frozenset(_naming(own, parts, numbered)) | {*told.priorities, *told.rubrics}
    beside = particulars.above(own, tables, naming)
    under = rubrics.above(standing, {key: s.titles for key, s in tables.items()}, told.rubrics)
    titled = {
        kind: list(
            sections.titled([s for s in read if s.kind == kind], headed, order, under, parts, beside.under)
        )
        for kind in KINDS
    }
    remarks.doubted(titled["actions"])
    parted_priorities.carried_down(titled["actions"])
    parted_priorities.named_in_columns(titled["actions"])
    parted_priorities.ends_in_columns(titled["actions"])
    said = [*headed.values(), *(priority for kind in KINDS for _, priority in titled[kind])]
    priorities = sections.distinct([p for p in said if p])
    stand = {kind: sections.placed(titled[kind], priorities) for kind in KINDS}
    return Placement(
        {kind: parted_priorities.by_numbers(stand[kind], priorities) for kind in KINDS},
        [item for kind in KINDS for item, _ in titled[kind]],
        priorities,
        standing,
        naming | beside.blocks,
    )


def _with_columns(blocks: Sequence[Block], read: Mapping[int, Strip]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it is a line of the columns' headings of the table below it, which take no row there."""
    told: tuple[str, ...] = ()
    page = 0
    found: list[tuple[Block, bool]] = []
    for block in reversed(blocks):
        if isinstance(block, Table):
            strip = read.get(id(block))
            above = strip is not None and strip.headed and strip.body == 0
            told, page = (strip.headings if strip and above else ()), block.page
            found.append((block, False))
            continue
        heads = bool(block.text) and block.page == page and any(block.text in heading for heading in told)
        told = told if heads else ()
        found.append((block, heads))
    yield from reversed(found)


def _naming(
    blocks: Sequence[Block], parts: Mapping[int, tuple[Chapter, ...]], numbered: Container[int]
) -> Iterator[int]:
    """Identities of the texts that name a part of the plan: a priority, an activity, a chapter."""
    opening = {(chapter.page, chapter.cell.box) for own in parts.values() for chapter in own}
    for block in (b for b in blocks if not isinstance(b, Table)):
        named = id(block) in numbered or (block.page, block.box) in opening
        if named or texts.heads_rows(block.text) or rubrics.rubric(block, block.page):
            yield id(block)
