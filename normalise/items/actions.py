"""Records of action tables to activities and actions."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from normalise.columns import codes
from normalise.facts import plans
from normalise.items import activity_doubts, deadlines, extras, owners
from normalise.items.printed import printed_at
from normalise.keys.legend import Learnt
from normalise.language import dates, references
from normalise.language.references import listed, numbered, split_references
from normalise.review import Action, Activity, Evidence, Finding
from normalise.rows.groups import Group, Placed, groups
from normalise.rows.records import Piece, Record, run_on
from normalise.signs import shown_scales
from normalise.signs.decision import Decision
from normalise.statuses import beside_rows, directions
from normalise.statuses import rows as row_status

#: roles that are fields of an action; all others go to `extra`
FIELDS = (
    "activity",
    "plan",
    "action",
    "lead",
    "progress",
    "status",
    "ref",
    "priority",
    "direction",
)
SAID = (*FIELDS, *deadlines.ROLES)
TEXTS = ("action", "progress")


class Read(NamedTuple):
    activities: tuple[Activity, ...]
    actions: tuple[Action, ...]
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]


def read(placed: Sequence[Placed], learnt: Learnt) -> Read:
    """Activities and actions in printed order, with their findings and evidence."""
    activities: list[Activity] = []
    actions: list[Action] = []
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    shared = _shared_references(placed)
    led = owners.known(placed)
    american = dates.puts_month_first(item.record.text(role) for item in placed for role in deadlines.ROLES)
    grouped = list(groups(placed))
    rated = iter(
        shown_scales.graded(
            [row_status.read(item.record, learnt.keys) for group in grouped for item in group.placed]
        )
    )
    letters = references.series([text for group in grouped if (text := run_on(group.pieces))])
    for group in grouped:
        activity = _activity(group, len(activities) + 1, shared, letters)
        if activity is not None:
            activities.append(activity)
            evidence += printed_at("activity", activity.id, "texts", group.pieces)
            findings += activity_doubts.found(group, activity)
        for item in group.placed:
            action, notes = _action(
                item, group, activity, len(actions) + 1, learnt, american, led, next(rated)
            )
            actions.append(action)
            findings += [
                Finding(
                    s, c, m, action.pages[0] if action.pages else item.record.page, "action", action.id, f
                )
                for s, c, m, f in notes
            ]
            for role, column in _columns(item.record, american):
                evidence += printed_at("action", action.id, role, item.record.pieces(column))
    return Read(tuple(activities), codes.apart(actions), tuple(findings), tuple(evidence))


def _columns(record: Record, american: bool) -> Iterator[tuple[str, str]]:
    """Each field of an action with the role of the column that says it."""
    told = {"status": row_status.column(record), "lead": owners.column(record)}
    for role in FIELDS:
        yield role, told.get(role, role)
    yield "due_date", deadlines.read(record, american).source
    yield "start_date", "start_date"


Headings = tuple[str, ...]


def _shared_references(placed: Sequence[Placed]) -> set[Headings]:
    """Headings of the tables whose references are the activities': merged or left blank over the same rows."""
    shared: set[Headings] = set()
    apart: set[Headings] = set()
    for record in (item.record for item in placed):
        ref, activity = record.pieces("ref"), record.pieces("activity")
        if not ref or not activity:
            continue
        blank = record.blank("ref"), record.blank("activity")
        spans = ref[0].cell.row_span, activity[0].cell.row_span
        if blank[0] != blank[1] or spans[0] != spans[1]:
            apart.add(record.strip.headings)
        elif all(blank) or spans[0] > 1:
            shared.add(record.strip.headings)
    return shared - apart


def _activity(
    group: Group, position: int, shared: Container[Headings], letters: str | None
) -> Activity | None:
    text = run_on(group.pieces)
    referred = split_references(text) or references.coded(text, letters)
    referred = referred or references.parent(text, [_number(item.record) for item in group.placed])
    refs = tuple(r.ref for r in referred)
    if not refs and group.ref and group.placed[0].record.strip.headings in shared:
        refs = listed(group.ref)
    if not text:
        return None
    named: list[str] = []
    for pieces in _plan_cells(group):
        named += [p for p in plans.names(pieces) if p not in named]
    said = tuple(r.text for r in referred) or (text,)
    if rubric := group.placed[0].record.rubric:
        refs, said = (tuple(told) for told in zip(*((p.ref, p.title) for p in rubric.parts()), strict=True))
    priority = group.priority or item_priority(group.placed)
    pages = tuple(sorted({p.page for p in group.pieces if p.cell.text}))
    return Activity(f"v{position:03d}", position, priority, refs, said, tuple(_whole(named)), pages)


