"""Write every view as a file, for a spreadsheet (CSV) or another engine (Parquet)."""

from __future__ import annotations

import argparse

from planreview.cli.flags import add_database
from planreview.printing import tell
from warehouse.export import KINDS, export_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("directory", metavar="DIR", help="made where it is not there")
    add_database(parser)
    parser.add_argument("--format", choices=KINDS, default="csv", help="(%(default)s)")


def run(options: argparse.Namespace) -> int:
    written = export_file(options.db, options.directory, options.format)
    for path in written:
        print(path)
    tell(f"{len(written)} files in {options.directory}")
    return 0
