from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from warehouse import Warehouse, WarehouseError
from warehouse.sql_files import migrations

CONTRACT = Path(__file__).parents[3] / "shared" / "design" / "CONTRACT.md"

#: the views of the contract; further columns may follow
VIEWS = {
    "reviews": """review_id publisher plan plan_period title cycle as_at appendix document_id file_name
        page_count actions indicators findings completed on_schedule behind_schedule off_track not_started
        paused cancelled no_information unknown""",
    "documents": """document_id source file_name bytes page_count producer tagged outcome code message
        review_id ingested_at extractor_version ink_coverage""",
    "legend": "review_id position mark label definition status",
    "priorities": "review_id number title",
    "activities": "review_id activity_id priority refs texts plans pages",
    "actions": """review_id publisher plan cycle as_at action_id thread_id position priority priority_title
        activity_refs activity plans action_number action leads progress status status_label status_basis mark
        due_date start_date direction extra confidence pages findings""",
    "indicators": """review_id publisher plan cycle as_at indicator_id thread_id position priority
        indicator_ref name printed_name annual_performance provisional target latest previous national
        statistical_neighbours good_is polarity latest_value latest_unit latest_period previous_value
        target_value status direction extra confidence pages findings""",
    "readings": "indicator_id review_id series period raw kind value unit qualifier provisional status",
    "findings": """finding_id document_id review_id severity code message page subject_kind subject_id
        field""",
    "evidence": "subject_kind subject_id field page x0 top x1 bottom reader raw",
    "threads": "thread_id kind review_id subject_id method score margin decided_by",
    "changes": """from_review to_review kind change thread_id refs subject field before after direction
        from_id to_id""",
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_the_columns_of_the_contract_in_order(warehouse: Warehouse, view: str) -> None:
    columns = [c[0] for c in warehouse.con.execute(f"select * from {view}").description or []]
    wanted = VIEWS[view].split()
    assert columns[: len(wanted)] == wanted


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract is not here")
def test_the_columns_tested_are_those_of_the_contract() -> None:
    text = re.sub(r"\([^()]*\)", "", CONTRACT.read_text())
    for view in ("legend", "activities", "actions", "readings", "findings", "evidence", "threads"):
        body = re.search(rf"^`{view}`: (.*?)\.\s*$", text, re.M | re.S)
        assert body
        names = [re.sub(r"`.*|\b[A-Z]+(\[\])?", "", part).split() for part in body[1].split(",")]
        assert [name[0] for name in names if name] == VIEWS[view].split(), view


def test_every_view_and_column_is_explained(warehouse: Warehouse) -> None:
    bare_views = warehouse.con.execute(
        "select view_name from duckdb_views() where schema_name = 'main' and not internal and comment is null"
    ).fetchall()
    bare_columns = warehouse.con.execute(
        "select c.table_name, c.column_name from duckdb_columns() c"
        " join duckdb_views() v on c.table_name = v.view_name"
        " where c.schema_name = 'main' and not v.internal and c.comment is null"
    ).fetchall()
    assert (bare_views, bare_columns) == ([], [])


def test_migrations_are_numbered_without_gaps_and_recorded(warehouse: Warehouse) -> None:
    numbers = [number for number, _, _ in migrations()]
    assert numbers == list(range(1, len(numbers) + 1))
    recorded = warehouse.con.execute("select number, name from core.migrations order by 1").fetchall()
    assert recorded == [(number, name) for number, name, _ in migrations()]


def test_a_migration_that_fails_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = migrations()
    number = len(good) + 1
    broken = [*good, (number, "broken", "create table core.half (x integer); select nonsense")]
    monkeypatch.setattr("warehouse.schema.migrations", lambda: broken)
    with pytest.raises(duckdb.Error):
        Warehouse.open(path)
    monkeypatch.setattr("warehouse.schema.migrations", lambda: good)
    with Warehouse.open(path) as opened:
        assert opened.con.execute("select max(number) from core.migrations").fetchall() == [(len(good),)]
        assert opened.con.execute("from duckdb_tables() where table_name = 'half'").fetchall() == []


def test_a_database_of_a_newer_program_is_not_touched(path: Path) -> None:
    with Warehouse.open(path) as opened:
        opened.con.execute("insert into core.migrations values (999, 'future', '')")
    for read_only in (False, True):
        with pytest.raises(WarehouseError, match="newer"):
            Warehouse.open(path, read_only=read_only)


def test_reading_what_is_not_there_says_so(path: Path) -> None:
    with pytest.raises(WarehouseError, match="does not exist"):
        Warehouse.open(path, read_only=True)
    path.write_text("not a database at all, but long enough to be read as one" * 100)
    with pytest.raises(WarehouseError, match="cannot be opened"):
        Warehouse.open(path, read_only=True)


def test_another_program_s_database_is_not_written_to(path: Path) -> None:
    with duckdb.connect(str(path)) as theirs:
        theirs.execute("create table main.reviews (id integer)")
    for read_only in (False, True):
        with pytest.raises(WarehouseError, match="not one of planreview"):
            Warehouse.open(path, read_only=read_only)
    with duckdb.connect(str(path)) as theirs:
        assert theirs.execute("select table_name from duckdb_tables()").fetchall() == [("reviews",)]


def test_a_database_can_be_read_by_older_clients(warehouse: Warehouse) -> None:
    """Their versions are told by the file's format; and what a stored macro asks for must be there by name, since what
    is syntax to them is a function to DuckDB 2."""
    tags = warehouse.con.execute(
        "select tags['storage_version'] from duckdb_databases() where path is not null"
    )
    assert tags.fetchall() == [("v1.2.0+",)]
    macros = (
        "select function_name from duckdb_functions() where schema_name = 'main' and not internal order by 1"
    )
    assert ("if",) in warehouse.con.execute(macros).fetchall()
    assert warehouse.con.execute("select if(true, 1, 2), if(null, 1, 2)").fetchall() == [(1, 2)]
