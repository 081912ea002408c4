"""Facts of the document: who publishes it, which plan, which period, which review, which cycle, as at which day."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from normalise import dates, vocabulary
from normalise.profile import in_force
from normalise.review import Finding

PLAN_WORDS = re.compile(
    r"\b(?:plan|strategy|programme|framework|priorities|vision|ambitions|cynllun)\b", re.IGNORECASE
)
APPENDIX = re.compile(r"^(?:appendix|annex|atodiad|schedule|enclosure)\s+[A-Z0-9]{1,3}\b", re.IGNORECASE)
SPAN = re.compile(r"\(?\b20\d\d\s*(?:[-–—/]|to)\s*(?:20)?\d\d\b\)?")
LOCATIVE = re.compile(
    r"\b(?:in|for|of|across|throughout)\s+((?:[A-Z][\w'’-]+)(?:\s+(?:and|upon|on|with|in)?\s*[A-Z][\w'’-]+)*)\s*$"
)
LABELLED = re.compile(
    r"^(?:published by|prepared by|publisher|organisation|council)\s*:\s*(?P<name>.+)$", re.IGNORECASE
)
PAGE_WORDS = re.compile(r"\b(?:page|tudalen)\s+\d+", re.IGNORECASE)
WEIGHTS = {"title": 12, "furniture": 6, "heading": 3, "text": 1}
#: what no plan's name looks like: `Of the actions in the plan, 7 are green.`
SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have)\b.*\.$")
LONGEST_TITLE = 160
LONGEST_NAME = 9  # words of a body's name
LONGEST_PLACE = 4  # words of a place's name behind `City of`
SMALL = ("and", "of", "on", "the", "upon")
BARS = re.compile(r"\s+[|•·–—]\s+")
TITLE_LINE = 10  # weight of a title line that is a body's name, beside the name's own weight


class Text(NamedTuple):
    """A text outside tables: where it stands (`title`, `furniture`, `heading`, `text`), its size and page."""

    place: str
    text: str
    size: float
    page: int


class Given(NamedTuple):
    """Facts that the person at the keyboard or the manifest states; they outrank what the document says."""

    publisher: str | None = None
    plan: str | None = None
    cycle: str | None = None
    as_at: dt.date | None = None


class Publisher(NamedTuple):
    """A publisher's name; `inferred` where only a place is named, and no council or other body."""

    name: str
    inferred: bool


class Facts(NamedTuple):
    publisher: str | None
    plan: str | None
    plan_period: str | None
    title: str | None
    cycle: str | None
    as_at: dt.date | None
    appendix: str | None
    findings: tuple[Finding, ...]


def learn(texts: Sequence[Text], given: Given) -> Facts:
    """Read the facts off the title block, headings and furniture; what is missing is a finding."""
    titles = [t for t in texts if t.place == "title" and len(t.text) <= LONGEST_TITLE]
    review = _review_title(titles, texts)
    plan_line = (
        _plan_line(titles, review) or _named_plan(review) or _plan_line(_running(texts), review) or review
    )
    cycle = _cycle(review, titles, texts)
    profile = in_force()
    named = _publisher(texts)
    facts = Facts(
        publisher=given.publisher or next(iter(profile.names), None) or (named.name if named else None),
        plan=given.plan or profile.plan or (_plan(plan_line) if plan_line else None),
        plan_period=dates.plan_period(plan_line) if plan_line else None,
        title=review or plan_line,
        cycle=given.cycle or (cycle.name if cycle else None),
        as_at=given.as_at or (dates.cycle_of(given.cycle) or dates.Cycle("", None)).as_at
        if given.cycle
        else given.as_at or (cycle.as_at if cycle else None),
        appendix=next((m[0] for t in texts if (m := APPENDIX.match(t.text))), None),
        findings=(),
    )
    inferred = [_inferred(named)] if named and named.inferred and named.name == facts.publisher else []
    return facts._replace(findings=(*_missing(facts), *inferred))


