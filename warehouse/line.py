"""A line: a plan and its successors, whose reviews are one record. Pure.

Plans of one publisher that are called the same but for their years follow each other (2016-18, then 2018-21), unless
their reviews overlap in time. A person may join plans of other names, or part what was joined.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_YEARS = r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?"
#: years in a plan's slug: `2016-18`, `2016-2018`, `2016-17-to-2018-19`, `2030`
_PERIOD = re.compile(rf"(?:^|-){_YEARS}(?:-(?:to|until)-{_YEARS})?(?=-|$)")


class Span(NamedTuple):
    """A plan, `publisher/plan` as slugs, and the days of its first and last review where any has one."""

    plan: str
    first: dt.date | None
    last: dt.date | None


class LineDecision(NamedTuple):
    """A person's word that two plans follow each other (`link`), or do not (`unlink`)."""

    kind: str
    latter: str
    former: str


def plan_of(review_id: str) -> str:
    """`publisher/plan` of a review's id."""
    return review_id.rsplit("/", 1)[0]


def named_line(plan: str) -> str:
    """The plan without its years: what it is called through all its periods."""
    publisher, _, name = plan.rpartition("/")
    return f"{publisher}/{_PERIOD.sub('', name).strip('-') or name}"


def lines(spans: Sequence[Span], decisions: Sequence[LineDecision] = ()) -> dict[str, str]:
    """The line of each plan; a line is called as its first plan is, without the years where these part nothing."""
    last_word = {frozenset((d.latter, d.former)): d.kind for d in decisions}
    line: dict[str, str] = {}
    for chains in _chains(spans, last_word):
        name = named_line(chains[0][0].plan)
        main = next((chain for chain in chains if name in {span.plan for span in chain}), chains[0])
        for chain in chains:
            own = name if chain is main else chain[0].plan
            line |= dict.fromkeys((span.plan for span in chain), own)
    return _joined(line, spans, last_word)


def _chains(spans: Sequence[Span], last_word: Mapping[frozenset[str], str]) -> list[list[list[Span]]]:
    """For each name its plans in order of time, cut where two overlap or where a person parted them."""
    alike: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(spans, key=_order):
        alike[named_line(span.plan)].append(span)
    found: list[list[list[Span]]] = []
    for own in alike.values():
        chains: list[list[Span]] = [[]]
        for span in own:
            chain = chains[-1]
            parted = any(last_word.get(frozenset((span.plan, s.plan))) == "unlink" for s in chain)
            if chain and (parted or _overlap(chain[-1], span)):
                chains.append(chain := [])
            chain.append(span)
        found.append(chains)
    return found


def _joined(
    line: dict[str, str], spans: Sequence[Span], last_word: Mapping[frozenset[str], str]
) -> dict[str, str]:
    """Lines of which a person said that they are one, under the name of the one that began first."""
    begun = {span.plan: place for place, span in enumerate(sorted(spans, key=_order))}
    for pair, kind in last_word.items():
        known = sorted(pair & line.keys(), key=begun.__getitem__)
        if kind == "link" and len(known) == 2:
            former, latter = (line[plan] for plan in known)
            line = {plan: former if name == latter else name for plan, name in line.items()}
    return line


def _overlap(former: Span, latter: Span) -> bool:
    return former.last is not None and latter.first is not None and latter.first < former.last


def _order(span: Span) -> tuple[bool, dt.date, str]:
    return span.first is None, span.first or dt.date.max, span.plan
