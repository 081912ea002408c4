"""Actions as texts without labels, again and again: a number with a title, right of it the name of a status, alone or
on a pill, below it who and by when in a line of another look, `Head of Estates · by 30 May 2025`, and what is told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from normalise.cards.card import REFERENCE
from normalise.cards.decks import RATING, UNLABELLED
from normalise.cards.entries import Card, Entry
from normalise.cards.flows import ALIGNED, Printed
from normalise.cards.heads import CLOSE, FAR, LARGER, WORDS, air, is_on_pill
from normalise.language import dates, phrases, vocabulary
from normalise.prose import labelled, texts
from normalise.prose.labelled import BETWEEN, Labelled, part

#: what opens such a text: `E1.3 Buy land`, `2.1 Buy land`, `PV4 Buy land`
OPENS = re.compile(
    r"(?P<ref>[A-Z]{1,4}-?\d{1,3}(?:\.\d{1,3})*[a-z]?|\d{1,2}(?:\.\d{1,3})+)[.:)]?\s+(?=[^\W\d])"
)
LEAST = 3  # texts that make a rhythm
MOST = 0.8  # share of the texts with such numbers that a status stands beside
SEVERAL = 2  # statuses that stand beside them
ABOVE, BELOW = 0.5, 1.5  # of a title's height that the middle of its status may lie off its own
LONGEST = 8  # words of who leads
DUE = 6  # words of by when
PARTING = " |·•;"  # what stands between the parts of a line
ENDLESS = "no line of another look shows where the title of {!r} ends"

Flow = Sequence[Printed]


class Blocks(NamedTuple):
    """The lines, those of such texts parted, and each text as a card."""

    flows: list[list[Printed]]
    cards: list[Card]


def found(flows: Sequence[Flow]) -> Blocks:
    """The actions that a document's texts print so; none where no rhythm of numbers and statuses shows."""
    beside = [_beside(flow) for flow in flows]
    kinds: defaultdict[tuple[str, int], list[tuple[Printed, Printed | None]]] = defaultdict(list)
    for rated, flow in zip(beside, flows, strict=True):
        for p in flow:
            if numbered := OPENS.match(p.line.text):
                kinds[_form(numbered["ref"]), round(p.line.box.x0)].append((p, rated.get(id(p))))
    opening = {id(p) for own in kinds.values() if _is_rhythm(own) for p, _ in own}
    made = [_parted(flow, rated, opening) for flow, rated in zip(flows, beside, strict=True)]
    return Blocks([flow for flow, _ in made], [card for _, cards in made for card in cards])


def _form(ref: str) -> str:
    return re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "0", ref))


def _is_rhythm(own: Sequence[tuple[Printed, Printed | None]]) -> bool:
    rated = [rating.line.text for _, rating in own if rating]
    numbers = {p.line.text.split()[0] for p, _ in own}
    several = len({*rated}) >= SEVERAL and len(numbers) == len(own)
    return several and len(rated) >= LEAST and len(rated) >= MOST * len(own)


def _beside(flow: Flow) -> dict[int, Printed]:
    """The name of a status, or a few words on a pill, right of each title that opens with a number, by its identity."""
    ratings = [p for p in flow if _rates(p)]
    rated: dict[int, Printed] = {}
    for p in (p for p in flow if OPENS.match(p.line.text)):
        high, middle = p.line.box.height, p.line.box.centre[1]
        near = [
            q
            for q in ratings
            if q.page == p.page
            and q.line.box.x0 > p.line.box.x1
            and -ABOVE * high <= q.line.box.centre[1] - middle <= BELOW * high
        ]
        if near:
            rated[id(p)] = min(near, key=lambda q: abs(q.line.box.centre[1] - middle))
    often = Counter(id(q) for q in rated.values())
    return {key: q for key, q in rated.items() if often[id(q)] == 1}


def _rates(p: Printed) -> bool:
    few = len(p.line.text.split()) <= WORDS and p.said is None and not p.band
    return few and (is_on_pill(p) or phrases.status_of(p.line.text) is not None)


