"""The roles that headings of several levels give: a column's own, and the name of a group over several."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.language import vocabulary, words

#: roles that a heading keeps whatever group it stands under, and roles that the names of groups have by their words
OWN = ("action", "activity", "lead", "due_date", "start_date", "progress", "status", "ref")
RATING = ("status", "complete")  # roles below a group that is headed as progress
GROUPS = ("plan", "activity", "action", "priority", "latest", "indicator", "group")
FACETS = 2  # headings of what is rated apart that make the one beside them that of the whole
LED = frozenset(("lead", "due_date"))  # what one column of a table says


def heading(levels: Sequence[str]) -> str:
    """A column's heading in one text; `levels` are from its own upwards, here and below."""
    return " ".join(" ".join(reversed(levels)).split())


def role(levels: Sequence[str]) -> str:
    """The role that a column's headings give it, lowest first: all of them together before each, but what names a field
    of its own keeps it below the name of a group: `End date` under `Plan` is no plan."""
    if not levels:
        return ""
    tries = [" ".join(levels), " ".join(reversed(levels)), *levels] if len(levels) > 1 else levels
    roles = [vocabulary.role_of(text) or "" for text in tries]
    found = next(filter(None, roles), "")
    own = vocabulary.role_of(levels[0]) if len(levels) > 1 else None
    if found == "latest" and "previous" in map(vocabulary.role_of, levels):
        return "previous"  # `Result` under `Previous performance`
    if own == "target" == roles[1]:
        return own  # `Target` under `Month`, which is no target month
    describing = vocabulary.plain(levels[0]) in words.shades()["describing"]
    if own in RATING and found == "progress":  # `Progress at Q2` over `RAG` and `Comment`
        return own
    kept = own in OWN and not describing and (own in roles[:2] or found in GROUPS)
    return own if own and kept else found


def overall(headings: Sequence[str], roles: list[str]) -> list[str]:
    """The roles of these headings, of which `Overall` beside what is rated apart (`Time`, `Cost`) is the status."""
    whole = [col for col, heading in enumerate(headings) if heading.casefold() in words.shades()["whole"]]
    if len(whole) == 1 and not roles[whole[0]] and "status" not in roles:
        facets = {vocabulary.plain(heading) for heading in headings} & words.shades()["facets"]
        roles[whole[0]] = "status" if len(facets) >= FACETS else ""
    return roles


def without_groups(levels: Sequence[Sequence[str]], roles: Sequence[str]) -> list[str]:
    """The roles without those that columns have by the name of their group alone where another column's own heading
    says the same: `Funding` under `Accountability` is nobody beside `Owner`, and `Next steps` under `Where we are now`
    no second account beside `Progress`."""
    own = [vocabulary.role_of(texts[0]) if texts else None for texts in levels]
    joint = [vocabulary.role_of(heading(texts)) for texts in levels]
    groups = [texts[-1] if len(texts) > 1 else "" for texts in levels]
    told = {group for group, mine in zip(groups, own, strict=True) if group and mine == "progress"}
    said = [*LED.intersection(filter(None, own))]
    found = []
    for role, mine, whole, group in zip(roles, own, joint, groups, strict=True):
        again = role in said or (role == "progress" and group in told)
        found.append("" if again and role not in (mine, whole) else role)
    return found
