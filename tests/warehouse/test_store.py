from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import duckdb
import pytest

from normalise.review import Evidence, Finding, LegendEntry
from parsers.geometry import Box
from warehouse import Source, Warehouse, WarehouseError
from warehouse.appending import Appenders
from warehouse.facts import Columns

from .truth import NOW, action, indicator, load, review, sha, source_of

TABLES = "select table_name from duckdb_tables() where schema_name = 'core' order by 1"


def everything(warehouse: Warehouse) -> dict[str, list[Any]]:
    """All rows of all views and tables, in the order in which they come."""
    con = warehouse.con
    views = con.execute(
        "select view_name from duckdb_views() where schema_name = 'main' and not internal"
    ).fetchall()
    found: dict[str, list[Any]] = {name: con.execute(f"from {name}").fetchall() for (name,) in views}
    tables = con.execute(TABLES).fetchall()
    return found | {
        f"core.{name}": sorted(map(str, con.execute(f"from core.{name}").fetchall())) for (name,) in tables
    }


def count(warehouse: Warehouse, sql: str) -> Any:
    row = warehouse.con.execute(sql).fetchone()
    assert row
    return row[0]


MID = review(
    "Mid-Year",
    "2016-09-30",
    action(1, "Train all taxi drivers", progress="1. Begun"),
    action(2, "", progress="", action_number=None, extra=(("RAG", "x"), ("RAG", "y"))),
    indicator(1, "Children in care", "363", "421 (Q1 2016-17)"),
    findings=(
        Finding("warning", "odd_value", "Odd.", 1, "indicator", "i001", "latest"),
        Finding("info", "note", "On the review.", None, "review", "r", None),
        Finding("info", "page", "On the page.", 1),
    ),
    evidence=(Evidence("action", "a001", "status", 1, Box(0.1, 0.2, 0.30000000000000004, 4), "ruled", "★"),),
    legend=(LegendEntry(1, "green star", "Done", "", "completed"),),
    footnotes=("Provisional",),
)


def test_what_is_loaded_comes_back_as_it_was(warehouse: Warehouse) -> None:
    load(warehouse, MID)
    rows = warehouse.con.execute(
        "select action_id, action, action_number, progress, extra, leads, due_date, findings from actions"
    ).fetchall()
    start = sha("Mid-Year")[:12]
    assert rows == [
        (f"{start}-a001", "Train all taxi drivers", "1", "1. Begun", "{}", ["Ann Archer"], None, 0),
        (f"{start}-a002", "", None, "", '{"RAG": "x", "RAG (2)": "y"}', ["Ann Archer"], None, 0),
    ]
    assert count(warehouse, "select (latest_value, previous_value, findings) from indicators") == (
        363,
        421,
        1,
    )
    assert count(warehouse, "select (x0, x1, bottom) from evidence") == (0.1, 0.30000000000000004, 4.0)
    assert count(warehouse, "select (on_schedule, completed, findings, actions) from reviews") == (2, 0, 3, 2)
    subjects = warehouse.con.execute("select subject_kind, subject_id from findings").fetchall()
    assert subjects == [("indicator", f"{start}-i001"), ("review", MID.review_id), (None, None)]


def test_loading_again_changes_nothing(warehouse: Warehouse) -> None:
    load(warehouse, MID)
    before = everything(warehouse)
    assert warehouse.known(MID.document.sha256, "1") == ("unchanged", None, None, MID.review_id, (), None)
    load(warehouse, MID)
    assert everything(warehouse) == before


def test_same_documents_in_a_new_file_give_the_same_rows_in_the_same_order(tmp_path: Path) -> None:
    end = review(
        "Year-End", "2017-03-31", action(1, "Train all taxi drivers"), indicator(1, "Children in care", "3")
    )
    found = []
    for name in ("a.duckdb", "b.duckdb"):
        with Warehouse.open(tmp_path / name) as warehouse:
            load(warehouse, MID, end)
            found.append(everything(warehouse))
    assert found[0] == found[1]


