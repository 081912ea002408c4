"""Text that runs out of its cell: browsers and word processors cut the frame of a merged cell short and print on.

Text that was set in one go belongs where it begins. A line that follows a cell's last line at the cell's own leading,
in the cell's own width and size, is the cell's,
although a rule or the table's end stands between them. Spreadsheets print a long line on past the table's right edge.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median

from parsers.block import Line
from parsers.cells import collisions
from parsers.cells.cell import Seen, SeenTable
from parsers.geometry import Box, union
from parsers.page import Token
from parsers.text import airs
from parsers.text import lines as printed

SAME_LEADING = 0.12  # of the font size by which the air to the next line may differ from the cell's own
PARAGRAPH = (
    0.6  # of the font size: the most that the air above a paragraph of one cell is more than the leading
)
REACH = 200.0  # points below a table in which its text may go on
BESIDE = 2.0  # points that a line may stand out of its column
WORDS_APART = 0.6  # of the font size: a wider gap on one line is no blank between two words
BLANKS = 1.5  # times a blank's width: a wider gap in one go is the next cell's, though no wider than a blank may be
ABOVE = 0.2  # of a line's height that must stand above its cell to count as printed across the rule


class Runs:
    """The text of a page as it was set: which words go on with the word before them past the edge of its cell."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def goes_on(self, word: Token, more: Token, edge: float, *, spaced: bool) -> bool:
        """True where a token goes on with the word before it past their cell's right edge, `edge` in points.

        Both were set in one go, or one of them crosses the edge and a blank is printed between them (`spaced`).
        """
        size, gap = word.style.size, more.box.x0 - word.box.x1
        if word.style.turn or more.style.turn or abs(word.box.top - more.box.top) > SAME_LEADING * size:
            return False
        if more.text == " ":
            return abs(gap) < SAME_LEADING * size
        if not -SAME_LEADING * size < gap < WORDS_APART * size:
            return False
        if more.run and more.run == word.run:
            return more.run not in self._gapped
        past = collisions.PAST * size
        crosses = word.box.x1 > edge + past or more.box.x0 + past < edge < more.box.x1 - past
        return spaced and more.style is word.style and crosses

    @cached_property
    def _gapped(self) -> set[int]:
        """Runs with a gap inside that is no blank: some producers set the texts of several cells in one go.

        No gap is a blank that is wider than any, or than the other blanks of its run, which one line spaces alike;
        where there are no others, than most of the page's.
        """
        gaps: dict[int, list[float]] = defaultdict(list)
        blanks = list[float]()
        for a, b in pairwise([t for t in self.tokens if t.text != " "]):
            gap = (b.box.x0 - a.box.x1) / a.style.size
            if gap > SAME_LEADING and a.box.top == b.box.top:
                if b.run and a.run == b.run:
                    gaps[b.run].append(gap)
                if gap < WORDS_APART:
                    blanks.append(gap)
        most = median(blanks) if blanks else WORDS_APART
        return {
            run
            for run, wide in gaps.items()
            if max(wide) > min(WORDS_APART, BLANKS * (min(wide) if len(wide) > 1 else most))
        }


def returned(tables: Sequence[SeenTable], tokens: Sequence[Token]) -> list[Token]:
    """Give text back to the cells that it runs out of; the characters that belong to no table are left."""
    left = list(tokens)
    heights = sorted([token.box.centre[1] for token in tokens])
    for table in tables:
        usual = airs.usual(table.texts())
        _across_rules(table, usual)
        for seen in table.cells:
            if seen.lines and seen.span.row + seen.span.row_span == table.grid_rows():
                left = _below(seen, left, usual)
            if seen.lines and seen.span.col + seen.span.col_span == len(table.grid.xs) - 1:
                left = _beyond(seen, left) if _is_level(seen, heights) else left
        collisions.doubt(table)
    return left


def _below(seen: Seen, tokens: list[Token], usual: float) -> list[Token]:
    """Take the lines that go on below a cell at the table's foot."""
    near = [c for c in tokens if 0 < c.box.bottom - seen.box.bottom < REACH and _beside(seen, c.box)]
    for line in printed.lines_of(near):
        follows = _follows(seen, line, usual) or _opens_paragraph(seen, line, usual)
        if not follows or any(_crosses(seen, line, c) for c in tokens):
            break
        place = line.box.grown(0.1)
        own = [c for c in near if place.holds(*c.box.centre)]
        ink = len(line.text.replace(" ", ""))
        if sum(len(c.text) for c in own if not c.text.isspace()) != ink:
            break  # another text is printed over it
        seen.lines.append(line)
        seen.ink += ink
        taken = {id(c) for c in own}
        tokens = [c for c in tokens if id(c) not in taken]
    return tokens


