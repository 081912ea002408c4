"""A page's primitives to its blocks: tables by whichever eye sees them, the rest as headings and paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parsers.block import Block, Heading, Line, Mark, Paragraph
from parsers.cells import (
    bullets,
    counted,
    grounds,
    handing,
    item_signs,
    overflow,
    paired,
    readings,
    signed,
    stacked,
    struck,
    swatches,
)
from parsers.cells.cell import SeenTable, held_by, one_sign
from parsers.geometry import Box, union
from parsers.grids import gapped, rules
from parsers.page import Page, Token
from parsers.ruled import eye as ruled
from parsers.ruled import frames, rising
from parsers.stacks import layouts as shaped
from parsers.stacks.layouts import Layout
from parsers.tagged import eye as tagged
from parsers.tagged import going_on
from parsers.text import abutting, paragraphs, reading_order, sign_runs, watermarks, wording
from parsers.text import lines as printed
from parsers.text.reading_order import Gutter
from parsers.text.wording import Lexicon

HEADING_LENGTH = 220  # characters; longer bold text is a paragraph set bold
LEGEND_REACH = 90.0  # points that a sign may stand before the words that it is explained by
COLUMN_GAP = 2.5  # times the font size: a wider gap inside a line parts two texts that stand side by side
#: and the gap in a line of so many texts of which two are letters, or all are labelled: a key's, `G On track  A Late`
KEY_GAP, SEVERAL = 1.0, 3
WIDEST_SIGN = 400.0  # points; what is wider is a bar behind a title
WIDEST_SWATCH = 80.0  # points; the cell of a key that no rule draws is a sign


@dataclass(slots=True)
class SeenPage:
    """A page whose ink is handed out but whose wrapped lines are not joined yet; `lettered` counts drawn signs that are
    told as letters."""

    page_number: int
    tables: list[SeenTable]
    lines: list[Line]
    marks: list[Mark]
    hidden: int
    layouts: list[Layout] = field(default_factory=list)
    watermarks: list[Line] = field(default_factory=list)
    lettered: int = 0
    going: Mapping[str, Sequence[going_on.Going]] = field(default_factory=dict)
    gutter: Gutter | None = None

    def texts(self) -> list[list[Line]]:
        """Lines by cell, then those outside tables."""
        return [lines for t in self.tables for lines in t.texts()] + [self.lines]

    def count_marks(self) -> int:
        """Coloured drawings, pictures and symbol glyphs, in tables and outside."""
        return len(self.marks) + sum(
            len(sign_runs.joined(one_sign(c.marks))) + len(c.glyphs) for t in self.tables for c in t.cells
        )

    def blocks(self, lexicon: Lexicon, known: Gutter | None = None) -> list[Block]:
        """The page's blocks in reading order; `known` is the gutter of the page before."""
        tables = [item_signs.told(t.table(lexicon)) for t in self.tables]
        self.gutter = reading_order.gutter(tables, known)
        found = [*tables, *_texts(self, lexicon)]
        behind = [_paragraph(self.page_number, [line], line.text) for line in self.watermarks]
        return [*reading_order.in_order(found, self.gutter, lexicon), *behind]


def see(
    page: Page,
    known: Mapping[str, Sequence[float]] | None = None,
    before: Sequence[Layout] = (),
    going: Mapping[str, Sequence[going_on.Going]] | None = None,
) -> SeenPage:
    """Hand out all ink of a page to tables and to the text around them.

    `known` holds the column edges of logical tables that began on an earlier page, by their node; `before` are the
    columns of tables on the page before that no vertical rule parts, and `going` the merged cells that go on.
    """
    page, across = watermarks.parted(gapped.closed(page))
    items = bullets.found(page)
    page = bullets.without(page, items) if items else page
    tables = readings.reconciled(tagged.tables(page, page.nodes, known), ruled.tables(page, before))
    further = going_on.over(tables, page.nodes, going or {})
    left = _outside(page.tokens, tables)
    opened = ruled.open_tables(page, left, [t.grid.box for t in tables], before)
    left = _outside(left, opened) if opened else left
    tables += opened
    for table in tables:
        left = rising.taken_in(table, left)
    left = bullets.handed_out(items, tables, left) if items else left
    unruled = [t.grid for t in tables if t.reader == "unruled" or frames.is_frame(t.grid, page.rules)]
    shapes = shaped.of_grids(unruled, page.tokens)
    alts = tagged.alternatives(page, page.nodes)
    struck.doubt(tables, page.rules)
    for table in tables:
        table.settle()
        tagged.lend_alternatives(table, alts)
    shown = [c for c in left if not c.style.hidden]
    hidden = sum(len(c.text) for c in left if c.style.hidden and not c.text.isspace())
    in_cells = {m.box for t in tables for seen in t.cells for m in seen.marks}
    marks = [m for m in map(handing.mark_of, page.drawings) if m.box not in in_cells]
    marks += [m for m in map(handing.picture_mark, page.pictures) if m.box not in in_cells]
    marks += _swatches(page, tables, in_cells)
    marks = sign_runs.joined(one_sign([m._replace(alt=alts.get(m.box, "")) for m in marks]))
    shown = overflow.returned(tables, shown)
    for table in tables:
        counted.part(table)
        stacked.part(table)
        signed.part(table)
        paired.part(table)
    marks += [m._replace(alt=alts.get(m.box, "")) for m in printed.marks_of(shown)]
    rows = printed.rows_of(shown)
    levels = [(min(t.box.top for t in row), max(t.box.bottom for t in row)) for row in rows] if marks else []
    marks = [m._replace(words=_printed_on(m, rows, levels)) for m in marks]
    behind = printed.lines_of(t for t in across if not t.style.hidden)
    lines = _text_lines(rows, marks)
    return SeenPage(page.number, tables, lines, marks, hidden, shapes, behind, len(items), further)


