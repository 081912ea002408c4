"""Texts on pages with rows that ended in none of them: remarks between and below the tables, lines that look like what
is said of a row, bands inside a table that gather nothing. Each leaves a finding."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from normalise.checks import abreast, below_cards
from normalise.columns import repeats, strays
from normalise.columns.strips import KINDS, Strip
from normalise.headings.particulars import OWNERS, explains_ratings
from normalise.headings.placement import Placement
from normalise.keys import columns as key_columns
from normalise.language import phrases, vocabulary
from normalise.prose import footnotes, labelled, texts
from normalise.prose.contents import says_contents
from normalise.review import Finding, Review
from normalise.rows import counted_bands
from normalise.rows.joining import Item
from normalise.rows.records import Record, Theme
from normalise.signs import matching
from normalise.signs.line import Key
from parsers.block import Block, Cell, Heading, Line, Paragraph, Table
from parsers.geometry import Box

QUOTED = 200  # characters of a text that a finding quotes
WIDEST = 200.0  # points of a sign; what is wider is a band that texts stand on
SEVERAL = 2  # activities whose rows are counted from 1
LONGEST_RATING = 5  # words of a line that is a status and nothing else
#: what labels say of a row; others (`period`, `plan`) tell of the report
OF_ROWS = (*OWNERS, "status", "progress", "due_date", "start_date", "target", "latest", "previous")
RATING = ("status", "latest", "progress")  # what a label names that says what ratings mean: `Position`
ADDRESS = re.compile(r"\S@\S|\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b|\bwww\.")
PAGED = re.compile(r"\b(?:page|tudalen)\s*\d+|[\s|]\d{1,3}$", re.IGNORECASE)  # a foot with its page's number
#: the number that opens a line, and the words behind it
NUMBERED = re.compile(r"(?P<number>[A-Z]{0,4}-?\d{1,3}(?:\.\d{1,3})*[a-z]?)[.):]?\s+(?=[^\W\d])")
#: `Thriving places: 2 on track, 1 slipping` by what stands between its counts
LISTED = re.compile(r"\s*[:,;]\s*")
COUNTED = re.compile(r"\d{1,4}\s+(?P<name>.+)")

Text = Heading | Paragraph
Held = Mapping[int, Sequence[Box]]  # where rows have their texts, by page


def found(
    stand: Placement, strips: Sequence[Strip], keys: Sequence[Key], key: Container[int], review: Review
) -> Iterator[Finding]:
    """Findings about texts that no row took up: a warning about each that looks like a row's, one information about the
    others of a page. `key` are the blocks that print the document's key, by identity."""
    rows = [item for item in stand.items if isinstance(item, Record)]
    held: defaultdict[int, list[Box]] = defaultdict(list)
    for piece in (p for row in rows for pieces in row.fields.values() for p in pieces):
        held[piece.page].append(piece.cell.box)
    yield from _bands(stand.items, held, review)
    titles = {id(s.table): s.titles for s in reversed(strips) if s.kind in KINDS}
    pages = [s.table.page for s in strips if s.kind in KINDS]
    inside = range(min(pages, default=0), max(pages, default=0) + 1)
    headings = repeats.found(stand.standing, [s for s in strips if s.kind in KINDS])
    left = [b for b in stand.standing if id(b) not in key and id(b) not in headings and b.page in inside]
    printed = Counter(_blanked(b.text) for b in stand.standing if not isinstance(b, Table))
    names = [vocabulary.plain(name) for name in (review.publisher, review.plan, review.title) if name]
    remarks: defaultdict[int, list[str]] = defaultdict(list)
    beside = [b for b in stand.standing if isinstance(b, Paragraph) and b.page in inside]
    yield from _abreast([b for b in beside if id(b) not in headings], key, strips, printed)
    outside = list(_outside(left, titles, stand.told, held))
    lone = [t for t, above in outside if isinstance(t, Paragraph) and not above]
    lone = [t for t in lone if printed[_blanked(t.text)] == 1]
    below = {id(text): "stands below a card" for text in below_cards.found(stand.standing, lone)}
    for text, above in outside:
        if why := _looks_told(text, above, keys, review) or below.get(id(text)):
            message = f"the text {_quoted(text.text)} {why}, but stands in no row"
            yield Finding("warning", "text_left_out", message, text.page)
        elif isinstance(text, Paragraph) and not above:
            again = printed[_blanked(text.text)] > 1
            remarks[text.page] += [] if again or _is_known(text.text, names) else [_quoted(text.text)]
    for page, quoted in sorted((page, own) for page, own in remarks.items() if own):
        message = f"beside the tables of page {page}, in no row: {', '.join(quoted)}"
        yield Finding("info", "text_left_out", message, page)


