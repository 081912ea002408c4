"""Cards among the lines of a document: an item with labelled lines below it, the same labels again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import mean

from normalise.cards import deck_labels
from normalise.cards import ends as card_ends
from normalise.cards import heads as card_heads
from normalise.cards import inside as inside_cards
from normalise.cards.boxes import RATED
from normalise.cards.deck_labels import CARDS, COMMON, SHARE
from normalise.cards.entries import TOLD, Card, Entry
from normalise.cards.flows import ALIGNED, Printed
from normalise.cards.heads import BEGINS, FAR_RATED, LARGER, Head, is_label, is_prominent
from normalise.cards.ratings import INSIDE
from normalise.language import phrases
from normalise.prose.labelled import ITEM

AIRIEST = 5.0  # of the font size: more air than this says no more
RATING = "Status"  # and what stands beside their titles
DONE = "Percent complete"  # and a share on a line of its own, beside or below a bar
UNLABELLED = "Progress"  # what the cards' last text is that has no label
SET_IN = 2.0  # points by which cards are set in below the headings of their groups
SEVERAL = 2  # labels in no card that may be of one
HEADS = ("activity", "priority", "plan")  # roles of labels that head cards

Flow = Sequence[Printed]


def found(lines: Sequence[Flow]) -> tuple[list[Card], list[Card]]:
    """The cards that a document's lines print, and what looks like a card but names no item or no status."""
    known = deck_labels.of(lines)
    opener = _opener(lines, known) if known else ""
    if not opener:
        return [], []
    cards = _cards(lines, known, opener)
    whole = [card for card in cards if card.is_whole()]
    if len(whole) < CARDS or not _are_rated(whole):
        return [], []
    return whole, [card for card in cards if card not in whole]


def left(lines: Sequence[Flow], cards: Sequence[Card]) -> Iterator[Printed]:
    """A label on each page where several that cards have stand in none."""
    known = {entry.key for card in cards for entry in card.entries}
    used = {id(entry.opens) for card in cards for entry in card.entries}
    pages: dict[int, list[Printed]] = {}
    for p in (p for flow in lines for p in flow if p.known and p.said and p.said.key in known):
        if id(p) not in used and not p.band:
            pages.setdefault(p.page, []).append(p)
    for own in pages.values():
        if len({p.said.key for p in own if p.said}) >= SEVERAL:
            yield own[0]


def _opener(lines: Sequence[Flow], known: dict[str, str]) -> str:
    """The label that opens each card: one below a heading; with it the fewest cards lack a label that others have, then
    most air stands above it, then it names the item."""
    above: dict[str, list[float]] = {}
    for flow in lines:
        for k, p in enumerate(flow):
            if p.said and is_label(p, known):
                above.setdefault(p.said.key, []).append(_air_above(flow, k, known))
    most = max(len(airs) for airs in above.values())
    common = [key for key, airs in above.items() if len(airs) >= max(CARDS, COMMON * most)]
    printed = [[p.said.key for p in flow if p.said and p.said.key in common] for flow in lines]
    lacking = {key: sum(_lacking(labels, key, common) for labels in printed) for key in common}
    headed = [key for key in common if sum(air > AIRIEST for air in above[key]) >= COMMON * len(above[key])]
    return min(
        headed or common,
        key=lambda key: (lacking[key], -round(2 * mean(above[key])), known[key] not in BEGINS),
        default="",
    )


def _lacking(labels: Sequence[str], opener: str, common: Sequence[str]) -> int:
    """How many labels are missing in the cards that a label opens, stand there again, or before the first of them."""
    starts = [k for k, label in enumerate(labels) if label == opener]
    cards = [labels[a:b] for a, b in pairwise([*starts, len(labels)])]
    amiss = sum(len(common) + len(own) - 2 * len(set(own)) for own in cards)
    return amiss + (starts[0] if starts else len(labels))


def _air_above(flow: Flow, k: int, known: dict[str, str]) -> float:
    """The air above a label, of the font size; more than any where a heading stands there."""
    before, line = flow[k - 1] if k else None, flow[k].line
    if before is None or before.page != flow[k].page:
        return AIRIEST
    if not is_label(before, known) and is_prominent(before.line, line.size):
        return 2 * AIRIEST
    return min(AIRIEST, max(0.0, (line.box.top - before.line.box.bottom) / line.size))


