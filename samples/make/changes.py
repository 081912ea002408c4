"""What moved between two reviews, in the shape of the corpus's diff files."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from samples.make.plan import Action, Activity, Indicator, Review

Change = dict[str, Any]
Placed = tuple[Activity, Action]

VALUES = ("annual_performance", "national", "statistical_neighbours", "latest", "previous")


def changes_between(before: Review, after: Review) -> list[Change]:
    """All changes: activities, then actions in the order of the earlier review, then indicators."""
    return [*_activities(before, after), *_actions(before, after), *_indicators(before, after)]


def _activities(before: Review, after: Review) -> Iterator[Change]:
    old, new = ({a.thread: a for p in r.priorities for a in p.activities} for r in (before, after))
    for thread, activity in old.items():
        if thread not in new:
            yield _change("activity", "removed", _named(activity), None)
        else:
            yield from _activity(activity, new[thread])
    for thread, activity in new.items():
        if thread not in old:
            yield _change("activity", "added", None, _named(activity))


def _activity(old: Activity, new: Activity) -> Iterator[Change]:
    if old.refs != new.refs:
        yield _change("activity", "renumbered", _named(old), _named(new))
    if old.leads != new.leads:
        sides = ({"refs": list(a.refs), "leads": list(a.leads)} for a in (old, new))
        yield _change("activity", "lead_changed", *sides)


def _named(activity: Activity) -> dict[str, Any]:
    return {"refs": list(activity.refs), "texts": list(activity.texts)}


def _actions(before: Review, after: Review) -> Iterator[Change]:
    old, new = _placed(before), _placed(after)
    pieces: dict[str, list[Placed]] = {}
    for placed in new.values():
        if placed[1].split_of in old and placed[1].split_of not in new:
            pieces.setdefault(str(placed[1].split_of), []).append(placed)
    for thread, placed in old.items():
        if thread in new:
            yield from _action(placed, new[thread])
        elif thread in pieces:
            parts = [_side(piece, "status") for piece in pieces[thread]]
            yield _change("action", "split", _side(placed, "status"), parts)
        else:
            yield _change("action", "removed", _side(placed, "status"), None)
    for thread, placed in new.items():
        if thread not in old and placed[1].split_of not in pieces:
            yield _change("action", "added", None, _side(placed, "status"))


def _placed(review: Review) -> dict[str, Placed]:
    return {
        action.thread: (activity, action)
        for priority in review.priorities
        for activity in priority.activities
        for action in activity.actions
    }


def _action(old: Placed, new: Placed) -> Iterator[Change]:
    (old_activity, was), (new_activity, now) = old, new
    if was.text != now.text:
        alike = round(SequenceMatcher(None, was.text, now.text).ratio(), 3)
        yield _change("action", "text_changed", _side(old), _side(new)) | {"similarity": alike}
    if was.number != now.number:
        yield _change("action", "renumbered", _side(old), _side(new))
    moved = old_activity.leads_of(was) != new_activity.leads_of(now)
    if moved and old_activity.leads == new_activity.leads:
        yield _change("action", "lead_changed", _side(old, "leads"), _side(new, "leads"))
    if was.status != now.status:
        yield _change("action", "status_changed", _side(old, "status"), _side(new, "status"))
    if was.progress != now.progress:
        yield _change("action", "progress_changed", _side(old, "progress"), _side(new, "progress")) | {
            "optional": True
        }


def _side(placed: Placed, field: str | None = None) -> dict[str, Any]:
    activity, action = placed
    side: dict[str, Any] = {
        "activity_refs": list(activity.refs),
        "number": action.number,
        "text": action.text,
    }
    if field == "leads":
        return side | {"leads": list(activity.leads_of(action))}
    return side | {field: getattr(action, field)} if field else side


def _indicators(before: Review, after: Review) -> Iterator[Change]:
    old, new = (
        {i.thread: (p.number, i) for p in r.priorities for i in p.indicators} for r in (before, after)
    )
    for thread, (priority, indicator) in old.items():
        if thread not in new:
            yield _change("indicator", "removed", {"priority": priority, "name": indicator.name}, None)
        else:
            yield from _indicator(priority, indicator, new[thread][1])
    for thread, (priority, indicator) in new.items():
        if thread not in old:
            yield _change("indicator", "added", None, {"priority": priority, "name": indicator.name})


def _indicator(priority: str, old: Indicator, new: Indicator) -> Iterator[Change]:
    if old.name != new.name:
        sides = ({"priority": priority, "name": i.name} for i in (old, new))
        yield _change("indicator", "renamed", *sides)
    for field in VALUES:
        if getattr(old, field) != getattr(new, field):
            yield _change("indicator", "value_changed", *_values(priority, old, new, field, field))
    if new.restated:
        yield _change("indicator", "restated", *_values(priority, old, new, "latest", "previous"))
    if old.target != new.target:
        yield _change("indicator", "target_changed", *_values(priority, old, new, "target", "target"))
    if old.good_is != new.good_is:
        yield _change("indicator", "polarity_changed", *_values(priority, old, new, "good_is", "good_is"))


def _values(priority: str, old: Indicator, new: Indicator, was: str, now: str) -> Iterator[dict[str, Any]]:
    """Both sides of a changed value, which a restatement takes from two different fields."""
    for indicator, field in ((old, was), (new, now)):
        yield {
            "priority": priority,
            "name": indicator.name,
            "field": field,
            "value": getattr(indicator, field),
        }


def _change(kind: str, change: str, before: Any, after: Any) -> Change:
    return {"kind": kind, "change": change, "from": before, "to": after}