def test_another_extractor_version_replaces_all_rows(warehouse: Warehouse) -> None:
    load(warehouse, MID)
    assert warehouse.known(MID.document.sha256, "2") is None
    load(warehouse, replace(MID, actions=MID.actions[:1], findings=(), evidence=(), legend=()), version="2")
    assert count(warehouse, "select count(*) from core.actions") == 1
    assert count(warehouse, "select count(*) from documents") == 1
    assert count(warehouse, "select extractor_version from documents") == "2"
    for table in ("findings", "evidence", "legend"):
        assert count(warehouse, f"select count(*) from core.{table}") == 0, table


def test_an_error_finding_makes_it_partial(warehouse: Warehouse) -> None:
    hurt = replace(
        MID,
        findings=(
            Finding("error", "page_lost", "Page 5 is lost.", 5),
            Finding("error", "page_lost", "6.", 6),
        ),
    )
    outcome = warehouse.load(source_of(hurt), hurt, extractor_version="1", ingested_at=NOW)
    assert outcome == ("partial", "page_lost", "Page 5 is lost. (and 1 more)", hurt.review_id, (), 2)
    assert count(warehouse, "select (outcome, code) from documents") == ("partial", "page_lost")
    assert warehouse.known(hurt.document.sha256, "1").outcome == "unchanged"  # type: ignore[union-attr]


def test_a_newer_document_takes_the_place_of_the_former(warehouse: Warehouse) -> None:
    corrected = replace(MID, document=replace(MID.document, sha256=sha("corrected")))
    load(warehouse, MID)
    outcome = warehouse.load(
        source_of(corrected, "corrected.pdf"), corrected, extractor_version="1", ingested_at=NOW
    )
    warehouse.link()
    assert outcome.superseded == (MID.document.sha256,)
    assert count(warehouse, "select list(document_id) from reviews") == [sha("corrected")]
    assert count(warehouse, "select count(distinct review_id) from actions") == 1
    assert count(warehouse, "select count(*) from actions") == 2
    assert count(warehouse, "select count(*) from core.actions") == 4
    assert count(warehouse, "select list(superseded_by) from documents") == [sha("corrected"), None]
    notes = warehouse.con.execute(
        "select severity, document_id from findings where code = 'superseded'"
    ).fetchall()
    assert notes == [("info", MID.document.sha256)]
    assert count(warehouse, "select count(*) from threads where subject_id like $$%a001$$") == 1


def test_another_review_under_the_same_id_is_a_warning(warehouse: Warehouse) -> None:
    other = review(
        "Mid-Year", "2016-09-30", action(1, "Plant a hedge"), document=replace(MID.document, sha256=sha("x"))
    )
    load(warehouse, MID, other)
    finding = warehouse.con.execute(
        "select severity, message from findings where code = 'superseded'"
    ).fetchall()
    assert finding[0][0] == "warning" and "check that both are of one review" in finding[0][1]


def test_reading_the_superseded_one_again_does_not_bring_it_back(warehouse: Warehouse) -> None:
    corrected = replace(MID, document=replace(MID.document, sha256=sha("corrected")))
    load(warehouse, MID, corrected)
    load(warehouse, MID, version="2")
    assert count(warehouse, "select list(document_id) from reviews") == [sha("corrected")]


def test_a_document_read_as_another_review_lets_the_former_stand_again(warehouse: Warehouse) -> None:
    corrected = replace(MID, document=replace(MID.document, sha256=sha("corrected")))
    load(warehouse, MID, corrected)
    load(warehouse, replace(corrected, cycle="Year-End"), version="2")
    assert count(warehouse, "select list(document_id) from reviews") == [sha("Mid-Year"), sha("corrected")]
    assert count(warehouse, "select count(*) from findings where code = 'superseded'") == 0
    assert count(warehouse, "select count(superseded_by) from documents") == 0


