"""Tokens to phrases: what stands together on one printed line, as the columns of a table keep it apart."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.page import Style, Token

#: of the font size: blanks inside a phrase are narrower, also in justified text of the usual measure
BLANK = 0.62
DRAWN = 0.4  # of the font size: wider than a blank, where a piece of a rule ends
LEAST = 0.1  # of the font size: the least between two texts that no blank parts
TIGHT = 0.25  # of the font size: the least between a full line and the next column's text
#: a line with several gaps, most of them narrow and alike, up to a share: these are its blanks, wherever they stand
SEVERAL, MOST, NARROW, UNEVEN = 4, 0.7, 0.34, 0.1
FEW = 3  # words of a line whose gaps are all alike
SAME_ROW = 0.4  # of the font size that the middles of words of one line may differ
SAME_START = 0.75  # points between the left edges of lines that are set flush
FLUSH = 3  # lines that begin at one place make it an edge of text
HANGING = 2.2  # of the font size: the most between a list's sign and its text
TYPED = 0.6  # of the font size: the width of every character of a typewriter's fonts
POINTS = "•–·▪◦"  # that are seldom anything but a list's
BULLETS = "•●▪■○◦–-·\uf0b7\uf0a7"


class Setting(NamedTuple):
    """How a phrase is set: `size` in points."""

    font: str
    size: float
    bold: bool
    colour: str


class Phrase(NamedTuple):
    """Words of one line without a gap: left, right, top and bottom in points, and how it is set.

    `text` has no blanks; `first` is where the first word ends, 0 for a phrase of one word. `run` is alike for words
    that the producer set in one go, 0 where that is not known; `spaced` tells that a blank is printed before the text.
    `words` are its words where it has several.
    """

    x0: float
    x1: float
    top: float
    bottom: float
    text: str
    style: Setting
    first: float = 0.0
    run: int = 0
    spaced: bool = False
    words: tuple[Phrase, ...] = ()

    @property
    def size(self) -> float:
        return self.style.size

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Row = list[Phrase]

_new = tuple.__new__  # a named tuple for half of what its own constructor costs: a page makes thousands


def rows(
    tokens: Iterable[Token],
    ends: Sequence[float] = (),
    starts: Sequence[float] = (),
    signs: Container[str] | None = None,
) -> list[Row]:
    """Printed lines from the top down, each a list of phrases from left to right. Turned text is left out.

    `ends` are places where pieces of rules end: between two phrases a narrow gap is enough there. `starts` are where
    the columns of the page before begin: a text that is set in another go there is the next column's. `signs` are the
    page's `colours_of_signs` where these are a part's tokens.
    """
    words = _words(tokens)
    lines = _lines(words)
    known = sorted(starts)
    signs = _colours_of_signs(words) if signs is None else signs
    loose = [_joined(line, (), ends, known, signs) for line in lines]
    begins = Counter(round(p.x0) for line in loose for p in line)
    edges = [
        p.x0 for line in loose for p in line[1:]
        if sum(begins[round(p.x0) + k] for k in (-1, 0, 1)) >= FLUSH
    ]  # fmt: skip
    flush = sorted({round(x, 1) for x in edges})
    return [_joined(line, flush, ends, known, signs) for line in lines] if flush else loose


def _words(tokens: Iterable[Token]) -> list[Phrase]:
    words: list[Phrase] = []
    style: Style | None = None
    text, x0, x1, top, bottom, size, setting = "", 0.0, 0.0, 0.0, 0.0, 0.0, Setting("", 0.0, False, "")
    run, blank, spaced = 0, False, False
    for word, (left, upper, right, lower), now, own in tokens:
        if word.isspace():
            blank = True
            continue
        if now is style and upper == top and -0.5 * size < left - x1 < 0.1 * size:
            text += word
            x1 = right if right > x1 else x1
            blank = False
            continue
        if style is not None:
            words.append(_new(Phrase, (x0, x1, top, bottom, text, setting, 0.0, run, spaced, ())))
        if now.hidden or now.turn:
            style = None
            continue
        if now is not style:
            size, setting = now.size, Setting(now.font, now.size, now.bold, now.colour)
        text, x0, x1, top, bottom, style = word, left, right, upper, lower, now
        run, spaced, blank = own, blank, False
    if style is not None:
        words.append(_new(Phrase, (x0, x1, top, bottom, text, setting, 0.0, run, spaced, ())))
    return words


def _lines(words: Sequence[Phrase]) -> list[Row]:
    lines: list[Row] = []
    middle = size = 0.0
    for word in sorted(words, key=lambda w: w.middle):
        if lines and abs(word.middle - middle) <= SAME_ROW * max(size, word.size):
            lines[-1].append(word)
            if word.size > size:
                middle, size = word.middle, word.size
        else:
            lines.append([word])
            middle, size = word.middle, word.size
    return [sorted(line) for line in lines]


def colours_of_signs(tokens: Iterable[Token]) -> set[str]:
    """The colours of a page's signs that open no texts of a list; a part of the page may have one of them alone."""
    return _colours_of_signs(_words(tokens))


