"""What moved between two reviews, told as a person would: worse first, then better, then the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from normalise.review import STATUSES
from planreview.concentration import Place, concentrated

Row = Mapping[str, Any]

#: headings for what has a direction; a date is told apart from a status or a figure
DIRECTIONS = {"worse": "Worse", "better": "Better"}
DATES = {"worse": "Dates slipped", "better": "Dates brought forward", None: "Dates changed"}
STILL = "Still off track"
#: headings of the changes that are neither for the better nor for the worse, as they are told
OTHER = {
    "added": "Added",
    "removed": "No longer there",
    "split": "Split",
    "merged": "Merged",
    "status_changed": "Status changed",
    "lead_changed": "In other hands",
    "target_changed": "Targets changed",
    "polarity_changed": "Aims changed",
    "restated": "Former figures restated",
    "value_changed": "New figures without a direction",
    "text_changed": "Reworded",
    "renamed": "Renamed",
    "renumbered": "Renumbered",
    "moved": "Moved",
    "progress_changed": "New progress notes",
}
#: what a heading calls one of its kind, where that differs
ONE = {
    "Dates slipped": "date slipped",
    "Dates brought forward": "date brought forward",
    "Dates changed": "date changed",
    "Targets changed": "target changed",
    "Aims changed": "aim changed",
    "Former figures restated": "former figure restated",
    "New figures without a direction": "new figure without a direction",
    "New progress notes": "new progress note",
}
#: changes of wording, which are shown word by word
WORDING = ("text_changed", "renamed", "progress_changed")


@dataclass(frozen=True, slots=True)
class Line:
    """One change: what it is about (`noun` is `action`, `indicator` ...), what stood and what stands. `statuses` are
    the codes behind `before` and `after` where these are statuses, `pages` where to look."""

    noun: str
    refs: str
    subject: str
    field: str
    before: str
    after: str
    wording: bool
    statuses: tuple[str, str] | None = None
    pages: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one sort; `long` where each is a text to read rather than a fact to note."""

    heading: str
    lines: tuple[Line, ...]
    long: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """Actions of one status, in the document's own word, now and how many more than before; `more` is None where the
    review before has no actions at all."""

    status: str
    label: str
    number: int
    more: int | None

    def __str__(self) -> str:
        return f"{self.number} {self.label} ({self.change})"

    @property
    def change(self) -> str:
        if self.more is None:
            return "no data before"
        return f"{abs(self.more)} {'more' if self.more > 0 else 'fewer'}" if self.more else "as before"


@dataclass(frozen=True, slots=True)
class Briefing:
    """`title` names the plan, `span` the two reviews, `counts` the statuses now against before, `places` where
    change is concentrated."""

    title: str
    span: str
    actions: int
    counts: tuple[Count, ...]
    places: tuple[Place, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the changes: the document's `labels` by status, where each subject stands and what it prints
    as its status (`places`), and what is `persisting`."""

    labels: Mapping[str, str]
    places: Mapping[str, Row]
    persisting: Sequence[Row]


BARE = Setting({}, {}, ())


def brief(former: Row, latter: Row, changes: Sequence[Row], setting: Setting = BARE) -> Briefing:
    """The rows of `reviews` for both sides and of `changes_between` as a briefing."""
    headings = (DIRECTIONS["worse"], STILL, DIRECTIONS["better"], *DATES.values(), *OTHER.values())
    groups: dict[str, list[Line]] = {heading: [] for heading in headings}
    for change in filter(_is_news, changes):
        groups.setdefault(_heading(change), []).append(_line(change, setting))
    groups[STILL] = [_still(row, setting) for row in setting.persisting]
    return Briefing(
        title=", ".join(str(latter[name]) for name in ("publisher", "plan") if latter[name])
        or latter["review_id"],
        span=f"{_named(former)} to {_named(latter)}",
        actions=latter["actions"],
        counts=_counts(former, latter, setting.labels),
        places=concentrated(changes, setting.places),
        sections=tuple(
            Section(heading, tuple(lines), long=heading == OTHER["progress_changed"])
            for heading, lines in groups.items()
            if lines
        ),
    )


def counted(briefing: Briefing) -> str:
    """Actions by status, in one line; a review without actions says nothing of them."""
    if not briefing.actions:
        return "no actions in the later review: no data of them"
    told = ", ".join(map(str, briefing.counts))
    return f"{briefing.actions} actions: {told}" if told else f"{briefing.actions} actions"


def tally(briefing: Briefing) -> str:
    """How much moved, in one line."""
    return ", ".join(map(_tallied, briefing.sections)) or "nothing moved"


def _tallied(section: Section) -> str:
    several = f"{section.heading[0].lower()}{section.heading[1:]}"
    number = len(section.lines)
    return f"{number} {ONE.get(section.heading, several) if number == 1 else several}"


def _is_news(change: Row) -> bool:
    """False for a previous figure that moved on, as it does in each review; a restated one is a change of its own."""
    return (change["change"], change["field"]) != ("value_changed", "previous")


def _heading(change: Row) -> str:
    if change["change"] == "due_date_changed":
        return DATES.get(change["direction"], DATES[None])
    direction = DIRECTIONS.get(change["direction"] or "")
    return direction or OTHER.get(change["change"], change["change"].replace("_", " ").capitalize())


def _line(change: Row, setting: Setting) -> Line:
    is_status = change["field"] == "status" and change["kind"] == "action"
    return Line(
        noun=change["kind"],
        refs=change["refs"] or "",
        subject=" ".join((change["subject"] or "").split()),
        field=(change["field"] or "").replace("_", " "),
        before=_printed(change, "before", setting),
        after=_printed(change, "after", setting),
        wording=change["change"] in WORDING,
        statuses=(change["before"] or "unknown", change["after"] or "unknown") if is_status else None,
        pages=_pages(change),
    )


def _still(row: Row, setting: Setting) -> Line:
    label = _own_label("off_track", row["subject_id"], setting)
    after = f"{label} in {row['reviews']} reviews on end"
    return Line("action", row["refs"], row["subject"], "status", "", after, False, ("off_track", "off_track"))


def _printed(change: Row, side: str, setting: Setting) -> str:
    """Statuses in the document's words; nothing for an addition or a removal, whose subject says it all."""
    if change["change"] in ("added", "removed"):
        return ""
    text = " ".join(str(change[side] or "").split())
    subject = change.get("from_id" if side == "before" else "to_id")
    return _own_label(text, subject, setting) if change["field"] == "status" else text


def _pages(change: Row) -> str:
    sides = [
        f"{name} p. {', '.join(map(str, pages))}"
        for name, pages in (("before", change.get("from_pages")), ("now", change.get("to_pages")))
        if pages
    ]
    return "; ".join(sides)


def _own_label(status: str, subject: str | None, setting: Setting) -> str:
    """A status in the row's own words, else in those that the document most often has for it."""
    return setting.places.get(subject or "", {}).get("status_label") or _label(status, setting.labels)


def _label(status: str, labels: Mapping[str, str]) -> str:
    return labels.get(status) or status.replace("_", " ")


def _named(review: Row) -> str:
    cycle = review["cycle"] or review["review_id"]
    return f"{cycle} (as at {review['as_at']:%-d %B %Y})" if review["as_at"] else str(cycle)


def _counts(former: Row, latter: Row, labels: Mapping[str, str]) -> tuple[Count, ...]:
    return tuple(
        Count(
            status,
            _label(status, labels),
            latter[status],
            latter[status] - former[status] if former["actions"] else None,
        )
        for status in STATUSES
        if latter["actions"] and (former[status] or latter[status])
    )