def _parted(flow: Flow, rated: Mapping[int, Printed], opening: set[int]) -> tuple[list[Printed], list[Card]]:
    """The lines of a flow, those of its cards parted, and the cards."""
    ratings = {id(q) for key, q in rated.items() if key in opening}
    lines = [p for p in flow if id(p) not in ratings]
    starts = [k for k, p in enumerate(lines) if id(p) in opening]
    out = lines[: starts[0]] if starts else lines
    cards: list[Card] = []
    for k, end in pairwise([*starts, len(lines)]):
        own = _text(lines[k:end])
        card, parts = _card(own, rated.get(id(lines[k])))
        cards.append(card)
        out += [*parts, *lines[k + len(own) : end]]
    return out, cards


def _text(lines: Flow) -> Flow:
    """The lines of the text that a title opens."""
    last = next(
        (k for k, (a, b) in enumerate(pairwise(lines), 1) if not _goes_on(a, b, lines[0])), len(lines)
    )
    return lines[:last]


def _goes_on(above: Printed, p: Printed, title: Printed) -> bool:
    """True for a line of the text that a title opens, on the next page for one that is set as the line above it."""
    heads = p.line.size > LARGER * title.line.size or (p.line.bold and not title.line.bold)
    if heads or p.band or texts.heads_rows(p.line.text) or p.line.box.x0 < title.line.box.x0 - ALIGNED:
        return False
    if above.page != p.page:
        aligned = abs(above.line.box.x0 - p.line.box.x0) < ALIGNED
        return above is not title and above.page + 1 == p.page and aligned and _look(above) == _look(p)
    return air(above, p) < FAR


def _card(lines: Flow, rating: Printed | None) -> tuple[Card, list[Printed]]:
    """A text as a card, and its lines, the first parted behind the number and that of who and when between them."""
    first = lines[0]
    opening = OPENS.match(first.line.text)
    end = opening.end() if opening else 0
    ref = first._replace(line=part(first.line, 0, len(first.line.text[:end].rstrip(" .:)"))), marks=())
    title = first._replace(line=part(first.line, end, len(first.line.text)))
    look = _look(first)
    same = [p for _, p in takewhile(lambda pair: _is_same(*pair, look), pairwise(lines))]
    ends = len(same) + 1 < len(lines)
    titles = [title, *(same if ends else ())]
    rest = list(lines[len(titles) :])
    card = Card([], titles, ref if REFERENCE.fullmatch(ref.line.text) else None, rating)
    card.doubt = "" if ends or not rest else ENDLESS.format(first.line.text[:60])
    told = _who_and_when(rest[0]) if ends and rest else []
    card.entries += told
    body = rest[1:] if told else rest
    if body:
        card.entries.append(Entry(UNLABELLED, "progress", "", body[0], body[1:]))
    if rating:
        card.entries.append(Entry(RATING, "status", "", rating))
    return card, [ref, *titles, *([rating] if rating else []), *(e.opens for e in told), *body]


def _is_same(above: Printed, p: Printed, look: tuple[bool, float, str]) -> bool:
    return _look(p) == look and air(above, p) < CLOSE


def _look(p: Printed) -> tuple[bool, float, str]:
    return p.line.bold, round(p.line.size, 1), p.line.colour


def _who_and_when(p: Printed) -> list[Entry]:
    """The entries of a line of who leads and by when; none for a line of anything else."""
    cuts = [*BETWEEN.finditer(p.line.text)]
    begins, ends = [0, *(c.start() + 1 for c in cuts)], [*(c.start() for c in cuts), len(p.line.text)]
    parts = [p._replace(line=part(p.line, a, b), said=None) for a, b in zip(begins, ends, strict=True)]
    entries = [entry for one in parts if (entry := _entry(one))]
    roles = [entry.role for entry in entries]
    whole = len(entries) == len(parts) and len({*roles}) == len(roles)
    return entries if whole and len(parts) > 1 else []


def _entry(p: Printed) -> Entry | None:
    """One part of the line, what parts it from the part before taken for its label."""
    said = labelled.read(p.line)
    if said and said.role:
        return Entry(said.label, said.role, "", p._replace(said=said))
    text = p.line.text.lstrip(PARTING)
    begin = len(p.line.text) - len(text)
    words = text.split()
    if dates.date_of(text) is not None:
        found = ("Due", "due_date") if len(words) <= DUE else None
    else:
        named = text[:1].isupper() and len(words) <= LONGEST and not text.endswith(phrases.SENTENCE_END)
        found = ("Lead", "lead") if named and not vocabulary.role_of(text) else None
    if found is None:
        return None
    return Entry(*found, "", p._replace(said=Labelled(*found, "", begin, False) if begin else None))
