"""Halves of a row that a page break cuts inside its texts: its short cells stand on one of the pages, and what
stands on both goes on from the one to the other."""

from __future__ import annotations

import re

from normalise.language import phrases
from normalise.language.references import numbered
from normalise.rows.records import Piece, Record, paragraph_ends

SENTENCE_END = (".", "!", "?", ":", ";")
#: what each row has of its own; the half of a row has it on one page only
PER_ROW = ("ref", "lead", "due_date", "start_date")
ROW_S_OWN = ("ref", "status")  # what tells that a row is one where every row has it
SEVERAL = 2  # other rows on a page that tell what every row has
#: roles of running text: the half that has no status may have more of these
RUNNING = ("action", "progress")
#: roles of cells that may be merged over several rows, and so stand on both pages whatever goes on
MERGED = ("activity", "plan", "group", "priority")
#: words behind which a text goes on; some sentences do end with one, so that alone proves nothing
LEADING = re.compile(
    r"(?:^|\s)(?:a|an|and|as|at|between|by|for|from|in|into|its|near|of|on|or|our|than|the|their|to|with|your)$"
)
AT_EDGE = 2.0  # points between the end of a bar of colour and the edge of its cell
OPEN_END = (",", "-", "–", "(", "/", "&")


def seen_status(record: Record) -> bool:
    """True for a mark or word; a fill proves nothing, since a cut cell is coloured on both pages."""
    return not record.blank("status")


def signs_of_their_own(before: Record, record: Record) -> bool:
    """True where both print a sign in one column, or colours that differ: a cut cell shows one sign, one colour."""
    signs = any(before.marks(role) and record.marks(role) for role in record.fields)
    fills = [{p.cell.fill for p in r.pieces("status")} for r in (before, record)]
    return signs or (all(fills) and fills[0].isdisjoint(fills[1]))


def painted_again(before: Record, record: Record) -> bool:
    """True where a status behind the break is the sign of the one before it without its word, or the same of several
    cells is filled: a cut cell's paint stands on both pages, its word on one."""
    if _is_filled(record) and _is_filled(before):
        return record.text("status") == before.text("status")
    old, new = ({(m.shape, m.colour) for m in r.marks("status")} for r in (before, record))
    return bool(new) and new <= old and bool(before.text("status")) and not record.text("status")


def _is_filled(record: Record) -> bool:
    """True for a status that a cell's place and ground alone tell: it has words, and nothing is printed."""
    cells = [p.cell for p in record.pieces("status")]
    return bool(cells) and all(c.text and not (c.chars or c.lines or c.marks) for c in cells)


def bar_goes_on(before: Record, record: Record) -> bool:
    """True where the bar of colour beside an action's cell stands at its foot before the break and, the same, at the
    head of the one behind it."""
    old, new = before.pieces("action"), record.pieces("action")
    if not old or not new:
        return False
    above, below = old[-1].cell, new[0].cell
    bars = {(m.shape, m.colour) for m in above.marks if m.box.bottom >= above.box.bottom - AT_EDGE}
    more = {(m.shape, m.colour) for m in below.marks if m.box.top <= below.box.top + AT_EDGE}
    return bool(more) and more == bars and len(more) == len(below.marks)


def status_goes_on(before: Record, record: Record) -> bool:
    """True for a status whose words the break parts, `In` and `progress`: the first of them names none alone, and
    together they name one in one cell and on one ground."""
    old, new = ([p for p in r.pieces("status") if not p.cell.marks] for r in (before, record))
    if not old or not new or before.last_page == record.page or not record.first_on_page:
        return False
    if before.marks("status") or record.marks("status") or old[-1].cell.fill != new[0].cell.fill:
        return False
    words = [before.text("status"), record.text("status")]
    return all(words) and not phrases.status_of(words[0]) and phrases.whole(" ".join(words)) is not None


def are_one(before: Record, record: Record) -> bool:
    """True where the texts on both pages are two halves of one row: a word that leads on stands before the break, a
    text goes on behind it in small letters, or all rows behind that have what makes them rows of their own."""
    if not may_be_one(before, record):
        return False
    return _lacks_what_others_have(before, record) or any(
        old.cell.text.endswith(OPEN_END)
        or LEADING.search(old.cell.text) is not None
        or new.cell.text[0].islower()
        for old, new in _both(before, record)
    )


def _lacks_what_others_have(before: Record, record: Record) -> bool:
    """True for a row without a number and a status, which the one before it and all others on its page have."""
    strip = record.strip
    own = {c.row for c in strip.cells("action") if c.text and c.row > strip.body}
    told = ({c.row for c in strip.cells(role) if c.text or c.marks} for role in ROW_S_OWN)
    bare = not any(before.blank(role) or not record.blank(role) for role in ROW_S_OWN)
    return bare and len(own) >= SEVERAL and all(own <= rows for rows in told)


def may_be_one(before: Record, record: Record) -> bool:
    """True where one of the two has nothing but running text, and all that stands on both pages may go on: no sentence
    or paragraph ends at the break."""
    if before.strip.kind != "actions" or not record.first_on_page or before.last_page == record.page:
        return False
    bare = [r for r in (before, record) if not seen_status(r) and all(r.blank(role) for role in PER_ROW)]
    if len(bare) != 1 or signs_of_their_own(before, record):
        return False
    filled, more = ({role for role in r.fields if not r.blank(role)} for r in (before, record))
    few = filled if bare[0] is before else more
    whole = record is bare[0] and not more <= filled  # texts begin before the break
    own_number = numbered(record.text("action")).number is not None
    if "action" not in filled & more or not few <= {*RUNNING, *MERGED} or whole or own_number:
        return False
    return all(_may_go_on(old, new) for old, new in _both(before, record))


def _both(before: Record, record: Record) -> list[tuple[Piece, Piece]]:
    """The running texts that stand at both sides of the break."""
    shown = [(before.pieces(role), record.pieces(role)) for role in RUNNING]
    pieces = [(old[-1], new[0]) for old, new in shown if old and new]
    return [(old, new) for old, new in pieces if old.cell.text and new.cell.text]


def _may_go_on(old: Piece, new: Piece) -> bool:
    """True where no sentence or paragraph ends before the break, and the text reaches down to it or goes on small."""
    ended = old.cell.text.endswith(SENTENCE_END) or paragraph_ends(old, new)
    return not ended and (old.to_bottom or new.cell.text[0].islower())


def runs_on(before: Record, record: Record, role: str) -> bool:
    """True where a text stops in mid-sentence at the foot of one page and goes on small at the head of the next."""
    old, new = before.pieces(role), record.text(role)
    if not new or not old or not old[-1].cell.text:
        return False
    small = new[0].islower() or new[0] in "(&,;–-"
    return small and old[-1].to_bottom and not old[-1].cell.text.endswith(SENTENCE_END)
