"""A table of one page with what its columns mean: its kind, the role of each column, where its body begins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from normalise.columns import content, reprinted, stated
from normalise.columns.bold_heads import has_unknown_header
from normalise.columns.headers import Header
from normalise.columns.meanings import Meanings
from normalise.language import vocabulary
from parsers.block import Cell, Table

KINDS = ("actions", "indicators")  # of tables whose rows are read
NEAR_EDGE = 6.0  # points between them where the columns were set anew or are known from their texts only
SAME_EDGE = 2.0  # points between the edges of one column on two pages


@dataclass(frozen=True, slots=True)
class Strip:
    """A table and its reading, from row `body` up to row `end`. `roles` and `headings` have an entry per column;
    `headed` is False where the columns are known from an earlier page only; `guessed` are headings that were
    understood by what stands below them, each with the role it got, `unsure` those of which it may be doubted that they
    head what is done. `newest_first` are the roles of ratings for parts of a year, where the review's own time tells
    their order; `unordered` where that is in doubt. A header that is printed again inside a table
    ends one strip and begins the next."""

    table: Table
    kind: str  # "actions", "indicators", "legend", "ignored", "repeated", "foreign", "other"
    roles: tuple[str, ...]
    headings: tuple[str, ...]
    body: int
    end: int
    titles: tuple[Cell, ...]  # what stands above the header
    headed: bool
    guessed: tuple[tuple[str, str], ...] = ()
    unsure: tuple[str, ...] = ()
    stated: bool = False  # True where the heading above says how all rows stand, and no column does
    newest_first: tuple[str, ...] = ()
    unordered: bool = False

    @property
    def said_above(self) -> tuple[str, ...]:
        """What stands above the header, as text."""
        return tuple(cell.text for cell in self.titles)

    @property
    def captions(self) -> tuple[str, ...]:
        """Lines above the header."""
        groups = {id(cell) for cell in self._grouping()}
        return tuple(cell.text for cell in self.titles if id(cell) not in groups)

    @property
    def lone_titles(self) -> tuple[Cell, ...]:
        """What stands above the header alone in its row."""
        rows = Counter(cell.row for cell in self.titles)
        return tuple(cell for cell in self.titles if rows[cell.row] == 1)

    @property
    def groups(self) -> tuple[str, ...]:
        """Headings right above the header that stand side by side, one over several columns at least."""
        return tuple(cell.text for cell in self._grouping())

    def _grouping(self) -> tuple[Cell, ...]:
        last = max((cell.row for cell in self.titles), default=0)
        own = tuple(cell for cell in self.titles if cell.row == last)
        return own if len(own) > 1 and any(cell.col_span > 1 for cell in own) else ()

    def columns(self, role: str) -> list[int]:
        return [k for k, r in enumerate(self.roles) if r == role]

    def cells(self, role: str) -> list[Cell]:
        """The cells of its rows that tell of a role."""
        columns = self.columns(role)
        return [c for c in self.table.cells if c.col in columns and self.body <= c.row < self.end]

    def heading(self, cell: Cell) -> str:
        """What stands over a cell; "" for one that a wider table on a later page added to a row."""
        return self.headings[cell.col] if cell.col < len(self.headings) else ""

    def role(self, cell: Cell) -> str:
        """The role of a cell's column, as `heading` knows it."""
        return self.roles[cell.col] if cell.col < len(self.roles) else ""


def strips(
    table: Table, header: Header | None, meanings: Meanings, before: Strip | None, *, told: bool = False
) -> list[Strip]:
    """A table's reading: one strip, or more where its header is printed again inside it. `meanings` are those of the
    whole document's headers, `before` is the strip that the table may go on with; `told` where a heading says how its
    rows stand."""
    whole = _strip(table, header, meanings, before, told)
    if whole.kind in ("ignored", "other"):
        return [whole]
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell)
    levels = header.height if header is not None and whole.headed else 1
    parts, body = [], whole.body
    for row in range(whole.body, table.rows):
        several = levels > 1 and _printed(rows, row, levels) == _printed(rows, whole.body - levels, levels)
        if row >= body and (several or _is_header_again(whole, rows[row])):
            parts.append(replace(whole, body=body, end=row))
            body = row + (levels if several else 1)
        elif row >= body and levels == 1 and (headings := _headed_anew(whole, rows[row])):
            parts.append(replace(whole, body=body, end=row))
            whole, body = _with_headings(whole, headings), row + 1
    return [*parts, replace(whole, body=body)]


