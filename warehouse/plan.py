"""A plan: its reviews in order of time, with the subjects of each as linking sees them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import duckdb

from warehouse.sections import Section, follow_sections, renamed
from warehouse.sql_files import statement
from warehouse.subject import NO_FIGURE, Subject
from warehouse.wording import plain

KINDS = ("activity", "action", "indicator")

#: texts of actions shorter than this do not tell one activity from another
_TELLING = 20

#: rows of one kind in one review, as the subjects_*.sql give them
_Rows = Sequence[Mapping[str, Any]]


class PlanReview(NamedTuple):
    """One review of a plan with its subjects by kind. Indicators are there twice: in `subjects` as one looks
    back on them (`note` is the previous figure), in `handed_on` as one looks forward (`note` is the
    latest). Their priorities, refs and numbers are those of the sections' names, which stay when a section's number
    changes: `sections`, by number."""

    review_id: str
    document_id: str
    as_at: dt.date | None
    subjects: Mapping[str, Sequence[Subject]]
    handed_on: Sequence[Subject]
    sections: Mapping[str, str]


def read_plan(con: duckdb.DuckDBPyConnection, plan_key: str) -> list[PlanReview]:
    """The current reviews of a plan in order of time, with all that linking looks at."""
    rows: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for kind in KINDS:
        bound = {"plan_key": plan_key} | ({"none": NO_FIGURE} if kind == "indicator" else {})
        cursor = con.execute(statement(f"subjects_{kind}"), bound)
        names = [str(column[0]) for column in cursor.description or []]
        for values in cursor.fetchall():
            row = dict(zip(names, values, strict=True))
            rows[row["document_id"], kind].append(row)
    titles: dict[str, dict[str, str]] = defaultdict(dict)
    for document_id, number, title in con.execute(statement("sections"), {"plan_key": plan_key}).fetchall():
        titles[document_id].setdefault(number, title)
    reviews = con.execute(statement("plan_reviews"), {"plan_key": plan_key}).fetchall()
    followed = follow_sections(
        [
            _sections(
                titles[document_id], [*rows[document_id, "action"], *rows[document_id, "indicator"]], place
            )
            for place, (_, document_id, _) in enumerate(reviews)
        ]
    )
    return [
        _plan_review(review_id, document_id, as_at, sections, *(rows[document_id, kind] for kind in KINDS))
        for (review_id, document_id, as_at), sections in zip(reviews, followed, strict=True)
    ]


def _sections(titles: Mapping[str, str], rows: _Rows, place: int) -> list[Section]:
    texts: dict[str, set[str]] = {number: set() for number in titles}
    for row in rows:
        if row["priority"]:
            texts.setdefault(row["priority"], set()).add(plain(row["text"]).lower())
    return [Section(n, titles.get(n, ""), frozenset(said - {""}), place) for n, said in texts.items()]


def _plan_review(
    review_id: str,
    document_id: str,
    as_at: dt.date | None,
    sections: Mapping[str, str],
    activities: _Rows,
    actions: _Rows,
    indicators: _Rows,
) -> PlanReview:
    below: dict[str, set[str]] = defaultdict(set)
    for row in actions:
        if row["home"] and len(said := row["text"] or row["note"]) > _TELLING:
            below[row["home"]].add(plain(said).lower())
    subjects = {
        "activity": _subjects([{**row, "contents": below[row["id"]]} for row in activities], sections),
        "action": _subjects(actions, sections),
        "indicator": _subjects([{**row, "note": row["previous"]} for row in indicators], sections),
    }
    handed_on = _subjects([{**row, "note": row["latest"]} for row in indicators], sections)
    return PlanReview(review_id, document_id, as_at, subjects, handed_on, sections)


def _subjects(rows: _Rows, sections: Mapping[str, str]) -> list[Subject]:
    return [_subject(row, sections, n / max(1, len(rows) - 1)) for n, row in enumerate(rows)]


def _subject(row: Mapping[str, Any], sections: Mapping[str, str], place: float) -> Subject:
    priority = row["priority"]
    name = sections.get(priority, priority)
    return Subject(
        id=row["id"],
        refs=tuple(renamed(ref, priority, name) for ref in row.get("refs") or ()),
        home=row.get("home"),
        priority=name,
        number=renamed(row.get("number") or "", priority, name) or None,
        text=row["text"],
        note=row.get("note") or "",
        people=people(row["people"]),
        contents=frozenset(row.get("contents") or ()),
        place=place,
        position=row["position"],
        status=row.get("status"),
    )


def people(printed: Iterable[str | None]) -> frozenset[str]:
    """Names in the form in which they are compared."""
    return frozenset(plain(name).lower() for name in printed if name)
