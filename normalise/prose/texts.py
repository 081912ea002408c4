"""What stands outside tables: headings of priorities, the title block, footnotes, furniture."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from normalise.language import phrases, two_languages
from normalise.prose import contents, covering, title_pages
from normalise.review import Priority
from parsers.block import Block, Heading, Paragraph, Table
from parsers.text.wording import ended_early, in_brackets

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WORDS = {word: str(number) for number, word in enumerate(NUMBERS, 1)}
PRIORITY = re.compile(
    r"^(?:(?:strategic|corporate|key|council|our|well-?being|equality|improvement|community|service|high[- ]level"
    r"|long[- ]term|big|bold|overarching|overall|headline|main|shared|common|core) ){0,2}"
    r"(?:priority|theme|outcome|ambition|aim|pillar|goal|objective|strategic objective|portfolio|programme|section"
    r"|strand|workstream|mission|domain|enabler|commitment|focus|direction|blaenoriaeth|nod|amcan|thema|builean)\s+(?:area\s+)?"
    r"(?P<number>\d{1,2}|[A-H]|[IVX]{1,4}|" + "|".join(WORDS) + r")\b\s*(?:[-–—:.·•|]\s*)?(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
OF_THE_REPORT = re.compile(r"section\b", re.IGNORECASE)  # it may be a part of the report as well
#: and is one where it reviews a plan, or says that it is the report's own
OF_A_REVIEW = re.compile(
    r"\b(?:evaluation|review|assessment|progress|performance|monitoring|update|report|summary|analysis|reflection) "
    r"(?:of|on|against|towards|in) (?:the |our |your )?(?:\w+ ){0,4}(?:plan|strategy|actions?|priorities|objectives"
    r"|programme|year|period)\b",
    re.IGNORECASE,
)
PART = re.compile(r"\.\d")  # behind its number: `Objective 2.1` is a part of objective 2
NUMBERED_PRIORITY = re.compile(
    r"(?P<number>\d{1,2}|[A-Z]{1,3}\d{1,2}|[A-H]|[IVX]{1,4})(?:\s*[-–—:.)·•|]\s*|(?<=\d)\s+)(?P<title>[^\W\d].*)"
)
BARE_NUMBER = re.compile(r"[1-9]\d?")
#: `Blaenoriaeth 1 / Priority 1: ...`, `Builean 1: Taigheadas / Outcome 1: Housing`: the number is said twice
BOTH_LANGUAGES = re.compile(
    r"^(?:\w+ (?P<number>\d+)\s*/\s*(?=\w+ (?P=number)\b)|(?:blaenoriaeth|nod|amcan|thema|builean|sprioc|tosaíocht)"
    r"(?: \w+)? (?P<own>\d+)\b\D*?(?:/\s*|\s)(?=(?:[\w-]+ ){1,2}(?P=own)\b))",
    re.IGNORECASE,
)
#: `Strategic Focus Area: 2 Infrastructure`: what numbers the priority stands before the colon
BEFORE_NUMBER = re.compile(r"^(?P<noun>(?:[^\W\d]+ ){0,2}[^\W\d]+):\s+(?=\d{1,2}\.?\s+[A-Z])")
#: what a table's caption says instead of the priority's own title
MEASURES = re.compile(
    r"how will we measure|indicators?\b|measures?\b|performance\b|key actions", re.IGNORECASE
)
CODE = re.compile(r"^[A-Z]{0,4} ?\d[\d.]*[a-z]?\s+")  # a reference before other words
PAGE_NUMBER = re.compile(r"^(?:page\s*)?\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?$", re.IGNORECASE)
REPEATED, TWICE = 3, 2  # pages on which a text stands at one height before it is furniture; at the foot
FOOT = 0.9  # share of a page's height from which on a text stands at its foot
HEAD = 0.07  # and up to which it stands at its head
#: a line that explains signs: `Key: G = On track`, `Green = on target`
KEY_LINE = re.compile(r"^(?:key|legend|allwedd)\b|\w\s*=\s*\w", re.IGNORECASE)
OPEN = ("–", "—", "&", " to", " and", " of", " for", " the")  # at the end of a line that goes on
LONGEST_TITLE_LINE = 100  # characters; a longer line is running text
SAME_HEIGHT = 6.0  # points
SAME_SIZE = 0.3  # points between the sizes of two headings of one look


class Text(NamedTuple):
    """A text outside tables: where it stands (`title`, `furniture`, `heading`, `text`), its size and page; and the
    headings of a table's columns (`column`)."""

    place: str
    text: str
    size: float
    page: int


