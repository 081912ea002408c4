"""Flags that several verbs share."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from ingest.task import Limits

if TYPE_CHECKING:
    from normalise import Profiles

DATABASE = "reviews.duckdb"
FORMATS = ("table", "csv", "json", "markdown")


def add_database(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--db", metavar="FILE", default=DATABASE, help="the database (%(default)s)")


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
        default=Limits().seconds,
        help="for one document (%(default)g)",
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


def limits(options: argparse.Namespace) -> Limits:
    return Limits(options.timeout, options.memory)


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
