"""Items that open with boxes before names of statuses, one of them ticked: `Change Idea #1 ☑ Implemented ☐ Not
implemented`, below it what is done, and texts below labels that each of them has: `Process measure`, `Lessons learned`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from normalise.cards.boxes import one_row
from normalise.cards.card import ITEM, Card, Pair
from normalise.language import phrases, vocabulary
from normalise.prose.labelled import READER
from normalise.signs import boxed
from parsers.block import Block, Cell, Heading, Paragraph, Table
from parsers.geometry import union

LEAST = 2  # such items, that a line of boxes is no key's
COMMON = 0.5  # share of the items that have a label
SET_ALIKE = 0.5  # points between the sizes of an item's opening line and a heading that ends it
#: a line's words that say which of several it is, and nothing else: `Change Idea #1`, `Action no. 2:`
NUMBER = re.compile(r"(?:[^\W\d_]+\s+){0,4}(?:#|no\.?|number)?\s*\d{1,3}[a-z]?\s*[.:)–—-]?\s*", re.IGNORECASE)

PROGRESS = "progress"
Text = Heading | Paragraph


@dataclass(slots=True)
class Item:
    """An item's opening line, its words before the boxes, and the texts below it, by the label above them."""

    opening: Text
    words: str
    texts: list[Text] = field(default_factory=list)


def upright(blocks: Sequence[Block], running: frozenset[int]) -> tuple[Block, ...]:
    """The blocks with each such item as a table of a header and one row on each of its pages."""
    opened = {id(b): words for b in blocks if not isinstance(b, Table) and (words := _opening(b)) is not None}
    if len(opened) < LEAST:
        return tuple(blocks)
    items: list[Item] = []
    left: list[Block | Item] = []
    item: Item | None = None
    for block in blocks:
        if id(block) in opened and not isinstance(block, Table):
            item = Item(block, opened[id(block)])
            items.append(item)
            left.append(item)
        elif id(block) in running:
            left.append(block)
        elif item is None or isinstance(block, Table) or _ends(block, item):
            item = None
            left.append(block)
        else:
            item.texts.append(block)
    labels = _labels(items)
    progress = _narrative(items, labels)
    cards = {id(own): _card(own, labels, progress) for own in items}
    if not all(ITEM & card.roles for card in cards.values()):
        return tuple(blocks)
    return tuple(_laid(left, cards))


def _laid(left: Sequence[Block | Item], cards: dict[int, Card]) -> Iterator[Block]:
    later: list[tuple[int, Table]] = []
    for block in left:
        page = block.opening.page if isinstance(block, Item) else block.page
        yield from (table for at, table in later if at <= page)
        later = [(at, table) for at, table in later if at > page]
        if not isinstance(block, Item):
            yield block
            continue
        card = cards[id(block)]
        pages = sorted({pair.page for pair in card.pairs})
        first, *rest = [(page, one_row(card, _frame(card, page))) for page in pages]
        yield first[1]
        later += rest
    yield from (table for _, table in later)


def _opening(block: Text) -> str | None:
    """The words before the boxes of a line that lists statuses, one of which is ticked; None for any other line."""
    first = next((k for k, letter in enumerate(block.text) if letter in boxed.EMPTY + boxed.TICKED), None)
    if first is None or not boxed.are_statuses(block.text[first:]) or not boxed.chosen(block.text[first:]):
        return None
    return block.text[:first].strip()


def _ends(block: Text, item: Item) -> bool:
    """True for a heading as large as an item's opening line: what stands below it is told of something else."""
    return isinstance(block, Heading) and block.size > item.opening.size + SET_ALIKE


def _labels(items: Sequence[Item]) -> frozenset[str]:
    """The plain words of the headings that most items have."""
    times = Counter(
        key
        for item in items
        for key in {vocabulary.plain(t.text) for t in item.texts if isinstance(t, Heading)}
    )
    return frozenset(key for key, n in times.items() if n > COMMON * len(items) and n >= LEAST)


def _narrative(items: Sequence[Item], labels: frozenset[str]) -> str:
    """The label below which it is told how each item went: the last one over sentences, where none says that it is."""
    if any(vocabulary.role_of(label) == PROGRESS for label in labels):
        return ""
    told: Counter[str] = Counter()
    for item in items:
        over = [(key, texts) for key, _, texts in _parts(item, labels) if key and texts]
        told.update(key for key, texts in over[-1:] if texts[-1].text.endswith(phrases.SENTENCE_END))
    label, times = told.most_common(1)[0] if told else ("", 0)
    return label if times > COMMON * len(items) else ""


def _parts(item: Item, labels: frozenset[str]) -> list[tuple[str, Text | None, list[Text]]]:
    """The item's texts by the label above them, the first without any."""
    parts: list[tuple[str, Text | None, list[Text]]] = [("", None, [])]
    for text in item.texts:
        key = vocabulary.plain(text.text)
        if isinstance(text, Heading) and key in labels:
            parts.append((key, text, []))
        else:
            parts[-1][2].append(text)
    return parts


def _card(item: Item, labels: frozenset[str], progress: str) -> Card:
    """The item as a card: what is done, how it stands, and what its labels tell."""
    opening, (_, _, below), *told = item.opening, *_parts(item, labels)
    title = item.words[number.end() :] if (number := NUMBER.match(item.words)) else item.words
    status = _cell(opening, boxed.chosen(opening.text[len(item.words) :]), opening.chars)
    said = "Details" if progress or PROGRESS in map(vocabulary.role_of, labels) else "Progress"
    pairs = [Pair(_head("Action", opening), opening.page, [_cell(opening, title)])] if title else []
    pairs += _pairs(said if title else "Action", None, below)
    pairs.append(Pair(_head("Status", opening), opening.page, [status]))
    for key, label, texts in told:
        if label is not None:
            pairs += _pairs("Progress" if key == progress else label.text, label, texts)
    return Card(pairs)


def _pairs(name: str, label: Text | None, texts: Sequence[Text]) -> Iterator[Pair]:
    """A label with its texts, those of each page apart."""
    first = label or next(iter(texts), None)
    if first is None:
        return
    pages = sorted({first.page, *(t.page for t in texts)})
    for k, page in enumerate(pages):
        own = [t for t in texts if t.page == page]
        head = _head(name, first, chars=label.chars if label else 0) if not k else _head("", own[0])
        yield Pair(head, page, [_joined(own)] if own else [])


def _head(name: str, at: Text, chars: int = 0) -> Cell:
    return Cell(0, 0, 1, 1, name, at.box, chars=chars)


def _cell(at: Text, text: str, chars: int = 0) -> Cell:
    lines = tuple(line._replace(text=text, label="") for line in at.lines[:1])
    return Cell(0, 0, 1, 1, text, at.box, lines=lines, chars=chars)


def _joined(texts: Sequence[Text]) -> Cell:
    """Several texts of a page as one cell, a line each."""
    box = union(t.box for t in texts)
    lines = tuple(line for t in texts for line in t.lines)
    marks = tuple(mark for t in texts if isinstance(t, Paragraph) for mark in t.marks)
    text = "\n".join(t.text for t in texts)
    return Cell(0, 0, 1, 1, text, box, lines=lines, marks=marks, chars=sum(t.chars for t in texts))


def _frame(card: Card, page: int) -> Table:
    """A table for a card on one of its pages, still without cells."""
    box = union(c.box for pair in card.pairs if pair.page == page for c in (pair.label, *pair.values))
    return Table(page, box, READER, (box.x0, box.x1), (box.top, box.bottom), ())
