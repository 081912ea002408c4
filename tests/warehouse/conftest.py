from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from warehouse import Warehouse


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once: a copy of it is quicker than another."""
    path = tmp_path_factory.mktemp("blank") / "blank.duckdb"
    Warehouse.open(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.duckdb"


@pytest.fixture
def warehouse(blank: Path, path: Path) -> Iterator[Warehouse]:
    shutil.copy(blank, path)
    with Warehouse.open(path) as opened:
        yield opened
