"""The status of one row: which cells print it, what their marks say, and whether the row's own words agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalise.columns import year_parts
from normalise.language import phrases, vocabulary
from normalise.rows.records import Record
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from normalise.statuses import answers, ratings
from normalise.statuses import beside_rows as row_signs
from normalise.statuses import cells as statuses
from normalise.statuses import headed as headed_status
from normalise.statuses import notes as note_ratings
from parsers.block import Cell

RATING = 4  # words of what may be a rating
COUNTED = re.compile(r"[\d.,]+ [^\W\d]")
#: columns that rate nothing
PLAIN = (
    "ref",
    "action",
    "activity",
    "plan",
    "lead",
    "group",
    "priority",
    "due_date",
    "start_date",
    "progress",
)
SETTLED = ("completed", "cancelled", "unknown")  # what need not be rated again, or says so by itself
#: the words that open a progress note, up to a dash, colon or full stop: "2. Completed – ...", "On track. ..."
OPENING = re.compile(
    r"^(?:\d+\s*[a-z]?[.)]\s*)?(?P<words>[A-Z][A-Za-z ,]{2,40}?)\s*(?:[–—:]|\s-\s|\.(?=\s|$))"
)
#: a note that is nothing but a status: "Complete"
ALONE = re.compile(r"[A-Z][A-Za-z ,]{2,40}")
CLAUSE = re.compile(r"[.;\n]")
NOTHING = re.compile(r"none|nil|no|nothing|0", re.IGNORECASE)
#: a heading of a list inside a note: "In progress: ..."
LISTED = re.compile(r"(?:^|[.;\n])\s*(?P<words>[A-Z][A-Za-z ]{2,30}):")


def read(record: Record, keys: Sequence[Key]) -> Decision:
    """The row's status with notes about it; unknown, with a note, where nothing says it."""
    role, later, rival = _column(record)
    cells = _ticked(record, role) or [p.cell for p in record.pieces(role)]
    beside = [p.cell for r, pieces in record.fields.items() if r != role for p in pieces]
    # a cell that is merged over several rows has the ground of its first: what stands on it tells nothing of the others
    others = [c.fill for c in beside if c.row_span == 1] or [c.fill for c in beside]
    if not cells and (signed := row_signs.read(record, keys)):
        return _checked(record.text("progress"), signed)
    if not cells and (opened := note_ratings.read(record, keys)):
        return opened
    if not cells and (told := headed_status.read(record)):
        return _checked(record.text("progress"), told)
    if not cells:
        note = ("warning", "status_missing", "the table has no status column")
        if not keys and not _may_be_rated(record):
            note = ("info", "status_not_printed", "nothing says how the rows stand, and no key was read")
        return _from_opening(
            record.text("progress"), Decision("unknown", None, "none", None, 0.0, (note,)), ()
        )
    said = answers.put(record, cells, keys)
    rated = ratings.of_columns(record, said, keys, others) if role == "status" else None
    decision = rated.decision if rated else statuses.decide(said, keys, others)
    decision = answers.noted(record, cells, keys, decision)
    decision = _timed(record, role, later, rival, decision)
    apart = any(code == "several_ratings" for _, code, _ in decision.notes)
    lost = record.strip.table.reader == "transcript" and not any(cell.marks for cell in cells) and not apart
    if lost and decision.status == "unknown":
        return _from_words(record.text("progress"), decision)
    if decision.status == "unknown" or decision.basis == "convention":
        return _from_opening(record.text("progress"), decision, keys)
    return _checked(record.text("progress"), decision)


def _may_be_rated(record: Record) -> bool:
    """True for a row with a sign, a ground, or a text in a column that may be a rating's: all of its are short and none
    counts things (`42 homes`), or one opens with a status."""
    told = {role for role in record.fields if role not in PLAIN and record.text(role)}
    columns = [[c.text for p in record.pieces(role)[:1] for c in _column_of(record, p.cell)] for role in told]
    signed = any(p.cell.marks or p.cell.fill for pieces in record.fields.values() for p in pieces)
    return signed or any(map(_may_rate, columns))


def _may_rate(texts: Sequence[str]) -> bool:
    short = all(len(text.split()) <= RATING and not COUNTED.match(text) for text in texts)
    return short or any(phrases.status_of(text) or phrases.opening(text).status for text in texts)


def _column_of(record: Record, cell: Cell) -> Iterator[Cell]:
    """The cells with text that stand in a cell's column of its table's rows."""
    strip = record.strip
    return (c for c in strip.table.cells if c.col == cell.col and strip.body <= c.row < strip.end and c.text)


