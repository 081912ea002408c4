"""Write every view as a file: for a spreadsheet (csv, xlsx) or for other programs (parquet, jsonl, datapackage)."""

from __future__ import annotations

import argparse

from planreview.cli.flags import add_choice, add_database, choice
from planreview.printing import tell
from warehouse.export import KINDS, export_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("directory", metavar="DIR", help="made where it is not there")
    add_database(parser)
    add_choice(parser)
    parser.add_argument("--format", choices=KINDS, default="csv", help="(%(default)s)")
    parser.add_argument(
        "--partitioned", action="store_true", help="Parquet in folders by publisher and cycle"
    )


def run(options: argparse.Namespace) -> int:
    written = export_file(
        options.db, options.directory, options.format, partitioned=options.partitioned, **choice(options)
    )
    for path in written:
        print(path)
    tell(f"{len(written)} file{'' if len(written) == 1 else 's'} in {options.directory}")
    return 0
