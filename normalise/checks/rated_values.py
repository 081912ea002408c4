"""Figures with a status behind them, `75.1% Met`, of rows without one: two columns were read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from normalise.language import phrases
from normalise.review import Finding, Indicator

FIELDS = ("latest", "previous", "target")
#: a figure, or that there is none, and words behind it
FIGURE = re.compile(r"(?:[£€$]?[\d,.]+\s?%?|n/a)\s+(?P<words>[A-Z][A-Za-z ]+)", re.IGNORECASE)
SEVERAL = 2  # statuses behind the figures of a field: `12 completed` alone may be what is counted


def found(indicators: Sequence[Indicator]) -> Iterator[Finding]:
    """A warning about each row with words behind its figure, where those of several rows name statuses."""
    for field in FIELDS:
        told = [(i, words) for i in indicators if i.status is None and (words := _words(getattr(i, field)))]
        if len({phrases.status_of(words) for _, words in told} - {None}) < SEVERAL:
            continue
        for indicator, words in told:
            message = (
                f"behind the value of {getattr(indicator, field)!r} stands {words!r}: two columns may be one"
            )
            place = indicator.pages[0], "indicator", indicator.id, field
            yield Finding("warning", "columns_unsure", message, *place)


def _words(value: str | None) -> str | None:
    found = FIGURE.fullmatch(" ".join((value or "").split()))
    return found["words"] if found else None
