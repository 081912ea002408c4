"""A row's printed values as readings, and which of them is the latest, the one before and the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalise.columns import figures
from normalise.columns.figures import Column
from normalise.columns.year_parts import QUARTERS
from normalise.language import moments, values, vocabulary
from normalise.review import COLUMNS, Reading
from normalise.rows import newest
from normalise.rows.newest import Note
from normalise.rows.records import Piece, Record, run_on
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from normalise.statuses import figures as figure_status

SERIES = (*COLUMNS, "baseline", "floor", "tolerance", "benchmark")


class Values(NamedTuple):
    """`texts` and `pieces` by field: what is printed, None where there is no such column, and where it stands."""

    texts: dict[str, str | None]
    pieces: dict[str, list[Piece]]
    readings: tuple[Reading, ...]
    status: Decision | None
    notes: tuple[Note, ...]
    taken: frozenset[str]  # roles of the columns that are fields here


def read(record: Record, keys: Sequence[Key], year: int | None) -> Values:
    """All values of a row. `year` is that in which the review's own financial year begins."""
    columns = figures.columns(record.strip.roles, record.strip.headings, year)
    chosen = newest.choose(record, columns, year)
    fields = dict(zip(figures.FIELDS, (chosen.latest, chosen.previous, chosen.target), strict=True))
    pieces = {
        name: record.pieces(column.role) if (column := fields.get(name)) else record.pieces(name)
        for name in COLUMNS
    }
    texts = {name: run_on(own) if own else None for name, own in pieces.items()}
    rated = {
        c.role: d
        for c in columns
        if c.holds == "actual" and (d := figure_status.of_figure(record, c, columns, keys))
    }
    status = figure_status.of_row(record, chosen, columns, rated, keys)
    return Values(
        texts,
        pieces,
        tuple(_readings(record, columns, fields, texts, rated, status, keys)),
        status,
        (
            *_run_together(record),
            *newest.doubts(record, columns, chosen, year),
            *newest.said_otherwise(texts.get("latest"), texts.get("previous")),
        ),
        frozenset(c.role for c in chosen if c is not None),
    )


def rated_as(found: Values, status: Decision | None) -> Values:
    """A row's values with the status that it has beside the document's other rows."""
    if status == found.status or status is None:
        return found
    own = tuple(r._replace(status=status.status) if r.series == "latest" else r for r in found.readings)
    return found._replace(status=status, readings=own)


def _readings(
    record: Record,
    columns: Sequence[Column],
    fields: dict[str, Column | None],
    texts: dict[str, str | None],
    rated: dict[str, Decision],
    status: Decision | None,
    keys: Sequence[Key],
) -> Iterator[Reading]:
    """A reading for each field, then one for each further column of figures."""
    unit = record.text("unit")
    when = _named_period(record.text("period"))
    before = record.pieces("previous_status")
    own = {
        "latest": status,
        "previous": figure_status.decide([p.cell for p in before], keys) if before else None,
    }
    for name in (*COLUMNS, *SERIES[len(COLUMNS) :]):
        column = fields.get(name)
        text = texts[name] if name in texts else run_on(record.pieces(name)) if record.pieces(name) else None
        if text is None:
            continue
        decided = own.get(name) or (rated.get(column.role) if column else None)
        heading = column.heading if column else record.strip.heading(record.pieces(name)[0].cell)
        period = _period_of(heading) or (when if name == "latest" else None)
        yield _reading(name, text, period, decided, unit)
    for column in columns:
        if column.holds != "rating" and (column.holds == "actual" or column not in fields.values()):
            text, period = record.text(column.role), _period_of(column.heading)
            yield _reading(_series(column, columns), text, period, rated.get(column.role), unit)


def _period_of(heading: str) -> str | None:
    """The time that a column's heading names, as printed, also that of `Rolling 12 months`."""
    if whole := moments.up_to(heading):
        return whole
    named = values.period_of(heading)
    if moments.of(heading) is not None:
        return named or heading
    return named if named and any(map(str.isdigit, named)) else None


def _named_period(text: str) -> str | None:
    """The time that a column of periods prints beside the latest figure; `Quarterly` is none."""
    return text if moments.is_bare(text) and any(map(str.isdigit, text)) else None


def _reading(series: str, text: str, period: str | None, decided: Decision | None, unit: str) -> Reading:
    """`period` is the one that the value has where it names none itself."""
    found = values.reading(series, text)
    if found.kind == "number" and found.unit is None and unit:
        found = found._replace(unit=values.unit_of(unit))
    if found.period is None and found.kind != "missing":
        found = found._replace(period=period)
    known = decided.status if decided is not None and decided.status != "unknown" else None
    return found._replace(status=known)


def _series(column: Column, columns: Sequence[Column]) -> str:
    """`q1` to `q4` where a table has each once; else the column's heading."""
    quarter = _quarter(column)
    quarters = [_quarter(c) for c in columns if c.holds == "actual"]
    return (
        quarter if quarter and column.holds == "actual" and quarters.count(quarter) == 1 else column.heading
    )


def _quarter(column: Column) -> str | None:
    role = vocabulary.role_of(column.heading) or ""
    moment = column.moment
    if role in QUARTERS:
        return role
    return f"q{moment.place // 3}" if moment and moment.span == 3 and moment.place % 3 == 0 else None


def _run_together(record: Record) -> Iterator[Note]:
    """Two lines of figures under one name, such as one of targets and one of results."""
    for role, pieces in record.fields.items():
        if not figures.is_figure(role) and role not in SERIES:
            continue
        filled = [p for p in pieces if p.cell.text]
        if len({p.cell.row for p in filled}) < len(filled) or len({p.page for p in filled}) == len(filled):
            continue
        texts = " and ".join(repr(p.cell.text) for p in filled)
        yield "warning", "several_figures", f"one column prints {texts} for the row", None
        return
