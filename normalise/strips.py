"""A table of one page with what its columns mean: its kind, the role of each column, where its body begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalise import content, levels, vocabulary, year_parts
from normalise.profile import in_force
from parsers.block import Cell, Table

HEADER_ROWS = 3  # levels that a header may have
HEADER_WITHIN = 5  # rows from the top in which a header may begin: titles and notes stand above it
KNOWN_SHARE = 0.5  # share of a header's cells that the vocabulary must know
#: roles that one column of a table has: two figures or two narratives in one field would not tell which is which
SINGLE = {
    "actions": ("progress",),
    "indicators": ("latest", "previous", "target", "national", "statistical_neighbours"),
}
NEEDED = 2  # known headings that make a header


@dataclass(frozen=True, slots=True)
class Strip:
    """A table and its reading, from row `body` up to row `end`. `roles` and `headings` have an entry per column;
    `headed` is False where the columns are known from an earlier page only. A header that is printed again inside
    a table ends one strip and begins the next."""

    table: Table
    kind: str  # "actions", "indicators", "legend", "ignored", "other"
    roles: tuple[str, ...]
    headings: tuple[str, ...]
    body: int
    end: int
    titles: tuple[str, ...]
    headed: bool

    def columns(self, role: str) -> list[int]:
        return [k for k, r in enumerate(self.roles) if r == role]


def strips(table: Table, before: Strip | None) -> list[Strip]:
    """A table's reading: one strip, or more where its header is printed again inside it."""
    whole = _strip(table, before)
    if whole.kind in ("ignored", "other"):
        return [whole]
    repeats = [row for row in range(whole.body, table.rows) if _is_header_again(whole, row)]
    parts, body = [], whole.body
    for row in repeats:
        parts.append(replace(whole, body=body, end=row))
        body = row + 1
    return [*parts, replace(whole, body=body)]


def _is_header_again(whole: Strip, row: int) -> bool:
    """True for a row whose cells print the column headings once more."""
    cells = [c for c in whole.table.cells if c.row == row and c.text]
    return len(cells) > 1 and all(
        vocabulary.mended(" ".join(c.text.split())) == whole.headings[c.col] for c in cells
    )


def _strip(table: Table, before: Strip | None) -> Strip:
    """Read a table's header, or carry the columns of the table before it forward where it has none of its own."""
    header = _header(table)
    if header is not None:
        first, height = header
        headings = tuple(_heading(table, first, height, col) for col in range(table.cols))
        printed = tuple(_role(table, first, height, col) for col in range(table.cols))
        printed = levels.apart(headings, year_parts.rated(table, first + height, headings, printed))
        kind, roles = _meaning(headings, content.settled(table, first + height, printed))
        roles = _one_each(kind, headings, roles)
        titles = tuple(c.text for c in table.cells if c.row < first and c.text)
        return Strip(table, kind, roles, headings, first + height, table.rows, titles, True)
    if before is not None and before.kind in ("actions", "indicators") and fits(table, before):
        return _carried(table, before)
    return apart(table, "other")


def apart(table: Table, kind: str) -> Strip:
    """A table whose columns mean nothing here: a legend, one that the profile ignores, one that is not understood."""
    return Strip(table, kind, ("",) * table.cols, ("",) * table.cols, 0, table.rows, (), False)


def at(table: Table, row: int, col: int) -> Cell | None:
    """The cell that covers a place."""
    for cell in table.cells:
        if cell.row <= row < cell.row + cell.row_span and cell.col <= col < cell.col + cell.col_span:
            return cell
    return None


def _header(table: Table) -> tuple[int, int] | None:
    """First row and height of the header that the vocabulary knows best; None where there is none."""
    best, found = 0.0, None
    for first in range(min(HEADER_WITHIN, table.rows)):
        for height in range(1, min(HEADER_ROWS, table.rows - first) + 1):
            score = _score(table, first, height)
            if score > best:
                best, found = score, (first, height)
    return found


def _score(table: Table, first: int, height: int) -> float:
    """How many headings of these rows are known; 0 where they cannot be a header."""
    cells = [c for c in table.cells if first <= c.row < first + height and c.text]
    if any(c.row + c.row_span > first + height for c in cells) or len({c.row for c in cells}) < height:
        return 0.0
    roles = [_role(table, first, height, col) for col in range(table.cols)]
    lowest = {id(at(table, first + height - 1, col)): role for col, role in enumerate(roles)}
    known = sum(bool(role) for role in lowest.values())
    parts = year_parts.series([_heading(table, first, height, col) for col in range(table.cols)])
    printed = len({c.col for c in cells} - {col for col in parts if not roles[col]})
    if (
        known < NEEDED
        or known < KNOWN_SHARE * printed
        or any(len(c.text) > 120 for c in cells if c.col_span < table.cols)
    ):
        return 0.0
    if height > 1 and any(c.col_span == table.cols for c in cells):
        return 0.0  # a title above the header is no level of it
    if height > 1 and not _names_columns(table, first, height):
        return 0.0
    return known - 0.1 * height - (0.0 if len(set(roles)) > 1 else 1.0)


def _names_columns(table: Table, first: int, height: int) -> bool:
    """True where half of the lowest row's cells are headings: a body's row has some by chance (`Director`, `Good`)."""
    lowest = [c for c in table.cells if c.row == first + height - 1 and c.text]
    if any(
        vocabulary.status_of(c.text) and _role(table, first, height - 1, c.col) == "status" for c in lowest
    ):
        return False
    known = [
        c
        for c in lowest
        if vocabulary.role_of(c.text) or vocabulary.role_of(_heading(table, first, height, c.col))
    ]
    return 2 * len(known) >= len(lowest)


