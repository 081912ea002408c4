"""The numbers that a document gives its actions, checked against themselves: gaps, series that begin anew, rows without
a number or with another row's."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby, pairwise

from normalise.review import Action, Evidence, Finding

SCATTERED = 0.34  # share of steps that may be gaps before the numbers are taken as picked from a longer list
FEW_GAPS = 3  # gaps that are told of however short the document is
RARE = 0.2  # share of rows up to which a missing or repeated number is odd
TOUCHING = 2.0  # points between two cells that no row can stand between
BEGUN = 3  # activities whose actions are counted from 1 before another's that are not is odd
HUNDREDS = 3  # digits of numbers that may count by hundreds
FIRST = ("00", "01")  # and the last ones of the first in each
#: a number's last part, and what opens it: `7`, `2.4`, `CP3/12`
NUMBERED = re.compile(r"(?P<series>(?:.*\D)?)(?P<last>\d{1,3})")


def found(actions: Sequence[Action], evidence: Sequence[Evidence] = ()) -> Iterator[Finding]:
    """Findings about actions whose numbers do not go on from those before them."""
    yield from _gaps(actions, evidence)
    yield from _beginnings(actions)
    yield from _late(actions)
    yield from _unnumbered(actions)
    yield from _repeated(actions)
    yield from _elsewhere(actions)


def _gaps(actions: Sequence[Action], evidence: Sequence[Evidence]) -> Iterator[Finding]:
    """Numbers that do not follow each other where the document's others do: a row between them may be lost. Where rules
    leave no room for one, in a plan whose numbers jump from hundred to hundred, the number is gone from the plan."""
    steps = [(a, b, *step) for a, b in pairwise(actions) if (step := _step(a, b))]
    printed = {number for action in actions if (number := _number(action))}
    gaps = [step for step in steps if step[3] > step[2] + 1 and not _stand_elsewhere(*step[1:], printed)]
    if len(gaps) > max(FEW_GAPS, SCATTERED * len(steps)):
        return  # a report by exception: what is well is not printed
    jumps = any(_jumps(a, b) for a, b in pairwise(actions))
    cells = {e.subject_id: e for e in evidence if e.subject_kind == "action" and e.field == "ref"}
    for above, action, before, after in gaps:
        if jumps and _touch(cells.get(above.id), cells.get(action.id), above, action):
            message = f"action {after} follows action {before}, and no row stands between them"
            yield _finding("info", "numbering_gap", message, action)
        else:
            message = f"action {after} follows action {before}: what stands between them?"
            yield _finding("warning", "numbering_gap", message, action)


def _number(action: Action) -> tuple[str, int] | None:
    """What opens an action's number, and its last part."""
    found = NUMBERED.fullmatch(action.action_number or "")
    return (found["series"], int(found["last"])) if found else None


def _stand_elsewhere(action: Action, before: int, after: int, printed: Container[tuple[str, int]]) -> bool:
    """True where other tables have all the numbers between: those of what is completed, or has not begun."""
    series, _ = _number(action) or ("", 0)
    return bool(series) and all((series, number) in printed for number in range(before + 1, after))


def _touch(one: Evidence | None, other: Evidence | None, above: Action, action: Action) -> bool:
    """True for two ruled cells, right below each other, that print a number each and nothing else."""
    if one is None or other is None or {one.reader, other.reader} != {"ruled"} or one.page != other.page:
        return False
    alone = one.raw.strip() == above.action_number and other.raw.strip() == action.action_number
    return (
        alone
        and abs(other.box.top - one.box.bottom) <= TOUCHING
        and abs(one.box.x0 - other.box.x0) <= TOUCHING
    )


def _step(a: Action, b: Action) -> tuple[int, int] | None:
    """The last parts of two numbers that count in one series: of one activity, or alike up to their last part."""
    numbers = [NUMBERED.fullmatch(x.action_number or "") for x in (a, b)]
    one, other = numbers
    if one is None or other is None or one["series"] != other["series"] or a.activity_id != b.activity_id:
        return None
    return None if _is_next_hundred(one["last"], other["last"]) else (int(one["last"]), int(other["last"]))


def _jumps(a: Action, b: Action) -> bool:
    numbers = [NUMBERED.fullmatch(x.action_number or "") for x in (a, b)]
    one, other = numbers
    return one is not None and other is not None and _is_next_hundred(one["last"], other["last"])


