"""Correcting: a review as it was read, and what people decided, become the review as it is. Pure.

A decision holds for the document that the person looked at whatever another version reads there: the paper has not
changed. In a re-issue that prints another value than the one that was corrected, what is printed stands. Both are
findings. What is read by now as it was corrected is left as it was read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from normalise.review import Action, Activity, Finding, Indicator, Review
from warehouse import correctable as fields
from warehouse.address import Place, Subject, find, subjects
from warehouse.correction import LINKS, Address, Correction, speaking_of
from warehouse.correction_findings import carried, fieldless, orphaned, stale
from warehouse.replacing import with_value
from warehouse.wording import plain

#: findings that the warehouse makes itself, after a document was corrected; `accept` settles them there
LATER = ("uncertain_link", "uncertain_successor", "superseded")
#: beginning of the id of a review whose publisher is not known: others may share it
_NOBODY = "unknown/"

Fact = Action | Activity | Indicator


class Placement(NamedTuple):
    """Where one end of a correction was found: `subject_id` inside the review, None for nowhere."""

    correction_id: str
    side: str
    subject_kind: str
    subject_id: str | None
    state: str
    extracted: str = ""


class Corrected(NamedTuple):
    """The review as it is; where each correction went; by place in `review.findings` what settled the finding;
    and what a person should look at because of corrections."""

    review: Review
    placements: tuple[Placement, ...]
    settled: Mapping[int, str]
    findings: tuple[Finding, ...]


def correct(read: Review, document: str, standing: Sequence[Correction]) -> Corrected:
    """Apply the decisions that hold, in order, to a review as read; `document` begins the document's id."""
    work = _Work(read, document)
    names = work.correct_review(standing)
    for correction in speaking_of(standing, names, document):
        if correction.subject.kind != "review" or correction.kind in ("accept", *LINKS):
            work.place(correction, names)
    work.correct_rows()
    return work.done()