def _timed(record: Record, role: str, later: str | None, rival: str | None, decision: Decision) -> Decision:
    """With a word about a newer rating that the row lacks, or another of its ratings that may be the newer one."""
    if later is None and rival is None:
        return decision
    own, newer, other = (_headed(record, part) if part else "" for part in (role, later, rival))
    if later and decision.status not in SETTLED:
        message = f"the row has no status for {newer}, which other rows have: {own}'s was taken"
        note = ("warning", "status_of_earlier_quarter", message)
        decision = decision._replace(confidence=0.3, notes=(*decision.notes, note))
    if rival and decision.status != "unknown":
        message = f"whether {own!r} or {other!r} is the newer one is not known: the former was taken"
        note = ("warning", "rating_order_unsure", message)
        decision = decision._replace(confidence=0.3, notes=(*decision.notes, note))
    return decision


def _headed(record: Record, role: str) -> str:
    """What heads a column; "" where the row has its cell on a page whose table has another column for it alone."""
    return next((record.strip.headings[col] for col in record.strip.columns(role)), "")


def column(record: Record) -> str:
    """The role of the column that says the row's status."""
    role = _column(record).role
    return role if record.pieces(role) else headed_status.source(record) or role


def _column(record: Record) -> ratings.Part:
    """The status column; of each part of the year's own the last that is filled."""
    if record.pieces("status") or not any(map(year_parts.is_part, record.fields)):
        return ratings.Part("status", None, None)
    return ratings.of_part(record)


def _ticked(record: Record, role: str) -> list[Cell]:
    """A tick in one of several columns headed by a letter or colour: the heading is what is printed."""
    columns = record.strip.columns(role)
    tokens = {col: record.strip.headings[col].split()[-1:] for col in columns}
    if len(columns) < 2 or not all(t and vocabulary.colour_word(t[0]) for t in tokens.values()):
        return []
    ticked = [p.cell for p in record.pieces(role) if p.cell.marks or p.cell.text]
    return [replace(c, text=tokens[c.col][0], marks=(), fill=None) for c in ticked]


def _opening(progress: str) -> tuple[str, str] | None:
    """The words that open a progress note and the status that they name, unless the rest takes it back."""
    found = OPENING.match(progress)
    said = phrases.status_of(found["words"]) if found else None
    if found is None or said is None or _taken_back(said, progress[found.end() :]):
        return None
    return found["words"], said


def _taken_back(said: str, rest: str) -> bool:
    """True for "Closed. Not delivered." and for a list, "Completed: none. In progress: all four."."""
    clauses = [clause.strip() for clause in CLAUSE.split(rest) if clause.strip()]
    if clauses and NOTHING.fullmatch(clauses[0]):
        return True
    if any(phrases.status_of(found["words"]) not in (None, said) for found in LISTED.finditer(rest)):
        return True
    then = phrases.status_of(clauses[0]) if clauses else None
    return then is not None and phrases.together(said, then) != said


def _checked(progress: str, decision: Decision) -> Decision:
    """A note that opens with the words of another status than the mark's is a finding."""
    opening = _opening(progress)
    if opening is None or decision.status in (opening[1], "unknown"):
        return decision
    message = f"the note opens with {opening[0]!r} ({opening[1]}), the mark says {decision.status}"
    return decision._replace(notes=(*decision.notes, ("warning", "words_contradict_mark", message)))


def _from_opening(progress: str, unsure: Decision, keys: Sequence[Key]) -> Decision:
    """Where no mark decides, a note that opens with the words of a status does: "On track. Work has ...".

    A mark that the document's own legend does not explain stays a finding, and so does a colour that by convention
    says something else.
    """
    alone = phrases.status_of(progress) if ALONE.fullmatch(progress) else None
    opening = (progress, alone) if alone else _opening(progress)
    if opening is None:
        return unsure
    notes = unsure.notes if keys else ()
    if unsure.basis == "convention" and unsure.status != opening[1]:
        message = f"the note opens with {opening[0]!r} ({opening[1]}), the colour says {unsure.status} by convention"
        notes = (("warning", "words_contradict_mark", message),)
    return Decision(opening[1], opening[0], "words", unsure.mark, 0.8, notes)


def _from_words(progress: str, lost: Decision) -> Decision:
    """In a transcript the glyph is lost: the status is read from the note's opening words, or stays unknown."""
    opening = _opening(progress)
    shown = f"{lost.mark!r} is left of it" if lost.mark else "nothing is left of it"
    if opening is None:
        note = ("warning", "glyph_lost", f"the conversion to text lost the status mark ({shown})")
        return lost._replace(notes=(note,))
    note = ("info", "status_from_words", f"the status mark is lost; read from the words {opening[0]!r}")
    return Decision(opening[1], opening[0], "words", lost.mark, 0.6, (note,))
