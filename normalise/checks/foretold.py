"""Actions that are over only after the day that their review tells of: `Complete - March 2026` in September 2025."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from normalise.items.extras import NOTE
from normalise.language import dates
from normalise.review import Action, Finding

DATE = 30  # characters of a note that is a date


def found(actions: Iterable[Action], as_at: dt.date | None) -> Iterator[Finding]:
    """A finding for each completed action with a day beside its status that is later than the review's: it may be due
    then."""
    for action in actions if as_at is not None else ():
        notes = [text for name, text in action.extra if name.endswith(NOTE) and len(text) <= DATE]
        later = [text for text in notes if as_at is not None and (dates.date_of(text) or as_at) > as_at]
        if action.status == "completed" and later:
            message = f"completed, it says, with {later[0]!r} beside it, and the review tells of {as_at}"
            page = action.pages[0] if action.pages else None
            yield Finding("warning", "completed_later", message, page, "action", action.id, "status")
