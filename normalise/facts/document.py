"""Facts of the document: who publishes it, which plan, which period, which review, which cycle, as at which day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from normalise.facts import findings as fact_findings
from normalise.facts import meetings, plan_lines
from normalise.facts.publisher import BARS, PLAN_WORDS, names_a_body, opens_as_body, publisher
from normalise.given import Given
from normalise.language import cycles, dates
from normalise.profile import in_force
from normalise.prose import covering
from normalise.prose.texts import Text
from normalise.review import Finding

APPENDIX = re.compile(r"^(?:appendix|annex|atodiad|schedule|enclosure)\s+[A-Z0-9]{1,3}\b", re.IGNORECASE)
#: the same at the end of a line of the title block: `Audit Committee, Appendix B`
LAST_APPENDIX = re.compile(
    r"(?:[,|·–—-]\s*|\(|\d\s)((?:Appendix|Annex|Atodiad|Enclosure)\s+[A-Z0-9]{1,3})\)?$"
)
#: what tells of the file: `Generated on: 21 October 2026`, `Report date: 14 November 2025`
IMPRINT = re.compile(
    r"\b(?:generated|produced|printed|exported|created|updated)(?:\s+(?:on|by)\b|\s*:?\s*(?=\d))"
    r"|\b(?:report type|report author|author|version|(?:report|publication|issue|print) date"
    r"|date of (?:report|issue|publication))\s*:",
    re.IGNORECASE,
)
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
CHAPTER = re.compile(r"\d{1,2}(?:\.\d{0,2})+\s")  # `3. Progress`, a part of a covering report
A_MEETING, THE_FILE = (
    "a meeting",
    "the making of the file",
)  # whose days are none up to which anything is told
NAMING = ("title", "heading", "furniture")  # places of what names a review
LEAP_YEAR = 366  # days
LARGEST = 1e3  # points; no text is as large
BARE = 2  # score of a line that names a time and no review


class Facts(NamedTuple):
    publisher: str | None
    plan: str | None
    plan_period: str | None
    title: str | None
    cycle: str | None
    as_at: dt.date | None
    appendix: str | None
    findings: tuple[Finding, ...]
    counted: bool = False  # True where no day is printed and `as_at` is worked out from the cycle's name
    bare: bool = False  # True where a year is named and nothing says that it is its end


def learn(texts: Sequence[Text], given: Given) -> Facts:
    """Read the facts off the title block, headings and furniture; what is missing is a finding."""
    titles = [_untagged(t) for t in texts if t.place == "title" and len(t.text) <= plan_lines.LONGEST_TITLE]
    columns = {t.text for t in texts if t.place == "column"}
    named_by = max((t.size for t in titles if PLAN_WORDS.search(t.text)), default=LARGEST)
    titles = [
        t
        for t in titles
        if t.text
        and (t.text not in columns or (t.size >= named_by and cycles.REVIEW_WORDS.search(t.text)))
        and not IMPRINT.search(t.text)
    ]
    held = meetings.days(titles)
    titles = [t for t in titles if t not in held]
    named = [t for t in titles if covering.is_title(t.text)]
    review = _review_title(named, texts)
    plan_line = plan_lines.line(named, review, texts)
    cycle, other = _cycle(review, titles, texts, held)
    if cycle:
        cycle = cycles.of_quarter(cycle, (t.text for t in texts if t.place in NAMING))
    profile = in_force()
    body = publisher([t for t in texts if t.place != "column"])
    told = (cycles.cycle_of(given.cycle) if given.cycle else cycle) or cycles.Cycle("", None)
    told = cycles.told_end(told, (t.text for t in texts))
    facts = Facts(
        publisher=given.publisher or next(iter(profile.names), None) or (body.name if body else None),
        plan=given.plan or profile.plan or (plan_lines.name(plan_line) if plan_line else None),
        plan_period=dates.plan_period(plan_line) if plan_line else None,
        title=_heading(review, named) or plan_line,
        cycle=given.cycle or (cycle.name if cycle else None),
        as_at=given.as_at or told.as_at,
        appendix=_appendix(texts),
        findings=(),
        counted=told.counted and given.as_at is None,
        bare=told.bare,
    )
    inferred = (
        [fact_findings.inferred(body)] if body and body.inferred and body.name == facts.publisher else []
    )
    met = [fact_findings.met(facts.as_at, other)] if other and cycle and facts.as_at == cycle.as_at else []
    return facts._replace(
        findings=(
            *fact_findings.missing(facts.publisher, facts.plan, facts.cycle, facts.as_at),
            *inferred,
            *met,
        ),
        counted=facts.counted and not met,
    )


def _appendix(texts: Sequence[Text]) -> str | None:
    first = next((m[0] for t in texts if (m := APPENDIX.match(t.text))), None)
    return first or next(
        (m[1] for t in texts if t.place == "title" and (m := LAST_APPENDIX.search(t.text))), None
    )


def year(known: Facts) -> int | None:
    """The year in which the review's financial year begins."""
    first = dates.financial_year(known.cycle or "")
    if first is not None or known.as_at is None:
        return first[0] if first else None
    return int(cycles.year_of(known.as_at)[:4])


