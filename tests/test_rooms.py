"""Each room of a floor imports only from the floor's ground and the rooms before it: no two need each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
#: rooms from the ground up; the modules beside them are a floor's ground, but for its way in and what leads through it
ROOMS = {
    "parsers": (
        "pdf", "scans", "text", "transcripts", "grids", "cells", "tagged", "stacks", "whitespace", "ruled",
    ),
    "normalise": (
        "language", "prose", "signs", "columns", "cards", "keys", "rows", "facts", "statuses", "headings", "items",
        "checks",
    ),
}  # fmt: skip
HALLS = {
    "parsers": ("__init__", "document", "imposed", "layout"),
    "normalise": ("__init__", "understanding", "arranging", "profile_form", "profile_draft"),
}
MODULES = [path for floor in ROOMS for path in sorted((HOUSE / floor).rglob("*.py"))]
GROUND = -1


def storey(floor: str, parts: tuple[str, ...]) -> int:
    """How high a module stands on its floor: its room's place, the ground below all, a hall above."""
    if len(parts) > 1:
        return ROOMS[floor].index(parts[0])
    return len(ROOMS[floor]) if parts[0] in HALLS[floor] else GROUND


def imported(floor: str, source: str) -> Iterator[tuple[str, ...]]:
    """The modules of its own floor that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == floor:
            inside = node.module.split(".")[1:]
            named = [(*inside, alias.name) for alias in node.names]
            files = [HOUSE.joinpath(floor, *parts).with_suffix(".py").is_file() for parts in named]
            yield from (parts if file else tuple(inside) for parts, file in zip(named, files, strict=True))
        elif isinstance(node, ast.Import):
            yield from (tuple(a.name.split(".")[1:]) for a in node.names if a.name.startswith(f"{floor}."))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_import_climbs_to_a_room_above(path: Path) -> None:
    floor, *parts = path.relative_to(HOUSE).with_suffix("").parts
    if parts[-1] == "__init__" and len(parts) == 1:
        return
    own = storey(floor, tuple(parts))
    above = [
        ".".join(other)
        for other in imported(floor, path.read_text(encoding="utf-8"))
        if other and storey(floor, other) > own
    ]
    assert above == []


@pytest.mark.parametrize("floor", ROOMS)
def test_every_room_says_what_it_is_for_as_the_documentation_does(floor: str) -> None:
    told = (HOUSE / "docs" / "rooms.md").read_text(encoding="utf-8")
    assert {path.parent.name for path in (HOUSE / floor).glob("*/__init__.py")} == set(ROOMS[floor])
    for room in ROOMS[floor]:
        source = (HOUSE / floor / room / "__init__.py").read_text(encoding="utf-8")
        said = ast.get_docstring(ast.parse(source)) or ""
        assert said
        assert f"| `{floor}/{room}/` | {' '.join(said.split())} |" in told


def test_a_climb_between_rooms_is_seen() -> None:
    source = "def f():\n from normalise.checks import ledger\nfrom normalise.review import Review"
    assert {*imported("normalise", source)} == {("checks", "ledger"), ("review",)}
    assert storey("normalise", ("checks", "ledger")) > storey("normalise", ("language", "words")) > GROUND