def _levels(table: Table, first: int, height: int, col: int) -> list[str]:
    """Texts of the header cells above a column, lowest first, each once."""
    texts: list[str] = []
    for row in range(first + height - 1, first - 1, -1):
        cell = at(table, row, col)
        text = vocabulary.mended(cell.text) if cell is not None else ""
        if text and text not in texts:
            texts.append(text)
    return texts


def _heading(table: Table, first: int, height: int, col: int) -> str:
    return " ".join(" ".join(reversed(_levels(table, first, height, col))).split())


def _role(table: Table, first: int, height: int, col: int) -> str:
    levels = _levels(table, first, height, col)
    if not levels:
        return ""
    tries = [" ".join(levels), " ".join(reversed(levels)), *levels] if len(levels) > 1 else levels
    return next((role for text in tries if (role := vocabulary.role_of(text))), "")


def _meaning(headings: Sequence[str], roles: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Kind of the table, and roles where one heading can mean two things settled by the others."""
    words = vocabulary.load("headings")["kinds"]
    foreign = {w for h in headings for w in words["not_a_review"] if w in vocabulary.plain(h).split()}
    have = set(roles)
    values = have & set(words["values"])
    items = have & set(words["item"])
    if any(vocabulary.plain(heading) in in_force().ignored for heading in headings):
        return "ignored", roles
    if len(foreign) > 1:
        return "other", roles
    parts = set(filter(year_parts.is_part, have))
    if (
        "indicator" in have
        and values
        and not (have & set(year_parts.QUARTERS) == values and "status" in have and items)
    ):
        return "indicators", _renamed(roles, {"action": "description", "activity": "group", "year": "latest"})
    if "indicator" in have and ("status" in have or "progress" in have) and not items:
        return "actions", _renamed(roles, {"indicator": "action"})
    if items and (have & {"status", "progress"} or parts):
        item = {} if "action" in have else {"activity": "action"}
        return "actions", _renamed(roles, {**item, "indicator": "measure"})
    if items and len(values) > 1:
        return "indicators", _renamed(
            roles, {"action": "indicator"} if "action" in have else {"activity": "indicator"}
        )
    return "other", roles


def _one_each(kind: str, headings: Sequence[str], roles: tuple[str, ...]) -> tuple[str, ...]:
    """Roles of one column each: of two the first keeps it, of years the last, and the other goes under its heading.

    A rating behind a value that is not the field says nothing of the field either.
    """
    kept = list(roles)
    for role in SINGLE.get(kind, ()):
        named = {headings[k]: k for k in reversed(range(len(roles))) if roles[k] == role}
        years = sorted(h for h in named if vocabulary.YEAR_COLUMN.match(vocabulary.plain(h)))
        first = (
            years[-1]
            if named and len(years) == len(named)
            else min(named, key=lambda h: named[h], default="")
        )
        for k, heading in enumerate(headings):
            if roles[k] == role and heading != first:
                kept[k] = ""
                if role == "latest" and roles[k + 1 : k + 2] == ("status",) and "status" in kept[:k]:
                    kept[k + 1] = ""
    return tuple(kept)


def _renamed(roles: Sequence[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(role, role) for role in roles)


def fits(table: Table, before: Strip) -> bool:
    """True where a table without header continues the columns of the one before it."""
    old, new = before.table, table
    if _has_unknown_header(table) or len(set(old.xs)) < len(old.xs):  # of a card no column has a place
        return False
    if old.reader == "transcript":
        return new.cols == old.cols
    wide = max(old.box.width, new.box.width)
    return abs(old.box.x0 - new.box.x0) < 0.03 * wide and abs(old.box.x1 - new.box.x1) < 0.03 * wide


def _has_unknown_header(table: Table) -> bool:
    """True where the first row is set bold and others are not: column headings that no vocabulary knows."""
    bold = [
        all(line.bold for line in c.lines)
        for row in range(table.rows)
        for c in table.cells
        if c.row == row and c.lines
    ]
    first = [c for c in table.cells if c.row == 0 and c.lines]
    rest = bold[len(first) :]
    return len(first) > 1 and all(bold[: len(first)]) and sum(rest) < len(rest) / 2


def _carried(table: Table, before: Strip) -> Strip:
    """The columns of an earlier page laid over this one."""
    source = _sources(table, before)
    return replace(
        before,
        table=table,
        roles=tuple(before.roles[k] for k in source),
        headings=tuple(before.headings[k] for k in source),
        body=0,
        end=table.rows,
        titles=(),
        headed=False,
    )


def _sources(table: Table, before: Strip) -> list[int]:
    """For each column the one of the earlier page that it continues: by its place, since merged cells lose their rules.

    Where as many columns stand there and their places leave one of the earlier page's out, the table was set anew
    with widths of its own, and the columns follow each other as before.
    """
    placed = [_overlapping(before.table, table.xs[col], table.xs[col + 1]) for col in range(table.cols)]
    in_order = list(range(table.cols))
    set_anew = table.cols == before.table.cols and placed != in_order
    signs = all(content.is_short(table, 0, col) for col in before.columns("status"))
    return in_order if set_anew and signs else placed


def _overlapping(table: Table, x0: float, x1: float) -> int:
    """The column of a table that shares most of the way from x0 to x1."""
    shares = [min(x1, table.xs[k + 1]) - max(x0, table.xs[k]) for k in range(table.cols)]
    return shares.index(max(shares))
