"""Exports of the samples: what other programs find in them."""

from __future__ import annotations

import csv
import datetime as dt
import json
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import openpyxl
import pytest

from warehouse import WarehouseError
from warehouse.export import WORKBOOK, export_file
from warehouse.workbook import _CUT, write_workbook

#: what text of a column must be, for it to be of that type in Table Schema
PARSE: dict[str, Callable[[str], object]] = {
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": dt.date.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
    "object": json.loads,
    "string": str,
}


def shown(db: Path, sql: str) -> list[tuple[object, ...]]:
    """Asked with plain DuckDB: the file needs no planreview to be read."""
    with duckdb.connect(str(db), read_only=True) as con:
        return con.execute(sql).fetchall()


def test_a_data_package_describes_every_column_of_every_file(db: Path, tmp_path: Path) -> None:
    *files, descriptor = export_file(db, tmp_path, "datapackage")
    package = json.loads(descriptor.read_text(encoding="utf-8"))
    assert [resource["path"] for resource in package["resources"]] == [path.name for path in files]
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert all(field["description"] for field in fields), resource["name"]
        with (tmp_path / resource["path"]).open(newline="", encoding="utf-8") as lines:
            header, *rows = csv.reader(lines)
        assert header == [field["name"] for field in fields]
        for row in rows:
            for field, text in zip(fields, row, strict=True):
                if text:
                    PARSE[field["type"]](text)


def test_a_workbook_keeps_words_dates_and_colours(db: Path, tmp_path: Path) -> None:
    (path,) = export_file(db, tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(path)["actions"]
    header = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "A2" and sheet.column_dimensions["A"].width > 20
    status, as_at = header.index("status"), header.index("as_at")
    rows = list(sheet.iter_rows(min_row=2))
    want = shown(db, "select status, as_at from actions")
    assert [(row[status].value, row[as_at].value.date()) for row in rows] == want
    colours = {row[status].value: row[status].fill.fgColor.rgb for row in rows}
    assert len(set(colours.values())) >= 5 and colours["off_track"] == "00F8B4B4"
    assert sheet.auto_filter.ref == f"A1:AE{len(want) + 1}"


def test_a_workbook_colours_both_sides_of_a_change_and_the_counts(db: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export_file(db, tmp_path, "xlsx")[0])
    header, *rows = book["changes"].iter_rows()
    names = [cell.value for cell in header]
    moved = next(row for row in rows if row[names.index("change")].value == "status_changed")
    before, after = (moved[names.index(name)] for name in ("before", "after"))
    counted = {cell.value: cell.fill.fgColor.rgb for cell in book["reviews"][1]}
    assert [counted[cell.value] for cell in (before, after)] == [c.fill.fgColor.rgb for c in (before, after)]
    assert before.fill.fgColor.rgb != after.fill.fgColor.rgb


def test_a_workbook_holds_no_formula_and_says_where_a_text_was_cut(tmp_path: Path) -> None:
    rows = "select unnest(['=1+1', '#N/A', repeat('x', 40000), 'a' || chr(7)]) as t"
    path = write_workbook(tmp_path / "t.xlsx", duckdb.connect(), {"t": rows})
    cells = [row[0] for row in openpyxl.load_workbook(path)["t"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells[:2]] == ["=1+1", "#N/A"]
    assert cells[2].value.endswith(_CUT) and len(cells[2].value) == 32_767


def test_a_view_longer_than_a_sheet_is_told_before_any_row_is_fetched(tmp_path: Path) -> None:
    long = {"few": "select 1 as n", "all": "select range as n from range(1_048_576)"}
    with pytest.raises(WarehouseError, match=r"^all has 1,048,576 rows, .*--publisher.*csv"):
        write_workbook(tmp_path / "t.xlsx", duckdb.connect(), long)
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_holds_every_row_of_many_batches(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "t.xlsx", duckdb.connect(), {"t": "select range as n from range(12_345)"}
    )
    cells = [n for (n,) in openpyxl.load_workbook(path)["t"].iter_rows(min_row=2, values_only=True)]
    assert cells == list(range(12_345)) and list(tmp_path.iterdir()) == [path]


def test_a_workbook_is_the_same_at_another_hour(db: Path, tmp_path: Path) -> None:
    export_file(db, tmp_path / "a", "xlsx")
    time.sleep(2.1)  # zip counts in steps of two seconds
    export_file(db, tmp_path / "b", "xlsx")
    assert (tmp_path / "a" / WORKBOOK).read_bytes() == (tmp_path / "b" / WORKBOOK).read_bytes()


def test_partitions_hold_what_the_view_shows(db: Path, tmp_path: Path) -> None:
    for _ in range(2):  # an export over an earlier one leaves nothing of it
        export_file(db, tmp_path, "parquet", partitioned=True)
    read = f"select action_id, cycle, status from '{tmp_path}/actions/*/*/*.parquet' order by all"
    assert duckdb.connect().execute(read).fetchall() == shown(
        db, "select action_id, cycle, status from actions order by all"
    )
    assert len(list(tmp_path.glob("actions/publisher=*/cycle=*"))) == 4


def test_a_folder_of_something_else_is_not_replaced(db: Path, tmp_path: Path) -> None:
    (tmp_path / "actions").mkdir()
    (tmp_path / "actions" / "letter.txt").write_text("dear")
    with pytest.raises(WarehouseError, match=r"letter\.txt"):
        export_file(db, tmp_path, "parquet", partitioned=True)
    assert (tmp_path / "actions" / "letter.txt").read_text() == "dear"


def test_json_lines_keep_lists_and_nulls(db: Path, tmp_path: Path) -> None:
    export_file(db, tmp_path, "jsonl")
    rows = [json.loads(line) for line in (tmp_path / "actions.jsonl").read_text("utf-8").splitlines()]
    assert [(row["action_id"], row["leads"], row["due_date"]) for row in rows] == [
        (action, leads, due and str(due))
        for action, leads, due in shown(db, "select action_id, leads, due_date from actions")
    ]
