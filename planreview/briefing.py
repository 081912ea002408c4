"""What moved between two reviews, told as a person would: worse first, then better, then the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from normalise.review import STATUSES

Row = Mapping[str, Any]

#: headings of the changes that are neither for the better nor for the worse, as they are told
OTHER = {
    "status_changed": "Status changed",
    "added": "Added",
    "removed": "No longer there",
    "split": "Split",
    "merged": "Merged",
    "lead_changed": "In other hands",
    "due_date_changed": "Dates changed",
    "target_changed": "Targets changed",
    "polarity_changed": "What is good changed",
    "restated": "Former figures restated",
    "value_changed": "New figures, neither better nor worse",
    "renumbered": "Renumbered",
    "moved": "Moved",
    "renamed": "Renamed",
    "text_changed": "Reworded",
    "progress_changed": "New progress notes",
}
#: changes of wording, which are shown word by word
WORDING = ("text_changed", "renamed", "progress_changed")


@dataclass(frozen=True, slots=True)
class Line:
    """One change: what it is about (`noun` is `action`, `indicator` ...), what stood and what stands."""

    noun: str
    refs: str
    subject: str
    field: str
    before: str
    after: str
    wording: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one sort; `long` where each is a text to read rather than a fact to note."""

    heading: str
    lines: tuple[Line, ...]
    long: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """`title` names the plan, `span` the two reviews, `counts` the statuses now against before."""

    title: str
    span: str
    counts: str
    sections: tuple[Section, ...]


def brief(former: Row, latter: Row, changes: Sequence[Row]) -> Briefing:
    """The rows of `reviews` for both sides and of `changes_between` as a briefing."""
    groups: dict[str, list[Line]] = {"Worse": [], "Better": [], **{heading: [] for heading in OTHER.values()}}
    for change in changes:
        groups.setdefault(_heading(change), []).append(_line(change))
    return Briefing(
        title=", ".join(str(latter[name]) for name in ("publisher", "plan") if latter[name])
        or latter["review_id"],
        span=f"{_named(former)} to {_named(latter)}",
        counts=_counts(former, latter),
        sections=tuple(
            Section(heading, tuple(lines), long=heading == OTHER["progress_changed"])
            for heading, lines in groups.items()
            if lines
        ),
    )


def tally(briefing: Briefing) -> str:
    """How much moved, in one line."""
    told = [
        f"{len(section.lines)} {section.heading[0].lower()}{section.heading[1:]}"
        for section in briefing.sections
    ]
    return ", ".join(told) or "nothing moved"


def _heading(change: Row) -> str:
    direction = {"worse": "Worse", "better": "Better"}.get(change["direction"] or "")
    return direction or OTHER.get(change["change"], change["change"].replace("_", " ").capitalize())


def _line(change: Row) -> Line:
    return Line(
        noun=change["kind"],
        refs=change["refs"] or "",
        subject=" ".join((change["subject"] or "").split()),
        field=(change["field"] or "").replace("_", " "),
        before=_printed(change, "before"),
        after=_printed(change, "after"),
        wording=change["change"] in WORDING,
    )


def _printed(change: Row, side: str) -> str:
    """Statuses without their underscore; nothing for an addition or a removal, whose subject says it all."""
    if change["change"] in ("added", "removed"):
        return ""
    text = " ".join(str(change[side] or "").split())
    return text.replace("_", " ") if change["field"] == "status" else text


def _named(review: Row) -> str:
    cycle = review["cycle"] or review["review_id"]
    return f"{cycle} (as at {review['as_at']:%-d %B %Y})" if review["as_at"] else str(cycle)


def _counts(former: Row, latter: Row) -> str:
    before, after = (Counter({status: review[status] for status in STATUSES}) for review in (former, latter))
    told = [
        f"{after[status]} {status.replace('_', ' ')} ({_difference(after[status] - before[status])})"
        for status in STATUSES
        if before[status] or after[status]
    ]
    return f"{latter['actions']} actions: {', '.join(told)}" if told else f"{latter['actions']} actions"


def _difference(number: int) -> str:
    return f"{number:+d}" if number else "as before"
