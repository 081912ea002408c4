"""A subject: an action, an activity or an indicator as it stands in one review, seen for linking."""

from __future__ import annotations

from dataclasses import dataclass

#: note of an indicator that prints, in the place of its previous figure, that there is none
NO_FIGURE = "none"


@dataclass(frozen=True, slots=True)
class Subject:
    """`refs` are the activity's; `home` is the activity's id; `note` is an action's progress, or the figure
    that an indicator hands on (`latest` as the former, `previous` as the latter); `people` are an action's
    leads, an activity's plans or an indicator's targets; `contents` are the texts below an activity; `place`
    is the position in the review from 0 to 1, `status` an action's."""

    id: str
    refs: tuple[str, ...]
    home: str | None
    priority: str | None
    number: str | None
    text: str
    note: str
    people: frozenset[str]
    contents: frozenset[str]
    place: float
    position: int
    status: str | None = None
