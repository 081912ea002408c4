"""Threads: every action, activity and indicator of a plan followed from review to review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import duckdb

from warehouse.connection import transaction
from warehouse.facts import columns, prefix
from warehouse.linking import GOOD, Link, Links, link_actions, link_activities, link_indicators
from warehouse.sql_files import script, statement
from warehouse.subject import Subject
from warehouse.wording import plain

DECIDED_BY = "planreview"
_KINDS = ("activity", "action", "indicator")


class PlanReview(NamedTuple):
    """One review of a plan with its subjects by kind; indicators as they are looked back on (`note` is the previous
    figure) and, in `handed_on`, as they are looked forward from (`note` is the latest)."""

    review_id: str
    document_id: str
    subjects: Mapping[str, Sequence[Subject]]
    handed_on: Mapping[str, Sequence[Subject]]


@dataclass(slots=True)
class Threads:
    """What linking found for one plan: rows of core.threads, core.branches and core.findings."""

    threads: list[dict[str, Any]] = field(default_factory=list)
    branches: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    of: dict[tuple[str, str], str] = field(default_factory=dict)


def link_plans(con: duckdb.DuckDBPyConnection, *, everything: bool) -> None:
    """Follow the plans that changed since they were last linked, or all; each plan in one transaction."""
    which = "all_plans" if everything else "unlinked_plans"
    for (plan_key,) in con.execute(statement(which)).fetchall():
        reviews = read_plan(con, plan_key)
        found = thread_plan(reviews)
        with transaction(con):
            for delete in script("forget_threads"):
                con.execute(delete, {"plan_key": plan_key})
            _store(con, plan_key, reviews, found)


def thread_plan(reviews: Sequence[PlanReview]) -> Threads:
    """Threads through the reviews of one plan, given in order of time. A thread is named after its first subject."""
    found = Threads()
    asleep: dict[str, dict[str, Subject]] = {kind: {} for kind in _KINDS}
    for former, latter in zip([None, *reviews], reviews, strict=False):
        links = _linked(former, latter) if former else {}
        for kind in _KINDS:
            _follow(found, kind, former, latter, links.get(kind, Links((), ())), asleep[kind])
    return found


def read_plan(con: duckdb.DuckDBPyConnection, plan_key: str) -> list[PlanReview]:
    """The current reviews of a plan in order of time, with all that linking looks at."""
    parameters = {"plan_key": plan_key}
    rows: dict[tuple[str, str], list[tuple[Any, ...]]] = defaultdict(list)
    for kind in _KINDS:
        for document_id, *columns_ in con.execute(statement(f"subjects_{kind}"), parameters).fetchall():
            rows[document_id, kind].append(tuple(columns_))
    return [
        _plan_review(review_id, document_id, {kind: rows[document_id, kind] for kind in _KINDS})
        for review_id, document_id in con.execute(statement("plan_reviews"), parameters).fetchall()
    ]


def _linked(former: PlanReview, latter: PlanReview) -> dict[str, Links]:
    activities = link_activities(former.subjects["activity"], latter.subjects["activity"])
    return {
        "activity": activities,
        "action": link_actions(former.subjects["action"], latter.subjects["action"], activities),
        "indicator": link_indicators(former.handed_on["indicator"], latter.subjects["indicator"]),
    }


def _follow(
    found: Threads, kind: str, former: PlanReview | None, latter: PlanReview, links: Links, asleep: dict[str, Subject]
) -> None:
    """Carry the threads of one kind into `latter`; those that end fall asleep, and may wake in a later review."""
    linked = {link.latter.id: link for link in links.made}
    pieces = {piece.piece.id: piece for piece in links.pieces}
    alone = [s for s in latter.subjects[kind] if s.id not in linked and s.id not in pieces]
    woken = {link.latter.id: link for link in _woken(kind, list(asleep.values()), alone)}
    for subject in latter.subjects[kind]:
        link = linked.get(subject.id) or woken.get(subject.id)
        thread_id = found.of[kind, link.former.id] if link else subject.id
        found.of[kind, subject.id] = thread_id
        asleep.pop(thread_id, None)
        found.threads.append(_thread(kind, thread_id, latter.review_id, subject, link, pieces.get(subject.id)))
    if former is None:
        return
    carried = {link.former.id for link in links.made}
    for subject in former.subjects[kind]:
        if subject.id not in carried and subject.id not in pieces:
            asleep[found.of[kind, subject.id]] = subject
    found.branches += [_branch(found, kind, former, latter, piece) for piece in links.pieces]
    found.findings += [_proposal(kind, latter, link) for link in links.proposed]


def _woken(kind: str, asleep: Sequence[Subject], alone: Sequence[Subject]) -> list[Link]:
    """Subjects that were missing from a review and are back; after a gap only good evidence counts."""
    if not asleep or not alone or kind == "activity":
        return []
    if kind == "indicator":
        links = link_indicators(asleep, alone)
    else:
        refs = [(f.home, l.home) for f in asleep for l in alone if f.home and l.home and f.refs == l.refs]
        homes = Links(tuple(Link(_stub(f), _stub(l), 1.0, 1.0, "same") for f, l in sorted(set(refs))), ())
        links = link_actions(asleep, alone, homes)
    return [link._replace(method="woken") for link in links.made if link.score >= GOOD and link.method != "split"]


def _stub(home: str) -> Subject:
    return Subject(home, (), None, None, None, "", "", frozenset(), frozenset(), 0.0, 0)


def _thread(
    kind: str, thread_id: str, review_id: str, subject: Subject, link: Link | None, piece: Any
) -> dict[str, Any]:
    how = link or piece
    return {
        "thread_id": thread_id,
        "kind": kind,
        "review_id": review_id,
        "subject_id": subject.id,
        "method": link.method if link else piece.event if piece else "first",
        "score": round(how.score, 4) if how else None,
        "margin": round(how.margin, 4) if how else None,
        "decided_by": DECIDED_BY,
    }


def _branch(found: Threads, kind: str, former: PlanReview, latter: PlanReview, piece: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "event": piece.event,
        "whole_thread": found.of[kind, piece.whole.id],
        "piece_thread": found.of[kind, piece.piece.id],
        "before_review": former.review_id,
        "after_review": latter.review_id,
    }


def _proposal(kind: str, latter: PlanReview, link: Link) -> dict[str, Any]:
    was = link.former.text or link.former.note or link.former.id
    return {
        "finding_id": f"{link.latter.id}-link",
        "document": latter.document_id,
        "position": link.latter.position,
        "origin": "link",
        "severity": "warning",
        "code": "uncertain_link",
        "message": (
            f"This {kind} may be {link.former.id} of the review before, \"{was[:80]}\" "
            f"(score {link.score:.2f}, margin {link.margin:.2f}); it is treated as new until someone decides."
        ),
        "page": None,
        "subject_kind": kind,
        "subject_id": link.latter.id,
        "field": None,
    }


def _store(con: duckdb.DuckDBPyConnection, plan_key: str, reviews: Sequence[PlanReview], found: Threads) -> None:
    order = [{"review_id": review.review_id, "place": place} for place, review in enumerate(reviews, 1)]
    for table, rows in (("sequence", order), ("threads", found.threads), ("branches", found.branches)):
        if rows:
            values = {name: [row[name] for row in rows] for name in rows[0]}
            con.execute(statement(f"insert/{table}"), {"plan_key": [plan_key] * len(rows), **values})
    for finding in found.findings:
        document_id = finding.pop("document")
        con.execute(statement("insert/findings"), columns([finding], document_id))


def _plan_review(review_id: str, document_id: str, rows: Mapping[str, Sequence[tuple[Any, ...]]]) -> PlanReview:
    below: dict[str, set[str]] = defaultdict(set)
    actions = []
    for n, row in enumerate(rows["action"]):
        id_, position, home, refs, priority, number, text, note, leads = row
        if home and len(text or note) > _TELLING:
            below[home].add(plain(text or note).lower())
        actions.append(_subject(id_, position, refs, home, priority, number, text, note, leads, n, len(rows["action"])))
    activities = [
        _subject(id_, position, refs, None, priority, None, text, "", plans, n, len(rows["activity"]), below[id_])
        for n, (id_, position, refs, priority, text, plans) in enumerate(rows["activity"])
    ]
    looking_back, handed_on = [], []
    for n, (id_, position, priority, number, text, target, latest, previous) in enumerate(rows["indicator"]):
        common = (id_, position, (), None, priority, number, text)
        targets = [target] if target else []
        looking_back.append(_subject(*common, previous or "", targets, n, len(rows["indicator"])))
        handed_on.append(_subject(*common, latest or "", targets, n, len(rows["indicator"])))
    subjects = {"activity": activities, "action": actions, "indicator": looking_back}
    return PlanReview(review_id, document_id, subjects, {**subjects, "indicator": handed_on})


#: texts of actions shorter than this do not tell one activity from another
_TELLING = 20


def _subject(
    id_: str, position: int, refs: Sequence[str], home: str | None, priority: str | None, number: str | None,
    text: str, note: str, leads: Sequence[str], n: int, total: int, contents: set[str] | None = None,
) -> Subject:  # fmt: skip
    people = frozenset(plain(lead).lower() for lead in leads)
    place = n / max(1, total - 1)
    return Subject(
        id_, tuple(refs), home, priority, number or None, text, note, people, frozenset(contents or ()), place, position
    )
