"""Days that a text prints: up to when it reports, when a body meets, when a plan was adopted or a report made."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from normalise.language.dates import (
    DAY_MONTH_YEAR,
    DAY_MONTH_YEAR_JOINED,
    DIGIT,
    MONTH_DAY_YEAR,
    date_of,
    financial_year,
    unnamed,
)
from normalise.language.periods import ANY_MONTH

ANY_DAY = "|".join(unnamed(p.pattern) for p in (DAY_MONTH_YEAR, DAY_MONTH_YEAR_JOINED, MONTH_DAY_YEAR))
#: the first and the last day or month of what is reported on: `1 October to 31 December 2024`, `July - September 2025`
SPAN = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{ANY_MONTH}(?:\s+20\d\d)?\s*(?:to|until|[-–—])\s*"
    rf"(?P<end>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{ANY_MONTH},?\s+20\d\d)\b",
    re.IGNORECASE,
)
DATE = re.compile(
    rf"{ANY_DAY}|\b{ANY_MONTH}[ -]+(?:20)?\d\d\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:20)?\d\d\b", re.IGNORECASE
)
#: the day up to which a review reports, said in running text
REPORTED_TO = re.compile(
    r"\bas (?:at|of)\b|\bperiod\b|\bend(?:ing|ed)\b|\bto (?:the )?end of\b"
    r"|\b(?:position|status|progress|update) (?:at|on|to)\b"
    rf"|\b(?:position|status|progress|ratings?)\b[^.;:]{{0,80}}\bat (?:the )?end of(?= (?:{DATE.pattern}))"
    rf"|\b(?:through|st(?:ands?|ood) (?:at|on))(?= (?:the end of )?(?:{DATE.pattern}))"
    rf"|\b(?:data|figures|position)(?: (?:is|are|was|were|correct|shown|taken|up))* (?:at|to|for)"
    rf"(?= (?:the )?(?:end of )?(?:{DATE.pattern}))",
    re.IGNORECASE,
)
NEAR = 40  # characters between such words and the day that they are about
#: and the last day of the time that begins on that day: `period 01/07/2024 to 30/06/2025`
LAST = re.compile(
    rf",?\s*(?:\b(?:to|until|through)\b|(?P<and>\band\b)|[-–—])\s*(?:{DATE.pattern})", re.IGNORECASE
)
#: what before a day says that it is no meeting's: `Report to the Board: position at 30 November 2025`
REPORTED = (
    r"\b(?:as (?:at|of)|(?:position|data|figures|status|progress) (?:at|to)|(?:period|quarter|months|year) ended)\b"
    rf"|\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{ANY_MONTH}(?: 20\d\d)? ?(?:to|until|[-–—]) ?\d"
)
#: the body to which a report goes, with the day on which it meets: no day up to which anything is reported
MEETING = re.compile(
    r"[^.;–—|()]*\b(?:committee|cabinet|board|panel|executive|governors|commission|forum|meeting|assembly"
    r"|council(?! (?:plan|delivery|strategic|improvement|business)\b))\b"
    rf"(?:\s[–—|]\s)?(?:(?!{REPORTED})[^.;–—|()]){{0,40}}?(?:{ANY_DAY})"
    rf"|[^.;–—|()]*\b(?:committee|cabinet|board|panel|commission|forum),? {ANY_MONTH} 20\d\d\b",
    re.IGNORECASE,
)

#: when a plan was adopted: no day up to which anything is reported
ADOPTED = re.compile(
    r"\b(?:adopted|approved|endorsed|ratified|amended|launched|in force|in effect|effective)\b[^.;–—|()]{0,40}?"
    rf"(?:{DATE.pattern}|\b20\d\d\b(?!\s*[-–/]))",
    re.IGNORECASE,
)
#: when a report or its data was made or handed in, behind what it reports on: `November 2025 (data extracted 3 December
#: 2025)`
MADE = re.compile(
    r"\b(?:(?:data|report|figures|information) )?(?:(?:was|were|is|are) )?"
    r"(?:extracted|downloaded|exported|generated|produced|printed|run|published|issued|prepared|compiled|laid|presented"
    rf"|submitted|tabled)\b[^.;–—|()\d]{{0,40}}(?:{DATE.pattern})",
    re.IGNORECASE,
)


def without_when_made(text: str) -> str:
    """A text without when it was made, where it also names the time that it reports on."""
    told = MADE.sub(" ", text) if DIGIT.search(text) else text
    return told if told != text and (DATE.search(told) or financial_year(told)) else text


def said(text: str) -> dt.date | None:
    """The day up to which a text reports: the end of a span, what `as at` stands before, else its last date."""
    for part in (*_ends(text), text):
        if day := date_of(part) or date_of(part, month_first=True):
            return day
    return None


def reported_to(text: str) -> dt.date | None:
    """The day that a text says it reports up to, in so many words or as the end of a span; None for any other date."""
    return next(
        (day for part in _ends(text) if (day := date_of(part) or date_of(part, month_first=True))), None
    )


def _ends(text: str) -> Iterator[str]:
    """The parts of a text that say up to when it reports."""
    if not DIGIT.search(text):
        return
    yield from (found["end"] for found in SPAN.finditer(text))
    for found in REPORTED_TO.finditer(text):
        first = DATE.search(text, found.end())  # that begins near: none is cut off
        if first and first.start() < found.end() + NEAR:
            last = LAST.match(text, first.end()) if found[0].lower() == "period" else None
            between = "between" in text[found.end() : first.start()].lower()
            whole = last is None or (last["and"] and not between)
            yield text[found.end() : first.end()] if whole or last is None else last[0]


def without_meeting(text: str) -> str:
    """A text without the body that meets about it, and the day on which it does."""
    return MEETING.sub(" ", text)