def refused(warehouse: Warehouse, source: Source, code: str, version: str = "1") -> None:
    outcome = warehouse.refuse(source, code, "No.", extractor_version=version, ingested_at=NOW)
    assert outcome == ("refused", code, "No.", None, (), None)


def test_a_refused_document_is_a_row_and_is_not_tried_again(warehouse: Warehouse) -> None:
    source = Source("/in/scan.pdf", "scan.pdf", 10, sha("scan"))
    refused(warehouse, source, "no_text_layer")
    assert count(warehouse, "select (outcome, code, message, review_id) from documents") == (
        "refused", "no_text_layer", "No.", None,
    )  # fmt: skip
    assert count(warehouse, "select count(*) from reviews") == 0
    assert warehouse.known(sha("scan"), "1") == ("unchanged", "no_text_layer", "No.", None, (), None)
    assert warehouse.known(sha("scan"), "2") is None


@pytest.mark.parametrize("code", ["timed_out", "out_of_memory", "crashed", "unreadable_source"])
def test_a_refusal_of_the_moment_is_tried_again(warehouse: Warehouse, code: str) -> None:
    refused(warehouse, Source("/in/a.pdf", "a.pdf", 10, sha("a")), code)
    assert warehouse.known(sha("a"), "1") is None


def test_two_empty_files_are_two_rows(warehouse: Warehouse) -> None:
    empty = sha("")
    for name in ("a.pdf", "b.pdf", "a.pdf"):
        refused(warehouse, Source(f"/in/{name}", name, 0, empty), "empty_file")
    assert warehouse.con.execute("select file_name from documents order by 1").fetchall() == [
        ("a.pdf",),
        ("b.pdf",),
    ]


def test_what_was_refused_can_be_loaded_later_and_keeps_its_place(warehouse: Warehouse) -> None:
    refused(warehouse, source_of(MID), "timed_out")
    load(warehouse, MID)
    assert count(warehouse, "select (outcome, code) from documents") == ("loaded", None)
    assert count(warehouse, "select count(*) from documents") == 1


def test_a_later_refusal_keeps_the_facts_and_says_so(warehouse: Warehouse) -> None:
    load(warehouse, MID)
    refused(warehouse, source_of(MID), "crashed", version="2")
    assert count(warehouse, "select count(*) from actions") == 2
    assert count(warehouse, "select (outcome, code, extractor_version) from documents") == (
        "partial",
        "crashed",
        "1",
    )
    assert (
        count(warehouse, "select count(*) from findings where code = 'crashed' and severity = 'error'") == 1
    )
    load(warehouse, MID, version="2")
    assert count(warehouse, "select (outcome, code) from documents") == ("loaded", None)


def test_moments_are_stored_in_utc(warehouse: Warehouse) -> None:
    summer = timezone(timedelta(hours=1))
    moment = datetime(2026, 6, 1, 0, 30, tzinfo=summer)
    warehouse.load(source_of(MID), MID, extractor_version="1", ingested_at=moment)
    assert count(warehouse, "select ingested_at from documents") == moment.astimezone(UTC).replace(
        tzinfo=None
    )


