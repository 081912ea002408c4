"""Names of plans and strategies: those of an activity, several in one cell, and that in a review's title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.facts.publisher import PLAN_WORDS
from normalise.language import periods
from normalise.language.plan_names import NOUNS, YEARS, complete
from normalise.rows.records import Piece, run_on

NOUN = re.compile(rf"\b(?:{NOUNS}|Strategic)\b")
#: what goes on with the name before it: `Strategy` / `Action Plan`, `Plan` / `(April 2016)`
GOES_ON = re.compile(
    r"(?:(?:Action|Delivery|Implementation|Improvement|Business)\s+)?(?:Plan|Strategy|Programme|Board|Review|Group)\b|[^A-Z]"
)
#: a line that is no name of its own, below one that is no whole name
REST = re.compile(
    r"(?:(?:Action|Delivery|Implementation|Improvement|Business)\s+)?(?:Plan|Strategy|Programme)\b|\("
)
#: inside a line only the surest nouns part two names: text whose line ends a conversion has lost
INNER = re.compile(
    rf"(?P<end>\b(?:Plan|Strategy|Framework){YEARS})\s+(?!{GOES_ON.pattern})(?=.*\b(?:Plan|Strategy|Framework)\b)"
)
LISTED = re.compile(r";\s+")  # between two names on one line
#: what follows a plan's name in its review's title: `Council Plan Mid-Year Performance Report`, `Annual Plan update`
OF_REVIEW = re.compile(
    rf"{periods.MID_YEAR.pattern}|{periods.NINE_MONTHS.pattern}"
    r"|\b(?:year[- ]?end|end[- ]of[- ]year|full[- ]year|outturn)\b"
    r"|\b(?:quarterly|monthly|annual|progress|performance|monitoring|delivery)"
    r" ?(?:review|report|return|update|monitoring|performance|progress|statement|dashboard|scorecard)"
    r"|\s(?:performance|progress|monitoring|review|report|return|update|dashboard|statement)\s*$",
    re.IGNORECASE,
)
#: and what goes before it: `Mid-Year Review of the Council Plan`, `Annex A: Delivery of the Council Plan`
REVIEWING = re.compile(
    r"^.*\b(?:(?:review|report|update|progress) (?:of|on|against|towards) (?:the |our )?(?=\S)"
    r"|(?:delivery|implementation|monitoring) of (?:the |our )(?-i:(?=[A-Z])))",
    re.IGNORECASE,
)


def reviewed(title: str) -> str:
    """The part of a review's title that names a plan; the title where none does."""
    behind = REVIEWING.sub("", title)
    name = behind if PLAN_WORDS.search(behind) else title
    before = (name[: found.start()] for found in OF_REVIEW.finditer(name))
    return next((kept for kept in before if PLAN_WORDS.search(kept)), name)


def names(pieces: Sequence[Piece]) -> list[str]:
    """Plans of a cell: one a paragraph, and one a line where the line before ends as a plan's name does."""
    text = run_on(pieces)
    lines = [
        line.text.rstrip("-\u00ad\u2010") for p in pieces for line in p.cell.lines
    ]  # of a word that a line's end cuts
    at = 0
    for line in lines:
        begin = text.find(line, at)
        if begin < 0:
            continue
        if begin and text[begin - 1] == " " and complete(text[: begin - 1]) and opens(text[begin:]):
            text = f"{text[: begin - 1]}\n{text[begin:]}"
        at = begin + len(line)
    if not lines:
        text = INNER.sub(r"\g<end>\n", text)
    parts = [part for line in text.split("\n") for part in LISTED.split(line)]
    return [line.removeprefix("• ").strip() for line in _whole(parts) if line.strip()]


def _whole(lines: Sequence[str]) -> list[str]:
    """Lines of names, those that wide spacing took apart as one."""
    found: list[str] = []
    for line in lines:
        goes_on = line.startswith("(") or (REST.match(line) and found and not complete(found[-1]))
        if found and found[-1].strip() and goes_on:
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def opens(text: str) -> bool:
    """True for a text that can be another plan's name, not the rest of the one before."""
    return GOES_ON.match(text) is None and NOUN.search(text) is not None
