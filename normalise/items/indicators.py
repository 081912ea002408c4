"""Records of indicator tables to indicators with their readings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalise.columns import figures, strays
from normalise.items import extras, readings
from normalise.items.printed import printed_at
from normalise.items.readings import SERIES
from normalise.keys.legend import Learnt
from normalise.language import moments, phrases, references, values, words
from normalise.prose.footnotes import Footnote, explanation
from normalise.review import COLUMNS, Evidence, Finding, Indicator
from normalise.rows.groups import Placed
from normalise.rows.newest import Note
from normalise.rows.records import Record, run_on
from normalise.signs import shown_scales
from normalise.statuses import directions

FIELDS = ("indicator", *COLUMNS, "good_is", "status", "direction", "ref", "priority")
ANNUAL = re.compile(r"\(?\s*(?P<text>Annual [Pp]erformance\b.*?)\)?\s*$", re.DOTALL)
NOTE = re.compile(r"^(?:NB|N\.B\.|Note:?)\b", re.IGNORECASE)
#: a sign that refers to a note: a star, or what stands raised behind a word, but for the `²` of a unit
STAR = re.compile(
    r"\s*(?P<mark>[*†‡]+)(?=\s|$)"
    rf"|(?<=[^\s\d])(?<!\b[ckm]m)(?<!\bm)(?<!CO)(?<!PM)(?P<raised>[{words.NOTE_SIGNS}]+)(?=\s|$)"
)
REFERENCE = re.compile(r"^(?P<ref>(?:[A-Z]{1,6}[ -]?\d+[a-z]?(?:\.\d+)*|\d+(?:\.\d+)+))[.:)]?\s+(?=\S)")


class Name(NamedTuple):
    """An indicator's cell taken apart."""

    ref: str | None
    name: str
    annual: str | None
    notes: tuple[str, ...]
    star: str | None


class Read(NamedTuple):
    indicators: tuple[Indicator, ...]
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]


def read(placed: Sequence[Placed], learnt: Learnt, footnotes: Sequence[Footnote], year: int | None) -> Read:
    """Indicators in printed order, with their findings and evidence; `year` is that in which the review's begins."""
    indicators: list[Indicator] = []
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    above = ""
    seen = [readings.read(item.record, learnt.keys, year) for item in placed]
    rated = shown_scales.graded([found.status for found in seen])
    for item, found in zip(placed, map(readings.rated_as, seen, rated), strict=True):
        indicator, notes = _indicator(item, len(indicators) + 1, found, footnotes, above, learnt)
        indicators.append(indicator)
        page = indicator.pages[0]
        findings += [Finding(s, c, m, page, "indicator", indicator.id, f) for s, c, m, f in notes]
        for role in FIELDS:
            pieces = found.pieces[role] if role in found.pieces else item.record.pieces(role)
            evidence += printed_at("indicator", indicator.id, "name" if role == "indicator" else role, pieces)
        above = indicator.target or ""
    return Read(tuple(indicators), tuple(findings), tuple(evidence))


def _indicator(
    item: Placed,
    position: int,
    found: readings.Values,
    footnotes: Sequence[Footnote],
    above: str,
    learnt: Learnt,
) -> tuple[Indicator, list[Note]]:
    record = item.record
    printed = record.text("indicator")
    named = take_apart(printed)
    texts, own = found.texts, found.readings
    notes: list[Note] = [*((*n, None) for n in record.told()), *found.notes]
    if texts["target"] == "" and (shared := _shared_target(record, above)):
        texts = {**texts, "target": shared}
        own = tuple(values.reading(r.series, shared) if r.series == "target" else r for r in own)
        notes.append(
            ("info", "target_filled_down", "a blank target is read as merged with the one above", "target")
        )
    good_is = record.text("good_is") if record.pieces("good_is") else None
    provisional = _is_starred_provisional(record, named, footnotes) or any(
        r.series == "latest" and r.provisional for r in own
    )
    if (status := found.status) is not None:
        notes += [(*n, "status") for n in status.notes if n[1] != "status_missing"]
    notes += _doubts(record)
    if texts["latest"] is None:
        notes += _figures_beside(record, found.taken)
    indicator = Indicator(
        id=f"i{position:03d}",
        position=position,
        priority=item.priority,
        indicator_ref=record.text("ref") or named.ref,
        name=named.name,
        printed_name=printed,
        annual_performance=named.annual,
        notes=named.notes,
        provisional=provisional,
        **texts,
        good_is=good_is,
        polarity=values.polarity(good_is),
        status=status.status if status else None,
        direction=directions.of_figure(record, learnt.icons, learnt.keys),
        readings=own,
        extra=_extra(record, item.priority, found.taken, learnt),
        confidence=min(0.5 if any(n[0] != "info" for n in notes) else 0.95, round(record.sure, 2)),
        pages=record.pages(["indicator", *(r for r in record.fields if _is_value(r))]) or (record.page,),
    )
    return indicator, notes


def _is_starred_provisional(record: Record, named: Name, footnotes: Sequence[Footnote]) -> bool:
    """True where the star behind a name points to a note that says provisional."""
    pieces = [p for p in record.pieces("indicator") if p.cell.text]
    if named.star is None or not pieces:
        return False
    note = explanation(named.star, pieces[-1].page, pieces[-1].cell.box.bottom, footnotes)
    return note is not None and "provisional" in note.lower()


