"""Tokens to printed lines, and the signs among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from math import inf
from operator import attrgetter

from parsers import glyphs
from parsers.block import Line, Mark
from parsers.geometry import Box, union
from parsers.page import Style, Token
from parsers.text import raised, sign_runs

GAP = 0.22  # of the font size: a wider gap between two characters is a blank that was never printed
WORDS_APART = (
    0.15  # of the font size: a gap between two words, set in a squeezed line; between letters it is a jump
)
SIGNS = 3  # parts of a line that signs part; two may be a value and its direction
LETTERS = 3  # of a token that is a word, not a part of one
UNSEEN = 0.05  # of the font size: a gap that no reader sees
STANDS_ON = 0.3  # of the font size: letters that share more width than this cannot be read
LARGER = 1.6  # times the height of letters that do not belong to the line of large ones
BELOW = 2  # lines beside one of large letters
SAME_LINE = 0.4  # of the line's height: how far a character's middle may lie off the line's own
INNER = "◦"  # opens an item of a list inside another
FROM_THE_LEFT = attrgetter("box.x0")  # the order of a line's tokens

_new = tuple.__new__  # a named tuple for half of what its own constructor costs: a page makes thousands


def lines_of(tokens: Iterable[Token]) -> list[Line]:
    """Printed lines from the top down, left to right; text turned on its side comes after upright text."""
    return [line(row) for row in rows_of(tokens)]


def lines_between(tokens: Iterable[Token], signs: Sequence[Box]) -> list[Line]:
    """Printed lines as `lines_of`, each parted where several signs stand among its words: a key in one line."""
    return [line(part) for row in rows_of(tokens) for part in _between(row, signs)]


def _between(row: list[Token], signs: Sequence[Box]) -> list[list[Token]]:
    parts: list[list[Token]] = []
    blanks: list[Token] = []
    last: Token | None = None
    for token in row:
        if token.text.isspace():
            blanks.append(token)
            continue
        x0, top, _, bottom = token.box
        apart = last and any(
            last.box.x1 - 1 <= s.centre[0] <= x0 + 1 and top <= s.centre[1] <= bottom for s in signs
        )
        if last is None or apart:
            parts.append([])
        parts[-1] += [*blanks, token]
        blanks = []
        last = token
    if len(parts) < SIGNS or any(token.style.turn for token in row):
        return [row]
    parts[-1] += blanks
    return parts


def rows_of(tokens: Iterable[Token]) -> list[list[Token]]:
    """The characters of each printed line in reading order; lines of blanks are left out."""
    tokens = list(tokens)
    if len(tokens) == 1:
        return [] if tokens[0].text.isspace() else [tokens]
    styles = {id(style): style for _, _, style, _ in tokens}
    turns = sorted({style.turn for style in styles.values()})
    if turns == [0] and len(styles) == 1:
        rows = _gathered(tokens)  # as in most cells: nothing stands raised, for all is of one size
    elif len(turns) == 1:
        rows = _turned_rows(tokens, turns[0])
    else:
        parts = (([t for t in tokens if t.style.turn == turn], turn) for turn in turns)
        rows = [row for part, turn in parts for row in _turned_rows(part, turn)]
    return [row for row in rows if _is_inked(row)]


def _is_inked(row: Sequence[Token]) -> bool:
    return not row[0].text.isspace() or any(not token.text.isspace() for token in row)


def line(row: Sequence[Token]) -> Line:
    """Characters of one printed line, in reading order, as a line."""
    if len(row) == 1:
        return _of_one(row[0])
    turn = row[0].style.turn
    upright = row if not turn else [c._replace(box=_turned(c.box, turn)) for c in row]
    return _line(upright, (4 - turn) % 4)


def _of_one(token: Token) -> Line:
    """The line that one token is, as every fourth line is one."""
    text, box, style, _ = token
    return _new(
        Line,
        (" ".join(text.split()), box, style.size, style.bold, style.colour, False, False, "", False),
    )


def _turned_rows(tokens: list[Token], turn: int) -> list[list[Token]]:
    """Rows of text that reads in one direction, in their places on the page."""
    if not turn:
        return _rows(tokens)
    upright = [c._replace(box=_turned(c.box, turn)) for c in tokens]
    return [[c._replace(box=_turned(c.box, (4 - turn) % 4)) for c in row] for row in _rows(upright)]


def _turned(box: Box, turn: int) -> Box:
    """The box in a frame that is turned so that the text reads left to right (turn) or back again (4 - turn)."""
    if turn == 0:
        return box
    if turn == 1:
        return Box(box.top, -box.x1, box.bottom, -box.x0)
    if turn == 2:
        return Box(-box.x1, -box.bottom, -box.x0, -box.top)
    return Box(-box.bottom, box.x0, -box.top, box.x1)


def _rows(tokens: list[Token]) -> list[list[Token]]:
    """Characters gathered by line, what is raised behind its word."""
    return raised.put_back(_gathered(tokens))


def _gathered(tokens: list[Token]) -> list[list[Token]]:
    """Characters gathered by line, each line sorted from left to right."""
    rows: list[list[Token]] = []
    mixed: list[list[Token]] = []
    top = bottom = 0.0
    runs = _level_runs(tokens)
    if len(runs) > 1:
        runs.sort(key=lambda r: r[0].box.top + r[0].box.bottom)
    for run in runs:
        box = run[0].box
        middle = (box.top + box.bottom) / 2
        if rows and abs(middle - (top + bottom) / 2) <= SAME_LINE * max(bottom - top, box.height):
            rows[-1].extend(run)
            if box.height > LARGER * (bottom - top) or bottom - top > LARGER * box.height:
                mixed.append(rows[-1])
            if box.height > bottom - top and _is_inked(run):
                top, bottom = box.top, box.bottom
        else:
            rows.append(run)
            top, bottom = box.top, box.bottom
    if mixed:
        ids = {id(row) for row in mixed}
        rows = [part for row in rows for part in (_abreast(row) if id(row) in ids else [row])]
    for row in rows:
        if len(row) > 1:
            row.sort(key=FROM_THE_LEFT)
    return rows


def _abreast(row: list[Token]) -> list[list[Token]]:
    """A line of large letters and the small ones beside it, as two lines below each other where they are; else as one:
    a title, and a key of two lines at its right."""
    high = max(token.box.height for token in row)
    small = [token for token in row if LARGER * token.box.height < high]
    large = [token for token in row if LARGER * token.box.height >= high]
    end = max(token.box.x1 for token in large)
    lines = _gathered(small) if min(token.box.x0 for token in small) > end else []
    spans = [(min(t.box.x0 for t in own), max(t.box.x1 for t in own)) for own in lines if _is_inked(own)]
    if len(spans) < BELOW or not all(a[0] < b[1] and b[0] < a[1] for a, b in pairwise(spans)):
        return [row]
    return [large, *lines]


def _level_runs(tokens: Iterable[Token]) -> list[list[Token]]:
    """Characters that follow each other in the file at one height: far fewer than characters."""
    runs: list[list[Token]] = []
    top = bottom = None
    for token in tokens:
        box = token.box
        if box.top == top and box.bottom == bottom:
            runs[-1].append(token)
        else:
            runs.append([token])
            top, bottom = box.top, box.bottom
    return runs


def _line(row: Sequence[Token], back: int) -> Line:
    inked = [c for c in row if not c.text.isspace()]
    main = _main_style(inked)
    box = union([token.box for token in inked])
    last, _, _, run = row[-1]
    return _new(
        Line,
        (
            _text(row),
            _turned(box, back) if back else box,
            main.size,
            main.bold,
            main.colour,
            last.isspace() and run != 0,  # without a run: a gap, up to the next cell's text
            _is_crowded(inked),
            _label(row, inked),
            inked[-1].text == "-" and inked[-1].run != inked[-2:][0].run,
        ),
    )


def _label(row: Sequence[Token], inked: Sequence[Token]) -> str:
    """The words that open a line in bold; "" where none do or all are."""
    if not inked[0].style.bold or all(c.style.bold for c in inked):
        return ""
    return _text(list(takewhile(lambda c: c.style.bold or c.text.isspace(), row)))


def _is_crowded(inked: Sequence[Token]) -> bool:
    """True where words stand on each other, as where two cells' texts run into one another.

    Accents that are set apart stand on their letters, a letter that is set twice is bold, and the letters of a
    ligature share its box.
    """
    end, before = -inf, inked[0]
    for token in inked:
        box = token.box
        if box.x0 < end and box.x0 < end - STANDS_ON * token.style.size and _are_two_words(before, token):
            return True
        end, before = box.x1, token
    return False


def _are_two_words(a: Token, b: Token) -> bool:
    return a.box != b.box and a.text != b.text and a.text[-1].isalnum() and b.text[0].isalnum()


def _main_style(inked: Sequence[Token]) -> Style:
    """The style of most characters; runs share one object, so identity tells them apart."""
    if len({id(token.style) for token in inked}) == 1:
        return inked[0].style
    styles = {id(token.style): token.style for token in inked}
    tally = Counter(id(c.style) for c in inked)
    return styles[tally.most_common(1)[0][0]]


def _text(row: Sequence[Token]) -> str:
    """The line's text; a sign of a list becomes `• ` unless it tells an inner one, a gap that nobody printed a blank.

    A blank that is printed without a gap is none: typesetters move letters that stand too far apart over one. Nor is
    one that PDFium supposes between letters that follow each other in the file, where another letter stands in it.
    """
    out: list[str] = []
    end = inked = row[0].box.x0
    size, set_in = 0.0, None
    for k, (text, (x0, _, x1, _), style, _) in enumerate(row):
        if style is not set_in:
            size, set_in = style.size, style
        if text == " " or text.isspace():
            if x1 > x0 and k + 1 < len(row) and row[k + 1].box.x0 < x1 - UNSEEN * size:
                continue
            out.append(" ")
            end = x1
            continue
        gap = x0 - end
        if gap > GAP * size or (gap > WORDS_APART * size and k and _are_words(row[k - 1].text, text)):
            out.append(" ")
        elif out and out[-1] == " " and abs(x0 - inked) < UNSEEN * size:
            out.pop()
        first = len(text) == 1 < len(row) and (not out or out == [" "])
        if first and glyphs.opens_item(text, style.font) and _followed(row, k):
            text = f"{text} " if text == INNER else "• "
        out.append(text)
        end = inked = x1 if x1 > end else end
    return " ".join("".join(out).split())


def _are_words(text: str, more: str) -> bool:
    return min(len(text), len(more)) >= LETTERS and text.isalpha() and more.isalpha()


def _followed(row: Sequence[Token], k: int) -> bool:
    """True where text stands apart behind the sign, as in a list."""
    rest = [c for c in row[k + 1 :] if not c.text.isspace()]
    return bool(rest) and (
        row[k + 1].text.isspace() or rest[0].box.x0 - row[k].box.x1 > GAP * rest[0].style.size
    )


def marks_of(tokens: Sequence[Token]) -> list[Mark]:
    """Signs among characters: glyphs of symbol fonts and symbols of Unicode, bullets of lists left out."""
    return sign_runs.joined(
        [
            Mark("glyph", s.shape, s.colour or c.style.colour, f"{c.style.font}:{c.text}", c.box)
            for c, s in glyphs.signs(tokens)
            if s.shape != "bullet"
        ]
    )
