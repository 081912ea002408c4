"""The version of the reading: it changes whenever a rule or a word of the vocabulary does."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

#: the floors that decide what is read; the engine's own version file stands for the engine
FLOORS = ("parsers", "normalise")
ENGINE = ("pypdfium2_raw", "version.json")


def extractor_version(release: str) -> str:
    """`release` and a hash of the code, vocabulary and PDF engine that read, such as `0.1.0+5f0c2a9be1d3`."""
    digest = hashlib.sha256()
    for path in _reading_files():
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return f"{release}+{digest.hexdigest()[:12]}"


def _reading_files() -> list[Path]:
    floors = (path for floor in FLOORS for path in sorted(_home(floor).rglob("*")))
    rules = [path for path in floors if path.suffix in (".py", ".toml")]
    engine = _home(ENGINE[0]) / ENGINE[1]
    return [*rules, *([engine] if engine.is_file() else [])]


def _home(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None and spec.origin is not None, f"{package} is not installed"
    return Path(spec.origin).parent
