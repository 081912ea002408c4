"""planreview's whole way: read, understand, load. Each round loads into a warehouse that knows none of the documents:
to replace what is known costs more, and is another task."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.reading import read_review
from warehouse import Source, Warehouse

NAME = "planreview, whole: read, understand, load"
THE_DAY = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

_open: list[tuple[TemporaryDirectory[str], Warehouse]] = []


def begin() -> None:
    """Open an empty warehouse for what is read from here on."""
    while _open:
        folder, store = _open.pop()
        store.close()
        folder.cleanup()
    folder = TemporaryDirectory(prefix="planreview-bench-")
    _open.append((folder, Warehouse.open(Path(folder.name) / "bench.duckdb")))


def read_document(path: Path) -> None:
    review = read_review(str(path), None, None)
    source = Source(str(path), path.name, path.stat().st_size, review.document.sha256)
    _, store = _open[-1]
    store.load(source, review, extractor_version="bench", ingested_at=THE_DAY)
