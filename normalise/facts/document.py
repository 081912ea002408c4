"""Facts of the document: who publishes it, which plan, which period, which review, which cycle, as at which day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from normalise.facts import findings as fact_findings
from normalise.facts import meetings, plan_lines
from normalise.facts import titles as review_titles
from normalise.facts.publisher import PLAN_WORDS, publisher
from normalise.given import Given
from normalise.language import cycles, dates, printed_days
from normalise.profile import in_force
from normalise.prose import covering
from normalise.prose.texts import Text
from normalise.review import Finding

APPENDIX = re.compile(r"^(?:appendix|annex|atodiad|schedule|enclosure)\s+[A-Z0-9]{1,3}\b", re.IGNORECASE)
#: the same at the end of a line of the title block: `Audit Committee, Appendix B`
LAST_APPENDIX = re.compile(
    r"(?:[,|·–—-]\s*|\(|\d\s)((?:Appendix|Annex|Atodiad|Enclosure)\s+[A-Z0-9]{1,3})\)?$"
)
#: what tells of the file: `Generated on: 21 October 2026`, `Data refreshed 21/01/2025`, `Report date: 14 November 2025`
IMPRINT = re.compile(
    r"\b(?:generated|produced|printed|exported|created|updated|refreshed|extracted|downloaded)"
    r"(?:\s+(?:on|by|at)\b|\s*:?\s*(?=\d))"
    r"|\b(?:report type|report author|author|version|(?:report|publication|issue|print) date"
    r"|date of (?:report|issue|publication))\s*:",
    re.IGNORECASE,
)
#: what a report's sentence about itself opens with: `This statement reports results for the period`
OF_ITSELF = re.compile(
    r"(?:this|our|the) (?:[\w-]+ ){0,3}?(?:report|statement|review|return|update|document|scorecard|dashboard)\b",
    re.IGNORECASE,
)
AS_OF = re.compile(r"\b(?:as (?:at|of)|(?:position|status|progress) (?:at|on))\b", re.IGNORECASE)
A_MEETING, THE_FILE = (
    "a meeting",
    "the making of the file",
)  # whose days are none up to which anything is told
NAMING = ("title", "heading", "furniture")  # places of what names a review
LEAP_YEAR = 366  # days
LARGEST = 1e3  # points; no text is as large


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
    review = review_titles.named(named, texts)
    heads = plan_lines.line(named, review, texts)
    plan_line = plan_lines.with_years(heads, named) if heads else None
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
        title=review_titles.called(review, named) or heads,
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
    told = [t.text for t in texts if t.place in ("text", "title") and printed_days.reported_to(t.text)]
    told += [t.text for t in texts if t.place == "column"]
    found = _named(review_titles.PLAN_FOR.sub(" ", line) for line in chain(lines, told))
    if not any(c.as_at for c in found):
        found = _named(chain(lines, told)) or found
    cycle = next((c for c in found if c.as_at), None)
    stamped = (
        None
        if cycle
        else next((c for c in _named(filter(IMPRINT.search, (t.text for t in texts))) if c.as_at), None)
    )
    cycle = _sooner(cycle, titles) or stamped
    part = cycles.part_of_year(review or "")
    if cycle and cycle.bare and review and not _end_of_span([*lines, *told], cycle):
        page = next((t.page for t in texts if t.text == review), 1)
        block = [t.text for t in titles if t.page == page and t.text != review]
        cycle = next((c for line in block if (c := cycles.narrowed(cycle, line)) != cycle), cycle)
        met_on = [line for line in block if printed_days.MEETING.search(line)]
        if cycle.bare and (met := _met_within(cycle, [*met_on, *(t.text for t in held)])):
            return met, A_MEETING
    if cycle is None:
        told_of = [m[0] for t in texts if t.place == "text" and (m := printed_days.MEETING.search(t.text))]
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


def _sooner(cycle: cycles.Cycle | None, titles: Sequence[Text]) -> cycles.Cycle | None:
    """The cycle of a day alone, the end of what a plan is for, by the sooner day up to which a line of the title block
    says that it tells: `Status as of 30 November 2025` below `14 August 2025 to 15 February 2026`."""
    if cycle is None or cycle.as_at is None or cycle.name != f"{cycle.as_at:%Y-%m}":
        return cycle
    told = (cycles.cycle_of(t.text) for t in titles if AS_OF.search(t.text))
    return next((c for c in told if c and c.as_at and c.as_at < cycle.as_at), cycle)


def _named(lines: Iterable[str]) -> list[cycles.Cycle]:
    """The cycles that lines name, in order, as far as the first with a day: nobody asks for those behind it."""
    found: list[cycles.Cycle] = []
    for line in lines:
        if cycle := cycles.cycle_of(printed_days.without_meeting(line)):
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
    December` is the second quarter where the year begins in July. A long text says it in its first sentence, a longer
    sentence where it is about the report itself."""
    short = (line if len(line) <= plan_lines.LONGEST_TITLE else line.split(". ")[0] for line in lines)
    ends = [
        day
        for line in short
        if (len(line) <= plan_lines.LONGEST_TITLE or OF_ITSELF.match(line))
        and (day := printed_days.reported_to(line))
    ]
    return next((d for d in ends if cycle.as_at and abs((d - cycle.as_at).days) < LEAP_YEAR), None)


def _is_no_year_s_end(review: str | None, day: dt.date) -> bool:
    """True for an annual report as at a day far from the financial year's end: a report made each October, say."""
    return bool(plan_lines.ANNUAL.search(review or "")) and not cycles.closes_a_year(day)
