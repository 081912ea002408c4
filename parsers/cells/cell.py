"""A table while it is being read: cells that gather their ink, then become the Table that the upper floors get."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from parsers.block import Cell, Difference, Line, Mark, Table
from parsers.cells import pills
from parsers.geometry import Box, union
from parsers.grids.grid import Grid, Span
from parsers.page import Fill, Token
from parsers.text import airs, sign_runs, wording
from parsers.text import lines as printed
from parsers.text.wording import Lexicon

SAME_COLOUR = 24  # of 255 in every channel: text this close to its background cannot be read
FRAME = 40.0  # points of height of a card's border at least
FRAMED = 25.0  # times the area of a sign on it
TOUCH = 0.5  # points between two shapes that touch
TOUCHING = 0.1  # share of the smaller of two squares: rounding makes neighbours overlap by no more
BADGES = ("pill", "disc", "square")
CLOSE = 0.4  # share of the smaller of two badges, one below the other, that they may have in common
LIKE = 0.1  # share by which badges of one key may differ in height
SQUARE = 0.25  # share by which the sides of an emoji's picture may differ
MOST_OF_SHADOW = 0.4  # share of a picture of a shadow that the shape which throws it hides
CUT_OFF = "the text ends on its cell's edge, where the page may have cut it off"
NEAR_EDGE = 0.75  # share of a column's width that its longest lines fill, if these tell where its room ends
AIRLESS = 1.0  # points between a column's edge and its text, where its air is at the right alone
ENOUGH = 0.55  # share of a cell that must be shaded for the colour to be its background


@dataclass(slots=True)
class Seen:
    """One cell's ink as it comes: characters in content order, marks, and fills in painting order.

    What it is settled to stays: `fill` is the colour of its background, None for paper; `cut` are words that may lack
    their last letters, unless the document has them whole. `tints` are fills over more than
    six tenths of the cell's width and less than nine tenths of its height, which leave room for others; `grounds` are
    fills that reach into a part of it.
    """

    span: Span
    box: Box
    tokens: list[Token] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    fills: list[tuple[str, float]] = field(default_factory=list)
    header: bool = False
    lines: list[Line] = field(default_factory=list)
    hidden: Sequence[Line] = ()
    glyphs: Sequence[Mark] = ()
    fill: str | None = None
    ink: int = 0
    node: str = ""
    doubt: str = ""
    cut: Sequence[str] = ()
    tints: list[Fill] = field(default_factory=list)
    grounds: list[Fill] = field(default_factory=list)

    def background(self) -> str | None:
        """The colour that covers most of the cell, None for paper. Later paint covers earlier paint."""
        share: dict[str, float] = {}
        for colour, part in self.fills:
            if part >= 1.0:
                share = {colour: 1.0}
            else:
                share[colour] = share.get(colour, 0.0) + part
        colour, part = max(share.items(), key=lambda item: item[1], default=("#ffffff", 0.0))
        return colour if part >= ENOUGH and not alike(colour, "#ffffff") else None

    def settle(self) -> None:
        """Turn characters into lines, and keep apart what is painted in the colour of its own background.

        The characters and fills themselves are let go: a page holds thousands, a document may have hundreds of pages.
        """
        self.fill = self.background()
        if self.tokens:
            self._settle_text()
        del self.tokens, self.fills, self.grounds

    def _settle_text(self) -> None:
        lost = self.lost_on(self.fill)
        shown = self.tokens
        if lost:
            hidden = [c for c in self.tokens if c.style.colour in lost and not self._stands_out(c)]
            unseen = set(map(id, hidden))
            shown = [c for c in self.tokens if id(c) not in unseen]
            self.hidden = printed.lines_of(hidden)
        self.lines = pills.lines_of(shown, self.marks) if self.marks else printed.lines_of(shown)
        self.glyphs = tuple(printed.marks_of(shown))
        self.ink = sum([len(token.text) for token in self.tokens if not token.text.isspace()])

    def lost_on(self, ground: str | None) -> set[str]:
        """The colours of its text that no reader can tell from its background's, None for paper."""
        colours = {token.style.colour for token in self.tokens}
        return {colour for colour in colours if alike(colour, ground or "#ffffff")}

    def _stands_out(self, token: Token) -> bool:
        """True for a character on a coloured sign, or on the ground of a part of its cell: white words on a pill can
        be read."""
        x, y = token.box.centre
        if any(m.seen != "glyph" and m.box.grown(1).holds(x, y) for m in self.marks):
            return True
        under = next((f.colour for f in reversed(self.grounds) if f.box.holds(x, y)), token.style.colour)
        return not alike(under, token.style.colour)


