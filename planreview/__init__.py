"""Read the plan reviews that councils publish as PDF into DuckDB, and ask what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from normalise.review import Review
    from planreview.reviews import Reviews

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "open"]


def extract(
    source: str | Path | bytes,
    *,
    password: str | None = None,
    profile: str | Path | None = None,
    ocr: bool = False,
) -> Review:
    """The review in a document, given as a path or as bytes.

    `review.to_json()` is what `planreview extract` prints. `profile` is a TOML file of what the publisher means by
    its words and signs; `ocr` reads pages that are pictures, too (the extra `ocr`). The document is read in a
    process of its own, within limits. Raises `parsers.Refusal` where nothing can be read.
    """
    from planreview.reading import read_apart

    return read_apart(source, password=password, profile=profile, ocr=ocr)


def open(db: str | Path = "reviews.duckdb") -> Reviews:  # noqa: A001 - `planreview.open` is the contract
    """The reviews in a database, to be asked from Python; it is opened for each question and only to read."""
    from planreview.reviews import Reviews

    return Reviews(db)
