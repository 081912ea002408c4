"""Particulars: labelled lines between a heading and the tables that it heads, `Senior responsible officer: Ann Archer`.
What they say holds for all rows there: who leads where no column does, anything else beside their fields."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeGuard

from normalise.columns.strips import Strip
from normalise.headings.chapters import SAME_SIZE
from normalise.keys import glosses as key_glosses
from normalise.keys import purpose as key_purpose
from normalise.language import people, phrases, vocabulary
from normalise.prose import labelled, texts
from normalise.prose.labelled import Labelled
from normalise.prose.rubrics import rubric
from normalise.signs import line_words as key_words
from parsers.block import Block, Cell, Heading, Line, Paragraph, Table
from parsers.geometry import union

LONGEST = 160  # characters of what a label tells; more is a remark
SEVERAL = 2  # ratings that a text explains
CLAUSE = re.compile(r"[;.](?:\s+|$)")
MEANS = re.compile(r"\bmeans?\b")
DOTTED = re.compile(r"[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})+\.?\s")  # opens an activity's name
OWNERS = ("lead", "group")  # roles that a line above rows may fill for them
#: roles of what a row of labelled lines may tell of the rows below it
HOLDING = (*OWNERS, "plan")
NOTES = re.compile(r"(?:notes?|key|legend|source|table|figure|chart)\b", re.IGNORECASE)
#: labels of one line with blanks alone between them: `Lead: Ann Archer Directorate: Place`
INNER = re.compile(r"\s(?=(?P<label>[A-Z][^\s:]*(?: [^\s:]+){0,4}):\s)")

#: `Lead Member – Cllr Ann Archer`
DASHED = re.compile(r"(?P<label>[^\W\d_][^:–—|]{0,38}?)\s+[–—-]\s+(?P<name>\S.*)")


class Particular(NamedTuple):
    """A label as printed, its role ("" where none is known), and its value in the place of the line that prints it."""

    label: str
    role: str
    page: int
    cell: Cell


class Particulars(NamedTuple):
    """Those under which each table stands, the outer first, by the table's identity; and the blocks that print them."""

    under: Mapping[int, tuple[Particular, ...]]
    blocks: frozenset[int]


NONE = Particulars({}, frozenset())


@dataclass(slots=True)
class _Level:
    """A heading that lies open, by its size in points, and what stands below it."""

    size: float
    heads: bool
    own: list[Particular] = field(default_factory=list)


def above(blocks: Sequence[Block], read: Mapping[int, Strip], naming: Container[int]) -> Particulars:
    """The particulars of the tables that are `read`. Those below a heading hold up to the next as large as it.

    Above the first table lines belong to the document unless the text over them is one of those `naming` a part of the
    plan, by identity, a heading or set as none; below that any heading has its own.
    """
    under: dict[int, tuple[Particular, ...]] = {}
    used: dict[int, list[Particular]] = {}
    rating: set[Particular] = set()
    open_levels: list[_Level] = []
    bold = naming_owners(blocks)
    for block in blocks:
        if isinstance(block, Table):
            if id(block) in read:
                titles = read[id(block)].titles
                named = bool(under) or any(texts.heads_rows(c.text) or rubric(c, block.page) for c in titles)
                apart = [c for c in titles if named and id(c) not in naming]
                inside = [p for c in apart for p in _of_lines(c.lines, block.page)]
                own = (*(p for level in open_levels for p in level.own), *inside)
                rating |= {p for p in own if _tells_of_ratings(p, read[id(block)])}
                own = tuple(p for p in own if p not in rating)
                under[id(block)] = tuple(_of_no_card(own, read[id(block)])) if own else own
            for level in open_levels:
                level.heads = False
            continue
        told = list(_of_lines(_lines(block), block.page)) if id(block) in bold or not _is_bold(block) else []
        if (isinstance(block, Heading) or id(block) in naming) and not told:
            open_levels = [x for x in open_levels if x.size > block.size + SAME_SIZE]
            open_levels.append(_Level(block.size, bool(under) or id(block) in naming))
        elif told and open_levels and open_levels[-1].heads:
            open_levels[-1].own += told
            used[id(block)] = told
    kept = (key for key, told in used.items() if not rating.issuperset(told))
    return Particulars({key: found for key, found in under.items() if found}, frozenset(kept))


def _tells_of_ratings(particular: Particular, strip: Strip) -> bool:
    """True for a line that says what a table's ratings mean, and nothing of its rows: `Position: Done means at or above
    target` above a column of that name, `Ratings of indicators: G target met; A within 5%`; not for a rating."""
    label = vocabulary.plain(particular.label)
    rated = zip(strip.headings, strip.roles, strict=True)
    named = label in {vocabulary.plain(heading) for heading, role in rated if "status" in role}
    if not named and not key_purpose.heads_a_key(label):
        return False
    return explains_ratings(particular.cell.text)


