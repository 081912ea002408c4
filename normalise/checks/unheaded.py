"""Headings of a review on or in a table that was left alone: words above it, or those of one that was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from normalise.columns import strays
from normalise.columns.bold_heads import has_unknown_header
from normalise.columns.strips import KINDS, NEAR_EDGE, Strip
from normalise.keys import columns as key_columns
from normalise.language import nouns, vocabulary
from parsers.block import Heading, Paragraph, Table

ITEMS = {"action", "activity", "indicator"}
#: what a review tells of an item; a table that has neither is a list of something else
TOLD = {"status", "progress", "latest", "previous", "target", "national", "lead", "due_date"}
NAMED = 3  # columns that headings must name for their table to be suspected
HIGH = 40.0  # points above a table in which headings of two lines and of two levels stand


def said_above(strip: Strip, strips: Sequence[Strip], texts: Sequence[Heading | Paragraph]) -> str:
    """What stands above a table that makes it look like one of a review; empty where nothing does."""
    if _stand_on(strip.table, texts):
        return "stands below headings that a review has"
    opened = not strip.headed and _is_opened(strip.table, texts, strips)
    return "stands under a heading of a review" if opened else ""


def is_keyed(strip: Strip, texts: Sequence[Heading | Paragraph]) -> bool:
    """True for a table of something else right below the heading of a key: `RAG rating status`."""
    table = strip.table
    above = [t for t in texts if t.page == table.page and -NEAR_EDGE < table.box.top - t.box.bottom < HIGH]
    title = max(above, key=lambda t: t.box.bottom, default=None)
    if title is None or strip.kind != "other":
        return False
    told = vocabulary.load("statuses")["legend"]["serves"]
    words = {*vocabulary.plain(title.text).split()}
    named = not words.isdisjoint(told["of_a_key"]) and words <= {*told["of_a_key"], *told["beside"]}
    return named or key_columns.is_title(title.text)


def _stand_on(table: Table, texts: Sequence[Heading | Paragraph]) -> bool:
    """True where the lines right above a table, between its sides, name what a review has."""
    left, top, right, _ = table.box
    lines = (line for text in texts if text.page == table.page for line in text.lines)
    own = [
        line.text
        for line in lines
        if top - HIGH < line.box.top < top
        and left - NEAR_EDGE < line.box.x0
        and line.box.x1 < right + NEAR_EDGE
    ]
    roles = [set(strays.named(vocabulary.plain(text))) for text in own]
    said = set().union(*roles)
    foreign = {*vocabulary.load("headings")["kinds"]["not_a_review"]}
    if len(foreign & {word for text in own for word in vocabulary.plain(text).split()}) > 1:
        return False
    return (
        len(said) >= NAMED
        and bool(said & ITEMS)
        and bool(said & TOLD)
        and 2 * sum(map(bool, roles)) >= len(own)
    )


def _is_opened(table: Table, texts: Sequence[Heading | Paragraph], strips: Sequence[Strip]) -> bool:
    """True for rows without headings of which the heading right above them says that they are measures or actions."""
    foreign = vocabulary.load("headings")["kinds"]["not_a_review"]
    if table.cols < NAMED or has_unknown_header(table):
        return False
    above = [t for t in texts if t.page == table.page and t.box.bottom <= table.box.top]
    title = max(above, key=lambda t: t.box.bottom, default=None)
    if not isinstance(title, Heading) or not nouns.named_first(title.text):
        return False
    between = (s.table for s in strips if s.table.page == table.page and s.table is not table)
    if any(title.box.top < other.box.bottom <= table.box.top for other in between):
        return False
    first = " ".join(c.text for c in table.cells if c.row == 0)
    return {*vocabulary.plain(f"{title.text} {first}").split()}.isdisjoint(foreign)


def repeated(table: Table, strips: Sequence[Strip]) -> Strip | None:
    """The table that was read by headings which another one prints, too, in its first row: all of them, one perhaps
    behind a caption that ran into it."""
    first = [vocabulary.plain(c.text) for c in table.cells if c.row == 0 and c.text]
    for read in strips:
        known = {
            vocabulary.plain(heading): role for heading, role in zip(read.headings, read.roles, strict=True)
        }
        same = [next((role for head, role in known.items() if _ends_in(text, head)), None) for text in first]
        if (
            read.kind in KINDS
            and read.headed
            and len(first) >= NAMED
            and None not in same
            and not ITEMS.isdisjoint(filter(None, same))
        ):
            return read
    return None


def _ends_in(text: str, heading: str) -> bool:
    return bool(heading) and (text == heading or text.endswith(f" {heading}"))


def rests(strips: Sequence[Strip], suspected: Sequence[Table]) -> Iterator[tuple[Table, str]]:
    """Tables left alone that open the page behind a suspected one that ends its own, between the same sides and with as
    many columns, each with what makes it look like the rest of that."""
    known = {id(table) for table in suspected}
    for before, strip in pairwise(strips):
        above, table = before.table, strip.table
        sides = max(abs(above.xs[0] - table.xs[0]), abs(above.xs[-1] - table.xs[-1]))
        alike = above.cols == table.cols >= NAMED and sides < NEAR_EDGE and table.page == above.page + 1
        if (
            id(above) in known
            and strip.kind == "other"
            and not strip.headed
            and alike
            and id(table) not in known
        ):
            known.add(id(table))
            yield table, f"goes on from one on page {above.page}"
