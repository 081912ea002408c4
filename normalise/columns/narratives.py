"""Several columns that tell how an action went, one for each part of the time: the newest that says anything is the
progress, the others stay beside it under their own headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.columns import came_of, content, year_parts
from normalise.language import moments, vocabulary
from parsers.block import Cell

MOSTLY = 0.5  # share of short sentences that tell of what is over: others say what is planned
FIGURES = re.compile(r"\d+")
PLAN_YEAR = re.compile(r"\b(?:year|yr) (\d{1,2})\b")


def newest_told(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]
) -> tuple[str, ...]:
    """Roles with one column of progress where headings name when each of several tells of: `Q1 update`, `Q2 update`.

    Columns headed by a part of a year alone are such where sentences stand below them.
    """
    telling = [col for col, role in enumerate(roles) if role == "progress"] or [
        col
        for col, role in enumerate(roles)
        if (not role or year_parts.is_part(role))
        and moments.is_bare(headings[col])
        and (content.is_told(below[col]) or _are_notes(below[col]))
    ]
    if not _report(telling, headings, roles, below):
        return tuple(roles)
    ends = _of_plan_years(headings, telling) or _ends(headings, telling)
    if not ends:
        return tuple(roles)
    filled = [col for col in telling if any(cell.text for cell in below[col])]
    newest = max(filled or telling, key=lambda col: ends[col])
    return tuple(
        "progress" if col == newest else "" if col in ends else role for col, role in enumerate(roles)
    )


def _are_notes(column: Sequence[Cell]) -> bool:
    """True for short sentences without signs: `Two finished.`"""
    return content.are_sentences(column) and not any(c.marks or c.fill for c in column)


def _report(
    telling: Sequence[int], headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]
) -> bool:
    """True but for short sentences of which few tell of what is over, or none where a part of the year is blank that
    comes after all of them: `Design it.`, `Build it.`"""
    if any(roles[col] == "progress" or content.is_told(below[col]) for col in telling):
        return True
    said = [FIGURES.sub("", cell.text) for col in telling for cell in below[col] if cell.text]
    over = sum(came_of.OVER.search(text) is not None for text in said)
    later = [
        col
        for col, heading in enumerate(headings)
        if telling and not telling[0] < col < telling[-1] and moments.is_bare(heading)
    ]
    blank = any(content.is_blank(below[col]) for col in later)
    return over > (0 if blank else MOSTLY * len(said))


def _ends(headings: Sequence[str], telling: Sequence[int]) -> dict[int, int]:
    """When the time ends that each column's heading names, by column; empty where one names none."""
    named = [moments.of(headings[col]) for col in telling]
    whens = [moment for moment in named if moment is not None]
    if len(whens) < 2 or len(set(whens)) < len(telling):
        return {}
    return dict(zip(telling, moments.dated(whens, None), strict=True))


def _of_plan_years(headings: Sequence[str], telling: Sequence[int]) -> dict[int, int]:
    """Which year of the plan each column's heading names, by column: `Year 2 progress`; empty where one names none."""
    found = [PLAN_YEAR.search(vocabulary.plain(headings[col])) for col in telling]
    years = [int(year[1]) for year in found if year is not None]
    return dict(zip(telling, years, strict=True)) if len({*years}) == len(telling) > 1 else {}
