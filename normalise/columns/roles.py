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
    codes,
    content,
    dated,
    figures,
    held,
    levels,
    marked,
    narratives,
    priorities,
    tallies,
    then_and_now,
    twofold,
    unnamed,
    worded,
    year_parts,
)
from normalise.columns.content import Columns
from normalise.columns.headers import Header
from normalise.language import item_heads, moments, phrases, vocabulary
from normalise.profile import in_force
from parsers.block import Cell

#: roles that several columns of a table may share: a list in parts, or what is told apart elsewhere
SHARED = ("plan", "status", "previous_status")
#: of several columns of such a role the one that stands nearest before the action is the action's own
NEAREST = ("ref", "activity")
#: roles of the figures of others
COMPARED = ("national", "statistical_neighbours", "benchmark")
#: roles of columns that tell of a figure and are none
MEASURING = ("unit", "good_is", "direction", "status", "period", "previous_status")
#: and beside a figure that is rated: who answers for it, and why it is as it is
NOTED = ("lead", "progress")
#: roles of a first column that may name what is measured, among them that of a question, `How are we doing?`
TELLING = ("progress", "status")
UNSAID = ("", "group", *TELLING)


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
    told = content.settled(headings, below, held.numbered(signed.roles, below))
    settled = levels.row_apart(headings, told, below)
    timely = dated.told(headings, settled, below)
    if (due := dated.unnamed(headings, timely, below)) is not None:
        settled, timely = (_with(roles, due, "due_date") for roles in (settled, timely))
    kind, roles = _kind(headings, timely, below)
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


def _kind(
    headings: Sequence[str], roles: tuple[str, ...], below: Sequence[Sequence[Cell]]
) -> tuple[str, tuple[str, ...]]:
    """Kind of the table, and roles where one heading can mean two things settled by the others."""
    words = vocabulary.load("headings")["kinds"]
    said = [
        set(words["not_a_review"]).intersection(vocabulary.plain(h).split()) for h in dict.fromkeys(headings)
    ]
    foreign = {word for own in said for word in own}
    if tallies.heads_counts(headings, below):
        return "other", roles
    roles = codes.of_indicators(roles, below)
    have = set(roles)
    values = have & set(words["values"])
    items = have & set(words["item"])
    if any(vocabulary.plain(heading) in in_force().ignored for heading in headings):
        return "ignored", roles
    if sum(map(bool, said)) > 1 and not (
        foreign <= set(words["money"]) and have.issuperset(words["told"]) and items
    ):
        return "other", roles
    parts = set(filter(year_parts.is_part, have))
    series = figures.series(headings, roles, below)
    if "indicator" in have and (values or series) and not _measure_success(headings, roles, below):
        coded = _are_coded(roles, below)
        names = {"indicator": "ref", "action": "indicator"} if coded else {"action": "description"}
        return "indicators", _renamed(roles, {**names, "activity": "group"})
    if "indicator" in have and ("status" in have or "progress" in have) and not items:
        return "actions", _renamed(roles, {"indicator": "action"})
    if (
        items
        and "due_date" not in have
        and (len(series) > 1 or _are_measured(headings, roles, below, series))
    ):
        return "indicators", _renamed(
            roles, {"action": "indicator"} if "action" in have else {"activity": "indicator"}
        )
    if items and (have & {"status", "progress"} or parts):
        own = "action" if "action" in have else "activity"
        if all(content.are_counts(below[col]) for col, role in enumerate(roles) if role == own):
            return "other", roles  # `Status | Actions | %` says how many there are
        item = {} if "action" in have else {"activity": "action"}
        return "actions", _renamed(roles, {**item, "indicator": "measure"})
    if items and len(values) > 1:
        return "indicators", _renamed(
            roles, {"action": "indicator"} if "action" in have else {"activity": "indicator"}
        )
    if not items and "indicator" not in have and _names_figures(headings, roles, below, series):
        return "indicators", ("indicator", *roles[1:])
    return "other", roles


