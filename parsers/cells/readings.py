"""Two readings of one table: how far they agree, where they differ, and which of them is kept.

Each reading is charged with what the other sees better:

- the ruled one with every cell that holds several tagged cells (a rule is missing) and every tagged cell that
  it misses;
- the tagged one with every cell whose ink lies in several ruled cells (the tags contradict the ink) and every
  ruled cell that it misses, save in rows that the tags pass over whole: repeated headings are artifacts. Where a grid
  tells nothing new, rows that it guesses from the text alone do not count against tags that know them for one.

The reading with fewer charges is kept, the ruled one on a tie if upright rules draw it: its edges are what the reader
sees, and it also holds ink that nobody tagged. A grid that is itself in doubt (stripes draw its rows, its columns are
guessed from the text) is no second eye where tags tell all of its ink, or where it lies over several tagged tables: it
is left out. So are grids whose columns no rule draws where the tags tell all of their ink and more: rules that stop at
merged cells end such a grid early. A ruled table that is kept borrows the names of table, rows and cells, which cells
are headings, and ink of its cells that stands outside their rules. Where one eye alone sees a table, it is kept as
seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from parsers.block import Difference
from parsers.cells.cell import Seen, SeenTable, held_by
from parsers.geometry import Box, union
from parsers.grids.grid import Span
from parsers.text import lines as printed

REPEATED = 2  # rows of headings, no more, that are printed again on the next page
SAME_INK = 0.5  # share of the smaller ink box that two readings of one value have in common


@dataclass(slots=True)
class _Value:
    """What one cell holds, with the cells of the other reading that hold the same ink."""

    cell: Seen
    home: SeenTable
    row: int
    text: str
    box: Box
    partners: list[_Value] = field(default_factory=list)

    def agreed(self) -> bool:
        same = [p for p in self.partners if p.text == self.text and len(p.partners) == 1]
        return len(same) == len(self.partners) == 1


Reading = Sequence[SeenTable]
#: tagged tables, ruled ones, and the identities of the characters that they hold
Group = tuple[list[SeenTable], list[SeenTable], set[int]]


def reconciled(tagged: Sequence[SeenTable], ruled: Sequence[SeenTable]) -> list[SeenTable]:
    """One reading of each table that the two eyes see, none settled yet, from the top of the page down."""
    if not tagged:
        return sorted(ruled, key=_begins)
    kept: list[SeenTable] = []
    told = held_by(tagged)
    rivals = [t for t in ruled if not (t.grid.doubt and (_adds_nothing(t, told) or _mixes(t, tagged)))]
    for ours, theirs, _ in _groups(tagged, rivals):
        kept += _kept(ours, theirs) if ours and theirs else ours or theirs
    return sorted(kept, key=_begins)


def _begins(table: SeenTable) -> tuple[float, float]:
    return table.grid.ys[0], table.grid.xs[0]


def _adds_nothing(table: SeenTable, told: set[int]) -> bool:
    """True where tags tell every row's ink, save repeated headings above all other rows: nobody tags them."""
    rows: list[list[bool]] = [[] for _ in range(table.grid_rows())]
    for seen in table.cells:
        rows[seen.span.row] += [id(c) in told for c in seen.tokens if not c.text.isspace()]
    first = next((k for k, row in enumerate(rows) if any(row)), len(rows))
    return first <= REPEATED and any(rows[first:]) and all(all(row) for row in rows[first:])


def _mixes(table: SeenTable, tagged: Sequence[SeenTable]) -> bool:
    """True for a grid over several tagged tables: it takes what stands between them for their columns' text."""
    return sum(table.grid.box.overlap(t.grid.box) > 0 for t in tagged) > 1


