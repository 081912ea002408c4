"""A key printed as a table: the cells of each entry, and the sign and words that they hold."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from normalise.columns import headers
from normalise.columns.headers import Header
from normalise.keys import abreast, banding, cell_words, wrapped_rows
from normalise.keys import purpose as key_purpose
from normalise.keys import tokens as key_tokens
from normalise.language import phrases, vocabulary
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs import scale
from normalise.signs.line import BLANK, Key
from parsers.block import Cell, Line, Mark, Table

LONGEST = 14  # rows of a legend; a longer table is no key
MOST = 0.6  # share of the lines in one cell that name a status, where each is an entry
EACH = 3  # cells of a row that each name a status: words on their colours, one of them perhaps on paper
COUNT = re.compile(r"[\d,.]+ ?%?(?: ?\(?[\d.]+ ?%?\)?)?")  # `7`, `23%`, `7 (23%)`
#: a cell that says which colour it is and what that means: `Green: on target`
COLOURED = re.compile(r"(?P<colour>[A-Za-z]+(?: [A-Za-z]+)?)\s*(?::|=|\s[–—-])\s*(?=\S)")
LEVEL = 0.5  # of the font size that lines on one level may stand apart


def entries(table: Table, header: Header | None, over: Table | None = None) -> Iterator[Key]:
    """The lines of a key that a table holds, if it is one; `over` is the row of its headings where that is a table of
    its own."""
    if table.rows > LONGEST or table.cols > 2 * LONGEST:
        return
    if headers.is_of_a_review(header) and not _explains([c for c in table.cells if c.row == 0]):
        return
    if header is not None and _rates_rows(table, header):
        return
    found: list[Key] = []
    table = wrapped_rows.joined(table)
    table = _uncounted(_turned(banding.without(_unmerged(table))))
    kinds = key_purpose.by_column(table, over)
    signs = key_tokens.signs(table)
    for row in range(table.rows):
        cells = [c for c in table.cells if c.row == row]
        if _is_header(cells):
            continue
        for level in map(abreast.handed_on, _levels(cells)):
            for group in _grouped([part for cell in level for part in abreast.parted(cell, level)]):
                for kind, own in _by_kind(group, kinds[row]):
                    line = _line(own, table.page, signs)
                    if line is not None:
                        found.append(line._replace(serves=kind))
    drawn = sum(k.mark is not None for k in found) > 1
    yield from (k for k in found if not drawn or k.fill is None or k.entry.status != "unknown")


def _rates_rows(table: Table, header: Header) -> bool:
    """True where one status stands on several rows beside how each of them went: a key has a line for each status."""
    if not {"status", "progress"} <= set(header.roles):
        return False
    rated = header.roles.index("status")
    texts = [c.text for c in table.cells if c.col == rated and c.row >= header.body and c.text]
    return len({*texts}) < len(texts)


def _unmerged(table: Table) -> Table:
    """A table whose words no rule parts though each line of them stands beside a sign of its own: shading drew the rows
    of the signs alone."""
    over = [c for c in table.cells if c.row_span > 1 and len(c.lines) >= c.row_span and not c.marks]
    parts = {id(c): _at_rows(c, table) for c in over}
    if not any(parts.values()):
        return table
    cells = [part for c in table.cells for part in parts.get(id(c)) or [c]]
    return replace(table, cells=tuple(sorted(cells, key=lambda c: (c.row, c.col))))


def _at_rows(cell: Cell, table: Table) -> list[Cell]:
    """A cell's lines as a cell for each of the rows that it covers; none where one has no words of its own, or where
    these are not beside signs."""
    parts = []
    for row in range(cell.row, cell.row + cell.row_span):
        top, bottom = table.ys[row : row + 2]
        lines = [line for line in cell.lines if top <= line.box.centre[1] < bottom]
        if not lines or not lines[0].text[:1].isupper():
            return []
        parts.append(replace(_of_lines(cell, lines), row=row, row_span=1))
    covered = range(cell.row, cell.row + cell.row_span)
    signs = {c.row for c in table.cells if c.row in covered and c.row_span == 1 and (c.marks or c.fill)}
    return parts if len(signs) > MOST * len(parts) else []


def _turned(table: Table) -> Table:
    """A table of two rows, signs and below them their words, with an entry to a row; any other as it is."""
    upper, lower = ([c for c in table.cells if c.row == row] for row in (0, 1))
    words = all(c.text and not c.marks and not c.fill and not COUNT.fullmatch(c.text) for c in lower)
    beside = len(upper) >= EACH and [c.col for c in upper] == [c.col for c in lower]
    if table.rows != 2 or not beside or not words or not _are_signs(upper):
        return table
    cells = [replace(c, row=c.col, col=c.row, row_span=1, col_span=1) for c in table.cells]
    return replace(table, xs=table.ys, ys=table.xs, cells=tuple(sorted(cells, key=lambda c: (c.row, c.col))))


def _are_signs(cells: Sequence[Cell]) -> bool:
    """True for signs without words, and for words on colours of their own, or on paper, that name colours or statuses:
    the headings of a table's columns are on one shade."""
    if all((c.marks or c.fill) and not c.text for c in cells):
        return True
    shades = [c.fill for c in cells if c.fill]
    named = sum(bool(vocabulary.colour_word(c.text) or phrases.status_of(c.text)) for c in cells)
    apart = len({*shades}) == len(shades) or (not shades[1:] and named == len(cells))
    return apart and all(c.text for c in cells) and named > MOST * len(cells)


