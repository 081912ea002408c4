"""A database of the sample reviews, ingested once by the real command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planreview.command import Ran, run

SAMPLES = Path(__file__).parents[2] / "samples" / "aldermere"


@pytest.fixture(scope="session")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The database, and what the command that made it left behind."""
    db = tmp_path_factory.mktemp("samples") / "reviews.duckdb"
    return db, run("ingest", SAMPLES, "--db", db, "--json")


@pytest.fixture
def db(ingested: tuple[Path, Ran]) -> Path:
    return ingested[0]


@pytest.fixture(scope="session")
def sample() -> Path:
    """One sample review."""
    return min(SAMPLES.rglob("*.pdf"))