def _is_next_hundred(one: str, other: str) -> bool:
    """True for 201 behind 104: the first digit counts priorities, and the others what is below each."""
    return len(one) == len(other) == HUNDREDS and one[0] < other[0] and other[1:] in FIRST


def _beginnings(actions: Sequence[Action]) -> Iterator[Finding]:
    """Actions from where one activity's numbers begin anew: the next activity's cell was not seen above them."""
    for activity, own in groupby(actions, key=lambda action: action.activity_id):
        seen: set[int] = set()
        anew = ""
        for action in own:
            number = action.action_number or ""
            if activity is None or not action.activity_refs or not number.isdigit():
                continue
            if int(number) in seen and not anew:
                anew = number
            seen.add(int(number))
            if anew:
                refs = " and ".join(action.activity_refs)
                message = (
                    f"the numbers of {refs}'s actions begin anew with {anew}: this may be another activity's"
                )
                yield Finding(
                    "warning",
                    "numbering_restarts",
                    message,
                    action.pages[0],
                    "action",
                    action.id,
                    "activity_refs",
                )


def _late(actions: Sequence[Action]) -> Iterator[Finding]:
    """Actions of an activity whose numbers begin above 1 where nearly all others' begin with it: those before them were
    lost, and the activity may be lost with them."""
    runs = []
    for activity, own in groupby(actions, key=lambda action: action.activity_id):
        counted = [a for a in own if a.activity_refs and (a.action_number or "").isdigit()]
        if activity is not None and counted:
            runs.append(counted)
    late = [run for run in runs if int(run[0].action_number or 0) > 1]
    if len(runs) - len(late) < BEGUN or len(late) > max(1, RARE * len(runs)):
        return
    for run in late:
        refs = " and ".join(run[0].activity_refs)
        message = f"the actions of {refs} begin with {run[0].action_number}: they may be another activity's"
        for action in run:
            place = action.pages[0], "action", action.id, "activity_refs"
            yield Finding("warning", "numbering_gap", message, *place)


def _unnumbered(actions: Sequence[Action]) -> Iterator[Finding]:
    """Actions without a number where nearly all others have one: each may be a part of the row above."""
    own = [action for action in actions if not action.activity_refs]
    bare = [action for action in own if action.action_number is None]
    if len(bare) <= RARE * len(own):
        for action in bare:
            message = "the row alone has no number; it may be a part of another"
            yield _finding("warning", "numbering_missing", message, action)


def _repeated(actions: Sequence[Action]) -> Iterator[Finding]:
    """Actions with the number of one that stands apart from them, where nearly all others have one of their own."""
    runs = [
        (key, list(run))
        for key, run in groupby(
            actions, key=lambda a: (a.priority, _chapter(a), a.activity_refs, a.action_number)
        )
    ]
    seen: set[tuple[object, ...]] = set()
    again: list[Action] = []
    for key, run in runs:
        again += run if key in seen and run[0].action_number else []
        seen.add(key)
    if len(again) <= RARE * len(actions):
        for action in again:
            message = (
                f"the number {action.action_number} stands before another action too; one may be misread"
            )
            yield _finding("warning", "numbering_repeated", message, action)


def _elsewhere(actions: Sequence[Action]) -> Iterator[Finding]:
    """Actions whose numbers open with another activity's than that under which they were read, `1.3.1` under 1.2, where
    nearly all others' open with their own: a heading between two activities was not seen."""
    numbered = [(a, a.activity_refs[0]) for a in actions if a.action_number and len(a.activity_refs) == 1]
    apart = [(a, ref) for a, ref in numbered if not (a.action_number or "").startswith(f"{ref}.")]
    if len(apart) > RARE * len(numbered):
        return
    for action, ref in apart:
        opening = (action.action_number or "").rpartition(".")[0]
        if opening and _shape(opening) == _shape(ref):
            message = (
                f"action {action.action_number} stands under {ref}: the heading of {opening} was not seen"
            )
            place = action.pages[0], "action", action.id, "activity_refs"
            yield Finding("warning", "numbering_elsewhere", message, *place)


def _shape(ref: str) -> str:
    return re.sub(r"\d+", "0", ref)


def _chapter(action: Action) -> str | None:
    return dict(action.extra).get("section")


def _finding(severity: str, code: str, message: str, action: Action) -> Finding:
    return Finding(severity, code, message, action.pages[0], "action", action.id, "action_number")
