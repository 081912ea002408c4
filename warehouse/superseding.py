"""Superseding: of several documents for one review, the one that came last stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

import duckdb

from warehouse.appending import Appenders
from warehouse.facts import columns
from warehouse.remarks import superseded
from warehouse.sql_files import script, statement


class Rival(NamedTuple):
    """A document that was read as a review; `superseded_by` is the one that took its place, as stored."""

    document_id: str
    superseded_by: str | None
    file_name: str


class Place(NamedTuple):
    """A document that was read as a review and the one that came next, which takes its place; None for the last."""

    former: Rival
    latter: Rival | None

    @property
    def taken_by(self) -> str | None:
        return self.latter and self.latter.document_id

    @property
    def is_new(self) -> bool:
        return self.former.superseded_by != self.taken_by


def supersede(
    con: duckdb.DuckDBPyConnection, appenders: Appenders, review_id: str, recorded: str
) -> tuple[str, ...]:
    """Have the last document of a review stand, after the document `recorded` was put among them or taken away;
    those that it superseded.

    Statements cost more than rows here: what did not change is left alone.
    """
    rivals = [Rival(*row) for row in con.execute(statement("rivals"), {"review_id": review_id}).fetchall()]
    places = [Place(former, latter) for former, latter in zip_longest(rivals, rivals[1:])]
    for place in places:
        if place.is_new:
            values = {"document_id": place.former.document_id, "superseded_by": place.taken_by}
            con.execute(statement("supersede"), values)
    anew = [p for p in places if p.is_new or recorded in (p.former.document_id, p.taken_by)]
    if told := [place.former.document_id for place in anew if place.former.superseded_by]:
        for forget in script("forget_superseded"):
            con.execute(forget, {"document_ids": told})
    if taken := [place for place in anew if place.latter]:
        findings = _findings(con, review_id, taken)
        appenders.append("findings", columns(findings, [place.former.document_id for place in taken]))
    return tuple(place.former.document_id for place in places if place.taken_by == recorded)


def _findings(con: duckdb.DuckDBPyConnection, review_id: str, taken: Sequence[Place]) -> list[dict[str, Any]]:
    """What is told of each document whose place a later one took: how many of its texts that one repeats."""
    ids = sorted({rival.document_id for place in taken for rival in place if rival})
    texts: dict[str, list[str]] = {document_id: [] for document_id in ids}
    for document_id, key in con.execute(statement("compared_texts"), {"document_ids": ids}).fetchall():
        texts[document_id].append(key)
    repeated = {document_id: set(keys) for document_id, keys in texts.items()}
    return [
        superseded(
            former.document_id,
            review_id,
            latter.file_name,
            len(texts[former.document_id]),
            sum(key in repeated[latter.document_id] for key in texts[former.document_id]),
        )
        for former, latter in taken
        if latter
    ]
