"""What may be wrong with an activity: a part that a missing page may hold, other words, its column's heading,
characters without meaning."""

from __future__ import annotations

from collections.abc import Iterator

from normalise.language.references import leading_reference
from normalise.review import Activity, Finding
from normalise.rows import own_headings
from normalise.rows.groups import Group
from normalise.rows.partings import is_cut
from normalise.rows.records import run_on


def found(group: Group, activity: Activity) -> Iterator[Finding]:
    """The findings of an activity, whose rows are the `group`."""
    yield from _cut_off(group, activity)
    yield from _retold(group, activity)
    yield from _headed(group, activity)
    yield from _unreadable(activity)


def _cut_off(group: Group, activity: Activity) -> list[Finding]:
    """What a missing page may hold of the activity, whose last row it follows."""
    last = group.placed[-1].record
    page = last.last_page
    if not any(is_cut(last.pieces(role)) for role in ("activity", "plan")):
        return []
    return [
        Finding(severity, code, message, page, "activity", activity.id, "texts")
        for severity, code, message in last.notes
        if code == "page_gap"
    ]


def _retold(group: Group, activity: Activity) -> list[Finding]:
    """An activity that is printed again in other words: which of them holds, or whether they are two, is not known."""
    ref = leading_reference(run_on(group.pieces))
    printed = [p for p in group.pieces if p.cell.text]
    again = [p for p in printed[1:] if ref and leading_reference(p.cell.text) == ref]
    message = (
        f"the reference is printed again with another text: {again[0].cell.text[:60]!r}" if again else ""
    )
    return [
        Finding("warning", "activity_retold", message, piece.page, "activity", activity.id, "texts")
        for piece in again[:1]
    ]


def _headed(group: Group, activity: Activity) -> list[Finding]:
    """The heading of its own column among an activity's texts: a repeated header fell into one of its rows."""
    records = (placed.record for placed in group.placed)
    notes = [
        (note, record.page)
        for record in records
        for note in own_headings.noted(record.strip, {r: record.pieces(r) for r in ("activity", "plan")})
    ]
    return [
        Finding(severity, code, message, page, "activity", activity.id, "texts")
        for (severity, code, message, *_), page in notes[:1]
    ]


def _unreadable(activity: Activity) -> Iterator[Finding]:
    """Characters that have no meaning in their font."""
    for field, told in (("texts", activity.texts), ("plans", activity.plans)):
        lost = sum(text.count("\ufffd") for text in told)
        if lost:
            message = f"{lost} characters of the activity have no meaning in their font"
            page = activity.pages[0] if activity.pages else None
            yield Finding("warning", "characters_unreadable", message, page, "activity", activity.id, field)
