"""What the tests of all floors share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

HOUSE = Path(__file__).parents[1]

settings.register_profile("busy", deadline=None)  # a busy machine makes no test fail
settings.load_profile("busy")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own PLANREVIEW_* variables do not change what the tests see."""
    for name in [name for name in os.environ if name.startswith("PLANREVIEW_")]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _house_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that a test starts find the house, wherever they are started."""
    paths = [str(HOUSE), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