def _kept(tagged: list[SeenTable], ruled: list[SeenTable]) -> list[SeenTable]:
    """What is kept of tables that share ink; of a tagged one that lies over several grids perhaps a part."""
    ours, theirs = _paired(tagged, ruled)
    tagged_ink = held_by(tagged)
    better = [table for table in ruled if not _is_poorer(table, ours, theirs, tagged_ink)]
    if _falls_short(tagged, ruled, ours, theirs):
        better = []
    _lend(ours, better)
    kept = [*better]
    if len(better) < len(ruled):
        told = {(id(v.home), v.row) for v in ours if any(p.home is t for p in v.partners for t in better)}
        for t in tagged:
            kept += _rows_kept(t, [r for r in range(len(t.row_nodes)) if (id(t), r) not in told])
    for table in kept:
        mine = [v for v in ours if _inside(v, table)]
        others = [v for v in theirs if _inside(v, table)]
        table.agreement = _share(mine, others)
        table.differences = tuple(_differing(mine, others))
    for value in ours:  # partners name each other: such a circle would keep its page in memory
        value.partners.clear()
    return kept


def _falls_short(tagged: Reading, ruled: Reading, ours: Sequence[_Value], theirs: Sequence[_Value]) -> bool:
    """True for grids without upright rules that miss or mix tagged values, and tell nothing that the tags do not."""
    told = held_by(tagged)
    lacking = any(not v.partners for v in ours) or any(len(v.partners) > 1 for v in theirs)
    torn = any(len(v.partners) > 1 for v in ours)
    return lacking and not torn and all(t.reader == "unruled" and _adds_nothing(t, told) for t in ruled)


def _differing(ours: Sequence[_Value], theirs: Sequence[_Value]) -> Iterator[Difference]:
    """Values that the tags (ours) and the rules (theirs) do not have alike, the tags' first."""
    for value in ours:
        if not value.agreed():
            yield Difference(_shown([value]), _shown(value.partners), value.box)
    for value in _passed_over(theirs):
        yield Difference("", _shown([value]), value.box)


def _shown(values: Sequence[_Value]) -> str:
    """Values as a person reads them, several cells parted by a bar."""
    texts = (" ".join(line.text for line in printed.lines_of(v.cell.tokens)) for v in values)
    return " | ".join(text or value.text for text, value in zip(texts, values, strict=True))


def _inside(value: _Value, table: SeenTable) -> bool:
    return table.grid.box.holds(*value.box.centre)


def _is_poorer(table: SeenTable, ours: Sequence[_Value], theirs: Sequence[_Value], ink: set[int]) -> bool:
    """True where a ruled table is charged with more than the tagged reading of the same place.

    On a tie the tags win over a grid without upright rules whose ink they tell: they know which cells are merged.
    """
    held = [v for v in theirs if v.home is table]
    told = [v for v in ours if _inside(v, table)]
    against_ruled = sum(len(v.partners) > 1 for v in held) + sum(not v.partners for v in told)
    torn = [v for v in told if len(v.partners) > 1]
    nothing_new = table.reader == "unruled" and _adds_nothing(table, ink)
    if nothing_new and table.grid.guessed:
        torn = [v for v in torn if not _is_torn_by_guess(v, table)]
    against_tagged = len(torn) + len(_passed_over(held))
    return against_ruled > against_tagged or (nothing_new and against_ruled == against_tagged)


def _is_torn_by_guess(value: _Value, table: SeenTable) -> bool:
    """True for a tagged cell whose lines lie in rows of columns that they share, and that nothing drawn parts."""
    spans = sorted(p.cell.span for p in value.partners if p.home is table)
    ys, guessed = table.grid.ys, table.grid.guessed
    return len(spans) == len(value.partners) and all(
        _share_columns(a, b) and a.row + a.row_span == b.row and ys[b.row] in guessed
        for a, b in pairwise(spans)
    )


def _share_columns(a: Span, b: Span) -> bool:
    return a.col < b.col + b.col_span and b.col < a.col + a.col_span


def _share(ours: Sequence[_Value], theirs: Sequence[_Value]) -> float:
    considered = len(ours) + len(_passed_over(theirs))
    return sum(v.agreed() for v in ours) / considered if considered else 0.0


def _passed_over(values: Sequence[_Value]) -> list[_Value]:
    """Values that the other reading lacks, in rows of which it has some."""
    known = {(id(v.home), v.row) for v in values if v.partners}
    return [v for v in values if not v.partners and (id(v.home), v.row) in known]