@dataclass(slots=True)
class SeenTable:
    """A grid with its cells' ink, before its text is joined."""

    page: int
    grid: Grid
    reader: str
    cells: list[Seen]
    node: str = ""
    row_nodes: tuple[str, ...] = ()
    agreement: float | None = None
    differences: tuple[Difference, ...] = ()

    def worthwhile(self) -> bool:
        """A frame around one text is no table, nor is a grid without text, as swatches one below the other are."""
        return len(self.cells) > 1 and any(not t.text.isspace() for seen in self.cells for t in seen.tokens)

    def settle(self) -> None:
        for seen in self.cells:
            seen.settle()

    def grid_rows(self) -> int:
        return len(self.grid.ys) - 1

    def texts(self) -> list[list[Line]]:
        return [seen.lines for seen in self.cells]

    def table(self, lexicon: Lexicon) -> Table:
        """The finished table, its text joined with the document's own words at hand."""
        usual = airs.usual(self.texts(), lexicon.spacing)
        ends = self._ends()
        cells = tuple(_cell(seen, lexicon, usual, ends.get(seen.span.col)) for seen in self.cells)
        return Table(
            self.page,
            self.grid.box,
            self.reader,
            self.grid.xs,
            self.grid.ys,
            cells,
            self.node,
            self.row_nodes,
            self.agreement,
            self.grid.doubt,
            self.differences,
        )

    def _ends(self) -> dict[int, float]:
        """Where the longest lines of columns end that have several in a cell, in a table without upright rules."""
        ends: dict[int, float] = {}
        if self.reader == "unruled":
            for seen in self.cells:
                if len(seen.lines) > 1 and seen.span.col_span == 1:
                    ends[seen.span.col] = max(ends.get(seen.span.col, 0.0), *(ln.box.x1 for ln in seen.lines))
        return ends


def held_by(tables: Iterable[SeenTable]) -> set[int]:
    """The identities of the characters that cells of the tables hold."""
    return set[int]().union(*(map(id, seen.tokens) for table in tables for seen in table.cells))


def _cell(seen: Seen, lexicon: Lexicon, usual: float, end: float | None = None) -> Cell:
    return Cell(
        row=seen.span.row,
        col=seen.span.col,
        row_span=seen.span.row_span,
        col_span=seen.span.col_span,
        text=wording.flow(seen.lines, lexicon, usual, _room(seen, end)),
        box=seen.box,
        lines=tuple(seen.lines),
        marks=(*sign_runs.joined(one_sign(seen.marks)), *seen.glyphs),
        fill=seen.fill,
        header=seen.header,
        chars=seen.ink,
        hidden=wording.flow(seen.hidden, lexicon),
        node=seen.node,
        doubt=seen.doubt or (CUT_OFF if not all(map(lexicon.knows, seen.cut)) else ""),
    )


def _room(seen: Seen, end: float | None) -> float | None:
    """The right edge for text in a cell: as far from its rule as the text's left edge is from the other. Where that has
    no air, the other's is not known: the column's longest lines end there, if they come near its edge.
    """
    if not seen.lines:
        return None
    air = max(0.0, min([line.box.x0 for line in seen.lines]) - seen.box.x0)
    if end is None or air >= AIRLESS or end - seen.box.x0 < NEAR_EDGE * seen.box.width:
        return seen.box.x1 - air
    return min(seen.box.x1 - air, end)


