"""Actions as texts without labels, again and again: a number with a title, right of it the name of a status, alone or
on a pill, below it who and by when in a line of another look, `Head of Estates · by 30 May 2025`, and what is told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from normalise.cards.decks import RATING, UNLABELLED
from normalise.cards.entries import Card, Entry
from normalise.cards.flows import ALIGNED, Printed
from normalise.cards.heads import CLOSE, FAR, LARGER, WORDS, air, is_on_pill
from normalise.language import dates, phrases, vocabulary
from normalise.prose import labelled, texts
from normalise.prose.labelled import BETWEEN, Labelled, is_level, part

#: what opens such a text: `E1.3 Buy land`, `2.1 Buy land`, `PV4 Buy land`
OPENS = re.compile(
    r"(?P<ref>[A-Z]{1,4}-?\d{1,3}(?:\.\d{1,3})*[a-z]?|\d{1,2}(?:\.\d{1,3})+)[.:)]?\s+(?=[^\W\d])"
)
NUMBER = re.compile(r"(?:[A-Z]{1,4}-?\d{1,3}(?:\.\d{1,3})*[a-z]?|\d{1,2}(?:\.\d{1,3})+)[.:)]?")
LINES = 4  # of a title
LEAST = 3  # texts that make a rhythm
MOST = 0.8  # share of the texts with such numbers that a status stands beside
SEVERAL = 2  # statuses that stand beside them
BELOW = 1.5  # of a title's height that the middle of its status may lie below its own
LONGEST = 8  # words of who leads
DUE = 6  # words of by when
PARTING = " |·•;"  # what stands between the parts of a line
ENDLESS = "no line of another look shows where the title of {!r} ends"

Flow = Sequence[Printed]


class _Title(NamedTuple):
    """The first line of a title, its number, where the title begins in the line, and the line of a number apart."""

    line: Printed
    number: str
    end: int
    ref: Printed | None = None

    @property
    def left(self) -> float:
        """Where the number begins."""
        return (self.ref or self.line).line.box.x0


class Blocks(NamedTuple):
    """The lines, those of such texts parted, and each text as a card."""

    flows: list[list[Printed]]
    cards: list[Card]


def found(flows: Sequence[Flow]) -> Blocks:
    """The actions that a document's texts print so; none where no rhythm of numbers and statuses shows."""
    titled = [_titles(flow) for flow in flows]
    beside = [_beside(flow, titles) for flow, titles in zip(flows, titled, strict=True)]
    kinds: defaultdict[tuple[str, int], list[tuple[_Title, Printed | None]]] = defaultdict(list)
    for titles, rated in zip(titled, beside, strict=True):
        for one in titles.values():
            kinds[_form(one.number), round(one.left)].append((one, rated.get(id(one.line))))
    opening = {id(one.line) for own in kinds.values() if _is_rhythm(own) for one, _ in own}
    made = [
        _parted(flow, {key: one for key, one in titles.items() if key in opening}, rated)
        for flow, titles, rated in zip(flows, titled, beside, strict=True)
    ]
    return Blocks([flow for flow, _ in made], [card for _, cards in made for card in cards])


def _form(ref: str) -> str:
    return re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "0", ref))


def _is_rhythm(own: Sequence[tuple[_Title, Printed | None]]) -> bool:
    rated = [rating.line.text for _, rating in own if rating]
    several = len({*rated}) >= SEVERAL and len({one.number for one, _ in own}) == len(own)
    return several and len(rated) >= LEAST and len(rated) >= MOST * len(own)


def _titles(flow: Flow) -> dict[int, _Title]:
    """The lines that open with a number, or stand behind one, by their identity."""
    found = {id(p): _Title(p, m["ref"], m.end()) for p in flow if (m := OPENS.match(p.line.text))}
    for ref, p in pairwise(flow):
        beside = ref.page == p.page and is_level(ref.line, p.line) and ref.line.box.x1 < p.line.box.x0
        if beside and p.said is None and NUMBER.fullmatch(ref.line.text) and not _rates(p):
            found[id(p)] = _Title(p, ref.line.text.strip(" .:)"), 0, ref)
    return found


