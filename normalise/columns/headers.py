"""The header of a table: the rows that say what its columns hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from normalise.columns import level_roles, lights, moved_heads, reprinted, year_parts
from normalise.columns.content import CODE
from normalise.columns.places import Places, places
from normalise.language import moments, phrases, questions, vocabulary
from parsers.block import Block, Cell, Table

HEADER_ROWS = 3  # levels that a header may have
HEADER_WITHIN = 5  # rows from the top in which a header may begin: titles and notes stand above it
HIGHEST = 16  # the same where most columns are empty in each row of these
KNOWN_SHARE = 0.5  # share of a header's cells that the vocabulary must know
ABOVE = 20.0  # points: a line of headings stands no higher above the table's first rule
HIGH_ABOVE = 40.0  # the same where each column has a heading that is known
NEAR = 4.0  # points that a heading may stick out of its column
ONE_LINE = 60  # characters of a heading that is a line of text above the table
RATED = 2  # columns of one heading each over a status in one row: that row is a body's
LEVEL = 0.1  # of a heading: what each further row of a header must be worth
NEEDED = 2  # known headings that make a header
ITEMS = frozenset(("action", "activity", "indicator"))
BEHIND = frozenset(("status", "lead", "due_date"))  # what stands behind an item, and in no key
MEASURED = frozenset(("target", "latest"))
#: what no key has beside each other
LED, TOLD = level_roles.LED, frozenset(("status", "progress"))
LONGEST = 120  # characters of a heading; a longer text is a body's


class Header(NamedTuple):
    """Where a header begins, how many rows it has, and for each column what it prints and the role that this gives."""

    first: int
    height: int
    headings: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def body(self) -> int:
        """The first row below the header."""
        return self.first + self.height


#: what was found of each table, by the table's identity
Headers = Mapping[int, Header | None]


def headers(blocks: Iterable[Block], known: Headers = MappingProxyType({})) -> Headers:
    """The header of each table, or None; to look for one costs so much that each table is asked once. `known` are those
    of an earlier state of the same blocks."""
    tables = [t for t in blocks if isinstance(t, Table)]
    found = {id(t): known[id(t)] if id(t) in known else header(t) for t in tables}
    own = (found[id(t)] for t in tables)
    heights = [head.height if head and not head.first else 0 for head in own]
    for k in reprinted.above_rows(tables, heights):
        found[id(tables[k])] = header(tables[k], 1)
    return found


def header(table: Table, levels: int = HEADER_ROWS) -> Header | None:
    """The rows that the vocabulary knows best as a header of so many levels at most; None where there is none."""
    most_above = within(table)
    top = _top(table, most_above)
    end = reprinted.again([row.cells for row in top.rows], table.rows)  # with a row above it it is none
    best, found = 0.0, None
    card = len({*table.xs}) < len(table.xs)  # its first row are its labels, its values those below
    for first in range(1 if card else min(most_above, end)):
        for height in range(1, 2 if card else min(levels, end - first) + 1):
            most = top.cells[first + height - 1] - LEVEL * height  # where all of them were known
            if most > best and (score := _score(top, first, height)) > best:
                best, found = score, (first, height)
    if found is None and (signed := lights.columns(table)):
        found = next((k for k in product(range(most_above), (1,)) if _score(top, *k, signed)), None)
    if found is None:
        return None
    texts = top.levels(*found)
    headings = tuple(map(level_roles.heading, texts))
    roles = level_roles.without_groups(
        texts, level_roles.overall(headings, list(map(level_roles.role, texts)))
    )
    order = moved_heads.moved(table, sum(found), headings, roles)
    return Header(*found, tuple(headings[k] for k in order), tuple(roles[k] for k in order))


def header_above(table: Table, blocks: Sequence[Block]) -> Header | None:
    """The header that stands as lines of text on a table's first rule, one above each of its columns, in the `blocks`
    that come right before it; None where there is none. It takes no row of the table. One may wrap to a second line."""
    for high in (ABOVE, HIGH_ABOVE):
        headings = _lines_above(table, blocks, high)
        roles = tuple(vocabulary.role_of(heading) or "" for heading in headings)
        known = sum(bool(role) for role in roles)
        most = 2 * known > table.cols if high == ABOVE else known == table.cols
        if known > NEEDED and most and len(set(roles)) > known / 2:
            return Header(0, 0, headings, roles)
    return None


def _lines_above(table: Table, blocks: Sequence[Block], high: float) -> tuple[str, ...]:
    """What lines of text that end at most so many points above a table print over each of its columns."""
    headings = [""] * table.cols
    tops = [table.box.top] * table.cols
    for block in reversed(blocks):
        if isinstance(block, Table) or block.page != table.page:
            break
        if not -NEAR < table.box.top - block.box.bottom < high or len(block.text) > ONE_LINE:
            break
        middle = min(max(block.box.x0, table.xs[0]), table.xs[-1])
        col = max(k for k in range(table.cols) if table.xs[k] <= middle + NEAR)
        wraps = 0 <= tops[col] - block.box.bottom < NEAR
        if (headings[col] and not wraps) or block.box.x1 > table.xs[col + 1] + NEAR:
            break
        headings[col] = " ".join(f"{block.text} {headings[col]}".split())
        tops[col] = block.box.top
    return tuple(headings)


class _Row(NamedTuple):
    """A row at a table's top: its cells that print something, the first row below all of these, whether one of them
    is longer than a heading, and whether one is as wide as the table."""

    cells: tuple[Cell, ...]
    end: int
    long: bool
    titled: bool


class _Top(NamedTuple):
    """The rows of a table in which a header may stand, the text at each place of theirs, and each one's number of
    cells."""

    rows: tuple[_Row, ...]
    places: Places
    printed: tuple[tuple[str, ...], ...]
    cells: tuple[int, ...]

    def levels(self, first: int, height: int) -> list[list[str]]:
        """For each column the texts of the header cells above it, lowest first, each once."""
        rows = self.printed[first : first + height][::-1]
        mended = (map(vocabulary.mended, filter(None, column)) for column in zip(*rows, strict=True))
        return [list(dict.fromkeys(texts)) for texts in mended]


def within(table: Table) -> int:
    """In how many of a table's first rows a header may begin: below any number of rows that have no text in most
    columns, as titles, the lines of a key and blank rows are where a sheet prints its gridlines around them."""
    rows = [[c.col_span for c in table.cells if c.row == row and c.text] for row in range(HIGHEST)]
    wide = [sum(own) if len(own) > NEEDED else len(own) for own in rows]
    full = next((row for row in range(HIGHEST) if 2 * wide[row] > table.cols), 0)
    return min(max(HEADER_WITHIN, full + 1), table.rows)


def _top(table: Table, most_above: int) -> _Top:
    rows = range(min(table.rows, most_above + HEADER_ROWS))
    cells = [cell for cell in table.cells if cell.row in rows]
    covering = places(cells)
    held = [[covering.get((row, col)) for col in range(table.cols)] for row in rows]
    return _Top(
        tuple(_row(table, [c for c in cells if c.row == row and c.text]) for row in rows),
        covering,
        tuple(tuple(map(_text, own)) for own in held),
        tuple(len(set(map(id, own))) for own in held),
    )


def _row(table: Table, cells: Sequence[Cell]) -> _Row:
    return _Row(
        tuple(cells),
        max((c.row + c.row_span for c in cells), default=0),
        any(len(c.text) > LONGEST for c in cells if c.col_span < table.cols),
        any(c.col_span == table.cols for c in cells),
    )


def _text(cell: Cell | None) -> str:
    return cell.text if cell is not None else ""


def _score(top: _Top, first: int, height: int, signed: frozenset[int] = frozenset()) -> float:
    """How many headings of these rows are known; 0 where they cannot be a header. Columns of signs (`signed`) say what
    they hold, whatever their headings do."""
    below = first + height
    rows = top.rows[first:below]
    if any(row.end > below or row.long or not row.cells for row in rows):
        return 0.0
    if any(row.end > first for row in top.rows[:first]):
        return 0.0  # a header of two levels has its upper one above
    if height > 1 and any(row.titled for row in rows):
        return 0.0  # a title above the header is no level of it
    levels = top.levels(first, height)
    headings = [level_roles.heading(texts) for texts in levels]
    roles = level_roles.overall(headings, [level_roles.role(texts) for texts in levels])
    lowest = {id(top.places.get((below - 1, col))): role for col, role in enumerate(roles)}
    known = sum(bool(role) for role in lowest.values())
    unknown = {col for col, role in enumerate(roles) if not role}
    timed = {col for col in unknown if known and moments.is_bare(headings[col])}
    if known < NEEDED and not ("indicator" in roles and len({headings[col] for col in timed}) >= NEEDED):
        return 0.0
    parts = timed.union(year_parts.series(headings))
    printed = len({c.col for row in rows for c in row.cells} - ((parts | signed) & unknown))
    if known < KNOWN_SHARE * printed or (height > 1 and not _names_columns(top, first, height, levels)):
        return 0.0
    return known - LEVEL * height - (0.0 if len(set(roles)) > 1 else 1.0)


def _names_columns(top: _Top, first: int, height: int, levels: Sequence[Sequence[str]]) -> bool:
    """True where half of the lowest row's cells are headings: a body's row has some by chance (`Director`, `Good`).

    Terms and quarters are headings below one that is known: `RAG` over `Autumn`, `Spring` and `Summer`.
    """
    lowest = top.rows[first + height - 1].cells
    above = top.levels(first, height - 1)
    if any(_is_of_body(c.text, level_roles.role(above[c.col])) for c in lowest):
        return False
    over = [levels[c.col][-1] for c in lowest if questions.is_answer(c.text)]
    if any(_answers(levels[c.col]) and over.count(levels[c.col][-1]) == 1 for c in lowest):
        return False
    own = (top.places.get((first + height - 2, c.col)) for c in lowest if _says_status(c.text))
    if sum(cell is not None and cell.text != "" and cell.col_span == 1 for cell in own) >= RATED:
        return False
    if _reach(top, first, first + height):
        return True
    known = [
        c
        for c in lowest
        if vocabulary.role_of(c.text)
        or vocabulary.role_of(level_roles.heading(levels[c.col]))
        or (moments.is_bare(c.text) and any(map(vocabulary.role_of, levels[c.col])))
    ]
    return 2 * len(known) >= len(lowest)


def _is_of_body(text: str, above: str) -> bool:
    """True for a status below the heading of one, and for a number below that of numbers: `On track` may head too."""
    if above == "ref":
        return CODE.fullmatch(text) is not None
    return above == "status" and _says_status(text)


def _answers(levels: Sequence[str]) -> bool:
    """True for `Yes` below a heading, and for `No`, which heads numbers too, below one that asks."""
    return any(
        questions.is_answer(text) and (questions.is_yes(text) or questions.asked(levels[-1]) is not None)
        for text in levels[:-1]
    )


def _says_status(text: str) -> bool:
    return (phrases.status_of(text) or vocabulary.colour_word(text)) is not None


def _reach(top: _Top, first: int, below: int) -> bool:
    """True where headings that are known reach down beside the lowest row: what stands there stands under a group's."""
    high = [c for row in top.rows[first : below - 1] for c in row.cells if c.row + c.row_span == below]
    known = sum(vocabulary.role_of(c.text) is not None for c in high)
    return known >= NEEDED and 2 * known >= len(high)


def is_of_a_review(header: Header | None) -> bool:
    """True for a table whose header names an item and behind it its status or lead, `Measure | Target | Status`, or its
    target and what was reached, or how it went in two columns, `Action | Progress | Comments`; or whatever the item is
    called who does it and how it goes.

    Few rows with short figures beside statuses look like letters that a key explains; a key's own signs come first.
    """
    roles = header.roles if header else ()
    if not LED.isdisjoint(roles) and not TOLD.isdisjoint(roles):
        return True
    item = next((col for col, role in enumerate(roles) if role in ITEMS), None)
    behind = roles[item:] if item is not None else ()
    rated = any(r in BEHIND or year_parts.is_part(r) for r in behind)
    return rated or behind.count("progress") > 1 or MEASURED.issubset(behind)