def _colours_of_signs(words: Sequence[Phrase]) -> set[str]:
    """The colours of signs that are no list's: they have several, none of them a text's."""
    signs = {word.style.colour for word in words if is_sign(word.text) and word.text not in POINTS}
    own = signs - {word.style.colour for word in words if len(word.text) > 1} if len(signs) > 1 else signs
    return own if len(own) > 1 else set()


def is_sign(text: str) -> bool:
    """True for one character that is neither a letter, a figure nor a mark of ASCII."""
    return len(text) == 1 and not text.isascii() and not text.isalnum()


def _joined(
    words: Sequence[Phrase],
    flush: Sequence[float],
    ends: Sequence[float],
    known: Sequence[float],
    signs: Container[str] = (),
) -> Row:
    """Phrases of one line: a gap parts them that is wide, or that lies at a rule's end or where other lines begin and
    is no blank of a text that was set in one go."""
    groups: list[Row] = [[words[0]]]
    end = words[0].x1
    blank = _usual_blank(words)
    for word in words[1:]:
        group, gap, size = groups[-1], word.x0 - end, word.style.size
        sign = len(group) == 1 and group[0].text in BULLETS and gap < HANGING * size
        listed = sign and not (groups[1:] and _is_amount(word.text)) and group[0].style.colour not in signs
        if not (known and _begins_known(group, word, known)) and (
            listed
            or (gap <= max(TIGHT * size, blank) and not _is_set_apart(group, word, flush))
            or _is_blank(group[-1], word, words)
            or (0 < word.run == group[-1].run and gap <= NARROW * size)
            or not _apart(end, word.x0, size, flush, ends)
        ):
            group.append(word)
        else:
            groups.append([word])
            end = word.x1
        end = max(end, word.x1)
    return [phrase(group) for group in groups]


