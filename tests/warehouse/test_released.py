"""Migrations: what is released never changes, and every database of a released schema is brought up to the newest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from warehouse import Warehouse, WarehouseError
from warehouse.sql_files import migrations

from .test_stored_changes import FIRST, SECOND, THIRD
from .truth import load

HERE = Path(__file__).parent / "released"
#: the first schema that a released planreview may have made, with rows as they stood in it
FIRST_RELEASED = 3
ROWS = json.loads((HERE / "0003.json").read_text(encoding="utf-8"))


def test_a_released_migration_never_changes() -> None:
    written = dict(line.split() for line in (HERE / "digests.txt").read_text().splitlines())
    found = {
        f"{number:04d}_{name}": hashlib.sha256(script.encode()).hexdigest()
        for number, name, script in migrations()
    }
    assert found == written, "a new migration gets its line in digests.txt; a released one stays as it is"


def older(path: Path, schema: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of an older schema with three reviews."""
    everything = migrations()
    with monkeypatch.context() as patched:
        patched.setattr("warehouse.schema.migrations", lambda: everything[:schema])
        with Warehouse.open(path) as old:
            for table, content in ROWS.items():
                if content["rows"]:
                    places = ", ".join("?" * len(content["columns"]))
                    old.con.executemany(
                        f"insert into core.{table} ({', '.join(content['columns'])}) values ({places})",
                        content["rows"],
                    )


def everything_in(warehouse: Warehouse) -> dict[str, Sequence[object]]:
    """All rows of all views, and what tables, columns and comments there are."""
    views = warehouse.con.execute(
        "select view_name from duckdb_views() where schema_name = 'main' and not internal order by 1"
    ).fetchall()
    found: dict[str, Sequence[object]] = {v: warehouse.con.execute(f"from {v}").fetchall() for (v,) in views}
    found["columns"] = warehouse.con.execute(
        "select schema_name, table_name, column_name, data_type, is_nullable, comment from duckdb_columns()"
        " where not internal order by all"
    ).fetchall()
    return found


@pytest.mark.parametrize("schema", range(FIRST_RELEASED, len(migrations()) + 1))
def test_a_database_of_a_released_schema_becomes_what_a_fresh_one_is(
    warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: int
) -> None:
    load(warehouse, FIRST, SECOND, THIRD)
    old = tmp_path / "old.duckdb"
    older(old, schema, monkeypatch)
    if schema < len(migrations()):
        with pytest.raises(WarehouseError, match="planreview ingest"):
            Warehouse.open(old, read_only=True)
    with Warehouse.open(old) as opened:
        assert everything_in(opened) == everything_in(warehouse)
        opened.link(everything=True)
        assert everything_in(opened) == everything_in(warehouse)


@pytest.mark.parametrize(
    "unreleased",
    [
        "update core.migrations set name = 'stored_changes' where number = 3",
        "update core.migrations set digest = 'of a 0003 that had no core.sections' where number = 3",
        "alter table core.migrations drop column digest",
    ],
)
def test_a_database_of_a_program_that_was_never_released_is_told_so(path: Path, unreleased: str) -> None:
    with Warehouse.open(path) as opened:
        opened.con.execute(unreleased)
    for read_only in (False, True):
        with pytest.raises(WarehouseError, match="never released"):
            Warehouse.open(path, read_only=read_only)
