"""Which of a row's figures is the latest, which the one before it, and which target is theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalise.columns.figures import Column
from normalise.language import moments, values, vocabulary, words
from normalise.language.moments import WHOLE_YEAR, YEAR_MONTHS
from normalise.rows.records import Record

FIGURES = ("number", "text")
OTHERS = frozenset(
    {"median", "average", "mean", "sector", "benchmark", "peers", "comparators"}
)  # have figures too
UNTOLD = ("", "progress", "group", "ref", "period", "complete", "description")  # roles that are no figure's

Note = tuple[str, str, str, str | None]  # severity, code, message, field


class Chosen(NamedTuple):
    """The columns whose figures are a row's fields."""

    latest: Column | None
    previous: Column | None
    target: Column | None


def choose(record: Record, columns: Sequence[Column], year: int | None) -> Chosen:
    """The row's columns of the fields; `year` is that in which the review's own financial year begins."""
    timed, undated = _actuals(columns)
    latest = undated if undated is not None else _last(record, timed)
    return Chosen(
        latest,
        _previous(record, columns, timed, latest),
        _target([c for c in columns if c.holds == "target"], latest, year),
    )


def _actuals(columns: Sequence[Column]) -> tuple[list[Column], Column | None]:
    """The series in the order of time, and the column that says without a date what is the latest.

    Beside figures for single periods one that runs from the year's beginning is neither.
    """
    actuals = [c for c in columns if c.holds == "actual"]
    single = [c for c in actuals if 0 < c.span < YEAR_MONTHS and not c.is_running]
    timed = [c for c in actuals if c.end is not None and not (single and c.is_running)]
    undated = [c for c in actuals if c.end is None and not (single and c.is_running)]
    timed.sort(key=lambda c: (c.end or 0, c.span))
    return timed, undated[0] if undated else None


def _last(record: Record, timed: Sequence[Column]) -> Column | None:
    """The newest column that prints a figure for this row; failing that the newest that prints anything."""
    told = [c for c in timed if kind_of(record, c) in FIGURES]
    told = told or [c for c in timed if kind_of(record, c) != "missing"] or list(timed[:1])
    return told[-1] if told else None


def _previous(
    record: Record, columns: Sequence[Column], timed: Sequence[Column], latest: Column | None
) -> Column | None:
    """The figure before the latest: as a column says, else the newest before it for as long a time, else any."""
    said = [c for c in columns if c.holds == "previous"]
    near = [c for c in said if not c.is_of_year_ago]
    if near or latest is None:
        return near[0] if near else said[0] if said else None
    alone = len(timed) - (latest in timed) == 1  # then also where it prints `TBC` or a dash
    others = [
        c
        for c in timed
        if c is not latest and (kind_of(record, c) != "missing" or (alone and _text(record, c)))
    ]
    before = [c for c in others if alone or kind_of(record, c) in FIGURES]
    if latest.end is None:
        if before and _repeats(record, latest, before[-1]):
            before = before[:-1]
    else:
        before = [c for c in before if (c.end is not None and c.end < latest.end) or _is_part_of(c, latest)]
    alike = [c for c in before if c.span == latest.span]
    return alike[-1] if alike else before[-1] if before else said[0] if said else None


def _is_part_of(column: Column, latest: Column) -> bool:
    """True for the last quarter of the year whose outturn is the latest figure."""
    spans = [c.span for c in (column, latest)]
    return column.end == latest.end and spans[0] < spans[1]


def _repeats(record: Record, latest: Column, newest: Column) -> bool:
    """True where a column without a date says again what stands in the newest part of the year, in most rows of the
    table: one figure may be as high as the one before."""
    part = newest.moment is not None and newest.moment.span < YEAR_MONTHS
    if not part or _text(record, latest) != _text(record, newest):
        return False
    strip = record.strip
    told = {
        role: {
            c.row: c.text for c in strip.table.cells if c.col in strip.columns(role) and c.row >= strip.body
        }
        for role in (latest.role, newest.role)
    }
    pairs = [(text, told[newest.role].get(row, "")) for row, text in told[latest.role].items() if text]
    return 2 * sum(one == other for one, other in pairs) >= len(pairs)


def _target(targets: Sequence[Column], latest: Column | None, year: int | None) -> Column | None:
    """The target without a date, of the latest figure's year, of its part of the year, or of the review's year."""
    fitting = _fitting(targets, latest, year)
    return fitting[0] if fitting else targets[0] if targets else None


def _fitting(printed: Sequence[Column], latest: Column | None, year: int | None) -> list[Column]:
    running = latest is not None and latest.is_running
    targets = [c for c in printed if c.is_running == running] or printed
    if latest is not None and latest.end is not None and 0 < latest.span < YEAR_MONTHS:
        own_part = [c for c in targets if c.moment is not None and c.moment == latest.moment]
        if own_part and all(c.is_of_whole_year for c in targets if c.moment is None):
            return own_part  # `Q2 actual | Q2 target | Annual target`
    undated = [
        c for c in targets if c.moment is None or (c.moment.span == YEAR_MONTHS and c.moment.year is None)
    ]
    if undated:
        return undated
    ends = latest.end if latest is not None else None
    own = (ends - 1) // YEAR_MONTHS if ends is not None and ends > YEAR_MONTHS else None
    return (
        _of_year(targets, own)
        or [c for c in targets if c.end is not None and c.end == ends]
        or _of_year(targets, year)
    )


def _of_year(columns: Sequence[Column], year: int | None) -> list[Column]:
    """Those for one whole year."""
    return [c for c in columns if year is not None and c.moment == WHOLE_YEAR._replace(year=year)]


def _text(record: Record, column: Column) -> str:
    return record.text(column.role)


