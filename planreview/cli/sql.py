"""Ask the database in SQL: read-only, with every door to files and networks shut, and with a time limit.

The views are described in docs/schema.md; `planreview sql "describe actions"` lists a view's columns.
"""

from __future__ import annotations

import argparse
import sys

from planreview.cli.flags import add_database, add_format
from planreview.printing import print_rows
from warehouse.query import SECONDS, query
from warehouse.store import Warehouse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="SQL", help="one statement, or - to read it from stdin")
    add_database(parser)
    parser.add_argument("--seconds", type=float, default=SECONDS, metavar="N", help="at most (%(default)g)")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    statement = sys.stdin.read() if options.query == "-" else options.query
    with Warehouse.open(options.db, read_only=True) as store:
        result = query(store.con, statement, seconds=options.seconds)
    print_rows(result.columns, result.rows, options.format)
    return 0
