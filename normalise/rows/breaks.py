"""What no row goes on over: a page that is missing, doubled, damaged or out of its place, and a heading.

Page numbers are the document's own word about its order: of each line at a page's edge that counts the pages, the
steps must be those of the sheets. A page whose text is another's once more is read once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from normalise.review import Finding
from normalise.rows.sheets import pages_of
from parsers.block import Block, Heading, Table
from parsers.parsed import PageFacts

EDGE = 0.12  # share of a page's height at its head and at its foot where page numbers stand
ROOM = 4.0  # of the font size below a table: two lines, which word processors keep together, and a cell's own air
NUMBERED = 3  # pages that a line must number to be believed
STEADY = 0.5  # share of its steps that must be the sheets' own
SILENT = 200  # characters of a page between tables of the review on which a part of it may stand
FULL = 100  # characters of a page that can be told from another's; two nearly blank ones may be alike
NUMBER = r"(?P<number>\d{1,4})"
#: a line that gives the page's number: `3`, `- 3 -`, `Page 3 of 9`, `3/9`, `Living Well Plan | 3`
PAGE_NUMBER = re.compile(
    rf"(?:^\W*|\b(?:page|tudalen)\s*|\|\s*){NUMBER}(?=\W*$|\s*(?:of|o|/)\s*\d+\W*$|\s*\|)", re.IGNORECASE
)


class Breaks(NamedTuple):
    """`gaps` says by page what is wrong at its beginning, `doubled` by page which one it repeats. The others hold
    identities of tables: `opened` those that a heading of their own opens, `closed` those that end with room for more
    rows below, `begun` those that stand below another one on their page; these two where there are gaps. `written` are
    pages full of text, `unread` those of them between tables of the review that have none."""

    gaps: Mapping[int, str] = {}
    doubled: Mapping[int, int] = {}
    opened: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()
    begun: frozenset[int] = frozenset()
    written: frozenset[int] = frozenset()
    unread: frozenset[int] = frozenset()

    def skipped(self, before: int, page: int) -> str:
        """Why no row goes on from one page to another, "" where nothing was left unread between them."""
        left = next((p for p in range(before + 1, page) if p in self.unread), 0)
        return f"nothing was read from page {left}" if left else ""

    def between(self, before: int, page: int) -> str:
        """Why nothing is carried from one page to another, "" where they follow each other."""
        return next((self.gaps[p] for p in range(before + 1, page + 1) if p in self.gaps), "")


NONE = Breaks()


def found(pages: Sequence[PageFacts], blocks: Sequence[Block], running: frozenset[int]) -> Breaks:
    """The breaks of a document; `running` are the identities of its running heads and feet."""
    doubled = _doubled(blocks)
    order = [p.number for p in pages if p.number not in doubled]
    gaps: dict[int, str] = {}
    for before, page in pairwise(p for p in pages if p.number not in doubled):
        for spoilt in (page, before):
            if spoilt.damage or (spoilt.laid_under and spoilt.pictured > 0.3):
                gaps.setdefault(page.number, f"page {spoilt.number} could not be read whole")
    gaps = {**_misplaced(_numbers(pages, blocks), order), **gaps}
    return Breaks(gaps, doubled, frozenset(_opened(blocks, running)), written=_written(blocks, running))


def around(breaks: Breaks, pages: Sequence[PageFacts], tables: Sequence[Table]) -> Breaks:
    """The breaks with what the review's tables tell of themselves: where each begins and ends on its page."""
    read = {page for table in tables for page in pages_of(table)}
    unread = frozenset(page for page in breaks.written if page not in read)
    if not breaks.gaps:
        return breaks._replace(unread=unread) if unread else breaks
    heights = {p.number: round(p.height) for p in pages}
    reach: dict[int, float] = {}  # by the height of pages how far down tables stand on them
    for table in tables:
        high = heights[table.page]
        reach[high] = max(reach.get(high, 0.0), table.box.bottom)
    closed = (t for t in tables if reach[heights[t.page]] - t.box.bottom > ROOM * _size(t))
    begun = (t for t in tables if any(_stands_below(t, other) for other in tables))
    closed_ids, begun_ids = (frozenset(map(id, own)) for own in (closed, begun))
    return breaks._replace(closed=closed_ids, begun=begun_ids, unread=unread)


def _written(blocks: Sequence[Block], running: frozenset[int]) -> frozenset[int]:
    """Pages with more text than a title and a remark, running heads and feet apart."""
    printed: Counter[int] = Counter()
    for block in blocks:
        if isinstance(block, Table):
            printed[block.page] += sum(len(cell.text) for cell in block.cells)
        elif id(block) not in running:
            printed[block.page] += len(block.text)
    return frozenset(page for page, chars in printed.items() if chars > SILENT)


