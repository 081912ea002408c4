"""Cards among the lines of a document: an item with labelled lines below it, the same labels again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from statistics import mean

from normalise import card_heads, phrases, texts, vocabulary
from normalise.card_heads import BEGINS, FAR, LARGER, Head, air, is_label, is_prominent
from normalise.cards import RATED
from normalise.flows import Printed
from normalise.labelled import ITEM, behind
from parsers.block import Mark

CARDS = 2  # cards that make a deck; one may be the title block of a report
COMMON = 0.6  # share of the cards that have a label which may open them
WRAPPED = 0.6  # of the font size between two lines of one paragraph
BELOW = 4.0  # of the font size below a card, or on the next page: what is further off is none of it
AIRIEST = 5.0  # of the font size: more air than this says no more
TOLD = ("status", "progress")
SHORT = ("status", "lead", "group", "due_date", "start_date", "revised_date", "ref")  # told in a line
RATING = "Status"  # and what stands beside their titles
DONE = "Percent complete"  # and a share on a line of its own, beside or below a bar
SHARE = re.compile(r"\d{1,3}(?:\.\d+)? ?%")
UNLABELLED = "Progress"  # what the cards' last text is that has no label
SENTENCE_END = (".", "!", "?")
HEADS = ("activity", "priority", "plan")  # roles of labels that head cards

Flow = Sequence[Printed]


@dataclass(slots=True)
class Entry:
    """One label of a card with the lines that it labels; `opens` is the line that prints the label itself."""

    label: str
    role: str
    ref: str
    opens: Printed
    lines: list[Printed] = field(default_factory=list)

    @property
    def key(self) -> str:
        return vocabulary.plain(self.label)

    @property
    def printed(self) -> list[Printed]:
        """All lines of the entry."""
        return [self.opens, *self.lines]

    @property
    def text(self) -> str:
        """The words behind the label, on its own line or on those below it."""
        own = behind(self.opens.line, self.opens.said) if self.opens.said else self.opens.line
        return " ".join([*([own.text] if own else []), *(p.line.text for p in self.lines)])


@dataclass(slots=True)
class Card:
    """An item's labelled lines, with the title and the reference above them, and the name of a status beside the title;
    `doubt` says what may not be its own."""

    entries: list[Entry]
    title: list[Printed] = field(default_factory=list)
    ref: Printed | None = None
    rated: Printed | None = None
    doubt: str = ""

    @property
    def roles(self) -> set[str]:
        return {entry.role for entry in self.entries}

    @property
    def signs(self) -> tuple[Mark, ...]:
        """The signs on the lines that name the item."""
        named = [*([self.ref] if self.ref else []), *self.title]
        named += [e.opens for e in self.entries[:1] if e.role in ITEM]
        return tuple({m.box: m for p in named for m in p.marks}.values())

    def is_whole(self) -> bool:
        """True for a card that names an item and tells how it stands."""
        return bool(self.title or self.roles & set(ITEM)) and bool(self.roles & set(TOLD))


def found(lines: Sequence[Flow]) -> tuple[list[Card], list[Card]]:
    """The cards that a document's lines print, and what looks like a card but names no item or no status."""
    known = _labels(lines)
    opener = _opener(lines, known) if known else ""
    if not opener:
        return [], []
    cards = [card for flow in lines for card in _cards(flow, known, opener)]
    whole = [card for card in cards if card.is_whole()]
    if len(whole) < CARDS or not _are_rated(whole):
        return [], []
    return whole, [card for card in cards if card not in whole]


def _labels(lines: Sequence[Flow]) -> dict[str, str]:
    """The labels of a document's cards with their roles: those that are printed again and again, known or not, and of
    the others those set in bold, no larger, that say something else."""
    printed = [p.said for flow in lines for p in flow if p.said]
    times = Counter(said.key for said in printed)
    roles = {said.key: said.role for said in printed}
    most = max((times[key] for key in times if roles[key]), default=0)
    if most < CARDS:
        return {}
    often = {key for key, n in times.items() if n >= (CARDS if roles[key] else max(CARDS, COMMON * most))}
    held = {roles[key] for key in often}
    size = max((p.line.size for flow in lines for p in flow if p.said and p.said.key in often), default=0.0)
    bold = {
        p.said.key for flow in lines for p in flow if p.said and p.said.bold and p.line.size <= LARGER * size
    }
    rare = {key for key in bold - often if roles[key] and roles[key] not in held}
    return {key: roles[key] for key in often | (rare if bold & often else set())}


def _opener(lines: Sequence[Flow], known: dict[str, str]) -> str:
    """The label that opens each card: one below a heading; with it the fewest cards lack a label that others have, then
    most air stands above it, then it names the item."""
    above: dict[str, list[float]] = {}
    for flow in lines:
        for k, p in enumerate(flow):
            if p.said and is_label(p, known):
                above.setdefault(p.said.key, []).append(_air_above(flow, k, known))
    most = max(len(airs) for airs in above.values())
    common = [key for key, airs in above.items() if len(airs) >= max(CARDS, COMMON * most)]
    printed = [[p.said.key for p in flow if p.said and p.said.key in common] for flow in lines]
    lacking = {key: sum(_lacking(labels, key, common) for labels in printed) for key in common}
    headed = [key for key in common if sum(air > AIRIEST for air in above[key]) >= COMMON * len(above[key])]
    return min(
        headed or common,
        key=lambda key: (lacking[key], -round(2 * mean(above[key])), known[key] not in BEGINS),
        default="",
    )


