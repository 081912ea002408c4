"""Records of action tables to activities and actions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from normalise import dates, people, statuses
from normalise.legend import Key
from normalise.records import Piece, Record, run_on
from normalise.references import leading_reference, numbered, split_references
from normalise.review import Action, Activity, Evidence, Finding
from normalise.statuses import Decision

QUARTERS = ("q4", "q3", "q2", "q1")
#: roles that are fields of an action; all others go to `extra`
FIELDS = ("activity", "plan", "action", "lead", "progress", "status", "due_date", "start_date", "ref", "priority", "direction")
TEXTS = ("action", "progress")
#: how a plan's name ends, and what does not open another name behind it
PLAN_END = (
    r"\b(?:Plan|Strategy|Framework|Programme|Pathway|Statement|Policy|Charter|Protocol|Agreement|Review|Roadmap|Prospectus)"
    r"(?:\s*\([^)]*\)|,?\s+20\d\d\s*[-–/]\s*(?:20)?\d\d)?"
)
NO_NEW_PLAN = re.compile(r"(?:(?:Action|Delivery|Implementation|Improvement|Business)\s+)?(?:Plan|Strategy|Programme|Board|Review|Group)\b|[^A-Z]")
AT_PLAN_END = re.compile(PLAN_END + "$")
#: the same inside a line, for text whose line ends a conversion has lost
INNER_PLAN_END = re.compile(rf"(?P<end>{PLAN_END.replace('|Programme|Pathway|Statement|Policy|Charter|Protocol|Agreement|Review|Roadmap|Prospectus', '')})\s+(?!{NO_NEW_PLAN.pattern})")


class Placed(NamedTuple):
    """A record with the priority under whose heading it stands."""

    record: Record
    priority: str | None


@dataclass(slots=True)
class Group:
    """An activity while its rows are gathered."""

    pieces: list[Piece]
    priority: str | None
    ref: str
    placed: list[Placed] = field(default_factory=list)


class Read(NamedTuple):
    activities: tuple[Activity, ...]
    actions: tuple[Action, ...]
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]


def read(placed: Sequence[Placed], keys: Sequence[Key]) -> Read:
    """Activities and actions in printed order, with their findings and evidence."""
    activities: list[Activity] = []
    actions: list[Action] = []
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    for group in _groups(placed):
        activity = _activity(group, len(activities) + 1)
        if activity is not None:
            activities.append(activity)
            evidence += _evidence("activity", activity.id, "texts", group.pieces)
        for item in group.placed:
            action, notes = _action(item, group, activity, len(actions) + 1, keys)
            actions.append(action)
            findings += [Finding(s, c, m, action.pages[0] if action.pages else item.record.page, "action", action.id, f) for s, c, m, f in notes]
            for role in FIELDS:
                evidence += _evidence("action", action.id, role, item.record.pieces(role))
    return Read(tuple(activities), tuple(actions), tuple(findings), tuple(evidence))


def _groups(placed: Iterable[Placed]) -> list[Group]:
    """Rows gathered by activity: a blank cell goes on with the activity above it."""
    groups: list[Group] = []
    reffed = _has_references(placed := list(placed))
    for item in placed:
        pieces = item.record.pieces("activity")
        group = groups[-1] if groups else None
        if group is None or _opens(item, group, pieces, reffed):
            group = Group(list(pieces), item.priority, item.record.text("ref"))
            groups.append(group)
        else:
            group.pieces += [p for p in pieces if all(p.cell is not old.cell for old in group.pieces)]
        group.placed.append(item)
    return groups


def _has_references(placed: Sequence[Placed]) -> bool:
    """True where most activity cells open with a reference, so that a cell without one goes on with the last."""
    texts = [i.record.text("activity") for i in placed if "activity" in i.record.starts and not i.record.blank("activity")]
    return sum(leading_reference(t) is not None for t in texts) > len(texts) / 2


def _opens(item: Placed, group: Group, pieces: Sequence[Piece], reffed: bool) -> bool:
    if not pieces:
        return True  # a table without an activity column: every row stands alone
    held = {id(p.cell) for p in group.pieces}
    if any(id(p.cell) in held for p in pieces):
        return False
    text = run_on(pieces)
    if not text:
        return group.priority != item.priority and not group.pieces
    if reffed:
        return leading_reference(text) is not None
    return not (item.record.first_on_page and text == run_on(group.pieces))


def _activity(group: Group, position: int) -> Activity | None:
    text = run_on(group.pieces)
    referred = split_references(text)
    refs = tuple(r.ref for r in referred)
    if not text:
        return None
    plans: list[str] = []
    for item in group.placed:
        plans += [p for p in _plans(item.record.pieces("plan")) if p not in plans]
    priority = group.priority or item_priority(group.placed)
    pages = tuple(sorted({p.page for p in group.pieces if p.cell.text}))
    texts = tuple(r.text for r in referred) or (text,)
    return Activity(f"v{position:03d}", position, priority, refs, texts, tuple(_whole(plans)), pages)


def item_priority(placed: Sequence[Placed]) -> str | None:
    return next((i.priority for i in placed if i.priority), None)


def _plans(pieces: Sequence[Piece]) -> list[str]:
    """Plans of a cell: one a paragraph, and one a line where a line ends as a plan's name does."""
    text = run_on(pieces)
    lines = [line.text for p in pieces for line in p.cell.lines]
    for before, line in zip(lines, lines[1:], strict=False):
        if AT_PLAN_END.search(before) and not NO_NEW_PLAN.match(line):
            text = text.replace(f"{before} {line}", f"{before}\n{line}", 1)
    if not lines:
        text = INNER_PLAN_END.sub(r"\g<end>\n", text)
    return [line.removeprefix("• ").strip() for line in text.split("\n") if line.strip()]


