"""Rows that print on a later page all that one before them does: a sheet whose rows to repeat at the top of each page
are more than its headings prints one of its own there, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from normalise.review import Action, Finding

LEAST = 80  # characters of an action and its note; shorter ones may be alike in two rows


def found(actions: Iterable[Action]) -> Iterator[Finding]:
    """A finding for each action that is an earlier page's, word for word and under the same activity."""
    printed: dict[object, int] = {}
    for action in actions:
        told = (
            action.action,
            action.progress,
            action.action_number,
            action.activity,
            action.leads,
            action.mark,
        )
        if not action.pages or len(action.action) + len(action.progress) < LEAST:
            continue
        page = printed.setdefault((told, action.status), action.pages[-1])
        if page < action.pages[0]:
            message = f"the row prints what one of page {page} does: it may be that one, printed again"
            yield Finding("warning", "row_repeated", message, action.pages[0], "action", action.id)