def _outside(tokens: Sequence[Token], tables: Sequence[SeenTable]) -> list[Token]:
    held = held_by(tables)
    return [c for c in tokens if id(c) not in held]


def nothing_of(page: Page) -> SeenPage:
    """A page of which no ink is handed out."""
    return SeenPage(page.number, [], [], [], 0)


def _swatches(page: Page, tables: Sequence[SeenTable], taken: Container[object]) -> Iterable[Mark]:
    """Small coloured squares outside tables, as a legend beside its words shows them."""
    wide = [f for f in page.fills if f.box.width > WIDEST_SWATCH and f.box.height <= handing.SWATCH]
    stacked = [f._replace(box=f.box._replace(x0=f.box.x1 - 10)) for f in swatches.stacked(wide, page.tokens)]
    in_row = swatches.in_a_row(page.fills, page.tokens, WIDEST_SWATCH, handing.SWATCH)
    low = [f for f in page.fills if f.box.width <= WIDEST_SWATCH and f.box.height <= handing.SWATCH]
    behind = swatches.bands_behind(low)
    for fill in (*low, *(f for f in in_row if f not in low), *stacked):
        if id(fill) not in behind and fill.box not in taken and not rules.pale(fill.colour):
            x, y = fill.box.centre
            if not any(t.grid.box.holds(x, y) for t in tables):
                yield Mark("shape", "square", fill.colour, "square", fill.box)


def _printed_on(mark: Mark, rows: Sequence[Sequence[Token]], levels: Sequence[tuple[float, float]]) -> str:
    """The words that a sign is the ground of, where the line goes on behind it; "" for all others. `levels` are the top
    and bottom of each row."""
    if mark.seen == "glyph":
        return ""
    for row, (top, bottom) in zip(rows, levels, strict=True):
        if bottom < mark.box.top or mark.box.bottom < top:
            continue
        on = [token for token in row if mark.box.holds(*token.box.centre)]
        if on and on[0].style.turn == 0 and any(t.box.x0 > mark.box.x1 and not t.text.isspace() for t in row):
            return printed.line(on).text if any(not t.text.isspace() for t in on) else ""
    return ""


def _text_lines(rows: Sequence[list[Token]], marks: Sequence[Mark]) -> list[Line]:
    """Lines outside tables, parted where two texts stand side by side or a drawn sign stands between them."""
    signs = [m.box for m in marks if m.seen != "glyph"]
    return [printed.line(part) for part in abutting.parted([_parted(row, signs) for row in rows])]


def _parted(row: list[Token], signs: Sequence[Box]) -> list[list[Token]]:
    first = next(c for c in row if not c.text.isspace())
    if first.style.turn:
        return [row]
    size, (_, top, _, bottom) = first.style.size, first.box
    middle = (top + bottom) / 2
    between = [s for s in signs if s.height < 3 * size and top <= s.centre[1] <= bottom]
    under = [s for s in signs if s.top < middle < s.bottom]
    told = grounds.explained(under, row)
    under = [s for s in under if s not in told]
    pieces = _pieces(row, COLUMN_GAP * size, between, under)
    if len(pieces) >= SEVERAL and (sum(map(_is_letter, pieces)) > 1 or all(map(_is_labelled, pieces))):
        return _pieces(row, KEY_GAP * size, between, under)
    plain = len(pieces) > 1 and not between and not under
    close = _pieces(row, KEY_GAP * size, between, under) if plain else []
    return close if len(close) > SEVERAL and _are_names_with_words(close) else pieces


