"""Rows below priorities whose column or numbers say which part of which one they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import mean

from normalise.columns import content
from normalise.headings.sections import CHAPTER, PART, Titled
from normalise.language import vocabulary, words
from normalise.prose import texts
from normalise.review import Priority
from normalise.rows.groups import Placed
from normalise.rows.records import Piece, Record

MOST = 0.5  # share of the rows with a number of two parts whose first is that of the priority above them
SEVERAL = 2  # priorities whose rows have such


def named_in_columns(rows: Sequence[Titled]) -> None:
    """Put the names that a column of priorities has below those which headings or rows across the table name (`Ambition
    | Grow the voluntary sector` below `Theme 1: Inequality`) where activities stand; a row across the table without a
    number (`Inequality`), which alone would be their activity, is what they stand in then, if it gathers several names.
    Each name is of one priority: what stands below several ranks their rows."""
    own = [(item, above) for item, above in rows if isinstance(item, Record) and "priority" in item.fields]
    named: defaultdict[str, set[str]] = defaultdict(set)
    for item, above in own:
        if text := item.text("priority"):
            named[text].add(above.number if above else _band(item))
    titles = {vocabulary.plain(above.title if above else _band(item)) for item, above in own}
    if not named or mean(map(len, named)) < content.NAME or any(map(texts.numbered_priority, named)):
        return
    one = all(len(numbers) == 1 and "" not in numbers for numbers in named.values())
    gathered = not any(map(_band, (item for item, _ in own))) or len(named) > len(titles)
    unlike = titles.isdisjoint(map(vocabulary.plain, named))
    if (
        one
        and unlike
        and gathered
        and not any("activity" in item.fields and not _band(item) for item, _ in own)
    ):
        for item, _ in own:
            _put_below(item)


def ends_in_columns(rows: Sequence[Titled]) -> None:
    """Put names without numbers below a heading that names an end and nothing else (`Ambition`), which numbers alone
    make priorities, where activities stand; nothing else may say what the rows belong to."""
    own = [item for item, _ in rows if isinstance(item, Record) and "priority" in item.fields]
    named = [text for text, _ in groupby(filter(None, (item.text("priority") for item in own)))]
    heads = {item.strip.heading(item.pieces("priority")[0].cell) for item in own}
    ended = all(vocabulary.plain(heading) in words.shades()["ends"] for heading in heads)
    if not named or not ended or len({*named}) < len(named):
        return
    numbered = any(texts.numbered_priority(name) or texts.priority(name) for name in named)
    above = any("activity" in item.strip.roles or "activity" in item.fields for item in own)
    if mean(map(len, named)) >= content.NAME and not (numbered or above):
        for item in own:
            _put_below(item)


def carried_down(rows: Sequence[Titled]) -> None:
    """Put the names that a column of priorities prints once for several rows, with blanks below, in each of these. No
    name stands apart from itself: one that is printed with others between is each row's own; and most have rows below
    them, in one table or its rest on the next page."""
    own = [
        (item, above) for item, above in rows if isinstance(item, Record) and "priority" in item.strip.roles
    ]
    names = [text for text, _ in groupby(filter(None, (item.text("priority") for item, _ in own)))]
    if not names or len({*names}) < len(names) or any(map(texts.numbered_priority, names)):
        return
    blank = [not item.text("priority") for item, _ in own]
    gathering = sum(not first and rest for first, rest in pairwise(blank))
    if mean(map(len, names)) < content.NAME or 2 * gathering < len(names):
        return
    held: list[Piece] = []
    last: tuple[Record, Priority | None] | None = None
    for item, above in own:
        if item.text("priority"):
            held = item.pieces("priority")
        elif last is None or not _goes_on(item, above, *last):
            held = []
        if held:
            item.fields["priority"] = list(held)
        last = item, above


def _goes_on(item: Record, above: Priority | None, last: Record, before: Priority | None) -> bool:
    """True for a row of the same table as the last one, or of its rest on the next page, below the same headings."""
    one, other = item.strip, last.strip
    rest = other.table.page + 1 == one.table.page and one.headings == other.headings
    return (one.table is other.table or rest) and above == before and _band(item) == _band(last)


def _band(record: Record) -> str:
    """The row across the table that gathers a row which nothing else puts under an activity."""
    inside = "activity" in record.strip.roles or record.rubric is not None
    return "" if inside else record.text("activity")


def _put_below(record: Record) -> None:
    """Make the text of the column of priorities the activity, and the row across the table what that stands in."""
    band = record.fields.pop("activity", [])
    if band:
        role = PART if CHAPTER in record.fields else CHAPTER
        record.fields[role] = [*record.fields.get(role, ()), *band]
    record.fields["activity"] = record.fields.pop("priority")
    if "priority" in record.starts:
        record.starts.add("activity")


def by_numbers(rows: Sequence[Placed], found: Sequence[Priority]) -> list[Placed]:
    """The rows, those whose numbers name another priority than the last one above them (`2.1` below 1) under that,
    where nearly all others, of several priorities, have the number of theirs: its heading stands in another table."""
    known = {priority.number for priority in found}
    told = {id(row): ref for row in rows if (ref := _opening(row.record)) in known}
    agreed = [row for row in rows if told.get(id(row)) == row.priority]
    if len(agreed) <= MOST * len(told) or len({row.priority for row in agreed}) < SEVERAL:
        return list(rows)
    return [
        row._replace(priority=told[id(row)]) if id(row) in told and not row.record.text("priority") else row
        for row in rows
    ]


def _opening(record: Record) -> str:
    """The first part of a row's number, where it has several."""
    first, dot, rest = record.text("ref").partition(".")
    return first if dot and rest[:1].isdigit() else ""
