"""What a key explains: where it is headed for actions, or for indicators, it says nothing of the other's signs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from normalise.columns.strips import KINDS
from normalise.language import vocabulary
from normalise.review import Finding
from normalise.signs.line import Key
from parsers.block import Block, Cell, Paragraph, Table

ANY = ""  # a key that is headed for neither serves all tables
INDICATORS, TARGET = "indicators", "target"
LONGEST = 7  # words of a key's heading
BACK = 4  # blocks above a key among which its heading stands
TOUCHING = 2.0  # points by which a heading's box may reach into its key's
#: "Action status: ● Completed", "For measures, green means ..."
HEADED = re.compile(
    r"(?:^|(?<=[.;\n|]))\s*(?:(?P<title>[^:.;,\n|]{3,60}):|[Ff]or (?P<kind>[^:.;,\n|]{3,40}),)"
)


class Served(NamedTuple):
    """The keys for one kind of table, with findings about whether they are meant for it."""

    keys: tuple[Key, ...]
    findings: tuple[Finding, ...] = ()


def serving(keys: Sequence[Key], kind: str, alone: bool) -> Served:
    """The lines that explain the signs of `kind`; `alone` where the document has no table of another kind.

    Lines headed for the kind go before those headed for nothing, and where a document has one kind of table only,
    a key headed for another is taken, with a finding.
    """
    own = tuple(k for k in keys if k.serves == kind) or tuple(k for k in keys if k.serves == ANY)
    if own or not keys or not alone:
        return Served(own)
    message = (
        f"the key is headed for {keys[0].serves}, and explains the signs of {kind} as there are no others"
    )
    return Served(tuple(keys), (Finding("warning", "key_of_another_kind", message, keys[0].page),))


def placed(
    keys: Sequence[Key], prints: Sequence[Sequence[Key]], blocks: Sequence[Block], kinds: Mapping[int, str]
) -> Sequence[Key]:
    """The keys, where two that are headed for nothing contradict each other and one stands above the tables of each
    kind, or below its name: then each serves those. `kinds` are those of the review's tables by their identity."""
    printed = [key for own in prints for key in own]
    if headed := _headed(printed, blocks):
        return headed
    groups = _groups(printed, blocks, kinds)
    told = [group for group in groups if group.keys]
    serves = [_serves(group, first=group is told[0]) for group in told]
    # where a table stands before the first key, keys may stand below what they explain
    free = bool(groups[0].keys) and all(k.serves == ANY for group in told for k in group.keys)
    if not free or ANY in serves or len({*serves}) < 2 or not _contradict([group.keys for group in told]):
        return keys
    return [k._replace(serves=kind) for group, kind in zip(told, serves, strict=True) for k in group.keys]


def _serves(group: Group, *, first: bool) -> str:
    """The kind of the tables below keys. Behind the first such key tables of both kinds may follow in turns, and then
    one of which every line speaks of a target is for the indicators right below it."""
    if len(group.kinds) == 1:
        return group.kinds[0]
    targets = all(TARGET in f"{k.entry.label} {k.entry.definition}".lower().split() for k in group.keys)
    return INDICATORS if not first and targets and group.kinds[:1] == [INDICATORS] else ANY


def _headed(printed: Sequence[Key], blocks: Sequence[Block]) -> list[Key]:
    """Two keys that contradict each other, each right below the name of what it is for: `Actions`, `Measures`."""
    if any(k.serves != ANY for k in printed):
        return []
    own = {k.block for k in printed}
    kinds = {id(b): above(blocks, k, inside=True) for k, b in enumerate(blocks) if id(b) in own}
    if ANY in kinds.values() or len({*kinds.values()}) < 2 or len(kinds) < len(own):
        return []
    if not _contradict([[k for k in printed if kinds[k.block] == kind] for kind in {*kinds.values()}]):
        return []
    return [k._replace(serves=kinds[k.block]) for k in printed]


class Group(NamedTuple):
    """Keys that no table of the review parts, and the kinds of those tables below them, the next one's first."""

    keys: list[Key]
    kinds: list[str]


def _groups(printed: Sequence[Key], blocks: Sequence[Block], kinds: Mapping[int, str]) -> list[Group]:
    found = [Group([], [])]
    for block in blocks:
        own = [k for k in printed if k.block == id(block)]
        if own and found[-1].kinds:
            found.append(Group([], []))
        found[-1].keys.extend(own)
        if id(block) in kinds and kinds[id(block)] not in found[-1].kinds:
            found[-1].kinds.append(kinds[id(block)])
    return found


