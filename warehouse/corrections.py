"""Corrections in the database: the file's lines, where each is placed, what each replaced and settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from normalise.review import Finding, Review
from warehouse.appending import Appenders
from warehouse.correcting import Corrected, Placement
from warehouse.correction import Correction, standing, undone
from warehouse.corrections_file import COLUMNS, cells, of_cells
from warehouse.facts import columns, prefix
from warehouse.reread import replaced
from warehouse.sql_files import script, statement


def stored(con: duckdb.DuckDBPyConnection) -> tuple[Correction, ...]:
    """The corrections that the database knows, in order."""
    rows = con.execute(statement("stored_corrections")).fetchall()
    return tuple(of_cells(dict(zip(COLUMNS, row, strict=True))) for row in rows)


def store(con: duckdb.DuckDBPyConnection, appenders: Appenders, corrections: Sequence[Correction]) -> None:
    """Put these in the place of those that the database knew."""
    con.execute(statement("forget_corrections"))
    if not corrections:
        return
    taken = undone(corrections)
    rows = [cells(c) for c in corrections]
    values: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in COLUMNS}
    values["correction_id"] = values.pop("id")
    values |= {"line": list(range(1, len(rows) + 1)), "is_undone": [c.id in taken for c in corrections]}
    appenders.append("corrections", values)


def affected(
    con: duckdb.DuckDBPyConnection, before: Sequence[Correction], after: Sequence[Correction]
) -> list[str]:
    """Documents for which it makes a difference that these corrections take the place of those, in order."""
    held, holding = standing(before), standing(after)
    kept = [c for c in holding if c in held]
    moved = kept != [c for c in held if c in holding]
    changed = [c for c in (*held, *holding) if moved or c not in kept]
    ends = [end for c in changed for end in (c.subject, c.other) if end.kind]
    ids, documents, reviews = {c.id for c in changed}, {e.document for e in ends}, {e.review for e in ends}
    return [
        document_id
        for document_id, review_id, was_renamed, placed in con.execute(
            statement("stored_documents")
        ).fetchall()
        if changed
        and (
            was_renamed
            or prefix(document_id) in documents
            or review_id in reviews
            or ids.intersection(placed)
        )
    ]


def record(
    con: duckdb.DuckDBPyConnection, appenders: Appenders, document_id: str, read: Review, corrected: Corrected
) -> None:
    """Keep where each correction went in a document, what was read instead, and which findings are settled."""
    start = prefix(document_id)
    if corrected.placements:
        rows = [_placed(placement, start, corrected.review.review_id) for placement in corrected.placements]
        appenders.append("placements", columns(rows, document_id))
    if lost := list(replaced(read, corrected.review)):
        appenders.append("extracted", columns([e._asdict() for e in lost], document_id))
    if corrected.findings:
        found = [
            _finding(f, n, start, corrected.review.review_id) for n, f in enumerate(corrected.findings, 1)
        ]
        appenders.append("findings", columns(found, document_id))
    _settle(con, {f"{start}-f{n + 1:04d}": by for n, by in sorted(corrected.settled.items())})


def settle_later(con: duckdb.DuckDBPyConnection) -> None:
    """Settle what was accepted among the findings that the warehouse makes after a document is loaded."""
    _settle(con, dict(con.execute(statement("accepted_later")).fetchall()))


def _settle(con: duckdb.DuckDBPyConnection, settled: dict[str, str]) -> None:
    if not settled:
        return
    move, forget = script("settle_findings")
    con.execute(move, {"finding_id": list(settled), "settled_by": list(settled.values())})
    con.execute(forget, {"finding_id": list(settled)})


def _placed(placement: Placement, start: str, review_id: str) -> dict[str, Any]:
    local = placement.subject_id
    own = review_id if placement.subject_kind == "review" else local and f"{start}-{local}"
    return {**placement._asdict(), "subject_id": own}


def _finding(finding: Finding, position: int, start: str, review_id: str) -> dict[str, Any]:
    local = finding.subject_id
    own = review_id if finding.subject_kind == "review" else local and f"{start}-{local}"
    return {
        "finding_id": f"{start}-c{position:04d}",
        "position": position,
        "origin": "store",
        **finding._asdict(),
        "subject_id": own,
    }
