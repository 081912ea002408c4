"""Read documents and load their reviews.

A SOURCE is a PDF or a text made from one, a folder, a glob pattern, an http(s) address, or a manifest: a CSV
with the columns source, publisher, plan, cycle, as_at, password. Each document is read in a process of its
own with limits of time and memory. One that cannot be read is recorded with its reason, and the rest goes on.
"""

from __future__ import annotations

import argparse
import datetime as dt
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ingest.pool import Pool
from ingest.task import READ_REVIEW
from planreview import __version__
from planreview.cli.flags import (
    add_corrections,
    add_database,
    add_limits,
    add_ocr,
    add_profiles,
    cores,
    limits,
    ocr,
    profiles,
)

if TYPE_CHECKING:
    from ingest.reader import Reader
    from ingest.sources import Entry


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="SOURCE")
    add_database(parser)
    add_corrections(parser)
    parser.add_argument(
        "--jobs", type=int, default=cores(), metavar="N", help="documents read at once (%(default)s)"
    )
    add_limits(parser)
    add_profiles(parser)
    add_ocr(parser)
    unsaid = "where the document does not say it, or says it wrongly"
    parser.add_argument("--publisher", metavar="TEXT", help=f"who publishes it, {unsaid}")
    parser.add_argument("--plan", metavar="TEXT", help=f"the plan's name, {unsaid}")
    parser.add_argument("--cycle", metavar="TEXT", help=f"such as '2016-17 mid-year', {unsaid}")
    parser.add_argument(
        "--as-at", type=dt.date.fromisoformat, metavar="YYYY-MM-DD", help="the day it speaks of"
    )
    parser.add_argument("--force", action="store_true", help="read again what is known already")
    parser.add_argument(
        "--strict", action="store_true", help="exit status 1 where anything was refused or needs a look"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a document")


def run(options: argparse.Namespace) -> int:
    begun = time.monotonic()
    with Pool(READ_REVIEW, jobs=options.jobs, limits=limits(options), noisy=options.verbose) as pool:
        pool.warm()
        # each import takes about as long as what a worker does meanwhile: start, then read the first document
        with TemporaryDirectory(prefix="planreview-") as downloads:
            entries, reader = _begin(options, pool, Path(downloads))
            from planreview.loading import load

            return load(options, entries, reader, begun)


def _begin(options: argparse.Namespace, pool: Pool, downloads: Path) -> tuple[list[Entry], Reader]:
    """The documents that are meant, and a reader; where there is no database yet, it has begun to read."""
    from ingest.reader import Reader
    from ingest.sources import find_entries
    from ingest.version import extractor_version
    from normalise import Given

    given = Given(options.publisher, options.plan, options.cycle, options.as_at)
    entries = list(find_entries(options.sources, given, options.password))
    reader = Reader(pool, extractor_version(__version__), downloads, profiles(options), ocr(options))
    if not Path(options.db).exists():
        reader.foresee(entries[: options.jobs])
    return entries, reader
