"""Lay a review beside its truth: rows found, lost and invented, fields and statuses that are right, what is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from rapidfuzz import fuzz

from normalise import Review
from normalise.review import Action, Indicator
from tests.samples.stated import printed

Truth = Mapping[str, Any]
Read = TypeVar("Read", Action, Indicator)

#: a row is the truth's when its words are so alike, or less alike under the same number
ALIKE, ALIKE_AND_NUMBERED = 60, 30
FOR_THE_NUMBER = 15
#: beginnings of the codes of findings that say of the whole what a row cannot
ABOUT_THE_REVIEW = ("as_at", "cycle_", "plan_", "publisher_")
ABOUT_THE_KEY = ("status_", "key_", "legend_", "convention_", "keys_")
VALUES = ("target", "latest", "previous", "national", "statistical_neighbours", "good_is", "priority")


class Slip(NamedTuple):
    """A field that is not as printed; `silent` where no finding names its row."""

    row: str
    field: str
    want: object
    have: object
    silent: bool


@dataclass(slots=True)
class Judgement:
    """Counts of one document; they add up."""

    rows: int = 0
    found: int = 0
    extra: int = 0
    fields: int = 0
    statuses: int = 0
    alarms: int = 0
    slips: list[Slip] = field(default_factory=list)

    @property
    def silent(self) -> int:
        return sum(slip.silent for slip in self.slips)

    @property
    def fields_right(self) -> int:
        return self.fields - sum(slip.field not in ("status", "row") for slip in self.slips)

    @property
    def statuses_right(self) -> int:
        return self.statuses - sum(slip.field == "status" for slip in self.slips)

    def add(self, other: Judgement) -> None:
        """Count another document too."""
        for name in ("rows", "found", "extra", "fields", "statuses", "alarms"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.slips += other.slips

    def compare(self, row: str, flagged: bool, pairs: Mapping[str, tuple[object, object]]) -> bool:
        """Count fields, each as wanted and as read; whether all are right."""
        self.statuses += "status" in pairs
        self.fields += len(pairs) - ("status" in pairs)
        wrong = [Slip(row, name, *pair, not flagged) for name, pair in pairs.items() if pair[0] != pair[1]]
        self.slips += wrong
        return not wrong


def judge(truth: Truth, review: Review) -> Judgement:
    """One document's review against its truth."""
    judgement = Judgement()
    loud = [finding for finding in review.findings if finding.severity != "info"]
    named = {finding.subject_id for finding in loud if finding.subject_id}
    pages = {finding.page for finding in loud if finding.subject_id is None}
    codes = {finding.code for finding in loud}
    judgement.compare("document", _any(codes, ABOUT_THE_REVIEW), dict(_document(truth, review)))
    for label, pair in _key(truth, review):
        says_so = pair[1] == "unknown" or _any(codes, ABOUT_THE_KEY)
        judgement.compare("key", says_so, {label: pair})
    actions = _matched(truth.get("actions") or (), review.actions, _action_key, _action_read_key)
    for row, action in actions[0]:
        pairs = _action(row, action, review) if action else {}
        _count(judgement, f"action {row['text']}", row, action, pairs, named, pages)
    indicators = _matched(
        truth.get("indicators") or (), review.indicators, _indicator_key, _indicator_read_key
    )
    for row, indicator in indicators[0]:
        pairs = _indicator(row, indicator) if indicator else {}
        _count(judgement, f"indicator {row['name']}", row, indicator, pairs, named, pages)
    extra: list[Action | Indicator] = [*actions[1], *indicators[1]]
    for one in extra:
        judgement.extra += 1
        called = one.action or one.progress if isinstance(one, Action) else one.name
        judgement.slips.append(Slip(called, "row", "nobody printed it", called, one.id not in named))
    return judgement


def _count(
    judgement: Judgement, called: str, row: Truth, read: Action | Indicator | None,
    pairs: Mapping[str, tuple[object, object]], named: set[str], pages: set[int | None],
) -> None:  # fmt: skip
    judgement.rows += 1
    if read is None:
        judgement.slips.append(Slip(called, "row", "found", "lost", not pages & set(row["pages"])))
        return
    judgement.found += 1
    right = judgement.compare(called, read.id in named, pairs)
    judgement.alarms += right and read.id in named and not row.get("skip")  # what is open may well be asked


def _any(codes: set[str], beginnings: tuple[str, ...]) -> bool:
    return any(code.startswith(beginnings) for code in codes)