class Broken:
    """A connection and its appenders that fail at the nth thing that is done with them."""

    def __init__(self, con: duckdb.DuckDBPyConnection, at: int) -> None:
        self.con, self.left = con, at
        self.appenders = Appenders(con)

    def execute(self, sql: str, *parameters: Any) -> Any:
        if sql != "rollback":
            self._step()
        return self.con.execute(sql, *parameters)

    def append(self, table: str, values: Columns) -> None:
        self._step()
        self.appenders.append(table, values)

    def _step(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise RuntimeError("pulled the plug")


def test_a_failure_between_any_two_statements_leaves_all_as_it_was(warehouse: Warehouse) -> None:
    first = replace(MID, document=replace(MID.document, sha256=sha("first")), actions=MID.actions[:1])
    load(warehouse, first, MID)
    before = everything(warehouse)
    con, failures = warehouse.con, 0
    for at in range(1, 60):
        warehouse.con = warehouse._appenders = Broken(con, at)  # type: ignore[assignment]
        try:
            warehouse.load(
                source_of(MID), replace(MID, cycle="Other"), extractor_version="2", ingested_at=NOW
            )
        except RuntimeError:
            failures += 1
        else:
            break
        finally:
            warehouse.con, warehouse._appenders = con, Appenders(con)
        assert everything(warehouse) == before, at
    assert failures > 20
    assert everything(warehouse) != before


def test_a_plan_is_linked_though_its_first_load_failed(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched, pytest.raises(RuntimeError):
        patched.setattr("warehouse.store.supersede", Broken(warehouse.con, 1).execute)
        load(warehouse, MID)
    load(warehouse, MID)
    warehouse.link()
    assert count(warehouse, "select count(*) from threads where kind = 'action'") == len(MID.actions)


def test_a_document_read_again_changes_only_what_is_told_of_its_neighbours(warehouse: Warehouse) -> None:
    later = [replace(MID, document=replace(MID.document, sha256=sha(name))) for name in ("b", "c")]
    load(warehouse, MID, *later)
    before = everything(warehouse)["core.findings"]
    load(warehouse, later[0], version="2")
    assert everything(warehouse)["core.findings"] == before
    assert count(warehouse, "select list(superseded_by) from documents") == [sha("b"), sha("c"), None]


def test_rows_that_do_not_fit_are_not_loaded_with_the_next_document(warehouse: Warehouse) -> None:
    wrong = replace(MID, legend=(*MID.legend, MID.legend[0]._replace(mark=None)))  # type: ignore[arg-type]
    with pytest.raises(duckdb.ConstraintException):
        load(warehouse, wrong)
    load(warehouse, MID)
    assert count(warehouse, "select count(*) from legend") == len(MID.legend) > 0


WRITER = """
import sys
sys.path.insert(0, {root!r})
from dataclasses import replace
from tests.warehouse.truth import *
from tests.warehouse.test_store import MID
from warehouse import Warehouse
many = replace(MID, evidence=MID.evidence * 3000)
with Warehouse.open({path!r}) as warehouse:
    print("ready", flush=True)
    n = 0
    while True:
        n += 1
        one = replace(many, document=replace(MID.document, sha256=sha(str(n))), cycle=f"Quarter {{n}}")
        warehouse.load(source_of(one), one, extractor_version="1", ingested_at=NOW)
        print(n, flush=True)
"""


def test_a_killed_writer_leaves_only_whole_documents(path: Path) -> None:
    script = WRITER.format(root=str(Path(__file__).parents[2]), path=str(path))
    for wait in (0.05, 0.31):
        process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
        assert process.stdout and process.stdout.readline() == "ready\n"
        assert process.stdout.readline()
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        process.stdout.read()
        process.wait()
    with Warehouse.open(path) as warehouse:
        documents = count(warehouse, "select count(*) from documents")
        assert documents >= 1
        evidence = "select document_id, count(*) as n from core.evidence group by 1"
        torn = f"from core.documents left join ({evidence}) using (document_id) where n is distinct from 3000"
        assert count(warehouse, f"select count(*) {torn}") == 0
        assert count(warehouse, "select count(*) from actions") == 2 * documents
        warehouse.link()
        assert count(warehouse, "select count(*) from threads where kind = 'action'") == 2 * documents


def test_a_file_in_use_is_reported_in_a_sentence(path: Path) -> None:
    opening = f"import duckdb, sys; con = duckdb.connect({str(path)!r})"
    script = f"{opening}; print('open', flush=True); sys.stdin.read()"
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout and process.stdout.readline() == "open\n"
    try:
        with pytest.raises(WarehouseError, match="in use"):
            Warehouse.open(path)
    finally:
        process.communicate("")
