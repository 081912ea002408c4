"""The role of each column of a table and the table's kind, where one heading can mean two things settled by others.

A heading tells first, then what the document prints below it, then the columns beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from normalise.columns import (
    answered,
    came_of,
    content,
    dated,
    figures,
    held,
    kinds,
    levels,
    marked,
    narratives,
    priorities,
    then_and_now,
    twofold,
    unnamed,
    worded,
    year_parts,
)
from normalise.columns.content import Columns
from normalise.columns.headers import Header
from normalise.language import item_heads, moments, vocabulary

#: roles that several columns of a table may share: a list in parts, or what is told apart elsewhere
SHARED = ("plan", "status", "previous_status")
#: of several columns of such a role the one that stands nearest before the action is the action's own
NEAREST = ("ref", "activity")


class Meaning(NamedTuple):
    """A table's kind, the role of each column, the headings that were understood by what stands below them, and those
    of them of which it is unsure that they head what is done."""

    kind: str
    roles: tuple[str, ...]
    guessed: tuple[tuple[str, str], ...]
    unsure: tuple[str, ...]


def meaning(header: Header, columns: Columns) -> Meaning:
    """What the columns below a header mean in this document."""
    headings = header.headings
    below = columns.below(headings, header.roles)
    parted = year_parts.rated(headings, answered.told(headings, header.roles, below), below, columns.keys)
    rated = levels.apart(headings, then_and_now.told(headings, parted, below))
    ended = came_of.told(headings, narratives.newest_told(headings, rated, below), below, columns.named)
    twice = twofold.told(headings, held.told(headings, ended.roles, below), below, columns.keys)
    signed = marked.told(headings, twice, below, columns.keys)
    signed = priorities.acting(headings, signed, below, columns.named)
    told = content.settled(headings, below, held.numbered(signed.roles, below), columns.keys)
    settled = levels.row_apart(headings, told, below)
    timely = dated.told(headings, settled, below)
    if (due := dated.unnamed(headings, timely, below)) is not None:
        settled, timely = (_with(roles, due, "due_date") for roles in (settled, timely))
    kind, roles = kinds.of(headings, timely, below)
    if kind == "indicators":
        roles = worded.told(headings, levels.measures_apart(roles, below), below)
        roles = figures.told_apart(headings, roles, below)
    known = zip(headings, rated, settled, strict=True)
    guessed = tuple(
        (heading, role)
        for heading, before, role in known
        if role and (not before or (before, role) == ("priority", "action"))
        if not (role == "activity" and item_heads.ends_in_end(heading))
    )
    rivals = levels.rivals(headings, told, below)
    guessed += tuple((headings[col], "action") for col in rivals[-1:] if len(rivals) > 1)
    guessed = guessed if kind == "actions" else ()
    unsure = tuple(
        heading
        for heading, role in guessed
        if (role == "due_date" and not dated.says_until(heading))
        or (role == "action" and heading not in (*ended.sure, *signed.sure) and not unnamed.is_sure(heading))
    )
    kept = _one_each(headings, roles)
    if unsure and unnamed.is_alone(headings, kept, below, header.roles):
        unsure = tuple(heading for heading in unsure if heading != headings[kept.index("action")])
    if kind == "actions" and unnamed.rival(headings, kept, below) is not None:
        unsure += (headings[kept.index("action")],)
    unsure += tuple(came_of.doubted(headings, kept, below) if kind == "actions" else ())
    return Meaning(kind, kept, guessed, unsure)


def _one_each(headings: Sequence[str], roles: tuple[str, ...]) -> tuple[str, ...]:
    """Roles of one column each: the others go under their own headings, for two texts in one field would not tell
    which is which. A rating behind a value that is not the field says nothing of the field either.
    """
    kept = list(roles)
    for role in dict.fromkeys(roles):
        if not _is_single(role):
            continue
        chosen = headings[_chosen(role, headings, roles)]
        for k, heading in enumerate(headings):
            if roles[k] == role and heading != chosen:
                kept[k] = ""
                if role == "latest" and roles[k + 1 : k + 2] == ("status",) and "status" in kept[:k]:
                    kept[k + 1] = ""
    return tuple(kept)


def _is_single(role: str) -> bool:
    return bool(role) and role not in SHARED and not year_parts.is_part(role)


def _chosen(role: str, headings: Sequence[str], roles: Sequence[str]) -> int:
    """Of columns of one role the first, in English where there are two languages; of years and of others' figures for
    several times the last, and of what leads to the action the nearest before it."""
    columns = [k for k, other in enumerate(roles) if other == role]
    years = {headings[k]: k for k in columns if vocabulary.YEAR_COLUMN.match(vocabulary.plain(headings[k]))}
    if len(years) == len({headings[k] for k in columns}):
        return years[max(years)]
    if role in kinds.COMPARED:
        ends = {col: moment.end for col in columns if (moment := moments.of(headings[col]))}
        dated = {col: end for col, end in ends.items() if end is not None}
        if len(dated) == len(columns):
            return max(dated, key=lambda col: dated[col])
    before = columns
    if role in NEAREST and "action" in roles:
        before = [k for k in columns if k < roles.index("action")][-1:]
    return min(
        before or columns, key=lambda k: (item_heads.is_welsh(headings[k]), _is_sponsor(headings[k]), k)
    )


def _is_sponsor(heading: str) -> bool:
    """True for a heading of who answers for what another one leads: `Executive sponsor`."""
    return not _sponsors().isdisjoint(vocabulary.plain(heading).split())


@lru_cache(maxsize=1)
def _sponsors() -> frozenset[str]:
    return frozenset(vocabulary.load("headings")["shades"]["sponsors"])


def _with(roles: Sequence[str], col: int, role: str) -> tuple[str, ...]:
    return (*roles[:col], role, *roles[col + 1 :])
