"""The outline that numbers show: headings whose number opens those of all rows in the tables below them. `1 Community`
above rows from 1.1 on, or `SP1 Community` above those from SP1.01 on, is their priority, `1.2.1 Parks for all` above
1.2.1.1 and 1.2.1.2 their activity, and so is `1.2 Parks` under priority 1, whatever numbers its rows have, or where all
headings of its kind stand above rows without any. A text alone above a table's header, inside its frame, is one too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from normalise.columns.strips import Strip
from normalise.headings import counted_heads
from normalise.headings.chapters import heads_of_tables
from normalise.language import vocabulary
from normalise.language.references import leading_reference, numbered
from normalise.prose import texts
from normalise.prose.rubrics import Rubric, rubric
from normalise.review import Priority
from parsers.block import Block, Cell, Heading, Paragraph, Table

NUMBERED = re.compile(
    r"(?:(?P<item>[A-Z]|[^\W\d]{2,}(?: [^\W\d]+){0,2})\s+)?(?P<ref>[A-Z]{0,4}\d{1,3}(?:\.\d{1,3})*)"
    r"(?:[.:)]|\s[–—-])?\s+(?P<title>[^\W\d_].*)",
    re.DOTALL,
)
DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+(?=[.:)]?\s+[^\W\d_])")
LONGEST = 200  # characters of a line of text that names what stands below it
SEVERAL = 2  # headings of one level that make an outline
MOST = 3  # as many as those that no row's number bears out
DIGITS = "0123456789"
PLACES = ("ref", "activity", "action")  # columns in which a row's number stands


Above = Heading | Paragraph | Cell  # what may head rows; a cell stands above a table's header


class Outline(NamedTuple):
    """The priorities and the activities that headings name by number, by the identity of the heading or of the cell
    that is one."""

    priorities: Mapping[int, Priority]
    rubrics: Mapping[int, Rubric]


NONE = Outline({}, {})


def outline(blocks: Sequence[Block], read: Mapping[int, Strip]) -> Outline:
    """The outline of a document; priorities only where no heading names one in words. Below these, or where no letters
    are all of one, headings with codes are activities."""
    priorities: dict[int, Priority] = {}
    coded: dict[int, Rubric] = {}
    rubrics = _without_numbers(blocks, read)
    for heading, page, priority, numbers in _above(blocks, read):
        text = " ".join(heading.text.split())
        if isinstance(heading, Paragraph) and (said := rubric(heading, page)):
            rubrics[id(heading)] = said
            continue
        found = NUMBERED.fullmatch(text)
        if found is None or _is_caption(found["item"] or ""):
            continue
        ref, title = found["ref"], found["title"]
        goes_on = priority is not None and ref.split(".")[0] == priority.number
        if "." in ref and (goes_on or _open_all(ref, numbers)):
            rubrics[id(heading)] = _named(heading, page, ref, title)
        elif not isinstance(heading, Paragraph) and (
            "." not in ref and not found["item"] and _open_all(ref, numbers)
        ):
            priorities[id(heading)] = Priority(ref, title)
            coded |= {} if ref.isdigit() else {id(heading): _named(heading, page, ref, title)}
    worded = any(texts.priority(text) for text in _headings(blocks, read))
    named = {} if worded else _of_one_kind(priorities)
    if not named:
        rubrics |= coded
    if worded:
        return Outline({}, rubrics)
    several = len({priority.number for priority in named.values()}) >= SEVERAL
    return Outline(named if several else counted_heads.named(blocks, read), rubrics)


def _headings(blocks: Sequence[Block], read: Mapping[int, Strip]) -> Iterator[str]:
    yield from (block.text for block in blocks if isinstance(block, Heading))
    yield from (title.text for strip in read.values() for title in strip.lone_titles)


def _of_one_kind(priorities: Mapping[int, Priority]) -> dict[int, Priority]:
    """Those with the letters before their numbers that most have: of `E1`, `E2` and `R1` each letter is a priority's,
    and these are parts of them."""
    letters = Counter(letter for letter, _ in {(_letters(p), p.number) for p in priorities.values()})
    if len(letters) > 1 and letters[""] < SEVERAL:
        return {}
    most = max(letters, key=lambda one: (letters[one], one == ""), default="")
    return {heading: p for heading, p in priorities.items() if _letters(p) == most}


def _letters(priority: Priority) -> str:
    return priority.number.rstrip(DIGITS)


def _without_numbers(blocks: Sequence[Block], read: Mapping[int, Strip]) -> dict[int, Rubric]:
    """The headings with dotted numbers, where each stands right above a table of actions that have no numbers, and
    there are several, of more than one chapter: a report that numbers its own parts does so above its text, too."""
    above = {id(a): b for a, b in heads_of_tables(blocks, read)}
    found: dict[int, Rubric] = {}
    for block in blocks:
        named = NUMBERED.fullmatch(" ".join(block.text.split())) if isinstance(block, Heading) else None
        if not isinstance(block, Heading) or named is None or "." not in named["ref"]:
            continue
        strip = read[id(above[id(block)])] if id(block) in above else None
        if strip is None or strip.kind != "actions" or any(_numbers(strip)):
            return {}
        found[id(block)] = _named(block, block.page, named["ref"], named["title"])
    refs = {rubric.ref for rubric in found.values()}
    return found if len(refs) >= MOST and len({ref.split(".")[0] for ref in refs}) > 1 else {}


def _named(heading: Above, page: int, ref: str, title: str) -> Rubric:
    return Rubric(ref, title, page, Cell(0, 0, 1, 1, " ".join(heading.text.split()), heading.box))


def _is_caption(item: str) -> bool:
    return vocabulary.plain(item) in vocabulary.load("headings")["chapters"]["captions"]


def _open_all(ref: str, numbers: Sequence[str]) -> bool:
    return bool(numbers) and all(number.startswith(f"{ref}.") for number in numbers)


def _above(
    blocks: Sequence[Block], read: Mapping[int, Strip]
) -> Iterator[tuple[Above, int, Priority | None, tuple[str, ...]]]:
    """Each heading with its page, the priority that it stands under, and the numbers of the rows in the next table
    read. A short line right above the table is one, too, whatever its weight, and so is a long text set as numbered
    headings are. A priority's heading may be the last row of the table before: the rule below it closed that."""
    waiting: list[tuple[Heading | Paragraph, Priority | None]] = []
    priority: Priority | None = None
    looks = {_look(b) for b in blocks if isinstance(b, Heading) and DOTTED.match(b.text)}
    for before, block in pairwise((None, *blocks)):
        if isinstance(block, Heading):
            priority = texts.priority(block.text) or priority
            waiting.append((block, priority))
        elif isinstance(block, Paragraph) and _look(block) in looks and _is_part(block.text, priority):
            waiting.append((block, priority))
        elif isinstance(block, Table) and id(block) in read:
            numbers = tuple(_numbers(read[id(block)]))
            if isinstance(before, Paragraph) and _may_head(before) and not _is_last(before, waiting):
                waiting.append((before, priority))
            yield from ((heading, heading.page, above, numbers) for heading, above in waiting)
            yield from ((title, block.page, priority, numbers) for title in read[id(block)].lone_titles)
            waiting, priority = [], _named_inside(block) or priority


