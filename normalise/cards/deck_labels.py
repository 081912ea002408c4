"""The labels that cards print again and again, and the small print that they may be set in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from normalise.cards.flows import Printed
from normalise.cards.heads import LARGER, is_label

CARDS = 2  # cards that make a deck; one may be the title block of a report
COMMON = 0.6  # share of the cards that have a label which may open them
TITLED = 2  # lines above a label: its title may have the name of a status beside it
SHARE = re.compile(r"\d{1,3}(?:\.\d+)? ?%")

Flow = Sequence[Printed]


def of(lines: Sequence[Flow]) -> dict[str, str]:
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
    rare = {key for key in bold - often if roles[key] and roles[key] not in held and not key.isdigit()}
    return {key: roles[key] for key in often | (rare if bold & often else set())}


def raised(lines: Sequence[list[Printed]]) -> Sequence[list[Printed]]:
    """The lines; labels below bold titles that are set smaller than the text below them, as large as that text: it is
    no heading."""
    known = of(lines)
    sizes: Counter[float] = Counter()
    titled: dict[str, list[bool]] = {}
    for flow in lines:
        label: Printed | None = None
        for k, p in enumerate(flow):
            if p.said and is_label(p, known):
                titled.setdefault(p.said.key, []).append(
                    any(q.line.bold for q in flow[max(0, k - TITLED) : k])
                )
                label = p
            elif label and not p.line.bold and p.line.box.top > label.line.box.centre[1]:
                sizes[p.line.size] += 1
                label = None
    if not sizes or not any(sum(own) > COMMON * len(own) for own in titled.values()):
        return lines
    text = sizes.most_common(1)[0][0]
    return [[_as_large(p, text) if _is_small_print(p, known) else p for p in flow] for flow in lines]


def _is_small_print(p: Printed, known: dict[str, str]) -> bool:
    return is_label(p, known) or SHARE.fullmatch(p.line.text.strip()) is not None


def _as_large(p: Printed, size: float) -> Printed:
    return p._replace(line=p.line._replace(size=max(p.line.size, size)))