def _size(table: Table) -> float:
    """The font size of a table's largest line."""
    return max((line.size for cell in table.cells for line in cell.lines), default=0.0)


def _stands_below(table: Table, other: Table) -> bool:
    beside = min(table.box.x1, other.box.x1) > max(table.box.x0, other.box.x0)
    return table.page == other.page and beside and other.box.bottom <= table.box.top


def findings(breaks: Breaks) -> Iterator[Finding]:
    """What a person should know about the order of the pages; a damaged page has a finding already."""
    for page, first in breaks.doubled.items():
        message = f"page {page} prints what page {first} does; it was read once"
        yield Finding("warning", "page_repeated", message, page)
    for page, why in breaks.gaps.items():
        if why.startswith(f"page {page} is"):
            yield Finding("warning", "page_order", why, page)


def _doubled(blocks: Sequence[Block]) -> dict[int, int]:
    """Pages that print the same as an earlier one, numbers included."""
    printed: dict[int, list[str]] = defaultdict(list)
    tabled = set()
    for block in blocks:
        if isinstance(block, Table):
            printed[block.page] += [f"{c.row}.{c.col} {c.text}" for c in block.cells]
            tabled.add(block.page)
        else:
            printed[block.page].append(block.text)
    first: dict[tuple[str, ...], int] = {}
    doubled: dict[int, int] = {}
    for page in sorted(tabled):
        text = tuple(printed[page])
        if sum(map(len, text)) >= FULL and first.setdefault(text, page) != page:
            doubled[page] = first[text]
    return doubled


Series = dict[int, int]  # number by page


def _numbers(pages: Sequence[PageFacts], blocks: Sequence[Block]) -> list[Series]:
    """The numbers that lines at the pages' edges count, a series for each such line."""
    heights = {p.number: p.height for p in pages}
    series: dict[tuple[str, bool], Series] = defaultdict(dict)
    for block in blocks:
        height = heights.get(block.page, 0.0)
        if isinstance(block, Table) or not height or EDGE * height < block.box.top < (1 - EDGE) * height:
            continue
        for hit in PAGE_NUMBER.finditer(block.text):
            line = block.text[: hit.start("number")] + "#" + block.text[hit.end("number") :]
            series[line, block.box.top < height / 2].setdefault(block.page, int(hit["number"]))
    return [s for s in series.values() if len(s) >= NUMBERED]


def _misplaced(numbers: Sequence[Series], order: Sequence[int]) -> dict[int, str]:
    """By page what its number says against its place; a page alone without number among numbered ones is not whole."""
    place = {page: k for k, page in enumerate(order)}
    gaps: dict[int, str] = {}
    numbered = {page for series in numbers for page in series}
    for series in numbers:
        own = [(place[p], n) for p, n in series.items() if p in place]
        steps = [(a, b, b[1] - a[1] == b[0] - a[0]) for a, b in pairwise(own)]
        if sum(steady for _, _, steady in steps) < STEADY * len(steps):
            continue
        for (at, number), (then, other), steady in steps:
            if not steady and other != 1:  # a part of its own begins at 1
                why = f"page {order[then]} is numbered {other}, and the one before {number}"
                gaps.update((order[k], why) for k in range(at + 1, then + 1))
            elif steady and then == at + 2 and (missing := order[at + 1]) not in numbered:
                why = f"page {missing} is not numbered as those around it are: its end may be missing"
                gaps.setdefault(missing, why)
                gaps.setdefault(order[then], why)
    return gaps


def _opened(blocks: Sequence[Block], running: frozenset[int]) -> Iterator[int]:
    """Tables above which a heading stands that was not printed before, neither as one nor among a table's: of tagged
    tables the columns' headings may be repeated as lines of text."""
    seen: set[str] = set()
    new = False
    for block in blocks:
        if isinstance(block, Table):
            if new and block.reader != "transcript":  # whose headings may be a cell's words
                yield id(block)
            new = False
            seen.update(_plain(c.text) for c in block.cells if c.row == 0 or c.header)
        elif isinstance(block, Heading) and id(block) not in running:
            text = _plain(block.text)
            new |= not _is_of(text, seen)
            seen.add(text)


def _is_of(text: str, seen: Container[str]) -> bool:
    """True for a text that was printed before, or for several side by side that were: headings of narrow columns."""
    words = text.split()
    parts = (k for k in range(len(words), 0, -1) if " ".join(words[:k]) in seen)
    return not words or any(_is_of(" ".join(words[k:]), seen) for k in parts)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
