"""Labels of cards that no vocabulary knows, or that head what is told, behind which cards say how they stand:
`Situation: ■ On track`, `Position: Realised`. What stands behind a label says so, whatever its words are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Sequence

from normalise.cards.flows import Printed
from normalise.language import phrases, vocabulary, words
from normalise.prose.labelled import behind

LEAST = 3  # times that such a label is printed
MOST = 0.6  # share of its values that are a sign with a few words, or the name of a status
WORDS = 5  # of the name of a status
SEVERAL = 2  # statuses or colours that such values differ in
ROLES = ("", "progress")  # of such labels

Named = Callable[[], Container[str]]


def told(flows: Sequence[list[Printed]], named: Named = frozenset) -> Sequence[list[Printed]]:
    """The lines, labels behind which cards say how they stand known as such; as they were where one is known. `named`
    gives the plain names of the statuses in the document's own key."""
    labels: defaultdict[str, list[Printed]] = defaultdict(list)
    for p in (p for flow in flows for p in flow if p.said):
        labels[p.said.key if p.said else ""].append(p)
    roles = {p.said.role for own in labels.values() for p in own if p.said and len(own) > 1}
    if "status" in roles or not roles - {""}:
        return flows
    values = {key: own for key, lines in labels.items() if (own := _values(lines))}
    found = {key for key, own in values.items() if _rate(own, frozenset(), len(labels[key]))}
    if not found and values:
        names = named()
        found = {key for key, own in values.items() if _rate(own, names, len(labels[key]))}
    if len(found) != 1:
        return flows
    return [[_as_status(p) if p.said and p.said.key in found else p for p in flow] for flow in flows]


def _as_status(p: Printed) -> Printed:
    return p._replace(said=p.said._replace(role="status")) if p.said else p


def _values(own: Sequence[Printed]) -> list[tuple[Printed, str]]:
    """The lines of such a label with the few words behind it; none for one of one side of a thing alone, `Risk: High`,
    nor for one behind which more is told mostly."""
    facets = {*words.shades()["facets"]}
    said = [p.said for p in own if p.said]
    if len(own) < LEAST or any(one.role not in ROLES or facets & {*one.key.split()} for one in said):
        return []
    values = [line.text if p.said and (line := behind(p.line, p.said)) else "" for p in own]
    short = [(p, text) for p, text in zip(own, values, strict=True) if 0 < len(text.split()) <= WORDS + 1]
    return short if len(short) > MOST * len(own) else []


def _rate(values: Sequence[tuple[Printed, str]], names: Container[str], times: int) -> bool:
    """True for values that are mostly names of statuses, or signs of several colours with few words."""
    plain = [(vocabulary.plain(text), phrases.status_of(text)) for _, text in values]
    named = [status or text for text, status in plain if status or text in names]
    signs = [frozenset(m.colour for m in p.marks) for p, _ in values if p.marks]
    return any(len(said) > MOST * times and len(Counter(said)) >= SEVERAL for said in (named, signs))
