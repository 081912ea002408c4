"""The line of a document that names its plan, and the plan's name in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from normalise.facts import meetings, plans
from normalise.facts.publisher import PLAN_WORDS, is_of_a_place, names_a_body
from normalise.language import cycles, dates, periods, phrases, printed_days
from normalise.language.words import CAPITAL
from normalise.prose.texts import Text

#: the kinds of years that publishers count in: `School Year 2025-26`
KIND_OF_YEAR = r"(?:fiscal|financial|school|academic|municipal|council|civic|calendar|performance|reporting)"
YEARS = rf"(?:\b(?:[FS]Y|{KIND_OF_YEAR} years?)\s?)?(?:{periods.ANY_YEARS}|{dates.unnamed(dates.SHORT_YEARS.pattern)})"
#: years of a plan, `2025/26`, `25/26`, `FY2026`, which are no part of its name
SPAN = re.compile(rf"\({YEARS}\)|{YEARS}|\bFY\s?(?:20)?\d\d\b", re.IGNORECASE)
#: a time that its review reports on, no part of it either
DAYS = re.compile(
    rf"{dates.unnamed(printed_days.SPAN.pattern)}|(?:\bas (?:at|of) |\bto )?(?:{printed_days.DATE.pattern})",
    re.IGNORECASE,
)
#: a plan in brackets behind its report's title: `Scorecard, Quarter 2 (Corporate Plan 2023-2027)`
IN_BRACKETS = re.compile(rf"\((?-i:the |our )?(?P<plan>[^()]*{PLAN_WORDS.pattern}[^()]*)\)", re.IGNORECASE)
#: a plan with its years in running text: `progress against the Corporate Plan 2023-2027`
IN_SENTENCE = re.compile(
    rf"\b(?:[{CAPITAL}][\w'’-]+,? (?:(?:and|of|for|the|&|our) )?){{1,5}}(?:Plan|Strategy|Programme|Framework)"
    rf",? \(?{periods.ANY_YEARS}"
)
OPENING = re.compile(r"^(?:Our|The|This)\s+(?!Plan\b|Strategy\b|Programme\b|Framework\b)")
#: what is told of a plan where a report is of it
WITH_YEARS = re.compile(rf"[{CAPITAL}][^\d.:]*(?i:{PLAN_WORDS.pattern}),? \(?(?:{periods.ANY_YEARS})\)?")
DELIVERY = re.compile(r"\b(?:deliver\w*|commitments|actions|objectives|priorities)\b", re.IGNORECASE)
#: a report named by its time alone: `Year-End Report, Fiscal Year`
OF_TIME = re.compile(
    r"(?=.*\b(?:year|quarter|term)\b)"
    rf"(?:(?:{cycles.REVIEW_WORDS.pattern}|{KIND_OF_YEAR}|mid|half|end|year|quarter|term|[1-4]\b)[\s,–-]*)+",
    re.IGNORECASE,
)
FIRST_PAGES = 2  # on which a report says what it is of
#: what is left where a time was cut out between two parts of a title: `Performance Report – : indicators`
CUT = re.compile(r"\s*[–—:,|·•-]\s+[–—:,|·•-]\s+")
EMPTY = re.compile(r"\(\s*\)|(?<=\()\s+|\s+(?=[):,])")
STANDS_AT = re.compile(r"\b(?:position|situation|status|data)\s+(?:as\s+)?(?:at|of|on)\b", re.IGNORECASE)
ANNUAL = re.compile(r"\bannual\b", re.IGNORECASE)
#: what no plan's name looks like: `Of the actions in the plan, 7 are green.`, `1.1 To tell of progress in the plan`
SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have)\b.*\.$|^\d{1,2}\.\d{1,2}\.?\s+(?:To|That|This|The)\s+[a-z]"
)
#: a heading inside a plan: `Strategy 1.1 Bring people together`, `Programme 3: Roads`
PART_OF_PLAN = re.compile(rf"{PLAN_WORDS.pattern}\s+\d{{1,2}}(?:\.\d{{1,2}})*[.:]?\s+\D", re.IGNORECASE)
#: how something goes, whatever the plan is called: `Green Delivery on plan`
AS_PLANNED = re.compile(r"\b(?:to|on|off|behind|ahead of) plan\b")
#: names of plans that say so by their years, or by what they hold: `Equality Objectives 2024-2028`, `Mayoral Pledges`
PLAN_LIKE = re.compile(
    rf"{periods.ANY_YEARS}|\b(?:objectives|commitments|pledges|promises|scheme|manifesto)\b", re.IGNORECASE
)
#: lists of what is followed up, which are reviewed as plans are
TRACKING = re.compile(
    r"\b(?:trackers?|registers?|(?:actions?|recommendations?|decisions?|issues?) logs?|improvement actions|dashboard"
    r"|(?:monitoring|progress|performance|delivery) (?:report|statement|dashboard))\b",
    re.IGNORECASE,
)
LIST = re.compile(r"\b(?:trackers?|registers?|logs?|scorecards?)\b", re.IGNORECASE)
#: up to when a report without a plan's name tells: `Tracker - position at 31 March 2025`
UP_TO = re.compile(
    r"[\s,:–—-]*(?:\b(?:position|situation|status|data|figures|update)\s+)?"
    r"(?:\b(?:as\s+)?(?:at|of|on|to|until|for)\s+)?(?:\bthe\s+)?"
    r"(?:(?:quarter|year|half[- ]year|period|(?:\w+ )?months?|term)\s+)?(?:end(?:ed|ing)?\s+(?:of\s+)?|to\s+)?"
    rf"(?:{dates.unnamed(printed_days.SPAN.pattern)}|{printed_days.DATE.pattern})",
    re.IGNORECASE,
)
#: when it was made, no part of its own name either: `Annual progress report, January`
MONTHS = re.compile(rf",?\s+{periods.ANY_MONTH}(?:\s*(?:to|[-–—])\s*{periods.ANY_MONTH})?$", re.IGNORECASE)
#: the number of its page on a running foot: `Corporate Plan | Page 1 of 4`
PAGE = re.compile(r"\s*[|•·–—-]?\s*\b(?:page|tudalen)\s+\d+(?:\s*(?:of|o|/)\s*\d+)?\s*$", re.IGNORECASE)
#: what a plan holds, no part of its name: `Progress against Council Plan actions`
HELD = re.compile(
    rf"(?P<plan>{PLAN_WORDS.pattern})\s+(?-i:actions|activities|commitments|deliverables|measures|milestones|tasks)\b.*",
    re.IGNORECASE,
)
#: whose plan it is, behind its name: `Strategic Plan, Office of Finance`
OFFICE = re.compile(r"\s*,\s*(?:Office|Department|Division|Directorate|Bureau) of\b.*")
#: what opens a paragraph of a committee's report: `6.1 Corporate Plan 2023-2027`, among the papers that it lists
PARAGRAPH = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
ENDS = " -–—:,.·•|"
PARTS = re.compile(r"\s*[:|·•]\s*|\s+[–—-]\s+")
#: between what a line of the title block says one behind the other: `Forward Plan 2025-2030. Position at 31 December.`
SENTENCES = re.compile(r"(?:(?<=[a-z]{3})|(?<=\d\d))\.\s+(?=[A-Z])")
LONGEST_STATUS = 3  # words
LONGEST_TITLE = 160


def line(titles: Sequence[Text], review: str | None, texts: Sequence[Text]) -> str | None:
    """The line that names the plan: of the title block, of what every page repeats, of the headings above the review's
    title; or one that may name it, or the review's own title."""
    return (
        _named(titles, review)
        or _dated(texts, review)
        or _own(review)
        or _named(_running(texts), review)
        or _named(_above(texts, review), review)
        or _like_a_plan(titles, review)
        or _tracking(titles, review)
        or _mentioned(texts)
        or review
    )


