"""Statuses that rows print in words and the document's key holds nothing of: a line of it may not have been read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from normalise.language import vocabulary
from normalise.review import Action, Finding, LegendEntry

SILENT = "no_information"  # that nothing is known of a row is no step of a scale


def found(actions: Iterable[Action], legend: Sequence[LegendEntry]) -> Iterator[Finding]:
    """One finding for the names of statuses that the words of rows give where the key gives those of others, and no
    line of it stands for the same. A row with a name of the key in another column, `On track` beside `Completed`, has
    what the key is for."""
    rows = list(actions)
    known = {SILENT, *(entry.status for entry in legend)}
    labels = {vocabulary.plain(entry.label) for entry in legend if entry.label}
    left = [a for a in rows if a.status_basis == "words" and a.status not in known and a.status_label]
    left = [a for a in left if labels.isdisjoint(vocabulary.plain(text) for _, text in a.extra)]
    if not left or not any(a.status_basis == "legend" for a in rows):
        return
    names = Counter(a.status_label for a in left)
    told = ", ".join(f"{name!r} ({times})" for name, times in names.items())
    page = left[0].pages[0] if left[0].pages else None
    message = f"rows print {told}, which no line of the key says: one of it may not have been read"
    yield Finding("warning", "key_incomplete", message, page)