def publisher(texts: Sequence[Text]) -> str | None:
    """The publisher that a document names."""
    named = _publisher(texts)
    return named.name if named else None


def _inferred(named: Publisher) -> Finding:
    return Finding(
        "info",
        "publisher_inferred",
        f"no body is named; the publisher is taken from the place {named.name!r}; --publisher says it surely",
        None,
        "review",
        None,
        "publisher",
    )


def _missing(facts: Facts) -> list[Finding]:
    asked = (
        ("publisher", facts.publisher),
        ("plan", facts.plan),
        ("cycle", facts.cycle),
        ("as_at", facts.as_at),
    )
    return [
        Finding(
            "warning",
            f"{name}_not_found",
            f"the document does not say its {name.replace('_', ' ')}; give it with --{name.replace('_', '-')}",
            None,
            "review",
            None,
            name,
        )
        for name, value in asked
        if value is None
    ]


def _review_title(titles: Sequence[Text], texts: Sequence[Text]) -> str | None:
    """The line that names the review: it has a cycle and a word such as review or report."""
    lines = [t for t in titles if not APPENDIX.match(t.text) and not _is_byline(t, titles)]
    scored = [(_title_score(t), -k, t.text) for k, t in enumerate(lines)]
    best = max(scored, default=(0, 0, ""))
    if best[0] >= 2:
        return best[2]
    headings = [t for t in texts if t.place == "heading" and len(t.text) <= LONGEST_TITLE]
    best = max(((_title_score(t), -k, t.text) for k, t in enumerate(headings)), default=(0, 0, ""))
    return best[2] if best[0] >= 3 else None


def _is_byline(text: Text, titles: Sequence[Text]) -> bool:
    """True for `City of Larkmoor | Office of Performance | Quarter 2` below a larger line that names the review."""
    first, *more = BARS.split(text.text)
    larger = any(t.size > text.size and dates.REVIEW_WORDS.search(t.text) for t in titles)
    return bool(more) and larger and (_opens_as_body(first) or _names_a_body(first))


def _title_score(text: Text) -> int:
    cycle = dates.cycle_of(text.text)
    words = dates.REVIEW_WORDS.search(text.text) is not None
    part = dates.part_of_year(text.text) is not None
    return max(2 * (cycle is not None), part) + words + (words and (part or cycle is not None))


def _plan_line(titles: Sequence[Text], review: str | None) -> str | None:
    """The largest line of the title block that names a plan and is not the review's own title."""
    lines = [
        t
        for t in titles
        if t.text != review
        and PLAN_WORDS.search(t.text)
        and not APPENDIX.match(t.text)
        and not SENTENCE.search(t.text)
    ]
    return max(lines, key=lambda t: t.size).text if lines else None


def _named_plan(review: str | None) -> str | None:
    """The review's own title where it names the plan."""
    return review if review and PLAN_WORDS.search(review) else None


def _running(texts: Sequence[Text]) -> list[Text]:
    """What every page repeats: a sheet for each portfolio prints the plan's name at the top of all."""
    return [t for t in texts if t.place == "furniture" and len(t.text) <= LONGEST_TITLE]


def _plan(line: str) -> str | None:
    """The plan's name: its line without years, cycle and words for the review."""
    name = SPAN.sub(" ", line)
    parts = [p for p in re.split(r"\s*[:|]\s*|\s+[–—-]\s+", name) if PLAN_WORDS.search(p)] or [name]
    name = parts[0] if dates.REVIEW_WORDS.search(line) else name
    name = dates.QUARTER.sub(" ", name)
    kept = re.split(
        r"\b(?:mid[- ]year|year[- ]end|half[- ]year(?:ly)?|quarterly|annual|progress|performance|monitoring|delivery)"
        r" ?(?:review|report|update|monitoring)",
        name,
        flags=re.IGNORECASE,
    )[0]
    kept = " ".join((kept if PLAN_WORDS.search(kept) else name).split()).strip(" -–—:,()")
    return kept or None


