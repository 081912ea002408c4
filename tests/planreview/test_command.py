"""The command line as such: verbs, help, errors, settings, and that it feels immediate."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import planreview
from planreview.cli import VERBS
from planreview.errors import Mistake
from planreview.settings import NAMES, settings
from tests.planreview.command import run

HOUSE = Path(__file__).parents[2]
A_SAMPLE = HOUSE / "samples" / "aldermere" / "2025-26-quarter-1.pdf"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str) -> None:
    ran = run(verb, "--help")
    assert ran.status == 0
    assert ran.out.startswith(f"usage: planreview {verb}")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(verb: str) -> None:
    assert re.search(rf"planreview {verb}\b", (HOUSE / "README.md").read_text())


def test_the_readme_names_no_verb_that_is_not_there() -> None:
    named = set(re.findall(r"^\$ planreview (\w+)", (HOUSE / "README.md").read_text(), re.MULTILINE))
    assert named
    assert named <= set(VERBS)


def test_help_is_immediate() -> None:
    assert run("--help").status == 0  # compiles what a first run has to compile
    begun = _used_by_children()
    run("--help")
    assert _used_by_children() - begun < 0.5  # 0.06 s; processor time, for this machine may be busy


def _used_by_children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, planreview.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert not {"duckdb", "pandas", "pypdfium2", "rich", "parsers", "numpy"} & set(out.split())


def test_who_ingests_leaves_the_rules_to_the_workers(tmp_path: Path) -> None:
    script = (
        "import sys, planreview.cli as c\n"
        f"status = c.main(['ingest', {str(A_SAMPLE)!r}, '--db', {str(tmp_path / 'a.duckdb')!r}])\n"
        "print(*sys.modules)\nsys.exit(status)"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    loaded = set(out.split())
    assert "normalise.review" in loaded  # what comes back
    assert (
        not {
            "normalise.understanding",
            "normalise.language.vocabulary",
            "normalise.language.dates",
            "pypdfium2",
        }
        & loaded
    )


def test_without_a_verb_it_is_a_mistake() -> None:
    assert run().status == 2


def test_the_version_is_told() -> None:
    assert run("--version").out == f"planreview {planreview.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("reviews", "--db", "nowhere.duckdb"),
        ("ingest", "nowhere.pdf"),
        ("extract", "nowhere.pdf"),
        ("tables", "nowhere.pdf"),
        ("inspect", "nowhere.pdf"),
        ("export", "out", "--db", "nowhere.duckdb"),
        ("diff", "a", "--db", "nowhere.duckdb"),
    ],
    ids=lambda words: words[0],
)
def test_an_error_is_one_line_that_names_what_was_asked_for(tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = run(*words, cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith("planreview: ")
    assert "nowhere" in line or "two reviews" in line
    assert list(tmp_path.iterdir()) == []


def test_a_trace_is_there_for_who_asks(tmp_path: Path) -> None:
    ran = run("reviews", "--db", "nowhere.duckdb", "-v", cwd=tmp_path)
    assert "Traceback" in ran.err


def test_a_file_that_is_no_database_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "reviews.duckdb").write_text("not a database at all" * 300)
    ran = run("reviews", cwd=tmp_path)
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)


def test_a_reader_that_goes_away_is_no_error(db: Path) -> None:
    command = f"{sys.executable} -m planreview sql 'from evidence' --format csv --db {db} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "planreview.toml").write_text("db = 'a.duckdb'\njobs = 3\n")
    assert settings(tmp_path, {"PLANREVIEW_DB": "b.duckdb", "OTHER": "x"}) == {"db": "b.duckdb", "jobs": "3"}


@pytest.mark.parametrize("text", ["databse = 'x'", "db = ", "[db]\nx = 1\nno"])
def test_settings_that_are_not_understood_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "planreview.toml").write_text(text)
    with pytest.raises(Mistake, match=r"planreview\.toml"):
        settings(tmp_path, {})


def test_every_setting_is_a_flag_of_ingest_or_of_correct() -> None:
    help_text = run("ingest", "--help").out + run("correct", "--help").out
    assert all(f"--{name}" in help_text for name in NAMES)


def test_a_setting_of_the_wrong_kind_is_told(tmp_path: Path) -> None:
    ran = run("ingest", "x.pdf", cwd=tmp_path, PLANREVIEW_JOBS="many")
    assert ran.status == 2
    assert "many" in ran.err