def _number(record: Record) -> str:
    """The number that a row prints in its own column or before its action."""
    return record.text("ref") or numbered(record.text("action")).number or ""


def _plan_cells(group: Group) -> list[list[Piece]]:
    """The plan cells of each row; a transcript spreads one merged cell over its rows, so there they are one text."""
    rows = [item.record.pieces("plan") for item in group.placed]
    if group.placed[0].record.strip.table.reader == "transcript":
        return [list({id(piece.cell): piece for pieces in rows for piece in pieces}.values())]
    held = [{id(piece.cell) for piece in pieces} for pieces in rows]
    return [pieces for pieces, own in zip(rows, held, strict=True) if not any(own < other for other in held)]


def item_priority(placed: Sequence[Placed]) -> str | None:
    return next((i.priority for i in placed if i.priority), None)


def _whole(named: Sequence[str]) -> list[str]:
    """Drop what is a longer entry's beginning: the same cell seen again before it was joined over a page break."""
    return [p for p in named if not any(other != p and other.startswith(p) for other in named)]


Note = tuple[str, str, str, str | None]  # severity, code, message, field


def _action(
    item: Placed,
    group: Group,
    activity: Activity | None,
    position: int,
    learnt: Learnt,
    american: bool,
    led: owners.Owners,
    decision: Decision,
) -> tuple[Action, list[Note]]:
    record = item.record
    number, text = numbered(beside_rows.without_words(record, decision, learnt.keys))
    number, refs = _references(record, activity, number)
    notes: list[Note] = [(*n, "status") for n in decision.notes] + [(*n, None) for n in record.told()]
    notes += _nameless(item, group, text)
    until = deadlines.read(record, american)
    leads, doubt = owners.read(record, group, led)
    if doubt:
        notes.append(("warning", "leads_unsure", doubt, "lead"))
    said = (*SAID, owners.column(record)) if leads else SAID
    extra = [*extras.read(record, said, learnt), *(extras.Extra(*told) for told in until.left)]
    extra += extras.unsaid(record, learnt.keys, decision)
    notes += [(*n, "extra") for e in extra for n in e.notes]
    pages = record.pages(TEXTS) or (record.page,)
    action = Action(
        id=f"a{position:03d}",
        position=position,
        activity_id=activity.id if activity else None,
        priority=item.priority or (activity.priority if activity else None),
        activity_refs=refs,
        activity=" ".join(activity.texts) if activity else "",
        plans=activity.plans if activity else tuple(plans.names(record.pieces("plan"))),
        action_number=number,
        action=text,
        leads=leads,
        progress=record.text("progress"),
        status=decision.status,
        status_label=decision.label,
        status_basis=decision.basis,
        mark=decision.mark,
        due_date=until.due,
        start_date=until.start,
        direction=record.text("direction") or _arrow(record, learnt),
        extra=tuple((e.name, e.text) for e in extra),
        confidence=round(min(decision.confidence, record.sure), 2),
        pages=pages,
    )
    return action, notes


def _nameless(item: Placed, group: Group, text: str) -> list[Note]:
    """A row of its own whose action is blank: the one above may be meant, and a merged cell's rule misleads.

    A row that opens an activity stands for the activity itself, also one below the row that names it.
    """
    record = item.record
    opens = "activity" in record.starts and not record.blank("activity")
    first = item is group.placed[0]
    opens = opens or (first and not record.blank("activity") and not record.first_on_page)
    opens = opens or (first and record.rubric is not None)
    message = "the row prints no action; it may belong to the one above"
    return [] if text or opens else [("warning", "action_missing", message, "action")]


def _references(
    record: Record, activity: Activity | None, number: str | None
) -> tuple[str | None, tuple[str, ...]]:
    """The action's number and its activity's references. A reference column belongs to what it is as high as."""
    printed = references.unbracketed(record.text("ref").strip(" .,;:"))
    if activity is not None and activity.refs:
        own = "" if (printed,) == activity.refs else printed
        return number or own or None, activity.refs
    shared = (activity is not None and "ref" not in record.starts) or _as_high(record, "ref", "activity")
    if printed and activity is not None and shared:
        return number, (printed,)
    return printed or number, ()


def _as_high(record: Record, role: str, other: str) -> bool:
    """True for two merged cells over the same rows, more than one."""
    own, activity = record.pieces(role), record.pieces(other)
    return bool(own and activity) and own[0].cell.row_span == activity[0].cell.row_span > 1


def _arrow(record: Record, learnt: Learnt) -> str | None:
    """The sign of the row's direction in the key's words, else an arrow by its shape."""
    for mark in directions.marks(record, row_status.column(record), learnt.keys):
        if label := directions.explained(mark, learnt.icons):
            return label
        if mark.shape.startswith(("arrow", "triangle")):
            return mark.shape
    return None
