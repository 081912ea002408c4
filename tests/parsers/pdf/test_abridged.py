"""Characters that Ghostscript tells by one byte are known again by their ink."""

from __future__ import annotations

import pytest

from parsers.pdf import pdfium
from tests.parsers.printing import words, written

#: codes of glyphs of Helvetica, and what the file tells for them: a dash, `’`, `fi`, and a tall letter for `ti`
TOLD = {0x96: "3", 0x92: "9", 0xAE: "f", ord("@"): "v"}
GLYPHS = "/Differences[64/H 146/quoteright 150/endash 174/fi]"
REST = "what they all have done so far is shown below here and over leaf of five"
PRINTER = "GPL Ghostscript 10.00.0"


def text_of(text: str, printer: str = PRINTER, more: dict[int, str] | None = None, turned: str = "") -> str:
    """What is read of a page of a printer's; `more` is told of glyphs beside what is in `TOLD`, and `turned` are words
    that are read from below."""
    all_told = TOLD | (more or {})
    plain = "".join(f"<{k:02x}> <{k:04x}> " for k in range(0x20, 0x7F) if k not in all_told)
    told = "".join(f"<{k:02x}> <{letters.encode('utf-16-be').hex()}> " for k, letters in all_told.items())
    unicode = f"98 beginbfchar {plain}{told} endbfchar"
    content = "\n".join(words(40, 700 - 20 * k, line) for k, line in enumerate((text, REST)))
    content += f" BT /F 10 Tf 0 1 -1 0 30 600 Tm ({turned}) Tj ET"
    file = written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R"
            f"/Encoding<</BaseEncoding/WinAnsiEncoding{GLYPHS}>>>>",
            f"<</Length {len(unicode)}>>stream\n{unicode}\nendstream",
            f"<</Producer({printer})>>",
        ],
        "/Info 7 0 R",
    )
    with pdfium.opened(file) as document:
        page = pdfium.read_page(document.raw, 0)
    return "".join(token.text for token in page.tokens).removesuffix(REST).strip()


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Plan 2023\x9626, 30 to 39", "Plan 2023–26, 30 to 39"),
        ("The Council\x92s 99 homes", "The Council’s 99 homes"),
        ("Ac@on over five na@ons", "Action over five nations"),
        ("Bene\xaet of the \xaenal of four", "Benefit of the final of four"),
    ],
    ids=["dash", "apostrophe", "ligature", "one of several ligatures"],
)
def test_a_character_told_by_one_byte_is_what_its_ink_shows(printed: str, read: str) -> None:
    assert text_of(printed) == read


def test_words_that_are_read_from_below_are_measured_as_they_run() -> None:
    """A `g` on its side hangs below no line: `Target` was `Tarftet`, and no heading that is known."""
    assert text_of("Plan", turned="Target, Ac@on 2023\\22626").endswith("Target, Action 2023–26")


def test_a_ligature_that_may_be_several_has_no_meaning_in_an_unknown_word() -> None:
    assert text_of("Of \xaezz and over") == "Of \ufffdzz and over"


def test_a_ligature_of_which_all_letters_are_told_is_left_alone() -> None:
    assert text_of("Bene\xaet of the \xaenal of four", more={0xAE: "fi"}) == "Benefit of the final of four"
    assert text_of("A \xaezz and over", more={0xAE: "fl"}) == "A flzz and over"


def test_files_of_other_printers_are_taken_at_their_word() -> None:
    assert text_of("Plan 2023\x9626", "Other") == "Plan 2023326"
