"""Whether the day up to which a review reports can be right: it may be counted from a year that begins in April where
nothing says that it does, be later than the file, or far from the cycle."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from normalise.facts.document import Facts
from normalise.language import cycles, periods, vocabulary
from normalise.profile import NO_PROFILE, in_force
from normalise.review import Finding
from parsers.block import Block, Table

SPARE = dt.timedelta(days=31)  # a report may be made in the last month of what it reports on
YEAR = dt.timedelta(days=366)
NO_STAMP = dt.date(2001, 1, 1)  # what programs write that do not tell the day is before it
ABOUT = None, "review", None, "as_at"  # page, kind, subject, field


def doubts(known: Facts, blocks: Sequence[Block], made: dt.date | None) -> Iterator[Finding]:
    """Findings about the review's day; `made` is the day on which the file was, None where it does not say."""
    if known.as_at is None:
        return
    if known.counted and not _begins_as_counted(known, blocks):
        message = (
            f"no day is printed, and {known.as_at} is counted as if the year began in April, which nothing shows; "
            "--as-at says it surely, or year_starts in a profile"
        )
        yield Finding("warning", "as_at_counted", message, *ABOUT)
    if made is not None and NO_STAMP < made < known.as_at - SPARE:
        message = f"{known.as_at} is later than {made}, when the file was made; --as-at says it surely"
        yield Finding("warning", "as_at_unlikely", message, *ABOUT)
    usual = cycles.cycle_of(known.cycle or "")
    if usual and usual.as_at and abs(known.as_at - usual.as_at) > YEAR:
        message = f"{known.as_at} is far from the cycle, {known.cycle}; --as-at says it surely"
        yield Finding("warning", "as_at_unlikely", message, *ABOUT)


def _begins_as_counted(known: Facts, blocks: Sequence[Block]) -> bool:
    """True where a profile knows when the year begins, or a body of a kind whose year begins in April publishes (a
    school term needs none), and no sign of another country is printed, or else one of the United Kingdom is."""
    if in_force() is not NO_PROFILE:
        return True
    if not _is_of_april(known.publisher or "") and not periods.TERM.search(known.cycle or ""):
        return False
    printed = "\n".join([known.publisher or "", *_texts(blocks)])
    return not _holds(printed, "elsewhere") or _holds(printed, "british")


def _is_of_april(publisher: str) -> bool:
    data = vocabulary.load("publishers")
    return publisher in data["places"]["names"] or any(word in publisher for word in data["year"]["april"])


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell.text for cell in block.cells)
        else:
            yield block.text


def _holds(text: str, signs: str) -> bool:
    """True for a text with one of these words or signs of money, whole and in its own case.

    It may be a whole document's: most words are not in it at all, which is told without a pattern.
    """
    words = vocabulary.load("publishers")["year"][signs]
    return any(word in text and _whole(word).search(text) for word in words)


@lru_cache(maxsize=256)
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if word[-1].isalnum() else re.escape(word))
