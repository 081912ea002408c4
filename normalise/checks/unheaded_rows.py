"""Rows whose activity may not have been seen: those that have none where most others have one, and those that stand
under 1.2 below a text, in no row or in one, that is numbered as the next activity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, takewhile
from typing import NamedTuple

from normalise.review import Action, Evidence, Finding
from normalise.rows.groups import Placed
from normalise.rows.records import Record
from parsers.block import Block, Heading, Table

LONGEST = 220  # characters of a text that names an activity
#: opens a text that does: `1.3 Homes for all`
NUMBERED = re.compile(r"(?P<ref>\d{1,2}(?:\.\d{1,2}){1,2})[.:)]?\s+['‘“\"(]?[A-Z]")
DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+")

Place = tuple[int, float]


class Said(NamedTuple):
    """A text that is numbered as activities are, and where it stands."""

    ref: str
    text: str
    place: Place


def found(
    placed: Sequence[Placed], actions: Sequence[Action], evidence: Sequence[Evidence], blocks: Sequence[Block]
) -> Iterator[Finding]:
    """Findings about such rows. `blocks` are what the body of the document prints, without its key."""
    bare = _bare(placed, actions)
    for action in bare:
        yield _finding(action, "the row has no activity, and most others have one: was its heading seen?")
    told = {action.id for action in bare}
    for said, action in _passed_over(actions, _places(evidence), blocks):
        if action.id not in told:
            told.add(action.id)
            under = " and ".join(action.activity_refs) or "no activity"
            yield _finding(action, f"the row stands under {under}, and below {said.text[:60]!r}")


def _bare(placed: Sequence[Placed], actions: Sequence[Action]) -> list[Action]:
    """The actions without an activity where most in tables of their kind have one."""
    if len(placed) != len(actions):
        return []
    rows = [one.record for one in placed]
    headed = [row for row, action in zip(rows, actions, strict=True) if action.activity_id]
    kinds = {row.strip.headings for row in headed}
    above = [{*row.strip.headings} for row in {r.strip.headings: r for r in headed if _is_above(r)}.values()]
    alike = [
        action
        for row, action in zip(rows, actions, strict=True)
        if row.strip.headings in kinds
        or not row.strip.headed
        or any(kind.issuperset(row.strip.headings) for kind in above)
    ]
    bare = [action for action in alike if not action.activity_id]
    return bare if 2 * len(bare) <= len(alike) else []


def _is_above(row: Record) -> bool:
    """True for a row whose activity stands above its table: it has no column for that."""
    top = row.strip.table.box.top
    return any(p.cell.box.bottom <= top or p.page != row.strip.table.page for p in row.pieces("activity"))


def _passed_over(
    actions: Sequence[Action], places: Mapping[str, Place], blocks: Sequence[Block]
) -> Iterator[tuple[Said, Action]]:
    """The texts that are numbered as activities are and were not read as such, with each row below,
    the nearest to each first."""
    known = {ref for action in actions if action.activity_id for ref in action.activity_refs}
    if not any(map(DOTTED.fullmatch, known)):
        return
    texts = [*_outside(blocks), *_inside(actions, places)]
    for said in sorted(texts, key=lambda said: said.place, reverse=True):
        if said.ref not in known:
            yield from ((said, action) for action in _below(said, actions, places))


def _inside(actions: Sequence[Action], places: Mapping[str, Place]) -> Iterator[Said]:
    """The lines of rows that do."""
    for action in actions:
        for line in f"{action.action_number or ''} {action.action}".strip().split("\n"):
            if (named := NUMBERED.match(line)) and action.id in places:
                yield Said(named["ref"], line, places[action.id])


def _outside(blocks: Sequence[Block]) -> Iterator[Said]:
    """The texts outside tables that may name an activity."""
    for block in blocks:
        text = " ".join(block.text.split()) if not isinstance(block, Table) else ""
        named = NUMBERED.match(text)
        ended = not isinstance(block, Heading) and text.endswith((".", ";"))
        if named and len(text) <= LONGEST and not ended:
            yield Said(named["ref"], text, (block.page, block.box.top))


def _places(evidence: Sequence[Evidence]) -> dict[str, Place]:
    """Where each action begins."""
    places: dict[str, Place] = {}
    for one in evidence:
        if one.subject_kind == "action" and one.field in ("action", "progress", "status"):
            place = one.page, one.box.top
            places[one.subject_id] = min(places.get(one.subject_id, place), place)
    return places


def _below(said: Said, actions: Sequence[Action], places: Mapping[str, Place]) -> list[Action]:
    """The rows from a text on that have no activity, or stand under the one before that which it names, where some
    stand above it."""
    known = [a for a in actions if a.id in places]
    below = [*dropwhile(lambda a: places[a.id] < said.place, known)]
    if not below:
        return []
    first = below[0].activity_id
    inside = places[below[0].id] == said.place  # the text is that of a row
    begun = inside or any(a.activity_id == first for a in known if places[a.id] < said.place)
    follows = any(_is_next(said.ref, ref) for ref in below[0].activity_refs)
    told = (begun and follows) if first else not inside
    return [*takewhile(lambda a: a.activity_id == first, below)] if told else []


def _is_next(ref: str, before: str) -> bool:
    """True for a number that follows another, at its level or with parts of its own: 1.3 and 1.3.1 follow 1.2."""
    if not DOTTED.fullmatch(before):
        return False
    one, other = ref.split("."), before.split(".")
    level = len(other)
    return len(one) >= level and one[: level - 1] == other[:-1] and int(one[level - 1]) == int(other[-1]) + 1


def _finding(action: Action, message: str) -> Finding:
    page = action.pages[0] if action.pages else None
    return Finding("warning", "activity_missing", message, page, "action", action.id, "activity_refs")
