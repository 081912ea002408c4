"""A transcript's lines sorted into runs of running text, tab-separated rows and rows between pipes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, NamedTuple

PAGE_MARK = re.compile(r"\W*page\s+(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
#: lines of Markdown that print nothing: fences and rules
FURNITURE = re.compile(r"`{3,}\w*|-{3,}|\*{3,}|_{3,}|={3,}")
MARKED_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
PIPE = re.compile(r"(?<!\\)\|")
ALIGNMENT = re.compile(r":?-+:?")
RULED_OFF = 3  # dashes in each cell of an alignment row that does not stand below a header

Kind = Literal["blank", "text", "tabs", "pipes"]


class Source(NamedTuple):
    """A line of the text with its number and its page, both from 1."""

    number: int
    page: int
    text: str


class Row(NamedTuple):
    """A row of a table: its line's number, its cells as found, whether an alignment row makes it a header."""

    number: int
    cells: tuple[str, ...]
    header: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive lines of one kind on one page."""

    kind: Kind
    lines: tuple[Source, ...]


def runs(text: str) -> list[Run]:
    """The runs of a text in order, blank lines left out."""
    sorted_out = [_settled(run) for run in _alike((_kind(line.text), line) for line in _sources(text))]
    joined = _alike((run.kind, line) for run in sorted_out for line in run.lines)
    return [run for run in joined if run.kind != "blank"]


def rows(run: Run) -> list[Row]:
    """The rows of a run of tabs or pipes, cells as found; no alignment row, and no empty header above one."""
    if run.kind == "tabs":
        return [Row(line.number, tuple(line.text.split("\t")), False) for line in run.lines]
    headed = len(run.lines) > 1 and _is_alignment(run, 1)
    found = [
        Row(line.number, _between_pipes(line.text), headed and k == 0)
        for k, line in enumerate(run.lines)
        if not _is_alignment(run, k)
    ]
    return [row for row in found if not row.header or any(cell.strip() for cell in row.cells)]


def ink(text: str) -> dict[int, int]:
    """Characters of each page that are neither blank nor the pipes, rules and `#` of Markdown.

    Counted from the lines, so that it can be held against `chars` of the blocks.
    """
    count = Counter[int]()
    for run in runs(text):
        for k, line in enumerate(run.lines):
            count[line.page] += ink_of(line.text) - _structure(run, k)
    return dict(count)


def ink_of(text: str) -> int:
    """The number of characters that are not blank."""
    return sum(not c.isspace() for c in text)


def _structure(run: Run, k: int) -> int:
    text = run.lines[k].text
    if run.kind == "pipes":
        return ink_of(text) if _is_alignment(run, k) else len(PIPE.findall(text))
    marked = MARKED_HEADING.fullmatch(text.strip()) if run.kind == "text" else None
    return len(marked[1]) if marked else 0


def _sources(text: str) -> list[Source]:
    """Lines with their pages: from form feeds, or where there are none from lines that say `Page N`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if "\f" not in text:
        pages = _marked_pages(lines)
        return [Source(k + 1, pages[k], line) for k, line in enumerate(lines)]
    found, page = [], 1
    for number, line in enumerate(lines, 1):
        for k, piece in enumerate(line.split("\f")):
            page += k > 0
            found.append(Source(number, page, piece))
    return found


def _marked_pages(lines: Sequence[str]) -> list[int]:
    """The page of each line. Marks head their pages, or end them where text before the first one says so."""
    marks: list[tuple[int, int]] = []
    for k, line in enumerate(lines):
        mark = PAGE_MARK.fullmatch(line.strip())
        if mark and int(mark[1]) > (marks[-1][1] if marks else 0):
            marks.append((k, int(mark[1])))
    if not marks:
        return [1] * len(lines)
    text_before = any(line.strip() for line in lines[: marks[0][0]])
    text_behind = any(line.strip() for line in lines[marks[-1][0] + 1 :])
    plain = lines[marks[0][0]].strip()[0] in "Pp"  # a footer is printed; `## Page 1` was put there by a tool
    footing = text_before and (not text_behind or (plain and marks[0][1] == 1))
    begins = {k + 1: number + 1 for k, number in marks} if footing else dict(marks)
    pages, page = [], marks[0][1] if footing else 1
    for k in range(len(lines)):
        page = begins.get(k, page)
        pages.append(page)
    return pages


def _kind(line: str) -> Kind:
    stripped = line.strip()
    if not stripped or FURNITURE.fullmatch(stripped):
        return "blank"
    if stripped.startswith("|"):
        return "pipes"
    if "\t" in line:
        return "tabs"
    return "pipes" if PIPE.search(stripped) else "text"


def _alike(lines: Iterable[tuple[Kind, Source]]) -> list[Run]:
    groups = groupby(lines, key=lambda pair: (pair[0], pair[1].page))
    return [Run(kind, tuple(line for _, line in group)) for (kind, _), group in groups]


def _settled(run: Run) -> Run:
    """The run as text where its tabs only indent or its pipes only part words."""
    tabular = {"tabs": _is_tabular, "pipes": _is_piped}.get(run.kind)
    return run if tabular is None or tabular(run) else replace(run, kind="text")


def _is_tabular(run: Run) -> bool:
    """Some row has two texts; or the lines are a legend whose marks are all lost."""
    found = [[bool(cell.strip()) for cell in row.cells] for row in rows(run)]
    legend = len(found) > 1 and all(row == [False, True] for row in found)
    return legend or any(sum(row) > 1 for row in found)


def _is_piped(run: Run) -> bool:
    """Pipes around the rows, an alignment row, or as many pipes in one line as in the next."""
    if not rows(run):
        return False
    ruled = any(_is_alignment(run, k) for k in range(len(run.lines)))
    pipes = {len(PIPE.findall(line.text)) for line in run.lines}
    framed = all(line.text.strip().startswith("|") for line in run.lines) and min(pipes) > 1
    return ruled or framed or (len(run.lines) > 1 and len(pipes) == 1 and min(pipes) > 1)


def _between_pipes(line: str) -> tuple[str, ...]:
    pieces = PIPE.split(line.strip())
    first = not pieces[0].strip()
    last = len(pieces) > 1 and not pieces[-1].strip()
    return tuple(pieces[first : len(pieces) - last])


def _is_alignment(run: Run, k: int) -> bool:
    """True for a row of dashes below a header, and anywhere for one whose dashes cannot be values (`-`)."""
    cells = [cell.strip() for cell in _between_pipes(run.lines[k].text)]
    if not all(ALIGNMENT.fullmatch(cell) for cell in cells):
        return False
    return k == 1 or all(cell.count("-") >= RULED_OFF for cell in cells)
