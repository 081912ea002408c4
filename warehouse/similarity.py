"""Similarity: the odds that two subjects of consecutive reviews are one, and by what."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from importlib.resources import files
from math import exp
from typing import NamedTuple

from rapidfuzz import fuzz

from warehouse.evidence import TELLING_NOTE, UNRELATED, Evidence, Rarity, evidence
from warehouse.subject import NO_FIGURE, Subject
from warehouse.twins import are_twins
from warehouse.wording import Wording, wording

#: texts as alike as this that differ in a negation say the opposite of each other
_OPPOSITE = 0.75
#: another number in the same words is a new target of the same thing; another code (KS2, KS4) is another
#: thing
_OTHER_NUMBER, _OTHER_CODE = 0.9, 0.5
#: a note as alike as this is the same note
_SAME_NOTE = 0.9
#: what a note, or the words of the actions below an activity, are worth against the subject's own text
_BORROWED = 0.9
#: a text that is empty on both sides, or lost on one, is neither like nor unlike
_BOTH_EMPTY, _ONE_EMPTY = 0.6, 0.45

#: shares of a score. Text tells most; a ref is next, since plans renumber seldom; people and places change
#: freely
_TEXT, _HOME, _NUMBER, _LEADS, _NOTE, _PLACE = 0.60, 0.15, 0.10, 0.05, 0.07, 0.03

#: what a whole of reasoned shares is worth in log odds: 0.6 is then four in five, 0.7 nineteen in twenty
_STEEPNESS = 15.0
#: log odds beyond which nothing is doubted any more
_CERTAIN = 12.0
#: log odds of two that may be twins: enough to be asked about, not to be made one
_TWINS = -0.2
#: log odds of a note that comes back word for word below another text: nine in ten
_BY_NOTE = 2.2

#: what more it means for an indicator than for an action, in log odds, that a name has another word or number in the
#: place of one; that its former figure comes back as the previous one, or that another does, which may be restated
_OTHER_MEASURE, _CARRIED, _NOT_CARRIED = -3.5, 4.0, -1.0

#: half of the last digit that is printed of a per cent, with room for binary fractions
_ROUNDED = 0.051

#: log odds of each piece of evidence for two actions being one, fitted on invented histories
WEIGHTS: Mapping[str, float] = tomllib.loads(
    files("warehouse").joinpath("weights.toml").read_text(encoding="utf-8")
)


class Score(NamedTuple):
    """`odds` is the natural logarithm of the odds that two subjects are one, looked at alone; `method` is what
    decided: `same`, `text`, `note`, `contents`, or `reference`."""

    odds: float
    method: str


def chance(odds: float) -> float:
    """The probability, 0 to 1, of log odds."""
    return 1 / (1 + exp(-odds))


def _reasoned(share: float, method: str) -> Score:
    """A sum of shares from 0 to 1, of which one half is neither for nor against."""
    return Score(_STEEPNESS * (share - 0.5), method)


def alike(former: Wording, latter: Wording) -> float:
    """How alike two texts are, 0 (unrelated, opposite or absent) to 1 (one text); numbers count as values."""
    if not former.plain or not latter.plain:
        return 0.0
    if former.plain == latter.plain:
        return 1.0
    letters = fuzz.ratio(former.masked, latter.masked) / 100
    words = 0.0 if letters < UNRELATED / 2 else fuzz.token_sort_ratio(former.masked, latter.masked) / 100
    share = max(letters, 0.95 * words)
    if former.negations != latter.negations and share >= _OPPOSITE:
        return 0.0
    likeness = max(0.0, (share - UNRELATED) / (1 - UNRELATED))
    likeness *= 1.0 if former.codes == latter.codes else _OTHER_CODE
    return likeness * (1.0 if former.numbers == latter.numbers else _OTHER_NUMBER)


def action_score(
    former: Subject,
    latter: Subject,
    homes: Collection[tuple[str, str]],
    rarity: Rarity,
    is_steady: bool = True,
) -> Score:
    """How far two actions are one; `homes` are the pairs of activities already found to be one."""
    at_home = same_home(former, latter, homes)
    if not former.text or not latter.text:
        return _unsaid_score(former, latter, at_home)
    if hopeless(former, latter):
        return Score(-_CERTAIN, "text")
    shown = evidence(former, latter, at_home=at_home, rarity=rarity, is_steady=is_steady)
    same = shown.exact and at_home and not shown.other_number
    odds = _weighed(shown)
    if shown.note == 1.0 and odds < _BY_NOTE:
        return Score(_BY_NOTE, "note")
    if odds > _TWINS and are_twins(former, latter, shown):
        return Score(_TWINS, "text")
    return Score(odds, "same" if same else "text")


def _weighed(shown: Evidence) -> float:
    return WEIGHTS["none"] + sum(WEIGHTS[name] * float(value) for name, value in shown._asdict().items())


def hopeless(former: Subject, latter: Subject) -> bool:
    """Two actions whose texts have no telling word in common, and whose notes are others."""
    common = wording(former.text).words & wording(latter.text).words
    return not common and (len(former.note) < TELLING_NOTE or former.note != latter.note)


def activity_score(former: Subject, latter: Subject) -> Score:
    """How far two activities are one: by text, refs, or the actions that stand below them."""
    text = alike(wording(former.text), wording(latter.text))
    below = _BORROWED * _shared(former.contents, latter.contents)
    same_ref = bool(former.refs) and former.refs == latter.refs
    if not former.text and not latter.text:
        text = _BOTH_EMPTY if same_ref else 0.0
    method = "same" if text == 1.0 and same_ref else "text" if text >= below else "contents"
    reference = (_HOME + _NUMBER) * same_ref + _LEADS * (former.priority == latter.priority)
    plans = _NOTE * _shared(former.people, latter.people)
    return _reasoned(
        _TEXT * max(text, below) + reference + plans + _PLACE * _nearness(former, latter), method
    )


def indicator_score(former: Subject, latter: Subject, rarity: Rarity) -> Score:
    """How far two indicators are one: by name, reference, target, and the former latest figure printed as the
    previous. Another number in a name, or one word in another's place, is another measure unless the figure goes on; so
    is another name without any figure where the former one stood."""
    shown = evidence(former, latter, at_home=former.priority == latter.priority, rarity=rarity)
    if not shown.words:
        return Score(-_CERTAIN, "text")
    one, other = wording(former.text).words, wording(latter.text).words
    odds = _weighed(shown._replace(note=0.0, other_leads=0.0))
    odds += _OTHER_MEASURE * (bool(one - other and other - one) + shown.other_figures + shown.other_codes)
    if former.note and latter.note == NO_FIGURE:
        odds += 0.0 if shown.exact else _OTHER_MEASURE
    elif former.note and latter.note:
        odds += _CARRIED if _goes_on(former.note, latter.note) else _NOT_CARRIED
    return Score(odds, "same" if shown.exact and not shown.other_number else "text")


def _goes_on(latest: str, previous: str) -> bool:
    """Whether a latest figure comes back as the previous one, or as what is left of it to a hundred per cent, where
    an indicator is counted the other way round from now on."""
    if latest == previous:
        return True
    if not (latest.endswith("%") and previous.endswith("%")):
        return False
    return abs(float(latest[:-1]) + float(previous[:-1]) - 100) < _ROUNDED


def same_home(former: Subject, latter: Subject, homes: Collection[tuple[str, str]]) -> bool:
    """Whether two actions stand under one activity, or, without activities, under one ref or priority."""
    if former.home and latter.home:
        return (former.home, latter.home) in homes
    if former.refs or latter.refs:
        return former.refs == latter.refs
    return former.priority == latter.priority


def _unsaid_score(former: Subject, latter: Subject, at_home: bool) -> Score:
    """Actions of which one at least has no text: their place speaks, and a note that comes back."""
    numbered = _same_number(former, latter)
    note = alike(wording(former.note), wording(latter.note))
    note = _BORROWED * note if note >= _SAME_NOTE else 0.0
    unsaid = 0.0
    if at_home and numbered:
        unsaid = _ONE_EMPTY if former.text or latter.text else _BOTH_EMPTY
    content, method = max((note, "note"), (unsaid, "reference"))
    reference = _HOME * at_home + _NUMBER * numbered
    return _reasoned(_TEXT * content + reference + _surroundings(former, latter), method)


def _same_number(former: Subject, latter: Subject) -> float:
    if not former.number and not latter.number:
        return 0.5
    return float(former.number == latter.number)


def _surroundings(former: Subject, latter: Subject) -> float:
    leads = _LEADS * _shared(former.people, latter.people)
    note = _NOTE * (bool(former.note) and former.note == latter.note)
    return leads + note + _PLACE * _nearness(former, latter)


def _shared(former: frozenset[str], latter: frozenset[str]) -> float:
    if not former or not latter:
        return 0.0
    return len(former & latter) / len(former | latter)


def _nearness(former: Subject, latter: Subject) -> float:
    return 1.0 - abs(former.place - latter.place)