def _contradict(groups: Sequence[Sequence[Key]]) -> bool:
    """True where one colour stands for a status in one key, and for another in another."""
    said: dict[str, set[frozenset[str]]] = {}
    for keys in groups:
        for colour in {k.colour for k in keys if k.colour}:
            said.setdefault(colour, set()).add(frozenset(k.entry.status for k in keys if k.colour == colour))
    return any(len(meanings) > 1 for meanings in said.values())


def named(title: str, inside: bool = False) -> str:
    """The kind of table that a heading names beside words of a key alone: `PI Status`, `Key to actions`.

    `inside` a key it need not say what it is the heading of; elsewhere `Key actions` is no key's.
    """
    known = vocabulary.load("statuses")["legend"]["serves"]
    words = vocabulary.plain(title).split()
    kinds = [kind for kind in KINDS if any(word in known[kind] for word in words)]
    if len(kinds) != 1 or len(words) > LONGEST:
        return ANY
    others = [word for word in words if word not in (*known[kinds[0]], *known["beside"])]
    others = [word for word in others if word not in known.get(f"beside_{kinds[0]}", ())]
    of_a_key = [word for word in others if word in known["of_a_key"]]
    told = inside or (
        of_a_key and not (of_a_key == ["key"] and words[0] == "key" and words[1] in known[kinds[0]])
    )
    return kinds[0] if told and len(of_a_key) == len(others) else ANY


def heads_a_key(title: str) -> bool:
    """True for the words of a key's heading and no others: `Ratings of indicators`, `Status`."""
    known = vocabulary.load("statuses")["legend"]["serves"]
    words = {*vocabulary.plain(title).split()}
    allowed = {word for said in known.values() for word in said}
    return bool(words) and words <= allowed and not words.isdisjoint(known["of_a_key"])


def named_inside(text: str) -> str:
    """The kind that was named last inside a text, before a colon or behind `for`."""
    kinds = (named(found["title"] or found["kind"], inside=True) for found in HEADED.finditer(text))
    return next((kind for kind in reversed(list(kinds)) if kind), ANY)


def row_above(blocks: Sequence[Block], place: int) -> Table | None:
    """The row of headings right above a key that is a table of its own, as those of keys side by side are shaded; None
    where none of them names what its key is for."""
    block, over = blocks[place], blocks[place - 1] if place else None
    if (
        not isinstance(over, Table)
        or not isinstance(block, Table)
        or over.rows > 1
        or over.page != block.page
    ):
        return None
    touches = -TOUCHING < block.box.top - over.box.bottom < over.box.bottom - over.box.top
    return over if touches and over.cols > 1 and any(map(_of_heading, over.cells)) else None


def _below(over: Table, table: Table) -> dict[int, str]:
    """For each column of a key the kind that the cell of a row of headings over its words names."""
    now: dict[int, str] = {}
    for cell in table.cells:
        at = cell.lines[0].box.x0 if cell.lines else cell.box.centre[0]
        kinds = [_of_heading(head) for head in over.cells if head.box.x0 <= at < head.box.x1]
        if any(kinds):
            now.setdefault(cell.col, kinds[0])
    return now


def by_column(table: Table, over: Table | None = None) -> dict[int, dict[int, str]]:
    """For each row and column of a key the kind that the last heading cell above it names; `over` is a row of headings
    that is a table of its own."""
    found: dict[int, dict[int, str]] = {}
    now = _below(over, table) if over else {}
    for row in range(table.rows):
        cells = [c for c in table.cells if c.row == row]
        if len(cells) == 1 and cells[0].col_span == table.cols and not cells[0].marks:
            now = {}
        for cell in cells:
            if kind := _of_heading(cell):
                now = now | dict.fromkeys(range(cell.col, cell.col + cell.col_span), kind)
        found[row] = now
    return found


def _of_heading(cell: Cell) -> str:
    return named(cell.text, inside=True) if cell.text and not cell.marks else ANY


def above(blocks: Sequence[Block], place: int, *, inside: bool = False) -> str:
    """The kind that the text right above a block names; what stands beside it names none. With `inside` the name of the
    kind alone is enough."""
    block = blocks[place]
    signs = block.marks if isinstance(block, Paragraph) else ()
    left = min([block.box.x0, *(mark.box.x0 for mark in signs)])  # far left of their words in a wide column
    for other in reversed(blocks[max(place - BACK, 0) : place]):
        if other.page == block.page and other.box.x0 < block.box.x1 and other.box.x1 > left:
            if isinstance(other, Table) or other.box.bottom > block.box.top + TOUCHING:
                return ANY
            return named(other.text, inside)
    return ANY
