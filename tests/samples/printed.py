"""What a document prints, as lines to lay side by side: one list from its truth file, one from its Review."""

from __future__ import annotations

import datetime as dt
import difflib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from normalise import Review
from normalise.review import Action, Activity, Indicator

OTHER_NAMES = {"not_happening": "off_track"}  # the truth files' names for our statuses
VALUES = ("target", "latest", "previous", "national", "statistical_neighbours", "good_is")
TEXTS = ("printed_name", "annual_performance", "provisional", "notes")
#: the cycle as the title prints it: our name for it, and the day up to which it reports
CYCLES = {
    "Quarter 2 2024-25": ("2024-25 Q2", dt.date(2024, 9, 30)),
    "Quarter 3 2024-25": ("2024-25 Q3", dt.date(2024, 12, 31)),
    "Quarter 4 2024-25": ("2024-25 Q4", dt.date(2025, 3, 31)),
    "Quarter 1 2025-26": ("2025-26 Q1", dt.date(2025, 6, 30)),
    "2016-2017 Mid-Year": ("2016-17 mid-year", dt.date(2016, 9, 30)),
    "2016-2017 Year-End": ("2016-17 year-end", dt.date(2017, 3, 31)),
}

Row = tuple[str, dict[str, Any]]  # what a row is called in a difference, and its fields
T = TypeVar("T", Activity, Action, Indicator)


def truth_beside(document: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(document.with_suffix(".json").read_text(encoding="utf-8"))
    return truth


def differences(truth: dict[str, Any], review: Review) -> list[str]:
    """What is missing (`-`) and what nobody printed (`+`), a line each; empty where all is right."""
    want, have = list(_lines(_of_truth(truth))), list(_lines(_of_review(review, truth)))
    return [line for line in difflib.ndiff(want, have) if line[0] in "+-"]


def alarms(review: Review) -> list[str]:
    """Findings above information."""
    loud = [f for f in review.findings if f.severity != "info"]
    return [f"{f.severity} {f.code} on page {f.page}: {f.message}" for f in loud]


def items(texts: Iterable[str]) -> list[list[str]]:
    """The list items of each text."""
    return [[collapsed(line) for line in text.split("\n") if line.startswith("• ")] for text in texts]


def collapsed(text: str) -> str:
    return " ".join(text.split())


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    for name, fields in rows:
        yield from (f"{name}, {field}: {_shown(value)}" for field, value in fields.items())


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return " | ".join(map(_shown, value))
    return collapsed(str(value))


def _of_truth(truth: dict[str, Any]) -> Iterator[Row]:
    document = truth["document"]
    names = ("organisation", "plan_title", "plan_period", "review_title", "appendix")
    cycle = CYCLES.get(document["cycle_label"], (document["cycle_label"], None))
    yield "document", {**{name: document.get(name) for name in names}, "cycle": cycle}
    for entry in truth.get("legend") or ():
        yield "legend", {"entry": (entry["label"], entry["definition"], _status(entry))}
    for priority in truth.get("priorities") or ():
        yield "priority", {"title": (priority["number"], priority["title"])}
    for row in truth.get("activities") or ():
        fields = {name: row[name] for name in ("priority", "texts", "plans")}
        yield _activity_called(row["refs"]), _wanted({**fields, "page": row.get("page")}, row)
    for row in truth.get("actions") or ():
        fields = {name: row.get(name) for name in ("text", "leads", "progress", "pages")}
        called = _action_called(row["activity_refs"], row["number"], row)
        yield called, _wanted({**fields, "status": _status(row)}, row)
    for row in truth.get("indicators") or ():
        fields = {name: row.get(name) for name in ("name", "priority", *VALUES, *TEXTS)}
        page = min(row.get("pages") or [0])
        yield _indicator_called(row["name"]), _wanted({**fields, "page": page}, row)
    yield "footnotes", {"text": truth.get("footnotes") or ()}


def _of_review(review: Review, truth: dict[str, Any]) -> Iterator[Row]:
    yield "document", {
        "organisation": review.publisher, "plan_title": review.plan, "plan_period": review.plan_period,
        "review_title": review.title, "appendix": review.appendix, "cycle": (review.cycle, review.as_at),
    }  # fmt: skip
    for entry in review.legend:
        yield "legend", {"entry": (entry.label, entry.definition, entry.status)}
    for priority in review.priorities:
        yield "priority", {"title": (priority.number, priority.title)}
    for activity, row in _beside(review.activities, truth.get("activities")):
        yield _activity_called(activity.refs), _wanted(_activity(activity), row)
    for action, row in _beside(review.actions, truth.get("actions")):
        honest = row.get("status_lost") and action.status == "unknown"  # its glyph is gone from the source
        status = _status(row) if honest else action.status
        fields = {**_action(action), "status": status}
        yield _action_called(action.activity_refs, action.action_number, row), _wanted(fields, row)
    for indicator, row in _beside(review.indicators, truth.get("indicators")):
        yield _indicator_called(indicator.name), _wanted(_indicator(indicator), row)
    yield "footnotes", {"text": review.footnotes}


def _beside(
    found: Sequence[T], wanted: Sequence[dict[str, Any]] | None
) -> Iterator[tuple[T, dict[str, Any]]]:
    """Each row with the truth's row in the same place, which says what cannot be known of it."""
    yield from zip(found, [*(wanted or ()), *[{}] * len(found)], strict=False)


def _wanted(fields: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """Fields that can be known: a text has no pages, and of a garbled row the truth says what is lost."""
    skip = set(fields) if row.get("readable") == "no" else set(row.get("skip") or ())
    skip |= {"text"} & set(fields) if "action" in skip else set()
    skip |= set() if not row or {"page", "pages"} & set(row) else {"page", "pages"}
    return {name: value for name, value in fields.items() if name not in skip}


def _status(row: dict[str, Any]) -> str:
    return OTHER_NAMES.get(row["status"], str(row["status"]))


def _activity_called(refs: Iterable[str]) -> str:
    return f"activity {','.join(refs)}"


def _action_called(refs: Iterable[str], number: str | None, row: dict[str, Any]) -> str:
    return f"action {','.join(refs)}/{'?' if 'number' in row.get('skip', ()) else number}"


def _indicator_called(name: str) -> str:
    return f"indicator {collapsed(name)[:50]!r}"


def _activity(activity: Activity) -> dict[str, Any]:
    return {
        "priority": activity.priority, "texts": activity.texts, "plans": activity.plans,
        "page": min(activity.pages),
    }  # fmt: skip


def _action(action: Action) -> dict[str, Any]:
    return {
        "text": action.action, "leads": action.leads, "progress": action.progress, "pages": action.pages,
    }  # fmt: skip


def _indicator(indicator: Indicator) -> dict[str, Any]:
    fields = {name: getattr(indicator, name) for name in ("name", "priority", *VALUES, *TEXTS)}
    return {**fields, "page": min(indicator.pages)}
