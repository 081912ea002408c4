"""Correct what was read, or say that it is right; kept in a CSV, and applied at every ingest.

planreview correct REVIEW SUBJECT FIELD=VALUE...     put a value right
planreview correct REVIEW review publisher=NAME...   a fact of the review itself
planreview correct link REVIEW SUBJECT EARLIER SUBJECT     one thread; unlink: two
planreview correct accept FINDING_ID                 the value is right
planreview correct                                   apply what was written into the file by hand

A REVIEW is a part of its id; a SUBJECT is an id, refs and number as printed ('1.1 / 2'), or a part of its text.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from planreview.cli.flags import add_corrections, add_database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD")
    add_database(parser)
    add_corrections(parser)
    parser.add_argument("--why", metavar="TEXT", help="the reason; needed for every decision")
    parser.add_argument("--by", metavar="NAME", help="who decides (the login name)")
    parser.add_argument("--undo", metavar="ID", help="take an earlier correction back")
    parser.add_argument(
        "--import", dest="file", type=Path, metavar="CSV", help="add the lines of another file"
    )
    parser.add_argument("--list", action="store_true", help="all corrections, and where each stands")
    parser.add_argument("--json", action="store_true", help="the corrections as JSON")


def run(options: argparse.Namespace) -> int:
    from planreview.correcting import run_correct

    return run_correct(options)
