"""Addresses: what each subject of a review is called for a correction, and which subject one means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from normalise.review import Action, Activity, Indicator, Review
from warehouse.correction import Address
from warehouse.similarity import alike
from warehouse.wording import plain, wording

#: an exact text this long tells its row whatever became of its number; a shorter one needs refs or number too
_TELLING = 20
#: likeness (0 to 1) from which another wording is the same row, with its refs and number unchanged or without
_LIKE_IN_PLACE, _LIKE_ANYWHERE = 0.5, 0.75
#: what the best row must be ahead of the next
_CLEAR = 0.1


class Subject(NamedTuple):
    """An action, activity or indicator under its id inside the review, with its address."""

    id: str
    address: Address


class Place(NamedTuple):
    """Where an address leads: to the subject `id`, by `likeness` of the texts; or to none of `fits` rows."""

    id: str | None
    likeness: float
    fits: int


def subjects(review: Review, document: str) -> list[Subject]:
    """All that can be addressed in a review; `document` is the beginning of the document's id."""
    plain_ones = [
        *(_subject(a, "activity", ", ".join(a.refs), "", " ".join(a.texts)) for a in review.activities),
        *(_action(a) for a in review.actions),
        *(
            _subject(i, "indicator", i.priority or "", i.indicator_ref or "", i.name)
            for i in review.indicators
        ),
    ]
    name = review.review_id
    named = [s._replace(address=s.address._replace(review=name, document=document)) for s in plain_ones]
    return _told_apart(named)


def find(address: Address, known: Sequence[Subject]) -> Place:
    """The subject that an address means: the same in all, else the same text, else by far the likest text;
    without a text, the one with these refs and this number."""
    rows = [s for s in known if s.address.kind == address.kind]
    same = [s for s in rows if _key(s.address) == _key(address)]
    if same:
        return _one(same, address)
    worded = [
        s for s in rows if address.text and plain(s.address.text).lower() == plain(address.text).lower()
    ]
    near = [s for s in worded if _shares_place(s.address, address)]
    if near or (worded and len(address.text) >= _TELLING):
        return _one(near or worded, address)
    return _likest(address, rows)


def _action(action: Action) -> Subject:
    text = action.action or action.activity or action.progress
    return _subject(action, "action", ", ".join(action.activity_refs), action.action_number or "", text)


def _subject(fact: Activity | Action | Indicator, kind: str, refs: str, number: str, text: str) -> Subject:
    return Subject(fact.id, Address(kind=kind, refs=refs, number=number, text=text))


def _told_apart(found: Sequence[Subject]) -> list[Subject]:
    """Rows with one and the same address are counted through."""
    times = Counter(_key(s.address) for s in found)
    seen: Counter[tuple[str, ...]] = Counter()
    out = []
    for subject in found:
        key = _key(subject.address)
        seen[key] += 1
        row = f"{seen[key]} of {times[key]}" if times[key] > 1 else ""
        out.append(subject._replace(address=subject.address._replace(row=row)))
    return out


def _key(address: Address) -> tuple[str, ...]:
    return (address.kind, plain(address.refs), plain(address.number), plain(address.text).lower())


def _one(fitting: Sequence[Subject], address: Address) -> Place:
    """The only one, or the one of the same row among as many as there were."""
    if len(fitting) == 1 and not address.row:
        return Place(fitting[0].id, 1.0, 1)
    same_row = [s for s in fitting if s.address.row == address.row]
    if len(same_row) == 1:
        return Place(same_row[0].id, 1.0, 1)
    return Place(None, 1.0, len(fitting))


def _shares_place(one: Address, other: Address) -> bool:
    """The same refs or the same number, and something in it."""
    return (bool(one.refs) and one.refs == other.refs) or (bool(one.number) and one.number == other.number)


def _likest(address: Address, rows: Sequence[Subject]) -> Place:
    if not address.text:
        return _numbered(address, rows)
    said = wording(address.text)
    ranked = sorted(((alike(said, wording(s.address.text)), s) for s in rows), key=lambda r: -r[0])
    good = [(likeness, s) for likeness, s in ranked if likeness >= _enough(address, s.address)]
    if not good:
        return Place(None, 0.0, 0)
    best = good[0]
    rivals = [r for r in ranked if r[1] is not best[1] and r[0] > best[0] - _CLEAR]
    if rivals:
        return Place(None, best[0], 1 + len(rivals))
    return Place(best[1].id, best[0], 1)


def _numbered(address: Address, rows: Sequence[Subject]) -> Place:
    """The row of these refs and this number, which is all that a line written by hand may say of it."""
    place = _place(address)
    fits = [s for s in rows if any(place) and _place(s.address) == place]
    return Place(fits[0].id if len(fits) == 1 else None, 0.0, len(fits))


def _place(address: Address) -> tuple[str, str]:
    return plain(address.refs), plain(address.number)


def _enough(address: Address, candidate: Address) -> float:
    return _LIKE_IN_PLACE if _place(address) == _place(candidate) else _LIKE_ANYWHERE