class _Work:
    """One review being corrected."""

    def __init__(self, read: Review, document: str) -> None:
        self.read, self.review, self.document = read, read, document
        self.placements: list[Placement] = []
        self.findings: list[Finding] = []
        self.settled: dict[int, str] = {}
        #: by kind, id and field, the decision that came last
        self.decided: dict[tuple[str, str, str], Correction] = {}
        self.touched: set[str] = set()

    @cached_property
    def known(self) -> Sequence[Subject]:
        """The rows that a correction may speak of; most documents have none, and then nobody asks."""
        return subjects(self.read, self.document)

    def correct_review(self, standing: Sequence[Correction]) -> set[str]:
        """Correct the facts of the review itself; all names that it had on the way."""
        names = {self.read.review_id}
        mine: list[Correction] = []
        for correction in standing:
            if correction.kind == "review" and self._is_mine(correction, names):
                mine.append(correction)
                self.review = fields.corrected_review(self.review, *self._value(correction))
                names.add(self.review.review_id)
        self.review = self.read
        last = {c.field: c for c in mine}
        for correction in mine:
            if last[correction.field] is not correction:
                self._note(correction, "review", "review", "replaced")
        # a cycle brings its own day, which another line may correct
        for correction in sorted(last.values(), key=lambda c: c.field != "cycle"):
            self._decide(correction, "review", "review", self.read)
        names.add(self.review.review_id)
        if self.review.as_at is None and self.read.as_at is not None and "as_at" not in last:
            message = f"the corrected cycle {self.review.cycle!r} names no day; correct as_at too"
            self.findings.append(
                Finding("warning", "as_at_not_found", message, None, "review", None, "as_at")
            )
        return names

    def place(self, correction: Correction, names: set[str]) -> None:
        """Find the ends of a correction in this review."""
        ends = [("subject", correction.subject), ("other", correction.other)]
        for side, end in ends if correction.kind in LINKS else ends[:1]:
            if end.document != self.document and end.review not in names:
                continue
            if correction.kind == "accept":
                self._accept(correction)
            else:
                self._place_end(correction, side, end)

    def correct_rows(self) -> None:
        """Put the last decision about each field in its place."""
        facts = {fact.id: fact for fact in _facts(self.read)}
        for (kind, subject_id, _), correction in self.decided.items():
            self._decide(correction, kind, subject_id, facts[subject_id])

    def done(self) -> Corrected:
        """A row that a person decided about, with no finding left open, is certain."""
        left = {f.subject_id for n, f in enumerate(self.read.findings) if n not in self.settled}
        sure = {name for name in self.touched if name not in left}
        review = replace(
            self.review,
            actions=tuple(replace(a, confidence=1.0) if a.id in sure else a for a in self.review.actions),
            indicators=tuple(
                replace(i, confidence=1.0) if i.id in sure else i for i in self.review.indicators
            ),
        )
        return Corrected(review, tuple(self.placements), self.settled, tuple(self.findings))

    def _is_mine(self, correction: Correction, names: set[str]) -> bool:
        """Whether it speaks of this review, and not of another that nobody's name is known of either."""
        if correction.subject.document == self.document:
            return True
        return correction.subject.review in names and not correction.subject.review.startswith(_NOBODY)

    def _place_end(self, correction: Correction, side: str, end: Address) -> None:
        if end.kind == "review":
            self._note(correction, "review", "review", "applied", side=side)
            return
        place = find(end, self.known)
        if place.id is None:
            self._note(correction, end.kind, None, "orphaned", side=side)
            self.findings.append(orphaned(correction, end, place))
            return
        if place.likeness < 1.0:
            self.findings.append(carried(correction, end, place))
        if correction.kind in LINKS:
            self._note(correction, end.kind, place.id, "applied", side=side)
            return
        key = end.kind, place.id, fields.field_of(end.kind, correction.field)
        if former := self.decided.pop(key, None):
            self._note(former, end.kind, place.id, "replaced")
        self.decided[key] = correction

    def _decide(self, correction: Correction, kind: str, subject_id: str, fact: Fact | Review) -> None:
        """Compare what is read now with what was read then, and replace it where the decision holds."""
        field = fields.field_of(kind, correction.field)
        if not fields.has(fact, field):
            self._note(correction, kind, None, "orphaned")
            self.findings.append(fieldless(correction, kind, subject_id, field))
            return
        extracted = fields.shown(fact, field)
        state = _state(correction, _renumbered(correction, fact, extracted))
        self._note(correction, kind, subject_id, state, extracted)
        if state == "stale":
            self.findings.append(
                stale(correction, kind, subject_id, field, extracted, self._seen(correction))
            )
        if state == "applied" or (state == "stale" and self._seen(correction)):
            self.review = with_value(self.review, kind, subject_id, *self._value(correction))
        elif state == "stale":
            return
        self._settle(correction, kind, subject_id, field)

    def _seen(self, correction: Correction) -> bool:
        """Whether the person decided with this very document before them."""
        return correction.subject.document == self.document

    def _value(self, correction: Correction) -> tuple[str, object]:
        kind = correction.subject.kind
        field = fields.field_of(kind, correction.field)
        return field, fields.parse(kind, field, correction.now)

    def _settle(self, correction: Correction, kind: str, subject_id: str, field: str) -> None:
        self.touched.add(subject_id)
        for n, finding in enumerate(self.read.findings):
            mine = finding.subject_kind == "review" if kind == "review" else finding.subject_id == subject_id
            if mine and finding.field and fields.field_of(kind, finding.field) == field:
                self.settled[n] = correction.id

    def _accept(self, correction: Correction) -> None:
        """Settle the finding of this code about this row, page or review, unless what it is about has changed."""
        end = correction.subject
        place = find(end, self.known) if end.kind in fields.FIELDS and end.kind != "review" else None
        if place and place.id is None:
            self._note(correction, end.kind, None, "orphaned")
            return
        subject_id = place.id if place else end.kind
        fits = [n for n, f in enumerate(self.read.findings) if _is_meant(f, correction, place)]
        exact = (
            [n for n in fits if self.read.findings[n].message == end.text]
            if len(fits) > 1 and not place
            else fits
        )
        extracted = read_value(self.read, end.kind, subject_id, correction.field)
        if not exact and correction.now not in LATER:
            self._note(correction, end.kind, subject_id, "overtaken", extracted)
        elif _same(extracted, correction.was):
            self._note(correction, end.kind, subject_id, "applied", extracted)
            self.settled |= dict.fromkeys(exact, correction.id)
            self.touched |= {subject_id} if subject_id and exact else set()
        else:
            self._note(correction, end.kind, subject_id, "stale", extracted)
            self.findings.append(stale(correction, end.kind, subject_id, correction.field, extracted, False))

    def _note(
        self,
        correction: Correction,
        kind: str,
        subject_id: str | None,
        state: str,
        extracted: str = "",
        *,
        side: str = "subject",
    ) -> None:
        self.placements.append(Placement(correction.id, side, kind, subject_id, state, extracted))


def read_value(review: Review, kind: str, subject_id: str | None, field: str) -> str:
    """A field as a cell says it; nothing where a finding is about no field of its own."""
    name = fields.field_of(kind, field)
    if kind == "review":
        return fields.shown(review, name) if name in fields.FIELDS["review"] else ""
    fact = next((f for f in _facts(review) if f.id == subject_id), None)
    return fields.shown(fact, name) if fact and name in fields.FIELDS[kind] else ""


def _facts(review: Review) -> Sequence[Fact]:
    return (*review.activities, *review.actions, *review.indicators)


def _state(correction: Correction, extracted: str) -> str:
    if _same(extracted, correction.now):
        return "overtaken"
    is_known = bool(correction.was or correction.subject.document)  # a line by hand may not say what was read
    return "applied" if _same(extracted, correction.was) or not is_known else "stale"


def _renumbered(correction: Correction, fact: Fact | Review, extracted: str) -> str:
    """What is read now, with the number at its beginning that it had when it was decided: a note repeats the number of
    its action ("3. Done"), which says nothing else when the action moves to another."""
    former, number = correction.subject.number, getattr(fact, "action_number", None)
    if correction.field != "progress" or not (former and number) or correction.now.startswith(f"{former}."):
        return extracted
    return f"{former}.{extracted[len(number) + 1 :]}" if extracted.startswith(f"{number}.") else extracted


def _same(one: str, other: str) -> bool:
    """One text however it is set."""
    return plain(one) == plain(other)


def _is_meant(finding: Finding, correction: Correction, place: Place | None) -> bool:
    if finding.code != correction.now or (finding.field or "") != correction.field:
        return False
    if place:
        return finding.subject_id == place.id
    if correction.subject.kind == "review":
        return finding.subject_kind == "review"
    return finding.subject_kind is None and str(finding.page or "") == correction.subject.number
