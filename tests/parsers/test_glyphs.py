"""What symbol characters look like, by font or by Unicode name."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.glyphs import Sign, in_symbols, opens_item, signs, spelt
from parsers.pdf import pdfium
from tests.parsers.printing import pdf, style, tokens

CHARTS = tomllib.loads(
    (Path(__file__).parents[2] / "parsers" / "data" / "glyphs.toml").read_text(encoding="utf-8")
)
CODES = [(font, code, shape) for font, chart in CHARTS["fonts"].items() for code, shape in chart.items()]


def sign(text: str, font: str = "Arial") -> Sign | None:
    return next((seen for _, seen in signs(tokens(text, set_in=style(font)))), None)


def shape_of(text: str, font: str = "Arial") -> str | None:
    seen = sign(text, font)
    return seen.shape if seen else None


@pytest.mark.parametrize(
    ("text", "font", "shape"),
    [
        ("l", "Wingdings", "disc"),
        ("n", "Wingdings-Regular", "square"),
        ("ü", "Wingdings", "tick"),
        ("û", "Wingdings", "cross"),
        ("é", "Wingdings", "arrow-up"),
        ("ê", "Wingdings", "arrow-down"),
        ("è", "Wingdings", "arrow-right"),
        ("\uf06c", "Wingdings", "disc"),
        ("\uf06c", "OpenSymbol", "disc"),
        ("\uf0ab", "OpenSymbol", "star"),
        ("P", "Wingdings 2", "tick"),
        ("p", "Wingdings 3", "triangle"),
        ("n", "Webdings", "disc"),
        ("●", "ZapfDingbats", "disc"),
        ("★", "DejaVuSans", "star"),
        ("●", "DejaVuSans", "disc"),
        ("▲", "Arial", "triangle"),
        ("▼", "Arial", "triangle-down"),
        ("■", "Arial", "square"),
        ("○", "Arial", "ring"),
        ("◆", "Arial", "diamond"),
        ("✔", "SegoeUISymbol", "tick"),
        ("‼", "DejaVuSans", "exclamation"),
        ("⁉", "DejaVuSans", "exclamation"),
        ("❗", "SegoeUISymbol", "exclamation"),
        ("!", "Arial", None),
        ("¡", "Arial", None),
        ("✗", "SegoeUISymbol", "cross"),
        ("↑", "Arial", "arrow-up"),
        ("↗", "Arial", "arrow-up-right"),
        ("↔", "Arial", "arrow-left-right"),
        ("🟢", "NotoColorEmoji", "disc"),
        ("Ⅱ", "DejaVuSans", "glyph"),
    ],
)
def test_a_symbol_is_known_by_its_font_or_name(text: str, font: str, shape: str) -> None:
    assert shape_of(text, font) == shape


@pytest.mark.parametrize(
    ("text", "colour"), [("🟢", "#00a651"), ("🔴", "#e03131"), ("🟡", "#ffd60a"), ("●", None)]
)
def test_an_emoji_brings_its_colour(text: str, colour: str | None) -> None:
    seen = sign(text)
    assert seen is not None and seen.colour == colour


@pytest.mark.parametrize("text", [*"lnAa1%£<>=+±~|©°", "é", "–", "’", "½", "≥", " "])
def test_letters_and_printed_signs_are_no_symbols(text: str) -> None:
    assert shape_of(text) is None


@pytest.mark.parametrize(("font", "code", "shape"), CODES)
def test_a_code_looks_alike_as_a_letter_and_in_the_private_area(font: str, code: str, shape: str) -> None:
    assert shape_of(code, font) == shape
    if len(code) == 1 and ord(code) < 0x100:
        assert shape_of(chr(0xF000 + ord(code)), font) == shape


def test_an_unknown_code_of_a_symbol_font_is_a_symbol_nonetheless() -> None:
    assert shape_of("~", "Wingdings") == "glyph"


@pytest.mark.parametrize(
    ("text", "font", "opens"), [("•", "Arial", True), ("o", "CourierNew", True), ("o", "Arial", False)]
)
def test_signs_that_open_an_item(text: str, font: str, opens: bool) -> None:
    assert opens_item(text, font) is opens


@given(st.characters(), st.sampled_from(["Arial", "Wingdings", "Webdings", "ZapfDingbats", ""]))
def test_any_character_of_any_font_is_taken(text: str, font: str) -> None:
    seen = sign(text, font)
    assert seen is None or seen.shape


def test_letters_of_a_font_in_the_place_of_zapf_dingbats_are_the_characters_that_they_show() -> None:
    assert [spelt(letter, "D050000L") for letter in "4ls8 "] == ["✔", "●", "▲", "✘", " "]
    assert spelt("4", "Helvetica") == "4"
    assert in_symbols("D050000L") and not in_symbols("Helvetica")


def test_a_tick_that_the_file_calls_a_figure_is_read_as_a_tick() -> None:
    font = "/Z<</Type/Font/Subtype/Type1/BaseFont/D050000L/Encoding/WinAnsiEncoding>>"
    with pdfium.opened(pdf("BT /Z 10 Tf 40 700 Td (4) Tj ET", fonts=font)) as document:
        assert [token.text for token in pdfium.read_page(document.raw, 0).tokens] == ["✔"]
