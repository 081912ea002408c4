"""Counts that the document prints of its own statuses ("17 green, 12 amber, 9 red"), held against what was read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from normalise.language import vocabulary
from normalise.review import Action, Finding, Indicator, LegendEntry
from parsers.block import Block, Table

FEWEST = 2  # statuses that a text must count; one number beside one colour may count anything
NEAR = 0.25  # share by which the sum of what is printed may differ from the rows read and still be about them
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(NUMBERS)})"
#: words between a number and the status that it counts: "17 (45%) of the actions are rated green"
BETWEEN = (
    r"(?:\s*\([^)]*\)|\s+(?:are|is|were|was|of|the|these|rated|rag|actions?|activities|milestones?|measures?|indicators?"
    r"|projects?|as|at|be|been|have|has|now|currently|showing|shown|being))*\s+"
)
#: a clause about another time or another thing tells nothing of these rows
ELSEWHERE = re.compile(
    r"\b(?:previous|last|prior|compar\w+|against|earlier|before|since|risks?|budgets?|more|fewer|less)\b"
)
TOTAL = re.compile(r"^(?:grand |overall )?totals?\b|^overall\b|^all\b")

Counts = Counter[str]


def disagreeing(
    blocks: Iterable[Block],
    legend: Sequence[LegendEntry],
    actions: Sequence[Action],
    indicators: Sequence[Indicator],
) -> Iterator[Finding]:
    """A warning for each text or table that counts statuses otherwise than the rows do, as a whole or in part."""
    names = _names(legend)
    sets = list(_row_sets(actions, indicators))
    of_figures = list(_figure_sets(actions, indicators))
    for block in blocks:
        for claimed in _claims(block, names):
            said = _as_figures(claimed)
            if len(claimed) < FEWEST or _is_of(claimed, sets) or _is_of(said, of_figures):
                continue
            near = [s for s in sets[:3] if abs(claimed.total() - s.total()) <= NEAR * s.total()]
            if near:
                yield Finding("warning", "totals_disagree", _told(block.page, claimed, near[0]), block.page)


def _told(page: int, claimed: Counts, read: Counts) -> str:
    pairs = [", ".join(f"{counts[k]} {k}" for k in claimed) for counts in (claimed, read)]
    return f"page {page} counts {pairs[0]}; the rows that were read are {pairs[1]}"


def _names(legend: Sequence[LegendEntry]) -> dict[str, str]:
    """Words by which the document may call each status: the legend's labels, and colours that stand for one status."""
    names: dict[str, str] = {}
    colours: dict[str, set[str]] = {}
    for entry in legend:
        names.setdefault(vocabulary.plain(entry.label), entry.status)
        for word in (entry.mark.split(" ")[0], entry.label.split(" ")[0]):
            if colour := vocabulary.colour_word(word):
                colours.setdefault(colour, set()).add(entry.status)
    convention = {} if legend else vocabulary.load("statuses")["convention"]
    names |= {colour: said.pop() for colour, said in colours.items() if len(said) == 1} | convention
    return {name: status for name, status in names.items() if name and status != "unknown"}


def _row_sets(actions: Sequence[Action], indicators: Sequence[Indicator]) -> Iterator[Counts]:
    """Statuses of all rows, of the actions, of the indicators; then of each priority's and each lead's."""
    yield _counted([*actions, *indicators])
    yield _counted(actions)
    yield _counted(indicators)
    for priority in dict.fromkeys([*(a.priority for a in actions), *(i.priority for i in indicators)]):
        yield _counted([a for a in actions if a.priority == priority])
        yield _counted([i for i in indicators if i.priority == priority])
    for lead in dict.fromkeys(lead for a in actions for lead in a.leads):
        yield _counted([a for a in actions if lead in a.leads])


def _figure_sets(actions: Sequence[Action], indicators: Sequence[Indicator]) -> Iterator[Counts]:
    """Statuses of the sets that indicators are in: what a text calls achieved is on target there."""
    for priority in dict.fromkeys(i.priority for i in indicators):
        yield _counted([i for i in indicators if i.priority == priority])
    if indicators:
        yield _counted(indicators)
        yield _as_figures(_counted([*actions, *indicators]))


def _as_figures(counts: Counts) -> Counts:
    """Counts in which no figure is completed, as the rows of indicators are read: a target that is met is met."""
    folded = Counter(counts)
    if "completed" in folded:
        folded["on_schedule"] += folded.pop("completed")
    return folded


def _is_of(claimed: Counts, sets: Iterable[Counts]) -> bool:
    return any(all(s[k] == n for k, n in claimed.items()) for s in sets)


def _counted(rows: Sequence[Action | Indicator]) -> Counts:
    return Counter(row.status for row in rows if row.status)


def _claims(block: Block, names: dict[str, str]) -> Iterator[Counts]:
    """What a text's sentences or a table's rows of totals count, by status."""
    if isinstance(block, Table):
        yield from _of_table(block, names)
        return
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    if not words:
        return
    ahead = re.compile(rf"\b{NUMBER}{BETWEEN}(?P<name>{words})\b")
    behind = re.compile(rf"\b(?P<name>{words})\s*[:=–-]\s*{NUMBER}\b")
    for sentence in re.split(r"(?<=[.;!?])\s+|\n", block.text):
        text = " ".join(sentence.lower().split())
        if not ELSEWHERE.search(text):
            found = list(ahead.finditer(text)) or list(behind.finditer(text))
            yield _summed((names[m["name"]], _number(m["number"])) for m in found)


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else NUMBERS.index(printed)


def _of_table(table: Table, names: dict[str, str]) -> Iterator[Counts]:
    """The row of totals, or the only row, of a table whose columns are headed by statuses."""
    rows = [[c for c in table.cells if c.row == row] for row in range(table.rows)]
    heads = next((r for r in rows if sum(vocabulary.plain(c.text) in names for c in r) >= FEWEST), None)
    if heads is None:
        return
    body = [r for r in rows if r and r[0].row > heads[0].row]
    under = {c.col: names[vocabulary.plain(c.text)] for c in heads if vocabulary.plain(c.text) in names}
    for row in body:
        if len(body) == 1 or TOTAL.match(vocabulary.plain(row[0].text)):
            numbers = [(under[c.col], c.text.strip()) for c in row if c.col in under]
            yield _summed((status, int(text)) for status, text in numbers if text.isdigit())


def _summed(counted: Iterable[tuple[str, int]]) -> Counts:
    """Two names of one status count together; a status that is counted as none stays in the count."""
    claimed: Counts = Counter()
    for status, number in counted:
        claimed[status] += number
    return claimed
