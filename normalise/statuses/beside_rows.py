"""A status that no column prints: a bar of colour at the row's side, or the colour of the row itself.

Such a sign counts only where the document's own key explains it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalise.language import colours, vocabulary
from normalise.rows.records import Record
from normalise.signs import matching, names
from normalise.signs.decision import Decision
from normalise.signs.line import Key
from normalise.statuses import cells as statuses
from normalise.statuses.figures import EXPLAINED
from parsers.block import Cell, Mark

WHOLE = re.compile(r"100 ?%")  # all of it: more than what green usually means
SHARE = "complete"  # role of the column that says how much is done
PILL = "pill"  # a sign with the status's words on it
BULLET = "•"  # how a round sign that opens a line is set
SELECTOR = "\ufe0f?"  # says that the sign before it is set in colours
SLACK = 1.0  # points by which they may stand out of it
ABOVE = ("priority", "activity", "plans")  # what stands over several rows shows no row's own status
PAST = ("previous_status", "previous")  # and what was is not what is


def read(record: Record, keys: Sequence[Key]) -> Decision | None:
    """What the key says of the sign or the colour that a row has outside any status column; None where nothing."""
    cells = [p.cell for role, pieces in record.fields.items() if role not in (*ABOVE, *PAST) for p in pieces]
    bare = [replace(c, text="", lines=(), hidden="") for c in cells]
    marked = [replace(c, fill=None, marks=_explained(c, keys)) for c in bare]
    marked = [c for c in marked if c.marks]
    filled = [replace(c, marks=()) for c in bare if c.fill]
    coloured = _in_colours(record)
    own = marked
    if not own and filled and _is_one(filled) and (coloured or _is_rating(filled[0], record, keys)):
        own = filled
    elif not own and not filled and coloured:
        own = bare  # among rows in the key's colours one without may be what the key shows blank
    decision = statuses.decide(own, keys) if own else None
    return decision if decision and decision.basis in EXPLAINED else _of_share(record, keys)


def without_words(record: Record, decision: Decision, keys: Sequence[Key]) -> str:
    """A row's action without the words of its status on a pill beside them, and without the sign that stands for it:
    they are no part of it."""
    text = record.text("action")
    for cell in (p.cell for p in record.pieces("action")):
        pills = [m.box.grown(SLACK) for m in cell.marks if m.shape == PILL]
        for line in cell.lines:
            own = vocabulary.plain(line.text) == vocabulary.plain(decision.label or "")
            if own and any(b.holds(line.box.x0, line.box.centre[1]) and b.x1 >= line.box.x1 for b in pills):
                text = "\n".join(one for one in text.split("\n") if one != line.text)
    return _without_sign(text, record, decision, keys)


def _without_sign(text: str, record: Record, decision: Decision, keys: Sequence[Key]) -> str:
    """The text without a sign of the key before it, before or behind its number, or at its end, where no column but
    the action's says the status."""
    own = [m for m in record.marks("action") if m.characters and _shows(m, decision, keys)]
    if len(own) != 1 or record.pieces("status"):
        return text
    sign = own[0].characters
    # the only line that a round sign opens, which lists have before each item
    drawn = BULLET if sign not in text and text.count(BULLET) == 1 else sign
    shown = re.escape(drawn) + SELECTOR
    found = re.match(rf"(?P<number>(?:\S*\d\S*\s+)?){shown}\s*", text)
    if found:
        return found["number"] + text[found.end() :]
    return re.sub(rf"\s*{shown}$", "", text) if drawn == sign else text


def _shows(mark: Mark, decision: Decision, keys: Sequence[Key]) -> bool:
    """True for a sign of the key by which the row's status was found."""
    return (
        decision.basis in EXPLAINED
        and names.seen(mark) == decision.mark
        and matching.match(mark, keys) is not None
    )


def _of_share(record: Record, keys: Sequence[Key]) -> Decision | None:
    """What the colour says on which the row's `% complete` stands, in a column of several colours that rate."""
    cells = [replace(p.cell, text="", lines=(), marks=(), hidden="") for p in record.pieces(SHARE)]
    cells = [c for c in cells if c.fill]
    strip = record.strip
    usual = vocabulary.load("statuses")["convention"]
    columns = strip.columns(SHARE)
    rated = {
        status
        for c in (strip.table.cells if cells else ())
        if strip.body <= c.row < strip.end
        and c.col in columns
        and (status := usual.get(colours.name(c.fill)))
    }
    decision = statuses.decide(cells, keys) if len(rated) > 1 else None
    if (
        decision
        and decision.basis == "convention"
        and decision.status == "on_schedule"
        and WHOLE.match(record.text(SHARE))
    ):
        return Decision("completed", record.text(SHARE), "words", decision.mark, 0.8)
    return decision


def _explained(cell: Cell, keys: Sequence[Key]) -> tuple[Mark, ...]:
    return tuple(m for m in cell.marks if matching.match(m, keys) is not None)


def _is_one(filled: Sequence[Cell]) -> bool:
    return len({c.fill for c in filled}) == 1


def _is_rating(cell: Cell, record: Record, keys: Sequence[Key]) -> bool:
    """True for the very colour of a swatch in the key that all rows of the page's table have, as where one status alone
    stands there. Stripes leave rows out, and colour what stands over several rows too."""
    swatches = [k.fill for k in keys if k.mark is None and k.fill and colours.may_rate(k.fill)]
    if not any(colours.distance(cell.fill or "", fill) <= matching.SAME for fill in swatches):
        return False
    strip = record.strip
    own = [c for c in strip.table.cells if strip.body <= c.row < strip.end]
    rows = {c.row for c in own}
    coloured = {c.row for c in own if c.fill == cell.fill}
    over = any(c.fill != cell.fill for c in own if strip.roles[c.col] in ABOVE)
    return rows == coloured and over


def _in_colours(record: Record) -> bool:
    """True where the rows of the table stand on more than one colour: stripes have one."""
    strip = record.strip
    own = {
        name
        for c in strip.table.cells
        if strip.body <= c.row < strip.end and strip.roles[c.col] not in ABOVE
        if (name := colours.name(c.fill)) and name not in colours.SILENT
    }
    return len(own) > 1
