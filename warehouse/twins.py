"""Twins: actions on one pattern that differ in what they are about ("train 20 staff in first aid", "in fire safety").

Their words are so alike that a sum of evidence takes the one for the other when one ends and the other begins between
two reviews. What they are about stands in one place of the pattern, and what begins anew has not been started.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from warehouse.evidence import Evidence
from warehouse.subject import Subject
from warehouse.wording import HOW_MUCH, telling_words, wording

#: statuses of what has begun
_BEGUN = frozenset({"completed", "on_schedule", "behind_schedule", "off_track"})
#: more words than these in one place are another sentence, not another thing in the same
_MOST_WORDS = 2
#: words that begin with the same letters, so many or all of one, are one: "bus" and "buses", "develop" and "developer"
_ROOT = 4


def are_twins(former: Subject, latter: Subject, shown: Evidence) -> bool:
    """Whether two actions may be twins, so that a person must say if they are one.

    Another thing in the same words is a doubt where no number holds the two together, or where the later is not
    started although the earlier was. Another figure is one where no number holds them and either that is so, or the
    counted thing is another kind of it ("30 beds", "13 nursing beds")."""
    if shown.exact or shown.note == 1.0:
        return False
    fell_back = former.status in _BEGUN and latter.status == "not_started"
    is_held = bool(shown.same_number)
    if shown.other_names or _other_codes(former.text, latter.text) or _other_thing(former.text, latter.text):
        return fell_back or not is_held
    return bool(shown.other_figures) and not is_held and (fell_back or _other_kind(former.text, latter.text))


def _other_codes(former: str, latter: str) -> bool:
    one, other = wording(former).codes, wording(latter).codes
    return bool(one - other and other - one)


def _other_thing(former: str, latter: str) -> bool:
    """Whether two texts are the same word for word but in one place, which is not their beginning: a verb there is
    chosen freely."""
    changed = _changed(former, latter)
    return changed is not None and all(_new_words(*sides) for sides in (changed, changed[::-1]))


def _other_kind(former: str, latter: str) -> bool:
    """Whether two texts are the same word for word but for a word more in one of them, inside its sentence."""
    changed = _changed(former, latter)
    return (
        changed is not None and not all(changed) and telling_words(former)[-1:] == telling_words(latter)[-1:]
    )


def _changed(former: str, latter: str) -> tuple[Sequence[str], Sequence[str]] | None:
    """The few words of either text in the one place where they differ, behind their beginning."""
    one, other = telling_words(former), telling_words(latter)
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    changed = [(one[a:b], other[c:d]) for kind, a, b, c, d in steps if kind != "equal"]
    if len(changed) != 1 or steps[0][0] != "equal" or max(map(len, changed[0])) > _MOST_WORDS:
        return None
    return changed[0]


def _new_words(former: Sequence[str], latter: Sequence[str]) -> list[str]:
    return [
        word
        for word in latter
        if word not in HOW_MUCH and not any(_have_one_root(word, known) for known in former)
    ]


def _have_one_root(one: str, other: str) -> bool:
    letters = min(_ROOT, len(one), len(other))
    return one[:letters] == other[:letters]
