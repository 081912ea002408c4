"""Each floor imports only from the floors below it, inside functions too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
FLOORS = ("parsers", "normalise", "warehouse", "ingest", "desk", "planreview")
MODULES = [path for floor in FLOORS for path in sorted((HOUSE / floor).rglob("*.py"))]
#: outside the house: may be used by it for nothing
YARD = ("tests", "bench", "samples")


def imported(source: str) -> Iterator[str]:
    """Top-level packages that a module imports by name, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0] if not node.level else "relative"
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module") and node.args:
            yield str(getattr(node.args[0], "value", "")).split(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_import_climbs(path: Path) -> None:
    floor = FLOORS.index(path.relative_to(HOUSE).parts[0])
    above = {*FLOORS[floor + 1 :], *YARD, "relative"}
    assert not above & set(imported(path.read_text(encoding="utf-8")))


def test_a_climb_is_seen_wherever_it_hides() -> None:
    source = "def f():\n from warehouse.store import X\n import ingest.run\n import_module('planreview.cli')"
    assert {"warehouse", "ingest", "planreview"} <= set(imported(source))
