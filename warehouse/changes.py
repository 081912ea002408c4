"""Changes: what moved from one review to another."""

from __future__ import annotations

from typing import NamedTuple

import duckdb

from warehouse.connection import WarehouseError
from warehouse.sql_files import statement


class Change(NamedTuple):
    """One row of the view `changes`: see its column comments."""

    from_review: str
    to_review: str
    kind: str
    change: str
    thread_id: str | None
    refs: str
    subject: str
    field: str | None
    before: str | None
    after: str | None
    direction: str | None
    from_id: str | None
    to_id: str | None


def changes(con: duckdb.DuckDBPyConnection, from_review: str, to_review: str) -> list[Change]:
    """All changes between two reviews, in the order of the later; raises WarehouseError when one is not
    loaded."""
    require_reviews(con, from_review, to_review)
    rows = con.execute(statement("changes_between"), {"former": from_review, "latter": to_review}).fetchall()
    return [Change(*row) for row in rows]


def require_reviews(con: duckdb.DuckDBPyConnection, *review_ids: str) -> None:
    """Raise WarehouseError unless all these reviews are loaded."""
    for review_id in review_ids:
        if not con.execute(statement("review_exists"), {"review_id": review_id}).fetchall():
            raise WarehouseError(
                f"there is no review {review_id!r} in this database; `planreview reviews` lists them."
            )