def _untagged(title: Text) -> Text:
    """A title without the number of the appendix before it, or the word that says that it is the title."""
    found = APPENDIX.match(title.text)
    text = title.text[found.end() :].strip(" -–—:,.") if found else covering.unlabelled(title.text)
    return title._replace(text=text)


def _review_title(titles: Sequence[Text], texts: Sequence[Text]) -> str | None:
    """The line that names the review: it has a cycle and a word such as review or report, or at least one."""
    lines = [t for t in titles if not _is_byline(t, titles) and not meetings.is_announced(t.text)]
    scored = [(_title_score(t), -k, t.text) for k, t in enumerate(lines)]
    best = max(scored, default=(0, 0, ""))
    headings = [t for t in texts if t.place == "heading" and len(t.text) <= plan_lines.LONGEST_TITLE]
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
    return max(named, key=lambda t: t.size).text if named else None


def _told_of(headings: Sequence[Text], time: str) -> str | None:
    """The first heading that names a review of just the time that a line of the title block says, `Data as at 30 June`:
    that line tells up to when it reports, and names nothing."""
    until = cycles.cycle_of(time)
    for text in headings if until and until.as_at else ():
        named = cycles.cycle_of(text.text) if _tells(text) else None
        if named and until and named.as_at == until.as_at:
            return text.text
    return None


def _heading(review: str | None, titles: Sequence[Text]) -> str | None:
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
    """True for a line that says that it heads a review: by its words, but not those of a `Performance Framework`."""
    return cycles.REVIEW_WORDS.search(PLAN_FOR.sub(" ", text.text)) is not None


def _title_score(text: Text) -> int:
    words = _tells(text)
    cycle = cycles.cycle_of(text.text if words else cycles.without_meeting(text.text))
    part = cycles.part_of_year(text.text) is not None or cycles.HALF_YEARLY.search(text.text) is not None
    return max(2 * (cycle is not None), part) + words + (words and (part or cycle is not None))