def with_years(line: str, titles: Sequence[Text]) -> str:
    """The line of the title block that says the plan with its years, where the one that names it says more behind it:
    `Library Strategy 2024-2029` below `Library Strategy Action Plan Progress`."""
    longer = (name(line) or "").casefold()
    for title in titles:
        own = name(title.text) if title.text != line and _lasts(title.text) else None
        if own and PLAN_WORDS.search(own) and longer.startswith(f"{own} ".casefold()):
            return title.text
    return line


def _lasts(line: str) -> bool:
    """True for a line with the years of a plan, more than one; a single year may be a report's own."""
    return dates.plan_period(line) is not None and dates.financial_year(line) is None


def _named(titles: Sequence[Text], review: str | None) -> str | None:
    """The largest line of the title block that names a plan and is not the review's own title."""
    lines = [
        t
        for t in titles
        if t.text != review
        and PLAN_WORDS.search(AS_PLANNED.sub(" ", t.text))
        and not SENTENCE.search(t.text)
        and not PART_OF_PLAN.match(t.text)
        and not PARAGRAPH.match(t.text)
        and not _opens_as_status(t.text)
    ]
    return max(lines, key=lambda t: t.size).text if lines else None


def _opens_as_status(line: str) -> bool:
    """True for a line of a key, a status with what it means, where only the status has a word for plans in it: `On
    programme   Will be delivered as it should`."""
    words = line.split()
    for n in range(1, min(LONGEST_STATUS, len(words)) + 1):
        if phrases.status_of(" ".join(words[:n])) and not PLAN_WORDS.search(" ".join(words[n:])):
            return True
    return False


