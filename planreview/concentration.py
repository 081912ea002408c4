"""Where change is concentrated: the priorities and the people of most that got worse or better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

#: places that are named of each sort; more would be a list, not a hint
SHOWN = 3
#: a place of a single change is no concentration
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A priority or a lead, and how much there got worse and better."""

    sort: str
    name: str
    worse: int
    better: int

    def __str__(self) -> str:
        told = [f"{n} {word}" for n, word in ((self.worse, "worse"), (self.better, "better")) if n]
        return f"{self.name}: {', '.join(told)}"


def concentrated(changes: Sequence[Row], places: Mapping[str, Row]) -> tuple[Place, ...]:
    """The first few priorities, then leads, by how much got worse there, then better; dates are apart from both."""
    counted = Counter(
        (sort, name, change["direction"])
        for change in changes
        if change["direction"] in ("worse", "better") and change["change"] != "due_date_changed"
        for sort, name in _where(places.get(change["to_id"] or ""))
    )
    names = dict.fromkeys((sort, name) for sort, name, _ in counted)
    found = [
        Place(sort, name, counted[sort, name, "worse"], counted[sort, name, "better"]) for sort, name in names
    ]
    found = [place for place in found if place.worse + place.better >= FEWEST]
    found.sort(key=lambda place: (-place.worse, -place.better, place.name))
    return tuple(
        place for sort in ("priority", "lead") for place in [p for p in found if p.sort == sort][:SHOWN]
    )


def _where(place: Row | None) -> Iterator[tuple[str, str]]:
    if place is None:
        return
    if place["priority"]:
        title = f" {place['priority_title']}" if place["priority_title"] else ""
        yield "priority", f"{place['priority']}{title}"
    for lead in place["leads"] or ():
        yield "lead", lead
