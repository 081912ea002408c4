"""Labels of cards that no vocabulary knows, behind which cards say how they stand: `Situation: ■ On track`. What stands
behind a label says so, whatever its words are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from normalise.cards.flows import Printed
from normalise.language import phrases, words
from normalise.prose.labelled import behind

LEAST = 3  # times that such a label is printed
MOST = 0.6  # share of its values that are a sign with a few words, or the name of a status
WORDS = 5  # of the name of a status
SEVERAL = 2  # statuses or colours that such values differ in


def told(flows: Sequence[list[Printed]]) -> Sequence[list[Printed]]:
    """The lines, labels behind which cards say how they stand known as such; as they were where one is known."""
    labels: defaultdict[str, list[Printed]] = defaultdict(list)
    for p in (p for flow in flows for p in flow if p.said):
        labels[p.said.key if p.said else ""].append(p)
    roles = {p.said.role for own in labels.values() for p in own if p.said and len(own) > 1}
    found = {key for key, own in labels.items() if _rate(own)}
    if "status" in roles or not roles - {""} or len(found) != 1:
        return flows
    return [[_as_status(p) if p.said and p.said.key in found else p for p in flow] for flow in flows]


def _as_status(p: Printed) -> Printed:
    return p._replace(said=p.said._replace(role="status")) if p.said else p


def _rate(own: Sequence[Printed]) -> bool:
    """True for an unknown label behind which stand names of statuses, or signs of several colours, with few words. What
    rates one side of a thing alone, `Risk: ■ High`, is none."""
    facets = {*words.shades()["facets"]}
    if len(own) < LEAST or any(p.said and (p.said.role or facets & {*p.said.key.split()}) for p in own):
        return False
    values = [line.text if p.said and (line := behind(p.line, p.said)) else "" for p in own]
    short = [(p, text) for p, text in zip(own, values, strict=True) if 0 < len(text.split()) <= WORDS + 1]
    named = [status for _, text in short if (status := phrases.status_of(text))]
    signs = [frozenset(m.colour for m in p.marks) for p, _ in short if p.marks]
    return any(len(said) > MOST * len(own) and len({*said}) >= SEVERAL for said in (named, signs))
