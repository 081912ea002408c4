"""Statuses that rows print in words and the document's key holds nothing of: a line of it may not have been read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from normalise.review import Action, Finding, LegendEntry

SILENT = "no_information"  # that nothing is known of a row is no step of a scale


def found(actions: Iterable[Action], legend: Sequence[LegendEntry]) -> Iterator[Finding]:
    """One finding for the names of statuses that the words of rows give where the key gives those of others, and no
    line of it stands for the same."""
    rows = list(actions)
    known = {SILENT, *(entry.status for entry in legend)}
    left = [a for a in rows if a.status_basis == "words" and a.status not in known and a.status_label]
    if not left or not any(a.status_basis == "legend" for a in rows):
        return
    names = Counter(a.status_label for a in left)
    told = ", ".join(f"{name!r} ({times})" for name, times in names.items())
    page = left[0].pages[0] if left[0].pages else None
    message = f"rows print {told}, which no line of the key says: one of it may not have been read"
    yield Finding("warning", "key_incomplete", message, page)
