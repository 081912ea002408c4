"""The Review: what one document says, every fact with its evidence. This is what crosses to the upper floors.

Ids inside a review are local and follow from position (`a001`, `i001`, `v001` for activities); the warehouse
prefixes them with the document. Texts hold what is printed; `page` counts from 1; boxes are points, origin at the
top left of the page as displayed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from parsers.geometry import Box

#: best to worst; the order is the scale on which a status change is better or worse
SCALE = ("completed", "on_schedule", "behind_schedule", "off_track")
#: apart from the scale: a change to or from one of these has no direction
OFF_SCALE = ("not_started", "paused", "cancelled", "no_information", "unknown")
STATUSES = SCALE + OFF_SCALE

SEVERITIES = ("error", "warning", "info")


class Evidence(NamedTuple):
    """Where a fact stands on paper. One fact may have several, one a page or a part of a cell.

    `subject_kind`: `review`, `legend`, `priority`, `activity`, `action`, `indicator`. `field` is a column's name.
    `reader` is the eye that saw it. `raw` is the text or mark as it was seen.
    """

    subject_kind: str
    subject_id: str
    field: str
    page: int
    box: Box
    reader: str
    raw: str


class Finding(NamedTuple):
    """Something that a person should look at. `subject_id` is None for a page or the whole document."""

    severity: str
    code: str
    message: str
    page: int | None = None
    subject_kind: str | None = None
    subject_id: str | None = None
    field: str | None = None


class LegendEntry(NamedTuple):
    """One line of the document's own key. `mark` is a readable description (`green star`)."""

    position: int
    mark: str
    label: str
    definition: str
    status: str


class Priority(NamedTuple):
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Activity:
    """A thing the plan does; `texts` go with `refs` one by one."""

    id: str
    position: int
    priority: str | None
    refs: tuple[str, ...]
    texts: tuple[str, ...]
    plans: tuple[str, ...]
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One row with a status. `extra` holds printed columns that have no field of their own.

    `status_basis`: `legend`, `profile`, `words`, `alt`, `convention` or `none`. `confidence` is 0 to 1.
    """

    id: str
    position: int
    activity_id: str | None
    priority: str | None
    activity_refs: tuple[str, ...]
    activity: str
    plans: tuple[str, ...]
    action_number: str | None
    action: str
    leads: tuple[str, ...]
    progress: str
    status: str
    status_label: str | None
    status_basis: str
    mark: str | None
    due_date: dt.date | None
    start_date: dt.date | None
    direction: str | None
    extra: tuple[tuple[str, str], ...]
    confidence: float
    pages: tuple[int, ...]


class Reading(NamedTuple):
    """A printed value taken apart. `value` is in `unit`; percent as 0-100. `kind`: `number`, `not_available`,
    `not_applicable`, `new_measure`, `text` or `missing`."""

    series: str
    period: str | None
    raw: str
    kind: str
    value: float | None
    unit: str | None
    qualifier: str | None
    provisional: bool
    status: str | None = None


#: value columns that are fields of an indicator, as printed
COLUMNS = ("target", "latest", "previous", "national", "statistical_neighbours")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of an indicator table; the six value fields are as printed, None where there is no such column."""

    id: str
    position: int
    priority: str | None
    indicator_ref: str | None
    name: str
    printed_name: str
    annual_performance: str | None
    notes: tuple[str, ...]
    provisional: bool
    target: str | None
    latest: str | None
    previous: str | None
    national: str | None
    statistical_neighbours: str | None
    good_is: str | None
    polarity: str | None
    status: str | None
    direction: str | None
    readings: tuple[Reading, ...]
    extra: tuple[tuple[str, str], ...]
    confidence: float
    pages: tuple[int, ...]

    def reading(self, series: str) -> Reading | None:
        """The reading of one series, None where the column is absent."""
        return next((r for r in self.readings if r.series == series), None)


class PageLedger(NamedTuple):
    """Where the ink of one page went: counts of printed characters (not blank) and of marks by destination."""

    page: int
    chars: int
    fields: int
    headers: int
    legend: int
    headings: int
    furniture: int
    left_alone: int
    unplaced: int
    marks: int
    marks_placed: int


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Facts of the file itself."""

    sha256: str
    bytes: int
    page_count: int
    producer: str
    tagged: bool


@dataclass(frozen=True, slots=True)
class Review:
    """One plan review, whole."""

    document: DocumentFacts
    publisher: str | None
    plan: str | None
    plan_period: str | None
    title: str | None
    cycle: str | None
    as_at: dt.date | None
    appendix: str | None
    legend: tuple[LegendEntry, ...]
    priorities: tuple[Priority, ...]
    activities: tuple[Activity, ...]
    actions: tuple[Action, ...]
    indicators: tuple[Indicator, ...]
    footnotes: tuple[str, ...]
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    ledger: tuple[PageLedger, ...]

    @property
    def review_id(self) -> str:
        """`publisher/plan/cycle` as slugs. `unknown` stands for a publisher that the document does not say.

        A review without a plan or a cycle is named by its content: two of them never replace each other.
        """
        content = self.document.sha256[:8]
        plan = slug(self.plan) if self.plan else f"unnamed-{content}"
        cycle = slug(self.cycle) if self.cycle else f"undated-{content}"
        return "/".join((slug(self.publisher), plan, cycle))

    def to_json(self) -> str:
        """The review as JSON text; the same review gives the same text."""
        from normalise.serialise import review_json

        return review_json(self)

    @property
    def ink_coverage(self) -> float:
        """Share of printed characters that ended in a known place, 0 to 1."""
        total = sum(page.chars for page in self.ledger)
        return 1.0 - sum(page.unplaced for page in self.ledger) / total if total else 0.0


def slug(text: str | None) -> str:
    """Lower-case letters and digits, runs of anything else as one hyphen; `unknown` for nothing."""
    kept = "".join(c if c.isalnum() else "-" for c in (text or "").lower())
    return "-".join(part for part in kept.split("-") if part) or "unknown"