def _cycle(review: str | None, titles: Sequence[Text], texts: Sequence[Text]) -> dates.Cycle | None:
    """The first cycle with a day among the title, the title block, and then all other texts but long ones."""
    lines = [review or "", *(t.text for t in titles), " ".join(t.text for t in titles)]
    lines += [t.text for t in texts if t.place in ("furniture", "heading") and t.text not in lines]
    lines += [
        t.text
        for t in texts
        if t.place == "text"
        and re.search(r"\bas at\b|\bperiod\b|\bending\b|\bto end of\b", t.text, re.IGNORECASE)
    ]
    found = [c for line in lines if (c := dates.cycle_of(line))]
    cycle = next((c for c in found if c.as_at), found[0] if found else None)
    part = dates.part_of_year(review or "")
    if cycle and cycle.as_at and part and part not in cycle.name:
        return dates.Cycle(f"{dates.year_of(cycle.as_at)} {part}", cycle.as_at)
    return cycle


@lru_cache(maxsize=1)
def _bodies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = vocabulary.load("publishers")
    word = r"[A-Z][\w'’.-]+"
    endings = "|".join(re.escape(e) for e in sorted(data["bodies"]["endings"], key=len, reverse=True))
    body = rf"\b((?:{word}\s+(?:(?:and|of|upon|on|the|with|in|&)\s+){{0,2}}){{1,5}}(?:{endings}))\b"
    places = "|".join(re.escape(p) for p in sorted(data["places"]["names"], key=len, reverse=True))
    return re.compile(body), re.compile(rf"\b({places})\b")


def _names_a_body(line: str) -> bool:
    """True for a title line that is a body's name and nothing else: no plan, no review, no year."""
    endings = vocabulary.load("publishers")["bodies"]["endings"]
    other = PLAN_WORDS.search(line) or dates.REVIEW_WORDS.search(line) or any(c.isdigit() for c in line)
    return not other and len(line.split()) <= LONGEST_NAME and any(ending in line for ending in endings)


def _opens_as_body(part: str) -> bool:
    """True for a body's name by its first words: `City of Larkmoor`."""
    openings = vocabulary.load("publishers")["bodies"]["openings"]
    name = part.strip().removeprefix("The ")
    place = next((name.removeprefix(o).split() for o in openings if name.startswith(f"{o} ")), [])
    other = PLAN_WORDS.search(name) or dates.REVIEW_WORDS.search(name)
    return 0 < len(place) <= LONGEST_PLACE and not other and all(w[0].isupper() or w in SMALL for w in place)


def _publisher(texts: Sequence[Text]) -> Publisher | None:
    """The body named most prominently; a place that headings end in where no body is named there."""
    body, place = _bodies()
    tally = Counter[str]()
    bodies: set[str] = set()
    for text in texts:
        weight = WEIGHTS[text.place]
        plain = PAGE_WORDS.sub(" ", text.text)
        if labelled := LABELLED.match(plain):
            return Publisher(" ".join(labelled["name"].split()), False)
        if text.place == "title" and _names_a_body(plain):
            bodies.add(name := " ".join(plain.split()).removeprefix("The "))
            tally[name] += TITLE_LINE
        found = [" ".join(m.split()).removeprefix("The ") for m in body.findall(plain)]
        if text.place != "text" and not found:
            parts = [" ".join(part.split()).removeprefix("The ") for part in BARS.split(plain)]
            found = [part for part in parts if _opens_as_body(part)]
        bodies.update(found)
        tally.update(dict.fromkeys(found, weight))
        if not found:
            tally.update(dict.fromkeys(set(place.findall(plain)), weight))
        elif weight == 1:
            tally.update(dict.fromkeys(set(place.findall(plain)), 1))
        if text.place != "text" and (end := LOCATIVE.search(plain)):
            tally[end[1]] += 1
    if not tally:
        return None
    best = max(tally.values())
    name = next(name for name in tally if tally[name] == best)
    return Publisher(name, name not in bodies)
