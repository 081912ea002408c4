"""Tables that are no tables but cards: their cells hold labelled lines, the same again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from normalise.columns.headers import Headers
from normalise.language import phrases
from normalise.prose import labelled, shared_lines, tags, texts
from normalise.prose.tags import Tags
from parsers.block import Block, Cell, Heading, Line, Table

ALIGNED = 4.0  # points between the edges of one column in two tables
ALIKE = 2  # labels that a table holds again and again


def holding(blocks: Sequence[Block], headers: Headers) -> frozenset[int]:
    """Identities of tables whose cells hold labelled lines, the same again and again, where no table with headings has
    their columns; and of those that have none of their own though their first labels look like some."""
    tables = [b for b in blocks if isinstance(b, Table) and b.reader != "transcript"]
    above = tags.learnt([line for b in blocks for line in lines_of(b)])
    tagged = {id(t): _tagged(t, above) for t in tables}
    small = sum(tagged.values(), Counter[str]())
    found = {table for table, own in tagged.items() if sum(small[key] > 1 for key in own) >= ALIKE}
    of_cards = {id(t) for t in tables if _is_of_cards(lines_of(t))}
    found |= {id(t) for t in tables if id(t) in of_cards and _is_labelled(t, headers)}
    repeated = {_keys(t, row) for t in tables if headers[id(t)] is not None for row in _repeated(t)}
    if repeated:
        found |= {id(t) for t in tables if any(_keys(t, row) in repeated for row in range(t.rows))}
    heads = {id(t) for t in tables if headers[id(t)] is not None} - found
    headed = [t for t in tables if id(t) in heads]
    bare = [t for t in tables if id(t) not in heads and not any(_alike(t, other) for other in headed)]
    cards = [t for t in bare if id(t) in of_cards]
    return frozenset(found | {id(t) for t in (*cards, *_parts_of_cards(bare))})


def _parts_of_cards(bare: Sequence[Table]) -> list[Table]:
    """Tables that hold a few cards or a part of one each: together they print the same labels again and again, several
    of them on one line, too."""
    held = {id(t): lines_of(t) for t in bare if t.reader == "unruled"}
    opened = [line for own in held.values() for line in own if (said := labelled.read(line)) and said.role]
    if len(opened) < ALIKE:
        return []
    shared = shared_lines.learnt(opened)
    parts = {k: [p for line in own for p in shared_lines.parted(line, shared)] for k, own in held.items()}
    if not _is_of_cards([p for own in parts.values() for p in own]):
        return []
    return [t for t in bare if any((said := labelled.read(p)) and said.role for p in parts.get(id(t), ()))]


def ink_of(line: Line) -> int:
    """How many characters a line prints, without blanks."""
    return len("".join(line.text.split()))


def lines_of(block: Block) -> tuple[Line, ...]:
    """The lines of a text or of a table's cells; of a text that was made without any, all of it as one."""
    if isinstance(block, Table):
        return tuple(line for cell in block.cells for line in cell.lines)
    bold = isinstance(block, Heading) and block.bold
    return block.lines or (Line(block.text, block.box, block.size, bold, "#000000"),)


def texts_of(block: Block, lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Some of the lines of a text as one text; those of a table as one for each cell and each heading inside it."""
    if not isinstance(block, Table):
        return [tuple(lines)] if lines else []
    cells = [tuple(line for line in lines if cell.box.holds(*line.box.centre)) for cell in block.cells]
    placed = {id(line) for own in cells for line in own}
    outside = tuple(line for line in lines if id(line) not in placed)
    return [text for own in (*cells, outside) for text in _texts(own)]


def _texts(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """The texts that lines make: a heading opens one, and so does a line that is set in another way."""
    starts = [
        k
        for k, line in enumerate(lines)
        if not k
        or texts.heads_rows(line.text)
        or (line.bold, line.size) != (lines[k - 1].bold, lines[k - 1].size)
    ]
    yield from (tuple(lines[a:b]) for a, b in pairwise([*starts, len(lines)]))


def _tagged(table: Table, above: Tags) -> Counter[str]:
    """The small labels that open cells, each of them once; of a table that nothing draws those with larger text right
    below them anywhere in a column, as often as they stand there."""
    if table.reader != "unruled":
        opening = [tags.read(cell.lines[0], above) for cell in table.cells if len(cell.lines) > 1]
        return Counter({one.key for one in opening if one and one.role})
    said = [tags.read(line, above) for line in _above_larger(table)] if above.told else []
    return Counter(one.key for one in said if one and one.role)


def _above_larger(table: Table) -> Iterator[Line]:
    """The lines of a table's columns with a larger one or one in small letters below them, another small one at most
    between the two; not of cells of one line, which may head a column."""
    for col in range(table.cols):
        own = [(line, len(c.lines) > 1) for c in table.cells if c.col == col for line in c.lines]
        for k, (line, several) in enumerate(own):
            below = [other for other, _ in own[k + 1 : k + 1 + ALIKE]] if several else []
            if any(other.size > line.size or not other.text.isupper() for other in below):
                yield line


def _is_labelled(table: Table, headers: Headers) -> bool:
    """True where the headings that a table seems to have are labels with their values, `Start: July 2024`, or how the
    cards below them stand: `On track | Complete`."""
    head = headers[id(table)]
    cells = [c for c in table.cells if head and c.row == head.first and c.text]
    rated = all(phrases.status_of(cell.text) is not None for cell in cells)
    return bool(cells) and (rated or all(_has_value(cell) for cell in cells))


def _has_value(cell: Cell) -> bool:
    said = labelled.read(cell.lines[0]) if cell.lines else None
    return said is not None and bool(said.role) and labelled.behind(cell.lines[0], said) is not None


def _keys(table: Table, row: int) -> tuple[str, ...]:
    """The labels of a row of a table that no rule draws, where it has nothing else; none for any other row."""
    if table.reader != "unruled":
        return ()
    cells = [c for c in table.cells if c.row == row and c.text]
    said = [labelled.read(c.lines[-1]) if c.lines else None for c in cells]
    bare = all(s and s.role and not labelled.behind(c.lines[-1], s) for c, s in zip(cells, said, strict=True))
    return tuple(s.key for s in said if s) if bare else ()


def _repeated(table: Table) -> list[int]:
    """The rows of labels of a table in which each stands above one row of values, and a label alone below that."""
    labels = [len(_keys(table, row)) for row in range(table.rows)]
    rows = [row for row, n in enumerate(labels) if n >= ALIKE]
    ends = [*rows[1:], table.rows] if rows else []
    single = [1 in labels[row + 1 : end] for row, end in zip(rows, ends, strict=True)]
    below = [row + 2 >= table.rows or labels[row + 2] == 1 for row in rows]
    return rows if all(below) and any(single) else []


def _alike(table: Table, other: Table) -> bool:
    edges = zip(table.xs, other.xs, strict=False)
    return table.cols == other.cols and all(abs(a - b) < ALIGNED for a, b in edges)


def _is_of_cards(lines: Sequence[Line]) -> bool:
    labels = [labelled.read(line) for line in lines]
    times = Counter(said.key for said in labels if said and said.role)
    return sum(n > 1 for n in times.values()) >= ALIKE
