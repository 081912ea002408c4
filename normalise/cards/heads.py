"""What stands above a card's first label: its title, a reference above that, the name of a status beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from normalise.cards.card import REFERENCE
from normalise.cards.flows import Printed
from normalise.language import phrases
from normalise.language.references import numbered
from normalise.prose import texts
from normalise.prose.labelled import is_level
from parsers.block import Line

LARGER = 1.08  # times the labels' size: a larger line heads something
FAR = 2.5  # of the font size between a title and the first label below it
FAR_RATED = 5.0  # and where the name of a status stands beside the title
CLOSE = 0.8  # of the font size between two lines of one title
ALIKE = 0.3  # points between the sizes of lines that are set alike
LINES = 3  # below the first of a title
WORDS = 4  # of the name of a status
ABOVE = "above"  # where a strip with a status's name stands
BENEATH = "beneath"  # and where a pill does: between the title and the first label
PILL = "pill"  # the shape of a sign that holds the name of a status
BEGINS = ("ref", "action", "activity", "priority")  # roles of labels that open a card

Flow = Sequence[Printed]


class Head(NamedTuple):
    """A card's title, the reference above it, the name of a status beside it, and where they begin in the flow."""

    title: list[Printed]
    ref: Printed | None
    rated: Printed | None
    begin: int


def above(
    flow: Flow, start: int, known: Mapping[str, str], *, rating: bool = False, far: float = FAR
) -> Head:
    """What stands above a card's first label, its title no more than `far` above it. Where `rating`, a few words beside
    its title are the name of a status, known or not, as they are of other cards."""
    opens, k = flow[start], start
    title: list[Printed] = []
    rated: Printed | None = None
    role = known[opens.said.key] if opens.said else ""
    if role not in BEGINS:
        if _is_beneath(flow, k - 1, opens, known):
            k, rated = k - 1, flow[k - 1]
            opens = _in_place_of(opens, rated)
        while k:
            near = k > 1 and (not title or _go_together(flow[k - 2], title[0]))
            beside = near and is_rating(flow[k - 2], flow[k - 1], any_words=rating, below=title[:1])
            if rated is None and beside:
                rated = flow[k - 1]
            elif _is_title(flow, k - 1, title, opens, known, far if rated is None else FAR_RATED):
                title.insert(0, flow[k - 1])
            else:
                break
            k -= 1
        if not title:
            k, rated, opens = start, None, flow[start]
    below = title[0] if title else opens
    if title and rated is None and k and flow[k - 1].rating == ABOVE and air(flow[k - 1], below) < FAR:
        rated, below, k = flow[k - 1], flow[k - 1], k - 1
    if title and rated is None and _is_beside_reference(flow, k - 1) and air(flow[k - 1], below) < FAR:
        k, rated = k - 1, flow[k - 1]
    above = flow[k - 1] if k else None
    if (
        above
        and not (above.band or is_label(above, known))
        and air(above, below) < FAR
        and _is_reference(above.line)
    ):
        return Head(title, above, rated, k - 1)
    return Head(title, None, rated, k)


def is_rating(title: Printed, p: Printed, *, any_words: bool = False, below: Flow = ()) -> bool:
    """True for the name of a status, or words on a pill, level with the line before them, or with that and the one
    `below`, and to its right; where `any_words`, for a few others, too."""
    a, b = title.line.box, p.line.box
    if below and _go_together(title, below[0]):
        a = a._replace(bottom=below[0].line.box.bottom)
    level = is_level(title.line, p.line) or (a.top < b.centre[1] < a.bottom)
    beside = p.page == title.page and b.x0 > a.x1 and level
    pill = any(mark.shape == PILL for mark in p.marks)
    named = phrases.status_of(p.line.text) is not None or (any_words and len(p.line.text.split()) <= WORDS)
    return beside and p.said is None and not p.band and (pill or named)