def _beside(flow: Flow, titles: Mapping[int, _Title]) -> dict[int, Printed]:
    """The name of a status, or a few words on a pill, right of each title or right below it, by its identity."""
    ratings = [p for p in flow if _rates(p)]
    lines = [p for p in flow if not _rates(p)]
    rated: dict[int, Printed] = {}
    for k, p in ((k, p) for k, p in enumerate(lines) if id(p) in titles):
        goes_on = (
            _is_same(a, b, _look(p)) and id(b) not in titles for a, b in pairwise(lines[k : k + LINES])
        )
        run = lines[k : k + 1 + sum(takewhile(bool, goes_on))]
        near = [q for q in ratings if q.page == p.page and _is_right_of(run, q)]
        near = near or [q for q in ratings if q.page == p.page and 0 <= air(run[-1], q) < CLOSE]
        if near:
            rated[id(p)] = min(near, key=lambda q: abs(q.line.box.centre[1] - p.line.box.centre[1]))
    often = Counter(id(q) for q in rated.values())
    return {key: q for key, q in rated.items() if often[id(q)] == 1}


def _is_right_of(run: Flow, q: Printed) -> bool:
    """True for what stands beside the lines of a title, or a little below."""
    first, middle = run[0].line.box, q.line.box.centre[1]
    end = max(run[-1].line.box.bottom, first.centre[1] + BELOW * first.height)
    level = [
        p.line.box for p in run if p.line.box.top < q.line.box.bottom and q.line.box.top < p.line.box.bottom
    ]
    return first.top <= middle <= end and all(box.x1 < q.line.box.x0 for box in level or [first])


def _rates(p: Printed) -> bool:
    few = len(p.line.text.split()) <= WORDS and p.said is None and not p.band
    return few and (is_on_pill(p) or phrases.status_of(p.line.text) is not None)


def _parted(
    flow: Flow, titles: Mapping[int, _Title], rated: Mapping[int, Printed]
) -> tuple[list[Printed], list[Card]]:
    """The lines of a flow, those of its cards parted, and the cards."""
    apart = {id(q) for key in titles if (q := rated.get(key))}
    apart |= {id(one.ref) for one in titles.values() if one.ref}
    lines = [p for p in flow if id(p) not in apart]
    starts = [k for k, p in enumerate(lines) if id(p) in titles]
    out = lines[: starts[0]] if starts else lines
    cards: list[Card] = []
    for k, end in pairwise([*starts, len(lines)]):
        opens = titles[id(lines[k])]
        own = _text(lines[k:end], opens)
        card, parts = _card(own, opens, rated.get(id(own[0])))
        cards.append(card)
        out += [*parts, *lines[k + len(own) : end]]
    return out, cards


def _text(lines: Flow, opens: _Title) -> Flow:
    """The lines of the text that a title opens."""
    last = next((k for k, (a, b) in enumerate(pairwise(lines), 1) if not _goes_on(a, b, opens)), len(lines))
    return lines[:last]


def _goes_on(above: Printed, p: Printed, opens: _Title) -> bool:
    """True for a line of the text that a title opens, on the next page for one that is no heading."""
    title, left = opens.line, opens.left - ALIGNED
    heads = p.line.size > LARGER * title.line.size or (p.line.bold and not title.line.bold)
    if heads or p.band or texts.heads_rows(p.line.text) or p.line.box.x0 < left:
        return False
    if above.page != p.page:
        return above.page + 1 == p.page and not p.line.bold
    return air(above, p) < FAR


def _card(lines: Flow, opens: _Title, rating: Printed | None) -> tuple[Card, list[Printed]]:
    """A text as a card, and its lines, the first parted behind the number and that of who and when between them."""
    first, end = lines[0], opens.end
    ref = opens.ref or first._replace(
        line=part(first.line, 0, len(first.line.text[:end].rstrip(" .:)"))), marks=()
    )
    title = first._replace(line=part(first.line, end, len(first.line.text)))
    look = _look(first)
    same = [p for _, p in takewhile(lambda pair: _is_same(*pair, look), pairwise(lines))]
    ends = len(same) + 1 < len(lines)
    titles = [title, *(same if ends else ())]
    rest = list(lines[len(titles) :])
    card = Card([], titles, ref, rating)
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