def _cards(lines: Sequence[Flow], known: dict[str, str], opener: str) -> list[Card]:
    """The cards of all flows; what ends them without a label is what most of them tell, or in doubt."""
    decks = [list(_parted(flow, known, opener)) for flow in lines]
    widths = [card_ends.width(cards) for cards in decks]
    pages = Counter(page for flow in lines for page in {p.page for p in flow})
    narrow = [any(pages[p.page] > 1 for p in flow) for flow in lines]  # in columns
    inner = max((wide for wide, one in zip(widths, narrow, strict=True) if one), default=0.0)
    bare = "progress" not in known.values()
    below: list[tuple[Card, list[Printed], bool, bool]] = []
    for cards, own, one in zip(decks, widths, narrow, strict=True):
        wide = inner if one else own
        if bare:
            inside_cards.parted(cards, wide)
        below += [
            (card, *card_ends.cut(card, card is cards[-1], wide, bare), card is cards[-1]) for card in cards
        ]
    unlabelled = bare and sum(bool(rest) for _, rest, _, _ in below) > COMMON * len(below)
    inside = bare and sum(close for _, _, close, _ in below) >= CARDS
    parted = any(card_ends.is_parted(card.entries[-1]) for card, _, _, last in below if not last)
    for card, rest, close, last in below:
        if rest and (unlabelled or (inside and close)) and "progress" not in card.roles:
            more = card_ends.first_paragraphs(rest, last)
            card.entries.append(Entry(UNLABELLED, "progress", "", rest[0], more))
        elif rest and (parted or not last):
            card.doubt = f"the text below the card may belong to its {card.entries[-1].label!r}"
        if card.rated and "status" not in card.roles:
            card.entries.append(Entry(RATING, "status", "", card.rated))
        card.doubt = card.doubt or _mixed(card)
        _name(card)
    return [card for card, *_ in below]


def _mixed(card: Card) -> str:
    """What is wrong with a card that has another's text on its lines; "" for nothing."""
    labels = [f" {entry.opens.said.label}: " for entry in card.entries if entry.opens.said]
    if any(p.across for p in [*card.title, *(p for entry in card.entries for p in entry.printed)]):
        return "a line of the card goes on into the next column"
    inside = next((label for label in labels for entry in card.entries if label in entry.text), None)
    return f"{inside.strip()!r} stands inside a value of the card" if inside else ""


def _starts(flow: Flow, known: dict[str, str], opener: str) -> list[tuple[int, Head]]:
    """The labels that open cards, with what stands above them: the opener, and another label below a title set as those
    of other cards are, where a status stands beside it or below, up to the next card."""
    opening = {k for k, p in enumerate(flow) if p.said and p.said.key == opener}
    heads = {k: card_heads.above(flow, k, known) for k, p in enumerate(flow) if is_label(p, known)}
    if sum(heads[k].rated is not None for k in opening) > COMMON * len(opening):
        heads = {k: card_heads.above(flow, k, known, rating=True) for k in heads}
    heads |= _far_titled(flow, heads, opening, known)
    looks = {_look(heads[k].title[0]) for k in opening if heads[k].title}
    titled = [
        k
        for k in heads
        if k in opening
        or (heads[k].title and _look(heads[k].title[0]) in looks and not _labelled(flow, k, known))
    ]
    starts: list[int] = []
    for n, k in enumerate(titled):
        own = [
            known[p.said.key] for p in flow[k : [*titled, len(flow)][n + 1]] if p.said and is_label(p, known)
        ]
        if starts and starts[-1] not in opening and k in opening and not heads[k].title:
            continue  # the opener of the others stands inside a card that another label opens
        if k in opening or heads[k].rated or set(own) & set(TOLD):
            starts.append(k)
    return [(k, heads[k]) for k in starts]


def _far_titled(
    flow: Flow, heads: Mapping[int, Head], opening: Collection[int], known: dict[str, str]
) -> dict[int, Head]:
    """What stands above openers without a title where white parts them from it, as in boxes of one height for titles of
    one line or two: lines set as titles elsewhere are, or as those above most others, no two of the same words."""
    far = {k: card_heads.above(flow, k, known, far=FAR_RATED) for k in opening if not heads[k].title}
    far = {k: head for k, head in far.items() if head.title and _is_level_left(head.title[0], flow[k])}
    looks = {_look(heads[k].title[0]) for k in opening if heads[k].title}
    if not looks:
        often = Counter(_look(head.title[0]) for head in far.values()).most_common(1)
        looks = {look for look, n in often if n >= CARDS and n >= COMMON * len(opening)}
    far = {k: head for k, head in far.items() if _look(head.title[0]) in looks}
    words = Counter(" ".join(p.line.text for p in head.title) for head in far.values())
    return far if max(words.values(), default=0) == 1 else {}


def _is_level_left(title: Printed, opens: Printed) -> bool:
    return abs(title.line.box.x0 - opens.line.box.x0) < ALIGNED


def _labelled(flow: Flow, k: int, known: dict[str, str]) -> bool:
    return k > 0 and is_label(flow[k - 1], known)


def _look(p: Printed) -> tuple[bool, float]:
    return p.line.bold, round(p.line.size, 1)


