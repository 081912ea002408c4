"""Similarity: how much two subjects of consecutive reviews look like one, from 0 to 1, and by what."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from rapidfuzz import fuzz

from warehouse.subject import Subject
from warehouse.wording import Wording, wording

#: two unrelated English sentences share about this much of their letters; likeness is counted from here
_UNRELATED = 0.4
#: texts as alike as this that differ in a negation say the opposite of each other
_OPPOSITE = 0.75
#: another number in the same words is a new target of the same thing; another code (KS2, KS4) is another
#: thing
_OTHER_NUMBER, _OTHER_CODE = 0.9, 0.5
#: a note as long as this that comes back word for word identifies its action; "On track" does not
_TELLING_NOTE, _SAME_NOTE = 40, 0.9
#: what a note, or the words of the actions below an activity, are worth against the subject's own text
_BORROWED = 0.9
#: a text that is empty on both sides, or lost on one, is neither like nor unlike
_BOTH_EMPTY, _ONE_EMPTY = 0.6, 0.45

#: shares of a score. Text tells most; a ref is next, since plans renumber seldom; people and places change
#: freely
_TEXT, _HOME, _NUMBER, _LEADS, _NOTE, _PLACE = 0.60, 0.15, 0.10, 0.05, 0.07, 0.03
#: without activities the number is the ref, and the priority is all there is of a home
_LONE_NUMBER, _LONE_HOME = 0.20, 0.05


class Score(NamedTuple):
    """`value` from 0 to 1; `method` is what decided: `same`, `text`, `note`, `contents`, `value` or
    `reference`."""

    value: float
    method: str


def alike(former: Wording, latter: Wording) -> float:
    """How alike two texts are, 0 (unrelated, opposite or absent) to 1 (one text); numbers count as values."""
    if not former.plain or not latter.plain:
        return 0.0
    if former.plain == latter.plain:
        return 1.0
    letters = fuzz.ratio(former.masked, latter.masked) / 100
    words = 0.0 if letters < _UNRELATED / 2 else fuzz.token_sort_ratio(former.masked, latter.masked) / 100
    share = max(letters, 0.95 * words)
    if former.negations != latter.negations and share >= _OPPOSITE:
        return 0.0
    likeness = max(0.0, (share - _UNRELATED) / (1 - _UNRELATED))
    likeness *= 1.0 if former.codes == latter.codes else _OTHER_CODE
    return likeness * (1.0 if former.numbers == latter.numbers else _OTHER_NUMBER)


def action_score(former: Subject, latter: Subject, homes: Collection[tuple[str, str]]) -> Score:
    """How far two actions are one; `homes` are the pairs of activities already found to be one."""
    at_home = same_home(former, latter, homes)
    numbered = _same_number(former, latter)
    content, method = _action_content(former, latter, at_home and numbered > 0)
    lone = former.home is None and latter.home is None and not former.refs and not latter.refs
    if lone:
        reference = _LONE_NUMBER * numbered + _LONE_HOME * (former.priority == latter.priority)
    else:
        reference = _HOME * at_home + _NUMBER * numbered
    if content == 1.0 and at_home and numbered:
        method = "same"
    return Score(_TEXT * content + reference + _surroundings(former, latter), method)


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
    return Score(_TEXT * max(text, below) + reference + plans + _PLACE * _nearness(former, latter), method)


def indicator_score(former: Subject, latter: Subject) -> Score:
    """How far two indicators are one: by name, reference, and the former latest figure printed as the
    previous."""
    name = alike(wording(former.text), wording(latter.text))
    carried = bool(former.note) and former.note == latter.note
    numbered = _same_number(former, latter)
    reference = _NUMBER * numbered + _HOME * (former.priority == latter.priority)
    method = "same" if name == 1.0 and numbered else "text"
    rest = _LEADS * _shared(former.people, latter.people) + _NOTE * carried
    return Score(_TEXT * name + reference + rest + _PLACE * _nearness(former, latter), method)


def same_home(former: Subject, latter: Subject, homes: Collection[tuple[str, str]]) -> bool:
    """Whether two actions stand under one activity, or, without activities, under one ref or priority."""
    if former.home and latter.home:
        return (former.home, latter.home) in homes
    if former.refs or latter.refs:
        return former.refs == latter.refs
    return former.priority == latter.priority


def _action_content(former: Subject, latter: Subject, same_ref: bool) -> tuple[float, str]:
    text = alike(wording(former.text), wording(latter.text))
    note = 0.0
    if min(len(former.note), len(latter.note)) >= _TELLING_NOTE or not (former.text or latter.text):
        note = alike(wording(former.note), wording(latter.note))
    note = _BORROWED * note if note >= _SAME_NOTE else 0.0
    unsaid = 0.0
    if same_ref and not (former.text and latter.text):
        unsaid = _ONE_EMPTY if former.text or latter.text else _BOTH_EMPTY
    return max((text, "text"), (note, "note"), (unsaid, "reference"))


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
