"""Forms: rows of a label and its value above a row of headings, `Objective | 1.2 Safer streets`, `Lead | Ann Archer`,
again and again. What they say holds for the rows below the headings, so it becomes columns of these."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from normalise.columns import beside, torn_forms
from normalise.columns.remainders import has_all_edges
from normalise.columns.torn_forms import HELD, Pair, Rows
from normalise.language import vocabulary
from parsers.block import Block, Cell, Heading, Table

ITEMS = frozenset(("action", "indicator", "progress", "status"))  # what the headings below are of
HEADINGS = 3  # cells of a row of headings
KNOWN = 2  # of them that the vocabulary has
AGAIN = 2  # labels with values that are no chance


class Form(NamedTuple):
    """Rows of labels from `top`, the row of `headings` below them, and the row behind its last one.

    Of the rest of one behind a page's end, which has no labels, `headings` are None where these are not printed again.
    A page's end may also cut one above its headings: these are row `end` then, and the next table opens with them.
    """

    top: int
    headings: int | None
    end: int
    pairs: tuple[Pair, ...] = ()

    @property
    def torn(self) -> bool:
        return self.headings == self.end


def laid_flat(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each table of such forms as a table a form, what stands above its headings beside its rows."""
    printed, blocks = blocks, torn_forms.mended(blocks)
    tables = [b for b in blocks if isinstance(b, Table) and b.cols >= HEADINGS]
    told = _told(tables, frozenset(id(b) for a, b in pairwise(blocks) if isinstance(a, Heading)))
    pairs = [pair for forms in told.values() for form in forms for pair in form.pairs]
    if len(pairs) < AGAIN:
        return list(printed)
    labels = {_key(label): replace(label, lines=(), marks=(), chars=0) for label, _ in pairs}
    following = {id(a): b for a, b in pairwise(tables)}
    out: list[Block] = []
    for block in blocks:
        forms = told.get(id(block), ()) if isinstance(block, Table) else ()
        if isinstance(block, Table) and forms:
            out += _parts(block, forms, labels, following.get(id(block)))
        else:
            out.append(block)
    return out


def _parts(
    table: Table, forms: Sequence[Form], labels: Mapping[str, Cell], below: Table | None
) -> Iterator[Table]:
    """The forms as tables, and the rows between them that are of none."""
    at = 0
    for form in forms:
        if at < form.top:
            yield table.part(at, form.top)
        yield _laid(table, form, labels, below)
        at = form.end
    if at < table.rows:
        yield table.part(at, table.rows)


def _told(tables: Sequence[Table], anew: Container[int]) -> dict[int, list[Form]]:
    """The forms of each table and the rest of one in it, from the top down; none where it has no form or goes on with
    none. What stands below a heading of its own begins `anew`."""
    texts = {id(table): torn_forms.rows_of(table) for table in tables}
    begun = {id(table): list(_forms(texts[id(table)], table.cols)) for table in tables}
    keys = {_key(label) for forms in begun.values() for form in forms for label, _ in form.pairs}
    told: dict[int, list[Form]] = {}
    above: tuple[Table, Form] | None = None
    said: list[str] = []
    for table, below in zip_longest(tables, tables[1:]):
        rows, own = texts[id(table)], begun[id(table)]
        if above is not None and id(table) not in anew and has_all_edges(table, above[0]):
            end = own[0].top if own else table.rows
            rest = _rest(rows[:end], above[1], said)
            own = [rest, *own] if rest else own
        if own and own[-1].torn and (below is None or not _goes_on_torn(below, table, own[-1])):
            own.pop()
        own = [_ended(form, rows, keys) for form in own]
        if own:
            told[id(table)] = own
            heads = (_texts(rows[f.headings]) for f in own if f.headings is not None and not f.torn)
            said = next(heads, said)
        above = (table, own[-1]) if own and own[-1].end == table.rows else None
    return told


def _ended(form: Form, rows: Rows, keys: Container[str]) -> Form:
    """The form up to a row below its headings that opens with a label: what is told there, in whatever way, is of
    another one."""
    begin = form.top if form.headings is None else form.headings + 1
    labels = (row for row in range(begin, form.end) if rows[row] and _key(rows[row][0]) in keys)
    return form._replace(end=next(labels, form.end))