def _parted(flow: Flow, known: dict[str, str], opener: str) -> Iterator[Card]:
    """A flow's cards with all that stands below them; without the headings of groups and the labels below these."""
    starts = _starts(flow, known, opener)
    ends = [*(head.begin for _, head in starts[1:]), len(flow)] if starts else []
    times = Counter(p.line.text for p in flow)
    once = frozenset(text for text, n in times.items() if n == 1)
    spans = [_above_bands(flow[start:end]) for (start, _), end in zip(starts, ends, strict=True)]
    groups = [card_ends.heading_below(span, known, once) for span in spans]
    proper = {p.said.key for span, k in zip(spans, groups, strict=True) for p in span[:k] if p.said}
    for span, (_, head), k in zip(spans, starts, groups, strict=True):
        if k is not None and _is_of_a_group(span[k:], span[0], proper, head):
            yield _card(span[:k], known, head)
            continue
        card = _card(span, known, head)
        if k is not None:
            card.doubt = f"{span[k].line.text[:60]!r} may head what stands below it"
        yield card


def _above_bands(lines: Flow) -> Flow:
    return lines[: next((k for k, p in enumerate(lines) if p.band), len(lines))]


def _is_of_a_group(below: Flow, opens: Printed, proper: set[str], head: Head) -> bool:
    """True where a heading among a card's lines is set as no title is, or the labels below it are none of cards'."""
    line, title = below[0].line, head.title[0].line if head.title else opens.line
    outer = line.box.x0 < title.box.x0 - SET_IN or line.size > LARGER * title.size
    return outer or not any(p.said and p.said.key in proper for p in below)


def _card(lines: Flow, known: dict[str, str], head: Head) -> Card:
    """A card from its opening label on; labels that head the next cards are none of its own."""
    card = Card([], head.title, head.ref, head.rated)
    beside = len(lines) > 1 and card.rated is None and card_heads.is_rating(lines[0], lines[1])
    if beside and known[lines[0].said.key if lines[0].said else ""] in ITEM:
        card.rated = lines[1]
        lines = [lines[0], *lines[2:]]
    own = _near(lines)
    for n, p in enumerate(lines):
        if p.said and is_label(p, known):
            if all(entry.key != p.said.key for entry in card.entries):
                card.entries.append(Entry(p.said.label, known[p.said.key], p.said.ref, p))
                continue
            card.doubt = f"{p.said.label!r} stands twice in the card"
        elif p.rating == INSIDE and card.rated is None and n < own:
            card.rated = p
            continue
        elif SHARE.fullmatch(p.line.text.strip()) and "complete" not in known.values():
            card.entries.append(Entry(DONE, "complete", "", p))
            continue
        _wrapped_beside(card, p).lines.append(p)
    while len(card.entries) > 1 and card.entries[-1].role in HEADS:
        card.entries.pop()
    return card


def _near(lines: Flow) -> int:
    """How many lines stand above the first white in which a card ends: what is named below it may be a key's."""
    gaps = (k for k, (a, b) in enumerate(pairwise(lines), 1) if card_heads.air(a, b) >= FAR_RATED)
    return next(gaps, len(lines))


def _wrapped_beside(card: Card, p: Printed) -> Entry:
    """The entry that a line without a label goes on with: the last, or one before it whose text is right above the
    line, where the last stands level with both, to their right."""
    last = card.entries[-1].printed[-1]
    if last.page == p.page and p.line.box.top < last.line.box.bottom and p.line.box.x1 < last.line.box.x0:
        for entry in card.entries[-2::-1]:
            above = entry.printed[-1]
            over = above.line.box.x0 < p.line.box.x1 and p.line.box.x0 < above.line.box.x1
            if over and card_heads.air(above, p) < card_heads.CLOSE:
                return entry
    return card.entries[-1]


def _name(card: Card) -> None:
    """Of a card that names no item the lines below its reference's own are the title."""
    if card.title or card.roles & set(ITEM):
        return
    for entry in card.entries:
        if entry.role == "ref" and entry.lines:
            card.title, entry.lines = entry.lines, []


def _are_rated(cards: Sequence[Card]) -> bool:
    """True for cards of which most have a status that is known as such, or a sign beside their titles, not all the
    same."""
    told = [entry for card in cards for entry in card.entries if entry.role == "status"]
    if len(told) <= RATED * len(cards):
        signs = [{(m.identity, m.colour) for m in card.signs} for card in cards if card.signs]
        return len(signs) > RATED * len(cards) and len(set().union(*signs)) > 1
    return sum(map(_may_rate, told)) > RATED * len(told)


def _may_rate(entry: Entry) -> bool:
    """True for a status that is known as such, by its sign, or by what stands behind its label in most cards."""
    return not entry.is_labelled_status or phrases.may_rate(entry.text) or any(p.marks for p in entry.printed)
