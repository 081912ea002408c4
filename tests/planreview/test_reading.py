"""The verbs that read: what they print, and in which form."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.planreview.command import run


@pytest.mark.parametrize(
    "words",
    [("reviews",), ("documents",), ("findings",), ("sql", "from actions"), ("diff",)],
    ids=lambda words: words[0],
)
def test_every_reading_verb_gives_json(db: Path, words: tuple[str, ...]) -> None:
    rows = run(*words, "--db", db, "--json").json()
    assert isinstance(rows, list)
    assert all(isinstance(row, dict) for row in rows)


def test_reviews_come_with_a_count_for_each_status(db: Path) -> None:
    for review in run("reviews", "--db", db, "--json").json():
        assert review["actions"] == sum(review[name] for name in STATUSES)


STATUSES = (
    "completed", "on_schedule", "behind_schedule", "off_track",
    "not_started", "paused", "cancelled", "no_information", "unknown",
)  # fmt: skip


def test_the_forms_hold_the_same_rows(db: Path) -> None:
    query = ("sql", "select action_id, leads, status from actions order by 1 limit 5", "--db", db)
    as_json = run(*query, "--json").json()
    as_csv = list(csv.DictReader(io.StringIO(run(*query, "--format", "csv").out)))
    assert [row["status"] for row in as_csv] == [row["status"] for row in as_json]
    assert as_csv[0]["leads"] == ", ".join(as_json[0]["leads"])
    assert run(*query, "--format", "markdown").out.count("\n") == 7


def test_two_columns_of_one_name_are_both_kept(db: Path) -> None:
    assert run("sql", "select 1 as n, 2 as n, 3 as n", "--db", db, "--json").json() == [
        {"n": 1, "n_2": 2, "n_3": 3}
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('/etc/hostname')",
        "copy (select 1) to '/tmp/planreview-must-not-write.csv'",
        "attach '/tmp/planreview-must-not-attach.duckdb'",
        "delete from core.actions",
        "set enable_external_access = true",
        "no sql at all",
    ],
)
def test_sql_reads_the_database_and_nothing_else(db: Path, statement: str) -> None:
    ran = run("sql", statement, "--db", db)
    assert ran.status == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1


def test_two_statements_are_refused_since_the_first_ones_rows_would_be_lost(db: Path) -> None:
    ran = run("sql", "select 1; select 2", "--db", db)
    assert (ran.status, ran.out) == (2, "")
    assert "2 statements" in ran.err


def test_one_statement_may_end_in_a_semicolon(db: Path) -> None:
    assert run("sql", "select 1 as n;", "--db", db, "--json").json() == [{"n": 1}]


def test_a_view_that_is_not_there_points_to_those_that_are(db: Path) -> None:
    ran = run("sql", "select * from nosuch", "--db", db)
    assert "nosuch" in ran.err
    assert "show tables" in ran.err
    assert "pg_" not in ran.err


def test_sql_without_an_end_is_ended(db: Path) -> None:
    endless = "select count(*) from range(1000000000) a, range(1000000000) b where a.range > b.range"
    assert "longer than 1 seconds" in run("sql", endless, "--db", db, "--seconds", 1).err


def test_sql_is_read_from_stdin(db: Path) -> None:
    assert run("sql", "-", "--db", db, "--json", stdin="select 1 as one").json() == [{"one": 1}]


def test_extract_gives_a_whole_review(sample: Path) -> None:
    review = run("extract", sample).json()
    assert review["review_id"].count("/") == 2
    assert review["actions"][0]["status"]
    assert review["evidence"][0]["box"].keys() == {"x0", "top", "x1", "bottom"}


def test_tables_give_cells_with_their_place(sample: Path) -> None:
    tables = run("tables", sample, "--json").json()
    assert tables
    for table in tables:
        assert list(table) == ["page", "box", "reader", "rows", "cols", "cells"]
        for cell in table["cells"]:
            assert set(cell) == {"row", "col", "row_span", "col_span", "text", "box", "header"}
            assert cell["row"] + cell["row_span"] <= table["rows"]
            assert cell["col"] + cell["col_span"] <= table["cols"]


def test_tables_for_people_show_the_same_texts(sample: Path) -> None:
    cells = run("tables", sample, "--json").json()[0]["cells"]
    first = next(cell["text"].split()[0] for cell in cells if cell["text"])
    assert first in run("tables", sample).out


def test_inspect_draws_a_page(sample: Path, tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    assert run("inspect", sample, "--page", 2, "-o", picture).status == 0
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_label_of_inspect_hides_no_print_of_the_cell_above() -> None:
    from PIL import Image, ImageDraw

    from parsers.geometry import Box
    from planreview.drawing import SCALE, label_inside

    picture = Image.new("RGB", (200, 100), "white")
    box = Box(10, 20, 90, 40)
    label_inside(ImageDraw.Draw(picture, "RGBA"), box, "progress", "#15803d")
    inked = picture.point(lambda value: 255 - value).getbbox()
    assert inked is not None
    assert inked[0] >= box.x0 * SCALE
    assert inked[1] >= box.top * SCALE
    assert inked[2] <= box.x1 * SCALE
    assert inked[3] <= box.bottom * SCALE


def test_inspect_says_which_pages_there_are(sample: Path, tmp_path: Path) -> None:
    ran = run("inspect", sample, "--page", 99, "-o", tmp_path / "page.png")
    assert ran.status == 2
    assert "the document has" in ran.err


def test_export_writes_every_view(db: Path, tmp_path: Path) -> None:
    ran = run("export", tmp_path / "out", "--db", db)
    names = {Path(line).stem for line in ran.out.splitlines()}
    assert {"actions", "indicators", "reviews", "findings", "changes"} <= names
    assert len(list(csv.DictReader((tmp_path / "out" / "reviews.csv").open()))) >= 4


def test_findings_are_narrowed(db: Path) -> None:
    every = run("findings", "--db", db, "--json").json()
    graver = run("findings", "--db", db, "--severity", "warning", "--json").json()
    assert [row for row in every if row["severity"] != "info"] == graver


def test_json_from_sql_keeps_what_is_not_text(db: Path) -> None:
    statement = "select date '2025-03-31' as d, 1.5 as n, null as nothing, [1, 2] as l, {'a': 1} as s"
    row = json.loads(run("sql", statement, "--db", db, "--json").out)[0]
    assert row["d"] == "2025-03-31"
    assert (row["nothing"], row["l"], row["s"]) == (None, [1, 2], {"a": 1})


def test_inspect_says_where_it_cannot_write(sample: Path, tmp_path: Path) -> None:
    ran = run("inspect", sample, "-o", tmp_path / "no-such-folder" / "page.png")
    assert ran.status == 2
    assert "cannot be written" in ran.err
