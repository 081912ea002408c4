"""Where a card of labelled lines ends, and where the value of one of its labels does: what stands below without a label
of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from normalise.cards import stamps
from normalise.cards.entries import Card, Entry
from normalise.cards.flows import Printed
from normalise.cards.heads import FAR, air, is_label, is_prominent
from normalise.language import phrases
from normalise.prose import texts
from normalise.prose.labelled import BULLET, is_level

WRAPPED = 0.6  # of the font size between two lines of one paragraph
BELOW = 4.0  # of the font size below a card, or on the next page: what is further off is none of it
SHORT = ("status", "lead", "group", "due_date", "start_date", "revised_date", "ref")  # told in a line
DATED = ("due_date", "start_date", "revised_date", "target", "complete")
WHO = ("lead", "group")
WORDS = 3  # with a capital first that go on with no day: `Target: May 2026`, `Tenders have closed.`

Flow = Sequence[Printed]


def width(cards: Sequence[Card]) -> float:
    """How far the lines of cards reach to the right of the label that opens each."""
    lines = [(card, p) for card in cards for e in card.entries for p in e.printed]
    lines += [(card, p) for card in cards for p in (*card.title, card.rated) if p]
    return max((p.line.box.x1 - card.entries[0].opens.line.box.x0 for card, p in lines), default=0.0)


def cut(card: Card, last: bool, wide: float, rated: bool) -> tuple[list[Printed], bool]:
    """Cut off what stands below a card, from a heading on or from text far below its last label, or below a value that
    ended before the end of a line, where cards are `wide`. What is given back may be its own all the same: the text
    right below its last value, and whether it stands as close as lines of one value do. Where `rated` a status may have
    such text below it, too."""
    entry = card.entries[-1]
    above = entry.opens
    right = card.entries[0].opens.line.box.x0 + wide
    for n, p in enumerate(entry.lines):
        opens = n == 0 and above.bare  # its label stands on a line of its own
        short = (last and not opens) or entry.role in SHORT or air(above, p) > FAR
        over = ended(entry, n, right, rated)
        if _heads(p, entry) or _opens_part(above, p) or over or (short and not _goes_on(above, p)):
            rest = entry.lines[n:]
            del entry.lines[n:]
            near = air(above, p) < BELOW or (over and (not last or above.page < p.page))
            below = list(takewhile(lambda q: not _heads(q, entry), rest)) if near else []
            if near and (not below or (len(below) == 1 and stamps.is_dated(below[0]))):
                below += _sentences(rest[len(below) :])
            return below, over and _goes_on(above, p)
        above = p
    return [], False


def _sentences(lines: Sequence[Printed]) -> list[Printed]:
    """The lines of the first text, where they end a sentence and nothing is bold: it is no heading, however large."""
    own = [*takewhile(lambda p: p.block == lines[0].block and not p.line.bold, lines)] if lines else []
    return own if own and own[-1].line.text.endswith(phrases.SENTENCE_END) else []


def ended(entry: Entry, n: int, right: float, rated: bool) -> bool:
    """True where a short value is told before the n-th line below its label: the line above had room for its first
    word, or it opens a list."""
    roles = (*DATED, *WHO, "status") if rated else (*DATED, *WHO)
    value = Entry(entry.label, entry.role, entry.ref, entry.opens, entry.lines[:n]).text
    above, p = entry.printed[n], entry.printed[n + 1]
    if entry.role == "complete" and entry.opens.said is None:
        return True  # a share on a line of its own
    if not entry.role and stamps.is_day(value):
        return True  # `Last updated: 12 July 2026`
    if entry.role not in roles or not value.strip():
        return False
    if p.line.text.startswith(BULLET):
        return BULLET not in value
    if entry.role in WHO and not any(q.line.text.endswith(phrases.SENTENCE_END) for q in entry.lines[n:]):
        return False
    named = phrases.status_of(value) is not None or not entry.is_labelled_status
    if entry.role == "status" and not named:
        return False
    day = entry.role in DATED and value[-1].isdigit() and len(p.line.text.split()) >= WORDS
    follows = above.page == p.page or (above.page + 1 == p.page and entry.role not in WHO)
    return follows and (_has_room(above, p, right) or (day and p.line.text[0].isupper()))


def _has_room(above: Printed, p: Printed, right: float) -> bool:
    """True where a line's first word, no small letter its first, would have stood on the line above."""
    text, box = p.line.text, p.line.box
    word = text.split(" ", 1)[0]
    letter = box.width / max(len(text), 1)
    return not text[0].islower() and above.line.box.x1 + (len(word) + 2) * letter < right


def first_paragraphs(lines: Flow, last: bool) -> list[Printed]:
    """The lines below the first that go on with it; the paragraphs that follow it closely where there is another card
    below, and the items of its list."""
    return [
        p
        for _, p in takewhile(
            lambda pair: (
                _goes_on(*pair) or (air(*pair) < FAR and (not last or pair[1].line.text.startswith(BULLET)))
            ),
            pairwise(lines),
        )
    ]


def is_parted(entry: Entry) -> bool:
    """True where paragraphs follow each other below a label."""
    return any(not _goes_on(a, b) and not _heads(b, entry) for a, b in pairwise(entry.printed))


def heading_below(lines: Flow, known: Mapping[str, str], once: frozenset[str]) -> int | None:
    """Where the heading of a group stands that the next cards belong to, with labelled lines of its own below it: it is
    printed once, and nothing but these labels follow up to the next card's title."""
    labels = [k for k, p in enumerate(lines) if is_label(p, known)]
    for k in range(labels[1] if len(labels) > 1 else len(lines), len(lines) - 1):
        p = lines[k]
        if is_label(lines[k - 1], known) and is_level(lines[k - 1].line, p.line):
            continue  # a value beside its label
        apart = not is_label(p, known) and p.line.text in once and is_prominent(p.line, lines[0].line.size)
        if apart and p.said is None and _are_labels(lines[k + 1 :], known, once):
            return k
    return None


def _are_labels(lines: Flow, known: Mapping[str, str], once: frozenset[str]) -> bool:
    heads = [*takewhile(lambda p: not is_label(p, known), lines)]
    told = lines[len(heads) :]
    above = all(p.line.text in once and is_prominent(p.line, p.line.size) for p in heads)
    return above and bool(told) and all(is_label(b, known) or _goes_on(a, b) for a, b in pairwise(told))


def _opens_part(above: Printed, p: Printed) -> bool:
    """True for the heading of a part of a priority, `Objective 2.2 Sell land`, which need not be set as one."""
    text = p.line.text
    return texts.heads_rows(text) and not _goes_on(above, p) and not text.endswith(phrases.SENTENCE_END)


def _heads(p: Printed, entry: Entry) -> bool:
    return texts.priority(p.line.text) is not None or is_prominent(p.line, entry.opens.line.size)


def _goes_on(above: Printed, p: Printed) -> bool:
    """True for a line that goes on with the paragraph above it, on the page or behind its end."""
    if above.page != p.page:
        return above.page + 1 == p.page and not above.line.text.endswith(phrases.SENTENCE_END)
    return air(above, p) < WRAPPED
