"""The doors that stay shut: reading, querying, exporting; and frames."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from warehouse import Warehouse, WarehouseError
from warehouse.connection import open_to_export
from warehouse.export import KINDS, export, export_file
from warehouse.query import QueryError, query

from .truth import action, indicator, load, review

FORMULAS = ["=1+1", "+1", "-1+2", "@sum(a1)", "\t=1", "\r=1", "＝1+1", "- 12"]
PLAIN = ["-5", "-5.5%", "-", "-£1,000", "5-6", "'tis", "a=b", ""]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "reviews.duckdb"
    texts = [*FORMULAS, *PLAIN]
    facts = [action(n, text, leads=("Ann", "Bo")) for n, text in enumerate(texts, 1)]
    with Warehouse.open(path) as warehouse:
        load(
            warehouse,
            review("Q1", "2016-06-30", *facts, indicator(1, "Homes", "12%", "11%")),
            review("Q2", "2016-09-30", *facts[:3], indicator(1, "Homes", "13%", "12%")),
        )
    return path


@pytest.mark.parametrize(
    "sql",
    [
        "from read_csv('/etc/passwd')",
        "from read_text('/etc/passwd')",
        "from glob('/*')",
        "from '/etc/passwd'",
        "from read_parquet('https://example.org/a.parquet')",
        "copy (select 1) to '{out}/a.csv'",
        "export database '{out}/all'",
        "attach '{out}/other.duckdb' as other",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set memory_limit = '64GB'",
        "pragma enable_profiling",
        "create table main.t (x integer)",
        "delete from core.actions",
        "update core.documents set outcome = 'loaded'",
        "drop view main.actions",
        "select * from here_is_a_python_variable",
    ],
)
def test_a_reader_cannot(filled: Path, tmp_path: Path, sql: str) -> None:
    here_is_a_python_variable = [1]
    before = sorted(tmp_path.rglob("*"))
    with Warehouse.open(filled, read_only=True) as warehouse:
        with pytest.raises(QueryError):
            query(warehouse.con, sql.format(out=tmp_path))
        assert query(warehouse.con, "select count(*) from documents").rows == [(2,)]
    assert sorted(tmp_path.rglob("*")) == before
    assert here_is_a_python_variable == [1]


@pytest.mark.parametrize(
    "sql", ["from range(3)", "with n as (select 1 as x) select x from n", "from changes limit 1"]
)
def test_a_reader_can(filled: Path, sql: str) -> None:
    with Warehouse.open(filled, read_only=True) as warehouse:
        assert query(warehouse.con, sql).rows


ENDLESS = "with recursive n as (select 1 as x union all select x + 1 from n) select count(*) from n"


def test_an_endless_query_is_stopped_and_the_next_one_runs(filled: Path) -> None:
    with Warehouse.open(filled, read_only=True) as warehouse:
        start = time.perf_counter()
        with pytest.raises(QueryError, match=r"longer than 0\.5 seconds"):
            query(warehouse.con, ENDLESS, seconds=0.5)
        assert time.perf_counter() - start < 5
        for _ in range(20):
            assert query(warehouse.con, "select 1", seconds=0.5).rows == [(1,)]
        time.sleep(0.6)
        assert query(warehouse.con, "select count(*) from reviews").rows == [(2,)]


def test_a_query_that_hears_no_interrupt_is_given_up(filled: Path) -> None:
    script = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from warehouse import Warehouse
from warehouse import query as module
module.GRACE = 0.2
with Warehouse.open({str(filled)!r}, read_only=True) as warehouse:
    module.query(warehouse.con, "select len(range(300000000))", seconds=0.2, give_up=lambda: os._exit(7))
"""
    done = subprocess.run([sys.executable, "-c", script], timeout=30, check=False)
    assert done.returncode == 7


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("", "empty"),
        ("selec 1", "syntax error"),
        ("select nope from actions", "nope"),
        ("select 1/", "syntax error"),
        ("from nowhere", "nowhere"),
    ],
)
def test_an_error_is_one_sentence(filled: Path, sql: str, words: str) -> None:
    with Warehouse.open(filled, read_only=True) as warehouse, pytest.raises(QueryError, match=words) as error:
        query(warehouse.con, sql)
    assert "\n" not in str(error.value) and len(str(error.value)) < 300


def test_a_long_answer_can_be_cut(filled: Path) -> None:
    with Warehouse.open(filled, read_only=True) as warehouse:
        result = query(warehouse.con, "select * from range(5) t (n)", most_rows=3)
        assert (result.columns, result.types, result.rows, result.complete) == (
            ("n",), ("BIGINT",), [(0,), (1,), (2,)], False,
        )  # fmt: skip
        assert query(warehouse.con, "from range(3)", most_rows=3).complete