def _is_level(seen: Seen, heights: Sequence[float]) -> bool:
    """True where one of these heights, in order, lies between the top of a cell's first line and its last's foot."""
    top, bottom = min([line.box.top for line in seen.lines]), max([line.box.bottom for line in seen.lines])
    k = bisect_right(heights, top)
    return k < len(heights) and heights[k] < bottom


def _beyond(seen: Seen, tokens: list[Token]) -> list[Token]:
    """Take the words with which a cell's lines go on past the table's right edge; the first begins in the cell."""
    for k, line in enumerate(seen.lines):
        end, rest = line.box.x1, list[Token]()
        for token in sorted((t for t in tokens if _on(line, t)), key=lambda t: t.box.x0):
            if token.box.x0 - end > WORDS_APART * line.size or (not rest and token.box.x0 >= seen.box.x1):
                break
            rest.append(token)
            end = token.box.x1
        for more in printed.lines_of(rest):
            apart = (
                line.spaced or rest[0].text.isspace() or more.box.x0 - line.box.x1 > printed.GAP * line.size
            )
            blank = " " if apart else ""
            text = f"{line.text}{blank}{more.text}"
            line = seen.lines[k] = line._replace(text=text, box=union((line.box, more.box)))
            seen.ink += len(more.text.replace(" ", ""))
            taken = {id(t) for t in rest}
            tokens = [t for t in tokens if id(t) not in taken]
    return tokens


def _on(line: Line, token: Token) -> bool:
    """True for a character to the right of a line, on it and as large."""
    middle = line.box.top < token.box.centre[1] < line.box.bottom
    return middle and token.box.centre[0] > line.box.x1 and abs(token.style.size - line.size) < 0.3


def _beside(seen: Seen, box: Box) -> bool:
    return seen.box.x0 < (box.x0 + box.x1) / 2 < seen.box.x1


def _crosses(seen: Seen, line: Line, token: Token) -> bool:
    """True for a character on the line that stands on the column's edge: the text is wider than the column."""
    on_edge = any(token.box.x0 < edge < token.box.x1 for edge in (seen.box.x0, seen.box.x1))
    return on_edge and line.box.top < token.box.centre[1] < line.box.bottom and not token.text.isspace()


def _across_rules(table: SeenTable, usual: float) -> None:
    """Move lines that a rule runs through up to the cell that they continue."""
    for seen in table.cells:
        if not seen.lines or seen.box.top - seen.lines[0].box.top < ABOVE * seen.lines[0].size:
            continue
        line = seen.lines[0]
        home = next(
            (s for s in table.cells if s is not seen and _ends_at(s, seen) and _follows(s, line, usual)), None
        )
        if home is not None:
            home.lines.append(line)
            seen.lines.pop(0)
            ink = len(line.text.replace(" ", ""))
            home.ink, seen.ink = home.ink + ink, seen.ink - ink


def _ends_at(above: Seen, below: Seen) -> bool:
    return above.span.row + above.span.row_span == below.span.row


def _follows(seen: Seen, line: Line, usual: float) -> bool:
    if not seen.lines:
        return False
    return _is_like(seen, line) and abs(airs.air(seen.lines[-1], line) - usual) <= SAME_LEADING


def _opens_paragraph(seen: Seen, line: Line, usual: float) -> bool:
    """True for a line a little below the last one of a cell that runs out of it already, and flush with it."""
    if not seen.lines or seen.lines[-1].box.bottom < seen.box.bottom:
        return False
    last = seen.lines[-1]
    flush = abs(last.box.x0 - line.box.x0) <= BESIDE
    return flush and _is_like(seen, line) and usual < airs.air(last, line) <= usual + PARAGRAPH


def _is_like(seen: Seen, line: Line) -> bool:
    """True for a line inside a cell's width that is set as its last one."""
    last = seen.lines[-1]
    inside = line.box.x0 >= seen.box.x0 - BESIDE and line.box.x1 <= seen.box.x1 + BESIDE
    return inside and abs(last.size - line.size) < 0.3 and last.bold == line.bold