def _uncounted(table: Table) -> Table:
    """A table without the figures behind its signs and labels, `Completed | 4 | 20%`, and without cells at all where
    they stand below labels that no sign tells apart: that counts, and explains nothing."""
    figures = {(c.row, c.col) for c in table.cells if COUNT.fullmatch(c.text)}
    if not figures:
        return table
    upper = [c for c in table.cells if c.row == 0]
    below = [c for c in table.cells if c.row and (c.text or c.marks)]
    alike = len({c.fill for c in upper}) == 1 and not any(c.marks for c in upper)
    if alike and len(upper) >= EACH and below and all((c.row, c.col) in figures for c in below):
        return replace(table, cells=())
    signed = {c.row for c in table.cells if c.col == 0 and (c.marks or c.fill) and not c.text}
    behind = {at for at in figures if at[0] in signed and at[1] > 1}
    return replace(table, cells=tuple(c for c in table.cells if (c.row, c.col) not in behind))


def _explains(cells: Sequence[Cell]) -> bool:
    """True for a row of headings of which one behind the first says that meanings stand below it."""
    words = vocabulary.load("statuses")["legend"]["explaining"]
    return any(vocabulary.plain(c.text) in words for c in cells[1:]) and not any(c.marks for c in cells)


def _by_kind(group: Sequence[Cell], kinds: Mapping[int, str]) -> Iterator[tuple[str, Sequence[Cell]]]:
    """An entry with the kind that its sign's column serves; one for each kind where columns of words beside one sign
    are headed for two: `Rating | Actions | Measures`."""
    named = sorted({kinds[c.col] for c in group if c.text and c.col in kinds})
    if len(named) > 1:
        for kind in named:
            yield kind, [c for c in group if kinds.get(c.col, kind) == kind]
        return
    first = next((c for c in group if c.marks or c.fill or c.text), group[0])
    yield kinds.get(first.col, key_purpose.ANY), group


def _levels(cells: Sequence[Cell]) -> list[list[Cell]]:
    """A row's cells line by line where no rule parts the entries: the names of statuses or colours below each other in
    one cell, and beside each a line, or several, in the others; else the row as it is."""
    told = [c for c in cells if c.text]
    if len(told) < 2 or len(told[0].lines) < 2 or not _names_statuses(told[0]):
        return [list(cells)]
    beside = [_beside(cell, told[0].lines) for cell in told]
    if not all(len(parts) == len(told[0].lines) for parts in beside):
        return [list(cells)]
    return [
        [_of_lines(c, parts[k]) for c, parts in zip(told, beside, strict=True)]
        for k in range(len(told[0].lines))
    ]


def _names_statuses(cell: Cell) -> bool:
    texts = [line.text for line in cell.lines]
    known = sum(phrases.status_of(t) is not None or vocabulary.colour_word(t) is not None for t in texts)
    return known > 1 and known >= MOST * len(texts)


def _beside(cell: Cell, names: Sequence[Line]) -> list[list[Line]]:
    """A cell's lines by the name on whose level they stand, or below which they go on; none where several have no line:
    one name may say enough."""
    if len(cell.lines) == len(names):
        return [[line] for line in cell.lines]
    parts: list[list[Line]] = [[] for _ in names]
    for line in cell.lines:
        above = [k for k, name in enumerate(names) if name.box.top < line.box.top + LEVEL * line.size]
        if above:
            parts[above[-1]].append(line)
    level = [abs(p[0].box.top - n.box.top) < LEVEL * n.size for p, n in zip(parts, names, strict=True) if p]
    return parts if all(level) and len(level) >= max(len(names) - 1, 2) else []


