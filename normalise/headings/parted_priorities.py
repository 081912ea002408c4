"""Rows below priorities whose column or numbers say which part of which one they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import mean

from normalise.columns import content
from normalise.headings.sections import Titled
from normalise.language import vocabulary
from normalise.prose import texts
from normalise.review import Priority
from normalise.rows.groups import Placed
from normalise.rows.records import Record

MOST = 0.5  # share of the rows with a number of two parts whose first is that of the priority above them
SEVERAL = 2  # priorities whose rows have such


def named_in_columns(rows: Sequence[Titled]) -> None:
    """Put the names that a column of priorities has below those which headings or rows across the table name (`Ambition
    | Grow the voluntary sector` below `Theme 1: Inequality`) where activities stand. Each is of one priority: what
    stands below several ranks their rows."""
    own = [(item, above) for item, above in rows if isinstance(item, Record) and "priority" in item.fields]
    named: defaultdict[str, set[str | None]] = defaultdict(set)
    for item, above in own:
        if text := item.text("priority"):
            named[text].add(above.number if above else None)
    titles = {vocabulary.plain(above.title) for _, above in own if above}
    if not named or mean(map(len, named)) < content.NAME or any(map(texts.numbered_priority, named)):
        return
    one = all(len(numbers) == 1 and None not in numbers for numbers in named.values())
    unlike = titles.isdisjoint(map(vocabulary.plain, named))
    if one and unlike and not any("activity" in item.fields for item, _ in own):
        for item, _ in own:
            item.fields["activity"] = item.fields.pop("priority")
            if "priority" in item.starts:
                item.starts.add("activity")


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