def _is_beneath(flow: Flow, k: int, opens: Printed, known: Mapping[str, str]) -> bool:
    """True for the name of a status, or a few words on a pill, on a line of its own between a title and the first
    label."""
    if k < 1:
        return False
    p = flow[k]
    rates = p.rating == BENEATH or (is_on_pill(p) and not (p.rating or is_label(p, known) or p.band))
    alone = not is_level(flow[k - 1].line, p.line) and len(p.line.text.split()) <= WORDS
    return (
        rates
        and alone
        and air(p, opens) < FAR
        and _is_title(flow, k - 1, (), _in_place_of(opens, p), known, FAR)
    )


def _is_beside_reference(flow: Flow, k: int) -> bool:
    """True for the name of a status level with a reference before it, in a line of their own above a title."""
    return k > 0 and _is_reference(flow[k - 1].line) and is_rating(flow[k - 1], flow[k])


def _in_place_of(opens: Printed, p: Printed) -> Printed:
    """The first label where what stands above it is."""
    return p._replace(line=p.line._replace(size=opens.line.size))


def is_on_pill(p: Printed) -> bool:
    return any(mark.shape == PILL and mark.box.holds(*p.line.box.centre) for mark in p.marks)


def _is_title(
    flow: Flow, k: int, title: Sequence[Printed], opens: Printed, known: Mapping[str, str], far: float
) -> bool:
    """True for a line that is a card's title, or begins one: set apart from the labels' own lines, or numbered."""
    p, below = flow[k], title[0] if title else opens
    number = _is_reference(p.line) and not _is_wrapped(flow, k)
    if p.band or p.rating or is_label(p, known) or texts.priority(p.line.text) or number:
        return False
    if title:
        return _go_together(p, below)
    if p.page + 1 == below.page:  # the page ends below it
        return is_prominent(p.line, opens.line.size)
    return air(p, below) < far and (is_prominent(p.line, opens.line.size) or _is_numbered(flow, k, known))


def _is_numbered(flow: Flow, k: int, known: Mapping[str, str]) -> bool:
    """True for the last line of a text that opens with a number or a code, which may be all of it in bold, and stands
    apart from what is above it."""
    first = k
    while first and k - first < LINES and _go_together(flow[first - 1], flow[first]):
        if is_label(flow[first - 1], known) or flow[first].line.label:
            break
        first -= 1
    p, above = flow[first], flow[first - 1] if first else None
    coded = bool(p.line.label) and _is_reference(p.line._replace(text=p.line.label))
    apart = above is None or (above.block != p.block and first == k) or air(above, p) >= CLOSE
    behind_label = above is not None and is_label(above, known)
    return apart and not behind_label and (coded or numbered(p.line.text).number is not None)


def _is_wrapped(flow: Flow, k: int) -> bool:
    """True for a number that ends the text above it, `Plant trees by March` and `2027`: it is no reference."""
    beside = k > 1 and is_level(flow[k - 2].line, flow[k - 1].line)
    above = flow[k - 2 if beside else k - 1] if k else None
    below = above is not None and abs(above.line.box.x0 - flow[k].line.box.x0) < flow[k].line.size
    return above is not None and below and above.said is None and _go_together(above, flow[k])


def _go_together(above: Printed, below: Printed) -> bool:
    """True for two lines that are set alike and closely."""
    alike = above.line.bold == below.line.bold and abs(above.line.size - below.line.size) < ALIKE
    return alike and air(above, below) < CLOSE


def _is_reference(line: Line) -> bool:
    return REFERENCE.fullmatch(line.text.strip()) is not None


def air(above: Printed, below: Printed) -> float:
    """The air between two lines, of the lower one's font size; without end over a page break."""
    if above.page != below.page:
        return float("inf")
    return (below.line.box.top - above.line.box.bottom) / below.line.size


def is_prominent(line: Line, size: float) -> bool:
    behind_label = line.text[len(line.label) :] if line.label else ""
    return (line.bold and not any(map(str.isalnum, behind_label))) or line.size > LARGER * size


def is_label(p: Printed, known: Mapping[str, str]) -> bool:
    return p.said is not None and p.said.key in known
