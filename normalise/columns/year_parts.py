"""Columns for parts of a year (terms, halves, months), each with the ratings of that part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from normalise.columns import content, lights
from normalise.language import parts_of_year, vocabulary
from normalise.signs.line import Key
from parsers.block import Cell

PART = content.PART
QUARTERS = content.QUARTERS
TOGETHER = 2  # columns of one kind that make a series; a single `May` may be anything
TELLING = 3  # seasons from which their order tells backwards from a year that begins elsewhere
ROUND = {
    "months": 12,
    "quarters": 4,
    "seasons": 4,
    "periods": 13,
}  # kinds that go on from their last to their first
#: roles that headings alike but for the part of the year may have by their words
ALIKE = ("", "status", "progress", "latest", *QUARTERS)
STEPS = ("action", "activity")  # and those of what is to be done in it
STRAIGHT = 100  # more than any kind has: those that end with the year
YEAR = re.compile(rf"\b(?:20\d\d|{parts_of_year.PAIR})\b")


def series(headings: Sequence[str]) -> list[int]:
    """The columns, as printed, whose headings are parts of a year of one kind, each once; none where fewer than two."""
    parts = [parts_of_year.part_of_year(heading) for heading in headings]
    kinds = [part[0] for part in parts if part]
    kind = next((k for k in kinds if kinds.count(k) >= TOGETHER), None)
    columns = [col for col, part in enumerate(parts) if part and part[0] == kind]
    return columns if len({parts[col] for col in columns}) == len(columns) else []


def rated(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key] = ()
) -> tuple[str, ...]:
    """Roles with those of a series whose columns hold ratings: letters, words of a status, signs. Figures are none,
    and neither is shading alone, which may be a time plan, unless all are headed as ratings (`RAG` over the terms), and
    the figures stand on colours, or the document's key explains each colour and one part of the year has one in all
    rows, as no time plan has."""
    columns = series(headings)
    if not columns:
        return _rated_alike(headings, roles, below, keys)
    own = ("", "status", *QUARTERS) if _pass_a_year(columns, headings) else ("", "status")
    if any(roles[col] not in own for col in columns):
        return tuple(roles)
    cells = [below[col] for col in columns]
    headed = all(roles[col] == "status" for col in columns) or content.are_of_key(cells, keys)
    coloured = lights.are_on_grounds(cells) or (
        all(map(_is_shaded, cells)) and any(map(lights.are_shaded, cells))
    )
    if not lights.are_ratings(cells) and not (headed and coloured):
        return tuple(roles)
    return _in_rank(roles, _in_time(columns, headings))


def _rated_alike(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]], keys: Sequence[Key]
) -> tuple[str, ...]:
    """Roles with those of ratings whose headings are alike but for the part of the year: `Position at Q1 | Position at
    Q2`, `Q1 confidence | Q2 confidence`."""
    said = _said(headings)
    for own in _alike(said):
        cells = [below[col] for col in own]
        inked = any(c.text or c.marks for column in cells for c in column)
        lit = all(map(lights.are_lights, cells)) if inked else content.are_of_key(cells, keys)
        if lit and all(roles[col] in ALIKE for col in own):
            return _in_rank(roles, _by_way(own, said[own[0]][0][0], [said[col][0][1] for col in own]))
    return tuple(roles)


def steps(headings: Sequence[str], roles: Sequence[str]) -> set[int]:
    """The columns of what is to be done in one part of a year each, `Q1 milestone | Q2 milestone`, beside that of the
    item that they are steps of."""
    groups = [own for own in _alike(_said(headings)) if all(roles[col] in STEPS for col in own)]
    found = {col for own in groups for col in own}
    others = any(role in STEPS for col, role in enumerate(roles) if col not in found)
    return found if others else set()


def _said(headings: Sequence[str]) -> dict[int, tuple[tuple[str, int], str]]:
    """The part of the year that each column's heading names, and what else it says."""
    return {col: found for col, heading in enumerate(headings) if (found := parts_of_year.within(heading))}


def _alike(said: Mapping[int, tuple[tuple[str, int], str]]) -> list[list[int]]:
    """Columns whose headings are alike but for the part of the year, each of another."""
    alike: dict[tuple[str, str], list[int]] = {}
    for col, ((kind, _), rest) in said.items():
        alike.setdefault((kind, rest), []).append(col)
    return [own for own in alike.values() if len({said[col][0] for col in own}) == len(own) >= TOGETHER]


def _in_rank(roles: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
    """Roles with those of parts of the year, of which the columns are given with the earliest first."""
    found = list(roles)
    for rank, col in enumerate(columns, 1):
        found[col] = f"{PART}{rank:02d}"
    return tuple(found)


def _by_way(columns: Sequence[int], kind: str, places: Sequence[int]) -> list[int]:
    """The columns, the earliest part first: as printed, unless the way back through the year is the shorter one."""
    telling = kind != "seasons" or len(columns) >= TELLING
    backwards = telling and _way(places, kind) > _way(places[::-1], kind)
    return list(reversed(columns)) if backwards else list(columns)


def _is_shaded(column: Sequence[Cell]) -> bool:
    return not any(cell.text for cell in column)


def is_part(role: str) -> bool:
    """True for the role of a column that rates one part of a year."""
    return role.startswith(PART) or role in QUARTERS


def latest_first(roles: Sequence[str]) -> list[str]:
    """The roles of columns for parts of a year, each once, the last part first."""
    return sorted({role for role in roles if is_part(role)}, reverse=True)


def _in_time(columns: Sequence[int], headings: Sequence[str]) -> list[int]:
    """The columns, the earliest part first: as printed, unless the way back through the year is the shorter one."""
    years = _years(columns, headings)
    parts = [part for col in columns if (part := parts_of_year.part_of_year(headings[col]))]
    if len(set(years)) > 1:
        return list(reversed(columns)) if years[0] > years[-1] else list(columns)
    return _by_way(columns, parts[0][0], [place for _, place in parts])


def _pass_a_year(columns: Sequence[int], headings: Sequence[str]) -> bool:
    """True where more than one year is printed, or a fourth quarter stands right before a first."""
    places = [part[1] for col in columns if (part := parts_of_year.part_of_year(headings[col]))]
    return len(set(_years(columns, headings))) > 1 or (len(QUARTERS), 1) in pairwise(places)


def _years(columns: Sequence[int], headings: Sequence[str]) -> list[str]:
    """The years that headings print, as `2025` or `25 26`."""
    said = (vocabulary.plain(headings[col]) for col in columns)
    return [found[0] for words in said if (found := YEAR.search(words))]


def _way(places: Sequence[int], kind: str) -> int:
    """Steps from the first to the last by way of all between, forwards in time."""
    return sum((b - a) % ROUND.get(kind, STRAIGHT) for a, b in pairwise(places))