def _dated(texts: Sequence[Text], review: str | None) -> str | None:
    """The one heading of the first page that is a plan's name with its years, and tells of no review."""
    named = dict.fromkeys(
        t.text
        for t in texts
        if t.place == "heading" and t.page == 1 and t.text != review
        and WITH_YEARS.fullmatch(t.text) and not cycles.REVIEW_WORDS.search(t.text)
        and not names_a_body(t.text)
    )  # fmt: skip
    return next(iter(named)) if len(named) == 1 else None


def _like_a_plan(titles: Sequence[Text], review: str | None) -> str | None:
    """The largest line of the title block that tells of no review and may name a plan."""
    others = [
        t
        for t in titles
        if t.text != review and PLAN_LIKE.search(t.text) and not cycles.REVIEW_WORDS.search(t.text)
    ]
    lines = [t for t in others if not SENTENCE.search(t.text) and name(t.text) and not names_a_body(t.text)]
    return max(lines, key=lambda t: t.size).text if lines else None


def _tracking(titles: Sequence[Text], review: str | None) -> str | None:
    """The largest line of the title block that is headed as a list of what is followed up, `Regulatory Tracker`, where
    the review's own title only says up to when."""
    if review is None or name(review) is not None:
        return None
    lines = [
        t for t in titles if t.text != review and TRACKING.search(t.text) and not SENTENCE.search(t.text)
    ]
    return max(lines, key=lambda t: t.size).text if lines else None


def _mentioned(texts: Sequence[Text]) -> str | None:
    """The one plan that headings say the review is of, or sentences of the first pages: `Borough Plan 2024-2028 –
    delivery of commitments, Quarter 2`; where two plans are named neither."""
    told = [t for t in texts if cycles.REVIEW_WORDS.search(t.text) or DELIVERY.search(t.text)]
    headings = [
        t.text
        for t in told
        if t.place in ("title", "heading")
        and PLAN_WORDS.search(t.text)
        and re.search(periods.ANY_YEARS, t.text)
    ]
    headings = [line for line in headings if not (SENTENCE.search(line) or PART_OF_PLAN.match(line))]
    sentences = [named for t in told if t.page <= FIRST_PAGES for named in _in_sentences(t.text)]
    lines = headings or sentences
    return lines[0] if len({name(line) for line in lines}) == 1 else None


def _in_sentences(text: str) -> Iterator[str]:
    """The plans with their years that running text names; a word before the name that opens a sentence is no part of
    it: `Our Well-being Plan 2023-2028 has three objectives`."""
    for found in IN_SENTENCE.finditer(text):
        opens = text[: found.start()].rstrip()[-1:] in ("", ".", "!", "?")
        yield OPENING.sub("", found[0]) if opens else found[0]


