"""The line of a document that names the review."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.facts import meetings, plan_lines
from normalise.facts.publisher import BARS, PLAN_WORDS, names_a_body, opens_as_body
from normalise.language import cycles, periods, printed_days
from normalise.prose import covering
from normalise.prose.texts import Text

#: a plan that is for what reviews tell of: `Performance Improvement Plan`
PLAN_FOR = re.compile(
    rf"\b(?:performance|progress|review)\s+(?:[a-z]+\s+){{0,2}}{PLAN_WORDS.pattern}", re.IGNORECASE
)
ENDS_AS_REVIEW = re.compile(
    rf"{cycles.REVIEW_WORDS.pattern}(?:\s+20\d\d(?:[-/–](?:20)?\d\d)?)?"
    r"(?:\s+to (?:the )?(?:council|cabinet|board|committee|members))?$",
    re.IGNORECASE,
)
#: before the time that a review reports on, on a line of its own
PERIOD = re.compile(r"(?:reporting |review )?period(?: covered)?\s*[:–-]\s*", re.IGNORECASE)
#: before a time up to which progress is told: `Progress up to 31 March 2021` names no review where another line does
UP_TO = re.compile(
    r"(?:progress|performance|position|results?|update)\s+(?:up\s+)?(?:to|at|as\s+at|as\s+of|until|for)\s+",
    re.IGNORECASE,
)
#: a time that names nothing: `1 April to 30 September 2025`, `August 14, 2025 through February 15, 2026`
NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = rf"(?:{printed_days.ANY_DAY}|{NTH}(?: {periods.ANY_MONTH})?|{periods.ANY_MONTH} {NTH})"
SPAN_ALONE = re.compile(rf"{DAY},? ?(?:to|through|until|[-–—]) ?{DAY}", re.IGNORECASE)
CHAPTER = re.compile(r"\d{1,2}(?:\.\d{0,2})+\s")  # `3. Progress`, a part of a covering report
BARE = 2  # score of a line that names a time and no review


def named(titles: Sequence[Text], texts: Sequence[Text]) -> str | None:
    """The line that names the review: it has a cycle and a word such as review or report, or at least one."""
    lines = [t for t in titles if not _is_byline(t, titles) and not meetings.is_announced(t.text)]
    scored = [(_title_score(t), -k, t.text) for k, t in enumerate(lines)]
    best = max(scored, default=(0, 0, ""))
    headings = [
        t
        for t in texts
        if t.place == "heading"
        and len(t.text) <= plan_lines.LONGEST_TITLE
        and not covering.is_caption(t.text)
    ]
    if best[0] == BARE and (heads := _larger(lines, lines[-best[1]])):
        return heads
    until = UP_TO.match(best[2])
    bare = (best[0] == BARE and not PLAN_WORDS.search(best[2])) or (
        until is not None and covering.is_only_a_time(best[2][until.end() :])
    )
    if bare and (told := _told_of(headings, best[2])):
        return told
    if best[0] >= 2:
        return best[2]
    best = max(((_title_score(t), -k, t.text) for k, t in enumerate(headings)), default=(0, 0, ""))
    if best[0] >= 3:
        return best[2]
    named = [
        t for t in lines if _title_score(t) and not PLAN_WORDS.search(t.text) and not CHAPTER.match(t.text)
    ]
    handed = next((t for t in lines if meetings.unaddressed(t.text) != t.text), None)
    if not named and handed:
        return _larger(lines, handed) or handed.text
    return max(named, key=lambda t: t.size).text if named else None


def _larger(titles: Sequence[Text], time: Text) -> str | None:
    """The largest line that says it heads a review, where it is set larger than the one that names a time alone; any
    line but the publisher's where that time is no more than days, or told beside whom the report is handed to."""
    larger = [t for t in titles if t.size > time.size]
    tell = [t for t in larger if _tells(t)]
    rest = meetings.unaddressed(time.text)
    handed = rest != time.text and not PLAN_WORDS.search(rest)
    if not tell and (handed or SPAN_ALONE.fullmatch(time.text)):
        tell = [t for t in larger if not (names_a_body(t.text) or opens_as_body(t.text))]
    return max(tell, key=lambda t: t.size).text if tell else None


def _told_of(headings: Sequence[Text], time: str) -> str | None:
    """The first heading that names a review of just the time that a line of the title block says, `Data as at 30 June`:
    that line tells up to when it reports, and names nothing."""
    until = cycles.cycle_of(time)
    for text in headings if until and until.as_at else ():
        named = cycles.cycle_of(text.text) if _tells(text) else None
        if named and until and named.as_at == until.as_at:
            return text.text
    return None


def called(review: str | None, titles: Sequence[Text]) -> str | None:
    """The review's title as it is called: where what names it is only a time, `Position at 31 December 2025`, the line
    that ends in what it is, `Council Plan: Progress Update`."""
    if review is None or not (covering.is_only_a_time(review) or PERIOD.match(review)):
        return review
    return next((t.text for t in titles if ENDS_AS_REVIEW.search(t.text)), review)


def _is_byline(text: Text, titles: Sequence[Text]) -> bool:
    """True for `City of Larkmoor | Office of Performance | Quarter 2` below a larger line that names the review."""
    first, *more = BARS.split(text.text)
    larger = any(t.size > text.size and cycles.REVIEW_WORDS.search(t.text) for t in titles)
    return bool(more) and larger and (opens_as_body(first) or names_a_body(first))


def _tells(text: Text) -> bool:
    """True for a line that says that it heads a review: by its words, but not those of a `Performance Framework` and
    not those of an `Update to the Audit Committee`."""
    return cycles.REVIEW_WORDS.search(PLAN_FOR.sub(" ", meetings.unaddressed(text.text))) is not None


def _title_score(text: Text) -> int:
    words = _tells(text)
    cycle = cycles.cycle_of(text.text if words else printed_days.without_meeting(text.text))
    part = cycles.part_of_year(text.text) is not None or cycles.HALF_YEARLY.search(text.text) is not None
    return max(2 * (cycle is not None), part) + words + (words and (part or cycle is not None))
