"""Measure one peer, in a process of its own: `python -m bench.measure PEER REPEATS FILE...` prints JSON.

`seconds` is the sum over the files of the best of the repeats, start-up and imports left out; `peak` is the
largest resident memory of the process in MB.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple


class Measure(NamedTuple):
    name: str
    seconds: float
    peak: float


def measure_apart(peer: str, files: list[Path], repeats: int = 1) -> Measure:
    """A peer's figures over the files, measured in a fresh process."""
    command = [sys.executable, "-m", "bench.measure", peer, str(repeats), *map(str, files)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Measure(*json.loads(done.stdout.splitlines()[-1]))


def measure(peer: str, repeats: int, files: list[Path]) -> Measure:
    """A peer's figures over the files, in this process."""
    module = import_module(f"bench.peers.{peer}")
    if repeats > 1:
        _round(module, files[:1])  # what is imported or built at first use is not counted
    rounds = [_round(module, files) for _ in range(repeats)]
    seconds = sum(map(min, zip(*rounds, strict=True)))
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Measure(module.NAME, seconds, kilobytes / 1024)


def _round(module: ModuleType, files: list[Path]) -> list[float]:
    """The seconds that each file takes; a peer that keeps what it has read begins each round anew, uncounted."""
    getattr(module, "begin", lambda: None)()
    return [_timed(module.read_document, file) for file in files]


def _timed(read: Callable[[Path], None], file: Path) -> float:
    begun = time.perf_counter()
    read(file)
    return time.perf_counter() - begun


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]), [Path(name) for name in sys.argv[3:]])))
