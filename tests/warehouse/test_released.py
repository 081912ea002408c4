"""Migrations: what is released never changes, and every database of a released schema is brought up to the newest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from normalise.review import Finding, Review
from warehouse import Warehouse, WarehouseError
from warehouse.address import subjects
from warehouse.correction import Address, Correction
from warehouse.facts import prefix
from warehouse.reread import reread
from warehouse.sql_files import migrations

from .test_stored_changes import FIRST, SECOND, THIRD
from .truth import load, sha

HERE = Path(__file__).parent / "released"
#: the first schema that a released planreview may have made and the first that knew corrections, each with rows as they
#: stood in it
FIRST_RELEASED, FIRST_CORRECTED = 3, 5
#: a review with a doubt that a person answers
DOUBTED = replace(
    SECOND, findings=(Finding("warning", "near_colour", "Near.", 1, "action", "a002", "status"),)
)


def rows(schema: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / f"{schema:04d}.json").read_text(encoding="utf-8"))
    return found


def decisions() -> list[Correction]:
    """One of each kind that changes a row, settles a finding, parts a thread, waits, or is taken back."""

    def address(one: Review, local: str) -> Address:
        return next(s.address for s in subjects(one, prefix(one.document.sha256)) if s.id == local)

    status = Correction("status", address(DOUBTED, "a002"), "status", "off_track", "paused", "Ann", why="M")
    return [
        status,
        Correction("value", address(DOUBTED, "i001"), "latest", "1", "2", "Ann"),
        Correction("unlink", address(THIRD, "a001"), made_by="Ann", other=address(DOUBTED, "a001")),
        Correction("status", Address("to/come/q4", kind="action", number="1"), "status", now="paused"),
        (wrong := Correction("value", address(FIRST, "a001"), "leads", "Ann Archer", "Bob", "Ann")),
        Correction("undo", now=wrong.named().id),
    ]


def test_a_released_migration_never_changes() -> None:
    written = dict(line.split() for line in (HERE / "digests.txt").read_text().splitlines())
    found = {
        f"{number:04d}_{name}": hashlib.sha256(script.encode()).hexdigest()
        for number, name, script in migrations()
    }
    assert found == written, "a new migration gets its line in digests.txt; a released one stays as it is"


def older(path: Path, schema: int, content: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of an older schema with these rows."""
    everything = migrations()
    with monkeypatch.context() as patched:
        patched.setattr("warehouse.schema.migrations", lambda: everything[:schema])
        with Warehouse.open(path) as old:
            for table, held in content.items():
                if held["rows"]:
                    places = ", ".join("?" * len(held["columns"]))
                    old.con.executemany(
                        f"insert into core.{table} ({', '.join(held['columns'])}) values ({places})",
                        held["rows"],
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
    older(old, schema, rows(FIRST_RELEASED), monkeypatch)
    if schema < len(migrations()):
        with pytest.raises(WarehouseError, match="planreview ingest"):
            Warehouse.open(old, read_only=True)
    with Warehouse.open(old) as opened:
        assert everything_in(opened) == everything_in(warehouse)
        opened.link(everything=True)
        assert everything_in(opened) == everything_in(warehouse)


@pytest.mark.parametrize("schema", range(FIRST_CORRECTED, len(migrations()) + 1))
def test_corrections_in_a_database_of_a_released_schema_still_hold(
    warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: int
) -> None:
    file = tmp_path / "reviews.corrections.csv"
    load(warehouse, FIRST, DOUBTED, THIRD)
    warehouse.correct(file, decisions())
    old, anew = tmp_path / "old.duckdb", tmp_path / "old.corrections.csv"
    older(old, schema, rows(FIRST_CORRECTED), monkeypatch)
    with Warehouse.open(old) as opened:
        assert everything_in(opened) == everything_in(warehouse)
        assert {state for (state,) in opened.con.execute("select state from corrections").fetchall()} == {
            "applied", "undone", "waiting",
        }  # fmt: skip
        assert reread(opened.con, sha("Q2")) == DOUBTED
        opened.heed(anew)
        assert anew.read_text() == file.read_text()
        opened.correct(anew, [Correction("undo", now=decisions()[0].named().id)])
        assert opened.con.execute("select status from actions where status = 'paused'").fetchall() == []


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