def one_sign(marks: list[Mark]) -> list[Mark]:
    """Marks that overlap are parts of one sign: a tick in a circle, an icon of several paths.

    A square painted over a sign hides it: software paints a colour over the one that stood there before, and a colour
    over the picture of its shadow.
    """
    joined: list[Mark] = []
    for mark in marks:
        twin = next((k for k, m in enumerate(joined) if _is_part(mark, m)), None)
        if twin is None:
            joined.append(mark)
            continue
        old = joined[twin]
        if (mark.identity == "square" and _covers(mark.box, old.box)) or _is_shadow(old, mark):
            joined[twin] = mark
            continue
        if _is_shadow(mark, old):
            continue
        main = max(old, mark, key=lambda m: m.box.area)
        identity, alt = f"{old.identity}+{mark.identity}", main.alt or old.alt or mark.alt
        joined[twin] = Mark(main.seen, main.shape, main.colour, identity, union((old.box, mark.box)), alt)
    return joined


def _is_part(mark: Mark, other: Mark) -> bool:
    """True for marks that share area or touch; swatches that touch stand side by side, an entry of a key each, and a
    picture that a shape touches is the shadow of what stands beside it."""
    if _are_apart(mark.box, other.box):
        return False
    shared = mark.box.overlap(other.box) > TOUCHING * min(mark.box.area, other.box.area)
    if mark.identity == other.identity == "square" or (
        {mark.seen, other.seen} == {"picture", "shape"} and not shared
    ):
        return shared
    return not (_are_neighbours(mark, other) or _frames(mark, other) or _frames(other, mark))


def _are_apart(one: Box, other: Box) -> bool:
    """True for two boxes with paper between them. Of a sheet's thousands of tints most are; no box is made to tell."""
    return (
        other.x0 - TOUCH >= one.x1
        or one.x0 >= other.x1 + TOUCH
        or other.top - TOUCH >= one.bottom
        or one.top >= other.bottom + TOUCH
    )


def _frames(mark: Mark, other: Mark) -> bool:
    """True for the border of a card, which is no part of the signs on it."""
    tall = mark.seen == "shape" and mark.box.height > FRAME
    return tall and mark.box.area > FRAMED * other.box.area


def _are_neighbours(mark: Mark, other: Mark) -> bool:
    """True for two badges of one form and height and of two colours that touch or run a little into each other, or two
    small pictures: lines of a key set close."""
    if mark.seen == other.seen == "picture":
        return _are_stacked(mark.box, other.box)
    if mark.shape != other.shape or mark.shape not in BADGES or mark.colour == other.colour:
        return False
    a, b = mark.box, other.box
    alike = abs(a.height - b.height) <= LIKE * max(a.height, b.height)
    return alike and a.overlap(b) <= CLOSE * min(a.area, b.area)


def _are_stacked(a: Box, b: Box) -> bool:
    """True for two boxes of one size, about as wide as high, that stand below each other: emoji of lines whose height
    is less than theirs. The strips that a program cuts a picture into are wider than high."""
    sizes = ((a.width, b.width), (a.height, b.height), (a.width, a.height))
    alike = all(
        abs(one - two) <= share * max(one, two)
        for (one, two), share in zip(sizes, (LIKE, LIKE, SQUARE), strict=True)
    )
    return alike and abs(a.x0 - b.x0) <= LIKE * a.width and a.overlap(b) <= CLOSE * min(a.area, b.area)


def _is_shadow(mark: Mark, above: Mark) -> bool:
    """True for a picture without colour, most of which a coloured shape hides."""
    if mark.seen != "picture" or above.seen != "shape" or above.colour is None or is_grey(above.colour):
        return False
    hidden = mark.box.overlap(above.box) > MOST_OF_SHADOW * mark.box.area
    return hidden and (mark.colour is None or is_grey(mark.colour))


def is_grey(colour: str) -> bool:
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return max(red, green, blue) - min(red, green, blue) <= SAME_COLOUR


def _covers(box: Box, other: Box) -> bool:
    wide = box.grown(0.5)
    return wide.holds(other.x0, other.top) and wide.holds(other.x1, other.bottom)


@lru_cache(maxsize=4096)
def alike(a: str, b: str) -> bool:
    """True for colours that a reader cannot tell apart."""
    return all(abs(int(a[k : k + 2], 16) - int(b[k : k + 2], 16)) <= SAME_COLOUR for k in (1, 3, 5))
