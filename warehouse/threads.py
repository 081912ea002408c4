"""Threads: every action, activity and indicator of a plan followed from review to review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import duckdb

from warehouse.appending import Appenders
from warehouse.changes import store_changes
from warehouse.connection import transaction
from warehouse.decided import Decided, free, heeded, put, read_decided
from warehouse.facts import columns
from warehouse.linking import Link, Links, Piece, link_actions, link_activities, link_indicators
from warehouse.plan import KINDS, PlanReview, read_plan
from warehouse.sql_files import script, statement
from warehouse.subject import Subject

DECIDED_BY = "planreview"
#: after a gap only a link as likely as this counts: much may have come and gone meanwhile
BACK = 0.95
#: what was gone for longer than two years has ended: the same words after that are put to a person
LONGEST_REST = dt.timedelta(days=2 * 366)
NO_LINKS = Links((), ())
UNDECIDED = Decided({})

#: by subject, the thread that a person put it in, and who
Put = Mapping[str, tuple[str, str]]


class Sleeper(NamedTuple):
    """The last subject of a thread that ended, and the day of its review where that is known."""

    subject: Subject
    as_at: dt.date | None

    def has_ended(self, now: dt.date | None) -> bool:
        return self.as_at is not None and now is not None and now - self.as_at > LONGEST_REST


@dataclass(slots=True)
class Threads:
    """What linking found for one plan: rows of core.threads, core.branches and core.findings; the thread `of`
    each subject, and by thread the last subject of those `asleep`, with the day of its review."""

    threads: list[dict[str, Any]] = field(default_factory=list)
    branches: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    of: dict[tuple[str, str], str] = field(default_factory=dict)
    asleep: dict[str, dict[str, Sleeper]] = field(default_factory=lambda: {kind: {} for kind in KINDS})


def link_plans(con: duckdb.DuckDBPyConnection, appenders: Appenders, *, everything: bool) -> None:
    """Follow the plans that changed since they were last linked, or all, and store what moved in them; each plan in
    one transaction."""
    which = "all_plans" if everything else "unlinked_plans"
    for (plan_key,) in con.execute(statement(which)).fetchall():
        reviews = read_plan(con, plan_key)
        found = thread_plan(reviews, read_decided(con, plan_key))
        with transaction(con):
            for delete in script("forget_threads"):
                con.execute(delete, {"plan_key": plan_key})
            _store(appenders, plan_key, reviews, found)
            store_changes(con, [plan_key])


def thread_plan(reviews: Sequence[PlanReview], decided: Decided = UNDECIDED) -> Threads:
    """Threads through the reviews of one plan, given in order of time, as far as people have not `decided`. A
    thread is named after its first subject."""
    found = Threads()
    for former, latter in zip([None, *reviews], reviews, strict=False):
        given = {kind: put(kind, latter.subjects[kind], decided, found.of) for kind in KINDS}
        links = _linked(found, former, latter, given, decided) if former else {}
        for kind in KINDS:
            made = heeded(kind, links.get(kind, NO_LINKS), decided, found.of)
            _follow(found, kind, former, latter, made, given[kind], decided)
    continued = {key for key, thread_id in found.of.items() if thread_id != key[1]}
    found.findings += decided.findings(found.of, continued)
    return found


def _linked(
    found: Threads, former: PlanReview, latter: PlanReview, put: Mapping[str, Put], decided: Decided
) -> dict[str, Links]:
    """Links between what nobody has decided about, and those that were decided."""

    def between(kind: str, link: Callable[..., Links], before: Sequence[Subject], *more: object) -> Links:
        given = put[kind]
        taken = {*given, *(thread for thread, _ in given.values())}
        after = latter.subjects[kind]
        parted = decided.parted(kind, before, after, found.of)
        links = link(free(kind, before, taken, found.of), free(kind, after, taken, {}), *more, parted=parted)
        ends = {found.of[kind, s.id]: s for s in before}
        by_people = [
            Link(ends[given[s.id][0]], s, 1.0, 1.0, "decided")
            for s in after
            if s.id in given and given[s.id][0] in ends
        ]
        return links._replace(made=(*links.made, *by_people))

    activities = between("activity", link_activities, former.subjects["activity"])
    homes = {(link.former.id, link.latter.id) for link in activities.made}
    return {
        "activity": activities,
        "action": between("action", link_actions, former.subjects["action"], homes),
        "indicator": between("indicator", link_indicators, former.handed_on),
    }


def _follow(
    found: Threads,
    kind: str,
    former: PlanReview | None,
    latter: PlanReview,
    links: Links,
    put: Put,
    decided: Decided,
) -> None:
    """Carry the threads of one kind into `latter`; those that end fall asleep, and may wake in a later
    review."""
    linked = {link.latter.id: link for link in links.made}
    pieces = {piece.piece.id: piece for piece in links.pieces}
    alone = [s for s in latter.subjects[kind] if s.id not in linked and s.id not in put]
    asleep = found.asleep[kind]
    woken, asked = _back(found, kind, latter, alone, put, decided)
    linked |= {link.latter.id: link for link in woken}
    before = dict(found.of) if decided.links else found.of
    for subject in latter.subjects[kind]:
        link = linked.get(subject.id)
        thread_id = found.of[kind, link.former.id] if link else subject.id
        how = {**_how(link, pieces.get(subject.id)), "decided_by": DECIDED_BY}
        if subject.id in put:
            thread_id, who = put[subject.id]
            how = {"method": "decided", "score": None, "margin": None, "decided_by": who}
        elif apart := decided.apart((kind, subject.id), before):
            how["decided_by"] = list(apart.values())[-1]
        found.of[kind, subject.id] = thread_id
        asleep.pop(thread_id, None)
        row = {"kind": kind, "thread_id": thread_id, "review_id": latter.review_id, "subject_id": subject.id}
        found.threads.append({**row, **how})
    found.findings += [_proposal(kind, latter, link) for link in (*links.proposed, *asked)]
    if former is not None:
        _part(found, kind, former, latter, links)


def _back(
    found: Threads, kind: str, latter: PlanReview, alone: Sequence[Subject], put: Put, decided: Decided
) -> tuple[Sequence[Link], Sequence[Link]]:
    """Links to what was missing from some reviews and is back, and to what had ended long before, for a person."""
    given = {thread for thread, _ in put.values()}
    sleepers = [sleeper for thread, sleeper in found.asleep[kind].items() if thread not in given]
    resting, ended = (
        [s.subject for s in sleepers if s.has_ended(latter.as_at) == over] for over in (False, True)
    )

    def woken(candidates: Sequence[Subject], subjects: Sequence[Subject]) -> Sequence[Link]:
        parted = decided.parted(kind, candidates, subjects, found.of)
        links = Links(tuple(_woken(kind, candidates, subjects, found.of, parted)), ())
        return heeded(kind, links, decided, found.of).made

    back = woken(resting, alone)
    awake = {link.latter.id for link in back}
    return back, woken(ended, [s for s in alone if s.id not in awake])


def _part(found: Threads, kind: str, former: PlanReview, latter: PlanReview, links: Links) -> None:
    """Note which threads of `former` ended, were divided or joined, or may go on for all we know."""
    carried = {link.former.id for link in links.made}
    for subject in former.subjects[kind]:
        if subject.id not in carried:
            found.asleep[kind][found.of[kind, subject.id]] = Sleeper(subject, former.as_at)
    for piece in links.pieces:
        row = {"kind": kind, "event": piece.event}
        row |= {
            "whole_thread": found.of[kind, piece.whole.id],
            "piece_thread": found.of[kind, piece.piece.id],
        }
        found.branches.append(row | {"before_review": former.review_id, "after_review": latter.review_id})


def _woken(
    kind: str,
    asleep: Sequence[Subject],
    alone: Sequence[Subject],
    of: Mapping[tuple[str, str], str],
    parted: Set[tuple[str, str]],
) -> list[Link]:
    """Subjects that were missing from a review and are back; after a gap only good evidence counts. `of` are the
    threads of all subjects, activities first."""
    if not asleep or not alone:
        return []
    if kind == "activity":
        links = link_activities(asleep, alone, parted=parted)
    elif kind == "indicator":
        links = link_indicators(asleep, alone, parted=parted)
    else:
        own = {home: of.get(("activity", home)) for home in {s.home for s in (*asleep, *alone)} if home}
        homes = {
            (a.home, b.home)
            for a in asleep
            for b in alone
            if a.home and b.home and own[a.home] and own[a.home] == own[b.home]
        }
        links = link_actions(asleep, alone, homes, parted=parted)
    return [
        link._replace(method="woken")
        for link in links.made
        if link.score >= BACK and link.method not in ("split", "merge", "note")
    ]


def _how(link: Link | None, piece: Piece | None) -> dict[str, Any]:
    found = link or piece
    if found is None:
        return {"method": "first", "score": None, "margin": None}
    method = link.method if link else "split"
    return {"method": method, "score": round(found.score, 4), "margin": round(found.margin, 4)}


def _proposal(kind: str, latter: PlanReview, link: Link) -> dict[str, Any]:
    was = link.former.text or link.former.note or link.former.id
    where = "an earlier review" if link.method == "woken" else "the review before"
    return {
        "finding_id": f"{link.latter.id}-link",
        "document": latter.document_id,
        "position": link.latter.position,
        "origin": "link",
        "severity": "warning",
        "code": "uncertain_link",
        "message": (
            f'This {kind} may be {link.former.id} of {where}, "{was[:80]}" '
            f"(score {link.score:.2f}, margin {link.margin:.2f}); it is treated as new until someone decides."
        ),
        "page": None,
        "subject_kind": kind,
        "subject_id": link.latter.id,
        "field": None,
    }


def _store(appenders: Appenders, plan_key: str, reviews: Sequence[PlanReview], found: Threads) -> None:
    order = [{"review_id": review.review_id, "place": place} for place, review in enumerate(reviews, 1)]
    sections = [
        {"review_id": review.review_id, "number": number, "section": name}
        for review in reviews
        for number, name in review.sections.items()
        if name != number
    ]
    found_rows: dict[str, list[dict[str, Any]]] = {
        "sequence": order,
        "sections": sections,
        "threads": found.threads,
        "branches": found.branches,
    }
    for table, rows in found_rows.items():
        if rows:
            values = {name: [row[name] for row in rows] for name in rows[0]}
            appenders.append(table, {"plan_key": [plan_key] * len(rows), **values})
    for finding in found.findings:
        document_id = finding.pop("document")
        appenders.append("findings", columns([finding], document_id))