def _forms(rows: Rows, cols: int) -> Iterator[Form]:
    """The forms of a table that have labels, from the top down."""
    begun: list[Form] = []
    row = 0
    while row < len(rows):
        end, pairs = row, list[Pair]()
        while end < len(rows) and (
            (own := torn_forms.pairs_of(rows[end], cols)) or (pairs and not rows[end])
        ):
            pairs += own  # a row without text only sets the labels apart from the headings
            end += 1
        if _hold(pairs) and (end == len(rows) or _are_headings(rows[end], pairs)):
            begun.append(Form(row, end, len(rows), tuple(pairs)))
        row = max(end, row + 1)
    for form, below in zip_longest(begun, begun[1:]):
        yield form._replace(end=below.top) if below else form


def _rest(rows: Rows, last: Form, said: Sequence[str]) -> Form | None:
    """The rows that go on with the last form of the table before: below the same headings, below those that it lacks,
    or below none."""
    first = next((row for row, cells in enumerate(rows) if cells), None)
    if first is None:
        return None
    if _are_headings(rows[first], last.pairs):
        return Form(0, first, len(rows)) if last.torn or _texts(rows[first]) == said else None
    return None if last.torn else Form(0, None, len(rows))


def _goes_on_torn(below: Table, table: Table, torn: Form) -> bool:
    """True for a table that opens with the headings of a form which the one above ends with, or with more labels."""
    rows = torn_forms.rows_of(below)
    first = next((row for row, cells in enumerate(rows) if cells), None)
    if first is None or not has_all_edges(below, table):
        return False
    form = next(_forms(rows, below.cols), None)
    if form and form.top == first:
        return not form.torn and _are_headings(rows[form.headings or 0], torn.pairs)
    return _are_headings(rows[first], torn.pairs)


def _hold(pairs: Sequence[Pair]) -> bool:
    """True for values that may hold for several rows: those of other labels stand among them where they look alike."""
    roles = [vocabulary.role_of(label.text) for label, _ in pairs]
    looks = {_look(label) for label, _ in pairs}
    known = [role for role in roles if role]
    return bool(known) and HELD.issuperset(known) and (len(known) == len(roles) or len(looks) == 1)


def _look(cell: Cell) -> object:
    return cell.fill, all(line.bold for line in cell.lines)


def _are_headings(cells: Sequence[Cell], pairs: Sequence[Pair]) -> bool:
    """True for a row of headings of items, none of which says again what a label above it says."""
    if len(cells) < HEADINGS:
        return False
    roles = [role for c in cells if (role := vocabulary.role_of(c.text))]
    above = [vocabulary.role_of(label.text) for label, _ in pairs]
    enough = len(roles) >= KNOWN and not ITEMS.isdisjoint(roles)
    return enough and len({*above}) == len(above) and not {*above}.intersection(roles)


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [c.text for c in sorted(cells, key=lambda c: c.col)]


def _key(label: Cell) -> str:
    return vocabulary.plain(label.text)


def _laid(table: Table, form: Form, labels: Mapping[str, Cell], below: Table | None) -> Table:
    """A form as a table of its own; `labels` are all of the document, without ink, for what it lacks.

    The headings of a torn one are those that the table `below` prints.
    """
    if form.headings is None:
        return beside.widened(table.part(form.top, form.end), None, [None] * len(labels))
    own = {_key(label): (label, value) for label, value in form.pairs}
    pairs = [own.get(key, (label, None)) for key, label in labels.items()]
    heads, values = [a for a, _ in pairs], [b for _, b in pairs]
    if form.torn and below is not None:
        rows = torn_forms.rows_of(below)
        row = next(k for k, cells in enumerate(rows) if cells and not torn_forms.pairs_of(cells, below.cols))
        printed = [c for c in below.cells if c.row == row]
        return beside.widened(beside.headed(table.part(form.top, form.end), printed), heads, values)
    part = table.part(form.headings, form.end)
    return beside.widened(part if part.rows > 1 else beside.with_a_row(part), heads, values)