def furniture(blocks: Sequence[Block], heights: dict[int, float]) -> frozenset[int]:
    """Identities of running heads, feet and page numbers."""
    places: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    said: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    rated: set[tuple[int, int]] = set()
    for block in blocks:
        if not isinstance(block, Table):
            places[_place(block)].add(block.page)
            said[_place(block)].add(block.text)
            if _names_a_status(block.text):
                rated.add((block.page, _place(block)[1]))
    body = _usual_size(blocks)
    return frozenset(
        id(b)
        for b in blocks
        if not isinstance(b, Table)
        and (
            _is_number(b, heights)
            or (
                _recurs(b, places[_place(b)], heights, body, rated)
                and not _rates(b, heights)
                and not (isinstance(b, Heading) and _counts_on(b.text, said[_place(b)], places[_place(b)]))
            )
        )
    )


def _recurs(
    block: Heading | Paragraph,
    pages: Collection[int],
    heights: dict[int, float],
    body: float,
    rated: Collection[tuple[int, int]],
) -> bool:
    """True for a text in one place of several pages; at the foot two are enough, since short reports have no more, and
    at the head for one smaller than the text below it. Not so on a line that names statuses, `rated` by its page and
    height: a card's strip stands there, or a key."""
    height = heights.get(block.page, 0.0)
    small = isinstance(block, Paragraph) and block.size < body - SAME_SIZE and not heads_rows(block.text)
    edge = block.box.bottom > FOOT * height or (small and block.box.bottom < HEAD * height)
    few = height and edge and (block.page, _place(block)[1]) not in rated
    return len(pages) >= (TWICE if few else REPEATED)


def _counts_on(text: str, said: Collection[str], pages: Collection[int]) -> bool:
    """True for the number of a priority in one place of pages that print another each: `Outcome 1`, `Outcome 2`."""
    return len(said) == len(pages) and heads_rows(text)


def _usual_size(blocks: Sequence[Block]) -> float:
    """The size in which most letters outside tables are set."""
    ink: Counter[float] = Counter()
    for block in blocks:
        if isinstance(block, Paragraph):
            ink[round(block.size, 1)] += block.chars
    return ink.most_common(1)[0][0] if ink else 0.0


def _rates(block: Heading | Paragraph, heights: dict[int, float]) -> bool:
    """True for the name of a status away from a page's head and foot, a reference before it or not: cards print one in
    their corner or on a strip."""
    at_edge = _is_at_edge(block, heights.get(block.page, 0.0))
    return not at_edge and _names_a_status(block.text)


def _names_a_status(text: str) -> bool:
    return phrases.status_of(text) is not None or phrases.status_of(CODE.sub("", text)) is not None


def _is_number(block: Heading | Paragraph, heights: dict[int, float]) -> bool:
    """A bare number is a page's own only at its head or foot."""
    return _is_at_edge(block, heights.get(block.page, 0.0)) and PAGE_NUMBER.match(block.text) is not None


def _is_at_edge(block: Heading | Paragraph, height: float) -> bool:
    return not height or block.box.top < 0.1 * height or block.box.bottom > 0.9 * height


def _place(block: Heading | Paragraph) -> tuple[str, int]:
    return place(block.text, block.box.top)


def place(text: str, top: float) -> tuple[str, int]:
    """A text, whatever number it prints, and its height on its page: what runs through all pages has the same."""
    return re.sub(r"\d+", "0", text), round(top / SAME_HEIGHT)


def priority(text: str) -> Priority | None:
    """A heading such as `Priority One - Children are safe`, its number in digits; None for any other text."""
    found = PRIORITY.match(_worded(text))
    if found is None or PART.match(found.string, found.end("number")):
        return None
    number = found["number"]
    title = " ".join(found["title"].split())
    of_report = contents.says_contents(title) or OF_A_REVIEW.search(title)
    if OF_THE_REPORT.match(found.string) and title and of_report:
        return None  # `Section 2: Delivery plan`, `Section 3: Evaluation of the Action Plan 2021-2025`
    return Priority(WORDS.get(number.lower(), number.upper()), "" if MEASURES.match(title) else title)


