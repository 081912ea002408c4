"""Profiles at the command line: the session in docs/, the shelf, and a change that is read again."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import planreview
from tests.planreview.command import run

DOCS = (Path(__file__).parents[2] / "docs" / "new-publisher.md").read_text(encoding="utf-8")
PLAN, DRAFT, PROFILE, SESSION = re.findall(r"^```(?:markdown|toml|console)\n(.*?)^```", DOCS, re.M | re.S)[:4]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the document and the profile of the session."""
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    (tmp_path / "marlshire.toml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


def test_the_session_in_the_docs_is_what_happens(folder: Path) -> None:
    commands = [part.splitlines() for part in SESSION.split("$ ")[1:]]
    for command, *expected in commands:
        ran = run(*shlex.split(command)[1:], cwd=folder)
        assert ran.status == 0, ran.err
        if expected:
            assert (ran.out + ran.err).splitlines() == expected


def test_the_draft_in_the_docs_is_what_is_drafted(folder: Path) -> None:
    drafted = run("profile", "draft", "plan.md", cwd=folder).out.splitlines()
    assert [line for line in DRAFT.splitlines() if line not in drafted] == []


def test_a_profile_is_found_in_the_folder_that_the_settings_name(folder: Path) -> None:
    (folder / "shelf").mkdir()
    (folder / "marlshire.toml").rename(folder / "shelf" / "marlshire.toml")
    assert "status_missing" in run("extract", "plan.md", cwd=folder).out
    (folder / "planreview.toml").write_text('profiles = "shelf"\n')
    assert [a["status"] for a in run("extract", "plan.md", cwd=folder).json()["actions"]] == [
        "completed",
        "off_track",
    ]


def test_a_changed_profile_reads_its_document_again_and_an_unchanged_one_does_not(folder: Path) -> None:
    ingest = ("ingest", "plan.md", "--profile", "marlshire.toml", "--json")

    def outcome() -> str:
        return str(run(*ingest, cwd=folder).lines()[0]["outcome"])

    assert [outcome(), outcome()] == ["loaded", "unchanged"]
    (folder / "marlshire.toml").write_text(PROFILE.replace("off_track", "paused"), encoding="utf-8")
    assert [outcome(), outcome()] == ["loaded", "unchanged"]
    ran = run("sql", "select status from actions order by position", "--json", cwd=folder)
    assert [row["status"] for row in ran.json()] == ["completed", "paused"]


def test_python_takes_a_profile_too(folder: Path) -> None:
    review = planreview.extract(folder / "plan.md", profile=folder / "marlshire.toml")
    assert {a.status_basis for a in review.actions} == {"profile"}
    assert planreview.extract(PLAN.encode(), profile=folder / "marlshire.toml").actions == review.actions


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--profile", "none.toml"), "none.toml: No such file or directory; expected a profile"),
        (("--profiles", "none"), "none: no such folder; expected a folder of profiles"),
        (("--profiles", "."), "two.toml: found 'marlshire county council', which marlshire.toml has too"),
        (("--profile", "bad.toml"), "bad.toml line 2: blue: found 'done'; expected one of completed"),
    ],
)
def test_a_profile_that_cannot_be_used_is_one_line(
    folder: Path, words: tuple[str, ...], message: str
) -> None:
    (folder / "two.toml").write_text('publisher = "Another"\naliases = ["marlshire county council"]\n')
    bad = folder / ("bad.toml" if "bad.toml" in words else "bad.txt")
    bad.write_text('[statuses]\nblue = "done"\n')
    ran = run("extract", "plan.md", *words, cwd=folder)
    assert ran.status == 2
    assert ran.err.startswith(f"planreview: {message}")
    assert len(ran.err.splitlines()) == 1


def test_what_a_profile_leaves_open_is_told_and_shows_in_the_exit_status(folder: Path) -> None:
    (folder / "half.toml").write_text(PROFILE.replace('"Stormy"', '"Rainy"'), encoding="utf-8")
    ran = run("profile", "check", "half.toml", "plan.md", cwd=folder)
    assert ran.status == 1
    assert "'Stormy'" in ran.out
    assert run("profile", "check", "half.toml", cwd=folder).status == 0
    assert run("profile", "draft", "plan.md", "more.md", cwd=folder).status == 2
