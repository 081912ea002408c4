"""Facts: a Review laid out as the columns of the core tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from normalise.review import (
    Action,
    Activity,
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
from warehouse.line import named_line, plan_of
from warehouse.traits import Trait, action_traits, activity_traits, indicator_traits, review_traits

#: values of a table by column
Columns = dict[str, list[Any]]
#: makes an id of a document one of the warehouse
Qualifier = Callable[[str], str]

_ACTIVITY = ("position", "priority", "refs", "texts", "plans", "pages")
_ACTION = (
    "position", "priority", "activity_refs", "activity", "plans", "action_number", "action", "leads",
    "progress", "status", "status_label", "status_basis", "mark", "due_date", "start_date", "direction",
    "confidence", "pages",
)  # fmt: skip
_INDICATOR = (
    "position", "priority", "indicator_ref", "name", "printed_name", "annual_performance", "notes",
    "provisional", "target", "latest", "previous", "national", "statistical_neighbours", "good_is",
    "polarity", "status", "direction", "confidence", "pages",
)  # fmt: skip


def tables(review: Review, document_id: str) -> Iterator[tuple[str, Columns]]:
    """Each table that the review has facts for, as columns in the order of the document."""
    own = _qualifier(document_id)
    for table, rows in (
        ("reviews", _review(review)),
        ("legend", _tuples(LegendEntry._fields, review.legend)),
        ("priorities", _numbered(_tuples(Priority._fields, review.priorities))),
        ("activities", _facts(review.activities, "activity_id", _ACTIVITY, own)),
        ("actions", _actions(review, own)),
        ("indicators", _indicators(review, own)),
        ("readings", _readings(review, own)),
        ("footnotes", _numbered(_tuples(("footnote",), [(text,) for text in review.footnotes]))),
        ("findings", _findings(review, own)),
        ("evidence", _evidence(review, own)),
        ("ledger", _tuples(PageLedger._fields, review.ledger)),
        ("subjects", _subjects(review, own)),
        ("traits", _traits(review, document_id, own)),
    ):
        if rows and (length := len(next(iter(rows.values())))):
            yield table, {"document_id": [document_id] * length, **rows}


def columns(rows: Sequence[Mapping[str, Any]], document_id: str | Sequence[str]) -> Columns:
    """Records as columns, their document's id in each: one for all, or each one's own."""
    ids = [document_id] * len(rows) if isinstance(document_id, str) else list(document_id)
    return {"document_id": ids, **{name: [row[name] for row in rows] for name in rows[0]}}


def prefix(document_id: str) -> str:
    """What makes ids inside a document unique: the first twelve digits of its content's SHA-256."""
    return document_id[:12]


def _qualifier(document_id: str) -> Qualifier:
    start = prefix(document_id)
    return lambda local: f"{start}-{local}"


def _tuples(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Columns:
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {}


def _numbered(rows: Columns) -> Columns:
    return {"position": list(range(1, len(next(iter(rows.values()))) + 1)), **rows} if rows else {}


def _review(review: Review) -> Columns:
    names = ("review_id", "publisher", "plan", "plan_period", "title", "cycle", "as_at", "appendix")
    return {
        "plan_key": [named_line(plan_of(review.review_id))],
        **{name: [getattr(review, name)] for name in names},
    }


def _facts(
    facts: Sequence[Activity | Action | Indicator], id_name: str, names: Sequence[str], own: Qualifier
) -> Columns:
    """Frozen facts as columns; tuples become lists, which is what DuckDB takes for its own lists."""
    found: Columns = {id_name: [own(fact.id) for fact in facts]}
    for name in names:
        values = [getattr(fact, name) for fact in facts]
        found[name] = [list(v) for v in values] if values and isinstance(values[0], tuple) else values
    return found


def _actions(review: Review, own: Qualifier) -> Columns:
    found = _facts(review.actions, "action_id", _ACTION, own)
    found["activity_id"] = [a.activity_id and own(a.activity_id) for a in review.actions]
    found["extra"] = [_extra(a.extra) for a in review.actions]
    return found


def _indicators(review: Review, own: Qualifier) -> Columns:
    found = _facts(review.indicators, "indicator_id", _INDICATOR, own)
    found["extra"] = [_extra(i.extra) for i in review.indicators]
    return found


def _extra(pairs: Sequence[tuple[str, str]]) -> str:
    """Further columns as one JSON object; of two columns with one heading the second is numbered."""
    named: dict[str, str] = {}
    for heading, text in pairs:
        name, again = heading, 2
        while name in named:
            name, again = f"{heading} ({again})", again + 1
        named[name] = text
    return json.dumps(named, ensure_ascii=False)


def _readings(review: Review, own: Qualifier) -> Columns:
    rows = [
        (own(indicator.id), position, *reading)
        for indicator in review.indicators
        for position, reading in enumerate(indicator.readings, 1)
    ]
    return _tuples(("indicator_id", "position", *Reading._fields), rows)


def _findings(review: Review, own: Qualifier) -> Columns:
    found = _numbered(_tuples(Finding._fields, review.findings))
    if found:
        found["finding_id"] = [own(f"f{n:04d}") for n in found["position"]]
        found["origin"] = ["extract"] * len(review.findings)
        found["subject_id"] = _unique(review, found, own)
    return found


def _evidence(review: Review, own: Qualifier) -> Columns:
    found = _numbered(_tuples(Evidence._fields, review.evidence))
    if found:
        found |= _tuples(Box._fields, found.pop("box"))
        found["subject_id"] = _unique(review, found, own)
    return found


def _unique(review: Review, found: Columns, own: Qualifier) -> list[str | None]:
    """Local ids made unique; a fact about the review itself is filed under the review's id."""
    return [
        review.review_id if kind == "review" else local and own(local)
        for kind, local in zip(found["subject_kind"], found["subject_id"], strict=True)
    ]


def _subjects(review: Review, own: Qualifier) -> Columns:
    rows = [
        ("activity", own(a.id), a.position, ", ".join(a.refs), " ".join(a.texts)) for a in review.activities
    ]
    for a in review.actions:
        refs = " / ".join(filter(None, (", ".join(a.activity_refs), a.action_number)))
        rows.append(("action", own(a.id), a.position, refs, a.action or a.activity or a.progress))
    for i in review.indicators:
        rows.append(("indicator", own(i.id), i.position, i.indicator_ref or i.priority or "", i.name))
    return _tuples(("kind", "subject_id", "position", "refs", "subject"), rows)


def _traits(review: Review, document_id: str, own: Qualifier) -> Columns:
    rows = [(document_id, *trait) for trait in review_traits(review)]
    rows += [(own(a.id), *trait) for a in review.activities for trait in activity_traits(a)]
    rows += [(own(a.id), *trait) for a in review.actions for trait in action_traits(a)]
    rows += [(own(i.id), *trait) for i in review.indicators for trait in indicator_traits(i)]
    return _tuples(("subject_id", *Trait._fields), rows)