def _are_coded(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> bool:
    """True where the column of indicators holds nothing but codes, `NI-1`, and the one beside it says what they are."""
    if "ref" in roles or "action" not in roles:
        return False
    coded, named = ([c.text for c in below[roles.index(r)] if c.text] for r in ("indicator", "action"))
    return (
        bool(named)
        and all(map(content.CODE.fullmatch, coded))
        and not any(map(content.CODE.fullmatch, named))
    )


def _measure_success(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> bool:
    """True for a table of what is done whose indicators (`Success measure`) say when it has succeeded: its columns of
    values rate the parts of a year and print no figures, or no result stands beside what is aimed at."""
    have = set(roles)
    if have.isdisjoint(("action", "activity")):
        return False
    values = vocabulary.load("headings")["kinds"]["values"]
    told = [(heading, role) for heading, role in zip(headings, roles, strict=True) if role in values]
    if told and all(role in year_parts.QUARTERS for _, role in told):
        return "status" in have or all(figures.names_rating(heading) for heading, _ in told)
    if (
        not told
        or not {role for _, role in told} <= {"target", "baseline"}
        or not have >= {"action", "status"}
    ):
        return False
    describing = vocabulary.load("headings")["shades"]["describing"]
    named = {vocabulary.plain(h) for h, role in zip(headings, roles, strict=True) if role == "action"}
    first = roles.index("action") < roles.index("indicator")
    told_of = have >= {"lead", "due_date"} or (first and "progress" in have)
    unnamed = any(not role and content.are_figures(below[col]) for col, role in enumerate(roles))
    return told_of and not unnamed and named.isdisjoint(describing)


def _names_figures(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], series: Sequence[int]
) -> bool:
    """True for a table that tells figures of several years beside a target or where they began, or compares the latest
    with its target and an earlier one or that of others, or rates it: whatever its first column is headed, what that
    prints are the indicators. False where any column says more than figures do, or where sentences stand below a
    heading of how it goes."""
    rated = {"target", "latest", "status"} <= set(roles)
    compared = {"target", "latest"} <= set(roles) and not {"previous", *COMPARED}.isdisjoint(roles)
    yearly = len(series) > 1 and not {"target", "baseline"}.isdisjoint(roles)
    told = rated or ((compared or yearly) and all(headings))
    if not told or roles[0] not in UNSAID:
        return False
    others = (col for col in range(1, len(roles)) if headings[col] != headings[0])
    names = [c.text for c in below[0] if c.text]
    if roles[0] in TELLING and any(c.marks or _tells(c.text) for c in below[0]):
        return False
    beside = (*MEASURING, *NOTED) if rated else MEASURING
    measured = all(content.are_figures(below[col]) or roles[col] in beside for col in others)
    coded = content.are_figures(below[0]) or all(map(content.CODE.fullmatch, names))
    return measured and bool(names) and not coded


def _tells(text: str) -> bool:
    """True for a sentence or a status, which name nothing."""
    return text.endswith(phrases.SENTENCE_END) or phrases.status_of(text) is not None


def _are_measured(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], series: Sequence[int]
) -> bool:
    """True where figures are told of each item, its target or an earlier one beside the latest; of items that have a
    status, or that someone leads, only where the heading does not say what they are (`Description`). Where it is said
    whether high or low is good, or what is aimed at and what was reached before, the latest may be a year's only
    quarter that is filled: one of a `series`."""
    aimed = "good_is" in roles or {"target", "previous"}.issubset(roles)
    latest = "latest" in roles or (aimed and bool(series))
    if not latest or ("lead" in roles and "progress" in roles):
        return False  # asked first: to look through all columns for figures takes twice as long as all else
    named = {vocabulary.plain(h) for h, role in zip(headings, roles, strict=True) if role == "action"}
    unsaid = named <= set(vocabulary.load("headings")["shades"]["describing"])
    if not unsaid and not {"status", "lead"}.isdisjoint(roles):
        return False

    def figured(*told: str) -> bool:
        return any(content.are_figures(below[col]) for col, role in enumerate(roles) if role in told)

    return figured("target", "previous") and (figured("latest") or "latest" not in roles)


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
    if role in COMPARED:
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


def _renamed(roles: Sequence[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(role, role) for role in roles)
