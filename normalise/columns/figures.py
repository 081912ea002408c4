"""Columns of figures: which of several in one table are for which time, and which rate a figure beside them.

A table that prints one target, one latest and one previous value needs none of this. One that prints a year's
outturn, four quarters and the rating of each does: each such column gets a role of its own, `figure:07:actual`,
from which row by row the latest figure, the one before and the target are chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from normalise.columns import content, lights, year_parts
from normalise.language import moments, values, vocabulary
from normalise.language.moments import Moment
from parsers.block import Cell

FIGURE = "figure:"  # opens the role of such a column; behind it its place in the header and what it holds
DATED = (*year_parts.QUARTERS, "year")
FIELDS = ("latest", "previous", "target")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures or of ratings. `end`: its period's end in months, None where the heading names no time.

    `rates` is the role of the column whose figures a rating is for.
    """

    role: str
    heading: str
    holds: str
    moment: Moment | None
    end: int | None = None
    rates: str | None = None

    @property
    def span(self) -> int:
        """Months of its period; 0 where the heading names no time."""
        return self.moment.span if self.moment else 0

    @property
    def is_running(self) -> bool:
        """True for a figure that runs from the year's beginning."""
        return _says(self.heading, "running") or moments.runs_on(self.heading)

    @property
    def is_of_year_ago(self) -> bool:
        return _says(self.heading, "year_back")

    @property
    def is_of_whole_year(self) -> bool:
        """True for what is told of a year, whichever it is: `Annual target`."""
        return _says(self.heading, "of_year")


def told_apart(
    headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]
) -> tuple[str, ...]:
    """Roles with one of its own for each column of a series; as they are where a table prints none."""
    columns = range(len(roles))
    notes = _notes(headings, roles, below)
    roles = ["" if col in notes else role for col, role in enumerate(roles)]
    holds = [_holds(headings[col], roles[col], below[col]) for col in columns]
    actuals = [col for col in columns if holds[col] == "actual"]
    several = any(_differ(headings, holds, field) for field in ("target", "previous"))
    parts = (role in DATED or role.startswith(content.PART) for role in roles)
    rated = any(hold == "rating" and part for hold, part in zip(holds, parts, strict=True))
    timed = any(roles[col] != "latest" or moments.of(headings[col]) for col in actuals)
    if not (several or rated or timed):
        return tuple(roles)
    for col in columns[1:]:  # the rating of a quarter that is still to come
        blank = holds[col] == holds[col - 1] == "actual" and content.is_blank(below[col])
        if blank and headings[col] == headings[col - 1]:
            holds[col] = "rating"
    ratings = [col for col in columns if roles[col] == "status" or holds[col] == "rating"]
    for col in ratings:  # of several each is of the figure to its left
        beside = (col > 0 and holds[col - 1] == "actual") or moments.of(headings[col]) is not None
        if roles[col] == "status" and len(ratings) > 1 and (beside or _runs(headings, holds, col)):
            holds[col] = "rating"
    return tuple(
        f"{FIGURE}{col:02d}:{hold}" if hold else role
        for col, (hold, role) in enumerate(zip(holds, roles, strict=True))
    )