def _groups(tagged: Iterable[SeenTable], ruled: Iterable[SeenTable]) -> list[Group]:
    """Tables that share characters, gathered: one eye may see several tables where the other sees one."""
    groups: list[Group] = []
    for table, is_ruled in [*((t, False) for t in tagged), *((t, True) for t in ruled)]:
        held = held_by([table])
        merged: Group = ([], [table], held) if is_ruled else ([table], [], held)
        apart = [group for group in groups if group[2].isdisjoint(held)]
        for group in groups:
            if not group[2].isdisjoint(held):
                merged = (group[0] + merged[0], group[1] + merged[1], group[2] | merged[2])
        groups = [*apart, merged]
    return groups


def _paired(a: Reading, b: Reading) -> tuple[list[_Value], list[_Value]]:
    ours, theirs = _values(a), _values(b)
    levels = [(other.box.top, other.box.bottom, other) for other in theirs]
    for value in ours:
        _, top, _, bottom = value.box
        for upper, lower, other in levels:
            if upper < bottom and lower > top and _same_ink(value, other):
                value.partners.append(other)
                other.partners.append(value)
    return ours, theirs


def _same_ink(a: _Value, b: _Value) -> bool:
    return a.box.overlap(b.box) >= SAME_INK * min(a.box.area, b.box.area)


def _values(tables: Reading) -> list[_Value]:
    """What the cells hold, empty ones left out."""
    found = []
    for table in tables:
        for cell in table.cells:
            text, boxes = _told(cell)
            if boxes:
                found.append(_Value(cell, table, cell.span.row, text, union(boxes)))
    return found


def _told(seen: Seen) -> tuple[str, list[Box]]:
    lost = seen.lost_on(seen.background())
    inked = [t for t in seen.tokens if not t.text.isspace() and not (lost and t.style.colour in lost)]
    signs = sorted(f"[{m.shape} {m.colour}]" for m in seen.marks)
    boxes = [t.box for t in inked] + [m.box for m in seen.marks]
    return "".join([t.text for t in inked]) + "".join(signs), boxes


def _lend(tagged: Iterable[_Value], ruled: Sequence[SeenTable]) -> None:
    """Give names, headings and ink that no rule holds to the ruled tables whose cells hold the same ink."""
    names: dict[int, dict[int, str]] = {id(t): {} for t in ruled}
    held = held_by(ruled)
    for value in tagged:
        for other in value.partners:
            if id(other.home) not in names:
                continue
            seen, lent = other.cell, value.cell
            if isinstance(seen, Seen) and isinstance(lent, Seen):
                seen.header |= lent.header
                seen.node = seen.node or lent.node
                missed = [c for c in lent.tokens if id(c) not in held]
                seen.tokens += missed
                held.update(map(id, missed))
            names[id(other.home)].setdefault(other.row, value.home.row_nodes[value.row])
    for table in ruled:
        given = names[id(table)]
        table.row_nodes = tuple(given.get(row, "") for row in range(table.grid_rows())) if given else ()
        table.node = next((v.home.node for v in tagged if any(p.home is table for p in v.partners)), "")


def _rows_kept(table: SeenTable, rows: Sequence[int]) -> list[SeenTable]:
    """Runs of a table's rows as tables of their own; the table itself where all of its rows are kept."""
    if len(rows) == table.grid_rows():
        return [table]
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    parts = [_part(table, run[0], run[-1] + 1) for run in runs]
    return [part for part in parts if part.worthwhile()]


def _part(table: SeenTable, first: int, end: int) -> SeenTable:
    """Rows `first` up to `end` of a table."""
    cells = []
    for seen in table.cells:
        if first <= seen.span.row < end:
            high = min(seen.span.row_span, end - seen.span.row)
            cells.append(replace(seen, span=seen.span._replace(row=seen.span.row - first, row_span=high)))
    spans = tuple(seen.span for seen in cells)
    grid = table.grid._replace(ys=table.grid.ys[first : end + 1], cells=spans)
    return replace(table, grid=grid, cells=cells, row_nodes=table.row_nodes[first:end])