def _cycle(
    review: str | None, titles: Sequence[Text], texts: Sequence[Text], held: Sequence[Text]
) -> tuple[cycles.Cycle | None, str]:
    """The first cycle with a day among the title, the title block, and then all other texts but long ones; and what the
    only day that is printed is of, where that is a meeting about it, also of the lines in `held`, or the file."""
    lines = [review or "", *(t.text for t in titles), " ".join(t.text for t in titles)]
    lines += [
        t.text
        for t in texts
        if t.place in ("furniture", "heading") and t.text not in lines and not IMPRINT.search(t.text)
    ]
    told = [t.text for t in texts if t.place in ("text", "title") and cycles.reported_to(t.text)]
    told += [t.text for t in texts if t.place == "column"]
    found = _named(PLAN_FOR.sub(" ", line) for line in chain(lines, told))
    if not any(c.as_at for c in found):
        found = _named(chain(lines, told)) or found
    cycle = next((c for c in found if c.as_at), None)
    stamped = (
        None
        if cycle
        else next((c for c in _named(filter(IMPRINT.search, (t.text for t in texts))) if c.as_at), None)
    )
    cycle = cycle or stamped
    part = cycles.part_of_year(review or "")
    if cycle and cycle.bare and review and not _end_of_span([*lines, *told], cycle):
        page = next((t.page for t in texts if t.text == review), 1)
        block = [t.text for t in titles if t.page == page and t.text != review]
        cycle = next((c for line in block if (c := cycles.narrowed(cycle, line)) != cycle), cycle)
        met_on = [line for line in block if cycles.MEETING.search(line)]
        if cycle.bare and (met := _met_within(cycle, [*met_on, *(t.text for t in held)])):
            return met, A_MEETING
    if cycle is None:
        told_of = [m[0] for t in texts if t.place == "text" and (m := cycles.MEETING.search(t.text))]
        meets = next(
            (
                own
                for line in (*lines, *(t.text for t in held), *told_of)
                if (own := cycles.cycle_of(line)) and own.as_at
            ),
            None,
        )
        if meets is None or meets.as_at is None:
            return next(iter(found), None), ""
        parts = (cycles.last_before(line, meets.as_at) for line in (review or "", *(t.text for t in titles)))
        return next(filter(None, parts), meets), A_MEETING
    if cycle.counted and (said := _end_of_span([*lines, *told], cycle)):
        cycle = cycles.reported_on(cycle, said)
    if not cycle.as_at or not part or part in cycle.name or _is_no_year_s_end(review, cycle.as_at):
        return cycle, THE_FILE if stamped else ""
    if cycles.begins_elsewhere(review or "", cycle.as_at):
        return found[0]._replace(as_at=cycle.as_at, counted=cycle.counted), ""
    return cycles.nearest(part, cycle.as_at), ""


def _named(lines: Iterable[str]) -> list[cycles.Cycle]:
    """The cycles that lines name, in order, as far as the first with a day: nobody asks for those behind it."""
    found: list[cycles.Cycle] = []
    for line in lines:
        if cycle := cycles.cycle_of(cycles.without_meeting(line)):
            found.append(cycle)
            if cycle.as_at:
                break
    return found


def _met_within(year: cycles.Cycle, lines: Sequence[str]) -> cycles.Cycle | None:
    """The cycle by the day of a meeting on which a bare year had not ended: it cannot report up to its end."""
    days = [c.as_at for line in lines if (c := cycles.cycle_of(line)) and c.as_at]
    inside = (
        d for d in days if year.as_at and d < year.as_at and cycles.year_of(d) == cycles.year_of(year.as_at)
    )
    day = next(inside, None)
    return cycles.Cycle(f"{cycles.year_of(day)} {day:%B}".lower(), day) if day else None


def _end_of_span(lines: Sequence[str], cycle: cycles.Cycle) -> dt.date | None:
    """The printed end of what is reported on, where only the cycle's name is beside the title: `1 October to 31
    December` is the second quarter where the year begins in July. A long text says it in its first sentence."""
    short = (line if len(line) <= plan_lines.LONGEST_TITLE else line.split(". ")[0] for line in lines)
    ends = [
        day for line in short if len(line) <= plan_lines.LONGEST_TITLE and (day := cycles.reported_to(line))
    ]
    return next((d for d in ends if cycle.as_at and abs((d - cycle.as_at).days) < LEAP_YEAR), None)


def _is_no_year_s_end(review: str | None, day: dt.date) -> bool:
    """True for an annual report as at a day far from the financial year's end: a report made each October, say."""
    return bool(plan_lines.ANNUAL.search(review or "")) and not cycles.closes_a_year(day)