def _own(review: str | None) -> str | None:
    """The review's own title where it names the plan."""
    return review if review and PLAN_WORDS.search(review) else None


def _running(texts: Sequence[Text]) -> list[Text]:
    """What every page repeats: a sheet for each portfolio prints the plan's name at the top of all."""
    feet = (t._replace(text=PAGE.sub("", t.text)) for t in texts if t.place == "furniture")
    return [t for t in feet if len(t.text) <= LONGEST_TITLE]


def _above(texts: Sequence[Text], review: str | None) -> list[Text]:
    """Headings above the review's title on its page, where it stands in no title block."""
    place = next((k for k, t in enumerate(texts) if t.text == review), 0)
    return [t for t in texts[:place] if t.place == "heading" and t.page == texts[place].page]


def name(line: str) -> str | None:
    """The plan's name: its line without years, cycle and words for the review; None where only a time is left."""
    line = meetings.unaddressed(line)
    bracketed = IN_BRACKETS.search(line)
    if bracketed and not PLAN_WORDS.search(IN_BRACKETS.sub(" ", line)):
        line = bracketed["plan"]
    line = next((part for part in SENTENCES.split(line) if PLAN_WORDS.search(part)), line)
    undated = cycles.BRACKETED.sub(" ", line)
    name = SPAN.sub(" ", DAYS.sub(" ", undated) if PLAN_WORDS.search(line) else undated)
    parts = [p for p in PARTS.split(name) if p.strip()]
    own = [p for p in parts if PLAN_LIKE.search(p) and not cycles.REVIEW_WORDS.search(p)]
    lists = [p for p in parts if LIST.search(p)]
    named = [p for p in parts if PLAN_WORDS.search(p)] or own or _before_its_years(line) or lists or [name]
    of_review = cycles.REVIEW_WORDS.search(line) or cycles.part_of_year(line) or ANNUAL.search(line)
    of_review = of_review or STANDS_AT.search(line)
    bodied = any(names_a_body(part) or is_of_a_place(part) for part in parts)
    name = named[0] if of_review or bodied else name
    is_report = not PLAN_WORDS.search(name) and cycles.REVIEW_WORDS.search(name) is not None
    name = UP_TO.sub(" ", name) if is_report else name
    name = periods.QUARTER.sub(
        " ", dates.LONE_YEAR.sub(" ", name) if is_report or ANNUAL.search(name) else name
    )
    name = MONTHS.sub("", name.rstrip(" ,")) if is_report else name
    kept = _tidy(plans.reviewed(HELD.sub(r"\g<plan>", OFFICE.sub("", name))))
    is_time = printed_days.DATE.search(kept) or not any(map(str.isalpha, kept)) or OF_TIME.fullmatch(kept)
    return None if is_time and not PLAN_WORDS.search(kept) else kept or None


def _before_its_years(line: str) -> list[str]:
    """What stands before the years of a plan, whatever it is called: `City Promise 2024-2027: progress tracker`; a
    single financial year may be a report's own."""
    for part in PARTS.split(line):
        years = SPAN.search(part)
        before = part[: years.start()].strip(ENDS) if years else ""
        lasts = years is not None and dates.plan_period(years[0]) and dates.financial_year(years[0]) is None
        if lasts and any(map(str.isalpha, before)) and not cycles.REVIEW_WORDS.search(before):
            return [before] if cycles.cycle_of(before) is None else []
    return []


def _tidy(name: str) -> str:
    """A name without what is left of the times that were cut out of it, and with brackets in pairs only."""
    kept = next((part for part in CUT.split(name) if any(map(str.isalpha, part))), name)
    kept = EMPTY.sub("", kept).strip(ENDS)
    if kept.startswith("(") and kept.endswith(")"):
        kept = kept[1:-1]
    if kept.count("(") > kept.count(")"):
        kept = kept[: kept.rindex("(")]
    elif kept.count(")") > kept.count("("):
        kept = kept.replace(")", " ")
    return " ".join(kept.split()).strip(ENDS)
