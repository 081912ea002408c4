"""Columns of tables that were read whose headings no vocabulary has, though what they print is of a kind that rows
have: each row that has nothing of that kind is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from statistics import mean

from normalise.columns import content, held, lights, unnamed, worded
from normalise.language import nouns, values, vocabulary, ways, words
from normalise.review import Action, Finding, Indicator, Review
from normalise.rows.groups import Placed
from normalise.rows.records import Piece
from parsers.block import Cell

EXTRA = "extra:"  # opens the role of a column whose heading is not known
FEW = 3  # filled cells from which on a column tells what kind it is
LINKING = ("to", "of", "on")  # `What we plan to reach`
ANSWERS, ANSWERED = {"yes", "no", "partly"}, {"target", "targets", "track", "met", "achieved", "time"}
SHOWN = 40  # characters of a cell that a finding quotes

Item = Action | Indicator
#: for each field what tells by its heading and its cells whether a column may hold it
Kinds = dict[str, Callable[[str, Sequence[Cell]], bool]]


def found(rows: Mapping[str, Sequence[Placed]], review: Review) -> Iterator[Finding]:
    """A warning about each row that lacks a field, beside a column of an unknown heading that may hold it."""
    told = (("actions", review.actions, OF_ACTIONS), ("indicators", review.indicators, OF_INDICATORS))
    for name, items, kinds in told:
        if len(rows[name]) == len(items):
            yield from _lacking(rows[name], items, kinds)


def _lacking(placed: Sequence[Placed], items: Sequence[Item], kinds: Kinds) -> Iterator[Finding]:
    columns: defaultdict[str, list[tuple[Item, list[Piece]]]] = defaultdict(list)
    for one, item in zip(placed, items, strict=True):
        known = one.record.strip.headings
        for role, pieces in one.record.fields.items():
            heading = role.removeprefix(EXTRA)
            inked = any(p.cell.text or p.cell.marks for p in pieces)
            if role.startswith(EXTRA) and inked and (heading in known or heading.isdigit()):
                columns[heading].append((item, pieces))
    for heading, rows in columns.items():
        cells = [piece.cell for _, pieces in rows for piece in pieces]
        if len(rows) < FEW or nouns.is_no_field(heading, vocabulary.undated(heading)):
            continue
        for field, holds in kinds.items():
            lacking = [(item, pieces) for item, pieces in rows if not getattr(item, field)]
            if lacking and holds(heading, cells):
                for item, pieces in lacking:
                    yield _finding(item, field, heading, pieces)
                break


def _finding(item: Item, field: str, heading: str, pieces: Sequence[Piece]) -> Finding:
    kind = "action" if isinstance(item, Action) else "indicator"
    said = next((p.cell.text for p in pieces if p.cell.text), "a sign")[:SHOWN]
    message = (
        f"{said!r} below {heading!r}, a heading that is not known, may be the row's {field}; it has none"
    )
    return Finding("warning", "column_unread", message, item.pages[0], kind, item.id, field)


def _rates(heading: str, cells: Sequence[Cell]) -> bool:
    """True for signs and words of statuses, and for words that rate: `Above`, `Nearly`, `Poor`."""
    if nouns.is_beside(heading):
        return False
    texts = {vocabulary.plain(c.text) for c in cells if c.text and not values.is_absent(c.text)}
    first = {text.split()[0] for text in texts if text}
    if first <= ANSWERS and ANSWERED.isdisjoint(vocabulary.plain(heading).split()):
        return False  # `Statutory measure`
    return lights.are_lights(cells) or (len(texts) > 1 and first <= _rating_words())


def _are_targets(heading: str, cells: Sequence[Cell]) -> bool:
    """True for figures, unless their heading says that they are another's or how far off a target is."""
    said = vocabulary.plain(heading).split()
    other = {*words.shades()["off"], *words.shades()["comparing"], *_others()} - {*LINKING}
    return other.isdisjoint(said) and content.are_figures(cells)


def _tell(heading: str, cells: Sequence[Cell]) -> bool:
    """True for sentences that do not tell of something beside the progress (`Key risks`)."""
    texts = [c.text for c in cells if c.text]
    long = bool(texts) and mean(map(len, texts)) >= unnamed.TELLING
    return long and not nouns.is_beside(heading) and content.are_sentences(cells)


def _go_somewhere(heading: str, cells: Sequence[Cell]) -> bool:
    """True for words of ways, of which it is not known whether they are good: `Up`, `Down`, `Same`."""
    texts = {c.text for c in cells if c.text and not values.is_absent(c.text)}
    short = all(len(text.split()) <= worded.LONGEST for text in texts)
    told = (values.polarity(text) or ways.said(text) for text in texts)
    return len(texts) > 1 and short and all(told) and not nouns.is_beside(heading)


def _are_dates(heading: str, cells: Sequence[Cell]) -> bool:
    """True for dates; what is to be done or reached up to one, `System live by June` below `Milestone`, `95% by March`
    below `Target for process measure`, is none."""
    measured = vocabulary.load("headings")["heads"]["indicator"]
    said = vocabulary.role_of(heading) in content.ITEMS or any(
        word in measured for word in vocabulary.plain(heading).split()
    )
    told = said and mean(len(c.text) for c in cells) >= unnamed.TELLING
    return not told and content.are_dates(cells)


OF_ACTIONS: Kinds = {
    "progress": _tell,
    "leads": lambda _, cells: held.are_people(cells),
    "due_date": _are_dates,
}
OF_INDICATORS: Kinds = {
    "good_is": worded.are_wants,
    "direction": _go_somewhere,
    "status": _rates,
    "target": _are_targets,
}


@lru_cache(maxsize=1)
def _rating_words() -> frozenset[str]:
    return frozenset(vocabulary.load("statuses")["figures"]["rating"])


@lru_cache(maxsize=1)
def _others() -> frozenset[str]:
    """Words of figures that are no row's target: another body's, a number of people."""
    return frozenset(vocabulary.load("headings")["no_field"]["figures"])
