"""Evidence: what speaks for and against two actions being one, each as a figure from 0 to 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz

from warehouse.subject import Subject
from warehouse.wording import Wording, plain, wording

#: two unrelated English sentences share about this much of their letters; likeness is counted from here
UNRELATED = 0.4
#: a note as long as this that comes back identifies its action; "On track" does not
TELLING_NOTE = 40
#: notes that differ at all are written on a pattern, or anew; they speak for a pair only so far
ANOTHER_NOTE = 0.5
#: so many texts must have come back before their places say whether a plan was put in another order
ENOUGH = 5
#: so many actions that passed from one to another say that all do
_TOLD = 2
#: so many rows further up or down, an action stands somewhere else
FAR = 10
#: what a place that says nothing is worth, between kept (1) and left (0): more are kept than left
EVEN = 0.6


class Evidence(NamedTuple):
    """What a pair shows. `words` is the share of words in common, the rare ones counting most, `within` how far the
    shorter text is contained in the longer; `other_...` are values that differ where both texts have some."""

    words: float
    within: float
    exact: float
    other_figures: float
    other_codes: float
    other_names: float
    opposite: float
    same_number: float
    other_number: float
    same_home: float
    same_leads: float
    other_leads: float
    note: float
    near: float


class Rarity:
    """How much words and notes tell: what stands in many places of two reviews tells little."""

    def __init__(self, subjects: Collection[Subject]) -> None:
        self.texts = 1 + len(subjects)
        self.counted = Counter(word for subject in subjects for word in wording(subject.text).words)
        self.notes = Counter(plain(subject.note) for subject in subjects if len(subject.note) >= TELLING_NOTE)

    def weight(self, words: Collection[str]) -> float:
        return sum(log(1 + self.texts / (1 + self.counted[word])) for word in words)

    def telling(self, note: str) -> bool:
        """True for a note that stands once on either side at most."""
        return 0 < self.notes[plain(note)] <= 2


def steady(
    former: Sequence[Subject], latter: Sequence[Subject], at_home: Callable[[Subject, Subject], bool]
) -> bool:
    """False where a plan was put in another order: most of the texts that stand once on either side have another
    number or home. Then numbers and homes say nothing of the rest either."""
    left, right = _by_text(former), _by_text(latter)
    pairs = [(left[text], right[text]) for text in left.keys() & right.keys()]
    kept = sum(one.number == other.number and at_home(one, other) for one, other in pairs)
    return len(pairs) < ENOUGH or 2 * kept >= len(pairs)


def heirs(former: Sequence[Subject], latter: Sequence[Subject]) -> dict[str, str]:
    """Leads that are gone from a plan, each with the new one who has what was theirs: a post under another name, or who
    followed in it. At least two texts that stand once on either side must say so, and none another name."""
    left, right = _by_text(former), _by_text(latter)
    before, after = (frozenset[str]().union(*(s.people for s in side)) for side in (former, latter))
    followed: dict[str, Counter[frozenset[str]]] = {}
    for text in left.keys() & right.keys():
        for gone in left[text].people - after:
            followed.setdefault(gone, Counter())[right[text].people - before] += 1
    found = {}
    for gone, names in followed.items():
        (new, times), *others = names.most_common()
        if len(new) == 1 and times >= _TOLD and not others:
            found[gone] = next(iter(new))
    return found


def evidence(
    former: Subject, latter: Subject, *, at_home: bool, rarity: Rarity, is_steady: bool = True
) -> Evidence:
    """All the evidence of a pair; `at_home` where both stand under one activity, `is_steady` as `steady` found."""
    one, other = wording(former.text), wording(latter.text)
    common = rarity.weight(one.words & other.words)
    mine, theirs = rarity.weight(one.words), rarity.weight(other.words)
    numbered = bool(former.number and latter.number) and is_steady
    led = bool(former.people and latter.people)
    leads = _shared(former.people, latter.people)
    return Evidence(
        words=2 * common / (mine + theirs) if common else 0.0,
        within=common / min(mine, theirs) if common else 0.0,
        exact=float(bool(one.plain) and one.plain == other.plain),
        other_figures=float(_other_figures(one, other)),
        other_codes=float(one.codes != other.codes),
        other_names=float(_other_names(one, other)),
        opposite=float(one.negations != other.negations),
        same_number=float(numbered and former.number == latter.number),
        other_number=float(numbered and former.number != latter.number),
        same_home=float(at_home) if is_steady else EVEN,
        same_leads=leads,
        other_leads=float(led and not leads),
        note=_note(former.note, latter.note, rarity),
        near=max(0.0, 1.0 - abs(former.position - latter.position) / FAR) if is_steady else EVEN,
    )


def _by_text(subjects: Sequence[Subject]) -> dict[str, Subject]:
    """Subjects by their text, where it stands once."""
    counted = Counter(plain(subject.text) for subject in subjects if subject.text)
    return {plain(s.text): s for s in subjects if counted[plain(s.text)] == 1}


def letters(one: Wording, other: Wording) -> float:
    """Likeness of two texts letter by letter, numbers and periods left out; 0 for what is unrelated."""
    if not one.plain or not other.plain:
        return 0.0
    return max(0.0, fuzz.ratio(one.masked, other.masked) / 100 - UNRELATED) / (1 - UNRELATED)


def _other_figures(one: Wording, other: Wording) -> bool:
    """Whether each has a figure that the other lacks; a figure that was only added is no other one."""
    mine, theirs = set(one.numbers), set(other.numbers)
    return bool(mine - theirs and theirs - mine)


def _other_names(one: Wording, other: Wording) -> bool:
    """Whether both name something, and nothing that the other speaks of."""
    named = bool(one.names and other.names)
    return named and not any(name in other.plain for name in one.names)


def _note(former: str, latter: str, rarity: Rarity) -> float:
    """How alike two telling notes are; another month or number in the same words is another note."""
    if not rarity.telling(former) or not rarity.telling(latter):
        return 0.0
    one, other = wording(former), wording(latter)
    alike = letters(one, other)
    return alike if one.plain == other.plain else min(alike, ANOTHER_NOTE)


def _shared(former: frozenset[str], latter: frozenset[str]) -> float:
    return len(former & latter) / len(former | latter) if former and latter else 0.0