def test_a_spreadsheet_takes_no_cell_for_a_formula(filled: Path, tmp_path: Path) -> None:
    written = export_file(filled, tmp_path / "out", "csv")
    assert {path.stem for path in written} >= {"reviews", "actions", "indicators", "changes", "ledger"}
    with (tmp_path / "out" / "actions.csv").open(newline="", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if "q1" in row["review_id"]]
    assert [row["action"] for row in rows] == [f"'{text}" for text in FORMULAS] + PLAIN
    assert rows[0]["leads"] == "Ann; Bo"


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_is_the_same_every_time(filled: Path, tmp_path: Path, kind: str) -> None:
    first, second = (
        {path.name: path.read_bytes() for path in export_file(filled, tmp_path / name, kind)} for name in "ab"
    )
    assert first == second


def test_parquet_holds_what_the_view_shows(filled: Path, tmp_path: Path) -> None:
    export_file(filled, tmp_path / "out", "parquet")
    with duckdb.connect() as elsewhere, open_to_export(filled, tmp_path / "spilled") as con:
        for view in ("actions", "changes", "indicators"):
            stored = elsewhere.execute(
                "from read_parquet(?)", [str(tmp_path / "out" / f"{view}.parquet")]
            ).fetchall()
            assert stored == con.execute(f"from {view}").fetchall()
        fetched = "select extension_name from duckdb_extensions() where install_path like '/%'"
        assert elsewhere.execute(fetched).fetchall() == []


@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_an_export_of_more_than_its_memory_holds_is_whole_and_leaves_nothing_behind(
    filled: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = shutil.copy(filled, tmp_path / "own.duckdb")
    with duckdb.connect(str(own)) as con:
        con.execute(
            "insert into core.evidence select document_id, n, 'action', 'a001', 'action', 1, 0, 0, 9, 9, 'ruled',"
            " repeat(md5(n::varchar), 8) from (from core.documents limit 1) d, range(120_000) many (n)"
        )
        (want,) = con.execute("select count(*) from evidence").fetchall()
    monkeypatch.setattr("warehouse.export.EXPORT_MEMORY", ("30MB", "200MB", "1GB"))
    export_file(own, tmp_path / "out", kind)
    got = duckdb.connect().execute(f"select count(*) from '{tmp_path}/out/evidence.{kind}'").fetchall()
    assert got == [want] == [(120_000,)]
    assert [path.name for path in (tmp_path / "out").iterdir() if path.suffix != f".{kind}"] == []


def test_an_export_that_cannot_be(filled: Path, tmp_path: Path) -> None:
    with (
        open_to_export(filled, tmp_path / "spilled") as con,
        pytest.raises(WarehouseError, match="csv, parquet"),
    ):
        export(con, tmp_path / "out", "docx")
    with (
        Warehouse.open(filled, read_only=True) as warehouse,
        pytest.raises(WarehouseError, match="cannot be written"),
    ):
        export(warehouse.con, tmp_path / "out", "csv")


def test_frames_are_typed_and_hold_no_nan(filled: Path) -> None:
    pd = pytest.importorskip("pandas")
    from warehouse import frames

    with Warehouse.open(filled, read_only=True) as warehouse:
        con = warehouse.con
        actions, indicators = frames.actions(con), frames.indicators(con)
        first, second = actions["review_id"].unique()
        moved, past = frames.diff(con, first, second), frames.history(con, "1.1 / 1")
        nothing = frames.diff(con, first, first)
        with pytest.raises(WarehouseError):
            frames.diff(con, first, "nowhere")
    types = dict(actions.dtypes.astype(str))
    assert (types["action"], types["position"], types["confidence"]) == ("string", "Int64", "Float64")
    assert types["as_at"].startswith("datetime64")
    assert actions["mark"].isna().all() and actions["mark"][0] is pd.NA
    assert actions["leads"][0] == ["Ann", "Bo"]
    assert actions.loc[actions["action"] == "", "action"].size == 1
    assert indicators["latest_value"].tolist() == [12.0, 13.0]
    assert indicators["target_value"][0] is pd.NA
    assert set(moved["change"]) == {"removed", "value_changed"}
    assert past["cycle"].tolist() == ["Q1", "Q2"] and past["thread_id"].nunique() == 1
    assert nothing.empty and list(nothing.columns) == list(moved.columns)


def test_history_of_an_activity_is_all_that_stands_below_it(path: Path) -> None:
    pytest.importorskip("pandas")
    from warehouse import frames

    below = replace(action(1, "Train drivers"), activity_refs=("1.3.1", "1.3.2"))
    with Warehouse.open(path) as warehouse:
        load(warehouse, review("Q1", "2016-06-30", below, replace(below, id="a002", activity_refs=("1.30",))))
        assert frames.history(warehouse.con, "1.3")["refs"].tolist() == ["1.3.1, 1.3.2 / 1"]
        assert frames.history(warehouse.con, "1.3.2")["refs"].tolist() == ["1.3.1, 1.3.2 / 1"]
        assert frames.history(warehouse.con, "9").empty