def _pieces(
    row: Sequence[Token], gap: float, between: Sequence[Box], under: Sequence[Box]
) -> list[list[Token]]:
    """A line cut at gaps as wide, at signs `between` its words, and where the ground `under` them changes."""
    pieces: list[list[Token]] = []
    last: Token | None = None
    for token in row:
        blank = token.text.isspace()
        if not blank and (last is None or _apart(last, token, gap, between, under)):
            pieces.append([token])
        elif pieces:
            pieces[-1].append(token)
        last = last if blank else token
    return pieces


def _are_names_with_words(pieces: Sequence[Sequence[Token]]) -> bool:
    """True for bold names, each with plain words behind it, side by side: `Late  It is late  Lost  It may fail`."""
    bold = [{token.style.bold for token in piece if not token.text.isspace()} for piece in pieces]
    return all(own == {k % 2 == 0} for k, own in enumerate(bold))


def _is_letter(piece: Sequence[Token]) -> bool:
    return len("".join(token.text for token in piece).strip()) == 1


def _is_labelled(piece: Sequence[Token]) -> bool:
    """True for a label with its words: `Slipping: It may be late`."""
    return any(token.text.endswith(":") for token in piece[:-1])


def _apart(last: Token, token: Token, gap: float, between: Sequence[Box], under: Sequence[Box]) -> bool:
    end, size = last.box.x1, token.style.size
    wide = token.box.x0 - end > gap or any(grounds.parts(sign, end, token, size) for sign in between)
    return wide or (bool(under) and (grounds.meet(last, token, under) or grounds.opens(last, token, under)))


def _texts(seen: SeenPage, lexicon: Lexicon) -> list[Block]:
    body = _body_size(seen)
    room = _room(seen)
    below = {**swatches.far_left(seen.marks, seen.lines), **swatches.labelled(seen.marks, seen.lines)}
    groups = paragraphs.grouped(seen.lines, room, body, seen.gutter)
    return [_text_block(seen, group, body, lexicon, below) for group in groups]


def _room(seen: SeenPage) -> float:
    """The right edge up to which a page's text runs: that of its tables and of the lines between the outermost. Beside
    tables those are mostly what runs through all pages, which a browser prints in wider margins."""
    lines = seen.lines
    if seen.tables and lines:
        first, last = min(line.box.bottom for line in lines), max(line.box.top for line in lines)
        lines = [line for line in lines if first <= line.box.top and line.box.bottom <= last]
    return max([0.0, *(line.box.x1 for line in lines), *(t.grid.xs[-1] for t in seen.tables)])


def _body_size(seen: SeenPage) -> float:
    """The size in which most of the page is set."""
    sizes = Counter[float]()
    for line in seen.lines:
        sizes[line.size] += len(line.text)
    for table in seen.tables:
        for cell in table.cells:
            for line in cell.lines:
                sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _text_block(
    seen: SeenPage, group: Sequence[Line], body: float, lexicon: Lexicon, labelled: Mapping[int, Mark]
) -> Heading | Paragraph:
    """The block of some lines, with the signs beside them and those that they are `labelled` with, by identity."""
    box = union(line.box for line in group)
    text = wording.flow(group, lexicon)
    first = group[0]
    marks = grounds.own([m for m in seen.marks if _beside(m, group)], group, seen.lines)
    marks += tuple(sign for line in group if (sign := labelled.get(id(line))) and sign not in marks)
    if paragraphs.is_prominent(first, body) and len(text) <= HEADING_LENGTH and not marks:
        chars = sum(len(line.text.replace(" ", "")) for line in group)
        return Heading(seen.page_number, box, text, first.size, first.bold, chars, tuple(group))
    return _paragraph(seen.page_number, group, text, marks)


def _paragraph(page: int, group: Sequence[Line], text: str, marks: tuple[Mark, ...] = ()) -> Paragraph:
    chars = sum(len(line.text.replace(" ", "")) for line in group)
    return Paragraph(page, union(line.box for line in group), text, group[0].size, tuple(group), marks, chars)


def _beside(mark: Mark, group: Sequence[Line]) -> bool:
    """True for a mark that stands on one of the lines or just before or behind it."""
    x, y = mark.box.centre
    return mark.box.width <= WIDEST_SIGN and any(
        line.box.top - 2 <= y <= line.box.bottom + 2 and line.box.x0 - LEGEND_REACH <= x <= line.box.x1 + 40
        for line in group
    )