def _document(truth: Truth, review: Review) -> Iterator[tuple[str, tuple[object, object]]]:
    document = truth["document"]
    for name, have in (
        ("organisation", review.publisher), ("plan_title", review.plan), ("review_title", review.title),
    ):  # fmt: skip
        want, got = printed(document[name]).lower(), printed(have).lower()
        yield name, (want, want if got and (want in got or got in want) else got)
    yield "cycle", (document["cycle"], review.cycle)
    yield "as_at", (document["as_at"], review.as_at and review.as_at.isoformat())
    titles = {printed(priority.number): printed(priority.title) for priority in review.priorities}
    for row in truth.get("priorities") or ():
        yield f"priority {row['number']}", (printed(row["title"]), titles.get(row["number"]))
    activities = {activity.refs: " ".join(map(printed, activity.texts)) for activity in review.activities}
    for row in truth.get("activities") or ():
        yield f"activity {row['refs']}", (" ".join(row["texts"]), activities.get(tuple(row["refs"])))


def _key(truth: Truth, review: Review) -> Iterator[tuple[str, tuple[object, object]]]:
    labels = {printed(entry.label).lower(): entry.status for entry in review.legend}
    for entry in truth.get("legend") or ():
        yield entry["label"], (entry["status"], labels.get(printed(entry["label"]).lower()))


def _action(row: Truth, read: Action, review: Review) -> dict[str, tuple[object, object]]:
    due = read.due_date.isoformat() if read.due_date else None
    pairs: dict[str, tuple[object, object]] = {
        "text": (printed(row["text"]), printed(read.action)),
        "progress": (printed(row["progress"]), printed(read.progress)),
        "leads": (_names(row["leads"]), _names(read.leads)),
        "pages": (row["pages"], list(read.pages)),
    }
    if "status" in row:
        pairs["status"] = (row["status"], read.status)
    if row["number"]:
        pairs["number"] = (row["number"], printed(read.action_number))
    if row["activity_refs"]:
        pairs["activity_refs"] = (row["activity_refs"], list(read.activity_refs))
    if "activity" in row:
        pairs["activity"] = (printed(row["activity"]), printed(read.activity))
    if "due_date" in row:
        pairs["due_date"] = (row["due_date"], due)
    if "section" in row:
        pairs["section"] = _section(printed(row["section"]), read, review)
    return pairs


def _section(want: str, read: Action, review: Review) -> tuple[object, object]:
    """A priority has a number and a title; one without a number is kept as a heading or as the activity."""
    title = next((p.title for p in review.priorities if p.number == read.priority), "")
    kept = [printed(text) for text in (title, read.activity, *(text for _, text in read.extra))]
    return want, want if any(want in text for text in kept) else (read.priority, title)


def _indicator(row: Truth, read: Indicator) -> dict[str, tuple[object, object]]:
    pairs: dict[str, tuple[object, object]] = {"name": (printed(row["name"]), printed(read.name))}
    pairs |= {name: (printed(row[name]), printed(getattr(read, name))) for name in VALUES if name in row}
    pairs["pages"] = (row["pages"], list(read.pages))
    if "status" in row:
        pairs["status"] = (row["status"], read.status)
    return pairs


def _names(values: Iterable[str]) -> list[str]:
    return sorted(filter(None, map(printed, values)))


def _action_key(row: Truth) -> tuple[str, str]:
    return row["number"], f"{printed(row['text'])} {printed(row['progress'])}"


def _action_read_key(read: Action) -> tuple[str, str]:
    return read.action_number or "", f"{printed(read.action)} {printed(read.progress)}"


def _indicator_key(row: Truth) -> tuple[str, str]:
    return "", printed(row["name"])


def _indicator_read_key(read: Indicator) -> tuple[str, str]:
    return "", printed(read.name)


def _matched(
    rows: Sequence[Truth], reads: Sequence[Read], key: Any, read_key: Any
) -> tuple[list[tuple[Truth, Read | None]], list[Read]]:
    """Each row with what was read of it, the most alike first, and what nobody printed."""
    scored = []
    for i, (number, text) in enumerate(map(key, rows)):
        for j, (read_number, read_text) in enumerate(map(read_key, reads)):
            same = bool(number) and number == read_number
            alike = fuzz.ratio(text, read_text)
            if alike >= ALIKE or (same and alike >= ALIKE_AND_NUMBERED):
                scored.append((alike + FOR_THE_NUMBER * same, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    left = [read for j, read in enumerate(reads) if j not in pairs.values()]
    return [(row, reads[pairs[i]] if i in pairs else None) for i, row in enumerate(rows)], left
