"""Correctable fields: what may be corrected, how a value is written in one cell, and what else follows from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from normalise.review import COLUMNS, STATUSES, Action, Activity, Indicator, Review
from warehouse.connection import WarehouseError

#: between the texts of an activity, which may hold any other sign
_BETWEEN_TEXTS = " | "
_BETWEEN_NAMES = "; "
_FLAGS = {"yes": True, "no": False}


class Form(NamedTuple):
    """How a value is written: `read` gives None for what is no such value; `expected` is what to write."""

    read: Callable[[str], Any]
    expected: str


def _one_of(words: Mapping[str, Any]) -> Form:
    return Form(
        lambda text: (words[text],) if text in words else None, ", ".join(w or "nothing" for w in words)
    )


def _day(text: str) -> tuple[dt.date | None] | None:
    try:
        return (dt.date.fromisoformat(text) if text else None,)
    except ValueError:
        return None


_SAME = {word: word for word in ("better", "worse", "same")}
_TEXT = Form(lambda text: (text,), "a text")
_OPTIONAL = Form(lambda text: (text or None,), "a text, or nothing")
_NEEDED = Form(lambda text: (text,) if text.strip() else None, "a text")
_NAMES = Form(lambda text: (_parts(text, ";"),), "names with semicolons between")
_TEXTS = Form(lambda text: (_parts(text, "|"),), "texts with | between")
_DATE = Form(_day, "a day such as 2016-09-30, or nothing")
_STATUS = _one_of({status: status for status in STATUSES})

#: fields by kind of subject; those named as a column of a view are that column
FIELDS: Mapping[str, Mapping[str, Form]] = {
    "action": {
        "status": _STATUS, "status_label": _OPTIONAL, "action_number": _OPTIONAL, "action": _TEXT, "leads": _NAMES,
        "plans": _NAMES, "progress": _TEXT, "priority": _OPTIONAL, "due_date": _DATE, "start_date": _DATE,
        "direction": _OPTIONAL,
    },
    "activity": {"refs": _NAMES, "texts": _TEXTS, "plans": _NAMES, "priority": _OPTIONAL},
    "indicator": {
        "status": _STATUS, "name": _NEEDED, "indicator_ref": _OPTIONAL, "priority": _OPTIONAL,
        **dict.fromkeys(COLUMNS, _OPTIONAL), "good_is": _OPTIONAL, "annual_performance": _OPTIONAL,
        "polarity": _one_of({"high": "high", "low": "low", "": None}), "direction": _one_of({**_SAME, "": None}),
        "provisional": _one_of(_FLAGS),
    },
    "review": {
        "publisher": _NEEDED, "plan": _NEEDED, "plan_period": _OPTIONAL, "title": _OPTIONAL, "cycle": _NEEDED,
        "as_at": _DATE, "appendix": _OPTIONAL,
    },
}  # fmt: skip
#: what a finding or a person calls a column, where that is not the column's name
ALIASES = {"lead": "leads", "ref": "action_number", "number": "action_number", "plan": "plans"}


def field_of(kind: str, name: str) -> str:
    """A field's own name; `lead` of an action is `leads`."""
    return name if name in FIELDS.get(kind, {}) else ALIASES.get(name, name)


def parse(kind: str, field: str, text: str) -> Any:
    """The value that a cell says. Raises WarehouseError: what was found, what is expected."""
    form = FIELDS[kind].get(field, _OPTIONAL if kind == "indicator" else None)
    if form is None:
        raise WarehouseError(
            f"found the field {field!r} of an {kind}; expected any of {', '.join(FIELDS[kind])}."
        )
    found = form.read(text)
    if found is None:
        raise WarehouseError(f"found {text!r} for the {field} of {_a(kind)}; expected {form.expected}.")
    return found[0]


def has(fact: Action | Activity | Indicator | Review, field: str) -> bool:
    """Whether it has a field of this name; what figures an indicator has is as its document prints them."""
    return not isinstance(fact, Indicator) or field in FIELDS["indicator"] or fact.reading(field) is not None


def shown(fact: Action | Activity | Indicator | Review, field: str) -> str:
    """The value of a field, as a cell says it. Raises WarehouseError where there is no such field."""
    if isinstance(fact, Indicator) and field not in FIELDS["indicator"]:
        found = fact.reading(field)
        if found is None:
            others = [r.series for r in fact.readings if r.series not in COLUMNS]
            raise WarehouseError(
                f"found the field {field!r} of an indicator; expected any of"
                f" {', '.join([*FIELDS['indicator'], *others])}."
            )
        return found.raw
    value = getattr(fact, field)
    if isinstance(value, bool):
        return next(word for word, meant in _FLAGS.items() if meant is value)
    if isinstance(value, tuple):
        return (_BETWEEN_TEXTS if field == "texts" else _BETWEEN_NAMES).join(value)
    return value.isoformat() if isinstance(value, dt.date) else value or ""


def corrected_action(action: Action, field: str, value: Any, labels: Mapping[str, str | None]) -> Action:
    """The action with one value replaced; with a status goes what this document's legend calls it."""
    if field == "status":
        return replace(action, status=value, status_label=labels.get(value), status_basis="correction")
    return replace(action, **{field: value})


def corrected_indicator(indicator: Indicator, field: str, value: Any) -> Indicator:
    """The indicator with one value replaced, and the reading or the polarity that follows from it."""
    from normalise.language import values

    if field == "good_is":
        return replace(indicator, good_is=value, polarity=values.polarity(value))
    if field in FIELDS["indicator"] and field not in COLUMNS:
        return replace(indicator, **{field: value})
    found = indicator.reading(field)
    reading = values.reading(field, value or "", provisional=False)
    reading = reading._replace(status=found.status if found else None)
    kept = [reading if r is found else r for r in indicator.readings]
    again = replace(indicator, readings=tuple(kept if found else [*kept, reading]))
    if field == "latest" and (reading.provisional or (found and found.provisional)):
        again = replace(again, provisional=reading.provisional)
    return replace(again, **{field: value}) if field in COLUMNS else again


def corrected_review(review: Review, field: str, value: Any) -> Review:
    """The review with one fact replaced; the day follows from another cycle."""
    if field == "cycle":
        from normalise.language import cycles

        known = cycles.cycle_of(value)
        return replace(review, cycle=value, as_at=known.as_at if known else None)
    return replace(review, **{field: value})


def following(action: Action, before: Activity, after: Activity) -> Action:
    """An action of a corrected activity, with what it repeats of it."""
    return replace(
        action,
        activity=" ".join(after.texts),
        activity_refs=after.refs if action.activity_refs == before.refs else action.activity_refs,
        plans=after.plans if action.plans == before.plans else action.plans,
        priority=after.priority if action.priority == before.priority else action.priority,
    )


def _parts(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part for piece in text.split(separator) if (part := piece.strip()))


def _a(kind: str) -> str:
    return f"{'a' if kind == 'review' else 'an'} {kind}"