def _of_lines(cell: Cell, lines: Sequence[Line]) -> Cell:
    """What a cell prints on some of its lines, with the signs nearest to these."""
    marks = tuple(m for m in cell.marks if _nearest(m, cell.lines) in lines)
    return replace(cell, text=" ".join(line.text for line in lines), lines=tuple(lines), marks=marks)


def _nearest(mark: Mark, lines: Sequence[Line]) -> Line:
    return min(lines, key=lambda line: abs(line.box.centre[1] - mark.box.centre[1]))


def _is_header(cells: Sequence[Cell]) -> bool:
    """True for a row that says what the legend's columns are: mark, rating, meaning; of the first row its first cell
    tells, where none names a status: `Rating | Performance | Action required`."""
    words = vocabulary.load("statuses")["legend"]["headings"]
    texts = [vocabulary.plain(c.text) for c in cells if c.text]
    if len(texts) < 2 or any(c.marks for c in cells):
        return False
    names = texts[0] in words or key_purpose.named(texts[0], inside=True)
    opens = cells[0].row == 0 and (names or _explains(cells)) and len({c.fill for c in cells}) == 1
    plain = not any(phrases.status_of(c.text) or key_tokens.is_token(c.text) for c in cells if c.text)
    return (opens and plain) or all(text in words or key_purpose.named(text, inside=True) for text in texts)


def _grouped(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """A row's cells by entry: a sign opens an entry, the texts behind it belong to it."""
    group: list[Cell] = []
    signs = [_is_sign(c) for c in cells]
    all_in_one = sum(s and len(c.text) > 3 for s, c in zip(signs, cells, strict=True)) == len(cells)
    each = len(cells) >= EACH and all(phrases.status_of(c.text) for c in cells)
    for k, (cell, sign) in enumerate(zip(cells, signs, strict=True)):
        told = any(c.text and not key_tokens.is_token(c.text) for c in group)
        opens = sign and group and (told or all_in_one) and any(map(_is_inked, cells[k:]))
        if opens or (each and group):
            yield group
            group = []
        group.append(cell)
    if group:
        yield group


def _is_inked(cell: Cell) -> bool:
    """False for a blank: at a row's end it says that the entry before it has no more words."""
    return bool(cell.text or cell.marks or cell.fill)


def _is_sign(cell: Cell) -> bool:
    return bool(cell.marks or cell.fill) or key_tokens.is_token(cell.text) or bool(_colour_before(cell.text))


def _colour_before(text: str) -> str | None:
    """The colour's word or letter that opens a cell before the status that it means."""
    found = COLOURED.match(text)
    colour = vocabulary.colour_word(found["colour"]) if found else None
    if found is None or colour is None:
        return None
    meant = text[found.end() :]
    return found["colour"] if key_words.said(meant, "").status or scale.by_degree([meant], colour) else None


def _line(cells: Sequence[Cell], page: int, signs: Container[str] = ()) -> Key | None:
    """One entry from the cells that print it; None where they say nothing."""
    mark = next((m for c in cells for m in c.marks), None)
    fill = next((c.fill for c in cells if c.fill), None)
    texts = [cell_words.of(c) for c in cells]
    token = next(
        (t for t in texts if t and (t in signs or (key_tokens.is_token(t) and phrases.status_of(t) is None))),
        None,
    )
    token = token or next(filter(None, map(cell_words.letter_on_sign, cells)), None)
    words = [_without_count(t) for t in texts if t and t != token]
    if mark is None and fill is None and any(t not in words for t in texts if t and t != token):
        return None  # it counts, and explains no sign
    if len(cells) == 1 and phrases.status_of(cells[0].text) and not (mark or fill):
        token = cells[0].text
    if not words and token is None:
        return None
    if not words and token and mark is not None and not vocabulary.colour_word(token):
        words, token = [token], None  # a short answer beside its sign: a cross, "no"
    if mark is None and fill is None and token is None and len(words) == 1:
        token = _colour_before(words[0])
    if not words or (mark is None and fill is None and token is None and len(cells) == 1):
        return None
    if mark is None and fill is None and token is None and any(not c.text for c in cells[:-1]):
        token = BLANK
    if (
        token is None
        and fill is not None
        and len(letter := key_words.split(words)[0]) == 1
        and letter.isupper()
    ):
        token = letter  # `N = Not started`: the rows may print the letter without its colour
    x0 = mark.box.x0 if mark is not None else cells[0].box.x0
    return key.of_words(*key_words.parted(words), mark, fill, token, page, x0)


def _without_count(text: str) -> str:
    """The name of a status without how many there are of it: `7 On track`."""
    count, _, name = text.partition(" ")
    return name if count.isdigit() and phrases.status_of(name) else text
