"""Changes: what moved from one review to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import duckdb

from warehouse.connection import WarehouseError
from warehouse.sql_files import statement

#: plans that a migration works out at once: of ten plans of 40 reviews each, a few hundred megabytes
_AT_ONCE = 10


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


def store_changes(con: duckdb.DuckDBPyConnection, plan_keys: Sequence[str]) -> None:
    """Work out what moved between consecutive reviews of these plans, which have nothing stored yet, and store it."""
    con.execute(statement("store_changes"), {"plan_keys": list(plan_keys)})


def store_all_changes(con: duckdb.DuckDBPyConnection) -> None:
    """Store what moved in all plans of a database that has their threads and no changes yet."""
    plans = [plan_key for (plan_key,) in con.execute(statement("sequenced_plans")).fetchall()]
    for first in range(0, len(plans), _AT_ONCE):
        store_changes(con, plans[first : first + _AT_ONCE])


def require_reviews(con: duckdb.DuckDBPyConnection, *review_ids: str) -> None:
    """Raise WarehouseError unless all these reviews are loaded."""
    for review_id in review_ids:
        if not con.execute(statement("review_exists"), {"review_id": review_id}).fetchall():
            raise WarehouseError(
                f"there is no review {review_id!r} in this database; `planreview reviews` lists them."
            )