def _lacking(labels: Sequence[str], opener: str, common: Sequence[str]) -> int:
    """How many labels are missing in the cards that a label opens, or stand before the first of them."""
    starts = [k for k, label in enumerate(labels) if label == opener]
    cards = [set(labels[a:b]) for a, b in pairwise([*starts, len(labels)])]
    return sum(len(common) - len(own) for own in cards) + (starts[0] if starts else len(labels))


def _air_above(flow: Flow, k: int, known: dict[str, str]) -> float:
    """The air above a label, of the font size; more than any where a heading stands there."""
    before, line = flow[k - 1] if k else None, flow[k].line
    if before is None or before.page != flow[k].page:
        return AIRIEST
    if not is_label(before, known) and is_prominent(before.line, line.size):
        return 2 * AIRIEST
    return min(AIRIEST, max(0.0, (line.box.top - before.line.box.bottom) / line.size))


def _cards(flow: Flow, known: dict[str, str], opener: str) -> Iterator[Card]:
    """The cards of one flow, from each opening label to the next one's title."""
    starts = [k for k, p in enumerate(flow) if p.said and p.said.key == opener]
    heads = [card_heads.above(flow, k, known) for k in starts]
    ends = [*(head.begin for head in heads[1:]), len(flow)] if heads else []
    cards = [
        _card(flow[start:end], known, head) for start, end, head in zip(starts, ends, heads, strict=True)
    ]
    parted = any(_is_parted(card.entries[-1]) for card in cards[:-1])
    below = [_end(card, card is cards[-1]) for card in cards]
    unlabelled = "progress" not in known.values() and sum(map(bool, below)) > COMMON * len(cards)
    for card, rest in zip(cards, below, strict=True):
        if unlabelled and rest:
            card.entries.append(Entry(UNLABELLED, "progress", "", rest[0], _first_paragraph(rest)))
        elif rest and (parted or card is not cards[-1]):
            card.doubt = f"the text below the card may belong to its {card.entries[-1].label!r}"
        if card.rated and "status" not in card.roles:
            card.entries.append(Entry(RATING, "status", "", card.rated))
        _name(card)
        yield card


def _first_paragraph(lines: Flow) -> list[Printed]:
    """The lines that go on with the first."""
    return [p for _, p in takewhile(lambda pair: _goes_on(*pair), pairwise(lines))]


def _card(lines: Flow, known: dict[str, str], head: Head) -> Card:
    """A card from its opening label on; labels that head the next cards are none of its own."""
    card = Card([], head.title, head.ref, head.rated)
    for p in lines:
        if p.said and is_label(p, known):
            if all(entry.key != p.said.key for entry in card.entries):
                card.entries.append(Entry(p.said.label, known[p.said.key], p.said.ref, p))
                continue
            card.doubt = f"{p.said.label!r} stands twice in the card"
        elif SHARE.fullmatch(p.line.text.strip()) and "complete" not in known.values():
            card.entries.append(Entry(DONE, "complete", "", p))
            continue
        card.entries[-1].lines.append(p)
    while len(card.entries) > 1 and card.entries[-1].role in HEADS:
        card.entries.pop()
    return card


def _is_parted(entry: Entry) -> bool:
    """True where paragraphs follow each other below a label."""
    return any(not _goes_on(a, b) and not _heads(b, entry) for a, b in pairwise(entry.printed))


def _end(card: Card, last: bool) -> list[Printed]:
    """Cut off what stands below a card, from a heading on or from text far below its last label. What is given back may
    be its own all the same: the text right below its last value."""
    entry = card.entries[-1]
    above = entry.opens
    for n, p in enumerate(entry.lines):
        short = last or entry.role in SHORT or air(above, p) > FAR
        if _heads(p, entry) or (short and not _goes_on(above, p)):
            rest = entry.lines[n:]
            del entry.lines[n:]
            return list(takewhile(lambda q: not _heads(q, entry), rest)) if air(above, p) < BELOW else []
        above = p
    return []


def _heads(p: Printed, entry: Entry) -> bool:
    return texts.priority(p.line.text) is not None or is_prominent(p.line, entry.opens.line.size)


def _goes_on(above: Printed, p: Printed) -> bool:
    """True for a line that goes on with the paragraph above it, on the page or behind its end."""
    if above.page != p.page:
        return above.page + 1 == p.page and not above.line.text.endswith(SENTENCE_END)
    return air(above, p) < WRAPPED


def _name(card: Card) -> None:
    """Of a card that names no item the lines below its reference's own are the title."""
    if card.title or card.roles & set(ITEM):
        return
    for entry in card.entries:
        if entry.role == "ref" and entry.lines:
            card.title, entry.lines = entry.lines, []


def _are_rated(cards: Sequence[Card]) -> bool:
    """True for cards of which most have a status that is known as such, or a sign beside their titles, not all the
    same."""
    told = [entry for card in cards for entry in card.entries if entry.role == "status"]
    if not told:
        signs = [{(m.identity, m.colour) for m in card.signs} for card in cards if card.signs]
        return len(signs) > RATED * len(cards) and len(set().union(*signs)) > 1
    known = sum(phrases.may_rate(entry.text) or any(p.marks for p in entry.printed) for entry in told)
    return len(told) > RATED * len(cards) and known > RATED * len(told)