def _printed(rows: Mapping[int, Sequence[Cell]], first: int, height: int) -> list[tuple[int, int, str]]:
    """What some rows print, each text with its place."""
    return [
        (row - first, c.col, " ".join(c.text.split()))
        for row in range(first, first + height)
        for c in rows.get(row, ())
        if c.text
    ]


def _is_header_again(whole: Strip, row: Sequence[Cell]) -> bool:
    """True for a row whose cells print the column headings once more."""
    cells = [c for c in row if c.text]
    return len(cells) > 1 and all(_prints(c.text, whole.headings[c.col]) for c in cells)


def _headed_anew(whole: Strip, row: Sequence[Cell]) -> tuple[str, ...]:
    """The headings that a row prints once more but for one, which says what stands below: `Our people`, then `Our
    places`; none where it is no such row."""
    own = {c.col: c.text for c in row if c.text}
    printed = {col: text for col, text in enumerate(whole.headings) if text}
    return (
        tuple(own.get(col, "") for col in range(len(whole.headings)))
        if reprinted.is_again(printed, own)
        else ()
    )


def _with_headings(whole: Strip, headings: tuple[str, ...]) -> Strip:
    anew = dict(zip(whole.headings, headings, strict=True))
    guessed = tuple((anew.get(heading, heading), role) for heading, role in whole.guessed)
    unsure = tuple(anew.get(heading, heading) for heading in whole.unsure)
    return replace(whole, headings=headings, guessed=guessed, unsure=unsure)


def _prints(text: str, heading: str) -> bool:
    """True for a heading's text, also where a narrow column breaks it inside a word."""
    words = text.split()
    return "".join(words) == heading.replace(" ", "") and vocabulary.mended(" ".join(words)) == heading


def _strip(
    table: Table, header: Header | None, meanings: Meanings, before: Strip | None, told: bool
) -> Strip:
    """Read a table's columns by its header, or carry those of the table before it forward."""
    goes_on = before is not None and before.kind in KINDS and fits(table, before)
    if before is not None and goes_on and (header is None or _is_rest_of_row(table, header, before)):
        return _carried(table, before)
    if header is None:
        return apart(table, "other")
    meant = meanings.below_status(header) if told else meanings.of(header)
    titles = tuple(c for c in table.cells if c.row < header.first and c.text)
    return Strip(
        table,
        meant.kind,
        meant.roles,
        header.headings,
        header.body,
        table.rows,
        titles,
        True,
        meant.guessed,
        meant.unsure,
        told and meant.kind == "actions" and not stated.is_rated(meant.roles),
    )


def _is_rest_of_row(table: Table, header: Header, before: Strip) -> bool:
    """True where what looks like a header is the rest of a row that the page break cut: in the columns of the table
    before half of them or more have none, and those that are there are not the ones printed above."""
    edges = zip(table.xs, before.table.xs, strict=False)
    alike = table.cols == before.table.cols and all(abs(a - b) < SAME_EDGE for a, b in edges)
    printed = [heading for heading in header.headings if heading]
    anew = table.page == before.table.page or set(printed) & set(before.headings)
    return alike and not anew and 2 * len(printed) <= table.cols


def apart(table: Table, kind: str) -> Strip:
    """A table whose columns mean nothing here: a legend, one that the profile ignores, one that is not understood."""
    return Strip(table, kind, ("",) * table.cols, ("",) * table.cols, 0, table.rows, (), False)


