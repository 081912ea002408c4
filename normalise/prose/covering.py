"""The first lines of a report to a body: what labels them, and which of them are sentences."""

from __future__ import annotations

import re

from normalise.language import moments, vocabulary
from parsers.block import Table

BULLETS = ("• ", "▪ ", "◦ ")
COVER = 2  # cells of a row that labels its value, and labels beside that of the title

#: `Report to: Cabinet`
LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{1,22}?)\s*:\s*(?=\S)")
#: `This self-assessment considers the year to 31 March 2025.`
SENTENCE = re.compile(
    r"\S+ .*\b(?:is|are|was|were|has|have|will"
    r"|(?:consider|show|provide|present|describe|give|summari[sz]e|contain|cover|tell|outline|explain|set|review)s)\b.*\.$"
)
#: `Report of the Director of Place`
BY_A_POST = re.compile(
    r"(?:joint )?report (?:of|by|from) (?:the )?(?:\S+ ){0,4}"
    r"(?:director|head|officer|manager|chief|leader|chair|cabinet member|portfolio holder|councillor|cllr)\b.*",
    re.IGNORECASE,
)

#: what heads a part that tells of the report itself, `How to read this report`, `Key to status`
CAPTION = re.compile(
    r"(?:(?:how to (?:read|use|understand)|(?:a )?(?:guide|introduction) to|about|reading|using|understanding"
    r"|(?:purpose|scope|structure|contents|format) of|what(?: is|'s)? in|in|what)\s+(?:this|the)\s+(?:\S+ ){0,2}?"
    r"(?:report|review|update|return|tracker|scorecard|dashboard|document)s?(?: (?:covers|shows|tells you|is about))?"
    r"|(?:key|guide) to (?:the )?(?:\S+ ){0,2}\S+)[:?]?",
    re.IGNORECASE,
)

#: what stands between two names of one time
TWICE = re.compile(r"[:;()]|,\s|\s[–—-]\s(?=\d|q|quarter)", re.IGNORECASE)

#: a day as it is written in the USA, `March 31, 2026`, and a year that is the publisher's own
MONTH_FIRST = re.compile(rf"\b{moments.MONTH.pattern}\s+(?P<day>\d{{1,2}})\b(?!\s*\d),?", re.IGNORECASE)
FISCAL_YEAR = re.compile(r"\b(?:fiscal|financial) year(?=\s+20\d\d\b)", re.IGNORECASE)


def is_title(line: str) -> bool:
    """False for a line that says whom the report is to, when and by whom, for a sentence, for a list's item, and for
    the heading of a part that tells of the report itself."""
    if (
        line.startswith(BULLETS)
        or is_caption(line)
        or SENTENCE.fullmatch(line) is not None
        or BY_A_POST.fullmatch(line) is not None
    ):
        return False
    return not _is_labelled(line, "others")


def is_caption(line: str) -> bool:
    """True for a heading of what explains the report: `How to read this report`."""
    return CAPTION.fullmatch(line) is not None


def unlabelled(line: str) -> str:
    """A line without the word that says that it is the title: `Subject: Plan update`."""
    found = LABELLED.match(line)
    return line[found.end() :] if found and _is_labelled(line, "title") else line


def lines(table: Table) -> list[str]:
    """What a table at the head of a report says line by line, `Title: Plan update`: each row a label and its value, one
    of them the title. None where it is another table."""
    rows = [[c.text for c in table.cells if c.row == row and c.text] for row in range(table.rows)]
    if not all(len(cells) == COVER for cells in rows):
        return []
    told = [f"{label.rstrip(' :')}: {value}" for label, value in rows]
    titled = any(_is_labelled(line, "title") for line in told)
    return told if titled and sum(_is_labelled(line, "others") for line in told) >= COVER else []


def _is_labelled(line: str, kind: str) -> bool:
    found = LABELLED.match(line)
    known = vocabulary.load("publishers")["covering"][kind] if found else ()
    return found is not None and vocabulary.plain(found["label"]) in known


def is_only_a_time(line: str) -> bool:
    """True for one time, or one said twice: `Third quarter of 2025/26: 1 October to 31 December 2025`."""
    line = MONTH_FIRST.sub(r"\g<day> \g<month>", FISCAL_YEAR.sub("FY", line))
    return all(moments.is_bare(part) for part in TWICE.split(line) if part.strip())
