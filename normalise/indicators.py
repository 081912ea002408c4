"""Records of indicator tables to indicators with their readings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from normalise import statuses, values
from normalise.groups import Placed
from normalise.legend import Key
from normalise.records import Piece, Record, run_on
from normalise.review import Evidence, Finding, Indicator, Reading
from normalise.texts import Footnote, explanation

#: value columns that are fields of an indicator, as printed
COLUMNS = ("target", "latest", "previous", "national", "statistical_neighbours")
SERIES = (*COLUMNS, "q1", "q2", "q3", "q4", "baseline", "floor", "year")
FIELDS = ("indicator", *COLUMNS, "good_is", "status", "direction", "ref", "priority")
ANNUAL = re.compile(r"\(?\s*(?P<text>Annual [Pp]erformance\b.*?)\)?\s*$", re.DOTALL)
NOTE = re.compile(r"^(?:NB|N\.B\.|Note:?)\b", re.IGNORECASE)
STAR = re.compile(r"\s*(?P<mark>[*†‡]+)(?=\s|$)")
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


def read(placed: Sequence[Placed], keys: Sequence[Key], footnotes: Sequence[Footnote]) -> Read:
    """Indicators in printed order, with their findings and evidence."""
    indicators: list[Indicator] = []
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    above = ""
    for item in placed:
        indicator, notes = _indicator(item, len(indicators) + 1, keys, footnotes, above)
        indicators.append(indicator)
        page = indicator.pages[0]
        findings += [Finding(s, c, m, page, "indicator", indicator.id, f) for s, c, m, f in notes]
        for role in FIELDS:
            evidence += _evidence(
                indicator.id, "name" if role == "indicator" else role, item.record.pieces(role)
            )
        above = indicator.target or ""
    return Read(tuple(indicators), tuple(findings), tuple(evidence))


Note = tuple[str, str, str, str | None]


def _indicator(
    item: Placed, position: int, keys: Sequence[Key], footnotes: Sequence[Footnote], above: str
) -> tuple[Indicator, list[Note]]:
    record = item.record
    printed = record.text("indicator")
    named = take_apart(printed)
    texts = {c: record.text(c) if record.pieces(c) else None for c in COLUMNS}
    notes: list[Note] = [(*n, None) for n in record.told()]
    if texts["target"] == "" and (shared := _shared_target(record, above)):
        texts["target"] = shared
        notes.append(
            ("info", "target_filled_down", "a blank target is read as merged with the one above", "target")
        )
    good_is = record.text("good_is") if record.pieces("good_is") else None
    readings = _readings(record, texts)
    provisional = _is_starred_provisional(record, named, footnotes) or any(
        r.series == "latest" and r.provisional for r in readings
    )
    status = (
        statuses.decide([p.cell for p in record.pieces("status")], keys) if record.pieces("status") else None
    )
    if status is not None:
        notes += [(*n, "status") for n in status.notes if n[1] != "status_missing"]
    notes += _doubts(record)
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
        direction=_direction(record),
        readings=readings,
        extra=_extra(record),
        confidence=min(0.5 if any(n[0] != "info" for n in notes) else 0.95, round(record.sure, 2)),
        pages=record.pages(("indicator", *COLUMNS, *SERIES)) or (record.page,),
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
    return Name(ref["ref"] if ref else None, text, annual, tuple(notes), star["mark"] if star else None)


def _closed(text: str) -> str:
    """Drop the bracket that closes around the whole, not one that closes inside."""
    return text[:-1] if text.endswith(")") and text.count(")") > text.count("(") else text


def _shared_target(record: Record, above: str) -> str:
    """In a transcript, which knows no merged cells, a blank target goes on with the row above."""
    pieces = record.pieces("target")
    return above if pieces and pieces[0].reader == "transcript" else ""


def _readings(record: Record, texts: dict[str, str | None]) -> tuple[Reading, ...]:
    """A reading for each value column that the table has."""
    out: list[Reading] = []
    for role, pieces in record.fields.items():
        if role not in SERIES:
            continue
        text = texts[role] if role in texts else run_on(pieces)
        series = pieces[0] and record.strip.headings[pieces[0].cell.col] if role == "year" else role
        out.append(values.reading(str(series), text or ""))
    return tuple(out)


def _direction(record: Record) -> str | None:
    """`better`, `worse` or `same` where the direction column says so in words."""
    words = record.text("direction").lower()
    for word, meaning in (
        ("improv", "better"),
        ("better", "better"),
        ("worse", "worse"),
        ("declin", "worse"),
        ("deterior", "worse"),
        ("same", "same"),
        ("no change", "same"),
        ("stable", "same"),
        ("static", "same"),
    ):
        if word in words:
            return meaning
    return None


def _extra(record: Record) -> tuple[tuple[str, str], ...]:
    out = []
    for role, pieces in record.fields.items():
        if role in FIELDS and role != "direction":
            continue
        text = run_on(pieces) or ", ".join(m.shape for p in pieces for m in p.cell.marks)
        if text:
            heading = (
                record.strip.headings[pieces[0].cell.col] if role in SERIES else role.removeprefix("extra:")
            )
            out.append((heading, text))
    return tuple(out)


def _doubts(record: Record) -> list[Note]:
    """A row whose name is missing was cut from its own by something that was not seen."""
    if not record.text("indicator"):
        return [("warning", "name_missing", "the row has values but no indicator's name", "name")]
    return []


def _evidence(subject: str, name: str, pieces: Sequence[Piece]) -> list[Evidence]:
    return [
        Evidence("indicator", subject, name, p.page, p.cell.box, p.reader, p.cell.text)
        for p in pieces
        if p.cell.text
    ]