def kind_of(record: Record, column: Column) -> str:
    """What a row prints there: of a measure that is taken once a year a part of the year has no figure."""
    text = _text(record, column)
    return "not_applicable" if values.is_yearly(text) else values.reading(column.role, text).kind


def doubts(record: Record, columns: Sequence[Column], chosen: Chosen, year: int | None) -> Iterator[Note]:
    """What makes it unsure which figure is the latest or the target."""
    targets = [c for c in columns if c.holds == "target"]
    if len(targets) > 1 and len(_fitting(targets, chosen.latest, year)) != 1 and chosen.target:
        names = ", ".join(repr(c.heading) for c in targets)
        message = f"of the targets {names} that of {chosen.target.heading!r} was taken"
        yield "warning", "several_targets", message, "target"
    timed, undated = _actuals(columns)
    yield from _before_the_previous(record, timed, chosen)
    if chosen.latest is None or undated is not None:
        return
    yearly = chosen.latest.span == YEAR_MONTHS and any(values.is_yearly(_text(record, c)) for c in timed)
    for column in timed:
        if column is chosen.latest or column.end is None or chosen.latest.end is None or yearly:
            continue
        kind = kind_of(record, column)
        if column.end > chosen.latest.end and (kind == "not_available" or _lacks(record, column, kind)):
            message = (
                f"{column.heading!r} prints {_text(record, column)!r}: {chosen.latest.heading!r} was taken"
            )
            yield "warning", "figure_of_earlier_period", message, "latest"
        if kind in FIGURES and (column.end, column.span) == (chosen.latest.end, chosen.latest.span):
            message = (
                f"{column.heading!r} and {chosen.latest.heading!r} are for one time: the latter was taken"
            )
            yield "warning", "several_figures", message, "latest"
    yield from _own_year(timed, year)
    yield from _beside_an_old_one(record, chosen.latest, year)


def _before_the_previous(record: Record, timed: Sequence[Column], chosen: Chosen) -> Iterator[Note]:
    """The figure of an earlier year where the year before the latest prints `n/a` in this row."""
    latest, previous = chosen.latest, chosen.previous
    if latest is None or previous is None or previous not in timed or previous.span < YEAR_MONTHS:
        return
    for column in timed:
        later = previous.span == column.span and (previous.end or 0) < (column.end or 0)
        later = later and (latest.end is None or (column.end or 0) < latest.end)
        if later and column is not latest and _lacks(record, column, kind_of(record, column)):
            message = f"{column.heading!r} prints {_text(record, column)!r}: {previous.heading!r} was taken"
            yield "warning", "figure_of_earlier_period", message, "previous"


def said_otherwise(latest: str | None, previous: str | None) -> Iterator[Note]:
    """A latest figure that says itself that it is older than the one before: `Q2 2016-17` beside `Q4 2016-17`, in two
    columns whose headings name no year."""
    periods = [values.reading("", text).period for text in (latest, previous) if text]
    ends = [moment.end for p in periods if p and (moment := moments.of(p)) and moment.end is not None]
    if len(ends) > 1 and ends[0] < ends[1]:
        message = f"the latest figure says {periods[0]!r}, the one before it {periods[1]!r}: which is which?"
        yield "warning", "figure_of_earlier_period", message, "latest"


def _lacks(record: Record, column: Column, kind: str) -> bool:
    """True for a dash or `N/A` where another row has its figure: it is no time that is still to come."""
    if kind not in ("missing", "not_applicable") or not _text(record, column):
        return False
    strip = record.strip
    told = (c.text for c in strip.table.cells if c.col in strip.columns(column.role) and c.row >= strip.body)
    return any(values.reading("", text).kind == "number" for text in told if text)


def _beside_an_old_one(record: Record, latest: Column, year: int | None) -> Iterator[Note]:
    """A figure beside that of an earlier year that no role tells: right behind it, or behind the target there, below a
    heading that says nothing of when it is for, or anywhere below one that names a later time."""
    moment, strip = latest.moment, record.strip
    is_old = moment is not None and moment.span >= YEAR_MONTHS and moment.year is not None
    if not is_old or year is None or moment is None or (moment.year or year) >= year:
        return
    behind = strip.roles.index(latest.role) + 1
    while strip.roles[behind : behind + 1] and strip.roles[behind].rsplit(":", 1)[-1] == "target":
        behind += 1
    untold = (col for col, role in enumerate(strip.roles) if role in UNTOLD)
    for col in untold:
        heading = strip.headings[col]
        told = moments.of(heading)
        later = told is not None and (told.end is None or told.end > (moment.end or 0))
        if not (later if told is not None else col == behind):
            continue
        said = set(vocabulary.plain(heading).split())
        apart = said != {"percent"} and not said.isdisjoint(words.shades()["off"] | OTHERS)
        printed = (p.cell.text for pieces in record.fields.values() for p in pieces if p.cell.col == col)
        if said and not apart and any(values.reading("", text).kind == "number" for text in printed):
            message = (
                f"whether the figure below {heading!r} is newer than that of {latest.heading!r} is not known"
            )
            yield "warning", "latest_unknown", message, "latest"


def _own_year(timed: Sequence[Column], year: int | None) -> Iterator[Note]:
    """A year's figure before quarters without a year, where that year is the review's own: which is the newer?"""
    whole = [c for c in timed if c.moment and c.span == YEAR_MONTHS and c.moment.year is not None]
    own = next((c for c in whole if c.moment and c.moment.year == year), None)
    later = [c for c in timed if c.moment and c.moment.year is None and own and (c.end or 0) > (own.end or 0)]
    if own and later:
        message = f"{own.heading!r} is the review's own year, but stands before {later[0].heading!r}"
        yield "warning", "figure_order_unsure", message, "latest"
