"""Superseding: of several documents for one review, the one that came last stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import duckdb

from warehouse.appending import Appenders
from warehouse.facts import columns
from warehouse.remarks import superseded
from warehouse.sql_files import script, statement


def supersede(
    con: duckdb.DuckDBPyConnection, appenders: Appenders, review_ids: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Have the last document of each of these reviews stand; by its id, those that it superseded."""
    ids = {"review_ids": sorted(set(review_ids))}
    if not con.execute(statement("contested_reviews"), ids).fetchall():
        return {}
    for delete in script("forget_store_findings"):
        con.execute(delete, ids)
    con.execute(statement("supersede"), ids)
    taken: dict[str, tuple[str, ...]] = {}
    findings: dict[str, dict[str, Any]] = {}
    for document_id, review_id, by, file_name, texts, kept in con.execute(
        statement("superseded"), ids
    ).fetchall():
        taken[by] = (*taken.get(by, ()), document_id)
        findings[document_id] = superseded(document_id, review_id, file_name, texts, kept)
    if findings:
        appenders.append("findings", columns(list(findings.values()), list(findings)))
    return taken
