"""Teach planreview what one publisher means by its words and signs.

planreview profile draft FILE            prints a profile of what was seen in a document, to be filled in
planreview profile check PROFILE [FILE]  says whether a profile is understood, and what it leaves open in FILE
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ingest.task import DRAFT_PROFILE, READ_REVIEW
from planreview.cli.flags import add_limits, add_ocr, add_profiles, limits, ocr, profiles
from planreview.errors import Mistake
from planreview.printing import tell
from planreview.reading import apart

OPEN = (
    "status_unknown", "status_missing", "glyph_lost", "legend_not_understood",
    "profile_contradicts_legend", "table_not_understood",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("draft", "check"))
    parser.add_argument("file", metavar="FILE", help="a document to draft from, or the profile to check")
    parser.add_argument("document", metavar="DOCUMENT", nargs="?", help="what the profile is checked against")
    add_limits(parser)
    add_profiles(parser)
    add_ocr(parser)


def run(options: argparse.Namespace) -> int:
    return _draft(options) if options.what == "draft" else _check(options)


def _draft(options: argparse.Namespace) -> int:
    from normalise import Given

    if options.document:
        raise Mistake(f"profile draft takes one document, found {options.document} too")
    draft: str = apart(
        DRAFT_PROFILE, options.file, Path(options.file).name, options.password, Given(), profiles(options),
        ocr(options),
        limits=limits(options), noisy=options.verbose,
    )  # fmt: skip
    print(draft, end="")
    tell("fill in what is open, save it, and read with --profile")
    return 0


def _check(options: argparse.Namespace) -> int:
    from ingest.profiles import find_profiles
    from normalise import Given

    options.profile = options.file
    found = find_profiles(options.file, None)
    if not options.document:
        tell(f"{options.file}: understood")
        return 0
    options.file = options.document
    review = apart(
        READ_REVIEW, options.document, None, options.password, Given(), found, ocr(options),
        limits=limits(options), noisy=options.verbose,
    )  # fmt: skip
    still = [finding for finding in review.findings if finding.code in OPEN]
    for finding in still:
        print(f"page {finding.page}: {finding.code}: {finding.message}")
    rows = len(review.actions) + len(review.indicators)
    tell(f"{options.profile}: understood; {rows} rows of {options.document} read, {len(still)} left open")
    return int(bool(still))
