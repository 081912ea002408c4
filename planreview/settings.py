"""Settings that hold for every command: a flag wins over PLANREVIEW_*, which wins over planreview.toml."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from planreview.errors import Mistake

FILE = "planreview.toml"
PREFIX = "PLANREVIEW_"
#: what may be set outside the command line; the same names as the flags
NAMES = (
    "db", "jobs", "timeout", "memory", "publisher", "plan", "password", "corrections", "by", "profile",
    "profiles", "ocr",
)  # fmt: skip


def settings(folder: Path = Path(), environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Settings by flag name, as text. Raises Mistake for a file or a name that is not understood."""
    return {**_from_file(folder / FILE), **_from_environment(environment)}


def _from_file(path: Path) -> dict[str, str]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise Mistake(f"{path}: {error}; expected lines such as db = 'reviews.duckdb'") from error
    for name in found:
        if name not in NAMES:
            raise Mistake(f"{path}: found the setting {name!r}; expected any of {', '.join(NAMES)}")
    return {name: str(value) for name, value in found.items()}


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    named = {name: environment.get(PREFIX + name.upper()) for name in NAMES}
    return {name: value for name, value in named.items() if value}