def _worded(text: str) -> str:
    """A heading in one language, with its number right behind the word for it."""
    text = text.strip()
    if twice := BOTH_LANGUAGES.match(text):
        text = text[twice.end() :]
    apart = BEFORE_NUMBER.match(text)
    return f"{apart['noun']} {text[apart.end() :]}" if apart else text


def heads_rows(text: str) -> bool:
    """True for the words of a priority or of a part of one, `Objective 2.1: Roads`."""
    return PRIORITY.match(_worded(text)) is not None


def numbered_priority(text: str) -> Priority | None:
    """The priority that a cell of a column of priorities names: `1. Homes`, `A - Homes`, `Priority 1: Homes`."""
    found = NUMBERED_PRIORITY.match(" ".join(text.split()))
    return priority(text) or (Priority(found["number"].upper(), found["title"]) if found else None)


def bare_priority(text: str) -> Priority | None:
    """The priority that a cell names by its number alone."""
    number = text.strip(" .")
    return Priority(number, "") if BARE_NUMBER.fullmatch(number) else None


def placed(blocks: Sequence[Block], running: frozenset[int], first_table: int) -> list[Text]:
    """Texts outside tables with their place; `first_table` is the index of the first block that the review uses."""
    out: list[Text] = []
    band = title_pages.band_above(blocks, first_table)
    part = title_pages.part(blocks, first_table)
    title_page = _title_page(blocks, running, part if part is not None else first_table)
    cover = title_pages.cover(blocks)
    heads = [b for b in blocks[:first_table] if isinstance(b, Heading) and id(b) not in running]
    named = title_pages.named_before(
        [b for b in heads if not heads_rows(b.text)], title_page, _usual_size(blocks)
    )
    room: dict[int, float] = {}
    for block in blocks:
        room[block.page] = max(room.get(block.page, 0.0), block.box.x1)
    for k, block in enumerate(blocks):
        if isinstance(block, Table):
            out += captions(covering.lines(block), block) if k < band else ()
            continue
        titling = block.page == named if named else block.page >= title_page or block.page == cover
        before = k < band and k != part and titling
        for text in _typed_lines(block, room[block.page]) if before else [block.text]:
            short = isinstance(block, Heading) or len(text) < LONGEST_TITLE_LINE
            in_title = before and short and not _explains_signs(block, text)
            place = "furniture" if id(block) in running else "title" if in_title else "text"
            if place == "text" and isinstance(block, Heading):
                place = "heading"
            out.append(Text(place, " ".join(text.split()), block.size, block.page))
    return out


def captions(titles: Iterable[str], table: Table) -> list[Text]:
    """Lines above a table's headings that its rules enclose, as where a spreadsheet prints its gridlines."""
    size = max((line.size for cell in table.cells for line in cell.lines), default=0.0)
    return [Text("title", " ".join(title.split()), size, table.page) for title in titles]


def columns(headings: Iterable[str], page: int) -> list[Text]:
    """Headings of columns, which may say up to when they report: `Progress to 31 December 2024`."""
    return [Text("column", heading, 0.0, page) for heading in headings]


def _explains_signs(block: Heading | Paragraph, line: str) -> bool:
    """True for a line of a key, by its words or by the signs that stand in it."""
    signs = isinstance(block, Paragraph) and len(block.marks) >= 2
    return signs or KEY_LINE.search(line) is not None


def _typed_lines(block: Heading | Paragraph, room: float) -> list[str]:
    """The lines of a short text; of a longer one those that somebody ended before the page's right edge, `room`."""
    if isinstance(block, Heading):
        return two_languages.bodies(block) or [block.text]
    short = len(block.text) < LONGEST_TITLE_LINE
    text = ""
    for before, line in zip([None, *block.lines], block.lines, strict=False):
        broken = before is not None and (short or ended_early(before, line, room))
        runs_on = before is not None and (before.text.endswith(OPEN) or in_brackets(before.text, line.text))
        text += f"\n{line.text}" if broken and not runs_on else f" {line.text}"
    return text.strip().split("\n")


def _title_page(blocks: Sequence[Block], running: frozenset[int], first_table: int) -> int:
    """The page whose headings introduce the review: that of its first table, or the nearest before it."""
    own = [b for b in blocks[:first_table] if isinstance(b, Heading) and id(b) not in running]
    return max((b.page for b in own if not heads_rows(b.text)), default=1)
