"""The schema of a warehouse: numbered migrations, each applied once, in a transaction with its own record."""

from __future__ import annotations

import hashlib

import duckdb

from warehouse.connection import WarehouseError, transaction
from warehouse.sql_files import migrations, statement


def migrate(con: duckdb.DuckDBPyConnection, path: str) -> None:
    """Bring a database to the newest schema; raises WarehouseError when another program made it."""
    known = migrations()
    done = len(_recorded(con, path))
    if not done and con.execute(statement("has_tables")).fetchall():
        raise WarehouseError(_not_ours(path))
    for number, name, script in known[done:]:
        with transaction(con):
            if number == 1:
                con.execute(statement("create_core"))
            con.execute(script)
            con.execute(
                statement("record_migration"), {"number": number, "name": name, "digest": _digest(script)}
            )


def check(con: duckdb.DuckDBPyConnection, path: str) -> None:
    """Raise WarehouseError unless the database has exactly the schema that this program reads."""
    done, newest = len(_recorded(con, path)), len(migrations())
    if done == 0:
        raise WarehouseError(_not_ours(path))
    if done < newest:
        raise WarehouseError(
            f"{path} has schema {done} where {newest} is expected; run `planreview ingest` on it once."
        )


def _recorded(con: duckdb.DuckDBPyConnection, path: str) -> list[tuple[int, str, str]]:
    """Numbers, names and digests of the migrations that were applied. Raises WarehouseError for others than ours."""
    if not con.execute(statement("has_migrations")).fetchall():
        return []
    found = con.execute(statement("recorded_migrations")).fetchall()
    known = [(number, name, _digest(script)) for number, name, script in migrations()]
    if found[: len(known)] != known[: len(found)]:
        raise WarehouseError(
            f"{path} was made by a planreview that was never released; ingest its documents into a new file,"
            " with the corrections file beside it."
        )
    if len(found) > len(known):
        raise WarehouseError(
            f"{path} has schema {found[-1][0]}, newer than the {known[-1][0]} of this planreview; update planreview."
        )
    return found


def _not_ours(path: str) -> str:
    return f"{path} is a database but not one of planreview; ingest into a new file."


def _digest(script: str) -> str:
    return hashlib.sha256(script.encode()).hexdigest()
