"""What the council planned and reported: the content of the samples, read from TOML, free of any layout."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the key: the mark's status and the words beside it."""

    status: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Action:
    """One action as one review prints it; `thread` names it in every review, `split_of` its origin."""

    thread: str
    split_of: str | None
    number: str | None
    text: str
    leads: tuple[str, ...] | None
    status: str
    progress: str


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity with its references and actions; `leads` hold where an action has none of its own."""

    thread: str
    refs: tuple[str, ...]
    texts: tuple[str, ...]
    plans: tuple[str, ...]
    leads: tuple[str, ...]
    actions: tuple[Action, ...]

    def leads_of(self, action: Action) -> tuple[str, ...]:
        """The people that are printed beside an action."""
        return action.leads or self.leads


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as one review prints it; `target_with_next` merges its Target with the next row's."""

    thread: str
    name: str
    notes: tuple[str, ...]
    annual_performance: str | None
    starred: bool
    national: str
    statistical_neighbours: str | None
    target: str
    target_with_next: bool
    latest: str
    previous: str
    good_is: str
    restated: bool


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority with its activities, its indicators and the notes below them."""

    number: str
    title: str
    has_statistical_neighbours: bool
    activities: tuple[Activity, ...]
    indicators: tuple[Indicator, ...]
    footnotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """One review of the plan."""

    key: str
    slug: str
    organisation: str
    plan_title: str
    plan_period: str
    appendix: str
    review_title: str
    cycle_label: str
    producer: str
    dated: dt.date
    legend: tuple[LegendEntry, ...]
    priorities: tuple[Priority, ...]


def read_reviews(folder: Path = CONTENT) -> tuple[Review, ...]:
    """Every review of the plan, in order of time."""
    plan = _toml(folder / "plan.toml")
    priorities = [_toml(path) for path in sorted(folder.glob("priority_*.toml"))]
    keys = [review["key"] for review in plan["review"]]
    shared = {name: plan[name] for name in ("organisation", "plan_title", "plan_period", "appendix")}
    legend = tuple(LegendEntry(**entry) for entry in plan["legend"])
    return tuple(
        Review(
            **shared,
            **review,
            legend=legend,
            priorities=tuple(_priority(p, keys[: position + 1]) for p in priorities),
        )
        for position, review in enumerate(plan["review"])
    )


def paragraphs(text: str) -> list[str]:
    """A cell's paragraphs; those that begin with a bullet are its bullets."""
    return [line for line in text.split("\n") if line]


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _priority(data: dict[str, Any], keys: list[str]) -> Priority:
    number, now = data["number"], keys[-1]
    activities = (_activity(a, keys, f"{number}/{i}") for i, a in enumerate(data["activity"]))
    neighbours = data.get("has_statistical_neighbours", True)
    return Priority(
        number=number,
        title=data["title"],
        has_statistical_neighbours=neighbours,
        activities=tuple(a for a in activities if a.actions),
        indicators=tuple(
            _indicator(row, keys, f"{number}/{i}") for i, row in enumerate(data["indicator"]) if now in row
        ),
        footnotes=tuple(note["text"] for note in data.get("footnote", []) if now in note["reviews"]),
    )


def _activity(data: dict[str, Any], keys: list[str], thread: str) -> Activity:
    row, now = _as_of(data, keys), keys[-1]
    return Activity(
        thread=thread,
        refs=tuple(row["refs"]),
        texts=tuple(row["texts"]),
        plans=tuple(row["plans"]),
        leads=tuple(row["leads"]),
        actions=tuple(_action(a, keys, f"{thread}/{i}") for i, a in enumerate(row["action"]) if now in a),
    )


def _action(data: dict[str, Any], keys: list[str], thread: str) -> Action:
    row = _as_of(data, keys)
    status, progress = row[keys[-1]]
    leads = row.get("leads")
    return Action(
        thread=row.get("key", thread),
        split_of=row.get("split_of"),
        number=row.get("number"),
        text=row["text"],
        leads=tuple(leads) if leads else None,
        status=status,
        progress=_unfold(progress),
    )


def _indicator(data: dict[str, Any], keys: list[str], thread: str) -> Indicator:
    row = _as_of(data, keys)
    latest, previous = row[keys[-1]]
    return Indicator(
        thread=thread,
        name=row["name"],
        notes=tuple(row.get("notes", ())),
        annual_performance=row.get("annual_performance"),
        starred=row.get("starred", False),
        national=row["national"],
        statistical_neighbours=row.get("statistical_neighbours"),
        target=row["target"],
        target_with_next=row.get("target_with_next", False),
        latest=latest,
        previous=previous,
        good_is=row["good_is"],
        restated=row.get("restated", False),
    )


def _as_of(row: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    """A row with the changes that the given reviews made to it, the last one winning."""
    changes = row.get("change", {})
    return row | {name: value for key in keys for name, value in changes.get(key, {}).items()}


def _unfold(text: str) -> str:
    """Undo the data file's line breaks: only a blank line or a bullet begins a paragraph."""
    parts: list[str] = []
    for block in text.strip().split("\n\n"):
        fresh = True
        for line in filter(None, (line.strip() for line in block.splitlines())):
            if fresh or line.startswith("• "):
                parts.append(line)
            else:
                parts[-1] += " " + line
            fresh = False
    return "\n".join(parts)
