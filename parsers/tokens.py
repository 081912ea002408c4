"""The text of a page as tokens: PDFium is asked for the place of each word and the style of each text object."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from ctypes import addressof, c_ushort
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import clips, glyphs
from parsers.asking import loose_box, nameless, text_object
from parsers.geometry import Box
from parsers.page import Style, Token
from parsers.placing import Placing
from parsers.styles import Styles, font_of

SUPPOSED_GAP = 0.1  # of the font size: a gap that PDFium takes for a blank counts as one from here on
NO_MEANING = "\ufffd"  # a character of a font that does not say what its codes stand for
LINE_END_HYPHEN = "\x02"  # how PDFium reports a hyphen before a line break (U+FFFE in running text)
WIDEST_LETTER = 1.5  # of the font size: a word wider than this a letter has a jump inside
CLOSE = 0.1  # of the font size: letters of several objects that stand no further apart are one token
WORD = re.compile(r"[^\s\x00]+|[\s\x00]")
#: characters that may be signs, bullets or halves of one, which are read one by one
SIGN = re.compile("[\u00b7\u2022-\u2025\u2043\u204c-\u2052\u2190-\u2bff\u3000-\u303f\ud800-\uf8ff]")
ASCENT, DESCENT = 0.78, 0.22  # of the font size: a nominal height around the baseline


def read(text: pdfium.FPDF_TEXTPAGE, placing: Placing, paper: Box) -> Iterator[Token]:
    """Tokens in the order of the file: words as far as their letters stand close, else single characters.

    Blanks that stand in the file are kept; those that PDFium makes up only where a gap is seen.
    """
    reader = _Reader(text, placing)
    gap_before, end = False, 0.0
    for found in WORD.finditer(_letters(text)):
        if found[0].isspace():
            if pdfium.FPDFText_IsGenerated(text, found.start()) == 1:
                gap_before = True
            elif reader.run is not None:
                yield reader.seen(reader.blank(end))
            continue
        for word in reader.words(found[0], found.start()):
            size = word.style.size
            if gap_before and SUPPOSED_GAP * size < word.box.x0 - end < 2 * size:
                yield Token(" ", word.box._replace(x0=end, x1=word.box.x0), word.style)
            gap_before, end = False, word.box.x1
            word = reader.seen(word)
            yield word if _on(paper, word.box) else word._replace(style=word.style._replace(hidden=True))


def _letters(text: pdfium.FPDF_TEXTPAGE) -> str:
    """The page's text with one letter an index of PDFium's, halves of characters beyond the first plane apart."""
    count = pdfium.FPDFText_CountChars(text)
    buffer = (c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1 and 0 not in buffer[:count]:
        letters = "".join(map(chr, buffer[:count])).replace("\ufffe", LINE_END_HYPHEN)
    else:
        codes = (pdfium.FPDFText_GetUnicode(text, k) for k in range(count))
        letters = "".join(chr(code) if 0 < code < 0x110000 else NO_MEANING for code in codes)
    return _without_guesses(text, letters)


def _without_guesses(text: pdfium.FPDF_TEXTPAGE, letters: str) -> str:
    """The letters without those that PDFium makes up from the numbers of nameless glyphs.

    The letters of symbol fonts stay: they are read by their font's chart.
    """
    page = addressof(text.contents)
    guessed = [k for k, letter in enumerate(letters) if letter != " " and nameless(page, k) == 1]
    if not guessed:
        return letters
    kept = list(letters)
    for k in guessed:
        if not glyphs.in_symbols(font_of(text, k)[0]):
            kept[k] = NO_MEANING
    return "".join(kept)


def _on(paper: Box, box: Box) -> bool:
    return box.x1 > paper.x0 and box.x0 < paper.x1 and box.bottom > paper.top and box.top < paper.bottom


class _Run(NamedTuple):
    """What all characters of one text object share: style, and the top and bottom of its nominal height."""

    style: Style
    top: float
    bottom: float


class _Reader:
    """Asks PDFium for the place and style of words; `run` is the text object that was read last."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, placing: Placing) -> None:
        self.text, self.placing = addressof(text.contents), placing
        self.styles = Styles(text, placing)
        self.rect = pdfium.FS_RECTF()
        self.into = addressof(self.rect)
        self.object, self.run = None, None  # type: int | None, _Run | None
        self.window: clips.Window | None = (
            None  # through which the object is seen, None where nothing cuts it
        )

    def blank(self, at: float) -> Token:
        """A blank that is printed behind a word; it has no width of its own."""
        assert self.run is not None
        return Token(" ", Box(at, self.run.top, at, self.run.bottom), self.run.style, self.object or 0)

    def seen(self, token: Token) -> Token:
        """A token of the current text object as its window shows it."""
        return clips.cut(token, self.window) if self.window is not None else token

    def words(self, word: str, k: int) -> Iterator[Token]:
        """A word whole where one text object holds it, else what of it stands close together."""
        signs = SIGN.search(word)
        if not signs and self._enter(k) and self.run:
            style, box, last = self.run.style, self._box(k), k + len(word) - 1
            if last == k or text_object(self.text, last) == self.object:
                if last > k:
                    box = _around(box, self._box(last))
                jumps = box.width + box.height > WIDEST_LETTER * style.size * (len(word) + 1)
                if not jumps and not glyphs.in_symbols(style.font):
                    yield Token(word.replace(LINE_END_HYPHEN, "-"), box, style, self.object or 0)
                    return
        characters = list(self._characters(word, k))
        yield from characters if signs or _overprinted(characters) else _joined(characters)

    def _characters(self, word: str, k: int) -> Iterator[Token]:
        high = 0
        for at, letter in enumerate(word, k):
            if not self._enter(at) or self.run is None:
                continue
            code = ord(letter)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            yield Token(_rare(letter, high), self._box(at), self.run.style, self.object or 0)

    def _enter(self, k: int) -> bool:
        """Make the text object of a character the current one; False for one that PDFium made up."""
        owner = text_object(self.text, k)
        if owner is None:
            return False
        if owner != self.object:
            style, baseline = self.styles.of(k, owner)
            self.object, self.window = owner, clips.window(owner, self.placing)
            self.run = _Run(style.style, baseline - ASCENT * style.size, baseline + DESCENT * style.size)
        return True

    def _box(self, k: int) -> Box:
        """A character's advance by the nominal height of its run: fonts lie about their ascent."""
        loose_box(self.text, k, self.into)
        rect, run = self.rect, self.run
        x0, top, x1, bottom = self.placing.box(rect.left, rect.bottom, rect.right, rect.top)
        if run and run.style.turn == 0:
            _, top, bottom = run
        return Box(x0, top, x1, bottom)


