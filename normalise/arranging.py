"""The blocks of a document as tables of rows: what a page prints as cards, forms, bands and comments is laid out as the
table that its author had in mind, step by step, before anything is said of what it means."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from normalise.cards import boxes as cards
from normalise.cards import figure_boxes, labelled_cards, ticked_items
from normalise.columns import bold_actions, forms, lone_heads, nests, paddings, seams, torn_heads
from normalise.columns.headers import Headers, headers
from normalise.headings import band_labels
from normalise.keys import legend
from normalise.keys import rows as key_rows
from normalise.keys.legend import Learnt
from normalise.language import vocabulary
from normalise.prose import cut_headings, texts, wrapped_headings
from normalise.review import Finding
from normalise.rows import (
    bands,
    feet,
    foot_labels,
    label_rows,
    labelled_lines,
    lone_columns,
    page_notes,
    pieces,
    print_titles,
    second_rows,
    sheets,
)
from normalise.statuses import choices, ticks
from parsers import Parsed
from parsers.block import Block


class Arranged(NamedTuple):
    """A document with its blocks laid out, what could not be, and the headers of its tables."""

    parsed: Parsed
    unread: list[Finding]
    headers: Headers


def arranged(parsed: Parsed) -> Arranged:
    """The document with what is printed otherwise as tables of rows."""
    heights = {p.number: p.height for p in parsed.pages}
    rows = bold_actions.apart(_in_rows(_whole(parsed, heights), heights))
    blocks = bands.without_closing(_with_remarks(rows))
    running = texts.furniture(blocks, heights)
    grids = headers(blocks)
    apart = seams.parted(blocks, grids)  # kept, for headers are known by their tables' identity
    heads = headers(apart, grids)
    upright, unread = labelled_cards.upright(apart, running, heads, lambda: names(legend.learn(apart, heads)))
    flat = nests.laid_flat(list(key_rows.apart(upright)))
    return Arranged(replace(parsed, blocks=tuple(sheets.joined(cards.upright(flat)))), list(unread), heads)


def names(learnt: Learnt) -> frozenset[str]:
    """The plain names of the statuses in a document's key."""
    return frozenset(vocabulary.plain(key.entry.label) for key in learnt.keys) - {""}


def _whole(parsed: Parsed, heights: dict[int, float]) -> list[Block]:
    """The blocks with headings that lines and pages cut made whole, and what a table holds that is none of it apart."""
    set_apart = wrapped_headings.whole(parsed.blocks)
    framed = page_notes.framed(print_titles.apart(cut_headings.whole(set_apart, heights)))
    whole = foot_labels.parted(feet.parted(framed, heights))
    return list(lone_heads.joined(torn_heads.mended(feet.noted(whole))))


def _in_rows(blocks: list[Block], heights: dict[int, float]) -> list[Block]:
    """Forms, boxes and items with ticked boxes as tables of one row each."""
    banded = lone_columns.made(band_labels.parted(forms.laid_flat(blocks)))
    own = paddings.removed(list(pieces.laid(banded)))
    return list(ticked_items.upright(figure_boxes.laid(own), texts.furniture(own, heights)))


def _with_remarks(blocks: list[Block]) -> list[Block]:
    """Ticks, choices and comments below or beside rows as cells of these."""
    rated = ticks.gathered(choices.told(labelled_lines.abreast(blocks)))
    return list(second_rows.beside(label_rows.joined(rated)))
