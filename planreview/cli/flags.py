"""Flags that several verbs share."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from ingest.task import PATIENCE_FOR_OCR, Limits
from planreview.errors import Mistake

if TYPE_CHECKING:
    from normalise import Profiles

DATABASE = "reviews.duckdb"
FORMATS = ("table", "csv", "json", "markdown")


def add_database(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--db", metavar="FILE", default=DATABASE, help="the database (%(default)s)")


def add_choice(parser: argparse.ArgumentParser) -> None:
    """What to show of many publishers and plans; no setting, unlike what `ingest` is told of documents."""
    parser.add_argument(
        "--publisher", dest="only_publisher", metavar="TEXT", help="only with this in the publisher's name"
    )
    parser.add_argument("--plan", dest="only_plan", metavar="TEXT", help="only with this in the plan's name")


def choice(options: argparse.Namespace) -> dict[str, str | None]:
    """Publisher and plan as chosen, for a question to the database."""
    return {"publisher": options.only_publisher, "plan": options.only_plan}


def add_corrections(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--corrections",
        metavar="CSV",
        help="what people decided (beside the database: reviews.corrections.csv)",
    )


def add_format(parser: argparse.ArgumentParser, formats: tuple[str, ...] = FORMATS) -> None:
    parser.add_argument("--format", choices=formats, default="table", help="how to print (%(default)s)")
    parser.add_argument(
        "--json", dest="format", action="store_const", const="json", help="same as --format json"
    )


def add_limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--password", metavar="TEXT", help="opens documents that are locked")
    parser.add_argument(
        "--timeout",
        type=float,
        metavar="SECONDS",
        help=f"for one document ({Limits().seconds:g}, with --ocr {PATIENCE_FOR_OCR:g})",
    )
    parser.add_argument(
        "--memory", type=int, metavar="MB", default=Limits().megabytes, help="for one document (%(default)s)"
    )


def add_profiles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--profile", metavar="TOML", help="what the publisher means by its words and signs")
    parser.add_argument(
        "--profiles", metavar="FOLDER", help="of profiles, each found by its publisher's name"
    )


def profiles(options: argparse.Namespace) -> Profiles:
    """The profiles that the command line or the settings name. Raises ProfileError."""
    from ingest.profiles import find_profiles

    return find_profiles(options.profile, options.profiles)


def add_ocr(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ocr", action="store_true", help="read pages that are pictures, too, if slowly and not surely"
    )


def ocr(options: argparse.Namespace) -> bool:
    """Whether pictures are to be read. Raises Mistake where the extra is not installed."""
    from parsers.scans.ocr import HOW, available

    if _wants_ocr(options) and not available():
        raise Mistake(f"--ocr needs more than is installed; try {HOW}")
    return _wants_ocr(options)


def _wants_ocr(options: argparse.Namespace) -> bool:
    """What the flag says, or a setting in words."""
    return str(getattr(options, "ocr", False)).lower() not in ("false", "0", "no")


def limits(options: argparse.Namespace) -> Limits:
    """What one document may cost: OCR takes its time."""
    usual = PATIENCE_FOR_OCR if _wants_ocr(options) else Limits().seconds
    return Limits(usual if options.timeout is None else options.timeout, options.memory)


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
