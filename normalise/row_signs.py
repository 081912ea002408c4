"""A status that no column prints: a bar of colour at the row's side, or the colour of the row itself.

Such a sign counts only where the document's own key explains it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalise import colours, matching, statuses
from normalise.decision import Decision
from normalise.figure_status import EXPLAINED
from normalise.key import Key
from normalise.ratings import SILENT
from normalise.records import Record
from parsers.block import Cell, Mark

ABOVE = ("priority", "activity", "plans")  # what stands over several rows shows no row's own status
PAST = ("previous_status", "previous")  # and what was is not what is


def read(record: Record, keys: Sequence[Key]) -> Decision | None:
    """What the key says of the sign or the colour that a row has outside any status column; None where nothing."""
    cells = [p.cell for role, pieces in record.fields.items() if role not in (*ABOVE, *PAST) for p in pieces]
    bare = [replace(c, text="", lines=(), hidden="") for c in cells]
    marked = [replace(c, fill=None, marks=_explained(c, keys)) for c in bare]
    marked = [c for c in marked if c.marks]
    filled = [replace(c, marks=()) for c in bare if c.fill]
    own = marked or (filled if _in_colours(record) and _is_one(filled) else [])
    decision = statuses.decide(own, keys) if own else None
    return decision if decision and decision.basis in EXPLAINED else None


def _explained(cell: Cell, keys: Sequence[Key]) -> tuple[Mark, ...]:
    return tuple(m for m in cell.marks if matching.match(m, keys) is not None)


def _is_one(filled: Sequence[Cell]) -> bool:
    return len({c.fill for c in filled}) == 1


def _in_colours(record: Record) -> bool:
    """True where the rows of the table stand on more than one colour: stripes have one."""
    strip = record.strip
    own = {
        name
        for c in strip.table.cells
        if strip.body <= c.row < strip.end and strip.roles[c.col] not in ABOVE
        if (name := colours.name(c.fill)) and name not in SILENT
    }
    return len(own) > 1
