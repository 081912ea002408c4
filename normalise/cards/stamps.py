"""The line above what a card tells that says when that was told, `Update provided on Jul 14, 2026`: no part of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from normalise.cards.deck_labels import CARDS, COMMON
from normalise.cards.entries import Card, Entry
from normalise.cards.flows import Printed
from normalise.language import dates, vocabulary
from normalise.language.dates import DAY_MONTH_YEAR, ISO, MONTH_DAY_YEAR, NUMERIC, unnamed

LABEL = "Last updated"  # what such lines are
DAY = "|".join(unnamed(p.pattern) for p in (DAY_MONTH_YEAR, MONTH_DAY_YEAR, NUMERIC, ISO))
ONE_DAY = re.compile(DAY, re.IGNORECASE)
#: a few words, and a day behind them that ends the line
DATED = re.compile(rf"(?P<words>[^\W\d_]+(?:[ -][^\W\d_]+){{0,4}}):?\s+(?:{DAY})", re.IGNORECASE)


def is_dated(p: Printed) -> bool:
    """True for a line that is a few words and a day."""
    return DATED.fullmatch(p.line.text.strip()) is not None and dates.date_of(p.line.text) is not None


def is_day(text: str) -> bool:
    """True for a day and nothing else."""
    return ONE_DAY.fullmatch(text.strip()) is not None


def parted(cards: Sequence[Card]) -> None:
    """Part such a line from the text without a label that it opens, where most cards have it in the same words."""
    opening = [(card, e) for card in cards for e in card.entries if _may_open(e)]
    often = Counter(_words(e.opens) for _, e in opening if e.lines)
    for card, entry in opening:
        if often[_words(entry.opens)] < max(CARDS, COMMON * len(cards)):
            continue
        at = card.entries.index(entry)
        told = [Entry(entry.label, entry.role, "", entry.lines[0], entry.lines[1:])] if entry.lines else []
        card.entries[at : at + 1] = [Entry(LABEL, "", "", entry.opens), *told]


def _may_open(entry: Entry) -> bool:
    return entry.role == "progress" and entry.opens.said is None and is_dated(entry.opens)


def _words(p: Printed) -> str:
    found = DATED.fullmatch(p.line.text.strip())
    return vocabulary.plain(found["words"]) if found else ""
