"""`python -m bench`: milliseconds a page side by side, ratios, a cold start, memory against length."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.documents import documents, joined
from bench.measure import Measure, measure_apart

PEERS = ("ours", "pdfplumber_tables", "camelot_lattice", "floor")
REPEATS = 2
SHORT, LONG = 11, 400


def main() -> None:
    files = documents()
    pages = sum(files.values())
    print(f"{len(files)} documents, {pages} pages, Python {sys.version.split()[0]}; best of {REPEATS}\n")
    print(f"{'':44}{'ms a page':>10}{'planreview is':>18}")
    measures = [measure_apart(peer, list(files), REPEATS) for peer in PEERS]
    for measure in measures:
        print(f"{measure.name:44}{1000 * measure.seconds / pages:10.1f}{_ratio(measures[0], measure):>18}")
    one = min(files, key=lambda path: abs(files[path] - SHORT))
    print(f"\ncold start, `planreview ingest` of {files[one]} pages: {_cold_start(one):.2f} s")
    print("\npeak memory of planreview, MB")
    for pages, peak in _peaks(one):
        print(f"{pages:6} pages {peak:8.0f}")


def _ratio(ours: Measure, other: Measure) -> str:
    if other is ours:
        return ""
    ratio = other.seconds / ours.seconds
    return f"{ratio:.1f} x faster" if ratio >= 1 else f"{1 / ratio:.1f} x slower"


def _cold_start(path: Path) -> float:
    with TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "planreview",
            "ingest",
            str(path),
            "--db",
            f"{folder}/reviews.duckdb",
        ]
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - begun


def _peaks(path: Path) -> list[tuple[int, float]]:
    with TemporaryDirectory() as folder:
        short, long = Path(folder) / "short.pdf", Path(folder) / "long.pdf"
        pages = {file: joined(path, least, file) for file, least in ((short, SHORT), (long, LONG))}
        return [(pages[file], measure_apart("ours", [file]).peak) for file in (short, long)]


if __name__ == "__main__":
    main()
