"""Columns of two levels: what a goal's column says is not what its initiative's column says.

Plans with goals and initiatives print a health, a percentage or an owner of each side by side; the row is the
initiative, and what holds for the goal stays beside it under its own heading.
"""

from __future__ import annotations

from collections.abc import Sequence

from normalise import vocabulary

OF_ACTIVITY = (
    "activity:"  # opens the role of a column that tells something of the activity, not of the action
)


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
