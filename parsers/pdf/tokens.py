"""The text of a page as tokens: PDFium is asked for the place of each word and the style of each text object."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref
from dataclasses import replace
from math import inf
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import glyphs
from parsers.asking import generated, handle, handle_of, loose_box, text_object
from parsers.geometry import Box
from parsers.page import Style, Token
from parsers.pdf import clips, doubled, ligatures, reworded, tracked, words
from parsers.pdf.letters import LINE_END_HYPHEN, NO_MEANING
from parsers.pdf.paths import Matrix, moved
from parsers.pdf.styles import Styles
from parsers.placing import Placing

SUPPOSED_GAP = 0.1  # of the font size: a gap that PDFium takes for a blank counts as one from here on
NO_GAP = 0.05  # of the font size: a blank with less behind it is a soft hyphen's, which browsers and printers write so
FIRST_HALF = "\ud800"  # characters beyond the first plane come in two halves from here on
WIDEST_LETTER = 1.5  # of the font size: a word wider than this a letter has a jump inside
WORD = re.compile(rf"[^\s\x00{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|[\s\x00{LINE_END_HYPHEN}]")
#: characters that may be signs, bullets or halves of one, which are read one by one
SIGN = re.compile("[\u00b7\u2022-\u2025\u2043\u204c-\u2052\u2190-\u2bff\u3000-\u303f\ud800-\uf8ff]")
ASCENT, DESCENT = 0.78, 0.22  # of the font size: a nominal height around the baseline

_new = tuple.__new__  # a named tuple for half of what its own constructor costs: a page makes thousands


def read(text: pdfium.FPDF_TEXTPAGE, spelt: str, placing: Placing, paper: Box) -> list[Token]:
    """Tokens in the order of the file: words as far as their letters stand close, else single characters. `spelt` are
    the page's letters.
    """
    reader = _Reader(text, placing)
    found = _told(reader, spelt, paper)
    return doubled.once(found) if reader.overprinted else found


def _told(reader: _Reader, spelt: str, paper: Box) -> list[Token]:
    """Tokens as they are printed.

    Blanks that stand in the file are kept where they take room; those that PDFium makes up only where a gap is seen.
    """
    left, head, right, foot = paper
    found: list[Token] = []
    tracking = tracked.Tracking(reader.page, spelt)
    gap_before, end, at = False, 0.0, 0
    held: Token | None = None  # a blank that stands in the file, until what follows it is known
    first = 0  # the first token of the word before
    for word in WORD.findall(spelt):
        k, at = at, at + len(word)
        if word.isspace():
            if generated(reader.page, k) == 1:
                gap_before = True
            elif reader.run is not None:
                if held is not None:
                    found.append(held)
                blank = reader.blank(end)
                held = blank if reader.window is None else clips.cut(blank, reader.window)
            continue
        twice = reader.is_twice(word, k)
        word = word[: len(word) // 2] if twice else word
        if reader.is_again(word, k):
            first = min(first, len(found) - 1)  # it may have been joined to the one before
            found[first:] = map(reader.styles.bolder, found[first:])
            continue
        first = len(found)
        whole = reader.whole(word, k)
        for token in (whole,) if whole else reader.parts(word, k):
            token = reader.styles.bolder(token) if twice else token
            _, box, style, _ = token
            x0, top, x1, bottom = box
            if held and (held.box.top != top or not -SUPPOSED_GAP < (x0 - end) / style.size < NO_GAP):
                found.append(held)
            held = None
            if gap_before and _least_gap(found, style) < x0 - end < 2 * style.size:
                token = _behind_gap(found, token, end, tracking.joins(found, k - 1, token))
            gap_before, end = False, x1
            if x1 <= left or x0 >= right or bottom <= head or top >= foot:
                token = token._replace(style=replace(token.style, hidden=True))
            found.append(token)
    if held is not None:
        found.append(held)
    return found


def _least_gap(found: Sequence[Token], style: Style) -> float:
    """The gap behind the last token that counts as a blank where PDFium takes it for one, points. An `f` in italics
    reaches over the blank behind it, and over the next letter of its own word."""
    leans = style.italic and bool(found) and found[-1].text[-1:] == "f"
    return 0.0 if leans else SUPPOSED_GAP * style.size


def _behind_gap(found: list[Token], token: Token, end: float, within: bool) -> Token:
    """A token behind a gap that begins at `end`, with a blank before it; `within` a word it is joined to the last."""
    if within:
        last = found.pop()
        return words.one(last, [last.text, token.text], token.box.x1)
    x0, top, _, bottom = token.box
    found.append(_new(Token, (" ", _new(Box, (end, top, x0, bottom)), token.style, 0)))
    return token


class _Run(NamedTuple):
    """What all characters of one text object share: style, and the top and bottom of its nominal height.

    `symbols` is True where the letters of its font are signs, `upright` where it and its page are not turned; `widest`
    is the most in points that a letter takes. `form` is what takes its letters to where they stand, None where PDFium
    does.
    """

    style: Style
    top: float
    bottom: float
    symbols: bool
    upright: bool
    widest: float
    form: Matrix | None


class _Reader:
    """Asks PDFium for the place and style of words; `run` is the text object that was read last."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, placing: Placing) -> None:
        self.text, self.page, self.placing = text, handle_of(text), placing
        self.styles, self.places = Styles(text, placing), reworded.Places(self.page)
        self.rect = pdfium.FS_RECTF()
        self.into = byref(self.rect)
        self.object, self.run = None, None  # type: int | None, _Run | None
        self.window: clips.Window | None = (
            None  # through which the object is seen, None where nothing cuts it
        )
        self.before = ("", 0)  # the word that was told last, and where it begins
        self.overprinted = False  # letters stand on others: what is printed twice may be looked for

    def blank(self, at: float) -> Token:
        """A blank that is printed behind a word; it has no width of its own."""
        assert self.run is not None
        box = _new(Box, (at, self.run.top, at, self.run.bottom))
        return _new(Token, (" ", box, self.run.style, self.object or 0))

    def is_twice(self, word: str, k: int) -> bool:
        """True for letters that are printed again where they stand, so that they look bold: PDFium lets go of short
        words alone."""
        half = doubled.half(word)
        return half > 0 and self._is_one_place(word, k, k + half)

    def is_again(self, word: str, k: int) -> bool:
        """True for the word before, printed again in its place as another object: PDFium makes up a blank between."""
        before, self.before = self.before, (word, k)
        return word == before[0] and self._is_one_place(word, before[1], k)

    def _is_one_place(self, word: str, k: int, other: int) -> bool:
        first, again = ([*self._characters(word[:1], at)] for at in (k, other))
        return bool(first and again) and doubled.is_one_place(first[0].box, again[0].box)

    def whole(self, word: str, k: int) -> Token | None:
        """The word as one token where one text object holds it without a jump, else None."""
        if not word.isascii() and _may_be_sign(word):
            return None
        owner = text_object(self.page, k)
        run = self.run if owner == self.object else self._entered(owner, k)
        if run is None or run.symbols:
            return None
        last = k + len(word) - 1
        if last > k and text_object(self.page, last) != self.object:
            return None
        box = self._box(run, k, last)
        x0, top, x1, bottom = box
        if x1 - x0 + (bottom - top) > run.widest * (len(word) + 1):
            return None
        style = self._of_sign(k, run.style) if word == NO_MEANING else run.style
        if not word.isascii():
            word = ligatures.let_go(word)
        token: Token = _new(Token, (word.replace(LINE_END_HYPHEN, "-"), box, style, self.object))
        return token if self.window is None else clips.cut(token, self.window)

    def parts(self, word: str, k: int) -> Iterable[Token]:
        """What of a word stands close together, or each character of one that may hold signs."""
        characters = list(self._characters(word, k))
        if _may_be_sign(word):
            return characters
        if _overprinted(characters):
            self.overprinted = True
            characters = doubled.once(characters)
            if _overprinted(characters):
                return characters
        if word[-1] == LINE_END_HYPHEN and len(characters) > 1 and characters[-1].run != characters[-2].run:
            *own, last = words.joined(characters[:-1])
            hyphen = characters[-1]
            if (
                ligatures.meant(self.text, k + len(word) - 1) == "-"
            ):  # the author's by the file, however far set
                return [*own, words.one(last, [last.text, hyphen.text], hyphen.box.x1)]
            return [*own, last, hyphen]
        found = [*words.joined(characters)]
        if len(found) > 1 and (tracked.are_one_word(characters) or tracked.are_small_capitals(characters)):
            return [words.one(characters[0], [c.text for c in characters], characters[-1].box.x1)]
        return found

    def _characters(self, word: str, k: int) -> Iterator[Token]:
        high = 0
        for at, letter in enumerate(word, k):
            owner = text_object(self.page, at)
            run = self.run if owner == self.object else self._entered(owner, at)
            if run is None:
                continue
            if letter == LINE_END_HYPHEN or letter >= FIRST_HALF:
                code = ord(letter)
                if 0xD800 <= code < 0xDC00:
                    high = code
                    continue
                letter = _rare(letter, high)
            elif run.symbols:
                letter = glyphs.spelt(letter, run.style.font)
            style = self._of_sign(at, run.style) if letter == NO_MEANING else run.style
            token: Token = _new(Token, (letter, self._box(run, at, at), style, self.object))
            yield token if self.window is None else clips.cut(token, self.window)

    def _of_sign(self, k: int, style: Style) -> Style:
        """The style of a character without meaning: of one that is all of its object, as signs are, with its code."""
        alone = all(text_object(self.page, at) != self.object for at in (k - 1, k + 1))
        return self.styles.by_code(k, style) if alone else style

    def _entered(self, owner: int | None, k: int) -> _Run | None:
        """The text object of a character, which becomes the current one; None for what PDFium made up."""
        if owner is None:
            return None
        item = handle(owner)
        (style, size, symbols), baseline = self.styles.of(k, item)
        form, start = self.places.of(k, item) or (None, None)
        baseline = self.placing.point(*start)[1] if start else baseline
        window = clips.window(item, self.placing)
        self.object, self.window = owner, window and clips.along(self.window, window)
        top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
        upright = style.turn == 0 == self.placing.turns
        self.run = _new(_Run, (style, top, bottom, symbols, upright, WIDEST_LETTER * style.size, form))
        return self.run

    def _box(self, run: _Run, k: int, last: int) -> Box:
        """Around the advances of two characters by the nominal height of their run: fonts lie about their ascent."""
        rect, placing = self.rect, self.placing
        self._ask(run, k)
        left, right = rect.left, rect.right
        low, high = (0.0, 0.0) if run.upright else (rect.bottom, rect.top)
        if last > k:
            self._ask(run, last)
            left = rect.left if rect.left < left else left
            right = rect.right if rect.right > right else right
        if run.upright:
            return _new(Box, (left - placing.left, run.top, right - placing.left, run.bottom))
        if last > k:
            low, high = min(low, rect.bottom), max(high, rect.top)
        box = placing.box(left, low, right, high)
        return box if run.style.turn else box._replace(top=run.top, bottom=run.bottom)

    def _ask(self, run: _Run, k: int) -> None:
        """Fill the rectangle with the place of a character."""
        loose_box(self.page, k, self.into)
        if run.form:
            rect = self.rect
            sides = moved(run.form, rect.left, rect.bottom, rect.right, rect.top)
            rect.left, rect.bottom, rect.right, rect.top = sides


def _may_be_sign(word: str) -> bool:
    return SIGN.search(word) is not None


def _overprinted(characters: Sequence[Token]) -> bool:
    """True where a letter stands on the one before it, as a separate accent does: only their places order them."""
    middle = -inf
    for _, (x0, _, x1, _), _, _ in characters:
        if x0 < middle:
            return True
        middle = (x0 + x1) / 2
    return False


def _rare(letter: str, high: int) -> str:
    """One character as text: beyond the first plane, PDFium's sign for a hyphen at a line's end, or two letters."""
    if letter == LINE_END_HYPHEN:
        return "-"
    code = ord(letter)
    if 0xDC00 <= code < 0xE000:
        letter = chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else NO_MEANING
    return ligatures.let_go(letter)
