"""A story as the reviews that the warehouse loads, and the truth of which rows are one."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import NamedTuple

from bench.history.story import Row, Story
from bench.history.wordings import activities
from normalise.review import Action, Activity, DocumentFacts, Priority, Review

FIRST = dt.date(2012, 6, 30)
#: activities a priority
A_PRIORITY = 3


class Printed(NamedTuple):
    """`identities` by the id of each action in the warehouse; `parents` as in the story."""

    reviews: tuple[Review, ...]
    identities: dict[str, int]
    parents: dict[int, tuple[int, ...]]


def printed(story: Story, name: str) -> Printed:
    """The reviews of a story under a plan of this name."""
    reviews: list[Review] = []
    identities: dict[str, int] = {}
    for quarter, rows in enumerate(story.reviews):
        if rows is None:
            continue
        review = _review(story, name, quarter, rows)
        reviews.append(review)
        start = review.document.sha256[:12]
        identities |= {f"{start}-a{n:03d}": row.identity for n, row in enumerate(rows, 1)}
    return Printed(tuple(reviews), identities, story.parents)


def _review(story: Story, name: str, quarter: int, rows: tuple[Row, ...]) -> Review:
    year, part = divmod(quarter, 4)
    homes = list(dict.fromkeys(row.home for row in rows))
    below = {home: f"v{n:03d}" for n, home in enumerate(homes, 1)} if story.style.activities else {}
    return Review(
        document=DocumentFacts(_digest(f"{name} {quarter}"), 1000, 1, "history", False),
        publisher="Aldermere Borough Council",
        plan=name,
        plan_period=None,
        title=None,
        cycle=f"{FIRST.year + year}-{(FIRST.year + year + 1) % 100:02d} Q{part + 1}",
        as_at=_quarter_end(quarter),
        appendix=None,
        legend=(),
        priorities=tuple(Priority(str(n), f"Priority {n}") for n in range(1, len(homes) // A_PRIORITY + 2)),
        activities=tuple(
            Activity(below[home], n, _priority(n), (_ref(n),), (activities()[home],), (), (1,))
            for n, home in enumerate(homes, 1)
            if below
        ),
        actions=tuple(_action(n, row, homes.index(row.home) + 1, below) for n, row in enumerate(rows, 1)),
        indicators=(),
        footnotes=(),
        findings=(),
        evidence=(),
        ledger=(),
    )


def _action(n: int, row: Row, place: int, below: dict[int, str]) -> Action:
    return Action(
        id=f"a{n:03d}",
        position=n,
        activity_id=below.get(row.home),
        priority=_priority(place),
        activity_refs=(_ref(place),) if below else (),
        activity=activities()[row.home] if below else "",
        plans=(),
        action_number=row.number or None,
        action=row.text,
        leads=row.leads,
        progress=row.note,
        status=row.status,
        status_label=None,
        status_basis="legend",
        mark=None,
        due_date=None,
        start_date=None,
        direction=None,
        extra=(),
        confidence=1.0,
        pages=(1,),
    )


def _priority(place: int) -> str:
    return str((place - 1) // A_PRIORITY + 1)


def _ref(place: int) -> str:
    return f"{_priority(place)}.{(place - 1) % A_PRIORITY + 1}"


def _quarter_end(quarter: int) -> dt.date:
    months = FIRST.month + 3 * quarter + 1
    return dt.date(FIRST.year + (months - 1) // 12, (months - 1) % 12 + 1, 1) - dt.timedelta(days=1)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
