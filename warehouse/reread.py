"""Reread: a document's review as it was read, back out of the tables, without what corrections replaced."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, NamedTuple, TypeVar

import duckdb

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
from normalise.serialise import to_json
from parsers.geometry import Box
from warehouse.facts import prefix
from warehouse.sql_files import script

_DAYS = ("due_date", "start_date", "as_at")
_REVIEW = ("publisher", "plan", "plan_period", "title", "cycle", "as_at", "appendix")
#: the answers of stored_review.sql, in order
_PARTS = (
    "document", "review", "legend", "priorities", "activities", "actions", "indicators", "readings", "footnotes",
    "findings", "evidence", "ledger", "extracted",
)  # fmt: skip

_Row = dict[str, Any]
_F = TypeVar("_F", Activity, Action, Indicator)
_T = TypeVar("_T")


class Extracted(NamedTuple):
    """A value that a correction replaced: `subject_id` inside the review, `value` as JSON."""

    subject_kind: str
    subject_id: str
    field: str
    value: str


def reread(con: duckdb.DuckDBPyConnection, document_id: str) -> Review:
    """The review of a document that is loaded, as it was read; loading it again gives the same rows."""
    stored = {
        name: _rows(con, sql, document_id) for name, sql in zip(_PARTS, script("stored_review"), strict=True)
    }
    local = len(prefix(document_id)) + 1
    document, review = stored["document"][0], stored["review"][0]
    readings: dict[str, list[Reading]] = defaultdict(list)
    for row in stored["readings"]:
        readings[row["indicator_id"]].append(_made(Reading, row))
    found = Review(
        document=_made(DocumentFacts, document),
        **review,
        legend=tuple(_made(LegendEntry, row) for row in stored["legend"]),
        priorities=tuple(_made(Priority, row) for row in stored["priorities"]),
        activities=tuple(_made(Activity, _fact(row, local)) for row in stored["activities"]),
        actions=tuple(_made(Action, _fact(row, local)) for row in stored["actions"]),
        indicators=tuple(
            _made(Indicator, {**_fact(row, local), "readings": tuple(readings[row["id"]])})
            for row in stored["indicators"]
        ),
        footnotes=tuple(row["footnote"] for row in stored["footnotes"]),
        findings=tuple(_made(Finding, _local(row, local)) for row in stored["findings"]),
        evidence=tuple(
            _made(Evidence, {**_local(row, local), "box": _made(Box, row)}) for row in stored["evidence"]
        ),
        ledger=tuple(_made(PageLedger, row) for row in stored["ledger"]),
    )
    return restored(found, [Extracted(**row) for row in stored["extracted"]])


def replaced(read: Review, corrected: Review) -> Iterator[Extracted]:
    """What was read, of all that differs in the corrected review."""
    for name in _REVIEW:
        if getattr(read, name) != getattr(corrected, name):
            yield Extracted("review", "review", name, to_json(getattr(read, name), indent=None))
    yield from _differing("activity", read.activities, corrected.activities)
    yield from _differing("action", read.actions, corrected.actions)
    yield from _differing("indicator", read.indicators, corrected.indicators)


def restored(corrected: Review, extracted: Sequence[Extracted]) -> Review:
    """The review as it was read."""
    values: dict[tuple[str, str], _Row] = defaultdict(dict)
    for kind, subject_id, field, value in extracted:
        values[kind, subject_id][field] = _value(field, json.loads(value))

    def back(kind: str, facts: Sequence[_F]) -> tuple[_F, ...]:
        return tuple(replace(fact, **values.get((kind, fact.id), {})) for fact in facts)

    return replace(
        corrected,
        activities=back("activity", corrected.activities),
        actions=back("action", corrected.actions),
        indicators=back("indicator", corrected.indicators),
        **values.get(("review", "review"), {}),
    )


def _differing(kind: str, before: Sequence[_F], after: Sequence[_F]) -> Iterator[Extracted]:
    for one, other in zip(before, after, strict=True):
        for field in fields(one) if one != other else ():
            if (value := getattr(one, field.name)) != getattr(other, field.name):
                yield Extracted(kind, one.id, field.name, to_json(value, indent=None))


def _rows(con: duckdb.DuckDBPyConnection, sql: str, document_id: str) -> list[_Row]:
    cursor = con.execute(sql, {"document_id": document_id})
    names = [str(column[0]) for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _made(kind: type[_T], row: Mapping[str, Any]) -> _T:
    """A fact of the columns that have the names of its fields."""
    named = getattr(kind, "_fields", None) or [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: row[name] for name in named})


def _fact(row: _Row, local: int) -> _Row:
    """A row of a table as a fact's fields: ids inside the review, tuples for lists."""
    found = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    found["id"] = row["id"][local:]
    if row.get("activity_id"):
        found["activity_id"] = row["activity_id"][local:]
    if "extra" in row:
        found["extra"] = tuple(json.loads(row["extra"]).items())
    return found


def _local(row: _Row, local: int) -> _Row:
    """What is about the review itself has no id inside it."""
    own = row["subject_id"]
    return {**row, "subject_id": None if own is None or row["subject_kind"] == "review" else own[local:]}


def _value(field: str, value: Any) -> Any:
    if field == "readings":
        return tuple(Reading(**reading) for reading in value)
    if field in _DAYS and value:
        return dt.date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
