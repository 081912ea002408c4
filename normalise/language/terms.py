"""Terms of schools and colleges that headings name: by their season, `Autumn 2`, or by their number, `Term 2`."""

from __future__ import annotations

import re

HALF_TERM = 2  # months
SEASON_MONTHS = 4
#: with the number of its half-term behind it: `Autumn 2`
SEASON = re.compile(
    r"\b(?P<season>spring|summer|autumn|fall|winter|spr|aut)\b(?:(?:\s+term)?\s?(?P<half>[12])\b(?!\s*[-–/.]\s*\d))?",
    re.IGNORECASE,
)
SEASON_ENDS = {
    "spring": 4,
    "summer": 7,
    "autumn": 11,
    "fall": 11,
    "winter": 2,
    "spr": 4,
    "aut": 11,
}  # month, of terms and seasons alike
#: one of three, four or six in a year; no part of a plan's: `Long term 1-3 years`
NUMBERED = re.compile(
    r"(?<!short[ -])(?<!medium[ -])(?<!long[ -])(?<!near[ -])"
    r"(?:\b(?:(?:half[ -])?term|trimester|ht)\.?\s?(?P<number>[1-6])\b(?!\s*[-–/.]\s*\d)"
    r"|\b(?P<nth>[1-4](?=st|nd|rd|th)|first|second|third|fourth)(?:st|nd|rd|th)?\s+term\b)",
    re.IGNORECASE,
)


def in_season(found: re.Match[str]) -> tuple[int, int]:
    """The last month of a term or season, or of one half of it, and its months."""
    ends = SEASON_ENDS[found["season"].lower()]
    if not found["half"]:
        return ends, SEASON_MONTHS
    return ends - HALF_TERM * (found["half"] == "1"), HALF_TERM


def is_numbered(heading: str) -> bool:
    """True for a term by its number alone, which has an order and no place in the calendar."""
    return NUMBERED.search(heading) is not None and SEASON.search(heading) is None
