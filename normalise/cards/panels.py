"""Cards with their labels in a panel at the right of their title and text: the labels stand beside the title, and what
is told below it has no label."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.cards import deck_labels
from normalise.cards.flows import ALIGNED, Printed
from normalise.cards.heads import is_label, is_prominent
from normalise.language.references import numbered
from normalise.prose.labelled import Labelled

LEAST = 2  # panels that make a layout
MOST = 0.6  # share of the panels that stand beside a title
SLACK = 0.5  # of a line's height that a title may stand above the first label of its panel
#: what the text below a title is, as cards without a panel say it
TOLD = Labelled("Progress", "progress", "", 0, False)

Flow = list[Printed]
Place = tuple[int, float]


def laid(flows: Sequence[Flow]) -> Sequence[Flow]:
    """The lines in the order in which other cards print them: title, labels, text."""
    known = deck_labels.of(flows)
    if not known or "progress" in known.values():
        return flows
    return [_laid(flow, known) for flow in flows]


def _laid(flow: Flow, known: dict[str, str]) -> Flow:
    labels = [p for p in flow if is_label(p, known)]
    edge = min((p.line.box.x0 for p in labels), default=0.0)
    panels = _panels([p for p in labels if p.line.box.x0 - edge < ALIGNED])
    if len(panels) < LEAST or len(labels) > sum(map(len, panels)):
        return flow
    starts = [_start(panel[0]) for panel in panels]
    cards: list[Flow] = [[] for _ in range(len(panels) + 1)]
    for p in flow:
        cards[sum(start <= (p.page, p.line.box.centre[1]) for start in starts)].append(p)
    before, *own = cards
    if not all(own):
        return flow  # two panels at one height
    sorted_out = [_card(card, edge) for card in own]
    titled = sum(bool(title) for title, *_ in sorted_out)
    told = sum(bool(text) for _, _, text, _ in sorted_out)
    if titled <= MOST * len(panels) or told <= MOST * len(panels):
        return flow
    found = before
    for title, panel, text, rest in sorted_out:
        found += [*title, *panel, *(p._replace(said=None if n else TOLD) for n, p in enumerate(text)), *rest]
    return found


def _panels(labels: Sequence[Printed]) -> list[Flow]:
    """The labels below each other up to one that stands there again."""
    panels: list[Flow] = []
    for p in labels:
        key = p.said.key if p.said else ""
        if (
            not panels
            or p.page != panels[-1][0].page
            or any(q.said and q.said.key == key for q in panels[-1])
        ):
            panels.append([])
        panels[-1].append(p)
    return panels


def _start(opens: Printed) -> Place:
    return opens.page, opens.line.box.top - SLACK * opens.line.box.height


def _card(lines: Flow, edge: float) -> tuple[Flow, Flow, Flow, Flow]:
    """A card's title, its panel, its text, and what stands across both or below another's."""
    page = lines[0].page
    left = [p for p in lines if p.line.box.x1 < edge and p.page == page]
    panel = [p for p in lines if p.line.box.x0 >= edge - ALIGNED and p.page == page]
    own = {id(p) for p in (*left, *panel)}
    rest = [p for p in lines if id(p) not in own]
    opens = next((p for p in panel if p.said), None)
    first = left[0] if left else None
    level = first and opens and abs(first.line.box.top - opens.line.box.top) < opens.line.box.height
    if first is None or opens is None or not level or not _is_title(first, opens):
        return [], panel, left, rest
    title = [p for n, p in enumerate(left) if all(_alike(q, first) for q in left[: n + 1])]
    return title, panel, left[len(title) :], rest


def _is_title(p: Printed, opens: Printed) -> bool:
    return is_prominent(p.line, opens.line.size) or numbered(p.line.text).number is not None


def _alike(a: Printed, b: Printed) -> bool:
    return a.line.bold == b.line.bold and abs(a.line.size - b.line.size) < SLACK
