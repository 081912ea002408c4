"""Rows gathered by activity: which rows stand under which activity's cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from normalise.language.references import leading_reference, numbered
from normalise.rows.records import Piece, Record, run_on

#: a merged cell that is opened again on the next page: `2.1 (cont.)`
CONTINUED = re.compile(r"\(\s*(?:cont(?:inued|'?d|\.)?|parhad)\.?\s*\)", re.IGNORECASE)

REST = 3  # words of a text that stands at the head of a page and ends the one above: fewer may be its like by chance


class Placed(NamedTuple):
    """A record with the priority under whose heading it stands."""

    record: Record
    priority: str | None


@dataclass(slots=True)
class Group:
    """An activity while its rows are gathered."""

    pieces: list[Piece]
    priority: str | None
    ref: str
    placed: list[Placed] = field(default_factory=list)


def groups(placed: Iterable[Placed]) -> list[Group]:
    """Rows gathered by activity: a blank cell goes on with the activity above it."""
    found: list[Group] = []
    reffed = _has_references(placed := list(placed))
    for item in placed:
        pieces = item.record.pieces("activity")
        group = found[-1] if found else None
        if group is None or _opens(item, group, pieces, reffed):
            group = Group(list(pieces), item.priority, item.record.text("ref"))
            found.append(group)
        else:
            group.pieces = _gathered(group.pieces, pieces)
        group.placed.append(item)
    for group, following in pairwise(found):
        _hand_on(group, following)
    return found


def _hand_on(group: Group, following: Group) -> None:
    """Give an activity the rows that stand before the page break which its own text follows.

    A page may have room for a merged cell's first rows and not for its text. Such rows have a blank cell of their own
    and number 1 after others, and the rows behind the break count on from theirs.
    """
    behind = following.placed[0].record
    if not behind.first_on_page or behind.parted or leading_reference(run_on(following.pieces)) is None:
        return
    numbers = [numbered(item.record.text("action")).number for item in group.placed]
    first = next((k for k in range(len(numbers) - 1, 0, -1) if numbers[k] == "1"), 0)
    opening = group.placed[first].record
    counted = [*numbers[first:], numbered(behind.text("action")).number]
    if not first or "1" not in numbers[:first] or not opening.blank("activity"):
        return
    if "activity" in opening.starts and counted == [str(n + 1) for n in range(len(counted))]:
        following.placed = [*group.placed[first:], *following.placed]
        group.placed = group.placed[:first]


def _gathered(held: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    """An activity's cells and those of its next row: a text that is printed again, for each row or at the head of a
    page, is one text, and of one that a page's end cut the whole one stands."""
    more = [
        p for p in pieces if all(p.cell is not old.cell for old in held) and not CONTINUED.search(p.cell.text)
    ]
    if not more:
        return list(held)
    old, new = _letters(run_on(held)), _letters(run_on(more))
    if not new or old.startswith(new) or _is_rest(run_on(more), run_on(held)):
        return list(held)
    return more if new.startswith(old) else [*held, *more]


def _is_rest(text: str, whole: str) -> bool:
    """True for a text's last lines, printed again where a page's end cuts the merged cell that they stand in."""
    return len(text.split()) >= REST and text != whole and _letters(whole).endswith(_letters(text))


def _letters(text: str) -> str:
    """A text as it is compared with itself printed again: broken into other lines, hyphenated elsewhere."""
    return "".join(filter(str.isalnum, text.casefold()))


def _has_references(placed: Sequence[Placed]) -> bool:
    """True where most activity cells open with a reference, so that a cell without one goes on with the last."""
    texts = [
        i.record.text("activity")
        for i in placed
        if "activity" in i.record.starts and not i.record.blank("activity")
    ]
    return sum(leading_reference(t) is not None for t in texts) > len(texts) / 2


def _opens(item: Placed, group: Group, pieces: Sequence[Piece], reffed: bool) -> bool:
    if not pieces:
        return True  # a table without an activity column: every row stands alone
    if item.record.parted:
        return True
    held = {id(p.cell) for p in [*group.pieces, *group.placed[-1].record.pieces("activity")]}
    if any(id(p.cell) in held for p in pieces):
        return False
    text = run_on(pieces)
    if not text:
        return group.priority != item.priority and not group.pieces
    if reffed:
        ref = leading_reference(text)
        return ref is not None and ref != leading_reference(run_on(group.pieces))
    above = run_on(group.pieces)
    again = text == above or CONTINUED.search(text) is not None or _is_rest(text, above)
    return not (item.record.first_on_page and again)
