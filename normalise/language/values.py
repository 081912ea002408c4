"""Printed indicator values taken apart: number, unit, period, and the words that councils print instead of a number."""

from __future__ import annotations

import re
from functools import lru_cache

from normalise.language import vocabulary
from normalise.language.words import NOTE_SIGNS
from normalise.profile import in_force
from normalise.review import Reading

NUMBER = re.compile(
    r"^(?P<qualifier>[<>≤≥~]|c\.?|circa|approx(?:imately)?\.?|around|over|under|less than|more than|up to|at least)?\s*"
    r"(?P<sign>[-+−])?(?P<money>[£€$])?\s*(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*"
    r"(?P<unit>%+|per cent|pp\b|ppts?\b|percentage points?|bn\b|billion|m\b|million|k\b|thousand|[a-z][a-z /]*[a-z])?"
    r"\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
#: what says behind a figure that it is the most or the least that is allowed: `20 or fewer`, `4 hours or less`
BOUND = re.compile(
    r"\s*[,(]?\s*\b(?P<qualifier>or (?:fewer|less|under|below|lower|more|over|above|higher|better|greater)"
    r"|maximum|minimum)\)?(?=$|\s*\()",
    re.IGNORECASE,
)
CLOCK = re.compile(r"^(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)\s*(?P<rest>.*)$", re.DOTALL)
NOTE_MARK = re.compile(rf"\[\w{{1,3}}\]|[*†‡]+|(?<![a-zA-Z])[{NOTE_SIGNS}]+|\(\w\)$")
#: a figure that stands in brackets is below nothing, as accounts print it: `(0.3%)`, `(£1.2m)`
BELOW_NOTHING = re.compile(
    r"\(\s*(?P<figure>[£€$]?\s*\d[\d,]*(?:\.\d+)?\s*(?:%|m|k|bn|pp)?)\s*\)(?P<unit>%?)", re.IGNORECASE
)
BRACKETED = re.compile(r"\(([^)]*)\)")
TO = r"\s*(?:[-–/&,]|to|and)\s*"  # between the first and the last part of a period
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
PERIOD = re.compile(
    rf"(?:(?:Q|Qtr|Quarter)\s?[1-4](?:{TO}Q\s?[1-4])*(?:\s*(?:[-–/,]\s*)?(?:FY\s?)?(?:20)?\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?)?"
    r"|(?:20\d\d)(?:\s*[-–/]\s*(?:20)?\d\d| to 20\d\d)?"
    rf"(?:\s+(?:to (?:the )?end (?:of )?)?Q[1-4](?:{TO}Q\s?[1-4])*"
    rf"|\s+to (?:the )?(?:end (?:of )?)?{MONTH}(?:\s+20\d\d)?(?!\w))?"
    r"|(?:Spring|Summer|Autumn|Winter)(?:\s+term)?(?:\s+20\d\d)?"
    rf"|(?:\b{MONTH}(?:\s+20\d\d)?{TO})?\b{MONTH}\s+(?:20)?\d\d"
    r"|annual|full year|year to date|ytd|rolling\s+\d+\s+(?:months|weeks))",
    re.IGNORECASE,
)
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
LONGEST_POLARITY = 6  # words; more is a sentence about something else
LONGEST_REST = 60  # characters behind a number; more is a sentence that begins with a figure


def reading(series: str, raw: str, *, provisional: bool = False) -> Reading:
    """One printed value. What is no number keeps its words in `raw` and says so in `kind`."""
    if below := BELOW_NOTHING.fullmatch(raw.strip()):
        figure = reading(series, f"-{below['figure']}{below['unit']}", provisional=provisional)
        return figure._replace(raw=raw)
    text = " ".join(NOTE_MARK.sub(" ", raw).split())
    provisional = provisional or "provisional" in raw.lower()
    bare = BRACKETED.sub(" ", text).strip().lower().rstrip(".")
    for kind, words in vocabulary.load("values")["absent"].items():
        if bare in words:
            return Reading(series, _period(text), raw, kind, None, None, None, provisional)
    if bound := BOUND.search(text):
        figure = reading(series, text[: bound.start()] + text[bound.end() :], provisional=provisional)
        if figure.kind == "number" and figure.qualifier is None:
            return figure._replace(raw=raw, qualifier=bound["qualifier"])
    if clock := CLOCK.match(text):
        value = int(clock["minutes"]) + int(clock["seconds"]) / 60
        return Reading(
            series, _period(clock["rest"]), raw, "number", round(value, 6), "minutes", None, provisional
        )
    found = NUMBER.match(text)
    if found is None or not _is_value(found):
        return Reading(series, _period(text), raw, "text", None, None, None, provisional)
    return _number(series, raw, found, provisional)


def is_absent(text: str) -> bool:
    """True for what is printed where there is nothing to tell: `n/a`, `tbc`, `none`."""
    return " ".join(text.split()).lower().rstrip(".") in _nothing()


def is_yearly(text: str) -> bool:
    """True for what a part of the year prints for a measure that has none: `Annual`, `Reported annually`."""
    return vocabulary.plain(text) in vocabulary.load("values")["yearly"]["said"]


@lru_cache(maxsize=1)
def _nothing() -> frozenset[str]:
    """What is printed instead of a value, and instead of a text."""
    data = vocabulary.load("values")
    return frozenset().union(*data["absent"].values(), data["narrative"]["nothing"])


def _is_value(found: re.Match[str]) -> bool:
    """False for a date, a range, a year or a sentence that only begins with a figure."""
    rest = BRACKETED.sub(" ", found["rest"]).strip()
    unit = (found["unit"] or "").strip()
    if re.match(r"[-–/]\s*\d|\d|(?:to|and|or)\b|st\b|nd\b|rd\b|th\b", rest) or re.match(
        r"(?:to|and|or|st|nd|rd|th)\b", unit
    ):
        return False
    if len(rest) > LONGEST_REST or len(unit.split()) > 4:
        return False
    return not (re.fullmatch(r"20\d\d", found["digits"]) and not unit and not found["money"])


def _number(series: str, raw: str, found: re.Match[str], provisional: bool) -> Reading:
    value = float(found["digits"].replace(",", ""))
    printed = (found["unit"] or "").strip().lower()
    if found["sign"] in ("-", "−"):
        value = -value
    if printed in SCALES:
        value *= SCALES[printed]
        printed = ""
    unit = "%" if printed.startswith("%") or printed == "per cent" else printed
    if printed in ("pp", "ppt", "ppts", "percentage point", "percentage points"):
        unit = "percentage points"
    if PERIOD.fullmatch(unit) or unit in ("provisional", "est", "estimate", "estimated", "final"):
        unit = ""
    qualifier = found["qualifier"].strip() if found["qualifier"] else None
    period = _period(found["rest"]) or _period(printed)
    return Reading(
        series, period, raw, "number", value, found["money"] or unit or None, qualifier, provisional
    )


def _period(text: str) -> str | None:
    """The period that a value is for, as printed: in brackets first, then anywhere in the rest."""
    for part in [*BRACKETED.findall(text), text]:
        if found := PERIOD.search(part):
            return " ".join(found[0].split())
    return None


def period_of(heading: str) -> str | None:
    """The period that a column's heading names, as printed: `Q1 2025/26 actual` is for `Q1 2025/26`."""
    found = PERIOD.search(re.sub(r"[()]", "", heading))
    return " ".join(found[0].split()) if found else None


def unit_of(text: str) -> str | None:
    """The unit that a column of units says; None for one that says no more than that a number is meant."""
    said = " ".join(text.split()).lower()
    if said in vocabulary.load("values")["units"]["none"]:
        return None
    return "%" if said in vocabulary.load("values")["units"]["percent"] else said


def polarity(good_is: str | None) -> str | None:
    """`high` or `low` from what the column says; None for anything else, and where it says both."""
    said = (good_is or "").strip()
    if told := in_force().good_is.get(vocabulary.plain(said)):
        return told
    known = vocabulary.load("values")["polarity"]
    words = set(vocabulary.plain(said).split())
    if said in known["signs"] or len(words) > LONGEST_POLARITY:
        sign: str | None = known["signs"].get(said)
        return sign
    meant = [meaning for meaning in ("high", "low") if words & set(known[meaning])]
    return meant[0] if len(meant) == 1 else None
