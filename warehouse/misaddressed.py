"""Misaddressed corrections: lines written by hand that name no review that is loaded, and the one that may be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import duckdb
from rapidfuzz import fuzz

from warehouse.appending import Appenders
from warehouse.connection import transaction
from warehouse.facts import columns, prefix
from warehouse.remarks import remark
from warehouse.sql_files import script, statement

#: likeness (0 to 100) from which two ids of the same figures are one with a slip of the pen: a letter in twenty
_LIKE = 95.0
_FIGURES = re.compile(r"\d+")


def meant(name: str, known: Sequence[str]) -> str | None:
    """The review that a name may mean which is none of the `known` ids: the only one that it is a part of, or by far
    the likest with the same figures. A name with other figures may be that of a review to come.
    """
    wanted = name.strip().strip("/").lower()
    parts = [review for review in known if wanted and (review.endswith(f"/{wanted}") or wanted in review)]
    if parts:
        return parts[0] if len(parts) == 1 else None
    figures = _FIGURES.findall(wanted)
    like = [
        review
        for review in known
        if _FIGURES.findall(review) == figures and fuzz.ratio(wanted, review) >= _LIKE
    ]
    return like[0] if len(like) == 1 else None


def point_out(con: duckdb.DuckDBPyConnection, appenders: Appenders) -> None:
    """Put a finding at each review that a correction may mean under a name that no review has."""
    known = dict(con.execute(statement("standing_ids")).fetchall())
    with transaction(con):
        for forget in script("forget_misaddressed"):
            con.execute(forget)
        for correction_id, name in con.execute(statement("waiting_corrections")).fetchall():
            if review_id := meant(name, list(known)):
                found = _finding(known[review_id], review_id, correction_id, name)
                appenders.append("findings", columns([found], known[review_id]))


def _finding(document_id: str, review_id: str, correction_id: str, name: str) -> dict[str, Any]:
    message = (
        f"the correction {correction_id} names the review {name!r}, which is not loaded; is {review_id} meant? "
        "Then write its whole id into the corrections file"
    )
    found = remark(f"{prefix(document_id)}-{correction_id}", "warning", "correction_misaddressed", message)
    return {**found, "subject_kind": "review", "subject_id": review_id}
