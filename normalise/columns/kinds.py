"""The kind of a table: what is done, what is measured, or neither, where one heading can mean two things settled by
the others and by what stands below them."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.columns import codes, content, figures, tallies, year_parts
from normalise.language import phrases, vocabulary
from normalise.profile import in_force
from parsers.block import Cell

#: roles of the figures of others
COMPARED = ("national", "statistical_neighbours", "benchmark")
#: roles of columns that tell of a figure and are none
MEASURING = ("unit", "good_is", "direction", "status", "period", "previous_status")
#: and beside a figure that is rated: who answers for it, and why it is as it is
NOTED = ("lead", "progress")
#: roles of a first column that may name what is measured, among them that of a question, `How are we doing?`
TELLING = ("progress", "status")
UNSAID = ("", "group", *TELLING)


def of(
    headings: Sequence[str], roles: tuple[str, ...], below: Sequence[Sequence[Cell]]
) -> tuple[str, tuple[str, ...]]:
    """Kind of the table, and roles where one heading can mean two things settled by the others."""
    words = vocabulary.load("headings")["kinds"]
    if tallies.heads_counts(headings, below):
        return "other", roles
    roles = codes.of_indicators(roles, below)
    have = set(roles)
    values = have & set(words["values"])
    items = have & set(words["item"])
    if any(vocabulary.plain(heading) in in_force().ignored for heading in headings):
        return "ignored", roles
    if _is_of_else(headings, have, bool(items)):
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


def _is_of_else(headings: Sequence[str], have: set[str], items: bool) -> bool:
    """True where two headings and more are those of a register of risks or of a budget; what is done may say what it
    costs, too."""
    words = vocabulary.load("headings")["kinds"]
    said = [
        set(words["not_a_review"]).intersection(vocabulary.plain(h).split()) for h in dict.fromkeys(headings)
    ]
    costs = set().union(*said) <= set(words["money"]) and have.issuperset(words["told"]) and items
    return sum(map(bool, said)) > 1 and not costs


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


def _renamed(roles: Sequence[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(role, role) for role in roles)
