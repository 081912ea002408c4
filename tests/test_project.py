"""The project's own files: what a fresh clone relies on."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
LOCK = (HOUSE / "requirements.lock").read_text()
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]


def test_the_lock_names_packages_and_nothing_of_the_machine_that_made_it() -> None:
    for line in LOCK.splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .*)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line), line


@pytest.mark.parametrize("requirement", [*PROJECT["dependencies"], *EXTRAS["dev"], *EXTRAS["ocr"]])
def test_every_dependency_is_locked(requirement: str) -> None:
    name = re.match(r"[\w-]+", requirement)
    assert name
    assert re.search(rf"^{name.group()}==", LOCK, re.MULTILINE)


@pytest.mark.parametrize("requirement", [*PROJECT["dependencies"], *EXTRAS["ocr"]])
def test_every_dependency_has_its_line_in_the_readme(requirement: str) -> None:
    name = re.match(r"[\w-]+", requirement)
    assert name
    assert re.search(rf"^\| {name.group()} \|", (HOUSE / "README.md").read_text(), re.MULTILINE)


def test_every_target_of_the_makefile_says_what_it_is_for() -> None:
    makefile = (HOUSE / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    listed = subprocess.run(["make", "-s", "help"], cwd=HOUSE, capture_output=True, text=True, check=True)
    assert {line.split()[0] for line in listed.stdout.splitlines()} == targets
