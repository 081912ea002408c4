"""The .sql files of this floor, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def statement(name: str) -> str:
    """The text of `warehouse/sql/<name>.sql`."""
    return files("warehouse").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


@cache
def script(name: str) -> tuple[str, ...]:
    """The statements of a file that has several; parameters can only be bound to one at a time."""
    return tuple(part.strip() for part in statement(name).split(";\n") if part.strip())


def migrations() -> list[tuple[int, str, str]]:
    """Number, name and text of each migration, in order."""
    found = files("warehouse").joinpath("migrations").iterdir()
    scripts = sorted((entry.name, entry) for entry in found if entry.name.endswith(".sql"))
    return [(int(name[:4]), name[5:-4], entry.read_text(encoding="utf-8")) for name, entry in scripts]
