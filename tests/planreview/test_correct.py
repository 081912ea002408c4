"""`planreview correct` end to end on the sample reviews."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planreview.cli import main
from warehouse import Warehouse

SAMPLES = Path(__file__).parents[2] / "samples" / "aldermere"
WHY = ("--why", "the Board's minutes", "--by", "Ann")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("correct") / "reviews.duckdb"
    assert main(["ingest", str(SAMPLES / "2024-25-quarter-4.pdf"), "--db", str(path)]) == 0
    return path


def row(db: Path) -> tuple[str, str, str]:
    with Warehouse.open(db, read_only=True) as store:
        found = store.con.execute(
            "select status, status_basis, array_to_string(leads, ', ') from actions"
            " where activity_refs = ['1.1'] and action_number = '2'"
        ).fetchone()
    assert found
    return found[0], found[1], found[2]


def test_a_correction_lasts_through_force_and_a_new_database_until_it_is_undone(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read = row(db)
    words = ["correct", "2024-25-q4", "1.1 / 2", "status=off_track", "lead=Ann Archer", *WHY, "--db", str(db)]
    assert main([*words, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert [(c["field"], c["state"], c["made_by"]) for c in made] == [
        ("status", "applied", "Ann"),
        ("leads", "applied", "Ann"),
    ]
    corrected = ("off_track", "correction", "Ann Archer")
    assert row(db) == corrected
    assert main(["ingest", str(SAMPLES / "2024-25-quarter-4.pdf"), "--force", "--db", str(db)]) == 0
    assert row(db) == corrected
    anew, file = tmp_path / "anew.duckdb", db.with_suffix(".corrections.csv")
    source = str(SAMPLES / "2024-25-quarter-4.pdf")
    assert main(["ingest", source, "--db", str(anew), "--corrections", str(file)]) == 0
    assert row(anew) == corrected
    for correction in made:
        assert main(["correct", "--undo", correction["correction_id"], *WHY, "--db", str(db)]) == 0
    assert row(db) == read


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["q4", "1.1 / 2", "colour=red", *WHY], "found the field 'colour'"),
        (["q4", "1.1 / 2", "status=green", *WHY], "found 'green' for the status"),
        (["q4", "1.1 / 2", "status", *WHY], "expected FIELD=VALUE"),
        (["q4", "the", "status=completed", *WHY], "rows of"),
        (["q4", "9.9 / 9", "status=completed", *WHY], "fits no row"),
        (["q4", "1.1 / 2", "status=off_track"], "needs a reason"),
        (["--undo", "c1", *WHY], "found no correction 'c1'"),
        (["accept", "nothing", *WHY], "found no open finding"),
    ],
)
def test_what_cannot_be_decided_is_told_in_a_sentence(
    db: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["correct", *words, "--db", str(db)]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
