"""One document to Review JSON on stdout, without a database."""

from __future__ import annotations

import argparse

from ingest.task import READ_REVIEW
from planreview.cli.flags import add_limits, add_ocr, add_profiles, limits, ocr, profiles
from planreview.reading import apart


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    add_limits(parser)
    add_profiles(parser)
    add_ocr(parser)
    parser.add_argument("--json", action="store_true", help="it is JSON anyway")


def run(options: argparse.Namespace) -> int:
    from normalise import Given

    review = apart(
        READ_REVIEW, options.file, None, options.password, Given(), profiles(options), ocr(options),
        limits=limits(options), noisy=options.verbose,
    )  # fmt: skip
    from normalise.serialise import review_json

    print(review_json(review))
    return 0
