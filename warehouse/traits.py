"""Traits: what is compared from one review to the next, each with the change that a difference of it is
called."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from normalise.review import Action, Activity, Indicator, Review
from warehouse.wording import plain

#: a key longer than this is stored as its digest; it is only ever compared
_LONGEST_KEY = 64

#: what stands between a label and what it means
_AFTER_LABEL = frozenset("-–—:=")

#: what may part names; a title that holds it ("Health and Safety") is parted on both sides alike
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")

#: columns of an indicator and what a change of each is called
_INDICATOR_CHANGES = {
    "name": "renamed",
    "indicator_ref": "renumbered",
    "priority": "moved",
    "status": "status_changed",
    "target": "target_changed",
    "latest": "value_changed",
    "previous": "value_changed",
    "national": "value_changed",
    "statistical_neighbours": "value_changed",
    "annual_performance": "value_changed",
    "good_is": "value_changed",
}


class Trait(NamedTuple):
    """`key` is alike for all printed forms that a reader would not call different."""

    field: str
    change: str
    printed: str
    key: str


def action_traits(action: Action) -> Iterator[Trait]:
    """Status, text, note, number, people and dates; an empty field is no trait."""
    number = action.action_number or ""
    return _present(
        _trait("status", "status_changed", action.status),
        _trait("action", "text_changed", action.action),
        _trait("progress", "progress_changed", action.progress, _without_number(action.progress, number)),
        _trait("action_number", "renumbered", number, _own_number(number, action.activity_refs)),
        _people("leads", "lead_changed", action.leads),
        _trait("due_date", "due_date_changed", _iso(action.due_date)),
        _trait("start_date", "due_date_changed", _iso(action.start_date)),
    )


def activity_traits(activity: Activity) -> Iterator[Trait]:
    """Refs, texts, plans and priority."""
    return _present(
        _trait("refs", "renumbered", ", ".join(activity.refs)),
        _trait("texts", "text_changed", " ".join(activity.texts)),
        _people("plans", "text_changed", activity.plans),
        _trait("priority", "moved", activity.priority),
    )


def indicator_traits(indicator: Indicator) -> Iterator[Trait]:
    """Name, place, status and all printed values, those of further columns too."""
    ref = indicator.indicator_ref or ""
    for field, change in _INDICATOR_CHANGES.items():
        printed = getattr(indicator, field)
        said = _without_ref(printed, ref) if field == "name" else printed
        yield from _present(_trait(field, change, printed, said))
    seen = set(_INDICATOR_CHANGES)
    for reading in indicator.readings:
        if reading.series not in seen:
            yield from _present(_trait(reading.series, "value_changed", reading.raw))
        seen.add(reading.series)


def review_traits(review: Review) -> Iterator[Trait]:
    """What holds of the review as a whole: titles of priorities, meanings of marks."""
    seen: set[str] = set()
    for priority in review.priorities:
        field = f"priority {plain(priority.number)}"
        yield from _first(seen, _trait(field, "renamed", priority.title))
    for entry in review.legend:
        said = _without_label(entry.definition or "", entry.label)
        meaning = f"{entry.status}: {said}" if said else entry.status
        yield from _first(seen, _trait(f"legend {plain(entry.label)}", "text_changed", meaning))


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _trait(field: str, change: str, printed: str | None, compared: str | None = None) -> Trait | None:
    if not printed:
        return None
    return Trait(field, change, printed, _key(plain(printed if compared is None else compared)))


def _people(field: str, change: str, names: Sequence[str]) -> Trait | None:
    """Names in any order are the same names, those too that a comma parts within what was read as one."""
    kept = sorted(part for name in names for part in _BETWEEN_NAMES.split(plain(name).casefold()) if part)
    return Trait(field, change, ", ".join(names), _key("; ".join(kept))) if names else None


def _key(text: str) -> str:
    if len(text) <= _LONGEST_KEY:
        return text
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _own_number(number: str, refs: Sequence[str]) -> str:
    """A number that repeats its activity's ref ("2.3.1" under "2.3") is compared without it."""
    repeated = next((ref for ref in refs if ref and number.startswith(f"{ref}.")), None)
    return number[len(repeated) + 1 :] if repeated else number


def _without_number(progress: str, number: str) -> str:
    """A note repeats its action's number ("3. Completed"); another number is no other progress."""
    if number and progress.startswith((f"{number}.", f"{number})")):
        return progress[len(number) + 1 :]
    return progress


def _without_ref(name: str, ref: str) -> str:
    """A name may repeat the reference that it has ("PI 01 Missed bins"), where another review prints that beside it."""
    rest = name[len(ref) :].lstrip(" \t\n.:)–—-") if ref and name.startswith(ref) else ""
    return rest if rest[:1].isalpha() else name


def _without_label(definition: str, label: str) -> str:
    """A definition may begin with its label ("On track – will be finished"), where the sign beside it is no word."""
    if not label or not definition.casefold().startswith(label.casefold()):
        return definition
    rest = definition[len(label) :].lstrip()
    return rest[1:].lstrip() if rest[:1] in _AFTER_LABEL and rest[1:].strip() else definition


def _present(*traits: Trait | None) -> Iterator[Trait]:
    return (trait for trait in traits if trait is not None)


def _first(seen: set[str], trait: Trait | None) -> Iterable[Trait]:
    if trait is None or trait.field in seen:
        return ()
    seen.add(trait.field)
    return (trait,)
