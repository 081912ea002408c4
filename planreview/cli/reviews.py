"""What is loaded: one row a review, with a count for each status."""

from __future__ import annotations

import argparse

from planreview.asking import ask
from planreview.cli.flags import add_choice, add_database, add_format, choice
from planreview.printing import print_rows

SHOWN = ("publisher", "plan", "cycle", "as_at", "actions")
STATUSES = (
    "completed", "on_schedule", "behind_schedule", "off_track",
    "not_started", "paused", "cancelled", "no_information", "unknown",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_database(parser)
    add_choice(parser)
    parser.add_argument("--review", metavar="TEXT", help="only those with this in their id")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    answer = ask(options.db, "reviews", review=options.review, **choice(options))
    if options.format == "table":
        used = [name for name in STATUSES if any(row[name] for row in answer.dicts())]
        answer = answer.only((*SHOWN, *used, "indicators", "findings"))
    print_rows(*answer, options.format)
    return 0
