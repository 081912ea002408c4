"""The schema of a warehouse: numbered migrations, each applied once, in a transaction with its own record."""

from __future__ import annotations

import duckdb

from warehouse.changes import store_all_changes
from warehouse.connection import WarehouseError, transaction
from warehouse.sql_files import migrations, statement

#: the migration that begins to store what moved; a script cannot go plan by plan
_STORED_CHANGES = 6


def migrate(con: duckdb.DuckDBPyConnection) -> None:
    """Bring a database to the newest schema; raises WarehouseError when a newer program made it."""
    done = version(con)
    known = migrations()
    if done > known[-1][0]:
        raise WarehouseError(_too_new(done, known[-1][0]))
    for number, name, script in known[done:]:
        with transaction(con):
            if number == 1:
                con.execute(statement("create_core"))
            con.execute(script)
            if number == _STORED_CHANGES:
                store_all_changes(con)
            con.execute(statement("record_migration"), {"number": number, "name": name})


def check(con: duckdb.DuckDBPyConnection, path: str) -> None:
    """Raise WarehouseError unless the database has exactly the schema that this program reads."""
    done, newest = version(con), migrations()[-1][0]
    if done == 0:
        raise WarehouseError(f"{path} is a database but not one of planreview; ingest into a new file.")
    if done > newest:
        raise WarehouseError(_too_new(done, newest))
    if done < newest:
        raise WarehouseError(
            f"{path} has schema {done} where {newest} is expected; run `planreview ingest` on it once."
        )


def version(con: duckdb.DuckDBPyConnection) -> int:
    """The number of the last migration applied, 0 for an empty database."""
    if not con.execute(statement("has_migrations")).fetchall():
        return 0
    row = con.execute(statement("last_migration")).fetchone()
    return int(row[0]) if row else 0


def _too_new(found: int, newest: int) -> str:
    return f"the database has schema {found}, newer than the {newest} of this planreview; update planreview."
