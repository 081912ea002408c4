"""Reviews built from the truth files of the open corpus, and reviews made by hand."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from normalise.review import (
    Action,
    Activity,
    DocumentFacts,
    Evidence,
    Finding,
    Indicator,
    LegendEntry,
    PageLedger,
    Priority,
    Reading,
    Review,
)
from parsers.geometry import Box
from warehouse import Source, Warehouse, changes

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "open"
SCORE = Path(__file__).parents[3] / "shared" / "tools" / "score.py"
OTHER_NAMES = {"not_happening": "off_track"}
NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)


def review_from_truth(name: str, as_at: dt.date, **changed: Any) -> Review:
    truth = json.loads((CORPUS / f"{name}.json").read_text())
    document = truth["document"]
    activities = tuple(_activity(n, a) for n, a in enumerate(truth["activities"], 1))
    by_refs = {activity.refs: activity for activity in activities}
    fields: dict[str, Any] = {
        "document": DocumentFacts(sha(name), 90_000, 11, "LibreOffice", False),
        "publisher": document["organisation"],
        "plan": document["plan_title"],
        "plan_period": document["plan_period"],
        "title": document["review_title"],
        "cycle": document["cycle_label"],
        "as_at": as_at,
        "appendix": document["appendix"],
        "legend": tuple(_entry(n, e) for n, e in enumerate(truth["legend"], 1)),
        "priorities": tuple(Priority(p["number"], p["title"]) for p in truth["priorities"]),
        "activities": activities,
        "actions": tuple(_action(n, a, by_refs) for n, a in enumerate(truth["actions"], 1)),
        "indicators": tuple(_indicator(n, i) for n, i in enumerate(truth["indicators"], 1)),
        "footnotes": tuple(truth.get("footnotes") or ()),
        "findings": (Finding("info", "note", "A remark.", 1),),
        "evidence": tuple(
            Evidence("action", f"a{n:03d}", field, 1, Box(1.5, 2.5, 30.25, 40.75), "tagged", f"text {n}")
            for n in range(1, len(truth["actions"]) + 1)
            for field in ("action", "progress", "status", "leads", "activity", "plans", "due_date", "mark")
        ),
        "ledger": tuple(PageLedger(p, 3000, 2900, 60, 10, 20, 10, 0, 0, 4, 4) for p in range(1, 12)),
    }
    return Review(**{**fields, **changed})


def source_of(review: Review, name: str = "review.pdf") -> Source:
    return Source(f"/in/{name}", name, review.document.bytes, review.document.sha256)


def _activity(n: int, a: dict[str, Any]) -> Activity:
    return Activity(
        f"v{n:03d}",
        n,
        a["priority"],
        tuple(a["refs"]),
        tuple(a["texts"]),
        tuple(a["plans"]),
        (a.get("page", 1),),
    )


def _action(n: int, a: dict[str, Any], activities: dict[tuple[str, ...], Activity]) -> Action:
    activity = activities.get(tuple(a["activity_refs"]))
    return Action(
        id=f"a{n:03d}",
        position=n,
        activity_id=activity.id if activity else None,
        priority=activity.priority if activity else None,
        activity_refs=tuple(a["activity_refs"]),
        activity=" ".join(activity.texts) if activity else "",
        plans=activity.plans if activity else (),
        action_number=a["number"],
        action=a["text"],
        leads=tuple(a["leads"]),
        progress=a["progress"],
        status=OTHER_NAMES.get(a["status"], a["status"]),
        status_label="as printed",
        status_basis="legend",
        mark=None,
        due_date=None,
        start_date=None,
        direction=None,
        extra=(),
        confidence=1.0,
        pages=tuple(a["pages"]),
    )


def _indicator(n: int, i: dict[str, Any]) -> Indicator:
    series = ("target", "latest", "previous", "national", "statistical_neighbours")
    good = (i["good_is"] or "").lower()
    return Indicator(
        id=f"i{n:03d}",
        position=n,
        priority=i["priority"],
        indicator_ref=None,
        name=i["name"],
        printed_name=i["printed_name"],
        annual_performance=i["annual_performance"],
        notes=tuple(i["notes"]),
        provisional=i["provisional"],
        target=i["target"],
        latest=i["latest"],
        previous=i["previous"],
        national=i["national"],
        statistical_neighbours=i["statistical_neighbours"],
        good_is=i["good_is"],
        polarity="high" if good.startswith("high") else "low" if good.startswith("low") else None,
        status=None,
        direction=None,
        readings=tuple(reading(s, i[s]) for s in series if i[s] is not None),
        extra=(),
        confidence=1.0,
        pages=tuple(i["pages"]),
    )


def reading(series: str, raw: str, **changed: Any) -> Reading:
    """A rough reading of a printed value, for tests alone."""
    number = re.match(r"(£?)([\d,]+(?:\.\d+)?)\s?(%|weeks)?", raw)
    period = re.search(r"\(([^)]*\d[^)]*)\)", raw)
    value = float(number[2].replace(",", "")) if number else None
    made = Reading(
        series=series,
        period=period[1] if period else None,
        raw=raw,
        kind="number" if number else "text",
        value=value,
        unit=(number[3] or number[1] or "count") if number else None,
        qualifier=None,
        provisional="provisional" in raw,
    )
    return made._replace(**changed)


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _entry(n: int, e: dict[str, Any]) -> LegendEntry:
    status = OTHER_NAMES.get(e["status"], e["status"])
    return LegendEntry(n, e["symbol_description"], e["label"], e["definition"], status)


def action(n: int, text: str, **changed: Any) -> Action:
    """An action on schedule under activity 1.1, with as little else as can be."""
    made = Action(
        id=f"a{n:03d}",
        position=n,
        activity_id="v001",
        priority="1",
        activity_refs=("1.1",),
        activity="Keep children safe",
        plans=(),
        action_number=str(n),
        action=text,
        leads=("Ann Archer",),
        progress="",
        status="on_schedule",
        status_label="On schedule",
        status_basis="legend",
        mark=None,
        due_date=None,
        start_date=None,
        direction=None,
        extra=(),
        confidence=1.0,
        pages=(1,),
    )
    return replace(made, **changed)


def activity(n: int, ref: str, text: str, **changed: Any) -> Activity:
    return replace(Activity(f"v{n:03d}", n, "1", (ref,), (text,), (), (1,)), **changed)


def indicator(n: int, name: str, latest: str, previous: str | None = None, **changed: Any) -> Indicator:
    """An indicator of which high is good."""
    readings = [reading("latest", latest)] + ([reading("previous", previous)] if previous else [])
    made = Indicator(
        id=f"i{n:03d}",
        position=n,
        priority="1",
        indicator_ref=None,
        name=name,
        printed_name=name,
        annual_performance=None,
        notes=(),
        provisional=False,
        target=None,
        latest=latest,
        previous=previous,
        national=None,
        statistical_neighbours=None,
        good_is="High",
        polarity="high",
        status=None,
        direction=None,
        readings=tuple(readings),
        extra=(),
        confidence=1.0,
        pages=(1,),
    )
    return replace(made, **changed)


def review(cycle: str, as_at: str | None, *facts: Action | Activity | Indicator, **changed: Any) -> Review:
    """A review of one plan with these facts; an activity 1.1 is there unless others are given."""
    activities = tuple(f for f in facts if isinstance(f, Activity))
    fields: dict[str, Any] = {
        "document": DocumentFacts(sha(cycle), 1000, 1, "Word", True),
        "publisher": "Borsetshire",
        "plan": "Children's Plan",
        "plan_period": None,
        "title": None,
        "cycle": cycle,
        "as_at": dt.date.fromisoformat(as_at) if as_at else None,
        "appendix": None,
        "legend": (),
        "priorities": (Priority("1", "Safe"),),
        "activities": activities or (activity(1, "1.1", "Keep children safe"),),
        "actions": tuple(f for f in facts if isinstance(f, Action)),
        "indicators": tuple(f for f in facts if isinstance(f, Indicator)),
        "footnotes": (),
        "findings": (),
        "evidence": (),
        "ledger": (PageLedger(1, 100, 90, 5, 0, 0, 5, 0, 0, 0, 0),),
    }
    return Review(**{**fields, **changed})


def load(warehouse: Warehouse, *reviews: Review, version: str = "1") -> None:
    for one in reviews:
        warehouse.load(source_of(one), one, extractor_version=version, ingested_at=NOW)
    warehouse.link()


def moved(warehouse: Warehouse, former: Review, latter: Review) -> list[tuple[str, str, str | None]]:
    """Kind, change and field of all that moved between two reviews."""
    return [(c.kind, c.change, c.field) for c in changes(warehouse.con, former.review_id, latter.review_id)]
