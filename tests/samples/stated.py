"""What a truth states and a review does not say, row by row; what the truth leaves open is not compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from normalise import Review
from normalise.review import Action, Indicator

OTHER_NAMES = {"not_happening": "off_track"}  # the truth files' names for our statuses
BULLET = re.compile(r"(^|\n)\s*[\u2022\u25cf\u25aa\uf0b7\u00b7o\-\u2013]\s+")
QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u2011\u2212", "''\"\"----")

Row = Mapping[str, Any]
Read = Action | Indicator
Pair = tuple[Row, Read | None]
Matched = tuple[str, list[Pair], list[Read]]


def missed(truth: Row, review: Review) -> Iterator[str]:
    """A line for each row that was not found, each row that nobody printed and each field that is not as printed."""
    yield from _document(truth, review)
    for kind, pairs, extra in (_actions(truth, review), _indicators(truth, review)):
        for row, read in pairs:
            called = f"{kind} {_called(row)[:60]!r}"
            yield from (f"{called}, {line}" for line in _lines(row, read)) if read else [f"- {called}"]
        yield from (f"+ {kind} {_called_as_read(read)!r} on pages {read.pages}" for read in extra)


def right(truth: Row, review: Review) -> set[str]:
    """Ids of the actions and indicators of which everything is as the truth states it."""
    pairs = _actions(truth, review)[1] + _indicators(truth, review)[1]
    return {read.id for row, read in pairs if read and not any(_lines(row, read))}


def printed(text: object) -> str:
    """A text without what no reader sees: forms of blanks, quotes and dashes, bullets, soft hyphens."""
    plain = unicodedata.normalize("NFKC", str(text or "")).replace("\u00ad", "").translate(QUOTES)
    return " ".join(BULLET.sub(r"\1", plain).split())


def _document(truth: Row, review: Review) -> Iterator[str]:
    names = (("organisation", review.publisher), ("plan_title", review.plan), ("review_title", review.title))
    for name, have in names:
        want = truth["document"].get(name)
        if want and not _within(printed(want).lower(), printed(have).lower()):
            yield f"document, {name}: {want!r}, read as {have!r}"
    for name, value in (("cycle", review.cycle), ("as_at", review.as_at and review.as_at.isoformat())):
        if name in truth["document"] and truth["document"][name] != value:
            yield f"document, {name}: {truth['document'][name]!r}, read as {value!r}"
    legend = {printed(entry.label).lower(): entry.status for entry in review.legend}
    for entry in truth.get("legend") or ():
        status = legend.get(printed(entry["label"]).lower())
        if _status(entry) not in ("unknown", status):
            yield f"legend, {entry['label']!r}: {_status(entry)}, read as {status}"
    titles = [(printed(p.number), printed(p.title)) for p in review.priorities]
    for row in truth.get("priorities") or ():
        if (printed(row["number"]), printed(row["title"])) not in titles:
            yield f"priority {row['number']} {row['title']!r} among {titles}"
    activities = {a.refs: a for a in review.activities}
    for row in truth.get("activities") or ():
        activity = activities.get(tuple(row["refs"]))
        if not activity or [printed(t) for t in activity.texts] != [printed(t) for t in row["texts"]]:
            yield f"activity {row['refs']} {row['texts']}, read as {activity and activity.texts}"


def _within(want: str, have: str) -> bool:
    return bool(have) and (want in have or have in want)


def _actions(truth: Row, review: Review) -> Matched:
    return "action", *_matched(truth.get("actions") or (), review.actions)


def _indicators(truth: Row, review: Review) -> Matched:
    return "indicator", *_matched(truth.get("indicators") or (), review.indicators)


def _matched(rows: Iterable[Row], read: Iterable[Read]) -> tuple[list[Pair], list[Read]]:
    """Each row with what was read of it, and what nobody printed: same name and note, else the same name."""
    left, pairs = list(read), []
    for row in rows:
        same = [one for one in left if _called_as_read(one) == _called(row)]
        best = max(same, key=lambda one: not any(_lines(row, one)), default=None)
        pairs.append((row, best))
        left = [one for one in left if one is not best]
    return pairs, left


def _called(row: Row) -> str:
    return printed(row["text"] if "text" in row else row.get("printed_name") or row["name"])


def _called_as_read(read: Read) -> str:
    return printed(read.action if isinstance(read, Action) else read.printed_name)


def _lines(row: Row, read: Read) -> Iterator[str]:
    return _action_lines(row, read) if isinstance(read, Action) else _indicator_lines(row, read)


def _action_lines(row: Row, action: Action) -> Iterator[str]:
    due = action.due_date.isoformat() if action.due_date else None
    lost = row.get("status_lost") and action.status == "unknown"
    yield from _differences(
        row,
        number=(printed(row.get("number")), printed(action.action_number)),
        progress=(printed(row.get("progress")), printed(action.progress)),
        leads=(_names(row.get("leads")), _names(action.leads)),
        activity_refs=(_names(row.get("activity_refs")), _names(action.activity_refs)),
        status=(_status(row), _status(row) if lost else action.status),
        due_date=(row.get("due_date"), due),
        pages=(row.get("pages"), list(action.pages)),
    )


def _indicator_lines(row: Row, indicator: Indicator) -> Iterator[str]:
    values = (
        "name",
        "target",
        "latest",
        "previous",
        "national",
        "statistical_neighbours",
        "good_is",
        "priority",
    )
    texts = {name: (printed(row.get(name)), printed(getattr(indicator, name))) for name in values}
    yield from _differences(
        row,
        **texts,
        status=(row.get("status"), indicator.status),
        pages=(row.get("pages"), list(indicator.pages)),
    )


def _differences(row: Row, **fields: tuple[object, object]) -> Iterator[str]:
    """Fields that the row states, and that were read otherwise."""
    stated = ((name, pair) for name, pair in fields.items() if row.get(name) is not None)
    yield from (f"{name}: {want!r}, read as {have!r}" for name, (want, have) in stated if want != have)


def _names(values: Iterable[str] | None) -> list[str]:
    return sorted(filter(None, map(printed, values or ())))


def _status(row: Row) -> str:
    return OTHER_NAMES.get(str(row.get("status")), str(row.get("status")))