def _abreast(
    left: Sequence[Paragraph], key: Container[int], strips: Sequence[Strip], printed: Counter[str]
) -> Iterator[Finding]:
    """A finding about each line of texts in a table's columns that is in none of its rows, and not printed again.

    A sign and its word that look like the `key`'s are a row's beside a text that is not.
    """
    for line in abreast.found(left, [s for s in strips if s.kind in KINDS]):
        if all(printed[_blanked(text.text)] > 1 or id(text) in key for text in line):
            continue
        message = (
            f"the texts {', '.join(_quoted(t.text) for t in line)} stand in a table's columns, but in no row"
        )
        yield Finding("warning", "text_left_out", message, line[0].page)


def _quoted(text: str) -> str:
    return repr(" ".join(text.split())[:QUOTED])


def _outside(
    blocks: Sequence[Block],
    titles: Mapping[int, Sequence[Cell]],
    told: Container[int],
    held: Held,
) -> Iterator[tuple[Text, bool]]:
    """The texts outside the rows and not `told`, each with whether it stands above all that is the review's: the first
    table that was read and what names its part of the plan. `titles` stand above the headers of tables that were read,
    by their identity."""
    above = True
    for block in blocks:
        if not isinstance(block, Table):
            if id(block) not in told:
                yield block, above
            above = above and id(block) not in told
        elif id(block) in titles:
            above_it = [c for c in titles[id(block)] if id(c) not in told]
            own = [c for c in above_it if not _is_held(c, block.page, held)]
            yield from ((c.paragraph(block.page), False) for c in own if texts.priority(c.text) is None)
            above = False


def _is_held(cell: Cell, page: int, held: Held) -> bool:
    """True for a cell that a row has as it is, or a line of it."""
    return any(cell.box.holds(*box.centre) for box in held.get(page, ()))


def _bands(items: Sequence[Item], held: Held, review: Review) -> Iterator[Finding]:
    """Rows of one text that no row below them took along: a priority without rows, a heading or remark at an end."""
    known = {a.priority for a in review.actions} | {i.priority for i in review.indicators}
    for band in (item for item in items if isinstance(item, Theme) and item.text and not item.tally):
        counted = counted_bands.said(band.text)
        said = texts.priority(band.text) or (counted if counted in review.priorities else None)
        kept = any(_is_held(cell, band.page, held) for cell in band.cells)
        if said is not None and said.number not in known:
            known.add(said.number)
            message = f"no row was read under the heading {band.text[:60]!r}"
            yield Finding("warning", "priority_without_rows", message, band.page)
        elif said is None and not kept and not _counts(band.text):
            message = f"the text {_quoted(band.text)} across a table gathers no rows, and is in none"
            yield Finding("warning", "text_left_out", message, band.page)


def _counts(text: str) -> bool:
    """True for a text that counts statuses: `Thriving places: 2 on track, 1 slipping`."""
    named = [found["name"] for part in LISTED.split(text) if (found := COUNTED.fullmatch(part))]
    return len(named) > 1 and all(map(phrases.may_rate, named))


