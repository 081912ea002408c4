"""Which seeds a test of any input draws from: `SEEDS_FROM=5000 pytest -k any` tries others than every run does."""

from __future__ import annotations

import os


def seeds(count: int) -> range:
    first = int(os.environ.get("SEEDS_FROM", "0"))
    return range(first, first + count)