def _named_inside(table: Table) -> Priority | None:
    """The last priority that a row of one text in a table names."""
    alone: dict[int, str | None] = {}
    for cell in table.cells:
        if cell.text or cell.marks:
            alone[cell.row] = None if cell.row in alone else cell.text
    named = [said for row in sorted(alone) if (text := alone[row]) and (said := texts.priority(text))]
    return named[-1] if named else None


def _is_last(line: Paragraph, waiting: Sequence[tuple[Heading | Paragraph, Priority | None]]) -> bool:
    return bool(waiting) and waiting[-1][0] is line


def _look(block: Heading | Paragraph) -> tuple[float, bool]:
    bold = block.bold if isinstance(block, Heading) else all(line.bold for line in block.lines)
    return round(block.size, 1), bold


def _is_part(text: str, priority: Priority | None) -> bool:
    """True for a text whose number goes on with its priority's."""
    found = DOTTED.match(text)
    return found is not None and priority is not None and found[0].split(".")[0] == priority.number


def _may_head(line: Paragraph) -> bool:
    return len(line.text) <= LONGEST and not line.text.endswith((".", ";", ":"))


def _numbers(strip: Strip) -> Iterator[str]:
    """The dotted numbers of a table's rows."""
    for row in range(strip.body, strip.end):
        for role in PLACES:
            columns = strip.columns(role)
            said = [c.text for c in strip.table.cells if c.row == row and c.col in columns]
            number = next((n for text in said if (n := _number(text))), None)
            if number:
                yield number
                break


def _number(text: str) -> str | None:
    number = leading_reference(text) or numbered(text).number
    return number if number and "." in number else None
