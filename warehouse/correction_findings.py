"""Correction findings: what a person should look at because a correction is stale, carried or lost. Pure."""

from __future__ import annotations

from normalise.review import Finding
from warehouse.address import Place
from warehouse.correction import Address, Correction


def stale(
    correction: Correction, kind: str, subject_id: str | None, field: str, extracted: str, holds: bool
) -> Finding:
    """Another value is read than when it was decided; `holds` where the decision stands nevertheless."""
    decided = "accepted" if correction.kind == "accept" else f"corrected to {correction.now!r}"
    what = "the correction still holds" if holds else "what is read now stands"
    message = (
        f"{field or 'this'} was {decided} when {correction.was!r} was read; now {extracted!r} is read, and {what}: "
        f"look again, then correct it anew or --undo {correction.id}"
    )
    local = None if kind in ("review", "page") else subject_id
    return Finding(
        "warning", "correction_stale", message, None, None if kind == "page" else kind, local, field or None
    )


def orphaned(correction: Correction, end: Address, place: Place) -> Finding:
    """Its row is not found, or several rows may be it."""
    called = " ".join(filter(None, (end.refs and f"{end.refs} /", end.number, f'"{end.text[:80]}"')))
    found = (
        "no row is it"
        if not place.fits
        else f"{place.fits} rows may be it"
        if place.fits > 1
        else "its row is in doubt"
    )
    message = (
        f"a correction ({correction.kind} {correction.id}) speaks of the {end.kind} {called}, and {found}; "
        f"decide anew, or --undo {correction.id}"
    )
    return Finding("warning", "correction_orphaned", message, None, None, None, correction.field or None)


def fieldless(correction: Correction, kind: str, subject_id: str, field: str) -> Finding:
    """Its row has no such field: a column of figures that is misspelt, or that is printed no more."""
    message = (
        f"a correction ({correction.kind} {correction.id}) speaks of {field!r}, and this {kind} has no such field; "
        f"decide anew, or --undo {correction.id}"
    )
    return Finding("warning", "correction_orphaned", message, None, kind, subject_id, field)


def carried(correction: Correction, end: Address, place: Place) -> Finding:
    """Its row has other words than when it was decided, or none were given."""
    which = f"a correction ({correction.kind} {correction.id})"
    message = (
        f'{which} was made when this read "{end.text[:80]}" (likeness {place.likeness:.2f})'
        if end.text
        else f"{which} names this row by refs and number alone; where they move it moves too, unless its text is added"
    )
    return Finding("info", "correction_carried", message, None, end.kind, place.id, correction.field or None)
