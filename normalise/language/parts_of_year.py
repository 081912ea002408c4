"""Parts of a year, such as months, terms and quarters, that headings name, and ratings for one of them."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from normalise.language.words import load, plain, shades, unbracketed

PAIR = "|".join(f"{first:02d} {first + 1:02d}" for first in range(10, 60))  # `25/26`, two years that follow
YEAR = rf"(?:(?:fy ?)?20\d\d(?: \d\d(?:\d\d)?)?|fy ?\d\d(?: \d\d)?|{PAIR})"
YEARS = "years"  # a kind of part of its own: ratings of whole years
LONE_YEAR = re.compile(rf"\b{YEAR}\b|(?<=[a-z]) \d\d$")
#: `06/25` beside a rating's word: a month of a year, and no pair of years
MONTH_OF_YEAR = re.compile(r"\b(?P<month>0?[1-9]|1[0-2])[/.](?:20)?[2-4]\d\b")


@lru_cache(maxsize=4096)
def part_of_year(heading: str) -> tuple[str, int] | None:
    """The part of a year that a heading names and nothing else: its kind (`months`) and its place there, from 1."""
    if (month := MONTH_OF_YEAR.search(heading)) and is_rating(heading):
        heading = (
            f"{heading[: month.start()]} {calendar.month_abbr[int(month['month'])]} {heading[month.end() :]}"
        )
    words = " ".join(LONE_YEAR.sub(" ", _with_part(heading)).split())
    said = [w for w in words.split() if w not in shades()["rating"]]
    if words and not said and (year := LONE_YEAR.search(plain(heading))):  # a rating's: `2024/25 RAG`
        return YEARS, int(year[0].split()[-1][-2:])
    if len(said) < len(words.split()):  # a rating's: `Autumn review RAG`
        said = [w for w in said if w not in shades()["occasions"]]
    return _parts_of_year().get(" ".join(said))


def _with_part(heading: str) -> str:
    """A heading's plain words; of a rating with what stands in brackets, `Status (Q2)`, where it names a part."""
    words = plain(heading)
    return unbracketed(heading) if words in shades()["rating"] else words


def is_rating(heading: str) -> bool:
    """True for a heading with a rating's word in it: `RAG Autumn`."""
    return any(word in shades()["rating"] for word in plain(heading).split())


def within(heading: str) -> tuple[tuple[str, int], str] | None:
    """The part of a year at a heading's beginning or end, and what else it says: `position` of `Position at Q1`."""
    words = [w for w in plain(heading).split() if w not in load("headings")["times"]["prepositions"]]
    for length in range(len(words) - 1, 0, -1):
        for part, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            if found := _parts_of_year().get(" ".join(part)):
                return found, " ".join(rest)
    return None


@lru_cache(maxsize=1)
def _parts_of_year() -> dict[str, tuple[str, int]]:
    kinds = load("headings")["parts_of_year"]
    return {name: (kind, n) for kind in kinds for n, names in enumerate(kinds[kind], 1) for name in names}


def without_month(heading: str) -> str:
    """A rating's heading without the month that it is for: `RAG` of `RAG 06/25`."""
    return MONTH_OF_YEAR.sub(" ", heading) if is_rating(heading) else heading
