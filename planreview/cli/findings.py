"""What a person should look at, the gravest first."""

from __future__ import annotations

import argparse

from planreview.asking import ask
from planreview.cli.flags import add_choice, add_database, add_format, choice
from planreview.printing import print_rows

SHOWN = ("severity", "code", "file_name", "page", "subject", "field", "message")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_database(parser)
    add_choice(parser)
    severities = ("error", "warning", "info")
    parser.add_argument(
        "--severity", choices=severities, default="info", help="this and graver (%(default)s)"
    )
    parser.add_argument("--review", metavar="TEXT", help="only of reviews with this in their id")
    parser.add_argument(
        "--document", metavar="TEXT", help="only of documents with this in their name, or id's start"
    )
    parser.add_argument("--code", help="only with this code")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    answer = ask(
        options.db, "findings",
        severity=options.severity, review=options.review, document=options.document, code=options.code,
        **choice(options),
    )  # fmt: skip
    print_rows(*(answer.only(SHOWN) if options.format == "table" else answer), options.format)
    return 0
