"""`planreview ingest` on good, bad and hostile documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planreview.command import Ran, run

KEYS = [
    "source", "document_id", "review_id", "outcome", "code", "message",
    "pages", "actions", "indicators", "findings", "seconds",
]  # fmt: skip


def test_each_sample_is_one_json_line_with_the_keys_of_the_contract(ingested: tuple[Path, Ran]) -> None:
    _, ran = ingested
    assert ran.status == 0
    assert ran.err == ""
    lines = ran.lines()
    assert len(lines) >= 4
    for line in lines:
        assert list(line) == KEYS
        assert line["outcome"] == "loaded"
        assert line["actions"] > 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"<!doctype html><html><body><p>Not found</p></body></html>", "not_a_pdf"),
        (b"\x00\xff\x13garbage" * 500, "not_a_pdf"),
        (b"%PDF-1.7\n" + b"garbage " * 500, "damaged"),
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R]>>", "damaged"),
    ],
    ids=["empty", "html", "bytes", "headed garbage", "pages in a ring"],
)
def test_hostile_bytes_are_refused_with_their_code(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(content)
    ran = run("ingest", path, "--db", tmp_path / "reviews.duckdb", "--json")
    (line,) = ran.lines()
    assert (ran.status, line["outcome"], line["code"], ran.err) == (0, "refused", code, "")


def test_a_truncated_review_is_refused_or_flagged(tmp_path: Path, sample: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(sample.read_bytes()[: sample.stat().st_size * 6 // 10])
    (line,) = run("ingest", path, "--db", tmp_path / "reviews.duckdb", "--json").lines()
    assert line["outcome"] in ("refused", "partial")
    assert line["code"]


def test_a_good_review_between_bad_ones_is_loaded(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "b.pdf").write_bytes(sample.read_bytes())
    (tmp_path / "c.pdf").write_bytes(b"%PDF-")
    db = tmp_path / "reviews.duckdb"
    assert [line["outcome"] for line in run("ingest", tmp_path, "--db", db, "--json").lines()] == [
        "refused", "loaded", "refused",
    ]  # fmt: skip
    refused = run("documents", "--outcome", "refused", "--db", db, "--json").json()
    assert [Path(row["source"]).name for row in refused] == ["a.pdf", "c.pdf"]
    assert all(row["code"] and row["message"] for row in refused)


def test_what_is_loaded_already_is_unchanged_and_force_reads_it_again(tmp_path: Path, sample: Path) -> None:
    db = tmp_path / "reviews.duckdb"
    runs = [run("ingest", sample, "--db", db, "--json", *more).lines() for more in ([], [], ["--force"])]
    assert [lines[0]["outcome"] for lines in runs] == ["loaded", "unchanged", "loaded"]


def test_the_summary_for_people_goes_to_stderr(tmp_path: Path, sample: Path) -> None:
    ran = run("ingest", sample, "--db", tmp_path / "reviews.duckdb")
    assert ran.out == ""
    assert "1 document: 1 loaded" in ran.err


def test_strict_tells_of_refusals_by_its_exit_status(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    words = ("ingest", tmp_path, "--db", tmp_path / "reviews.duckdb")
    assert (run(*words).status, run(*words, "--strict").status) == (0, 1)


def test_facts_from_the_command_line_win(tmp_path: Path, sample: Path) -> None:
    db = tmp_path / "reviews.duckdb"
    (line,) = run("ingest", sample, "--db", db, "--json", "--publisher", "Elsewhere", "--cycle", "Q9").lines()
    publisher, _, cycle = line["review_id"].split("/")
    assert (publisher, cycle) == ("elsewhere", "q9")


def test_a_time_limit_is_kept(tmp_path: Path, sample: Path) -> None:
    words = ("ingest", sample, "--db", tmp_path / "reviews.duckdb", "--json", "--timeout", "0.01")
    (line,) = run(*words).lines()
    assert (line["outcome"], line["code"]) == ("refused", "timed_out")


def test_the_database_is_where_the_settings_say(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "planreview.toml").write_text("db = 'from_file.duckdb'\n")
    run("ingest", sample, cwd=tmp_path)
    run("ingest", sample, cwd=tmp_path, PLANREVIEW_DB="from_environment.duckdb")
    run("ingest", sample, "--db", "from_flag.duckdb", cwd=tmp_path, PLANREVIEW_DB="never.duckdb")
    found = {path.name for path in tmp_path.glob("*.duckdb")}
    assert found == {"from_file.duckdb", "from_environment.duckdb", "from_flag.duckdb"}


def test_the_next_command_that_is_proposed_names_the_database(sample: Path, tmp_path: Path) -> None:
    db = tmp_path / "other name.duckdb"
    ran = run("ingest", sample, sample.with_name("nowhere.pdf").parent, "--db", db)
    assert f"planreview diff --db '{db}'" in ran.err
