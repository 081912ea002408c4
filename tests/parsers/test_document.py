"""The front door: what is read, and what is refused with which code."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

import parsers
from parsers import Refusal, layout
from parsers.block import Block, Heading, Table
from parsers.page import Page
from tests.parsers.printing import pdf, ruled_table, words, written

SAMPLE = Path(__file__).parents[2] / "samples" / "aldermere" / "2024-25-quarter-2.pdf"
ROWS = [["Action", "Lead", "Progress", "RAG"], ["1. Buy land", "Ann Archer", "Bought.", "G"]]


def refusal(data: bytes, password: str | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        parsers.read(data, password=password)
    return caught.value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\0" * 500, "empty_file"),
        (b"\r\n  \n", "empty_file"),
        (b"<!DOCTYPE html><html><body><table><tr><td>a</td></tr></table></body></html>", "not_a_pdf"),
        (b"PK\x03\x04\x14\x00\x06\x00", "not_a_pdf"),
        (b"Just a letter.\nNothing in it is a table.\n", "not_a_pdf"),
        (b"%PDF-1.7\nand nothing more", "damaged"),
        (pdf(), "damaged"),
        (pdf(""), "no_text_layer"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_code(data: bytes, code: str) -> None:
    refused = refusal(data)
    assert refused.code == code
    assert len(refused.message) > 20


def test_a_web_page_saved_as_a_pdf_says_so() -> None:
    assert "HTML" in refusal(b"<html><body>404 Not found</body></html>").message


def test_a_scan_says_that_it_is_one() -> None:
    image = zlib.compress(b"\x80" * 100).decode("latin-1")
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[4 0 R]>>",
        "<</Length 24>>stream\nq 600 0 0 800 0 0 cm /I Do Q\nendstream".replace("24", "30"),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        "<</Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray"
        f"/Filter/FlateDecode/Length {len(image)}>>stream\n{image}\nendstream",
    ]
    refused = refusal(written(objects))
    assert refused.code == "no_text_layer"
    assert "1 of them are pictures (a scan)" in refused.message


GREY = " q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 80> EI Q "


@pytest.mark.parametrize("stamp", ["", words(500, 20, "Page 7")])
def test_invisible_text_that_ocr_laid_over_a_scan_is_no_text(stamp: str) -> None:
    refused = refusal(pdf(f"{GREY} 3 Tr {ruled_table(ROWS)} {words(40, 90, 'word ' * 20)} 0 Tr {stamp}"))
    assert refused.code == "no_text_layer"
    assert "invisible (OCR of a scan), 1 of them are pictures (a scan)" in refused.message


def test_a_scan_in_strips_is_a_picture_of_a_page() -> None:
    strips = "".join(
        f" q 600 0 0 200 0 {y} cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 80> EI Q " for y in range(0, 800, 200)
    )
    assert "1 of them are pictures (a scan)" in refusal(pdf(strips)).message


RC4_40 = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{owner}>/U<{user}>>>/ID[<{name}><{name}>]"


def encrypted(user_password: bytes) -> bytes:
    """A PDF that is locked with a user password (RC4 of 40 bits, PDF 32000-1, 7.6.3); its text is not."""
    import hashlib

    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded, name = (user_password + pad)[:32], b"0123456789abcdef"
    owner = _rc4(hashlib.md5(pad).digest()[:5], padded)
    key = hashlib.md5(padded + owner + struct.pack("<i", -4) + name).digest()[:5]
    trailer = RC4_40.format(owner=owner.hex(), user=_rc4(key, pad).hex(), name=name.hex())
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>>>",
    ]
    return written(objects, trailer)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def test_a_locked_document_asks_for_its_password() -> None:
    refused = refusal(encrypted(b"secret"))
    assert refused.code == "encrypted" and "--password" in refused.message


def test_a_wrong_password_is_said_to_be_wrong() -> None:
    refused = refusal(encrypted(b"secret"), "guess")
    assert refused.code == "encrypted" and "password given does not open it" in refused.message


@pytest.mark.parametrize(("owner_only", "password"), [(b"", None), (b"secret", "secret")])
def test_a_document_that_opens_is_read_as_far_as_it_goes(owner_only: bytes, password: str | None) -> None:
    """It opens, and is then refused because it holds no text."""
    assert refusal(encrypted(owner_only), password).code == "no_text_layer"


def test_a_header_may_stand_a_little_behind_the_beginning() -> None:
    assert parsers.read(b"\n\n" + pdf(ruled_table(ROWS))).kind == "pdf"


def test_a_small_document_is_read_whole() -> None:
    title = words(40, 750, "Housing Plan", 20)
    parsed = parsers.read(pdf(f"{title}\n{ruled_table(ROWS)}", ruled_table(ROWS)))
    assert [page.number for page in parsed.pages] == [1, 2]
    assert [type(block) for block in parsed.blocks] == [Heading, Table, Table]
    table = parsed.blocks[1]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == [text for row in ROWS for text in row]


def test_facts_of_the_file_are_kept() -> None:
    data = pdf(ruled_table(ROWS))
    parsed = parsers.read(data)
    assert (parsed.bytes, len(parsed.sha256), parsed.tagged, parsed.damage) == (len(data), 64, False, None)


def test_every_character_of_a_page_is_in_a_block() -> None:
    parsed = parsers.read(pdf(f"{words(40, 750, 'Housing Plan', 20)}\n{ruled_table(ROWS)}"))
    inked = sum(
        sum(cell.chars for cell in block.cells) if isinstance(block, Table) else block.chars
        for block in parsed.blocks
    )
    assert (
        inked
        == parsed.pages[0].chars
        == len("HousingPlan" + "".join("".join(r) for r in ROWS).replace(" ", ""))
    )


def test_text_without_ink_is_hidden_and_counted() -> None:
    parsed = parsers.read(pdf(f"{ruled_table(ROWS)}\n3 Tr {words(40, 100, 'unseen')} 0 Tr"))
    assert parsed.pages[0].hidden == len("unseen")
    assert not any("unseen" in block.text for block in parsed.blocks if not isinstance(block, Table))


def test_text_outside_the_page_is_hidden() -> None:
    parsed = parsers.read(pdf(f"{ruled_table(ROWS)}\n{words(900, 100, 'outside')}"))
    assert parsed.pages[0].hidden == len("outside")


@pytest.mark.parametrize(
    ("way", "turned"), [("0 1 -1 0 600 0 cm", 1), ("0 -1 1 0 0 600 cm", 3), ("-1 0 0 -1 600 600 cm", 2)]
)
def test_a_page_that_is_printed_on_its_side_is_turned(way: str, turned: int) -> None:
    upright = parsers.read(pdf(ruled_table(ROWS, top=500), box="0 0 600 600"))
    lying = parsers.read(pdf(f"{way}\n{ruled_table(ROWS, top=500)}", box="0 0 600 600"))
    (shown,), (table,) = upright.blocks, lying.blocks
    assert isinstance(shown, Table) and isinstance(table, Table)
    assert [c.text for c in table.cells] == [c.text for c in shown.cells]
    assert table.box == pytest.approx(shown.box)
    assert (upright.pages[0].turned, lying.pages[0].turned) == (0, turned)


def test_letters_drawn_as_shapes_are_a_picture_of_a_page() -> None:
    outlines = "\n".join(f"{40 + k % 90 * 5} {700 - k // 90 * 9} m 3 4 5 6 7 8 c h f" for k in range(1200))
    assert refusal(pdf(outlines)).code == "no_text_layer"
    assert refusal(pdf(f"{outlines} 3 Tr {words(40, 90, 'unseen')}")).code == "no_text_layer"
    facts = parsers.read(pdf(ruled_table(ROWS), outlines)).pages
    assert [round(page.pictured) for page in facts] == [0, 1]


def test_a_header_on_its_side_turns_no_page() -> None:
    header = "q 0 1 -1 0 600 0 cm\n" + words(40, 20, "Progress") + "\nQ\n"
    assert parsers.read(pdf(header + ruled_table(ROWS))).pages[0].turned == 0


@pytest.mark.parametrize("step", ["see", "blocks"])
def test_a_fault_on_one_page_costs_that_page_and_says_so(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at = pages_fail(step, {2}, monkeypatch)
    parsed = parsers.read(SAMPLE.read_bytes())
    assert [page.number for page in parsed.pages if page.damage] == [2]
    assert {block.page for block in parsed.blocks} == {page.number for page in parsed.pages} - {2}
    assert parsed.pages[1].chars > 0
    assert f"planreview failed on page 2 (ZeroDivisionError in test_document.py, line {at}: " in str(
        parsed.pages[1].damage
    )


@pytest.mark.parametrize("step", ["see", "blocks"])
def test_a_fault_on_every_page_is_raised(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pages_fail(step, set(range(1, 100)), monkeypatch)
    with pytest.raises(ZeroDivisionError):
        parsers.read(SAMPLE.read_bytes())


def pages_fail(step: str, numbers: set[int], monkeypatch: pytest.MonkeyPatch) -> int:
    """Let a step of the reading fail on some pages; the line of this file where it does."""
    see, blocks = layout.see, layout.SeenPage.blocks

    def fail(number: int) -> None:
        assert number not in numbers or 1 // 0

    def failing_see(page: Page, *given: Any) -> layout.SeenPage:
        fail(page.number)
        return see(page, *given)

    def failing_blocks(view: layout.SeenPage, *given: Any) -> list[Block]:
        fail(view.page_number)
        return blocks(view, *given)

    if step == "see":
        monkeypatch.setattr(layout, "see", failing_see)
    else:
        monkeypatch.setattr(layout.SeenPage, "blocks", failing_blocks)
    return fail.__code__.co_firstlineno + 1


NAMELESS = (
    "/N<</Type/Font/Subtype/Type0/BaseFont/Nameless/Encoding/Identity-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType2/BaseFont/Nameless/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    "/DW 600>>]>>"
)
HELLO = "BT /N 10 Tf 50 600 Td <002B0048004F004F0052> Tj ET"  # glyphs of `Hello`, whose numbers read `+HOOR`


def test_numbers_of_glyphs_in_a_font_without_names_are_not_taken_for_letters() -> None:
    data = pdf(words(50, 700, "This is set in a font that says what it means"), HELLO, fonts=NAMELESS)
    readable, page = parsers.read(data).pages
    assert (readable.unreadable, page.unreadable, page.chars) == (0, 5, 5)


def test_signs_of_one_colour_that_their_font_does_not_name_are_told_apart() -> None:
    signs = "\n".join(
        f"BT /N 10 Tf {x} 684 Td <{code}> Tj ET" for x, code in ((44, "0025"), (164, "0026"), (284, "0025"))
    )
    drawn = f"{ruled_table([['', '', ''], ['Completed', 'On track', 'Done']])}\n{signs}"
    table = next(b for b in parsers.read(pdf(drawn, fonts=NAMELESS)).blocks if isinstance(b, Table))
    first, second, third = (m.identity for c in table.cells for m in c.marks)
    assert first == third != second


def test_a_document_that_is_set_in_nameless_fonts_is_refused() -> None:
    assert refusal(pdf(HELLO, fonts=NAMELESS)).code == "unusable_text"


@pytest.mark.parametrize(("x", "cut"), [(584, 1), (575, 0)], ids=["at the edge", "inside"])
def test_words_at_the_edge_of_the_paper_may_be_cut(x: float, cut: int) -> None:
    """A table wider than its page ended in `Ju`, in silence: producers leave out letters that nobody would see."""
    parsed = parsers.read(pdf(f"{ruled_table(ROWS)}\n{words(x, 300, 'Jun')}"))
    assert parsed.pages[0].cut == cut
