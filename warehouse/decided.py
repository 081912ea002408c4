"""Decided links: what people said is one thread, or is not, as linking heeds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

import duckdb

from warehouse.linking import Link, Links
from warehouse.sql_files import statement
from warehouse.subject import Subject

#: kind and id of a subject
Key = tuple[str, str]


class Decision(NamedTuple):
    """A correction that says of two subjects that they are one thread (`link`), or two (`unlink`)."""

    kind: str
    subject_kind: str
    latter: str
    former: str
    decided_by: str
    correction_id: str
    document_id: str


class Decided(NamedTuple):
    """By either end of a decision: kind of decision, id of the other end, who decided. The last one about a pair
    counts, and of two links that lead from one row to two of the same review; these are `decisions`."""

    links: Mapping[Key, Mapping[str, tuple[str, str]]]
    decisions: Sequence[Decision] = ()

    def together(self, key: Key, threads: Mapping[Key, str]) -> tuple[str, str] | None:
        """The thread that a subject was put in, of those there are so far, and by whom."""
        found = [
            (threads[key[0], other], who)
            for other, (kind, who) in self.links.get(key, {}).items()
            if kind == "link" and (key[0], other) in threads
        ]
        return found[-1] if found else None

    def apart(self, key: Key, threads: Mapping[Key, str]) -> dict[str, str]:
        """The threads that a subject was kept out of, and by whom."""
        return {
            threads[key[0], other]: who
            for other, (kind, who) in self.links.get(key, {}).items()
            if kind == "unlink" and (key[0], other) in threads
        }

    def parted(
        self, kind: str, former: Iterable[Subject], latter: Iterable[Subject], threads: Mapping[Key, str]
    ) -> Set[tuple[str, str]]:
        """Pairs of ids that must not be linked: of a subject of `latter`, and one of a thread it was kept out of."""
        if not self.links:
            return frozenset()
        kept_out = {s.id: self.apart((kind, s.id), threads) for s in latter}
        return {
            (one.id, other)
            for one in former
            for other, them in kept_out.items()
            if threads[kind, one.id] in them
        }

    def findings(self, threads: Mapping[Key, str], continued: Set[Key]) -> Iterator[dict[str, Any]]:
        """What did not come out as it was decided, and what was taken out of its thread and goes on in no other.

        `threads` are those of all subjects in order of time, `continued` the subjects that are not the first of theirs.
        """
        places = {key: place for place, key in enumerate(threads)} if self.decisions else {}
        for decision in self.decisions:
            here, there = ((decision.subject_kind, end) for end in (decision.latter, decision.former))
            together = here in threads and threads[here] == threads.get(there)
            if together != (decision.kind == "link"):
                yield _finding(decision, "warning", "correction_unheeded", _unheeded(decision))
            elif decision.kind == "unlink" and here not in continued and places[here] > places.get(there, -1):
                yield _finding(decision, "info", "correction_unpaired", _unpaired(decision))


def read_decided(con: duckdb.DuckDBPyConnection, plan_key: str) -> Decided:
    """What was decided about the links of one plan."""
    links: dict[Key, dict[str, tuple[str, str]]] = {}
    last: dict[tuple[str, frozenset[str]], Decision] = {}
    for row in con.execute(statement("decided_links"), {"plan_key": plan_key}).fetchall():
        decision = Decision(*row)
        kind, subject, one, other, who, *_ = decision
        for key in [key for key, former in last.items() if _replaces(decision, former)]:
            former = last.pop(key)
            for here, there in ((former.latter, former.former), (former.former, former.latter)):
                links[former.subject_kind, here].pop(there, None)
        last[subject, frozenset((one, other))] = decision
        for here, there in ((one, other), (other, one)):
            ends = links.setdefault((subject, here), {})
            ends.pop(there, None)
            ends[there] = (kind, who)
    return Decided(links, tuple(last.values()))


def _replaces(decision: Decision, former: Decision) -> bool:
    """Whether a link says of a row that it goes on from another row of the same review than was said before."""
    if (decision.kind, former.kind) != ("link", "link") or decision.subject_kind != former.subject_kind:
        return False
    return decision.latter == former.latter and _same_review(decision.former, former.former)


def _same_review(one: str, other: str) -> bool:
    """Ids of two subjects of one document begin alike."""
    return one != other and one.rpartition("-")[0] == other.rpartition("-")[0]


def put(
    kind: str, subjects: Sequence[Subject], decided: Decided, threads: Mapping[Key, str]
) -> Mapping[str, tuple[str, str]]:
    """By subject the thread that a person put it in, and who; one subject a thread, the first of a review."""
    found: dict[str, tuple[str, str]] = {}
    for subject in subjects if decided.links else ():
        given = decided.together((kind, subject.id), threads)
        if given and all(given[0] != thread for thread, _ in found.values()):
            found[subject.id] = given
    return found


def free(
    kind: str, subjects: Sequence[Subject], taken: set[str], threads: Mapping[Key, str]
) -> list[Subject]:
    """Subjects about whom, or about whose thread, nothing was decided."""
    return [s for s in subjects if s.id not in taken and threads.get((kind, s.id)) not in taken]


def heeded(kind: str, links: Links, decided: Decided, threads: Mapping[Key, str]) -> Links:
    """Links without those that a person took apart."""

    def stands(link: Link) -> bool:
        return threads[kind, link.former.id] not in decided.apart((kind, link.latter.id), threads)

    return links._replace(
        made=tuple(filter(stands, links.made)), proposed=tuple(filter(stands, links.proposed))
    )


def _unheeded(decision: Decision) -> str:
    wanted = "one thread" if decision.kind == "link" else "two threads"
    return (
        f"{decision.decided_by or 'someone'} decided that this {decision.subject_kind} and {decision.former} are "
        f"{wanted}, but another decision stands against it, or they are of two plans; --undo one of them, this is "
        f"{decision.correction_id}"
    )


def _unpaired(decision: Decision) -> str:
    return (
        f"{decision.decided_by or 'someone'} took this {decision.subject_kind} out of the thread of "
        f"{decision.former} ({decision.correction_id}); nothing else in an earlier review is it for sure, so that it "
        "is treated as new"
    )


def _finding(decision: Decision, severity: str, code: str, message: str) -> dict[str, Any]:
    return {
        "finding_id": f"{decision.latter}-{decision.correction_id}",
        "document": decision.document_id,
        "position": 0,
        "origin": "link",
        "severity": severity,
        "code": code,
        "message": message,
        "page": None,
        "subject_kind": decision.subject_kind,
        "subject_id": decision.latter,
        "field": None,
    }
