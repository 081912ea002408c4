"""Columns of two levels: what a goal's column says is not what its initiative's column says.

Plans with goals and initiatives print a health, a percentage or an owner of each side by side; the row is the
initiative, and what holds for the goal stays beside it under its own heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from normalise.columns import content, unnamed, year_parts
from normalise.language import item_heads, plan_names, references, vocabulary
from parsers.block import Cell

ITEMS = ("activity", "action", "plan")  # roles of columns that can name what a row is about
#: share of a column's texts that stand on one row only, where each is its row's own: two may be alike
OWN = 0.9
FACING = 2  # columns of priorities side by side
MERGED = 1.5  # rows on average for each text of a column that stands above them
OF_ACTIVITY = (
    "activity:"  # opens the role of a column that tells something of the activity, not of the action
)
#: roles of the headings that rows stand under, the nearest first
OF_SECTION = ("extra:subsection", "extra:section")


def apart(headings: Sequence[str], roles: Sequence[str]) -> tuple[str, ...]:
    """Roles with those of the upper level marked as such, where a table prints both levels."""
    items = [vocabulary.item_of(heading) for heading in headings]
    if "action" not in roles or "activity" not in roles:
        return tuple(roles)
    told = {
        role
        for role, item in zip(roles, items, strict=True)
        if role not in ("activity", "action") and item != "activity"
    }
    return tuple(
        OF_ACTIVITY + role
        if item == "activity" and role not in ("activity", "action") and role in told
        else role
        for role, item in zip(roles, items, strict=True)
    )


def row_apart(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]
) -> tuple[str, ...]:
    """Roles with an action, where any column can be it."""
    steps = year_parts.steps(headings, roles)
    others = ["" if k in steps else r for k, r in enumerate(roles)]
    found = _under_priority(headings, _rated_apart(headings, others, below), below)
    if not any(role in content.ITEMS for role in found):
        described = unnamed.described(headings, found) if _numbering(found, below) else []
        for col in described or unnamed.doing(headings, found, below):
            found[col] = "action"
    for col in unnamed.gathering(headings, found, below):
        found[col] = "activity"
    for col in unnamed.prioritised(headings, found, below):
        found[col] = "priority"
    return tuple(found)


def _under_priority(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]
) -> list[str]:
    """Roles where of two columns left of the action that are headed as priorities (`Council priority`, `Ambition`) the
    second, which says no fewer things, is the activity, where no other column is."""
    found = list(roles)
    action = found.index("action") if "action" in found else 0
    uppers = [col for col, role in enumerate(found[:action]) if role == "priority"]
    if "activity" not in found and len(uppers) == FACING and headings[uppers[0]] != headings[uppers[1]]:
        above, own = ([cell.text for cell in below[col] if cell.text] for col in uppers)
        if own and len({*own}) >= len({*above}) and mean(map(len, own)) >= content.NAME:
            found[uppers[1]] = "activity"
    return found


def _rated_apart(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[str]:
    """Roles where the action is what the row's status rates: of two columns of items (`Action`, `Milestone`) the one
    that has as many cells as there are statuses, the one merged over several of those being its activity."""
    inked = [sum(bool(c.text or c.marks or c.fill) for c in column) for column in below]
    roles = _strategies(headings, roles, below)
    rated = max((n for n, role in zip(inked, roles, strict=True) if unnamed.rates(role)), default=0)
    items = [col for col, role in enumerate(roles) if role == "action"]
    found = list(roles)
    if len({headings[col] for col in items}) > 1:
        said = {col: len({c.text for c in below[col] if c.text}) for col in items}
        coarse = [col for col in items if MERGED * said[col] <= max(said.values())]
        off = {col: abs(inked[col] - rated) for col in items}
        row = min(
            items,
            key=lambda col: (
                off[col] > (1 - OWN) * rated and off[col],  # a row that a page's end cuts has two cells
                col in coarse,
                _is_next(roles, col),
                item_heads.is_need(headings[col]) + 2 * item_heads.is_description(headings[col]),
                item_heads.is_welsh(headings[col]),
                off[col],
                item_heads.is_upper(headings[col]),
                col,
            ),
        )
        for col in items:
            fewer = inked[col] < inked[row] or col in coarse or item_heads.is_upper(headings[col])
            if headings[col] != headings[row]:
                found[col] = "activity" if col < row and fewer and "activity" not in found else ""
    elif (own := _row_s_own(roles, below, rated)) is not None:
        merged = [col for col in items if col != own and "activity" not in found[:own]]
        for col in merged:
            found[col] = "activity"
        found[own] = "action"
    elif (named := _described_by(headings, roles, below)) is not None:
        for col, role in enumerate(roles):
            found[col] = "action" if col == named else "" if role == "action" else role
    elif not items and (lowest := rivals(headings, roles, below)):
        for col in (k for k, role in enumerate(roles) if role == "activity"):
            upper = "activity" if col < lowest[-1] and not item_heads.is_welsh(headings[col]) else ""
            found[col] = "action" if headings[col] == headings[lowest[-1]] else upper
    elif not _told(roles, below) and (finer := unnamed.finer(headings, roles, below, rated)) is not None:
        found = ["activity" if role == "action" else role for role in roles]
        found[finer] = "action"
    return found


def measures_apart(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Roles of a table of figures with what gathers its measures: a column of indicators whose texts are merged over
    the rows of a later one, `Level of service` before `Performance measure`."""
    found = list(roles)
    named = [col for col, role in enumerate(roles) if role == "indicator"]
    said = {col: sum(bool(c.text) for c in below[col]) for col in named}
    finest = max(named, key=lambda col: said[col], default=0)
    for col in named:
        if col < finest and said[col] < said[finest]:
            found[col] = "" if "group" in found else "group"
    return tuple(found)