def _notes(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> frozenset[int]:
    """Columns of texts beside one of figures for the same time: `Reason for variance` and `Actual`, in `Quarter 1`."""
    dated = [col for col, role in enumerate(roles) if role in DATED and not content.is_blank(below[col])]
    texts = [col for col in dated if _are_texts(below[col])]
    figures = [col for col, role in enumerate(roles) if role in (*DATED, "latest") and col not in texts]
    told = {moments.of(headings[col]) for col in figures if not content.is_blank(below[col])} - {None}
    return frozenset(
        col for col in texts if moments.of(headings[col]) in told and not names_rating(headings[col])
    )


def _are_texts(column: Sequence[Cell]) -> bool:
    """True where most of what is told is neither a figure nor a rating."""
    told = [c.text for c in column if c.text and not values.is_absent(c.text)]
    kinds = [values.reading("", text).kind for text in told]
    return 2 * kinds.count("text") > len(told) and not lights.are_ratings([column])


def _runs(headings: Sequence[str], holds: Sequence[str | None], col: int) -> bool:
    """True for the rating of a figure that runs from the year's beginning, which stands left of it."""
    left = (k for k in range(col) if holds[k] == "actual" and _says(headings[k], "running"))
    return _says(headings[col], "running") and any(left)


def _differ(headings: Sequence[str], holds: Sequence[str | None], what: str) -> bool:
    return len({heading for heading, held in zip(headings, holds, strict=True) if held == what}) > 1


def _holds(heading: str, role: str, column: Sequence[Cell]) -> str | None:
    """What a column holds, where it is or may be one of a series."""
    if role in ("target", "previous"):
        return role
    timed = moments.of(heading)
    if role.startswith(content.PART) or (role == "status" and timed and timed.span < moments.YEAR_MONTHS):
        return "rating"
    if role in DATED:
        rates = names_rating(heading) or lights.are_ratings([column]) or lights.are_shaded(column)
        return "rating" if rates else "actual"
    if role == "latest":
        return "actual"
    if not role and not heading and lights.are_lights(column):  # beside the figure to its left
        return "rating"
    if role in ("", "period") and moments.is_bare(heading) and content.are_figures(column):
        return "actual"
    return None


def names_rating(heading: str) -> bool:
    return bool(set(vocabulary.plain(heading).split()) & set(vocabulary.load("headings")["shades"]["rating"]))


def series(headings: Sequence[str], roles: Sequence[str], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The columns of figures for one time each, such as quarters or years."""
    return [
        col
        for col, role in enumerate(roles)
        if (role in DATED or moments.is_bare(headings[col])) and content.are_figures(below[col])
    ]


def is_figure(role: str) -> bool:
    return role.startswith(FIGURE)


def columns(roles: Sequence[str], headings: Sequence[str], year: int | None) -> tuple[Column, ...]:
    """The columns that are told apart, dated and with the figure that each rating is for.

    `year` is that in which the financial year of the review begins.
    """
    found = [
        Column(role, heading, role.rsplit(":", 1)[1], moments.of(heading))
        for role, heading in zip(roles, headings, strict=True)
        if is_figure(role)
    ]
    found = _dated(found, year)
    return tuple(_paired(column, k, found) for k, column in enumerate(found))


def _dated(found: Sequence[Column], year: int | None) -> list[Column]:
    timed = [c for c in found if c.moment is not None]
    series = [c for c in timed if c.holds == "actual"] or [c for c in timed if c.holds == "rating"]
    ends = moments.dated([c.moment for c in series if c.moment], year)
    known = dict(zip((c.role for c in series), ends, strict=True))
    places = {(c.moment.place, c.moment.span): known[c.role] for c in series if c.moment}
    return [Column(c.role, c.heading, c.holds, c.moment, _end(c, known, places)) for c in found]


def _end(column: Column, known: dict[str, int], places: dict[tuple[int, int], int]) -> int | None:
    """A column's own time; that of the figures of the same part of the year where its heading names no year."""
    if column.moment is None:
        return None
    if column.role in known:
        return known[column.role]
    if column.moment.year is not None:
        return column.moment.end
    return places.get((column.moment.place, column.moment.span))


def _paired(column: Column, place: int, found: Sequence[Column]) -> Column:
    """A rating with the figure it is for: of the same time, else the one to its left."""
    if column.holds != "rating":
        return column
    left = [c for c in found[:place] if c.holds == "actual"]
    same = [c for c in found if c.holds == "actual" and column.end is not None and c.end == column.end]
    rated = same[0] if same else left[-1] if left and column.moment is None else None
    return Column(
        column.role, column.heading, column.holds, column.moment, column.end, rated.role if rated else None
    )


def _says(heading: str, what: str) -> bool:
    words = f" {vocabulary.plain(heading)} "
    return any(f" {phrase} " in words for phrase in vocabulary.load("headings")["figures"][what])
