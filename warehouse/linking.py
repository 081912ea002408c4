"""Linking: which subject of one review is which of the next, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from warehouse.assignment import best_assignment
from warehouse.certainty import certainties
from warehouse.evidence import Rarity, heirs, steady
from warehouse.pieces import division
from warehouse.similarity import Score, action_score, activity_score, chance, indicator_score, same_home
from warehouse.subject import Subject
from warehouse.wording import plain

#: a pair that is more likely than its best rival by less than CLEAR, or than leaving either alone by less than
#: LIKELIER, is in doubt: a wrong rival is worse than a thread that was begun anew
CLEAR, LIKELIER = 0.4, 0.1
#: a pair more likely than one in four (log odds) is put to a person where it is too doubtful to be made
_ASKED = 1.1
#: what the fit took from any pair of actions, in log odds, because it might have rivals: these are weighed here
_RIVALS = 0.15
#: pairs less likely than this at sight (log odds) are not weighed at all
_POOR = -6.0


#: ids of an earlier and a later subject that a person has said are two
Parted = Set[tuple[str, str]]


class Link(NamedTuple):
    """Two subjects that are one: with chance `score`, all rivals weighed; `margin` is the lead over the best rival
    of either, or over leaving either alone."""

    former: Subject
    latter: Subject
    score: float
    margin: float
    method: str


class Piece(NamedTuple):
    """A subject that was divided from another (`split`) or went into it (`merge`)."""

    event: str
    whole: Subject
    main: Subject
    piece: Subject
    score: float
    margin: float


class Links(NamedTuple):
    """`made` are certain enough to stand; `proposed` are for a person to decide."""

    made: tuple[Link, ...]
    proposed: tuple[Link, ...]
    pieces: tuple[Piece, ...] = ()


def link_activities(
    former: Sequence[Subject], latter: Sequence[Subject], *, parted: Parted = frozenset()
) -> Links:
    """Link the activities of two reviews."""
    return _linked(former, latter, activity_score, lambda s: (s.refs, plain(s.text).lower()), parted)


def link_indicators(
    former: Sequence[Subject], latter: Sequence[Subject], *, parted: Parted = frozenset()
) -> Links:
    """Link the indicators of two reviews."""
    rarity = Rarity((*former, *latter))
    return _linked(
        former,
        latter,
        lambda one, other: indicator_score(one, other, rarity),
        lambda s: (s.priority, s.number, plain(s.text).lower()),
        parted,
    )


def link_actions(
    former: Sequence[Subject],
    latter: Sequence[Subject],
    homes: Set[tuple[str, str]],
    *,
    parted: Parted = frozenset(),
) -> Links:
    """Link the actions of two reviews whose activities `homes` pairs, then see which were divided or
    joined."""
    entered = dict(homes)
    rarity = Rarity((*former, *latter))
    is_steady = steady(former, latter, lambda one, other: same_home(one, other, homes))
    handed_over = heirs(former, latter)

    def score(one: Subject, other: Subject) -> Score:
        if handed_over.keys() & one.people:
            one = replace(one, people=frozenset(handed_over.get(name, name) for name in one.people))
        found = action_score(one, other, homes, rarity, is_steady)
        return found._replace(odds=found.odds + _RIVALS)

    def identity(subject: Subject) -> Hashable:
        home = entered.get(subject.home or "", subject.home) or subject.refs or subject.priority
        return home, subject.number, plain(subject.text).lower()

    def is_near(one: Subject, other: Subject) -> bool:
        return not is_steady or same_home(one, other, homes)

    return _with_pieces(_linked(former, latter, score, identity, parted), former, latter, rarity, is_near)


def _linked(
    former: Sequence[Subject],
    latter: Sequence[Subject],
    score: Callable[[Subject, Subject], Score],
    identity: Callable[[Subject], Hashable],
    parted: Parted,
) -> Links:
    """Subjects alike in all that identifies them are linked outright, the others by the best assignment."""
    alike = _identical(former, latter, identity)
    same = {i: j for i, j in alike.items() if (former[i].id, latter[j].id) not in parted}
    links = [_outright(former[i], latter[j], score) for i, j in same.items()]
    taken = set(same.values())
    scores = {
        (i, j): found
        for i in range(len(former))
        if i not in same
        for j in range(len(latter))
        if j not in taken
        and (former[i].id, latter[j].id) not in parted
        and (found := score(former[i], latter[j])).odds > _POOR
    }
    odds = {pair: found.odds for pair, found in scores.items()}
    chances = certainties(odds)
    margins = _margins(chances)
    proposed: list[Link] = []
    for i, j in best_assignment({pair: value + _ASKED for pair, value in odds.items()}).items():
        over_rivals, over_none = margins(i, j)
        link = Link(former[i], latter[j], chances[i, j], min(over_rivals, over_none), scores[i, j].method)
        is_sure = (over_rivals >= CLEAR and over_none >= LIKELIER) or _same_words(link)
        (links if is_sure else proposed).append(link)
    return Links(tuple(sorted(links, key=lambda link: link.latter.position)), tuple(proposed))


def _same_words(link: Link) -> bool:
    """Rows that say the same on both sides: where there are several such, they go on in their order."""
    return bool(link.latter.text) and plain(link.former.text) == plain(link.latter.text)


def _identical(
    former: Sequence[Subject], latter: Sequence[Subject], identity: Callable[[Subject], Hashable]
) -> dict[int, int]:
    """Index pairs of subjects whose identity occurs once on either side; an empty text identifies nothing."""
    left, right = [identity(s) for s in former], [identity(s) for s in latter]
    once = {key for key, n in Counter(left).items() if n == 1} & {
        key for key, n in Counter(right).items() if n == 1
    }
    places = {key: j for j, key in enumerate(right)}
    return {i: places[key] for i, key in enumerate(left) if key in once and former[i].text.strip()}


def _outright(former: Subject, latter: Subject, score: Callable[[Subject, Subject], Score]) -> Link:
    sure = chance(score(former, latter).odds)
    return Link(former, latter, sure, 2 * sure - 1, "same")


def _margins(
    chances: Mapping[tuple[int, int], float],
) -> Callable[[int, int], tuple[float, float]]:
    """The lead of a pair over its best rival, and over leaving either side alone."""
    rows: dict[int, list[float]] = {}
    columns: dict[int, list[float]] = {}
    for (i, j), likely in chances.items():
        rows.setdefault(i, []).append(likely)
        columns.setdefault(j, []).append(likely)

    def margins(i: int, j: int) -> tuple[float, float]:
        own = chances[i, j]
        rivals = [0.0, *rows[i], *columns[j]]
        rivals.remove(own)
        rivals.remove(own)
        return own - max(rivals), own - max(1 - sum(rows[i]), 1 - sum(columns[j]))

    return margins


def _with_pieces(
    links: Links,
    former: Sequence[Subject],
    latter: Sequence[Subject],
    rarity: Rarity,
    is_near: Callable[[Subject, Subject], bool],
) -> Links:
    """Try what was left alone as pieces of something nearby: on the later side of a split, the earlier of a
    merge."""
    forth = {link.former.id: link.latter for link in links.made}
    back = {link.latter.id: link.former for link in links.made}
    free_latter = [s for s in latter if s.id not in back]
    free_former = [s for s in former if s.id not in forth]
    pieces: list[Piece] = []
    for whole in former if free_latter else ():
        near = [s for s in free_latter if is_near(whole, s)]
        pieces += (found := _pieces("split", whole, forth.get(whole.id), near, rarity))
        free_latter = _without(free_latter, found)
    for whole in latter if free_former else ():
        near = [s for s in free_former if is_near(s, whole)]
        pieces += (found := _pieces("merge", whole, back.get(whole.id), near, rarity))
        free_former = _without(free_former, found)
    return _settled(links, pieces)


def _pieces(
    event: str, whole: Subject, main: Subject | None, near: Sequence[Subject], rarity: Rarity
) -> list[Piece]:
    divided = division(whole, main, near, rarity) if near else None
    if divided is None:
        return []
    first, *others = divided.pieces
    return [Piece(event, whole, first, piece, divided.score, divided.margin) for piece in others]


def _without(free: Sequence[Subject], found: Sequence[Piece]) -> list[Subject]:
    used = {piece.piece.id for piece in found} | {piece.main.id for piece in found}
    return [subject for subject in free if subject.id not in used]


def _settled(links: Links, pieces: Sequence[Piece]) -> Links:
    """A whole that had no counterpart goes on as its main piece."""
    ends = {link.former.id for link in links.made} | {link.latter.id for link in links.made}
    made = list(links.made)
    for piece in pieces:
        if piece.whole.id in ends:
            continue
        former, latter = (piece.whole, piece.main) if piece.event == "split" else (piece.main, piece.whole)
        made.append(Link(former, latter, piece.score, piece.margin, piece.event))
        ends |= {former.id, latter.id}
    used = {piece.piece.id for piece in pieces} | ends
    proposed = tuple(p for p in links.proposed if p.former.id not in used and p.latter.id not in used)
    return Links(tuple(made), proposed, tuple(pieces))
