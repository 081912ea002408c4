"""What is told of the facts of a document that are missing or were inferred."""

from __future__ import annotations

import datetime as dt

from normalise.facts.publisher import Publisher
from normalise.review import Finding


def met(day: dt.date | None, other: str) -> Finding:
    message = f"the only day that is printed is that of {other}; {day} is taken, --as-at says it surely"
    return Finding("warning", "as_at_of_meeting", message, None, "review", None, "as_at")


def inferred(named: Publisher) -> Finding:
    return Finding(
        "info",
        "publisher_inferred",
        f"no body is named; the publisher is taken from the place {named.name!r}; --publisher says it surely",
        None,
        "review",
        None,
        "publisher",
    )


def missing(
    publisher: str | None, plan: str | None, cycle: str | None, as_at: dt.date | None
) -> list[Finding]:
    """A finding for each fact that is not told."""
    asked = (("publisher", publisher), ("plan", plan), ("cycle", cycle), ("as_at", as_at))
    return [
        Finding(
            "warning",
            f"{name}_not_found",
            f"the document does not say its {name.replace('_', ' ')}; give it with --{name.replace('_', '-')}",
            None,
            "review",
            None,
            name,
        )
        for name, value in asked
        if value is None
    ]