def _looks_told(text: Text, above: bool, keys: Sequence[Key], review: Review) -> str:
    """What makes a text look like a row's, or like what is said of rows; empty where nothing does."""
    lines = (
        text.lines
        if isinstance(text, Paragraph)
        else (Line(text.text, text.box, text.size, text.bold, "#000000"),)
    )
    labels = [
        said
        for line in lines
        if (said := labelled.read(line)) and (behind := labelled.behind(line, said))
        if said.role not in RATING or not explains_ratings(behind.text)
        if said.role not in OWNERS or not _tells_whom_to_ask(behind.text, review)
    ]
    if above:
        unled = review.actions and not any(a.leads for a in review.actions)
        return "says who leads" if unled and any(s.role in OWNERS for s in labels) else ""
    if any(s.role in OF_ROWS for s in labels):
        return "is labelled as what rows say"
    words = text.text.strip()
    if len(words.split()) <= LONGEST_RATING and phrases.status_of(words):
        return "is a status"
    if (
        isinstance(text, Paragraph)
        and any(matching.match(m, keys) for m in text.marks if m.box.width <= WIDEST)
        and not words.endswith(":")
    ):
        return "has a sign of the key"
    next_one = isinstance(text, Paragraph) and _counts_on(words, text.page, review)
    return "is numbered as the rows are" if next_one or _is_numbered(words, review) else ""


def _tells_whom_to_ask(text: str, review: Review) -> bool:
    """True for an address or a telephone number beside a report each of whose actions has its lead: `Contact: ...`."""
    return ADDRESS.search(text) is not None and all(action.leads for action in review.actions)


def _is_numbered(words: str, review: Review) -> bool:
    """True for a line with a number of the rows' own form that is none of theirs; of bare numbers the next alone."""
    opening = NUMBERED.match(words)
    numbers = {a.action_number for a in review.actions if a.action_number}
    refs = {ref for a in review.activities for ref in a.refs}
    if opening is None or opening["number"] in numbers | refs:
        return False
    number = opening["number"]
    if number.isdigit():
        return number == str(max((int(n) for n in numbers if n.isdigit()), default=-1) + 1)
    return any(sum(_form(n) == _form(number) for n in own) > len(own) / 2 for own in (numbers, refs))


def _counts_on(words: str, page: int, review: Review) -> bool:
    """True for the number behind that of the last row above, where each activity's rows are counted anew and the next
    row has another: one between them was lost."""
    opening = NUMBERED.match(words)
    numbers = [a.action_number or "" for a in review.actions]
    if opening is None or not opening["number"].isdigit() or numbers.count("1") < SEVERAL:
        return False
    following = (*((a.pages, a.action_number) for a in review.actions[1:]), ((), None))
    return any(
        last.isdigit()
        and opening["number"] == str(int(last) + 1) != number
        and action.pages
        and page - 1 <= action.pages[-1] <= page
        and (not pages or pages[0] >= page)
        for action, last, (pages, number) in zip(review.actions, numbers, following, strict=True)
    )


def _form(number: str) -> str:
    return re.sub(r"[a-z]", "a", re.sub(r"[A-Z]", "A", re.sub(r"\d+", "0", number)))


def _is_known(text: str, names: Sequence[str]) -> bool:
    """True for a text that is kept elsewhere or says nothing of its own: a footnote, a caption, a running foot, the
    heading of a key, a line of column headings. `names` are plain: of who publishes what."""
    words = " ".join(text.split())
    plain = vocabulary.plain(words)
    foot = PAGED.search(words) is not None or any(plain in name or name in plain for name in names)
    heads = key_columns.is_title(words) or bool(strays.named(plain)) or says_contents(words)
    noted = footnotes.FOOTNOTE.match(words) is not None and len(words) < footnotes.LONGEST_NOTE
    return noted or heads or (foot and len(words) < texts.LONGEST_TITLE_LINE)


def _blanked(text: str) -> str:
    """A text with its numbers blanked: a running foot has its page's."""
    return re.sub(r"\d+", "0", " ".join(text.split()))
