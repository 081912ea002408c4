"""Words that no key explains, held against each other as the lines of a key are: where `At risk` is amber, `Overdue` in
red is the worst, and so is `Below target` where `Near target` is milder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from normalise.language import vocabulary
from normalise.signs import scale
from normalise.signs.decision import Decision
from normalise.signs.scale import Line

TARGET = "target"
GOOD, BEHIND, WORST = "on_schedule", "behind_schedule", "off_track"
Rated = TypeVar("Rated", Decision, Decision | None)


def graded(decisions: Sequence[Rated]) -> list[Rated]:
    """The decisions of one document's rows; words of which two colours are used for one status are told apart by these,
    or have a finding where they are too plain for that. A red one that names no more than the target beside green is
    the worst of two."""
    decisions = _below_milder(decisions)
    lines = list(dict.fromkeys(line for d in decisions if d is not None and (line := _line(d))))
    if not any(line.status == BEHIND and scale.usual(line.colour) == WORST for line in lines):
        return list(decisions)
    amber = next((k.label for k in lines if k.status == BEHIND == scale.usual(k.colour)), "")
    if amber:
        worse = {old for old, new in zip(lines, scale.graded(lines), strict=True) if new != old.status}
    elif any(k.status == GOOD == scale.usual(k.colour) for k in lines):
        vague = vocabulary.load("statuses")["degree"]["worst"]
        worse = {k for k in lines if k.status == BEHIND and k.label in vague}
    else:
        worse = set()
    return [_told(d, worse, amber) if d is not None else d for d in decisions]


def _below_milder(decisions: Sequence[Rated]) -> list[Rated]:
    """The decisions, those in words alone that name no more than what is missed (`Below target`) as the worst where
    others say that it is nearly met (`Near target`, `Just missed`); also where nothing is red and both are in one
    colour, as yellow and orange are."""
    degree = vocabulary.load("statuses")["degree"]
    bare = [d for d in decisions if d is not None and _is_behind_in_words(d)]
    if len({scale.usual(d.colour) for d in bare}) > 1 or _has_red(decisions):
        bare = [d for d in bare if scale.usual(d.colour) is None]
    told = {vocabulary.plain(d.label or "") for d in bare}
    milder = min((label for label in told if not set(label.split()).isdisjoint(degree["milder"])), default="")
    if told.isdisjoint(degree["worst"]):
        return list(decisions)
    if not milder:
        return [
            _unsure(d) if d is not None and d in bare and _is_vague(d, decisions) else d for d in decisions
        ]
    return [
        _worst(d, milder) if d in bare and d and vocabulary.plain(d.label or "") in degree["worst"] else d
        for d in decisions
    ]


def _is_vague(decision: Decision, others: Sequence[Decision | None]) -> bool:
    """True for words that say only that a target is missed, where none of the others says that it is missed by far."""
    label = vocabulary.plain(decision.label or "")
    vague = label in vocabulary.load("statuses")["degree"]["worst"] and TARGET in label
    worse = any(d is not None and d.status == WORST and TARGET in (d.label or "").lower() for d in others)
    return vague and scale.usual(decision.colour) is None and not worse


def _unsure(decision: Decision) -> Decision:
    message = f"{decision.label!r} is read as behind, and may be the worst: no key and no other word tells"
    note = ("warning", "status_by_scale", message)
    return decision._replace(confidence=0.3, notes=(*decision.notes, note))


def _is_behind_in_words(decision: Decision) -> bool:
    worded = decision.basis == "words" and decision.status == BEHIND
    return worded and scale.usual(decision.colour) in (None, BEHIND)


def _has_red(decisions: Sequence[Decision | None]) -> bool:
    return any(d is not None and scale.usual(d.colour) == WORST for d in decisions)


def _worst(decision: Decision, milder: str) -> Decision:
    message = f"{decision.label!r} is read as off track, for {milder!r} is milder"
    note = ("info", "status_by_scale", message)
    return decision._replace(status=WORST, confidence=0.7, notes=(*decision.notes, note))


def _line(decision: Decision) -> Line | None:
    if decision.basis != "words" or decision.colour is None:
        return None
    return Line(decision.colour, vocabulary.plain(decision.label or ""), decision.status)


def _told(decision: Decision, worse: set[Line], amber: str) -> Decision:
    line = _line(decision)
    if line is None or line.status != BEHIND or scale.usual(line.colour) != WORST:
        return decision
    if line in worse:
        message = f"{decision.label!r} is read as off track, for it is {line.colour}"
        note = ("info", "status_by_colour", message + (f" where {amber!r} is amber" if amber else ""))
        return decision._replace(status=WORST, confidence=0.7, notes=(*decision.notes, note))
    if amber and line.label != amber:
        message = f"{decision.label!r} is {line.colour} and no worse than {amber!r}, which is amber"
        note = ("warning", "mark_contradicts_words", message)
        return decision._replace(confidence=0.3, notes=(*decision.notes, note))
    return decision