def _whole(plans: Sequence[str]) -> list[str]:
    """Drop what is a longer entry's beginning: the same cell seen again before it was joined over a page break."""
    return [p for p in plans if not any(other != p and other.startswith(p) for other in plans)]


Note = tuple[str, str, str, str | None]  # severity, code, message, field


def _action(
    item: Placed, group: Group, activity: Activity | None, position: int, keys: Sequence[Key]
) -> tuple[Action, list[Note]]:
    record = item.record
    number, text = numbered(record.text("action"))
    number, refs = _references(record, activity, number)
    decision, quarters = _decision(record, keys)
    notes: list[Note] = [(*n, "status") for n in decision.notes] + [(*n, None) for n in record.notes]
    due = dates.date_of(record.text("due_date"))
    pages = record.pages(TEXTS) or (record.page,)
    contradiction = _contradiction(record.text("progress"), decision)
    notes += [contradiction] if contradiction else []
    action = Action(
        id=f"a{position:03d}", position=position, activity_id=activity.id if activity else None,
        priority=item.priority or (activity.priority if activity else None), activity_refs=refs,
        activity=" ".join(activity.texts) if activity else "", plans=activity.plans if activity else tuple(_plans(record.pieces("plan"))),
        action_number=number, action=text, leads=people.leads(_inherited(record, group, "lead")),
        progress=record.text("progress"), status=decision.status, status_label=decision.label,
        status_basis=decision.basis, mark=decision.mark, due_date=due, start_date=dates.date_of(record.text("start_date")),
        direction=record.text("direction") or _arrow(record), extra=_extra(record, quarters),
        confidence=round(decision.confidence, 2), pages=pages,
    )  # fmt: skip
    return action, notes


def _references(record: Record, activity: Activity | None, number: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The action's number and its activity's references. A reference column belongs to what it is as high as."""
    printed = record.text("ref").strip(" .,;:")
    if activity is not None and activity.refs:
        return number or printed or None, activity.refs
    shared = activity is not None and "ref" not in record.starts or _as_high(record, "ref", "activity")
    if printed and activity is not None and shared:
        return number, (printed,)
    return printed or number, ()


def _as_high(record: Record, role: str, other: str) -> bool:
    """True for two merged cells over the same rows, more than one."""
    own, activity = record.pieces(role), record.pieces(other)
    return bool(own and activity) and own[0].cell.row_span == activity[0].cell.row_span > 1


def _decision(record: Record, keys: Sequence[Key]) -> tuple[Decision, tuple[str, ...]]:
    """The status column's reading; where each quarter has a column of its own, the last that is filled."""
    quarters = tuple(q for q in QUARTERS if record.pieces(q))
    role = "status" if record.pieces("status") or not quarters else next((q for q in quarters if not record.blank(q)), quarters[0])
    cells = [p.cell for p in record.pieces(role)]
    others = [p.cell.fill for r, ps in record.fields.items() if r != role for p in ps]
    if not cells:
        return Decision("unknown", None, "none", None, 0.0, (("warning", "status_missing", "the table has no status column"),)), quarters
    return statuses.decide(cells, keys, others), quarters


def _inherited(record: Record, group: Group, role: str) -> str:
    """A cell's text. A blank goes on with the row above where the activity's cell is blank too, and always in a
    transcript, which knows no merged cells."""
    text = record.text(role)
    pieces, activity = record.pieces(role), record.pieces("activity")
    ditto = bool(activity) and record.blank("activity")
    if text.strip(" -–") or not pieces or not (ditto or pieces[0].reader == "transcript"):
        return text
    above = ""
    for item in group.placed:
        if item.record is record:
            return above
        above = item.record.text(role) or above
    return above


def _arrow(record: Record) -> str | None:
    return next((m.shape for m in record.marks("direction") if m.shape.startswith(("arrow", "triangle"))), None)


def _extra(record: Record, quarters: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Printed columns without a field of their own, by their heading."""
    out = []
    for role, pieces in record.fields.items():
        if role in FIELDS:
            continue
        name = role.removeprefix("extra:")
        text = run_on(pieces) or ", ".join(" ".join(filter(None, (m.colour, m.shape))) for p in pieces for m in p.cell.marks)
        if text:
            out.append((name, text))
    return tuple(out)


OPENING = re.compile(r"^(?:\d+\s*[a-z]?[.)]\s*)?(?P<words>[A-Z][A-Za-z ,]{2,40}?)\s*(?:[–—:]|\s-\s)")


def _contradiction(progress: str, decision: Decision) -> Note | None:
    """The words that open a progress note, where they name another status than the mark: "Completed –" beside amber."""
    from normalise.vocabulary import status_of

    found = OPENING.match(progress)
    said = status_of(found["words"]) if found else None
    if said is None or said == decision.status or decision.status == "unknown":
        return None
    words = found["words"] if found else ""
    return ("warning", "words_contradict_mark", f"the note opens with {words!r} ({said}), the mark says {decision.status}", "status")


def _evidence(kind: str, subject: str, name: str, pieces: Sequence[Piece]) -> list[Evidence]:
    return [
        Evidence(kind, subject, name, p.page, p.cell.box, p.reader, p.cell.text or ", ".join(m.shape for m in p.cell.marks))
        for p in pieces if p.cell.text or p.cell.marks or (p.cell.fill and name == "status")
    ]  # fmt: skip