def rivals(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """Of columns of items of which none is headed as an action (`Objective`, `Activity`) those that may be it, the
    likeliest last: the finest, and of those that are as fine the ones that are not headed by an end."""
    if "action" in roles:
        return []
    texts = {
        col: [c.text for c in below[col] if c.text] for col, role in enumerate(roles) if role == "activity"
    }
    named = [col for col in texts if texts[col] and mean(map(len, texts[col])) >= content.NAME]
    said = {col: len({*texts[col]}) for col in texts}
    if len({headings[col] for col in texts}) < 2 or not named:
        return []
    most = max(said[col] for col in named)
    if len({headings[col] for col in named}) < 2 and OWN * most <= max(
        n for col, n in said.items() if col not in named
    ):
        return []
    fine = [col for col in named if len({*texts[col]}) >= OWN * most]
    for unlikely in (item_heads.is_welsh, item_heads.is_end):
        fine = [col for col in fine if not unlikely(headings[col])] or fine
    return fine


def _strategies(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]
) -> tuple[str, ...]:
    """Roles where `Strategy` is a step below a goal and no plan that the goal belongs to: it stands behind the goal's
    column, says more different things than that, and these are not named as plans are; or left of all items each opens
    with a number, `1.1 Homes for all`; or no other column has an item, and each row has its own."""
    found = list(roles)
    steps = vocabulary.load("headings")["shades"]["steps"]
    for col in (
        k for k, role in enumerate(roles) if role == "plan" and vocabulary.plain(headings[k]) in steps
    ):
        texts = [cell.text for cell in below[col] if cell.text]
        named = sum(map(plan_names.complete, texts))
        above = [k for k, role in enumerate(roles[:col]) if role in ("activity", "priority")]
        goals = {cell.text for cell in below[above[-1]] if cell.text} if above else set()
        if above and len({*texts}) > max(len(goals), 1) and 2 * named < len(texts):
            found[col] = "activity" if "action" in roles[col:] else "action"
        elif not above and {"action", "activity"}.intersection(roles[col:]) and _are_numbered(texts):
            found[col] = "activity"
        elif (
            {"action", "activity", "indicator"}.isdisjoint(found)
            and _are_items(texts)
            and 2 * named < len(texts)
        ):
            found[col] = "action"
    return tuple(found)


def _are_items(texts: Sequence[str]) -> bool:
    """True for texts that are long enough to name what is done, nearly all of them on one row only."""
    return bool(texts) and len({*texts}) >= OWN * len(texts) and mean(map(len, texts)) >= unnamed.TELLING


def _are_numbered(texts: Sequence[str]) -> bool:
    """True for texts that open with a number each; what begins small goes on from the page before."""
    whole = [text for text in texts if not text[0].islower()]
    named = mean(map(len, whole)) >= content.NAME if whole else False
    return len(whole) > 1 and named and all(map(references.leading_reference, whole))


def _row_s_own(roles: Sequence[str], below: Sequence[Sequence[Cell]], rated: int) -> int | None:
    """The column of items that is each row's own, beside its number: every other one is merged over several rows or
    says the same on them, so whatever the two are headed it is the action, and what stands before it is above it."""
    texts = [[cell.text for cell in column if cell.text] for column in below]
    numbers = max((len(texts[col]) for col in _numbering(roles, below)), default=0)
    items = [col for col, role in enumerate(roles) if role in ITEMS and texts[col]]
    own = [
        col
        for col in items
        if rated > 1
        and OWN * rated <= len(texts[col])
        and OWN * len(texts[col]) <= numbers
        and len({*texts[col]}) >= OWN * len(texts[col])
        and mean(map(len, texts[col])) >= content.NAME
    ]
    if len(own) != 1 or roles[own[0]] == "action":
        return None
    above = [col for col in items if col != own[0]]
    shared = all(col < own[0] and MERGED * len({*texts[col]}) <= len(texts[own[0]]) for col in above)
    alone = not above and (roles[own[0]] != "plan" or "indicator" in roles)
    return own[0] if shared and not alone else None


def _described_by(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]
) -> int | None:
    """The column that names each row's own project, where the one that would be the action only describes it, or says
    what comes of it or is to come: `Project | Progress | Action required`."""
    items = {
        role: [col for col, other in enumerate(roles) if other == role] for role in ("activity", "action")
    }
    named, described = items["activity"], items["action"]
    if len(named) != 1 or len(described) != 1 or named[0] > described[0]:
        return None
    beside = item_heads.is_description(headings[described[0]]) or item_heads.is_product(
        headings[described[0]]
    )
    if not (beside or _is_next(roles, described[0])) or item_heads.is_end(headings[named[0]]):
        return None
    texts, told = ([c.text for c in below[col] if c.text] for col in (named[0], described[0]))
    return (
        named[0]
        if 1 < len(told) <= len({*texts}) == len(texts) and mean(map(len, texts)) >= content.NAME
        else None
    )


def _is_next(roles: Sequence[str], col: int) -> bool:
    """True for what is still to be done: right of the progress, with no lead and no date behind it."""
    told = "progress" in roles[:col]
    return told and not {"lead", "due_date"}.intersection(roles[col:])


def _numbering(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    return [col for col, role in enumerate(roles) if role == "ref" and content.are_references(below[col])]


def _told(roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> bool:
    """True where figures are told of an indicator, its target or the latest: a merged outcome gathers such and has none
    that is done."""
    values = vocabulary.load("headings")["kinds"]["values"]
    return "indicator" in roles and any(
        role in values and content.are_figures(below[col]) for col, role in enumerate(roles)
    )
