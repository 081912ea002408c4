"""The bodies that a review goes to, and the days on which they meet: up to none of these is anything reported."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from normalise.facts.publisher import PLAN_WORDS, names_a_body
from normalise.language import cycles, dates, printed_days
from normalise.prose import covering
from normalise.prose.texts import Text

#: the last words of a line that names a body which meets, `Overview and Scrutiny Committee`, `Cabinet (Public)`
BODY = re.compile(
    r"(?!.*\bto\b)(?:.*\b(?:committee|cabinet|board|panel|executive|governors|trustees|commission|forum|assembly"
    r"|(?:council|committee|board) meeting)|(?:full |county |city |town |borough )?council)\s*(?:\([^()]*\))?",
    re.IGNORECASE,
)
#: a line that says to whom a report goes
ADDRESSED = re.compile(
    r"(?:report to|(?:presented|submitted|reported) to|laid before|meeting of|(?:meeting|committee|to)\s*:)\s*\S.*",
    re.IGNORECASE,
)
#: the number of a paper before the day on which it is handed in: `R.88/2025 – 22 July 2025`
NUMBERED = re.compile(r"[A-Z]{1,4}[. ]{0,2}\d{1,4}/(?:20)?\d\d\s*[,–—-]\s*")
#: a day and nothing else, but its label, its weekday and the hour
ALONE = re.compile(
    r"(?:(?:date|held|on)\b\s*:?\s*)?(?:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the )?)?"
    rf"(?:{printed_days.DATE.pattern})(?:,?\s+(?:at )?\d{{1,2}}(?:[.:]\d\d)?\s?(?:am|pm|noon)?)?",
    re.IGNORECASE,
)

#: what opens a line that says whom it is handed to, and no more of what it is: `Update to the Audit Committee – `
HANDED = re.compile(
    r"(?:update|report|paper|briefing|presentation|submission|note) (?:to|for) (?:the |our |all )?[^:;|()–—]*?"
    r"\b(?:committees?|cabinet|board|panel|executive|governors|trustees|commission|forum|assembly|council|members"
    rf"|councillors|commissioners)(?:\s*[:,|(]\s*|\s+[–—-]\s+|\s+(?={printed_days.DATE.pattern})|\s*$)",
    re.IGNORECASE,
)
#: what stands between such a body and the day: `Cabinet – 4 March 2026`
BEFORE_DAY = re.compile(r"\s*(?:[,:|–—-]|\bon\b)\s*")
SPARE = dt.timedelta(days=3)  # from a month's end that a day up to which something is reported may be


def is_day(line: str) -> bool:
    """True for a line that holds a day and nothing else: it is no title."""
    told = line.strip()
    told = told[numbered.end() :] if (numbered := NUMBERED.match(told)) else told
    return dates.DIGIT.search(line) is not None and ALONE.fullmatch(told) is not None


def is_announced(line: str) -> bool:
    """True for a day alone, or behind the body that meets on it: `Overview Committee, 12 November 2025`."""
    if dates.DIGIT.search(line) is None:
        return False
    body, *day = BEFORE_DAY.split(line.strip(), maxsplit=1)
    return is_day(line) or (bool(day) and is_day(day[0]) and BODY.fullmatch(body) is not None)


def unaddressed(line: str) -> str:
    """A line without the words that only say whom it is handed to: of `Report to Cabinet: Budget report` the second."""
    handed = HANDED.match(line)
    return line[handed.end() :] if handed and not PLAN_WORDS.search(handed[0]) else line


def days(titles: Sequence[Text]) -> list[Text]:
    """The lines of a title block that hold the day of a meeting: beside the line that names the body that meets, with
    none between them but who the document is from and what labels it; and a lone day within a month, where a line names
    the part of the year that is reported on."""
    lone = [k for k, text in enumerate(titles) if is_day(text.text)]
    parted = bool(lone) and any(_names_a_part(text.text) for text in titles)
    return [
        titles[k]
        for k in lone
        if _meets(titles[:k][::-1])
        or _meets(titles[k + 1 :])
        or (parted and _is_within_a_month(titles[k].text))
    ]


def _names_a_part(line: str) -> bool:
    return cycles.REVIEW_WORDS.search(line) is not None and cycles.part_of_year(line) is not None


def _is_within_a_month(line: str) -> bool:
    """True for a day up to which nobody reports: it closes no month."""
    day = dates.date_of(line) or dates.date_of(line, month_first=True)
    return day is not None and (day + SPARE).month == day.month and day.day > SPARE.days


def _meets(lines: Sequence[Text]) -> bool:
    """True where the first of some lines that says more than who the document is from names a body that meets."""
    line = next((t.text for t in lines if _is_to_a_body(t.text) or not _is_label(t.text)), "")
    return _is_to_a_body(line)


def _is_to_a_body(line: str) -> bool:
    if PLAN_WORDS.search(line) or names_a_body(line):
        return False
    return BODY.fullmatch(line) is not None or ADDRESSED.fullmatch(line) is not None


def _is_label(line: str) -> bool:
    return names_a_body(line) or not covering.is_title(line)