def take_apart(printed: str) -> Name:
    """Name, annual performance, notes and footnote star of an indicator's cell."""
    name = printed
    annual: str | None = None
    notes: list[str] = []
    if found := re.search(r"\(\s*Annual [Pp]erformance\b", name):
        rest = name[found.start() :]
        name, tail = name[: found.start()], ""
        annual_text = ANNUAL.search(rest)
        if annual_text:
            annual, _, tail = annual_text["text"].partition("\n")
            annual = _closed(annual.strip())
        name = f"{name}\n{tail}" if tail else name
    kept: list[str] = []
    for line in re.split(r"\n|\s(?=NB\s)", name):
        (notes if NOTE.match(line) else kept).append(" ".join(line.split()))
    text = " ".join(k for k in kept if k)
    star = STAR.search(text)
    text = " ".join(STAR.sub(" ", text).split())
    ref = REFERENCE.match(text)
    return Name(
        ref["ref"] if ref else None,
        text,
        annual,
        tuple(notes),
        (star["mark"] or star["raised"]) if star else None,
    )


def _closed(text: str) -> str:
    """Drop the bracket that closes around the whole, not one that closes inside."""
    return text[:-1] if text.endswith(")") and text.count(")") > text.count("(") else text


def _shared_target(record: Record, above: str) -> str:
    """In a transcript, which knows no merged cells, a blank target goes on with the row above."""
    pieces = record.pieces("target")
    return above if pieces and pieces[0].reader == "transcript" else ""


def _figures_beside(record: Record, taken: frozenset[str]) -> Iterator[Note]:
    """What a row without a latest figure prints below headings that say nothing of when it is for."""
    named = [
        record.strip.heading(pieces[0].cell)
        for role, pieces in record.fields.items()
        if role not in (*taken, *FIELDS, *SERIES) and values.reading(role, run_on(pieces)).kind == "number"
    ]
    if named:
        names = ", ".join(repr(name) for name in named)
        yield (
            "warning",
            "latest_unknown",
            f"whether the figure below {names} is the latest is not known",
            "latest",
        )


def _extra(
    record: Record, priority: str | None, taken: frozenset[str], learnt: Learnt
) -> tuple[tuple[str, str], ...]:
    out = [("priority", said)] if (said := extras.unplaced_priority(record, priority)) else []
    for role, pieces in record.fields.items():
        if role in taken or (role in FIELDS and role != "direction"):
            continue
        text = run_on(pieces) or ", ".join(
            directions.explained(m, learnt.icons) or m.shape for p in pieces for m in p.cell.marks
        )
        if text:
            heading = record.strip.heading(pieces[0].cell) if _is_value(role) else role.removeprefix("extra:")
            out.append((heading, text))
    beside = () if record.pieces("direction") else directions.marks(record, "status", learnt.keys)
    out += [("direction", directions.explained(m, learnt.icons) or m.shape) for m in beside]
    for piece in record.pieces("status"):
        _, reason = phrases.parted(piece.cell.text)
        out += [(record.strip.heading(piece.cell), reason)] if reason else []
    return tuple(_each_once(out))


def _each_once(columns: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Columns under one heading as one: `Q1` over a figure and its rating."""
    for heading in dict.fromkeys(heading for heading, _ in columns):
        yield heading, " ".join(text for name, text in columns if name == heading)


def _is_value(role: str) -> bool:
    return role in SERIES or figures.is_figure(role)


def _doubts(record: Record) -> list[Note]:
    """A row whose name is missing was cut from its own by something that was not seen; a value with its column's
    heading beside it may have more of what stands above it."""
    notes: list[Note] = []
    if not record.text("indicator"):
        notes.append(("warning", "name_missing", "the row has values but no indicator's name", "name"))
    if references.is_text(ref := record.text("ref")):
        message = f"the number {ref[:60]!r} is a text; a part of another cell may stand in it"
        notes.append(("warning", "text_misplaced", message, "indicator_ref"))
    name = record.pieces("indicator")
    beside = (piece.cell for pieces in record.fields.values() for piece in pieces)
    if name and (lost := strays.without_heading(beside, record.strip.headings, name[0].cell.col)):
        notes.append(("warning", "columns_unsure", f"the figure {lost!r} stands below no heading", None))
    if moved := _moved_by_one(record):
        message = f"nothing stands below {moved!r} and a figure below the status: each may be its neighbour's"
        notes.append(("warning", "columns_unsure", message, None))
    for role, pieces in record.fields.items():
        timed = not _is_value(role) and moments.is_bare(record.strip.heading(pieces[0].cell))
        for piece in pieces if timed or _is_value(role) else ():
            if strays.holds_heading(piece.cell.text, record.strip.heading(piece.cell)):
                message = f"the value {piece.cell.text[:60]!r} holds its column's heading"
                notes.append(("warning", "columns_unsure", message, role if role in COLUMNS else None))
            elif strays.is_two_figures(piece.cell.text):
                message = f"one cell prints {piece.cell.text!r}: it may hold another column's figure"
                notes.append(("warning", "several_figures", message, role if role in COLUMNS else None))
    return notes


def _moved_by_one(record: Record) -> str:
    """The heading of a column of figures that is blank in the whole table, where figures stand in that of the status
    behind it: set to the right below headings that are set to the left, each may stand under the next one."""
    rated = [p.cell for p in record.pieces("status") if values.reading("", p.cell.text).kind == "number"]
    strip = record.strip
    before = (
        min(rated[0].col, strip.table.cols) if rated else 0
    )  # behind a page's end there may be more columns
    for col in range(before):
        own = (c for c in strip.table.cells if c.col == col and strip.body <= c.row < strip.end)
        if _is_value(strip.roles[col]) and not any(c.text or c.marks for c in own):
            return strip.headings[col]
    return ""
