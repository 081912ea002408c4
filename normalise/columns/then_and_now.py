"""Two columns of ratings of which the headings say no more than that one was told before the other: `Last qtr | This
qtr`, `Was | Is`, `Previous DCA | Current DCA`. Over figures such words head the figures of an indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from normalise.columns import lights
from normalise.columns.marked import MEASURED
from normalise.language import colours, vocabulary
from parsers.block import Cell

#: roles that such words may have by themselves
OWN = ("", "status", "previous_status", "latest", "previous", "progress", "direction", "activity")
FILLED = 0.5  # share of a column's cells that are coloured where colours alone rate


def told(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Roles with the status and the one before it."""
    if not {*MEASURED}.isdisjoint(roles):
        return tuple(roles)
    for then, now in _pairs(headings, roles):
        if (roles[then], roles[now]) != ("previous_status", "status") and _rate(below[then], below[now]):
            found = list(roles)
            found[then], found[now] = "previous_status", "status"
            return tuple(found)
    return tuple(roles)


def _pairs(headings: Sequence[str], roles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Columns of which one is headed as the earlier, the other as the later of the same thing, or as nothing but it."""
    words = vocabulary.load("headings")["then_and_now"]
    own = [col for col, role in enumerate(roles) if role in OWN]
    for then in own:
        rest = _without(headings[then], words["then"])
        if rest is None:
            continue
        for now in own:
            said = _without(headings[now], words["now"])
            if now != then and (said == rest or (rest and vocabulary.plain(headings[now]).split() == rest)):
                yield then, now


def _without(heading: str, words: Sequence[str]) -> list[str] | None:
    """A heading's words without the one that tells the time; None where there is none or more."""
    said = vocabulary.plain(heading).split()
    rest = [word for word in said if word not in words]
    return rest if len(rest) + 1 == len(said) else None


def _rate(*columns: Sequence[Cell]) -> bool:
    """True for columns of ratings: signs or words of a status, letters or nothing on grounds of several colours."""
    cells = [cell for column in columns for cell in column]
    if all(map(lights.are_lights, columns)) or lights.are_on_grounds(columns):
        return any(c.text or c.marks for c in cells)
    coloured = [c for c in cells if colours.may_rate(c.fill)]
    shown = {colours.name(c.fill) for c in coloured}
    return not any(c.text for c in cells) and len(shown) > 1 and len(coloured) > FILLED * len(cells)
