"""The real command line, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


def run(*words: object, cwd: Path | None = None, stdin: str | None = None, **environment: str) -> Ran:
    """Run `planreview` with these words."""
    done = subprocess.run(
        [sys.executable, "-m", "planreview", *map(str, words)],
        capture_output=True, text=True, check=False, cwd=cwd, input=stdin, env={**os.environ, **environment},
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)