def _around(first: Box, last: Box) -> Box:
    """The smallest box around two; made for every word, so by comparisons alone."""
    ax0, atop, ax1, abottom = first
    bx0, btop, bx1, bbottom = last
    return Box(
        ax0 if ax0 < bx0 else bx0,
        atop if atop < btop else btop,
        ax1 if ax1 > bx1 else bx1,
        abottom if abottom > bbottom else bbottom,
    )


def _overprinted(characters: Sequence[Token]) -> bool:
    """True where a letter stands on the one before it, as a separate accent does: only their places order them."""
    return any(b.box.x0 < a.box.centre[0] for a, b in pairwise(characters))


def _joined(characters: Iterable[Token]) -> Iterator[Token]:
    """Upright letters that follow each other closely in one style as one token; some producers write each apart."""
    held: list[Token] = []
    for token in characters:
        if held and not _follows(held[-1], token):
            yield _one(held)
            held = []
        held.append(token)
    if held:
        yield _one(held)


def _follows(former: Token, latter: Token) -> bool:
    style, (_, top, end, bottom), box = former.style, former.box, latter.box
    return (
        latter.style is style
        and top == box.top
        and bottom == box.bottom
        and abs(box.x0 - end) <= CLOSE * style.size
        and not style.turn
        and not glyphs.in_symbols(style.font)
    )


def _one(tokens: list[Token]) -> Token:
    first = tokens[0]
    if len(tokens) == 1:
        return first
    return first._replace(text="".join(t.text for t in tokens), box=first.box._replace(x1=tokens[-1].box.x1))


def _rare(letter: str, high: int) -> str:
    """One character as text: beyond the first plane, or PDFium's sign for a hyphen at a line's end."""
    if letter == LINE_END_HYPHEN:
        return "-"
    code = ord(letter)
    return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if 0xDC00 <= code < 0xE000 else letter
