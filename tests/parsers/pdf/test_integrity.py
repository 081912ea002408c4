"""Bytes that are broken are named by their page; nothing that bytes can do ends in a crash."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import parsers
from parsers import Parsed, Refusal
from parsers.pdf.integrity import damaged_pages
from tests.parsers.printing import pdf, ruled_table, words

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("aldermere/*.pdf"))
ROWS = [["Action", "Lead", "Progress", "RAG"], ["1. Buy land", "Ann Archer", "Bought.", "G"]]
SMALL = pdf(ruled_table(ROWS), ruled_table(ROWS[1:]), packed=True)

each = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)


def contents_of(data: bytes) -> list[tuple[int, int, int]]:
    """Page number, and the begin and end of its content stream in the file, for each page."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    found = []
    for number, page in enumerate(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))), 1):
        refs = page.attrs["Contents"]
        for ref in refs if isinstance(refs, list) else [refs]:
            start = re.search(rb"(?<!\d)%d 0 obj.*?stream\r?\n" % ref.objid, data, re.DOTALL)
            assert start
            found.append((number, start.end(), data.index(b"endstream", start.end())))
    return found


def flipped(data: bytes, begin: int, length: int) -> bytes:
    broken = bytearray(data)
    for k in range(begin, begin + length):
        broken[k] ^= 0xFF
    return bytes(broken)


@each
def test_a_whole_file_is_whole(sample: Path) -> None:
    assert damaged_pages(sample.read_bytes()) == {}


@each
def test_a_page_whose_content_is_broken_is_named(sample: Path) -> None:
    data = sample.read_bytes()
    for number, begin, end in contents_of(data):
        broken = damaged_pages(flipped(data, (begin + end) // 2, 12))
        assert set(broken) == {number}
        assert f"page {number}" in broken[number]


def test_a_broken_page_is_read_as_far_as_it_goes_and_says_so() -> None:
    data = SAMPLES[0].read_bytes()
    number, begin, end = contents_of(data)[3]
    parsed = parsers.read(flipped(data, (begin + end) // 2, 12))
    assert [page.number for page in parsed.pages if page.damage] == [number]


@pytest.mark.parametrize("share", [0.0001, 0.01, 0.3, 0.6, 0.9])
def test_a_file_that_was_cut_off_is_refused_or_named(share: float) -> None:
    data = SAMPLES[0].read_bytes()
    try:
        parsed = parsers.read(data[: int(len(data) * share)])
    except Refusal as refusal:
        assert refusal.code in ("damaged", "not_a_pdf", "no_text_layer")
    else:
        assert parsed.damage or any(page.damage for page in parsed.pages)


def test_streams_that_are_not_packed_prove_nothing() -> None:
    assert damaged_pages(pdf(words(50, 50, "plain"))) == {}


@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=20))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_random_damage_ends_in_a_reading_or_a_refusal(damage: list[tuple[int, int]]) -> None:
    broken = bytearray(SMALL)
    for at, value in damage:
        broken[at] = value
    assert isinstance(outcome(bytes(broken)), Parsed | Refusal)


@given(st.integers(0, len(SMALL)), st.binary(max_size=40), st.integers(0, 60))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_bytes_put_in_or_taken_out_end_in_a_reading_or_a_refusal(at: int, put: bytes, out: int) -> None:
    assert isinstance(outcome(SMALL[:at] + put + SMALL[at + out :]), Parsed | Refusal)


@given(st.binary(max_size=200), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_bytes_end_in_a_reading_or_a_refusal(data: bytes, headed: bool) -> None:
    assert isinstance(outcome(b"%PDF-1.7\n" * headed + data), Parsed | Refusal)


def outcome(data: bytes) -> Parsed | Refusal:
    try:
        return parsers.read(data)
    except Refusal as refusal:
        return refusal