def fits(table: Table, before: Strip) -> bool:
    """True where a table without header continues the columns of the one before it."""
    placed = stands_in(table, before) or stands_over(before, table) or is_of_one(table, before)
    return placed and not has_unknown_header(table)


def is_of_one(table: Table, strip: Strip) -> bool:
    """True for parts of a table that the document's own structure names as one, with as many columns: where no rule
    tells their places, their edges follow what is printed on each page."""
    return table.node != "" and table.node == strip.table.node and table.cols == strip.table.cols


def stands_over(before: Strip, table: Table) -> bool:
    """True for headings that stand alone as the last line of a page, each above its column of a table on the next: they
    may be known by their own texts only, which leave the table's sides out."""
    own = [c for c in before.table.cells if c.lines]
    if before.body < before.table.rows or not before.headed or table.page != before.table.page + 1:
        return False
    return len(own) == table.cols == before.table.cols and all(
        line.box.x0 > table.xs[c.col] - NEAR_EDGE and line.box.x1 < table.xs[c.col + 1] + NEAR_EDGE
        for c in own
        for line in c.lines
    )


def stands_in(table: Table, strip: Strip) -> bool:
    """True where a table is as wide as an earlier one, in the same place, and its columns are the other's."""
    before = strip.table
    if len(set(before.xs)) < len(before.xs):  # of a card no column has a place
        return False
    if before.reader == "transcript":
        return table.cols == before.cols
    old, new = before.box, table.box
    wide = max(old.width, new.width)
    as_wide = abs(old.x0 - new.x0) < 0.03 * wide and abs(old.x1 - new.x1) < 0.03 * wide
    return as_wide and (table.cols == before.cols or _shares_edges(table, before))


def _shares_edges(table: Table, before: Table) -> bool:
    """True where most edges between a table's columns are edges of the other's: a merged cell loses some of them."""
    inner = table.xs[1:-1]
    shared = sum(any(abs(x - old) < NEAR_EDGE for old in before.xs) for x in inner)
    return 2 * shared >= len(inner)


def has_edges(table: Table, before: Strip) -> bool:
    """True where each column of a table ends where one of an earlier table does."""
    return all(min(abs(x - known) for known in before.table.xs) < SAME_EDGE for x in table.xs)


def _carried(table: Table, before: Strip) -> Strip:
    """The columns of an earlier page laid over this one."""
    source = _sources(table, before)
    return replace(
        before,
        table=table,
        roles=tuple(before.roles[k] for k in source),
        headings=tuple(before.headings[k] for k in source),
        body=int(_ends_headings(table, before)),
        end=table.rows,
        titles=(),
        headed=False,
    )


def _ends_headings(table: Table, before: Strip) -> bool:
    """True where a page break cut the headings themselves: no row stands below them on their page, and the first row
    of the next has their shading in all of its cells."""
    if before.body < before.table.rows or not before.headed or table.rows < 2:
        return False
    shades = {c.fill for c in before.table.cells}
    first = [c for c in table.cells if c.row == 0]
    return None not in shades and {c.fill for c in first} == shades and not any(c.marks for c in first)


def _sources(table: Table, before: Strip) -> list[int]:
    """For each column the one of the earlier page that it continues: by its place, since merged cells lose their rules.

    Where as many columns stand there and their places leave one of the earlier page's out, the table was set anew
    with widths of its own, and the columns follow each other as before.
    """
    in_order = list(range(table.cols))
    if stands_over(before, table) or is_of_one(table, before):
        return in_order
    placed = [_overlapping(before.table, table.xs[col], table.xs[col + 1]) for col in range(table.cols)]
    set_anew = table.cols == before.table.cols and placed != in_order
    signs = all(content.is_short(table, 0, col) for col in before.columns("status"))
    return in_order if set_anew and signs else placed


def _overlapping(table: Table, x0: float, x1: float) -> int:
    """The column of a table that shares most of the way from x0 to x1."""
    shares = [min(x1, table.xs[k + 1]) - max(x0, table.xs[k]) for k in range(table.cols)]
    return shares.index(max(shares))
