"""Symbol characters: what they look like, by font or by Unicode name."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from parsers.page import Token

PRIVATE = range(0xF000, 0xF100)  # where Windows puts the codes of symbol fonts
#: words of Unicode names, tried in order; `BLACK` there means filled and `WHITE` hollow
NAMED_SHAPES = (
    ("HEAVY CHECK", "tick"),
    ("CHECK MARK", "tick"),
    ("BALLOT BOX WITH CHECK", "boxed-tick"),
    ("BALLOT X", "cross"),
    ("MULTIPLICATION X", "cross"),
    ("CROSS MARK", "cross"),
    ("EXCLAMATION", "exclamation"),
    ("UPWARDS", "arrow-up"),
    ("DOWNWARDS", "arrow-down"),
    ("NORTH EAST", "arrow-up-right"),
    ("SOUTH EAST", "arrow-down-right"),
    ("LEFT RIGHT", "arrow-left-right"),
    ("RIGHTWARDS", "arrow-right"),
    ("LEFTWARDS", "arrow-left"),
    ("WHITE CIRCLE", "ring"),
    ("CIRCLE", "disc"),
    ("BULLSEYE", "disc"),
    ("WHITE STAR", "hollow-star"),
    ("STAR", "star"),
    ("DOWN-POINTING", "triangle-down"),
    ("RIGHT-POINTING", "triangle-right"),
    ("LEFT-POINTING", "triangle-left"),
    ("WHITE UP-POINTING", "hollow-triangle"),
    ("TRIANGLE", "triangle"),
    ("WARNING SIGN", "triangle"),
    ("WHITE SQUARE", "hollow-square"),
    ("SQUARE", "square"),
    ("DIAMOND", "diamond"),
    ("FLAG", "flag"),
    ("HEXAGON", "hexagon"),
    ("CROSS", "cross"),
    ("ARROW", "arrow"),
    ("FACE", "face"),
)
#: colours that emoji have in their names
NAMED_COLOURS = {
    "GREEN": "#00a651",
    "RED": "#e03131",
    "ORANGE": "#ff9500",
    "YELLOW": "#ffd60a",
    "BLUE": "#1c7ed6",
    "PURPLE": "#8e44ad",
    "BROWN": "#8d6e63",
}
COLOUR_WORD = re.compile(r"\b(" + "|".join(NAMED_COLOURS) + r")\b")
SYMBOLS = ("So", "Sm", "Sk", "Co", "Nl")  # also numbers that are one character: `Ⅱ` is set for a pause
#: of one character where text has two, and a letter: set as signs
PUNCTUATION = frozenset("‼⁉ℹ")
PLAIN_SIGNS = frozenset("<>+=±×÷~|¬^`´¨¯¸©®°™≤≥≠≈№℃¦−∞√∑")  # text, not marks


class Sign(NamedTuple):
    """What a symbol looks like: its shape's name, its own colour if it has one, and the character itself."""

    shape: str
    colour: str | None
    text: str


class Charts(NamedTuple):
    """Signs that may open an item, shapes by symbol font and code, and characters by font and letter."""

    bullets: frozenset[str]
    fonts: dict[str, dict[str, str]]
    spelt: dict[str, dict[str, str]]


@lru_cache(maxsize=1)
def _charts() -> Charts:
    data = tomllib.loads(resources.files("parsers").joinpath("data/glyphs.toml").read_text("utf-8"))
    spelt: dict[str, dict[str, str]] = data["spelt"]
    clones = {name: spelt[font] for name, font in data["clones"].items()}
    return Charts(frozenset(data["bullets"]["characters"]), data["fonts"], spelt | clones)


def signs(tokens: Iterable[Token]) -> Iterator[tuple[Token, Sign]]:
    """The signs among characters. Most text is plain letters of a text font and is passed over at once."""
    style, symbols = None, False
    for token in tokens:
        text, _, now, _ = token
        if now is not style:
            style, symbols = now, in_symbols(now.font)
        if symbols or text > "\x7f":
            found = sign(token)
            if found is not None:
                yield token, found


def sign(token: Token) -> Sign | None:
    """The sign that a character is; None for letters, digits and punctuation."""
    return _sign(token.text, token.style.font) if len(token.text) == 1 else None


def symbol(character: str) -> Sign | None:
    """The sign that Unicode names, of whatever font; None for codes that mean something in one font only."""
    return None if unicodedata.category(character) == "Co" else _sign(character, "")


def in_symbols(font: str) -> bool:
    """True for a font whose letters are signs."""
    return _chart(font) is not None or bool(_spelt(font))


def spelt(letter: str, font: str) -> str:
    """The character that a letter of a font of signs is."""
    return _spelt(font).get(letter, letter)


@lru_cache(maxsize=256)
def _chart(font: str) -> dict[str, str] | None:
    """The chart of a symbol font, None for a font of text."""
    return _of_family(font, _charts().fonts)


@lru_cache(maxsize=256)
def _spelt(font: str) -> dict[str, str]:
    """The characters of a font of signs by its letters; empty for others."""
    return _of_family(font, _charts().spelt) or {}


def _of_family(font: str, charts: dict[str, dict[str, str]]) -> dict[str, str] | None:
    family = font.lower().replace(" ", "").replace("-", "")
    known = sorted(charts.items(), reverse=True)  # wingdings2 before wingdings
    return next((chart for name, chart in known if family.startswith(name)), None)


@lru_cache(maxsize=4096)
def _sign(text: str, font: str) -> Sign | None:
    code = ord(text)
    letter = chr(code - 0xF000) if code in PRIVATE else text
    chart = _chart(font)
    if chart is None and code in PRIVATE:
        chart = _charts().fonts["wingdings"]  # LibreOffice sets Wingdings in OpenSymbol and keeps the code
    if chart is not None and letter in chart:
        return Sign(chart[letter], None, "•" if chart[letter] == "bullet" else text)
    if chart is not None and font.lower().startswith(("wingdings", "webdings")) and not letter.isspace():
        return Sign("glyph", None, text)
    if (code < 0x2000 and code != 0xB7) or text in PLAIN_SIGNS:
        return None
    if text == "·":
        return Sign("bullet", None, "•")
    if unicodedata.category(text) in SYMBOLS or text in PUNCTUATION or text in _charts().bullets:
        return Sign("bullet" if text == "•" else _shape(text), _own_colour(text), text)
    return None


def _shape(text: str) -> str:
    name = unicodedata.name(text, "")
    return next((shape for words, shape in NAMED_SHAPES if words in name), "glyph")


def _own_colour(text: str) -> str | None:
    found = COLOUR_WORD.search(unicodedata.name(text, "")) if ord(text) >= 0x1F000 else None
    return NAMED_COLOURS[found[1]] if found else None


def opens_item(text: str, font: str) -> bool:
    """True for a sign that opens an item of a list where text follows on its line."""
    known = _sign(text, font) if len(text) == 1 else None
    if known is not None and (known.shape == "bullet" or known.text in _charts().bullets):
        return True
    return text == "o" and font.lower().startswith("couriernew")
