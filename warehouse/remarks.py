"""Remarks: the findings that the store itself makes about a document."""

from __future__ import annotations

from typing import Any

from warehouse.facts import prefix

#: a superseded document shares at least this much of its texts with the one that takes its place
_SAME_REVIEW = 0.5


def superseded(document_id: str, review_id: str, file_name: str, texts: int, kept: int) -> dict[str, Any]:
    """One severity when the newer document says much the same, another when it may be of another review."""
    doubtful = texts > 0 and kept / texts < _SAME_REVIEW
    message = f"{file_name} was ingested later for {review_id} and has taken this document's place"
    if doubtful:
        message += f"; it repeats only {kept} of {texts} texts, so check that both are of one review"
    severity = "warning" if doubtful else "info"
    found = remark(f"{prefix(document_id)}-superseded", severity, "superseded", message + ".")
    return {**found, "subject_kind": "review", "subject_id": review_id}


def remark(finding_id: str, severity: str, code: str, message: str) -> dict[str, Any]:
    return {
        "finding_id": finding_id,
        "position": 0,
        "origin": "store",
        "severity": severity,
        "code": code,
        "message": message,
        "page": None,
        "subject_kind": None,
        "subject_id": None,
        "field": None,
    }
