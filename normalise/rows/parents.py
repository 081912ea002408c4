"""Rows that head the lettered rows right below them: `1.1 | Homes for all | Head of Housing | |` above `a)` and `b)`.
How it goes is told of these alone: the row above them is their activity, and none that is done itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from normalise.columns import content, year_parts
from normalise.columns.strips import Strip
from normalise.language import references
from normalise.rows.joining import Item
from normalise.rows.records import Record

FIRST = ("a", "i", "1")  # what opens a list
#: what stands behind the number of the row above: `4(a)`, `4a`, `4.a)`, `4.1`
SUFFIX = re.compile(r"[ .]?\(?(?P<letter>[a-z]|[ivx]{1,4})\)?\.?|[.-](?P<number>\d{1,2})\.?")
NUMBERED = re.compile(r"(?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:\.\d{1,3})*[.)]?")
NAMING = ("ref", "action")  # roles of the cells that name such a row
OWNERS = ("lead", "group")  # and of those that hold for the rows below it where these print nothing
TOLD = ("status", "progress")


def put_over(rows: Iterable[tuple[Strip, list[Item]]]) -> Iterator[tuple[Strip, list[Item]]]:
    """The items of each strip without the rows that head others; what they print is put into the rows they head."""
    rows = list(rows)
    heads = _headed([item for _, own in rows for item in own])
    for strip, own in rows:
        yield strip, [item for item in own if id(item) not in heads] if heads else own


def _headed(items: list[Item]) -> set[int]:
    """The identities of rows that head those below them, which have got what these print."""
    heads = set[int]()
    parent: Record | None = None
    for item, below in pairwise([*items, None]):
        if not isinstance(item, Record):
            parent = None
        elif parent is not None and _letter(item, parent):
            _put_under(item, parent)
        else:
            parent = item if isinstance(below, Record) and _is_parent(item, below) else None
            heads |= {id(parent)} if parent else set()
    return heads


def _letter(record: Record, parent: Record) -> str:
    """The letter of a row in the list below another: `(a)`, or `4(a)` below 4; its last number too, `4.1` below 4."""
    own, over = record.text("ref"), parent.text("ref").rstrip(".)")
    found = content.LETTERED.fullmatch(own)
    if found is None and over and own.startswith(over):
        found = SUFFIX.fullmatch(own[len(over) :])
    return next(filter(None, found.groups()), "") if found else ""


def _is_parent(record: Record, below: Record) -> bool:
    """True for a numbered row that prints no more than what it is and whose, above the first of a list of rows of which
    something is told."""
    if not NUMBERED.fullmatch(record.text("ref")) or record.blank("action"):
        return False
    if _letter(below, record) not in FIRST:
        return False
    said = [role for role in record.fields if not record.blank(role)]
    if record.strip.kind != "actions" or not {*said} <= {*NAMING, *OWNERS}:
        return False
    ground = {piece.cell.fill for piece in record.pieces("action")} | {None}
    told = [role for role in record.strip.roles if role in TOLD or year_parts.is_part(role)]
    shaded = all(piece.cell.fill in ground for role in told for piece in record.pieces(role))
    return shaded and any(not below.blank(role) or _fills(below, role) for role in told)


def _fills(record: Record, role: str) -> bool:
    return any(piece.cell.fill for piece in record.pieces(role))


def _put_under(record: Record, parent: Record) -> None:
    repeats = record.text("ref").startswith(parent.text("ref").rstrip(".)"))  # `4(a)` says 4 again
    naming = NAMING[1:] if repeats and references.leading_reference(parent.text("ref")) is None else NAMING
    record.fields["activity"] = [piece for role in naming for piece in parent.pieces(role)]
    for role in OWNERS:
        if record.blank(role) and not parent.blank(role):
            record.fields[role] = list(parent.pieces(role))