def _usual_blank(words: Sequence[Phrase]) -> float:
    """The widest blank between words of a line most of whose gaps, of a few all, are alike and as narrow; else 0."""
    if len(words) < FEW:
        return 0.0
    gaps = sorted([b.x0 - a.x1 for a, b in pairwise(words)])
    usual = gaps[len(gaps) // 2]
    alike = sum(abs(gap - usual) <= UNEVEN * usual for gap in gaps)
    narrow = 0 < usual <= NARROW * words[0].size and alike >= (MOST if len(words) > SEVERAL else 1) * len(
        gaps
    )
    return (1 + UNEVEN) * usual if narrow else 0.0


def _apart(end: float, start: float, size: float, flush: Sequence[float], ends: Sequence[float]) -> bool:
    gap = start - end
    if gap > BLANK * size:
        return True
    if gap > DRAWN * size and bisect_right(ends, end) < bisect_right(ends, start):
        return True
    return _begins_flush(start, flush)


def _is_set_apart(group: Row, word: Phrase, flush: Sequence[float]) -> bool:
    """True for a word where other lines begin without a blank printed before it, as one is between those before it: a
    sheet's text may end right at its cell's edge."""
    if not flush or len(group) < 2 or word.spaced or word.x0 - group[-1].x1 < LEAST * word.style.size:
        return False
    return all(other.spaced for other in group[1:]) and _begins_flush(word.x0, flush)


def _begins_known(group: Row, word: Phrase, known: Sequence[float]) -> bool:
    """True for a word at a known column's start that is set as those before it, but in another go than they all, or
    unlike the one before it, with more than a blank between them: a date beside a status in bold on its column's
    middle."""
    gap, size = word.x0 - group[-1].x1, word.style.size
    if not _begins_flush(word.x0, known) or gap < LEAST * size:
        return False
    first = group[0]
    if 0 < word.run == first.run:
        return False
    if word.style != first.style:
        return len(group) == 1 and gap > DRAWN * size and not (first.text in BULLETS or is_sign(first.text))
    return word.run > 0 and len(group) > 1 and all(0 < other.run == first.run for other in group)


def _begins_flush(start: float, flush: Sequence[float]) -> bool:
    return bisect_right(flush, start - SAME_START) < bisect_right(flush, start + SAME_START)


def _is_amount(text: str) -> bool:
    """True for a figure or what stands for one: a dash before it stands for none in the column before."""
    return text[0] not in BULLETS and not text[0].isalpha()


def _is_blank(word: Phrase, following: Phrase, line: Sequence[Phrase]) -> bool:
    """True for one blank of a typewriter's fonts, whose letters are as wide as their blanks: all words of the line that
    are set in them are as wide as they have letters. Two of another font may be so by chance."""
    if following.x0 - word.x1 >= 1.3 * TYPED * word.size:
        return False
    if not (_is_typed(word) and _is_typed(following)):
        return False
    fonts = (word.style.font, following.style.font)
    return all(_is_typed(other) for other in line if other.style.font in fonts)


def _is_typed(word: Phrase) -> bool:
    wide = TYPED * word.size
    return abs(word.x1 - word.x0 - wide * len(word.text)) < 0.2 * wide


def phrase(words: Row) -> Phrase:
    """The phrase of some words from left to right."""
    if len(words) == 1:
        return words[0]
    x0, x1, top, bottom, text, style, _, run, spaced, _ = zip(*words, strict=True)
    box = x0[0], max(x1), min(top), max(bottom)
    return _new(Phrase, (*box, "".join(text), style[0], x1[0], run[0], spaced[0], tuple(words)))


def column_of(one: Phrase, xs: Sequence[float]) -> int:
    """The column between edges in which a phrase's middle lies, the outer one beside them."""
    return min(max(bisect_right(xs, (one.x0 + one.x1) / 2) - 1, 0), len(xs) - 2)


def strips(rows: Sequence[Row], crossings: int = 0) -> list[tuple[float, float]]:
    """Upright strips that no more than `crossings` lines cross, with text on both sides; left and right in points."""
    ends = sorted((x, step) for row in rows for p in row for x, step in ((p.x0, 1), (p.x1, -1)))
    found = []
    depth, opened = 0, None
    for x, step in ends:
        before, depth = depth, depth + step
        if before <= crossings < depth:
            if opened is not None and x > opened:
                found.append((opened, x))
        elif before > crossings >= depth:
            opened = x
    return found


def nearly_clear(lines: Sequence[Row], allowed: int) -> list[tuple[float, float]]:
    """Strips that no line crosses, and those that a few do, where no line's text stands in them."""
    clear = strips(lines)
    for a, b in strips(lines, allowed) if allowed else ():
        inside = any(a <= p.x0 and p.x1 <= b for row in lines for p in row)
        if not inside and not any(min(b, d) > max(a, c) for c, d in clear):
            clear.append((a, b))
    return sorted(clear)
