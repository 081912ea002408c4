"""Names of statuses on lines of their own in cards that have no label for it: on a strip above the title, on a pill
between it and the first label, or on one somewhere below that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from normalise.cards import deck_labels
from normalise.cards.card import REFERENCE
from normalise.cards.flows import Printed
from normalise.cards.heads import ABOVE, BENEATH, FAR, WORDS, air, is_label, is_prominent
from normalise.language import phrases
from normalise.prose.labelled import is_level

INSIDE = "inside"  # a status below the first label of its card
LEAST = 3  # lines of one look that name statuses
MOST = 0.6  # share of the lines of that look
TITLE = 4  # lines of a title between its status and the first label

Flow = Sequence[Printed]
Look = tuple[bool, float, str]


def marked(flows: Sequence[list[Printed]]) -> Sequence[list[Printed]]:
    """The lines, those that are statuses of cards marked by where they stand; as they were where they are in no one
    place."""
    known = deck_labels.of(flows)
    if not known or "status" in known.values():
        return flows
    looks = _looks(flows)
    found = [[k for k, p in enumerate(flow) if _look(p) in looks and _may_rate(p, known)] for flow in flows]
    places = {
        _place(flow, own, known)
        for flow, own in zip(flows, found, strict=True)
        if own and any(is_label(p, known) for p in flow)
    }
    if len(places) != 1:
        return flows
    (place,) = places
    return [
        [p._replace(said=None, rating=place) if k in own else p for k, p in enumerate(flow)]
        for flow, own in zip(flows, (frozenset(own) for own in found), strict=True)
    ]


def _looks(flows: Sequence[Flow]) -> set[Look]:
    """The looks in which names of statuses are set and hardly anything else is."""
    ink: Counter[Look] = Counter()
    named: Counter[Look] = Counter()
    lines: Counter[Look] = Counter()
    for p in (p for flow in flows for p in flow):
        look = _look(p)
        ink[look] += len(p.line.text)
        if len(p.line.text.split()) <= WORDS and not p.band and not REFERENCE.fullmatch(p.line.text.strip()):
            lines[look] += 1
            named[look] += phrases.status_of(p.line.text) is not None
    most = ink.most_common(1)[0][0] if ink else None
    looks = {look for look, n in named.items() if n and look != most}
    alike = {look: [other for other in looks if other[:2] == look[:2]] for look in looks}
    told = {look: (sum(named[k] for k in own), sum(lines[k] for k in own)) for look, own in alike.items()}
    return {look for look, (n, total) in told.items() if n >= LEAST and n >= MOST * total}


def _may_rate(p: Printed, known: dict[str, str]) -> bool:
    referred = REFERENCE.fullmatch(p.line.text.strip()) is not None
    return len(p.line.text.split()) <= WORDS and not p.band and not is_label(p, known) and not referred


def _place(flow: Flow, found: Sequence[int], known: dict[str, str]) -> str:
    """Where the first status of a flow's cards stands: above the title of the first card, right below it, or elsewhere.
    What stands far above the first card is of a key, where others stand in cards."""
    first = next(k for k, p in enumerate(flow) if is_label(p, known))
    above = [k for k in found if k < first]
    if not above:
        return INSIDE
    k = above[-1]
    if k and first - k == 1 and air(flow[k], flow[first]) < FAR:
        return BENEATH if _is_below_title(flow[k - 1], flow[k], flow[first]) else ""
    below = flow[k + 1]
    beside = is_level(flow[k].line, below.line)  # as what it means stands in a key
    if first - k <= TITLE + 1 and air(flow[k], below) < FAR and not beside:
        return ABOVE
    return INSIDE if len(above) < len(found) else ""


def _is_below_title(title: Printed, p: Printed, opens: Printed) -> bool:
    near = title.page == p.page and air(title, p) < FAR
    return near and title.said is None and is_prominent(title.line, opens.line.size)


def _look(p: Printed) -> Look:
    return p.line.bold, round(p.line.size, 1), p.line.colour
