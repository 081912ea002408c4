"""Every document that was read or refused, and why."""

from __future__ import annotations

import argparse

from planreview.asking import ask
from planreview.cli.flags import add_choice, add_database, add_format, choice
from planreview.printing import print_rows

SHOWN = ("file_name", "outcome", "code", "message", "page_count", "review_id", "ink_coverage")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_database(parser)
    add_choice(parser)
    parser.add_argument("--outcome", choices=("loaded", "partial", "refused"), help="only these")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    answer = ask(options.db, "documents", outcome=options.outcome, **choice(options))
    print_rows(*(answer.only(SHOWN) if options.format == "table" else answer), options.format)
    return 0