def explains_ratings(text: str) -> bool:
    """True for a text that says what ratings mean: `G target met; A within 5%`, `Done means at or above target`."""
    parts = [words for part in CLAUSE.split(text) if (words := part.split())]
    told = sum(phrases.may_rate(words[0]) and len(words) > 1 for words in parts)
    if told >= SEVERAL or MEANS.search(text) is None:
        return told >= SEVERAL
    return phrases.may_rate(text.split()[0]) or bool(key_words.opened(text)[0])


def _of_no_card(found: Iterable[Particular], strip: Strip) -> Iterable[Particular]:
    """Those above a card whose labels are none of its own: these tell of another item, which could not be read."""
    if strip.table.reader != labelled.READER:
        return found
    labels = {vocabulary.plain(heading) for heading in strip.headings}
    return (p for p in found if vocabulary.plain(p.label) not in labels)


def naming_owners(blocks: Iterable[Block]) -> frozenset[int]:
    """Identities of the headings that only say who leads what the heading right above them names, or of which plan an
    activity there is; a heading of that kind that stands alone heads rows itself."""
    found: set[int] = set()
    before: Block | None = None
    for block in blocks:
        if _is_bold(block) and isinstance(before, Heading | Paragraph):
            line = _lines(block)[0]
            owner = _is_bold(before) and _names(line, OWNERS[0])
            if owner or (_names(line, "plan") and DOTTED.match(before.text)):
                found.add(id(block))
        before = block
    return frozenset(found)


def _is_bold(block: Block | None) -> TypeGuard[Heading]:
    return isinstance(block, Heading)


def _names(line: Line, role: str) -> bool:
    said = _label(line)
    return said is not None and said.role == role and labelled.behind(line, said) is not None


def _lines(block: Heading | Paragraph) -> Sequence[Line]:
    if isinstance(block, Paragraph):
        return block.lines
    return [Line(block.text, block.box, block.size, block.bold, "#000000")]


def of_band(cells: Sequence[Cell], page: int) -> list[Particular]:
    """What a row of one text says of who leads the rows below it, or of their plan; none for any other row."""
    told = [p for cell in cells for p in _of_lines(cell.lines, page)]
    return told if any(p.role in HOLDING for p in told) else []


def _of_lines(lines: Sequence[Line], page: int) -> Iterator[Particular]:
    """One for each label; none at all where the first line has none, where one labels a note or a remark, or where they
    are names of statuses with what those mean."""
    if key_glosses.explains("\n".join(line.text for line in lines)):
        return
    parts: list[list[Line]] = []
    for line in (one for whole in lines for one in _parted(whole)):
        if _label(line) is not None:
            parts.append([line])
        elif parts:
            parts[-1].append(line)
        else:
            return
    found = [_particular(first, rest, page) for first, *rest in parts]
    yield from (p for p in found if p is not None and None not in found)


def _particular(first: Line, rest: Sequence[Line], page: int) -> Particular | None:
    said = _label(first)
    value = labelled.behind(first, said) if said else None
    printed = tuple(line for line in (value, *rest) if line is not None)
    words = " ".join(" ".join(line.text for line in printed).split())
    if said is None or said.ref or NOTES.match(said.label) or not 0 < len(words) <= LONGEST:
        return None
    box = union([first.box, *(line.box for line in rest)])
    return Particular(said.label, said.role, page, Cell(0, 0, 1, 1, words, box, printed))


def _parted(line: Line) -> Iterator[Line]:
    """A line by its labels, those that are known behind what another labels, with blanks alone before them, too."""
    for part in labelled.parted(line):
        said = labelled.read(part)
        inner = INNER.finditer(part.text, said.begin) if said else ()
        begins = [found.end() for found in inner if vocabulary.role_of(found["label"])]
        ends = [*begins, len(part.text)]
        yield from (labelled.part(part, a, b) for a, b in zip([0, *begins], ends, strict=True))


def _label(line: Line) -> Labelled | None:
    """The label that opens a line; that of a person or post who leads before a dash, too."""
    said = labelled.read(line)
    dashed = DASHED.fullmatch(line.text) if said is None else None
    role = vocabulary.role_of(dashed["label"]) if dashed else None
    if dashed is None or role not in OWNERS:
        return said
    named = people.is_name(dashed["name"]) or people.is_post(dashed["name"])
    return Labelled(dashed["label"], role, "", dashed.start("name"), line.bold) if named else None
