"""Chapters: headings without a number that part a review's tables, `Prevention` above one, `Protection` above the next.

They are no priority, which has a number, and no activity, which a plan does; their rows keep them beside their fields.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from normalise import rubrics, texts, vocabulary
from normalise.groups import CONTINUED
from normalise.publisher import PLAN_WORDS, names_a_body
from normalise.strips import Strip
from parsers.block import Block, Cell, Heading, Table

SAME_SIZE = 0.3  # points between the sizes of two headings of one level
LONGEST = 120  # characters; a longer heading is a remark
SERIES = 2  # headings of one look, each above a table of its own, that make chapters of a document

Look = tuple[str, int, bool]  # kind of the table below, size in thirds of a point, bold


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading's text and place, its size in points."""

    title: str
    page: int
    size: float
    cell: Cell

    @property
    def place(self) -> tuple[int, float]:
        """Its page, and its upper edge there in points."""
        return self.page, self.cell.box.top


def above(blocks: Sequence[Block], read: Mapping[int, Strip]) -> dict[int, Chapter]:
    """The chapter in which each table that is read stands, by the table's identity. It begins with a heading of the
    look that headings right above other tables of its kind have, and ends with the next heading as large as its own.
    `blocks` are without what runs over all pages; a lone text above a table's header is a heading too."""
    blocks = [part for block in blocks for part in (*_titles(block, read), block)]
    opening = _opening(blocks, read)
    under: dict[int, Chapter] = {}
    current: Chapter | None = None
    for block in blocks:
        if isinstance(block, Heading):
            if id(block) in opening:
                current = _chapter(block)
            elif current and block.size > current.size - SAME_SIZE and not _says_contents(block.text):
                current = None
        elif isinstance(block, Table) and current and id(block) in read:
            under[id(block)] = current
    return under


def _titles(block: Block, read: Mapping[int, Strip]) -> Iterator[Heading]:
    """The one text above a table's header inside its frame, as a heading."""
    titles = read[id(block)].titles if id(block) in read else ()
    for cell in titles if len(titles) == 1 else ():
        for line in cell.lines[:1]:
            yield Heading(block.page, cell.box, cell.text, line.size, line.bold)


def _opening(blocks: Sequence[Block], read: Mapping[int, Strip]) -> set[int]:
    """Identities of the headings that open chapters."""
    series: defaultdict[Look, list[Heading]] = defaultdict(list)
    for heading, table in _right_above(blocks):
        if id(table) in read:
            series[read[id(table)].kind, round(heading.size / SAME_SIZE), heading.bold].append(heading)
    first = next((b for b in blocks if isinstance(b, Heading)), None)
    return {
        id(heading)
        for alike in series.values()
        if len({_title(heading.text) for heading in alike}) >= SERIES
        for heading in alike
        if _is_unnumbered(heading) and not (heading is first and _is_title(heading.text))
    }


def _right_above(blocks: Sequence[Block]) -> Iterator[tuple[Heading, Table]]:
    """The last heading above each table, none where another table stands between."""
    last: Heading | None = None
    for block in blocks:
        if isinstance(block, Heading):
            last = block
        elif isinstance(block, Table):
            if last is not None and not _says_contents(last.text):
                yield last, block
            last = None


def _is_unnumbered(heading: Heading) -> bool:
    numbered = texts.priority(heading.text) is not None or rubrics.rubric(heading, heading.page) is not None
    return len(heading.text) <= LONGEST and not numbered


def _says_contents(text: str) -> bool:
    """True for a caption, and for a heading that only says what kind of rows stand below it."""
    words = vocabulary.plain(text).split()
    said = vocabulary.load("headings")["chapters"]
    return words[:1] in [[word] for word in said["captions"]] or all(
        word in said["contents"] or word.isdigit() for word in words
    )


def _is_title(text: str) -> bool:
    """True for the name of a plan or of who publishes it."""
    return PLAN_WORDS.search(text) is not None or names_a_body(text)


def _title(text: str) -> str:
    return " ".join(CONTINUED.sub("", text).split())


def _chapter(heading: Heading) -> Chapter:
    title = _title(heading.text)
    return Chapter(title, heading.page, heading.size, Cell(0, 0, 1, 1, title, heading.box))
